"""Visits named after another: "his third visit to Peru, after those to Lima in March and to Cusco last month"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..reading import ActorKind, Kind, Role, Status
from .clauses import Clause
from .draft import FAIR, Draft, Scene
from .nouns import behind, noun_kind, own_parties
from .phrases import Phrase
from .where import destinations
from .who import distinct

EARLIER = "earlier"
"""What sets these visits apart from the one that they are named after."""
_BESIDE = frozenset("after following besides beyond like unlike".split())


def earlier_visits(scene: Scene, clause: Clause, those: Phrase) -> Iterator[Draft]:
    """Yield a visit for each place that "those" names, of whoever paid the visit named before it."""
    items = clause.items
    at = items.index(those)
    if not at or items[at - 1].low not in _BESIDE:
        return
    visit = next((p for p in reversed(items[:at]) if p.type == "NP" and noun_kind(p) is Kind.VISIT), None)
    if visit is None:
        return
    named, _ = own_parties(scene, clause, visit)
    parties = distinct(replace(p, role=Role.PARTICIPANT) for p in named if p.kind is ActorKind.PERSON)
    for part in _parts(behind(clause, those)):
        places = destinations(scene, Clause(after=part), direct=False)
        time = next((t for p in part if p.type == "TIME" for t in p.times if t.edtf is not None), None)
        if not parties or not places:
            return
        draft = Draft(
            scene.sentence,
            (part[0].start, part[-1].end),
            Kind.VISIT,
            Status.HELD,
            FAIR,
            parties,
            head="visit",
            clause=clause,
            time=time,
            place=places[0],
            ordinal=EARLIER,
        )
        draft.because("kind", "noun", (visit.start, visit.end))
        draft.because("status", "after-it", (those.start, those.end))
        draft.because("actors", "grammar", *((p.start, p.end) for p in parties))
        draft.because("place", "place-phrase", (places[0].start, places[0].end))
        if time is not None:
            draft.because("when", "same-clause", (time.start, time.end))
        yield draft


def _parts(items: list[Phrase]) -> Iterator[list[Phrase]]:
    """Each "to …" with what says when, up to a comma or whatever else follows."""
    part: list[Phrase] = []
    for item in items:
        if item.low == "to" and item.type == "PREP":
            if part:
                yield part
            part = [item]
        elif part and item.type in ("NP", "TIME", "PREP", "ADV"):
            part.append(item)
        elif item.type != "CONJ" and (item.type != "COMMA" or any(p.type == "TIME" for p in part)):
            break
    if part:
        yield part
