"""From a reader's choices to events, to the counts beside the options, and to one page of the list.

Every choice is a set of events; a view is what is in all of them. What a facet counts is what is in all but its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, reduce
from heapq import heappush, heapreplace
from operator import and_

from django.db.models import CharField, Count, F, Func, Q, QuerySet
from pyroaring import BitMap

from timeline import edtf
from timeline.models import ENCOUNTERS, Actor, Event, Mention, Participation
from timeline.models.events import Undated
from timeline.models.filing import Field, Posting
from timeline.models.words import words_of

from . import filing as filed
from .choices import OLDEST, Choices, Cursor
from .filing import Filing
from .searching import telling_of

PAGE = 50
"""Events on one page of the list."""

MANY_ACTORS = 60
"""Actors counted for the facet and offered while typing."""

UNIT = len("2018-03-")
"""Letters of a sort key by which events are filed: a month, or the whole key of a decade or century."""

UNDATED = edtf.UNDATED_KEY[:UNIT]

FEW_EVENTS = 1_000
"""Of a view with so many at most, who takes part is counted by the database."""


@dataclass(frozen=True, slots=True)
class Found:
    """The public events that choices select."""

    filing: Filing
    parts: Mapping[str, BitMap]
    """For each parameter that chooses events, those that it would leave by itself."""

    def without(self, *names: str) -> BitMap:
        """Return the events with these parameters left out of the choice."""
        parts = [part for name, part in self.parts.items() if name not in names]
        return reduce(and_, sorted(parts, key=len)) if parts else self.filing.everything

    @property
    def numbers(self) -> BitMap:
        return self.without()

    def counted(self, *without: str) -> BitMap:
        """Return those that counts are of, with these parameters left out: all but summaries of several occasions."""
        return self.without(*without) - self.filing.summaries

    @property
    def events(self) -> QuerySet[Event]:
        """To be asked for what is not counted here."""
        return Event.objects.numbered(self.numbers)


def find(choices: Choices) -> Found:
    """Return the public events that choices select; one query, and some for words, sources and odd days."""
    filing = filed.present()
    parts: dict[str, BitMap] = {}
    for name in ("kind", "status", "basis", "confidence", "review"):
        if words := choices.words.get(name):
            parts[name] = filing.of(name, words)
    if choices.actors:
        parts["actor"] = filing.of(Field.ACTOR, [actor.pk for actor in choices.actors])
    if choices.partners:
        parts["with"] = reduce(and_, [filing.of(Field.ACTOR, [actor.pk]) for actor in choices.partners])
    if choices.countries:
        parts["country"] = filing.of(Field.COUNTRY, [country.pk for country in choices.countries])
    if words := words_of(choices.place):
        parts["place"] = Posting.objects.having_words(Field.PLACE, words) & filing.everything
    if choices.sources:
        said = Mention.objects.live().filter(source__in=choices.sources, event__is_public=True)
        parts["source"] = BitMap(said.values_list("event", flat=True)) & filing.everything
    if choices.first or choices.last:
        parts["from"] = _in_period(choices, filing)
    if choices.disputed:
        parts["disputed"] = filing.of(Field.DISPUTED, [""])
    if choices.search_words:
        parts["q"] = reduce(and_, [telling_of(word, filing) for word in choices.search_words])
    return Found(filing, parts)


def select(choices: Choices) -> QuerySet[Event]:
    """Return the public events that choices select, as a query."""
    return find(choices).events


def encounters_of(actors: Iterable[Actor], statuses: Iterable[str]) -> QuerySet[Event]:
    """Return the public encounters of any of these statuses in which all of these actors take part; summaries of
    several occasions are left out."""
    return Event.objects.numbered(together(filed.present(), [actor.pk for actor in actors], statuses))


def together(filing: Filing, actors: Iterable[int], statuses: Iterable[str]) -> BitMap:
    """Return the numbers of the encounters that `encounters_of` gives, for the numbers of the actors."""
    sets = [filing.of(Field.ACTOR, [actor]) for actor in actors]
    sets += [filing.of(Field.KIND, ENCOUNTERS), filing.of(Field.STATUS, statuses)]
    return reduce(and_, sets) - filing.summaries


def _in_period(choices: Choices, filing: Filing) -> BitMap:
    """Return the events that may fall into the days chosen, or those that certainly do."""
    first, last = choices.first, choices.last
    if not choices.certain:
        return overlapping(first, last, filing)
    outside = [filing.of(Field.FILED, [UNDATED])]
    if first:
        outside += [_before(first, Field.FIRST, filing), filing.of(Field.FIRST, [""])]
    if last:
        outside += [_after(last, Field.LAST, filing), filing.of(Field.LAST, [""])]
    return filing.everything - filed.union(outside)


def overlapping(first: date | None, last: date | None, filing: Filing) -> BitMap:
    """Return the events that may fall on or between two days; None for an open end."""
    outside = [filing.of(Field.FILED, [UNDATED])]
    if first:
        outside.append(_before(first, Field.LAST, filing))
    if last:
        outside.append(_after(last, Field.FIRST, filing))
    return filing.everything - filed.union(outside)


_COLUMNS = {Field.FIRST: "earliest", Field.LAST: "latest"}


def _before(day: date, bound: Field, filing: Filing) -> BitMap:
    """Return the events of which this bound lies before a day."""
    month = day.isoformat()[:7]
    found = filed.union(events for head, events in filing.sets(bound).items() if head and head < month)
    return found if day.day == 1 else found | _within_month(bound, day.replace(day=1), day - timedelta(days=1))


def _after(day: date, bound: Field, filing: Filing) -> BitMap:
    """Return the events of which this bound lies after a day."""
    month = day.isoformat()[:7]
    found = filed.union(events for head, events in filing.sets(bound).items() if head > month)
    _, end = edtf.bounds(month)
    return found if day == end else found | _within_month(bound, day + timedelta(days=1), end)


def _within_month(bound: Field, start: date, end: date) -> BitMap:
    events = Event.objects.public().filter(**{f"{_COLUMNS[bound]}__range": (start, end)})
    return BitMap(events.order_by().values_list("pk", flat=True))


# One page of the list


def page_of(found: Found, choices: Choices, *, size: int = PAGE) -> tuple[list[Event], bool]:
    """Return the events of one page in the chosen order, with country and encounter, and whether more follow.

    Undated events close the list in either order.
    """
    rows = _nearest(found, choices, size + 1).select_related("country", "concerns")
    events = list(rows[: size + 1])
    return events[:size], len(events) > size


def previous_page(found: Found, choices: Choices, *, size: int = PAGE) -> Cursor | None:
    """Return the cursor of the page before, None where that is the first."""
    if choices.after is None:
        return None
    rows = _nearest(found, choices, size + 1, back=True)
    keys = list(rows.values_list("sort_key", "id")[size : size + 1])
    return Cursor(*keys[0]) if keys else None


class _Sorted(Func):
    """A column by which the database sorts the few events that it was given. By the bare column PostgreSQL goes through
    the index of all events in their order instead, looking for those few."""

    template = "(%(expressions)s || '')"
    output_field = CharField()


_NEWEST_FIRST = (Undated().asc(), _Sorted("sort_key").desc(), F("id").desc())


def _nearest(found: Found, choices: Choices, number: int, *, back: bool = False) -> QuerySet[Event]:
    """Return the events after the cursor in the order of the list, at least so many where there are; `back`: those
    before it, and it itself, the nearest first.

    The database is asked for the events of so many whole months as hold that many, never for all that follow.
    """
    oldest, cursor = choices.order == OLDEST, choices.after
    here = cursor.sort_key[:UNIT] if cursor else ""
    numbers, wanted, sure = found.numbers, BitMap(), 0
    for head, events in _in_order(found.filing, here, oldest=oldest, back=back):
        inside = numbers & events
        wanted |= inside
        sure += len(inside) if head != here else 0  # of the cursor's own month some lie on its other side
        if sure >= number:
            break
    rows = Event.objects.numbered(wanted)
    rows = rows.order_by(_Sorted("sort_key").asc(), "id") if oldest else rows.order_by(*_NEWEST_FIRST)
    if cursor:
        rows = rows.filter(_beyond(cursor, oldest=oldest, back=back))
    return rows.reverse() if back else rows


def _in_order(filing: Filing, here: str, *, oldest: bool, back: bool) -> list[tuple[str, BitMap]]:
    """Return the months (and other heads of sort keys) as the list comes to them, from that of the cursor on."""
    upward = oldest != back
    units = filing.units if upward else filing.units[::-1]
    ahead = [unit for unit in units if not here or unit[0] == here or (unit[0] > here) == upward]
    dated = [unit for unit in ahead if unit[0] != UNDATED]
    undated = [unit for unit in units if unit[0] == UNDATED]
    if oldest:
        return dated + undated if upward else undated + dated
    if here == UNDATED:
        return [*undated, *[unit for unit in units if unit[0] != UNDATED]] if back else undated
    return dated if back else dated + undated


def _beyond(cursor: Cursor, *, oldest: bool, back: bool) -> Q:
    """Return the condition for what lies after a cursor in the list; `back`: before it, or it itself."""
    way = "gt" if oldest != back else "lt"
    further = Q(**{f"sort_key__{way}": cursor.sort_key}) | Q(**{"sort_key": cursor.sort_key, f"id__{way}": cursor.pk})
    if back:
        further |= Q(sort_key=cursor.sort_key, id=cursor.pk)
    if oldest:
        return further
    if cursor.sort_key == edtf.UNDATED_KEY:
        return Q(when="", **{f"id__{'gte' if back else 'lt'}": cursor.pk}) | (~Q(when="") if back else Q(pk=None))
    return further & ~Q(when="") if back else (further & ~Q(when="")) | Q(when="")


# Counts


@dataclass(frozen=True)
class Tally:
    """How many events there are, by the month under which they are filed."""

    by_month: Counter[str]
    """ "2018-03"; "2018-00" where the month is not known."""
    by_age: Counter[str]
    """Sort keys of decades and centuries: "1970-00", "1900"."""
    undated: int
    summaries: int = 0
    """Of several occasions each: they are in the list and in none of the other numbers."""

    @property
    def total(self) -> int:
        return sum(self.by_month.values()) + sum(self.by_age.values()) + self.undated

    @property
    def listed(self) -> int:
        """How many rows the list has."""
        return self.total + self.summaries

    @cached_property
    def by_year(self) -> Counter[str]:
        years: Counter[str] = Counter()
        for month, number in self.by_month.items():
            years[month[:4]] += number
        return years


def tally(found: Found, *without: str) -> Tally:
    """Count events by month, some choices left out: the total, the headings' counts and the histogram."""
    numbers = found.counted(*without)
    by_month: Counter[str] = Counter()
    by_age: Counter[str] = Counter()
    undated = 0
    for head, events in found.filing.units:
        if not (number := numbers.intersection_cardinality(events)):
            continue
        if head == UNDATED:
            undated = number
        elif len(head) < UNIT:
            by_age[head] = number
        else:
            by_month[head.rstrip("-")] = number
    return Tally(by_month, by_age, undated, len(found.without(*without)) - len(numbers))


def count_by(field: str, found: Found) -> Counter[str]:
    """Return how many events each option of "kind", "status" or "country" has, all other choices given."""
    others = found.counted(field)
    counts = {value: others.intersection_cardinality(events) for value, events in found.filing.sets(field).items()}
    return Counter({value: number for value, number in counts.items() if number})


def count_countries(found: Found) -> list[tuple[str, str, int]]:
    """Return slug, name and number of events of all countries that have any, all other choices given."""
    counts = count_by(Field.COUNTRY, found)
    names = Actor.objects.filter(pk__in=counts).values_list("pk", "slug", "name")
    return sorted(((slug, name, counts[str(pk)]) for pk, slug, name in names), key=lambda row: (-row[2], row[1]))


def count_actors(found: Found) -> list[tuple[str, str, int]]:
    """Return slug, name and number of events of those who take part most often, the other choices given."""
    others = found.counted("actor")
    counts = most_frequent(others, found.filing)
    names = Actor.objects.filter(pk__in=counts).values_list("pk", "slug", "name")
    rows = sorted(((slug, name, counts[pk]) for pk, slug, name in names), key=lambda row: (-row[2], row[1]))
    return rows[:MANY_ACTORS]


def most_frequent(events: BitMap, filing: Filing) -> dict[int, int]:
    """Return the numbers of the actors that take part in most of these events, and in how many; 60 at least where
    there are so many."""
    return _count_few(events) if len(events) <= FEW_EVENTS else _count_most(events, filing)


def _count_few(events: BitMap) -> dict[int, int]:
    parts = Participation.objects.filter(event__among=events).order_by()
    rows = parts.values_list("actor").annotate(number=Count("event", distinct=True))
    return dict(rows.order_by("-number", "actor__name")[:MANY_ACTORS])


def _count_most(events: BitMap, filing: Filing) -> dict[int, int]:
    """Count actors, the most frequent first, until none that is left can have as many events as the last one needed."""
    counts: dict[int, int] = {}
    best: list[int] = []
    for most, actor, theirs in filing.by_frequency:
        if len(best) == MANY_ACTORS and most < best[0]:
            break
        number = events.intersection_cardinality(theirs)
        if not number or (len(best) == MANY_ACTORS and number < best[0]):
            continue
        counts[actor] = number
        if len(best) < MANY_ACTORS:
            heappush(best, number)
        else:
            heapreplace(best, number)
    return {actor: number for actor, number in counts.items() if number >= best[0]}
