"""Which way the words around a date look: what they tell is past, or lies ahead.

A weekday or a day without year means the one before or the one after the day of publication, and only the clause says
which: "met on Friday", "will meet on Friday". The nearest verb before the date in its sentence decides, else the first
one after it; a date that opens its clause asks the verb after it first, and a date with its own "when …" asks that.
"Agreed to meet on Friday" looks ahead from a past verb, "agreed on Friday to meet" does not; "was to meet on Friday"
may lie on either side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from timeline.parser.dates.moments import EITHER
from timeline.parser.dates.tokens import ABBREVIATIONS, BREAK, CAPITAL, TENSE, Strip

ASKED = frozenset({"to", "for", "until", "from", "on", "in", "and", "since", "but"})
"""Plain words that are looked for here, besides the classes of the vocabulary."""

PAST, UNKNOWN, AHEAD = -1, 0, 1
"""Directions, besides EITHER. UNKNOWN is where nothing is said: a weekday is then past. EITHER is where the words leave it open ("was
to meet on Friday"): the nearest is meant."""

_REACH = 40
"""Tokens looked at on each side; a clause is seldom longer, and it keeps the work linear."""
_SOON = 8
"""Tokens within which the verb of a noun with a date of its own follows: "the talks set for May 6, in Oslo, were …"."""
_COMING_BACK = frozenset({"come", "comes", "be", "go", "get", "fly", "travel", "report"})
_WAS = frozenset({"was", "were", "had"})
_HAS = frozenset({"has", "have", "'ve"})
_IS = frozenset({"is", "are", "'s", "'re"})
_OPEN_MODALS = frozenset({"would", "should"})
"""What "would have" been done was to be done; what "may have" been done was perhaps done."""
_AFTER_VERB = frozenset({"to", "for", "on", "in", "by", "at", "from", "with", "of", "after", "over", "and", "or", "as",
                         "that", "against", "about", "until", "into", "it", "them", "him", "me", "us"})  # fmt: skip
_TIMETABLED = frozenset({"scheduled", "slated"})
_SET_APART = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "s", "any", "some", "no"})
_IN_EST = frozenset(TENSE["not_superlative"])
_PLAN_NOUNS = frozenset(TENSE["plan_nouns"])
_NEW_CLAUSE = frozenset({"that", "which", "who", "after", "before", "as", "when", "where", "while", "what", "and",
                         "but", ","})  # fmt: skip
_NAMED_BEFORE = frozenset({"last", "previous", "latest", "recent", "earlier", "past"})
_NAMED_AHEAD = frozenset({"next", "upcoming", "forthcoming", "coming"})
_PARTS_PLAYED = (
    ("skip", ("month", "weekday")),
    ("from", ("=from",)),
    ("since", ("=since",)),
    ("moved", ("moved",)),
    ("timetable", ("t_timetable",)),
    ("ahead", ("t_future", "t_planning")),
    ("modal", ("t_modal",)),
    ("planned", ("t_planned",)),
    ("past", ("t_past", "past_verb")),
    ("to", ("=to",)),
    ("for", ("=for", "=until")),
    ("be", ("t_be",)),
    ("infinitive", ("t_infinitive",)),
    ("happening", ("happening",)),
)
"""What a word does for the direction, by its classes; the first that fits counts."""


def parts_played(classes: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Code of a token -> what it does for the direction; codes that do nothing are left out."""
    parts: dict[str, str] = {}
    for part, names in _PARTS_PLAYED:
        for name in names:
            for code in classes[name]:
                parts.setdefault(code, part)
    return {code: part for code, part in parts.items() if part != "skip"}


class Tense:
    """Tells the direction at any place of one text."""

    def __init__(self, text: str, strip: Strip, classes: Mapping[str, frozenset[str]], parts: dict[str, str]) -> None:
        self._text = text
        self._strip = strip
        self._classes = classes
        self._parts = parts
        stops = classes["stop"] | {BREAK}
        self._ends = [at for at, code in enumerate(strip.codes) if code in stops and self._ends_sentence(at)]

    def _word(self, at: int) -> str:
        strip = self._strip
        return self._text[strip.starts[at] : strip.ends[at]].lower() if 0 <= at < len(strip.codes) else ""

    def _part(self, at: int) -> str | None:
        return self._parts.get(self._strip.codes[at]) if 0 <= at < len(self._strip.codes) else None

    def _is(self, at: int, name: str) -> bool:
        """Whether the token there is of the class."""
        return 0 <= at < len(self._strip.codes) and self._strip.codes[at] in self._classes[name]

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
            said = self._forward(when, end)
        elif self._set_off(begin, first, last):
            said = self._forward(last, self._clause_end(last + 1, end))
        elif self._opens_clause(begin, first):
            said = self._forward(last, self._clause_end(last, end))
        if said is None:
            said = self._backward(begin, first, last)
        return (self._forward(last, end) if said is None else said) or UNKNOWN

    def naming_direction(self, first: int, last: int) -> int:
        """The direction of a date that only says which: "since the May 25 vote", "ahead of the April 19 talks"."""
        said = self._governed(first)
        if said is not None:
            return said
        if self._is(last, "once_happened"):
            return PAST  # the February 1 coup
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
            if self._part(at) in ("past", "planned", "ahead", "modal", "moved") and not self._attributive(at):
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
        if words[-1] == "by" or words[-2:] == ["by", "the"]:
            return AHEAD
        if words[-1] in ("on", "in", "from") and words[-2:-1] and words[-2] in _IS:
            return AHEAD  # the vote is on Sunday
        if words[-2:] == ["back", "in"] and words[0] not in _COMING_BACK:
            return PAST
        return PAST if words[-1] == "since" else None

    def _backward(self, begin: int, first: int, last: int) -> int | None:
        """Direction by the nearest verb before the date; None where there is none."""
        sure, maybe = False, False  # whether an infinitive stands between the verb and the date
        planned, present = False, False  # whether a plan or a present tense does, which count if there is no verb
        to = self._word(first - 1) if self._word(first - 1) != "the" else self._word(first - 2)
        for at in range(first - 1, begin - 1, -1):
            said: int | None = None
            match self._part(at):
                case None | "from" | "for":
                    if self._is(at, "semicolon") and not maybe:
                        break
                    continue
                case "since":
                    return PAST  # their first talks since the dinner in Lima on May 3
                case "to":
                    sure = sure or self._part(at + 1) == "infinitive" or self._word(at + 1) == "be"
                    maybe = maybe or self._may_be_infinitive(at + 1)
                case "be":
                    if self._word(at) in _IS and self._word(at + 1) == "to":
                        return AHEAD  # the ministers are to meet on Friday
                    present = present or self._word(at) in _IS
                case "infinitive" | "happening":
                    said = self._named(at)
                case "moved":
                    said = self._moved(at, to, maybe)
                case "modal":
                    return self._modal(at)
                case "timetable":
                    said = self._timetable(at)
                case "ahead":
                    said = self._ahead(at, begin, maybe)
                    planned = planned or said is None
                case "planned" | "past" as part:
                    said = self._past(at, begin, last, part, sure, maybe, to == "for")
            if said is not None:
                return said
        if sure or planned:
            return AHEAD  # Spain to recall its envoy on Friday
        return UNKNOWN if present else None

    def _ahead(self, at: int, begin: int, leads_on: bool) -> int | None:
        """What was due may lie on either side; "rejected the plan on Friday" is past, the plan asks another verb."""
        word, after = self._word(at), self._word(at + 1)
        if (word == "ahead" and after != "of") or (word == "going" and after != "to"):
            return None  # went ahead on Friday, going into May
        if word in _PLAN_NOUNS and not leads_on and after not in ("to", "for") and self._named_by(at):
            return None
        return EITHER if at > begin and self._word(at - 1) in _WAS | {"been"} else AHEAD

    def _named_by(self, at: int) -> bool:
        """Whether the word there is a noun, by what stands before it."""
        return self._word(at - 1) in _SET_APART or self._strip.codes[at - 1] == "x" or self._part(at - 1) == "past"

    def _may_be_infinitive(self, at: int) -> bool:
        """Whether what follows "to" can be a verb: no name, number, article, nor a noun such as "talks"."""
        if self._part(at) == "happening" or self._is(at, "determiner") or self._is(at, "number"):
            return False
        return 0 <= at < len(self._strip.codes) and self._strip.codes[at] != CAPITAL and self._word(at)[:1].isalpha()

    def _named(self, at: int) -> int | None:
        """ "Their last summit, on May 3" looks back, "the next round on May 3" ahead."""
        before = self._word(at - 1)
        if before in _NAMED_BEFORE:
            return PAST
        return AHEAD if before in _NAMED_AHEAD and self._is(at, "happening") else None

    def _moved(self, at: int, to: str, leads_on: bool) -> int | None:
        """What was postponed from Friday may lie on either side; what was moved to Friday lies ahead."""
        if to in ("to", "for", "until", "till"):
            return AHEAD
        if to == "from":
            return EITHER
        if self._attributive(at) or not self._word(at).endswith(("ed", "put", "brought")):
            return None
        return UNKNOWN if leads_on else PAST

    def _timetable(self, at: int) -> int | None:
        """The session opens on Friday; but an open door, the start of the talks and "to open" say nothing."""
        before = self._word(at - 1)
        return None if before in _SET_APART or before in ("to", "this", "that") else AHEAD

    def _attributive(self, at: int) -> bool:
        """Whether a form in -ed only describes what follows: "the divided families", "free jailed reporters"."""
        if not self._word(at).endswith("ed"):
            return False
        if self._word(at - 1) not in _SET_APART and self._part(at - 1) != "infinitive":
            return False
        after = self._word(at + 1)
        return after.isalpha() and after not in _AFTER_VERB and not self._is(at + 1, "determiner")

    def _past(
        self, at: int, begin: int, last: int, part: str, sure: bool, maybe: bool, set_for: bool
    ) -> int | None:
        """Direction of a past form; None where it only describes a noun and another word must tell.

        `sure` and `maybe` say whether an infinitive follows it, `set_for` whether "for" stands before the date.
        """
        word, before, earlier = self._word(at), self._word(at - 1), self._word(at - 2)
        if at - 1 < begin:
            before = earlier = ""
        if self._attributive(at):
            return None if part == "past" else self._before_past_verb(last)
        if before == "be":
            return self._to_be(at, begin)
        if word == "followed" and self._word(at + 1) == "by":
            return None  # followed by talks on Friday
        if at == begin and at + 1 < last and word != "did":
            _, end = self.sentence(last)
            return self._forward(last, end) or PAST  # held from Monday on, the fair will draw crowds
        if before == "have" or word == "have":
            modal = earlier if before == "have" else before
            if modal in _OPEN_MODALS:
                return EITHER  # would have met on Friday
            if modal == "to":
                return None  # was to have met on Friday
        if word in ("was", "were") and self._word(at + 1) == "to":
            return EITHER  # was to meet on Friday
        if word in _HAS and self._word(at + 1) == "to":
            return AHEAD  # has to leave on Friday
        if before in _IS:
            return AHEAD if part == "planned" else None  # is expected in Abuja on Sunday
        if part != "planned":
            return UNKNOWN if sure or set_for else PAST
        set_for = set_for or word in _TIMETABLED
        if not (maybe or set_for):
            return PAST
        if before in _WAS or (before == "been" and earlier not in _HAS):
            return EITHER  # was expected to meet on Friday
        if set_for and before not in _HAS:
            return self._before_past_verb(last)
        return AHEAD  # agreed to meet on Friday

    def _to_be(self, at: int, begin: int) -> int | None:
        """Talks to be held on Friday lie ahead; "were to be held" and "is expected to be held" ask the words before."""
        if self._word(at - 2) != "to":
            return None  # may be signed on Friday
        if at - 3 >= begin and (self._word(at - 3) in _WAS or self._part(at - 3) in ("planned", "ahead", "be")):
            return None
        return AHEAD

    def _before_past_verb(self, last: int) -> int:
        """What is planned lies ahead; where something was done about it ("… was called off") it may be over."""
        _, end = self.sentence(max(last - 1, 0))
        for at in range(last, min(end, last + _SOON)):
            if self._part(at) in ("past", "planned", "moved") and not self._attributive(at):
                return EITHER
        return AHEAD

    def _modal(self, at: int) -> int:
        """Modals look ahead, but "would have met" did not happen on a day to come, nor what could not be done."""
        after = self._word(at + 1)
        if after in ("have", "'ve"):
            return EITHER if self._word(at) in _OPEN_MODALS else PAST
        return UNKNOWN if self._word(at) == "could" and after in ("not", "n") else AHEAD

    def _forward(self, last: int, end: int) -> int | None:
        """Direction by the first verb after the date; None where there is none."""
        for at in range(last, end):
            part = self._part(at)
            if part == "modal" or (part == "ahead" and self._is(at, "t_future")):
                return AHEAD
            if part == "be" and self._part(at + 1) in ("to", "ahead", "planned") and at + 1 < end:
                return AHEAD
            if part in ("past", "planned", "moved"):
                if not self._attributive(at):
                    return EITHER if self._word(at) in ("was", "were") and self._word(at + 1) == "to" else PAST
                if part == "planned":
                    return self._before_past_verb(at + 1)
        return None
