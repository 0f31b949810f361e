"""How decisions are put to editors: which field was what before and after, with names in place of keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from timeline import edtf
from timeline.models import Actor, Decision, Event, Review

LABELS = {
    "kind": "Kind",
    "status": "Status",
    "basis": "Basis",
    "title": "Title",
    "when": "Date",
    "place": "Place",
    "country": "Country",
    "occasions": "Occasions",
    "concerns": "Concerns",
    "actors": "Actors",
    "review": "Review",
    "published_on": "Published on",
    "published_how": "Day known by",
    "withdrawn_why": "Reason of withdrawal",
    "author": "Author",
    "publisher": "Publisher",
    "url": "Address",
    "rights": "Readers may see",
    "name": "Name",
    "affiliation": "Serves",
    "office": "Office",
    "names": "Names",
    "evidence": "Words as evidence",
    "merged": "Merged with it",
    "split_to": "Passages given to",
    "apart_from": "Not the same as",
    "confidence": "Confidence",
    "merged_into": "Becomes part of",
    "public": "Readers see it",
}
"""What the fields of a decision are called; keys that are for undoing only are not shown."""

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a decision."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision with what it changed, in words."""

    decision: Decision
    changes: tuple[Change, ...]
    undone_by: Decision | None

    @property
    def moved(self) -> int:
        """How many passages it moved from one row to another."""
        return len(self.decision.moved)


def show_decisions(decisions: Iterable[Decision]) -> list[ShownDecision]:
    """Return decisions in words. Asks the database twice at most: for the actors and events that they name."""
    decisions = list(decisions)
    names = names_in(kept for decision in decisions for kept in (decision.before, decision.after))
    return [
        ShownDecision(
            decision,
            show_changes(decision.before, decision.after, names),
            getattr(decision, "undone_by", None),
        )
        for decision in decisions
    ]


def show_changes(before: dict, after: dict, names: dict[str, str]) -> tuple[Change, ...]:
    """Return in words what differs between fields as decisions keep them."""
    return tuple(
        Change(label, show_value(field, before.get(field), names), show_value(field, after.get(field), names))
        for field, label in LABELS.items()
        if (field in before or field in after) and before.get(field) != after.get(field)
    )


def show_date(when: str) -> str:
    """Return EDTF text as readers see it, "undated" for none."""
    return edtf.display(when) if when else "undated"


def show_when(when: str) -> str:
    """Return EDTF text as readers see it with the text itself: "27 March 2018 (2018-03-27)"."""
    return f"{edtf.display(when)} ({when})" if when else "undated"


_ACTORS = ("country", "affiliation", "merged", "split_to", "apart_from")
"""Fields that decisions keep as the slug of an actor."""

_EVENTS = ("concerns", "merged_into")
"""Fields that decisions keep as the identifier of an event."""


def show_value(field: str, value: Any, names: dict[str, str]) -> str:
    """Return a field's value, as decisions keep it, in words."""
    if value in (None, "", []):
        return "undated" if field == "when" else NOTHING
    if field == "when":
        return show_when(value)
    if field == "actors" and not isinstance(value, str):
        return ", ".join(f"{names.get(slug, slug)} ({role})" for slug, role in value)
    if field == "names":
        return ", ".join(name for name, _ in value)
    if field in (*_ACTORS, *_EVENTS):
        return names.get(value, value)
    if field == "review":
        return Review(value).label
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def names_in(kept: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the names behind the slugs of actors and the identifiers of events in fields as decisions keep them.

    Two queries at most.
    """
    slugs: set[str] = set()
    uids: set[str] = set()
    for fields in kept:
        slugs |= {slug for slug, _ in fields.get("actors") or ()}
        slugs |= _texts(fields, *_ACTORS)
        uids |= _texts(fields, *_EVENTS)
    names = dict(Actor.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}
    if uids:
        for uid, title, when in Event.objects.filter(uid__in=uids).values_list("uid", "title", "when"):
            names[uid] = f"{title}, {show_date(when)}"
    return names


def _texts(kept: dict[str, Any], *fields: str) -> set[str]:
    return {kept[field] for field in fields if kept.get(field)}
