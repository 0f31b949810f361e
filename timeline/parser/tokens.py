"""Characters and words: what every stage of the parser agrees on before it matches anything.

`normalise` makes a text of the same length in which typographic variants (no-break spaces, curly quotes, dashes)
have one form, so that offsets found in it are offsets into the stored text. `words` cuts a stretch of it into words
and signs. `fold` gives the form under which a word is looked up: without diacritics.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u02bf\u02be\u0060\u00b4"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_HYPHENS = "\u2010\u2011\u2043\ufe63\uff0d"
_DASHES = "\u2012\u2013\u2014\u2015\u2212"

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _INVISIBLE, " "),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_DASHES, "\u2013"),
    }
)


def normalise(text: str) -> str:
    """Give the text with one form of space, quote, hyphen and dash; its length never changes.

    All spaces but the line feed become " ", invisible marks too; curly quotes become ' and "; hyphens "-";
    dashes of any length "–" (so "Libya–Turkey" and "--" stay tellable from a hyphen).
    """
    return text if text.isascii() and "\t" not in text and "`" not in text else text.translate(_SAME_LENGTH)


_LETTER = r"[^\W\d_]"
WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., J.R.
    r"|[A-Z]\.(?= ?[A-Z(])"  # the J. of "Antony J. Blinken", the first of "J. R."
    rf"|{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*(?:'(?!s\b|S\b){_LETTER}+)*"  # O'Neill, N'Djamena; not the 's of Japan's
    r"|'[sS]\b"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\s\w]"
)
"""One word, number or sign. Abbreviations of capitals keep their stops; "'s" is a word of its own."""


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield the words and signs of a normalised text between two offsets."""
    return WORD.finditer(text, start, len(text) if end is None else end)


_UNDECOMPOSED = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ß": "ss",
        "ə": "a",
        "Ə": "A",
    }
)


def fold(word: str) -> str:
    """Give a word without its diacritics ("Erdoğan" → "Erdogan"), the form under which names are looked up."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word.translate(_UNDECOMPOSED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
