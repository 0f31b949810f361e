"""Gathering: what could belong together with mentions that have come or changed, found by index and held against
`sameness.likeness`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, reduce
from operator import or_

from django.db.models import F, Q

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


Group = tuple[int, int]
"""Source and number of a group: what one telling is made of."""

Near = tuple[Group, date, date]
"""A group with the days on which it could be linked."""


def _stored(condition: Q) -> list[Mention]:
    """Return mentions with all that linking needs of them, queued ones included."""
    return list(
        Mention.objects.filter(condition, Q(found=True) | Q(pinned=True))
        .of_standing_sources()
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
        near = _neighbours(tellings_of(fresh, cast), groups, cast)
        candidates = _stored(of_groups(near)) if near else []
        found_by = {telling_id(m): near[_group(m)] for m in candidates}
        alike = {t.id for t in tellings_of(candidates, cast) if any(likeness(t, known) > 0 for known in found_by[t.id])}
        joining = {_group(m) for m in candidates if telling_id(m) in alike}
        groups |= joining
        frontier = [m for m in candidates if _group(m) in joining]
        more_groups = {_group(m) for m in fresh} - groups
        more_events = {m.event_id for m in [*fresh, *frontier] if m.event_id} - events
        if more_groups or more_events:
            frontier += _stored(of_groups(more_groups) | Q(event__in=more_events))
            groups, events = groups | more_groups, events | more_events
    return sorted(block.values(), key=lambda mention: mention.pk)


def _group(mention: Mention) -> Group:
    return (mention.source_id, mention.group)


def of_groups(groups: Collection[Group]) -> Q:
    wanted: dict[int, set[int]] = defaultdict(set)
    for source, group in groups:
        wanted[source].add(group)
    condition = Q(pk__in=[])
    for source, numbers in wanted.items():
        condition |= Q(source=source, group__in=numbers)
    return condition


def _neighbours(tellings: Sequence[Telling], known: Collection[Group], cast: Cast) -> dict[Group, list[Telling]]:
    """Return all that shares days and parties, town or proper name with a telling, but for what is known, and with
    which tellings.

    It is more than `likeness` could join to them, and never less: what is asked is asked of whole groups. However many
    tellings there are, these are three queries.
    """
    dated = [telling for telling in tellings if telling.window]
    if not dated:
        return {}
    named_by = _naming(dated, cast)
    placed, called = _placed_or_called([telling for telling in dated if telling.named or _towns(telling)])
    parties: list[dict[Group, int]] = []
    there: list[set[Group]] = []
    for telling in dated:
        slugs = telling.bodies | telling.persons
        shared = {(group, slug) for slug in slugs for group in _overlapping(telling, named_by[slug])}
        parties.append(Counter(group for group, _ in shared))
        alike = [placed(town) for town in _towns(telling)] + [called[telling.named.casefold()]]
        there.append({group for rows in alike for group in _overlapping(telling, rows)})
    kinds = _kinds({group for found in [*parties, *there] for group in found} - set(known))
    found: dict[Group, list[Telling]] = defaultdict(list)
    for telling, shares, here in zip(dated, parties, there, strict=True):
        for group in (shares.keys() | here) & kinds.keys():
            enough = group in here or shares[group] >= _parties_needed(telling, kinds[group])
            if enough and not kinds_alike(telling.said.kind).isdisjoint(kinds[group]):
                found[group].append(telling)
    return found


def _naming(tellings: Sequence[Telling], cast: Cast) -> dict[str, set[Near]]:
    """Return, for each party of these tellings, what names it and shares days with one of them.

    What shares days is found by index, and only then who is named, since some actors are in a tenth of everything:
    hence the sum, which keeps the database from its index of actors.
    """
    slugs = {cast[slug].pk: slug for telling in tellings for slug in telling.bodies | telling.persons}
    rows = Mention.actors.through.objects.annotate(named=F("actor") + 0).filter(
        _sharing_days(tellings, "mention__"), named__in=slugs
    )
    found: dict[str, set[Near]] = defaultdict(set)
    columns = ("actor", "mention__source", "mention__group", "mention__window_start", "mention__window_end")
    for actor, source, group, first, last in rows.values_list(*columns):
        found[slugs[actor]].add(((source, group), first, last))
    return found


def _placed_or_called(tellings: Sequence[Telling]) -> tuple[Callable[[str], list[Near]], dict[str, list[Near]]]:
    """Return what shares days with one of these tellings: by a town that its place has, and by its name, folded."""
    by_place: dict[str, list[Near]] = defaultdict(list)
    by_name: dict[str, list[Near]] = defaultdict(list)
    if tellings:
        rows = Mention.objects.filter(_sharing_days(tellings)).order_by()
        columns = ("source", "group", "window_start", "window_end", "place", "named")
        for source, group, first, last, place, named in rows.exclude(place="", named="").values_list(*columns):
            by_place[place.casefold()].append(((source, group), first, last))
            if named:
                by_name[named.casefold()].append(((source, group), first, last))

    @cache
    def placed(town: str) -> list[Near]:
        return [near for place, rows in by_place.items() if town in place for near in rows]

    return placed, by_name


def _kinds(groups: Collection[Group]) -> dict[Group, set[str]]:
    """Return which kinds are said in each of these groups."""
    kinds: dict[Group, set[str]] = {group: set() for group in groups}
    rows = Mention.objects.filter(source__in={source for source, _ in groups}).order_by()
    for source, group, kind in rows.values_list("source", "group", "kind"):
        if (source, group) in kinds:
            kinds[source, group].add(kind)
    return kinds


def _overlapping(telling: Telling, rows: Iterable[Near]) -> Iterator[Group]:
    """Yield what shares a day with a telling."""
    since, until = telling.window
    return (group for group, first, last in rows if first <= until and last >= since)


def _towns(telling: Telling) -> list[str]:
    """Return the towns by which a telling that is pinned down, or that names nobody, is found, folded."""
    if not (telling.anchored or telling.names_nobody):
        return []
    towns = [part.strip().casefold() for part in telling.said.place.split(",")]
    return [town for town in towns if town in telling.towns]


def _sharing_days(tellings: Iterable[Telling], of: str = "") -> Q:
    """Return the condition for windows that share a day with one of these.

    Windows that lie together are asked for together, bounded on both sides, so that one stretch of an index is read
    once for all of them.
    """
    stretches: list[list[tuple[date, date]]] = []
    for first, last in _joined(telling.window for telling in tellings):
        if not stretches or first - stretches[-1][-1][1] > LONGEST_WINDOW:
            stretches.append([])
        stretches[-1].append((first, last))
    return reduce(or_, (_in_stretch(windows, of) for windows in stretches))


def _joined(windows: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Return windows in their order, those that overlap as one."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(windows):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _in_stretch(windows: Sequence[tuple[date, date]], of: str) -> Q:
    begin, end = windows[0][0], windows[-1][1]
    since = begin - LONGEST_WINDOW if begin > date.min + LONGEST_WINDOW else date.min
    sharing = (Q(**{f"{of}window_start__lte": last, f"{of}window_end__gte": first}) for first, last in windows)
    return Q(**{f"{of}window_start__range": (since, end), f"{of}window_end__gte": begin}) & reduce(or_, sharing)


def _parties_needed(telling: Telling, kinds: Collection[str]) -> int:
    """Return how many parties a group that says these kinds must share with a telling: two, but for acts and visits."""
    one_will_do = not telling.is_encounter or (telling.said.kind == Kind.VISIT and Kind.VISIT in kinds)
    return 1 if one_will_do or len(telling.bodies | telling.persons) < 2 else 2
