"""The review queue: whose turn it is, one decision each, and what may be accepted at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from tests.builders import make_actor, make_event, make_mention, make_source
from timeline.admin.review import REASONS, queue, sure
from timeline.chronicle import curation
from timeline.models import ActorName, Decision, Event, NameOrigin, Review

pytestmark = pytest.mark.django_db

REVIEW = "/admin/review/"
DECIDE = "/admin/review/decide/"


def fresh(event):
    return Event.objects.get(pk=event.pk)


def shown(page):
    """Return the title of the candidate that a page shows."""
    return plain(find(page, "#draft-heading")[0])


def press(desk, do, event, query="", **more):
    """Press a button of the queue; return the page that comes."""
    sent = {"do": do, "event": event.pk, "seen": latest(event), **more}
    return desk.send(f"{DECIDE}{query}", sent, _continue=None)


def latest(event):
    return max(event.decisions.values_list("pk", flat=True), default=0)


def newcomer(name):
    actor = make_actor(name)
    ActorName.objects.filter(actor=actor).update(origin=NameOrigin.TEXT)
    return actor


@pytest.fixture
def two(db):
    titled = {"locked_fields": ["title"]}
    return make_event("First", when="2018", **titled), make_event("Second", when="2019", **titled)


def test_what_needs_an_editor_most_comes_first(db):
    high = {"confidence": "high"}
    make_event("plain", when="2018", **high)
    make_event("earlier", when="2017", **high)
    make_event("names somebody new", actors=[newcomer("Ana Lima")], when="2019", **high)
    make_event("medium", confidence="medium")
    make_event("low", confidence="low")
    disputed = make_event("disputed", disputed_fields=["when"], **high)
    changed = make_event("changed", review=Review.CHANGED, **high)
    make_event("accepted", review=Review.ACCEPTED)
    make_event("not public", public=False)
    assert [event.title for event in queue()] == [
        changed.title,
        disputed.title,
        "low",
        "medium",
        "names somebody new",
        "earlier",
        "plain",
    ]


def test_what_was_rejected_and_is_told_of_anew_waits(db):
    event = make_event("Rejected", locked_fields=["title"])
    curation.reject(event, "ana", "No.")
    assert list(queue()) == []
    make_mention(event, make_source(), queued=True)
    assert list(queue()) == [event]


def test_the_candidate_is_shown_with_its_passages_and_its_draft(desk, two):
    page = desk.see(REVIEW)
    assert shown(page) == "First" and "1 of 2 · 0 today" in plain(find(page, "[role=status]")[0])
    assert find(page, ".evidence mark") and "2018 (2018)" in plain(find(page, ".fields")[0])
    keys = {element.get("data-key") for element in find(page, "[data-key]")}
    assert keys == {"a", "r", "e", "n", "u", "1", "2", "3", "4", "5"}


def test_accepting_shows_the_next_and_counts(desk, two):
    page = press(desk, "accept", two[0])
    assert "Accepted: First." in messages(page) and shown(page) == "Second"
    assert "1 of 1 · 1 today" in plain(find(page, "[role=status]")[0])
    assert fresh(two[0]).review == Review.ACCEPTED
    page = press(desk, "accept", two[1])
    assert "Nothing waits · 2 today" in plain(find(page, "[role=status]")[0])


@pytest.mark.parametrize(("sent", "why"), [({"reason": "3"}, REASONS["3"]), ({"why": "A dream."}, "A dream.")])
def test_rejecting_gives_its_reason(desk, two, sent, why):
    page = press(desk, "reject", two[0], **sent)
    assert shown(page) == "Second" and fresh(two[0]).review == Review.REJECTED
    assert Decision.objects.get().why == why


def test_rejecting_without_a_reason_shows_it_again(desk, two):
    page = press(desk, "reject", two[0])
    assert "a rejection needs its reason" in messages(page) and shown(page) == "First"
    assert not Decision.objects.exists()


def test_skipping_leaves_it_where_it_is_and_comes_round_again(desk, two):
    (link,) = find(desk.see(REVIEW), "a[data-key=n]")
    page = desk.see(link.get("href"))
    assert shown(page) == "Second" and "2 of 2" in plain(find(page, "[role=status]")[0])
    (link,) = find(page, "a[data-key=n]")
    assert shown(desk.see(link.get("href"))) == "First"
    page = press(desk, "accept", two[1], "?skip=1")
    assert shown(page) == "First"


def test_the_last_decision_is_undone_and_its_event_shown(desk, two):
    curation.accept(two[1], "another")
    press(desk, "accept", two[0])
    page = desk.send(reverse("review-undo"), {}, _continue=None)
    assert "Undone: admin accepted" in messages(page) and shown(page) == "First"
    assert fresh(two[0]).review == Review.UNREVIEWED and fresh(two[1]).review == Review.ACCEPTED
    page = desk.send(reverse("review-undo"), {}, _continue=None)
    assert "There is no decision of yours to undo." in messages(page)


@pytest.fixture
def alike(db):
    actors = [make_actor("Ana Lima"), make_actor("Ben Okoro")]
    about = {"actors": actors, "when": "2018-03-04", "locked_fields": ["title", "actors"]}
    return make_event("First", **about), make_event("Second", **about)


def test_the_suggested_duplicate_is_merged(desk, alike):
    first, second = alike
    page = desk.see(REVIEW)
    assert f"May be the same as {second.pk}: Second" in plain(page)
    Event.objects.filter(pk=second.pk).update(locked_fields=[])
    page = press(desk, "merge", first, other=second.pk)
    assert "Merged into: First." in messages(page) and fresh(second).root == first


def test_values_that_collide_are_not_merged_by_one_key(desk, alike):
    first, second = alike
    page = press(desk, "merge", first, other=second.pk)
    assert "editors have set both" in messages(page) and fresh(second).merged_into is None
    (link,) = find(page, ".alike a")
    assert link.get("href").startswith(reverse("admin:timeline_event_merge", args=[first.pk, second.pk]))


def test_what_is_not_the_same_is_not_suggested_again(desk, alike):
    page = press(desk, "apart", alike[0], other=alike[1].pk)
    assert "are not the same" in messages(page) and not find(page, ".alike")


def test_correcting_in_place_locks_and_stays(desk, two):
    page = desk.see(REVIEW)
    (form,) = [form for form in page.forms if form.get("id") == "edit_form"]
    sent = dict(form.form_values())
    page = desk.send(REVIEW, sent, **{"edit-place": "Lima, Peru", "edit-reason": "The diary."}, _continue=None)
    assert "Corrected: " in messages(page) and shown(page) == "First"
    assert (fresh(two[0]).place, fresh(two[0]).locked_fields) == ("Lima, Peru", ["place", "title"])
    assert Decision.objects.get().why == "The diary."


def test_correcting_and_accepting_shows_the_next(desk, two):
    page = desk.see(REVIEW)
    (form,) = [form for form in page.forms if form.get("id") == "edit_form"]
    sent = dict(form.form_values()) | {"edit-when": "4 Mar 2018", "_accept": "1"}
    page = desk.send(REVIEW, sent, _continue=None)
    assert "is understood as 4 March 2018 (2018-03-04)" in errors(page, "when") and fresh(two[0]).when == "2018"
    (form,) = [form for form in page.forms if form.get("id") == "edit_form"]
    page = desk.send(REVIEW, dict(form.form_values()) | {"_accept": "1"}, _continue=None)
    assert "Corrected and accepted" in messages(page) and shown(page) == "Second"
    assert (fresh(two[0]).when, fresh(two[0]).review) == ("2018-03-04", Review.ACCEPTED)


def test_what_cannot_stand_comes_back(desk, two):
    page = desk.see(REVIEW)
    (form,) = [form for form in page.forms if form.get("id") == "edit_form"]
    sent = dict(form.form_values()) | {"edit-kind": "agreement", "edit-status": "collapsed"}
    page = desk.send(REVIEW, sent, _continue=None)
    assert "An act has only happened (held) or is planned." in errors(page, "status")
    assert not Decision.objects.exists()


def test_what_another_editor_decided_meanwhile_is_told_and_not_overruled(desk, two):
    curation.reject(two[0], "bruna", "Not diplomacy.")
    page = desk.send(DECIDE, {"do": "accept", "event": two[0].pk, "seen": "0"}, _continue=None)
    assert "Bruna rejected it meanwhile" in messages(page)
    assert fresh(two[0]).review == Review.REJECTED and Decision.objects.count() == 1


def test_what_changed_since_it_was_accepted_is_shown(desk, take):
    take("0 | summit | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-05")
    event = Event.objects.get()
    curation.accept(event, desk.user)
    take("0 | summit | collapsed | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-06")
    words = desk.words(REVIEW)
    assert "Changed since it was accepted:" in words and "Status: held → collapsed" in words


def test_only_what_is_sure_is_accepted_at_once_a_sample_first(desk):
    events = [make_event(f"Sure {n:02}", when="2018") for n in range(55)]
    make_event("Unsure", confidence="medium")
    make_event("Disputed", disputed_fields=["when"])
    make_event("Changed", review=Review.CHANGED)
    page = desk.see("/admin/review/at-once/")
    assert "50 of 55 events of high confidence" in plain(page)
    assert len(find(page, "section.evidence")) == 5 and not Decision.objects.exists()
    curation.reject(events[0], "bruna", "No.")
    page = desk.go_on(page)
    assert "49 events accepted. 1 had changed meanwhile and wait." in messages(page)
    assert Event.objects.filter(review=Review.ACCEPTED).count() == 49
    assert sure().count() == 5


def test_nothing_sure_says_so(desk):
    make_event("Unsure", confidence="low")
    assert "No event waits that is of high confidence" in desk.words("/admin/review/at-once/")


def test_the_queue_asks_as_often_for_many_as_for_few(desk):
    counts = []
    for number in (5, 40):
        for n in range(number):
            make_event(f"Talks {number} {n}", actors=[newcomer(f"Ana {number} {n}")], when="2018")
        desk.see(REVIEW)
        with CaptureQueriesContext(connection) as asked:
            desk.see(REVIEW)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25


@pytest.mark.parametrize("address", [REVIEW, "/admin/review/at-once/"])
def test_reviewing_needs_permission(desk_of, two, client, address):
    assert desk_of("view_event").client.get(address).status_code == 403
    assert desk_of("view_event", "change_event").client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code == 302


def test_deciding_needs_permission_and_a_button(desk_of, desk, two):
    reader = desk_of("view_event")
    for address in (DECIDE, "/admin/review/undo/"):
        assert reader.client.post(address, {"do": "accept", "event": two[0].pk}).status_code == 403
        assert desk.client.get(address).status_code == 405
    assert not Decision.objects.exists()


def test_what_is_asked_for_wrongly_does_nothing(desk, two):
    assert desk.client.post(DECIDE, {"do": "accept", "event": "0"}).status_code == 404
    page = press(desk, "dance", two[0])
    assert "choose what to do with it" in messages(page) and not Decision.objects.exists()
