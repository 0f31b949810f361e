"""The admin in a real browser: every page under the content policy, pickers, correcting an event and finding it so."""

import re
from datetime import date
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.builders import make_actor, make_event, make_source, make_state, take_part
from timeline.chronicle import curation
from timeline.models import Decision, Event, Intake, Review

QUOTE = "Ministers of Chile and Peru met in Arica on 27 March 2018."


@pytest.fixture
def event(transactional_db) -> Event:
    chile, peru = make_state("Chile"), make_state("Peru")
    source = make_source(f"It rained all day. {QUOTE} They parted late.", published=date(2018, 3, 28))
    event = make_event("Ministers meet", actors=[chile], country=chile, source=source, exact=QUOTE, when="2018-03-27")
    Event.objects.filter(pk=event.pk).update(locked_fields=["actors", "country"])
    take_part(event, peru)
    make_event("A pact", kind="agreement", concerns=event, when="2018-04")
    make_event("Envoys meet", actors=[chile, peru], when="2018-03-27", confidence="low")
    Intake.objects.create(text="A text on its way in.")
    curation.edit(event, {"title": "Ministers of Chile and Peru meet"}, "another", "Too short.")
    return Event.objects.get(pk=event.pk)


def pages(event: Event) -> dict[str, str]:
    """Return the address of every page of the desk."""
    models = ("event", "source", "actor", "decision", "intake")
    found = {f"{model} list": reverse(f"admin:timeline_{model}_changelist") for model in models}
    rows = {"event": event, "source": event.mentions.get().source, "actor": event.actors.first()}
    for name, row in rows.items():
        found[f"{name} form"] = reverse(f"admin:timeline_{name}_change", args=[row.pk])
        found[f"{name} history"] = reverse(f"admin:timeline_{name}_history", args=[row.pk])
    found["decision"] = reverse("admin:timeline_decision_change", args=[Decision.objects.first().pk])
    found["intake"] = reverse("admin:timeline_intake_change", args=[Intake.objects.get().pk])
    source, actors = rows["source"], list(event.actors.order_by("pk"))
    for step in ("reread", "day", "words"):
        found[f"source {step}"] = reverse(f"admin:timeline_source_{step}", args=[source.pk])
    found["source day"] += "?day=2018-03-29"
    found["name"] = reverse("admin:timeline_actor_name", args=[actors[0].pk]) + "?name=Arica"
    for step, (model, one, other) in product(
        ("merge", "same", "split"), (("event", event, Event.objects.get(title="Envoys meet")), ("actor", *actors))
    ):
        args = [one.pk, other.pk] if step == "merge" else [one.pk]
        found[f"{model} {step}"] = reverse(f"admin:timeline_{model}_{step}", args=args)
    found["start"] = reverse("admin:index")
    found["review"] = reverse("review")
    found["at once"] = reverse("review-at-once")
    found["feed"] = reverse("admin:timeline_source_add")
    found["sent"] = reverse("admin:timeline_intake_sent") + "?by=everybody"
    found["reject"] = reverse("admin:timeline_event_reject", args=[event.pk])
    found["withdraw"] = reverse("admin:timeline_source_withdraw", args=[rows["source"].pk])
    found["new event"] = reverse("admin:timeline_event_add")
    found["new actor"] = reverse("admin:timeline_actor_add")
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_keeps_the_policy_and_its_width(page: Page, editor, event, width):
    """What the browser says on its console, and requests to other hosts, fail this test by themselves."""
    page.set_viewport_size({"width": width, "height": 800})
    for name, address in pages(event).items():
        page.goto(address)
        expect(page.locator("#content h1"), name).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


STOCK = [[".breadcrumbs"], ["th.original"], ["#searchbar"], [".select2-selection__rendered"]]
"""Parts of the stock admin that axe finds fault with: links known by colour, an empty heading, a picture for a label,
the inside of a picker that has its name one level up."""


def test_every_page_can_be_read_aloud(browser: Browser, base_url: str, context: BrowserContext, editor, event):
    # axe writes styles into pages, which the policy would refuse
    lenient = browser.new_context(base_url=base_url, bypass_csp=True, storage_state=context.storage_state())
    page = lenient.new_page()
    for name, address in pages(event).items():
        page.goto(address)
        found = Axe().run(page, context={"exclude": STOCK}).response["violations"]
        assert {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found} == {}, name
    lenient.close()


def test_editor_corrects_an_event_and_finds_it_corrected(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_changelist"))
    page.get_by_role("link", name="Ministers of Chile and Peru meet").click()
    expect(page.locator(".evidence mark")).to_have_text(QUOTE)
    page.get_by_role("textbox", name="Date:").fill("25–28 Mar 2018")
    expect(page.locator(".understood")).to_have_text("Understood as 25–28 March 2018 (2018-03-25/2018-03-28)")
    page.get_by_label("Why:").fill("The diary.")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist")).to_contain_text(
        "“25–28 Mar 2018” was read as 25–28 March 2018 (2018-03-25/2018-03-28)."
    )
    expect(page.locator("#id_when_helptext")).to_contain_text("Set by admin on")
    page.get_by_role("link", name="View on site").click()
    expect(page).to_have_url(re.compile(f"/events/{event.pk}-"))
    expect(page.locator("body")).to_contain_text("25–28 March 2018")


def test_wrong_date_comes_back_with_what_was_typed(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_change", args=[event.pk]))
    page.get_by_role("textbox", name="Date:").fill("yonder")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".field-when .errorlist")).to_contain_text("“yonder” is no date we can read; try 27 March 2018")
    expect(page.get_by_role("textbox", name="Date:")).to_have_value("yonder")


def test_actor_is_picked_by_another_name_and_takes_part(page: Page, editor, event):
    make_actor("Bruna Soto", names=["La Soto"])
    page.goto(reverse("admin:timeline_event_change", args=[event.pk]))
    page.get_by_text("Add another Actor").click()
    row = page.locator("#participations-2")
    row.get_by_role("combobox").first.click()
    page.locator(".select2-search__field").fill("la soto")
    page.get_by_role("option", name="Bruna Soto").click()
    row.get_by_label("Role").select_option("mediator")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator("#participations-2 .select2-selection__rendered")).to_contain_text("Bruna Soto")
    assert event.participations.filter(actor__name="Bruna Soto", role="mediator").exists()


def test_actor_is_made_beside_the_event(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_change", args=[event.pk]))
    page.get_by_text("Add another Actor").click()
    row = page.locator("#participations-2")
    with page.expect_popup() as opened:
        row.get_by_role("link", name="Add another").click()
    opened.value.get_by_label("Name:").fill("Cai Shen")
    opened.value.get_by_label("Kind:").select_option("person")
    opened.value.get_by_role("button", name="Save").click()
    expect(row.locator(".select2-selection__rendered")).to_contain_text("Cai Shen")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    assert event.participations.filter(actor__slug="cai-shen").exists()


def test_encounter_is_picked_with_its_date(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_add"))
    page.locator(".field-concerns").get_by_role("combobox").click()
    page.locator(".select2-search__field").fill("peru")
    expect(page.get_by_role("option", name="Ministers of Chile and Peru meet, 27 March 2018")).to_be_visible()


def test_list_is_narrowed_to_a_picked_actor(page: Page, editor, event):
    make_event("Elsewhere")
    page.goto(reverse("admin:timeline_event_changelist"))
    expect(page.locator("#result_list tbody tr")).to_have_count(4)
    picker = page.locator("#changelist-filter details", has_text="By actor")
    picker.get_by_role("combobox").click()
    page.locator(".select2-search__field").fill("peru")
    page.get_by_role("option", name="Peru").click()
    picker.get_by_role("button", name="Show").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
    expect(page.locator("#result_list")).to_contain_text("Ministers of Chile and Peru meet")


def test_rejecting_from_the_list_asks_why(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_changelist"))
    page.locator("#result_list tr", has_text="Ministers").get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option("reject_events")
    page.get_by_role("button", name="Go").click()
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".errorlist")).to_contain_text("Say why")
    page.get_by_label("Reason:").fill("Not diplomacy.")
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".messagelist")).to_contain_text("1 event rejected.")
    event.refresh_from_db()
    assert event.review == Review.REJECTED


def test_unlocking_and_undoing(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_change", args=[event.pk]))
    page.get_by_role("checkbox", name=re.compile("^Title: the sources say: ")).check()
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_role("checkbox", name=re.compile("^Title:"))).to_have_count(0)
    page.get_by_role("link", name="History").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("textbox", name="Title:")).to_have_value("Ministers of Chile and Peru meet")


def test_day_of_a_source_is_picked_from_the_calendar(page: Page, editor, event):
    source = event.mentions.get().source
    page.goto(reverse("admin:timeline_source_change", args=[source.pk]))
    page.locator(".calendarlink, .date-icon").first.click()
    page.locator(".calendarbox").get_by_role("link", name="Today").or_(
        page.get_by_role("link", name="Today")
    ).first.click()
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator("#content")).to_contain_text("as its day of publication, this would change.")
    page.get_by_role("button", name="Set the day").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Day of publication: ")


# By keyboard alone


def candidate(page: Page):
    return page.locator("#draft-heading")


def test_the_queue_is_worked_through_with_one_key_each(page: Page, editor, event):
    page.goto(reverse("review"))
    expect(candidate(page)).to_have_text("Envoys meet")  # the least sure comes first
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\s*1 of 3 · 0 today\s*$"))
    page.keyboard.press("n")
    expect(candidate(page)).to_have_text(re.compile("Chile"))
    page.keyboard.press("a")
    expect(page.locator(".messagelist")).to_contain_text("Accepted: ")
    page.keyboard.press("r")
    expect(page.get_by_role("button", name="Not diplomacy.")).to_be_visible()
    page.keyboard.press("3")
    expect(page.locator(".messagelist")).to_contain_text("Rejected: ")
    expect(page.get_by_role("status")).to_contain_text("2 today")
    page.keyboard.press("u")
    expect(page.locator(".messagelist")).to_contain_text("Undone: ")
    expect(page.get_by_role("status")).to_contain_text("1 today")
    assert Decision.objects.filter(editor=editor).count() == 3


def test_the_suggested_duplicate_is_merged_with_one_key(page: Page, editor, event):
    page.goto(reverse("review"))
    expect(page.locator(".alike")).to_contain_text("May be the same as")
    page.keyboard.press("m")
    expect(page.locator(".messagelist")).to_contain_text("Merged into: ")
    assert event.merged.exists()


def test_an_event_is_corrected_in_place_by_keyboard(page: Page, editor, event):
    page.goto(reverse("review"))
    page.keyboard.press("e")
    expect(page.get_by_label("Title:")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Envoys meet in Arica")  # letters typed into a field are no commands
    page.get_by_label("Date:").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("27 Mar 2018")
    expect(page.locator(".understood")).to_have_text("Understood as 27 March 2018 (2018-03-27)")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Corrected: Envoys meet in Arica.")
    expect(candidate(page)).to_have_text("Envoys meet in Arica")
    assert Event.objects.filter(title="Envoys meet in Arica", when="2018-03-27").exists()


def test_the_keys_can_be_switched_off(page: Page, editor, event):
    page.goto(reverse("review"))
    page.get_by_role("button", name="Keys are on").press("Enter")
    page.locator("body").press("a")
    expect(page.get_by_role("button", name="Keys are off")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Keys are off")).to_be_visible()
    assert Decision.objects.filter(editor=editor).count() == 0
    page.get_by_role("button", name="Keys are off").press("Enter")
    page.locator("body").press("a")
    expect(page.locator(".messagelist")).to_contain_text("Accepted: ")


def test_an_article_is_fed_in_looked_at_and_taken_back(page: Page, editor):
    page.goto(reverse("admin:index"))
    page.get_by_role("link", name="Feed it an article").press("Enter")
    page.get_by_label("Text:").fill(f"Ministers meet in Arica\n\n{QUOTE} It rained all day.\n")
    page.get_by_label("Published on:").fill("2018-03-28")
    page.get_by_role("button", name="Preview").press("Enter")
    expect(page.locator("#content")).to_contain_text("0 of 1 event known.")
    assert not Event.objects.exists()
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Taken in: ")
    assert Event.objects.public().count() == 1
    page.locator(".messagelist").get_by_role("link", name="history").press("Enter")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Undone: ")
    assert not Event.objects.public().exists()


def test_words_selected_in_an_article_become_evidence(page: Page, editor, event):
    source = event.mentions.get().source
    page.goto(reverse("admin:timeline_source_words", args=[source.pk]))
    # as Shift and the arrow keys do with the caret in the text
    page.locator(".text .words").first.evaluate(
        """(line) => {
            const range = document.createRange();
            range.setStart(line.firstChild, 3);
            range.setEnd(line.firstChild, 9);
            document.getSelection().removeAllRanges();
            document.getSelection().addRange(range);
        }"""
    )
    expect(page.get_by_label("Words:")).to_have_value("rained")
    expect(page.get_by_label("In paragraph:")).to_have_value("1")
    page.get_by_label("Tells of event number:").fill(str(event.pk))
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("These words now tell of")
    assert event.mentions.filter(passage__exact="rained", passage__start=3).exists()


def test_two_events_are_merged_by_keyboard_and_parted_again(page: Page, editor, event):
    page.goto(reverse("admin:timeline_event_change", args=[event.pk]))
    page.get_by_role("link", name="Merge…").press("Enter")
    page.get_by_role("link", name="Envoys meet").press("Enter")
    page.get_by_label("Why:").fill("One meeting.")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("is now part of")
    page.get_by_role("link", name="History").press("Enter")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Undone: ")
    assert not event.merged.exists()


def test_reading_again_shows_first_what_would_change(page: Page, editor, event):
    source = event.mentions.get().source
    page.goto(reverse("admin:timeline_source_change", args=[source.pk]))
    page.get_by_role("link", name="Read again…").press("Enter")
    expect(page.get_by_role("heading", name="What would change")).to_be_visible()
    found = event.mentions.get().found
    page.get_by_role("button", name="Read again").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("was read again")
    assert found


def test_the_queue_works_without_scripts(browser: Browser, base_url: str, context: BrowserContext, editor, event):
    plain = browser.new_context(base_url=base_url, java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(reverse("review"))
    page.get_by_text("Reject…").click()
    page.get_by_role("button", name="Not diplomacy.").click()
    expect(page.locator(".messagelist")).to_contain_text("Rejected: ")
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".messagelist")).to_contain_text("Accepted: ")
    page.get_by_role("button", name="Undo my last").click()
    expect(page.locator(".messagelist")).to_contain_text("Undone: ")
    page.goto(reverse("admin:timeline_event_change", args=[event.pk]))
    page.get_by_role("textbox", name="Date:").fill("25–28 Mar 2018")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".field-when .errorlist")).to_contain_text("If that is right, save again.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("was read as 25–28 March 2018")
    plain.close()


def test_how_far_articles_have_come_is_shown_as_it_changes(page: Page, editor):
    sent = Intake.objects.create(text="Ils ont parlé de la pêche.", given={"file": "a.txt"}, sent_by=editor)
    page.clock.install()
    page.goto(reverse("admin:timeline_intake_sent"))
    expect(page.get_by_role("status")).to_have_text("0 of 1 read, 0 being read, 1 waiting, 0 failed.")
    Intake.objects.filter(pk=sent.pk).update(state="failed", error="It is not in English.")
    page.clock.fast_forward(5_000)
    expect(page.get_by_role("status")).to_have_text("0 of 1 read, 0 being read, 0 waiting, 1 failed.")
    expect(page.get_by_text("It is not in English.")).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("status")).to_have_text("0 of 1 read, 0 being read, 1 waiting, 0 failed.")
