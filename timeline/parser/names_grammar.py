"""The grammar of names within one sentence: which chunks together name somebody, by which office, serving whom.

"Egyptian foreign minister Nadia Halim", "Nadia Halim, Egypt's foreign minister,", "the foreign minister of Egypt,
Nadia Halim", "her Greek and Cypriot counterparts, A and B, respectively", "Presidents A of X and B of Y", "the
Egyptian minister", "the two leaders": each becomes a `Mention`. Whom a mention means is decided later, over the
whole text, by `names_memory`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from timeline.parser.names_book import Entry, NameBook, Office, Sort
from timeline.parser.names_chunks import Chunk, Piece, Words, gender_of_pronoun


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
    """"The two leaders", "both sides"."""
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
    count: int = 0
    noun: str = ""
    initial: bool = False
    as_place: bool = False
    name: str = ""


_SERVED = frozenset({Sort.STATE, Sort.DEMONYM, Sort.SEAT, Sort.CAPITAL, Sort.PLACE, Sort.PEOPLE})
_GAPS = frozenset({(), ("'s",), ("-",), ("'",)})
_LIST_GAPS = frozenset({("and",), (",",), (",", "and"), ("&",), ("\u2013",), ("/",)})
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "'s", "this", "that", "whose"})
_INDEFINITE = frozenset(
    {"a", "an", "any", "every", "no", "another", "some", "each", "which", "what", "one", "many", "several"}
)
_TAIL_WORDS = frozenset({"of", "for", "to", "on", "in", "at", "with"})
_LONGEST_TAIL = 18
_MALE_OFFICES = frozenset(
    {
        "king",
        "emperor",
        "prince",
        "crown prince",
        "pope",
        "sultan",
        "emir",
        "sheikh",
        "spokesman",
        "chairman",
        "congressman",
        "duke",
        "businessman",
    }
)
_FEMALE_OFFICES = frozenset(
    {
        "queen",
        "empress",
        "princess",
        "crown princess",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "duchess",
        "first lady",
        "businesswoman",
    }
)


class Grammar:
    """Reads the chunks of one sentence from left to right into mentions."""

    def __init__(self, sentence: Words, chunks: list[Chunk], book: NameBook) -> None:
        self.sentence = sentence
        self.chunks = chunks
        self.book = book
        self.by_first = {c.first: i for i, c in enumerate(chunks)}
        self.mentions: list[Mention] = []

    def read(self) -> list[Mention]:
        """Give the mentions of the sentence in order; none overlaps another."""
        at = 0
        while at < len(self.chunks):
            at = (
                self._pair(at)
                or self._counterparts(at)
                or self._titled(at)
                or self._both(at)
                or self._body(at)
                or self._person(at)
                or self._rest(at)
            )
        return self.mentions

    # Helpers on words -------------------------------------------------------------------------------------------

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
        return self.sentence.shown[chunk.last - 1] in self.book.classes["thing_nouns"]

    def _size(self, chunk: Chunk) -> int:
        """How many full words a name has, initials and hyphens left out."""
        return sum(
            1 for w in self.sentence.shown[chunk.first : chunk.last] if len(w) > 1 and w[0].isalpha() and w[1] != "."
        )

    # Pairs ------------------------------------------------------------------------------------------------------

    def _pair(self, at: int) -> int:
        """ "Peru-Chile", "U.S.–North Korean": states, bodies or persons joined without blanks."""
        allowed = (Sort.STATE, Sort.DEMONYM, Sort.CAPITAL, Sort.ORGANISATION, Sort.PLACE, Sort.PERSON, Sort.PEOPLE)
        end = at
        while end + 1 < len(self.chunks):
            gap = self._gap(end, end + 1)
            joint = self.chunks[end].last
            if (
                gap not in {("-",), ("\u2013",), ("/",)}
                or not self.sentence.glued(joint)
                or not self.sentence.glued(joint + 1)
            ):
                break
            if not all(
                c.piece == Piece.RUN or (c.piece == Piece.KNOWN and c.sort in allowed)
                for c in self.chunks[end : end + 2]
            ):
                break
            end += 1
        if end == at:
            return 0
        parts = self.chunks[at : end + 1]
        if all(c.piece == Piece.RUN for c in parts) and gap_is_hyphen(self.sentence, parts):
            return 0
        mention = Mention(What.PAIR, parts[0].first, parts[-1].last, rule="pair")
        for chunk in parts:
            if chunk.piece == Piece.KNOWN and chunk.sort != Sort.PERSON:
                mention.parts.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries))
            else:
                mention.parts.append(self._bare_person(chunk))
        self.mentions.append(mention)
        return end + 1

    # Offices ----------------------------------------------------------------------------------------------------

    def _title(self, at: int) -> tuple[Title, int] | None:
        """Read an office with the words before and behind it; give it and the index of the chunk behind it."""
        book, chunks, sentence = self.book, self.chunks, self.sentence
        states: list[str] = []
        organisation = ""
        former = False
        prefix: list[str] = []
        index = at
        while True:
            if index >= len(chunks) or index - at > 9:
                return None
            chunk = chunks[index]
            if index > at:
                gap = self._gap(index - 1, index)
                listable = chunks[index - 1].piece in (Piece.KNOWN, Piece.PORTFOLIO) and chunk.piece in (
                    Piece.KNOWN,
                    Piece.PORTFOLIO,
                    Piece.PREFIX,
                )
                bracketed = gap in {("(",), (")",)} and chunks[index - 1].piece == Piece.KNOWN
                if gap not in _GAPS and not (gap in _LIST_GAPS and listable) and gap != ("and",) and not bracketed:
                    return None
                if gap == ("and",) and not listable:
                    return None
            if chunk.piece == Piece.OFFICE:
                break
            if chunk.piece == Piece.KNOWN and chunk.sort in _SERVED:
                if chunk.entries[0].state:
                    states.append(chunk.entries[0].state)
                organisation = "" if chunk.sort != Sort.PLACE else organisation
            elif chunk.piece == Piece.KNOWN and chunk.sort == Sort.GROUP:
                states.extend(chunk.entries[0].members)
            elif chunk.piece == Piece.KNOWN and chunk.sort == Sort.ORGANISATION:
                organisation = chunk.entries[0].name
                if chunk.entries[0].state:
                    states.append(chunk.entries[0].state)
            elif chunk.piece == Piece.PREFIX:
                word = self._word(chunk.first)
                former = former or book.prefixes.get(word) == "former"
                prefix.append(word)
            elif chunk.piece == Piece.PORTFOLIO:
                if not organisation or sentence.shown[chunk.first].islower():
                    prefix.append(self._word(chunk.first))
            elif chunk.piece == Piece.RUN:
                acronym = chunk.last - chunk.first == 1 and sentence.shown[chunk.first].isupper()
                behind_body = index > at and chunks[index - 1].sort == Sort.ORGANISATION
                if not (self._is_body(chunk) or acronym or behind_body or self._is_thing(chunk)):
                    return None
                organisation = organisation or sentence.phrase(chunk.first, chunk.last)
            elif chunk.piece != Piece.ADDRESS:
                return None
            index += 1
        core = chunks[index]
        office = core.office
        assert office is not None
        first, last = chunks[at].first, core.last
        name = self._office_name(office, prefix, former)
        if self._word(last) == "-" and self._word(last + 1) in {"elect", "designate"}:
            name += "-" + self._word(last + 1)
            last += 2
        after = index + 1
        while (
            after < len(chunks) and chunks[after].first == last and chunks[after].piece in (Piece.OFFICE, Piece.ADDRESS)
        ):
            if chunks[after].piece == Piece.OFFICE and chunks[after].office and chunks[after].office.plural:
                break
            last = chunks[after].last
            after += 1
        tail_states, tail_body, tail_last, name_first = self._tail(last)
        before = self._word(first - 1)
        title = Title(
            first,
            max(last, tail_last),
            name,
            office.rank,
            office.leader,
            office.plural,
            tuple(dict.fromkeys(states)) or tail_states or ((office.state,) if office.state else ()),
            organisation or office.organisation or tail_body,
            former,
            before in _DEFINITE
            or self._joins_role(first)
            or any(w == "'s" for w in sentence.lowered[first : core.first]),
            before in _INDEFINITE,
            "m" if office.name in _MALE_OFFICES else "f" if office.name in _FEMALE_OFFICES else "",
            name_first=name_first,
        )
        return title, self._after(title.last if name_first < 0 else name_first)

    def _joins_role(self, first: int) -> bool:
        """Whether "and" joins the office to a definite one: "The Secretary and Foreign Minister"."""
        if self._word(first - 1) != "and" or not self.mentions:
            return False
        last = self.mentions[-1]
        return last.what == What.ROLE and last.last == first - 1 and last.title is not None and last.title.definite

    def _office_name(self, office: Office, prefix: list[str], former: bool) -> str:
        """Give the office with what qualifies it: "former deputy foreign minister"."""
        kept = [
            w
            for w in prefix
            if self.book.prefixes.get(w) in {"acting", "deputy", "to_be"} or w in self.book.classes["portfolios"]
        ]
        words = [w for w in kept if w not in office.name.split()]
        if former:
            words = ["former", *[w for w in words if w != "former"]]
        return " ".join([*words, office.name])

    def _tail(self, at: int) -> tuple[tuple[str, ...], str, int, int]:
        """Read what an office is of or for, from the word behind it.

        Gives the states served, the body served, the end of the tail, and where a name begins in it (or -1).
        """
        none: tuple[tuple[str, ...], str, int, int] = ((), "", -1, -1)
        link = self._word(at)
        if link not in _TAIL_WORDS:
            return none
        sentence, classes = self.sentence, self.book.classes
        position, states, body = at + 1, [], ""
        last_good = -1
        end_of_scan = min(len(sentence.shown), at + _LONGEST_TAIL)
        while position < end_of_scan:
            word, low = sentence.shown[position], sentence.lowered[position]
            index = self.by_first.get(position)
            chunk = self.chunks[index] if index is not None else None
            if chunk is not None and chunk.piece == Piece.KNOWN and chunk.sort == Sort.PERSON:
                return tuple(states), body, position, position
            if chunk is not None and chunk.piece == Piece.RUN:
                split = self._name_in_run(
                    chunk, last_good < 0 or sentence.lowered[position - 1] in {"and", "&", "of", "the", "for"}
                )
                if split < chunk.last:
                    self._split(index, split)
                    return tuple(states), body, split, split
                if not (body or states):
                    body = sentence.phrase(chunk.first, chunk.last)
                position = last_good = chunk.last
                continue
            if chunk is not None and chunk.piece == Piece.KNOWN:
                entry = chunk.entries[0]
                if link == "of" and chunk.sort in _SERVED and entry.state and not body:
                    states.append(entry.state)
                elif chunk.sort == Sort.ORGANISATION and not body:
                    body = entry.name
                position = last_good = chunk.last
                continue
            if chunk is not None and chunk.piece == Piece.PORTFOLIO:
                position = last_good = chunk.last
                continue
            if chunk is not None and chunk.piece in (Piece.OFFICE, Piece.ADDRESS, Piece.PRONOUN, Piece.BOTH):
                break
            if word[0].isupper() and low not in {"mr", "ms", "mrs"}:
                position += 1
                if word in classes["thing_nouns"] or word in classes["organisation_nouns"]:
                    last_good = position
                continue
            if low in {"and", "&", "the", "of", "'s", "-", "\u2013", "for"} or (
                low == "," and self._list_goes_on(position)
            ):
                position += 1
                continue
            break
        return (tuple(states), body, last_good, -1) if last_good > 0 else none

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

    def _titled(self, at: int) -> int:
        """An office with or without a name; with "respectively" and lists for several."""
        if self.chunks[at].piece == Piece.ADDRESS:
            return self._addressed(at)
        read = self._title(at)
        if read is None:
            return 0
        title, after = read
        name_at = title.name_first if title.name_first >= 0 else title.last
        index = self.by_first.get(name_at)
        while index is not None and self.chunks[index].piece == Piece.ADDRESS:
            index = self.by_first.get(self.chunks[index].last)
        if index is not None and self._is_name(index):
            if title.plural or title.rank and len(title.states) > 1:
                return self._several(title, index)
            return self._named(title, index)
        if not title.plural and self._word(title.last) == "," and self._names_behind_comma(title, title.last + 1):
            return self._named(title, self.by_first[title.last + 1])
        if title.plural and self._word(title.last) in {",", ":", "\u2013"} and self._lists_names(title.last + 1):
            return self._several(title, self.by_first[title.last + 1])
        what = What.ROLES if title.plural else What.ROLE
        mention = Mention(what, title.first, title.last, title=title, rule="office", gender=title.gender)
        mention.parts = self._things(at, title.last)
        self.mentions.append(mention)
        return max(after, at + 1)

    def _things(self, at: int, end: int) -> list[Mention]:
        """The known states, places and bodies from a chunk on, up to a word."""
        parts: list[Mention] = []
        while at < len(self.chunks) and self.chunks[at].last <= end:
            chunk = self.chunks[at]
            if chunk.piece == Piece.KNOWN and chunk.sort not in (Sort.PERSON, Sort.GROUP, Sort.OTHER):
                parts.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known"))
            at += 1
        return parts

    def _addressed(self, at: int) -> int:
        """ "Mr. Sato", "Mrs. Kirchner"."""
        chunk = self.chunks[at]
        index = self.by_first.get(chunk.last)
        if index is None or not self._is_name(index):
            return 0
        word = self.sentence.shown[chunk.first]
        gender = (
            "m"
            if word in {"Mr", "Sir", "Lord", "Herr", "Monsieur"}
            else "f"
            if word in {"Mrs", "Ms", "Miss", "Madam", "Madame", "Mme", "Dame", "Lady", "Frau", "Baroness"}
            else ""
        )
        mention = self._bare_person(self.chunks[index])
        mention.first = chunk.first
        mention.gender = gender
        mention.rule = "addressed"
        mention.speaks = True
        self.mentions.append(mention)
        return self._apposition(mention, index)

    def _names_behind_comma(self, title: Title, at: int) -> bool:
        """Whether "the foreign minister of Chile, Ana Soto," names the holder behind the comma."""
        index = self.by_first.get(at)
        if index is None or not self._is_name(index):
            return False
        chunk = self.chunks[index]
        if chunk.piece == Piece.RUN and self._size(chunk) < 2:
            return False
        closing = self._word(chunk.last)
        served = bool(title.states or title.organisation)
        return (
            (title.definite or served) and not title.indefinite and closing in {",", "", ".", ")", ";", "'s", "\u2013"}
        )

    def _lists_names(self, at: int) -> bool:
        index = self.by_first.get(at)
        return (
            index is not None
            and self._is_name(index)
            and self._word(self.chunks[index].last) in {",", "and", "of", "("}
        )

    def _named(self, title: Title, index: int) -> int:
        """An office and the name of its holder."""
        chunk = self.chunks[index]
        mention = self._bare_person(chunk)
        mention.first = min(title.first, chunk.first)
        mention.title = title
        mention.gender = mention.gender or title.gender
        mention.rule = "office and name"
        self._post_state(mention)
        self.mentions.append(mention)
        if mention.last > chunk.last:
            return self._after(mention.last)
        return self._apposition(mention, index)

    def _post_state(self, mention: Mention) -> None:
        """ "President Doe of Chile": take the state behind the name in."""
        if self._word(mention.last) != "of":
            return
        at = mention.last + 1
        if self._word(at) == "the":
            at += 1
        index = self.by_first.get(at)
        if (
            index is not None
            and self.chunks[index].piece == Piece.KNOWN
            and self.chunks[index].sort in (Sort.STATE, Sort.ORGANISATION)
        ):
            mention.state = self.chunks[index].entries[0].state
            mention.last = self.chunks[index].last

    def _several(self, title: Title, index: int) -> int:
        """ "Presidents A of X and B of Y", "foreign ministers A, B and C"; states that go before are dealt out in order."""
        found: list[Mention] = []
        at = index
        while True:
            chunk = self.chunks[at]
            mention = self._bare_person(chunk)
            mention.title = replace(title, plural=False, states=())
            mention.rule = "office and name"
            self._post_state(mention)
            found.append(mention)
            following = mention.last
            while self._word(following) in {",", "and"} and following - mention.last < 2:
                following += 1
            next_index = self.by_first.get(following)
            if following == mention.last or next_index is None or not self._is_name(next_index):
                at = self._after(mention.last)
                break
            at = next_index
        if not title.plural:
            # "Chinese and Russian president X": only the last named state is his.
            found = found[:1]
            at = self._after(found[0].last)
        respective = self._word(found[-1].last) == "," and self._word(found[-1].last + 1) == "respectively"
        if title.states and (len(title.states) == len(found) or respective):
            for mention, state in zip(found, title.states, strict=False):
                mention.title = replace(title, plural=False, states=(state,))
        elif len(title.states) == 1:
            for mention in found:
                mention.title = replace(title, plural=False)
        found[0].first = min(title.first, found[0].first)
        self.mentions.extend(found)
        return at

    def _counterparts(self, at: int) -> int:
        """ "his Turkish counterpart A", "her Greek and Cypriot counterparts, A and B, respectively"."""
        states: list[str] = []
        index = at
        while index < len(self.chunks) and index - at < 8:
            chunk = self.chunks[index]
            if index > at and self._gap(index - 1, index) not in _GAPS | _LIST_GAPS:
                return 0
            if chunk.piece == Piece.COUNTERPART:
                break
            if chunk.piece == Piece.KNOWN and chunk.sort in (Sort.DEMONYM, Sort.STATE) and chunk.entries[0].state:
                states.append(chunk.entries[0].state)
            elif chunk.piece != Piece.PREFIX:
                return 0
            index += 1
        if index >= len(self.chunks) or self.chunks[index].piece != Piece.COUNTERPART:
            return 0
        chunk = self.chunks[index]
        plural = self._word(chunk.first) == "counterparts"
        title = Title(
            self.chunks[at].first, chunk.last, "", "", False, plural, tuple(states), definite=True, inherits=True
        )
        # "his counterpart in Chile", "her counterpart from Peru", "his counterpart, A".
        following = chunk.last
        if self._word(following) in {"in", "from", "of"} and (inner := self.by_first.get(following + 1)) is not None:
            behind = self.chunks[inner]
            if behind.piece == Piece.KNOWN and behind.sort == Sort.STATE and not states:
                title = replace(title, states=(behind.entries[0].state,), last=behind.last)
                following = behind.last
        if self._word(following) == ",":
            following += 1
        name_index = self.by_first.get(following)
        if name_index is not None and self._is_name(name_index):
            if plural:
                return self._several(title, name_index)
            return self._named(title, name_index)
        what = What.ROLES if plural else What.ROLE
        role = Mention(what, title.first, title.last, title=title, rule="counterpart")
        role.parts = self._things(at, title.last)
        self.mentions.append(role)
        return self._after(title.last)

    # Persons ----------------------------------------------------------------------------------------------------

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
        mention.speaks = self._word(chunk.last) in verbs or self._word(chunk.first - 1) in verbs
        return mention

    def _person(self, at: int) -> int:
        """A name without a title before it, with an apposition if one follows."""
        if not self._is_name(at):
            return 0
        mention = self._bare_person(self.chunks[at])
        self.mentions.append(mention)
        return self._apposition(mention, at)

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
        if (
            title.plural
            or title.name_first >= 0
            or closing
            not in {
                ",",
                "",
                ".",
                ";",
                ")",
                "and",
                "who",
                "\u2013",
                ":",
                "-",
                "as",
                "to",
                "in",
                "on",
                "for",
                "at",
                "from",
                "with",
                "said",
                "told",
            }
        ):
            return index + 1
        if closing not in {",", "", ".", ";", ")", "\u2013", ":", "-"} and not (title.states or title.organisation):
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
        return max(after, index + 1)

    # Bodies and the rest ----------------------------------------------------------------------------------------

    def _body(self, at: int) -> int:
        """An organisation that only the text names: "the Chilean Border Agency", "Ministry of Public Works"."""
        index, state = at, ""
        chunk = self.chunks[at]
        if chunk.piece == Piece.KNOWN and chunk.sort in (Sort.STATE, Sort.DEMONYM) and at + 1 < len(self.chunks):
            if self._gap(at, at + 1) not in {(), ("'s",), ("'",)}:
                return 0
            state, index = chunk.entries[0].state, at + 1
            chunk = self.chunks[index]
        first = chunk.first
        while (
            chunk.piece == Piece.PORTFOLIO
            and self.sentence.shown[chunk.first][0].isupper()
            and index + 1 < len(self.chunks)
        ):
            # "Foreign Ministry", "Defence Ministry": the field is part of the name.
            if self.chunks[index + 1].first != chunk.last:
                return 0
            index += 1
            chunk = self.chunks[index]
        if chunk.piece != Piece.RUN or not (self._is_body(chunk) or self._is_head(chunk)):
            return self._organ(at, state)
        last = self._body_tail(chunk)
        if last - chunk.first == 1 and chunk.first == first and not state:
            return 0  # "the Committee", "the Ministry": which one, the words do not say.
        if self._is_head(chunk) and not self._is_body(chunk) and last == chunk.last:
            return 0
        if not state and self._word(last) == "of" and (behind := self.by_first.get(last + 1)) is not None:
            if self.chunks[behind].piece == Piece.KNOWN and self.chunks[behind].sort == Sort.STATE:
                state = self.chunks[behind].entries[0].state
        mention = Mention(What.BODY, self.chunks[at].first, last, first, last, rule="body", state=state)
        self.mentions.append(mention)
        return self._after(last)

    def _organ(self, at: int, state: str) -> int:
        """ "the Kenyan foreign ministry", "Peru's supreme court": an organ written small, behind its state."""
        if not state:
            return 0
        position = self.chunks[at].last
        if self._word(position) == "'s":
            position += 1
        organs, portfolios = self.book.classes["organs"], self.book.classes["portfolios"]
        for _ in range(5):
            word = self._word(position)
            if word in organs:
                first = self.chunks[at].first
                self.mentions.append(
                    Mention(What.BODY, first, position + 1, first, position + 1, rule="body", state=state)
                )
                return self._after(position + 1)
            if word not in portfolios and word not in {
                "and",
                "supreme",
                "central",
                "lower",
                "upper",
                "ruling",
                "constitutional",
            }:
                return 0
            position += 1
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
                position += 1
                last = position
            elif word in {"and", "the", "of", "&", "for"}:
                position += 1
            else:
                break
        return last

    def _both(self, at: int) -> int:
        """ "the two leaders", "both sides", "the three countries"."""
        chunk = self.chunks[at]
        if chunk.piece != Piece.BOTH:
            return 0
        classes = self.book.classes
        word = self._word(chunk.first)
        before = self._word(chunk.first - 1)
        definite = word == "both" or before in _DEFINITE or before in {"these", "those"}
        count = {"two": 2, "both": 2, "three": 3, "four": 4}[word]
        position = chunk.last
        if word == "both" and self._word(position) in {"the", "of", "their", "these"}:
            position += 1
        for _ in range(3):
            low = self._word(position)
            index = self.by_first.get(position)
            office = (
                self.chunks[index].office if index is not None and self.chunks[index].piece == Piece.OFFICE else None
            )
            if (
                low in classes["pair_states"]
                or low in classes["pair_persons"]
                or (office is not None and office.plural)
            ):
                last = self.chunks[index].last if index is not None and office is not None else position + 1
                if definite and self._word(last) not in {"-"}:
                    noun = "states" if low in classes["pair_states"] else "persons"
                    title = None
                    if office is not None:
                        title = Title(position, last, office.name, office.rank, office.leader, True)
                    start = chunk.first - 1 if before == "the" else chunk.first
                    self.mentions.append(
                        Mention(What.GROUP, start, last, rule="the two", count=count, noun=noun, title=title)
                    )
                return self._after(last)
            if not low or not low.isalpha() or low in {"and", "or", "the"}:
                break
            position += 1
        return at + 1

    def _rest(self, at: int) -> int:
        chunk = self.chunks[at]
        if chunk.piece == Piece.KNOWN:
            if chunk.sort == Sort.GROUP:
                parts = [
                    Mention(What.THING, chunk.first, chunk.last, entries=(Entry(Sort.STATE, state, state),))
                    for state in chunk.entries[0].members
                ]
                self.mentions.append(Mention(What.PAIR, chunk.first, chunk.last, parts=parts, rule="states together"))
            elif chunk.sort != Sort.OTHER:
                self.mentions.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known"))
        elif chunk.piece == Piece.PRONOUN:
            word = self._word(chunk.first)
            self.mentions.append(
                Mention(
                    What.PRONOUN, chunk.first, chunk.last, rule="pronoun", gender=gender_of_pronoun(word), noun=word
                )
            )
        return at + 1


def gap_is_hyphen(sentence: Words, parts: list[Chunk]) -> bool:
    """Whether runs are joined by hyphens, as double names are, not by dashes."""
    return all(sentence.shown[c.last] == "-" for c in parts[:-1])
