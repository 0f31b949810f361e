"""One of two and two of one, for events and actors."""

import pytest
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from tests.builders import make_actor, make_event, make_state, take_part
from timeline.chronicle import curation
from timeline.models import Action, Actor, Decision, Event, Mention

pytestmark = pytest.mark.django_db

SUMMIT = "0 | summit | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)"
OTHER = "0 | meeting | held | 2019-03-11 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)"


@pytest.fixture
def pair(take):
    take(SUMMIT, "2019-03-05")
    take(OTHER, "2019-03-12")
    return Event.objects.get(kind="summit"), Event.objects.get(kind="meeting")


def step(name, one, *others):
    model = one._meta.model_name
    return reverse(f"admin:timeline_{model}_{name}", args=[one.pk, *(other.pk for other in others)])


def sent_by(page, form_id):
    (form,) = [form for form in page.forms if form.get("id") == form_id]
    return dict(form.form_values())


def test_two_events_stand_side_by_side_and_the_kept_one_is_chosen(desk, pair):
    one, other = pair
    links = [link.get("href") for link in find(desk.see(desk.address(one)), "a")]
    assert step("same", one) in links and step("merge", one, other) in links
    page = desk.see(step("merge", one, other))
    words = plain(page)
    assert "The dates differ: 4 March 2019 (2019-03-04) and 11 March 2019 (2019-03-11)." in words
    assert "Kind differs summit meeting" in words and len(find(page, ".sides mark")) == 2
    page = desk.send(step("merge", one, other), sent_by(page, "merge_form"), _continue=None)
    assert "Say why they are the same." in errors(page, "reason") and not Decision.objects.exists()
    sent = sent_by(page, "merge_form") | {"keep": str(other.pk), "reason": "One meeting."}
    page = desk.send(step("merge", one, other), sent, _continue=None)
    one.refresh_from_db()
    assert one.root == other and "is now part of" in messages(page)
    decision = Decision.objects.get()
    assert (decision.action, decision.event, decision.why) == (Action.MERGE, other, "One meeting.")
    page = desk.see(desk.address(other, "history"))
    assert "1 passage" in plain(page)
    (form,) = [form for form in page.forms if "undo" in (form.get("action") or "")]
    desk.client.post(form.get("action"))
    one.refresh_from_db()
    assert one.root == one and one.mentions.count() == 1


def test_values_that_collide_are_chosen_between(desk, pair):
    one, other = pair
    curation.edit(one, {"place": "Callao, Peru"}, "ana")
    curation.edit(other, {"place": "Cusco, Peru"}, "ana")
    page = desk.see(step("merge", one, other))
    assert "Place: editors have set both; the value of which one stands?" in plain(page)
    sent = sent_by(page, "merge_form") | {"reason": "One meeting."}
    page = desk.send(step("merge", one, other), sent, _continue=None)
    assert "This field is required." in plain(page) and Decision.objects.count() == 2
    desk.send(step("merge", one, other), sent | {"value_place": str(other.pk)}, _continue=None)
    assert Event.objects.get(pk=one.pk).place == "Cusco, Peru"


def test_what_cannot_be_merged_says_why(desk, pair):
    one, _ = pair
    act = make_event("A pact", kind="agreement")
    page = desk.see(step("merge", one, act))
    assert "An encounter and an act are two things" in plain(page).replace("Kind: an", "An")
    assert not find(page, "input[type=submit][value=Merge]")
    desk.send(step("merge", one, act), {"keep": str(one.pk), "reason": "x"}, _continue=None)
    assert not Decision.objects.exists()


def test_two_events_are_told_apart_and_not_suggested_again(desk, pair):
    one, other = pair
    page = desk.send(step("apart", one, other), {"reason": "A week apart."}, _continue=None)
    assert "are not the same" in messages(page)
    assert Decision.objects.get().action == Action.APART
    assert "Nothing that is near looks the same." in desk.words(step("same", one))


def test_another_is_named_by_its_number(desk, pair):
    one, other = pair
    response = desk.client.get(step("same", one), {"other": str(other.pk)})
    assert response.url == step("merge", one, other)
    for number in ("0", "x", "9" * 30):
        assert desk.client.get(step("same", one), {"other": number}).status_code == 200


def test_going_on_leads_back_but_to_no_other_host(desk, pair):
    one, other = pair
    sent = {"keep": str(one.pk), "reason": "One.", "next": "/admin/review/?skip=1"}
    assert desk.client.post(step("merge", one, other), sent).url == "/admin/review/?skip=1"
    response = desk.client.post(step("apart", one, make_event()), {"next": "https://elsewhere.example/"})
    assert response.url == desk.address(one)


def test_an_event_is_split_by_ticking_passages(desk, take):
    take(SUMMIT, "2019-03-05")
    take(f"{SUMMIT} |", "2019-03-06")
    event = Event.objects.get()
    page = desk.see(step("split", event))
    boxes = find(page, "input[name=passages]")
    assert len(boxes) == 2
    page = desk.send(step("split", event), {"reason": "Two."}, _continue=None)
    assert "Tick the passages that belong elsewhere." in plain(page)
    both = [box.get("value") for box in boxes]
    page = desk.send(step("split", event), {"reason": "Two.", "passages": both}, _continue=None)
    assert "At least one passage must stay" in plain(page) and not Decision.objects.exists()
    page = desk.send(step("split", event), {"reason": "Two.", "passages": both[:1]}, _continue=None)
    assert "Split off: " in messages(page)
    assert Event.objects.public().count() == 2
    assert Mention.objects.get(key=both[0]).event != event


# Actors


@pytest.fixture
def people(db):
    chile = make_state("Chile")
    ana, short = make_actor("Ana Lima", affiliation=chile), make_actor("A. Lima")
    for n in range(3):
        make_event(f"Talks {n}", actors=[short], when="2018")
    shared = make_event("Both there", actors=[ana], when="2018")
    take_part(shared, short)
    return ana, short


def test_two_actors_stand_side_by_side_with_warnings(desk, people):
    ana, short = people
    assert "May be the same" in desk.words(desk.address(ana))
    words = desk.words(step("merge", ana, short))
    assert "Both take part in 1 of the same events (“Both there”): are they one?" in words
    assert f"Keeping {ana.pk} moves 4 events and makes one of 1 where both take part." in words
    assert f"{short.pk} has more events than {ana.pk}: better keep that one." in words
    sent = {"keep": str(short.pk), "reason": "One person."}
    page = desk.send(step("merge", ana, short), sent, _continue=None)
    assert "“Ana Lima” is now part of “A. Lima”." in messages(page)
    ana.refresh_from_db()
    assert ana.root == short
    assert "Merged with it: nothing → Ana Lima" in desk.words(desk.address(short, "history"))
    assert "One person." in desk.words(desk.address(ana, "history"))
    assert desk.client.get(ana.get_absolute_url()).url == short.get_absolute_url()
    (form,) = [f for f in desk.see(desk.address(short, "history")).forms if "undo" in (f.get("action") or "")]
    desk.client.post(form.get("action"))
    ana.refresh_from_db()
    assert ana.root == ana


def test_two_actors_are_told_apart(desk, people):
    ana, short = people
    page = desk.send(step("apart", ana, short), {"reason": "Sisters."}, _continue=None)
    assert "“Ana Lima” and “A. Lima” are not the same." in messages(page)
    assert "May be the same" not in desk.words(desk.address(short))
    assert "Not the same as: nothing → A. Lima" in desk.words(desk.address(ana, "history"))


def test_an_actor_is_split_by_ticking_passages(desk, take):
    take(SUMMIT, "2019-03-05")
    take(OTHER, "2019-03-12")
    ana = Actor.objects.get(name="Ana Lima")
    page = desk.see(step("split", ana))
    (first, second) = [box.get("value") for box in find(page, "input[name=passages]")]
    wrong = {"passages": first, "reason": "Two people."}
    page = desk.send(step("split", ana), wrong, _continue=None)
    assert "Say whom they mean" in errors(page, "name")
    page = desk.send(step("split", ana), wrong | {"name": "Ana Lima"}, _continue=None)
    assert "give one that tells the two apart" in errors(page, "name")
    page = desk.send(step("split", ana), wrong | {"name": "Ana Lima (envoy)"}, _continue=None)
    assert "1 passage now mean “Ana Lima (envoy)”." in messages(page)
    assert Mention.objects.get(key=first).event.actors.filter(name="Ana Lima (envoy)").exists()
    assert Mention.objects.get(key=second).event.actors.filter(name="Ana Lima").exists()


def test_passages_are_given_to_somebody_who_is_there(desk, take):
    take(SUMMIT, "2019-03-05")
    take(OTHER, "2019-03-12")
    ana, cai = Actor.objects.get(name="Ana Lima"), make_actor("Cai Shen")
    (first, _) = [box.get("value") for box in find(desk.see(step("split", ana)), "input[name=passages]")]
    desk.send(step("split", ana), {"passages": first, "to": str(cai.pk), "reason": "Him."}, _continue=None)
    assert cai.participations.count() == 1


@pytest.mark.parametrize("name", ["same", "split"])
def test_steps_on_one_row_need_permission(desk_of, pair, name):
    desk = desk_of("view_event", "view_actor")
    for row in (pair[0], Actor.objects.get(name="Ana Lima")):
        assert desk.client.get(step(name, row)).status_code == 403


@pytest.mark.parametrize("name", ["merge", "apart"])
def test_steps_on_two_rows_need_permission(desk_of, pair, name):
    desk = desk_of("view_event", "view_actor")
    actors = Actor.objects.filter(kind="person").order_by("pk")
    for rows in (pair, actors):
        assert desk.client.post(step(name, *rows), {"keep": rows[0].pk, "reason": "x"}).status_code == 403
    assert not Decision.objects.exists()


def test_an_address_typed_in_tells_nothing_apart(desk, pair):
    assert desk.client.get(step("apart", *pair)).url == desk.address(pair[0])
    assert not Decision.objects.exists()
