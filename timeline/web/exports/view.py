"""The events of a view in batches, so that a file of a million costs no more memory than one of a thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline import edtf
from timeline.models import Event
from timeline.web.choices import Choices, Cursor
from timeline.web.naming import name_view
from timeline.web.rows import attach_evidence
from timeline.web.selection import page_of, select

BATCH = 500

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
        events = select(self.choices).select_related("country", "concerns")
        here = replace(self.choices, after=None)
        while True:
            batch, more = page_of(events, here, size=BATCH)
            attach_evidence(batch, around=around)
            yield batch
            if not more:
                return
            here = replace(here, after=Cursor(batch[-1].sort_key, batch[-1].pk))


def days_of(event: Event) -> tuple[date, date] | None:
    """Return the first and the last day of an event whose days are known for certain, None for any other."""
    if not event.when:
        return None
    read = edtf.parse(event.when)
    ends = (read.start, read.end)
    if read.shape == "within" or read.approximate or read.uncertain or None in ends:
        return None
    return (read.earliest, read.latest) if all(end.precision == "day" for end in ends) else None
