"""Making two events one, taking one apart, and remembering that two are not the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.chronicle.linking import chronology_lock, settle_events
from timeline.models import ACTS, Action, Decision, Event, Mention, Status

from .deciding import NotPossible, decide, pin, pinned_keys, put, stored

KEEP, GONE = "keep", "gone"
"""Whose value stands where editors have set both events' and they differ."""


def collisions(keep: Event, gone: Event) -> list[str]:
    """Return the fields which editors have set on both events, to different values."""
    both = set(keep.locked_fields) & set(gone.locked_fields)
    return sorted(name for name in both if stored(keep, name) != stored(gone, name))


def why_not_merged(keep: Event, gone: Event) -> str:
    """Return why two events cannot be made one, whatever values are chosen; empty where they can."""
    if keep.pk == gone.pk:
        return "an event cannot be merged into itself"
    for event in (keep, gone):
        if event.merged_into_id:
            return f"“{event}” was merged into “{event.root}” already"
    if keep.is_encounter != gone.is_encounter:
        return "kind: an encounter and an act are two things; tie the act to it by “concerns” instead"
    return ""


def merge(keep: Event, gone: Event, editor, why: str, values: Mapping[str, str] = {}) -> Decision:
    """Make two events one: all evidence moves to `keep`, the address of `gone` leads there.

    Locked fields of `keep` stand; where both have locked the same field to different values, `values` says whose
    stands (KEEP or GONE), else NotPossible is raised naming it, and nothing is changed.
    """
    with chronology_lock():
        keep, gone = (Event.objects.select_for_update().get(pk=event.pk) for event in (keep, gone))
        if reason := why_not_merged(keep, gone):
            raise NotPossible(reason)
        if open_questions := [name for name in collisions(keep, gone) if values.get(name) not in (KEEP, GONE)]:
            raise NotPossible(
                f"{', '.join(open_questions)}: editors have set both events' values, and they differ; "
                "choose which one stands, or unlock one of them first"
            )
        overruled = {name for name in collisions(keep, gone) if values[name] == GONE}
        inherited = {name for name in gone.locked_fields if name not in keep.locked_fields} | overruled
        acts = list(Event.objects.filter(concerns=gone).order_by("id").values_list("uid", flat=True))
        before = {name: stored(keep, name) for name in sorted(inherited)}
        before |= {"locked_fields": list(keep.locked_fields), "review": keep.review, "pinned": pinned_keys(keep)}
        before |= {"gone": gone.uid, "gone_concerns": stored(gone, "concerns"), "acts": acts}
        moved = [
            {"key": mention.key, "pinned": mention.pinned, "queued": mention.queued}
            for mention in gone.mentions.order_by("id")
        ]
        put(keep, {name: stored(gone, name) for name in inherited})
        keep.locked_fields = sorted({*keep.locked_fields, *inherited})
        pin(keep)
        gone.mentions.update(event=keep, pinned=True, queued=False)
        Event.objects.filter(concerns=gone).update(concerns=keep)
        gone.merged_into, gone.is_public, gone.voices, gone.concerns = keep, False, 0, None
        for event in (keep, gone):
            event._change_reason = why or "merged"
            event.save()
        settle_events([keep.pk, gone.pk])
        keep.refresh_from_db()
        after = {name: stored(keep, name) for name in sorted(inherited)} | {"locked_fields": keep.locked_fields}
        return decide(Action.MERGE, editor, why, event=keep, other_event=gone, before=before, after=after, moved=moved)


def undo_merge(decision: Decision) -> None:
    """Let both events be as they were before they were merged."""
    keep, gone = decision.event, decision.other_event
    before: Mapping[str, Any] = decision.before
    rows = {row["key"]: row for row in decision.moved}
    Event.objects.filter(pk=gone.pk).update(merged_into=None)
    Mention.objects.filter(key__in=rows).update(event=gone, pinned=True)
    Mention.objects.filter(key__in=[key for key, row in rows.items() if not row["pinned"]]).update(pinned=False)
    Mention.objects.filter(key__in=[key for key, row in rows.items() if row.get("queued")]).update(queued=True)
    Event.objects.filter(uid__in=before.get("acts", ())).update(concerns=gone)
    gone.refresh_from_db()
    put(gone, {"concerns": before.get("gone_concerns")})
    put(keep, {name: value for name, value in before.items() if name in Event.SETTLED_FIELDS})
    keep.locked_fields = before["locked_fields"]
    keep.review = before.get("review", keep.review)
    for event in (keep, gone):
        event._change_reason = "undone"
        event.save()
    keep.mentions.exclude(key__in=before["pinned"]).update(pinned=False)
    settle_events([keep.pk, gone.pk])


def split(event: Event, keys: Sequence[str], editor, why: str) -> Event:
    """Move mentions, named by their keys, out of an event into one of their own; return the new event.

    Raises NotPossible where none or all of the event's mentions are named.
    """
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        leaving = list(event.mentions.filter(key__in=keys).order_by("id"))
        if not leaving:
            raise NotPossible("choose at least one passage that belongs to another event")
        if len(leaving) == event.mentions.count():
            raise NotPossible("at least one passage must stay; to correct the whole event, edit it")
        before = {"pinned": pinned_keys(event)}
        first = leaving[0]
        new = Event(
            kind=first.kind,
            status=first.status if first.kind not in ACTS else Status.HELD,
            basis=first.basis,
            title=event.title,
            when=first.when,
            confidence=first.confidence,
        )
        new._change_reason = why or "split off"
        new.save()
        pin(event)
        Mention.objects.filter(pk__in=[m.pk for m in leaving]).update(event=new, pinned=True, queued=False)
        settle_events([event.pk, new.pk])
        new.refresh_from_db()
        moved = [{"key": m.key, "pinned": m.pinned} for m in leaving]
        decide(Action.SPLIT, editor, why, event=event, other_event=new, before=before, moved=moved)
        return new


def undo_split(decision: Decision) -> None:
    """Let what was split off be part of its event again."""
    event, new = decision.event, decision.other_event
    keys = {row["key"]: row["pinned"] for row in decision.moved}
    Mention.objects.filter(event=new).update(event=event)
    Mention.objects.filter(key__in=[key for key, pinned in keys.items() if not pinned]).update(pinned=False)
    pinned_before = [*decision.before["pinned"], *(key for key, pinned in keys.items() if pinned)]
    event.mentions.exclude(key__in=pinned_before).update(pinned=False)
    new.merged_into, new.is_public, new.voices = event, False, 0
    new._change_reason = "undone"
    new.save()
    settle_events([event.pk, new.pk])


def tell_apart(one: Event, other: Event, editor, why: str = "") -> Decision:
    """Remember that two events are not the same, so that nothing joins them unasked, and nobody is asked again."""
    with chronology_lock():
        if one.pk == other.pk:
            raise NotPossible("choose two events")
        before = {"pinned": [*pinned_keys(one), *pinned_keys(other)]}
        for event in (one, other):
            pin(event)
        return decide(Action.APART, editor, why, event=one, other_event=other, before=before)
