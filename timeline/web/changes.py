"""An event's history: what editors decided, and which fields changed when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from timeline import edtf
from timeline.models import Event

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
        Change(d.at, d.editor_name, d.get_action_display(), d.why)
        for d in event.decisions.select_related(None).order_by("-at", "-id")[:MOST]
    ]
    found = [*decisions, *_field_changes(event)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:MOST]


def _field_changes(event: Event) -> Iterator[Change]:
    records = list(event.history.select_related("history_user").order_by("-history_date", "-history_id")[: MOST + 1])
    for new, old in pairwise(records):
        fields = tuple(
            FieldChange(FIELDS.get(name, name.capitalize()), _worded(old, name), _worded(new, name))
            for name in sorted(_SHOWN)
            if getattr(new, name) != getattr(old, name)
        )
        if fields:
            yield Change(new.history_date, _who(new), "changed", new.history_change_reason or "", fields)
    if records and len(records) <= MOST:
        first = records[-1]
        yield Change(first.history_date, _who(first), "first entered")


def _who(record: object) -> str:
    user = record.history_user
    return user.get_username() if user else "the parser"


def _worded(record: object, name: str) -> str:
    value = getattr(record, name)
    if name == "when":
        return edtf.display(value) if value else "undated"
    return str(getattr(record, f"get_{name}_display", lambda: value)()) or "–"
