"""When and where an act was done, where its own clause does not say so at once."""

from __future__ import annotations

from ..reading import ENCOUNTERS, ActorKind, Kind, Party
from .clauses import Clause
from .draft import Draft, Scene
from .nouns import behind, locate, noun_kind
from .phrases import Phrase
from .where import destinations, place_in
from .who import Place


def time_of_decision(draft: Draft, clause: Clause) -> None:
    """ "Its announcement today to impose sanctions": the day stands behind the noun."""
    if draft.time is not None or clause.governing_noun is None:
        return
    items = clause.governor.items if clause.governor is not None else []
    at = items.index(clause.governing_noun) if clause.governing_noun in items else len(items)
    time = next((t for p in items[at + 1 : at + 3] if p.type == "TIME" for t in p.times), None)
    if time is not None:
        draft.time = time
        draft.because("when", "right-behind", (time.start, time.end))


def time_of_gathering(scene: Scene, draft: Draft, clause: Clause) -> None:
    """ "The council, at its meeting held on 3 May, suspended Niger": the act has the day of the gathering."""
    for child in scene.clauses:
        if child.governor is not clause or child.relation != "participle" or not child.times or not child.subject:
            continue
        noun = child.subject[-1]
        beside = noun_kind(noun) in ENCOUNTERS and locate(clause, noun).prep in _BESIDE and child.vp.passive
        if noun in clause.subject and (beside or child.lemma in ("meet", "gather", "convene")):
            draft.time = child.times[0]
            draft.because("when", "participle", (draft.time.start, draft.time.end))
            return


def own_time_of_insertion(draft: Draft, clause: Clause, phrase: Phrase) -> None:
    """ "The 1992 embargo, imposed by the council, was lifted in 1999": the insertion has its noun's time, not that."""
    inserted = clause.relation == "participle" and clause.vp.passive and clause.inherited
    inserted = inserted and clause.governor is not None and clause.governor.vp is not None
    if not inserted or not any(r.rule == "clause-above" for r in draft.reasons):
        return
    draft.time = None
    draft.reasons = [r for r in draft.reasons if r.field != "when"]
    if phrase.times:
        draft.time = phrase.times[0]
        draft.because("when", "in-the-phrase", (draft.time.start, draft.time.end))


def place_of_act(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, doers: list[Party]) -> Place:
    if kind is Kind.SANCTION:
        return Place()
    place = place_in(scene, clause, phrase)
    if not place.words and kind is Kind.AGREEMENT:
        place = place_of_encounter(scene, clause)
    if not place.words and clause.vp.lemma == "expel":
        home = next((p for p in doers if p.kind is ActorKind.STATE), None)
        return Place(home.name, home.name, home.start, home.end) if home is not None else place
    above = clause.governor
    if not place.words and clause.intro == "where" and above is not None and above.vp is not None:
        return place_in(scene, above, above.vp)
    return place


_BESIDE = frozenset("after following during at in on amid".split())


def place_of_encounter(scene: Scene, clause: Clause) -> Place:
    """Where those were together who made an agreement: "agreed … after talks in Lima", "during a visit to Lima"."""
    for item in clause.items:
        kind = noun_kind(item) if item.type == "NP" else None
        if kind not in ENCOUNTERS or locate(clause, item).prep not in _BESIDE:
            continue
        rest = behind(clause, item)
        goals = destinations(scene, Clause(after=rest), direct=False) if kind is Kind.VISIT else []
        place = goals[0] if goals else place_in(scene, Clause(after=rest), item)
        if place.words:
            return place
    return Place()
