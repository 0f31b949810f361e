"""What governments make known in form: announcements of what they will do, notices, proposals to others."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import ENCOUNTERS, ActorKind, Kind, Party, Role, Status
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import FAIR, Draft, Scene
from .outlook import View, of_clause
from .phrases import Phrase
from .roles import agents, make, objects
from .who import expand, of_phrase, party

INTRODUCING = frozenset("announce inform notify".split())
"""Verbs whose statement is told by what it announces, where that is an act or encounter itself."""


def _speakers(scene: Scene, clause: Clause) -> list[Party]:
    """States, bodies and officers who make something known."""
    found = agents(scene, clause, Role.INITIATOR)
    return [p for p in found if p.kind is ActorKind.STATE or p.known or p.office]


_NOTICES = frozenset({"inform", "notify"})


def _below(scene: Scene, clause: Clause) -> list[Clause]:
    of_its_own = [c for c in scene.clauses if c.governor is clause and c.intro == "that" and c.vp is not None]
    return [c for c in of_its_own if c.relation == "that" or (not c.inherited and clause.vp.lemma in _NOTICES)]


def announced(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Denmark announced that it would spend more", "Kenya informed the court that it would not appear"."""
    outlook = of_clause(clause)
    told = _below(scene, clause)
    if outlook.view not in (View.FACT, View.NOW) or clause.quoted or clause.vp.negated or not told:
        return
    speakers = _speakers(scene, clause)
    notice = clause.vp.lemma in ("inform", "notify")
    if not speakers or (clause.vp.passive and not notice):
        return
    own = [c for c in told if _is_own(scene, c, speakers)]
    if not any(c.vp.modal in ("will", "would") for c in own) or any(_tells(c) for c in told if not c.vp.negated):
        return
    targets = [p for one in objects(clause)[:1] for p in of_phrase(one, Role.TARGET)] if notice else []
    if notice and not (targets or any(p.head in _ADDRESSED for p in objects(clause)[:1])):
        return
    if all(p.kind is ActorKind.PERSON for p in speakers) and not notice:
        return
    yield make(scene, clause, Kind.STATEMENT, outlook, Status.HELD, [*speakers, *targets], FAIR)


_ADDRESSED = frozenset("court council government commission secretariat ambassador tribunal committee".split())
_OWN = frozenset("it they he she we i".split())


def _is_own(scene: Scene, clause: Clause, speakers: list[Party]) -> bool:
    """Whether a that-clause tells what those who speak will do themselves."""
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    if not subject:
        return False
    if subject[0].head in _OWN or subject[0].low in _OWN:
        return True
    named = {p.name for p in of_phrase(subject[0])}
    return bool(named & {n for p in speakers for n in (p.name, p.state) if n}) or subject[0].head in (
        "government",
        "country",
        "ministry",
    )


def _tells(clause: Clause) -> bool:
    """Whether the clause's own verb tells of an act or encounter, which is then what was announced."""
    lemma = clause.vp.lemma
    heads = {lex.singular(p.head) for p in clause.after[:5] if p.type == "NP" and p.head}
    if clause.lemma in lex.VERBS or any(heads & words for _, words in lex.ACTS.get(lemma, ())):
        return True
    return bool(heads & lex.NOUNS.keys())


def proposed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The minister proposed that Chad halt its drills": a proposal to another state."""
    outlook = of_clause(clause)
    speakers = _speakers(scene, clause)
    if outlook.view not in (View.FACT, View.NOW) or clause.quoted or clause.vp.passive or not speakers:
        return
    for below in _below(scene, clause):
        others = [p for one in below.subject if one.type == "NP" for p in of_phrase(one, Role.TARGET)]
        others = [p for p in others if p.name not in {q.name for q in speakers} | {q.state for q in speakers}]
        if below.vp.modal in ("", "should") and others and not _tells_of_encounter(below):
            yield make(scene, clause, Kind.INVITATION, outlook, Status.HELD, [*speakers, *others], FAIR)
            return


def _tells_of_encounter(clause: Clause) -> bool:
    by_verb = any(entry["kind"] in ENCOUNTERS for entry in lex.VERBS.get(clause.lemma, ()))
    return by_verb or any(lex.NOUNS.get(p.head) in ENCOUNTERS for p in clause.after[:2] if p.type == "NP")


def requested(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Djibouti has asked the Security Council for help", "asked the court to rule": a state turns to a body."""
    outlook = of_clause(clause)
    states = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is ActorKind.STATE]
    asked = [p for one in objects(clause)[:1] for p in of_phrase(one, Role.TARGET)]
    bodies = [p for p in asked if p.kind is ActorKind.ORGANISATION and p.known]
    if outlook.view is not View.FACT or clause.quoted or clause.vp.passive or not states or not bodies:
        return
    yield make(scene, clause, Kind.STATEMENT, outlook, Status.HELD, [*states, *bodies], FAIR)


_ENVOYS = frozenset("ambassador ambassadors envoy envoys charge nuncio".split())


def envoy_left(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The Spanish ambassador left Caracas", "every African ambassador has left": envoys who go home."""
    outlook = of_clause(clause)
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    if outlook.view is not View.FACT or clause.vp.passive or len(subject) != 1 or subject[0].head not in _ENVOYS:
        return
    senders = [p for n in subject[0].names for m in expand(n) if (p := party(m, Role.INITIATOR)) is not None]
    if not senders or not _goes_home(clause):
        return
    yield make(scene, clause, Kind.RUPTURE, outlook, Status.HELD, senders, FAIR)


def _goes_home(clause: Clause) -> bool:
    """Whether nothing but the country or its capital is left: not the room, not a meeting, not for somewhere else."""
    goal = objects(clause)
    if any(s.prep in ("for", "to", "with") for s in segments(clause.after)):
        return False
    return not goal or all(_is_country(p) for p in goal[:1])


def _is_country(phrase: Phrase) -> bool:
    name = phrase.head_name
    if name is not None:
        return name.kind in (None, ActorKind.STATE)
    return phrase.head in ("country", "capital", "town")
