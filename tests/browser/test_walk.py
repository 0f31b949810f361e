"""The ways that people really go: a researcher who saves, an analyst who looks at a picture, a phone without scripts,
somebody who listens to the page, somebody with a mistyped address. The reporter's way is with the tests of reading.
"""

import csv
import re
from datetime import date
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_reading import box, chronology, scriptless, two_pages  # noqa: F401
from tests.builders import make_event, make_source
from timeline.models import Kind, Status

CALLED_OFF = "The summit in Quito on 3 July was called off, the palace said."


@pytest.fixture
def cancelled(chronology):  # noqa: F811
    """One more summit that was called off, its day known."""
    article = make_source(CALLED_OFF, published=date(2018, 7, 1), title="Quito summit is off", publisher="South Wire")
    return make_event(
        "Soto–Rey summit, Quito", kind=Kind.SUMMIT, status=Status.CANCELLED, when="2018-07-03", source=article
    )


def save(page: Page, name: str) -> Path:
    """Save the view as one of its files; gives the file."""
    with page.expect_download() as download:
        page.locator("#tools").get_by_role("link", name=name, exact=True).click()
    return download.value.path()


def test_researcher_saves_cancelled_summits_of_a_year(page: Page, cancelled):
    page.goto("/")
    box(page, "Summit").check()
    expect(page.locator("#total")).to_have_text("3 events")
    box(page, "Cancelled").check()
    expect(page.locator("#total")).to_have_text("2 events")
    page.get_by_role("link", name="2018").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancelled summits, 2018")
    page.get_by_text("Sort, save, cite").click()
    expect(page.locator("#tools .cite")).to_contain_text("“Cancelled summits, 2018”, 2 events.")
    with save(page, "CSV").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["title"], row["status"]) for row in rows} == {
        ("Soto–Rey summit, Quito", "cancelled"),
        ("Soto–Rey summit", "cancelled"),
    }
    (entry,) = icalendar.Calendar.from_ical(save(page, "Calendar").read_bytes()).walk("VEVENT")
    assert (entry["SUMMARY"], entry["STATUS"]) == ("Soto–Rey summit, Quito", "CANCELLED")
    assert date(2018, 7, 3) == entry.DTSTART


def test_analyst_follows_a_mark_to_its_sentence(page: Page, cancelled):
    page.goto("/?from=2017&to=2019")
    page.get_by_role("link", name="as a picture").click()
    expect(page).to_have_url(re.compile(r"/drawn/\?from=2017&to=2019$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Events, 2017–2019")
    expect(page.locator(".zooms")).to_contain_text("January 2017 – December 2019")
    page.get_by_role("link", name="Held, 1 May 2018: Soto–Rey summit, Lima").first.click()
    expect(page.locator(".evidence").first).to_contain_text("Chilean President Ana Soto met")
    page.get_by_role("link", name="Read in the article").first.click()
    expect(page.locator("mark.passage:target")).to_contain_text("officials said.")


def test_picture_is_zoomed_by_links_and_led_back_to_the_list(page: Page, cancelled):
    page.goto("/drawn/")
    page.get_by_text("Look closer").click()
    page.locator(".zooms").get_by_role("link", name="May 2018").click()
    expect(page).to_have_url(re.compile(r"/drawn/\?at=2018-05&zoom=month$"))
    expect(page.locator(".mark")).to_have_count(2)  # the summit, in the lane of each president
    page.locator(".zooms").get_by_role("link", name="June 2018").click()
    expect(page.locator(".zooms strong").first).to_have_text("June 2018")
    page.locator(".zooms").get_by_role("link", name="2018", exact=True).click()
    expect(page).to_have_url(re.compile(r"/drawn/\?at=2018&zoom=year$"))
    page.get_by_role("link", name="As a list").click()
    expect(page).to_have_url(re.compile(r"/$"))


def test_filter_changes_the_picture_in_place(page: Page, cancelled):
    page.goto("/drawn/?lanes=kind")
    expect(page.locator(".lane")).to_have_count(2)
    box(page, "Cancelled").check()
    expect(page.locator("#total")).to_have_text("2 events")
    expect(page.locator(".lane")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/drawn/\?lanes=kind&status=cancelled$"))
    expect(page.get_by_role("status")).to_have_text("2 events")
    expect(box(page, "Cancelled")).to_be_focused()
    page.go_back()
    expect(page.locator(".lane")).to_have_count(2)


def test_mark_is_reached_and_opened_by_keyboard(page: Page, cancelled):
    page.goto("/drawn/?kind=summit&status=held")
    page.locator(".drawing").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.classList.contains('mark')"):
            break
    mark = page.locator("a.mark:focus")
    expect(mark.locator("rect.hit")).to_have_css("stroke-width", "3px")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Soto–Rey summit, Lima")


def test_names_of_the_axis_are_no_tab_stops(page: Page, cancelled):
    page.goto("/drawn/")
    assert page.locator(".axis a[tabindex='-1']").count() > 0
    assert page.locator(".axis a:not([tabindex='-1'])").count() == 0


def test_picture_scrolls_by_itself_on_a_phone(page: Page, cancelled):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/drawn/")
    page.locator(".drawing").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("section > h3").first).to_be_in_viewport()  # the name of a lane stays while its marks move
    expect(page.locator(".axis text").first).not_to_be_in_viewport()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


def test_picture_on_a_phone_begins_where_its_first_mark_is(page: Page, cancelled):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/drawn/?at=2018-07&zoom=month&status=cancelled")
    expect(page.locator(".mark").first).to_be_in_viewport()
    make_event("Late talks in Lima", kind=Kind.TALKS, when="2018-08-29")
    page.goto("/drawn/?at=2018-08&lanes=kind&zoom=month")
    expect(page.locator(".mark").first).to_be_in_viewport()
    assert page.locator(".drawing").evaluate("drawing => drawing.scrollLeft") > 0


def test_phone_without_scripts_pages_through_a_year(scriptless: Page, two_pages):  # noqa: F811
    page = scriptless
    page.goto("/")
    page.get_by_role("link", name="Filters", exact=True).click()
    page.get_by_role("link", name=re.compile("^2017")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Events, 2017")
    expect(page.locator("#total")).to_have_text("52 events")
    seen = set(page.locator("#list h4 a").evaluate_all("all => all.map(one => one.pathname)"))
    page.get_by_role("link", name="next 50").click()
    seen |= set(page.locator("#list h4 a").evaluate_all("all => all.map(one => one.pathname)"))
    assert len(seen) == 52
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.get_by_role("link", name="First page").click()
    expect(page.locator("#list h4")).to_have_count(50)


def test_phone_without_scripts_has_the_picture(scriptless: Page, cancelled):  # noqa: F811
    page = scriptless
    page.goto("/drawn/")
    page.get_by_role("link", name="Filters", exact=True).click()
    box(page, "Cancelled").check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"/drawn/\?status=cancelled$"))
    page.get_by_role("link", name=re.compile("Soto–Rey summit, Quito")).first.click()
    expect(page.locator(".evidence")).to_contain_text(CALLED_OFF)


def test_count_is_said_once_for_each_change(page: Page, chronology):  # noqa: F811
    page.goto("/")
    page.evaluate("""() => {
        window.said = [];
        const status = document.getElementById("status");
        new MutationObserver(() => window.said.push(status.textContent)).observe(
            status, {childList: true, characterData: true, subtree: true}
        );
    }""")
    box(page, "Summit").check()
    expect(page.locator("#total")).to_have_text("2 events")
    assert page.evaluate("() => window.said") == ["2 events"]
    box(page, "Cancelled").check()
    expect(page.locator("#total")).to_have_text("1 event")
    assert page.evaluate("() => window.said") == ["2 events", "1 event"]


def test_pasted_address_with_a_day_that_is_none(page: Page, chronology):  # noqa: F811
    page.goto("/?from=31%20Feb&kind=summit")
    expect(page.locator("#error-from")).to_have_text(re.compile("“31 Feb”: February has no day 31. Write it like"))
    expect(page.get_by_label("From")).to_have_value("31 Feb")
    expect(page.get_by_label("From")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#total")).to_have_text("2 events")
    page.get_by_role("link", name="“31 Feb” (not understood) (take away)").click()
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))


def test_all_events_are_printed(page: Page, two_pages):  # noqa: F811
    page.goto("/")
    page.get_by_text("Sort, save, cite").click()
    page.get_by_role("link", name="all on one page, to print").click()
    page.emulate_media(media="print")
    expect(page.locator("#list h4")).to_have_count(54)
    expect(page.locator(".print-only")).to_contain_text("(as of ")
    for hidden in (".filters", ".chips", ".save", "nav", ".themes"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#total")).to_be_visible()
