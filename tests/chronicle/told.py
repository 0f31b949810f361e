"""Short ways to say what mentions say and what sources tell, for tests of settling and linking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.chronicle.sameness import Telling
from timeline.chronicle.settle import MentionFacts, settle
from timeline.parser.reading import ActorKind, Basis, Confidence, Kind, Party, Role, Status

STATES = {
    "Ana Lima": "Chile",
    "Ben Okoro": "Nigeria",
    "Cai Shen": "China",
    "Dov Peretz": "Israel",
    "Eda Kaya": "Turkey",
}


def party(name: str, role: Role = Role.PARTICIPANT) -> Party:
    """A party by name: one of the people above with the state served, else a state."""
    if name in STATES:
        return Party(name, ActorKind.PERSON, role, 0, 1, state=STATES[name])
    return Party(name, ActorKind.STATE, role, 0, 1)


def said(
    kind="meeting", status="held", when=None, who=("Ana Lima", "Ben Okoro"), *, voice="a", **fields
) -> MentionFacts:
    """What one mention says; `published` may be an ISO day."""
    fields.setdefault("basis", "stated")
    fields.setdefault("confidence", "medium")
    day = fields.pop("published", None)
    parties = tuple(p if isinstance(p, Party) else party(p) for p in who)
    return MentionFacts(
        key=fields.pop("key", f"{voice}:{kind}:{status}:{when}:{day}"),
        voice=voice,
        kind=Kind(kind),
        status=Status(status),
        basis=Basis(fields.pop("basis")),
        confidence=Confidence(fields.pop("confidence")),
        when=when,
        parties=parties,
        published=date.fromisoformat(day) if day else None,
        **fields,
    )


def telling(source="a", *mentions: MentionFacts, group=0, pinned=0, words="", **fields) -> Telling:
    """What one source tells of one happening."""
    mentions = tuple(replace(m, voice=source) for m in mentions)
    settled = settle(mentions)
    persons = {p.name for p in settled.parties if p.kind is ActorKind.PERSON}
    serves = {(p.name, p.state) for p in settled.parties if p.state}
    bodies = {p.name for p in settled.parties if p.kind is not ActorKind.PERSON} | {state for _, state in serves}
    hosts = {p.name for p in settled.parties if p.role is Role.HOST}
    hosts |= {state for person, state in serves if person in hosts}
    doing = {p.name for p in settled.parties if p.role is not Role.TARGET}
    doing |= {state for person, state in serves if person in doing}
    return Telling(
        source=source,
        group=group,
        pinned=pinned,
        published=mentions[0].published,
        said=settled,
        persons=frozenset(persons),
        bodies=frozenset(bodies),
        serves=tuple(sorted(serves)),
        travellers=frozenset((persons | bodies) - hosts),
        doers=frozenset(doing),
        named=next((m.named for m in mentions if m.named), ""),
        words=frozenset(words.split()),
        **fields,
    )
