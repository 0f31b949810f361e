"""Finds the time words of a text and places them on the calendar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline import edtf
from timeline.parser.dates import phrases, written
from timeline.parser.dates.moments import Moment, Placed, Situation, place
from timeline.parser.dates.patterns import Chain, Layer, literals
from timeline.parser.dates.tense import ASKED, Tense
from timeline.parser.dates.tokens import BREAK, Codes, Strip, same_length, tokenise
from timeline.parser.dates.verbs import AHEAD, PAST, parts_played
from timeline.parser.reading import Span, TimeWords

LAYERS = (
    written.ATOMS,
    phrases.ATTACH,
    phrases.PARTS,
    phrases.COUNTED,
    phrases.RANGES,
    phrases.AROUND,
    phrases.OPEN,
)


class _Classes(dict[str, frozenset[str]]):
    """Codes of each class, looked up once."""

    def __init__(self, codes: Codes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = frozenset(self._codes.charset(name))
        return self[name]


def _compile(layers: Iterable[Layer]) -> tuple[Codes, _Classes]:
    layers = list(layers)
    codes = Codes(literals(layers) | ASKED)
    classes = _Classes(codes)
    for layer in layers:
        layer.compile(codes, classes.__getitem__)
    return codes, classes


CODES, CLASSES = _compile(LAYERS)
PARTS = parts_played(CLASSES)

_NO_SITUATION = Situation(None, lambda: 0)
_LONGEST_STAY = 32
"""Days of a range that "the following day" may still count from."""
_DATELINE = 10
"""Tokens that the places before the date of a dateline may take."""
_SHORTLY = 31
"""Days that a story may go back without saying so."""
_SAME_STORY = 60
"""Tokens over which a year goes on to govern dates without one."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Time words in their place, not yet on the calendar."""

    start: int
    end: int
    moment: Moment


def find_dates(text: str, published: date | None, spans: Iterable[Span] | None = None) -> tuple[TimeWords, ...]:
    """Return the time words of `text` in order, without overlap, with EDTF where they mean something on a calendar.

    `published` is the day from which relative words count; None leaves them without value. `spans` restricts where to
    look. Offsets are into `text`. Never raises, whatever the text.
    """
    plain = same_length(text)
    strip = tokenise(plain, CODES, spans)
    chain = Chain(plain, strip)
    for layer in LAYERS:
        chain = layer.apply(chain)
    found = [
        _Found(chain.strip.starts[at], chain.strip.ends[at], moment)
        for at, moment in sorted(chain.atoms.items())
        if isinstance(moment, Moment)
    ]
    return tuple(_Teller(plain, strip, found, published).tell())


@dataclass(frozen=True, slots=True)
class _YearTold:
    """A year given in digits, and the token after it."""

    number: int
    last: int
    begins: date
    """First day of the date that it is part of."""


class _Teller:
    """Places the dates of one text in their order, remembering what has been told."""

    def __init__(self, text: str, strip: Strip, found: list[_Found], published: date | None) -> None:
        self._text = text
        self._strip = strip
        self._found = found
        self._tense = Tense(text, strip, CLASSES, PARTS)
        self._published = published
        self._told: date | None = None
        self._told_any: date | None = None
        self._told_last: date | None = None
        self._year: _YearTold | None = None
        self._events: dict[str, date | None] = {}
        self._waiting: list[tuple[int, Moment]] = []

    def tell(self) -> list[TimeWords]:
        """All time words, placed, in the order of the text."""
        told: list[TimeWords] = []
        for found in self._found:
            if found.moment.base == "event" or found.moment.rule == "clock":
                self._waiting.append((len(told), found.moment))
            told += self._tell(found)
        for number, moment in self._waiting:  # what they hang on may be told further on
            told[number] = self._tell_late(told, number, moment)
        return told

    def _tell_late(self, told: list[TimeWords], number: int, moment: Moment) -> TimeWords:
        """Place what counts from a happening dated elsewhere, and hours whose day the sentence gives."""
        words = told[number]
        if moment.base == "event":
            return _words(
                words.start, words.end, moment, place(moment, replace(_NO_SITUATION, event_day=self._events.get))
            )
        begin, end = self._tense.sentence(bisect_left(self._strip.starts, words.start))
        begins, ends = self._strip.starts[begin], self._strip.starts[min(end, len(self._strip.starts) - 1)]
        for other in (*told[number + 1 : number + 2], *told[max(number - 1, 0) : number]):
            if begins <= other.start < ends and other.edtf and edtf.parse(other.edtf).precision == "day":
                return replace(words, edtf=other.edtf, relative=other.relative, anchored=True)
        return words

    def _tell(self, found: _Found) -> list[TimeWords]:
        first = bisect_left(self._strip.starts, found.start)
        last = bisect_left(self._strip.starts, found.end)
        moment = found.moment
        dateline = self._is_dateline(moment, first, last)
        direction = _Once(lambda: PAST if dateline else self._direction(moment, first, last))
        if moment.ahead_only and (direction() != AHEAD or self._looks_back(moment, first)):
            return []
        situation = Situation(
            self._published,
            direction,
            self._told,
            self._told_any,
            self._told_last,
            self._year_for(moment, first, direction),
            self._events.get,
        )
        placed = place(moment, situation)
        self._remember(moment, first, last, placed)
        rule = "dateline" if dateline else moment.rule
        told = [_words(found.start, found.end, replace(moment, rule=rule), placed)]
        told += [_words(start, end, other, place(other, situation)) for start, end, other in moment.extra]
        return _without_overlap(told, self._text)

    def _direction(self, moment: Moment, first: int, last: int) -> int:
        if moment.in_year and self._tense.names_something(first, last):
            return self._tense.naming_direction(first, last)
        return self._tense.direction(first, last)

    def _looks_back(self, moment: Moment, first: int) -> bool:
        """Whether "in ten years" is a measure: "the first visit in ten years"."""
        return self._tense.looks_back_over(first, years=moment.kind in ("month", "year", "decade"))

    def _is_dateline(self, moment: Moment, first: int, last: int) -> bool:
        """Whether the date stands in a dateline: BEIJING, March 28 (Xinhua) --"""
        if moment.rule not in ("day", "day-month", "weekday") or last >= len(self._strip.codes):
            return False
        if self._strip.codes[last] not in CLASSES["open"] | CLASSES["dash"]:
            return False
        begin = first
        while begin > 0 and first - begin <= _DATELINE and self._strip.codes[begin - 1] != BREAK:
            begin -= 1
        if begin == first or first - begin > _DATELINE:
            return False
        place_words = self._text[self._strip.starts[begin] : self._strip.starts[first]]
        return place_words.split(",")[0].strip().isupper() and "," in place_words

    def _year_for(self, moment: Moment, first: int, direction: _Once) -> int | None:
        """The year that dates without one are told in here: "In 2003 … on 4 March" and the sentence after that."""
        year = self._year
        if year is None or not _lacks_year(moment) or first - year.last > _SAME_STORY:
            return None
        ends = self._tense.sentence_ends(year.last, first)
        if len(ends) > 1 or any(self._strip.codes[at] == BREAK for at in ends):
            return None
        if self._published and (year.number >= self._published.year or direction() > 0):
            return None
        return self._year_after(year, moment)

    def _year_after(self, year: _YearTold, moment: Moment) -> int:
        """The year told, or the next where the story goes on: "In March 2018 they agreed; in January they met"."""
        same = moment.in_year(year.number) if moment.in_year and year.begins.day + year.begins.month > 2 else None
        latest = edtf.bounds(same)[1] if same and _is_calendar(same) else None
        if latest is None or latest >= year.begins or self._published is None:
            return year.number
        if same and len(same) == len("2018-03-02") and (year.begins - latest).days < _SHORTLY:
            return year.number  # "On 4 March 2018 they agreed; on 2 March they had quarrelled."
        following = moment.in_year(year.number + 1) if moment.in_year else None
        earliest = edtf.bounds(following)[0] if following and _is_calendar(following) else None
        return year.number + 1 if earliest and earliest <= self._published else year.number

    def _remember(self, moment: Moment, first: int, last: int, placed: Placed) -> None:
        """Keep what later words may count from."""
        if moment.rule == "dateline" or moment.base == "event":
            return
        self._remember_year(moment, first, last, placed)
        earliest, latest = edtf.bounds(placed.named or placed.edtf) if placed.edtf else (None, None)
        if earliest is None:
            return
        self._told_any, self._told_last = earliest, earliest if earliest == latest else None
        if self._tense.names_something(first, last):
            return  # "the March 4 agreement" tells no day on which anything goes on
        if moment.clock and latest is not None and (latest - earliest).days < _LONGEST_STAY:
            self._told = earliest
            self._note_happenings(first, last, earliest)

    def _remember_year(self, moment: Moment, first: int, last: int, placed: Placed) -> None:
        """A year in digits governs what follows if it is part of a date or opens the sentence; other dates end that."""
        if _lacks_year(moment):
            return
        year = _governing_year(moment, placed)
        governs = year is not None and (moment.rule != "year" or self._opens_clause(first))
        begins = edtf.bounds(placed.named or placed.edtf)[0] if governs and placed.edtf else None
        self._year = _YearTold(year, last, begins) if begins is not None and year is not None else None

    def _opens_clause(self, first: int) -> bool:
        """Whether "In" and a year open the sentence."""
        return first > 0 and self._word(first - 1) == "In"

    def _note_happenings(self, first: int, last: int, day: date) -> None:
        """Keep the day for the happenings that its sentence names."""
        begin, _ = self._tense.sentence(first)
        _, end = self._tense.sentence(max(last - 1, first))
        if CLASSES["happening"].isdisjoint(self._strip.codes[begin:end]):
            return
        for at in range(begin, end):
            if self._strip.codes[at] in CLASSES["happening"]:
                event = self._word(at).lower().removesuffix("s")
                if self._events.setdefault(event, day) != day:
                    self._events[event] = None  # told of on several days: nobody knows which is meant

    def _word(self, at: int) -> str:
        return self._text[self._strip.starts[at] : self._strip.ends[at]]


def _is_calendar(value: str) -> bool:
    """Whether there is such a day (no 29 February)."""
    try:
        edtf.parse(value)
    except edtf.EdtfError:
        return False
    return True


def _lacks_year(moment: Moment) -> bool:
    """Whether the moment recurs every year and names none."""
    if moment.parts:
        return any(_lacks_year(part) for part in moment.parts)
    return moment.in_year is not None and moment.year is None and not moment.side


def _governing_year(moment: Moment, placed: Placed) -> int | None:
    """The year that the words give in digits, if they give one."""
    if (
        placed.edtf is None
        or placed.relative
        or placed.anchored
        or moment.rule not in ("day", "month", "year", "numeric", "range")
    ):
        return None
    earliest, latest = edtf.bounds(placed.named or placed.edtf)
    return earliest.year if earliest and latest and earliest.year == latest.year else None


class _Once:
    """A question asked at most once."""

    def __init__(self, ask: Callable[[], int]) -> None:
        self._ask = ask
        self._answer: int | None = None

    def __call__(self) -> int:
        if self._answer is None:
            self._answer = self._ask()
        return self._answer


def _words(start: int, end: int, moment: Moment, placed: Placed) -> TimeWords:
    return TimeWords(start, end, placed.edtf, moment.rule, placed.relative, placed.anchored, placed.named)


def _without_overlap(told: list[TimeWords], text: str) -> list[TimeWords]:
    """The first of several dates in the same words ends where its own words do: "May 3" of "May 3, 5 and 9"."""
    if len(told) < 2:
        return told
    own = text[told[0].start : min(told[0].end, told[1].start)].rstrip(" ,")
    for word in (" and", " or"):
        own = own.removesuffix(word).rstrip(" ,")
    return [replace(told[0], end=told[0].start + len(own)), *told[1:]]
