"""Common nouns that stand for a body or a state named before: "the bloc", "the 15-member council", "the kingdom".

Which noun can mean whom is in the vocabulary; of those it means the one that the text named last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from timeline.parser.names_chunks import Words
from timeline.parser.reading import ActorKind, Name
from timeline.parser.vocabulary import load

_DEFINITE = frozenset({"the", "'s", "'", "this"})
_BEFORE = 3
"""Words before the noun among which its article stands: "the 15-member council", "the wider regional bloc"."""
_NOT_ALONE = frozenset({"of", "-"})
"""Behind the noun: it is the beginning of a longer name for something else ("the union of ministers")."""


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {noun: frozenset(names) for noun, names in load("names")["epithets"].items()}


def epithets(sentence: Words, here: Sequence[Name], before: Sequence[Sequence[Name]]) -> Iterator[Name]:
    """Give the names that common nouns of a sentence stand for.

    `here`: the names of the sentence so far; `before`: those of the sentences before, oldest first.
    """
    nouns = _nouns()
    if nouns.keys().isdisjoint(sentence.lowered):
        return
    for at, word in enumerate(sentence.lowered):
        if word in nouns and _is_definite(sentence, at) and not _runs_on(sentence, at):
            start, end = sentence.starts[at], sentence.ends[at]
            if any(n.start < end and start < n.end for n in here):
                continue
            meant = _named_last(nouns[word], start, here, before)
            if meant is not None:
                yield Name(start, end, meant.name, meant.kind, "epithet", meant.state, known=True)


def _is_definite(sentence: Words, at: int) -> bool:
    if sentence.shown[at][0].isupper():
        return at > 0 and sentence.lowered[at - 1] == "the"  # "the Council", as the body writes of itself
    for position in range(at - 1, max(-1, at - 2 - _BEFORE), -1):
        word = sentence.lowered[position]
        if word in _DEFINITE:
            return True
        if not (word[0].isalnum() or word == "-") or word in {"a", "an", "and", "of", "no", "any", "that"}:
            return False
    return False


def _runs_on(sentence: Words, at: int) -> bool:
    """Whether the noun goes on to another name: "the bloc of states", "the regional bloc IGAD"."""
    after = sentence.shown[at + 1] if at + 1 < len(sentence.shown) else ""
    return after in _NOT_ALONE or after[:1].isupper()


def _named_last(
    wanted: frozenset[str], start: int, here: Sequence[Name], before: Sequence[Sequence[Name]]
) -> Name | None:
    for names in ([n for n in here if n.end <= start], *reversed(before)):
        for name in reversed(names):
            for each in reversed(name.members or (name,)):
                if each.kind in (ActorKind.ORGANISATION, ActorKind.STATE) and each.name in wanted:
                    return each
    return None
