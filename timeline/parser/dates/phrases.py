"""The upper layers of the grammar: what prepositions, adjectives and other dates make of a date.

"March of last year", "the first Monday in May", "early March", "two days before the summit", "from 28 May to 1 June",
"around 27 March", "since 2015". Each layer sees what the one below has read as single tokens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from timeline import edtf
from timeline.parser.dates.atoms import lasted_from_to, one_within
from timeline.parser.dates.moments import (
    Moment,
    half,
    part_of,
    shift,
    unit_around,
    week_of_unit,
    weekday_of_unit,
)
from timeline.parser.dates.patterns import Layer, Match, count, day_number, weekday_number
from timeline.parser.dates.tokens import TIME, UNITS

ATTACH, PARTS, COUNTED, RANGES, AROUND, OPEN = (Layer() for _ in range(6))

_WITH_YEAR = {"day-month": "day", "month-alone": "month", "season-alone": "season", "quarter-alone": "quarter"}
_PART_WORDS = {
    word: part
    for name, part in (("early", "early"), ("mid", "mid"), ("late", "late"), ("begin", "early"), ("end", "late"))
    for word in TIME["classes"][name]
}
_OUTER = "{which:first|opening|last|final|closing}"
_UNIT_OF_NOW = "{unit:week|month|year|decade|century}"


def moment_of(match: Match, name: str) -> Moment:
    """The moment that a named part of the match stands for."""
    moment = match.atom(name)
    assert isinstance(moment, Moment)
    return moment


def _with(moment: Moment, kind: str, rule: str, combine: Callable[[str], str | None]) -> Moment:
    return Moment(kind, rule, parts=(moment,), combine=combine, clock=kind == "day")


# Years beside dates; weeks, weekdays and hours of dates


@ATTACH.rule("{a:<@day>|<@month>|<@season>|<@span>|<@range>} (?:of|in)? {year:<@year>}")  # October of next year
def in_said_year(match: Match) -> Moment | None:
    moment, year = moment_of(match, "a"), moment_of(match, "year")
    if year.edtf and not match.joined_by("of", "in") and match.text("year")[:1].isdigit():
        return None  # "on March 4 2016 delegates": read before if it is a year
    if moment.rule == "range" and moment.parts and all(_yearless(part) for part in moment.parts):
        return replace(moment, parts=tuple(replace(part, year=year) for part in moment.parts))
    if not _yearless(moment):
        return None
    return replace(moment, year=year, rule=_WITH_YEAR.get(moment.rule, moment.rule))


def _yearless(moment: Moment) -> bool:
    return moment.in_year is not None and moment.year is None and not moment.side


@ATTACH.rule("{year:<@year>} <apostrophe> s {a:<@day>|<@month>|<@span>}")  # last year's March 4 summit
def of_that_year(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if not _yearless(moment):
        return None
    return replace(moment, year=moment_of(match, "year"), rule=_WITH_YEAR.get(moment.rule, moment.rule))


@ATTACH.rule("the? {half:first|second|latter} half of (?:{year:<@year>}|(?:the|this) {unit:year})")
def half_of_said_year(match: Match) -> Moment | None:
    number = 1 if match.word("half") == "first" else 2
    year = moment_of(match, "year") if match.has("year") else _unit_now("year")
    return _with(year, "span", "half", lambda text: half(_first(text).year, number))


def _first(text: str) -> date:
    return edtf.bounds(text)[0] or date.min


def _unit_now(unit: str) -> Moment:
    return Moment("span", "calendar-unit", from_day=lambda day: unit_around(day, unit))


@ATTACH.rule(
    "the? {n:NTH|last|final} week (?:of|in) {a:<@month>|<@year>}",  # the last week of March
    "the? {n:NTH|last|final} {weekday:<weekday>|<@weekday>} (?:of|in) the? {a:<@month>|<@year>}",  # first Monday in May
    "the? {n:DAY|last|final} {day:day} (?:of|in) {a:<@month>|<@year>|<@span>}",
)
def nth_of_month(match: Match) -> Moment | None:
    words = match.word("n")
    number = -1 if words in ("last", "final") else day_number(words)
    whole = moment_of(match, "a")
    if not 1 <= abs(number) <= (31 if match.has("day") else 5):
        return None
    if match.has("day"):
        return _with(whole, "day", "day", lambda text: _nth_day(text, number))
    if match.has("weekday"):
        weekday = weekday_number(match.word("weekday").split()[-1])
        return _with(whole, "day", "nth-weekday", lambda text: weekday_of_unit(text, weekday, number))
    return _with(whole, "span", "nth-week", lambda text: week_of_unit(text, number))


def _nth_day(text: str, number: int) -> str | None:
    first, last = edtf.bounds(text)
    if first is None or last is None or number > (last - first).days + 1:
        return None
    return edtf.day(first + timedelta(days=number - 1) if number > 0 else last)


@ATTACH.rule(
    f"the? {_OUTER} {{n:COUNT}} {{unit:<unit>}} (?:of|in) {{a:LONGER}}",
    f"the? {_OUTER} {{n:COUNT}} {{unit:<unit>}} of (?:the|this) {{whole:month|year}}",
)
def units_of_date(match: Match) -> Moment | None:
    """The first three months of 2018, the last two weeks of March."""
    number, unit = count(match.word("n")), UNITS[match.word("unit")]
    whole = moment_of(match, "a") if match.has("a") else _unit_now(match.word("whole"))
    if number is None:
        return None
    early = match.word("which") in ("first", "opening")
    return _with(whole, "span", "part", lambda text: _units_within(text, unit, number, early))


def _units_within(text: str, unit: str, number: int, early: bool) -> str | None:
    """EDTF of one day in so many units from a date's beginning, or up to its end; None where it is shorter."""
    first, last = edtf.bounds(text)
    if first is None or last is None:
        return None
    after = last + timedelta(days=1)
    begin, end = (first, shift(first, unit, number)) if early else (shift(after, unit, -number), after)
    return edtf.within(begin, end - timedelta(days=1)) if first <= begin and end <= after else None


@ATTACH.rule(
    "the? {unit:week|weekend} (?:of|beginning|starting|commencing) (?:on)? the? {a:DATED}",  # the week of April 10
)
def week_of_day(match: Match) -> Moment | None:
    unit = match.word("unit")
    return _with(moment_of(match, "a"), "span", "week-of", lambda text: unit_around(_first(text), unit))


@ATTACH.rule(
    "(?:the|early|late)? (?:morning|afternoon|evening|night|dawn|hours) of the? {a:DATED}",  # the afternoon of March 4
    "(?:early|late|earlier|later) (?:in the|on|on the)? (?:(?:morning|afternoon|evening|night) of)? {a:DATED}",
    "(?:earlier|later|late|early) (?:on|in) {a:DATED}",  # early on Monday
    "{a:DATED} <part_of_day>",  # 4 March evening
)
def hour_of_day(match: Match) -> Moment | None:
    return moment_of(match, "a")


@ATTACH.rule("{a:<@weekday>} ,? (?:on|of)? <open>? {b:<@day>} <shut>?")  # on Tuesday (March 4)
def weekday_and_date(match: Match) -> Moment | None:
    weekday, day = moment_of(match, "a"), moment_of(match, "b")
    if weekday.rule != "weekday" or day.rule not in ("day", "day-month", "numeric"):
        return None
    return replace(day, weekday=weekday.weekday) if day.in_year else day


@ATTACH.rule(
    "{a:<@span>|<@month>} ,? on the? {b:<@day>|<@weekday>}",  # this week on February 24
    "{a:<@span>|<@month>} , {b:<@day>}",  # next month, September 1
)
def day_in_unit(match: Match) -> Moment | None:
    unit, day = moment_of(match, "a"), moment_of(match, "b")
    if unit.rule != "calendar-unit" or day.rule not in ("day-month", "weekday"):
        return None
    if day.rule == "weekday":
        return replace(day, rule="weekday-of-week", week=unit)
    return replace(day, year=_with(unit, "year", "year", lambda text: text.lstrip("[")[:4])) if not day.year else day


@ATTACH.rule("(?:earlier|later|late) (?:in|on) the? {a:<@month>|<@season>}")  # later in March
def later_in_month(match: Match) -> Moment | None:
    return moment_of(match, "a")


# Parts


@PARTS.rule(
    "the? {part:<early>|<mid>|<late>} <dash>? (?:part? of|in)? the? {a:LONGER}",
    "the? very? {part:<begin>|<end>|<mid>} of the? {a:LONGER}",
)
def part_of_date(match: Match) -> Moment | None:
    """Early March, the mid-1990s, the end of last year."""
    part, whole = _PART_WORDS[match.word("part")], moment_of(match, "a")
    return replace(
        _with(whole, "span", "part", lambda text: part_of(text, part)), part=match.word("part"), lean=whole.lean
    )


@PARTS.rule("the {first:first|opening|early}? {last:last|final|closing}? few? days of {a:LONGER}")
def days_of_date(match: Match) -> Moment | None:
    """The first days of March, the last few days of the war year 1918."""
    if match.has("first") == match.has("last"):
        return None
    part = "early" if match.has("first") else "late"
    return _with(moment_of(match, "a"), "span", "part", lambda text: part_of(text, part))


@PARTS.rule(
    f"the? {{part:<early>|<mid>|<late>|<begin>|<end>}} (?:of|in) (?:the|this) {_UNIT_OF_NOW}",  # the end of the year
    "{part:<end>} of {unit:month|year}",
    "(?:the|this)? {unit:month|year} <apostrophe>? s? <dash>? {part:<end>}",  # year's end, year-end
    "{part:<mid>} <dash> {unit:week|month|year|decade|century}",  # mid-week
)
def part_of_now(match: Match) -> Moment | None:
    part, unit = _PART_WORDS[match.word("part")], match.word("unit")
    if match.word("part") in ("ending", "close", "opening"):
        return None
    return replace(_with(_unit_now(unit), "span", "part", lambda text: part_of(text, part)), part=match.word("part"))


# Counted from a date, or from a happening


@COUNTED.rule(
    "{n:COUNT} {unit:<unit>} {way:before|after|from|prior to|ahead of|following} {a:DATED}",  # a week from Tuesday
    "the {unit:day|week|month|year} {way:before|after|following} {a:DATED}",  # the day after Christmas
    "the? {eve:eve} of {a:DATED}",
)
def counted_from_date(match: Match) -> Moment | None:
    number = count(match.word("n")) if match.has("n") else 1
    unit = "day" if match.has("eve") else UNITS[match.word("unit")]
    if number is None or (match.has("n") and match.before() in ("for", "lasted")):
        return None
    back = match.has("eve") or match.word("way") in ("before", "prior to", "ahead of")
    signed = -number if back else number
    kind = unit if unit in ("day", "month", "year", "decade") else "span"

    def from_date(text: str) -> str | None:
        first = edtf.bounds(text)[0]
        exact = unit in ("day", "week", "fortnight")
        return (
            (edtf.day if exact else lambda day: unit_around(day, unit))(shift(first, unit, signed)) if first else None
        )

    return _with(
        moment_of(match, "a"), "day" if unit in ("week", "fortnight") else kind, "counted-from-date", from_date
    )


@COUNTED.rule(
    "{n:COUNT} {unit:<unit>} {way:before|after|prior to|ahead of} (?:the|a|an|his|her|their|its) {event:<happening>}",
    "the {unit:day|week|month|year} {way:before|after} (?:the|a|an|his|her|their|its) {event:<happening>}",
    "the? {eve:eve} of (?:the|a|an|his|her|their|its) {event:<happening>}",
)
def counted_from_event(match: Match) -> Moment | None:
    """Two days before the summit: from the day of a summit told of elsewhere in the text."""
    number = count(match.word("n")) if match.has("n") else 1
    unit = "day" if match.has("eve") else UNITS[match.word("unit")]
    if number is None:
        return None
    back = match.has("eve") or match.word("way") in ("before", "prior to", "ahead of")
    signed = -number if back else number
    event = "" if match.after() in ("in", "of", "between", "with", "at", "on") else match.word("event")
    kind = unit if unit in ("day", "month", "year", "decade") else "span"
    return Moment(
        kind,
        "counted-from-event",
        from_day=lambda day: unit_around(shift(day, unit, signed), unit),
        base="event",
        event=event.removesuffix("s"),
        clock=unit == "day",
    )


# Ranges

_ANY_DAY = date(2000, 1, 5)
_COMPARABLE = {"weekday": "day", "range": "day"}


@RANGES.rule(
    "from the? {a:ANY} TO the? {b:ANY}",  # from 28 May to 1 June
    "{a:ANY} {dash:<dash>|through|thru} {b:ANY}",  # May 28–June 1
    "{a:ANY} {to:to|until|till} {b:ANY}",  # 28 May to 1 June
)
def from_to(match: Match) -> Moment | None:
    begin, end = moment_of(match, "a"), moment_of(match, "b")
    if match.any_before("moved", 8) or (match.has("to") and match.before() in ("from", "between")):
        return None  # postponed from Friday to Monday: two dates
    if not match.whole().lower().startswith("from"):
        same = _COMPARABLE.get(begin.kind, begin.kind) == _COMPARABLE.get(end.kind, end.kind)
        if not same or match.word("dash") == "—" or begin.rule == "ago":
            return None
    if begin.vague or end.vague or begin.kind == "range" or end.kind == "range":
        return None
    return Moment("range", "range", parts=(begin, end), combine=lasted_from_to, clock=True)


@RANGES.rule("between the? {a:ANY} and the? {b:ANY}")  # between 2011 and 2013
def between(match: Match) -> Moment | None:
    begin, end = moment_of(match, "a"), moment_of(match, "b")
    if begin.vague or end.vague:
        return None
    return Moment("range", "between", parts=(begin, end), combine=one_within, clock=True)


@RANGES.rule("between the? {a:ANY} and (?:now|the present|the present day)")  # between June and now
def up_to_now(match: Match) -> Moment | None:
    begin = moment_of(match, "a")
    if begin.vague:
        return None
    now = Moment("day", "today", from_day=edtf.day)
    return Moment("range", "between", parts=(begin, now), combine=one_within, lean=-1)


@RANGES.rule("between now and the? {a:ANY}", "from now (?:until|till|to|through) the? {a:ANY}")
def from_now_to(match: Match) -> Moment | None:
    now = Moment("day", "today", from_day=edtf.day)
    return Moment("range", "between", parts=(now, moment_of(match, "a")), combine=one_within, lean=1)


@RANGES.rule("{a:<@weekday>} and {b:<@weekday>}", "{a:<@day>} and {b:<@day>}")  # Monday and Tuesday
def two_days(match: Match) -> Moment | None:
    """Two days that follow on each other are one range; any others stay two dates."""
    begin, end = moment_of(match, "a"), moment_of(match, "b")
    if begin.from_day and end.from_day and {begin.rule, end.rule} == {"today", "yesterday"}:
        if match.code_after("apostrophe") or begin.from_day(_ANY_DAY) > end.from_day(_ANY_DAY):
            return None
        return Moment("range", "range", parts=(begin, end), combine=lasted_from_to, clock=True)  # today and tomorrow
    if begin.rule != "weekday" or end.rule != "weekday" or begin.weekday is None:
        return None
    if end.weekday != (begin.weekday + 1) % 7 or match.before() != "on" or match.code_after("apostrophe"):
        return None
    return Moment("range", "range", parts=(begin, end), combine=lasted_from_to, clock=True)


# Approximate


@AROUND.rule(
    "<around> <stop>? the? {a:ANY|<@range>}",  # around March 27
    "(?:on or about|on or around|some time around|sometime around|sometime about) the? {a:ANY|<@range>}",
    "{a:ANY|<@range>} or so",
)
def around(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if match.whole().lower().startswith("about ") and moment.rule not in _TOLD_EXACTLY:
        return None  # he spoke about Tuesday, about today
    if moment.vague or moment.rule in ("past-span", "next-span", "recent", "coming"):
        return None
    return _with(moment, moment.kind, "around", approximate)


_TOLD_EXACTLY = frozenset(
    {"day", "day-month", "month", "month-alone", "year", "decade", "ago", "from-now", "range", "season"}
)


def approximate(text: str) -> str:
    """The date marked as approximate."""
    when = edtf.parse(text)
    if when.approximate:
        return text
    if when.shape == "interval":
        return "/".join(_tilde(point.text) if point else ".." for point in (when.start, when.end))
    return _tilde(text)


def _tilde(text: str) -> str:
    return text[:-1] + "%" if text.endswith("?") else text + "~"


@AROUND.rule("(?:sometime|some time) (?:in|during|on|next|this)? {a:ANY|<@range>}")  # some time in March
def some_time_in(match: Match) -> Moment | None:
    return moment_of(match, "a")


# Open ends


def _limit(moment: Moment) -> Moment:
    """What "the end of June" or "the start of the year" names as a limit: June, the first day of the year."""
    if moment.part in TIME["classes"]["end"]:
        return moment.parts[0]
    if moment.part in TIME["classes"]["begin"]:
        return _with(moment.parts[0], "day", "part", lambda text: edtf.day(_first(text)))
    return moment


@OPEN.rule("since the? {a:ANY}")  # since 2015
def since(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if _names_something(match, moment):
        return None
    if moment.part in TIME["classes"]["begin"]:
        moment = _limit(moment)
    return replace(_with(moment, "range", "since", _since), named=0, lean=-1)


def _since(text: str) -> str | None:
    when = edtf.parse(text)
    return f"{when.start.text}/.." if when.start else None


def _names_something(match: Match, moment: Moment) -> bool:
    """Whether the date only says which happening: "after the March 4 talks", "before Friday's vote"."""
    if match.code_after("apostrophe") or moment.vague:
        return True
    if moment.rule in ("past-span", "next-span", "recent", "coming") and not match.joined_by("since"):
        return True  # after the last few weeks
    words = f" {match.whole().lower()} "
    said_the = " the " in words and " the year " not in words
    if said_the and moment.kind in ("day", "weekday", "month", "year"):
        return not match.whole().lower().endswith(("quarter", "week")) and moment.rule not in _SAID_WITH_THE
    return match.code_after("happening") and moment.kind in ("day", "month", "year", "weekday")


_SAID_WITH_THE = frozenset({"calendar-unit", "told-unit", "day-of-month", "nth-weekday", "part", "same-unit"})


@OPEN.rule("(?:until|till|up to|up until|through|thru|lasting to) the? {a:ANY}")  # until March 15
def until(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if _names_something(match, moment):
        return None
    if match.before() == "not":
        return None  # not until March: in March at the earliest
    return replace(_with(_limit(moment), "range", "until", _until), named=0, lean=1)


def _until(text: str) -> str | None:
    when = edtf.parse(text)
    return f"../{when.end.text}" if when.end else None


@OPEN.rule(
    "(?:by|no later than|not later than|on or before) the? {a:ANY}",  # by May
)
def by(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if _names_something(match, moment) or moment.kind == "range":
        return None
    return replace(_with(_limit(moment), "range", "by", _by), named=0, lean=1)


def _by(text: str) -> str | None:
    when = edtf.parse(text)
    return f"[..{when.end.text}]" if when.end else None


@OPEN.rule("(?:before|prior to|ahead of|in advance of) the? {a:ANY}")
def before(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if _names_something(match, moment):
        return None
    if moment.part in TIME["classes"]["end"]:
        return replace(_with(_limit(moment), "range", "by", _by), named=0)  # before the end of June: by June
    return replace(_with(moment, "range", "before", _before), named=0)


def _before(text: str) -> str | None:
    when = edtf.parse(text)
    if when.start is None:
        return None
    earlier = edtf.previous(when.start)
    return f"[..{earlier.text}]" if earlier else edtf.within(None, when.start.first - timedelta(days=1))


@OPEN.rule("(?:after|following|beyond) the? {a:ANY}")
def after(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if _names_something(match, moment):
        return None
    return replace(_with(moment, "range", "after", _after), named=0)


def _after(text: str) -> str | None:
    when = edtf.parse(text)
    if when.end is None:
        return None
    later = edtf.following(when.end)
    return f"[{later.text}..]" if later else edtf.within(when.end.last + timedelta(days=1), None)


@OPEN.rule(
    "from the? {a:ANY} (?:on|onward|onwards|forward)",  # from 4 March on
    "(?:starting|beginning|effective|commencing|as from) (?:on|from|in)? the? {a:ANY}",
)
def from_on(match: Match) -> Moment | None:
    moment = moment_of(match, "a")
    if _names_something(match, moment):
        return None
    return replace(_with(moment, "range", "from-on", _since), named=0)


@OPEN.rule("on or after the? {a:ANY}", "{a:ANY} (?:or|and) (?:later|after|onwards)")
def on_or_after(match: Match) -> Moment | None:
    return replace(_with(moment_of(match, "a"), "range", "after", _on_or_after), named=0)


def _on_or_after(text: str) -> str | None:
    when = edtf.parse(text)
    return f"[{when.start.text}..]" if when.start else None
