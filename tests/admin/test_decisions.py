"""The list of decisions, and of what is on its way in: read, never changed."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.admin.conftest import find, plain
from tests.builders import make_actor, make_event, make_source, make_state
from timeline.admin.shown import Change, show_decisions
from timeline.chronicle import curation
from timeline.models import Decision, Intake

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(db):
    return make_event("Talks in Arica", locked_fields=["title"], when="2018-03")


def test_decisions_are_listed_with_what_they_are_about(desk, event):
    curation.reject(event, desk.user, "Not diplomacy.")
    page = desk.see("/admin/timeline/decision/")
    row = [plain(cell) for cell in find(page, "#result_list tbody td")]
    assert row == ["admin", "rejected", "Talks in Arica", "Not diplomacy."]
    assert find(page, ".field-about a")[0].get("href") == desk.address(event)


def test_a_decision_is_shown_in_words_and_cannot_be_changed(desk, event):
    decision = curation.edit(event, {"when": "2018-03-27", "country": make_state("Chile")}, desk.user, "The diary.")
    page = desk.see(desk.address(decision))
    words = plain(page)
    assert "Date: March 2018 (2018-03) → 27 March 2018 (2018-03-27)" in words and "Country: nothing → Chile" in words
    assert "The diary." in words and not find(page, "[name=_save], [name=why]")
    assert desk.client.post(desk.address(decision), {"why": "X"}).status_code == 403
    assert desk.client.get("/admin/timeline/decision/add/").status_code == 403


def test_what_undoes_what_is_linked(desk, event):
    first = curation.edit(event, {"place": "Arica"}, desk.user)
    second = curation.undo(first, desk.user)
    assert desk.address(second) in [link.get("href") for link in find(desk.see(desk.address(first)), ".readonly a")]
    assert desk.address(first) in [link.get("href") for link in find(desk.see(desk.address(second)), ".readonly a")]


@pytest.mark.parametrize("words", ["Arica", "admin", "diplomacy"])
def test_decisions_are_found(desk, event, words):
    curation.reject(event, desk.user, "Not diplomacy.")
    assert len(find(desk.see(f"/admin/timeline/decision/?q={words}"), "#result_list tbody tr")) == 1


def test_decisions_on_sources_and_actors_are_listed(desk):
    curation.withdraw(make_source(title="A dispatch"), desk.user, "A hoax.")
    curation.edit_actor(make_actor("Ana Lima"), {"office": "envoy"}, desk.user)
    page = desk.see("/admin/timeline/decision/")
    assert [plain(cell) for cell in find(page, ".field-about")] == ["Ana Lima", "A dispatch"]


def test_changes_name_actors_and_events_and_ask_twice(event, admin_user, django_assert_num_queries):
    pact = make_event("A pact", kind="agreement", locked_fields=["title"])
    ana, chile = make_actor("Ana Lima"), make_state("Chile")
    changes = {"concerns": event, "actors": [(ana, "host"), (chile, "target")], "country": chile, "when": ""}
    curation.edit(pact, changes, admin_user)
    decisions = list(Decision.objects.select_related("undone_by"))
    with django_assert_num_queries(2):
        (shown,) = show_decisions(decisions)
    assert shown.changes == (
        Change("Country", "nothing", "Chile"),
        Change("Concerns", "nothing", "Talks in Arica, March 2018"),
        Change("Actors", "nothing", "Ana Lima (host), Chile (target)"),
    )


def test_a_review_is_shown_in_words(event, admin_user):
    (shown,) = show_decisions([curation.accept(event, admin_user)])
    assert shown.changes == (Change("Review", "not yet reviewed", "accepted"),)


def test_articles_on_their_way_in_are_listed_and_not_changed(desk):
    intake = Intake.objects.create(url="https://wire-a.example/1", state="failed", error="No answer.")
    page = desk.see("/admin/timeline/intake/")
    assert "No answer." in plain(find(page, "#result_list")[0])
    page = desk.see(desk.address(intake))
    assert "https://wire-a.example/1" in plain(page) and not find(page, "[name=_save]")
    assert desk.client.get(reverse("admin:timeline_intake_add")).status_code == 403


def test_an_article_that_has_failed_can_be_tried_again(desk):
    intake = Intake.objects.create(text="A text.", state="failed", error="No answer.", tries=8)
    page = desk.see(desk.address(intake))
    address = reverse("admin:timeline_intake_again", args=[intake.pk])
    assert find(page, f"form[action={address}] button")
    assert desk.client.get(address).status_code == 302  # typed in, it does nothing
    assert Intake.objects.get().state == "failed"
    said = plain(desk.send(address, {}))
    assert "waits to be read once more" in said
    intake.refresh_from_db()
    assert (intake.state, intake.tries, intake.error) == ("waiting", 0, "")
    assert not find(desk.see(desk.address(intake)), f"form[action={address}]")
    assert "only what has failed" in plain(desk.send(address, {})).lower()


def test_who_may_not_feed_articles_in_may_not_try_one_again(desk, client, django_user_model):
    intake = Intake.objects.create(text="A text.", state="failed", error="No answer.")
    reader = django_user_model.objects.create_user("rita", is_staff=True)
    reader.groups.add(Group.objects.get(name="reader"))
    client.force_login(reader)
    page = client.get(desk.address(intake))
    assert page.status_code == 200 and b"Try again" not in page.content
    assert client.post(reverse("admin:timeline_intake_again", args=[intake.pk])).status_code == 403
    assert Intake.objects.get().state == "failed"
