"""The timeline, or an actor's part of it, as files and as a feed, by the same choices as the page; and one event."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from timeline.models import Actor, Event
from timeline.web import choices as reading
from timeline.web import clock
from timeline.web.choices import CONTROL, Choices
from timeline.web.exports import FORMATS, linked
from timeline.web.exports.view import View
from timeline.web.naming import name_view
from timeline.web.repeats import kept
from timeline.web.rows import Row, make_rows
from timeline.web.selection import find

from .errors import not_found
from .event import elsewhere

LATEST = 50
"""Entries of a feed."""

LOOKED_THROUGH = 1_000
"""Events with the highest numbers, among which those are that were entered last."""


@require_safe
@kept
def file(request: HttpRequest, suffix: str, slug: str = "") -> HttpResponse:
    """Send every event that the address chooses, of one actor where a slug is given."""
    choices = _asked(request, suffix, slug)
    if isinstance(choices, HttpResponse):
        return choices
    form = FORMATS[suffix]
    view = View(replace(choices, after=None), request.build_absolute_uri)
    response = StreamingHttpResponse(form.write(view), content_type=form.content_type)
    name = f"aide-memoire-{slug}" if slug else "aide-memoire"
    response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return response


@require_safe
@kept
def event_jsonld(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Send one event with its passages as linked data; of what is no longer shown, or moved, its page tells."""
    found = Event.objects.select_related("country", "concerns", "merged_into").filter(pk=pk).first()
    if found is None:
        return not_found(request)
    if not found.root.is_public:
        return elsewhere(request, found.root)
    address = linked.address_of(found.root)
    if request.path != address:
        return redirect(address, permanent=True)
    document = linked.document_of(found, request.build_absolute_uri)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return HttpResponse(f"{text}\n", content_type=FORMATS["jsonld"].content_type)


def _asked(request: HttpRequest, suffix: str, slug: str) -> Choices | HttpResponse:
    """Return what an address chooses, or the answer where that cannot be sent.

    An address that makes no sense is refused, since a filter left out would send more than was asked for.
    """
    query = request.GET.copy()
    if slug:
        actor = Actor.objects.select_related("merged_into").filter(slug=slug).first()
        if actor is None:
            return not_found(request)
        if actor.merged_into_id:
            address = reverse(f"actor-{suffix}", args=[actor.root.slug])
            return redirect(f"{address}?{query.urlencode()}" if query else address, permanent=True)
        # beside other actors that the address names, this one has to take part
        query.appendlist("with" if query.get("actor") else "actor", slug)
    choices = reading.read(query, clock.today())
    if not choices.errors:
        return choices
    lines = [f"{name}: {message}" for name, messages in sorted(choices.errors.items()) for message in messages]
    return HttpResponse("\n".join(lines) + "\n", status=400, content_type="text/plain; charset=utf-8")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is of, and its own address."""

    choices: Choices
    address: str


class _PlainFeed(Atom1Feed):
    """Atom without control characters, such as the page breaks of an article: XML has no way to say them."""

    def add_item(self, title: str, link: str, description: str, **more: object) -> None:
        super().add_item(CONTROL.sub(" ", title), link, CONTROL.sub(" ", description), **more)


class EventFeed(Feed):
    """What was entered last of a view."""

    feed_type = _PlainFeed

    def __call__(self, request: HttpRequest, *args: object, slug: str = "", **kwargs: object) -> HttpResponse:
        choices = _asked(request, "atom", slug)
        if isinstance(choices, HttpResponse):
            return choices
        return super().__call__(request, *args, subject=Subject(choices, request.get_full_path()), **kwargs)

    def get_object(self, request: HttpRequest, subject: Subject) -> Subject:
        return subject

    def title(self, subject: Subject) -> str:
        return f"{name_view(subject.choices)} · Aide-Mémoire"

    def subtitle(self, subject: Subject) -> str:
        return "What was entered last, with the passage that each entry rests on."

    def link(self, subject: Subject) -> str:
        return subject.choices.without("after")

    def feed_url(self, subject: Subject) -> str:
        return subject.address

    def items(self, subject: Subject) -> list[tuple[Event, Row]]:
        # numbers are given in the order of entry: the days of all need not be compared
        entered_last = find(subject.choices).numbers[-LOOKED_THROUGH:]
        latest = Event.objects.numbered(entered_last).select_related("country", "concerns")
        events = list(latest.order_by("-made_at", "-id")[:LATEST])
        return list(zip(events, make_rows(events, clock.today()), strict=True))

    def item_title(self, item: tuple[Event, Row]) -> str:
        event, row = item
        return f"{event.title} ({', '.join(filter(None, [row.state.word.lower(), row.date.text]))})"

    def item_description(self, item: tuple[Event, Row]) -> str:
        row = item[1]
        quote = "".join(piece.text for piece in row.quote)
        return f"{quote} {row.citation.text}" if row.citation else quote

    def item_link(self, item: tuple[Event, Row]) -> str:
        return item[1].url

    def item_guid(self, item: tuple[Event, Row]) -> str:
        return f"urn:uuid:{item[0].uid}"

    def item_pubdate(self, item: tuple[Event, Row]) -> object:
        return item[0].made_at

    def item_updateddate(self, item: tuple[Event, Row]) -> object:
        return item[0].changed_at


feed = require_safe(kept(EventFeed()))
