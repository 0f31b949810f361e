"""The timeline as files and as a feed, by the same choices as the page."""

from __future__ import annotations

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from timeline.models import Event
from timeline.web import choices as reading
from timeline.web import clock, exports
from timeline.web.choices import Choices
from timeline.web.naming import name_view
from timeline.web.rows import Row, make_rows
from timeline.web.selection import select

LATEST = 50
"""Entries of a feed."""


@require_safe
def file(request: HttpRequest, suffix: str) -> HttpResponse:
    """Send every event that the address chooses; an address that makes no sense is refused, since a filter left out
    would send more than was asked for."""
    choices = reading.read(request.GET, clock.today())
    if choices.errors:
        return refuse(choices)
    form = exports.FORMATS[suffix]
    response = StreamingHttpResponse(form.lines(choices, request.build_absolute_uri), content_type=form.content_type)
    response["Content-Disposition"] = f'attachment; filename="aide-memoire.{suffix}"'
    return response


def refuse(choices: Choices) -> HttpResponse:
    """Say what is wrong with an address."""
    lines = [f"{name}: {message}" for name, messages in sorted(choices.errors.items()) for message in messages]
    return HttpResponse("\n".join(lines) + "\n", status=400, content_type="text/plain; charset=utf-8")


class EventFeed(Feed):
    """What was entered last of a view."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        choices = reading.read(request.GET, clock.today())
        return refuse(choices) if choices.errors else super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest) -> Choices:
        return reading.read(request.GET, clock.today())

    def title(self, choices: Choices) -> str:
        return f"{name_view(choices)} · Aide-Mémoire"

    def subtitle(self, choices: Choices) -> str:
        return "What was entered last, with the passage that each entry rests on."

    def link(self, choices: Choices) -> str:
        return choices.without("after")

    def items(self, choices: Choices) -> list[tuple[Event, Row]]:
        latest = select(choices).select_related("country", "concerns").order_by("-made_at", "-id")
        events = list(latest[:LATEST])
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


feed = require_safe(EventFeed())
