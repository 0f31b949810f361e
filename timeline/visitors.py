"""Who is asking, and how much: where a request comes from, how large it may be, and how often one address may ask.

The limits keep one visitor from slowing the site for all. They are generous for people and for a polite program, and
stand in one table, `RATES`. Behind a proxy the visitor's address is the one that the proxy adds.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django_ratelimit.core import get_usage

Answer = Callable[[HttpRequest], HttpResponse]

RATES = (
    # files stream a whole view, so they cost the most; feed readers ask every few minutes
    ("file", "30/m", lambda path: path.endswith((".csv", ".jsonl", ".jsonld", ".ics", ".atom"))),
    ("drawing", "60/m", lambda path: path.startswith("/drawn/")),
    ("page", "240/m", lambda path: path != "/health/"),
)
"""What is asked for, how often one address may, and how to tell by the path. The first that fits counts."""


def address_of(request: HttpRequest) -> str:
    """Return the address a request comes from: behind a proxy the last that was added to X-Forwarded-For, since
    whatever stands before it the visitor may have sent.
    """
    direct = request.META.get("REMOTE_ADDR", "")  # what Django makes up for itself comes from nowhere
    if settings.BEHIND_PROXY:
        return request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or direct
    return direct


def refuse_large_bodies(get_response: Answer) -> Answer:
    """Refuse what is larger than `LARGEST_REQUEST` bytes before any of it is read or kept."""

    def answer(request: HttpRequest) -> HttpResponse:
        sent = request.META.get("CONTENT_LENGTH") or "0"
        if not sent.isdigit() or int(sent) > settings.LARGEST_REQUEST:
            most = settings.LARGEST_REQUEST // 1_000_000
            return _refusal(
                413, "That is too much at once", f"At most {most} MB can be sent at a time. Nothing was kept."
            )
        return get_response(request)

    return answer


def limit_rates(get_response: Answer) -> Answer:
    """Answer 429, with the seconds to wait in Retry-After, to an address that asks more often than `RATES` allow."""

    def answer(request: HttpRequest) -> HttpResponse:
        name, rate = next(((name, rate) for name, rate, is_such in RATES if is_such(request.path)), ("", ""))
        usage = name and get_usage(
            request, group=name, key=lambda _group, asking: address_of(asking), rate=rate, increment=True
        )
        if not usage or not usage["should_limit"]:
            return get_response(request)
        seconds = max(1, usage["time_left"])
        response = _refusal(
            429,
            "Too many requests from your address",
            f"Try again in {seconds} second{'' if seconds == 1 else 's'}. "
            "For the whole chronology take one file of it rather than many pages.",
        )
        response["Retry-After"] = str(seconds)
        return response

    return answer


def _refusal(status: int, heading: str, reason: str) -> HttpResponse:
    page = render_to_string("refused.html", {"heading": heading, "reason": reason})
    return HttpResponse(page, status=status)
