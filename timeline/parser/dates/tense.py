"""Which way the words around a date look: what they tell is past, or lies ahead.

A weekday or a day without year means the one before or the one after the day of publication, and only the clause says
which: "met on Friday", "will meet on Friday". The nearest verb before the date in its sentence decides, else the first
one after it. "Agreed to meet on Friday" looks ahead from a past verb, "agreed on Friday to meet" does not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from timeline.parser.dates.tokens import ABBREVIATIONS, BREAK, Strip

ASKED = frozenset({"to", "for", "until", "from", "on", "in", "and"})
"""Plain words that are looked for here, besides the classes of the vocabulary."""

_REACH = 40
"""Tokens looked at on each side; a clause is seldom longer, and it keeps the work linear."""
_COMING_BACK = frozenset({"come", "comes", "be", "go", "get", "fly", "travel", "report"})
_WAS = frozenset({"was", "were", "had", "been"})
_PARTS_PLAYED = (
    ("skip", ("month", "weekday")),
    ("from", ("=from",)),
    ("moved", ("moved",)),
    ("ahead", ("t_future", "t_planning", "t_timetable")),
    ("modal", ("t_modal",)),
    ("planned", ("t_planned",)),
    ("past", ("t_past", "past_verb")),
    ("to", ("=to",)),
    ("for", ("=for", "=until")),
    ("be", ("t_be",)),
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
        """-1 past, 1 ahead, 0 unknown, for the date whose tokens are `first` to `last` (excluded)."""
        said = self._governed(first)
        if said:
            return said
        begin, _ = self.sentence(first)
        _, end = self.sentence(max(last - 1, first))
        if self._set_off(begin, first, last):
            return self._forward(last, end) or self._backward(begin, first)
        return self._backward(begin, first) or self._forward(last, end)

    def names_something(self, first: int, last: int) -> bool:
        """Whether the date only says which: "the April 19 agreement"; then the tense is not its own."""
        codes, classes = self._strip.codes, self._classes
        if not first or last >= len(codes):
            return False
        determiner = classes["determiner"]
        follows = codes[last] == "x" or codes[last] in classes["happening"]
        return follows and (codes[first - 1] in determiner or codes[max(first - 2, 0)] in determiner)

    def _set_off(self, begin: int, first: int, last: int) -> bool:
        """Whether the date stands between commas, or between "and" and a comma: it goes with what follows."""
        classes, codes = self._classes, self._strip.codes
        if last >= len(codes) or codes[last] not in classes["comma"]:
            return False
        at = first - 1
        if at >= begin and codes[at] in classes["=on"] | classes["=in"]:
            at -= 1
        return at < begin or codes[at] in classes["comma"] | classes["=and"]

    def _governed(self, first: int) -> int:
        """Direction given by the words right before the date: "ahead of Friday's", "the upcoming June 23"."""
        words = [self._word(at) for at in range(max(first - 3, 0), first)]
        if not words:
            return 0
        if not {"upcoming", "forthcoming", "ahead", "away", "until", "till"}.isdisjoint(words):
            return 1
        if words[-1] == "by" or words[-2:] == ["by", "the"]:
            return 1
        if words[-2:] == ["back", "in"] and words[0] not in _COMING_BACK:
            return -1
        return -1 if words[-1] == "since" else 0

    def _backward(self, begin: int, first: int) -> int:
        """Direction by the nearest verb before the date."""
        codes, parts = self._strip.codes, self._parts
        seen: list[str] = []  # the small words between the verb and the date, the nearest to the date first
        for at in range(first - 1, begin - 1, -1):
            part = parts.get(codes[at])
            if part is None:
                continue
            if part in ("to", "for", "from"):
                seen.append(part)
                if part == "to" and parts.get(codes[at - 1] if at else "") == "be" and self._word(at - 1) != "be":
                    return 1  # the ministers are to meet on Friday
            elif part == "moved" and seen:
                return 0 if seen[0] == "from" else 1  # postponed from Friday: it may lie on either side
            elif part == "moved" and self._word(at).endswith(("ed", "put", "brought")):
                return -1
            elif part == "modal":
                return self._modal(at)
            elif part == "ahead":
                return 0 if at > begin and self._word(at - 1) in _WAS else 1  # was supposed to meet on Friday
            elif part in ("past", "planned"):
                said = self._past(at, begin, part, "to" in seen or "for" in seen)
                if said is not None:
                    return said
        return 0

    def _past(self, at: int, begin: int, part: str, leads_on: bool) -> int | None:
        """Direction of a past form; None where it is a participle and another word must tell."""
        before = self._word(at - 1) if at > begin else ""
        if before == "be":
            return 1 if self._word(at - 2) == "to" else None  # to be held on Friday; may be signed on Friday
        if self._word(at + 1) == "by":
            return None  # followed by talks on Friday
        if part == "planned" and before in ("is", "are", "'s", "'re"):
            return 1  # is expected in Abuja on Sunday
        if not leads_on:
            return -1
        if part == "planned" and before not in _WAS:
            return 1  # agreed to meet on Friday
        return 0  # was expected to meet on Friday, went to talks on Friday: either side

    def _modal(self, at: int) -> int:
        """Modals look ahead, but "would have met" did not happen on a day to come."""
        return 0 if self._word(at + 1) in ("have", "'ve") else 1

    def _forward(self, last: int, end: int) -> int:
        """Direction by the first verb after the date."""
        codes, parts = self._strip.codes, self._parts
        for at in range(last, end):
            part = parts.get(codes[at])
            if part == "modal" or (part == "ahead" and codes[at] in self._classes["t_future"]):
                return 1
            if part == "be" and parts.get(codes[at + 1] if at + 1 < end else "") in ("to", "ahead"):
                return 1
            if part in ("past", "planned", "moved"):
                return -1
        return 0
