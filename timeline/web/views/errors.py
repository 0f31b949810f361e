"""Pages for addresses that lead nowhere, or no longer anywhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string

from timeline.models.faults import fault_of
from timeline.web.rendering import render_page


@dataclass(frozen=True, slots=True)
class Gone:
    """Why something is no longer shown."""

    what: str
    """"entry" or "source"."""
    title: str
    reason: str
    detail: str = ""
    """The reason in the words of whoever decided it."""


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an unknown address with a search."""
    words = " ".join(request.path.replace("-", " ").replace("/", " ").split()[1:])[:100]
    return render_page(request, "404.html", {"words": words}, status=404)


def gone(request: HttpRequest, what: Gone) -> HttpResponse:
    """Answer the address of something that was shown once, with the reason why it no longer is."""
    return render_page(request, "410.html", {"gone": what}, status=410)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke: nothing that could break too is asked for.

    Where the database did not take what was sent, 503 and why: reading goes on, and it is no defect of ours.
    """
    fault = fault_of(sys.exc_info()[1]) if isinstance(sys.exc_info()[1], DatabaseError) else None
    if fault is None:
        return HttpResponseServerError(render_to_string("500.html"))
    said = "What you sent was not kept, and nothing was changed. Reading goes on; try again in a while."
    return HttpResponse(render_to_string("refused.html", {"heading": fault.label, "reason": said}), status=503)
