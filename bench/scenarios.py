"""What readers and editors ask of a chronology, as addresses, and how long the real views take to answer."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from timeline.models import Actor, Event, Kind
from timeline.web.warming import warm_up

from .chronology import COMMON_WORD, FIRST_YEAR, RARE_WORD, slug_of, word_of
from .chronology import YEARS as YEARS_MADE

ROUNDS = 5
"""Times that every address of a scenario is asked for, after once for warming up."""
POPULAR = (1, 2, 3, 4)
TYPICAL = (90, 120, 150, 180)
YEARS = (1978, 1991, 2008, 2023)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a scenario took, in milliseconds, and the queries of its most expensive address."""

    name: str
    p50: float
    p95: float
    queries: int


def scenarios() -> dict[str, list[str]]:
    """Return the twelve scenarios: a name, and the addresses that stand for it."""
    return {
        "no filter": ["/"],
        "kind": [f"/?kind={kind}" for kind in ("visit", "statement", "summit")],
        "popular actor": [f"/?actor={slug_of(n)}" for n in POPULAR],
        "typical actor": [f"/?actor={slug_of(n)}" for n in TYPICAL],
        "actor and kind": [f"/?actor={slug_of(n)}&kind=talks" for n in POPULAR],
        "one year": [f"/?from={year}&to={year}" for year in YEARS],
        "year, kind and status": [f"/?from={year}&kind=meeting&status=held&to={year}" for year in YEARS],
        "pair of popular actors": [f"/?actor={slug_of(n)}&with={slug_of(n + 1)}" for n in POPULAR],
        "rare word": [f"/?q={RARE_WORD}"],
        "common word": [f"/?q={COMMON_WORD}"],
        "deep page": [_page(part) for part in (0.3, 0.5, 0.9)],
        "event page": [Event.objects.get(pk=n).get_absolute_url() for n in (1, 2, 3, 5, 8, 13, 21, 34)],
    }


def for_readers() -> dict[str, list[str]]:
    """Return the same twelve scenarios with as many addresses as many readers ask for, those asked for most first."""
    slugs = [slug_of(n) for n in range(1, 261)]
    words = [word_of(n) for n in range(300)]
    pks = random.Random(1).sample(range(1, Event.objects.count() + 1), 1000)  # noqa: S311 nothing secret
    years = range(FIRST_YEAR + YEARS_MADE - 1, FIRST_YEAR - 1, -1)
    return {
        "no filter": ["/"],
        "kind": [f"/?kind={kind}" for kind in Kind.values],
        "popular actor": [f"/?actor={slug}" for slug in slugs[:20]],
        "typical actor": [f"/?actor={slug}" for slug in slugs[60:]],
        "actor and kind": [f"/?actor={slug}&kind={kind}" for slug in slugs[:20] for kind in ("talks", "visit")],
        "one year": [f"/?from={year}&to={year}" for year in years],
        "year, kind and status": [f"/?from={year}&kind=meeting&status=held&to={year}" for year in years],
        "pair of popular actors": [f"/?actor={one}&with={other}" for one, other in combinations(slugs[:10], 2)],
        "rare word": [f"/?q={word}" for word in words[100:]],
        "common word": [f"/?q={word}" for word in (COMMON_WORD, *words[:20])],
        "deep page": [f"/?after={year}-{month:02d}-15.1" for year in years for month in (9, 3)],
        "event page": [event.get_absolute_url() for event in Event.objects.filter(pk__in=pks)],
    }


def desk() -> dict[str, list[str]]:
    """Return what editors ask of the admin's lists: a name, and the addresses that stand for it."""
    actors = Actor.objects.filter(slug__in=[slug_of(n) for n in (POPULAR[0], TYPICAL[0])]).values_list("pk", flat=True)
    events = "/admin/timeline/event/"
    return {
        "admin: lists": [f"/admin/timeline/{name}/" for name in ("event", "source", "actor", "decision", "intake")],
        "admin: events by year": [f"{events}?year={year}" for year in YEARS],
        "admin: events by actor": [f"{events}?actor={pk}" for pk in actors],
        "admin: events by choices": [f"{events}?kind__exact=talks&status__exact=held", f"{events}?is_public__exact=0"],
        "admin: events by words": [f"{events}?q={RARE_WORD}", f"{events}?q={COMMON_WORD}"],
        "admin: deep page of events": [f"{events}?p={min(200, Event.objects.count() // 50)}"],
    }


def _page(part: float) -> str:
    """Return the address of the page that lies so deep in the list."""
    events = Event.objects.public().exclude(when="").order_by("-sort_key", "-id")
    key, pk = events.values_list("sort_key", "id")[int(events.count() * part)]
    return f"/?after={key}.{pk}"


def measure(rounds: int = ROUNDS, clock: Callable[[], float] = time.perf_counter) -> list[Figure]:
    """Return the figures of all scenarios, of all pages together, of the admin's lists and of the CSV's first byte."""
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    warm_up()  # as a web process does before its first request
    client = Client()
    found, everything = [], []
    for name, addresses in scenarios().items():
        times, queries = _times(addresses, rounds, clock, lambda address: _page_of(client, address))
        found.append(_figure(name, times, queries))
        everything += times
    found.append(_figure("all pages", everything, max(figure.queries for figure in found)))
    client.force_login(_editor())
    everything, most = [], 0
    for name, addresses in desk().items():
        times, queries = _times(addresses, rounds, clock, lambda address: _page_of(client, address))
        found.append(_figure(name, times, queries))
        everything, most = everything + times, max(most, queries)
    found.append(_figure("admin: all lists", everything, most))
    files = ["/events.csv", f"/events.csv?actor={slug_of(1)}", f"/events.csv?q={COMMON_WORD}"]
    times, queries = _times(files, rounds, clock, lambda address: _first_byte(client, address))
    return [*found, _figure("CSV, first byte", times, queries)]


def _editor() -> User:
    return User.objects.get_or_create(username="bench", defaults={"is_staff": True, "is_superuser": True})[0]


def _times(
    addresses: Sequence[str], rounds: int, clock: Callable[[], float], ask: Callable[[str], None]
) -> tuple[list[float], int]:
    queries = 0
    for address in addresses:
        with CaptureQueriesContext(connection) as captured:
            ask(address)
        queries = max(queries, len(captured))
    times = []
    for address in list(addresses) * rounds:
        start = clock()
        ask(address)
        times.append((clock() - start) * 1000)
    return times, queries


def _page_of(client: Client, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} was answered with {response.status_code}")


def _first_byte(client: Client, address: str) -> None:
    response = client.get(address)
    stream = iter(response.streaming_content)
    next(stream), next(stream)  # the heading costs nothing; the first event does
    response.close()


def _figure(name: str, times: Sequence[float], queries: int) -> Figure:
    ordered = sorted(times)
    return Figure(name, ordered[len(ordered) // 2], ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)], queries)


def as_rows(figures: Sequence[Figure]) -> list[dict]:
    """Return figures as JSON takes them."""
    return [asdict(figure) for figure in figures]
