"""What a text gives when it is read: frozen values handed from one stage of the parser to the next.

Every offset counts characters of the text as it is stored, from 0; ends are excluded. `text[start:end]`
therefore gives back the very words. Nothing here knows Django or the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""First character and the one after the last."""


class LineRole(StrEnum):
    """What a line of an article is."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


READ_ROLES = frozenset({LineRole.TITLE, LineRole.HEADING, LineRole.BODY, LineRole.CAPTION})
"""The roles whose lines may state facts."""


class Kind(StrEnum):
    """What sort of happening an event is; meanings in the guidelines shown on /method/."""

    SUMMIT = "summit"
    MEETING = "meeting"
    VISIT = "visit"
    TALKS = "talks"
    CALL = "call"
    CONFERENCE = "conference"
    INVITATION = "invitation"
    AGREEMENT = "agreement"
    RESOLUTION = "resolution"
    STATEMENT = "statement"
    CANCELLATION = "cancellation"
    POSTPONEMENT = "postponement"
    SANCTION = "sanction"
    RUPTURE = "rupture"
    OTHER = "other"


ENCOUNTERS = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.CALL, Kind.CONFERENCE})
"""Kinds in which parties come together; all others are acts."""


class Status(StrEnum):
    """What became of an encounter, as seen from the article on the day it was published.

    Acts are only HELD (done) or PLANNED.
    """

    PROPOSED = "proposed"
    PLANNED = "planned"
    ONGOING = "ongoing"
    HELD = "held"
    COLLAPSED = "collapsed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Basis(StrEnum):
    """How the text puts it: said outright, passed on as hearsay, or denied."""

    STATED = "stated"
    REPORTED = "reported"
    DENIED = "denied"


class Confidence(StrEnum):
    """How sure the reading is; the rules are in `events.CONFIDENCE_RULES`."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Role(StrEnum):
    """The part that somebody has in an event."""

    PARTICIPANT = "participant"
    HOST = "host"
    INITIATOR = "initiator"
    TARGET = "target"
    MEDIATOR = "mediator"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line of the text, without its line break, and what it is."""

    start: int
    end: int
    role: LineRole
    rule: str
    """Name of the rule that decided the role, as `/method/` and the source page show it."""
    paragraph: int
    """1 for the first non-empty line, counting every non-empty line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text and what its head and foot say of itself."""

    lines: tuple[Line, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    place: str = ""
    """Place of the dateline, as written ("BEIJING"), or empty."""
    published: date | None = None
    """Day that a dateline or a date line under the title gives in full (with its year), if any."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line whose role may state facts."""

    start: int
    end: int
    role: LineRole
    paragraph: int


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of the text that place something in time, and what they mean."""

    start: int
    end: int
    edtf: str | None
    """EDTF text, or None where the words mean nothing on a calendar or hang on an unknown day."""
    rule: str
    """Name of the convention used, a key of `dates.CONVENTIONS`."""
    relative: bool = False
    """True where the value rests on the day of publication (or would, were it known)."""
    anchored: bool = False
    """True where the value rests on another date of the text ("the following day")."""
    named: str | None = None
    """EDTF of the date that the words name, where they make an open range of it: "2015" for "since 2015"."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words of the text that name a person, a state, an organisation or a place, and whom they mean."""

    start: int
    end: int
    name: str
    """The full, canonical name: "Kim Jong Un" for "Kim", "China" for "Beijing was blindsided"."""
    kind: ActorKind | None
    """None for a place."""
    rule: str
    """How it was resolved, a key of `names.RULES`."""
    state: str = ""
    """For a person or an organ: canonical name of the state served; for a place: the state it lies in; else empty."""
    office: str = ""
    """For a person: the office as the text or the vocabulary gives it ("president")."""
    members: tuple[Name, ...] = ()
    """For words that stand for several ("the two leaders", "both sides", "Xi-Trump"): each of them."""
    known: bool = False
    """True where vocabulary or an editor's names know it, False where the text alone introduced it."""
    as_place: bool = False
    """True where a state's or city's name is used as a place ("in Beijing", "to North Korea")."""
    written: str = ""
    """For a known person or a body of several states: the name as the text has it here, without titles; else empty."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part in an event, as one passage names them."""

    name: str
    kind: ActorKind
    role: Role
    start: int
    end: int
    state: str = ""
    office: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Which words gave a field its value, by which rule."""

    field: str
    """kind, status, basis, when, place, actors, speaker or occasions."""
    rule: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says of one event. The chronicle stores it as a Mention."""

    start: int
    end: int
    group: int
    """Claims of one article with the same number tell of the same happening; numbered from 0 by first claim."""
    kind: Kind
    status: Status
    basis: Basis
    when: str | None
    """EDTF of the event itself, or None."""
    parties: tuple[Party, ...]
    confidence: Confidence
    when_span: Span | None = None
    """The time words, even where they could not be valued."""
    place: str = ""
    """Up to three parts from narrow to wide, comma-separated: "Hanoi, Vietnam"."""
    country: str = ""
    """Canonical name of the state in which it took or takes place, if known."""
    speaker: str = ""
    """Who says so ("Xinhua", "a senior official"), or empty for the article's own voice."""
    occasions: int = 1
    concerns: int | None = None
    """For an act about an encounter ("called off the summit"): that encounter's group."""
    named: str = ""
    """A proper name of the happening, where it has one ("Six-Party Talks", "G7 summit")."""
    relative: bool = False
    """True where `when` rests on the day of publication."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one text."""

    text: str
    title: str
    author: str
    publisher: str
    published: date | None
    published_how: str
    """given, page, inferred or unknown."""
    layout: Layout
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[TimeWords, ...] = ()
    names: tuple[Name, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Plain sentences on what a person should know, e.g. that the day was inferred, and from what."""

    def as_written(self, name: str) -> str:
        """Give a person's or organisation's fullest name in the text itself, or the name where it has none as full.

        "Sergey Lavrov" and "ASEAN" where the text has these, whatever the vocabulary calls them.
        """
        forms = [
            each.written
            for one in self.names
            for each in one.members or (one,)
            if each.name == name and (each.kind is ActorKind.ORGANISATION or " " in each.written)
        ]
        return max(forms, key=len, default="") or name
