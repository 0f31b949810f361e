"""From a reader's choices to events, to the counts beside the options, and to one page of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length, Substr

from timeline import edtf
from timeline.models import ENCOUNTERS, Actor, Event, Mention, Participation, Status

from .choices import OLDEST, Choices, Cursor

PAGE = 50
"""Events on one page of the list."""

MANY_ACTORS = 60
"""Actors counted for the facet and offered while typing."""


def select(choices: Choices, *, without: Collection[str] = ()) -> QuerySet[Event]:
    """Return the public events that choices select, leaving out those parameters named in `without`."""
    events = Event.objects.public()
    for name in ("kind", "basis", "confidence", "review"):
        if (words := choices.words.get(name)) and name not in without:
            events = events.filter(**{f"{name}__in": words})
    if (statuses := choices.words.get("status")) and "status" not in without:
        events = events.filter(has_status(statuses))
    if choices.actors and "actor" not in without:
        events = events.filter(pk__in=Participation.objects.filter(actor__in=choices.actors).values("event"))
    if choices.partners and "with" not in without:
        events = events.involving(*choices.partners)
    if choices.countries and "country" not in without:
        events = events.filter(country__in=choices.countries)
    if choices.place and "place" not in without:
        events = events.filter(place__icontains=choices.place)
    if choices.sources and "source" not in without:
        events = events.filter(pk__in=Mention.objects.live().filter(source__in=choices.sources).values("event"))
    if (choices.first or choices.last) and "from" not in without:
        inside = events.within if choices.certain else events.overlapping
        events = inside(choices.first, choices.last)
    if "q" not in without:
        for word in choices.search_words:
            events = events.filter(tells_of(word))
    return events


def has_status(statuses: Collection[str]) -> Q:
    """Return the condition for a status. "Held" is said of encounters only: an act that was done shows no status."""
    condition = Q(status__in=[status for status in statuses if status != Status.HELD])
    if Status.HELD in statuses:
        condition |= Q(status=Status.HELD, kind__in=sorted(ENCOUNTERS))
    return condition


def shows_status(kind: str, status: str) -> bool:
    """True where an event of this kind and status shows its status, so that the facet counts it."""
    return kind in ENCOUNTERS or status != Status.HELD


def tells_of(word: str) -> Q:
    """Return the condition that a word stands in the title, the place, an actor's name or a passage."""
    actors = Actor.objects.filter(Q(name__icontains=word) | Q(names__name__icontains=word))
    return (
        Q(title__icontains=word)
        | Q(place__icontains=word)
        | Q(pk__in=Participation.objects.filter(actor__in=actors).values("event"))
        | Q(pk__in=Mention.objects.live().filter(passage__exact__icontains=word).values("event"))
    )


# One page of the list


def page_of(events: QuerySet[Event], choices: Choices, *, size: int = PAGE) -> tuple[list[Event], bool]:
    """Return the events of one page in the chosen order, and whether more follow.

    Undated events close the list in either order. Newest first they are asked for apart, so that the database can
    walk its index on (sort_key, id) backwards instead of sorting everything.
    """
    cursor = choices.after
    if choices.order == OLDEST:
        rows = events.chronological()
        if cursor:
            rows = rows.filter(_beyond(cursor, "gt"))
        found = list(rows[: size + 1])
        return found[:size], len(found) > size
    found: list[Event] = []
    undated = events.filter(when="").order_by("-sort_key", "-id")
    if cursor and cursor.sort_key == edtf.UNDATED_KEY:
        undated = undated.filter(pk__lt=cursor.pk)
    else:
        dated = events.exclude(when="").order_by("-sort_key", "-id")
        if cursor:
            dated = dated.filter(_beyond(cursor, "lt"))
        found = list(dated[: size + 1])
    if len(found) <= size:
        found += undated[: size + 1 - len(found)]
    return found[:size], len(found) > size


def _beyond(cursor: Cursor, way: str) -> Q:
    return Q(**{f"sort_key__{way}": cursor.sort_key}) | Q(**{"sort_key": cursor.sort_key, f"id__{way}": cursor.pk})


def previous_page(events: QuerySet[Event], choices: Choices, *, size: int = PAGE) -> Cursor | None:
    """Return the cursor of the page before, None where that is the first."""
    cursor = choices.after
    if cursor is None:
        return None
    here = Q(sort_key=cursor.sort_key, id=cursor.pk)
    if choices.order == OLDEST:
        before = events.filter(_beyond(cursor, "lt") | here).order_by("-sort_key", "-id")
    elif cursor.sort_key == edtf.UNDATED_KEY:
        before = events.filter(Q(when="", id__gte=cursor.pk) | ~Q(when="")).newest_first().reverse()
    else:
        before = events.exclude(when="").filter(_beyond(cursor, "gt") | here).order_by("sort_key", "id")
    keys = list(before.values_list("sort_key", "id")[size : size + 1])
    return Cursor(*keys[0]) if keys else None


# Counts


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events there are, by the month under which they are filed."""

    by_month: Counter[str]
    """ "2018-03"; "2018-00" where the month is not known."""
    by_age: Counter[str]
    """Sort keys of decades and centuries: "1970-00", "1900"."""
    undated: int

    @property
    def total(self) -> int:
        return sum(self.by_month.values()) + sum(self.by_age.values()) + self.undated

    @property
    def by_year(self) -> Counter[str]:
        years: Counter[str] = Counter()
        for month, number in self.by_month.items():
            years[month[:4]] += number
        return years


def tally(events: QuerySet[Event]) -> Tally:
    """Count events by month: the total, the headings' counts and the histogram in one query."""
    by_month: Counter[str] = Counter()
    by_age: Counter[str] = Counter()
    undated = 0
    rows = (
        events.order_by()
        .annotate(start=Substr("sort_key", 1, 7), length=Length("sort_key"))
        .values_list("start", "length")
        .annotate(number=Count("id"))
    )
    for start, length, number in rows:
        if start == edtf.UNDATED_KEY[:7]:
            undated += number
        elif length < len(edtf.UNDATED_KEY):
            by_age[start] += number
        else:
            by_month[start] += number
    return Tally(by_month, by_age, undated)


@dataclass(frozen=True, slots=True)
class Cube:
    """Numbers of events by kind, status and country, all other choices given."""

    cells: Sequence[tuple[str, str, str | None, str | None, int]]
    """Kind, status, slug and name of the country, number."""
    kinds: frozenset[str]
    statuses: frozenset[str]
    countries: frozenset[str]

    def count(self, facet: str) -> Counter[str]:
        """Return how many events each option of "kind", "status" or "country" has, the other two given."""
        counts: Counter[str] = Counter()
        for kind, status, country, _, number in self.cells:
            if facet != "kind" and self.kinds and kind not in self.kinds:
                continue
            if facet != "status" and self.statuses and not (status in self.statuses and shows_status(kind, status)):
                continue
            if facet != "country" and self.countries and country not in self.countries:
                continue
            option = {"kind": kind, "status": status if shows_status(kind, status) else "", "country": country or ""}
            counts[option[facet]] += number
        counts.pop("", None)
        return counts

    @property
    def country_names(self) -> dict[str, str]:
        return {slug: name for _, _, slug, name, _ in self.cells if slug and name}


def count_facets(choices: Choices) -> Cube:
    """Count kind, status and country in one query."""
    events = select(choices, without={"kind", "status", "country"})
    rows = events.order_by().values_list("kind", "status", "country__slug", "country__name")
    cells = rows.annotate(number=Count("id"))
    return Cube(
        cells=list(cells),
        kinds=frozenset(choices.words.get("kind", ())),
        statuses=frozenset(choices.words.get("status", ())),
        countries=frozenset(country.slug for country in choices.countries),
    )


def count_actors(choices: Choices) -> list[tuple[str, str, int]]:
    """Return slug, name and number of events of those who take part most often, the other choices given."""
    events = select(choices, without={"actor"}).order_by().values("id")
    rows = (
        Participation.objects.filter(event__in=events)
        .order_by()
        .values_list("actor__slug", "actor__name")
        .annotate(number=Count("event", distinct=True))
        .order_by("-number", "actor__name")
    )
    return list(rows[:MANY_ACTORS])
