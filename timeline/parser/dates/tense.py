"""Which way the words around a date look: what they tell is past, or lies ahead.

A weekday or a day without year means the one before or the one after the day of publication, and only the clause says
which: "met on Friday", "will meet on Friday". The nearest verb before the date in its sentence decides, else the first
one after it; a date that opens its clause asks the verb after it first, and a date with its own "when …" asks that.
What each verb says is in `verbs`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from timeline.parser.dates.moments import EITHER
from timeline.parser.dates.tokens import ABBREVIATIONS, BREAK, CAPITAL, TENSE, Strip
from timeline.parser.dates.verbs import AHEAD, IS, PAST, UNKNOWN, Seen, Verbs

ASKED = frozenset({"to", "for", "until", "from", "on", "in", "and", "since", "but"})
"""Plain words that are looked for here, besides the classes of the vocabulary."""

_REACH = 40
"""Tokens looked at on each side; a clause is seldom longer, and it keeps the work linear."""
_COMING_BACK = frozenset({"come", "comes", "be", "go", "get", "fly", "travel", "report"})
_AT_DATES = frozenset({"on", "in", "by", "at", "from", "for", "to", "since", "until", "of", "and", "or", "the", ","})
_IN_EST = frozenset(TENSE["not_superlative"])
_NEW_CLAUSE = frozenset({"that", "which", "who", "after", "before", "as", "when", "where", "while", "what", "and",
                         "but", ","})  # fmt: skip


class Tense:
    """Tells the direction at any place of one text."""

    def __init__(self, text: str, strip: Strip, classes: Mapping[str, frozenset[str]], parts: dict[str, str]) -> None:
        self._text = text
        self._strip = strip
        self._classes = classes
        self._verbs = Verbs(text, strip, classes, parts)
        stops = classes["stop"] | {BREAK}
        self._ends = [at for at, code in enumerate(strip.codes) if code in stops and self._ends_sentence(at)]

    def _word(self, at: int) -> str:
        return self._verbs.word(at)

    def _is(self, at: int, name: str) -> bool:
        return self._verbs.belongs(at, name)

    def _ends_sentence(self, at: int) -> bool:
        """Whether a line break or mark ends a sentence, and isn't that of U.S. or Mr."""
        if self._strip.codes[at] == BREAK or self._word(at) != ".":
            return True
        previous = self._word(at - 1)
        if (len(previous) == 1 and previous.isalpha()) or previous in ABBREVIATIONS:
            return False
        following = self._strip.starts[at + 1] if at + 1 < len(self._strip.codes) else len(self._text)
        return not self._text[following : following + 1].islower()

    def sentence_ends(self, first: int, last: int) -> list[int]:
        """The tokens from `first` to `last` (excluded) that end a sentence."""
        return self._ends[bisect_right(self._ends, first - 1) : bisect_right(self._ends, last - 1)]

    def sentence(self, first: int) -> tuple[int, int]:
        """First token of the sentence around a token, and the one after its last; never more than the reach away."""
        number = bisect_right(self._ends, first - 1)
        begin = self._ends[number - 1] + 1 if number else 0
        end = self._ends[number] if number < len(self._ends) else len(self._strip.codes)
        return max(begin, first - _REACH), min(end, first + _REACH)

    def direction(self, first: int, last: int) -> int:
        """PAST, AHEAD, EITHER or UNKNOWN for the date whose tokens are `first` to `last` (excluded)."""
        said = self._governed(first)
        if said is not None:
            return said
        begin, _ = self.sentence(first)
        _, end = self.sentence(max(last - 1, first))
        if when := self._own_clause(last):
            said = self._verbs.forward(when, self._clause_end(when, end))
        elif self._set_off(begin, first, last):
            said = self._verbs.forward(last, self._clause_end(last + 1, end))
        elif self._opens_clause(begin, first):
            said = self._verbs.forward(last, self._clause_end(last, end))
        if said is None and self._word(last) in ("for", "as") and self._word(first - 1) not in _AT_DATES:
            return EITHER  # they picked May 3 for the vote
        if said is None:
            said = self._backward(begin, first, last)
        if said == AHEAD and self._word(first - 1) in ("after", "following") and self._is(last, "apostrophe"):
            return EITHER  # will report after Friday's vote
        return (self._afterwards(begin, first, last, end) if said is None else said) or UNKNOWN

    def _afterwards(self, begin: int, first: int, last: int, end: int) -> int | None:
        """Direction by the first verb after the date; a past one of another clause only where the date comes first."""
        said = self._verbs.forward(last, end)
        if said != PAST or first - begin <= 2:
            return said
        return self._verbs.forward(last, self._clause_end(last + 1 if self._is(last, "comma") else last, end))

    def naming_direction(self, first: int, last: int) -> int:
        """The direction of a date that only says which: "since the May 25 vote", "ahead of the April 19 talks"."""
        said = self._governed(first)
        if said is not None:
            return said
        if any(self._is(at, "once_happened") for at in range(last, last + 4)):
            return PAST  # the February 1 coup, the May 3 Quito agreement
        at = first - 1
        while at > 0 and first - at < 3 and not self._is(at, "determiner"):
            at -= 1
        before = self._word(at - 1)
        if before == "since" or (before == "of" and self._word(at - 2) in ("wake", "aftermath")):
            return PAST
        if before not in ("after", "following", "before", "until"):
            return UNKNOWN
        begin, _ = self.sentence(first)
        said = self._backward(begin, at, last)
        if said == (PAST if before in ("after", "following") else AHEAD):
            return said
        return UNKNOWN

    def names_something(self, first: int, last: int) -> bool:
        """Whether the date only says which: "the April 19 agreement"; then the tense is not its own."""
        codes, classes = self._strip.codes, self._classes
        if not first or last >= len(codes):
            return False
        determiner = classes["determiner"]
        if codes[last] == CAPITAL and codes[first - 1] in determiner:
            return True  # the April 24 Quito consensus
        follows = codes[last] == "x" or codes[last] in classes["happening"] | classes["t_infinitive"]
        return follows and (codes[first - 1] in determiner or codes[max(first - 2, 0)] in determiner)

    def looks_back_over(self, first: int, years: bool) -> bool:
        """Whether "in ten years" measures how long something had not been: "the first visit by a king in ten years".

        It does where a superlative or a rank stands before it with no verb between. The next, and the first of
        days or weeks, may lie ahead all the same: "they will hold a first round in two weeks".
        """
        begin, _ = self.sentence(first)
        for at in range(first - 1, begin - 1, -1):
            if self._is(at, "superlative") or self._is(at, "nth_word") or self._is(at, "nth"):
                return years or self._word(at) != "first"
            word = self._word(at)
            if word == "last" or (len(word) > 5 and word.endswith("est") and word not in _IN_EST):
                return True
            if self._verbs.part(at) in ("past", "planned", "ahead", "modal", "moved") and not self._verbs.attributive(
                at
            ):
                return False
        return False

    def _own_clause(self, last: int) -> int:
        """Where the clause begins that the date carries ("on May 3, when …"); 0 where it has none."""
        at = last + 1 if self._is(last, "comma") else last
        if self._word(at) == "when":
            return at + 1
        return at + 2 if self._word(at) in ("on", "at", "during") and self._word(at + 1) == "which" else 0

    def _set_off(self, begin: int, first: int, last: int) -> bool:
        """Whether the date stands between commas, or between "and" and a comma: it goes with what follows."""
        return self._is(last, "comma") and self._after_mark(begin, first, ("comma", "=and"))

    def _opens_clause(self, begin: int, first: int) -> bool:
        """Whether the date stands first in a clause: "and on Friday signed", "which on Friday will open"."""
        if self._word(first - 1) not in ("on", "in", "by"):
            return False
        return self._word(first - 2) in _NEW_CLAUSE or self._after_mark(begin, first, ("semicolon",))

    def _after_mark(self, begin: int, first: int, marks: tuple[str, ...]) -> bool:
        at = first - 1
        if at >= begin and (self._is(at, "=on") or self._is(at, "=in")):
            at -= 1
        return at < begin or any(self._is(at, mark) for mark in marks)

    def _clause_end(self, last: int, end: int) -> int:
        """Where the clause after a date ends."""
        return next((at for at in range(last, end) if self._word(at) in _NEW_CLAUSE), end)

    def _governed(self, first: int) -> int | None:
        """Direction given by the words right before the date: "ahead of Friday's", "the upcoming June 23"."""
        words = [self._word(at) for at in range(max(first - 3, 0), first)]
        if not words:
            return None
        if not {"upcoming", "forthcoming", "until", "till"}.isdisjoint(words):
            return AHEAD
        if words[-2:] in (["ahead", "of"], ["away", "from"]) or words[:2] == ["ahead", "of"]:
            return AHEAD
        if words[-2:] in (["date", "of"], ["deadline", "of"]):
            return UNKNOWN
        if words[-1] == "by" or words[-2:] == ["by", "the"]:
            return AHEAD
        if words[-1] in ("on", "in", "from") and words[-2:-1] and words[-2] in IS:
            return AHEAD  # the vote is on Sunday
        if words[-2:] == ["back", "in"] and words[0] not in _COMING_BACK:
            return PAST
        return PAST if words[-1] == "since" else None

    def _backward(self, begin: int, first: int, last: int) -> int | None:
        """Direction by the nearest verb before the date; None where there is none."""
        _, end = self.sentence(max(last - 1, first))
        to = self._word(first - 1) if self._word(first - 1) != "the" else self._word(first - 2)
        seen = Seen(begin, last, to)
        for at in range(first - 1, begin - 1, -1):
            if self._is(at, "semicolon") and not seen.maybe:
                break
            said = self._verbs.back_over(at, seen, end)
            if said is not None:
                return said
        if seen.sure or seen.planned:
            return AHEAD  # Spain to recall its envoy on Friday
        return UNKNOWN if seen.present else None
