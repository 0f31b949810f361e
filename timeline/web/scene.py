"""What a picture of the chronology shows: which stretch of time, cut into which units, in lanes of what.

`?zoom=month&at=2018-03` shows that month, day by day; `?zoom=all` shows the whole view, in the finest units that leave
room for a mark in each. Without either the picture shows the period that the reader has chosen, or else the years in
which nearly all events lie: one event of long ago must not squeeze all others into a corner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict

from timeline import edtf

from . import typed
from .choices import Choices

ZOOMS = ("decade", "year", "month", "day")
LANES = {"actor": "actor", "kind": "type", "place": "country"}
"""What lanes may be of, and what pages call it."""
ALL = "all"
FEW = 1 / 15
"""The part of the events that may lie before, and after, the years that are shown at first."""
MOST_CELLS = 37
"""Units that a picture has room for; three years have 36 months."""
CELLS = {"decade": "year", "year": "month", "month": "day", "day": "day"}
"""Into what each zoom cuts its stretch."""
_UNITS = ("day", "month", "year", "decade", "century")
_NEAREST = {"century": "decade", "season": "month", "range": "month"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit of time of a picture."""

    text: str
    """As EDTF."""
    label: str
    """Short, for the axis."""
    first: date
    last: date

    @property
    def name(self) -> str:
        return edtf.display(self.text)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture shows."""

    choices: Choices
    """With the path and the parameters of the drawn view."""
    lanes: str
    zoom: str
    """Empty where no single unit is shown."""
    at: str
    """The unit that is shown, as EDTF; else empty."""
    all_url: str
    """The address of the picture of the whole view; empty where that is this one."""
    unit: str
    """Of the cells."""
    cells: tuple[Cell, ...]
    errors: Mapping[str, str]

    @property
    def first(self) -> date:
        return self.cells[0].first

    @property
    def last(self) -> date:
        return self.cells[-1].last

    @property
    def name(self) -> str:
        """The stretch of time in words."""
        if self.at:
            return edtf.display(self.at)
        first, last = self.cells[0].text, self.cells[-1].text
        return edtf.display(first) if first == last else f"{edtf.display(first)} – {edtf.display(last)}"

    @property
    def outward(self) -> list[tuple[str, str]]:
        """What lies around the stretch shown, widest first: name and address, the whole view being the first."""
        found = [("All", self.all_url)] if self.all_url else []
        for zoom in ZOOMS[: ZOOMS.index(self.zoom)] if self.zoom else ():
            unit = unit_of(self.first, zoom)
            found.append((edtf.display(unit), self.choices.instead(zoom=zoom, at=unit)))
        return found

    def beside(self, step: int) -> tuple[str, str] | None:
        """Return name and address of the stretch before (-1) or after (1); None for the whole view and at the end of
        the calendar."""
        if not self.zoom:
            return None
        edge = self.first if step < 0 else self.last
        if edge in (date.min, date.max):
            return None
        unit = unit_of(edge + timedelta(days=step), self.zoom)
        return edtf.display(unit), self.choices.instead(zoom=self.zoom, at=unit)

    def into(self, cell: Cell) -> str:
        """Return the address of the picture of one cell; of the list, where no picture is closer."""
        if self.zoom == "day" or self.unit not in ZOOMS:
            return replace(self.choices, path="/").instead(from_=cell.text, to=cell.text, zoom="", at="", lanes="")
        return self.choices.instead(zoom=self.unit, at=cell.text)


def whole(choices: Choices) -> Choices:
    """Return choices of the drawn view without what they have zoomed to."""
    return replace(choices, params=tuple(pair for pair in choices.params if pair[0] not in ("zoom", "at")))


def unit_of(day: date, unit: str) -> str:
    """Return the day, month, year, decade or hundred years in which a day lies, as EDTF."""
    match unit:
        case "day":
            return edtf.day(day)
        case "month":
            return f"{day.year:04d}-{day.month:02d}"
        case "year":
            return f"{day.year:04d}"
        case "decade":
            return f"{day.year // 10:03d}X"
        case _:
            return f"{day.year // 100:02d}XX"


def cells_between(first: date, last: date, unit: str) -> list[Cell]:
    """Return the units in which the days from `first` to `last` lie, whole ones, one more than there is room for at
    most."""
    cells: list[Cell] = []
    day: date | None = first
    while day and day <= last and len(cells) <= MOST_CELLS:
        text = unit_of(day, unit)
        earliest, latest = edtf.bounds(text)
        cells.append(Cell(text, _label(day, unit), earliest, latest))
        day = latest + timedelta(days=1) if latest < date.max else None
    return cells


def _label(day: date, unit: str) -> str:
    match unit:
        case "day":
            return str(day.day)
        case "month":
            return edtf.MONTHS[day.month - 1][:3]
        case "year":
            return f"{day.year:04d}"
        case "decade":
            return f"{day.year // 10 * 10:04d}s"
        case _:
            return f"{day.year // 100 * 100:04d}s"


def read(
    query: QueryDict, choices: Choices, path: str, span: tuple[date, date], by_year: Mapping[str, int], today: date
) -> Scene:
    """Return what an address shows. `span` are the first and last day of the events chosen, `by_year` their numbers by
    year ("2018")."""
    errors: dict[str, str] = {}
    zoom, at = _last(query, "zoom"), _last(query, "at")
    lanes = _last(query, "lanes") or "actor"
    if lanes not in LANES:
        errors["lanes"] = f"There are no lanes by “{lanes}”; write actor, kind or place."
        lanes = "actor"
    everything = zoom == ALL
    if zoom and zoom not in ZOOMS:
        if not everything:
            errors["zoom"] = f"There is no zoom to “{zoom}”; write all, decade, year, month or day."
        zoom = at = ""
    zoom, at = _place(zoom, at, span, today, errors)
    whole_span = (choices.first or span[0], choices.last or span[1])
    usual = whole_span if choices.first or choices.last else _without_few(span, by_year)
    kept = [pair for pair in choices.params if pair[0] not in ("order", "view", "print")]
    if lanes != "actor":
        kept.append(("lanes", lanes))
    # the whole view has one address: that without a zoom, where it is what is shown at first
    all_zoom = [("zoom", ALL)] if usual != whole_span else []
    shown = [("zoom", zoom), ("at", at)] if zoom else all_zoom if everything else []
    drawn = replace(choices, path=path, params=tuple(sorted(kept + shown)), after=None, rows=0, printed=False)
    if zoom:
        unit, cells = CELLS[zoom], cells_between(*edtf.bounds(at), CELLS[zoom])
    else:
        unit, cells = _finest(*sorted(whole_span if everything else usual))
    is_all = not zoom and (everything or not all_zoom)
    all_url = "" if is_all else replace(drawn, params=tuple(sorted(kept + all_zoom))).address()
    return Scene(drawn, lanes, zoom, at, all_url, unit, tuple(cells), errors)


def _without_few(span: tuple[date, date], by_year: Mapping[str, int]) -> tuple[date, date]:
    """Return the span without those years at its ends that few events are of, where what is left can be cut into
    finer units."""
    years = sorted((int(year), number) for year, number in by_year.items())
    if not years:
        return span
    few = sum(number for _, number in years) * FEW
    first, last = _first_year(years, few), _first_year(years[::-1], few)
    kept = max(span[0], date(first, 1, 1)), min(span[1], date(last, 12, 31))
    return kept if kept[0] <= kept[1] and _finest(*kept)[0] != _finest(*span)[0] else span


def _first_year(years: Sequence[tuple[int, int]], few: float) -> int:
    """Return the first of these years before which there are more than a few events."""
    passed = 0
    for year, number in years:
        passed += number
        if passed > few:
            return year
    return years[-1][0]


def _last(query: QueryDict, name: str) -> str:
    return " ".join(query.get(name, "").replace("\0", " ").split())[:_LONGEST]


def _place(zoom: str, at: str, span: tuple[date, date], today: date, errors: dict[str, str]) -> tuple[str, str]:
    """Return the zoom and the unit that it shows, both empty where there is none or it makes no sense."""
    if not at:
        return (zoom, unit_of(span[1], zoom)) if zoom else ("", "")
    try:
        read_at = typed.read_date(at, today)
    except ValueError as wrong:
        errors["at"] = str(wrong)
        return "", ""
    zoom = zoom or _NEAREST.get(read_at.precision, read_at.precision)
    return zoom, unit_of(read_at.earliest or read_at.latest, zoom)


def _finest(first: date, last: date) -> tuple[str, list[Cell]]:
    for unit in _UNITS:
        cells = cells_between(first, last, unit)
        if len(cells) <= MOST_CELLS:
            return unit, cells
    return unit, cells
