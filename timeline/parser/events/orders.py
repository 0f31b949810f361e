"""Acts that somebody orders: "told the ambassador to leave", "ordered the ministry to raise tariffs"."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import Kind, Role, Status
from . import lexicon as lex
from .clauses import Clause
from .draft import Draft, Scene
from .outlook import ACT_STATUS, of_clause
from .phrases import Phrase
from .roles import agents, make, objects, set_place
from .where import place_in
from .who import of_phrase, party

_LEAVING = frozenset("leave depart quit".split())
_ENVOYS = frozenset(
    "ambassador diplomat envoy consul attache staff charge official inspector coordinator representative".split()
)
_ORDERED = frozenset({Kind.RUPTURE, Kind.SANCTION})


def ordered(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield the rupture or sanction that a clause orders somebody to carry out, or to suffer."""
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    if status is None or clause.quoted:
        return
    doers = agents(scene, clause, Role.INITIATOR)
    for child in scene.clauses:
        if child.governor is not clause or child.relation != "infinitive" or child.vp is None or child.vp.negated:
            continue
        told = [p for p in clause.after if p.type == "NP"] if not clause.vp.passive else objects(clause)
        sent_off = [p for p in told if _is_envoy(p)]
        if child.lemma in _LEAVING and sent_off:
            targets = [q for p in sent_off for n in p.names if (q := party(n, Role.TARGET)) is not None]
            doers = doers or [q for p in objects(child)[:1] for q in of_phrase(p, Role.INITIATOR)]
            yield _draft(scene, clause, Kind.RUPTURE, status, [*doers, *targets], sent_off[0])
            return
        acted_on = _object_of(child)
        if acted_on is not None and clause.vp.lemma != "ask" and (doers or clause.vp.passive):
            kind, phrase = acted_on
            targets = [q for p in told[:1] for q in of_phrase(p, Role.TARGET)]
            targets += [q for n in phrase.names if (q := party(n, Role.TARGET)) is not None]
            targets += [q for p in child.after if p.type == "NP" for n in p.names if (q := party(n, Role.TARGET))]
            draft = _draft(scene, clause, kind, status, [*doers, *targets], phrase)
            if kind is Kind.RUPTURE:
                set_place(scene, draft, place_in(scene, child, phrase))
            yield draft
            return


def _draft(scene: Scene, clause: Clause, kind: Kind, status: Status, parties: list, phrase: Phrase) -> Draft:
    draft = make(scene, clause, kind, of_clause(clause), status, parties)
    draft.reasons = [r for r in draft.reasons if r.field != "kind"]
    draft.because("kind", "ordered", (clause.vp.start, clause.vp.end), (phrase.start, phrase.end))
    draft.head = lex.singular(phrase.head) if phrase.head else phrase.low
    return draft


def _is_envoy(phrase: Phrase) -> bool:
    timed = phrase.head in ("hours", "days") and _ENVOYS & {*phrase.mods, *map(lex.singular, phrase.mods)}
    return (lex.singular(phrase.head) in _ENVOYS or bool(timed)) and bool(phrase.names)


def _object_of(clause: Clause) -> tuple[Kind, Phrase] | None:
    """The sanction or rupture that an infinitive and its object name: "to close its consulate", "to raise tariffs"."""
    for phrase in objects(clause)[:2]:
        for kind, words in lex.ACTS.get(clause.vp.lemma, ()):
            if kind in _ORDERED and phrase.head and {phrase.head, lex.singular(phrase.head)} & words:
                return kind, phrase
    return None
