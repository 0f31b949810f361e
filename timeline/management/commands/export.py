"""`manage.py export`: what the page of the same name gives, as a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.management.base import CommandError
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.urls import reverse

from timeline.management.chronology import ChronologyCommand
from timeline.web.choices import NAMES
from timeline.web.exports import FORMATS
from timeline.web.views import files

FEED = "atom"


class Command(ChronologyCommand):
    help = (
        "Write the events of a view as a file, as its page does: all of them, or those that filters choose. Filters "
        f"are as in the address of a page, such as kind=summit status=cancelled from=2018 to=2018: {', '.join(NAMES)}."
    )

    def add_arguments(self, parser):
        parser.add_argument("filters", nargs="*", metavar="NAME=VALUE", help="a filter; one name several times: or")
        parser.add_argument("--format", required=True, choices=[*FORMATS, FEED], help="the kind of file")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to; without it, to standard output")
        parser.add_argument("--site", metavar="ADDRESS", help="of the site that the file leads back to")

    def handle(self, *, filters, output, site, **options):
        suffix = options["format"]
        request = _request(suffix, _query(filters), site or _own_address())
        response = files.feed(request) if suffix == FEED else files.file(request, suffix)
        if response.status_code != 200:
            raise CommandError(b"".join(_pieces(response)).decode().strip())
        if output is None:
            self._print(response)
            return
        draft = output.with_name(f".{output.name}.part")
        try:
            with draft.open("wb") as file:
                file.writelines(_pieces(response))
            draft.replace(output)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise CommandError(f"{output}: it cannot be written: {error.strerror}") from None

    def _print(self, response: HttpResponseBase) -> None:
        try:
            for piece in _pieces(response):
                self.stdout.write(piece.decode(), ending="")
            self.stdout.flush()
        except BrokenPipeError:  # whoever reads it has had enough, as `head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Request(HttpRequest):
    """What a browser would ask of a site, whose address is as it was told."""

    def __init__(self, site: str, path: str, query: str) -> None:
        super().__init__()
        self._site = urlsplit(site)
        self.method, self.path, self.path_info = "GET", path, path
        self.GET = QueryDict(query)
        self.META["QUERY_STRING"] = query

    def get_host(self) -> str:
        return self._site.netloc

    def _get_scheme(self) -> str:
        return self._site.scheme


def _request(suffix: str, query: str, site: str) -> HttpRequest:
    parts = urlsplit(site)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise CommandError(f"--site {site}: write it as https://chronology.example")
    return _Request(site, reverse(f"events-{suffix}"), query)


def _own_address() -> str:
    """Return where this site is: on a development machine where `make run` serves it, else its first allowed host."""
    hosts = [host for host in settings.ALLOWED_HOSTS if not host.startswith((".", "*"))]
    return "http://127.0.0.1:8000" if settings.DEBUG or not hosts else f"https://{hosts[0]}"


def _query(filters: list[str]) -> str:
    pairs = []
    for one in filters:
        name, equals, value = one.partition("=")
        if not equals or name not in NAMES:
            raise CommandError(f"“{one}” is no filter; write NAME=VALUE, where NAME is one of {', '.join(NAMES)}")
        pairs.append((name, value))
    return urlencode(pairs)


def _pieces(response: HttpResponseBase) -> Iterator[bytes]:
    yield from response
