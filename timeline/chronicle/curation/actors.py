"""What editors decide on an actor: correct it, make it, the names it goes by; one of two, two of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.chronicle import cast
from timeline.chronicle.linking import chronology_lock, link, settle_events
from timeline.chronicle.recasting import recast
from timeline.chronicle.tellings import Cast
from timeline.models import (
    Action,
    Actor,
    ActorKind,
    ActorName,
    Decision,
    Event,
    Mention,
    NameOrigin,
    Participation,
)

from .deciding import NotPossible, correct, decide, refuse_unknown, stored

ABOUT_ACTOR = ("name", "kind", "affiliation", "office")
"""What an editor may correct of an actor."""

Names = list[list[str]]
"""An actor's names with where each comes from, as decisions keep them."""


def edit_actor(actor: Actor, changes: Mapping[str, Any], editor, why: str = "") -> Decision | None:
    """Correct an actor, by names out of ABOUT_ACTOR; None where nothing differs. Its address stays.

    Its name becomes one that the parser looks up, so that reading again finds the actor as corrected, and titles
    that name it are composed anew. Raises NotPossible, naming the field, where a value cannot stand.
    """
    refuse_unknown(changes, ABOUT_ACTOR)
    if "name" in changes:
        changes = {**changes, "name": " ".join(changes["name"].split())}
    with chronology_lock():
        actor = _standing(actor, "correct that one")
        draft = Actor(pk=actor.pk, **{name: changes.get(name, getattr(actor, name)) for name in ABOUT_ACTOR})
        _check(draft)
        named_as_state = actor.people.exists() or actor.events_held.exists()
        if actor.kind == ActorKind.STATE != draft.kind and named_as_state:
            raise NotPossible("kind: actors or events name it as their state")
        names = names_of(actor)
        before, after = correct(actor, changes)
        if not after:
            return None
        actor._change_reason = why or "corrected"
        actor.save()
        _keep(actor, actor.name)
        if names != (kept := names_of(actor)):
            before, after = before | {"names": names}, after | {"names": kept}
        settle_events(_events_of(actor))
        return decide(Action.EDIT, editor, why, actor=actor, before=before, after=after)


def make_actor(fields: Mapping[str, Any], editor, why: str = "") -> Actor:
    """Make an actor by hand, by names out of ABOUT_ACTOR, with its name for the parser to look up; return it.

    Raises NotPossible, naming the field, where a value cannot stand or there is such an actor already.
    """
    name = " ".join(fields["name"].split())
    with chronology_lock():
        draft = Actor(**{**fields, "name": name})
        _check(draft)
        same = Actor.objects.standing().filter(name=name, kind=draft.kind)
        if same.filter(affiliation=draft.affiliation).exists():
            raise NotPossible(f"name: there is “{name}” already")
        actor = cast.make_actor(name, draft.kind)
        actor.affiliation, actor.office = draft.affiliation or actor.affiliation, draft.office or actor.office
        actor._change_reason = why or "made by hand"
        actor.save()
        _keep(actor, name)
        after = {field: stored(actor, field) for field in ABOUT_ACTOR} | {"names": names_of(actor)}
        decide(Action.MAKE, editor, why, actor=actor, after=after)
        return actor


def undo_make(decision: Decision) -> None:
    """Let the parser no longer look an actor up that was made by hand; raises NotPossible where it is in use."""
    actor = decision.actor
    if actor.participations.exists() or actor.people.exists() or actor.events_held.exists():
        raise NotPossible(f"“{actor}” takes part in events or is served by others; merge it into another instead")
    actor.names.filter(origin=NameOrigin.EDITOR).update(origin=NameOrigin.TEXT)


# Names


def keep_name(actor: Actor, name: str, editor, why: str = "") -> ActorName:
    """Let an actor go by a name which the parser then looks up; return it. Raises NotPossible for a blank name.

    A name that it goes by already is no decision.
    """
    if not (name := " ".join(name.split())):
        raise NotPossible("name: it is empty")
    with chronology_lock():
        actor = actor.root
        before = names_of(actor)
        kept = _keep(actor, name)
        if (after := names_of(actor)) != before:
            decide(Action.EDIT, editor, why, actor=actor, before={"names": before}, after={"names": after})
        return kept


def drop_name(name: ActorName, editor, why: str = "") -> Decision:
    """Take back a name that an editor gave an actor. Raises NotPossible for others, and for the one it is shown by."""
    with chronology_lock():
        name = ActorName.objects.select_related("actor").get(pk=name.pk)
        actor = name.actor
        if name.origin != NameOrigin.EDITOR:
            raise NotPossible(f"name: “{name}” is not an editor's; it comes from {name.get_origin_display()}")
        if name.name == actor.name:
            raise NotPossible(f"name: “{name}” is what the actor is shown as; change that first")
        before = names_of(actor)
        name.delete()
        return decide(Action.EDIT, editor, why, actor=actor, before={"names": before}, after={"names": names_of(actor)})


def names_of(actor: Actor) -> Names:
    """Return the names that an actor goes by, each with where it comes from."""
    return [list(pair) for pair in actor.names.order_by("name").values_list("name", "origin")]


def put_names(actor: Actor, before: Names, after: Names) -> None:
    """Take back what a decision changed of an actor's names; other names stay."""
    was, became = dict(before), dict(after)
    ActorName.objects.filter(actor=actor, name__in=became.keys() - was.keys()).delete()
    for name, origin in was.items():
        if became.get(name) != origin:
            ActorName.objects.update_or_create(actor=actor, name=name, defaults={"origin": origin})


def _keep(actor: Actor, name: str) -> ActorName:
    kept, made = ActorName.objects.get_or_create(actor=actor, name=name, defaults={"origin": NameOrigin.EDITOR})
    if not made and kept.origin == NameOrigin.TEXT:
        kept.origin = NameOrigin.EDITOR
        kept.save()
    return kept


# One of two


def why_actors_not_merged(keep: Actor, gone: Actor) -> str:
    """Return why two actors cannot be made one; empty where they can."""
    if keep.pk == gone.pk:
        return "an actor cannot be merged into itself"
    for actor in (keep, gone):
        if actor.merged_into_id:
            return f"“{actor}” was merged into “{actor.root}” already"
    if keep.kind != gone.kind:
        return f"kind: {keep} is a {keep.kind}, {gone} a {gone.kind}; correct the kind of one of them first"
    return ""


def shared_events(keep: Actor, gone: Actor) -> list[Event]:
    """Return the events in which both take part: a sign that they are two after all, and where parts fall together."""
    return list(Event.objects.involving(keep, gone).filter(merged_into=None).chronological())


def merge_actors(keep: Actor, gone: Actor, editor, why: str) -> Decision:
    """Make two actors one: all that `gone` took part in is `keep`'s, its names move along, its address leads there.

    Raises NotPossible, and changes nothing, where they cannot be one.
    """
    with chronology_lock():
        keep, gone = (Actor.objects.select_for_update().get(pk=actor.pk) for actor in (keep, gone))
        if reason := why_actors_not_merged(keep, gone):
            raise NotPossible(reason)
        before = {
            "gone": gone.slug,
            "names": names_of(keep),
            "parts": [
                [part.event.uid, part.role, keep.participations.filter(event=part.event, role=part.role).exists()]
                for part in gone.participations.select_related("event").order_by("event", "role")
            ],
            "served_by": list(gone.people.order_by("slug").values_list("slug", flat=True)),
            "countries": list(gone.events_held.order_by("uid").values_list("uid", flat=True)),
        }
        for name, origin in names_of(gone):
            kept, made = ActorName.objects.get_or_create(actor=keep, name=name, defaults={"origin": origin})
            if not made and origin == NameOrigin.EDITOR != kept.origin:
                ActorName.objects.filter(pk=kept.pk).update(origin=origin)
        told = list(Mention.objects.filter(actors=gone).values_list("pk", flat=True))
        gone.people.update(affiliation=keep)
        gone.events_held.update(country=keep)
        for part in gone.participations.all():
            _move_part(part, keep)
        gone.merged_into = keep
        gone._change_reason = why or "merged"
        gone.save()
        _tell_anew(told, [uid for uid, _, _ in before["parts"]], before["countries"])
        after = {"names": names_of(keep), "merged": gone.slug}
        return decide(Action.MERGE, editor, why, actor=keep, before=before, after=after)


def undo_merge_of_actors(decision: Decision) -> None:
    """Let two actors be two again, each with its own parts and names."""
    keep, before = decision.actor, decision.before
    gone = Actor.objects.get(slug=before["gone"])
    told = list(Mention.objects.filter(actors=keep).values_list("pk", flat=True))
    gone.merged_into = None
    gone._change_reason = "undone"
    gone.save()
    put_names(keep, before["names"], decision.after["names"])
    Actor.objects.filter(slug__in=before["served_by"]).update(affiliation=gone)
    Event.objects.filter(uid__in=before["countries"]).update(country=gone)
    for uid, role, shared in before["parts"]:
        event = Event.objects.get(uid=uid)
        part = Participation.objects.filter(event=event, actor=keep, role=role).first()
        if shared or part is None:
            Participation.objects.get_or_create(event=event, actor=gone, role=role)
        else:
            _move_part(part, gone)
    _tell_anew(told, [uid for uid, _, _ in before["parts"]], before["countries"])


def _move_part(part: Participation, to: Actor) -> None:
    """Give a part in an event to another actor, with its passages; where it has that part already they become one."""
    there = Participation.objects.filter(event=part.event_id, actor=to, role=part.role).first()
    if there is None:
        part.actor = to
        part.save()
    else:
        there.passages.add(*part.passages.all())
        part.delete()


def _tell_anew(mentions: Sequence[int], *events: Sequence[str]) -> None:
    """Look up again whom these mentions name, link them afresh, and settle every event concerned."""
    told = Mention.objects.filter(pk__in=mentions).select_related("source", "passage")
    recast(told)
    link(told.all())
    settle_events(
        {
            *Mention.objects.filter(pk__in=mentions, event__isnull=False).values_list("event", flat=True),
            *Event.objects.filter(uid__in={uid for uids in events for uid in uids}).values_list("pk", flat=True),
        }
    )


# Two of one


def split_actor(actor: Actor, keys: Sequence[str], to: Actor, editor, why: str) -> Decision:
    """Let the mentions of an actor that are named by their keys mean another one, whatever its name in them.

    Reading again keeps it so. Raises NotPossible where none or all of the actor's mentions are named.
    """
    with chronology_lock():
        actor = _standing(actor, "split that one")
        to = _standing(to, "choose that one")
        if actor.pk == to.pk:
            raise NotPossible("choose another actor whom the passages mean")
        naming = naming_mentions(actor)
        leaving = [mention for mention in naming if mention.key in set(keys)]
        if not leaving:
            raise NotPossible("choose at least one passage that means somebody else")
        if len(leaving) == len(naming):
            raise NotPossible("at least one passage must stay; where all mean somebody else, merge the two")
        people = Cast.of(leaving)
        for mention in leaving:
            mention.parties = [_given_to(row, actor, to, people) for row in mention.parties]
        Mention.objects.bulk_update(leaving, ["parties"], batch_size=200)
        _tell_anew([mention.pk for mention in leaving])
        moved = [{"key": mention.key} for mention in leaving]
        after = {"split_to": to.slug}
        return decide(Action.SPLIT, editor, why, actor=actor, before={"split_to": ""}, after=after, moved=moved)


def naming_mentions(actor: Actor) -> list[Mention]:
    """Return the live mentions that name an actor as taking part, in the order of evidence."""
    rows = Mention.objects.live().filter(actors=actor).select_related("source", "passage", "event").in_reading_order()
    found = list(rows.defer("source__text", "source__raw"))
    people = Cast.of(found)
    return [mention for mention in found if any(people[row["actor"]] == actor for row in mention.parties)]


def _given_to(row: dict, actor: Actor, to: Actor, people: Cast) -> dict:
    if people[row["actor"]] != actor:
        return row
    row = {name: value for name, value in row.items() if name != "serves"}
    row |= {"actor": to.slug, "told_from": actor.slug, "state": to.affiliation.name if to.affiliation else ""}
    return row | ({"serves": to.affiliation.slug} if to.affiliation else {})


def undo_split_of_actor(decision: Decision) -> None:
    """Let the passages mean whom their names say."""
    to = decision.after["split_to"]
    told = list(Mention.objects.filter(key__in=[row["key"] for row in decision.moved]))
    for mention in told:
        for row in mention.parties:
            if row.get("told_from") == decision.actor.slug and row["actor"] == to:
                del row["told_from"]
                row["actor"] = decision.actor.slug
    Mention.objects.bulk_update(told, ["parties"], batch_size=200)
    _tell_anew([mention.pk for mention in told])


def tell_actors_apart(one: Actor, other: Actor, editor, why: str = "") -> Decision:
    """Remember that two actors are not the same, so that nobody is asked again."""
    if one.pk == other.pk:
        raise NotPossible("choose two actors")
    with chronology_lock():
        return decide(Action.APART, editor, why, actor=one, after={"apart_from": other.slug})


def _standing(actor: Actor, instead: str) -> Actor:
    actor = Actor.objects.select_for_update(of=("self",)).select_related("affiliation").get(pk=actor.pk)
    if actor.merged_into_id:
        raise NotPossible(f"this actor was merged into “{actor.root}”; {instead}")
    return actor


def _events_of(actor: Actor) -> list[int]:
    return list(actor.participations.values_list("event", flat=True).distinct())


def _check(actor: Actor) -> None:
    """Raise NotPossible, naming the field, where an actor's fields cannot stand together."""
    if not actor.name.strip():
        raise NotPossible("name: it is empty")
    if actor.affiliation and actor.kind == ActorKind.STATE:
        raise NotPossible("affiliation: a state serves no other")
    if actor.affiliation and actor.affiliation.kind != ActorKind.STATE:
        raise NotPossible("affiliation: only a state can be served")
