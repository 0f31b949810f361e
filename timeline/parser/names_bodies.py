"""Bodies and groups within one sentence: "the Chilean Border Agency", "both sides", "the two foreign ministers".

What is an organisation by the words it ends with, whose organ it is, and which words stand for several at once.
"""

from __future__ import annotations

from timeline.parser.names_book import Entry, Sort
from timeline.parser.names_chunks import Chunk, Piece
from timeline.parser.names_mentions import Mention, Title, What
from timeline.parser.names_titles import DEFINITE, Titles


class Bodies(Titles):
    """Reads bodies that only the text names, and words for groups."""

    def _things(self, at: int, end: int) -> list[Mention]:
        """The known states, places and bodies from a chunk on, up to a word."""
        parts: list[Mention] = []
        while at < len(self.chunks) and self.chunks[at].last <= end:
            chunk = self.chunks[at]
            if chunk.sort == Sort.GROUP:
                parts.append(self._states_together(chunk))
            elif chunk.piece == Piece.KNOWN and chunk.sort not in (Sort.PERSON, Sort.OTHER):
                parts.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known"))
            at += 1
        return parts

    def _body(self, at: int) -> int:
        """An organisation that only the text names: "the Chilean Border Agency", "Ministry of Public Works"."""
        index, state = at, ""
        chunk = self.chunks[at]
        if chunk.piece == Piece.KNOWN and chunk.sort in (Sort.STATE, Sort.DEMONYM) and at + 1 < len(self.chunks):
            if self._gap(at, at + 1) not in {(), ("'s",), ("'",)}:
                return self._organ(at, chunk.entries[0].state)
            state, index = chunk.entries[0].state, at + 1
            chunk = self.chunks[index]
            if chunk.sort == Sort.ORGANISATION and chunk.entries[0].state:
                return self._known_body(at, state)
        first = chunk.first
        index = self._past_fields(index)
        chunk = self.chunks[index]
        if chunk.piece != Piece.RUN or not (self._is_body(chunk) or self._is_head(chunk)):
            return self._organ(at, state)
        last = self._body_tail(chunk)
        if last - chunk.first == 1 and chunk.first == first and not state:
            return 0  # "the Committee", "the Ministry": which one, the words do not say.
        if self._is_head(chunk) and not self._is_body(chunk) and last == chunk.last:
            return 0
        behind = self._chunk_at(last + 1) if not state and self._word(last) == "of" else None
        if behind is not None and behind.sort == Sort.STATE:
            state = behind.entries[0].state
        start = self._body_start(self.chunks[at].first) if not state else self.chunks[at].first
        self.mentions.append(Mention(What.BODY, start, last, rule="body", state=state))
        return self._after(last)

    def _past_fields(self, index: int) -> int:
        """Give the chunk behind the capitalised fields that open a body's name: the "Foreign" of "Foreign Ministry"."""
        while index + 1 < len(self.chunks):
            chunk = self.chunks[index]
            if chunk.piece != Piece.PORTFOLIO or not self.sentence.shown[chunk.first][0].isupper():
                break
            if self.chunks[index + 1].first != chunk.last:
                break
            index += 1
        return index

    def _known_body(self, at: int, state: str) -> int:
        """A state before a body of the book: "the Chilean Ministry of Defence", or "Peru's Congress", another's."""
        body = self.chunks[at + 1]
        entry = body.entries[0]
        if entry.state == state:
            self.mentions.append(
                Mention(What.THING, self.chunks[at].first, body.last, entries=body.entries, rule="known")
            )
            return at + 2
        if body.last - body.first > 1 and not entry.ambiguous:
            return 0
        self.mentions.append(Mention(What.BODY, self.chunks[at].first, body.last, rule="body", state=state))
        return at + 2

    def _body_start(self, first: int) -> int:
        """Take in words like "National" before a body's first word."""
        openers = self.book.classes["body_openers"]
        while first > 0 and self.sentence.shown[first - 1] in openers and first - 1 not in self.by_first:
            first -= 1
        return first

    def _organ(self, at: int, state: str) -> int:
        """An organ written small, behind its state: "the Kenyan foreign ministry", "Peru's supreme court"."""
        if not state:
            return 0
        classes = self.book.classes
        first, position = self.chunks[at].first, self.chunks[at].last
        if self._word(position) == "'s":
            position += 1
        for position in range(position, position + 5):  # noqa: B020
            word = self._word(position)
            if word in classes["organs"] and self.sentence.shown[position].islower():
                self.mentions.append(Mention(What.BODY, first, position + 1, rule="body", state=state))
                return self._after(position + 1)
            if word not in classes["portfolios"] and word not in classes["organ_words"]:
                return 0
        return 0

    def _is_head(self, chunk: Chunk) -> bool:
        return self.sentence.shown[chunk.last - 1] in self.book.classes["organisation_heads"]

    def _body_tail(self, chunk: Chunk) -> int:
        """Give the end of "Ministry of Public Works and Transport" from its first chunk."""
        last = chunk.last
        if self.sentence.shown[last - 1] not in self.book.classes["organisation_heads"]:
            return last
        position = last
        if self._word(position) not in {"of", "for", "on"}:
            return last
        position += 1
        while position < len(self.sentence.shown) and position - last < 10:
            word = self.sentence.shown[position]
            if word[0].isupper() and word[0].isalpha():
                index = self.by_first.get(position)
                known = self.chunks[index] if index is not None else None
                if known is not None and known.piece == Piece.KNOWN and known.sort in (Sort.STATE, Sort.PERSON):
                    break
                if known is not None and known.piece in (Piece.OFFICE, Piece.PREFIX, Piece.ADDRESS):
                    break
                if word in self.book.classes["not_names"] and word not in self.book.classes["body_openers"]:
                    break
                position += 1
                last = position
            elif word in {"and", "the", "of", "&", "for"}:
                position += 1
            else:
                break
        return last

    def _both(self, at: int) -> int:
        """ "the two leaders", "both sides", "the three countries", "the two agreed"."""
        chunk = self.chunks[at]
        if chunk.piece != Piece.BOTH:
            return 0
        word, before = self._word(chunk.first), self._word(chunk.first - 1)
        position = chunk.last
        if word == "both" and self._word(position) in {"the", "of", "their", "these"}:
            position += 1
        if word != "both" and before not in DEFINITE and before not in {"these", "those"}:
            if self._chunk_at(position) is not None:
                return at + 1  # "two Peruvian ministers": whose they are is told.
            return self._after(self._group_noun(position)[0]) if self._group_noun(position)[0] else at + 1
        last, noun, title = self._group_noun(position)
        if not last and before == "the" and self._word(chunk.last) in self.book.classes["two_verbs"]:
            last, noun = chunk.last, "persons"
        if not last or self._word(last) == "-":
            return at + 1
        count = {"two": 2, "both": 2, "three": 3, "four": 4}[word]
        start = chunk.first - 1 if before == "the" else chunk.first
        group = Mention(What.GROUP, start, last, rule="the two", count=count, noun=noun, title=title)
        group.parts = self._things(at + 1, last)
        self.mentions.append(group)
        return self._after(last)

    def _group_noun(self, position: int) -> tuple[int, str, Title | None]:
        """Find the noun that says who are several: its end (0 where none), states or persons, and their office."""
        classes = self.book.classes
        for at in range(position, position + 3):
            low = self._word(at)
            chunk = self._chunk_at(at)
            office = chunk.office if chunk is not None else None
            if chunk is not None and office is not None and office.plural:
                return chunk.last, "persons", Title(at, chunk.last, office.name, office.rank, office.leader, True)
            if low in classes["pair_states"]:
                return at + 1, "states", None
            if low in classes["pair_persons"]:
                return at + 1, "persons", None
            if not low.isalpha() or low in {"and", "or", "the"}:
                break
        return 0, "", None

    @staticmethod
    def _states_together(chunk: Chunk) -> Mention:
        """ "The Baltic states": each of them."""
        parts = [
            Mention(What.THING, chunk.first, chunk.last, entries=(Entry(Sort.STATE, state, state),))
            for state in chunk.entries[0].members
        ]
        return Mention(What.PAIR, chunk.first, chunk.last, parts=parts, rule="states together")
