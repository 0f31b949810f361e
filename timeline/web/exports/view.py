"""The events of a view in batches, so that a file of a million costs no more memory than one of a thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline import edtf
from timeline.models import Event, Mention
from timeline.web.choices import Choices, Cursor
from timeline.web.naming import name_view
from timeline.web.rows import attach_evidence
from timeline.web.selection import find, page_of

BATCH = 500
FIRST_BATCH = 100
"""Fewer at first, so that whoever saves a file sees it begin."""

Absolute = Callable[[str], str]
"""Makes an address absolute."""


@dataclass(frozen=True, slots=True)
class View:
    """What a file is of."""

    choices: Choices
    absolute: Absolute

    @property
    def name(self) -> str:
        """In words, as the page is headed."""
        return name_view(self.choices)

    def batches(self, *, around: int = 0) -> Iterator[list[Event]]:
        """Give every event in its order, with all that `attach_evidence` adds, some hundred at a time."""
        found = find(self.choices)
        here = replace(self.choices, after=None)
        size = min(FIRST_BATCH, BATCH)
        while True:
            batch, more = page_of(found, here, size=size)
            size = BATCH
            attach_evidence(batch, around=around)
            yield batch
            if not more:
                return
            here = replace(here, after=Cursor(batch[-1].sort_key, batch[-1].pk))


def days_of(told: Event | Mention) -> tuple[date, date] | None:
    """Return the first and the last day of an event whose days are known for certain, None for any other."""
    if not told.when:
        return None
    read = edtf.parse(told.when)
    ends = (read.start, read.end)
    if read.shape == "within" or read.approximate or read.uncertain or None in ends:
        return None
    return (read.earliest, read.latest) if all(end.precision == "day" for end in ends) else None
