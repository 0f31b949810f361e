"""Persons within one sentence: a name, with the office and the state that stand behind it.

"Nadia Halim, Egypt's foreign minister,", "Brazil's Lula", "Ana Soto of Peru".
"""

from __future__ import annotations

from timeline.parser.names_bodies import Bodies
from timeline.parser.names_book import Sort
from timeline.parser.names_chunks import Chunk, Piece
from timeline.parser.names_mentions import Mention, What

_CLOSING = frozenset({",", "", ".", ";", ")", ":", "-", "\u2013"})
"""Behind an apposition: what closes it."""
_GOES_ON_IN_FULL = frozenset({"in", "for", "on", "at", "to", "from", "with", "since"})
"""The same behind a full name: "Ana Soto, the Chilean envoy in Lima"; after a family name a new subject may begin."""
_GOES_ON = frozenset({"and", "who", "as"})
"""Behind an apposition that names a state or a body: how the sentence may go on without a comma."""


class Persons(Bodies):
    """Reads names without a title before them, and what stands behind any name."""

    def _bare_person(self, chunk: Chunk) -> Mention:
        mention = Mention(
            What.PERSON,
            chunk.first,
            chunk.last,
            chunk.first,
            chunk.last,
            entries=chunk.entries,
            rule="name",
            initial=chunk.initial,
        )
        verbs = self.book.classes["person_verbs"]
        placed = self._word(chunk.first - 1) in self.book.classes["place_prepositions"]
        behind = "" if placed else self._word(chunk.last)  # "The university in Port Doe said": not Port Doe.
        mention.acts = behind in verbs or behind in self.book.classes["acting_verbs"]
        mention.speaks = behind in verbs or self._word(chunk.first - 1) in verbs
        return mention

    def _person(self, at: int) -> int:
        """A name without a title before it, with an apposition if one follows."""
        owner = self.chunks[at]
        if self._owns_next(at):
            # "Brazil's Lula": the state is his; where he turns out to be nobody, it is what remains.
            mention = self._bare_person(self.chunks[at + 1])
            mention.first, mention.state, at = owner.first, owner.entries[0].state, at + 1
            mention.parts = [Mention(What.THING, owner.first, owner.last, entries=owner.entries, rule="known")]
        elif self._is_name(at):
            mention = self._bare_person(owner)
        else:
            return 0
        if not mention.state and mention.name_last - mention.name_first >= 2:
            self._of_state(mention)
        self.mentions.append(mention)
        if mention.last > mention.name_last:
            return self._after(mention.last)
        return self._apposition(mention, at)

    def _of_state(self, mention: Mention) -> None:
        """ "Ana Soto of Peru": take the state behind a full name in; it remains where the name is nobody's."""
        index = self.by_first.get(mention.last + 1) if self._word(mention.last) == "of" else None
        if index is None:
            return
        chunk = self.chunks[index]
        if chunk.piece == Piece.KNOWN and chunk.sort == Sort.STATE and self._word(chunk.last) != "'s":
            mention.parts = [Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known")]
            mention.state, mention.last = chunk.entries[0].state, chunk.last

    def _owns_next(self, at: int) -> bool:
        """Whether a state stands in the possessive before a person's name."""
        if self.chunks[at].sort != Sort.STATE or at + 1 >= len(self.chunks):
            return False
        return self._gap(at, at + 1) == ("'s",) and self._is_name(at + 1)

    def _apposition(self, mention: Mention, index: int) -> int:
        """ "Nadia Halim, Egypt's foreign minister,": take the office behind the comma in."""
        chunk = self.chunks[index]
        comma = mention.last
        if self._word(comma) != "," or mention.last != chunk.last:
            return index + 1
        start = comma + 1
        if self._word(start) in {"the", "a", "an", "his", "her", "its", "their", "our", "who", "is"}:
            start += 1
        next_index = self.by_first.get(start)
        if next_index is None:
            return index + 1
        read = self._title(next_index)
        if read is None:
            return index + 1
        title, after = read
        closing = self._word(title.last)
        served = bool(title.states or title.organisation)
        goes_on = closing in _GOES_ON or (closing in _GOES_ON_IN_FULL and self._size(chunk) > 1)
        # At the head of a sentence the name is its subject: "Hugo Rey, a spokesman for the ministry in Lima, said".
        goes_on = goes_on and (served or (mention.initial and self._size(chunk) > 1))
        if title.plural or title.name_first >= 0 or not (closing in _CLOSING or goes_on):
            return index + 1
        if (self.by_first.get(title.last) is not None) and self._is_name(self.by_first[title.last]):
            return index + 1
        if mention.title is None or not mention.title.office:
            mention.title = title
            mention.gender = mention.gender or title.gender
            mention.rule = "apposition"
        elif not mention.title.states and not mention.state:
            mention.state = title.state
        mention.last = title.last
        if closing == "and" and (further := self._further_title(title.last + 1)) is not None:
            mention.last, after = further
        return max(after, index + 1)

    def _further_title(self, at: int) -> tuple[int, int] | None:
        """Read a second office of the same person: "..., secretary of the party and Chilean president,"."""
        index = self.by_first.get(at)
        read = self._title(index) if index is not None else None
        if read is None:
            return None
        title, after = read
        alone = self._word(title.last) in {",", "", ".", ";"} and title.name_first < 0 and not title.plural
        return (title.last, after) if alone and self._word(at - 2) != "the" else None
