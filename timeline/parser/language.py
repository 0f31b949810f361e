"""Is a text English? Told by its small words; anything else is refused rather than misread."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .vocabulary import load

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENOUGH = 25
"""Words from which the share of small words can be trusted."""
_SHARE = 0.08
"""Least share of English small words; English prose has 0.2 and more, other languages hardly 0.03."""
_LOOK_AT = 20_000


class NotEnglish(ValueError):
    """The text is in another language than English, the only one that is read."""


class NothingToRead(ValueError):
    """The text has no words."""


def check(text: str) -> None:
    """Raise NothingToRead for a text without words, NotEnglish for one in another language.

    Of a few words only those with foreign small words, or in another script, are refused.
    """
    words = [w.lower() for w in _WORD.findall(text[:_LOOK_AT])]
    if not words:
        raise NothingToRead("the text is empty: there is nothing to read")
    foreign_script = sum(not _is_latin(w[0]) for w in words)
    if foreign_script * 2 > len(words):
        raise NotEnglish("the text is not in English: most of its words are not in Latin letters")
    english = sum(w in _small_words("english") for w in words)
    share = english / len(words)
    if len(words) >= _ENOUGH:
        if share < _SHARE:
            raise NotEnglish(f"the text is not in English: only {share:.0%} of its words are English small words")
    elif sum(w in _small_words("other") for w in words) >= 2 and not english:
        raise NotEnglish("the text is not in English: its small words are of another language")


def _is_latin(character: str) -> bool:
    return character.isascii() or "LATIN" in unicodedata.name(character, "")


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(load("language")[language])
