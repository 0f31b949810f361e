"""Light, dark or as the system has it: kept in a cookie, so that the server sends the right page at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from timeline.web.rendering import THEME_COOKIE, THEMES

A_YEAR = 365 * 24 * 60 * 60


@csrf_exempt  # it changes nothing but the colours, and pages stay the same for everybody without a token in them
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep a reader's choice of theme and lead back to the page; "system" forgets it."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(
            THEME_COOKIE, chosen, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response
