"""The first layer of the grammar: dates that say which day, month, season, year or decade they are.

Each rule has its patterns, with an example of what they are for, and a reader that makes a `Moment` of what they
match, or refuses with None because the words are no date after all ("March 12 soldiers", "Theresa May", "2000 people").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from timeline import edtf
from timeline.parser.dates.holidays import HOLIDAYS
from timeline.parser.dates.moments import Moment, half, quarter, shift
from timeline.parser.dates.patterns import Layer, Match, day_number, month_number, weekday_number
from timeline.parser.dates.tokens import DECADES, SEASONS, TIME

ATOMS = Layer()

PAST_WORDS = frozenset(TIME["classes"]["last"])
COMMON_WORDS = frozenset({"may", "march", "august", "april", "june", "mar"})
"""Months that are also names of people or plain words: alone they need a word before them that asks for a time."""
_LICENCE = TIME["licence"]
MONTH_ASKED_SURELY = frozenset(_LICENCE["month_surely"])
MONTH_ASKED = frozenset(_LICENCE["month"]) | MONTH_ASKED_SURELY
YEAR_ASKED = frozenset(_LICENCE["year"])
_HOLIDAY_ASKED = frozenset(_LICENCE["holiday"])
_DASHES = "-–—"
_YEARS_TAKEN = range(1900, 2100)
"""Numbers taken for years wherever nothing speaks against it; others only after a word that asks for a time."""
_OUR_CENTURY = 21
"""Ours is no date: "the challenges of the 21st century"."""
_KNOWN_DAYS = {(known["month"], known["day"]): known["year"] for known in TIME["known_days"]["days"]}
_REMEMBERED = frozenset(TIME["known_days"]["followed_by"])
"""Days by which a happening is known for good: "the October 7 attack"."""
_PIVOT = 30
"""'29 is 2029, '30 is 1930."""


# Days


def day_month(month: int, day: int, year: Moment | None = None, weekday: int | None = None) -> Moment | None:
    """A day of a month, in a year if it is known; None where no month has so many days."""
    if not 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    return Moment(
        "day",
        "day" if year else "day-month",
        in_year=lambda y: f"{y:04d}-{month:02d}-{day:02d}",
        year=year,
        weekday=weekday,
        clock=True,
    )


def year_moment(words: str) -> Moment:
    """A year written in digits: "2019", "'82"."""
    number = int(words.strip("'"))
    if len(words) < 4:
        number += 1900 if number >= _PIVOT else 2000
    return Moment("year", "year", edtf=f"{number:04d}")


@lru_cache(maxsize=4096)
def _day_text(year: int, month: int, day: int) -> str:
    """EDTF of the day, empty where there is no such day."""
    try:
        return edtf.day(date(year, month, day))
    except ValueError:
        return ""


IMPOSSIBLE = Moment("range", "impossible", vague=True)
"""A day that does not exist: taken as a date, so that no part of it is read as another, and given no value."""


def _counts_something(match: Match) -> bool:
    """Whether the number at the end counts what follows: "March 12 soldiers"."""
    return match.code_after("counted") and not match.code_after("unit")


@ATOMS.rule(
    "(?:WEEKDAY ,? the?)? {month:MONTH} ,? the? {day:DAY} ,? of? {year:YEAR}",  # Tuesday, March 4th, 2019
    "(?:WEEKDAY ,?)? the? {day:DAY} <dash>? of? {month:MONTH} <dash>? ,? of? {year:YEAR}",  # the 4th of March 2019
    "{day:<day_number>} <slash> {month:MONTH} <slash> {year:<year_number>}",  # 4/Mar/2019
    "{month:MONTH} <dash> {day:<day_number>} <dash> {year:<year_number>}",  # Mar-4-2019
    "{year:<year_number>} (?:<dash>|<slash>) {month:MONTH} (?:<dash>|<slash>) {day:<day_number>}",  # 2019-Mar-4
)
def full_date(match: Match) -> Moment | None:
    year = year_moment(match.word("year")).edtf
    text = _day_text(int(year), month_number(match.text("month")), day_number(match.word("day")))
    if _counts_something(match):
        return None
    return Moment("day", "day", edtf=text, clock=True) if text else IMPOSSIBLE


@ATOMS.rule("<iso>")  # 2019-03-04
def iso(match: Match) -> Moment | None:
    text = _day_text(*(int(part) for part in match.whole().split("-")))
    return Moment("day", "day", edtf=text, clock=True) if text else IMPOSSIBLE


@ATOMS.rule("<slashed>", "<dotted>")  # 3/27/2019, 27/3/2019, 2019/03/27, 27.3.2019
def numeric(match: Match) -> Moment | None:
    """Month first with slashes, unless that is no month; day first with full stops."""
    written = match.whole()
    parts = re.split(r"[./]", written)
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        text = _day_text(first, second, third)
    elif len(parts[2]) in (2, 4):
        third = int(year_moment(parts[2]).edtf)
        day_first = "." in written or first > 12
        text = _day_text(third, second, first) if day_first else _day_text(third, first, second)
    else:
        return None
    return Moment("day", "numeric", edtf=text, clock=True) if text else IMPOSSIBLE


# Days of one month, together


def lasted_from_to(first: str, last: str) -> str | None:
    """EDTF of what lasted from the beginning of one date to the end of another; None if that runs backwards."""
    begin, end = edtf.parse(first).start, edtf.parse(last).end
    return _range(f"{begin.text if begin else '..'}/{end.text if end else '..'}")


def one_within(first: str, last: str) -> str | None:
    """EDTF of one day from the beginning of one date to the end of another; None if that runs backwards."""
    begin, end = edtf.parse(first).start, edtf.parse(last).end
    return _range(f"[{begin.text if begin else ''}..{end.text if end else ''}]")


def _range(text: str) -> str | None:
    try:
        return edtf.parse(text).text
    except edtf.EdtfError:
        return None


_TWO_DAYS = "{first:DAY} (?:{and:and}|TO) the? {last:DAY}"
_BETWEEN_DAYS = "{between:between} the? {first:DAY} and the? {last:DAY}"
_BETWEEN_OF_MONTH = "{between:between} {month:MONTH} the? {first:DAY} and the? {last:DAY}"
_THEN_YEAR = "(?:,? {year:<year_number>})"


@ATOMS.rule(
    f"from? (?:WEEKDAY ,?)? {{month:MONTH}} the? {_TWO_DAYS} {_THEN_YEAR}?",  # February 27-28, 2019
    f"{_BETWEEN_OF_MONTH} {_THEN_YEAR}?",  # between March 3 and 5
    f"from? the? {_TWO_DAYS} <dash>? of? {{month:MONTH}} {_THEN_YEAR}?",  # the 25th to 28th of March
    f"{_BETWEEN_DAYS} of? {{month:MONTH}} {_THEN_YEAR}?",
)
def days(match: Match) -> Moment | None:
    """Two days of one month: a range, or two that follow on each other."""
    year = year_moment(match.word("year")) if match.has("year") else None
    first, last = day_number(match.word("first")), day_number(match.word("last"))
    month = month_number(match.text("month"))
    begin, end = day_month(month, first, year), day_month(month, last, year)
    if begin is None or end is None or first >= last:
        return None
    if _counts_something(match) and match.has("and") and not match.ends_with("month") and not year:
        return None  # March 4 and 5 soldiers
    if match.has("and") and last != first + 1:
        return None  # the rule for lists reads them
    if match.has("between"):
        return Moment("range", "between", parts=(begin, end), combine=one_within, clock=True)
    return Moment("range", "range", parts=(begin, end), combine=lasted_from_to, clock=True)


_LISTED = "{days:DAY (?:, DAY)? (?:, DAY)? (?:, DAY)? ,? (?:and|or) DAY}"


@ATOMS.rule(
    f"{{month:MONTH}} {_LISTED} {_THEN_YEAR}?",  # May 3, 5 and 9, 2018
    f"{_LISTED} of? {{month:MONTH}} {_THEN_YEAR}?",  # 3, 5 and 9 May
)
def list_of_days(match: Match) -> Moment | None:
    """Several days of one month: a range if they follow on each other, else dates of their own."""
    year = year_moment(match.word("year")) if match.has("year") else None
    month, listed = month_number(match.text("month")), match.text("days")
    places = list(re.finditer(r"\d+(?:st|nd|rd|th)?", listed, re.IGNORECASE))
    numbers = [day_number(place[0].lower()) for place in places]
    moments = [day_month(month, number, year) for number in numbers]
    if len(numbers) < 2 or None in moments or sorted(set(numbers)) != numbers:
        return None
    if _counts_something(match) and not year:
        return None
    first, last = moments[0], moments[-1]
    assert first is not None and last is not None
    if numbers == list(range(numbers[0], numbers[-1] + 1)) and " or " not in listed:
        return Moment("range", "range", parts=(first, last), combine=lasted_from_to, clock=True)
    begin = match.start_of("days")
    extra = [
        (begin + place.start(), begin + place.end(), one) for place, one in zip(places, moments, strict=True) if one
    ]
    return replace(first, extra=tuple(extra[1:]))


@ATOMS.rule(
    "(?:{weekday:WEEKDAY} ,? the?)? {month:MONTH} the? {day:DAY}",  # Tuesday, March 4
    "(?:{weekday:WEEKDAY} ,? the?)? {month:MONTH} , {day:<nth>}",  # October, 1st
    "(?:{weekday:WEEKDAY} ,?)? the? {day:DAY} <dash>? {of:of}? {month:MONTH}",  # Tuesday the 4th of March
)
def day_of_month(match: Match) -> Moment | None:
    month, words = month_number(match.text("month")), match.word("day")
    if match.code_after("percent") or match.code_after("amount") or match.glued_before_by("money"):
        return None
    if not words[0].isdigit() and not _ordinal_word_is_day(match):
        return None
    if words.isdigit() and not match.has("weekday") and _counts_something(match) and not match.ends_with("month"):
        return None  # in March 12 soldiers died
    if match.written_after()[:1].isupper() and match.after() in _LICENCE["name_after_day"]:
        return None
    if match.before() == "this" and not match.ends_with("month"):
        year = Moment("year", "calendar-unit", from_day=lambda base: f"{base.year:04d}")
        return day_month(month, day_number(words), year)  # this July 9
    weekday = weekday_number(match.word("weekday")) if match.has("weekday") else None
    moment, known = day_month(month, day_number(words), weekday=weekday), _KNOWN_DAYS.get((month, day_number(words)))
    if moment and known and {match.after(), match.after(2)} & _REMEMBERED:
        return replace(moment, rule="known-day", known_year=known)
    return moment


def _ordinal_word_is_day(match: Match) -> bool:
    """ "March the fourth", "the fourth of March" and "March fourth" are days; "the first March meeting" is none."""
    if match.ends_with("month"):
        return match.has("of")
    return match.before() in ("on", "of", "until", "from", "to", "by", "since", "the", ",", "") or match.has("weekday")


@ATOMS.rule(
    "{weekday:WEEKDAY} ,? the {day:(?:<nth>|<nth_word>)} (?!of)", "{weekday:WEEKDAY} ,? {day:(?:<nth>|<day_number>)}"
)
def weekday_and_day(match: Match) -> Moment | None:
    """Tuesday the 11th: the month is the nearest in which the two agree."""
    weekday, words = weekday_number(match.word("weekday")), match.word("day")
    day = day_number(words)
    if words.isdigit() and match.written_after()[:1] not in ("", ".", ",", ";", ")", "\n", "!", "?"):
        return None  # on Tuesday 12 soldiers
    if words.isalpha() and match.written_after()[:1].isalpha() and match.after() not in _LICENCE["after_day"]:
        return None  # on Tuesday, the second plane

    def nearest(base: date) -> str | None:
        for months in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
            month = shift(base.replace(day=1), "month", months)
            text = _day_text(month.year, month.month, day)
            if text and date(month.year, month.month, day).weekday() == weekday:
                return text
        return None

    return Moment("day", "day-of-month", from_day=nearest, clock=True)


@ATOMS.rule("{on:on|until|by|from} the {day:<nth>} (?:of (?:the|this|{next:next}|{last:last}) {month:month})?")
def day_alone(match: Match) -> Moment | None:
    """On the 27th: of this month or the nearest; "on the 27th of next month"."""
    day, follower = day_number(match.word("day")), match.written_after()
    if not match.has("month") and follower[:1].isalpha() and follower.lower() not in _LICENCE["after_day"]:
        return None  # on the 27th floor
    if not match.has("month") and match.code_after("dash"):
        return None
    offsets = (1,) if match.has("next") else (-1,) if match.has("last") else (0,) if match.has("month") else (-1, 0, 1)

    def nearest(base: date) -> str | None:
        months = (shift(base.replace(day=1), "month", offset) for offset in offsets)
        texts = [text for month in months if (text := _day_text(month.year, month.month, day))]
        return min(texts, key=lambda text: abs(date.fromisoformat(text) - base)) if texts else None

    return Moment("day", "day-of-month", from_day=nearest, clock=True)


# Months


@ATOMS.rule(
    "{month:MONTH} ,? of? {year:YEAR}",
    "{month:MONTH} (?:<slash>|<dash>) {year:<year_number>}",
    "{year:<year_number>} {month:MONTH} (?!<day_number>|<nth>)",
)  # March 2018
def month_of_year(match: Match) -> Moment | None:
    if _counts_something(match):
        return None
    year, month = year_moment(match.word("year")), month_number(match.text("month"))
    return Moment("month", "month", edtf=f"{year.edtf}-{month:02d}")


@ATOMS.rule("{which:<last>|<next>|this} {also:<last>|<next>}? {month:MONTH} (?!<day_number>|<nth>|<year_number>)")
def named_month(match: Match) -> Moment | None:
    """Last September, next March, this May."""
    if match.word("which") == "following" and match.before() != "the":
        return None  # following April's vote
    month, side = month_number(match.text("month")), side_of(match)
    if not side:
        return Moment("month", "named-unit", from_day=lambda base: f"{base.year:04d}-{month:02d}")
    return Moment("month", "named-unit", in_year=lambda y: f"{y:04d}-{month:02d}", side=side)


def side_of(match: Match) -> int:
    """-1 for last, past, previous; 0 for this; 1 for next, coming, following; of the parts `which` and `also`."""
    words = {match.word("which"), match.word("also")}
    return -1 if words & PAST_WORDS else 0 if words <= {"this", ""} else 1


@ATOMS.rule("{month:MONTH}")
def month_alone(match: Match) -> Moment | None:
    written, before = match.text("month"), match.before()
    word = written.strip(" .").lower()
    month = month_number(written)
    if match.code_after("day_number") and match.after(2) in _LICENCE["name_after_day"]:
        return None  # the March 23 Movement
    if match.after() in _LICENCE["joining_months"] and match.code_after("month", 2):
        pass  # March to May, Jan-Feb
    elif word in COMMON_WORDS or len(word) <= 3:
        if not _common_word_is_month(word, written, before, match):
            return None
    elif before not in MONTH_ASKED and match.written_before()[:1].isupper() and match.written_after()[:1].isupper():
        return None  # part of a longer name
    return Moment("month", "month-alone", in_year=lambda y: f"{y:04d}-{month:02d}")


def _common_word_is_month(word: str, written: str, before: str, match: Match) -> bool:
    if before not in MONTH_ASKED or not written[0].isupper():
        return False
    if match.glued_after() and match.code_after("dash"):
        return False  # part of a compound name
    if before in MONTH_ASKED_SURELY:
        return True
    if match.written_after()[:1].isupper() and match.code_before("determiner"):
        return False  # the May Day Stadium
    after = match.after()
    if word == "march" and after in _LICENCE["after_the_march"]:
        return False  # the March for Life
    if word == "may" and (
        match.code_after("t_past") or match.code_after("past_verb") or match.code_after("apostrophe")
    ):
        return False  # and May said
    return written.strip(".").capitalize() not in match.chain.surnames


# Years, parts of years, decades, hundreds of years


@ATOMS.rule("the? {half:first|second|latter} half of {year:<year_number>}")  # the first half of 2018
def half_of_year(match: Match) -> Moment | None:
    return Moment("span", "half", edtf=half(int(match.word("year")), 1 if match.word("half") == "first" else 2))


@ATOMS.rule("h {n:<month_number>} of? {year:<year_number>}", "{year:<year_number>} <dash>? h {n:<month_number>}")
def short_half(match: Match) -> Moment | None:
    """H1 2018."""
    number = int(match.word("n"))
    return Moment("span", "half", edtf=half(int(match.word("year")), number)) if number in (1, 2) else None


@ATOMS.rule(
    "the? {n:NTH|final|last} <dash>? quarter (?:of|in|,)? {year:<year_number>}",  # the fourth quarter of 2005
    "q {n:<month_number>} ,? of? {year:<year_number>}",
    "{year:<year_number>} <dash>? q {n:<month_number>}",
)
def quarter_of_year(match: Match) -> Moment | None:
    number = _quarter_number(match.word("n"))
    return Moment("span", "quarter", edtf=quarter(int(match.word("year")), number)) if number else None


@ATOMS.rule("the? {n:NTH|final} <dash>? quarter (?:of the year)?", "the? q {n:<month_number>}")
def quarter_alone(match: Match) -> Moment | None:
    number = _quarter_number(match.word("n"))
    if not number or match.after() == "final":
        return None
    if match.after() == "of" and not (match.code_after("last", 2) or match.after(2) in ("this", "next")):
        return None  # the third quarter of the game
    return Moment("span", "quarter-alone", in_year=lambda y: quarter(y, number))


def _quarter_number(words: str) -> int:
    number = 4 if words in ("final", "last") else day_number(words)
    return number if 1 <= number <= 4 else 0


@ATOMS.rule("{kind:fiscal|fy|financial|academic|school|tax} (?:year|years)? (?:<year_number>|<two_digits>)")
def reckoned_year(match: Match) -> Moment | None:
    """Fiscal 2018 is no calendar year: taken as one, and given no date."""
    return Moment("range", "vague", vague=True)


@ATOMS.rule(
    "{first:<year_number>} {by:<dash>|<slash>} {last:<two_digits>} (?!<slash>|<dash>)",  # 2011-13, 2011/12
    "{first:<year_number>} {by:<slash>} {last:<year_number>}",  # 2011/2012
)
def short_years(match: Match) -> Moment | None:
    first = int(match.word("first"))
    last = int(match.word("last"))
    last += first // 100 * 100 if last < 100 else 0
    if not 1700 <= first < last or (match.word("by") == "/" and last != first + 1):
        return None
    return Moment("range", "range", edtf=f"{first:04d}/{last:04d}")


@ATOMS.rule("{decade:<decade>|<decade_word>}")  # the 1970s, the '90s, the nineties
def decade(match: Match) -> Moment | None:
    words, before = match.word("decade"), match.before()
    modifier = before in ("early", "mid", "late", *_DASHES)
    if modifier and match.any_before("possessive", 3):
        return None  # in her late sixties
    if words[0].isalpha():
        return Moment("decade", "decade", edtf=f"{DECADES[words] // 10:03d}X") if modifier or before == "the" else None
    digits = re.sub(r"\D", "", words)
    start = int(digits)
    if len(digits) == 2:
        if not (words.startswith("'") or modifier or before == "the") or match.code_before("possessive"):
            return None
        start += 1900 if start >= _PIVOT else 2000
    if not 1000 <= start <= 2190:
        return None
    if start % 100 == 0 and start < 1900:
        return Moment("span", "century", edtf=f"{start // 100:02d}XX")  # the 1800s
    return Moment("decade", "decade", edtf=f"{start // 10:03d}X")


@ATOMS.rule("the? {n:NTH} <dash>? century")  # the 19th century
def century(match: Match) -> Moment | None:
    number = day_number(match.word("n"))
    if match.written_after()[:1].islower() and match.after() not in _LICENCE["after_year"]:
        return None  # a 19th-century treaty
    return Moment("decade", "century", edtf=f"{number - 1:02d}XX") if 1 < number < _OUR_CENTURY else None


@ATOMS.rule("{short:<short>}")  # since '82
def short_year(match: Match) -> Moment | None:
    return year_moment(match.word("short")) if match.before() in YEAR_ASKED else None


@ATOMS.rule("the? calendar? year of? {year:<year_number>}")  # the year 2018
def said_year(match: Match) -> Moment | None:
    return year_moment(match.word("year"))


@ATOMS.rule("{year:<year_number>}")
def year_alone(match: Match) -> Moment | None:
    year, before = int(match.word("year")), match.before()
    if match.code_before("money") or match.code_before("quantity") or match.code_after("percent"):
        return None
    if _counts_something(match) or _part_of_another_word(match):
        return None
    follower = match.written_after()
    if before in ("around", "about") and follower[:1].islower() and follower not in _LICENCE["after_year"]:
        return None  # about 2000 supporters
    if year not in _YEARS_TAKEN:
        plural = follower[:1].islower() and follower.endswith("s")
        if before not in _LICENCE["year_surely"] or plural:
            return None
    return Moment("year", "year", edtf=f"{year:04d}")


def _part_of_another_word(match: Match) -> bool:
    """Whether the number is glued to something else: "Boeing-2000", "2000-strong", "2000km"."""
    if match.glued_after() and match.written_after()[:1].isalnum():
        return True
    if not match.glued_before():
        return match.code_after("dash") and match.glued_after() and match.after(2) in ("strong", "man", "member")
    mark = match.before()
    if mark in _DASHES:
        word = match.before(2)
        return word.isalpha() and word not in ("mid", "early", "late", "pre", "post")
    return mark not in ("(", "[", '"', "'", "/", "“", "‘", ".")


# Seasons


@ATOMS.rule("{season:<season>} (?:of|,)? {year:YEAR}")  # the autumn of 2012
def season_of_year(match: Match) -> Moment | None:
    year = year_moment(match.word("year"))
    return None if _counts_something(match) else season_moment(match.word("season"), year)


def season_moment(word: str, year: Moment) -> Moment:
    """A season of a year."""
    return Moment("season", "season", edtf=f"{year.edtf}-{SEASONS[word]}")


@ATOMS.rule("{which:<last>|<next>|this} {also:<last>|<next>}? {season:<season>}")
def named_season(match: Match) -> Moment | None:
    """Last summer, this autumn, next spring."""
    season, side = SEASONS[match.word("season")], side_of(match)
    if not side:
        return Moment("season", "named-unit", from_day=lambda base: f"{base.year:04d}-{season}")
    return Moment("season", "named-unit", in_year=lambda y: f"{y:04d}-{season}", side=side)


@ATOMS.rule("{season:<season>}")
def season_alone(match: Match) -> Moment | None:
    word, before = match.word("season"), match.before()
    season = SEASONS[word]
    asked = before in _LICENCE["season"] or (before == "the" and match.before(2) in (*_LICENCE["season"], "of"))
    followed = match.after() in ("meeting", "meetings", "session", "summit", "of")
    if match.text("season")[0].isupper() and match.written_before()[:1].isupper():
        return None  # the Prague Spring
    if not asked and not followed:
        return None
    if match.after() in ("of", "from") and not (match.code_after("last", 2) or match.after(2) in ("this", "next")):
        return None  # the fall of Saigon
    return Moment("season", "season-alone", in_year=lambda y: f"{y:04d}-{season}")


# Holidays


def _holiday_patterns() -> str:
    names = sorted(HOLIDAYS, key=lambda name: (-len(name.split()), name))
    return "|".join(name.replace("'", " <apostrophe> ").replace("-", " <dash> ") for name in names)


@ATOMS.rule(f"{{which:<last>|<next>|this}}? {{holiday:{_holiday_patterns()}}} (?:(?:,|of|in)? {{year:<year_number>}})?")
def holiday(match: Match) -> Moment | None:
    """Christmas Eve, Easter 2018, last Ramadan."""
    words = match.text("holiday")
    name = " ".join(words.lower().split()).replace(" - ", "-")
    if not words[0].isupper() and (name in _LICENCE["holiday_with_capital"] or match.before() not in _HOLIDAY_ASKED):
        return None
    if not match.has("year") and match.written_after()[:1].isupper():
        return None  # the Good Friday Agreement
    in_year = HOLIDAYS[name]
    year = year_moment(match.word("year")) if match.has("year") else None
    if match.word("which") == "this":
        year = Moment("year", "calendar-unit", from_day=lambda base: f"{base.year:04d}")
    side = side_of(match) if match.has("which") else 0
    return Moment("day", "holiday", in_year=in_year, year=year, side=side, clock=True)
