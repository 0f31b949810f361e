"""Who is meant by a name that a reader types: a slug, any name in full, or a part of one that only one actor bears."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from django.db.models import Count, F, Q

from timeline.models import Actor, ActorName, Participation
from timeline.models.words import NO_WORDS, plain_words

MOST_MEANT = 12
"""Actors considered for a part of a name, those with most events first."""

_PAIR = re.compile(
    r"(?P<one>[^,–—]{2,60}?)\s*(?:\band\b|\bwith\b|\bvs?\.?(?=\s)|[,–—]|\s-\s|(?<=\w)-(?=[A-Z]))\s*(?P<other>[^,–—]{2,60})"
)
"""Two names as one search: "Soto and Rey", "Soto–Rey", "Rey, Soto"."""


def find_actors(names: Collection[str]) -> dict[str, list[Actor]]:
    """Return whom each name may mean, best first, by the name in small letters; names that mean nobody are left out.

    Accents and punctuation do not matter. A name in full goes before a part of one; of parts only those who take part
    in a public event are meant. A merged actor stands for the one that it went into.
    """
    wanted = {name.lower(): plain_words(name) for name in names}
    known: dict[str, dict[int, Actor]] = defaultdict(dict)
    rows = ActorName.objects.filter(plain__in=set(wanted.values()) - {NO_WORDS}).select_related("actor__merged_into")
    for row in rows.order_by("actor__name", "id") if wanted else ():
        actor = row.actor.root
        known[row.plain][actor.pk] = actor
    found = {name: list(known[plain].values()) or _by_part(plain) for name, plain in wanted.items()}
    return {name: actors for name, actors in found.items() if actors}


def _by_part(part: str) -> list[Actor]:
    """Return who bears these plain words as whole words of the name that pages call them by."""
    if part == NO_WORDS:
        return []
    bearing = ActorName.objects.filter(Q(plain__endswith=part) | Q(plain__contains=f"{part} "), name=F("actor__name"))
    events = Count("participations__event", distinct=True, filter=Q(participations__event__is_public=True))
    called_so = Actor.objects.standing().filter(pk__in=bearing.values("actor"))
    named = called_so.annotate(event_count=events).filter(event_count__gt=0)
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
