"""What one known name, office or term in office is: the entries of a `NameBook`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from timeline.parser.reading import ActorKind


class Sort(Enum):
    """What a known word or phrase is."""

    STATE = auto()
    DEMONYM = auto()
    PEOPLE = auto()
    GROUP = auto()
    CAPITAL = auto()
    SEAT = auto()
    PLACE = auto()
    ORGANISATION = auto()
    MEDIA = auto()
    PERSON = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that an editor keeps, and the actor it means."""

    name: str
    kind: ActorKind
    canonical: str
    state: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office."""

    person: str
    state: str
    office: str
    rank: str
    since: date
    until: date
    organisation: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the day lies within the term."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class Entry:
    """What one known name means."""

    sort: Sort
    name: str
    """Canonical name."""
    state: str = ""
    office: str = ""
    rank: str = ""
    ambiguous: bool = False
    """Whether the words also mean something else, so that they need a hint from what stands beside them."""
    members: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max
    editor: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A title word."""

    name: str
    """Canonical, in the singular: "foreign minister"."""
    rank: str
    leader: bool
    state: str = ""
    organisation: str = ""
    plural: bool = False
    ambiguous: bool = False
    alone: bool = False


Tails = tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]
