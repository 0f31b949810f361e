"""An event's history: what editors decided, and which fields changed when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from timeline import edtf
from timeline.models import Decision, Event
from timeline.rules import CHANGES

from .glossary import FIELDS

MOST = 20
"""Changes that a page shows."""

_SHOWN = frozenset({"kind", "status", "basis", "title", "when", "place", "occasions", "confidence", "review"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to an event."""

    at: datetime
    who: str
    """An editor's name, or "the parser"."""
    what: str
    why: str = ""
    fields: tuple[FieldChange, ...] = ()


def changes_of(event: Event) -> list[Change]:
    """Return what happened to an event, latest first; two queries."""
    decisions = [
        Change(d.at, d.editor_name, d.get_action_display(), d.why, _decided(d))
        for d in event.decisions.select_related(None).order_by("-at", "-id")[:MOST]
    ]
    found = [*decisions, *_field_changes(event)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:MOST]


def _decided(decision: Decision) -> tuple[FieldChange, ...]:
    """Return what a decision made of the event's fields, as far as pages show them."""
    before, after = decision.before, decision.after
    return tuple(
        FieldChange(FIELDS.get(name, name.capitalize()), _plainly(name, before[name]), _plainly(name, after[name]))
        for name in sorted(_SHOWN & before.keys() & after.keys())
        if before[name] != after[name]
    )


def _plainly(name: str, value: object) -> str:
    if name == "when":
        return edtf.display(str(value)) if value else "undated"
    return str(value) if value not in ("", None) else "–"


def _field_changes(event: Event) -> Iterator[Change]:
    records = list(event.history.select_related("history_user").order_by("-history_date", "-history_id")[: MOST + 1])
    for new, old in pairwise(records):
        fields = tuple(
            FieldChange(FIELDS.get(name, name.capitalize()), _worded(old, name), _worded(new, name))
            for name in sorted(_SHOWN)
            if getattr(new, name) != getattr(old, name)
        )
        if fields and _not_an_editors(new):
            yield Change(new.history_date, _who(new), "changed", new.history_change_reason or "", fields)
    first = records[-1] if records else None
    if first and first.history_type == "+":  # what came with a fixture has no such record
        yield Change(first.history_date, _who(first), "first entered")


def _not_an_editors(record: object) -> bool:
    """True for what reading and settling changed; an editor's changes are told by their decisions."""
    why = record.history_change_reason or ""
    return any(why.startswith(words.partition("{")[0]) for words in CHANGES.values())


def _who(record: object) -> str:
    user = record.history_user
    return user.get_username() if user else "the parser"


def _worded(record: object, name: str) -> str:
    value = getattr(record, name)
    if name == "when":
        return _plainly(name, value)
    return str(getattr(record, f"get_{name}_display", lambda: value)()) or "–"
