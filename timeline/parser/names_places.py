"""Whether a state's or a city's name stands for the government ("Moscow refused") or for the place ("in Moscow")."""

from __future__ import annotations

from timeline.parser.names_book import NameBook, Sort
from timeline.parser.names_chunks import Words

_DATELINE = 5
"""Words before a state in a dateline: "PORT DOE, Chile -"."""
_LOOK_BACK = 9
"""Words before "to" among which a verb of going is looked for."""


def is_place(
    sentence: Words, first: int, last: int, sort: Sort, book: NameBook, listed_with: bool | None, city: bool = False
) -> bool:
    """Say whether a name is used as a place.

    `city`: whether a state's name is that of its capital too.
    `listed_with`: what was said of the name before it, where the two stand in one list ("in Rome and Paris").
    """
    if sort == Sort.PLACE:
        return True
    behind = sentence.shown[last] if last < len(sentence.shown) else ""
    if city and sort == Sort.STATE and behind in book.classes["venue_nouns"]:
        return True  # A state that is a city: "the Singapore talks".
    if sort not in (Sort.CAPITAL, Sort.STATE):
        return False
    classes, lowered = book.classes, sentence.lowered
    after = lowered[last] if last < len(lowered) else ""
    at = first - 1
    while at > 0 and lowered[at] in classes["place_adjectives"]:
        at -= 1
    before = lowered[at] if at >= 0 else ""
    if before == "," and sort == Sort.STATE and _opens_clause(sentence, at, after, book):
        return False
    if before in {"and", ",", "or", "&"} and listed_with is not None:
        return listed_with and after != "'s"
    if after in {"'s", "'"}:
        owned = lowered[last + 1] if last + 1 < len(lowered) else ""
        led = before in classes["place_prepositions"]
        return led and sort == Sort.CAPITAL and owned not in classes["government_nouns"]
    if _led_to(sentence, at, before, sort, book):
        return True
    if sort == Sort.CAPITAL:
        return _shown_as_town(sentence, first, last, after, book)
    if before != ",":
        return False
    return _follows_city(sentence, first, book) or (first <= _DATELINE and _opens_dateline(sentence, last))


def _led_to(sentence: Words, at: int, before: str, sort: Sort, book: NameBook) -> bool:
    """Whether the words before a name make it a place: "in", "visited", "flew to", "left for", "the town of"."""
    classes = book.classes
    if before in classes["place_prepositions"] or before in classes["visiting"]:
        return True
    if before in {"to", "from"}:
        return (before == "from" and at == 0) or moves(sentence, at, book)
    if sort == Sort.CAPITAL and before in book.classes["town_nouns"]:
        return True
    governing = sentence.lowered[at - 1] if at > 0 else ""
    if before == "for":
        return governing in classes["leaving_for"]
    if before != "of":
        return False
    return governing in classes["town_nouns"] if sort == Sort.CAPITAL else governing in {"country", "homeland"}


def _shown_as_town(sentence: Words, first: int, last: int, after: str, book: NameBook) -> bool:
    """Whether the words behind a capital make it a place: "-based", "summit", ", Slovakia", a dateline's dash."""
    following = sentence.lowered[last + 1] if last + 1 < len(sentence.lowered) else ""
    if after == "-" and following in {"based", "area", "born"}:
        return True
    if first and sentence.lowered[first - 1] in {"a", "an"} and sentence.shown[last : last + 1]:
        return sentence.shown[last][0].islower() and after not in book.classes["governing_nouns"]
    if after in book.classes["venue_nouns"] or (first and sentence.lowered[first - 1] in {"embassy", "consulate"}):
        return True
    if after == "," and following and _is_state(sentence, last + 1, book):
        return True
    return first == 0 and _opens_dateline(sentence, last)


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


def _opens_clause(sentence: Words, comma: int, after: str, book: NameBook) -> bool:
    """Whether the comma before a state ends a fronted phrase: "After talks in Rome, Italy and Malta agreed"."""
    return after == "and" and sentence.lowered[0] in book.classes["fronting"] and "," not in sentence.shown[:comma]


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
    # A town that no list knows: "visited Arenales, Chile".
    at = first - 2
    while at > first - 6 and at > 0 and sentence.shown[at][0].isupper():
        at -= 1
    led = sentence.lowered[at] in book.classes["place_prepositions"] or sentence.lowered[at] in book.classes["visiting"]
    return led and at < first - 2


def _opens_dateline(sentence: Words, last: int) -> bool:
    """Whether the name at the head of a paragraph is its dateline: "OSLO, May 3 (Agency) --", "LIMA -"."""
    for position in range(last, min(last + 12, len(sentence.shown))):
        if sentence.shown[position] == "\u2013":
            return not sentence.glued(position) or position == last
        if sentence.shown[position] == "-" and not sentence.glued(position):
            return True
    return False
