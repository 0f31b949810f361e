"""What one clause is found to say of one happening, before all sentences about it are brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ..reading import Basis, Kind, Name, Party, Reason, Sentence, Span, Status, TimeWords
from .clauses import Clause
from .phrases import Phrase
from .who import Place

STRONG, FAIR, WEAK = 2, 1, 0
"""How well a draft stands by itself: told by a verb; named with who, when or where; only spoken of."""


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making."""

    sentence: Sentence
    trigger: Span
    kind: Kind
    status: Status
    strength: int
    parties: tuple[Party, ...] = ()
    basis: Basis = Basis.STATED
    time: TimeWords | None = None
    place: Place = field(default_factory=Place)
    speaker: str = ""
    occasions: int = 1
    named: str = ""
    head: str = ""
    """The noun or verb that tells of it."""
    definite: bool = False
    """It points back to something known: "the meeting", "his visit"."""
    pointed_at: bool = False
    """It points back to what was told last: "that summit"."""
    concerns: Draft | None = None
    reasons: list[Reason] = field(default_factory=list)
    clause: Clause | None = None
    ordinal: str = ""
    of_the_day: str = ""
    """The day of publication, where a report in the present tells of it without time words."""

    def because(self, about: str, rule: str, *spans: Span) -> None:
        """Note which words gave a field, by which rule; the first reason for a field stands."""
        for reason in self.reasons:
            if reason.field == about:
                return
        self.reasons.append(Reason(about, rule, tuple(spans)))


@dataclass(slots=True)
class Scene:
    """A sentence with all that earlier stages found in it."""

    text: str
    """The whole text, normalised."""
    sentence: Sentence
    clauses: list[Clause]
    phrases: list[Phrase]
    names: Sequence[Name]
    times: Sequence[TimeWords]
    published: date | None
    low: str = ""
    question: bool = False
    before: tuple[Party, ...] = ()
    """Who the subject of the sentence before was, where that was a state or body."""
    speaker: Name | None = None
    """Who speaks in the first person, where the text says so."""
    here: Place = field(default_factory=Place)
    """The place of the report, which "here" means."""

    def words(self, phrase: Phrase) -> str:
        """The phrase as written."""
        return self.text[phrase.start : phrase.end]

    def time_right_behind(self, end: int) -> TimeWords | None:
        """Time words that follow a place in the text at once, or after a comma, "on", "from" or a bracket."""
        for time in self.times:
            if time.start >= end:
                gap = self.text[end : time.start].strip(" ,(").lower()
                return time if gap in ("", "on", "from", "in", "and on") else None
        return None
