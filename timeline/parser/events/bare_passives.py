"""Passives without their auxiliary, as headlines, chronologies and insertions have them: "Sanctions suspended"."""

from __future__ import annotations

from ..reading import Kind
from . import lexicon as lex
from .clauses import Clause, segments
from .roles import objects


def turn_passive(clause: Clause) -> None:
    """Read the bare participle of headlines and insertions as one: "Sanctions suspended", "the pact, signed in May"."""
    vp = clause.vp
    if vp is not None and vp.passive and vp.first == vp.last and clause.relation == "main":
        _without_preposition(clause)
    if vp is None or vp.form != "finite" or vp.tense != "past" or vp.passive or vp.perfect or vp.modal or vp.negated:
        return
    if lex.PARTICIPLE not in lex.VERB_FORMS.get(vp.low, ("", frozenset()))[1] or objects(clause):
        return
    nouns = [p for p in clause.subject if p.type == "NP"]
    if not nouns or clause.inherited or any(p.type == "QUOTE" for p in clause.after[:1]):
        return
    heads = {lex.singular(p.head) for p in nouns if p.head}
    acted = [p for p in nouns if p.head and lex.NOUNS.get(p.head) in (Kind.AGREEMENT, Kind.SANCTION)]
    entries = lex.ACTS.get(vp.lemma, ())
    if acted and any(lex.singular(acted[0].head) in words or acted[0].head in words for _, words in entries):
        inserted = clause.subject[-1].type == "COMMA"
        if inserted or len(nouns) == 1 or not (heads - {lex.singular(acted[0].head)}):
            vp.passive, vp.form, vp.tense = True, "finite", "past"
            clause.subject = [acted[0], *clause.subject[clause.subject.index(acted[0]) + 1 :]]
    elif len(nouns) == 1 and nouns[0].head_name is not None and _of_members(clause):
        vp.passive = True  # "Egypt expelled from Arab League"


def _of_members(clause: Clause) -> bool:
    frames = {entry["frame"] for entry in lex.VERBS.get(clause.vp.lemma, ())}
    led = any(s.prep in ("from", "to") for s in segments(clause.after)[:1])
    return led and bool(frames & {"suspend", "admit"})


def _without_preposition(clause: Clause) -> None:
    """ "Under the accord, signed on Friday, …": the accord was signed, whatever leads it."""
    nouns = [p for p in clause.subject if p.type == "NP"]
    led = clause.subject and clause.subject[0].type == "PREP" and clause.subject[-1].type == "COMMA"
    if led and len(nouns) == 1 and lex.NOUNS.get(nouns[0].head) in (Kind.AGREEMENT, Kind.SANCTION):
        clause.subject = nouns


def is_bare(clause: Clause) -> bool:
    """Whether a passive has no auxiliary, as in headlines and chronologies: "Sanctions suspended"."""
    return clause.vp.passive and clause.vp.first == clause.vp.last


def is_headed(clause: Clause) -> bool:
    return clause.relation == "main" and is_bare(clause)
