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


def show_decisions(decisions: Iterable[Decision]) -> list[ShownDecision]:
    """Return decisions in words. Asks the database twice at most: for the actors and events that they name."""
    decisions = list(decisions)
    names = _names(decisions)
    return [
        ShownDecision(
            decision,
            tuple(
                Change(label, _shown(field, decision.before, names), _shown(field, decision.after, names))
                for field, label in LABELS.items()
                if (field in decision.before or field in decision.after)
                and decision.before.get(field) != decision.after.get(field)
            ),
            getattr(decision, "undone_by", None),
        )
        for decision in decisions
    ]


def show_date(when: str) -> str:
    """Return EDTF text as readers see it, "undated" for none."""
    return edtf.display(when) if when else "undated"


def show_when(when: str) -> str:
    """Return EDTF text as readers see it with the text itself: "27 March 2018 (2018-03-27)"."""
    return f"{edtf.display(when)} ({when})" if when else "undated"


def _shown(field: str, kept: dict, names: dict[str, str]) -> str:
    value = kept.get(field)
    if value in (None, "", []):
        return "undated" if field == "when" else NOTHING
    if field == "when":
        return show_when(value)
    if field == "actors":
        return ", ".join(f"{names.get(slug, slug)} ({role})" for slug, role in value)
    if field in ("country", "affiliation", "concerns"):
        return names.get(value, value)
    if field == "review":
        return Review(value).label
    return str(value)


def _names(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the names behind the slugs of actors and the identifiers of events in decisions."""
    slugs: set[str] = set()
    uids: set[str] = set()
    for decision in decisions:
        for kept in (decision.before, decision.after):
            slugs |= {slug for slug, _ in kept.get("actors") or ()}
            slugs |= _texts(kept, "country", "affiliation")
            uids |= _texts(kept, "concerns")
    names = dict(Actor.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}
    if uids:
        for uid, title, when in Event.objects.filter(uid__in=uids).values_list("uid", "title", "when"):
            names[uid] = f"{title}, {show_date(when)}"
    return names


def _texts(kept: dict[str, Any], *fields: str) -> set[str]:
    return {kept[field] for field in fields if kept.get(field)}
