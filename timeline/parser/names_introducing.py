"""The first pass over a text's names: whom it introduces by a full name, and which acronyms it explains.

A full name counts as a person's if an office, a form of address, a given name, an initial or a verb of saying shows
it. What comes out is a `Memory` of people, to which the second pass (`names_resolving`) goes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.parser.names_book import NameBook, Sort
from timeline.parser.names_chunks import Words, chunk, words_of
from timeline.parser.names_grammar import Grammar
from timeline.parser.names_memory import Memory, is_within, name_words
from timeline.parser.names_mentions import Mention, What
from timeline.parser.reading import LineRole, Name, Sentence
from timeline.parser.tokens import normalise


class Introductions:
    """The mentions of one text and the people that it introduces."""

    def __init__(self, text: str, sentences: Sequence[Sentence], published: date | None, book: NameBook) -> None:
        self.book = book
        self.published = published
        plain = normalise(text)
        self.sentences = [
            words_of(plain, s.start, s.end, s.paragraph, s.role in (LineRole.TITLE, LineRole.HEADING))
            for s in sentences
        ]
        self.common = {word for sentence in self.sentences for word in sentence.shown if word.islower()}
        self.memory = Memory(book, published)
        self.acronyms: dict[str, tuple[str, str]] = {}
        self.by_sentence: list[list[Name]] = []
        self.mentions: list[list[Mention]] = []
        self.spoken_of: set[str] = set()
        """States that the text names otherwise than by "the North" and the like."""
        for cut in self.sentences:
            found = Grammar(cut, chunk(cut, book, self.common), book).read()
            self.mentions.append(found)
            for mention in found:
                self._introduce(cut, mention)
                self._hear(cut, mention)
            self._learn_acronyms(cut, found)
        self.memory.settle()

    def _introduce(self, sentence: Words, mention: Mention) -> None:
        for part in mention.parts:
            if part.what == What.PERSON:
                self._introduce(sentence, part)
        if mention.what != What.PERSON:
            return
        name = self._name_of(sentence, mention)
        words = name_words(name)
        if not words:
            return
        canonical = self._canonical(mention, name)
        if not canonical:
            if len(words) < 2 or words[0] in self.book.classes["particles"] or ("-" in name and self._is_pair(name)):
                return
            if not self._has_evidence(sentence, mention, words):
                return
        title = mention.title if mention.title is not None and mention.title.office else None
        state = mention.state or (mention.title.state if mention.title is not None else "")
        position = sentence.starts[mention.first]
        self.memory.introduce(name, canonical, title, state, mention.gender, position)

    def _hear(self, sentence: Words, mention: Mention) -> None:
        """Remember which states are spoken of."""
        for part in mention.parts:
            self._hear(sentence, part)
        if mention.title is not None and not any(is_half(sentence, part) for part in mention.parts):
            self.spoken_of.update(mention.title.states)
        if mention.entries and not is_half(sentence, mention):
            self.spoken_of.add(mention.entries[0].state)
            self.spoken_of.update(mention.entries[0].members)

    def _name_of(self, sentence: Words, mention: Mention) -> str:
        name = sentence.phrase(mention.name_first, mention.name_last)
        if name.isupper() and len(name) > 4:
            name = re.sub(r"\bMc[a-z]", lambda found: "Mc" + found[0][2].upper(), name.title())
        return name

    def _canonical(self, mention: Mention, name: str) -> str:
        """Give the book's name for a full name, or an empty text."""
        for entry in mention.entries:
            if entry.sort == Sort.PERSON:
                return entry.name
        words = name_words(name)
        if len(words) < 2:
            return ""
        person = self.book.short_names.get((words[0], words[-1]), "")
        if person and len(words) <= 3 and self.memory.book_fits(person, mention.title, mention.state, mention.gender):
            return person
        if len(words) > 2:
            inside = [
                p
                for p in self.book.families.get(words[-1], ())
                if is_within(name_words(p), words)
                and self.memory.book_fits(p, mention.title, mention.state, mention.gender)
            ]
            return inside[0] if len(inside) == 1 else ""
        return ""

    def _has_evidence(self, sentence: Words, mention: Mention, words: tuple[str, ...]) -> bool:
        if mention.title is not None or mention.speaks:
            return True
        if sentence.headline and words[0] not in self.book.genders:
            return False
        first = sentence.lowered[mention.name_first]
        if first in self.book.genders:
            return True
        shown = sentence.shown[mention.name_first + 1 : mention.name_last - 1]
        return any(len(w.rstrip(".")) == 1 and w[0].isupper() for w in shown)

    def _is_pair(self, name: str) -> bool:
        """Whether a hyphenated word is two people ("Soto-Rey talks") rather than one double name."""
        parts = name.split("-")
        return " " not in name and all(p[:1].isupper() and self._could_be(p) for p in parts) and len(parts) <= 3

    def _could_be(self, family: str) -> bool:
        call = " ".join(name_words(family))
        return call in self.book.families or call in self.memory.by_call

    def _learn_acronyms(self, sentence: Words, mentions: list[Mention]) -> None:
        """Remember "Border Rivers Agency (BRA)"."""
        for mention in mentions:
            end = mention.last
            if mention.what not in (What.BODY, What.THING) or end + 2 >= len(sentence.shown):
                continue
            acronym = sentence.shown[end + 1]
            if (
                sentence.shown[end] != "("
                or sentence.shown[end + 2] != ")"
                or not acronym.isupper()
                or len(acronym) < 2
            ):
                continue
            words = sentence.shown[mention.first : mention.last]
            if not spells([w[0] for w in words if w[0].isupper()], acronym):
                continue
            if mention.what == What.BODY:
                self.acronyms[acronym] = (sentence.phrase(mention.first, mention.last), mention.state)
            elif mention.entries[0].sort == Sort.ORGANISATION:
                self.acronyms[acronym] = (mention.entries[0].name, mention.entries[0].state)


def is_half(sentence: Words, mention: Mention) -> bool:
    """Whether the words are "the North", "North and South" and the like."""
    first = sentence.lowered[mention.first]
    last = sentence.lowered[mention.last - 1]
    return first in {"the", "north"} and last in {"north", "south"}


def spells(initials: list[str], acronym: str) -> bool:
    """Whether an acronym is made of a name's initials, in their order: "BRA" of Border Rivers Agency."""
    rest = iter(initials)
    return len(initials) > 1 and all(letter in rest for letter in acronym if letter.isalpha())
