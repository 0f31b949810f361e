"""Noun phrases that name a happening: of what kind it is, where they stand in their clause, and whom they name."""

from __future__ import annotations

from dataclasses import dataclass

from ..reading import ENCOUNTERS, ActorKind, Kind, Party
from . import lexicon as lex
from .clauses import Clause, Segment, segments
from .draft import Scene
from .phrases import Phrase
from .who import goes_there, of_phrase, party

_BETWEEN = frozenset({"between", "with", "among", "amongst", "involving"})


_ASIDE = frozenset("at during after before with between by amid since following".split())
"""Prepositions that make a noun no part of the noun before it."""


def noun_kind(phrase: Phrase) -> Kind | None:
    """Give the kind of happening that a noun phrase names, or None."""
    head = phrase.head
    if phrase.head_name is not None:
        name = phrase.head_name
        if (name.kind is ActorKind.ORGANISATION and not name.known) or name.kind is None:
            last = name.name.split()[-1].casefold() if name.name else ""
            if last in ("conference", "summit", "talks", "forum", "dialogue"):
                return lex.NOUNS[last]
        return None
    if phrase.mods[-1:] == ("cease",) and head == "fire":
        return Kind.AGREEMENT
    kind = lex.NOUNS.get(head)
    if kind is None:
        return None
    single = lex.singular(head)
    barred = lex.NOT_AFTER.get(single, frozenset())
    if any(mod in barred for mod in phrase.mods[-2:]) and phrase.mods[-1] != "level":
        return None
    for mod in phrase.mods:
        if mod in lex.BESIDE and kind in ENCOUNTERS:
            return lex.BESIDE[mod]
    if head == "call" and phrase.mods[-1:] and phrase.mods[-1] in ("video", "phone", "telephone"):
        return Kind.CALL
    return kind


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a noun phrase stands in its clause."""

    side: str
    """subject or object."""
    prep: str
    outer: Phrase | None
    """The noun that it hangs on by "of", "for", "to" …"""
    first: bool
    """Nothing stands between the verb and it but its preposition."""


def locate(clause: Clause, phrase: Phrase) -> Standing:
    """Say where a noun phrase stands."""
    side = "subject" if phrase in clause.subject else "object"
    items = [
        p for p in (clause.subject if side == "subject" else clause.after) if p.type not in ("ADV", "QUOTE", "TIME")
    ]
    at = items.index(phrase)
    while at >= 2 and items[at - 1].type in ("CONJ", "COMMA") and items[at - 2].type == "NP":
        at -= 2
    prep = items[at - 1].low if at and items[at - 1].type in ("PREP", "SUBPREP") else ""
    outer = None
    if prep in _ASIDE:
        pass
    elif prep and at >= 2 and items[at - 2].type == "NP":
        outer = items[at - 2]
    elif prep and at >= 3 and items[at - 2].type in ("PREP", "SUBPREP") and items[at - 3].type == "NP":
        outer = items[at - 3]
    before = [p for p in items[:at] if p.type == "NP"]
    return Standing(side, prep, outer, not before)


def behind(clause: Clause, phrase: Phrase) -> list[Phrase]:
    items = clause.subject if phrase in clause.subject else clause.after
    return items[items.index(phrase) + 1 :]


def own_parties(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[list[Party], bool]:
    """Those whom the noun's own phrase names: beside it, and behind it with, between, among; whether there is such."""
    found: list[Party] = []
    for name in phrase.names:
        if name is phrase.head_name or name.as_place or (noun_kind(phrase) is Kind.VISIT and goes_there(name, phrase)):
            continue
        for member in name.members or (name,):
            one = party(member)
            if one is not None:
                found.append(
                    Party(one.name, one.kind, one.role, name.start, name.end, one.state, one.office, one.known)
                )
    rest = behind(clause, phrase)
    done_by = clause.vp is not None and clause.vp.passive  # "the visit was called off by the king"
    if phrase in clause.subject and locate(clause, phrase).prep in ("", "of"):
        rest = [*rest, *clause.after]
    extra = [
        c.after
        for c in scene.clauses
        if c.governor is clause and c.relation in ("participle", "relative") and c.subject and c.subject[-1] is phrase
    ]
    infinitives = [
        c.after
        for c in scene.clauses
        if c.relation == "infinitive"
        and c.governor is not None
        and c.governor.subject
        and c.governor.subject[-1] is phrase
    ]
    linked = False
    for number, items in enumerate([rest, *extra, *infinitives]):
        parts = segments(items)
        for at, part in enumerate(parts):
            if number == 0 and part.prep in ("with", "on") and any(noun_kind(p) in ENCOUNTERS for p in part.phrases):
                break  # "the visit overlapped with talks between Chad and Niger": those of the talks
            if part.prep in _BETWEEN:
                linked = True
                found += [p for one in part.phrases for p in of_phrase(one)]
            elif (
                part.prep in ("of", "by")
                and number == 0
                and not (part.prep == "by" and done_by and part.phrases[0] in clause.after)
                and (
                    at == 0
                    or part.prep == "by"
                    or (at == 1 and _is_named_place(parts[0]))
                    or lex.singular(phrase.head) == "arrival"
                )
                and (part.prep == "by" or noun_kind(phrase) in (Kind.VISIT, Kind.SUMMIT, Kind.CONFERENCE, Kind.MEETING))
            ):
                found += [p for one in part.phrases for p in of_phrase(one)]
            elif (
                part.prep == ""
                and number == 0
                and any(noun_kind(one) for one in part.phrases)
                and part.phrases[0] is not phrase
            ) or (
                part.prep
                in ("for", "to", "about", "that", "after", "before", "since", "following", "over", "against", "amid")
                and number == 0
                and part.prep != "to"
            ):
                break
    return found, linked


def _is_named_place(part: Segment) -> bool:
    """ "The summit in Nairobi | of the five states"."""
    return part.prep == "in" and part.phrases[-1].head_name is not None


def proper_name(scene: Scene, phrase: Phrase, kind: Kind) -> str:
    if phrase.head_name is not None:
        return phrase.head_name.name
    words = scene.words(phrase)
    first = words.split(" ", 1)[0].casefold()
    if first in lex.DETERMINERS or first in lex.POSSESSIVES:
        words = words.split(" ", 1)[1] if " " in words else words
    if phrase.capitalised and phrase.mods and scene.sentence.role.value not in ("title", "heading"):
        return words
    if kind in (Kind.SUMMIT, Kind.CONFERENCE) and any(n.kind is ActorKind.ORGANISATION for n in phrase.names):
        body = next(n for n in phrase.names if n.kind is ActorKind.ORGANISATION)
        return f"{scene.text[body.start : body.end]} {phrase.head}"
    return ""
