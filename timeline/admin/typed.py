"""Dates as editors type them: EDTF, or words that mean the same on every day."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError

from timeline import edtf
from timeline.parser import dates

WRITE = "Write it like 27 March 2018, 25–28 March 2018, March 2018 or 2018, or as EDTF: 2018-03-27."
LONGEST = 60
"""Characters of the column, and of what is quoted back."""

_TWO_DAYS = (date(2001, 1, 15), date(2014, 8, 20))
"""Whatever is not the same on both hangs on the day on which it is read."""

_EDTF_SIGNS = re.compile(r"\d{4}(?:-\d\d)*[~?%]?/|\.\.|[\[\]~%]")
_SAYS_WHAT_TO_WRITE = re.compile(r"\b(?:try|type|write) ")


def read_typed(words: str) -> str:
    """Return what somebody typed as EDTF text, empty for nothing.

    Raises ValidationError, quoting the words and saying what to write, for what is no date, for words that hang on
    the day they are read ("last week"), and for figures that may be two days.
    """
    words = " ".join(words.split())
    if not words:
        return ""
    try:
        if _EDTF_SIGNS.search(words):
            edtf.parse(words)  # it says best what is wrong with its own form
        read = {dates.read_typed(words, today) for today in _TWO_DAYS}
    except ValueError as error:
        raise _wrong(words, str(error)) from error
    if len(read) > 1:
        raise _wrong(words, f"“{_quoted(words)}” is another day for every reader.")
    (text,) = read
    if len(text) > LONGEST:
        raise _wrong(words, f"“{_quoted(words)}” is too long for a date.")
    return text


def _wrong(words: str, said: str) -> ValidationError:
    if _quoted(words) not in said:
        said = f"“{_quoted(words)}”: {said}"
    return ValidationError(said if _SAYS_WHAT_TO_WRITE.search(said) else f"{said} {WRITE}", code="invalid")


def _quoted(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
