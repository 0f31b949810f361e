"""Who does what in a clause: its subject, those it acts on, and the draft that a verb makes of them."""

from __future__ import annotations

from ..reading import ActorKind, Kind, Name, Party, Role, Status
from . import lexicon as lex
from .clauses import Clause, Segment, segments
from .draft import STRONG, Draft, Scene
from .outlook import Outlook, of_clause
from .phrases import Phrase
from .when import attach
from .who import AGENT_NOUNS, distinct, is_head, of_phrase, of_segments, party

_SUBJECT = frozenset({""})


OTHERS = frozenset({"with", "alongside"})


def subject_parties(scene: Scene, clause: Clause, role: Role = Role.PARTICIPANT) -> list[Party]:
    """Those who the subject of a clause names."""
    found = of_segments(segments(clause.subject, opening=True), _SUBJECT, role)
    above = clause.governor
    if clause.governing_noun is not None and clause.relation == "infinitive":
        owners = [p for n in _owners(clause) if (p := party(n, role)) is not None]
        if of_clause(clause).rule == "declined" and above is not None:
            offered = [p for n in clause.governing_noun.names if (p := party(n, role)) is not None]
            return [*subject_parties(scene, above, Role.INITIATOR), *(owners or offered)]
        if owners and clause.governing_noun.head != "invitation":
            return owners
        if owners and above is not None and above.lemma in _INVITED:
            return subject_parties(scene, above, role)  # "accepted the emir's invitation to visit Doha"
    if not found and above is not None and clause.relation in ("that", "adverbial"):
        nouns = [p for p in clause.subject if p.type == "NP"]
        if len(nouns) == 1 and nouns[0].head in ("it", "they", "we", "he", "she"):
            return subject_parties(scene, above, role)
    if not found and scene.before and clause.relation == "main":
        nouns = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
        several = len(scene.before) > 1 or scene.before[0].kind is ActorKind.ORGANISATION
        if [p.head for p in nouns] in ((["they"], ["it"]) if several else (["it"],)):
            return [
                Party(p.name, p.kind, role, nouns[0].start, nouns[0].end, p.state, p.office, p.known)
                for p in scene.before
            ]
    return found


_INVITED = frozenset("accept receive get welcome decline reject refuse consider have".split())
"""Verbs whose subject an invitation is for."""


def _owners(clause: Clause) -> tuple[Name, ...]:
    """Whose plan or offer it is: "his offer to visit", "his kind words and offer to visit"."""
    noun = clause.governing_noun
    if noun.possessors or clause.governor is None:
        return noun.possessors
    items = clause.governor.items
    if noun not in items:
        return ()
    at = items.index(noun)
    if at >= 2 and items[at - 1].type == "CONJ" and items[at - 2].type == "NP" and not noun.det:
        return items[at - 2].possessors
    return ()


def first_person(clause: Clause | None) -> bool:
    """Whether somebody tells of their own side without being named: "we imposed sanctions", "I visited Lima"."""
    return clause is not None and any(p.head in ("i", "we") and not p.names for p in clause.subject if p.type == "NP")


def agents(scene: Scene, clause: Clause, role: Role = Role.PARTICIPANT) -> list[Party]:
    """Those who do what the clause tells: its subject, or after a passive whom "by" names."""
    if clause.vp is not None and clause.vp.passive:
        return of_segments(segments(clause.after), frozenset({"by"}), role)
    found = subject_parties(scene, clause, role)
    if not found and clause.vp is not None and clause.vp.form == "ing" and clause.governor is not None:
        return agents(scene, clause.governor, role)  # "signed an order imposing sanctions"
    return found


def objects(clause: Clause) -> list[Phrase]:
    """The noun phrases that the verb acts on: behind it, or its subject where it is passive."""
    if clause.vp is not None and clause.vp.passive:
        return [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    parts = segments(clause.after)
    particle = clause.lemma.split()[1:] if " " in clause.lemma else []
    found: list[Phrase] = []
    for number, part in enumerate(parts):
        if (part.prep == "" and number == 0) or (part.prep in particle and number <= 1):
            found += part.phrases
            if part.prep == "" and not particle:
                found += _served_by(found, parts[number + 1 : number + 2])
                break
        elif number > 1:
            break
    return found


def _served_by(found: list[Phrase], behind: list[Segment]) -> list[Phrase]:
    """Whom those acted on serve, where their own words do not say it: "officials of Peru", "a delegation from Peru"."""
    if not found or not behind or behind[0].prep not in ("of", "from"):
        return []
    head = found[-1].head
    if (head not in AGENT_NOUNS and lex.singular(head) not in AGENT_NOUNS) or found[-1].names:
        return []
    return [p for p in behind[0].phrases if of_phrase(p)]


def make(
    scene: Scene,
    clause: Clause,
    kind: Kind,
    outlook: Outlook,
    status: Status,
    parties: list[Party],
    strength: int = STRONG,
) -> Draft:
    vp = clause.vp
    for child in scene.clauses:
        if child.governor is clause and child.lemma in ("lead", "head") and child.vp is not None and child.vp.passive:
            # "met with a delegation led by …"
            parties = [*parties, *of_segments(segments(child.after), frozenset({"by"}))]
    draft = Draft(
        scene.sentence, (vp.start, vp.end), kind, status, strength, distinct(parties), head=vp.lemma, clause=clause
    )
    time, rule = attach(scene, clause, vp)
    draft.time = time
    if time is not None:
        draft.because("when", rule, (time.start, time.end))
    draft.because("kind", "verb", (vp.start, vp.end))
    draft.because("status", outlook.rule, *outlook.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in draft.parties))
    return draft


def encounter_kind(kind: Kind, parties: tuple[Party, ...]) -> Kind:
    """Heads of state or government who meet hold a summit."""
    people = [p for p in parties if p.kind is ActorKind.PERSON]
    if (
        kind is Kind.MEETING
        and len(people) >= 2
        and all(is_head(p) for p in people)
        and len({p.state or p.name for p in people}) >= 2
    ):
        return Kind.SUMMIT
    return kind


_NO_HEADS = frozenset(
    """
    rebel rebels religious business opposition party civil community union tribal militia church separatist
    faction student labour labor youth political guerrilla congressional parliamentary muslim christian islamic
    """.split()
)


def leaders_meet(clause: Clause) -> bool:
    """Whether the subject is the leaders of states or of a body of states, unnamed: "African leaders gathered"."""
    nouns = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    return any(
        p.head in ("leaders", "presidents", "premiers", "monarchs") and _NO_HEADS.isdisjoint(p.mods) for p in nouns
    )


def set_place(scene: Scene, draft: Draft, place) -> None:
    if place.words:
        draft.place = place
        draft.because("place", "place-phrase", (place.start, place.end))


def acts_for_somebody(phrase: Phrase) -> bool:
    return (
        phrase.head in AGENT_NOUNS
        or lex.singular(phrase.head) in AGENT_NOUNS
        or phrase.head in ("him", "her", "them")
        or (phrase.head_name is not None and phrase.head_name.kind is not None)
    )
