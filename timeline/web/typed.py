"""Dates as readers type them into a field: "27 March 2018", "March 2018", "2018-03", "last week"."""

from __future__ import annotations

import re
from datetime import date

from timeline import edtf
from timeline.parser import dates

WRITE = "Write it like 27 March 2018, March 2018, 2018-03, 2018 or last week."
LONGEST = 60
"""Characters that are read, or quoted back."""

_BEFORE = re.compile(r"(?:in|during|within) ", re.IGNORECASE)  # "in 2018", "during the 1970s"


def read_date(words: str, today: date) -> edtf.Edtf:
    """Return the date that somebody typed on this day. Raises ValueError, whose message quotes the words and says what
    to write."""
    try:
        return edtf.parse(words)
    except edtf.EdtfError:
        pass
    try:
        return edtf.parse(dates.read_typed(_BEFORE.sub("", words, count=1), today))
    except ValueError as error:
        raise ValueError(refusal(words, str(error))) from error


def refusal(words: str, said: str) -> str:
    """Return why words are no date, in a sentence that quotes them and says what to write."""
    quoted = f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
    what, _, advice = said.partition("; ")
    if "no date we can read" in what or len(words) > LONGEST:
        return f"{quoted} was not understood as a date. {WRITE}"
    if "write" in advice:
        return said
    return f"{what}. {WRITE}" if quoted in what else f"{quoted}: {what.rstrip('.')}. {WRITE}"
