"""Trying out first: what reading again, another day or another name would change, shown before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.chronicle.rehearsal import Named, Outcome, Told

from .shown import LABELS, Change, names_in, show_changes, show_date, show_value, show_when


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with its date as readers see it."""

    pk: int
    title: str
    date: str
    new: bool


@dataclass(frozen=True, slots=True)
class ShownTold:
    """What a passage says, in words."""

    exact: str
    kind: str
    status: str
    basis: str
    when_words: str
    shown_when: str
    place: str
    parties: str
    confidence: str
    event: ShownEvent | None
    queued: bool
    pinned: bool


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """An event that would settle differently, field by field."""

    event: ShownEvent
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ShownStanding:
    """A field that stays as an editor set it."""

    event: ShownEvent
    change: Change


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """What doing something would change, in words."""

    nothing: bool
    unchanged: int
    differing: list[ShownDifference]
    standing: list[ShownStanding]
    new: list[ShownTold]
    lost: list[ShownTold]


def show_outcome(outcome: Outcome) -> ShownOutcome:
    """Return in words what a rehearsal gave."""
    names = names_in(kept for difference in outcome.differing for kept in (difference.before, difference.after))
    return ShownOutcome(
        nothing=outcome.nothing,
        unchanged=outcome.unchanged,
        differing=[
            ShownDifference(show_event(item.event), show_changes(item.before, item.after, names))
            for item in outcome.differing
        ],
        standing=[
            ShownStanding(
                show_event(item.event),
                Change(LABELS[item.field], _said(item.field, item.before), _said(item.field, item.after)),
            )
            for item in outcome.standing
        ],
        new=[show_told(told) for told in outcome.new],
        lost=[show_told(told) for told in outcome.lost],
    )


def _said(field: str, value: Any) -> str:
    return show_value(field, value, {})


def show_event(event: Named) -> ShownEvent:
    return ShownEvent(event.pk, event.title, show_date(event.when), event.new)


def show_told(told: Told) -> ShownTold:
    return ShownTold(
        exact=told.exact,
        kind=told.kind,
        status=told.status,
        basis=told.basis,
        when_words=told.when_words,
        shown_when=show_when(told.when),
        place=told.place,
        parties=told.parties,
        confidence=told.confidence,
        event=show_event(told.event) if told.event else None,
        queued=told.queued,
        pinned=told.pinned,
    )
