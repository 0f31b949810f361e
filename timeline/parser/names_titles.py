"""Offices within a sentence: a title word with what stands before it ("former Chilean") and behind it ("of Peru").

An office serves a state, a body or both, may run into its holder's name ("envoy for Climate Jane Doe"), and may stand
alone. Which of these it is decides `names_grammar`; here only the office itself is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.parser.names_book import NameBook, Office, Sort
from timeline.parser.names_chunks import Chunk, Piece, Words
from timeline.parser.names_mentions import Mention, Title, What

SERVED = frozenset({Sort.STATE, Sort.DEMONYM, Sort.SEAT, Sort.CAPITAL, Sort.PLACE, Sort.PEOPLE})
"""What may stand before an office and say whom it serves."""
GAPS = frozenset({(), ("'s",), ("-",), ("'",)})
LIST_GAPS = frozenset({("and",), (",",), (",", "and"), ("&",), ("\u2013",), ("/",)})
DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "'s", "'", "this", "that", "whose"})
_BRACKETS = frozenset({("(",), (")",)})
_INDEFINITE = frozenset({"a", "an", "any", "every", "no", "another", "some", "each", "which", "what", "one", "many"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "next", "only", "latest", "youngest", "oldest", "then"}
)
"""Before an office: one holder among many, or one of another time, so never just the holder of today."""
_BEHIND_HEAD = frozenset({",", ".", "", "of", "in", "on", "near", "at", "by", "for", "with", "that", "which", "where"})
"""Behind the head noun of an apposition: "a village near", but "the party leader"."""
_LISTED = frozenset({Piece.KNOWN, Piece.PORTFOLIO})
_ENDS_TAIL = frozenset({Piece.OFFICE, Piece.ADDRESS, Piece.PRONOUN, Piece.BOTH, Piece.COUNTERPART})
_LINKS = frozenset({"and", "&", "of", "the", "for"})
_JOINTS = _LINKS | {"'s", "-", "\u2013"}
_LONGEST_TAIL = 18
_MOST_CHUNKS = 9


@dataclass(slots=True)
class _Front:
    """What stands before a title word."""

    states: list[str] = field(default_factory=list)
    organisation: str = ""
    region: str = ""
    former: bool = False
    qualifiers: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Tail:
    """What an office is of or for, as read so far."""

    link: str
    states: list[str] = field(default_factory=list)
    body: str = ""
    last: int = -1
    """Word behind the last that surely belongs to the tail, or -1."""
    name_first: int = -1
    """Where a name begins that the tail runs into, or -1."""


class Titles:
    """Reads offices in the chunks of one sentence."""

    def __init__(self, sentence: Words, chunks: list[Chunk], book: NameBook) -> None:
        self.sentence = sentence
        self.chunks = chunks
        self.book = book
        self.by_first = {c.first: i for i, c in enumerate(chunks)}
        self.mentions: list[Mention] = []

    def _gap(self, before: int, after: int) -> tuple[str, ...]:
        """The words between two chunks, in lower case."""
        first, last = self.chunks[before].last, self.chunks[after].first
        return tuple(self.sentence.lowered[first:last]) if last - first <= 3 else ("...",)

    def _word(self, at: int) -> str:
        return self.sentence.lowered[at] if 0 <= at < len(self.sentence.lowered) else ""

    def _after(self, at: int) -> int:
        """Give the index of the first chunk that begins at or behind a word."""
        index = self.by_first.get(at)
        if index is not None:
            return index
        low, high = 0, len(self.chunks)
        while low < high:
            middle = (low + high) // 2
            if self.chunks[middle].first < at:
                low = middle + 1
            else:
                high = middle
        return low

    def _is_name(self, index: int) -> bool:
        """Whether a chunk can be a person's name."""
        if not 0 <= index < len(self.chunks):
            return False
        chunk = self.chunks[index]
        if chunk.piece == Piece.RUN:
            return not self._is_body(chunk) and not self._is_thing(chunk)
        return chunk.piece == Piece.KNOWN and chunk.sort == Sort.PERSON

    def _is_body(self, chunk: Chunk) -> bool:
        last = self.sentence.shown[chunk.last - 1]
        return last in self.book.classes["organisation_nouns"]

    def _is_thing(self, chunk: Chunk) -> bool:
        """Whether a run names a thing: by its last word ("Doe Accord"), its first ("Port Doe") or an apposition."""
        shown, classes = self.sentence.shown, self.book.classes
        if shown[chunk.last - 1] in classes["thing_nouns"]:
            return True
        if chunk.last - chunk.first > 1 and shown[chunk.first] in classes["place_openers"]:
            return True
        if self._word(chunk.last) != "," or self._word(chunk.last + 1) not in {"a", "an", "the"}:
            return False
        return any(
            self._word(at) in classes["told_things"] and self._word(at + 1) in _BEHIND_HEAD
            for at in range(chunk.last + 2, chunk.last + 5)
        )

    def _size(self, chunk: Chunk) -> int:
        """How many full words a name has, initials and hyphens left out."""
        return sum(
            1 for w in self.sentence.shown[chunk.first : chunk.last] if len(w) > 1 and w[0].isalpha() and w[1] != "."
        )

    def _chunk_at(self, at: int) -> Chunk | None:
        """The chunk that begins at a word."""
        index = self.by_first.get(at)
        return self.chunks[index] if index is not None else None

    # The office and what stands before it -----------------------------------------------------------------------

    def _title(self, at: int) -> tuple[Title, int] | None:
        """Read an office with the words before and behind it; give it and the index of the chunk behind it."""
        read = self._front(at)
        if read is None:
            return None
        front, index = read
        core = self.chunks[index]
        office = core.office
        if office is None:
            return None
        first, last = self.chunks[at].first, core.last
        name = self._office_name(office, front)
        if self._word(last) == "-" and self._word(last + 1) in {"elect", "designate"}:
            name += "-" + self._word(last + 1)
            last += 2
        last = self._further_offices(index + 1, last)
        last = self._further_fields(office, last)
        tail = self._tail(last, office)
        before = self._word(first - 1)
        owned = "'s" in self.sentence.lowered[first : core.first]
        genders = self.book.classes
        title = Title(
            first,
            max(last, tail.last),
            name,
            office.rank,
            office.leader,
            office.plural,
            tuple(dict.fromkeys(front.states)) or tuple(tail.states) or ((office.state,) if office.state else ()),
            front.organisation or office.organisation or tail.body,
            front.former,
            before in DEFINITE or owned or self._joins_role(first),
            self._is_any(first, core.first) or self._goes_on_small(last, tail),
            "m" if office.name in genders["male_offices"] else "f" if office.name in genders["female_offices"] else "",
            name_first=tail.name_first,
            region=front.region,
        )
        return title, self._after(title.last if tail.name_first < 0 else tail.name_first)

    def _front(self, at: int) -> tuple[_Front, int] | None:
        """Read on from a chunk to a title word; give what stands before it and its index."""
        front = _Front()
        for index in range(at, min(len(self.chunks), at + _MOST_CHUNKS + 1)):
            chunk = self.chunks[index]
            gap = self._gap(index - 1, index) if index > at else ()
            if index > at and not self._go_together(index, gap):
                return None
            if index == at + 1 and gap == (")",) and self._word(self.chunks[at].first - 1) == "(":
                return None  # "Envoy for the Republic (RC) Ambassador Doe": the bracket belongs to what is before.
            if chunk.piece == Piece.OFFICE:
                return front, index
            if not self._takes(front, index, gap, index > at):
                return None
        return None

    def _go_together(self, index: int, gap: tuple[str, ...]) -> bool:
        """Whether a chunk and the one before it can belong to one office, by the words between them."""
        before, chunk = self.chunks[index - 1], self.chunks[index]
        if gap in {("-",), ("\u2013",)} and not (self.sentence.glued(before.last) and self.sentence.glued(chunk.first)):
            return False  # "LIMA - President Doe": a dateline.
        if gap in GAPS or (gap in _BRACKETS and before.piece == Piece.KNOWN):
            return True
        places = {Sort.CAPITAL, Sort.SEAT, Sort.PLACE, Sort.STATE, Sort.MEDIA}
        if gap[:1] == (",",) and before.piece == Piece.KNOWN and before.sort in places and chunk.sort not in places:
            return False  # "In Lima, Chilean President Doe": where it was, and who.
        if gap == (",",) and before.piece == Piece.PORTFOLIO and chunk.piece == Piece.KNOWN:
            return False  # "according to state media, Chilean President Doe"
        return gap in LIST_GAPS and before.piece in _LISTED and (chunk.piece in _LISTED or chunk.piece == Piece.PREFIX)

    def _takes(self, front: _Front, index: int, gap: tuple[str, ...], inner: bool) -> bool:
        """Add a chunk to what stands before an office; False where it cannot stand there."""
        chunk = self.chunks[index]
        word = self._word(chunk.first)
        match chunk.piece:
            case Piece.KNOWN:
                return self._takes_known(front, chunk)
            case Piece.PREFIX:
                front.former = front.former or self.book.prefixes.get(word) == "former"
                front.qualifiers.append(word)
            case Piece.PORTFOLIO:
                if not front.organisation or self.sentence.shown[chunk.first].islower():
                    front.qualifiers.extend(["and", word] if gap == ("and",) and front.qualifiers else [word])
            case Piece.RUN:
                regional = self.book.regional.get(self.sentence.folded[chunk.first])
                if regional is not None and chunk.last - chunk.first == 1:
                    return self._takes_known(front, replace(chunk, entries=(regional,)))
                acronym = chunk.last - chunk.first == 1 and self.sentence.shown[chunk.first].isupper()
                behind_body = inner and self.chunks[index - 1].sort == Sort.ORGANISATION
                if not (self._is_body(chunk) or acronym or behind_body or self._is_thing(chunk)):
                    return False
                front.organisation = front.organisation or self.sentence.phrase(chunk.first, chunk.last)
            case Piece.ADDRESS:
                pass
            case _:
                return False
        return True

    @staticmethod
    def _takes_known(front: _Front, chunk: Chunk) -> bool:
        entry = chunk.entries[0]
        if chunk.sort in SERVED:
            if entry.state:
                front.states.append(entry.state)
            if chunk.sort == Sort.PLACE:
                front.region = entry.name
            else:
                front.organisation = ""
        elif chunk.sort == Sort.GROUP:
            front.states.extend(entry.members)
        elif chunk.sort == Sort.ORGANISATION:
            front.organisation = entry.name
            if entry.state:
                front.states.append(entry.state)
        else:
            return False
        return True

    def _is_any(self, first: int, core: int) -> bool:
        """Whether no one holder is meant: "a Chilean president", "no sitting ruler", "the first Chilean envoy"."""
        for at in range(max(0, first - 2), core):
            if self._word(at) in _ORDINALS and self._word(at + 1) not in self.book.prefixes:
                return True
        at = first - 1
        while at > first - 4 and self._word(at) in self.book.classes["title_adjectives"]:
            at -= 1
        return self._word(at) in _INDEFINITE

    def _further_offices(self, index: int, last: int) -> int:
        """Give the end of offices heaped on one another: "Commander General Doe", "Prime Minister Dr. Doe"."""
        while index < len(self.chunks) and self.chunks[index].first == last:
            chunk = self.chunks[index]
            if chunk.piece != Piece.ADDRESS and (chunk.office is None or chunk.office.plural):
                break
            last = chunk.last
            index += 1
        return last

    def _further_fields(self, office: Office, last: int) -> int:
        """Give the word behind the fields that join the first: "Minister of Trade | and Industry"."""
        if " of " not in office.name and " for " not in office.name:
            return last
        classes, shown = self.book.classes, self.sentence.shown
        while self._word(last) in {"and", "&"} or (self._word(last) == "," and self._list_goes_on(last)):
            at = last + 1
            while at < len(shown) and shown[at][0].isupper():
                if shown[at].lower() not in classes["portfolios"] and shown[at] not in classes["thing_nouns"]:
                    break
                at += 1
            if at == last + 1:
                break
            last = at
        return last

    def _goes_on_small(self, at: int, tail: _Tail) -> bool:
        """Whether the office's field is told in small letters, so that the title alone is not the office."""
        word = self._word(at + 1)
        if tail.last > 0 or self._word(at) not in {"of", "for"} or not word.isalpha():
            return False
        return self.sentence.shown[at + 1].islower() and word not in DEFINITE

    def _joins_role(self, first: int) -> bool:
        """Whether "and" joins the office to a definite one: "The Secretary and Foreign Minister"."""
        if self._word(first - 1) != "and" or not self.mentions:
            return False
        last = self.mentions[-1]
        return last.what == What.ROLE and last.last == first - 1 and last.title is not None and last.title.definite

    def _office_name(self, office: Office, front: _Front) -> str:
        """Give the office with what qualifies it: "former deputy foreign minister"."""
        told = {"acting", "deputy", "to_be"}
        own = office.name.split()
        kept = [
            w
            for w in front.qualifiers
            if w == "and" or self.book.prefixes.get(w) in told or w in self.book.classes["portfolios"]
        ]
        kept = [w for w in kept if w not in own and w != "former"]
        return " ".join([*(["former"] if front.former else []), *kept, office.name])

    # What stands behind it --------------------------------------------------------------------------------------

    def _tail(self, at: int, office: Office) -> _Tail:
        """Read what an office is of or for, from the word behind it."""
        tail = _Tail(self._word(at))
        if not self._may_link(tail.link, office):
            return _Tail("")
        position = at + 1
        end = min(len(self.sentence.shown), at + _LONGEST_TAIL)
        while position < end:
            chunk = self._chunk_at(position)
            following = self._past_word(tail, position) if chunk is None else self._past_chunk(tail, chunk, at + 1)
            if tail.name_first >= 0:
                tail.last = tail.name_first
                return tail
            if following == 0:
                break
            position = following
        return tail if tail.last > 0 else _Tail("")

    def _may_link(self, link: str, office: Office) -> bool:
        """Whether a word can lead from an office to its field: "envoy to Chad", but "the minister | in Chad"."""
        if link in {"of", "for"}:
            return True
        return link in {"to", "on"} and office.rank in {"envoy", "spokesman", "official", "other"}

    def _past_chunk(self, tail: _Tail, chunk: Chunk, start: int) -> int:
        """Take a chunk into the tail and give the word behind it; 0 where it does not belong there."""
        if chunk.piece in _ENDS_TAIL:
            return 0
        if chunk.piece == Piece.RUN:
            return self._past_run(tail, chunk)
        if chunk.piece == Piece.KNOWN:
            entry = chunk.entries[0]
            if chunk.sort == Sort.PERSON:
                if chunk.first > start and tail.last > 0:
                    tail.name_first = chunk.first
                return 0  # "adviser to Jane Doe": the adviser is somebody else.
            behind = self._chunk_at(chunk.last)
            if behind is not None and behind.piece in (Piece.OFFICE, Piece.PREFIX):
                return 0  # "the brother of Chilean President Doe": the state belongs to the next office.
            if tail.link == "of" and chunk.sort in SERVED and entry.state and not tail.body:
                tail.states.append(entry.state)
            elif tail.link == "of" and chunk.sort == Sort.GROUP and not tail.body:
                tail.states.extend(entry.members)
            elif chunk.sort == Sort.ORGANISATION and not tail.body:
                tail.body = entry.name
        tail.last = chunk.last
        return chunk.last

    def _past_run(self, tail: _Tail, chunk: Chunk) -> int:
        fresh = tail.last < 0 or self._word(chunk.first - 1) in _LINKS
        split = self._name_in_run(chunk, fresh)
        if split < chunk.last:
            self._split(self.by_first[chunk.first], split)
            tail.name_first = split
            return 0
        belongs = self._is_body(chunk) or self._is_thing(chunk)
        if not belongs and self._word(chunk.first) in self.book.genders:
            return 0
        if not (tail.body or tail.states):
            tail.body = self.sentence.phrase(chunk.first, chunk.last)
        tail.last = chunk.last
        return chunk.last

    def _past_word(self, tail: _Tail, position: int) -> int:
        """Take a word that is no chunk into the tail, if it can stand there."""
        word, low = self.sentence.shown[position], self.sentence.lowered[position]
        if word[0].isupper() and low not in {"mr", "ms", "mrs"}:
            if word in self.book.classes["thing_nouns"] or word in self.book.classes["organisation_nouns"]:
                tail.last = position + 1
            return position + 1
        if low in _JOINTS or (low == "," and self._list_goes_on(position)):
            return position + 1
        return 0

    def _split(self, index: int, at: int) -> None:
        """Cut a run in two where a name begins in it."""
        chunk = self.chunks[index]
        if chunk.first < at < chunk.last:
            self.chunks[index : index + 1] = [replace(chunk, last=at), replace(chunk, first=at, initial=False)]
            self.by_first = {c.first: i for i, c in enumerate(self.chunks)}

    def _list_goes_on(self, comma: int) -> bool:
        """Whether a comma in an office's field separates fields: "for Democracy, Human Rights, and Labor"."""
        classes = self.book.classes
        ahead = self.sentence.shown[comma + 1 : comma + 5]
        for word in ahead:
            if word in classes["thing_nouns"] or word.lower() in classes["portfolios"]:
                return True
            if not word[0].isupper() and word not in {"and", "of", "the"}:
                return False
        return False

    def _name_in_run(self, chunk: Chunk, fresh: bool) -> int:
        """Give the word of a run where a person's name begins ("Climate | Jane Doe"); its end where none does.

        `fresh`: nothing but a link word stands before the run, so that it must begin with the office's field.
        """
        shown, classes = self.sentence.shown, self.book.classes
        if self._is_body(chunk) or self._is_thing(chunk):
            return chunk.last
        for position in range(chunk.last - 1, chunk.first - 1, -1):
            if shown[position] in classes["thing_nouns"] or shown[position] in classes["organisation_nouns"]:
                return position + 1
        if not fresh:
            return chunk.first
        for position in range(chunk.first + 1, chunk.last - 1):
            if self.sentence.lowered[position] in self.book.genders:
                return position
        if chunk.last - chunk.first >= 4:
            return chunk.last - 2
        return chunk.last
