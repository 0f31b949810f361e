"""Journeys of which the text does not say where: "their trip to Europe", told better by the countries visited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline import edtf

from ..reading import ActorKind, Kind, Status
from .draft import Draft
from .grouping import Group

_MOST_COMPARED = 60
"""How many visits to countries a journey to a region is compared with, which keeps the work linear."""
_GOES = frozenset({Status.HELD, Status.ONGOING, Status.PLANNED})


def settle_journeys(groups: Sequence[Group]) -> list[Group]:
    """Leave out journeys to nowhere in particular, and those to a region whose countries the text names."""
    abroad = [g for g in groups if g.kinds == {Kind.VISIT} and any(d.place.country for d in g.drafts)]
    return [g for g in groups if not (_is_nowhere(g.drafts) or _is_region_of(g, abroad[:_MOST_COMPARED]))]


def _is_nowhere(drafts: Iterable[Draft]) -> bool:
    drafts = list(drafts)
    if any(d.kind is not Kind.VISIT or d.place.words or d.status not in _GOES for d in drafts):
        return False
    states = {p.name if p.kind is ActorKind.STATE else p.state for d in drafts for p in d.parties}
    return len(states - {""}) < 2  # a visit of one state to another is somewhere


def _is_region_of(group: Group, abroad: Sequence[Group]) -> bool:
    """ "Will travel to Central America next week, when she visits San José": told by the visit to San José."""
    if group.kinds != {Kind.VISIT} or not all(d.place.words and not d.place.country for d in group.drafts):
        return False
    return any(not group.parties.keys().isdisjoint(g.parties) and _days_touch(group, g) for g in abroad)


def _days_touch(group: Group, other: Group) -> bool:
    mine, theirs = _bounds(group), _bounds(other)
    if mine is None or theirs is None:
        return True
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _bounds(group: Group) -> tuple | None:
    for draft in group.drafts:
        words = draft.of_the_day or (draft.time.edtf if draft.time is not None else None)
        if words:
            days = edtf.bounds(words)
            return days if None not in days else None
    return None
