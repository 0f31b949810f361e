"""Dates as people type them into a field: "March 2018", "2018-03", "last week"."""

from __future__ import annotations

from datetime import date

from timeline import edtf


def read_date(words: str, today: date) -> edtf.Edtf:
    """Return the date that somebody typed. Raises ValueError, whose message quotes the words and suggests a form."""
    try:
        return edtf.parse(words)
    except edtf.EdtfError as wrong:
        raise ValueError(
            f"“{words[:60]}” was not understood as a date. Write it like 27 March 2018, March 2018, 2018-03 or 2018."
        ) from wrong
