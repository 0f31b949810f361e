"""Who is meant by a name in somebody else's chronology: found as an article of that day would be read.

A list writes "Korea, Republic of" and "President Bush"; the chronology knows South Korea, and which Bush it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from timeline.models import ActorKind, ActorName
from timeline.parser import reading as parsed
from timeline.parser.names import NameBook, find_names
from timeline.parser.names_book import Sort, cut
from timeline.parser.reading import LineRole, Role, Sentence

from .cast import editors_names, vocabulary_actors

_KIND_OF = {Sort.STATE: ActorKind.STATE, Sort.ORGANISATION: ActorKind.ORGANISATION}
_IN_BRACKETS = re.compile(r"(.+?) *\(([^()]+)\)")


class UnknownName(ValueError):
    """A name of which nobody can tell whether it is a person, a state or an organisation."""


class NameReader:
    """Tells who is meant by names as lists write them, by the vocabulary, editors' names and the actors kept."""

    def __init__(self) -> None:
        self._book = NameBook.default(editors_names())
        self._bodies: dict[tuple[str, bool], tuple[str, str] | None] = {}
        self._parties: dict[tuple, parsed.Party] = {}

    @cached_property
    def _kept(self) -> dict[str, set[str]]:
        """The kinds of the actors that go by each name."""
        kinds: dict[str, set[str]] = {}
        for name, kind in ActorName.objects.values_list("name", "actor__kind").order_by():
            kinds.setdefault(name, set()).add(kind)
        return kinds

    def body(self, written: str, *, loosely: bool = False) -> tuple[str, str] | None:
        """Return name and kind of the state or organisation that is written, None where there is none we know.

        `loosely` takes what stands in brackets too: in a list of countries "Siam (Thailand)" is Thailand, but in one
        of people "Ana Lima (Chile)" is not Chile.
        """
        if (written, loosely) not in self._bodies:
            ways = map(self._known_body, _ways_to_write(written, loosely=loosely))
            self._bodies[written, loosely] = next(filter(None, ways), None)
        return self._bodies[written, loosely]

    def _known_body(self, name: str) -> tuple[str, str] | None:
        for kind in (ActorKind.STATE, ActorKind.ORGANISATION):
            if (name, kind) in vocabulary_actors():
                return name, str(kind)
        words = cut(name.removeprefix("The ").removeprefix("the "))
        if words and (found := self._book.find(words, 0)) and found[0] == len(words):
            for entry in found[1]:
                if kind := _KIND_OF.get(entry.sort):
                    return entry.name, str(kind)
        for kind in (ActorKind.STATE, ActorKind.ORGANISATION):
            if kind in self._kept.get(name, ()):
                return name, str(kind)
        return None

    def party(self, name: str, role: Role, *, kind: str = "", state: str = "", day: date | None = None) -> parsed.Party:
        """Return the party that a name means, with the part that it has; its place in the text is still to be set.

        `kind` says what an unknown name is, `state` whom a person serves (both may be empty), `day` is when.
        Raises UnknownName, saying what to write, where nothing tells what an unknown name is.
        """
        key = (name, role, kind, state, day and day.year, day and day.month)
        if key not in self._parties:
            self._parties[key] = self._party(name, role, kind, state, day)
        return self._parties[key]

    def _party(self, name: str, role: Role, kind: str, state: str, day: date | None) -> parsed.Party:
        listed = kind in (ActorKind.STATE, ActorKind.ORGANISATION)
        if kind != ActorKind.PERSON and (body := self.body(name, loosely=listed)) and (not state or listed):
            return parsed.Party(body[0], parsed.ActorKind(body[1]), role, 0, 0, known=True)
        if listed:
            return parsed.Party(name, parsed.ActorKind(kind), role, 0, 0)
        served = self._served(state) if state else ""
        if known := vocabulary_actors().get((name, ActorKind.PERSON)):
            return _person(name, role, served or known.state, known.office, known=True)
        if person := self._read_as_in_an_article(name, served, day):
            return _person(person.name, role, served or person.state, person.office, known=person.known)
        if not (kind or state or ActorKind.PERSON in self._kept.get(name, ())):
            raise UnknownName(
                f"“{name}” is nobody we know; write {name} (Chile) for somebody who serves Chile, "
                f"or {name} [person], [state] or [organisation]"
            )
        return _person(name, role, served, "", known=False)

    def _served(self, state: str) -> str:
        """Return whom people of a state or body serve by our name; a state that our vocabulary lacks is nobody's."""
        body = self.body(state, loosely=True)
        if body is None or (body[1] == ActorKind.STATE and body not in vocabulary_actors()):
            return ""
        return body[0]

    def _read_as_in_an_article(self, name: str, state: str, day: date | None) -> parsed.Name | None:
        """Return the one person whom the whole name means in an article of that day, or None."""
        before = f"{state}’s " if state else ""
        text = before + name
        found = find_names(text, [Sentence(0, len(text), LineRole.BODY, 1)], day, self._book)
        if len(found) != 1 or found[0].kind is not parsed.ActorKind.PERSON or found[0].members:
            return None
        return found[0] if found[0].start <= len(before) and found[0].end == len(text) else None


def _person(name: str, role: Role, state: str, office: str, *, known: bool) -> parsed.Party:
    return parsed.Party(name, parsed.ActorKind.PERSON, role, 0, 0, state=state, office=office, known=known)


def _ways_to_write(name: str, *, loosely: bool) -> Iterable[str]:
    """Yield a name, then what catalogues make of it turned back: "Korea, Republic of", "Siam (Thailand)"."""
    yield name
    if bracketed := _IN_BRACKETS.fullmatch(name):
        yield from _ways_to_write(bracketed[1], loosely=False)
        if loosely:
            yield bracketed[2]
    first, comma, rest = name.partition(", ")
    if comma:
        yield f"{rest} {first}"
