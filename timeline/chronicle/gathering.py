"""Gathering: what could belong together with mentions that have come or changed, found by index and held against
`sameness.likeness`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from timeline.models import Kind, Mention

from .sameness import LONGEST_WINDOW, Telling, kinds_alike, likeness
from .tellings import Cast, telling_id, tellings_of

_NEEDED = (
    "key",
    "event",
    "group",
    "kind",
    "status",
    "basis",
    "when",
    "when_words",
    "relative",
    "parties",
    "place",
    "country",
    "named",
    "occasions",
    "concerns_group",
    "confidence",
    "reasons",
    "pinned",
    "queued",
    "source__sha256",
    "source__published_on",
    "source__published_how",
    "source__copy_of__sha256",
    "passage__start",
    "passage__exact",
)
"""What linking needs of hundreds of mentions: no texts, above all."""


def _stored(condition: Q) -> list[Mention]:
    """Return mentions with all that linking needs of them, queued ones included."""
    return list(
        Mention.objects.filter(condition, Q(found=True) | Q(pinned=True), source__withdrawn_at=None)
        .select_related("source__copy_of", "passage")
        .only(*_NEEDED)
        .order_by("id")
    )


def gather(seeds: Sequence[Mention], cast: Cast, *, whole: bool = False) -> list[Mention]:
    """Return the seeds with everything that could be linked to them, and to that, and so on: a closed block.

    What is in reach by index is held against `likeness`, so that the block grows along real likenesses only, and
    with each telling come all mentions of its event. `whole` says that the seeds are all that a source tells, and
    that none of them has an event yet.
    """
    block: dict[int, Mention] = {}
    groups, events = {_group(m) for m in seeds}, {m.event_id for m in seeds if m.event_id}  # those fetched in full
    frontier = list(seeds) if whole else _stored(of_groups(groups) | Q(event__in=events))
    while found := {m.pk: m for m in frontier if m.pk not in block}:
        fresh = list(found.values())
        block |= found
        tellings = tellings_of(fresh, cast)
        near = _neighbours(tellings) - groups
        candidates = _stored(of_groups(near)) if near else []
        alike = {t.id for t in tellings_of(candidates, cast) if any(likeness(t, known) > 0 for known in tellings)}
        joining = {_group(m) for m in candidates if telling_id(m) in alike}
        groups |= joining
        frontier = [m for m in candidates if _group(m) in joining]
        more_groups = {_group(m) for m in fresh} - groups
        more_events = {m.event_id for m in [*fresh, *frontier] if m.event_id} - events
        if more_groups or more_events:
            frontier += _stored(of_groups(more_groups) | Q(event__in=more_events))
            groups, events = groups | more_groups, events | more_events
    return sorted(block.values(), key=lambda mention: mention.pk)


def _group(mention: Mention) -> tuple[int, int]:
    return (mention.source_id, mention.group)


def of_groups(groups: Collection[tuple[int, int]]) -> Q:
    wanted: dict[int, set[int]] = defaultdict(set)
    for source, group in groups:
        wanted[source].add(group)
    condition = Q(pk__in=[])
    for source, numbers in wanted.items():
        condition |= Q(source=source, group__in=numbers)
    return condition


def _neighbours(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
    """Return source and group of all that shares days and parties, town or proper name with a telling.

    It is more than `likeness` could join to it, and never less: what is asked is asked of whole groups. What shares
    days is found by index first, since some actors are in a tenth of everything.
    """
    dated = [telling for telling in tellings if telling.window]
    if not dated:
        return set()
    near = list(
        Mention.objects.filter(reduce(or_, (_sharing_days(*t.window) for t in dated)))
        .order_by()
        .values_list("pk", "source", "group", "window_start", "window_end", "kind", "place", "named")
    )
    slugs = {slug for telling in dated for slug in telling.bodies | telling.persons}
    named_by: dict[int, set[str]] = defaultdict(set)
    named = Mention.actors.through.objects.filter(mention__among=[pk for pk, *_ in near], actor__slug__in=slugs)
    for pk, slug in named.values_list("mention", "actor__slug"):
        named_by[pk].add(slug)
    found: set[tuple[int, int]] = set()
    for telling in dated:
        found |= _sharing_more(telling, near, named_by)
    return found


def _sharing_days(first: date, last: date) -> Q:
    """Return the condition for windows that share a day with these, bounded on both sides so that an index serves."""
    since = first - LONGEST_WINDOW if first > date.min + LONGEST_WINDOW else date.min
    return Q(window_start__range=(since, last), window_end__gte=first)


def _sharing_more(telling: Telling, near: Sequence[tuple], named_by: dict[int, set[str]]) -> set[tuple[int, int]]:
    """Return source and group of what shares days with a telling, and besides its kind, as far as that matters, and
    enough parties, its town or its name."""
    first, last = telling.window
    parties = telling.bodies | telling.persons
    towns = [part.strip().casefold() for part in telling.said.place.split(",")] if telling.anchored else []
    towns = [town for town in towns if town in telling.towns]
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    found = set()
    for pk, source, group, start, end, kind, place, named in near:
        if start > last or end < first:
            continue
        kinds[source, group].add(kind)
        shared[source, group] |= named_by.get(pk, set()) & parties
        if (towns and any(town in place.casefold() for town in towns)) or (
            telling.named and named.casefold() == telling.named.casefold()
        ):
            found.add((source, group))
    some = ((group, len(common)) for group, common in shared.items() if common)
    found |= {group for group, common in some if common >= _parties_needed(telling, kinds[group])}
    alike = kinds_alike(telling.said.kind)
    return {group for group in found if not alike.isdisjoint(kinds[group])}


def _parties_needed(telling: Telling, kinds: Collection[str]) -> int:
    """Return how many parties a group that says these kinds must share with a telling: two, but for acts and visits."""
    one_will_do = not telling.is_encounter or (telling.said.kind == Kind.VISIT and Kind.VISIT in kinds)
    return 1 if one_will_do or len(telling.bodies | telling.persons) < 2 else 2
