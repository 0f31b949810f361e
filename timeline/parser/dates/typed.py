"""What a person types into a date field: "March 2018", "27 March", "last week", "around 4 March 2019", "2018-03".

The same grammar reads it as reads articles; dateparser is asked only for the odd spellings that this leaves. A
date that cannot be is refused with a sentence that says why.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time
from functools import lru_cache

from timeline import edtf
from timeline.parser.dates.holidays import HOLIDAYS
from timeline.parser.dates.reader import find_dates
from timeline.parser.dates.tokens import MONTHS, WEEKDAYS, same_length

_LONGEST = 80
_WORD = re.compile(r"[^\W\d_]+")
_DAY_AND_MONTH = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)?[ ,]+(?:of )?([a-z]+)\.?(?:[ ,]+(\d{4}))?\b")
_MONTH_AND_DAY = re.compile(r"\b([a-z]+)\.?[ ,]+(?:the )?(\d{1,3})(?:st|nd|rd|th)?\b(?:[ ,]+(\d{4}))?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_CENTURY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century")
_HOLIDAY_WORDS = frozenset(word for name in HOLIDAYS for word in name.replace("-", " ").split()) - {"day", "of", "the"}
_OPENERS = ("", "in ", "on ")
"""A word put before what was typed, since "May" alone is read as a month only after one."""


def read_typed(words: str, today: date) -> str:
    """Return EDTF of typed words; relative ones count from `today`, and without a year the nearest day is meant.

    Raises ValueError with a sentence for the person who typed it.
    """
    typed = " ".join(same_length(words).split())
    if not typed:
        raise ValueError("Type a date, for example 27 March 2018, March 2018 or 2018-03-27.")
    if len(typed) > _LONGEST:
        raise ValueError("That is too long for a date; type for example 27 March 2018, March 2018 or 2018-03-27.")
    if typed[0] in "[.12" and (value := _as_edtf(typed)):
        return value
    lower = typed.lower()
    _refuse_impossible(typed, lower)
    value = _hedged(typed, lower, today) or _by_grammar(typed, today) or _by_parts(typed, lower, today)
    value = value or _by_dateparser(typed)
    if value is None:
        raise ValueError(f"“{words.strip()}” is no date we can read; try 27 March 2018, March 2018 or 2018-03-27.")
    return value


def _as_edtf(typed: str) -> str | None:
    try:
        return edtf.parse(typed).text
    except edtf.EdtfError:
        if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?[~?%]?|\[.*\]", typed):
            raise
        return None


def _refuse_impossible(typed: str, lower: str) -> None:
    """Raise ValueError for days that no month has, and for 4/3/2018, which means two different days."""
    for pattern, day_at, month_at in ((_DAY_AND_MONTH, 1, 2), (_MONTH_AND_DAY, 2, 1)):
        for found in pattern.finditer(lower):
            month, number = MONTHS.get(found[month_at], 0), int(found[day_at])
            if not month:
                continue
            year = int(found[3]) if found[3] else 0
            longest = monthrange(year, month)[1] if year else 29 if month == 2 else monthrange(2001, month)[1]
            if not 1 <= number <= longest:
                raise ValueError(f"{edtf.MONTHS[month - 1]}{f' {year}' if year else ''} has no day {number}.")
    slashed = _SLASHED.fullmatch(lower)
    if slashed and slashed[1] != slashed[2] and int(slashed[1]) <= 12 and int(slashed[2]) <= 12:
        one, other, year = int(slashed[1]), int(slashed[2]), slashed[3]
        raise ValueError(
            f"“{typed}” could be {one} {edtf.MONTHS[other - 1]} or {other} {edtf.MONTHS[one - 1]}; "
            f"write {one} {edtf.MONTHS[other - 1]} {year} or {year}-{other:02d}-{one:02d}."
        )


def _hedged(typed: str, lower: str, today: date) -> str | None:
    """ "Possibly 2018", "around March 2019" and "possibly around …"."""
    for word, mark in (("possibly ", "?"), ("perhaps ", "?"), ("around ", "~"), ("about ", "~"), ("circa ", "~")):
        if lower.startswith(word) and len(typed) > len(word):
            rest = _unhedged(typed[len(word) :], today)
            return _marked(rest, mark) if rest else None
    return None


def _unhedged(typed: str, today: date) -> str | None:
    try:
        return read_typed(typed, today)
    except ValueError:
        return None


def _marked(text: str, mark: str) -> str | None:
    """The date with a qualifier added; None for ranges that lasted, which can't bear one as a whole."""
    when = edtf.parse(text)
    if when.shape == "interval":
        return None
    last = text[-1] if text[-1] in "~?%" else ""
    both = last if last in ("", mark) else "%"
    return edtf.parse(f"{text[: len(text) - len(last)]}{both or mark}").text


def _by_grammar(typed: str, today: date) -> str | None:
    """What the grammar of articles makes of it, if it takes every word."""
    proper = _WORD.sub(_with_capital, typed)
    for opener in _OPENERS:
        text = opener + proper
        found = find_dates(text, today)
        lead = len(opener) + (len("the ") if proper.startswith("the ") else 0)
        if len(found) == 1 and found[0].start <= lead and found[0].end >= len(text.rstrip(" .")):
            return found[0].edtf
    return None


def _with_capital(found: re.Match[str]) -> str:
    word = found[0].lower()
    known = word in MONTHS or word in WEEKDAYS or word in _HOLIDAY_WORDS
    return word.capitalize() if known else word


def _by_parts(typed: str, lower: str, today: date) -> str | None:
    """Forms in which dates are shown but no article writes them: "from March 2018", "2018 – March 2019"."""
    century = _CENTURY.fullmatch(lower)
    if century and 1 <= int(century[1]) <= 100:
        return f"{int(century[1]) - 1:02d}XX"
    for word, pattern in _OPEN_FORMS:
        if lower.startswith(word) and (rest := _unhedged(typed[len(word) :], today)):
            return _range(pattern, rest, rest)
    between = re.fullmatch(r"between (.+?) and (.+)", typed, re.IGNORECASE)
    for pattern, sides in (("[{0}..{1}]", between and between.groups()), ("{0}/{1}", typed.split(" – "))):
        if sides and len(sides) == 2:
            first, last = (_unhedged(side, today) for side in sides)
            if first and last:
                return _range(pattern, first, last)
    return None


_OPEN_FORMS = (
    ("from ", "{0}/.."),
    ("since ", "{0}/.."),
    ("until ", "../{0}"),
    ("by ", "[..{0}]"),
    ("in or after ", "[{0}..]"),
)


def _range(pattern: str, first: str, last: str) -> str | None:
    try:
        return edtf.parse(pattern.format(first, last)).text
    except edtf.EdtfError:
        return None


@lru_cache(maxsize=512)
def _by_dateparser(typed: str) -> str | None:
    """A full date in a spelling that our grammar doesn't know; one without day, month or year would be a guess."""
    if not any(letter.isdigit() for letter in typed):
        return None
    import dateparser  # half a second to load, and seldom needed

    found = dateparser.parse(
        typed,
        languages=["en"],
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": datetime.combine(date(2000, 1, 1), time()),
            "PARSERS": ["absolute-time"],
        },
    )
    return edtf.day(found.date()) if found else None
