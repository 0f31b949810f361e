"""Letters and messages between officials that a noun tells of: "in a letter to the king, the premier proposed"."""

from __future__ import annotations

from ..reading import ActorKind, Kind, Status
from .clauses import Clause, segments
from .draft import FAIR, Draft, Scene
from .nouns import behind, locate
from .outlook import View, of_clause
from .phrases import Phrase
from .roles import subject_parties
from .when import attach
from .who import distinct, of_phrase, of_segments, party

_PAPERS = frozenset("letter message cable telegram note letters messages".split())
_CARRIED = frozenset("write address hand deliver convey transmit carry send".split())


def letter(scene: Scene, clause: Clause, phrase: Phrase) -> Draft | None:
    """Give the exchange that a letter is, where the text names who wrote it and to whom."""
    if phrase.head not in _PAPERS or clause.vp is None or clause.quoted:
        return None
    standing = locate(clause, phrase)
    outlook = of_clause(clause)
    carried = standing.side == "object" and standing.prep == "" and clause.vp.lemma in _CARRIED
    beside = standing.prep in ("in", "by") and (standing.side == "subject" or standing.outer is None)
    if outlook.view is not View.FACT or not (beside or carried):
        return None
    rest = segments(behind(clause, phrase), opening=True)
    writers = [p for n in phrase.possessors if (p := party(n)) is not None]
    writers += of_segments([s for s in rest[:3] if s.prep == "from"], frozenset({"from"}))
    readers = [p for s in rest[:2] if s.prep == "to" for one in s.phrases[:2] for p in of_phrase(one)]
    parties = distinct([*(writers or subject_parties(scene, clause)), *readers])
    people = [p for p in parties if p.kind is ActorKind.PERSON]
    if not readers or not people or len({p.state or p.name for p in parties}) < 2:
        return None
    draft = Draft(
        scene.sentence,
        (phrase.start, phrase.end),
        Kind.CALL,
        Status.HELD,
        FAIR,
        parties,
        head="letter",
        clause=clause,
    )
    time, rule = attach(scene, clause, phrase)
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    draft.because("kind", "noun", (phrase.start, phrase.end))
    draft.because("status", outlook.rule, *outlook.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in parties))
    return draft
