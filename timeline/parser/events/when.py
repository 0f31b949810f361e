"""Which time words date a happening: those in its own noun phrase, else of its clause, else of the clause it hangs on.

Words of another clause, and those that date the telling ("said on Monday"), date nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from timeline import edtf

from ..reading import ENCOUNTERS, TimeWords
from . import lexicon as lex
from .calendar import may_be_ahead
from .clauses import Clause
from .draft import Scene
from .phrases import Phrase


def attach(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[TimeWords | None, str]:
    """Give the time words for what `phrase` (a verb or noun phrase of `clause`) tells, and the rule's name."""
    if phrase.times:
        return _best(phrase.times, phrase.start), "in-the-phrase"
    behind = _right_behind(clause, phrase)
    told = _is_told(clause, phrase) and phrase in clause.after and not _meant(clause, behind)
    if behind is not None and not (told and not _is_ahead(scene, behind)):
        return behind, "right-behind"
    planned = [t for c in _to_be_held(scene, phrase) for t in c.times]
    if not planned and phrase in clause.subject and (clause.lemma in _CALLED_OFF or _comes_to_nothing(clause)):
        planned = _times_of_plan(scene, clause, phrase)
    if planned:
        return _best(planned, phrase.end), "participle"
    own = _happening_times(scene, clause) if _is_told(clause, phrase) else clause.times
    own = [t for t in own if not _of_the_past(clause, phrase, t)]
    if clause.vp is not None and not clause.vp.perfect and not clause.vp.progressive:
        own = [t for t in own if not (t.edtf or "").endswith("/..")]  # "began a visit, the first since 1964"
    if own:
        return _best(own, phrase.end), "same-clause"
    for child in scene.clauses:
        if (
            child.governor is clause
            and child.relation in ("participle", "relative")
            and child.subject
            and child.subject[-1] is phrase
            and not (clause.lemma in _AGAIN and child.lemma in _BROKEN)
        ):
            times = _happening_times(scene, child) or [
                t for c in scene.clauses if c.governor is child and c.relation == "infinitive" for t in c.times
            ]
            if times:
                return _best(times, phrase.end), "participle"
    for child in scene.clauses:
        if (
            child.governor is clause
            and child.relation in ("infinitive", "gerund")
            and (clause.vp is phrase or phrase in clause.subject)
            and child.lemma not in lex.SAY
        ):
            times = [t for t in child.times if not _of_the_past(child, phrase, t)]
            if times:
                return _best(times, phrase.end), "purpose-clause"
    inherited = _from_above(clause)
    if inherited is not None:
        return inherited, "clause-above"
    return None, ""


_AGAIN = frozenset("relaunch resume restart revive reopen renew".split())
_BROKEN = frozenset("suspend interrupt break halt freeze stall postpone delay adjourn pause".split())
"""Of "resumed the talks that were suspended in May", what was in May is no day of the talks now."""
TELLING = frozenset("announce confirm report disclose reveal agree accept promise approve propose fix".split())
"""Verbs whose day is that of the telling or agreeing: "announced on Monday", "agreed to the visit in May"."""


_CALLED_OFF = lex.GOVERNING_VERBS["cancelled"] | lex.GOVERNING_VERBS["postponed"]


def _comes_to_nothing(clause: Clause) -> bool:
    """ "Never took place", "did not happen", "will not go ahead"."""
    return clause.vp is not None and clause.vp.negated and clause.vp.lemma in ("take", "happen", "go", "materialise")


_SET_FOR = frozenset(
    "schedule plan set due slate hold host arrange expect pencil fix book open start begin take".split()
)


def inserted(scene: Scene, clause: Clause, phrase: Phrase) -> list[Clause]:
    """What is told of an encounter behind its noun: "the talks between A and B due to open in Oslo in May | were …"."""
    items = clause.subject if phrase in clause.subject else clause.after
    own = items[items.index(phrase) :] if phrase in items else [phrase]
    found = [
        c
        for c in scene.clauses
        if c.governor is clause
        and c.relation in ("participle", "relative")
        and c.subject
        and any(c.subject[-1] is p for p in own)
        and (c.subject[-1] is phrase or (c.vp is not None and c.vp.lemma in _SET_FOR))
    ]
    found += [c for c in scene.clauses if c.relation == "infinitive" and c.governor in found]
    return found + _to_be_held(scene, phrase)


def _to_be_held(scene: Scene, phrase: Phrase) -> list[Clause]:
    """ "The next summit, to be held in Lima in June"."""
    return [
        c
        for c in scene.clauses
        if c.relation == "infinitive" and c.governing_noun is phrase and c.vp is not None and c.vp.passive
        if c.vp.lemma in _SET_FOR
    ]


def _times_of_plan(scene: Scene, clause: Clause, phrase: Phrase) -> list[TimeWords]:
    """Time words of what is inserted behind a noun: "the visit, planned for May, was called off on Friday"."""
    return [t for child in inserted(scene, clause, phrase) for t in _happening_times(scene, child)]


def _happening_times(scene: Scene, clause: Clause) -> list[TimeWords]:
    """Time words of a clause that can date what its nouns name: "announced on May 3 for the following week"."""
    if clause.lemma not in TELLING or clause.vp is None:
        return clause.times
    meant = [t for t in clause.times if _meant(clause, t)]
    return meant or [t for t in clause.times if _is_ahead(scene, t)]


def _is_told(clause: Clause, phrase: Phrase) -> bool:
    """Whether a clause only tells of, or agrees to, the encounter that a noun names."""
    items = clause.after
    before = items[items.index(phrase) - 1].low if phrase in items[1:] else ""
    if before in ("after", "following", "during"):
        return False  # "agreed after talks on Monday"
    return clause.lemma in TELLING and phrase.type == "NP" and lex.NOUNS.get(phrase.head) in ENCOUNTERS


def _meant(clause: Clause, time: TimeWords | None) -> bool:
    """Whether "for" leads the time words: "a visit announced for Monday"."""
    items = clause.items
    return any(p.type == "TIME" and before.low == "for" and time in p.times for before, p in pairwise(items))


def _is_ahead(scene: Scene, time: TimeWords) -> bool:
    if scene.published is None or time.edtf is None:
        return False
    if may_be_ahead(scene.text[time.start : time.end], time.edtf, scene.published, 150):
        return True
    earliest, latest = edtf.bounds(time.edtf)
    return (earliest is not None and earliest > scene.published) or (latest is not None and latest > scene.published)


def _best(times: Iterable[TimeWords], at: int) -> TimeWords:
    """The valued one nearest to a place in the text; words behind it before words in front."""
    return min(times, key=lambda t: (t.edtf is None, abs(t.start - at) + (12 if t.end <= at else 0)))


def _right_behind(clause: Clause, phrase: Phrase) -> TimeWords | None:
    """Time words that follow a noun phrase, its prepositional phrases skipped: "the talks in Oslo on May 3"."""
    items = clause.subject if phrase in clause.subject else clause.after
    if phrase.type != "NP" or phrase not in items:
        return None
    for item in items[items.index(phrase) + 1 :]:
        if item.type == "TIME":
            valued = item.times[0].edtf
            return item.times[0] if valued is not None and not valued.endswith("/..") else None
        if item.type == "NP" and item.head in lex.NOUNS and item.times:
            return None
        if item.type not in ("PREP", "NP", "COMMA", "SUBPREP") or item.low in ("after", "before", "following", "since"):
            return None
    return None


_GOVERNING = frozenset().union(*lex.GOVERNING_NOUNS.values())
_SINCE_THEN = frozenset("since after before until following".split())


def _of_the_past(clause: Clause, phrase: Phrase, time: TimeWords) -> bool:
    """Whether time words say when something else was: "since the war of 1950-53", "since the dinner on May 3"."""
    items = clause.items
    at = next((i for i, p in enumerate(items) if p.type == "TIME" and time in p.times), None)
    if at is None:
        return False
    led_by_of = items[at - 1].low == "of" if at else False
    for i in range(at - 1, -1, -1):
        item = items[i]
        if item is phrase or item.type not in ("NP", "PREP", "SUBPREP", "CONJ", "TIME", "ADV"):
            return False
        if item.low in _SINCE_THEN and item.type in ("PREP", "SUBPREP") and i + 1 < at:
            return item.low == "since" or led_by_of or items[i + 1].head in ("those", "that", "one", "ones")
    return False


def _proposes(noun: Phrase) -> bool:
    """Whether an infinitive behind a noun tells of another day than its clause: "in May he made an offer to meet"."""
    return noun.head in _GOVERNING or lex.singular(noun.head) in _GOVERNING


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
        if clause.relation == "infinitive" and clause.governing_noun is not None and _proposes(clause.governing_noun):
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
        times = [t for t in times if above.vp is None or not _of_the_past(above, above.vp, t)]
        if times:
            return _best(times, clause.vp.start if clause.vp else 0)
        clause, above = above, above.governor
    return None
