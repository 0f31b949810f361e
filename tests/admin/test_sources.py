"""The desk for sources: what is said about them, their day, reading again, withdrawing."""

import pytest
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from tests.chronicle import plain as plain_reader
from timeline.chronicle import curation, ingest
from timeline.models import Action, Decision, Event, Mention, PublishedHow, Source

pytestmark = pytest.mark.django_db

RELATIVE = "0 | summit | held | D | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)"


@pytest.fixture
def source(take):
    return take(f"Two leaders met.\n{RELATIVE}", title="Two leaders meet", publisher="Wire A").source


def fresh(source):
    return Source.objects.get(pk=source.pk)


def test_the_text_is_read_and_never_edited(desk, source):
    page = desk.see(desk.address(source))
    assert "Two leaders met." in plain(find(page, ".evidence .text")[0])
    assert not find(page, "[name=text], [name=raw], [name=sha256]")
    before = fresh(source).text
    desk.save(desk.address(source), text="Another text.", raw="X", title="New title")
    assert fresh(source).text == before and fresh(source).title == "New title"


def test_what_was_read_out_leads_to_its_event(desk, source):
    page = desk.see(desk.address(source))
    event = Event.objects.get()
    told = find(page, ".evidence article")[0]
    assert RELATIVE in plain(told) and "summit, held" in plain(told) and "undated" in plain(told)
    assert find(told, "a")[0].get("href") == desk.address(event)
    assert find(page, "a.viewsitelink")[0].get("href") == source.get_absolute_url()


def test_corrections_are_decisions(desk, source):
    changes = {"author": "Bruna Soto", "url": "https://wire-a.example/1", "rights": "passages"}
    desk.save(desk.address(source), reason="The byline.", **changes)
    decision = Decision.objects.get()
    assert (decision.action, decision.source, decision.why) == (Action.EDIT, source, "The byline.")
    assert decision.before == {"author": "", "url": "", "rights": ""}
    assert decision.after == changes
    assert "Author: nothing → Bruna Soto" in desk.words(desk.address(source, "history"))


def test_saving_unchanged_is_no_decision(desk, source):
    before = Source.history.count()
    desk.save(desk.address(source))
    assert not Decision.objects.exists() and Source.history.count() == before


@pytest.mark.parametrize("typed", ["2019-03-05", "05/03/2019", "5 March 2019", "March 5, 2019"])
def test_setting_the_day_dates_what_hangs_on_it_at_once(desk, source, typed):
    assert Event.objects.get().when == ""
    page = desk.save(desk.address(source), published_on=typed, reason="The archive.")
    assert "With 5 March 2019 as its day of publication, this would change." in plain(page)
    assert "Date: undated → 5 March 2019 (2019-03-05)" in plain(page)
    assert Event.objects.get().when == "" and not Decision.objects.exists()
    page = desk.go_on(page)
    assert Event.objects.get().when == "2019-03-05"
    assert fresh(source).published_how == PublishedHow.GIVEN
    told = messages(page)
    assert "Day of publication: 5 March 2019. 1 mention changed, 0 new, 0 no longer found; events: 0 new, 1" in told
    decision = Decision.objects.get()
    assert (decision.action, decision.why) == (Action.DAY, "The archive.")
    assert "Published on: nothing → 2019-03-05" in desk.words(desk.address(source, "history"))


def test_taking_the_day_away_undates_again(desk, source):
    desk.go_on(desk.save(desk.address(source), published_on="2019-03-05"))
    desk.go_on(desk.save(desk.address(source), published_on=""))
    assert (Event.objects.get().when, fresh(source).published_how) == ("", PublishedHow.UNKNOWN)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("yonder", "“yonder” is no date we can read; try 27 March 2018"),
        ("March 2019", "“March 2019” is no single day. Write it like 27 March 2018."),
        ("around 5 March 2019", "“around 5 March 2019” is no single day."),
        ("after 5 March 2019", "“after 5 March 2019” is no single day."),
        ("2019-02-30", "“2019-02-30”: February 2019 has no day 30."),
    ],
)
def test_a_wrong_day_is_quoted_and_nothing_is_saved(desk, source, typed, said):
    page = desk.save(desk.address(source), published_on=typed, author="Bruna Soto")
    assert said in errors(page, "published_on")
    assert fresh(source).published_on is None and fresh(source).author == ""


def test_an_inferred_day_is_confirmed_as_it_is(desk, source):
    assert not find(desk.see(desk.address(source)), "[name=confirm_day]")
    Source.objects.filter(pk=source.pk).update(published_on="2019-03-05", published_how=PublishedHow.INFERRED)
    desk.go_on(desk.save(desk.address(source), confirm_day="on"))
    assert fresh(source).published_how == PublishedHow.GIVEN
    assert Event.objects.get().when == "2019-03-05"
    assert not find(desk.see(desk.address(source)), "[name=confirm_day]")


def test_a_text_that_is_no_longer_read_is_a_message(desk, source):
    Source.objects.filter(pk=source.pk).update(text="Gibberish.")
    page = desk.save(desk.address(source), published_on="2019-03-05", author="Bruna Soto")
    assert "the text does not look like English" in messages(page)
    assert fresh(source).published_on is None and fresh(source).author == "Bruna Soto"
    page = desk.see(desk.address(source))
    assert "Read again…" in plain(find(page, ".object-tools")[0])
    page = desk.client.get(reverse("admin:timeline_source_reread", args=[source.pk]), follow=True).content.decode()
    assert "the text does not look like English" in page


def test_a_day_that_is_none_is_not_tried(desk, source):
    address = reverse("admin:timeline_source_day", args=[source.pk])
    page = desk.client.get(address, {"day": "yonder"}, follow=True).content.decode()
    assert "“yonder” is no date we can read" in page and not Decision.objects.exists()


def test_reading_again_says_what_changed(desk, source):
    page = desk.act("source", "read_again", [source])
    assert "“Two leaders meet” was read again: nothing changed, 1 mention as before." in messages(page)
    Mention.objects.update(place="Nowhere")
    Event.objects.update(place="Nowhere")
    page = desk.see(reverse("admin:timeline_source_reread", args=[source.pk]))
    assert "Would settle differently (1)" in plain(page) and "Place: Nowhere → Lima, Peru" in plain(page)
    assert Mention.objects.get().place == "Nowhere"
    page = desk.go_on(page)
    assert "1 mention changed, 0 new, 0 no longer found" in messages(page)
    assert Mention.objects.get().place == "Lima, Peru"
    assert "Nothing would change: 1 passage as before." in desk.words(
        reverse("admin:timeline_source_reread", args=[source.pk])
    )


def test_trying_out_tells_what_stands_because_of_an_editor(desk, source, monkeypatch):
    event = Event.objects.get()
    curation.edit(event, {"place": "Callao, Peru"}, desk.user)
    Mention.objects.update(place="Nowhere")
    words = desk.words(reverse("admin:timeline_source_reread", args=[source.pk]))
    assert "Stands, because an editor has set it (1)" in words
    assert "Place: the sources said Nowhere, and would say Lima, Peru" in words
    monkeypatch.setattr(ingest, "read", lambda text, *a, **k: plain_reader.read("Nothing.", *a, **k))
    words = desk.words(reverse("admin:timeline_source_reread", args=[source.pk]))
    assert "No longer found (1)" in words and "It counts all the same" in words
    assert Mention.objects.get().found


def test_decisions_on_a_source_are_undone_from_its_history(desk, source):
    desk.go_on(desk.save(desk.address(source), published_on="2019-03-05"))
    page = desk.see(desk.address(source, "history"))
    (form,) = [form for form in page.forms if "undo" in (form.get("action") or "")]
    assert "Undone: " in desk.client.post(form.get("action"), follow=True).content.decode()
    assert fresh(source).published_on is None and Event.objects.get().when == ""


def test_what_cannot_be_read_again_is_a_message(desk, source):
    Source.objects.filter(pk=source.pk).update(text="Gibberish.")
    page = desk.act("source", "read_again", [source])
    assert "“Two leaders meet”: the text does not look like English" in messages(page)


def test_withdrawing_asks_for_a_reason_and_is_put_back(desk, source):
    event = Event.objects.get()
    address = desk.address(source, "withdraw")
    assert address in [link.get("href") for link in find(desk.see(desk.address(source)), ".object-tools a")]
    desk.client.post(address, {"reason": " "})
    assert fresh(source).withdrawn_at is None
    desk.client.post(address, {"reason": "A hoax."})
    event.refresh_from_db()
    assert (fresh(source).withdrawn_why, event.is_public) == ("A hoax.", False)
    page = desk.see(desk.address(source))
    assert ": A hoax." in plain(page) and address not in [link.get("href") for link in find(page, "a")]
    back = reverse("admin:timeline_source_putback", args=[source.pk])
    assert [form for form in page.forms if form.get("action") == back]
    desk.client.post(back)
    event.refresh_from_db()
    assert fresh(source).withdrawn_at is None and event.is_public
    assert list(Decision.objects.order_by("id").values_list("action", flat=True)) == ["withdraw", "restore"]


def test_withdrawing_and_putting_back_several(desk, source, take):
    other = take("Another text.", title="Other").source
    page = desk.act("source", "withdraw_sources", [source, other])
    assert find(page, "textarea[name=reason]") and not Decision.objects.exists()
    page = desk.act("source", "withdraw_sources", [source, other], reason="A hoax.")
    assert "2 sources withdrawn." in messages(page)
    page = desk.act("source", "withdraw_sources", [source], reason="A hoax.")
    assert "this source has been withdrawn already" in messages(page)
    page = desk.act("source", "put_back_sources", [source, other])
    assert "2 sources put back." in messages(page) and fresh(source).withdrawn_at is None
    assert "this source has not been withdrawn" in messages(desk.act("source", "put_back_sources", [source]))


def test_withdrawn_sources_are_a_filter_away(desk, source):
    desk.act("source", "withdraw_sources", [source], reason="A hoax.")
    words = "Two leaders meet"
    assert words in desk.words("/admin/timeline/source/?withdrawn=yes")
    assert words not in plain(find(desk.see("/admin/timeline/source/?withdrawn=no"), "#changelist-form")[0])


def test_who_may_only_look_changes_nothing(desk_of, source):
    desk = desk_of("view_source", "view_event")
    page = desk.see(desk.address(source))
    assert "Two leaders met." in plain(page) and not find(page, "[name=title], [name=reason], .object-tools form")
    for step in ("withdraw", "putback", "reread", "day", "words"):
        address = reverse(f"admin:timeline_source_{step}", args=[source.pk])
        assert desk.client.post(address, {"reason": "X"}).status_code == 403
        assert desk.client.get(address).status_code in (302, 403)
    assert desk.client.get(reverse("admin:timeline_source_add")).status_code == 403
    assert desk.client.post(desk.address(source), {"title": "X"}).status_code == 403
    desk.act("source", "withdraw_sources", [source], reason="X")
    assert fresh(source).withdrawn_at is None and fresh(source).title == "Two leaders meet"
