"""Marking words in a text: passages that may overlap, and within them the words that gave a date, a party or a kind.

HTML cannot overlap, so a text is cut wherever anything begins or ends. What comes out are disjoint runs: each has
the same passages over its whole length, and each passage is named (`#p12`) where it begins and numbered where it ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote

from timeline.models import Mention, Passage

QUOTE_LENGTH = 240
"""Characters that a list quotes of a passage."""

LEAD = 60
"""Characters before the first word that was searched for, where a quote cannot begin at the beginning."""

MARK_OF_FIELD = {
    "when": "date",
    "actors": "actor",
    "speaker": "actor",
    "place": "place",
    "kind": "act",
    "status": "act",
    "basis": "act",
    "occasions": "date",
    "concerns": "act",
}
"""Which ground the words that gave a field are shown on; the key on the page names the same."""

_STRONGEST = ("date", "actor", "act", "place")
"""Where words gave several fields, the first of these is shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are all shown alike."""

    text: str
    mark: str = ""
    """date, actor, act, place or nothing."""
    hit: bool = False
    """A word that the reader searched for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text to be marked."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text over which the same passages lie."""

    pieces: tuple[Piece, ...]
    inside: bool
    """Part of a passage."""
    begins: tuple[int, ...] = ()
    """Ids of the passages that begin here."""
    ends: tuple[int, ...] = ()
    """Ids of the passages that end here."""

    @property
    def own(self) -> int | None:
        """The passage whose name the mark itself carries."""
        return self.begins[0] if self.begins else None

    @property
    def others(self) -> tuple[int, ...]:
        """Further passages that begin at the same place."""
        return self.begins[1:]


def marks_of(mentions: Iterable[Mention]) -> list[Mark]:
    """Return the words that gave mentions their fields, as stretches of the source's text."""
    marks = set()
    for mention in mentions:
        for reason in mention.reasons:
            kind = MARK_OF_FIELD.get(reason.get("field", ""))
            if kind:
                marks.update(Mark(start, end, kind) for start, end in reason.get("spans", ()) if start < end)
    return sorted(marks, key=lambda m: (m.start, m.end, m.mark))


def pieces(text: str, start: int, end: int, marks: Sequence[Mark], hits: re.Pattern[str] | None = None) -> list[Piece]:
    """Cut `text[start:end]` at its marks and at the words searched for; joined, the pieces give it back."""
    near = [m for m in marks if m.start < end and m.end > start]
    found = [(m.start(), m.end()) for m in hits.finditer(text, start, end)] if hits else []
    edges = {start, end}
    for left, right in [(m.start, m.end) for m in near] + found:
        edges.update(edge for edge in (left, right) if start < edge < end)
    cut = sorted(edges)
    parts = []
    for left, right in pairwise(cut):
        over = {m.mark for m in near if m.start <= left and m.end >= right}
        mark = next((name for name in _STRONGEST if name in over), "")
        hit = any(a <= left and b >= right for a, b in found)
        parts.append(Piece(text[left:right], mark, hit))
    return parts


def runs(
    text: str,
    start: int,
    end: int,
    passages: Sequence[Passage],
    marks: Sequence[Mark],
    hits: re.Pattern[str] | None = None,
) -> list[Run]:
    """Cut `text[start:end]` into disjoint runs; a passage that reaches beyond is named and numbered only where it
    begins and ends."""
    near = [p for p in passages if p.start is not None and p.start < end and p.end > start]
    edges = {start, end}
    for passage in near:
        edges.update(edge for edge in (passage.start, passage.end) if start < edge < end)
    cut = sorted(edges)
    found = []
    for left, right in pairwise(cut):
        inside = any(p.start <= left and p.end >= right for p in near)
        found.append(
            Run(
                pieces=tuple(pieces(text, left, right, marks if inside else (), hits)),
                inside=inside,
                begins=tuple(p.pk for p in near if p.start == left),
                ends=tuple(p.pk for p in near if p.end == right),
            )
        )
    return found


MOST_WORDS = 10
"""Words or phrases that a search looks for; each costs the database a walk through the passages."""

_SEARCH_WORD = re.compile(r"[\"“]([^\"”]+)[\"”]|(\S+)")


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they have some of their own: a rule beside them says enough then."""
    return words if re.search(r"[“”\"]", words) else f"“{words}”"


# two small letters before: "U.S." and "Mr." end no clause
_CLAUSE_END = re.compile(r"(?<=[a-z0-9”\"'][a-z0-9”\"'])[.;:,!?](?=[\s”\"'])|\s[—–-](?=\s)")


def shorten(words: str, longest: int = QUOTE_LENGTH) -> str:
    """Return words of at most `longest` characters, cut at the end of a clause, or else of a word, with "…"."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    room = words[: longest - 2]
    ends = [m.start() for m in _CLAUSE_END.finditer(room) if m.start() >= longest // 2]
    cut = ends[-1] if ends else room.rfind(" ")
    return (room[:cut] if cut > 0 else room).rstrip(" ,;:—–-") + " …"


def excerpt(words: str, hits: re.Pattern[str] | None) -> str:
    """Return words as short as `shorten` makes them, with the first hit of a search in them if there is one."""
    words = " ".join(words.split())
    short = shorten(words)
    found = hits.search(words) if hits else None
    if not found or hits.search(short):
        return short
    start = words.rfind(" ", 0, max(found.start() - LEAD, 1)) + 1
    return f"… {shorten(words[start:], QUOTE_LENGTH - 2)}"


def search_words(search: str) -> tuple[str, ...]:
    """Return the words, and the phrases in quotation marks, of a search."""
    return tuple(phrase or word for phrase, word in _SEARCH_WORD.findall(search))[:MOST_WORDS]


def hit_pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds the words searched for as the search does, from the beginning of a word on and whatever its
    accents ("lucia" in "Lucía"); None where there are none."""
    wanted = [_whatever_accents(word) for word in sorted(words, key=len, reverse=True) if word]
    return re.compile("|".join(wanted), re.IGNORECASE) if wanted else None


def _whatever_accents(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    letters = "".join(f"[{c}{_ACCENTED[c.lower()]}]" if c.lower() in _ACCENTED else re.escape(c) for c in plain)
    return rf"(?<!\w){letters}" if plain[:1].isalnum() else letters


def _accented() -> dict[str, str]:
    """Return each Latin letter with those that are it with an accent; capitals are found by `re.IGNORECASE`."""
    found: dict[str, str] = {}
    for letter in map(chr, [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]):
        plain, *marks = unicodedata.normalize("NFD", letter)
        if marks and plain.isascii() and plain.islower():
            found[plain] = found.get(plain, "") + letter
    return found


_ACCENTED = _accented()


def text_fragment(words: str) -> str:
    """Return the part of a URL that asks a browser to scroll to these words: `#:~:text=first%20words,last%20words`.

    Browsers highlight the first match only, and only where the live page still has the words.
    """
    parts = words.split()
    if len(parts) <= 10:
        return f"#:~:text={_fragment(parts)}"
    return f"#:~:text={_fragment(parts[:5])},{_fragment(parts[-5:])}"


def _fragment(parts: Sequence[str]) -> str:
    # a dash would be read as the sign of a prefix or suffix, quote() leaves it as it is
    return quote(" ".join(parts), safe="").replace("-", "%2D")
