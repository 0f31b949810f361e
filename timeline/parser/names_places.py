"""Whether a state's or a city's name stands for the government ("Moscow refused") or for the place ("in Moscow")."""

from __future__ import annotations

from timeline.parser.names_book import NameBook, Sort
from timeline.parser.names_chunks import Words

_LOOK_BACK = 9
_ARTICLES = frozenset(
    {
        "the",
        "nearby",
        "neighbouring",
        "neighboring",
        "central",
        "downtown",
        "southern",
        "northern",
        "eastern",
        "western",
        "greater",
    }
)
_CALENDAR_ENDS = frozenset({"--", "\u2013"})


def is_place(sentence: Words, first: int, last: int, sort: Sort, book: NameBook, listed_with: bool | None) -> bool:
    """Say whether a name is used as a place.

    `listed_with`: what was said of the name before it, where the two stand in one list ("in Rome and Paris").
    """
    if sort == Sort.PLACE:
        return True
    if sort not in (Sort.CAPITAL, Sort.STATE):
        return False
    classes = book.classes
    lowered, shown = sentence.lowered, sentence.shown
    before = lowered[first - 1] if first else ""
    after = lowered[last] if last < len(lowered) else ""
    at = first - 1
    while before in _ARTICLES and at > 0:
        at -= 1
        before = lowered[at]
    if before in {"and", ",", "or", "&"} and listed_with is not None:
        return listed_with and after != "'s"
    if after == "'s" or after == "'":
        owned = lowered[last + 1] if last + 1 < len(lowered) else ""
        if before in classes["place_prepositions"] and sort == Sort.CAPITAL:
            return owned not in classes["government_nouns"]
        return False
    if before in classes["place_prepositions"]:
        return True
    if before in {"to", "from"}:
        if before == "from" and at == 0:
            return True
        return moves(sentence, at, book)
    if before in classes["visiting"]:
        return True
    if (
        before == "for"
        and at
        and lowered[at - 1]
        in {"left", "leaves", "leave", "leaving", "departed", "departs", "depart", "bound", "headed"}
    ):
        return True
    if (
        before == "of"
        and at > 1
        and lowered[at - 1]
        in {
            "city",
            "town",
            "capital",
            "outskirts",
            "suburbs",
            "streets",
            "south",
            "north",
            "east",
            "west",
            "republic",
            "centre",
            "center",
        }
    ):
        return sort == Sort.CAPITAL
    if sort == Sort.CAPITAL:
        if after == "-" and last + 1 < len(lowered) and lowered[last + 1] in {"based", "area", "born"}:
            return True
        if after in classes["venue_nouns"]:
            return True
        if after == "," and last + 1 < len(shown) and _is_state(sentence, last + 1, book):
            return True
        return first == 0 and _opens_dateline(sentence, last)
    return first > 0 and before == "," and _follows_city(sentence, first, book)


def moves(sentence: Words, at: int, book: NameBook) -> bool:
    """Whether a word of going or sending governs the "to" or "from" at a word."""
    movement = book.classes["movement"]
    for position in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        word = sentence.lowered[position]
        if word in movement:
            return True
        if word in {".", ";", ":", '"', "that", "which"}:
            return False
    return False


def _is_state(sentence: Words, at: int, book: NameBook) -> bool:
    found = book.find(sentence.folded, at) if sentence.folded[at] in book.names else None
    return found is not None and found[1][0].sort in (Sort.STATE, Sort.PLACE)


def _follows_city(sentence: Words, first: int, book: NameBook) -> bool:
    """Whether the name before the comma is a city: "Lyon, France"."""
    for size in (1, 2, 3):
        start = first - 1 - size
        if start < 0:
            return False
        if sentence.folded[start] in book.names:
            found = book.find(sentence.folded, start)
            if found is not None and found[0] == size and found[1][0].sort in (Sort.CAPITAL, Sort.PLACE):
                return True
    return False


def _opens_dateline(sentence: Words, last: int) -> bool:
    """Whether the name at the head of a paragraph is its dateline: "OSLO, May 3 (Agency) --", "LIMA -"."""
    for position in range(last, min(last + 12, len(sentence.shown))):
        if sentence.shown[position] == "\u2013":
            return not sentence.glued(position) or position == last
        if sentence.shown[position] == "-" and not sentence.glued(position):
            return True
    return False
