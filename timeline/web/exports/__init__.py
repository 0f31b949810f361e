"""A view as a file: every event that it selects, in its order, with the passages that each rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from . import ical, lines, linked, table
from .view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    suffix: str
    name: str
    """As pages call it."""
    content_type: str
    write: Callable[[View], Iterator[str]]
    """Gives the file of a view piece by piece."""

    @property
    def mime(self) -> str:
        """The content type without its encoding, for links."""
        return self.content_type.partition(";")[0]


FORMATS = {
    form.suffix: form
    for form in (
        Format("csv", "CSV", "text/csv; charset=utf-8", table.write),
        Format("jsonl", "JSON Lines", "application/jsonl; charset=utf-8", lines.write),
        Format("jsonld", "JSON-LD", "application/ld+json; charset=utf-8", linked.write),
        Format("ics", "calendar", "text/calendar; charset=utf-8", ical.write),
    )
}
"""All kinds but the feed, which Django's own framework writes."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A way to save a view, as its page links to it."""

    suffix: str
    name: str
    mime: str
    url: str


def ways_to_save(query: str, slug: str = "") -> list[Saved]:
    """Return every kind of file, and the feed, of the timeline or of an actor's part of it, by this query string."""
    kinds = [(form.suffix, form.name, form.mime) for form in FORMATS.values()]
    found = []
    for suffix, name, mime in [*kinds, ("atom", "feed", "application/atom+xml")]:
        address = reverse(f"actor-{suffix}", args=[slug]) if slug else reverse(f"events-{suffix}")
        found.append(Saved(suffix, name, mime, f"{address}?{query}" if query else address))
    return found
