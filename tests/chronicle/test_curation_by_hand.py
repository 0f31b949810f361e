"""What editors make and correct by hand: events, sources, actors and their names."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import make_actor, make_event, make_source, make_state
from timeline.chronicle import curation
from timeline.chronicle.cast import editors_names
from timeline.chronicle.check import problems
from timeline.chronicle.curation import NotPossible
from timeline.chronicle.ingest import Article, reread
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


def test_an_event_made_by_hand_is_rejected_where_that_is_undone():
    event = curation.make_event({"kind": "talks", "status": "held", "title": "Talks"}, ANA)
    curation.undo(Decision.objects.get(), ANA)
    event.refresh_from_db()
    assert (event.review, event.is_public) == ("rejected", False)


def test_correcting_a_source_changes_what_differs():
    source = make_source(author="A. Soto")
    decision = curation.edit_source(source, {"author": "Bruna Soto", "title": source.title}, ANA, "The byline.")
    assert Source.objects.get().author == "Bruna Soto"
    assert (decision.before, decision.after) == ({"author": "A. Soto"}, {"author": "Bruna Soto"})
    assert curation.edit_source(source, {"author": "Bruna Soto"}, ANA) is None
    with pytest.raises(NotPossible, match="text: not a field"):
        curation.edit_source(source, {"text": "Another."}, ANA)


def test_corrections_of_sources_and_actors_are_undone():
    source, actor = make_source(author="A. Soto"), make_actor("Ana Lima", affiliation=make_state("Chile"))
    named = list(actor.names.values_list("name", "origin"))
    peru = make_state("Peru")
    for decision in (
        curation.edit_source(source, {"author": "Bruna Soto"}, ANA),
        curation.edit_actor(actor, {"name": "La Lima", "affiliation": peru}, ANA),
    ):
        undone = curation.undo(decision, ANA)
        assert (undone.source, undone.actor) == (decision.source, decision.actor)
    source.refresh_from_db()
    actor.refresh_from_db()
    assert (source.author, actor.name, actor.affiliation.name) == ("A. Soto", "Ana Lima", "Chile")
    assert list(actor.names.values_list("name", "origin")) == named


def test_an_earlier_correction_is_not_undone_past_a_later_one():
    source = make_source(author="A. Soto")
    first = curation.edit_source(source, {"author": "Bruna Soto"}, ANA)
    curation.edit_source(source, {"publisher": "Wire B"}, ANA)
    with pytest.raises(NotPossible, match="undo the later decision first"):
        curation.undo(first, ANA)


def test_a_source_taken_in_is_withdrawn_where_that_is_undone(take):
    taken = curation.take_in(Article(MEETING, published=date(2019, 3, 5)), ANA)
    assert Event.objects.public().count() == 1
    assert curation.take_in(Article(MEETING), ANA).known and Decision.objects.count() == 1
    curation.undo(Decision.objects.get(), ANA)
    taken.source.refresh_from_db()
    assert taken.source.withdrawn_at and not Event.objects.public().exists()


def test_an_actor_made_by_hand_is_no_longer_looked_up_where_that_is_undone():
    bruna = curation.make_actor({"name": "Bruna Soto", "kind": "person"}, ANA)
    decision = Decision.objects.get()
    event = make_event(actors=[bruna])
    with pytest.raises(NotPossible, match="takes part in events"):
        curation.undo(decision, ANA)
    event.participations.all().delete()
    curation.undo(decision, ANA)
    assert editors_names() == []


def test_names_are_decisions_and_are_undone():
    ana = make_actor("Ana Lima")
    curation.keep_name(ana, "La Lima", ANA, "Her nickname.")
    curation.keep_name(ana, "La Lima", ANA)
    (kept,) = Decision.objects.all()
    assert (kept.actor, kept.why) == (ana, "Her nickname.")
    assert kept.before["names"] == [["Ana Lima", "vocabulary"]]
    assert kept.after["names"] == [["Ana Lima", "vocabulary"], ["La Lima", "editor"]]
    dropped = curation.drop_name(ana.names.get(name="La Lima"), ANA)
    curation.undo(dropped, ANA)
    assert [name.name for name in editors_names()] == ["La Lima"]
    curation.undo(kept, ANA)
    assert editors_names() == []


# Evidence found by hand


STORY = "Envoys of Chile and Peru met in Arica. They will meet again. They will meet again."


@pytest.fixture
def arica():
    chile, peru = make_state("Chile"), make_state("Peru")
    made = {"kind": "meeting", "status": "held", "title": "Envoys meet", "when": "2019-03"}
    return curation.make_event(made | {"actors": [(chile, "participant"), (peru, "participant")]}, ANA)


def test_words_of_a_source_make_a_missed_event_public(take):
    source = take(STORY, "2019-03-05").source
    chile = make_state("Chile")
    words = curation.find_words(source, "Envoys of Chile\nand Peru met in Arica.")
    made = {"kind": "meeting", "status": "held", "title": "Envoys meet", "actors": [(chile, "participant")]}
    event = curation.make_event(made, ANA, words=words)
    mention = event.mentions.get()
    assert mention.passage.exact == "Envoys of Chile and Peru met in Arica."
    assert (event.is_public, event.voices, mention.by_hand, mention.pinned) == (True, 1, True, True)
    (party,) = mention.parties
    assert STORY[party["start"] : party["end"]] == "Chile"
    assert list(problems()) == []
    reread(source)
    mention.refresh_from_db()
    assert mention.found and mention.event == event
    curation.undo(Decision.objects.get(), ANA)
    event.refresh_from_db()
    assert (event.is_public, event.review) == (False, "rejected")
    assert list(problems()) == []


def test_words_of_a_source_are_evidence_and_are_taken_back(arica, take):
    source = take(STORY, "2019-03-05").source
    words = curation.find_words(source, "met in Arica")
    decision = curation.add_evidence(arica, words, ANA, "The parser missed it.")
    arica.refresh_from_db()
    assert (arica.is_public, arica.voices) == (True, 1)
    assert decision.after["evidence"] == "met in Arica"
    with pytest.raises(NotPossible, match="words: these words tell of it already"):
        curation.add_evidence(arica, words, ANA)
    curation.undo(decision, ANA)
    arica.refresh_from_db()
    assert (arica.is_public, arica.voices, arica.mentions.count()) == (False, 0, 1)
    curation.add_evidence(arica, words, ANA)
    arica.refresh_from_db()
    assert arica.is_public and list(problems()) == []


def test_evidence_may_give_a_date_of_its_own(arica, take):
    curation.unlock(arica, ["when"], ANA)
    source = take(STORY, "2019-03-05").source
    found = curation.find_words(source, "met in Arica")
    curation.add_evidence(arica, replace(found, when="2019-03-04"), ANA)
    arica.refresh_from_db()
    assert arica.when == "2019-03-04"
    with pytest.raises(NotPossible, match="when: "):
        curation.add_evidence(arica, replace(curation.find_words(source, "Envoys"), when="yonder"), ANA)


@pytest.mark.parametrize(
    ("quoted", "paragraph", "said"),
    [
        ("", None, "words: quote the words"),
        ("met in Tacna", None, "does not stand in the text"),
        ("They will meet again.", None, "stands there 2 times"),
        ("met in Arica", 3, "paragraph: there are 2"),
        ("met in Arica", 2, "does not stand in paragraph 2"),
    ],
)
def test_words_that_are_not_clear_are_refused(take, quoted, paragraph, said):
    source = take(f"{STORY}\n\nA second paragraph.", "2019-03-05").source
    with pytest.raises(NotPossible, match=said):
        curation.find_words(source, quoted, paragraph)


def test_words_of_a_withdrawn_source_tell_nothing(arica, take):
    source = take(STORY, "2019-03-05").source
    curation.withdraw(source, ANA, "A hoax.")
    source.refresh_from_db()
    with pytest.raises(NotPossible, match="withdrawn"):
        curation.add_evidence(arica, curation.find_words(source, "met in Arica"), ANA)


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
    kept = curation.keep_name(ana, "La Lima", ANA)
    with pytest.raises(NotPossible, match="is not an editor's; it comes from vocabulary"):
        curation.drop_name(ana.names.get(name="Ana Lima"), ANA)
    curation.drop_name(kept, ANA)
    assert list(ana.names.values_list("name", flat=True)) == ["Ana Lima"]
    curation.edit_actor(ana, {"name": "La Lima"}, ANA)
    with pytest.raises(NotPossible, match="is what the actor is shown as"):
        curation.drop_name(ana.names.get(name="La Lima"), ANA)
