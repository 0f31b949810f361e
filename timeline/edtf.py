"""Uncertain dates: a small subset of EDTF (ISO 8601-2), its bounds, its place in an order, and how it is shown.

What is understood, each form with the days it covers:

    2019-03-04                the day
    2019-03                   the month
    2012-21 ... 2012-24       spring (March to May), summer, autumn, winter (December to February of the next year)
    2019                      the year
    197X                      the decade 1970 to 1979
    19XX                      the hundred years 1900 to 1999
    2019-02-27/2019-02-28     lasted from the first to the second
    [2019-03-01..2019-03-10]  one day within
    2015/..  ../2019-03-15    lasted, one end open (that bound is None)
    [2019-03-08..]  [..2018-05]   one day after, one day up to

A qualifier may end any date, and also a bracket: `~` approximate, `?` uncertain, `%` both. Bounds are a function of
the text alone, never of today's date, and no qualifier widens them: "around 27 March" is kept as that one day
marked approximate, since nobody said how far around; how wide it is drawn is for the page to choose.

Years run from 0001 to 9999. No Django here, and nothing but the standard library.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "season", "year", "decade", "century", "range"]
Shape = Literal["date", "interval", "within"]
Style = Literal["long", "short"]

UNDATED_KEY = "9999-99-99"
"""Sort key of what has no date: after everything that has one."""

WEEK = 7
"""Days up to which "one day within" is filed under its first day; see `Edtf.sort_key`."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_PARTS_OF_MONTH = {(1, 10): "early", (11, 20): "mid"}
_PARTS_OF_DECADE = {(0, 3): "early", (4, 6): "mid", (7, 9): "late"}
_PARTS_OF_YEAR = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
_ORDER_OF_PRECISION = ("century", "decade", "year", "season", "month", "day")
_LONGEST = 40

_POINT = re.compile(r"(?P<date>[0-9]{2}(?:XX|[0-9]X|[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?)?))(?P<qualifier>[~?%]?)")


class EdtfError(ValueError):
    """A text that is no date of our subset; the message says what is wrong with it, in words for an editor."""


class Point(NamedTuple):
    """One date of the text, without range: a day, month, season, year, decade or hundred years."""

    precision: Precision
    year: int
    """First year of a decade or of a hundred years, as written (0 for `000X`)."""
    month: int = 0
    """1 to 12, or 21 to 24 for a season, or 0."""
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def first(self) -> date:
        """First day."""
        if self.precision == "day":
            return date(self.year, self.month, self.day)
        if self.precision == "season":
            return date(self.year, _SEASON_MONTHS[self.month][0], 1)
        return date(max(self.year, 1), self.month or 1, 1)

    @property
    def last(self) -> date:
        """Last day."""
        match self.precision:
            case "day":
                return date(self.year, self.month, self.day)
            case "month":
                return date(self.year, self.month, monthrange(self.year, self.month)[1])
            case "season":
                start, end = _SEASON_MONTHS[self.month]
                year = self.year + (end < start)
                return date(year, end, monthrange(year, end)[1])
            case "year":
                return date(self.year, 12, 31)
            case "decade":
                return date(self.year + 9, 12, 31)
            case _:
                return date(self.year + 99, 12, 31)

    @property
    def qualifier(self) -> str:
        """`~`, `?`, `%` or nothing."""
        return _qualifier(self.approximate, self.uncertain)

    @property
    def text(self) -> str:
        """EDTF of this date."""
        match self.precision:
            case "day":
                bare = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
            case "month" | "season":
                bare = f"{self.year:04d}-{self.month:02d}"
            case "year":
                bare = f"{self.year:04d}"
            case "decade":
                bare = f"{self.year // 10:03d}X"
            case _:
                bare = f"{self.year // 100:02d}XX"
        return bare + self.qualifier

    @property
    def key(self) -> str:
        """Where it is filed; see `Edtf.sort_key`."""
        match self.precision:
            case "day" | "month":
                return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
            case "season":
                return f"{self.year:04d}-{_SEASON_MONTHS[self.month][0]:02d}-00"
            case "year":
                return f"{self.year:04d}-00-00"
            case "decade":
                return f"{self.year:04d}-00"
            case _:
                return f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as EDTF puts it, read and checked."""

    text: str
    """Normal form: a range from a date to itself written as that date. Parses back to an equal value."""
    shape: Shape
    """`date`, `interval` (lasted) or `within` (one day of)."""
    start: Point | None
    """The date, or the first of a range; None where open."""
    end: Point | None
    """The date again, or the last of a range; None where open."""
    approximate: bool
    """Some part is marked `~` or `%`."""
    uncertain: bool
    """Some part is marked `?` or `%`."""

    @property
    def earliest(self) -> date | None:
        """First day it may touch; None where open."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """Last day it may touch; None where open. Never before `earliest`."""
        return self.end.last if self.end else None

    @property
    def precision(self) -> Precision:
        """The unit of a single date, or "range"."""
        return self.start.precision if self.shape == "date" and self.start else "range"

    @property
    def sort_key(self) -> str:
        """Text by which dates stand in order, with zeros for what isn't known.

        A day is filed under itself ("2019-03-04"), a month at the head of its month ("2019-03-00"), a season at the
        head of its first month, a year at the head of its year ("2019-00-00"); a decade and a hundred years, being
        shorter ("1970-00", "1900"), come before their first year. What lasted is filed under its beginning. "One
        day within" is filed under its first day where the days are at most a week, else at the head of the month
        (year, decade) in which it begins: early and late March both stand at the head of March. Where the
        beginning is open it is filed under its end.

        So text order is the order of the first day of the unit under which a date is filed, coarser units first.
        """
        head = self.start or self.end
        assert head is not None  # parse refuses a range open at both ends
        if self.shape != "within" or head.precision != "day" or self.start is None or self.end is None:
            return head.key
        few_days = (self.end.last - head.first).days < WEEK
        return head.key if few_days else f"{head.year:04d}-{head.month:02d}-00"

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read EDTF text of our subset. Raises EdtfError, whose message says what is wrong."""
    tight = text.strip()
    if not tight:
        raise EdtfError("No date given.")
    if len(tight) > _LONGEST:
        raise EdtfError(f"“{tight[:_LONGEST]}…” is too long for a date.")
    if tight.startswith("["):
        return _parse_within(tight)
    if "/" in tight:
        first, _, last = tight.partition("/")
        return _range(tight, "interval", _end(first, tight), _end(last, tight))
    point = _parse_point(tight)
    return Edtf(point.text, "date", point, point, point.approximate, point.uncertain)


def bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day of EDTF text, None where open. Raises EdtfError."""
    when = parse(text)
    return when.earliest, when.latest


@lru_cache(maxsize=65536)
def sort_key(text: str | None) -> str:
    """Sort key of EDTF text, that of the undated for None or an empty text. Raises EdtfError."""
    return parse(text).sort_key if text else UNDATED_KEY


def day(when: date) -> str:
    """EDTF of one day."""
    return f"{when.year:04d}-{when.month:02d}-{when.day:02d}"


def lasted(first: date | None, last: date | None) -> str:
    """EDTF of what lasted from `first` to `last`; None is open. Raises EdtfError if reversed or both open."""
    return parse(f"{_day_or_open(first)}/{_day_or_open(last)}").text


def within(first: date | None, last: date | None) -> str:
    """EDTF of one day from `first` to `last`, None being open; a whole month, year or decade is written as such.

    Raises EdtfError if reversed or both open.
    """
    if first and last and first.day == 1:
        for whole in _units_from(first):
            if whole.last == last:
                return whole.text
    return parse(f"[{day(first) if first else ''}..{day(last) if last else ''}]").text


@lru_cache(maxsize=65536)
def display(text: str, style: Style = "long") -> str:
    """Show EDTF text in words: "early March 2019", "27–28 February 2019" (short: "27–28 Feb 2019"), "the 1970s".

    Different dates are shown differently. Raises EdtfError.
    """
    when = parse(text)
    names = MONTHS if style == "long" else tuple(name[:3] for name in MONTHS)
    if when.shape == "date":
        assert when.start is not None
        return _show_point(when.start, names)
    prefix, when = _split_prefix(when)
    return prefix + (_show_interval(when, names) if when.shape == "interval" else _show_within(when, names))


# Reading


def _parse_within(text: str) -> Edtf:
    """Read `[a..b]`, `[a..]`, `[..b]`, with a qualifier after the bracket or on its dates."""
    mark = text[-1] if text[-1] in "~?%" else ""
    body = text[: len(text) - len(mark)]
    if not body.endswith("]") or ".." not in body:
        raise EdtfError(f"“{text}” should read [first..last].")
    first, _, last = body[1:-1].partition("..")
    start = _parse_point(first) if first else None
    end = _parse_point(last) if last else None
    if start is not None and start == end:
        start = end = _qualify(start, mark)
        mark = ""
    return _range(text, "within", start, end, mark)


def _end(text: str, whole: str) -> Point | None:
    """Read one side of `a/b`."""
    if not text:
        raise EdtfError(f"“{whole}” lacks a date on one side; write .. for an open end.")
    return None if text == ".." else _parse_point(text)


def _range(text: str, shape: Shape, start: Point | None, end: Point | None, mark: str = "") -> Edtf:
    if start is None and end is None:
        raise EdtfError(f"“{text}” is open at both ends, so it says nothing.")
    if start is not None and start == end:
        return Edtf(start.text, "date", start, start, start.approximate, start.uncertain)
    if start and end and start.first > end.last:
        raise EdtfError(f"“{text}” ends before it begins.")
    ends = [point for point in (start, end) if point]
    first, last = start.text if start else "", end.text if end else ""
    normal = f"{first or '..'}/{last or '..'}" if shape == "interval" else f"[{first}..{last}]{mark}"
    return Edtf(
        normal,
        shape,
        start,
        end,
        mark in ("~", "%") or any(point.approximate for point in ends),
        mark in ("?", "%") or any(point.uncertain for point in ends),
    )


def _parse_point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise EdtfError(f"“{text}” is not a date; write 2019-03-04, 2019-03, 2019, 197X or a range of these.")
    bare, mark = found["date"], found["qualifier"]
    approximate, uncertain = mark in ("~", "%"), mark in ("?", "%")
    if bare.endswith("XX"):
        return Point("century", int(bare[:2]) * 100, 0, 0, approximate, uncertain)
    if bare.endswith("X"):
        return Point("decade", int(bare[:3]) * 10, 0, 0, approximate, uncertain)
    year, month, number = int(bare[:4]), int(bare[5:7] or 0), int(bare[8:10] or 0)
    if not year:
        raise EdtfError(f"“{text}”: years run from 0001 to 9999.")
    if len(bare) == 4:
        return Point("year", year, 0, 0, approximate, uncertain)
    if len(bare) == 7 and month in SEASONS:
        if year == 9999 and month == 24:
            raise EdtfError(f"“{text}”: years run from 0001 to 9999, and this winter ends in the next.")
        return Point("season", year, month, 0, approximate, uncertain)
    if not 1 <= month <= 12:
        raise EdtfError(f"“{text}”: there is no month {bare[5:7]}.")
    if len(bare) == 7:
        return Point("month", year, month, 0, approximate, uncertain)
    if not 1 <= number <= monthrange(year, month)[1]:
        raise EdtfError(f"“{text}”: {MONTHS[month - 1]} {year} has no day {number}.")
    return Point("day", year, month, number, approximate, uncertain)


def _qualifier(approximate: bool, uncertain: bool) -> str:
    return {(True, True): "%", (True, False): "~", (False, True): "?"}.get((approximate, uncertain), "")


def _qualify(point: Point, mark: str) -> Point:
    return point._replace(
        approximate=point.approximate or mark in ("~", "%"),
        uncertain=point.uncertain or mark in ("?", "%"),
    )


def _day_or_open(when: date | None) -> str:
    return day(when) if when else ".."


def _units_from(first: date) -> list[Point]:
    """The whole calendar units that begin on this first day of a month."""
    units = [Point("month", first.year, first.month)]
    if first.month == 1:
        units.append(Point("year", first.year))
        if first.year % 10 == 0:
            units.append(Point("decade", first.year))
    return units


# Neighbours


def previous(point: Point) -> Point | None:
    """The day, month or year before, with the same qualifier; None for other units and at the calendar's end."""
    if point.first == date.min or point.precision not in ("day", "month", "year"):
        return None
    return _neighbour(point, point.first - timedelta(days=1))


def following(point: Point) -> Point | None:
    """The day, month or year after, with the same qualifier; None for other units and at the calendar's end."""
    if point.last == date.max or point.precision not in ("day", "month", "year"):
        return None
    return _neighbour(point, point.last + timedelta(days=1))


def _neighbour(point: Point, when: date) -> Point:
    month = when.month if point.precision != "year" else 0
    return point._replace(year=when.year, month=month, day=when.day if point.precision == "day" else 0)


# Showing


def _show_point(point: Point, names: tuple[str, ...]) -> str:
    return _hedge(point.approximate, point.uncertain) + _bare(point, names)


def _hedge(approximate: bool, uncertain: bool) -> str:
    return ("possibly " if uncertain else "") + ("around " if approximate else "")


def _bare(point: Point, names: tuple[str, ...], year: bool = True, month: bool = True) -> str:
    """Show a date without its qualifier, and without its year or month where the other end of a range has them."""
    tail = f" {point.year:04d}" if year else ""
    match point.precision:
        case "day":
            return f"{point.day}{f' {names[point.month - 1]}' if month else ''}{tail}"
        case "month":
            return f"{names[point.month - 1]}{tail}"
        case "season":
            return f"{SEASONS[point.month]}{tail}"
        case "year":
            return f"{point.year:04d}"
        case "decade":
            return f"the {point.year:04d}s"
        case _:
            return f"the {_ordinal(point.year // 100 + 1)} century"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _split_prefix(when: Edtf) -> tuple[str, Edtf]:
    """Take "around" or "possibly" off a bracket marked as a whole."""
    mark = when.text[-1]
    if when.shape == "within" and mark in "~?%":
        return _hedge(mark in "~%", mark in "?%"), parse(when.text[:-1])
    return "", when


def _show_interval(when: Edtf, names: tuple[str, ...]) -> str:
    start, end = when.start, when.end
    if start is None and end is not None:
        return f"until {_show_point(end, names)}"
    if end is None and start is not None:
        return f"from {_show_point(start, names)}"
    assert start is not None and end is not None
    if part := _part_of_decade(start, end):
        return f"{part} {start.year // 10 * 10:04d}s"
    left, right, tight = _pair(start, end, names)
    return f"{left}–{right}" if tight else f"{left} – {right}"


def _show_within(when: Edtf, names: tuple[str, ...]) -> str:
    start, end = when.start, when.end
    if start is None and end is not None:
        return f"by {_show_point(end, names)}"
    if end is None and start is not None:
        before = previous(start)
        return f"after {_show_point(before, names)}" if before else f"in or after {_show_point(start, names)}"
    assert start is not None and end is not None
    if part := _part_of_month(start, end):
        return f"{part} {names[start.month - 1]} {start.year:04d}"
    if part := _part_of_year(start, end):
        return f"{part} {start.year:04d}"
    if _is_week(start, end):
        return f"week of {_bare(start, names)}"
    left, right, _ = _pair(start, end, names)
    return f"between {left} and {right}"


def _pair(start: Point, end: Point, names: tuple[str, ...]) -> tuple[str, str, bool]:
    """The two ends of a range, the first without what the second repeats; and whether a plain dash joins them."""
    if start.qualifier or end.qualifier or start.precision != end.precision:
        return _show_point(start, names), _show_point(end, names), False
    same_year = start.year == end.year and start.precision in ("day", "month", "season")
    same_month = same_year and start.precision == "day" and start.month == end.month
    left = _bare(start, names, year=not same_year, month=not same_month)
    return left, _bare(end, names), " " not in left


def _plain(start: Point, end: Point, precision: Precision) -> bool:
    return start.precision == end.precision == precision and not (start.qualifier or end.qualifier)


def _part_of_month(start: Point, end: Point) -> str:
    if not _plain(start, end, "day") or (start.year, start.month) != (
        end.year,
        end.month,
    ):
        return ""
    if start.day == 21 and end.day == monthrange(end.year, end.month)[1]:
        return "late"
    return _PARTS_OF_MONTH.get((start.day, end.day), "")


def _part_of_year(start: Point, end: Point) -> str:
    if not _plain(start, end, "month") or start.year != end.year:
        return ""
    return _PARTS_OF_YEAR.get((start.month, end.month), "")


def _part_of_decade(start: Point, end: Point) -> str:
    if not _plain(start, end, "year") or start.year // 10 != end.year // 10:
        return ""
    return _PARTS_OF_DECADE.get((start.year % 10, end.year % 10), "")


def _is_week(start: Point, end: Point) -> bool:
    """Monday to Sunday."""
    return _plain(start, end, "day") and start.first.weekday() == 0 and (end.first - start.first).days == 6
