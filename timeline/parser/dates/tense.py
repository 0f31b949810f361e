"""Which way the words around a date look: what they tell is past, or lies ahead.

A weekday or a day without year means the one before or the one after the day of publication, and only the clause says
which: "met on Friday", "will meet on Friday". The nearest verb before the date in its sentence decides, else the first
one after it. "Agreed to meet on Friday" looks ahead from a past verb, "agreed on Friday to meet" does not.
"""

from __future__ import annotations

from timeline.parser.dates.tokens import ABBREVIATIONS, Strip

_REACH = 40
"""Tokens looked at on each side; a clause is seldom longer, and it keeps the work linear."""


class Tense:
    """Tells direction at any place of one text."""

    def __init__(self, text: str, strip: Strip, classes: dict[str, frozenset[str]]) -> None:
        self._text = text
        self._strip = strip
        self._classes = classes

    def _word(self, at: int) -> str:
        return self._text[self._strip.starts[at] : self._strip.ends[at]]

    def ends_sentence(self, at: int) -> bool:
        """Whether the token is a line break, or a mark that ends a sentence."""
        code = self._strip.codes[at]
        if code == "\n":
            return True
        if code not in self._classes["stop"]:
            return False
        mark, previous = self._word(at), self._word(at - 1) if at else ""
        if mark != ".":
            return True
        follower = self._word(at + 1)[:1] if at + 1 < len(self._strip.codes) else ""
        if len(previous) == 1 and previous.isalpha():
            return False  # U.S., J. Smith
        return not (previous.lower() in ABBREVIATIONS or follower.islower())

    def sentence(self, first: int) -> tuple[int, int]:
        """First token of the sentence around a token, and the one after its last; never more than the reach away."""
        begin = first
        while begin > 0 and first - begin < _REACH and not self.ends_sentence(begin - 1):
            begin -= 1
        end, limit = first, min(first + _REACH, len(self._strip.codes))
        while end < limit and not self.ends_sentence(end):
            end += 1
        return begin, end

    def direction(self, first: int, last: int) -> int:
        """-1 past, 1 ahead, 0 unknown, for the date whose tokens are `first` to `last` (excluded)."""
        said = self._governed(first)
        if said:
            return said
        begin, _ = self.sentence(first)
        backward = self._backward(begin, first)
        if backward:
            return backward
        _, end = self.sentence(max(last - 1, first))
        return self._forward(last, end)

    def _governed(self, first: int) -> int:
        """Direction given by the words right before the date: "ahead of Friday's", "the upcoming June 23"."""
        words = [self._word(at).lower() for at in range(max(first - 3, 0), first)]
        if not words:
            return 0
        if {"upcoming", "forthcoming", "ahead", "until", "till"} & set(words):
            return 1
        if words[-1] == "by" or words[-2:] == ["by", "the"]:
            return 1
        return -1 if words[-1] == "since" else 0

    def _backward(self, begin: int, first: int) -> int:
        """The nearest verb before the date."""
        classes, codes = self._classes, self._strip.codes
        leads_on = False  # "to" or "for" stands between the verb and the date
        comes_from = False  # "from" does
        for at in range(first - 1, begin - 1, -1):
            code = codes[at]
            if code == "x" or code == "X" or code in classes["month"]:
                continue
            if code in classes["=from"]:
                comes_from = True
            if code in classes["moved"] and (leads_on or comes_from):
                return 0 if comes_from else 1
            if code in classes["t_future"]:
                return 1
            if code in classes["t_modal"]:
                return self._modal(at)
            if code in classes["t_planning"]:
                return 1
            if code in classes["t_timetable"]:
                return 1
            if code in classes["t_planned"] and leads_on:
                return 0 if self._undone(at) else 1
            if code in classes["t_past"] or code in classes["past_verb"] or code in classes["t_planned"]:
                if leads_on and self._had_to(at):
                    return 0
                return -1
            if code in classes["=to"] or code in classes["=for"] or code in classes["=until"]:
                leads_on = True
                if code in classes["=to"] and at > begin and codes[at - 1] in classes["t_be"]:
                    return 1  # is to meet
        return 0

    def _undone(self, at: int) -> bool:
        """Whether a plan is told as past: "was supposed to", "had planned to": the date may lie on either side."""
        return at > 0 and self._word(at - 1).lower() in ("was", "were", "had", "been")

    def _had_to(self, at: int) -> bool:
        return self._word(at).lower() in ("was", "were", "had") and self._word(at + 1).lower() in (
            "to",
            "due",
            "supposed",
        )

    def _modal(self, at: int) -> int:
        """ "Would have met" did not happen on a day to come; other modals look ahead."""
        return 0 if self._word(at + 1).lower() in ("have", "'ve") else 1

    def _forward(self, last: int, end: int) -> int:
        """The first verb after the date."""
        classes, codes = self._classes, self._strip.codes
        for at in range(last, end):
            code = codes[at]
            if code == "x" or code == "X" or code in classes["month"]:
                continue
            if code in classes["t_future"] or code in classes["t_modal"]:
                return 1
            if code in classes["t_be"] and at + 1 < end and codes[at + 1] in (classes["=to"] | classes["t_planning"]):
                return 1
            if code in classes["t_past"] or code in classes["past_verb"] or code in classes["t_planned"]:
                return -1
        return 0
