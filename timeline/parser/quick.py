"""Patterns of very many alternatives, which a line is spared unless a word is there that each match must have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FOLDED_ODDLY = re.compile("[\u0130\u0131\u017f\u212a]|[^\\D0-9]")
"""Letters that a pattern without regard to case takes for i, s and k, but `lower` does not, and digits of others."""


class Quick:
    """A pattern that is looked for only where one of the words stands that no match can do without.

    In nearly every line none does, and to look for a hundred words is many times quicker than to try a pattern at
    each letter. What is found is the same.
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        """`words`: in small letters of ASCII, or digits; each match has at least one of them."""
        self.pattern = pattern
        self.words = tuple(words)
        assert all(word and word.isascii() and word == word.lower() for word in self.words)

    def may_match(self, text: str) -> bool:
        """Return False where there can be no match."""
        lowered = text.lower()
        if any(word in lowered for word in self.words):
            return True
        return not text.isascii() and _FOLDED_ODDLY.search(text) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern's."""
        return self.pattern.search(text) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As the pattern's."""
        return self.pattern.match(text) if self.may_match(text) else None

    def findall(self, text: str) -> list:
        """As the pattern's."""
        return self.pattern.findall(text) if self.may_match(text) else []

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As the pattern's."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())
