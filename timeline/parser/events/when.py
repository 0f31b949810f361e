"""Which time words date a happening: those in its own noun phrase, else of its clause, else of the clause it hangs on.

Words of another clause, and those that date the telling ("said on Monday"), date nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..reading import TimeWords
from . import lexicon as lex
from .clauses import Clause
from .draft import Scene
from .phrases import Phrase


def attach(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[TimeWords | None, str]:
    """Give the time words for what `phrase` (a verb or noun phrase of `clause`) tells, and the rule's name."""
    if phrase.times:
        return _best(phrase.times, phrase.start), "in-the-phrase"
    behind = _right_behind(clause, phrase)
    if behind is not None:
        return behind, "right-behind"
    own = list(_own_times(clause))
    if own:
        return _best(own, phrase.end), "same-clause"
    for child in scene.clauses:
        if (
            child.governor is clause
            and child.relation in ("participle", "relative")
            and child.subject
            and child.subject[-1] is phrase
        ):
            times = _own_times(child)
            if times:
                return _best(times, phrase.end), "participle"
    for child in scene.clauses:
        if (
            child.governor is clause
            and child.relation in ("infinitive", "gerund")
            and (clause.vp is phrase or phrase in clause.subject)
            and child.lemma not in lex.SAY
        ):
            times = _own_times(child)
            if times:
                return _best(times, phrase.end), "purpose-clause"
    inherited = _from_above(clause)
    if inherited is not None:
        return inherited, "clause-above"
    return None, ""


def _own_times(clause: Clause) -> list[TimeWords]:
    return clause.times


def _best(times: Iterable[TimeWords], at: int) -> TimeWords:
    """The valued one nearest to a place in the text; words behind it before words in front."""
    return min(times, key=lambda t: (t.edtf is None, abs(t.start - at) + (12 if t.end <= at else 0)))


def _right_behind(clause: Clause, phrase: Phrase) -> TimeWords | None:
    """Time words that follow a noun phrase, its prepositional phrases skipped: "the talks in Oslo on May 3"."""
    items = clause.items
    if phrase.type != "NP" or phrase not in items:
        return None
    for item in items[items.index(phrase) + 1 :]:
        if item.type == "TIME":
            return item.times[0] if item.times[0].edtf is not None else None
        if item.type == "NP" and item.head in lex.NOUNS and item.times:
            return None
        if (
            item.type not in ("PREP", "NP", "COMMA", "SUBPREP")
            or (item.type == "SUBPREP" and item.low in ("after", "before"))
            or item.low in ("after", "before", "following")
        ):
            return None
    return None


def _from_above(clause: Clause) -> TimeWords | None:
    """Time words of the clause that this one hangs on, where both tell of the same doing."""
    above = clause.governor
    steps = 0
    while above is not None and steps < 4:
        steps += 1
        if clause.relation == "that" or (
            clause.relation == "adverbial" and clause.intro not in ("when", "as", "while")
        ):
            return None
        if clause.relation == "infinitive" and clause.governing_noun is not None:
            return None
        if above.lemma in lex.SAY and clause.relation not in ("coordinate", "adverbial"):
            return None
        if (
            clause.relation == "infinitive"
            and above.lemma
            in lex.GOVERNING_VERBS["planned"] | lex.GOVERNING_VERBS["proposed"] | lex.GOVERNING_VERBS["refused"]
        ):
            return None
        times = (
            above.times
            if clause.relation != "coordinate"
            else [t for p in above.subject if p.type == "TIME" for t in p.times]
            or (above.times if clause.inherited else [])
        )
        if times:
            return _best(times, clause.vp.start if clause.vp else 0)
        clause, above = above, above.governor
    return None
