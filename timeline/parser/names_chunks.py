"""The words of one sentence, gathered into chunks: known names, titles, runs of capitalised words, pronouns.

This is the layer between the characters and the grammar of names: it decides which words belong together ("al-Masri",
"van der Berg", "United Arab Emirates") and what each such piece may be, not yet whom it means.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from timeline.parser.names_book import Entry, NameBook, Office, Sort
from timeline.parser.tokens import fold, words
from timeline.parser.vocabulary import load


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
_SMALL_WORDS = {
    **dict.fromkeys(PRONOUNS, Piece.PRONOUN),
    **dict.fromkeys(("counterpart", "counterparts"), Piece.COUNTERPART),
    **dict.fromkeys(("two", "both", "three", "four"), Piece.BOTH),
}
_PREFIX_OPENERS = frozenset({"former", "acting", "deputy"})
"""Words before an office that may open a sentence; of others a capital there says nothing."""
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


@cache
def _headline_verbs() -> frozenset[str]:
    """The third person of every verb that the vocabulary has, which headlines set with a capital: "Meets"."""
    verbs = load("verbs")
    found: set[str] = set()
    for base in (*verbs["regular"], *verbs["doubling"], *verbs["irregular"]):
        if base.endswith("y") and base[-2:-1] not in "aeiou":
            found.add(base[:-1] + "ies")
        else:
            found.add(base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"))
    return frozenset(found)


def _set_as_headline(shown: Sequence[str]) -> bool:
    long_words = [w for w in shown if len(w) > 3 and w[0].isalpha()]
    return len(long_words) >= 3 and sum(w[0].isupper() for w in long_words) >= 0.75 * len(long_words)


def chunk(sentence: Words, book: NameBook, common: Set[str]) -> list[Chunk]:
    """Give the chunks of a sentence in order. `common`: words that the text also has in lower case."""
    return _Chunker(sentence, book, common).read()


class _Chunker:
    """Gathers the words of one sentence from left to right."""

    def __init__(self, sentence: Words, book: NameBook, common: Set[str]) -> None:
        self.sentence = sentence
        self.book = book
        self.common = common
        self.chunks: list[Chunk] = []

    def read(self) -> list[Chunk]:
        shown, folded, lowered = self.sentence.shown, self.sentence.folded, self.sentence.lowered
        names, speaking = self.book.names, self.book.speaking
        at, count = 0, len(shown)
        while at < count:
            if lowered[at] not in speaking and folded[at] not in names and not shown[at][0].isupper():
                at += 1  # nine words in ten
                continue
            found = self._office_or_known(at) or self._small_word(at) or self._address(at) or self._run(at)
            if found is None:
                at += 1
            else:
                self.chunks.append(found)
                at = found.last
        return self.chunks

    def _office_or_known(self, at: int) -> Chunk | None:
        sentence, book = self.sentence, self.book
        found = self._known(at)
        titled = book.find_office(sentence.lowered, at) if sentence.lowered[at] in book.offices else None
        if titled is not None and titled[0] == 1 and _is_prefix(sentence, at, book):
            titled = None  # "Deputy President": not a deputy, but below a president.
        initial = _opens(sentence, at)
        if titled is not None and found is not None and _goes_on_as_name(sentence, at, found, book):
            found = None  # "King Salman" is known, but here it is "King | Salman bin Abdulaziz".
        longer = titled is not None and (found is None or titled[0] >= found[0])
        if titled is not None and longer and _is_office(sentence, at, titled, self.chunks):
            return Chunk(Piece.OFFICE, at, at + titled[0], office=titled[1], initial=initial)
        if found is not None and _stands_for_it(sentence, at, found, book):
            return Chunk(Piece.KNOWN, at, at + found[0], found[1], initial=initial)
        state = book.combining.get(sentence.folded[at])
        if state and _combines(sentence, at, book):
            return Chunk(Piece.KNOWN, at, at + 1, (Entry(Sort.DEMONYM, state, state),))
        return None

    def _known(self, at: int) -> tuple[int, tuple[Entry, ...]] | None:
        """Look a known name up; printed in capitals it is looked up as if it were not."""
        folded, shown, names = self.sentence.folded, self.sentence.shown, self.book.names
        found = self.book.find(folded, at) if folded[at] in names else None
        if found is None and shown[at] == "The":
            found = self.book.find(["the", *folded[at + 1 : at + 4]], 0)
        if found is not None and self.sentence.lowered[at] == "the" and at + 1 < len(folded):
            # "the North" is a state, but not in "the North Korean border" or "the North Sea".
            inner = self.book.find(folded, at + 1) if folded[at + 1] in names else None
            behind = shown[at + found[0]] if at + found[0] < len(shown) else ""
            if (inner is not None and inner[0] >= found[0]) or behind[:1].isupper():
                found = None
        elif found is not None and folded[at] == "North" and folded[at + found[0] - 1] == "South":
            # "North and South" of a divided country, but not "North and South Dakota".
            found = None if "".join(shown[at + found[0] : at + found[0] + 1])[:1].isupper() else found
        if found is None and shown[at].isupper() and len(shown[at]) > 3:
            return _find_in_capitals(folded, at, self.book)
        return found

    def _small_word(self, at: int) -> Chunk | None:
        """Pronouns, "the two", "former", fields of government."""
        low, word = self.sentence.lowered[at], self.sentence.shown[at]
        classes = self.book.classes
        piece = _SMALL_WORDS.get(low)
        telling = word[0].islower() or low in _PREFIX_OPENERS or not _opens(self.sentence, at)
        if low == "under" and self.sentence.lowered[at + 1 : at + 2] != ["secretary"]:
            return None  # "under President Doe": no office below his.
        if piece is None and telling and low in self.book.prefixes:
            piece = Piece.PREFIX
        if piece is None and low in classes["portfolios"] and word not in classes["organisation_nouns"]:
            piece = Piece.PORTFOLIO
        return Chunk(piece, at, at + 1) if piece is not None else None

    def _address(self, at: int) -> Chunk | None:
        shown = self.sentence.shown
        if shown[at] not in self.book.address or at + 1 >= len(shown):
            return None
        end = at + 2 if shown[at + 1] == "." else at + 1
        if end >= len(shown) or not (shown[end][0].isupper() or shown[end] in self.book.classes["particles"]):
            return None  # "Minister Don said": here the word is a name.
        return Chunk(Piece.ADDRESS, at, end)

    def _run(self, at: int) -> Chunk | None:
        """Capitalised words that no list knows, with the small particles before and between them."""
        sentence, word = self.sentence, self.sentence.shown[at]
        if word[0].isupper():
            if word in self.book.classes["not_names"] or (len(word) == 1 and not _initial(sentence, at)):
                return None
            end = _run_end(sentence, at, self.book, self.common)
        elif sentence.lowered[at] in self.book.classes["particles"]:
            end = _particle_run(sentence, at, self.book, self.common)
        else:
            return None
        return Chunk(Piece.RUN, at, end, initial=_opens(sentence, at)) if end > at else None


def _goes_on_as_name(sentence: Words, at: int, found: tuple[int, tuple[Entry, ...]], book: NameBook) -> bool:
    """Whether a known person's name goes on behind what is known of it: "bin Abdulaziz"."""
    after = at + found[0]
    if found[1][0].sort != Sort.PERSON or after + 1 >= len(sentence.shown):
        return False
    return sentence.shown[after] in book.classes["opening_particles"] and sentence.shown[after + 1][0].isupper()


def _is_prefix(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a word qualifies the office, the field or the further qualifier behind it."""
    if sentence.lowered[at] not in book.prefixes or at + 1 >= len(sentence.lowered):
        return False
    word = sentence.lowered[at + 1]
    qualified = word in book.prefixes or word in book.classes["portfolios"]
    return qualified or book.find_office(sentence.lowered, at + 1) is not None


def _combines(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a first half such as "Sino" is joined to a state's adjective: "Sino-Peruvian", not "Indo-Pacific"."""
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
    before = chunks[-1] if chunks and chunks[-1].last == at else None
    return word in {"the", "his", "her"} or (before is not None and before.piece in (Piece.PREFIX, Piece.ADDRESS))


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
    if (
        entry.sort == Sort.ORGANISATION
        and size == 1
        and not shown[at].isupper()
        and _follows_capital(sentence, at, book)
    ):
        return False  # "Social Democrats" are not the Democrats.
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


def _follows_capital(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether the word before is a capitalised one that no list knows and that does not open the sentence."""
    if at == 0 or sentence.glued(at):
        return False
    before = sentence.shown[at - 1]
    known = sentence.folded[at - 1] in book.names and book.find(sentence.folded, at - 1) is not None
    known = known or sentence.lowered[at - 1] in book.speaking
    return (
        before[0].isupper() and not known and before not in book.classes["not_names"] and not _opens(sentence, at - 1)
    )


def _is_name_of_thing(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether capitalised words from here on end as the name of a thing does: "Post", "Agreement"."""
    end = at
    shown = sentence.shown
    while end < len(shown) and end < at + 4 and shown[end][0].isupper() and shown[end].isalpha():
        if shown[end] in book.classes["thing_nouns"] or shown[end] in book.classes["organisation_nouns"]:
            return shown[end] not in {"Summit", "Talks", "Conference", "Administration", "Government"}
        end += 1
    return False


def _run_end(sentence: Words, at: int, book: NameBook, common: Set[str]) -> int:
    """Give the end of the run of capitalised words that begins here; `at` itself where it is no name's word."""
    first = sentence.lowered[at]
    if sentence.headline and at and first in _headline_verbs():
        return at  # "Foreign Secretary | Concludes Visit"
    if (sentence.headline or _opens(sentence, at)) and first in common and first not in book.classes["particles"]:
        return at
    end = at + 1
    while end < len(sentence.shown) and end - at < _LONGEST_RUN:
        size = (
            _hyphen_goes_on(sentence, at, end, book)
            or _word_goes_on(sentence, end, book, common)
            or _particle_goes_on(sentence, at, end, book)
        )
        if not size:
            break
        end += size
    return end


def _hyphen_goes_on(sentence: Words, at: int, end: int, book: NameBook) -> int:
    """Give 2 where a hyphen and the half behind it belong to the run ("Jean-Yves", "Jae-in"), else 0.

    "Nairobi-based" ends the run; "Sato-Obama" is told from a double name when all names of the text are known.
    """
    shown = sentence.shown
    if shown[end] != "-" or end + 1 >= len(shown) or not shown[end + 1][0].isalpha():
        return 0
    if not sentence.glued(end) or not sentence.glued(end + 1):
        return 0
    known = book.find(sentence.folded, end + 1) if sentence.folded[end + 1] in book.names else None
    if known is not None and known[1][0].sort in (Sort.STATE, Sort.DEMONYM, Sort.ORGANISATION):
        return 0
    if shown[end + 1][0].isupper() or (end + 2 - at <= 8 and _lower_half(sentence, end + 1, book)):
        return 2
    return 0


def _word_goes_on(sentence: Words, at: int, book: NameBook, common: Set[str]) -> int:
    """Give 1 where a word belongs to the run of capitalised words before it, else 0."""
    word, low = sentence.shown[at], sentence.lowered[at]
    if not _written_as_name(word) or word in book.classes["not_names"]:
        return 0
    if len(word) == 1 and not _initial(sentence, at):
        return 0
    if sentence.headline and (low in common or low in _headline_verbs()):
        return 0
    if low in book.classes["government_of"] and sentence.lowered[at - 1] in book.families:
        return 0  # "the Soto Administration"
    known = book.find(sentence.folded, at) if sentence.folded[at] in book.names else None
    if known is not None and not known[1][0].ambiguous and not _may_close_name(known, sentence, at, book):
        return 0
    titled = book.find_office(sentence.lowered, at) if low in book.offices else None
    return 0 if titled is not None and not titled[1].ambiguous else 1


def _particle_goes_on(sentence: Words, at: int, end: int, book: NameBook) -> int:
    """Give the words from a small particle to the capital that it leads to ("van der Berg", "al-Masri"), else 0."""
    shown, particles = sentence.shown, book.classes["particles"]
    word, last = shown[end], len(shown) - 1
    if word not in particles or sentence.glued(end) or end >= last:
        return 0
    following = end + 1
    joined = shown[following] == "-"
    if joined and following < last:
        following += 1
    if shown[following] in particles and following < last:
        following += 1
    if not shown[following][0].isupper() or shown[following] in book.classes["not_names"]:
        return 0
    if following - at >= _LONGEST_RUN or (not joined and word in book.classes["small_words"]):
        return 0
    return following + 1 - end


def _written_as_name(word: str) -> bool:
    """Whether a word is written as part of a name: with a capital, or as "d'Arcy"."""
    return word[0].isupper() or (len(word) > 3 and word[1] == "'" and word[2].isupper())


def _may_close_name(known: tuple[int, tuple[Entry, ...]], sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a known word may be the last part of an unknown name, as in "Stig Dane"."""
    size, entries = known
    return size == 1 and entries[0].sort == Sort.PEOPLE and sentence.lowered[at - 1] in book.genders


def _lower_half(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a small second half belongs to a name: the "in" of "Jae-in", the "moon" of "Ki-moon", not "based"."""
    word = sentence.shown[at]
    capitals = at >= 3 and sentence.shown[at - 3][0].isupper() and not sentence.glued(at - 2)
    return word.islower() and len(word) <= 5 and capitals and word not in book.classes["second_halves"]


def _particle_run(sentence: Words, at: int, book: NameBook, common: Set[str]) -> int:
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
    if not glued and word not in book.classes["opening_particles"]:
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
