"""The timeline: the chronology, or what a reader has chosen of it, by year and month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.web import choices as reading
from timeline.web import clock, facets, histogram, naming, pair, selection
from timeline.web.choices import Choices, Cursor
from timeline.web.exports import ways_to_save
from timeline.web.groups import group
from timeline.web.relaxing import ways_out
from timeline.web.rendering import render_page
from timeline.web.repeats import kept
from timeline.web.rows import make_rows

MOST_PRINTED = 1000
"""Events that are printed; beyond so many the page says what is missing and where the rest is."""


@require_safe
@kept
def timeline(request: HttpRequest) -> HttpResponse:
    """Show the events that the address chooses; an address that is not the one of its view is sent there."""
    today = clock.today()
    choices = reading.read(request.GET, today)
    address = choices.address()
    if not is_settled(request, address) and not request.htmx:
        return redirect(address)
    if wants_more(request, choices):
        return render_page(request, "timeline.html", _listed(choices, today), partial="list")
    response = render_page(request, "timeline.html", _context(request, choices, today), partial="changed")
    return with_address(request, response, address)


def wants_more(request: HttpRequest, choices: Choices) -> bool:
    """True where htmx asks for the next rows of a list, and for nothing around them."""
    return bool(choices.after and request.htmx and request.htmx.target == "more")


def is_settled(request: HttpRequest, address: str) -> bool:
    """True where a page was asked for by its one address."""
    return _parameters(request.META.get("QUERY_STRING", "")) == _parameters(urlsplit(address).query)


def with_address(request: HttpRequest, response: HttpResponse, address: str) -> HttpResponse:
    """Return a response that tells htmx the one address of its page."""
    if request.htmx and not is_settled(request, address):
        # A form sends its empty fields too. While somebody types, the entry in the history is replaced, so that
        # "back" is not one letter at a time.
        typing = request.htmx.trigger_name == "q"
        response["HX-Replace-Url" if typing else "HX-Push-Url"] = address
    return response


def _parameters(query: str) -> list[tuple[str, str]]:
    """Return names and values as given: programs differ in what they escape, and that must not send one in circles."""
    return parse_qsl(query, keep_blank_values=True)


def _listed(choices: Choices, today: date) -> dict:
    """Return what the list itself shows: a page of rows under their headings, and the ways on and back."""
    found = selection.find(choices)
    counts = selection.tally(found)
    size = MOST_PRINTED if choices.printed else max(choices.rows, selection.PAGE)
    page, more = selection.page_of(found, choices, size=size)
    meetings = pair.meetings_of(choices, today) if choices.is_pair else None
    apart = meetings.events(besides=page) if meetings else []
    made = make_rows([*page, *apart], today, choices.search)
    last = page[-1] if page and more and not choices.printed else None
    return {
        "choices": choices,
        "found": found,
        "counts": counts,
        "years": group(page, made[: len(page)], counts),
        "pair": meetings.told_by(made) if meetings else None,
        "next_url": _page_address(choices, Cursor(last.sort_key, last.pk)) if last else "",
        "grows": size < reading.MOST_ROWS,
        "left_out": counts.listed - len(page) if choices.printed else 0,
        "previous_url": _page_address(choices, selection.previous_page(found, choices)) if choices.after else "",
        "first_url": choices.without("after"),
        "oldest_first": choices.order == reading.OLDEST,
    }


def _context(request: HttpRequest, choices: Choices, today: date) -> dict:
    listed = _listed(choices, today)
    found, counts = listed["found"], listed["counts"]
    permalink = request.build_absolute_uri(choices.without("view", "print"))
    return (
        facets.panel(choices, found, counts)
        | listed
        | around(choices)
        | {
            "order_words": naming.order_words(choices),
            "ways_out": [] if counts.listed else ways_out(choices, found),
            "histogram": histogram.draw(counts, choices),
            "section": "timeline",
            "drawn_url": replace(choices, path=reverse("drawn")).without("order", "view", "print"),
            "reverse_url": choices.instead(order=_other_order(choices)),
            "saved": ways_to_save(urlsplit(choices.without("view", "print")).query),
            "permalink": permalink,
            "today": today,
            "print_url": choices.instead(print_="1"),
            "pages_url": choices.without("print"),
            "compact_url": choices.instead(view="" if choices.compact else reading.COMPACT),
        }
    )


def around(choices: Choices) -> dict:
    """Return what the filters show besides their options: ways from several actors to all of them, and back."""
    return {
        "together": pair.all_together(choices),
        "either_url": pair.either(choices) if choices.is_pair else "",
        "partner_slugs": [partner.slug for partner in choices.partners],
    }


def _page_address(choices: Choices, cursor: Cursor | None) -> str:
    return choices.with_param("after", str(cursor)) if cursor else choices.without("after")


def _other_order(choices: Choices) -> str:
    """The parameter for the other order: empty where that is the usual one of the view."""
    usual = reading.OLDEST if choices.is_pair else reading.NEWEST
    if choices.order == usual:
        return reading.OLDEST if usual == reading.NEWEST else reading.NEWEST
    return ""
