"""An event among the meetings of the same parties: "fourth of nine known", the one before and the one after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from pyroaring import BitMap

from timeline.models import ENCOUNTERS, Actor, Event, Status

from . import filing as filed
from .choices import address
from .glossary import listed
from .occasions import Meeting, Occasion, narrowest, occasions_of
from .selection import encounters_of, together
from .shown import show_date

TOOK_PLACE = (Status.HELD, Status.COLLAPSED, Status.ONGOING)
MOST_PARTIES = 4
"""Beyond so many it is no meeting of certain parties but a conference."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A meeting before or after."""

    title: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting stands in the row of known ones."""

    number: int
    """0 where the date is too vague to say which it is."""
    of: int
    parties: str
    before: Neighbour | None
    after: Neighbour | None
    pair_url: str
    """The view of the two, where there are two."""


def place_of(event: Event) -> Place | None:
    """Return a meeting's place among the dated ones of the same parties that took place; None where it is no such
    meeting, or the only one. `event.parts` must be there; one query."""
    actors = list({part.actor_id: part.actor for part in event.parts}.values())
    if event.kind not in ENCOUNTERS or event.status not in TOOK_PLACE or event.occasions > 1 or not event.when:
        return None
    if not 2 <= len(actors) <= MOST_PARTIES:
        return None
    known = occasions_of(_took_place(actors)).known
    if len(known) < 2:
        return None
    at = next((n for n, occasion in enumerate(known) if event.pk in {entry.pk for entry in occasion.entries}), None)
    slugs = [actor.slug for actor in actors]
    return Place(
        number=0 if at is None else at + 1,
        of=len(known),
        parties=listed([actor.name for actor in actors]),
        before=_neighbour(known[at - 1]) if at else None,
        after=_neighbour(known[at + 1]) if at is not None and at + 1 < len(known) else None,
        pair_url=address([("actor", slugs[0]), ("with", slugs[1])]) if len(slugs) == 2 else "",
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """A source's count of occasions, beside those that are known: "4 claimed, 3 found"."""

    claimed: int
    found: tuple[Neighbour, ...]


def claims_of(events: Iterable[Event]) -> dict[int, Claim]:
    """Return for each summary of several occasions among these events, by its number, how many it counts, and those
    that are known of the same parties within its dates. `event.parts` must be there; two queries where there are any.
    """
    summaries = [event for event in events if event.occasions > 1]
    wanted: dict[int, BitMap] = {}
    if summaries:
        filing = filed.present()
        for event in summaries:
            actors = {part.actor_id for part in event.parts}
            if event.kind in ENCOUNTERS and event.when and len(actors) > 1:
                wanted[event.pk] = together(filing, actors, TOOK_PLACE)
    met = _rows(Event.objects.numbered(filed.union(wanted.values()))) if any(wanted.values()) else []
    claims = {}
    for event in summaries:
        mine = [row for row in met if row.pk in wanted.get(event.pk, ()) and _may_overlap(row, event)]
        claims[event.pk] = Claim(event.occasions, tuple(_neighbour(occasion) for occasion in occasions_of(mine).known))
    return claims


def _may_overlap(meeting: Meeting, other: Meeting) -> bool:
    """True where two dates, each with open ends or without, may share a day."""
    begins = None in (meeting.earliest, other.latest) or meeting.earliest <= other.latest
    ends = None in (meeting.latest, other.earliest) or meeting.latest >= other.earliest
    return begins and ends


def _took_place(actors: Iterable[Actor]) -> Iterable[Meeting]:
    """Return the dated meetings of actors that took place, as rows of one query."""
    return _rows(encounters_of(actors, TOOK_PLACE))


def _rows(meetings: QuerySet[Event]) -> Iterable[Meeting]:
    rows = meetings.exclude(when="").chronological()
    return list(rows.values_list("pk", "title", "when", "sort_key", "earliest", "latest", "concerns_id", named=True))


def _neighbour(occasion: Occasion) -> Neighbour:
    """The entry that tells most closely when an occasion was."""
    entry = narrowest(occasion.entries)
    return Neighbour(entry.title, show_date(entry.when).text, Event(pk=entry.pk, title=entry.title).get_absolute_url())
