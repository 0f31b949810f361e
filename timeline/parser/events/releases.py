"""What ministries' releases and briefings tell in turns of their own.

A news conference of two officers is their meeting, a state's "series of strong measures" is a sanction, a strike that
kills is an act between states, and who says that "talks with Somalia have failed" took part in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..reading import ENCOUNTERS, ActorKind, Kind, Party, Role, Status
from . import lexicon as lex
from .clauses import Clause, Segment, segments
from .draft import FAIR, STRONG, Draft, Scene
from .nouns import locate
from .outlook import ACT_STATUS, View, of_clause
from .phrases import Phrase
from .roles import agents, encounter_kind, make, objects, set_place, subject_parties
from .where import place_in
from .who import distinct, of_phrase, of_segments, party


def find(scene: Scene, clause: Clause, told: list[Draft]) -> Iterator[Draft]:
    """Yield what a clause tells in one of these turns, where nothing else was told of it."""
    if clause.vp is None:
        return
    yield from _press_conference(scene, clause)
    yield from _signing(scene, clause)
    if not any(d.clause is clause and d.trigger == (clause.vp.start, clause.vp.end) for d in told):
        yield from _measures(scene, clause)
        yield from _killed(scene, clause)


_PRESS = frozenset("news press media".split())
_BEFORE_THE_PRESS = frozenset("conference briefing appearance availability".split())


def _press_conference(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "At a news conference with the premier in Lima, Holm said": the two are in Lima together."""
    if clause.relation not in ("main", "coordinate", "relative", "gerund") or of_clause(clause).view is not View.FACT:
        return
    for items in (clause.subject, clause.after):
        parts = segments(items, opening=items is clause.subject)
        for at, part in enumerate(parts[:-1]):
            phrase = part.phrases[0]
            if part.prep not in ("at", "during", "in") or phrase.head not in _BEFORE_THE_PRESS:
                continue
            others = _with_whom(parts[at + 1])
            if not _PRESS & set(phrase.mods) or not others:
                continue
            mine = [p for p in subject_parties(scene, clause) if p.kind is ActorKind.PERSON]
            parties = distinct([*mine, *others])
            if mine and len({p.state or p.name for p in parties}) > 1:
                yield _at_the_press_conference(scene, clause, phrase, parties)
                return


def _with_whom(part: Segment) -> list[Party]:
    if part.prep not in ("with", "alongside"):
        return []
    return [p for one in part.phrases for p in of_phrase(one) if p.kind is ActorKind.PERSON]


def _at_the_press_conference(scene: Scene, clause: Clause, phrase: Phrase, parties: tuple[Party, ...]) -> Draft:
    kind = encounter_kind(Kind.MEETING, parties)
    draft = make(scene, clause, kind, of_clause(clause), Status.HELD, list(parties), FAIR)
    draft.trigger, draft.head = (phrase.start, phrase.end), "meeting"
    draft.reasons = [r for r in draft.reasons if r.field not in ("kind", "status")]
    draft.because("kind", "press-conference", draft.trigger)
    draft.because("status", "press-conference", draft.trigger)
    set_place(scene, draft, place_in(scene, clause, phrase))
    return draft


_STEPS = frozenset("measure action step countermeasure penalty".split())
_STERN = frozenset(
    """
    strong tough harsh severe swift stern punitive restrictive retaliatory coordinated complementary economic
    additional sweeping hard-hitting financial
    """.split()
)
_TAKING = frozenset("announce impose unveil adopt introduce take approve enact implement order".split())


def _measures(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Announced a series of strong measures against Chad": what a state does to another is a sanction."""
    status = ACT_STATUS.get(of_clause(clause).view)
    if status is None or clause.vp.lemma not in _TAKING or clause.vp.negated:
        return
    parts = segments(clause.subject if clause.vp.passive else clause.after)
    steps = [p for s in parts[:2] if s.prep in ("", "of") for p in s.phrases if lex.singular(p.head or "") in _STEPS]
    if not steps:
        return
    against = of_segments(segments(clause.after), frozenset({"against"}), Role.TARGET)
    answer = any(s.prep == "to" and before.phrases[-1].head == "response" for before, s in pairwise(parts))
    stern = bool(_STERN & set(steps[0].mods))
    doers = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is not ActorKind.PERSON or p.state]
    if doers and (against or (stern and (answer or len(doers) > 1 or steps[0].head != "steps"))):
        draft = make(scene, clause, Kind.SANCTION, of_clause(clause), status, [*doers, *against])
        draft.head = "measure"
        draft.reasons = [r for r in draft.reasons if r.field != "kind"]
        draft.because("kind", "verb-and-object", (clause.vp.start, clause.vp.end), (steps[0].start, steps[0].end))
        yield draft


_STRIKES = frozenset("airstrike strike raid bombing drone missile operation shelling".split())
_FORCES = frozenset("forces troops army military navy jets warplanes aircraft soldiers air-force commandos".split())


def _killed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Chilean forces killed the commander in an airstrike": by a state's forces, of somebody named."""
    if clause.vp.lemma not in ("kill", "assassinate") or of_clause(clause).view is not View.FACT:
        return
    struck = [p for s in segments(clause.after) if s.prep in ("in", "by", "with") for p in s.phrases]
    forces = [p for p in clause.subject if p.type == "NP" and (p.head in _FORCES or _FORCES & set(p.mods))]
    victims = [q for p in objects(clause)[:3] for q in of_phrase(p, Role.TARGET) if q.kind is ActorKind.PERSON]
    if not victims or not any(lex.singular(p.head or "") in _STRIKES for p in struck):
        return
    doers = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is ActorKind.STATE]
    doers = doers or [q for p in forces for n in p.names if (q := party(n, Role.INITIATOR)) is not None]
    if doers:
        draft = make(scene, clause, Kind.OTHER, of_clause(clause), Status.HELD, [*doers, *victims[:2]], STRONG)
        set_place(scene, draft, place_in(scene, clause, clause.vp))
        yield draft


def with_teller(scene: Scene, draft: Draft) -> None:
    """Add who says so to the other side of an encounter: "talks with Somalia have failed, Kenya says"."""
    clause = draft.clause
    if draft.kind not in ENCOUNTERS or len(draft.parties) != 1 or clause is None or clause.vp is None:
        return
    other = draft.parties[0]
    noun = next((p for p in clause.subject if (p.start, p.end) == draft.trigger), None)
    if noun is None or other.kind is ActorKind.PERSON or noun.det in ("their", "its", "his", "her"):
        return
    at = clause.subject.index(noun)
    if not any(s.prep == "with" for s in segments(clause.subject[at + 1 :])[:1]):
        return
    for said in scene.clauses:
        above = clause.governor is said and clause.relation == "that"
        behind = said.vp is not None and said.lemma in lex.PLAIN_SAY and said.vp.start > clause.vp.end
        if said is clause or said.vp is None or not (above or behind) or said.lemma not in lex.SAY:
            continue
        speakers = [p for p in subject_parties(scene, said) if p.name != other.name and p.state != other.name]
        if speakers:
            draft.parties = distinct([*speakers[:1], other])
            draft.reasons = [r for r in draft.reasons if r.field != "actors"]
            draft.because("actors", "says-so-of-own", *((p.start, p.end) for p in draft.parties))
            return


_ANNOUNCING = frozenset("announce declare confirm".split())


def as_announced(scene: Scene, draft: Draft) -> None:
    """ "Today Weber announced that the German government is suspending it": his act too, and of today."""
    clause = draft.clause
    above = clause.governor if clause is not None and clause.relation == "that" else None
    if above is None or above.lemma not in _ANNOUNCING or draft.kind in ENCOUNTERS or draft.status is not Status.HELD:
        return
    if draft.time is None and clause.vp.progressive and above.times:
        draft.time = above.times[0]
        draft.because("when", "clause-above", (draft.time.start, draft.time.end))
    states = {p.name for p in draft.parties if p.kind is ActorKind.STATE and p.role is Role.INITIATOR}
    known = {p.name for p in draft.parties}
    for one in subject_parties(scene, above, Role.INITIATOR):
        if one.kind is ActorKind.PERSON and one.state in states and one.name not in known:
            draft.parties = (one, *draft.parties)


_SIGNED = frozenset("memorandum agreement treaty accord pact protocol declaration convention compact mou".split())


def _signing(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "At the signing that we held this morning of the pact": what was signed stands behind another clause."""
    for phrase in clause.items:
        if phrase.type != "NP" or phrase.head != "signing" or locate(clause, phrase).prep not in ("at", "during"):
            continue
        child = next((c for c in scene.clauses if c.antecedent is phrase or _begins_behind(c, clause, phrase)), None)
        if child is None or child.vp is None or child.vp.lemma not in ("have", "hold", "do", "attend", "witness"):
            return
        parts = segments(child.after)
        papers = [p for s in parts if s.prep == "of" for p in s.phrases if lex.singular(p.head or "") in _SIGNED]
        if papers and of_clause(child).view is View.FACT:
            others = of_segments(parts, frozenset({"with", "between"}))
            draft = make(scene, child, Kind.AGREEMENT, of_clause(child), Status.HELD, [*agents(scene, child), *others])
            draft.trigger, draft.head = (phrase.start, phrase.end), lex.singular(papers[0].head)
            draft.reasons = [r for r in draft.reasons if r.field != "kind"]
            draft.because("kind", "named-act", draft.trigger, (papers[0].start, papers[0].end))
            yield draft
            return


def _begins_behind(child: Clause, clause: Clause, phrase: Phrase) -> bool:
    """Whether a that-clause hangs on the last word of a clause: "at the signing | that we had"."""
    return child.governor is clause and child.intro == "that" and clause.after[-1:] == [phrase]
