"""Sentences whose time words are marked with braces, and how they are put to the reader.

"They met on {Tuesday}." stands beside "2019-03-05"; several readings are parted by spaces; "-" is no date.
"""

from __future__ import annotations

import re
from datetime import date

from timeline.parser.dates import CONVENTIONS, find_dates

PUBLISHED = date(2019, 3, 7)
"""A Thursday."""


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its braces, and the spans that they marked."""
    text, spans, begin = "", [], 0
    for piece in re.split(r"([{}])", marked):
        if piece == "{":
            begin = len(text)
        elif piece == "}":
            spans.append((begin, len(text)))
        else:
            text += piece
    return text, spans


def check(marked: str, expected: str, published: date | None = PUBLISHED) -> None:
    text, spans = unmark(marked)
    found = find_dates(text, published)
    assert [(text[words.start : words.end], words.edtf) for words in found] == [
        (text[start:end], None if value == "-" else value)
        for (start, end), value in zip(spans, expected.split(), strict=True)
    ]
    assert all(words.rule in CONVENTIONS for words in found)
