"""What is suggested to be the same, and what is not."""

import pytest

from tests.builders import make_actor, make_event, make_state
from timeline.chronicle import curation
from timeline.chronicle.likenesses import like_actor, like_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    ana, ben = make_actor("Ana Lima"), make_actor("Ben Okoro")
    one = make_event("Summit", kind="summit", actors=[ana, ben], when="2019-03-04", place="Lima, Peru")
    other = make_event("Meeting", actors=[ana, ben], when="2019-03-09", place="Lima")
    return one, other


def test_a_near_event_of_the_same_people_is_suggested(pair):
    one, other = pair
    assert like_event(one) == [other] and like_event(other) == [one]


def test_what_is_far_away_elsewhere_or_of_others_is_not(pair):
    one, other = pair
    ana, ben = one.actors.order_by("name")
    make_event("Later", actors=[ana, ben], when="2019-05-04", place="Lima")
    make_event("Others", actors=[make_actor(), make_actor()], when="2019-03-04", place="Lima")
    make_event("One of them elsewhere", actors=[ana], when="2019-03-04", place="Oslo")
    make_event("A pact", kind="agreement", actors=[ana, ben], when="2019-03-04", place="Lima")
    assert like_event(one) == [other]


def test_the_nearest_comes_first(pair):
    one, other = pair
    twin = make_event("Twin", kind="summit", actors=list(one.actors.all()), when="2019-03-04", place="Lima")
    assert like_event(one) == [twin, other]


def test_an_undated_event_is_held_against_its_place(pair):
    one, other = pair
    vague = make_event("Vague", actors=list(one.actors.all()), place="Lima")
    assert like_event(vague) == [other]


def test_what_an_editor_told_apart_is_not_suggested_again(pair):
    one, other = pair
    decision = curation.tell_apart(one, other, "ana")
    assert like_event(one) == [] and like_event(other) == []
    curation.undo(decision, "ana")
    assert like_event(one) == [other]


def test_rejected_and_merged_events_are_not_suggested(pair):
    one, other = pair
    curation.reject(other, "ana", "No.")
    assert like_event(one) == []


def test_actors_of_like_names_are_suggested(db):
    chile = make_state("Chile")
    ana = make_actor("Ana Lima", affiliation=chile)
    longer = make_actor("Ana María Lima", affiliation=chile)
    short = make_actor("A. Lima")
    make_actor("Bruna Lima", affiliation=make_state("Peru"))
    make_actor("Ana Lima Festival", kind="organisation")
    assert like_actor(ana) == [longer, short]
    assert like_actor(chile) == []
    curation.tell_actors_apart(longer, ana, "ana")
    assert like_actor(ana) == [short] and ana not in like_actor(longer)
