"""The page of one actor, and the list of all who take part in something."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from timeline import edtf
from timeline.models import ENCOUNTERS, Actor, ActorKind, Event, NameOrigin, Participation, Status
from timeline.web import choices as reading
from timeline.web import clock, selection
from timeline.web.aliases import aliases_of
from timeline.web.choices import Choices, address
from timeline.web.exports import ways_to_save
from timeline.web.groups import group
from timeline.web.rendering import render_page
from timeline.web.rows import make_rows

from .errors import not_found

COUNTERPARTS = 20
YEARS = 5
"""Years that the table of counterparts shows, the latest ones."""
ACTORS_ON_A_PAGE = 200
TOOK_PLACE = Q(event__kind__in=sorted(ENCOUNTERS), event__status__in=[Status.HELD, Status.COLLAPSED])


@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an actor with its part of the chronology; a merged one is sent to the one it went into."""
    found = Actor.objects.select_related("affiliation", "merged_into").filter(slug=slug).first()
    if found is None:
        return not_found(request)
    if found.merged_into_id:
        return redirect(found.root.get_absolute_url(), permanent=True)
    chosen = Choices(params=(("actor", found.slug),), actors=(found,))
    events = selection.find(chosen)
    page, more = selection.page_of(events, chosen)
    rows = make_rows(page, clock.today())
    counts = selection.tally(events)
    names = [row for row in found.names.all() if row.name != found.name]
    context = {
        "section": "actors",
        "actor": found,
        "names": [row.name for row in names if row.origin != NameOrigin.TEXT],
        "names_in_texts": [row.name for row in names if row.origin == NameOrigin.TEXT],
        "aliases": aliases_of(found, [found.name, *[row.name for row in names]]),
        "years": group(page, rows, counts),
        "total": counts.total,
        "more_url": chosen.address() if more else "",
        "timeline_url": chosen.address(),
        "saved": ways_to_save("", found.slug),
        "counterparts": counterparts(found),
        "people": list(found.people.standing()) if found.kind != ActorKind.PERSON else [],
    }
    return render_page(request, "actor.html", context)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many events an actor shares with a counterpart in one year, and the address of their view."""

    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody who takes part in the same events."""

    name: str
    url: str
    """The view of the two."""
    events: int
    meetings: int
    """Encounters that took place."""
    cells: tuple[Cell, ...]
    """For each year of the table."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Those with most events in common, and the latest years in which there are any."""

    years: tuple[str, ...]
    rows: tuple[Counterpart, ...]


def counterparts(actor: Actor) -> Counterparts:
    """Return who takes part in the same events as an actor, most often first, year by year; two queries."""
    events = Event.objects.public().involving(actor).values("pk")
    shared = Participation.objects.filter(event__in=events).exclude(actor=actor).order_by()
    top = list(
        shared.values_list("actor", "actor__slug", "actor__name")
        .annotate(number=Count("event", distinct=True), held=Count("event", distinct=True, filter=TOOK_PLACE))
        .order_by("-number", "actor__name")[:COUNTERPARTS]
    )
    by_year = {
        (pk, year): number
        for pk, year, number in shared.filter(actor__in=[pk for pk, *_ in top])
        .annotate(year=Substr("event__sort_key", 1, 4))
        .values_list("actor", "year")
        .annotate(number=Count("event", distinct=True))
    }
    years = tuple(sorted({year for _, year in by_year if year != edtf.UNDATED_KEY[:4]}, reverse=True)[:YEARS])
    rows = []
    for pk, slug, name, number, held in top:
        pair = [("actor", actor.slug), ("with", slug)]
        cells = [Cell(by_year.get((pk, year), 0), address([*pair, ("from", year), ("to", year)])) for year in years]
        rows.append(Counterpart(name, address(pair), number, held, tuple(cells)))
    return Counterparts(years, tuple(rows))


@require_safe
def actors(request: HttpRequest) -> HttpResponse:
    """List all who take part in a public event, those with most events first; `?q=` looks for a name."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[: reading.LONGEST_SEARCH]
    counted = Count("participations__event", distinct=True, filter=Q(participations__event__is_public=True))
    listed = (
        Actor.objects.standing().select_related("affiliation").annotate(event_count=counted).filter(event_count__gt=0)
    )
    if words:
        listed = listed.filter(
            pk__in=Actor.objects.filter(Q(name__icontains=words) | Q(names__name__icontains=words)).values("pk")
        )
    kind = request.GET.get("kind", "")
    if kind in ActorKind.values:
        listed = listed.filter(kind=kind)
    page = Paginator(listed.order_by("-event_count", "name", "pk"), ACTORS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"section": "actors", "page": page, "words": words, "kind": kind, "kinds": ActorKind.choices}
    return render_page(request, "actors.html", context)
