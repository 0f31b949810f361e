"""A reader for tests of the chronicle: it reads what a line plainly says, so that these tests rest on no grammar.

A line is `group | kind | status | date | place | party; party | option=value ...`; a party is `Ana Lima (Chile)` for
a person, `Chile` for a state, with `> ` before the target of an act. A date of `D` is the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from timeline.parser.reading import (
    ActorKind,
    Basis,
    Claim,
    Confidence,
    Kind,
    Layout,
    Party,
    Reading,
    Reason,
    Role,
    Status,
)


def read(
    text: str, published: date | None = None, names: Iterable = (), *, title="", author="", publisher=""
) -> Reading:
    """Read a text of lines as above; lines that are none say nothing. Raises ValueError for "Gibberish."."""
    if text.startswith("Gibberish"):
        raise ValueError("the text does not look like English")
    known_as = {known.name: known.canonical for known in names}
    claims, at = [], 0
    for line in text.split("\n"):
        if line.count("|") >= 5:
            claims.append(_claim(line, at, published, known_as))
        at += len(line) + 1
    how = "given" if published else "unknown"
    return Reading(text, title, author, publisher, published, how, Layout(()), claims=tuple(claims))


def _claim(line: str, at: int, published: date | None, known_as: dict[str, str]) -> Claim:
    group, kind, status, when, place, parties, *options = (part.strip() for part in line.split("|"))
    more = dict(option.split("=") for option in " ".join(options).split())
    relative = when == "D"
    if relative:
        when = published.isoformat() if published else ""
    initiator = Kind(kind) not in {Kind.SUMMIT, Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.CALL, Kind.CONFERENCE}
    return Claim(
        start=at,
        end=at + len(line),
        group=int(group),
        kind=Kind(kind),
        status=Status(status),
        basis=Basis(more.pop("basis", "stated")),
        when=when or None,
        when_span=(at, at + len(line)) if when else None,
        parties=tuple(_party(p, at, initiator, known_as) for p in parties.split(";") if p.strip()),
        confidence=Confidence(more.pop("confidence", "medium")),
        place=place,
        country=more.pop("country", ""),
        concerns=int(more.pop("concerns")) if "concerns" in more else None,
        named=more.pop("named", "").replace("_", " "),
        relative=relative,
        reasons=(Reason("kind", "plain", ((at, at + 1),)),),
    )


def _party(words: str, at: int, initiator: bool, known_as: dict[str, str]) -> Party:
    words = words.strip()
    role = Role.INITIATOR if initiator else Role.PARTICIPANT
    if words.startswith(">"):
        role, words = Role.TARGET, words[1:].strip()
    person = re.fullmatch(r"(.+) \((.+)\)", words)
    name = person[1] if person else words
    name = known_as.get(name, name)
    if person:
        return Party(name, ActorKind.PERSON, role, at, at + 1, state=person[2])
    return Party(name, ActorKind.STATE, role, at, at + 1)
