"""What time words mean before they are placed on a calendar, and how they are placed.

A `Moment` is what the grammar makes of time words: a date with its year, something that recurs every year ("4 March",
"spring", "Easter") or every week ("Tuesday"), a distance from a day ("last month", "three days later"), or a
combination of these. `place` puts a moment on the calendar, given the day of publication, the tense of the words
around it and the dates already told. All results are EDTF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from timeline import edtf

EITHER = 2
"""A direction that the words leave open: the nearest is meant."""

_ONGOING = timedelta(days=31)
"""How long ago a range of days that lies ahead may have begun."""

FromDay = Callable[[date], str | None]
FromYear = Callable[[int], str | None]
Combine = Callable[..., str | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """Time words, understood but not yet placed."""

    kind: str
    """Token class for the next layer: day, weekday, month, year, decade, season, span or range."""
    rule: str
    """Key of CONVENTIONS."""
    edtf: str = ""
    """The date, where it is known from the words alone."""
    in_year: FromYear | None = None
    """For what recurs every year: the date in a given year."""
    year: Moment | None = None
    """The year said with it, for what recurs every year."""
    known_year: int = 0
    """For what recurs every year: the year by which such a day is known, once it has come ("the October 7 attack")."""
    weekday: int | None = None
    """0 (Monday) to 6. With `in_year`, the weekday said beside the date, which helps to find the year."""
    week: Moment | None = None
    """The week said with a weekday."""
    from_day: FromDay | None = None
    """For what counts from a day."""
    base: Literal["published", "told", "told-any", "told-last", "event"] = "published"
    """Which day it counts from: that of publication, the last day told before, the beginning of the last date of any
    sort told before ("the previous year"), the last date if that is a day ("by that time"), or the day of `event`."""
    event: str = ""
    """For "two days before the summit": the word for the happening counted from."""
    parts: tuple[Moment, ...] = ()
    """For combinations: what they consist of."""
    combine: Combine | None = None
    """Makes EDTF of the parts' EDTF."""
    named: int | None = None
    """Which part is the date that the words name, for "since 2015" and the like."""
    side: Literal[-1, 0, 1] = 0
    """-1 for last, 1 for next, strictly; 0 where the tense decides."""
    lean: Literal[-1, 0, 1] = 0
    """Side that the words themselves suggest, inclusive, before any tense ("until Friday")."""
    vague: bool = False
    """Has no value on a calendar."""
    ahead_only: bool = False
    """A date only where what is told lies ahead ("in two weeks"), else a duration."""
    in_past: Moment | None = None
    """What the words mean where what is told is past ("the next year")."""
    or_published: bool = False
    """Counts from the day of publication where no day has been told before."""
    clock: bool = False
    """Falls on a day of its own, so what follows may count from it."""
    part: str = ""
    """early, mid, late, begin or end, where the words name a part."""
    extra: tuple[tuple[int, int, Moment], ...] = ()
    """Further dates in the same words ("May 3, 5 and 9"): where their words are, and each date."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the words stand."""

    published: date | None
    direction: Callable[[], int]
    """What the tense of the words around says: -1 past, 1 ahead, 0 nothing, 2 (EITHER) that it may lie on either side;
    asked only where it matters."""
    told: date | None = None
    """The last day told before."""
    told_any: date | None = None
    """First day of the last date told before, a day or not."""
    told_last: date | None = None
    """The last date told before, if it is a day, even one that only ends a range ("by 10 June")."""
    year_told: int | None = None
    """Year that governs dates without one here ("In 2003, …, on 4 March …")."""
    event_day: Callable[[str], date | None] = lambda _: None
    """Day of a happening told of elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment on the calendar."""

    edtf: str | None
    relative: bool = False
    anchored: bool = False
    named: str | None = None


NOWHERE = Placed(None)


def place(moment: Moment, situation: Situation) -> Placed:
    """Put a moment on the calendar. Dates outside the years 0001 to 9999 and days that don't exist give no value."""
    try:
        return _place(moment, situation)
    except (OverflowError, ValueError):
        return NOWHERE


def _place(moment: Moment, situation: Situation, direction: int | None = None) -> Placed:
    if moment.vague:
        return Placed(None, relative=moment.rule == "vague")
    if moment.in_past and situation.told_any and situation.direction() < 0:
        moment = moment.in_past
    if moment.edtf:
        return Placed(edtf.parse(moment.edtf).text)
    if moment.parts:
        return _combined(moment, situation)
    if moment.from_day:
        return _counted(moment, situation)
    if moment.in_year:
        return _yearly(moment, situation, direction)
    if moment.weekday is not None:
        return _weekly(moment, situation, direction)
    return NOWHERE


def _combined(moment: Moment, situation: Situation) -> Placed:
    assert moment.combine is not None
    lean = moment.lean
    if lean:
        said = situation.direction
        situation = replace(situation, direction=lambda: lean or said())
    first = _ongoing(moment, situation) or _place(moment.parts[0], situation)
    placed = [first, *(_after(other, first, situation) for other in moment.parts[1:])]
    if len(placed) > 1 and _is_loose(moment.parts[0]) and not _is_loose(moment.parts[1]):
        placed[0] = _up_to(moment.parts[0], placed[1], situation)
    relative, anchored = any(one.relative for one in placed), any(one.anchored for one in placed)
    if any(one.edtf is None for one in placed):
        return Placed(None, relative, anchored)
    value = moment.combine(*(one.edtf for one in placed))
    named = placed[moment.named].edtf if moment.named is not None else None
    return Placed(edtf.parse(value).text if value else None, relative, anchored, named)


def _ongoing(moment: Moment, situation: Situation) -> Placed | None:
    """Where a range of days without year lies ahead and its end is nearer than its beginning: the beginning, just past.

    "She will tour Asia from May 31 to June 6" may be told on 1 June.
    """
    if len(moment.parts) != 2 or not all(_is_loose(part) and part.kind == "day" for part in moment.parts):
        return None
    published = situation.published
    if published is None or situation.year_told is not None or situation.direction() != 1:
        return None
    begin = _up_to(moment.parts[0], _place(moment.parts[1], situation), situation)
    first = edtf.parse(begin.edtf).earliest if begin.edtf else None
    return begin if first and timedelta() < published - first <= _ONGOING else None


def _is_loose(moment: Moment) -> bool:
    """Whether year or week isn't said, so that another date may give it."""
    recurs = (moment.in_year and not moment.year) or (moment.weekday is not None and not moment.week)
    return bool(recurs) and not moment.side and not moment.parts


def _up_to(moment: Moment, last: Placed, situation: Situation) -> Placed:
    """Place the beginning of a range whose end alone has its year: the last one before the end."""
    end = edtf.parse(last.edtf).earliest if last.edtf else None
    if end is None:
        return last
    before = replace(situation, published=end, year_told=None)
    return replace(_place(moment, before, -1), relative=last.relative, anchored=last.anchored)


def _after(moment: Moment, first: Placed, situation: Situation) -> Placed:
    """Place the end of a range: where its year or week isn't said, the first one after the beginning."""
    begin = edtf.parse(first.edtf).earliest if first.edtf else None
    if begin is None or not _is_loose(moment):
        return _place(moment, situation)
    after = replace(situation, published=begin, year_told=None)
    return replace(_place(moment, after, 1), relative=first.relative, anchored=first.anchored)


def _counted(moment: Moment, situation: Situation) -> Placed:
    assert moment.from_day is not None
    if moment.base == "published":
        base, relative, anchored = situation.published, True, False
    elif moment.base == "event":
        base, relative, anchored = situation.event_day(moment.event), False, True
    else:
        told = {"told": situation.told, "told-any": situation.told_any}.get(moment.base, situation.told_last)
        lost = told is None and moment.or_published
        base, relative, anchored = (situation.published, True, False) if lost else (told, False, True)
    value = moment.from_day(base) if base else None
    return Placed(edtf.parse(value).text if value else None, relative, anchored)


def _yearly(moment: Moment, situation: Situation, direction: int | None) -> Placed:
    assert moment.in_year is not None
    if moment.year:
        year = _place(moment.year, situation)
        first = edtf.parse(year.edtf).earliest if year.edtf else None
        value = moment.in_year(first.year) if first else None
        return Placed(_checked(value), year.relative, year.anchored)
    if situation.year_told is not None and not moment.side:
        value = moment.in_year(situation.year_told)
        return Placed(_checked(value), relative=False, anchored=True)
    published = situation.published
    known = moment.in_year(moment.known_year) if moment.known_year else None
    if known and (published is None or known <= edtf.day(published)):
        return Placed(known)
    if published is None:
        return Placed(None, relative=True)
    choices = _years_around(moment, published)
    side = moment.side
    if side:
        beyond = [(value, gap) for value, gap in choices if gap * side > 0]
        return Placed(min(beyond, key=lambda one: abs(one[1]))[0] if beyond else None, relative=True)
    toward = direction if direction is not None else situation.direction()
    fitting = [(value, gap) for value, gap in choices if toward == EITHER or gap * toward >= 0] or choices
    return Placed(min(fitting, key=lambda one: abs(one[1]))[0] if fitting else None, relative=True)


def _years_around(moment: Moment, published: date) -> list[tuple[str, int]]:
    """The date in the years around that of publication, each with its days from there; 0 where it lies within."""
    assert moment.in_year is not None
    reach = 8 if moment.weekday is not None else 2
    found: list[tuple[str, int]] = []
    for year in range(published.year - reach, published.year + reach + 1):
        value = _checked(moment.in_year(year)) if 1 <= year <= 9999 else None
        if value is None:
            continue
        first, last = edtf.bounds(value)
        if first and last:
            gap = (first - published).days if first > published else min((last - published).days, 0)
            found.append((value, gap))
    if moment.weekday is not None:
        same = [one for one in found if (edtf.bounds(one[0])[0] or published).weekday() == moment.weekday]
        near = [one for one in found if abs(one[1]) <= 366]
        return same or near
    return found


def _checked(value: str | None) -> str | None:
    """The value, or None where there is no such day (29 February)."""
    try:
        return edtf.parse(value).text if value else None
    except edtf.EdtfError:
        return None


def _weekly(moment: Moment, situation: Situation, direction: int | None) -> Placed:
    assert moment.weekday is not None
    if moment.week:
        week = _place(moment.week, situation)
        first = edtf.parse(week.edtf).earliest if week.edtf else None
        if first is None:
            return Placed(None, week.relative, week.anchored)
        monday = first - timedelta(days=first.weekday())
        return Placed(edtf.day(monday + timedelta(days=moment.weekday)), week.relative, week.anchored)
    published = situation.published
    if published is None:
        return Placed(None, relative=True)
    toward = moment.side or (direction if direction is not None else situation.direction()) or -1
    ahead = (moment.weekday - published.weekday()) % 7
    behind = (published.weekday() - moment.weekday) % 7
    if toward == EITHER:
        days = ahead if ahead < behind else -behind
    elif toward > 0:
        days = ahead or (7 if moment.side else 0)
    else:
        days = -(behind or (7 if moment.side else 0))
    return Placed(edtf.day(published + timedelta(days=days)), relative=True)


# Calendar arithmetic


def shift(when: date, unit: str, number: int) -> date:
    """The day so many days, weeks, months, years on; the month's last day where there is no such day.

    Raises OverflowError or ValueError beyond the years 0001 to 9999.
    """
    if unit in ("day", "week", "fortnight"):
        return when + timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("beyond the calendar")
    for day in range(when.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(when.day, 28))


def unit_around(when: date, unit: str) -> str:
    """EDTF of the day, week (Monday to Sunday), weekend, month, quarter, year, decade or century that a day lies in."""
    match unit:
        case "day":
            return edtf.day(when)
        case "week" | "fortnight":
            monday = when - timedelta(days=when.weekday())
            return edtf.within(monday, monday + timedelta(days=6))
        case "weekend":
            saturday = when + timedelta(days=5 - when.weekday())
            return edtf.within(saturday, saturday + timedelta(days=1))
        case "month":
            return f"{when.year:04d}-{when.month:02d}"
        case "quarter":
            return quarter(when.year, (when.month + 2) // 3)
        case "year":
            return f"{when.year:04d}"
        case "decade":
            return f"{when.year // 10:03d}X"
        case _:
            return f"{when.year // 100:02d}XX"


def units_on(when: date, unit: str, number: int) -> str:
    """EDTF of the calendar unit so many units on from the one a day lies in."""
    if unit == "weekend":
        return unit_around(when + timedelta(days=7 * number), "weekend")
    if unit in ("month", "quarter", "year", "decade", "century"):
        return unit_around(shift(when.replace(day=1), unit, number), unit)
    return unit_around(shift(when, unit, number), unit)


def quarter(year: int, number: int) -> str:
    """EDTF of one day in a quarter, 1 to 4."""
    return f"[{year:04d}-{number * 3 - 2:02d}..{year:04d}-{number * 3:02d}]"


def half(year: int, number: int) -> str:
    """EDTF of one day in a half year, 1 or 2."""
    return f"[{year:04d}-{number * 6 - 5:02d}..{year:04d}-{number * 6:02d}]"


def part_of(text: str, part: str) -> str | None:
    """EDTF of the early, mid or late part of a month, season, year, decade, century or week; None of anything else.

    Thirds, by the table of conventions: days 1–10, 11–20 and the rest of a month; four months of a year; the first
    four, the next three and the last three years of a decade; a month of a season.
    """
    when = edtf.parse(text)
    number = {"early": 0, "mid": 1, "late": 2}[part]
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return None
    match when.precision:
        case "month":
            begin = first.replace(day=(1, 11, 21)[number])
            return edtf.within(begin, last if number == 2 else first.replace(day=(10, 20)[number]))
        case "year":
            begin_month = number * 4 + 1
            return f"[{first.year:04d}-{begin_month:02d}..{first.year:04d}-{begin_month + 3:02d}]"
        case "decade":
            start = when.start.year if when.start else first.year
            a, b = ((0, 3), (4, 6), (7, 9))[number]
            return f"{max(start + a, 1):04d}/{start + b:04d}"
        case "century":
            start = when.start.year if when.start else first.year
            a, b = ((0, 33), (34, 66), (67, 99))[number]
            return f"{max(start + a, 1):04d}/{start + b:04d}"
        case "season":
            return unit_around(shift(first, "month", number), "month")
        case "range" if (last - first).days == 6:
            a, b = ((0, 2), (1, 3), (3, 6))[number]
            return edtf.within(first + timedelta(days=a), first + timedelta(days=b))
    return None


def week_of_unit(text: str, number: int) -> str | None:
    """EDTF of the n-th week of a month or year (-1 the last); a week belongs where its Thursday lies (ISO 8601)."""
    first, last = edtf.bounds(text)
    if first is None or last is None:
        return None
    if number > 0:
        thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 7 * (number - 1))
    else:
        thursday = last - timedelta(days=(last.weekday() - 3) % 7)
    if not first <= thursday <= last:
        return None
    return unit_around(thursday, "week")


def weekday_of_unit(text: str, weekday: int, number: int) -> str | None:
    """EDTF of the n-th such weekday of a month or year (-1 the last); None where there is none."""
    first, last = edtf.bounds(text)
    if first is None or last is None:
        return None
    if number > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    return edtf.day(day) if first <= day <= last else None
