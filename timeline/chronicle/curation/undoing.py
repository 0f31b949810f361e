"""Taking a decision back: what it changed is as it was before, and that is a decision too."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from timeline.chronicle import ingest
from timeline.chronicle.linking import chronology_lock, link, settle_events
from timeline.models import Action, Decision, Mention, Review

from . import actors, merging, sources
from .deciding import NotPossible, decide, put, repin

NO_FIELDS = frozenset({"locked_fields", "review", "pinned", "evidence", "names"})
"""What a decision keeps besides the fields themselves."""


def undo(decision: Decision, editor, why: str = "") -> Decision:
    """Take a decision back: what it changed is as it was before; return the decision that says so.

    Raises NotPossible where it was undone already, or a later decision on the same row stands in the way.
    """
    with chronology_lock():
        if hasattr(decision, "undone_by"):
            raise NotPossible("this decision has been undone already")
        if decision.action == Action.UNDO:
            raise NotPossible("what was undone is decided again, not undone")
        _refuse_out_of_turn(decision)
        _undoer(decision)(decision)
        return decide(
            Action.UNDO,
            editor,
            why,
            event=decision.event,
            other_event=decision.other_event,
            actor=decision.actor,
            source=decision.source,
            before=decision.after,
            after=decision.before,
            undoes=decision,
        )


def _undoer(decision: Decision) -> Callable[[Decision], None]:
    kind = "event" if decision.event_id else "actor" if decision.actor_id else "source"
    return _UNDOERS[kind, decision.action]


def _refuse_out_of_turn(decision: Decision) -> None:
    """Raise NotPossible where something later rests on what a decision made."""
    row = decision.event or decision.actor or decision.source
    if getattr(row, "merged_into_id", None):
        raise NotPossible(f"“{row}” has been merged into “{row.root}” since; undo that first")
    later = Decision.objects.in_force().filter(pk__gt=decision.pk).exclude(action=Action.UNDO)
    if decision.event_id:
        events = [event for event in (decision.event_id, decision.other_event_id) if event]
        later = later.filter(Q(event__in=events) | Q(other_event__in=events))
    elif decision.actor_id:
        later = later.filter(actor=decision.actor_id)
    else:
        later = later.filter(source=decision.source_id)
    if blocking := later.order_by("-pk").first():
        raise NotPossible(f"undo the later decision first: {blocking}")


# Events


def _undo_fields(decision: Decision) -> None:
    event, before = decision.event, decision.before
    put(event, {name: value for name, value in before.items() if name not in NO_FIELDS})
    event.locked_fields = before.get("locked_fields", event.locked_fields)
    event.review = before.get("review", event.review)
    event._change_reason = "undone"
    event.save()
    _take_evidence_back(decision)
    if "pinned" in before:
        repin(event, before["pinned"])
        link(event.mentions.select_related("source"))
    settle_events([event.pk])


def _undo_review(decision: Decision) -> None:
    event, before = decision.event, decision.before
    event.review = before["review"]
    event._change_reason = "undone"
    event.save()
    repin(event, before["pinned"])
    event.mentions.filter(queued=True).update(queued=False)
    if before["review"] == Review.REJECTED:
        event.mentions.filter(key__in=before.get("queued", ())).update(queued=True)
    link(event.mentions.select_related("source"))
    settle_events([event.pk])


def _undo_make_event(decision: Decision) -> None:
    """It was made by hand: there is nothing to go back to, so it is rejected, and its words no longer count."""
    event = decision.event
    _take_evidence_back(decision)
    event.review, event.is_public = Review.REJECTED, False
    event._change_reason = "undone"
    event.save()
    settle_events([event.pk])


def _take_evidence_back(decision: Decision) -> None:
    """Let words that an editor found no longer count; they stay, flagged."""
    if decision.moved:
        Mention.objects.filter(key__in=[row["key"] for row in decision.moved]).update(found=False, pinned=False)


def _undo_apart(decision: Decision) -> None:
    for event in (decision.event, decision.other_event):
        repin(event, decision.before["pinned"])


# Actors and sources


def _undo_actor(decision: Decision) -> None:
    actor, before = decision.actor, decision.before
    if "names" in before:
        actors.put_names(actor, before["names"], decision.after["names"])
    put(actor, {name: value for name, value in before.items() if name not in NO_FIELDS})
    actor._change_reason = "undone"
    actor.save()
    settle_events(actor.participations.values_list("event", flat=True).distinct())


def _undo_source(decision: Decision) -> None:
    source = decision.source
    put(source, decision.before)
    source._change_reason = "undone"
    source.save()


def _undo_taking_in(decision: Decision) -> None:
    """Nothing is deleted: the source is withdrawn, and can be put back."""
    if decision.source.withdrawn_at:
        raise NotPossible("this source has been withdrawn already")
    ingest.withdraw(decision.source, "It was taken in by mistake.")


_UNDOERS: dict[tuple[str, str], Callable[[Decision], None]] = {
    ("event", Action.MAKE): _undo_make_event,
    ("event", Action.EDIT): _undo_fields,
    ("event", Action.UNLOCK): _undo_fields,
    ("event", Action.ACCEPT): _undo_review,
    ("event", Action.REJECT): _undo_review,
    ("event", Action.MERGE): merging.undo_merge,
    ("event", Action.SPLIT): merging.undo_split,
    ("event", Action.APART): _undo_apart,
    ("actor", Action.MAKE): actors.undo_make,
    ("actor", Action.EDIT): _undo_actor,
    ("actor", Action.MERGE): actors.undo_merge_of_actors,
    ("actor", Action.SPLIT): actors.undo_split_of_actor,
    ("actor", Action.APART): lambda decision: None,
    ("source", Action.MAKE): _undo_taking_in,
    ("source", Action.EDIT): _undo_source,
    ("source", Action.DAY): sources.undo_day,
    ("source", Action.WITHDRAW): lambda decision: ingest.put_back(decision.source),
    ("source", Action.RESTORE): lambda decision: ingest.withdraw(decision.source, decision.before["withdrawn_why"]),
}
