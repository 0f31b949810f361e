"""Dates as editors type them: EDTF, or words that mean the same on every day."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

from timeline import edtf
from timeline.parser.dates import find_dates

WRITE = "Write it like 27 March 2018, 25–28 March 2018, March 2018 or 2018, or as EDTF: 2018-03-27."
LONGEST = 60
"""Characters of the column, and of what is quoted back."""

_BEFORE = re.compile(r"(?:(?:on|in|during) )?(?:the )?", re.IGNORECASE)  # "on 27 March 2018", "the 1970s"
_TWO_DAYS = re.compile(r"(\d\d?)[/.](\d\d?)[/.]\d+")  # "3/4/2018" is in March for some and in April for others
_EDTF_SIGNS = re.compile(r"\d{4}-\d|[\[\]/~%]")


def read_typed(words: str) -> str:
    """Return what somebody typed as EDTF text, empty for nothing.

    Raises ValidationError, quoting the words and saying what to write, for what is no date, for words that hang on
    the day they are read ("last week"), and for figures that may be two days.
    """
    words = " ".join(words.split())
    if not words:
        return ""
    if (two := _TWO_DAYS.fullmatch(words)) and two[1] != two[2] and all(int(number) <= 12 for number in two.groups()):
        raise _wrong(f"“{words}” may be two days.")
    try:
        return _fitting(words, edtf.parse(words).text)
    except edtf.EdtfError as error:
        wrong = str(error)
    start = _BEFORE.match(words).end()
    found = next((t for t in find_dates(words, None) if t.start <= start and t.end == len(words)), None)
    if found and found.edtf:
        return _fitting(words, found.edtf)
    if _EDTF_SIGNS.search(words):
        raise _wrong(wrong)
    if found:
        raise _wrong(f"“{_quoted(words)}” is another day for every reader.")
    raise _wrong(f"“{_quoted(words)}” was not understood as a date.")


def _wrong(said: str) -> ValidationError:
    return ValidationError(f"{said} {WRITE}", code="invalid")


def _fitting(words: str, text: str) -> str:
    if len(text) > LONGEST:
        raise _wrong(f"“{_quoted(words)}” is too long for a date.")
    return text


def _quoted(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
