"""An event among the meetings of the same parties: "fourth of nine known", the one before and the one after."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.models import ENCOUNTERS, Event, Status

from .choices import address
from .rows import listed
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
    met = list(
        Event.objects.public()
        .involving(*actors)
        .filter(kind__in=sorted(ENCOUNTERS), status__in=TOOK_PLACE, occasions=1)
        .exclude(when="")
        .chronological()
    )
    at = next((n for n, other in enumerate(met) if other.pk == event.pk), None)
    if at is None or len(met) < 2:
        return None
    slugs = [actor.slug for actor in actors]
    return Place(
        number=at + 1,
        of=len(met),
        parties=listed([actor.name for actor in actors]),
        before=_neighbour(met[at - 1]) if at else None,
        after=_neighbour(met[at + 1]) if at + 1 < len(met) else None,
        pair_url=address([("actor", slugs[0]), ("with", slugs[1])]) if len(slugs) == 2 else "",
    )


def _neighbour(event: Event) -> Neighbour:
    return Neighbour(event.title, show_date(event.when).text, event.get_absolute_url())
