"""Titles of events, composed from their fields: "Trump–Kim summit, Hanoi"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.parser.reading import ENCOUNTERS, ActorKind, Kind, Party, Role, Status
from timeline.parser.vocabulary import load

_NOUN = {
    Kind.SUMMIT: "summit",
    Kind.MEETING: "meeting",
    Kind.TALKS: "talks",
    Kind.CALL: "call",
    Kind.CONFERENCE: "conference",
    Kind.AGREEMENT: "agreement",
}
_LONGEST = 300


@cache
def _family_names() -> dict[str, str]:
    """Full name -> the name by which a leader is called afterwards."""
    return {row["person"]: row["family"] for row in load("leaders")["leader"] if row.get("family")}


@cache
def _family_first() -> frozenset[str]:
    """States where the family name comes first."""
    return frozenset(row["name"] for row in load("states")["state"] if row.get("family_first"))


def short_name(party: Party) -> str:
    """Return how a headline calls a party: the family name of a person, the name of anybody else."""
    if party.kind is not ActorKind.PERSON:
        return party.name
    if known := _family_names().get(party.name):
        return known
    words = party.name.split()
    return words[0] if party.state in _family_first() else words[-1]


def compose_title(
    kind: Kind, status: Status, parties: Sequence[Party], place: str, named: str = "", occasions: int = 1
) -> str:
    """Return a title for an event; never empty, at most 300 characters.

    Full names where one person stands alone, family names where two meet; a proper name of the happening
    ("Six-Party Talks") goes before all that.
    """
    where = place.partition(",")[0].strip()
    if kind is Kind.VISIT:
        title = _visit_title(parties, place)
    elif kind in ENCOUNTERS or kind is Kind.AGREEMENT:
        title = _encounter_title(kind, parties, where, named)
    else:
        title = _act_title(kind, status, parties, where, named)
    if occasions > 1:
        title = f"{title} ({occasions} times)"
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"


def _visit_title(parties: Sequence[Party], place: str) -> str:
    visitors = [p for p in parties if p.role is not Role.HOST] or list(parties)
    who = _listed([p.name for p in visitors[:3]]) if visitors else ""
    where = place.partition(",")[0].strip() or next((p.name for p in parties if p.role is Role.HOST), "")
    if who and where:
        return f"{_possessive(who)} visit to {where}"
    if who:
        return f"{_possessive(who)} visit"
    return f"Visit to {where}" if where else "Visit"


def _encounter_title(kind: Kind, parties: Sequence[Party], where: str, named: str) -> str:
    noun = _NOUN[kind]
    tail = f", {where}" if where else ""
    if named:
        return f"{named}{'' if where and where in named else tail}"
    leading = [p for p in parties if p.kind is ActorKind.PERSON] or list(parties)
    names = list(dict.fromkeys(short_name(p) for p in leading))
    if len(names) < len({p.name for p in leading}):
        names = list(dict.fromkeys(p.name for p in leading))
    if not names:
        return f"{noun.capitalize()}{tail}"
    if len(names) == 1:
        others = [p.name for p in parties if p not in leading]
        return f"{leading[0].name}: {noun}{' with ' + _listed(others[:2]) if others else ''}{tail}"
    if len(names) > 3:
        return f"{noun.capitalize()} of {names[0]}, {names[1]} and {len(names) - 2} others{tail}"
    return f"{'–'.join(names)} {noun}{tail}"


def _act_title(kind: Kind, status: Status, parties: Sequence[Party], where: str, named: str) -> str:
    doers = [p for p in parties if p.role in (Role.INITIATOR, Role.PARTICIPANT, Role.HOST)]
    targets = [p for p in parties if p.role is Role.TARGET]
    if not doers:
        doers, targets = targets, []
    if kind is Kind.RESOLUTION and named:
        return named
    who = _listed([p.name for p in doers[:3]])
    whom = _listed([p.name for p in targets[:3]])
    phrases = {
        Kind.INVITATION: ("invitation", " to "),
        Kind.RESOLUTION: ("resolution", " on "),
        Kind.STATEMENT: ("statement", " on "),
        Kind.CANCELLATION: ("cancellation", ", with "),
        Kind.POSTPONEMENT: ("postponement", ", with "),
        Kind.SANCTION: ("sanctions", " on "),
        Kind.RUPTURE: ("break", " with "),
        Kind.OTHER: ("other event", ", concerning "),
    }
    noun, link = phrases[kind]
    if not who:
        return f"{named or noun.capitalize()}{f', {where}' if where else ''}"
    title = f"{who}: {named or noun}{link + whom if whom else ''}"
    return f"{title} (planned)" if status is Status.PLANNED else title


def _listed(names: Sequence[str]) -> str:
    """Return names as an English list: A, A and B, A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
