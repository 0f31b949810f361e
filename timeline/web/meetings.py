"""An event among the meetings of the same parties: "fourth of nine known", the one before and the one after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.models import ENCOUNTERS, Actor, Event, Status

from .choices import address
from .glossary import listed
from .occasions import Meeting, Occasion, narrowest, occasions_of
from .selection import encounters_of
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


def claim_of(event: Event) -> Claim | None:
    """Return how many occasions a summary of several counts, and those that are known of the same parties within its
    dates; None for an event that is no such summary. `event.parts` must be there; one query at most."""
    if event.occasions < 2:
        return None
    actors = {part.actor_id: part.actor for part in event.parts}.values()
    if event.kind not in ENCOUNTERS or not event.when or len(actors) < 2:
        return Claim(event.occasions, ())
    met = _took_place(actors, event.earliest, event.latest)
    return Claim(event.occasions, tuple(_neighbour(occasion) for occasion in occasions_of(met).known))


def _took_place(actors: Iterable[Actor], first: date | None = None, last: date | None = None) -> Iterable[Meeting]:
    """Return the dated meetings of actors that took place between two days, as rows of one query."""
    met = encounters_of(actors, TOOK_PLACE).overlapping(first, last).chronological()
    return met.values_list("pk", "title", "when", "sort_key", "earliest", "latest", "concerns_id", named=True)


def _neighbour(occasion: Occasion) -> Neighbour:
    """The entry that tells most closely when an occasion was."""
    entry = narrowest(occasion.entries)
    return Neighbour(entry.title, show_date(entry.when).text, Event(pk=entry.pk, title=entry.title).get_absolute_url())
