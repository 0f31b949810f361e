"""What somebody tells in the first person: "the President", "that meeting", "I agreed last week to meet".

In a transcript it is known who speaks, so that a president without a name is the speaker's own, and calling off "that
meeting" calls off the one told just before, by both whom it was of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ..names_book import NameBook
from ..reading import ENCOUNTERS, ActorKind, Kind, Name, Role, Sentence, Status
from .draft import FAIR, STRONG, Draft

_LATELY = 400
"""Characters within which "the President" is the one named last rather than the speaker's own."""
_JUST_TOLD = 2500
"""Characters within which "that meeting" is the plan told last."""
_LAST_TOLD = 40
"""How many of the drafts before are asked, which keeps the work linear."""
_PLANNED = frozenset({Status.PLANNED, Status.PROPOSED})


def own_president(plain: str, names: Sequence[Name], speaker: Name, published: date | None) -> list[Name]:
    """Give the names of a sentence with "the President" as the head of the speaker's own state."""
    if not speaker.state or not speaker.office or published is None:
        return list(names)
    return [_own(plain, n, speaker, published) for n in names]


def _own(plain: str, name: Name, speaker: Name, published: date) -> Name:
    alone = name.rule == "office alone" and plain[name.start : name.end].removeprefix("the ") == "President"
    if not alone or name.state == speaker.state or name.kind is not ActorKind.PERSON:
        return name
    family = name.name.split()[-1]
    if family in plain[max(0, name.start - _LATELY) : name.start]:
        return name
    head = _president_of(speaker.state, published)
    return replace(name, name=head, state=speaker.state, office="president", known=True) if head else name


@lru_cache(maxsize=256)
def _president_of(state: str, day: date) -> str:
    held = [t.person for t in NameBook.default().holders.get(state, ()) if t.holds_on(day) and t.office == "president"]
    return held[0] if len(held) == 1 else ""


def call_off(drafts: list[Draft], published: date | None) -> None:
    """Add the act to an encounter that a speaker calls off without naming whom it was with: "that meeting"."""
    found = list(drafts)
    for at, draft in enumerate(found):
        if draft.kind not in ENCOUNTERS or draft.status is not Status.CANCELLED or not draft.definite:
            continue
        if not any(r.field == "status" and r.rule == "not-gone-ahead-with" for r in draft.reasons):
            continue
        told = [
            d
            for d in found[max(0, at - _LAST_TOLD) : at]
            if d.kind in ENCOUNTERS
            and d.status in _PLANNED
            and len(d.parties) > 1
            and {p.name for p in draft.parties} <= {n for p in d.parties for n in (p.name, p.state)}
            and 0 < draft.trigger[0] - d.trigger[0] <= _JUST_TOLD
        ]
        if told:
            drafts.append(_act(draft, max(told, key=lambda d: d.trigger[0]), published))


_LABEL = re.compile(r"(?P<asked>Q|QUESTION)(?: \([^)\n]{1,30}\))?:\s|[A-Z][A-Z.' -]{2,60}(?: \([^)\n]{1,40}\))?:\s")
_GUESSED = re.compile(r"\b(?:weeks?|months?|years?) (?:ago|back)\b", re.IGNORECASE)


def asks(plain: str, sentence: Sentence, before: bool) -> bool:
    """Whether a sentence is of a reporter's question: from one label ("QUESTION:") to the next."""
    label = _LABEL.match(plain, sentence.start, min(sentence.end + 1, sentence.start + 110))
    return before if label is None else label.group("asked") is not None


def leave_guess(draft: Draft, plain: str) -> None:
    """Take "two weeks ago" from what a reporter asks about: it is a guess, and dates nothing."""
    if draft.time is not None and _GUESSED.search(plain, draft.time.start, draft.time.end):
        draft.time = None
        draft.reasons = [r for r in draft.reasons if r.field != "when"]


def is_topic(draft: Draft) -> bool:
    """ "When it comes to opening the consulate again": what is spoken about, not what is done."""
    clause = draft.clause
    if clause is None or clause.vp is None or clause.vp.lemma != "come" or draft.trigger[0] < clause.vp.end:
        return False
    return [p.low for p in clause.subject if p.type == "NP"] == ["it"]


def is_of_nobody(draft: Draft) -> bool:
    """Of a reporter's question: "before returning to Haiti, one more thing" is no journey."""
    return draft.kind is Kind.VISIT and not draft.parties and draft.status is Status.HELD


_SAID_THERE = frozenset("reaffirm pledge congratulate recognise recognize urge vow".split())
_READ_OUT = 1500
"""Characters within which what officers say is what they said to each other."""


def is_readout(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Soto spoke with Mori … The two reaffirmed their friendship": said in the encounter, no act of its own."""
    if draft.kind is not Kind.STATEMENT or draft.head not in _SAID_THERE or draft.time is not None or not draft.parties:
        return False
    told = next((d for d in reversed(drafts[-4:]) if d.kind in ENCOUNTERS), None)
    if told is None or draft.trigger[0] - told.trigger[0] > _READ_OUT or len(told.parties) < 2:
        return False
    if any(p.kind is not ActorKind.PERSON for p in draft.parties):
        return False
    return {p.name for p in draft.parties} <= {p.name for p in told.parties}


def _act(draft: Draft, plan: Draft, published: date | None) -> Draft:
    """The calling off, on the day of the report, by those whose meeting it was."""
    draft.parties = tuple(replace(p, role=Role.PARTICIPANT) for p in plan.parties)
    draft.reasons = [r for r in draft.reasons if r.field != "actors"]
    draft.because("actors", "told-before", *((p.start, p.end) for p in draft.parties))
    draft.strength = max(draft.strength, FAIR)
    if draft.time is None and plan.time is not None:
        draft.time = plan.time
        draft.because("when", "told-before", (plan.time.start, plan.time.end))
    act = replace(draft, kind=Kind.CANCELLATION, status=Status.HELD, strength=STRONG, time=None, definite=False)
    act.reasons = [r for r in draft.reasons if r.field in ("actors", "basis", "speaker")]
    act.of_the_day = published.isoformat() if published is not None else ""
    act.because("kind", "called-off", draft.trigger)
    act.because("status", "called-off", draft.trigger)
    act.head = "call off"
    return act
