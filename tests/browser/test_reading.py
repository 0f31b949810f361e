"""Reading in a real browser: filters, the way to a passage and back, the back button, without scripts, by keyboard."""

import re
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.builders import make_actor, make_event, make_source, make_state, reason
from timeline.models import Actor, Event, Kind, Source, Status

TEXT = """President makes unannounced trip to Lima

LIMA, May 4 -- Chilean President Ana Soto met Peru's President Luis Rey in Lima on Tuesday, officials said.

A second summit was cancelled on Wednesday, an aide told reporters.

Analysts said that the timing was notable, and nobody would say more."""
MET = "Chilean President Ana Soto met Peru's President Luis Rey in Lima on Tuesday, officials said."


@pytest.fixture
def chronology(transactional_db) -> Source:
    """A summit that was held, one that was called off, and two statements."""
    chile, peru = make_state("Chile"), make_state("Peru")
    soto = make_actor("Ana Soto", affiliation=chile, office="president", names=["Soto"])
    rey = make_actor("Luis Rey", affiliation=peru, office="president")
    article = make_source(
        TEXT,
        published=date(2018, 5, 4),
        title="President makes unannounced trip to Lima",
        url="https://north-wire.example/lima",
        publisher="North Wire",
    )
    summit = make_event(
        "Soto–Rey summit, Lima",
        kind=Kind.SUMMIT,
        when="2018-05-01",
        place="Lima, Peru",
        country=peru,
        actors=[soto, rey],
        source=article,
        exact=MET,
    )
    summit.mentions.update(
        reasons=[
            reason(article, "actors", "full name", "Ana Soto", "Luis Rey"),
            reason(article, "kind", "verb", "met"),
            reason(article, "when", "weekday", "Tuesday"),
        ],
        when_words="on Tuesday",
        relative=True,
        speaker="officials",
    )
    make_event(
        "Soto–Rey summit",
        kind=Kind.SUMMIT,
        status=Status.CANCELLED,
        when="[2018-06-01..2018-06-10]",
        actors=[soto, rey],
        source=article,
        exact="A second summit was cancelled on Wednesday, an aide told reporters.",
        disputed_fields=["when"],
    )
    make_statements(article, [rey], 2)
    return article


def make_statements(article: Source, actors: list[Actor], number: int) -> None:
    for n in range(number):
        make_event(f"Statement {n}", kind=Kind.STATEMENT, when=f"2017-{n % 12 + 1:02d}", actors=actors, source=article)


@pytest.fixture
def two_pages(chronology) -> Source:
    """Enough statements besides for a second page of the timeline."""
    make_statements(chronology, [Actor.objects.get(slug="luis-rey")], 50)
    return chronology


def box(page: Page, name: str) -> Locator:
    """A filter's checkbox."""
    return page.get_by_role("checkbox", name=name, exact=True)


def test_filter_changes_list_counts_chips_title_and_address(page: Page, chronology):
    page.goto("/")
    expect(page.locator("#total")).to_have_text("4 events")
    box(page, "Summit").check()
    expect(page.locator("#total")).to_have_text("2 events")
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    expect(page).to_have_title("Summits · Aide-Mémoire")
    expect(page.get_by_role("heading", level=1)).to_have_text("Summits")
    expect(page.locator("#chips")).to_contain_text("Summit")
    expect(page.locator("#list h4")).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("2 events")
    expect(box(page, "Summit")).to_be_focused()
    box(page, "Cancelled").check()
    expect(page.locator("#total")).to_have_text("1 event")
    expect(page).to_have_url(re.compile(r"/\?kind=summit&status=cancelled$"))


def test_status_region_is_never_replaced(page: Page, chronology):
    page.goto("/")
    page.evaluate("() => { document.getElementById('status').kept = true }")
    box(page, "Summit").check()
    expect(page.get_by_role("status")).to_have_text("2 events")
    assert page.evaluate("() => document.getElementById('status').kept") is True


def test_back_button_brings_back_list_and_boxes(page: Page, chronology):
    page.goto("/")
    box(page, "Summit").check()
    expect(page.locator("#total")).to_have_text("2 events")
    box(page, "Cancelled").check()
    expect(page.locator("#total")).to_have_text("1 event")
    page.go_back()
    expect(page.locator("#total")).to_have_text("2 events")
    expect(box(page, "Cancelled")).not_to_be_checked()
    expect(box(page, "Summit")).to_be_checked()
    page.go_back()
    expect(page.locator("#total")).to_have_text("4 events")
    expect(box(page, "Summit")).not_to_be_checked()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chronology")


def test_back_from_an_event_shows_the_same_choices(page: Page, chronology):
    page.goto("/")
    box(page, "Summit").check()
    expect(page.locator("#total")).to_have_text("2 events")
    page.get_by_role("link", name="Soto–Rey summit, Lima").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Soto–Rey summit, Lima")
    page.go_back()
    expect(page.locator("#total")).to_have_text("2 events")
    expect(page.locator("#list h4")).to_have_count(2)
    expect(box(page, "Summit")).to_be_checked()


def test_typing_narrows_the_list_and_leaves_one_entry_in_the_history(page: Page, chronology):
    page.goto("/method/")
    page.goto("/")
    page.get_by_label("Search titles").press_sequentially("tuesday", delay=20)
    expect(page.locator("#total")).to_have_text("3 events")
    expect(page.locator("mark.hit").first).to_have_text("Tuesday")
    expect(page).to_have_url(re.compile(r"/\?q=tuesday$"))
    expect(page.get_by_label("Search titles")).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/method/$"))


def test_actor_is_typed_by_name_and_bad_date_told_beside_its_field(page: Page, chronology):
    page.goto("/")
    page.get_by_label("Actor", exact=True).fill("Soto")
    page.get_by_label("From").fill("31 Feb")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("#total")).to_have_text("2 events")
    expect(page.locator("#error-from")).to_contain_text("“31 Feb”: February has no day 31.")
    expect(page.get_by_label("From")).to_have_value("31 Feb")
    expect(page.locator("#chips")).to_contain_text("Ana Soto")


def test_next_fifty_are_added_below(page: Page, two_pages):
    page.goto("/")
    expect(page.locator("#list h4")).to_have_count(50)
    page.get_by_role("link", name="next 50").click()
    expect(page.locator("#list h4")).to_have_count(54)
    expect(page.get_by_role("link", name="next 50")).to_have_count(0)


def headings(page: Page) -> list[str]:
    return page.locator(".year > h2 > span:first-child, .month > h3 > span:first-child").all_text_contents()


def test_next_fifty_come_under_the_headings_that_are_there(page: Page, two_pages):
    page.goto("/?rows=100")
    whole, rows = headings(page), page.locator("#list h4").all_text_contents()
    page.goto("/")
    page.get_by_role("link", name="next 50").click()
    expect(page.locator("#list h4")).to_have_count(54)
    assert headings(page) == whole
    assert whole.count("2017") == whole.count("December") == 1
    assert sorted(page.locator("#list h4").all_text_contents()) == sorted(rows)
    assert page.locator("#list .chunk").count() == 1


def test_next_fifty_by_keyboard_lead_on_to_the_first_of_them(page: Page, two_pages):
    page.goto("/")
    before = page.locator("#list h4 a").evaluate_all("all => all.map(one => one.pathname)")
    page.get_by_role("link", name="next 50").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#list h4")).to_have_count(54)
    here = page.evaluate("() => document.activeElement.pathname")
    assert here.startswith("/events/")
    assert here not in before


def test_back_from_an_event_finds_the_place_in_a_list_that_has_grown(page: Page, two_pages):
    page.goto("/")
    page.get_by_role("link", name="next 50").click()
    expect(page.locator("#list h4")).to_have_count(54)
    expect(page).to_have_url(re.compile(r"/\?rows=54$"))
    last = page.locator("#list h4 a").last
    last.scroll_into_view_if_needed()
    where = page.evaluate("() => scrollY")
    assert where > 1000
    last.click()
    expect(page).to_have_url(re.compile("/events/"))
    page.go_back()
    expect(page.locator("#list h4")).to_have_count(54)
    expect(page.locator("#list h4 a").last).to_be_in_viewport()
    assert page.evaluate("() => scrollY") == where


def test_filter_on_a_list_that_has_grown_begins_anew_and_back_finds_it(page: Page, two_pages):
    page.goto("/")
    page.get_by_role("link", name="next 50").click()
    expect(page.locator("#list h4")).to_have_count(54)
    box(page, "Summit").check()
    expect(page.locator("#total")).to_have_text("2 events")
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    page.go_back()
    expect(page.locator("#list h4")).to_have_count(54)


def test_two_ticked_actors_lead_to_what_they_did_together(page: Page, chronology):
    page.goto("/")
    box(page, "Ana Soto").check()
    expect(page.locator("#total")).to_have_text("2 events")
    box(page, "Luis Rey").check()
    expect(page.locator("#total")).to_have_text("4 events")
    page.get_by_role("link", name="Only where both take part: 2 events").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Soto and Luis Rey")
    expect(page.locator(".answers")).to_contain_text("1 known meeting")
    page.get_by_role("link", name="Events of either of the two").click()
    expect(page.locator("#total")).to_have_text("4 events")


def test_source_is_chosen_by_words_of_its_title(page: Page, chronology):
    page.goto("/")
    page.locator("summary", has_text="Source").click()
    page.get_by_label("Words of a title or publisher").fill("unannounced trip")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/\?source={chronology.pk}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "as told by “President makes unannounced trip to Lima”"
    )
    page.goto("/sources/")
    page.get_by_role("link", name=re.compile("^4 events of “President makes")).click()
    expect(page).to_have_url(re.compile(rf"/\?source={chronology.pk}$"))


def test_passage_leads_to_its_place_and_back(page: Page, chronology):
    page.goto("/?kind=summit&status=held")
    page.locator(".quote footer a").first.click()
    expect(page).to_have_url(re.compile(r"/sources/\d+-president-makes-unannounced-trip-to-lima/#p\d+$"))
    passage = page.locator("mark.passage:target")
    expect(passage).to_contain_text("Chilean President Ana Soto met")
    expect(passage).to_be_in_viewport()
    page.locator("#l2 .refs a").first.click()
    expect(page).to_have_url(re.compile(r"/events/\d+-sotorey-summit-lima/#p\d+$"))
    expect(page.locator("li.evidence:target")).to_contain_text("officials said.")
    expect(page.locator("li.evidence:target")).to_be_in_viewport()


def test_failure_keeps_the_list_and_offers_the_plain_page(page: Page, chronology, noise):
    page.goto("/")
    page.route("**/*kind=summit*", lambda route: route.fulfill(status=500, body="broken"))
    box(page, "Summit").check()
    expect(page.get_by_role("alert")).to_contain_text("The list could not be changed")
    expect(page.locator("#list h4")).to_have_count(4)
    expect(page.get_by_role("alert").get_by_role("link")).to_have_attribute("href", re.compile("kind=summit"))
    assert len(noise) >= 1
    noise.clear()  # the browser's and htmx's own lines about the answer


@pytest.fixture
def scriptless(browser: Browser, browser_context_args, base_url, noise):
    context = browser.new_context(
        **{**browser_context_args, "base_url": base_url},
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
    )
    yield context.new_page()
    context.close()


def test_everything_works_without_scripts_on_a_phone(scriptless: Page, two_pages):
    page = scriptless
    page.goto("/")
    expect(page.get_by_role("button", name="Apply")).to_be_hidden()
    page.get_by_role("link", name="Filters", exact=True).click()
    box(page, "Summit").check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    expect(page.locator("#total")).to_have_text("2 events")
    expect(page.get_by_role("link", name="Filters (1)")).to_be_visible()
    page.get_by_role("link", name="Summit (take away)").click()
    expect(page.locator("#total")).to_have_text("54 events")
    page.get_by_role("link", name="next 50").click()
    expect(page.locator("#list h4")).to_have_count(4)
    page.get_by_role("link", name="Later events").click()
    expect(page.locator("#list h4")).to_have_count(50)


def test_way_to_the_evidence_by_keyboard_alone(page: Page, chronology):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Search titles")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "kind-summit":
            break
    page.keyboard.press("Space")
    expect(page.locator("#total")).to_have_text("2 events")
    expect(box(page, "Summit")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent") == "Soto–Rey summit, Lima":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Soto–Rey summit, Lima")


def test_bars_of_the_histogram_are_no_tab_stops(page: Page, chronology):
    page.goto("/")
    assert page.locator("#histogram svg a[tabindex='-1']").count() == 4
    assert page.locator("#histogram svg a:not([tabindex='-1'])").count() == 0


ADDRESSES = [
    "/",
    "/?actor=ana-soto&with=luis-rey",
    "/?print=1",
    "/drawn/",
    "/drawn/?at=2018-05&lanes=kind&zoom=month",
    "event",
    "source",
    "/actors/luis-rey/",
    "/actors/",
    "/sources/",
    "/sources/?q=nothing+like+it",
    "/?actor=ana-soto&actor=luis-rey&source=herring",
]


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways(context: BrowserContext, page: Page, chronology, width):
    page.set_viewport_size({"width": width, "height": 700})
    for address in [*ADDRESSES, "/method/", "/?actor=nobody&from=31+Feb"]:
        page.goto(resolve(address))
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, address
    page.goto("/#filters")
    expect(page.get_by_role("button", name="Apply")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def resolve(address: str) -> str:
    if address == "event":
        return Event.objects.filter(kind=Kind.SUMMIT).latest("pk").get_absolute_url()
    if address == "source":
        return Source.objects.get().get_absolute_url()
    return address


def test_policy_is_strict_on_every_page(page: Page, chronology):
    for address in ADDRESSES:
        policy = page.goto(resolve(address)).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_shortcuts_walk_the_list_and_can_be_switched_off(page: Page, chronology):
    page.goto("/?order=oldest")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Statement 0")).to_be_focused()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Statement 1")).to_be_focused()
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="Statement 0")).to_be_focused()
    page.keyboard.press("]")
    expect(page.locator(".year h3").nth(1)).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_label("Search titles")).to_be_focused()
    page.keyboard.type("jo")
    expect(page.get_by_label("Search titles")).to_have_value("jo")
    page.goto("/?kind=summit&order=oldest")
    page.keyboard.press("j")
    page.keyboard.press("s")
    expect(page).to_have_url(re.compile(r"/sources/.*#p\d+$"))
    page.get_by_role("button", name="Keyboard shortcuts are on").click()
    page.goto("/?order=oldest")
    page.keyboard.press("j")
    expect(page.locator("body")).to_be_focused()
    expect(page.get_by_role("button", name="Keyboard shortcuts are off")).to_be_visible()


def test_theme_is_chosen_and_stays_without_a_flash(page: Page, chronology):
    page.goto("/method/")
    page.get_by_role("button", name="Dark").click()
    expect(page).to_have_url(re.compile(r"/method/$"))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/")
    expect(page.locator("body")).to_have_css("background-color", "rgb(21, 20, 15)")
    page.get_by_role("button", name="As the system").click()
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 246)")


def test_reporter_finds_when_two_last_met_and_who_says_so(page: Page, chronology):
    page.goto("/")
    page.get_by_label("Search titles").fill("Soto and Rey")
    page.get_by_label("Search titles").press("Enter")
    expect(page).to_have_url(re.compile(r"/\?actor=ana-soto&with=luis-rey$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Soto and Luis Rey")
    answers = page.locator(".answers")
    expect(answers).to_contain_text("1 May 2018, Lima, Peru")
    expect(answers).to_contain_text("officials said.")
    answers.locator(".citation").click()
    expect(page.locator("mark.passage:target")).to_contain_text("Chilean President Ana Soto met")
    page.go_back()
    answers.locator(".answer").click()
    expect(page.locator(".cite")).to_contain_text("rests on North Wire, 4 May 2018, ¶2")


def test_old_link_to_a_merged_event_leads_to_where_it_went(page: Page, chronology):
    summit = Event.objects.get(title="Soto–Rey summit, Lima")
    merged = make_event("Dinner in Lima", public=False, merged_into=summit)
    page.goto(merged.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_have_text("Soto–Rey summit, Lima")


def test_picture_of_a_day_begins_where_its_signs_are_on_a_phone(page: Page, chronology):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/drawn/?zoom=day&at=2018-05-01")
    expect(page.locator(".drawing .mark use").first).to_be_in_viewport()
