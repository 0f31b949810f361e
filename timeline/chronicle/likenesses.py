"""What may be the same and was not joined: suggestions for editors. Reads only, and decides nothing.

Linking joins what is surely one; here an editor is shown what is near. What an editor has told apart is not
suggested again.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Q

from timeline.models import ACTS, ENCOUNTERS, Action, Actor, ActorKind, Decision, Event, Participation, Review

from .settle import place_parts

NEAR = timedelta(days=7)
"""How far apart the dates of two events may be that are suggested to be one."""

LOOKED_AT = 50
"""Candidates that are weighed."""

SUGGESTED = 3


def like_event(event: Event) -> list[Event]:
    """Return at most SUGGESTED events that may be the same as this one, likeliest first."""
    actors = list(event.participations.values_list("actor", flat=True))
    if not actors or event.merged_into_id:
        return []
    shared = Count("participations__actor", filter=Q(participations__actor__in=actors), distinct=True)
    kinds = ENCOUNTERS if event.is_encounter else {event.kind} & ACTS
    near = (
        _near(event)
        .filter(kind__in=kinds, merged_into=None, occasions=event.occasions)
        .filter(pk__in=Participation.objects.filter(actor__in=actors).values("event"))
        .exclude(Q(pk=event.pk) | Q(pk__in=_told_apart(event)) | Q(review=Review.REJECTED))
        .annotate(shared=shared)
        .order_by("-shared", "sort_key", "id")
    )
    alone = len(actors) == 1
    weighed = [(_weight(event, other, alone=alone), other) for other in near[:LOOKED_AT]]
    weighed = [(weight, other) for weight, other in weighed if weight > 0]
    return [other for _, other in sorted(weighed, key=lambda pair: (-pair[0], pair[1].pk))[:SUGGESTED]]


def _near(event: Event):
    """Return the events whose days are near; for an undated one those that share its place or are undated too."""
    if event.when:
        earliest, latest = event.earliest, event.latest
        return Event.objects.overlapping(
            earliest - NEAR if earliest and earliest > date.min + NEAR else None,
            latest + NEAR if latest and latest < date.max - NEAR else None,
        )
    same_place = Q(place=event.place) if event.place else Q(pk__in=[])
    return Event.objects.filter(same_place | Q(when=""))


def _weight(event: Event, other: Event, *, alone: bool) -> float:
    """Return how near another event is; 0 where it is not near enough to be shown."""
    mine, theirs = set(place_parts(event.place)), set(place_parts(other.place))
    same_place = bool(mine & theirs)
    if mine and theirs and not same_place and other.shared < 2:
        return 0
    exact = bool(event.when) and event.when == other.when
    if other.shared < 2 and not same_place and not (alone and exact):
        return 0
    return other.shared + 2 * same_place + 2 * exact + (event.kind == other.kind)


def _told_apart(event: Event) -> list[int]:
    pairs = Decision.objects.in_force().filter(action__in=[Action.APART, Action.SPLIT])
    found = pairs.filter(Q(event=event) | Q(other_event=event)).values_list("event", "other_event")
    return [pk for pair in found for pk in pair if pk and pk != event.pk]


def like_actor(actor: Actor) -> list[Actor]:
    """Return at most SUGGESTED actors that may be the same as this one: a shared surname or one name in the other."""
    words = _words(actor.name)
    if actor.merged_into_id or actor.kind == ActorKind.STATE or not words:
        return []
    longest = max(words, key=len)
    apart = _actors_told_apart(actor)
    rows = Actor.objects.standing().filter(kind=actor.kind, name__icontains=longest).exclude(pk=actor.pk)
    rows = rows.exclude(slug__in=apart).select_related("affiliation").order_by("name", "id")
    weighed = [(_name_weight(actor, other), other) for other in rows[:LOOKED_AT]]
    weighed = [(weight, other) for weight, other in weighed if weight > 0]
    return [other for _, other in sorted(weighed, key=lambda pair: (-pair[0], pair[1].name))[:SUGGESTED]]


def _name_weight(actor: Actor, other: Actor) -> float:
    mine, theirs = _words(actor.name), _words(other.name)
    if actor.affiliation_id and other.affiliation_id and actor.affiliation_id != other.affiliation_id:
        return 0
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return 2 + len(set(mine) & set(theirs))
    same_surname = mine[-1] == theirs[-1] and mine[0][0] == theirs[0][0]  # "A. Lima" and "Ana Lima"
    return 1.0 if same_surname and actor.kind == ActorKind.PERSON else 0


def _words(name: str) -> list[str]:
    return [word.strip(".,").casefold() for word in name.split() if word.strip(".,")]


def _actors_told_apart(actor: Actor) -> set[str]:
    """Return the slugs of those told apart from an actor, from either side."""
    apart = Decision.objects.in_force().filter(action=Action.APART, actor__isnull=False)
    mine = apart.filter(actor=actor).values_list("after__apart_from", flat=True)
    theirs = apart.filter(after__apart_from=actor.slug).values_list("actor__slug", flat=True)
    return {*mine, *theirs}
