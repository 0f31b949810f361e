"""Rows under the years and months under which their dates are filed: what is vague heads its month, or its year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import inf

from timeline import edtf
from timeline.models import Event

from .rows import Row
from .selection import Tally

Pair = tuple[Event, Row]


@dataclass(slots=True)
class Month:
    """The events of one month, or those of a year whose month is not known."""

    key: str
    """ "2018-03"; "2018-00" where the month is not known."""
    title: str
    count: int
    vague: list[Row] = field(default_factory=list)
    """Those whose day in the month is not known."""
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Year:
    """The events of one year, of a decade or a century, or the undated."""

    key: str
    title: str
    count: int
    months: list[Month] = field(default_factory=list)


def group(events: Sequence[Event], rows: Sequence[Row], counts: Tally) -> list[Year]:
    """Put the rows of a page under years and months, whose headings count the whole view.

    The page stays as it was cut by `sort_key`; within it, in either order, vague dates go to the head of their month
    or year, and of those that are filed alike the narrower ones stand first.
    """
    years = []
    pairs = list(zip(events, rows, strict=True))
    for (key, title, count), of_year in groupby(pairs, lambda pair: _year_of(pair[0].sort_key, counts)):
        months = [
            _month(head, list(of_month))
            for head, of_month in groupby(of_year, lambda pair: _month_of(pair[0].sort_key, counts))
        ]
        years.append(Year(key, title, count, sorted(months, key=lambda month: month.key != f"{key}-00")))
    return years


def _month(head: tuple[str, str, int], pairs: list[Pair]) -> Month:
    key, title, count = head
    if not title or key.endswith("-00"):
        return Month(key, title, count, rows=_narrower_first(pairs))
    # all vague ones of a month are filed under one key, wherever in the month they lie
    vague = [pair for pair in pairs if pair[0].sort_key.endswith("-00")]
    exact = [pair for pair in pairs if not pair[0].sort_key.endswith("-00")]
    return Month(key, title, count, vague=_narrower_first(vague), rows=_narrower_first(exact))


def _narrower_first(pairs: list[Pair]) -> list[Row]:
    """Return rows in their order, those filed under the same day, month or year by how long that may have been."""
    return [
        row
        for _, alike in groupby(pairs, lambda pair: pair[0].sort_key)
        for _, row in sorted(alike, key=lambda pair: _breadth(pair[0]))
    ]


def _breadth(event: Event) -> float:
    """Days within an event's bounds; an open end is wider than any."""
    if event.earliest is None or event.latest is None:
        return inf
    return (event.latest - event.earliest).days


def _year_of(key: str, counts: Tally) -> tuple[str, str, int]:
    if key == edtf.UNDATED_KEY:
        return "undated", "Undated", counts.undated
    if len(key) < len(edtf.UNDATED_KEY):
        unit = f"{key[:3]}X" if len(key) > 4 else f"{key[:2]}XX"
        title = edtf.display(unit)
        return key, title[0].upper() + title[1:], counts.by_age[key]
    return key[:4], str(int(key[:4])), counts.by_year[key[:4]]


def _month_of(key: str, counts: Tally) -> tuple[str, str, int]:
    if key == edtf.UNDATED_KEY or len(key) < len(edtf.UNDATED_KEY):
        return key, "", 0
    month = int(key[5:7])
    title = edtf.MONTHS[month - 1] if month else "Month not known"
    return key[:7], title, counts.by_month[key[:7]]
