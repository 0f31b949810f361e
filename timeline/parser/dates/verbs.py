"""What a verb, or a word like one, says of the direction in which its clause looks.

"Met", "will meet", "is to meet" and "was to meet"; "agreed to meet" against "agreed"; participles that only describe
a noun ("the failed talks"), planning words that are nouns ("the plan"), and the first verb after a place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.parser.dates.moments import EITHER
from timeline.parser.dates.tokens import CAPITAL, TENSE, Strip

PAST, UNKNOWN, AHEAD = -1, 0, 1
"""Directions, besides EITHER. UNKNOWN is where nothing is said: a weekday is then past. EITHER is where the words leave
it open ("was to meet on Friday"): the nearest is meant."""

_SOON = 8
"""Tokens within which the verb of a noun with a date of its own follows: "the talks set for May 6, in Oslo, were …"."""
_WAS = frozenset({"was", "were", "had"})
_HAS = frozenset({"has", "have", "'ve"})
IS = frozenset({"is", "are", "am", "'s", "'re"})
_REMEMBERED = frozenset({"remember", "recall", "know", "note", "imagine", "seen", "heard", "noticed", "read"})
"""What "you may" have done does not date what one knows."""
_OPEN_MODALS = frozenset({"would", "should"})
"""What "would have" been done was to be done; what "may have" been done was perhaps done."""
_AFTER_VERB = frozenset({"to", "for", "on", "in", "by", "at", "from", "with", "of", "after", "over", "and", "or", "as",
                         "that", "against", "about", "until", "into", "it", "them", "him", "me", "us"})  # fmt: skip
_TIMETABLED = frozenset({"scheduled", "slated"})
_SET_APART = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "s", "any", "some", "no"})
_PLAN_NOUNS = frozenset(TENSE["plan_nouns"])
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


@dataclass(slots=True)
class Seen:
    """What has been passed on the way back from a date to its verb."""

    begin: int
    """First token of the sentence."""
    last: int
    """The token after the date."""
    to: str
    """The preposition before the date."""
    sure: bool = False
    """An infinitive stands between ("to meet")."""
    maybe: bool = False
    """What stands between may be an infinitive ("to power")."""
    planned: bool = False
    """A plan stands between, which counts if there is no verb."""
    present: bool = False
    """A present tense stands between, which counts if there is no verb."""


class Verbs:
    """Reads the verbs of one text."""

    def __init__(self, text: str, strip: Strip, classes: Mapping[str, frozenset[str]], parts: dict[str, str]) -> None:
        self._text = text
        self._strip = strip
        self._classes = classes
        self._parts = parts

    def word(self, at: int) -> str:
        """The token there in lower case; empty beyond the ends of the text."""
        strip = self._strip
        return self._text[strip.starts[at] : strip.ends[at]].lower() if 0 <= at < len(strip.codes) else ""

    def part(self, at: int) -> str | None:
        """What the token there does for the direction, if anything."""
        return self._parts.get(self._strip.codes[at]) if 0 <= at < len(self._strip.codes) else None

    def belongs(self, at: int, name: str) -> bool:
        """Whether the token there is of the class."""
        return 0 <= at < len(self._strip.codes) and self._strip.codes[at] in self._classes[name]

    def back_over(self, at: int, seen: Seen, end: int) -> int | None:
        """Direction that the token there gives to a date after it; None where it gives none and others must tell.

        `end` is the token after the date's sentence.
        """
        match self.part(at):
            case "since":
                return PAST  # their first talks since the dinner in Lima on May 3
            case "to":
                seen.sure = seen.sure or self.part(at + 1) == "infinitive" or self.word(at + 1) == "be"
                seen.maybe = seen.maybe or self._may_be_infinitive(at + 1)
            case "be":
                if self.word(at) in IS and self.word(at + 1) == "to":
                    return AHEAD  # the ministers are to meet on Friday
                seen.present = seen.present or self.word(at) in IS
            case "infinitive" | "happening":
                return self._named(at)
            case "moved":
                return self._moved(at, seen)
            case "modal":
                return self._modal(at)
            case "timetable":
                return self._timetable(at)
            case "ahead":
                return self._ahead(at, seen)
            case "planned" | "past":
                return self._past(at, seen, end)
        return None

    def forward(self, last: int, end: int) -> int | None:
        """Direction by the first verb from one token to another; None where there is none."""
        for at in range(last, end):
            part = self.part(at)
            if part == "ahead" and self.belongs(at, "t_future"):
                return AHEAD
            if part == "modal" and (said := self._modal(at)) is not None:
                return said
            if part == "be" and self.part(at + 1) in ("to", "ahead", "planned") and at + 1 < end:
                return AHEAD
            if part not in ("past", "planned", "moved") or self.word(at - 1) in IS:
                continue  # when he is sworn in
            if not self.attributive(at):
                return EITHER if self.word(at) in ("was", "were") and self.word(at + 1) == "to" else PAST
            if part == "planned":
                return self._before_past_verb(at + 1, end)
        return None

    def attributive(self, at: int) -> bool:
        """Whether a form in -ed only describes what follows: "the divided families", "free jailed reporters"."""
        if not self.word(at).endswith("ed"):
            return False
        if self.word(at - 1) not in _SET_APART and self.part(at - 1) != "infinitive":
            return False
        after = self.word(at + 1)
        return after.isalpha() and after not in _AFTER_VERB and not self.belongs(at + 1, "determiner")

    def _may_be_infinitive(self, at: int) -> bool:
        """Whether what follows "to" can be a verb: no name, number, article, nor a noun such as "talks"."""
        if self.part(at) == "happening" or self.belongs(at, "determiner") or self.belongs(at, "number"):
            return False
        return 0 <= at < len(self._strip.codes) and self._strip.codes[at] != CAPITAL and self.word(at)[:1].isalpha()

    def _ahead(self, at: int, seen: Seen) -> int | None:
        """What was due may lie on either side; "rejected the plan on Friday" is past, the plan asks another verb."""
        word, before, after = self.word(at), self.word(at - 1), self.word(at + 1)
        noun = word in _PLAN_NOUNS and not seen.maybe and after not in ("to", "for") and self._named_by(at)
        if (
            noun
            or (word == "ahead" and after != "of")  # went ahead on Friday
            or (word == "going" and after != "to")  # going into May
            or (word == "forward" and before not in ("look", "looks", "looking"))
        ):
            seen.planned = True
            return None
        return EITHER if at > seen.begin and before in _WAS | {"been"} else AHEAD

    def _named_by(self, at: int) -> bool:
        """Whether the word there is a noun, by what stands before it."""
        return self.word(at - 1) in _SET_APART or self._strip.codes[at - 1] == "x" or self.part(at - 1) == "past"

    def _named(self, at: int) -> int | None:
        """ "Their last summit, on May 3" looks back, "the next round on May 3" ahead."""
        before = self.word(at - 1)
        if before in _NAMED_BEFORE:
            return PAST
        return AHEAD if before in _NAMED_AHEAD and self.belongs(at, "happening") else None

    def _moved(self, at: int, seen: Seen) -> int | None:
        """What was postponed from Friday may lie on either side; what was moved to Friday lies ahead."""
        if seen.to in ("to", "for", "until", "till"):
            return AHEAD
        if seen.to == "from":
            return EITHER
        if self.attributive(at) or not self.word(at).endswith(("ed", "put", "brought")):
            return None
        return UNKNOWN if seen.maybe else PAST

    def _timetable(self, at: int) -> int | None:
        """The session opens on Friday; but an open door, the start of the talks and "to open" say nothing."""
        before = self.word(at - 1)
        return None if before in _SET_APART or before in ("to", "this", "that") else AHEAD

    def _modal(self, at: int) -> int | None:
        """Modals look ahead, but "would have met" did not happen on a day to come, nor what could not be done."""
        after = self.word(at + 1)
        if after in _REMEMBERED or (after == "have" and self.word(at + 2) in _REMEMBERED):
            return None  # as you may recall, as you might have heard
        if after in ("have", "'ve"):
            return EITHER if self.word(at) in _OPEN_MODALS else PAST
        return UNKNOWN if self.word(at) == "could" and after in ("not", "n") else AHEAD

    def _past(self, at: int, seen: Seen, end: int) -> int | None:
        """Direction of a past form; None where it only describes a noun and another word must tell."""
        planned = self.part(at) == "planned"
        if self.attributive(at):
            return self._before_past_verb(seen.last, end) if planned else None
        if self.word(at - 1) == "be":
            return self._to_be(at, seen.begin)
        if self._leaves_it_to_others(at):
            return None
        if at == seen.begin and at + 1 < seen.last:
            return self.forward(seen.last, end) or PAST  # held from Monday on, the fair will draw crowds
        if (said := self._half_past(at, planned)) is not None:
            return said
        if not planned:
            return UNKNOWN if seen.sure or seen.to == "for" else PAST
        return self._led_on(at, seen, end)

    def _leaves_it_to_others(self, at: int) -> bool:
        """Whether a past form only helps another verb: "to have met", "followed by", "may have heard", "is held"."""
        word, before = self.word(at), self.word(at - 1)
        if word == "followed" and self.word(at + 1) == "by":
            return True
        if before == "have" or word == "have":
            modal = at - (2 if before == "have" else 1)
            known = word in _REMEMBERED or self.word(at + 1) in _REMEMBERED
            return self.word(modal) == "to" or (known and self.part(modal) == "modal")
        return before in IS and self.part(at) != "planned"

    def _half_past(self, at: int, planned: bool) -> int | None:
        """Direction of past forms that do not simply look back."""
        word, before = self.word(at), self.word(at - 1)
        if _OPEN_MODALS & {before if word == "have" else self.word(at - 2) if before == "have" else ""}:
            return EITHER  # would have met on Friday
        if self.word(at + 1) == "to" and word in ("was", "were"):
            return EITHER  # was to meet on Friday
        if self.word(at + 1) == "to" and word in _HAS:
            return AHEAD  # has to leave on Friday
        return AHEAD if before in IS and planned else None  # is expected in Abuja on Sunday

    def _led_on(self, at: int, seen: Seen, end: int) -> int:
        """Direction of "agreed", "expected", "set": ahead for what they lead on to, else past."""
        set_for = seen.to == "for" or self.word(at) in _TIMETABLED
        before = self.word(at - 1) if at > seen.begin else ""
        has = self.word(at - 2 if before == "been" else at - 1) in _HAS
        if not (seen.maybe or set_for):
            return PAST
        if before in _WAS or (before == "been" and not has):
            return EITHER  # was expected to meet on Friday
        if set_for and before not in _HAS:
            return self._before_past_verb(seen.last, end)
        return AHEAD  # agreed to meet on Friday

    def _to_be(self, at: int, begin: int) -> int | None:
        """Talks to be held on Friday lie ahead; "were to be held" and "is expected to be held" ask the words before."""
        if self.word(at - 2) != "to":
            return None  # may be signed on Friday
        if at - 3 >= begin and (self.word(at - 3) in _WAS or self.part(at - 3) in ("planned", "ahead", "be")):
            return None
        return AHEAD

    def _before_past_verb(self, last: int, end: int) -> int:
        """What is planned lies ahead; where something was done about it ("… was called off") it may be over."""
        for at in range(last, min(end, last + _SOON)):
            if self.part(at) in ("past", "planned", "moved") and not self.attributive(at):
                return EITHER
        return AHEAD
