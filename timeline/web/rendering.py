"""From a template to a response: the whole page, or for htmx the part of it that changed."""

from __future__ import annotations

from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject

from timeline.models import Source

from . import VERSION, filing

THEME_COOKIE = "theme"
THEMES = ("light", "dark")
"""What a reader may choose besides the system's own."""
HANGS_ON = ("HX-Request", "HX-History-Restore-Request", "HX-Target", "HX-Trigger-Name")
"""Headers by which htmx says what part of a page it wants, and of whose doing."""


def render_page(
    request: HttpRequest, template: str, context: dict, *, partial: str = "", status: int = 200
) -> HttpResponse:
    """Render a page, or its `partial` where htmx asks for it; both under one address, so the response says in `Vary`
    what it hangs on. When htmx restores history it always gets the whole page: a part would replace the document.
    """
    wants_part = partial and request.htmx and not request.htmx.history_restore_request
    name = f"{template}#{partial}" if wants_part else template
    shared = {
        "coverage": SimpleLazyObject(coverage),
        "is_part": wants_part,
        "version": VERSION,
        "theme": theme_of(request),
    }
    response = render(request, name, shared | context, status=status)
    patch_vary_headers(response, ["Cookie"])
    if partial:
        patch_vary_headers(response, HANGS_ON)
    return response


def theme_of(request: HttpRequest) -> str:
    """Return the theme that a reader has chosen; empty for the system's own."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return theme if theme in THEMES else ""


def coverage() -> dict:
    """Return what the chronology was read from: number of articles and publishers, first and last day."""
    return filing.present().once("coverage", _count_sources)


def _count_sources() -> dict:
    return Source.objects.standing().aggregate(
        articles=Count("id"),
        publishers=Count("publisher", filter=~Q(publisher=""), distinct=True),
        first=Min("published_on"),
        last=Max("published_on"),
    )
