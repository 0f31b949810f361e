"""Encounters told by a turn of phrase: "shook hands with", "touched down in", "took a call from"."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import ActorKind, Kind
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import STRONG, Draft, Scene
from .outlook import STATUS, of_clause
from .phrases import Phrase
from .roles import encounter_kind, make, set_place, subject_parties
from .where import destinations, place_in
from .who import Place, distinct, of_segments

_FILLER = frozenset({"ADV", "QUOTE", "TIME"})
MOST_FILLED = 3
"""Words for which an asterisk can stand."""


def idiom(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield the encounter that a verb and the words right behind it tell of."""
    for entry in lex.IDIOMS.get(clause.vp.lemma, ()):
        at = _match(scene, clause, entry["words"])
        if at is None:
            continue
        draft = _visit(scene, clause, at) if entry.get("goal") else _encounter(scene, clause, entry, at)
        if draft is not None:
            yield draft
            return


def _match(scene: Scene, clause: Clause, wanted: tuple[str, ...]) -> int | None:
    """Index in `clause.after` of the last of the words, where they stand right behind the verb."""
    said: list[tuple[str, int]] = []
    for index, phrase in enumerate(clause.after[:8]):
        if phrase.type not in _FILLER or (phrase.type == "ADV" and phrase.low in wanted):
            said += [(word, index) for word in scene.words(phrase).lower().split()]
    if wanted[0] != "*":
        return _follows(said, wanted)
    for skipped in range(1, MOST_FILLED + 1):
        at = _follows(said[skipped:], wanted[1:])
        if at is not None:
            return at
    return None


def _follows(said: list[tuple[str, int]], wanted: tuple[str, ...]) -> int | None:
    if "*" in wanted:
        gap = wanted.index("*")
        if [w for w, _ in said[:gap]] != list(wanted[:gap]):
            return None
        ends = (_follows(said[gap + n :], wanted[gap + 1 :]) for n in range(1, MOST_FILLED + 1))
        return next((end for end in ends if end is not None), None)
    if len(said) < len(wanted) or [w for w, _ in said[: len(wanted)]] != list(wanted):
        return None
    return said[len(wanted) - 1][1]


def _visit(scene: Scene, clause: Clause, at: int) -> Draft | None:
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    travellers = [p for p in subject_parties(scene, clause) if p.kind is ActorKind.PERSON]
    behind: list[Phrase] = [Phrase("PREP", 0, 0, 0, 0, low="to"), *clause.after[at + 1 :]]
    goals = destinations(scene, Clause(after=behind), direct=False)
    home = {p.state for p in travellers if p.state}
    goals = goals or _soil(scene, clause.after[at + 1 :])
    if status is None or not travellers or not goals or goals[0].country in home:
        return None
    draft = make(scene, clause, Kind.VISIT, outlook, status, travellers)
    set_place(scene, draft, goals[0])
    return draft


def _soil(scene: Scene, items: list[Phrase]) -> list[Place]:
    """The country of "set foot on Indian soil"."""
    named = next((p for p in items[:1] if p.head in ("soil", "territory")), None)
    states = [n for n in named.names if n.kind is ActorKind.STATE] if named is not None else []
    return [Place(n.name, n.name, n.start, n.end) for n in states[:1]]


def _encounter(scene: Scene, clause: Clause, entry: dict, at: int) -> Draft | None:
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    prep = clause.after[at].low
    if clause.after[at].type in ("PREP", "SUBPREP"):
        others = of_segments(segments(clause.after[at:]), frozenset({prep}))
    else:
        others = []  # "the two exchanged letters"
    parties = distinct([*subject_parties(scene, clause), *others])
    people = [p for p in parties if p.kind is ActorKind.PERSON]
    if status is None or not people or len({p.state or p.name for p in parties}) < 2:
        return None
    asked = any(c.governor is clause and c.relation == "infinitive" for c in scene.clauses)
    placed = clause.times or place_in(scene, clause, clause.vp).words
    if entry.get("dated") and (asked or len(people) < 2 or not placed):
        return None  # "called on the king to resign"
    draft = make(scene, clause, encounter_kind(entry["kind"], parties), outlook, status, list(parties), STRONG)
    place = place_in(scene, clause, clause.vp)
    set_place(scene, draft, place)
    return draft
