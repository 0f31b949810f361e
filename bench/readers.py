"""Many readers at once: a process that asks a server for pages over many connections, as browsers do, and says how
that went. `python -m bench --readers` starts the server; by itself:

    python -m bench.readers http://127.0.0.1:8000 --connections 50 --seconds 60 < addresses.json

A reader takes the next address as soon as it has the last page (or after a pause, `--pause`), from scenarios that come
equally often, within a scenario the first addresses more often than the last (Zipf). It keeps the ETag of what it has
and sends it along, and takes pages compressed. It keeps its connection, but for one that pauses: the server would close
it meanwhile.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import accumulate

import urllib3


@dataclass(slots=True)
class Visit:
    """What one reader met: how long each answer took in milliseconds, and the answers by status."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    """ "200", "304", or the name of what went wrong."""


def read(
    site: str, scenarios: Mapping[str, Sequence[str]], *, connections: int, seconds: float, pause: float
) -> dict[str, object]:
    """Have so many readers read for so long; return requests, errors, answers by status, a second, p50, p95, p99."""
    pages = [(list(addresses), _weights(len(addresses))) for addresses in scenarios.values()]
    end = time.perf_counter() + seconds
    with ThreadPoolExecutor(connections) as pool:
        visits = list(pool.map(lambda number: _visit(site, pages, number, end, pause), range(connections)))
    times = sorted(t for visit in visits for t in visit.times)
    statuses = sum((visit.statuses for visit in visits), Counter())
    good = statuses["200"] + statuses["304"]
    return {
        "requests": statuses.total(),
        "errors": statuses.total() - good,
        "statuses": dict(statuses.most_common()),
        "per_second": good / seconds,
    } | {f"p{part}": times[min(int(len(times) * part / 100), len(times) - 1)] for part in (50, 95, 99)}


def _weights(number: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, number + 1)))


def _visit(site: str, pages: list, number: int, end: float, pause: float) -> Visit:
    rng = random.Random(number)  # noqa: S311 nothing secret
    visit, tags = Visit(), {}
    with urllib3.PoolManager(maxsize=1, retries=False, timeout=30) as connection:
        while time.perf_counter() < end:
            addresses, weights = rng.choice(pages)
            address = rng.choices(addresses, cum_weights=weights)[0]
            headers = {"Accept-Encoding": "gzip", "Connection": "close" if pause else "keep-alive"} | (
                {"If-None-Match": tags[address]} if address in tags else {}
            )
            start = time.perf_counter()
            try:
                answer = connection.request(
                    "GET", site + address, headers=headers, redirect=False, decode_content=False
                )
            except urllib3.exceptions.HTTPError as wrong:
                visit.statuses[type(wrong).__name__] += 1
                continue
            visit.times.append((time.perf_counter() - start) * 1000)
            visit.statuses[str(answer.status)] += 1
            if tag := answer.headers.get("ETag"):
                tags[address] = tag
            if pause:
                time.sleep(rng.expovariate(1 / pause))
    return visit


def main() -> None:
    parser = argparse.ArgumentParser(description="Ask a site for pages over many connections at once.")
    parser.add_argument("site")
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0, help="mean seconds that a reader looks at a page")
    asked = parser.parse_args()
    scenarios = json.load(sys.stdin)
    found = read(asked.site, scenarios, connections=asked.connections, seconds=asked.seconds, pause=asked.pause)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
