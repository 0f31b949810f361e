"""The lanes of a picture and what stands in them: events one by one, or only their numbers where there are many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Max, Min, Prefetch, Q, QuerySet
from django.db.models.functions import Length, Substr

from timeline import edtf
from timeline.models import Event, Kind, Participation

from .choices import Choices
from .scene import Scene
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


def span_of(events: QuerySet[Event], today: date) -> tuple[date, date]:
    """Return the first and last day of events, passing over those known by their decade or century only where there
    are others; today where none has a date."""
    dated = events.exclude(when="").annotate(length=Length("sort_key"))
    exact = Q(length=WHOLE_KEY)
    found = dated.aggregate(
        first=Min("earliest", filter=exact),
        first_end=Min("latest", filter=exact),
        last=Max("latest", filter=exact),
        last_start=Max("earliest", filter=exact),
        any_first=Min("earliest"),
        any_last=Max("latest"),
    )
    known = [day for name, day in found.items() if day and not name.startswith("any_")]
    known = known or [day for day in found.values() if day] or [today]
    return min(known), max(known)


def draw_lanes(scene: Scene, chosen: QuerySet[Event], today: date) -> Drawn:
    """Return what a scene shows of the events chosen, in three to five queries.

    Summaries of several occasions are drawn where events are drawn one by one, and counted nowhere.
    """
    inside = chosen.overlapping(scene.first, scene.last)
    counted = inside.filter(occasions=1)
    cells = _by_cell(counted, scene)
    total = chosen.filter(occasions=1).aggregate(all=Count("pk"), undated=Count("pk", filter=Q(when="")))
    count = sum(cells.values())
    lanes = _single(inside, scene, today) if count <= MOST_EVENTS else _numbers(counted, scene)
    starts = Counter({_filed(start, length, scene)[0]: 0 for start, length in cells})
    for (start, length), number in cells.items():
        starts[_filed(start, length, scene)[0]] += number
    return Drawn(
        lanes=tuple(lanes),
        count=count,
        outside=total["all"] - total["undated"] - count,
        undated=total["undated"],
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
    times = f" ({event.occasions} times)" if event.occasions > 1 else ""
    return Item(
        title=f"{said[0].upper()}{said[1:]}: {event.title}{times}",
        label=f"{event.title}{times}",
        url=event.get_absolute_url(),
        first=event.earliest,
        last=event.latest,
        shape=shape,
        state=state,
    )


# Numbers


def _by_cell(events: QuerySet[Event], scene: Scene) -> dict[tuple[str, int], int]:
    """Count events by the head of their sort keys as far as a cell goes, and the length of the whole key."""
    rows = events.order_by().annotate(start=_start("sort_key", scene), length=Length("sort_key"))
    return {(start, length): n for start, length, n in rows.values_list("start", "length").annotate(n=Count("id"))}


def _start(field: str, scene: Scene) -> Substr:
    return Substr(field, 1, _KEY_LENGTHS[scene.unit])


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


def _numbers(inside: QuerySet[Event], scene: Scene) -> list[Lane]:
    if scene.lanes == "actor":
        rows, names, counts = _count_actors(inside, scene)
    else:
        rows, names, counts = _count_fields(inside, scene)
    top = _ranked(counts, names, scene)
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    exact: dict[str, bool] = {}
    for slug, start, length, number in rows:
        text, is_cell = _filed(start, length, scene)
        exact[text] = is_cell
        tallies[slug if slug in top else ""][text] += number
    into = {cell.text: scene.into(cell) for cell in scene.cells}
    items = {
        slug: [
            _number(text, number, exact[text], into.get(text, ""), slug, scene)
            for text, number in sorted(tally.items())
        ]
        for slug, tally in tallies.items()
    }
    totals = {slug: sum(tally.values()) for slug, tally in tallies.items()}
    return _lanes(top, names, totals, items, scene)


def _number(text: str, number: int, is_cell: bool, into: str, slug: str, scene: Scene) -> Item:
    first, last = edtf.bounds(text)
    name = edtf.display(text)
    title = f"{number} event{'s' if number > 1 else ''}, {name}"
    url = into or _list_of(scene, slug, text)
    return Item(title if is_cell else f"{title}, not known more closely", "", url, first, last, "many", None, number)


def _count_actors(inside: QuerySet[Event], scene: Scene) -> tuple[list, dict[str, str], Counter[str]]:
    parts = Participation.objects.filter(event__in=inside.order_by().values("pk")).order_by()
    number = Count("event", distinct=True)
    ranked = parts.values_list("actor__slug", "actor__name").annotate(n=number).order_by("-n", "actor__name")
    first = list(ranked[: MOST_LANES + len(scene.choices.actors) + len(scene.choices.partners)])
    counts = Counter({slug: n for slug, _, n in first})
    names = {slug: name for slug, name, _ in first}
    top = _ranked(counts, names, scene)
    mine = parts.filter(actor__slug__in=top).annotate(
        start=_start("event__sort_key", scene), length=Length("event__sort_key")
    )
    rows = list(mine.values_list("actor__slug", "start", "length").annotate(n=number))
    others = inside.exclude(pk__in=Participation.objects.filter(actor__slug__in=top).values("event"))
    rows += [("", start, length, n) for (start, length), n in _by_cell(others, scene).items()]
    return rows, names, counts


def _count_fields(inside: QuerySet[Event], scene: Scene) -> tuple[list, dict[str, str], Counter[str]]:
    fields = ("kind", "kind") if scene.lanes == "kind" else ("country__slug", "country__name")
    found = inside.order_by().annotate(start=_start("sort_key", scene), length=Length("sort_key"))
    cells = found.values_list(*fields[:1], "start", "length", fields[1] if fields[1] != fields[0] else "kind")
    rows, names, counts = [], {}, Counter()
    for slug, start, length, name, number in cells.annotate(n=Count("id")):
        rows.append((slug or "", start, length, number))
        if slug:
            names[slug] = Kind(slug).label.capitalize() if scene.lanes == "kind" else name
            counts[slug] += number
    return rows, names, counts


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
