"""The chronology as a picture: the same events by the same choices, in lanes over time."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.models import Status
from timeline.web import choices as reading
from timeline.web import clock, facets, lanes, picture, scene, selection
from timeline.web.exports import ways_to_save
from timeline.web.relaxing import ways_out
from timeline.web.rendering import render_page
from timeline.web.repeats import kept
from timeline.web.scene import LANES, Scene
from timeline.web.selection import Found, Tally
from timeline.web.shown import ShownState

from .timeline import around, is_settled, with_address

ACT = ShownState("", "act")
"""The sign of what somebody has done."""


@require_safe
@kept
def drawn(request: HttpRequest) -> HttpResponse:
    """Show the picture that the address asks for; an address that is not the one of its picture is sent there."""
    today = clock.today()
    choices = reading.read(request.GET, today)
    found = selection.find(choices)
    counts = selection.tally(found)
    span = lanes.span_of(found, today)
    shown = scene.read(request.GET, choices, reverse("drawn"), span, counts.by_year, today)
    address = shown.choices.address()
    settled = is_settled(request, address) or bool(shown.errors)
    if not settled and not request.htmx:
        return redirect(address)
    response = render_page(request, "drawn.html", _context(shown, found, counts, today), partial="changed")
    return with_address(request, response, address)


def _context(shown: Scene, found: Found, counts: Tally, today: date) -> dict:
    choices = shown.choices
    in_lanes = lanes.draw_lanes(shown, found, today)
    ticks = picture.ticks(shown)
    listed = choices.without("zoom", "at", "lanes").removeprefix(choices.path)
    panel = facets.panel(choices, found, counts, spans=scene.whole(choices))
    return (
        panel
        | around(choices)
        | {
            "view_name": f"{panel['view_name']}, {shown.name}" if shown.at else panel["view_name"],
            "total_words": f"{in_lanes.count:,} of {panel['total_words']}" if shown.at else panel["total_words"],
            "section": "drawn",
            "scene": shown,
            "drawn": in_lanes,
            "strips": [picture.draw(lane, shown) for lane in in_lanes.lanes],
            "ticks": ticks,
            "spans": picture.spans(shown),
            "into": [(tick, count) for tick, count in zip(ticks, in_lanes.by_cell, strict=True) if count],
            "before": shown.beside(-1),
            "after": shown.beside(1),
            "ways_of_lanes": [
                (label, choices.instead(lanes="" if name == "actor" else name), name == shown.lanes)
                for name, label in LANES.items()
            ],
            "list_url": f"/{listed}",
            "saved": ways_to_save(urlsplit(listed).query),
            "ways_out": [] if counts.listed else ways_out(choices, found),
            "width": picture.WIDTH,
            "signs": [(status.label, ShownState(status.label, status.value)) for status in Status] + [("act", ACT)],
        }
    )
