"""Every constraint of the database, broken on purpose, NULLs included; on whichever database the tests run."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from tests.builders import make_actor, make_event, make_mention, make_passage, make_source, make_state, take_part
from timeline.models import (
    ActorName,
    Decision,
    Edition,
    Event,
    Intake,
    Kind,
    Mention,
    Participation,
    Passage,
    Posting,
    Source,
    Status,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2019, 3, 7, 12, tzinfo=UTC)


def source_with(**fields):
    made = make_source()
    return lambda: Source.objects.filter(pk=made.pk).update(**fields)


def itself(made, field):
    return lambda: type(made).objects.filter(pk=made.pk).update(**{field: made.pk})


def passage_with(**fields):
    source = make_source()
    return lambda: Passage.objects.create(source=source, **{"start": 0, "end": 9, "exact": "Ministers"} | fields)


def twice(make):
    make()
    return make


def passage_twice():
    source = make_source()
    return twice(lambda: Passage.objects.create(source=source, start=0, end=9, exact="Ministers"))


def orphan_twice():
    source = make_source()
    return twice(lambda: Passage.objects.create(source=source, exact="Ministers"))


def intake_with(**fields):
    return lambda: Intake.objects.create(**{"text": "Ministers met."} | fields)


def actor_with(**fields):
    made = make_state("Peru") if "affiliation" in fields else make_actor()
    return lambda: type(made).objects.filter(pk=made.pk).update(**fields)


def state_that_serves():
    chile = make_state("Chile")
    return actor_with(affiliation=chile.pk)


def name_with(**fields):
    actor = make_actor()
    return lambda: ActorName.objects.create(**{"actor": actor, "name": "Nicknamed"} | fields)


def posting_with(**fields):
    return lambda: Posting.objects.create(**{"field": "kind", "value": "call", "block": 0, "edition": 1} | fields)


def name_twice():
    actor = make_actor()
    return twice(lambda: ActorName.objects.create(actor=actor, name="Nicknamed"))


def event_with(public=True, **fields):
    made = make_event(public=public)
    return lambda: Event.objects.filter(pk=made.pk).update(**fields)


def mention_with(**fields):
    made = make_mention(make_event(public=False))
    return lambda: Mention.objects.filter(pk=made.pk).update(**fields)


def key_twice():
    event = make_event(public=False)
    make_mention(event, key="one")
    return lambda: make_mention(event, key="one")


def part_with(**fields):
    made = take_part(make_event(), make_actor())
    return lambda: Participation.objects.filter(pk=made.pk).update(**fields)


def part_twice():
    event, actor = make_event(), make_actor()
    return twice(lambda: take_part(event, actor))


def decision_with(**fields):
    about = {} if "event" in fields else {"event": make_event()}
    return lambda: Decision.objects.create(**{"action": "accept", "editor_name": "ana", "at": NOW} | about | fields)


def slug_twice():
    return twice(lambda: make_actor("Ana Lima"))


def undone_twice():
    event = make_event()
    first = Decision.objects.create(action="accept", editor_name="ana", at=NOW, event=event)
    return twice(lambda: Decision.objects.create(action="undo", editor_name="ana", at=NOW, event=event, undoes=first))


def superseded_twice():
    first = make_source()
    return twice(lambda: make_source(supersedes=first))


BROKEN = {
    "source_has_text": [lambda: source_with(text="")],
    "source_kind_known": [lambda: source_with(kind="novel")],
    "source_rights_known": [lambda: source_with(rights="some")],
    "source_day_and_how_agree": [
        lambda: source_with(published_on=date(2019, 3, 7)),
        lambda: source_with(published_how="given"),
        lambda: source_with(published_on=date(2019, 3, 7), published_how="guessed"),
    ],
    "source_withdrawn_with_reason": [
        lambda: source_with(withdrawn_at=NOW),
        lambda: source_with(withdrawn_why="wrong"),
    ],
    "source_not_own_copy": [lambda: itself(make_source(), "copy_of")],
    "source_not_own_successor": [lambda: itself(make_source(), "supersedes")],
    "passage_has_words": [lambda: passage_with(exact="")],
    "passage_placed_or_orphaned": [
        lambda: passage_with(start=9, end=9),
        lambda: passage_with(start=5, end=None),
        lambda: passage_with(start=None, end=5),
        lambda: passage_with(start=7, end=3),
    ],
    "passage_once_a_place": [passage_twice],
    "orphaned_passage_once": [orphan_twice],
    "intake_has_something": [lambda: intake_with(text="")],
    "intake_state_known": [lambda: intake_with(state="lost")],
    "intake_done_has_source": [lambda: intake_with(state="done")],
    "intake_failed_says_why": [lambda: intake_with(state="failed")],
    "actor_has_name": [lambda: actor_with(name="")],
    "actor_has_slug": [lambda: actor_with(slug="")],
    "actor_kind_known": [lambda: actor_with(kind="animal")],
    "actor_not_merged_into_itself": [lambda: itself(make_actor(), "merged_into")],
    "actor_not_its_own_state": [lambda: itself(make_actor(), "affiliation")],
    "state_serves_no_state": [state_that_serves],
    "actor_name_once": [name_twice],
    "actor_name_not_empty": [lambda: name_with(name="")],
    "actor_name_origin_known": [lambda: name_with(origin="rumour")],
    "event_kind_known": [lambda: event_with(kind="party")],
    "event_status_known": [lambda: event_with(status="rumoured")],
    "act_happened_or_planned": [lambda: event_with(kind=Kind.AGREEMENT, status=Status.COLLAPSED)],
    "event_basis_known": [lambda: event_with(basis="dreamt")],
    "event_confidence_known": [lambda: event_with(confidence="total")],
    "event_review_known": [lambda: event_with(review="liked")],
    "event_has_title": [lambda: event_with(title="")],
    "event_has_sort_key": [lambda: event_with(sort_key="")],
    "event_bounds_need_a_date": [
        lambda: event_with(earliest=date(2019, 3, 7)),
        lambda: event_with(latest=date(2019, 3, 7)),
        lambda: event_with(when="2019-03"),
    ],
    "event_bounds_in_order": [
        lambda: event_with(when="2019-03", earliest=date(2019, 3, 7), latest=date(2019, 3, 6)),
    ],
    "event_occurs": [lambda: event_with(occasions=0)],
    "event_not_merged_into_itself": [lambda: itself(make_event(public=False), "merged_into")],
    "event_not_about_itself": [lambda: itself(make_event(), "concerns")],
    "public_event_has_evidence": [
        lambda: event_with(public=False, is_public=True),
        lambda: event_with(voices=0),
        lambda: event_with(review="rejected"),
        lambda: event_with(merged_into=make_event().pk),
    ],
    "mention_kind_known": [lambda: mention_with(kind="party")],
    "mention_status_known": [lambda: mention_with(status="rumoured")],
    "mention_basis_known": [lambda: mention_with(basis="dreamt")],
    "mention_confidence_known": [lambda: mention_with(confidence="total")],
    "mention_has_key": [lambda: mention_with(key="")],
    "mention_occurs": [lambda: mention_with(occasions=0)],
    "mention_window_whole": [
        lambda: mention_with(window_start=date(2019, 3, 7)),
        lambda: mention_with(window_end=date(2019, 3, 7)),
        lambda: mention_with(window_start=date(2019, 3, 7), window_end=date(2019, 3, 6)),
    ],
    "pinned_mention_has_event": [lambda: mention_with(pinned=True, event=None)],
    "participation_once": [part_twice],
    "participation_role_known": [lambda: part_with(role="onlooker")],
    "decision_action_known": [lambda: decision_with(action="dream")],
    "decision_on_something": [lambda: decision_with(event=None)],
    "decision_undo_names_another": [lambda: decision_with(action="undo")],
    "posting_once": [lambda: twice(posting_with())],
    "posting_field_known": [lambda: posting_with(field="colour")],
}
UNIQUE = {
    ("Source", "sha256"): lambda: twice(lambda: make_source("The same text.", title="Two")),
    ("Actor", "slug"): slug_twice,
    ("Event", "uid"): lambda: twice(lambda: make_event(uid="one", public=False)),
    ("Mention", "key"): key_twice,
    ("Decision", "uid"): lambda: twice(decision_with(uid="one")),
    ("Decision", "undoes"): undone_twice,
    ("Source", "supersedes"): superseded_twice,
    ("Edition", "mark"): lambda: twice(lambda: Edition.objects.create(mark="one")),
}


def our_models():
    return [m for m in apps.get_app_config("timeline").get_models() if not m.__name__.startswith("Historical")]


def cases():
    return [
        pytest.param(name, number, id=f"{name}-{number}")
        for name, breakers in BROKEN.items()
        for number in range(len(breakers))
    ]


def test_every_constraint_is_broken_below():
    declared = {constraint.name for model in our_models() for constraint in model._meta.constraints}
    assert declared == set(BROKEN)


def test_every_unique_field_is_broken_below():
    declared = {
        (model.__name__, field.name)
        for model in our_models()
        for field in model._meta.concrete_fields
        if field.unique and not field.primary_key
    }
    assert declared == set(UNIQUE)


@pytest.mark.parametrize(("name", "number"), cases())
def test_constraint_refuses(name, number):
    breaks = BROKEN[name][number]()
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        breaks()
    unnamed = isinstance(_constraint(name), models.UniqueConstraint)  # SQLite names the columns of these instead
    assert unnamed or name in str(caught.value)


@pytest.mark.parametrize("field", UNIQUE, ids="-".join)
def test_unique_field_refuses_a_second(field):
    breaks = UNIQUE[field]()
    with pytest.raises(IntegrityError), transaction.atomic():
        breaks()


def _constraint(name):
    return next(c for model in our_models() for c in model._meta.constraints if c.name == name)


def test_what_constraints_let_pass():
    source = make_source(published=date(2019, 3, 7))
    make_passage(source)
    Passage.objects.create(source=source, exact="an orphan")
    event = make_event(when="2019-03-04/..")
    assert (event.earliest, event.latest) == (date(2019, 3, 4), None)
    make_mention(None)
    make_event(kind=Kind.AGREEMENT, status=Status.PLANNED)
    assert Event.objects.public().count() == 2
