"""What editors do: edit, unlock, accept, reject, merge, split, tell apart, set a day, withdraw, undo.

Each is one transaction and leaves a Decision. `editor` is a user, or the plain name of somebody without an account.
Whatever an editor decides on an event also pins its mentions to it, so that reading again and new articles leave them
where the editor saw them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from timeline import edtf
from timeline.models import (
    ACTS,
    Action,
    Actor,
    ActorKind,
    ActorName,
    Decision,
    Event,
    Mention,
    NameOrigin,
    Participation,
    Review,
    Role,
    Source,
    Status,
)

from . import cast, ingest
from .linking import chronology_lock, link, settle_events

EDITABLE = tuple(field for field in Event.SETTLED_FIELDS if field != "confidence")
"""Fields of an event that an editor may set; setting one locks it."""

ABOUT_SOURCE = ("title", "author", "publisher", "url", "rights")
"""What an editor may correct of a source at once; its day has consequences and is set by `set_day`."""

ABOUT_ACTOR = ("name", "kind", "affiliation", "office")
"""What an editor may correct of an actor."""


class NotPossible(ValueError):
    """Something that cannot be decided as asked; the message says why and what to do instead."""


def edit(event: Event, changes: Mapping[str, Any], editor, why: str = "") -> Decision | None:
    """Set fields of an event and lock them; return the decision, or None where nothing differs.

    `changes` maps names out of EDITABLE to values: plain values as the columns hold them, an Actor for `country`,
    an Event for `concerns`, and for `actors` a list of (Actor, role). Raises NotPossible, naming the field, where
    a value cannot stand.
    """
    if unknown := set(changes) - set(EDITABLE):
        raise NotPossible(f"{', '.join(sorted(unknown))}: not a field that can be edited")
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        differing = {name: value for name, value in changes.items() if not _same(event, name, value)}
        if not differing:
            return None
        before = {name: _stored(event, name) for name in differing}
        locked_before = list(event.locked_fields)
        for name, value in differing.items():
            if name != "actors":
                setattr(event, name, value)
        _check(event)
        event.locked_fields = sorted({*event.locked_fields, *differing})
        event._change_reason = why or "edited"
        event.save()
        if "actors" in differing:
            _set_participations(event, differing["actors"])
        _pin(event)
        settle_events([event.pk])
        event.refresh_from_db()
        if event.review == Review.CHANGED:
            event.review = Review.ACCEPTED
            event.save()
        after = {name: _stored(event, name) for name in differing}
        return _decide(
            Action.EDIT,
            editor,
            why,
            event=event,
            before=before | {"locked_fields": locked_before},
            after=after | {"locked_fields": event.locked_fields},
        )


def unlock(event: Event, fields: Iterable[str], editor, why: str = "") -> Decision | None:
    """Hand fields back to the sources: they settle again at once. Returns None where none of them was locked."""
    with chronology_lock():
        event = Event.objects.select_for_update().get(pk=event.pk)
        given_back = sorted(set(fields) & set(event.locked_fields))
        if not given_back:
            return None
        before = {name: _stored(event, name) for name in given_back} | {"locked_fields": list(event.locked_fields)}
        event.locked_fields = [name for name in event.locked_fields if name not in given_back]
        event._change_reason = why or "unlocked"
        event.save()
        settle_events([event.pk])
        event.refresh_from_db()
        after = {name: _stored(event, name) for name in given_back} | {"locked_fields": event.locked_fields}
        return _decide(Action.UNLOCK, editor, why, event=event, before=before, after=after)


def accept(event: Event, editor, why: str = "") -> Decision:
    """Mark an event as reviewed and right."""
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
        before = {"review": event.review, "pinned": _pinned_keys(event)}
        event.review = review
        if review == Review.REJECTED:
            event.is_public = False
        event._change_reason = why or action
        event.save()
        _pin(event)
        settle_events([event.pk])
        return _decide(action, editor, why, event=event, before=before, after={"review": review})


def merge(keep: Event, gone: Event, editor, why: str) -> Decision:
    """Make two events one: all evidence moves to `keep`, the address of `gone` leads there.

    Locked fields of `keep` stand; where both have locked the same field to different values, NotPossible is raised
    naming it, and nothing is changed.
    """
    with chronology_lock():
        keep, gone = (Event.objects.select_for_update().get(pk=event.pk) for event in (keep, gone))
        if keep.pk == gone.pk:
            raise NotPossible("an event cannot be merged into itself")
        for event in (keep, gone):
            if event.merged_into_id:
                raise NotPossible(f"“{event}” was merged into “{event.root}” already")
        if keep.is_encounter != gone.is_encounter:
            raise NotPossible("kind: an encounter and an act are two things; tie the act to it by “concerns” instead")
        collisions = [
            name
            for name in set(keep.locked_fields) & set(gone.locked_fields)
            if _stored(keep, name) != _stored(gone, name)
        ]
        if collisions:
            raise NotPossible(
                f"{', '.join(sorted(collisions))}: editors have set both events' values, and they differ; "
                "unlock one of them first"
            )
        before = {"locked_fields": list(keep.locked_fields), "pinned": _pinned_keys(keep), "gone": gone.uid}
        moved = [{"key": mention.key, "pinned": mention.pinned} for mention in gone.mentions.order_by("id")]
        inherited = [name for name in gone.locked_fields if name not in keep.locked_fields]
        for name in inherited:
            if name != "actors":
                setattr(keep, name, getattr(gone, name))
        if "actors" in inherited:
            _set_participations(keep, [(p.actor, p.role) for p in gone.participations.select_related("actor")])
        keep.locked_fields = sorted({*keep.locked_fields, *inherited})
        _pin(keep)
        gone.mentions.update(event=keep, pinned=True, queued=False)
        Event.objects.filter(concerns=gone).update(concerns=keep)
        gone.merged_into, gone.is_public, gone.voices, gone.concerns = keep, False, 0, None
        for event in (keep, gone):
            event._change_reason = why or "merged"
            event.save()
        settle_events([keep.pk])
        return _decide(
            Action.MERGE,
            editor,
            why,
            event=keep,
            other_event=gone,
            before=before,
            after={"locked_fields": keep.locked_fields},
            moved=moved,
        )


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
        before = {"pinned": _pinned_keys(event)}
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
        _pin(event)
        Mention.objects.filter(pk__in=[m.pk for m in leaving]).update(event=new, pinned=True, queued=False)
        settle_events([event.pk, new.pk])
        new.refresh_from_db()
        _decide(
            Action.SPLIT,
            editor,
            why,
            event=event,
            other_event=new,
            before=before,
            moved=[{"key": m.key, "pinned": m.pinned} for m in leaving],
        )
        return new


def tell_apart(one: Event, other: Event, editor, why: str = "") -> Decision:
    """Remember that two events are not the same, so that nothing joins them unasked."""
    with chronology_lock():
        if one.pk == other.pk:
            raise NotPossible("choose two events")
        before = {"pinned": [*_pinned_keys(one), *_pinned_keys(other)]}
        for event in (one, other):
            _pin(event)
        return _decide(Action.APART, editor, why, event=one, other_event=other, before=before)


def set_day(source: Source, day: date | None, editor, why: str = "") -> ingest.Reread:
    """Set a source's day of publication and read it again: everything that hangs on it is dated at once."""
    with chronology_lock():
        before = {"published_on": _iso(source.published_on), "published_how": source.published_how}
        reread = ingest.set_day(source, day)
        source.refresh_from_db()
        after = {"published_on": _iso(source.published_on), "published_how": source.published_how}
        _decide(Action.DAY, editor, why, source=source, before=before, after=after)
        return reread


def withdraw(source: Source, editor, why: str) -> Decision:
    """Take a source back with its reason; what rests on it alone is no longer public."""
    if not why.strip():
        raise NotPossible("why: a withdrawal needs its reason, since the source's page shows it")
    if source.withdrawn_at:
        raise NotPossible("this source has been withdrawn already")
    with chronology_lock():
        ingest.withdraw(source, why)
        return _decide(Action.WITHDRAW, editor, why, source=source)


def put_back(source: Source, editor, why: str = "") -> Decision:
    """Let a withdrawn source count again."""
    if not source.withdrawn_at:
        raise NotPossible("this source has not been withdrawn")
    with chronology_lock():
        before = {"withdrawn_why": source.withdrawn_why}
        ingest.put_back(source)
        return _decide(Action.RESTORE, editor, why, source=source, before=before)


def keep_name(actor: Actor, name: str) -> ActorName:
    """Let an actor go by a name which the parser then looks up; return it. Raises NotPossible for a blank name."""
    if not (name := " ".join(name.split())):
        raise NotPossible("name: it is empty")
    with chronology_lock():
        kept, made = ActorName.objects.get_or_create(
            actor=actor.root, name=name, defaults={"origin": NameOrigin.EDITOR}
        )
        if not made and kept.origin == NameOrigin.TEXT:
            kept.origin = NameOrigin.EDITOR
            kept.save()
        return kept


def undo(decision: Decision, editor, why: str = "") -> Decision:
    """Take a decision back: what it changed is as it was before; return the decision that says so.

    Raises NotPossible where it was undone already, or a later decision on the same event stands in the way.
    """
    with chronology_lock():
        if hasattr(decision, "undone_by"):
            raise NotPossible("this decision has been undone already")
        undoers = {
            Action.EDIT: _undo_fields,
            Action.UNLOCK: _undo_fields,
            Action.ACCEPT: _undo_review,
            Action.REJECT: _undo_review,
            Action.MERGE: _undo_merge,
            Action.SPLIT: _undo_split,
            Action.APART: _undo_apart,
        }
        if decision.action not in undoers or decision.event_id is None:
            raise NotPossible(f"what was {decision.get_action_display()} is not undone but decided again")
        later = Decision.objects.in_force().filter(
            event=decision.event_id, pk__gt=decision.pk, undoes=None, action__in=list(undoers)
        )
        if blocking := later.order_by("-pk").first():
            raise NotPossible(f"undo the later decision first: {blocking}")
        undoers[decision.action](decision)
        return _decide(
            Action.UNDO,
            editor,
            why,
            event=decision.event,
            other_event=decision.other_event,
            before=decision.after,
            after=decision.before,
            undoes=decision,
        )


def _undo_fields(decision: Decision) -> None:
    event = decision.event
    for name, value in decision.before.items():
        if name == "actors":
            _set_participations(event, [(Actor.objects.get(slug=slug), role) for slug, role in value])
        elif name == "country":
            event.country = Actor.objects.filter(slug=value).first() if value else None
        elif name == "concerns":
            event.concerns = Event.objects.filter(uid=value).first() if value else None
        else:
            setattr(event, name, value)
    event._change_reason = "undone"
    event.save()
    settle_events([event.pk])


def _undo_review(decision: Decision) -> None:
    event = decision.event
    event.review = decision.before["review"]
    event._change_reason = "undone"
    event.save()
    _repin(event, decision.before["pinned"])
    queued = event.mentions.filter(queued=True)
    queued.update(queued=False)
    link(event.mentions.select_related("source"))
    settle_events([event.pk])


def _undo_merge(decision: Decision) -> None:
    keep, gone = decision.event, decision.other_event
    keys = {row["key"]: row["pinned"] for row in decision.moved}
    Event.objects.filter(pk=gone.pk).update(merged_into=None)
    Mention.objects.filter(key__in=keys).update(event=gone, pinned=True)
    Mention.objects.filter(key__in=[key for key, pinned in keys.items() if not pinned]).update(pinned=False)
    keep.locked_fields = decision.before["locked_fields"]
    keep._change_reason = "undone"
    keep.save()
    _repin(keep, decision.before["pinned"])
    settle_events([keep.pk, gone.pk])


def _undo_split(decision: Decision) -> None:
    event, new = decision.event, decision.other_event
    keys = {row["key"]: row["pinned"] for row in decision.moved}
    Mention.objects.filter(event=new).update(event=event)
    Mention.objects.filter(key__in=[key for key, pinned in keys.items() if not pinned]).update(pinned=False)
    _repin(event, [*decision.before["pinned"], *(key for key, pinned in keys.items() if pinned)])
    new.merged_into, new.is_public, new.voices = event, False, 0
    new._change_reason = "undone"
    new.save()
    settle_events([event.pk])


def _undo_apart(decision: Decision) -> None:
    for event in (decision.event, decision.other_event):
        _repin(event, decision.before["pinned"])


def _decide(action: str, editor, why: str, *, at: datetime | None = None, **about: Any) -> Decision:
    return Decision.objects.create(
        action=action,
        editor=None if isinstance(editor, str) else editor,
        editor_name=editor if isinstance(editor, str) else editor.get_username(),
        at=at or timezone.now(),
        why=why.strip()[:500],
        **about,
    )


def _pin(event: Event) -> None:
    """Tie an event's live mentions to it for good."""
    event.mentions.filter(pinned=False, queued=False).update(pinned=True)


def _repin(event: Event, keys: Iterable[str]) -> None:
    """Leave pinned of an event's mentions only those named."""
    event.mentions.exclude(key__in=list(keys)).update(pinned=False)


def _pinned_keys(event: Event) -> list[str]:
    return list(event.mentions.filter(pinned=True).order_by("key").values_list("key", flat=True))


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
        return sorted((actor.slug, str(role)) for actor, role in value) == sorted(map(tuple, _stored(event, name)))
    return getattr(event, name) == value


def _stored(event: Event, name: str) -> Any:
    """Return a field's value as a decision keeps it: text, numbers and lists, slugs and uids for other rows."""
    if name == "actors":
        rows = event.participations.order_by("actor__slug", "role")
        return [list(pair) for pair in rows.values_list("actor__slug", "role")]
    value = getattr(event, name)
    if isinstance(value, Model):
        return value.slug if isinstance(value, Actor) else value.uid
    return value


def _set_participations(event: Event, parts: Iterable[tuple[Actor, str]]) -> None:
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


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def make_event(fields: Mapping[str, Any], editor, why: str = "") -> Event:
    """Make an event by hand and return it: all fields given are locked; not public until a source tells of it.

    `fields` is as `edit` takes it; kind, status and title must be there. Raises NotPossible, naming the field.
    """
    if unknown := set(fields) - set(EDITABLE):
        raise NotPossible(f"{', '.join(sorted(unknown))}: not a field that can be edited")
    if missing := [name for name in ("kind", "status", "title") if not fields.get(name)]:
        raise NotPossible(f"{missing[0]}: it is empty")
    with chronology_lock():
        event = Event(**{name: value for name, value in fields.items() if name != "actors"})
        _check(event)
        event.locked_fields = sorted(fields)
        event._change_reason = why or "made by hand"
        event.save()
        _set_participations(event, fields.get("actors", ()))
        after = {name: _stored(event, name) for name in fields} | {"locked_fields": event.locked_fields}
        _decide(Action.MAKE, editor, why, event=event, after=after)
        return event


def edit_source(source: Source, changes: Mapping[str, Any], editor, why: str = "") -> Decision | None:
    """Correct what is said about a source, by names out of ABOUT_SOURCE; None where nothing differs.

    Its text is never edited, its day is set by `set_day`.
    """
    if unknown := set(changes) - set(ABOUT_SOURCE):
        raise NotPossible(f"{', '.join(sorted(unknown))}: not a field that can be edited")
    with chronology_lock():
        source = Source.objects.select_for_update().get(pk=source.pk)
        return _correct(source, changes, editor, why, source=source)


def edit_actor(actor: Actor, changes: Mapping[str, Any], editor, why: str = "") -> Decision | None:
    """Correct an actor, by names out of ABOUT_ACTOR; None where nothing differs. Its address stays.

    Its name becomes one that the parser looks up, so that reading again finds the actor as corrected. Raises
    NotPossible, naming the field, where a value cannot stand.
    """
    if unknown := set(changes) - set(ABOUT_ACTOR):
        raise NotPossible(f"{', '.join(sorted(unknown))}: not a field that can be edited")
    if "name" in changes:
        changes = {**changes, "name": " ".join(changes["name"].split())}
    with chronology_lock():
        actor = Actor.objects.select_for_update().get(pk=actor.pk)
        if actor.merged_into_id:
            raise NotPossible(f"this actor was merged into “{actor.root}”; correct that one")
        draft = Actor(pk=actor.pk, **{name: changes.get(name, getattr(actor, name)) for name in ABOUT_ACTOR})
        _check_actor(draft)
        named_as_state = actor.people.exists() or actor.events_held.exists()
        if actor.kind == ActorKind.STATE != draft.kind and named_as_state:
            raise NotPossible("kind: actors or events name it as their state")
        decision = _correct(actor, changes, editor, why, actor=actor)
        if decision:
            keep_name(actor, actor.name)
        return decision


def make_actor(fields: Mapping[str, Any], editor, why: str = "") -> Actor:
    """Make an actor by hand, by names out of ABOUT_ACTOR, with its name for the parser to look up; return it.

    Raises NotPossible, naming the field, where a value cannot stand or there is such an actor already.
    """
    name = " ".join(fields["name"].split())
    with chronology_lock():
        draft = Actor(**{**fields, "name": name})
        _check_actor(draft)
        same = Actor.objects.standing().filter(name=name, kind=draft.kind)
        if same.filter(affiliation=draft.affiliation).exists():
            raise NotPossible(f"name: there is “{name}” already")
        actor = cast.make_actor(name, draft.kind)
        actor.affiliation, actor.office = draft.affiliation or actor.affiliation, draft.office or actor.office
        actor._change_reason = why or "made by hand"
        actor.save()
        keep_name(actor, name)
        after = {field: _stored(actor, field) for field in ABOUT_ACTOR}
        _decide(Action.MAKE, editor, why, actor=actor, after=after)
        return actor


def drop_name(name: ActorName) -> None:
    """Take back a name that an editor gave an actor. Raises NotPossible for others, and for the one it is shown by."""
    with chronology_lock():
        name = ActorName.objects.select_related("actor").get(pk=name.pk)
        if name.origin != NameOrigin.EDITOR:
            raise NotPossible(f"name: “{name}” is not an editor's; it comes from {name.get_origin_display()}")
        if name.name == name.actor.name:
            raise NotPossible(f"name: “{name}” is what the actor is shown as; change that first")
        name.delete()


def _check_actor(actor: Actor) -> None:
    """Raise NotPossible, naming the field, where an actor's fields cannot stand together."""
    if not actor.name.strip():
        raise NotPossible("name: it is empty")
    if actor.affiliation and actor.kind == ActorKind.STATE:
        raise NotPossible("affiliation: a state serves no other")
    if actor.affiliation and actor.affiliation.kind != ActorKind.STATE:
        raise NotPossible("affiliation: only a state can be served")


def _correct(row: Source | Actor, changes: Mapping[str, Any], editor, why: str, **about: Any) -> Decision | None:
    """Set what differs of a source or an actor, and leave the decision."""
    differing = {name: value for name, value in changes.items() if getattr(row, name) != value}
    if not differing:
        return None
    before = {name: _stored(row, name) for name in differing}
    for name, value in differing.items():
        setattr(row, name, value)
    row._change_reason = why or "corrected"
    row.save()
    after = {name: _stored(row, name) for name in differing}
    return _decide(Action.EDIT, editor, why, before=before, after=after, **about)
