"""What the grammar of names hands on: the mentions of one sentence, before anybody knows whom they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from timeline.parser.names_book import Entry


class What(Enum):
    """What a mention is."""

    PERSON = auto()
    ROLE = auto()
    """An office without a name: "the Chinese president"."""
    ROLES = auto()
    """Several holders of one office: "the foreign ministers"."""
    THING = auto()
    """A known state, place or organisation."""
    BODY = auto()
    """An organisation that only the text names."""
    PAIR = auto()
    """Names joined by a hyphen or dash: "Peru-Chile"."""
    GROUP = auto()
    """“The two leaders”, “both sides”."""
    PRONOUN = auto()


@dataclass(frozen=True, slots=True)
class Title:
    """An office with what stands around it."""

    first: int
    last: int
    office: str
    rank: str
    leader: bool
    plural: bool
    states: tuple[str, ...] = ()
    organisation: str = ""
    former: bool = False
    definite: bool = False
    indefinite: bool = False
    gender: str = ""
    inherits: bool = False
    """Whether it takes its office from somebody named before ("his counterpart")."""
    name_first: int = -1
    """Where a name begins that its tail runs into ("envoy for Climate Jane Doe"), or -1."""
    region: str = ""
    """The part of a state that it serves: "the Scottish first minister"."""

    @property
    def state(self) -> str:
        """The one state served, or empty."""
        return self.states[0] if len(self.states) == 1 else ""


@dataclass(slots=True)
class Mention:
    """Words of one sentence that name somebody or something."""

    what: What
    first: int
    last: int
    name_first: int = 0
    name_last: int = 0
    entries: tuple[Entry, ...] = ()
    title: Title | None = None
    parts: list[Mention] = field(default_factory=list)
    rule: str = ""
    state: str = ""
    """State that the words behind the name give: "President Doe of Chile"."""
    gender: str = ""
    speaks: bool = False
    """Whether a verb of saying stands beside the name."""
    acts: bool = False
    """Whether a verb that only persons do follows the name."""
    count: int = 0
    noun: str = ""
    initial: bool = False
    as_place: bool = False
    name: str = ""
