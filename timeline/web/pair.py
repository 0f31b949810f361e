"""Two actors: when they last met, what is planned next, how often by year, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline import edtf
from timeline.models import Event, Status

from .choices import Choices, address
from .occasions import Occasions, occasions_of
from .rows import Row
from .selection import encounters_of, find

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
    """Known times that the two met."""
    by_year: tuple[tuple[str, int], ...]
    uncertain: int
    """Entries with vaguer dates that may tell of the same times and are not counted."""
    joined: bool
    """Some of the times have several entries."""
    until: str = ""
    """The end of the period that the reader has chosen, in words."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """The known meetings of two actors in the period chosen, whatever else the reader has chosen."""

    last: int | None
    next: int | None
    met: Occasions
    until: str

    def events(self, *, besides: Iterable[Event]) -> list[Event]:
        """Return the last and the next meeting, unless they are among these events."""
        known = {event.pk for event in besides}
        wanted = {pk for pk in (self.last, self.next) if pk and pk not in known}
        return list(Event.objects.filter(pk__in=wanted).select_related("country", "concerns")) if wanted else []

    def told_by(self, rows: Iterable[Row]) -> Pair:
        """Return the answers with the rows that tell of them."""
        by_pk = {row.pk: row for row in rows}
        years = Counter(occasion.year for occasion in self.met.known if occasion.year)
        return Pair(
            last=by_pk.get(self.last),
            next=by_pk.get(self.next),
            count=len(self.met.known),
            by_year=tuple(sorted(years.items())),
            uncertain=len(self.met.uncertain),
            joined=any(len(occasion.entries) > 1 for occasion in self.met.known),
            until=self.until,
        )


def meetings_of(choices: Choices, today: date) -> Meetings:
    """Return which meeting of a pair was the last and which is the next, in one query.

    Summaries of several occasions are left out: each occasion is, or should be, an event of its own.
    """
    pair = encounters_of([*choices.actors, *choices.partners], [*_TOOK_PLACE, *_AHEAD])
    together = (
        pair.overlapping(choices.first, choices.last)
        .exclude(when="")
        .chronological()
        .values_list("pk", "status", "when", "sort_key", "earliest", "latest", "concerns_id", named=True)
    )
    met = [event for event in together if event.status in _TOOK_PLACE]
    ahead = [event for event in together if event.status in _AHEAD and (event.latest or today) >= today]
    return Meetings(
        last=met[-1].pk if met else None,
        next=ahead[0].pk if ahead else None,
        met=occasions_of(met),
        until=edtf.display(choices.period[1]) if choices.period[1] else "",
    )


@dataclass(frozen=True, slots=True)
class Together:
    """The way from events of any of several actors to those in which all of them take part."""

    who: str
    """ "both" or "all"."""
    count: int
    url: str


def all_together(choices: Choices) -> Together | None:
    """Return the view of those events in which all chosen actors take part, None where fewer than two are to choose
    from; one query."""
    if len(choices.actors) < 2:
        return None
    first, *others = choices.actors
    every = replace(choices, actors=(first,), partners=(*others, *choices.partners))
    kept = [pair for pair in choices.params if pair[0] not in ("actor", "order")]
    params = [*kept, ("actor", first.slug), *[("with", other.slug) for other in others]]
    who = "both" if len(choices.actors) == 2 else "all of them"
    return Together(who, len(find(every).counted()), address(params, choices.path))


def either(choices: Choices) -> str:
    """Return the address of the events of either of a pair."""
    kept = [pair for pair in choices.params if pair[0] not in ("with", "order")]
    return address([*kept, *[("actor", partner.slug) for partner in choices.partners]], choices.path)
