"""The lanes of a picture and what stands in them: events one by one, or only their numbers where there are many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet
from pyroaring import BitMap

from timeline import edtf
from timeline.models import Actor, Event, Kind, Participation
from timeline.models.filing import Field

from .choices import Choices
from .filing import NOTHING, Filing, union
from .scene import Scene
from .selection import UNDATED, UNIT, Found, most_frequent, overlapping
from .shown import ShownState, show_date, state_of

MOST_EVENTS = 300
"""Events that are drawn one by one; of more only numbers are."""
MOST_LANES = 10
"""Lanes besides that of all others."""
WHOLE_KEY = len("2019-03-04")
"""Length of the sort key of what is known to the year at least."""
_KEY_LENGTHS = {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}


@dataclass(frozen=True, slots=True)
class Item:
    """One event, or a number of them, as a mark is drawn of it."""

    title: str
    """All that it says: "Held, 1 May 2018: Soto–Rey summit, Lima"."""
    label: str
    url: str
    first: date | None
    """None where the beginning is open."""
    last: date | None
    shape: str
    """day, span (from day to day), unit (some time in a month, year …), fuzzy (around, between, open), many."""
    state: ShownState | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the picture."""

    name: str
    url: str
    """The list of its events; empty for the lane of all others."""
    count: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """All that is drawn, and how much is not."""

    lanes: tuple[Lane, ...]
    count: int
    outside: int
    """Events at other times."""
    undated: int
    by_cell: tuple[int, ...]
    """Events filed under each cell of the scene."""


def span_of(found: Found, today: date) -> tuple[date, date]:
    """Return the first and last day of events, passing over those known by their decade or century only where there
    are others; today where none has a date. One query, for the events of the months in which these days lie."""
    chosen, units = found.numbers, found.filing.units
    dated = chosen - found.filing.of(Field.FILED, [UNDATED])
    exact = dated & union(events for head, events in units if len(head) == UNIT)
    outermost = union(
        events & (exact or dated)
        for bound in (Field.FIRST, Field.LAST)
        for events in _ends(bound, exact or dated, found)
    )
    days = Event.objects.numbered(outermost).order_by().values_list("earliest", "latest")
    known = [day for both in days for day in both if day] or [today]
    return min(known), max(known)


def _ends(bound: Field, events: BitMap, found: Found) -> list[BitMap]:
    """Return those events that have this bound in the first month in which any has, and in the last."""
    months = sorted((head, filed) for head, filed in found.filing.sets(bound).items() if head)
    first = next((filed for _, filed in months if filed.intersect(events)), NOTHING)
    last = next((filed for _, filed in reversed(months) if filed.intersect(events)), NOTHING)
    return [first, last]


def draw_lanes(scene: Scene, found: Found, today: date) -> Drawn:
    """Return what a scene shows of the events chosen, in one to three queries.

    Summaries of several occasions are drawn where events are drawn one by one, and counted nowhere.
    """
    chosen = found.counted()
    undated = chosen.intersection_cardinality(found.filing.of(Field.FILED, [UNDATED]))
    inside = found.numbers & overlapping(scene.first, scene.last, found.filing)
    counted = inside - found.filing.summaries
    count = len(counted)
    units = _units(counted, scene, found.filing)
    if count <= MOST_EVENTS:
        lanes = _single(Event.objects.numbered(inside), scene, today)
    else:
        lanes = _numbers(counted, units, scene, found.filing)
    starts: Counter[str] = Counter()
    for (start, length), events in units.items():
        starts[_filed(start, length, scene)[0]] += len(events)
    return Drawn(
        lanes=tuple(lanes),
        count=count,
        outside=len(chosen) - undated - count,
        undated=undated,
        by_cell=tuple(starts[cell.text] for cell in scene.cells),
    )


# One by one


def _single(inside: QuerySet[Event], scene: Scene, today: date) -> list[Lane]:
    events = inside.select_related("country").chronological()
    if scene.lanes == "actor":
        parts = Participation.objects.select_related("actor").order_by("pk")
        events = events.prefetch_related(Prefetch("participations", queryset=parts, to_attr="parts"))
    keyed = {event: _keys(event, scene.lanes) for event in events}
    names = {slug: name for keys in keyed.values() for slug, name in keys}
    counts = Counter(slug for keys in keyed.values() for slug, _ in keys)
    top = _ranked(counts, names, scene)
    items: dict[str, list[Item]] = defaultdict(list)
    totals: Counter[str] = Counter()
    for event, keys in keyed.items():
        item = _item(event, today)
        for slug in {slug if slug in top else "" for slug, _ in keys} or {""}:
            if slug or not any(other in top for other, _ in keys):
                items[slug].append(item)
                totals[slug] += event.occasions == 1
    return _lanes(top, names, totals, items, scene)


def _keys(event: Event, lanes: str) -> list[tuple[str, str]]:
    """Return slug and name of the lanes in which an event stands."""
    if lanes == "actor":
        return list({part.actor.slug: (part.actor.slug, part.actor.name) for part in event.parts}.values())
    if lanes == "kind":
        return [(event.kind, event.get_kind_display().capitalize())]
    return [(event.country.slug, event.country.name)] if event.country else []


def _item(event: Event, today: date) -> Item:
    read = edtf.parse(event.when)
    state = state_of(event, today)
    shown = show_date(event.when)
    ends = [point for point in (read.start, read.end) if point]
    in_days = len(ends) == 2 and all(point.precision == "day" for point in ends)
    if read.shape == "within" or read.approximate or read.uncertain or len(ends) < 2:
        shape = "fuzzy"
    elif not in_days:
        shape = "unit"
    else:
        shape = "day" if event.earliest == event.latest else "span"
    said = ", ".join(filter(None, [state.word, state.basis, shown.text]))
    return Item(
        title=f"{said[0].upper()}{said[1:]}: {event.title}",
        label=event.title,
        url=event.get_absolute_url(),
        first=event.earliest,
        last=event.latest,
        shape=shape,
        state=state,
    )


# Numbers


Units = Mapping[tuple[str, int], BitMap]
"""Events by the head of their sort keys as far as a cell of the picture goes, and the length of the whole key."""


def _units(events: BitMap, scene: Scene, filing: Filing) -> Units:
    """Return events by units of time; one query where cells are days, which events are not filed by."""
    letters = _KEY_LENGTHS[scene.unit]
    units: dict[tuple[str, int], BitMap] = defaultdict(BitMap)
    if scene.unit == "day":
        for pk, key in Event.objects.numbered(events).order_by().values_list("pk", "sort_key"):
            units[key[:letters], len(key)].add(pk)
        return units
    for head, filed in filing.units:
        if inside := filed & events:
            units[head[:letters].rstrip("-"), WHOLE_KEY if len(head) == UNIT else len(head)] |= inside
    return units


def _filed(start: str, length: int, scene: Scene) -> tuple[str, bool]:
    """Return the unit under which sort keys with this head are filed, as EDTF, and whether that is a cell.

    What began before the picture is filed under its first cell.
    """
    if length < WHOLE_KEY:
        text = f"{start[:3]}X" if length > len("1900") and len(start) > 2 else f"{start[:2]}XX"
    else:
        text = start.removesuffix("-00").removesuffix("-00") + "X" * (4 - len(start))
    first, last = edtf.bounds(text)
    inside = scene.first <= first and last <= scene.last
    if last < scene.first:
        text, inside = scene.cells[0].text, True
    return text, inside and any(cell.text == text for cell in scene.cells)


def _numbers(events: BitMap, units: Units, scene: Scene, filing: Filing) -> list[Lane]:
    sets, names = _sets_of_lanes(events, scene, filing)
    counts = Counter({slug: len(mine) for slug, mine in sets.items()})
    top = _ranked(counts, names, scene)
    shown = {slug: sets[slug] for slug in top}
    shown[""] = events - union(shown.values())
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    exact: dict[str, bool] = {}
    for (start, length), filed in units.items():
        text, exact[text] = _filed(start, length, scene)
        for slug, mine in shown.items():
            if number := mine.intersection_cardinality(filed):
                tallies[slug][text] += number
    into = {cell.text: scene.into(cell) for cell in scene.cells}
    items = {
        slug: [
            _number(text, number, exact[text], into.get(text, ""), slug, scene)
            for text, number in sorted(tally.items())
        ]
        for slug, tally in tallies.items()
    }
    return _lanes(top, names, {slug: len(mine) for slug, mine in shown.items()}, items, scene)


def _number(text: str, number: int, is_cell: bool, into: str, slug: str, scene: Scene) -> Item:
    first, last = edtf.bounds(text)
    name = edtf.display(text)
    title = f"{number} event{'s' if number > 1 else ''}, {name}"
    url = into or _list_of(scene, slug, text)
    return Item(title if is_cell else f"{title}, not known more closely", "", url, first, last, "many", None, number)


def _sets_of_lanes(events: BitMap, scene: Scene, filing: Filing) -> tuple[dict[str, BitMap], dict[str, str]]:
    """Return the events of each lane that may be shown, and the lanes' names; two queries at most."""
    if scene.lanes == "kind":
        sets = {kind.value: filing.of(Field.KIND, [kind.value]) & events for kind in Kind}
        return {slug: mine for slug, mine in sets.items() if mine}, {
            kind.value: kind.label.capitalize() for kind in Kind
        }
    if scene.lanes == "actor":
        field, numbers = Field.ACTOR, set(most_frequent(events, filing))
        numbers |= {actor.pk for actor in (*scene.choices.actors, *scene.choices.partners)}
    else:
        field, numbers = Field.COUNTRY, {int(number) for number in filing.sets(Field.COUNTRY)}
    sets, names = {}, {}
    for pk, slug, name in Actor.objects.filter(pk__in=numbers).values_list("pk", "slug", "name"):
        if mine := filing.of(field, [pk]) & events:
            sets[slug], names[slug] = mine, name
    return sets, names


# Both


def _ranked(counts: Counter[str], names: dict[str, str], scene: Scene) -> list[str]:
    """Return the lanes to show: types in their order, others by what stands in them, those chosen first."""
    if scene.lanes == "kind":
        return [kind.value for kind in Kind if counts[kind.value]]
    chosen = {actor.slug for actor in (*scene.choices.actors, *scene.choices.partners)}
    ranked = sorted(counts, key=lambda slug: (slug not in chosen, -counts[slug], names[slug]))
    return ranked[:MOST_LANES]


_REST = {"actor": "All others", "kind": "All others", "place": "Elsewhere, or not known where"}


def _lanes(
    top: Sequence[str],
    names: dict[str, str],
    counts: dict[str, int],
    items: dict[str, Iterable[Item]],
    scene: Scene,
) -> list[Lane]:
    lanes = [Lane(names[slug], _list_of(scene, slug), counts.get(slug, 0), tuple(items.get(slug, ()))) for slug in top]
    if items.get(""):
        lanes.append(Lane(_REST[scene.lanes], "", counts[""], tuple(items[""])))
    return lanes


def _list_of(scene: Scene, slug: str, text: str = "") -> str:
    """Return the address of the list of a lane's events, in one unit of time or in that of the picture."""
    here = replace(scene.choices, path="/")
    values = {"zoom": "", "at": "", "lanes": ""}
    if text:
        values |= {"from_": text, "to": text}
    elif scene.zoom:
        values |= {"from_": scene.at, "to": scene.at}
    if not slug:
        return here.instead(**values)
    if scene.lanes == "actor":
        return _with_actor(here, slug).instead(**values)
    return here.instead(**values, **{"kind" if scene.lanes == "kind" else "country": slug})


def _with_actor(choices: Choices, slug: str) -> Choices:
    """Return choices that ask for one more actor: beside those chosen already, it has to take part too."""
    chosen = {value for name, value in choices.params if name in ("actor", "with")}
    if slug in chosen:
        return choices
    name = "with" if any(name == "actor" for name, _ in choices.params) else "actor"
    return replace(choices, params=(*choices.params, (name, slug)))
