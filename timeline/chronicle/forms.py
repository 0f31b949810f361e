"""How a list is to be read: what a record may say, what its columns are to us, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.parser.reading import ActorKind

FIELDS = {
    "id": "its number or name in the list, once a list",
    "when": "its date as written: 27 March 2018, March 2018, 2018-03-27, 2018-03-25/2018-03-28",
    "start": "in place of “when”: its first day",
    "end": "with “start”: its last day",
    "title": "what the list calls it",
    "kind": "one of our kinds",
    "status": "one of our statuses; an act without one has happened",
    "basis": "stated (where there is none), reported or denied",
    "actors": "who takes part: Ana Lima (Chile); Peru as host; Andean Council [organisation]",
    "participant": "who takes part, like “actors”",
    "host": "whose guest the others are",
    "initiator": "who does it",
    "target": "to whom it is done",
    "mediator": "who mediates",
    "serving": "the state or body that people of this record serve, where their name does not say it",
    "place": "where, from narrow to wide: Peace House, Panmunjom",
    "country": "the state that this lies in",
    "quote": "the words that say so; where there are none the whole record is quoted",
    "speaker": "who says so",
    "named": "a proper name of the happening: Six-Party Talks",
    "occasions": "how many times, where several are counted",
    "confidence": "high, medium or low; without it what the record says decides",
    "source": "where it was taken from; the list's own name",
    "publisher": "who published that",
    "author": "who wrote that",
    "url": "its address on the web",
    "published": "the day on which it was published, as 2019-03-07",
}
"""What a record may say: field → what it is."""

KINDS_OF_NAMES = tuple(kind.value for kind in ActorKind)

LONGEST_QUOTED = 60
"""Characters of what is quoted back."""


class Wrong(ValueError):
    """A field of a record that cannot be taken."""

    def __init__(self, where: str, said: str) -> None:
        super().__init__(said)
        self.where = where


class Faults(ValueError):
    """All that is wrong with one record."""

    def __init__(self, wrongs: Sequence[Wrong]) -> None:
        super().__init__("; ".join(f"{wrong.where}: {wrong}" for wrong in wrongs))
        self.wrongs = tuple(wrongs)


@dataclass(frozen=True, slots=True)
class Target:
    """What a column of a list is to us."""

    field: str
    kind: str = ""
    """For names: what those are that we do not know."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a list is to be read: what its columns are to us, and what holds for all of its records."""

    columns: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    """What the list is called where no record says its source."""

    def targets(self, column: str) -> tuple[Target, ...]:
        """Return what a column is to us: as told, else by its own name; nothing where that is none of ours."""
        if column in self.columns:
            return self.columns[column]
        own = column.strip().lower().replace(" ", "_")
        return (Target(own),) if own in FIELDS else ()


def one_of(words: Collection[str], written: str, field: str) -> str:
    """Return the one of our words that is written, in whatever case; raises Wrong, listing them."""
    word = written.strip().lower()
    if word not in words:
        raise Wrong(field, f"“{cut(written)}” is none of ours; write {', '.join(words)}")
    return word


def cut(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTED else f"{words[: LONGEST_QUOTED - 1]}…"
