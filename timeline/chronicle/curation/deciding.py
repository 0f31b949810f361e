"""What all decisions of editors share: how they are recorded, and how a row's fields are kept in them and put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from timeline.models import Actor, Decision, Event, Participation, Role, Source


class NotPossible(ValueError):
    """Something that cannot be decided as asked; the message says why and what to do instead."""


def decide(action: str, editor, why: str, *, at: datetime | None = None, **about: Any) -> Decision:
    """Record a decision. `editor` is a user, or the plain name of somebody without an account."""
    return Decision.objects.create(
        action=action,
        editor=None if isinstance(editor, str) else editor,
        editor_name=editor if isinstance(editor, str) else editor.get_username(),
        at=at or timezone.now(),
        why=why.strip()[:500],
        **about,
    )


def refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise NotPossible for names of fields that are not among those an editor may set."""
    if unknown := set(names) - set(known):
        raise NotPossible(f"{', '.join(sorted(unknown))}: not a field that can be edited")


def stored(row: Event | Actor | Source, name: str) -> Any:
    """Return a field's value as a decision keeps it: text, numbers and lists, slugs and uids for other rows."""
    if name == "actors":
        rows = row.participations.order_by("actor__slug", "role")
        return [list(pair) for pair in rows.values_list("actor__slug", "role")]
    value = getattr(row, name)
    if isinstance(value, Model):
        return value.slug if isinstance(value, Actor) else value.uid
    return iso(value) if isinstance(value, date) else value


def put(row: Event | Actor | Source, kept: Mapping[str, Any]) -> None:
    """Set fields (not saved, but for an event's actors) to what a decision kept of them."""
    for name, value in kept.items():
        if name == "actors":
            parts = Actor.objects.in_bulk([slug for slug, _ in value], field_name="slug")
            set_participations(row, [(parts[slug], role) for slug, role in value])
        elif name in ("country", "affiliation"):
            setattr(row, name, Actor.objects.filter(slug=value).first() if value else None)
        elif name == "concerns":
            row.concerns = Event.objects.filter(uid=value).first() if value else None
        else:
            setattr(row, name, value)


def set_participations(event: Event, parts: Iterable[tuple[Actor, str]]) -> None:
    """Make an event's participations just these, keeping the passages of those that stay."""
    wanted = {(actor.root.pk, str(role)) for actor, role in parts}
    for _, role in wanted:
        if role not in Role.values:
            raise NotPossible(f"actors: no part is called {role!r}")
    for row in event.participations.all():
        if (row.actor_id, row.role) not in wanted:
            row.delete()
    have = set(event.participations.values_list("actor", "role"))
    Participation.objects.bulk_create(
        [Participation(event=event, actor_id=actor, role=role) for actor, role in sorted(wanted - have)]
    )


def correct(row: Source | Actor, changes: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Set (not saved) what differs of a source or an actor; return what it was before and what it is after."""
    differing = {name: value for name, value in changes.items() if getattr(row, name) != value}
    before = {name: stored(row, name) for name in differing}
    for name, value in differing.items():
        setattr(row, name, value)
    return before, {name: stored(row, name) for name in differing}


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def pin(event: Event) -> None:
    """Tie an event's live mentions to it for good; what is no longer found and was not kept stays as it is."""
    event.mentions.filter(pinned=False, queued=False, found=True).update(pinned=True)


def repin(event: Event, keys: Iterable[str]) -> None:
    """Leave pinned of an event's mentions only those named."""
    event.mentions.exclude(key__in=list(keys)).update(pinned=False)


def pinned_keys(event: Event) -> list[str]:
    return list(event.mentions.filter(pinned=True).order_by("key").values_list("key", flat=True))
