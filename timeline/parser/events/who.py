"""Who takes part, and where: the parties and places that the grammar of a clause gives to a happening."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..reading import ActorKind, Name, Party, Role
from . import gazetteer
from . import lexicon as lex
from .clauses import Segment
from .phrases import Phrase

AGENT_NOUNS = frozenset(
    """
    government governments administration ministry minister ministers official officials delegation
    delegations leader leaders president presidents premier premiers chancellor diplomat diplomats envoy
    envoys negotiator negotiators authorities rebels rebel side sides regime army military forces troops
    ambassador ambassadors cabinet parliament representative representatives counterpart counterparts party
    movement militants group team mediators mediator monarch king queen prince emir spokesman spokeswoman
    spokesperson secretary chief head heads commander generals general chairman chairperson commissioner
    foreign states nations countries members governor lawmakers senate embassy junta council union bloc
    alliance commission officers officer fighters faction factions court kingdom republic colleague colleagues
    """.split()
)
"""Nouns of those who act for a state or body named beside them: "the Turkish foreign minister", "M23 rebels"."""

_ORGANS = frozenset(
    """
    ministry department government embassy parliament presidency cabinet office chancellery consulate
    treasury senate congress army military navy
    """.split()
)
"""Words by which an organ of a state is known: what it does, the state does."""


def is_media(name: Name) -> bool:
    """Whether a name is a news organ's: they report, they never take part."""
    if name.rule == "media":
        return True
    folded = name.name.casefold()
    if folded in lex.MEDIA_NAMES:
        return True
    return name.kind is ActorKind.ORGANISATION and not name.known and folded.split()[-1] in lex.MEDIA


def expand(name: Name) -> Iterable[Name]:
    """Give the members of a name that stands for several, or the name itself."""
    if name.members:
        for member in name.members:
            yield replace(member, start=name.start, end=name.end) if member.start == member.end else member
    else:
        yield name


def party(name: Name, role: Role = Role.PARTICIPANT) -> Party | None:
    """Make a party of a name; None for a place or a news organ."""
    if name.kind is None or is_media(name):
        return None
    if name.kind is ActorKind.ORGANISATION and name.state and not name.known and _is_organ(name):
        return Party(name.state, ActorKind.STATE, role, name.start, name.end, name.state, "", True)
    if name.kind is ActorKind.ORGANISATION and not name.known and (whole := _body_above(name)):
        return Party(whole, ActorKind.ORGANISATION, role, name.start, name.end, "", "", True)
    return Party(name.name, name.kind, role, name.start, name.end, name.state, name.office, name.known)


_ORGANS_OF_BODIES = frozenset(
    "council assembly commission committee secretariat board mission delegation presidency troika summit".split()
)


def _body_above(name: Name) -> str:
    """The known body whose organ a name tells of: "African Union's Peace and Security Council"."""
    if name.name.split()[-1].casefold() not in _ORGANS_OF_BODIES:
        return ""
    owner, _, organ = name.name.partition("'s ")
    if not organ:
        owner = name.name.partition(" ")[0]
    return gazetteer.body(owner)


def _owner_of_organ(phrase: Phrase, head: Name) -> Name | None:
    """The known body right before the name of one of its organs: "the OSCE Ministerial Council"."""
    if head.rule != "body" or head.state or head.name.split()[-1].casefold() not in _ORGANS_OF_BODIES:
        return None
    return next(
        (n for n in phrase.names if n.kind is ActorKind.ORGANISATION and n.known and 0 < head.start - n.end <= 3), None
    )


def _is_organ(name: Name) -> bool:
    """Whether a body is an organ of its state, so that what it does the state does."""
    return bool(_ORGANS & set(name.name.casefold().split()))


def of_phrase(phrase: Phrase, role: Role = Role.PARTICIPANT) -> list[Party]:
    """Give those who a noun phrase means when it stands for somebody who acts.

    Where it names a person, that person; else the state or body whose people it speaks of.
    """
    head = phrase.head_name
    if head is not None:
        owner = _owner_of_organ(phrase, head)
        if owner is not None:
            return [p for p in [party(owner, role)] if p]
        if head.kind is not None:
            named = [p for n in expand(head) if (p := party(n, role))]
            organ = head.kind is ActorKind.ORGANISATION and head.state and _is_organ(head)
            if organ and len(named) == 1 and named[0].kind is ActorKind.ORGANISATION:
                named.append(Party(head.state, ActorKind.STATE, role, head.start, head.end, head.state, "", True))
            if named and head.kind is not ActorKind.PERSON:
                persons = [
                    p
                    for n in phrase.names
                    if n is not head and n.kind is ActorKind.PERSON and n not in phrase.possessors
                    for p in [party(n, role)]
                    if p
                ]
                return persons or named
            return named
        return []
    if not phrase.names:
        return []
    if phrase.head in ("government", "governments", "country", "countries") and phrase.possessors:
        served = [m for n in phrase.possessors for m in expand(n) if m.kind is ActorKind.PERSON and m.state]
        if served:  # "talks between their governments"
            return [Party(m.state, ActorKind.STATE, role, m.start, m.end, m.state, "", True) for m in served]
    persons = [
        p
        for n in phrase.names
        if n.kind is ActorKind.PERSON and n not in phrase.possessors
        for m in expand(n)
        if (p := party(m, role))
    ]
    if persons:
        return persons
    if phrase.head in lex.PRONOUNS or phrase.head in AGENT_NOUNS or lex.singular(phrase.head) in AGENT_NOUNS:
        return [
            p
            for n in phrase.names
            if n.kind is not ActorKind.PERSON or n not in phrase.possessors or len(phrase.names) == 1
            for m in expand(n)
            if (p := party(m, role))
        ]
    return []


def of_segments(parts: Iterable[Segment], preps: frozenset[str], role: Role = Role.PARTICIPANT) -> list[Party]:
    """Give the parties of those segments whose preposition is among `preps`.

    What "of" adds ("the presidents of Chad and Niger") counts where it follows such a segment and that named nobody.
    """
    found: list[Party] = []
    counted = False
    before: list[Party] = []
    agent = False
    for segment in parts:
        if segment.prep in preps:
            before = [p for phrase in segment.phrases for p in of_phrase(phrase, role)]
            found += before
            counted = True
            agent = any(phrase.head in AGENT_NOUNS for phrase in segment.phrases)
        elif segment.prep in ("of", "from") and counted and (segment.prep == "of" or (agent and not before)):
            named = [p for phrase in segment.phrases for p in of_phrase(phrase, role)]
            people = [p for p in named if p.kind is ActorKind.PERSON]
            if people:
                found += people
            elif not before and agent:
                found += named
            elif not before:
                found += [p for p in named if p.kind is ActorKind.ORGANISATION]
        else:
            counted = segment.prep in ("", "as") and "" in preps and counted
    return found


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Give each party once; a state stands back where a person of the same claim acts for it."""
    seen: dict[str, Party] = {}
    for one in parties:
        held = seen.get(one.name)
        if held is None or (held.role is Role.PARTICIPANT and one.role is not Role.PARTICIPANT):
            seen[one.name] = one
    served = {p.state for p in seen.values() if p.kind is ActorKind.PERSON and p.state}
    return tuple(p for p in seen.values() if not (p.kind is ActorKind.STATE and p.name in served))


def is_head(one: Party) -> bool:
    """Whether a party is a head of state or government, by the office that the text or the vocabulary gives."""
    if one.kind is not ActorKind.PERSON or not one.office:
        return False
    office = one.office.casefold()
    if any(
        word in office
        for word in ("vice", "deputy", "former", "foreign", "spokes", "council", "minister of", "elect", "parliament")
    ):
        return False
    return any(
        office == head or office.startswith(head + " ") or office.endswith(" " + head) for head in lex.HEAD_OFFICES
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where: up to three parts from narrow to wide, the state, and the words."""

    words: str = ""
    country: str = ""
    start: int = 0
    end: int = 0


NOWHERE = Place()


def place_name(name: Name) -> bool:
    """Whether a name can say where something happens: a place, or a state used as one."""
    return (
        name.kind is None
        or name.as_place
        or (name.kind is ActorKind.STATE and name.rule in ("state", "state as place", "capital", "seat"))
    )


def goes_there(name: Name, phrase: Phrase) -> bool:
    """ "The China stop", "his Poland trip": a state's plain name beside a visit is where it goes."""
    return name.kind is ActorKind.STATE and name.rule in ("state", "capital") and name not in phrase.possessors


def place_of(names: Iterable[Name], text: str) -> Place:
    """Make a place of names that follow each other from narrow to wide ("Bali", "Indonesia")."""
    parts: list[str] = []
    country = ""
    spans: list[Name] = []
    for name in names:
        label = _label(name, text)
        if label and label not in parts:
            parts.append(label)
            spans.append(name)
        country = country or (name.name if name.kind is ActorKind.STATE else name.state)
    if len(parts) == 1 and (town := _town_of(spans[0])):
        parts.append(town)
    if not parts:
        return Place()
    if country and country not in parts and len(parts) < 3:
        parts.append(country)
    return Place(", ".join(parts[:3]), country, spans[0].start, spans[-1].end)


def _town_of(name: Name) -> str:
    """The town around a site, and of a palace that stands for a government its capital: "the Kremlin" in Moscow."""
    if name.rule == "seat":
        return gazetteer.capitals().get(name.name, "")
    return gazetteer.around(name.name) if name.kind is None else ""


def _label(name: Name, text: str) -> str:
    if name.kind is ActorKind.STATE:
        written = text[name.start : name.end]
        # "in Beijing" told as the state keeps the town
        return written.removeprefix("the ") if name.rule in ("capital", "seat") else name.name
    return name.name
