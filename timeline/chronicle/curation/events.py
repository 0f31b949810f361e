"""What editors decide on an event: edit, unlock, accept, reject, make by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from timeline import edtf
from timeline.chronicle.linking import chronology_lock, settle_events
from timeline.models import ACTS, Action, Decision, Event, Mention, Review, Status

from .deciding import NotPossible, decide, pin, pinned_keys, refuse_unknown, set_participations, stored
from .evidence import Words, tell

EDITABLE = tuple(field for field in Event.SETTLED_FIELDS if field != "confidence")
"""Fields of an event that an editor may set; setting one locks it."""


def edit(event: Event, changes: Mapping[str, Any], editor, why: str = "") -> Decision | None:
    """Set fields of an event and lock them; return the decision, or None where nothing differs.

    `changes` maps names out of EDITABLE to values: plain values as the columns hold them, an Actor for `country`,
    an Event for `concerns`, and for `actors` a list of (Actor, role). Raises NotPossible, naming the field, where
    a value cannot stand.
    """
    refuse_unknown(changes, EDITABLE)
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        differing = {name: value for name, value in changes.items() if not _same(event, name, value)}
        if not differing:
            return None
        before = {name: stored(event, name) for name in differing}
        before |= {"locked_fields": list(event.locked_fields), "pinned": pinned_keys(event)}
        for name, value in differing.items():
            if name != "actors":
                setattr(event, name, value)
        _check(event)
        event.locked_fields = sorted({*event.locked_fields, *differing})
        event._change_reason = why or "edited"
        event.save()
        if "actors" in differing:
            set_participations(event, differing["actors"])
        pin(event)
        settle_events([event.pk])
        event.refresh_from_db()
        after = {name: stored(event, name) for name in differing} | {"locked_fields": event.locked_fields}
        if event.review == Review.CHANGED:  # whoever corrects it has seen what changed
            before["review"], after["review"] = Review.CHANGED, Review.ACCEPTED
            event.review = Review.ACCEPTED
            event.save()
        return decide(Action.EDIT, editor, why, event=event, before=before, after=after)


def unlock(event: Event, fields: Iterable[str], editor, why: str = "") -> Decision | None:
    """Hand fields back to the sources: they settle again at once. Returns None where none of them was locked."""
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        given_back = sorted(set(fields) & set(event.locked_fields))
        if not given_back:
            return None
        before = {name: stored(event, name) for name in given_back} | {"locked_fields": list(event.locked_fields)}
        event.locked_fields = [name for name in event.locked_fields if name not in given_back]
        event._change_reason = why or "unlocked"
        event.save()
        settle_events([event.pk])
        event.refresh_from_db()
        after = {name: stored(event, name) for name in given_back} | {"locked_fields": event.locked_fields}
        return decide(Action.UNLOCK, editor, why, event=event, before=before, after=after)


def accept(event: Event, editor, why: str = "") -> Decision:
    """Mark an event as reviewed and right. What waited because it had been rejected then counts."""
    return _review(event, Review.ACCEPTED, Action.ACCEPT, editor, why)


def reject(event: Event, editor, why: str) -> Decision:
    """Take an event out of the public chronology; it stays as a tombstone that new reports cannot revive.

    Raises NotPossible without a reason: readers of the old address are told it.
    """
    if not why.strip():
        raise NotPossible("why: a rejection needs its reason, since readers of the old address are told it")
    return _review(event, Review.REJECTED, Action.REJECT, editor, why)


def _review(event: Event, review: str, action: str, editor, why: str) -> Decision:
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        if event.merged_into_id:
            raise NotPossible(f"this event was merged into “{event.root}”; decide on that one")
        waiting = event.mentions.filter(queued=True)
        before = {
            "review": event.review,
            "pinned": pinned_keys(event),
            "queued": sorted(waiting.values_list("key", flat=True)),
        }
        event.review = review
        if review == Review.REJECTED:
            event.is_public = False
        event._change_reason = why or action
        event.save()
        waiting.update(queued=False)  # the editor has seen what waited, and decided on it with the rest
        pin(event)
        settle_events([event.pk])
        return decide(action, editor, why, event=event, before=before, after={"review": review})


def make_event(fields: Mapping[str, Any], editor, why: str = "", words: Words | None = None) -> Event:
    """Make an event by hand and return it: all fields given are locked.

    `words` are those of a source that tell of it; without any it is not public until a source tells of it. `fields`
    is as `edit` takes it; kind, status and title must be there. Raises NotPossible, naming the field.
    """
    refuse_unknown(fields, EDITABLE)
    if missing := [name for name in ("kind", "status", "title") if not fields.get(name)]:
        raise NotPossible(f"{missing[0]}: it is empty")
    with chronology_lock():
        event = Event(**{name: value for name, value in fields.items() if name != "actors"})
        _check(event)
        event.locked_fields = sorted(fields)
        event._change_reason = why or "made by hand"
        event.save()
        set_participations(event, fields.get("actors", ()))
        told: list[Mention] = [tell(event, words)] if words else []
        after = {name: stored(event, name) for name in fields} | {"locked_fields": event.locked_fields}
        moved = [{"key": mention.key, "pinned": True} for mention in told]
        decide(Action.MAKE, editor, why, event=event, after=after, moved=moved)
        event.refresh_from_db()
        return event


def add_evidence(event: Event, words: Words, editor, why: str = "") -> Decision:
    """Let words of a source tell of an event; return the decision. Raises NotPossible for words that do so already."""
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        if event.merged_into_id:
            raise NotPossible(f"this event was merged into “{event.root}”; add it to that one")
        before = {"pinned": pinned_keys(event)}
        pin(event)
        mention = tell(event, words)
        return decide(
            Action.EDIT,
            editor,
            why,
            event=event,
            before=before | {"evidence": ""},
            after={"evidence": mention.passage.exact},
            moved=[{"key": mention.key, "pinned": True}],
        )


def _check(event: Event) -> None:
    """Raise NotPossible, naming the field, where an event's fields cannot stand together."""
    try:
        event.derive_dates()
    except edtf.EdtfError as error:
        raise NotPossible(f"when: {error}") from error
    if event.kind in ACTS and event.status not in (Status.HELD, Status.PLANNED):
        raise NotPossible("status: an act has only happened (held) or is planned")
    if not event.title.strip():
        raise NotPossible("title: it is empty")
    if event.pk and event.concerns_id == event.pk:
        raise NotPossible("concerns: an act cannot be about itself")
    if event.concerns_id and event.kind not in ACTS:
        raise NotPossible("concerns: only an act is about an encounter")
    if event.occasions < 1:
        raise NotPossible("occasions: at least one")


def _same(event: Event, name: str, value: Any) -> bool:
    if name == "actors":
        return sorted((actor.slug, str(role)) for actor, role in value) == sorted(map(tuple, stored(event, name)))
    return getattr(event, name) == value
