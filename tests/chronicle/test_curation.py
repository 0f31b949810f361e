"""What editors do, that it stands, and that it can be taken back."""

from dataclasses import replace
from datetime import date

import pytest

from tests.chronicle import plain
from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT, chronology
from timeline.chronicle import curation, ingest
from timeline.chronicle.check import problems
from timeline.chronicle.curation import NotPossible
from timeline.chronicle.ingest import reread
from timeline.models import Action, Actor, Decision, Event, Mention, Review, Source
from timeline.parser.reading import Kind as ParsedKind

ANA = "ana"


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_user("ana")


@pytest.fixture
def event(take):
    take(SUMMIT, "2019-03-05")
    return Event.objects.get()


def read_everything_again():
    for source in Source.objects.all():
        reread(source)


def test_an_edit_locks_its_fields_and_stands(event, editor, take):
    decision = curation.edit(event, {"place": "Callao, Peru", "when": "2019-03-03"}, editor, "The minister's diary.")
    event.refresh_from_db()
    assert (event.place, event.when, event.earliest) == ("Callao, Peru", "2019-03-03", date(2019, 3, 3))
    assert event.locked_fields == ["place", "when"]
    assert event.title == "Lima–Okoro summit, Callao"
    assert (decision.editor, decision.editor_name, decision.why) == (editor, "ana", "The minister's diary.")
    assert decision.before["place"] == "Lima, Peru" and decision.after["place"] == "Callao, Peru"
    read_everything_again()
    take(MEETING, "2019-03-06")
    event.refresh_from_db()
    assert (event.place, event.when, event.voices) == ("Callao, Peru", "2019-03-03", 2)
    assert list(problems()) == []


def test_editing_who_took_part(event, editor):
    cai = Actor.objects.create(name="Cai Shen", slug="cai-shen", kind="person")
    lima = Actor.objects.get(name="Ana Lima")
    curation.edit(event, {"actors": [(lima, "host"), (cai, "participant")]}, editor)
    read_everything_again()
    event.refresh_from_db()
    assert sorted(event.participations.values_list("actor__slug", "role")) == [
        ("ana-lima", "host"),
        ("cai-shen", "participant"),
    ]
    assert event.title == "Lima–Shen summit, Lima"


def test_an_edit_that_changes_nothing_is_no_decision(event, editor):
    assert curation.edit(event, {"place": event.place}, editor) is None
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"when": "next Tuesday"}, "when: "),
        ({"kind": "agreement", "status": "collapsed"}, "status: an act has only happened"),
        ({"title": " "}, "title: it is empty"),
        ({"voices": 7}, "voices: not a field"),
        ({"occasions": 0}, "occasions: at least one"),
    ],
)
def test_an_edit_that_cannot_stand_is_refused_and_loses_nothing(event, editor, changes, message):
    before = chronology()
    with pytest.raises(NotPossible, match=message):
        curation.edit(event, changes, editor)
    assert chronology() == before and not Decision.objects.exists()


def test_an_act_cannot_be_about_itself_nor_an_encounter_about_anything(event, editor):
    with pytest.raises(NotPossible, match="concerns: an act cannot be about itself"):
        curation.edit(event, {"concerns": event}, editor)
    other = Event.objects.create(kind="talks", status="held", title="Talks")
    with pytest.raises(NotPossible, match="concerns: only an act"):
        curation.edit(event, {"concerns": other}, editor)


def test_a_part_that_is_none_is_refused(event, editor):
    with pytest.raises(NotPossible, match="actors: no part is called 'onlooker'"):
        curation.edit(event, {"actors": [(Actor.objects.get(name="Ana Lima"), "onlooker")]}, editor)
    assert event.participations.count() == 2


def test_unlocking_hands_a_field_back_to_the_sources(event, editor):
    curation.edit(event, {"place": "Callao", "kind": "meeting"}, editor)
    curation.unlock(event, ["place"], editor)
    event.refresh_from_db()
    assert (event.place, event.kind, event.locked_fields) == ("Lima, Peru", "meeting", ["kind"])
    assert curation.unlock(event, ["place"], editor) is None


def test_an_accepted_event_that_settles_differently_is_marked(event, editor, take):
    curation.accept(event, editor)
    take("0 | summit | collapsed | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-06")
    event.refresh_from_db()
    assert (event.status, event.review) == ("collapsed", Review.CHANGED)


def test_another_source_that_agrees_leaves_it_accepted(event, editor, take):
    curation.accept(event, editor)
    take(MEETING, "2019-03-06")
    event.refresh_from_db()
    assert (event.voices, event.review) == (2, Review.ACCEPTED)


def test_a_rejected_event_stays_rejected_and_swallows_nothing(event, editor, take):
    curation.reject(event, editor, "It was a dinner among friends.")
    read_everything_again()
    taken = take(f"{MEETING}\n{LATER}", "2019-03-06")
    event.refresh_from_db()
    assert (event.review, event.is_public, event.voices) == (Review.REJECTED, False, 1)
    waiting = Mention.objects.get(source=taken.source, group=0)
    assert waiting.queued and waiting.event == event
    assert [e.kind for e in Event.objects.public()] == ["talks"]
    assert list(problems()) == []


def test_a_rejection_needs_its_reason(event, editor):
    with pytest.raises(NotPossible, match="why: "):
        curation.reject(event, editor, " ")
    assert Event.objects.public().count() == 1


def test_undoing_a_rejection_lets_in_what_waited(event, editor, take):
    decision = curation.reject(event, editor, "Doubtful.")
    take(MEETING, "2019-03-06")
    curation.undo(decision, editor)
    event.refresh_from_db()
    assert (event.review, event.is_public, event.voices) == (Review.UNREVIEWED, True, 2)


@pytest.fixture
def pair(take):
    """Two events that are one in truth: the sources give days a week apart."""
    take(SUMMIT, "2019-03-05")
    take("0 | meeting | held | 2019-03-11 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-12")
    return Event.objects.get(kind="summit"), Event.objects.get(kind="meeting")


def test_a_merge_keeps_the_passages_of_both_and_stands(pair, editor):
    keep, gone = pair
    before = chronology()
    decision = curation.merge(keep, gone, editor, "One meeting.")
    read_everything_again()
    keep.refresh_from_db()
    gone.refresh_from_db()
    assert keep.mentions.count() == 2 and gone.root == keep and not gone.is_public
    assert keep.disputed_fields == ["when"]
    assert list(problems()) == []
    curation.undo(decision, editor, "Two after all.")
    read_everything_again()
    assert chronology() == before
    assert not Mention.objects.filter(pinned=True).exists()


def test_a_merge_carries_locks_along_and_refuses_two_editors_values(pair, editor):
    keep, gone = pair
    curation.edit(gone, {"place": "Callao"}, editor)
    curation.edit(keep, {"place": "Cusco"}, editor)
    with pytest.raises(NotPossible, match="place: editors have set both"):
        curation.merge(keep, gone, editor, "One meeting.")
    curation.unlock(keep, ["place"], editor)
    curation.merge(keep, gone, editor, "One meeting.")
    keep.refresh_from_db()
    assert (keep.place, keep.locked_fields) == ("Callao", ["place"])


def test_what_cannot_be_merged(pair, editor, take):
    keep, gone = pair
    take("0 | statement | held | 2019-03-04 | | Ana Lima (Chile)", "2019-03-05")
    act = Event.objects.get(kind="statement")
    with pytest.raises(NotPossible, match="merged into itself"):
        curation.merge(keep, keep, editor, "x")
    with pytest.raises(NotPossible, match="an encounter and an act"):
        curation.merge(keep, act, editor, "x")
    curation.merge(keep, gone, editor, "x")
    with pytest.raises(NotPossible, match="was merged into"):
        curation.merge(gone, keep, editor, "x")
    with pytest.raises(NotPossible, match="decide on that one"):
        curation.accept(gone, editor)


def test_acts_follow_a_merged_encounter(pair, editor):
    keep, gone = pair
    act = Event.objects.create(kind="invitation", status="held", title="Invitation", concerns=gone)
    curation.merge(keep, gone, editor, "One meeting.")
    act.refresh_from_db()
    assert act.concerns == keep


def test_a_split_stands_and_can_be_undone(event, editor, take):
    second = take(MEETING, "2019-03-06").source
    before = chronology()
    new = curation.split(event, [second.mentions.get().key], editor, "Another meeting.")
    read_everything_again()
    event.refresh_from_db()
    assert (event.voices, new.voices, new.kind) == (1, 1, "meeting")
    third = take("0 | meeting | held | 2019-03-04 | | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-07").source
    assert third.mentions.get().event in (event, new)
    assert Event.objects.public().count() == 2
    curation.withdraw(third, editor, "Not needed here.")
    curation.undo(Decision.objects.get(action=Action.SPLIT), editor)
    assert chronology() == before
    new.refresh_from_db()
    assert new.root == event


def test_a_split_leaves_something_on_each_side(event, editor):
    key = event.mentions.get().key
    with pytest.raises(NotPossible, match="at least one passage must stay"):
        curation.split(event, [key], editor, "x")
    with pytest.raises(NotPossible, match="choose at least one"):
        curation.split(event, [], editor, "x")


def test_not_the_same_is_remembered(take, editor):
    take("0 | summit | held | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-05")
    take("0 | meeting | held | 2019-03-07 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-08")
    one, other = Event.objects.order_by("id")
    decision = curation.tell_apart(one, other, editor)
    take("0 | meeting | held | 2019-03-05/2019-03-06 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-08")
    assert Event.objects.public().count() == 2
    curation.undo(decision, editor)
    assert not Mention.objects.filter(pinned=True).exists()
    with pytest.raises(NotPossible, match="choose two"):
        curation.tell_apart(one, one, editor)


def test_an_edit_is_undone(event, editor):
    before = chronology()
    decision = curation.edit(event, {"place": "Callao", "country": None}, editor)
    undone = curation.undo(decision, editor)
    assert chronology() == before
    event.refresh_from_db()
    assert event.locked_fields == [] and undone.undoes == decision
    with pytest.raises(NotPossible, match="undone already"):
        curation.undo(Decision.objects.get(pk=decision.pk), editor)


def test_decisions_are_undone_from_the_last_backwards(event, editor):
    first = curation.edit(event, {"place": "Callao"}, editor)
    curation.edit(event, {"place": "Cusco"}, editor)
    with pytest.raises(NotPossible, match="undo the later decision first"):
        curation.undo(first, editor)


def test_a_day_set_is_undone_and_known_as_it_was(event, editor):
    source = Source.objects.get()
    before = chronology()
    curation.set_day(source, date(2019, 3, 6), editor, "The paper's date.")
    decision = Decision.objects.get(action=Action.DAY)
    assert decision.before["published_on"] == "2019-03-05" and decision.after["published_on"] == "2019-03-06"
    curation.undo(decision, editor)
    source.refresh_from_db()
    assert (source.published_on, source.published_how) == (date(2019, 3, 5), "given")
    assert chronology() == before


def test_withdrawing_and_putting_back_are_undone(event, editor):
    source = Source.objects.get()
    withdrawn = curation.withdraw(source, editor, "Retracted.")
    assert not Event.objects.public().exists()
    curation.undo(withdrawn, editor)
    assert Event.objects.public().exists()
    source.refresh_from_db()
    curation.withdraw(source, editor, "Retracted again.")
    put_back = curation.put_back(source, editor)
    curation.undo(put_back, editor)
    source.refresh_from_db()
    assert source.withdrawn_at and source.withdrawn_why == "Retracted again."
    assert not Event.objects.public().exists()


def test_withdrawing_needs_a_reason_and_happens_once(event, editor):
    source = Source.objects.get()
    with pytest.raises(NotPossible, match="why: "):
        curation.withdraw(source, editor, "")
    with pytest.raises(NotPossible, match="has not been withdrawn"):
        curation.put_back(source, editor)
    curation.withdraw(source, editor, "Retracted.")
    source.refresh_from_db()
    with pytest.raises(NotPossible, match="already"):
        curation.withdraw(source, editor, "Retracted.")


def test_a_name_that_is_kept(event):
    lima = Actor.objects.get(name="Ana Lima")
    kept = curation.keep_name(lima, "  The   Fox ", ANA)
    assert (kept.name, kept.origin) == ("The Fox", "editor")
    assert curation.keep_name(lima, "Ana Lima", ANA).origin == "editor"
    with pytest.raises(NotPossible, match="name: it is empty"):
        curation.keep_name(lima, " ", ANA)


def test_somebody_without_an_account_is_named(event):
    decision = curation.accept(event, "night desk")
    assert (decision.editor, decision.editor_name) == (None, "night desk")


def test_what_is_no_longer_found_is_not_brought_back_by_a_later_decision(event, editor, take):
    second = take(MEETING, "2019-03-06").source
    Mention.objects.filter(source=second).update(found=False)
    curation.accept(event, editor)
    event.refresh_from_db()
    assert event.voices == 1 and not Mention.objects.get(source=second).pinned


def test_values_that_editors_set_on_both_are_chosen_between(pair, editor):
    keep, gone = pair
    curation.edit(gone, {"place": "Callao"}, editor)
    curation.edit(keep, {"place": "Cusco", "actors": [(Actor.objects.get(name="Ana Lima"), "host")]}, editor)
    before = chronology()
    assert curation.collisions(keep, gone) == []
    gone.refresh_from_db()
    keep.refresh_from_db()
    assert curation.collisions(keep, gone) == ["place"]
    decision = curation.merge(keep, gone, editor, "One meeting.", {"place": curation.GONE})
    keep.refresh_from_db()
    assert (keep.place, keep.locked_fields) == ("Callao", ["actors", "place"])
    curation.undo(decision, editor)
    keep.refresh_from_db()
    assert (keep.place, chronology()) == ("Cusco", before)


def test_what_a_merged_event_was_about_comes_back_with_it(pair, editor, take):
    keep, gone = pair
    act = Event.objects.create(kind="invitation", status="held", title="Invitation", concerns=gone)
    decision = curation.merge(keep, gone, editor, "One meeting.")
    curation.undo(decision, editor)
    act.refresh_from_db()
    assert act.concerns == gone


def test_an_event_that_was_merged_since_keeps_its_earlier_decisions(pair, editor):
    keep, gone = pair
    edited = curation.edit(gone, {"place": "Callao"}, editor)
    curation.merge(keep, gone, editor, "One meeting.")
    with pytest.raises(NotPossible, match="has been merged into"):
        curation.undo(Decision.objects.get(pk=edited.pk), editor)


def test_accepting_a_rejected_event_lets_in_what_waited(event, editor, take):
    curation.reject(event, editor, "Doubtful.")
    take(MEETING, "2019-03-06")
    accepted = curation.accept(event, editor)
    event.refresh_from_db()
    assert (event.review, event.is_public, event.voices) == (Review.ACCEPTED, True, 2)
    curation.undo(accepted, editor)
    event.refresh_from_db()
    assert (event.review, event.is_public) == (Review.REJECTED, False)
    assert event.mentions.filter(queued=True).count() == 1
    assert list(problems()) == []


def test_undoing_an_undoing_is_deciding_again(event, editor):
    undone = curation.undo(curation.accept(event, editor), editor)
    with pytest.raises(NotPossible, match="decided again"):
        curation.undo(undone, editor)


def test_a_mention_goes_on_as_what_it_was_where_its_sentence_tells_of_more(event, editor, monkeypatch):
    """A better reading finds an agreement in the same words, before the summit that an editor has accepted."""
    curation.accept(event, editor)

    def read_more(text, *args, **kwargs):
        reading = plain.read(text, *args, **kwargs)
        (summit,) = reading.claims
        return replace(reading, claims=(replace(summit, kind=ParsedKind.AGREEMENT, group=1), summit))

    monkeypatch.setattr(ingest, "read", read_more)
    reread(Source.objects.get())
    event.refresh_from_db()
    assert (event.kind, event.review) == ("summit", Review.ACCEPTED)
    assert Event.objects.public().count() == 2
    before = chronology()
    reread(Source.objects.get())
    assert chronology() == before


def test_what_was_said_first_is_settled_anew_when_a_day_is_set(take, editor):
    first = take("0 | visit | held | 2019-03-04 | Lima | Ana Lima (Chile)", "2019-03-05").source
    take("0 | visit | held | 2019-03-04 | Abuja | Ana Lima (Chile)", "2019-03-06")
    keep, gone = Event.objects.order_by("pk")
    curation.merge(keep, gone, editor, "The same.")
    keep.refresh_from_db()
    assert keep.place == "Lima"
    curation.set_day(first, date(2019, 3, 7), editor, "As printed.")
    keep.refresh_from_db()
    assert keep.place == "Abuja"
    assert list(problems()) == []
