"""Finds the time words of a text and places them on the calendar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline import edtf
from timeline.parser.dates import phrases, relative
from timeline.parser.dates.moments import Moment, Placed, Situation, place
from timeline.parser.dates.patterns import Chain, Layer, literals
from timeline.parser.dates.tense import Tense
from timeline.parser.dates.tokens import BREAK, Codes, Strip, same_length, tokenise
from timeline.parser.reading import Span, TimeWords

LAYERS = (
    relative.ATOMS,
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
    codes = Codes(literals(layers) | {"to", "for", "until", "from"})
    classes = _Classes(codes)
    for layer in layers:
        layer.compile(codes, classes.__getitem__)
    return codes, classes


CODES, CLASSES = _compile(LAYERS)

_REACH_OF_CLOCK = 8
"""Dates of a sentence that are asked for a day before its clock time gets one."""
_DATELINE = 10
"""Tokens that the places before the date of a dateline may take."""
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


class _Teller:
    """Places the dates of one text in their order, remembering what has been told."""

    def __init__(self, text: str, strip: Strip, found: list[_Found], published: date | None) -> None:
        self._text = text
        self._strip = strip
        self._found = found
        self._tense = Tense(text, strip, CLASSES)
        self._published = published
        self._told: date | None = None
        self._told_any: date | None = None
        self._year: _YearTold | None = None
        self._events: dict[str, date] = {}

    def tell(self) -> Iterator[TimeWords]:
        """All time words, placed, in the order of the text."""
        told: list[TimeWords] = []
        waiting: list[tuple[int, Moment]] = []
        for found in self._found:
            if found.moment.base == "event":
                waiting.append((len(told), found.moment))
            told += self._tell(found)
        for number, moment in waiting:  # the happening may be dated further on
            placed = place(moment, Situation(self._published, lambda: 0, event_day=self._events.get))
            told[number] = _words(told[number].start, told[number].end, moment, placed)
        return iter(told)

    def _tell(self, found: _Found) -> list[TimeWords]:
        first = bisect_left(self._strip.starts, found.start)
        last = bisect_left(self._strip.starts, found.end)
        moment = found.moment
        dateline = self._is_dateline(moment, first, last)
        direction = _Once(lambda: -1 if dateline else self._tense.direction(first, last))
        if moment.ahead_only and direction() != 1:
            return []
        if moment.rule == "clock" and self._has_day(found, first):
            return []
        situation = Situation(
            self._published,
            direction,
            self._told,
            self._told_any,
            self._year_for(moment, first, direction),
            self._events.get,
        )
        placed = place(moment, situation)
        self._remember(moment, first, last, placed)
        rule = "dateline" if dateline else moment.rule
        told = [_words(found.start, found.end, replace(moment, rule=rule), placed)]
        told += [_words(start, end, other, place(other, situation)) for start, end, other in moment.extra]
        return _without_overlap(told)

    def _has_day(self, clock: _Found, first: int) -> bool:
        """Whether the sentence of a clock time gives a day."""
        begin, end = self._tense.sentence(first)
        begins, ends = self._strip.starts[begin], self._strip.starts[min(end, len(self._strip.starts) - 1)]
        at = bisect_left(self._found, begins, key=lambda one: one.start)
        return any(
            one.moment.clock and one.moment.rule != "clock"
            for one in self._found[at : at + _REACH_OF_CLOCK]
            if begins <= one.start < ends and one is not clock
        )

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
        ends = [at for at in range(year.last, first) if self._tense.ends_sentence(at)]
        if len(ends) > 1 or any(self._strip.codes[at] == BREAK for at in ends):
            return None
        if self._published and (year.number >= self._published.year or direction() > 0):
            return None
        return year.number

    def _remember(self, moment: Moment, first: int, last: int, placed: Placed) -> None:
        if placed.edtf is None or moment.rule == "dateline":
            return
        earliest, latest = edtf.bounds(placed.named or placed.edtf)
        if earliest is None:
            return
        self._told_any = earliest
        year = _governing_year(moment, placed)
        if year is not None and (moment.rule != "year" or self._opens_clause(first)):
            self._year = _YearTold(year, last)
        elif year is None and not _lacks_year(moment):
            self._year = None
        if moment.clock and latest is not None and (latest - earliest).days < 32:
            self._told = earliest
            self._note_happenings(first, last, earliest)

    def _opens_clause(self, first: int) -> bool:
        """Whether "in" and a year open the sentence."""
        if not first or self._word(first - 1).lower() != "in":
            return False
        return self._word(first - 1) == "In"

    def _note_happenings(self, first: int, last: int, day: date) -> None:
        """Keep the day for the happenings that its sentence names."""
        begin, _ = self._tense.sentence(first)
        _, end = self._tense.sentence(max(last - 1, first))
        if CLASSES["happening"].isdisjoint(self._strip.codes[begin:end]):
            return
        for at in range(begin, end):
            if self._strip.codes[at] in CLASSES["happening"]:
                self._events.setdefault(self._word(at).lower().removesuffix("s"), day)

    def _word(self, at: int) -> str:
        return self._text[self._strip.starts[at] : self._strip.ends[at]]


def _lacks_year(moment: Moment) -> bool:
    """Whether the moment recurs every year and names none."""
    if moment.parts:
        return any(_lacks_year(part) for part in moment.parts)
    return moment.in_year is not None and moment.year is None and not moment.side


def _governing_year(moment: Moment, placed: Placed) -> int | None:
    """The year that the words give in digits, if they give one."""
    if placed.relative or placed.anchored or moment.rule not in ("day", "month", "year", "numeric", "range"):
        return None
    earliest, latest = edtf.bounds(placed.named or placed.edtf or "")
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


def _without_overlap(told: list[TimeWords]) -> list[TimeWords]:
    if len(told) < 2:
        return told
    return [replace(told[0], end=min(told[0].end, told[1].start)), *told[1:]]
