"""Encounters that a text tells on without naming them again: "It was called off", "the second was held in Rome".

The kind and those who take part are those of the encounter told last; what became of it, when and where, the clause
tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading import ENCOUNTERS, Kind, Status
from .clauses import Clause
from .draft import STRONG, Draft, Scene
from .nouns import Standing
from .phrases import Phrase
from .verdict import judge
from .when import attach
from .where import place_in

_POINTING = frozenset("it they".split())
_NEXT_ONES = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth next last latest".split())
_TOLD_ON = frozenset(
    """
    hold cancel postpone delay defer reschedule resume shelve scrap take happen collapse convene schedule
    adjourn interrupt call put break fall go reconvene push move
    """.split()
)
"""Verbs that say what became of an encounter."""
_TOLD_ON_PASSIVE = frozenset("hold call put push move schedule cancel postpone delay defer reschedule resume".split())
"""Those of them that need a passive: "it was held", where "it held talks" tells of another."""
_TOGETHER = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.TALKS, Kind.CONFERENCE, Kind.VISIT})


def last_told(drafts: Sequence[Draft], before: int) -> Draft | None:
    """Give the encounter that was told last before a place in the text."""
    told = [d for d in drafts if d.trigger[0] < before and d.kind in _TOGETHER and d.strength == STRONG]
    return max(told, key=lambda d: d.trigger[0], default=None)


def sequel(scene: Scene, clause: Clause, last: Draft | None) -> Iterator[Draft]:
    """Yield what a clause tells on of the encounter told last."""
    vp = clause.vp
    if last is None or vp is None or vp.lemma not in _TOLD_ON or clause.quoted:
        return
    if clause.inherited and not _is_to(clause):
        return
    if vp.lemma in _TOLD_ON_PASSIVE and not vp.passive and vp.lemma != "resume":
        return
    nouns = [p for p in clause.subject if p.type == "NP"]
    if len(nouns) != 1 or (nouns[0].names and nouns[0].head not in _POINTING) or last.kind not in ENCOUNTERS:
        return
    points = _points(nouns[0], last)
    ordinal = _ordinal(nouns[0])
    if not points and not ordinal:
        return
    verdict = judge(scene, clause, nouns[0], last.kind, Standing("subject", "", None, True), None, True, set())
    if verdict is None or verdict.status is None or verdict.strength != STRONG or verdict.act is not None:
        return
    time, rule = attach(scene, clause, nouns[0])
    if points and verdict.status in _ACTED:
        time = None  # the day on which it was called off
    place = place_in(scene, clause, vp)
    dated = time is not None and time.edtf is not None
    if not (dated or place.words or (points and verdict.status in _UNDONE)):
        return
    yield _draft(scene, clause, nouns[0], last, verdict, (time, rule), place, ordinal)


def _is_to(clause: Clause) -> bool:
    """ "A third is to be held", "was due to resume"."""
    above = clause.governor
    led = clause.relation == "infinitive" and above is not None and not above.inherited
    return led and above.lemma in ("be", "due", "schedule", "set", "expect", "suppose")


_ACTED = frozenset({Status.CANCELLED, Status.POSTPONED})
_UNDONE = frozenset({Status.CANCELLED, Status.POSTPONED, Status.COLLAPSED})


def _points(noun: Phrase, last: Draft) -> bool:
    """ "It" for a meeting, "they" for talks."""
    if noun.head not in _POINTING:
        return False
    return (noun.head == "they") == (last.head in ("talk", "talks", "negotiation", "consultation", "discussion"))


def _ordinal(noun: Phrase) -> str:
    """ "The second", "a third", "the next one"; nothing where a noun follows."""
    if noun.head in _NEXT_ONES and noun.det in ("the", "a", "an"):
        return noun.head
    return next((m for m in noun.mods if m in _NEXT_ONES), "") if noun.head == "one" else ""


def _draft(scene: Scene, clause: Clause, noun: Phrase, last: Draft, verdict, timing, place, ordinal: str) -> Draft:
    time, rule = timing
    draft = replace(
        last,
        sentence=scene.sentence,
        trigger=(noun.start, noun.end),
        status=verdict.status,
        strength=STRONG,
        time=None,
        place=type(place)(),
        named="",
        definite=not ordinal,
        ordinal=ordinal,
        of_the_day="",
        occasions=1,
        clause=clause,
        reasons=[],
    )
    draft.because("kind", "told-before", last.trigger)
    draft.because("actors", "told-before", *((p.start, p.end) for p in last.parties))
    draft.because("status", verdict.rule, *verdict.spans)
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    if place.words:
        draft.place = place
        draft.because("place", "place-phrase", (place.start, place.end))
    return draft
