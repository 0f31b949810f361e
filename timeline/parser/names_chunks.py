"""The words of one sentence, gathered into chunks: known names, titles, runs of capitalised words, pronouns.

This is the layer between the characters and the grammar of names: it decides which words belong together ("al-Masri",
"van der Berg", "United Arab Emirates") and what each such piece may be, not yet whom it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from timeline.parser.names_book import Entry, NameBook, Office, Sort
from timeline.parser.tokens import fold, words


class Piece(Enum):
    """What a chunk may be."""

    KNOWN = auto()
    """A name of the book."""
    OFFICE = auto()
    PREFIX = auto()
    """Former, acting, deputy ... before an office."""
    PORTFOLIO = auto()
    """A field of government before an office."""
    ADDRESS = auto()
    """Mr., Dr., Sir."""
    RUN = auto()
    """Capitalised words that no list knows."""
    PRONOUN = auto()
    COUNTERPART = auto()
    BOTH = auto()
    """The first word of "the two leaders", "both sides"."""


@dataclass(slots=True)
class Chunk:
    """Words `first` to `last` (excluded) of a sentence, and what they may be."""

    piece: Piece
    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    office: Office | None = None
    initial: bool = False
    """Whether it opens the sentence, so that its capital says nothing."""

    @property
    def sort(self) -> Sort | None:
        """The first meaning's sort, for a chunk of the book."""
        return self.entries[0].sort if self.entries else None


@dataclass(slots=True)
class Words:
    """One sentence cut into words, each list one item a word."""

    text: str
    shown: list[str]
    folded: list[str]
    lowered: list[str]
    starts: list[int]
    ends: list[int]
    start: int
    end: int
    paragraph: int
    headline: bool
    """Whether the line is set in capitals as headlines are ("Ministers Meet In Oslo")."""

    def glued(self, index: int) -> bool:
        """Whether a word follows the one before it without a blank."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def phrase(self, first: int, last: int) -> str:
        """The words as the text has them, blanks folded to one."""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())


_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MANY = frozenset({"they", "them", "their", "theirs"})
PRONOUNS = _MALE | _FEMALE | _MANY
_LONGEST_RUN = 12
"""Words of a capitalised run that are looked at together; names are shorter."""


def gender_of_pronoun(word: str) -> str:
    """Give "m", "f" or "" (several) for a pronoun in lower case."""
    return "m" if word in _MALE else "f" if word in _FEMALE else ""


def words_of(plain: str, start: int, end: int, paragraph: int, title: bool) -> Words:
    """Cut a sentence of a normalised text into words."""
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in words(plain, start, end):
        shown.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    folded = shown if plain.isascii() else [w if w.isascii() else fold(w) for w in shown]
    lowered = [w.lower() for w in folded]
    headline = title and _set_as_headline(shown)
    return Words(plain, shown, folded, lowered, starts, ends, start, end, paragraph, headline)


def _set_as_headline(shown: Sequence[str]) -> bool:
    long_words = [w for w in shown if len(w) > 3 and w[0].isalpha()]
    return len(long_words) >= 3 and sum(w[0].isupper() for w in long_words) >= 0.75 * len(long_words)


def chunk(sentence: Words, book: NameBook, common: frozenset[str] | set[str]) -> list[Chunk]:
    """Give the chunks of a sentence in order. `common`: words that the text also has in lower case."""
    chunks: list[Chunk] = []
    shown, folded, lowered = sentence.shown, sentence.folded, sentence.lowered
    portfolios, particles, not_names = book.classes["portfolios"], book.classes["particles"], book.classes["not_names"]
    organisation_nouns = book.classes["organisation_nouns"]
    names, offices, prefixes, address = book.names, book.offices, book.prefixes, book.address
    count = len(shown)
    at = 0
    while at < count:
        word = shown[at]
        key = folded[at]
        low = lowered[at]
        capital = word[0].isupper()
        found = book.find(folded, at) if key in names else None
        if found is not None and low == "the" and at + 1 < count and folded[at + 1] in names:
            # "the North" is a state, but not in "the North Korean border" or "the North Sea".
            inner = book.find(folded, at + 1)
            if inner is not None and inner[0] >= found[0] or shown[min(count - 1, at + found[0])][0].isupper():
                found = None
        if found is None and capital and word.isupper() and len(word) > 3:
            found = _find_in_capitals(folded, at, book)
        titled = book.find_office(lowered, at) if low in offices else None
        if titled is not None and titled[0] == 1 and low in prefixes and _qualifies(sentence, at + 1, book):
            titled = None  # "Deputy President": not a deputy, but below a president.
        if titled is not None and (found is None or titled[0] >= found[0]) and _is_office(sentence, at, titled, chunks):
            chunks.append(Chunk(Piece.OFFICE, at, at + titled[0], office=titled[1], initial=_opens(sentence, at)))
            at += titled[0]
        elif found is not None and _stands_for_it(sentence, at, found, book):
            chunks.append(Chunk(Piece.KNOWN, at, at + found[0], found[1], initial=_opens(sentence, at)))
            at += found[0]
        elif key in book.combining and _combines(sentence, at, book):
            state = book.combining[key]
            chunks.append(Chunk(Piece.KNOWN, at, at + 1, (Entry(Sort.DEMONYM, state, state),)))
            at += 1
        elif low in PRONOUNS:
            chunks.append(Chunk(Piece.PRONOUN, at, at + 1))
            at += 1
        elif low in ("counterpart", "counterparts"):
            chunks.append(Chunk(Piece.COUNTERPART, at, at + 1))
            at += 1
        elif low in ("two", "both", "three", "four"):
            chunks.append(Chunk(Piece.BOTH, at, at + 1))
            at += 1
        elif low in prefixes and (not capital or not _opens(sentence, at) or low in ("former", "acting", "deputy")):
            chunks.append(Chunk(Piece.PREFIX, at, at + 1))
            at += 1
        elif word in address and at + 1 < count:
            end = at + 2 if shown[at + 1] == "." else at + 1
            chunks.append(Chunk(Piece.ADDRESS, at, end))
            at = end
        elif low in portfolios and not (capital and word in organisation_nouns):
            chunks.append(Chunk(Piece.PORTFOLIO, at, at + 1, initial=_opens(sentence, at)))
            at += 1
        elif capital and (len(word) > 1 or _initial(sentence, at)) and word not in not_names:
            end = _run_end(sentence, at, book, common)
            if end > at:
                chunks.append(Chunk(Piece.RUN, at, end, initial=_opens(sentence, at)))
                at = end
            else:
                at += 1
        elif low in particles and not capital and (end := _particle_run(sentence, at, book, common)):
            chunks.append(Chunk(Piece.RUN, at, end))
            at = end
        else:
            at += 1
    return chunks


def _qualifies(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether an office, a field of government or another qualifier begins at a word."""
    if at >= len(sentence.lowered):
        return False
    word = sentence.lowered[at]
    return word in book.prefixes or word in book.classes["portfolios"] or book.find_office(sentence.lowered, at) is not None


def _combines(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a first half such as "Sino" is joined to another state's adjective: "Sino-Peruvian", not "Indo-Pacific"."""
    if at + 2 >= len(sentence.shown) or sentence.shown[at + 1] not in {"-", "\u2013"} or not sentence.glued(at + 1):
        return False
    if sentence.folded[at + 2] in book.combining:
        return True
    found = book.find(sentence.folded, at + 2) if sentence.folded[at + 2] in book.names else None
    return found is not None and found[1][0].sort in (Sort.DEMONYM, Sort.STATE)


def _opens(sentence: Words, at: int) -> bool:
    """Whether a word opens the sentence or a quotation in it."""
    while at > 0 and sentence.shown[at - 1] in {'"', "'", "(", "[", "-", "\u2022", "*", "\u2013"}:
        at -= 1
    return at == 0 or sentence.shown[at - 1] in {":", "."}


def _initial(sentence: Words, at: int) -> bool:
    """Whether a single capital is an initial before a name: the J of "J Edgar"."""
    return len(sentence.shown[at]) == 1 and at + 1 < len(sentence.shown) and sentence.shown[at + 1][0].isupper()


def _find_in_capitals(folded: list[str], at: int, book: NameBook) -> tuple[int, tuple[Entry, ...]] | None:
    """Look up words printed in capitals (datelines, headlines, speakers) as if they were not."""
    end = min(len(folded), at + 6)
    part = [w.capitalize() if len(w) > 1 and w.isupper() else w for w in folded[at:end]]
    return book.find(part, 0) if part[0] in book.names else None


def _is_office(sentence: Words, at: int, titled: tuple[int, Office], chunks: list[Chunk]) -> bool:
    size, office = titled
    if not (office.ambiguous or size == 1):
        return True
    after = at + size
    shown = sentence.shown
    following = shown[after] if after < len(shown) else ""
    if shown[at].isupper() and len(shown[at]) <= 3 and office.name != shown[at]:
        return False
    if chunks and chunks[-1].piece == Piece.RUN and chunks[-1].last == at and shown[at][0].isupper():
        # "Mervyn King said": a family name, unless a name follows ("Quds Force Commander Ghaani").
        return bool(following) and following[0].isupper()
    if office.ambiguous and shown[at][0].isupper() and at and _may_precede_title(sentence.lowered[at - 1], chunks, at):
        return True  # "The Secretary thanked": written as a title.
    if office.ambiguous:
        return bool(following) and (following[0].isupper() or following in {"of", "for"})
    return True


def _may_precede_title(word: str, chunks: list[Chunk], at: int) -> bool:
    return word in {"the", "his", "her"} or bool(chunks and chunks[-1].last == at and chunks[-1].piece == Piece.PREFIX)


def _stands_for_it(sentence: Words, at: int, found: tuple[int, tuple[Entry, ...]], book: NameBook) -> bool:
    """Whether known words mean what the book says, judged by the words beside them."""
    size, entries = found
    entry = entries[0]
    shown = sentence.shown
    after = at + size
    following = shown[after] if after < len(shown) else ""
    before = sentence.lowered[at - 1] if at else ""
    if following == "$":
        return False
    if entry.sort == Sort.PERSON or entry.editor:
        return True
    if entry.ambiguous and len(entries) == 1:
        if entry.sort == Sort.STATE and shown[at].isupper():
            return not (sentence.headline and shown[at].isupper() and all(w.isupper() for w in shown if w.isalpha()))
        if entry.sort in (Sort.PLACE, Sort.CAPITAL, Sort.STATE):
            hinted = before in book.classes["place_prepositions"] or before in {"to", "from", "visit", "visited", "of"}
            listed = before in {",", "and"} and at > 1
            behind = following == "," or following in {"and", "or"} or not following
            governed = entry.sort != Sort.PLACE and not (following[:1].isupper() and following.isalpha())
            preceded = bool(at) and shown[at - 1][0].isupper() and shown[at - 1] not in book.classes["not_names"]
            if preceded or before in book.offices:
                return False
            return hinted or governed or (listed and behind)
    if size == 1 and entry.sort in (Sort.STATE, Sort.CAPITAL, Sort.PLACE):
        if following[:1].isupper() and following.isalpha() and _is_name_of_thing(sentence, after, book):
            return entry.sort == Sort.STATE
        given = shown[at] in book.classes["given_places"] and following[:1].isupper() and following.isalpha()
        if given and sentence.lowered[after] not in book.offices and following not in book.classes["not_names"]:
            return following in book.names
    return True


def _is_name_of_thing(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether capitalised words from here on end in a thing's name: the "Post" of a paper, the "Agreement" of a city."""
    end = at
    shown = sentence.shown
    while end < len(shown) and end < at + 4 and shown[end][0].isupper() and shown[end].isalpha():
        if shown[end] in book.classes["thing_nouns"] or shown[end] in book.classes["organisation_nouns"]:
            return shown[end] not in {"Summit", "Talks", "Conference", "Administration", "Government"}
        end += 1
    return False


def _run_end(sentence: Words, at: int, book: NameBook, common: frozenset[str] | set[str]) -> int:
    """Give the end of the run of capitalised words that begins here; `at` itself where it is no name's word."""
    shown, lowered, folded = sentence.shown, sentence.lowered, sentence.folded
    not_names, particles = book.classes["not_names"], book.classes["particles"]
    if (sentence.headline or _opens(sentence, at)) and lowered[at] in common and lowered[at] not in particles:
        return at
    end = at + 1
    count = len(shown)
    while end < count and end - at < _LONGEST_RUN:
        word = shown[end]
        if (
            sentence.glued(end)
            and word == "-"
            and end + 1 < count
            and sentence.glued(end + 1)
            and shown[end + 1][0].isalpha()
        ):
            # "Jean-Yves", "Jae-in", "al-Masri"; not "Nairobi-based", "Tokyo-style", "Sato-Obama" is told apart later.
            joined = book.find(folded, end + 1) if folded[end + 1] in book.names else None
            if joined is not None and joined[1][0].sort in (Sort.STATE, Sort.DEMONYM, Sort.ORGANISATION):
                break
            if shown[end + 1][0].isupper() or (end + 2 - at <= 8 and _lower_half(sentence, end + 1, common)):
                end += 2
                continue
            break
        if _written_as_name(word) and word not in not_names:
            if len(word) == 1 and not _initial(sentence, end):
                break
            if sentence.headline and lowered[end] in common:
                break
            if folded[end] in book.names and (known := book.find(folded, end)) and not known[1][0].ambiguous:
                if (
                    known[1][0].sort == Sort.PERSON
                    or known[0] > 1
                    or not _may_close_name(known[1][0], sentence, end, book)
                ):
                    break
            if lowered[end] in book.offices and (titled := book.find_office(lowered, end)) and not titled[1].ambiguous:
                break
            end += 1
            continue
        if word in particles and not sentence.glued(end) and end + 1 < count:
            following = end + 1
            if shown[following] == "-" and following + 1 < count:
                following += 1
            if shown[following] in particles and following + 1 < count:
                following += 1
            if shown[following][0].isupper() and shown[following] not in not_names and following - at < _LONGEST_RUN:
                if folded[following] in book.names and word in {"at", "as", "an", "de", "y"} and shown[end + 1] != "-":
                    break
                if word in {"at", "as", "an", "a", "do"} and shown[end + 1] != "-":
                    break
                end = following + 1
                continue
        break
    return end


def _written_as_name(word: str) -> bool:
    """Whether a word is written as part of a name: with a capital, or as "d'Arcy"."""
    return word[0].isupper() or (len(word) > 3 and word[1] == "'" and word[2].isupper())


def _may_close_name(entry: Entry, sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a known single word may be the last part of an unknown name: "Jack London", not "Bilateral Japan"."""
    return (
        entry.sort in (Sort.PLACE, Sort.CAPITAL) and at > 0 and sentence.shown[at - 1][0].isupper() and entry.ambiguous
    )


def _lower_half(sentence: Words, at: int, common: frozenset[str] | set[str]) -> bool:
    """Whether a small second half belongs to a name: the "in" of "Jae-in", the "moon" of "Ki-moon", not "based"."""
    word = sentence.shown[at]
    capitals = at >= 3 and sentence.shown[at - 3][0].isupper() and not sentence.glued(at - 2)
    return (
        word.islower()
        and len(word) <= 5
        and capitals
        and word not in {"based", "led", "style", "wide", "area", "era", "born", "run"}
    )


def _particle_run(sentence: Words, at: int, book: NameBook, common: frozenset[str] | set[str]) -> int:
    """Give the end of a run that opens with a small particle ("al-Masri", "von Berg"), or 0."""
    shown = sentence.shown
    word = shown[at]
    following = at + 1
    if following >= len(shown):
        return 0
    if shown[following] == "-" and sentence.glued(following) and following + 1 < len(shown):
        following += 1
        glued = True
    else:
        glued = False
    if not glued and word not in {
        "von",
        "van",
        "bin",
        "bint",
        "ibn",
        "de",
        "al",
        "el",
        "di",
        "della",
        "ben",
        "ter",
        "del",
        "dos",
        "du",
    }:
        return 0
    while (
        not glued
        and shown[following] in book.classes["particles"]
        and following + 1 < len(shown)
        and following - at < 4
    ):
        following += 1
    if not shown[following][0].isupper() or shown[following] in book.classes["not_names"]:
        return 0
    if not glued and sentence.folded[following] in book.names:
        return 0
    end = _run_end(sentence, following, book, common)
    return end if end > following else 0
