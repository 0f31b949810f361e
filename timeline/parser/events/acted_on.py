"""What a verb acts on where it does not stand right behind it: moved, left out, or named by the words beside it."""

from __future__ import annotations

from itertools import pairwise

from ..reading import Kind
from . import lexicon as lex
from .clauses import Clause
from .phrases import Phrase
from .roles import objects

VAGUE = frozenset("approve announce accept agree declare make issue extend enter endorse".split())
"""Verbs too vague for a relative clause to tell of an act: "the treaty that we made"."""


_HANDS = frozenset("name names signature signatures seal seals initials hand hands pen pens".split())
_SENT_OUT = frozenset("diplomat ambassador envoy attache consul staff official".split())
GIVING = frozenset("grant give hand award accord offer send present deliver".split())
"""Verbs that act on two: whom something is given, and what."""


def _is_signed(phrase: Phrase) -> bool:
    return any(kind is Kind.AGREEMENT and phrase.head in words for kind, words in lex.ACTS["sign"])


def _broken_ties(clause: Clause) -> Phrase | None:
    down = clause.vp.lemma == "break" and any(p.low == "down" for p in clause.after[:1])
    first = next((p for p in clause.subject if p.type == "NP"), None)
    return first if down and first is not None and first.head in ("ties", "relations") else None


def _beside_another(clause: Clause, vp: Phrase, entries) -> tuple[Kind, Phrase, str] | None:
    """What a verb with two objects, or with another noun before its own, acts on: "granted Chad observer status"."""
    acted_on = objects(clause)
    if vp.lemma == "order" and not vp.passive and any(p.low == "out" for p in clause.after[1:3]):
        sent = next((p for p in acted_on[:1] if lex.singular(p.head) in _SENT_OUT), None)
        if sent is not None:
            return Kind.RUPTURE, sent, ""  # "ordered 41 diplomats out of the embassy"
    if vp.lemma in ("put", "set", "affix") and not vp.passive and acted_on and acted_on[0].head in _HANDS:
        paper = next((p for p in clause.after[1:5] if p.type == "NP" and _is_signed(p)), None)
        if paper is not None:
            return Kind.AGREEMENT, paper, ""  # "put their names to a declaration"
    if vp.lemma in GIVING and vp.passive:
        given = clause.after[0] if clause.after and clause.after[0].type == "NP" else None
        for kind, words in entries if given is not None else ():
            if {given.head, lex.singular(given.head)} & words:
                return kind, given, ""  # "was granted candidate status"
    return None


def by_its_words(clause: Clause, vp: Phrase, entries) -> tuple[Kind, Phrase, str] | None:
    """Acts that words beside the object tell: "was declared persona non grata", "summoned its ambassador home"."""
    acted_on = objects(clause)
    if acted_on and vp.lemma != "be" and any(p.head == "grata" for p in clause.after[:8]):
        return Kind.RUPTURE, acted_on[0], ""
    if (ties := _broken_ties(clause)) is not None:
        return Kind.RUPTURE, ties, ""  # "ties between Chad and Niger broke down"
    sent_out = [p for p in clause.after[:4] if p.head == "country" or p.low == "out"]
    named = next((p for p in acted_on if p.head_name is not None), None)
    if vp.passive and vp.lemma == "order" and named is not None and len(sent_out) == 2:
        return Kind.RUPTURE, named, ""  # "was ordered out of the country"
    if (beside := _beside_another(clause, vp, entries)) is not None:
        return beside
    if not vp.passive or not clause.inherited or not acted_on:
        return None
    above = next((c for c in clause.ancestors if acted_on[0] in c.items and c.relation != "relative"), None)
    items = above.items if above is not None else []
    at = items.index(acted_on[0]) if acted_on[0] in items else 0
    while at >= 2 and items[at - 1].type == "PREP" and items[at - 2].type == "NP":
        at -= 2  # "restrictions on Kenyan flowers that were introduced": what was introduced are the restrictions
        for kind, words in entries:
            if kind in (Kind.SANCTION, Kind.AGREEMENT) and lex.singular(items[at].head) in words:
                return kind, items[at], ""
    return None


def shifted(clause: Clause, vp: Phrase, entries) -> tuple[Kind, Phrase, str] | None:
    """An object away from its verb: "concluded with Togo a treaty", "the treaty that the two signed in Lima"."""
    if vp.passive:
        return None
    items = [p for p in clause.after[:9] if p.type not in ("ADV", "QUOTE")]
    direct = bool(items) and items[0].type == "NP"
    apart = [q for p, q in pairwise(items) if q.type == "NP" and p.type in ("NP", "TIME")]
    for phrase in () if direct else (*apart, *_meant(clause)):
        for kind, words in entries:
            known = kind in (Kind.AGREEMENT, Kind.SANCTION, Kind.RESOLUTION) and phrase.head in lex.NOUNS
            if known and (phrase.head in words or lex.singular(phrase.head) in words):
                return kind, phrase, ""
    return None


def _meant(clause: Clause) -> list[Phrase]:
    """What a relative clause without an object is about: "the declaration of principles that they signed"."""
    noun = clause.antecedent
    vague = clause.vp.lemma in VAGUE  # "the treaty that we made"
    if clause.relation != "relative" or clause.inherited or noun is None or vague:
        return []
    items = clause.governor.items if clause.governor is not None else []
    at = items.index(noun) if noun in items else 0
    found = [noun]
    while at >= 2 and items[at - 1].type == "PREP" and items[at - 2].type == "NP":
        at -= 2
        found.append(items[at])
    return found
