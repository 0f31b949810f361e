"""The page of one actor, and the list of all who take part in something."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from timeline.models import Actor, ActorKind, ActorName, NameOrigin
from timeline.models.filing import Field
from timeline.web import choices as reading
from timeline.web import clock, naming, selection
from timeline.web import filing as filed
from timeline.web.aliases import aliases_of
from timeline.web.choices import Choices, address
from timeline.web.exports import ways_to_save
from timeline.web.groups import group
from timeline.web.meetings import TOOK_PLACE
from timeline.web.rendering import render_page
from timeline.web.repeats import kept
from timeline.web.rows import make_rows

from .errors import not_found

COUNTERPARTS = 20
YEARS = 5
"""Years that the table of counterparts shows, the latest ones."""
ACTORS_ON_A_PAGE = 200


@require_safe
@kept
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
        "total_words": naming.total_words(counts.total),
        "summaries": naming.summaries_words(counts.summaries),
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
    """Entries of encounters that took place."""
    cells: tuple[Cell, ...]
    """For each year of the table."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Those with most events in common, and the latest years in which there are any."""

    years: tuple[str, ...]
    rows: tuple[Counterpart, ...]


def counterparts(actor: Actor) -> Counterparts:
    """Return who takes part in the same events as an actor, most often first, year by year; three queries.

    Summaries of several occasions are counted nowhere.
    """
    filing = filed.present()
    shared = filing.of(Field.ACTOR, [actor.pk]) - filing.summaries
    counts = selection.most_frequent(shared, filing)
    known = Actor.objects.in_bulk([pk for pk in counts if pk != actor.pk])
    top = sorted(known.values(), key=lambda other: (-counts[other.pk], other.name))[:COUNTERPARTS]
    by_year = {year: shared & events for year, events in filing.years.items()}
    theirs = {other.pk: filing.of(Field.ACTOR, [other.pk]) for other in top}
    with_others = filed.union(theirs.values())
    years = [year for year in reversed(by_year) if not with_others.isdisjoint(by_year[year])][:YEARS]
    rows = []
    for other in top:
        pair = [("actor", actor.slug), ("with", other.slug)]
        common = {year: theirs[other.pk].intersection_cardinality(by_year[year]) for year in years}
        cells = [Cell(number, address([*pair, ("from", year), ("to", year)])) for year, number in common.items()]
        met = selection.together(filing, [actor.pk, other.pk], TOOK_PLACE)
        rows.append(Counterpart(other.name, address(pair), counts[other.pk], len(met), tuple(cells)))
    return Counterparts(tuple(years), tuple(rows))


@require_safe
@kept
def actors(request: HttpRequest) -> HttpResponse:
    """List all who take part in a public event, those with most events first; `?q=` looks for a name."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[: reading.LONGEST_SEARCH]
    filing = filed.present()
    shown = Actor.objects.standing()
    if words:
        shown = shown.filter(pk__in=ActorName.objects.with_words(words).values("actor"))
    kind = request.GET.get("kind", "")
    if kind in ActorKind.values:
        shown = shown.filter(kind=kind)
    counts = {actor: len(events - filing.summaries) for _, actor, events in filing.by_frequency}
    ranked = [pk for pk in shown.order_by("name", "pk").values_list("pk", flat=True) if pk in counts]
    ranked.sort(key=lambda pk: -counts[pk])
    page = Paginator(ranked, ACTORS_ON_A_PAGE).get_page(request.GET.get("page"))
    listed = Actor.objects.select_related("affiliation").in_bulk(page.object_list)
    page.object_list = [(listed[pk], counts[pk]) for pk in page.object_list if pk in listed]
    context = {"section": "actors", "page": page, "words": words, "kind": kind, "kinds": ActorKind.choices}
    return render_page(request, "actors.html", context)
