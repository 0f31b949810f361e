"""Two actors made one, one taken apart, and that reading again keeps it so."""

import pytest

from tests.chronicle.test_ingest import chronology
from timeline.chronicle import curation
from timeline.chronicle.check import problems
from timeline.chronicle.curation import NotPossible
from timeline.chronicle.ingest import reread
from timeline.models import Actor, Decision, Event, Mention, Source

ANA = "ana"
FIRST = "0 | summit | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)"
SECOND = "0 | summit | held | 2019-03-04 | Lima, Peru | A. M. Lima (Chile); Ben Okoro (Nigeria)"
THIRD = "0 | meeting | held | 2019-05-04 | Oslo | A. M. Lima (Chile); Cai Shen (China)"


@pytest.fixture
def pair(take):
    """Two actors that are one in truth, and three articles."""
    take(FIRST, "2019-03-05")
    take(SECOND, "2019-03-06")
    take(THIRD, "2019-05-05")
    return Actor.objects.get(name="Ana Lima"), Actor.objects.get(name="A. M. Lima")


def read_everything_again():
    for source in Source.objects.all():
        reread(source)


def test_a_merge_joins_what_was_told_of_two_and_stands(pair):
    keep, gone = pair
    assert Event.objects.public().count() == 3
    curation.merge_actors(keep, gone, ANA, "One person.")
    gone.refresh_from_db()
    assert gone.root == keep
    assert set(keep.names.values_list("name", flat=True)) == {"Ana Lima", "A. M. Lima"}
    summit, meeting = Event.objects.public().chronological()
    assert (summit.voices, summit.title) == (2, "Lima–Okoro summit, Lima")
    assert sorted(summit.actors.values_list("name", flat=True)) == ["Ana Lima", "Ben Okoro"]
    assert "ana-lima" in meeting.actors.values_list("slug", flat=True)
    before = chronology()
    read_everything_again()
    assert chronology() == before and list(problems()) == []
    assert not Mention.objects.filter(actors=gone).exists()


def test_a_merge_of_actors_is_undone(pair):
    keep, gone = pair
    before, named = chronology(), list(keep.names.values_list("name", "origin"))
    decision = curation.merge_actors(keep, gone, ANA, "One person.")
    curation.undo(decision, ANA)
    assert chronology() == before
    gone.refresh_from_db()
    assert gone.merged_into is None and list(keep.names.values_list("name", "origin")) == named
    read_everything_again()
    assert chronology() == before and list(problems()) == []


def test_a_merge_of_actors_carries_what_editors_set(pair):
    keep, gone = pair
    event = Event.objects.get(kind="meeting")
    curation.edit(event, {"actors": [(gone, "host")]}, ANA)
    other = Event.objects.filter(kind="summit").first()
    curation.edit(other, {"actors": [(gone, "host"), (keep, "host")]}, ANA)
    decision = curation.merge_actors(keep, gone, ANA, "One person.")
    assert list(event.participations.values_list("actor__slug", "role")) == [("ana-lima", "host")]
    assert list(other.participations.values_list("actor__slug", "role")) == [("ana-lima", "host")]
    curation.undo(decision, ANA)
    assert list(event.participations.values_list("actor__slug", "role")) == [("a-m-lima", "host")]
    assert sorted(other.participations.values_list("actor__slug", flat=True)) == ["a-m-lima", "ana-lima"]


def test_events_in_which_both_take_part_are_named(pair):
    keep, gone = pair
    event = Event.objects.get(kind="meeting")
    assert curation.shared_events(keep, gone) == []
    curation.edit(event, {"actors": [(gone, "host"), (keep, "target")]}, ANA)
    assert curation.shared_events(keep, gone) == [event]


def test_actors_that_cannot_be_merged(pair):
    keep, gone = pair
    with pytest.raises(NotPossible, match="into itself"):
        curation.merge_actors(keep, keep, ANA, "x")
    with pytest.raises(NotPossible, match="kind: Ana Lima is a person, Chile a state"):
        curation.merge_actors(keep, Actor.objects.get(name="Chile"), ANA, "x")
    first = curation.keep_name(gone, "The Fox", ANA)
    curation.merge_actors(keep, gone, ANA, "x")
    with pytest.raises(NotPossible, match="was merged into “Ana Lima” already"):
        curation.merge_actors(keep, gone, ANA, "x")
    decision = Decision.objects.get(actor=gone)
    with pytest.raises(NotPossible, match="has been merged into “Ana Lima” since"):
        curation.undo(decision, ANA)
    assert first.actor == gone


def test_a_state_that_is_merged_is_still_served_and_still_a_country(take):
    take(FIRST, "2019-03-05")
    chile = Actor.objects.get(name="Chile")
    other = curation.make_actor({"name": "Republic of Chile", "kind": "state"}, ANA)
    envoy = curation.make_actor({"name": "Bruna Soto", "kind": "person", "affiliation": other}, ANA)
    event = Event.objects.get()
    curation.edit(event, {"country": other}, ANA)
    decision = curation.merge_actors(chile, other, ANA, "One state.")
    envoy.refresh_from_db()
    event.refresh_from_db()
    assert envoy.affiliation == chile and event.country == chile
    curation.undo(decision, ANA)
    envoy.refresh_from_db()
    event.refresh_from_db()
    assert envoy.affiliation == other and event.country == other


def test_passages_are_given_to_another_actor_and_stay_so(pair):
    _, actor = pair
    other = curation.make_actor({"name": "A. M. Lima (envoy)", "kind": "person"}, ANA)
    before = chronology()
    key = Mention.objects.get(event__kind="meeting").key
    assert [mention.key for mention in curation.naming_mentions(actor)][1] == key
    decision = curation.split_actor(actor, [key], other, ANA, "Another person.")
    assert "A. M. Lima (envoy)" in Event.objects.get(kind="meeting").actors.values_list("name", flat=True)
    after = chronology()
    read_everything_again()
    assert chronology() == after != before and list(problems()) == []
    assert list(Mention.objects.filter(actors=other).values_list("key", flat=True)) == [key]
    curation.undo(decision, ANA)
    assert chronology() == before
    read_everything_again()
    assert chronology() == before


def test_a_split_of_an_actor_leaves_something_on_each_side(pair):
    _, actor = pair
    other = curation.make_actor({"name": "Another Lima", "kind": "person"}, ANA)
    keys = [mention.key for mention in curation.naming_mentions(actor)]
    for chosen, said in ((keys, "at least one passage must stay"), ([], "choose at least one")):
        with pytest.raises(NotPossible, match=said):
            curation.split_actor(actor, chosen, other, ANA, "x")
    with pytest.raises(NotPossible, match="choose another actor"):
        curation.split_actor(actor, keys[:1], actor, ANA, "x")


def test_two_actors_are_told_apart(pair):
    keep, gone = pair
    decision = curation.tell_actors_apart(keep, gone, ANA, "Mother and daughter.")
    assert (decision.actor, decision.after) == (keep, {"apart_from": gone.slug})
    curation.undo(decision, ANA)
    with pytest.raises(NotPossible, match="choose two"):
        curation.tell_actors_apart(keep, keep, ANA)


def test_a_corrected_name_is_what_titles_say(pair):
    keep, _ = pair
    curation.edit_actor(keep, {"name": "Ana Quispe"}, ANA)
    assert Event.objects.filter(title="Quispe–Okoro summit, Lima").exists()
    before = chronology()
    read_everything_again()
    assert chronology() == before
