"""A view as JSON Lines, for programs: an event a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.models import Event, Mention

from .view import Absolute, View


def write(view: View) -> Iterator[str]:
    """Give an object for each event, with all that its passages say."""
    for batch in view.batches():
        for event in batch:
            yield json.dumps(_object(event, view.absolute), ensure_ascii=False) + "\n"


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
