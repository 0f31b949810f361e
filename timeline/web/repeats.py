"""Pages that were asked for before: not sent again to whoever has them, and not made again for the next who asks.

A page that everybody sees alike follows from its address, the edition of the chronology, the day, and a few things that
come with the request. A digest of all these names the page: as its ETag, and as the key under which a process keeps it.
Any write to the chronology opens a new edition, and with it every page has a new name; so nothing has to be thrown away
and nothing can be out of date. Whoever is signed in gets pages made for the moment, and none of them is kept.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterator
from functools import cache, wraps
from pathlib import Path

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from timeline.models import Edition

from . import clock, filing
from .rendering import HANGS_ON, theme_of

View = Callable[..., HttpResponse]

LARGEST = 200_000
"""Bytes of a compressed page; what is larger, as a thousand rows to be printed, is made each time."""


def kept(view: View) -> View:
    """Return a view that answers again what it answered before in the same edition, by one query.

    Only for a view whose answers hang on nothing but what `_name` takes together. Files that are streamed are not
    kept, but whoever has one is told that it is still the same. `settings.PAGES_KEPT` of 0 turns all this off.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        edition = Edition.objects.latest_one() if settings.PAGES_KEPT and _is_for_everybody(request) else None
        if edition is None:
            return view(request, *args, **kwargs)
        name = _name(request, edition.mark)
        etag = f'W/"{name}"'  # weak: the same page compressed or not
        response = get_conditional_response(request, etag=etag) or _fetch(request, name)
        if response is None:
            with filing.reading(edition):
                response = view(request, *args, **kwargs)
            if response.status_code != 200 or response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
                return response
            response = _keep(request, name, response)
        response["ETag"] = etag
        patch_cache_control(response, no_cache=True)  # a browser may hold it, and asks each time whether it is the same
        return response

    return answer


def _is_for_everybody(request: HttpRequest) -> bool:
    """True where nobody is signed in or has a message waiting."""
    own = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
    return request.method in ("GET", "HEAD") and not own & request.COOKIES.keys()


def _name(request: HttpRequest, edition: str) -> str:
    """Return the digest of all that a page hangs on."""
    parts = [
        release(),
        settings.PUBLIC_SOURCE_TEXT,
        edition,
        clock.today().isoformat(),
        request.build_absolute_uri(),  # pages cite their own address
        theme_of(request),
        *[request.headers.get(header, "") for header in HANGS_ON],
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@cache
def release() -> str:
    """Return a digest of the code, the templates and the packages: another release makes other pages."""
    digest = hashlib.sha256()
    for file in _files(settings.BASE_DIR):
        digest.update(f"{file.relative_to(settings.BASE_DIR)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(base: Path) -> Iterator[Path]:
    yield base / "requirements.lock"
    for folder in ("static", "templates", "timeline"):
        for file in sorted((base / folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file


# What a process keeps: pages compressed, since nearly every browser takes them so. There is no secret in them that
# their length could betray.


def _fetch(request: HttpRequest, name: str) -> HttpResponse | None:
    found = caches["pages"].get(name)
    return _unpacked(request, *found) if found else None


def _keep(request: HttpRequest, name: str, response: HttpResponse) -> HttpResponse:
    """Keep a page, unless it is streamed or too large; return it as it would be answered again."""
    if response.streaming:
        return response
    body, headers = gzip.compress(response.content, 6, mtime=0), dict(response.items())
    if len(body) > LARGEST:
        return response
    caches["pages"].set(name, (body, headers))
    return _unpacked(request, body, headers)


def _unpacked(request: HttpRequest, body: bytes, headers: dict[str, str]) -> HttpResponse:
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(body, headers=headers | {"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(body), headers=headers)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
