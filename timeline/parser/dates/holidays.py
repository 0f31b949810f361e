"""Days of the main calendars that a text may name instead of giving a date.

Everything is worked out for a year by the calendars' own arithmetic, or looked up in `vocabulary/time.toml` where
there is none simple enough (the Chinese year).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from timeline import edtf
from timeline.parser.dates.tokens import TIME

HebrewOrIslamic = tuple[int, int]
_RULES = TIME["holidays"]
_ISLAMIC_EPOCH = 227014
"""Day number (1 January 0001 is 1) of the day before the Islamic calendar began, by the civil reckoning."""
_HEBREW_EPOCH = -1373427


def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (19 * golden + century - leap_centuries - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    leaps, rest_of_four = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - moon - rest_of_four) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def hebrew(year: int, month: int, day: int) -> date | None:
    """The day of a Hebrew month (Nisan is 1) that falls in a Gregorian year; None where none does."""
    for hebrew_year in (year + 3760, year + 3761):
        found = date.fromordinal(_hebrew_ordinal(hebrew_year, month, day))
        if found.year == year:
            return found
    return None


def _new_year(year: int) -> int:
    """Days from the Hebrew epoch to 1 Tishri, with the postponements."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = months * 29 + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _delay(year: int) -> int:
    before, this, after = _new_year(year - 1), _new_year(year), _new_year(year + 1)
    if after - this == 356:
        return 2
    return 1 if this - before == 382 else 0


def _hebrew_ordinal(year: int, month: int, day: int) -> int:
    first = _HEBREW_EPOCH + _new_year(year) + _delay(year)
    length = _HEBREW_EPOCH + _new_year(year + 1) + _delay(year + 1) - first
    leap = (7 * year + 1) % 19 < 7
    lengths = [30, 30 if length in (355, 385) else 29, 29 if length in (353, 383) else 30, 29, 30]
    lengths += [30, 29] if leap else [29]
    lengths += [30, 29, 30, 29, 30, 29]
    position = month - 7 if month >= 7 else len(lengths) - 7 + month
    return first + sum(lengths[:position]) + day - 1


def islamic(year: int, month: int, day: int) -> date | None:
    """The first day of the tabular Islamic calendar so named that falls in a Gregorian year; None where none does."""
    islamic_year = (year - 622) * 33 // 32
    for candidate in range(islamic_year - 1, islamic_year + 3):
        months = 29 * (month - 1) + month // 2
        ordinal = _ISLAMIC_EPOCH + (candidate - 1) * 354 + (3 + 11 * candidate) // 30 + months + day
        if ordinal > 0 and (found := date.fromordinal(ordinal)).year == year:
            return found
    return None


def _day(when: date | None, approximate: bool = False) -> str | None:
    return edtf.day(when) + ("~" if approximate else "") if when else None


def _lunar(year: int) -> str | None:
    number = year - _RULES["lunar"]["first_year"]
    days = _RULES["lunar"]["days"]
    return f"{year:04d}-{days[number]}" if 0 <= number < len(days) else None


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> str:
    if number > 0:
        first = date(year, month, 1)
        return edtf.day(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1)))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return edtf.day(last - timedelta(days=(last.weekday() - weekday) % 7))


def _islamic_month(year: int, month: int) -> str | None:
    first = islamic(year, month, 1)
    return f"[{_day(first)}..{_day(first + timedelta(days=29))}]~" if first else None


def _collect() -> dict[str, Callable[[int], str | None]]:
    rules: dict[str, Callable[[int], str | None]] = {}
    for name, (month, day) in _RULES["fixed"].items():
        rules[name] = lambda year, month=month, day=day: f"{year:04d}-{month:02d}-{day:02d}"
    for name, days in _RULES["easter"].items():
        rules[name] = lambda year, days=days: _day(western_easter(year) + timedelta(days=days))
    for name, days in _RULES["orthodox"].items():
        rules[name] = lambda year, days=days: _day(orthodox_easter(year) + timedelta(days=days))
    for name, (month, weekday, number) in _RULES["nth_weekday"].items():
        rules[name] = lambda year, rule=(month, weekday, number): _nth_weekday(year, *rule)
    for name, (month, day) in _RULES["hebrew"].items():
        rules[name] = lambda year, month=month, day=day: _day(hebrew(year, month, day))
    for name, (month, day) in _RULES["islamic"].items():
        rules[name] = lambda year, month=month, day=day: _day(islamic(year, month, day), approximate=True)
    for name, month in _RULES["islamic_month"].items():
        rules[name] = lambda year, month=month: _islamic_month(year, month)
    for name, (month, day) in _RULES["solar_hijri"].items():
        rules[name] = lambda year, month=month, day=day: f"{year:04d}-{month:02d}-{day:02d}~"
    for name in _RULES["lunar"]["names"]:
        rules[name] = _lunar
    return rules


HOLIDAYS = _collect()
"""Name in lower case -> EDTF in a given year, or None where it is not known."""
