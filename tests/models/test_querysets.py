"""Querysets with verbs, derived fields, natural keys, and what cannot be changed."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from django.db.models import ProtectedError

from tests.builders import make_actor, make_event, make_mention, make_source, make_state
from timeline import edtf, models
from timeline.models import (
    Actor,
    ActorName,
    Decision,
    Event,
    Mention,
    NameOrigin,
    Participation,
    Review,
    Source,
)
from timeline.models.decisions import DecisionIsFinal
from timeline.parser import reading

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("word", ["Kind", "Status", "Basis", "Confidence", "Role", "ActorKind"])
def test_models_and_parser_use_the_same_words(word):
    assert set(getattr(models, word).values) == {str(value) for value in getattr(reading, word)}


def test_models_and_parser_agree_on_what_an_encounter_is():
    assert set(models.ENCOUNTERS) == {str(kind) for kind in reading.ENCOUNTERS}


def test_saving_an_event_derives_bounds_and_sort_key():
    event = make_event(when="2019-02-27/2019-02-28")
    assert (event.earliest, event.latest, event.sort_key) == (date(2019, 2, 27), date(2019, 2, 28), "2019-02-27")
    event.when = "2019-03"
    event.save(update_fields=["when"])
    event.refresh_from_db()
    assert (event.earliest, event.latest, event.sort_key) == (date(2019, 3, 1), date(2019, 3, 31), "2019-03-00")


def test_an_event_with_no_date_of_ours_is_refused():
    with pytest.raises(edtf.EdtfError):
        make_event(when="next Tuesday")


def titles(events):
    return [event.title for event in events]


def test_chronological_puts_vague_dates_at_the_head_and_undated_last():
    for title, when in [
        ("undated", ""),
        ("day", "2019-03-07"),
        ("month", "2019-03"),
        ("decade", "201X"),
        ("y", "2019"),
    ]:
        make_event(title, when=when)
    assert titles(Event.objects.chronological()) == ["decade", "y", "month", "day", "undated"]
    assert titles(Event.objects.newest_first()) == ["day", "month", "y", "decade", "undated"]


def test_overlapping_takes_what_may_lie_within_and_within_what_certainly_does():
    for title, when in [("day", "2019-03-07"), ("month", "2019-03"), ("since", "2018-01/.."), ("none", "")]:
        make_event(title, when=when)
    start, end = date(2019, 3, 5), date(2019, 3, 10)
    assert set(titles(Event.objects.overlapping(start, end))) == {"day", "month", "since"}
    assert titles(Event.objects.within(start, end)) == ["day"]
    assert set(titles(Event.objects.overlapping(None, date(2018, 6, 1)))) == {"since"}
    assert titles(Event.objects.within(None, date(2019, 3, 10))) == ["day"]
    assert set(titles(Event.objects.overlapping(date(2019, 3, 8), None))) == {"month", "since"}
    assert set(titles(Event.objects.within(date(2019, 3, 1), None))) == {"day", "month"}


def test_involving_two_actors_means_both():
    ana, ben, cai = make_actor("Ana Lima"), make_actor("Ben Okoro"), make_actor("Cai Shen")
    make_event("both", actors=[ana, ben])
    make_event("one", actors=[ana, cai])
    assert titles(Event.objects.involving(ana, ben)) == ["both"]
    assert set(titles(Event.objects.involving(ana))) == {"both", "one"}


def test_public_leaves_out_what_has_no_evidence():
    make_event("seen")
    make_event("unseen", public=False)
    assert titles(Event.objects.public()) == ["seen"]


def test_live_mentions_are_found_or_pinned_and_of_standing_sources():
    event = make_event(public=False)
    live = make_mention(event)
    make_mention(event, found=False)
    kept = make_mention(event, found=False, pinned=True)
    make_mention(event, queued=True)
    gone = make_source(withdrawn_at=datetime(2020, 1, 1, tzinfo=UTC), withdrawn_why="wrong")
    make_mention(event, gone)
    assert set(Mention.objects.live()) == {live, kept}


def test_mentions_stand_in_reading_order():
    event = make_event(public=False)
    late = make_mention(event, make_source(published=date(2019, 3, 7)))
    early = make_mention(event, make_source(published=date(2018, 3, 7)))
    unknown = make_mention(event, make_source())
    assert list(Mention.objects.in_reading_order()) == [unknown, early, late]


def test_natural_keys_find_their_rows():
    actor = make_actor("Ana Lima")
    event = make_event(actors=[actor])
    decision = Decision.objects.create(
        action="accept", editor_name="ana", at=datetime(2020, 1, 1, tzinfo=UTC), event=event
    )
    mention = event.mentions.get()
    rows = [actor, actor.names.get(), event, event.participations.get(), mention, mention.passage, mention.source]
    for row in [*rows, decision]:
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_only_editors_names_are_looked_up_and_none_of_merged_actors():
    kept, gone = make_actor("Ana Lima"), make_actor("A. Lima")
    for actor in (kept, gone):
        ActorName.objects.create(actor=actor, name="The Fox", origin=NameOrigin.EDITOR)
    Actor.objects.filter(pk=gone.pk).update(merged_into=kept)
    assert [name.actor for name in ActorName.objects.kept_by_editors()] == [kept]


def test_roots_follow_every_merge():
    chain = [make_event(public=False) for _ in range(3)]
    people = [make_actor() for _ in range(3)]
    for row, next_row in [*pairwise(chain), *pairwise(people)]:
        row.merged_into = next_row
        row.save()
    assert chain[0].root == chain[2] and people[0].root == people[2]


def test_standing_leaves_out_merged_actors_and_withdrawn_sources():
    chile, old = make_state("Chile"), make_state("Old Chile")
    old.merged_into = chile
    old.save()
    make_source(withdrawn_at=datetime(2020, 1, 1, tzinfo=UTC), withdrawn_why="wrong")
    assert list(Actor.objects.standing().states()) == [chile]
    assert not Source.objects.standing().exists()


def test_decisions_are_never_changed_or_deleted():
    decision = Decision.objects.create(
        action="accept", editor_name="ana", at=datetime(2020, 1, 1, tzinfo=UTC), event=make_event()
    )
    decision.why = "because"
    for attempt in (decision.save, decision.delete, Decision.objects.all().delete):
        with pytest.raises(DecisionIsFinal):
            attempt()
    with pytest.raises(DecisionIsFinal):
        Decision.objects.update(why="because")
    assert Decision.objects.get().why == ""


def test_evidence_cannot_be_deleted_from_under_an_event():
    event = make_event()
    mention = event.mentions.get()
    for row in (mention.source, mention.passage, event):
        with pytest.raises(ProtectedError):
            row.delete()


def test_history_keeps_who_an_event_was():
    event = make_event(title="Meeting, Lima")
    event.title = "Summit, Lima"
    event._change_reason = "it was one"
    event.save()
    assert [(h.title, h.history_change_reason) for h in event.history.all()] == [
        ("Summit, Lima", "it was one"),
        ("Meeting, Lima", None),
    ]


@pytest.mark.parametrize(
    ("rights", "setting", "shown"),
    [("", "full", True), ("", "passages", False), ("full", "passages", True), ("passages", "full", False)],
)
def test_what_readers_may_see_of_a_source(rights, setting, shown, settings):
    settings.PUBLIC_SOURCE_TEXT = setting
    assert make_source(rights=rights).shows_full_text is shown


def test_names_of_rows_are_for_people():
    source = make_source(title="")
    event = make_event("Meeting, Lima", source=source)
    actor = make_actor("Ana Lima")
    part = Participation.objects.create(event=event, actor=actor)
    assert str(event) == "Meeting, Lima" and str(actor) == "Ana Lima" and str(part) == "Ana Lima as participant"
    assert str(source) == f"Untitled source {source.sha256[:8]}"
    assert event.review == Review.UNREVIEWED
