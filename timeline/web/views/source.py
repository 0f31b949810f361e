"""The page of one source, with the whole article and its passages marked; and the list of all sources."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from timeline.models import Mention, Source
from timeline.web import clock
from timeline.web.article import lay_open
from timeline.web.choices import LONGEST_SEARCH
from timeline.web.marking import search_words
from timeline.web.rendering import render_page
from timeline.web.repeats import kept

from .errors import Gone, gone, not_found

SOURCES_ON_A_PAGE = 100


@require_safe
@kept
def source(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show an article; `?hl=0` leaves out the marks, `?q=` marks the words searched for."""
    found = Source.objects.select_related("copy_of", "supersedes", "superseded_by").filter(pk=pk).first()
    if found is None:
        return not_found(request)
    address = found.get_absolute_url()
    if request.path != address:
        query = request.GET.urlencode()
        return redirect(f"{address}?{query}" if query else address, permanent=True)
    if found.withdrawn_at:
        return gone(request, Gone("source", str(found), "It has been withdrawn.", found.withdrawn_why))
    marked = request.GET.get("hl") != "0"
    mentions = (
        Mention.objects.live()
        .filter(source=found, event__is_public=True)
        .select_related("passage", "event")
        .order_by("passage__start", "passage__end", "event__sort_key", "event_id", "id")
    )
    context = {
        "section": "sources",
        "source": found,
        "article": lay_open(
            found, list(mentions), clock.today(), marked=marked, words=search_words(request.GET.get("q", ""))
        ),
        "marked": marked,
        # said by what they are not: SQLite would begin with an index of all sources that have not been withdrawn
        "copies": list(found.copies.exclude(withdrawn_at__isnull=False).defer("text", "raw")),
    }
    return render_page(request, "source.html", context)


@require_safe
@kept
def sources(request: HttpRequest) -> HttpResponse:
    """List the articles that the chronology rests on, latest first; `?q=` looks for words of a title, author or
    publisher."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_SEARCH]
    listed = Source.objects.standing()
    for word in search_words(words):
        listed = listed.filter(Q(title__icontains=word) | Q(publisher__icontains=word) | Q(author__icontains=word))
    numbers = listed.newest_first().values_list("pk", flat=True)
    page = Paginator(numbers, SOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = _with_counts(list(page.object_list))
    return render_page(request, "sources.html", {"section": "sources", "page": page, "words": words})


def _with_counts(numbers: list[int]) -> list[Source]:
    """Return sources in this order, each with the number of its events as `event_count`; two queries.

    Only for those of one page: joined before the page is cut, all mentions there are would be counted.
    """
    told = Mention.objects.live().filter(source__in=numbers, event__is_public=True).order_by()
    counts = dict(told.values_list("source").annotate(number=Count("event", distinct=True)))
    long = ("text", "raw", "copy_of__text", "copy_of__raw")
    found = Source.objects.defer(*long).select_related("copy_of").in_bulk(numbers)
    for source in found.values():
        source.event_count = counts.get(source.pk, 0)
    return [found[number] for number in numbers]
