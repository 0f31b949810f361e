"""The timeline: the chronology, or what a reader has chosen of it, by year and month."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from timeline.web import choices as reading
from timeline.web import clock, facets, histogram, naming, pair, selection
from timeline.web.choices import Choices, Cursor
from timeline.web.relaxing import ways_out
from timeline.web.rendering import render_page
from timeline.web.rows import group, make_rows


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Show the events that the address chooses; an address that is not the one of its view is sent there."""
    today = clock.today()
    choices = reading.read(request.GET, today)
    address = choices.address()
    settled = _parameters(request.META.get("QUERY_STRING", "")) == _parameters(urlsplit(address).query)
    if not settled and not request.htmx:
        return redirect(address)
    response = render_page(request, "timeline.html", _context(choices, today), partial="changed")
    if not settled:
        # A form sends its empty fields too. While somebody types, the entry in the history is replaced, so that
        # "back" is not one letter at a time.
        typing = request.htmx.trigger_name == "q"
        response["HX-Replace-Url" if typing else "HX-Push-Url"] = address
    return response


def _parameters(query: str) -> list[tuple[str, str]]:
    """Return names and values as given: programs differ in what they escape, and that must not send one in circles."""
    return parse_qsl(query, keep_blank_values=True)


def _context(choices: Choices, today: date) -> dict:
    events = selection.select(choices)
    counts = selection.tally(events)
    page, more = selection.page_of(events.select_related("country", "concerns"), choices)
    meetings = pair.meetings_of(choices, today) if choices.is_pair else None
    apart = meetings.events(besides=page) if meetings else []
    made = make_rows([*page, *apart], today, choices.search)
    rows = made[: len(page)]
    cube = selection.count_facets(choices)
    actors = selection.count_actors(choices)
    years = (
        counts if not (choices.first or choices.last) else selection.tally(selection.select(choices, without={"from"}))
    )
    last = page[-1] if page else None
    return {
        "choices": choices,
        "view_name": naming.name_view(choices),
        "order_words": naming.order_words(choices),
        "chips": naming.chips(choices),
        "chosen": facets.chosen_count(choices),
        "total": counts.total,
        "total_shown": f"{counts.total:,}",
        "years": group(page, rows, counts),
        "ways_out": [] if page else ways_out(choices),
        "histogram": histogram.draw(counts, choices),
        "word_facets": facets.word_facets(choices, cube),
        "plain_facets": [*facets.plain_facets(choices), facets.source_facet(choices)],
        "country_facet": facets.country_facet(choices, cube),
        "actor_facet": facets.actor_facet(choices, actors),
        "partners": facets.partner_options(choices),
        "actor_names": [name for _, name, _ in actors],
        "year_spans": facets.year_spans(choices, years),
        "month_spans": facets.month_spans(choices, years),
        "pair": meetings.told_by(made) if meetings else None,
        "next_url": _page_address(choices, Cursor(last.sort_key, last.pk)) if more and last else "",
        "previous_url": _page_address(choices, selection.previous_page(events, choices)) if choices.after else "",
        "first_url": choices.without("after"),
        "hidden": [pair for pair in choices.params if pair[0] in ("order", "view")],
        "section": "timeline",
        "oldest_first": choices.order == reading.OLDEST,
        "reverse_url": choices.instead(order=_other_order(choices)),
        "query": urlsplit(choices.without("after")).query,
        "compact_url": choices.instead(view="" if choices.compact else reading.COMPACT),
    }


def _page_address(choices: Choices, cursor: Cursor | None) -> str:
    return choices.with_param("after", str(cursor)) if cursor else choices.without("after")


def _other_order(choices: Choices) -> str:
    """The parameter for the other order: empty where that is the usual one of the view."""
    usual = reading.OLDEST if choices.is_pair else reading.NEWEST
    if choices.order == usual:
        return reading.OLDEST if usual == reading.NEWEST else reading.NEWEST
    return ""
