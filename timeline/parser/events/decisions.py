"""Acts that a decision is about: "Chad's decision, announced on Sunday, to expel the envoy", and objects cut off."""

from __future__ import annotations

from datetime import date

from timeline import edtf

from ..reading import Party, Role
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import Draft, Scene
from .phrases import Phrase
from .who import expand, of_phrase, party

_DECISIONS = frozenset("decision decisions move order announcement".split())
_MAKING = frozenset("announce take make declare disclose unveil reveal confirm publish issue".split())
_TOLD_BY = (lex.SAY | frozenset("announce declare confirm agree recommend warn".split())) - {"recall"}
"""Verbs behind which a clause of its own may stand: "announced sanctions were lifted"."""


def lend_object(scene: Scene, clause: Clause) -> None:
    """Give a verb the object that was read as the subject of the next: "expelled two men based in Oslo"."""
    vp = clause.vp
    if vp is None or vp.passive or any(p.type != "ADV" for p in clause.after):
        return
    taker = next((c for c in scene.clauses if c.governor is clause and _took(c, clause)), None)
    if taker is None or taker.vp is None:
        return
    end = next((i for i, p in enumerate(taker.subject) if p.type in ("COMMA", "CONJ")), len(taker.subject))
    clause.after = [*clause.after, *taker.subject[:end]]
    if vp.form == "inf" and taker.vp.form == "finite" and _is_base(taker.vp):
        taker.relation, taker.governor, taker.subject = "infinitive", clause.governor, clause.subject
        taker.governing_noun, taker.vp.form, taker.vp.tense = clause.governing_noun, "inf", ""
    elif _may_be_reduced(taker):
        clause.after = [*clause.after, *(p for p in taker.after if p.type == "TIME")]


def _took(taker: Clause, clause: Clause) -> bool:
    """Whether a clause without an opening word has for its subject what stands right behind the verb of another."""
    parted = taker.relation == "coordinate" or (taker.relation == "that" and clause.vp.lemma not in _TOLD_BY)
    opened = taker.intro not in ("", "that") or taker.inherited or not taker.subject
    return parted and not opened and taker.subject[0].type == "NP" and taker.subject[0].start >= clause.vp.end


def _is_base(vp: Phrase) -> bool:
    return vp.low == vp.lemma and lex.BASE in lex.VERB_FORMS.get(vp.low, ("", ()))[1]


def _may_be_reduced(clause: Clause) -> bool:
    vp = clause.vp
    return vp.tense == "past" and vp.first == vp.last and lex.PARTICIPLE in lex.VERB_FORMS.get(vp.low, ("", ()))[1]


def decision_above(clause: Clause) -> Phrase | None:
    """The decision that an infinitive tells the content of, be it with words between: "the decision by Peru to"."""
    if clause.relation != "infinitive":
        return None
    noun, above = clause.governing_noun, clause.governor
    if noun is not None and noun.head in _DECISIONS:
        return noun
    if above is None:
        return None
    inserted = above.vp is not None and above.vp.lemma in _MAKING and not any(p.type == "NP" for p in above.after)
    if above.vp is not None and not inserted:
        return None
    return next((p for p in above.subject if p.type == "NP" and p.head in _DECISIONS), None)


def deciders(clause: Clause, noun: Phrase) -> list[Party]:
    """Whose decision it is: "Peru's decision", "the decision by Chad and Niger"."""
    found = [p for n in noun.possessors for m in expand(n) if (p := party(m, Role.INITIATOR)) is not None]
    items = clause.governor.items if clause.governor is not None else []
    rest = items[items.index(noun) + 1 :] if noun in items else []
    found += [p for s in segments(rest)[:1] if s.prep == "by" for one in s.phrases for p in of_phrase(one)]
    return found


def announced_on(scene: Scene, clause: Clause, draft: Draft) -> bool:
    """Date an act by the day on which the decision was announced; whether there is one."""
    above = clause.governor
    telling = [c for c in (above, *(c for c in scene.clauses if c.governor in (clause, above))) if c is not None]
    for told in telling:
        if told is clause or told.vp is None or told.vp.lemma not in _MAKING or told.vp.modal or told.vp.negated:
            continue
        if told.times:
            draft.time = told.times[0]
            draft.reasons = [r for r in draft.reasons if r.field != "when"]
            draft.because("when", "clause-above", (draft.time.start, draft.time.end))
            return True
    return False


def is_ahead(draft: Draft, published: date) -> bool:
    """Whether the day of an act lies after that of the article."""
    if draft.time is None or draft.time.edtf is None:
        return False
    earliest, _ = edtf.bounds(draft.time.edtf)
    return earliest is not None and earliest > published


def is_past(scene: Scene, draft: Draft) -> bool:
    """ "Its decision in May 2018 to leave the pact": what was decided so long ago has been done."""
    if draft.time is None or draft.time.edtf is None or scene.published is None:
        return False
    _, latest = edtf.bounds(draft.time.edtf)
    return latest is not None and latest < scene.published
