"""Who is meant by a name that a reader types: a slug, any name in full, or a part of one that only one actor bears."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from django.db.models import Count, Q
from django.db.models.functions import Lower

from timeline.models import Actor, ActorName, Participation

MOST_MEANT = 12
"""Actors considered for a part of a name, those with most events first."""

_PAIR = re.compile(
    r"(?P<one>[^,–—]{2,60}?)\s*(?:\band\b|\bwith\b|\bvs?\.?(?=\s)|[,–—]|\s-\s|(?<=\w)-(?=[A-Z]))\s*(?P<other>[^,–—]{2,60})"
)
"""Two names as one search: "Soto and Rey", "Soto–Rey", "Rey, Soto"."""


def find_actors(names: Collection[str]) -> dict[str, list[Actor]]:
    """Return whom each name may mean, best first, by the name in small letters; names that mean nobody are left out.

    A name in full goes before a part of one; of parts only those who take part in a public event are meant. A merged
    actor stands for the one that it went into.
    """
    wanted = {name.lower() for name in names}
    if not wanted:
        return {}
    known: dict[str, dict[int, Actor]] = {}
    rows = (
        ActorName.objects.annotate(small=Lower("name"))
        .filter(small__in=wanted)
        .select_related("actor__merged_into")
        .order_by("actor__name", "id")
    )
    for row in rows:
        actor = row.actor.root
        known.setdefault(row.small, {})[actor.pk] = actor
    found = {name: list(actors.values()) for name, actors in known.items()}
    for name in wanted - found.keys():
        if meant := _by_part(name):
            found[name] = meant
    return found


def _by_part(part: str) -> list[Actor]:
    """Return who bears this as the first or last part of a name, or within it."""
    within = Q(name__istartswith=f"{part} ") | Q(name__iendswith=f" {part}") | Q(name__icontains=f" {part} ")
    events = Count("participations__event", distinct=True, filter=Q(participations__event__is_public=True))
    named = Actor.objects.standing().filter(within).annotate(event_count=events).filter(event_count__gt=0)
    return list(named.order_by("-event_count", "name")[:MOST_MEANT])


def find_pair(words: str) -> tuple[Actor, Actor] | None:
    """Return the two actors that a search for a pair means, in the order typed; None where it is no such search.

    Where a name may mean several, the two that take part in most events together are meant; where two pairs have
    equally many, nobody is.
    """
    typed = _PAIR.fullmatch(words)
    if not typed:
        return None
    one, other = typed["one"].strip().lower(), typed["other"].strip().lower()
    found = find_actors({one, other})
    pairs = [(a, b) for a in found.get(one, []) for b in found.get(other, []) if a != b]
    if len(pairs) == 1:
        return pairs[0]
    shared = _shared_events({actor.pk for pair in pairs for actor in pair}) if pairs else Counter()
    ranked = sorted(pairs, key=lambda pair: -shared[frozenset((pair[0].pk, pair[1].pk))])
    counts = [shared[frozenset((a.pk, b.pk))] for a, b in ranked[:2]]
    return ranked[0] if counts and counts[0] > counts[1] else None


def _shared_events(actors: Collection[int]) -> Counter[frozenset[int]]:
    """Count the public events of each two of these actors."""
    by_event: dict[int, set[int]] = {}
    rows = Participation.objects.filter(actor__in=actors, event__is_public=True).values_list("event", "actor")
    for event, actor in rows:
        by_event.setdefault(event, set()).add(actor)
    return Counter(frozenset((a, b)) for parties in by_event.values() for a in parties for b in parties if a < b)
