"""What editors make and correct by hand: events, sources, actors and their names."""

import pytest

from tests.builders import make_actor, make_event, make_source, make_state
from timeline.chronicle import curation
from timeline.chronicle.cast import editors_names
from timeline.chronicle.curation import NotPossible
from timeline.chronicle.ingest import reread
from timeline.chronicle.linking import settle_events
from timeline.models import Actor, Decision, Event, Source

pytestmark = pytest.mark.django_db

ANA = "ana"
MEETING = "0 | meeting | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Peru"


def test_an_event_made_by_hand_stands_as_given_and_is_not_public():
    chile = make_state("Chile")
    event = curation.make_event(
        {"kind": "talks", "status": "held", "title": "Talks", "when": "1999-05", "actors": [(chile, "host")]},
        ANA,
        "Why.",
    )
    settle_events([event.pk])
    event = Event.objects.get()
    assert (event.title, event.when, event.is_public) == ("Talks", "1999-05", False)
    assert event.locked_fields == ["actors", "kind", "status", "title", "when"]
    decision = Decision.objects.get()
    assert (decision.action, decision.why, decision.before) == ("make", "Why.", {})
    assert decision.after["actors"] == [["chile", "host"]]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": ""}, "title: it is empty"),
        ({"kind": ""}, "kind: it is empty"),
        ({"when": "yonder"}, "when: "),
        ({"kind": "agreement", "status": "collapsed"}, "status: an act has only happened"),
        ({"voices": 3}, "voices: not a field"),
    ],
)
def test_an_event_that_cannot_stand_is_not_made(fields, message):
    with pytest.raises(NotPossible, match=message):
        curation.make_event({"kind": "talks", "status": "held", "title": "Talks"} | fields, ANA)
    assert not Event.objects.exists() and not Decision.objects.exists()


def test_making_by_hand_is_not_undone():
    curation.make_event({"kind": "talks", "status": "held", "title": "Talks"}, ANA)
    with pytest.raises(NotPossible, match="not undone but decided again"):
        curation.undo(Decision.objects.get(), ANA)


def test_correcting_a_source_changes_what_differs():
    source = make_source(author="A. Soto")
    decision = curation.edit_source(source, {"author": "Bruna Soto", "title": source.title}, ANA, "The byline.")
    assert Source.objects.get().author == "Bruna Soto"
    assert (decision.before, decision.after) == ({"author": "A. Soto"}, {"author": "Bruna Soto"})
    assert curation.edit_source(source, {"author": "Bruna Soto"}, ANA) is None
    with pytest.raises(NotPossible, match="text: not a field"):
        curation.edit_source(source, {"text": "Another."}, ANA)


def test_corrections_of_sources_and_actors_are_not_undone_but_made_again():
    for decision in (
        curation.edit_source(make_source(), {"author": "Bruna Soto"}, ANA),
        curation.edit_actor(make_actor(), {"office": "envoy"}, ANA),
    ):
        with pytest.raises(NotPossible, match="not undone but decided again"):
            curation.undo(decision, ANA)


def test_a_corrected_actor_is_found_again_by_reading(take):
    source = take(MEETING, "2019-03-05").source
    ana = Actor.objects.get(name="Ana Lima")
    curation.edit_actor(ana, {"name": " Ana  María Lima", "office": "minister"}, ANA)
    ana.refresh_from_db()
    assert (ana.name, ana.office, ana.slug) == ("Ana María Lima", "minister", "ana-lima")
    assert [name.name for name in editors_names()] == ["Ana María Lima"]
    reread(source)
    assert Event.objects.get().actors.filter(pk=ana.pk).exists()
    assert Actor.objects.filter(kind="person").count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "  "}, "name: it is empty"),
        ({"kind": "state"}, "affiliation: a state serves no other"),
        ({"slug": "x"}, "slug: not a field"),
    ],
)
def test_an_actor_that_cannot_be_is_left_alone(changes, message):
    ana = make_actor("Ana Lima", affiliation=make_state("Chile"))
    with pytest.raises(NotPossible, match=message):
        curation.edit_actor(ana, changes, ANA)
    ana.refresh_from_db()
    assert (ana.name, ana.kind) == ("Ana Lima", "person") and not Decision.objects.exists()


def test_only_states_are_served_and_a_state_in_use_stays_one():
    ana, chile = make_actor("Ana Lima"), make_state("Chile")
    with pytest.raises(NotPossible, match="affiliation: only a state"):
        curation.edit_actor(make_actor("Ben Okoro"), {"affiliation": ana}, ANA)
    make_event(country=chile)
    with pytest.raises(NotPossible, match="kind: actors or events name it"):
        curation.edit_actor(chile, {"kind": "person"}, ANA)


def test_a_merged_actor_is_corrected_where_it_went():
    ana = make_actor("Ana Lima")
    with pytest.raises(NotPossible, match="was merged into “Ana Lima”"):
        curation.edit_actor(make_actor("A. Lima", merged_into=ana), {"office": "envoy"}, ANA)


def test_a_made_actor_is_looked_up_by_the_parser():
    chile = make_state("Chile")
    bruna = curation.make_actor({"name": "Bruna  Soto", "kind": "person", "affiliation": chile, "office": ""}, ANA)
    assert (bruna.name, bruna.slug, bruna.affiliation) == ("Bruna Soto", "bruna-soto", chile)
    assert [(name.name, name.state) for name in editors_names()] == [("Bruna Soto", "Chile")]
    with pytest.raises(NotPossible, match="name: there is “Bruna Soto” already"):
        curation.make_actor({"name": "Bruna Soto", "kind": "person", "affiliation": chile}, ANA)


def test_only_editors_names_are_taken_back_and_not_the_one_shown():
    ana = make_actor("Ana Lima")
    kept = curation.keep_name(ana, "La Lima")
    with pytest.raises(NotPossible, match="is not an editor's; it comes from vocabulary"):
        curation.drop_name(ana.names.get(name="Ana Lima"))
    curation.drop_name(kept)
    assert list(ana.names.values_list("name", flat=True)) == ["Ana Lima"]
    curation.edit_actor(ana, {"name": "La Lima"}, ANA)
    with pytest.raises(NotPossible, match="is what the actor is shown as"):
        curation.drop_name(ana.names.get(name="La Lima"))
