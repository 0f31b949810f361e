"""The first layer of the grammar, continued: words that count from the day of publication or from a day told before.

"Tuesday", "yesterday", "last month", "the past four months", "in ten days", "two days earlier", "the same year".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from timeline import edtf
from timeline.parser.dates.atoms import ATOMS, PAST_WORDS, side_of
from timeline.parser.dates.moments import Moment, shift, unit_around, units_on
from timeline.parser.dates.patterns import Match, count, weekday_number
from timeline.parser.dates.tokens import TIME, UNITS

_LICENCE = TIME["licence"]
_DAYS_MEANT = {"day": 7, "week": 28}
"""Days meant by recent or coming days and weeks; months and years that nobody counted mean nothing on a calendar."""
_HOURS = 24
_PLACED_UNITS = {"day": "day", "month": "month", "year": "year", "decade": "decade"}


def _kind(unit: str) -> str:
    return _PLACED_UNITS.get(unit, "span")


def _base(unit: str) -> Literal["told", "told-any"]:
    """What a distance in this unit counts from: days and weeks from a day, longer units from any date."""
    return "told" if unit in ("day", "week", "weekend", "fortnight") else "told-any"


def past_span(day: date, unit: str, number: int) -> str:
    """EDTF of one day in so many units up to a day."""
    return edtf.within(shift(day, unit, -number), day)


def next_span(day: date, unit: str, number: int) -> str:
    """EDTF of one day in so many units from a day on."""
    return edtf.within(day, shift(day, unit, number))


def on_from(unit: str, number: int) -> Callable[[date], str]:
    """From a day to the day, week, month or year so many units on."""
    return lambda day: unit_around(shift(day, unit, number), unit)


# Weekdays


def _week(number: int) -> Moment:
    return Moment("span", "calendar-unit", from_day=lambda base: units_on(base, "week", number))


@ATOMS.rule(
    "{weekday:WEEKDAY} <part_of_day>? of? {which:<last>|<next>|this} week",  # Tuesday of next week
    "{which:<last>|<next>|this} week (?:<apostrophe> s|on|,)? {weekday:WEEKDAY}",  # next week on Tuesday
    "{weekday:WEEKDAY} of the {which:following|next|previous} week",
)
def weekday_of_week(match: Match) -> Moment | None:
    weekday, week = weekday_number(match.word("weekday")), _week(side_of(match))
    if match.joined_by("following", "previous") and match.joined_by("the"):
        week = replace(week, base="told", or_published=True)
    return Moment("weekday", "weekday-of-week", weekday=weekday, week=week, clock=True)


@ATOMS.rule("the? {which:<last>|<next>|this} {also:<last>|<next>}? {weekday:WEEKDAY} <part_of_day>?")
def named_weekday(match: Match) -> Moment | None:
    """Last Tuesday, next Friday, this coming Monday, this Friday."""
    weekday, side = weekday_number(match.word("weekday")), side_of(match)
    if match.word("which") == "following" and match.code_after("apostrophe"):
        return None  # following Friday's vote
    if match.after() in ("of", "in") and (match.code_after("month", 2) or match.code_after("year_number", 2)):
        return None  # the last Sunday of October
    if match.word("which") in ("following", "preceding"):
        return Moment(
            "weekday",
            "told-unit",
            from_day=lambda day: _weekday_beside(day, weekday, side),
            base="told",
            or_published=True,
            clock=True,
        )
    if not side:
        return Moment("weekday", "weekday-of-week", weekday=weekday, week=_week(0), clock=True)
    return Moment("weekday", "near-weekday", weekday=weekday, side=side, clock=True)


def _weekday_beside(day: date, weekday: int, side: int) -> str:
    """EDTF of the nearest such weekday after or before a day."""
    days = (weekday - day.weekday()) % 7 or 7
    return edtf.day(day + timedelta(days=days if side > 0 else (days - 7 or -7)))


@ATOMS.rule("{weekday:WEEKDAY} <part_of_day>?")
def weekday_alone(match: Match) -> Moment | None:
    written = match.text("weekday")
    if match.code_before("each") or match.before() in _LICENCE["no_weekday_after"]:
        return None  # every Friday, Black Monday, the Good Friday Agreement
    if len(written.strip(".")) == 3 and (
        not written[0].isupper() or match.before() not in ("on", "this", "from", "to")
    ):
        return None  # Sat, Sun and Wed are words as well
    return Moment("weekday", "weekday", weekday=weekday_number(written), clock=True)


# Days told from the day of publication


@ATOMS.rule(
    "(?:earlier|later)? <today> (?:<part_of_day>)?",
    "(?:earlier|later)? this (?:morning|afternoon|evening|night|lunchtime)",
)
def today(match: Match) -> Moment | None:
    """Today, tonight, this morning, earlier today."""
    return Moment("day", "today", from_day=edtf.day, clock=True)


@ATOMS.rule("the {way:day before} yesterday", "the day after tomorrow")
def two_days_off(match: Match) -> Moment | None:
    days = -2 if match.has("way") else 2
    return Moment("day", "yesterday", from_day=lambda base: edtf.day(base + timedelta(days=days)), clock=True)


@ATOMS.rule("yesterday <part_of_day>?", "last (?:night|evening)", "{ahead:tomorrow} <part_of_day>?")
def day_beside(match: Match) -> Moment | None:
    if match.has("ahead") and match.before() == "of" and not match.code_after("apostrophe"):
        return None  # the leaders of tomorrow
    days = 1 if match.has("ahead") else -1
    return Moment("day", "yesterday", from_day=lambda base: edtf.day(base + timedelta(days=days)), clock=True)


# Calendar units told from the day of publication


def _date_at(match: Match, steps: int) -> bool:
    """Whether a month, a year, or "last", "this" or "next" and a unit stand so many tokens after the match."""
    if match.code_after("month", steps) or match.code_after("year_number", steps):
        return True
    follower = match.after(steps)
    named = follower == "this" or match.code_after("last", steps) or match.code_after("next", steps)
    return (named or follower == "the") and match.code_after("singular", steps + 1)


@ATOMS.rule("(?:the|this)? {also:<last>|<next>} {unit:week|month|year|decade} and a half")
def span_and_a_half(match: Match) -> Moment | None:
    """The last year and a half: as many months, or days."""
    unit, number = _AND_A_HALF[match.word("unit")]
    past = side_of(match) < 0
    span = past_span if past else next_span
    return Moment("span", "past-span" if past else "next-span", from_day=lambda day: span(day, unit, number))


_AND_A_HALF = {"week": ("day", 11), "month": ("day", 45), "year": ("month", 18), "decade": ("year", 15)}
_CALENDAR_UNITS = "{unit:week|weekend|month|quarter|year|decade|century}"


@ATOMS.rule(f"{{the:the}}? {{which:<last>|<next>|this}} {{also:<last>|<next>}}? {_CALENDAR_UNITS}")
def unit_beside(match: Match) -> Moment | None:
    """Last week, this month, next year; "the past year" is the year up to the day of publication."""
    unit, words, side = match.word("unit"), {match.word("which"), match.word("also")}, side_of(match)
    the = match.has("the")
    if match.code_after("dash") and match.glued_after():
        return None  # this year-long dispute
    if match.after() == "of" and _date_at(match, 2):
        return None  # the last week of March
    if match.after() == "and" and match.after(2) == "a" and match.after(3) == "half":
        return None  # the rule for a year and a half
    if words & {"following", "preceding"} or (the and words & {"previous", "next"}):
        told = Moment(_kind(unit), "told-unit", from_day=lambda day: units_on(day, unit, side), base=_base(unit))
        if "next" not in words or unit == "weekend":
            return told
        return Moment(_kind(unit), "next-span", from_day=lambda day: next_span(day, unit, 1), in_past=told)
    if unit != "weekend" and ("past" in words or ("last" in words and (the or "this" in words))):
        return Moment("span", "past-span", from_day=lambda day: past_span(day, unit, 1))
    return Moment(_kind(unit), "calendar-unit", from_day=lambda day: units_on(day, unit, side))


@ATOMS.rule("(?:the|this)? current {unit:week|month|quarter|year|decade|century}")
def current_unit(match: Match) -> Moment | None:
    unit = match.word("unit")
    return Moment(_kind(unit), "calendar-unit", from_day=lambda day: unit_around(day, unit))


@ATOMS.rule("the? {unit:<unit>} {which:before last|after next}")
def unit_but_one(match: Match) -> Moment | None:
    """The week before last, the year after next."""
    unit, number = UNITS[match.word("unit")], -2 if match.word("which").startswith("before") else 2
    return Moment(_kind(unit), "calendar-unit", from_day=lambda day: units_on(day, unit, number))


@ATOMS.rule("(?:over|at|during|on) the weekend", "the weekend <apostrophe> s", "the weekend")
def weekend(match: Match) -> Moment | None:
    """The weekend: the one before or after the day of publication, as the tense says."""
    saturday = Moment("weekday", "weekday", weekday=5)
    if match.after() in ("of", "before", "after", "when"):
        return None
    return Moment(
        "span",
        "weekend",
        parts=(saturday,),
        combine=lambda day: unit_around(edtf.bounds(day)[0] or date.min, "weekend"),
    )


@ATOMS.rule(
    "(?:the|these)? {which:<last>|<next>} {n:COUNT} {unit:<unit>|quarters}",  # the past four months, the next ten days
    "(?:the|these) {n:COUNT} {which:<last>|<next>} {unit:<unit>|quarters}",
    "(?:the|this) {which:<last>|<next>} {unit:fortnight}",
)
def span_of_units(match: Match) -> Moment | None:
    unit, which, words = UNITS.get(match.word("unit"), "quarter"), match.word("which"), match.word("n") or "one"
    number, past = count(words), which in PAST_WORDS
    if match.after() == "of" and _date_at(match, 2):
        return None  # the last three weeks of March
    if which in ("following", "previous", "preceding"):
        return _told_span(unit, number, past) if match.joined_by("the") else None  # "following 30 years of peace"
    if number is None:
        return _few_units(unit, past)
    if words in ("a", "an"):
        return None
    span = past_span if past else next_span
    return Moment("span", "past-span" if past else "next-span", from_day=lambda day: span(day, unit, number))


@ATOMS.rule("(?:the|these)? {which:<last>|<next>} {n:COUNT} hours", "within {n:COUNT} hours")
def span_of_hours(match: Match) -> Moment | None:
    """The past 48 hours: as many whole days."""
    number = count(match.word("n"))
    if number is None:
        return None
    days = -(-number // _HOURS)
    past = match.word("which") in PAST_WORDS
    span = past_span if past else next_span
    moment = Moment("span", "past-span" if past else "next-span", from_day=lambda day: span(day, "day", days))
    return moment if match.has("which") else replace(moment, ahead_only=True)


def _told_span(unit: str, number: int | None, past: bool) -> Moment:
    if number is None:
        return Moment("span", "vague", vague=True)
    span = past_span if past else next_span
    return Moment("span", "told-unit", from_day=lambda day: span(day, unit, number), base=_base(unit))


def _few_units(unit: str, past: bool) -> Moment:
    """Recent weeks, the past few days, the coming weeks."""
    days = _DAYS_MEANT.get(unit)
    if days is None:
        return Moment("span", "vague", vague=True)
    span = past_span if past else next_span
    return Moment("span", "recent" if past else "coming", from_day=lambda day: span(day, "day", days))


@ATOMS.rule("the? {which:recent|coming|upcoming} {unit:days|weeks|months|years}")
def recent(match: Match) -> Moment | None:
    return _few_units(UNITS[match.word("unit")], match.word("which") == "recent")


@ATOMS.rule(
    "{which:earlier|later} (?:in|on)? this {unit:week|month|quarter|year|decade}",
    "{which:earlier|later} (?:in|on) {the:the} {unit:week|month|year|decade}",
)
def rest_of_unit(match: Match) -> Moment | None:
    """Later this month, earlier this year."""
    unit, later = match.word("unit"), match.word("which") == "later"

    def part(day: date) -> str:
        first, last = edtf.bounds(unit_around(day, unit))
        return edtf.within(day, last) if later else edtf.within(first, day)

    return Moment("span", "rest-of-unit", from_day=part)


# Counted from the day of publication


@ATOMS.rule("{n:COUNT} {unit:<unit>} ago <today>?")
def ago(match: Match) -> Moment | None:
    """Three days ago; weeks, months and years ago are the calendar week, month or year."""
    number, unit = count(match.word("n")), UNITS[match.word("unit")]
    if number is None:
        return Moment("span", "vague", vague=True)
    return Moment(_kind(unit), "ago", from_day=on_from(unit, -number), clock=unit == "day")


@ATOMS.rule("{n:COUNT} {unit:<unit>} (?:from now|from today|hence)")
def from_now(match: Match) -> Moment | None:
    number, unit = count(match.word("n")), UNITS[match.word("unit")]
    if number is None:
        return Moment("span", "vague", vague=True)
    return Moment(_kind(unit), "from-now", from_day=on_from(unit, number), clock=unit == "day")


@ATOMS.rule(
    "in (?:exactly|just|about|around|another|only)? {n:COUNT} more? {unit:<unit>} {sure:<apostrophe> s? time}",
    "in (?:exactly|just|about|around|another|only)? {n:COUNT} more? {unit:<unit>}",
)
def in_units(match: Match) -> Moment | None:
    """In ten days: a date if what is told lies ahead, else a duration ("the third attack in ten days")."""
    number, unit = count(match.word("n")), UNITS[match.word("unit")]
    if number is None or match.after() in ("of", "or") or match.before() in _LICENCE["duration_after"]:
        return None
    return Moment(
        _kind(unit), "from-now", from_day=on_from(unit, number), clock=unit == "day", ahead_only=not match.has("sure")
    )


@ATOMS.rule("within (?:the next|the coming|next)? {n:COUNT} {unit:<unit>}")
def within_units(match: Match) -> Moment | None:
    number, unit = count(match.word("n")), UNITS[match.word("unit")]
    if number is None or match.after() == "of":
        return None
    return Moment("span", "next-span", from_day=lambda day: next_span(day, unit, number), ahead_only=True)


# Counted from a day told before


@ATOMS.rule("the (?:very)? {way:next|following|previous|preceding} day", "{every:(?:from)? day to day}")
def day_after_told(match: Match) -> Moment | None:
    if match.has("every"):
        return None
    number = -1 if match.word("way") in PAST_WORDS else 1
    return Moment("day", "counted-from-told", from_day=on_from("day", number), base="told", clock=True)


@ATOMS.rule(
    "{n:COUNT} {unit:<unit>} {way:earlier|later|before|previously|afterwards|afterward|after|beforehand}",
    "the {unit:<unit>} {way:before|after|earlier|previous|prior}",
)
def counted_from_told(match: Match) -> Moment | None:
    """Two days earlier, a month later, the day after: from the last day told."""
    way, unit = match.word("way"), UNITS[match.word("unit")]
    number = count(match.word("n")) if match.has("n") else 1
    if way in ("before", "after") and not _ends_clause(match):
        return None
    if way in ("earlier", "later") and (match.after() == "than" or match.before() == "now"):
        return None  # it is now ten years later
    if number is None:
        return Moment("span", "vague", vague=True)
    back = way not in ("later", "after", "afterwards", "afterward")
    signed = -number if back else number
    return Moment(
        _kind(unit), "counted-from-told", from_day=on_from(unit, signed), base=_base(unit), clock=unit == "day"
    )


def _ends_clause(match: Match) -> bool:
    """Whether "the day before" stands alone, with nothing after it that it counts from."""
    follower = match.written_after()
    return not follower[:1].isalnum() or follower in _LICENCE["after_day"]


@ATOMS.rule("(?:{n:COUNT}|just|only)? (?:hours|minutes|moments) (?:later|earlier|afterwards)")
def hours_later(match: Match) -> Moment | None:
    """Hours later: the day told before."""
    return Moment("day", "same-unit", from_day=edtf.day, base="told", or_published=True, clock=True)


@ATOMS.rule(
    "(?:the|that) very? same {unit:day|week|month|year|decade}",
    "the (?:entire|whole) {unit:week|month|year|decade}",
    "{that:that} {unit:day|week|month|year|decade|weekend}",
    "(?:earlier|later|late|early) (?:in|on) (?:the|that) {unit:day}",
    "{close:<closing>|for} the {unit:day} (?!of|when|that|after|before)",
)
def same_unit(match: Match) -> Moment | None:
    """The same day, that year, later in the day: the day, week or year told before."""
    unit = match.word("unit")
    if match.has("that") and match.before() in _LICENCE["not_before_that"]:
        return None
    if match.has("close") and match.written_after()[:1].isalpha() and match.after() not in _LICENCE["after_the_day"]:
        return None
    or_today = match.has("close")
    return Moment(
        _kind(unit),
        "same-unit",
        from_day=lambda day: unit_around(day, unit),
        base=_base(unit),
        clock=unit == "day",
        or_published=or_today,
    )


@ATOMS.rule("that very? time")
def that_time(match: Match) -> Moment | None:
    """By that time: the day last told."""
    if match.before() not in ("by", "until", "since", "before", "after") or match.after() in ("when", "that", "in"):
        return None
    return Moment("day", "same-unit", from_day=edtf.day, base="told-last")


@ATOMS.rule("<clock> (?:utc|gmt|cet|est|edt|bst|ist|jst|local time)")
def clock_time(match: Match) -> Moment | None:
    """18:00 UTC: the day of publication, unless the sentence gives a day."""
    return Moment("day", "clock", from_day=edtf.day)
