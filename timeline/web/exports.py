"""A view as a file: every event that it selects, in its order, with the passages that each rests on.

Events come in batches, so that a file of a million costs no more memory than one of a thousand.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from timeline.models import Event, Mention

from .choices import Choices, Cursor
from .rows import attach_evidence, best_mention
from .selection import page_of, select

BATCH = 500

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

Absolute = Callable[[str], str]
"""Makes an address absolute."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    suffix: str
    name: str
    content_type: str
    lines: Callable[[Choices, Absolute], Iterator[str]]


def batches(choices: Choices) -> Iterator[list[Event]]:
    """Give every event of a view in its order, with `evidence` and `parts`, some hundred at a time."""
    events = select(choices).select_related("country", "concerns")
    here = replace(choices, after=None)
    while True:
        batch, more = page_of(events, here, size=BATCH)
        attach_evidence(batch)
        yield batch
        if not more:
            return
        here = replace(here, after=Cursor(batch[-1].sort_key, batch[-1].pk))


class _Line:
    """What `csv` writes to: gives each line back."""

    def write(self, line: str) -> str:
        return line


def as_csv(choices: Choices, absolute: Absolute) -> Iterator[str]:
    """Give a view as a table with a heading, by RFC 4180; what a spreadsheet would take for a formula is disarmed."""
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for batch in batches(choices):
        for event in batch:
            yield writer.writerow([disarmed(cell) for cell in _cells(event, absolute)])


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


def as_jsonl(choices: Choices, absolute: Absolute) -> Iterator[str]:
    """Give a view as JSON Lines: an object for each event, with all that its passages say."""
    for batch in batches(choices):
        for event in batch:
            yield json.dumps(_object(event, absolute), ensure_ascii=False) + "\n"


def _object(event: Event, absolute: Absolute) -> dict:
    return {
        "id": event.pk,
        "uid": event.uid,
        "url": absolute(event.get_absolute_url()),
        "title": event.title,
        "kind": event.kind,
        "status": event.status,
        "basis": event.basis,
        "when": event.when or None,
        "earliest": _day(event.earliest),
        "latest": _day(event.latest),
        "actors": [
            {"name": part.actor.name, "slug": part.actor.slug, "kind": part.actor.kind, "role": part.role}
            for part in event.parts
        ],
        "place": event.place,
        "country": event.country.name if event.country else None,
        "occasions": event.occasions,
        "concerns": absolute(event.concerns.get_absolute_url())
        if event.concerns and event.concerns.is_public
        else None,
        "confidence": event.confidence,
        "review": event.review,
        "disputed": event.disputed_fields,
        "passages": [_passage(mention, absolute) for mention in event.evidence],
        "updated": event.changed_at.isoformat(timespec="seconds"),
    }


def _passage(mention: Mention, absolute: Absolute) -> dict:
    source, passage = mention.source, mention.passage
    return {
        "quote": passage.exact,
        "start": passage.start,
        "end": passage.end,
        "url": absolute(f"{source.get_absolute_url()}#p{passage.pk}"),
        "kind": mention.kind,
        "status": mention.status,
        "basis": mention.basis,
        "when": mention.when or None,
        "date_words": mention.when_words,
        "place": mention.place,
        "speaker": mention.speaker,
        "confidence": mention.confidence,
        "source": {
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "published": _day(source.published_on),
            "published_how": source.published_how,
            "url": source.url,
            "sha256": source.sha256,
        },
    }


def _day(day: object) -> str | None:
    return day.isoformat() if day else None


FORMATS = {
    form.suffix: form
    for form in (
        Format("csv", "CSV", "text/csv; charset=utf-8", as_csv),
        Format("jsonl", "JSON Lines", "application/jsonl; charset=utf-8", as_jsonl),
    )
}
