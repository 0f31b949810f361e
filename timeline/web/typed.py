"""Dates as readers type them into a field: "27 March 2018", "March 2018", "2018-03", "last week"."""

from __future__ import annotations

import re
from datetime import date

from timeline import edtf
from timeline.parser.dates import find_dates

WRITE = "Write it like 27 March 2018, March 2018, 2018-03, 2018 or last week."
LONGEST = 60
"""Characters that are read, or quoted back."""

_BEFORE = re.compile(r"(?:(?:on|in|during) )?(?:the )?", re.IGNORECASE)  # "on 27 March 2018", "the 1970s"
_TWO_DAYS = re.compile(r"(\d\d?)[/.](\d\d?)[/.]\d+")  # "3/4/2018" is in March for some and in April for others


def read_date(words: str, today: date) -> edtf.Edtf:
    """Return the date that somebody typed on this day. Raises ValueError, whose message quotes the words."""
    try:
        return edtf.parse(words)
    except edtf.EdtfError:
        pass
    quoted = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    if (two := _TWO_DAYS.fullmatch(words)) and two[1] != two[2] and all(int(number) <= 12 for number in two.groups()):
        raise ValueError(f"“{quoted}” may be two days. {WRITE}")
    if len(words) <= LONGEST:
        start = _BEFORE.match(words).end()
        for found in find_dates(words, today):
            if found.start <= start and found.end == len(words) and found.edtf:
                return edtf.parse(found.edtf)
    raise ValueError(f"“{quoted}” was not understood as a date. {WRITE}")
