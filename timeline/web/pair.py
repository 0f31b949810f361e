"""Two actors: when they last met, what is planned next, how often by year, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from timeline import edtf
from timeline.models import ENCOUNTERS, Event, Status

from .choices import Choices
from .rows import Row

_TOOK_PLACE = (Status.HELD, Status.COLLAPSED, Status.ONGOING)
_AHEAD = (Status.PLANNED, Status.PROPOSED)


@dataclass(frozen=True, slots=True)
class Pair:
    """The answers that a pair's page opens with."""

    last: Row | None
    """The latest meeting that took place."""
    next: Row | None
    """The earliest plan that does not lie behind."""
    count: int
    """Known meetings that took place."""
    by_year: tuple[tuple[str, int], ...]
    until: str = ""
    """The end of the period that the reader has chosen, in words."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """The known meetings of two actors in the period chosen, whatever else the reader has chosen."""

    last: int | None
    next: int | None
    count: int
    by_year: tuple[tuple[str, int], ...]
    until: str

    def events(self, *, besides: Iterable[Event]) -> list[Event]:
        """Return the last and the next meeting, unless they are among these events."""
        known = {event.pk for event in besides}
        wanted = {pk for pk in (self.last, self.next) if pk and pk not in known}
        return list(Event.objects.filter(pk__in=wanted).select_related("country", "concerns")) if wanted else []

    def told_by(self, rows: Iterable[Row]) -> Pair:
        """Return the answers with the rows that tell of them."""
        by_pk = {row.pk: row for row in rows}
        return Pair(by_pk.get(self.last), by_pk.get(self.next), self.count, self.by_year, self.until)


def meetings_of(choices: Choices, today: date) -> Meetings:
    """Return which meeting of a pair was the last and which is the next, in one query.

    Summaries of several occasions are left out: each occasion is, or should be, an event of its own.
    """
    known = Event.objects.public().overlapping(choices.first, choices.last)
    together = (
        known.involving(*choices.actors, *choices.partners)
        .filter(Q(status__in=_TOOK_PLACE) | Q(status__in=_AHEAD), kind__in=sorted(ENCOUNTERS), occasions=1)
        .exclude(when="")
        .chronological()
        .values_list("pk", "status", "sort_key", "latest")
    )
    met = [(pk, key) for pk, status, key, _ in together if status in _TOOK_PLACE]
    ahead = [pk for pk, status, _, latest in together if status in _AHEAD and (latest is None or latest >= today)]
    years = Counter(key[:4] for _, key in met if len(key) == len("2018-03-27"))
    return Meetings(
        last=met[-1][0] if met else None,
        next=ahead[0] if ahead else None,
        count=len(met),
        by_year=tuple(sorted(years.items())),
        until=edtf.display(choices.period[1]) if choices.period[1] else "",
    )
