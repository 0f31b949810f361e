"""A view as a table of comma-separated values, by RFC 4180, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from timeline.models import Event
from timeline.web.rows import best_mention

from .view import Absolute, View

COLUMNS = (
    "id",
    "url",
    "title",
    "kind",
    "status",
    "basis",
    "when",
    "earliest",
    "latest",
    "date_words",
    "actors",
    "place",
    "country",
    "confidence",
    "review",
    "quote",
    "char_start",
    "char_end",
    "source_title",
    "outlet",
    "published",
    "source_url",
    "updated",
)
"""Of the table; `quote` and what follows is of the one passage that the list quotes."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Line:
    """What `csv` writes to: gives each line back."""

    def write(self, line: str) -> str:
        return line


def write(view: View) -> Iterator[str]:
    """Give the table line by line, a heading first; what a spreadsheet would take for a formula is disarmed."""
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for batch in view.batches():
        for event in batch:
            yield writer.writerow([disarmed(cell) for cell in _cells(event, view.absolute)])


def disarmed(cell: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cells(event: Event, absolute: Absolute) -> list[object]:
    mention = best_mention(event, event.evidence)
    passage, source = (mention.passage, mention.source) if mention else (None, None)
    return [
        event.pk,
        absolute(event.get_absolute_url()),
        event.title,
        event.kind,
        event.status,
        event.basis,
        event.when,
        event.earliest,
        event.latest,
        mention.when_words if mention else "",
        "; ".join(part.actor.name for part in event.parts),
        event.place,
        event.country.name if event.country else "",
        event.confidence,
        event.review,
        passage.exact if passage else "",
        passage.start if passage else None,
        passage.end if passage else None,
        source.title if source else "",
        source.publisher if source else "",
        source.published_on if source else None,
        source.url if source else "",
        event.changed_at.isoformat(timespec="seconds"),
    ]
