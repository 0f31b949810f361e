"""The command behind `make bench`: makes chronologies of several sizes, on SQLite and on PostgreSQL where a server
answers, asks for pages in twelve scenarios and for the admin's lists, and prints what they took and how that grows;
then takes articles in and prints how many a second; with `--filled` it only does that, into copies of chronologies of
these sizes.

With `--readers` it serves the largest of the sizes as the Procfile does, from PostgreSQL where a server answers, and
has many readers ask for pages at once.

Each size and database is measured in a process of its own. `--keep FOLDER` keeps the SQLite files there, and the
PostgreSQL databases, for the next time; without it they are thrown away.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

SIZES = (10_000, 100_000)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of events, with commas between")
    parser.add_argument("--on", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5, help="times that every address is asked for")
    parser.add_argument("--cpu", action="store_true", help="count this process's own time: on a machine that is busy")
    parser.add_argument("--articles", type=int, default=300, help="how many to take in, into an empty chronology")
    parser.add_argument("--filled", action="store_true", help="only take articles in, into copies of these sizes")
    parser.add_argument("--readers", action="store_true", help="only measure many readers at once")
    parser.add_argument("--connections", type=int, default=50, help="how many readers")
    parser.add_argument("--seconds", type=int, default=60, help="for how long")
    parser.add_argument("--pause", type=float, default=0, help="mean seconds that a reader looks at a page")
    parser.add_argument("--make", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--pace", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(_one(asked.one, asked.rounds, asked.cpu)))
        return
    if asked.pace:
        print(json.dumps(_pace(asked.pace)))
        return
    if asked.make:
        print(json.dumps(_make(asked.make)))
        return
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory() as passing:
        folder = (asked.keep or Path(passing)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        if asked.readers:
            name, addresses = list(_databases(asked.on, sizes, folder).items())[-1]
            size = max(sizes)
            figures = _readers(f"{name}, {size:,} events", size, addresses[size], Path(passing), asked)
            if not asked.keep and name == "PostgreSQL":
                _drop(addresses[size])
            Console().print(_readers_table(f"{name}, {size:,} events", figures, asked))
            return
        if asked.filled:
            for name, addresses in _databases(asked.on, sizes, folder).items():
                for size, address in addresses.items():
                    _in_own_process(f"{name}, {size:,} events", address, ["--make", str(size)])
                    with _copy(address, Path(passing)) as copy:
                        said = f"{asked.articles:,} articles into {size:,} events, {name}"
                        Console().print(_paces(said, _in_own_process(said, copy, ["--pace", str(asked.articles)])))
                    if not asked.keep and name == "PostgreSQL":
                        _drop(address)
            return
        for name, addresses in _databases(asked.on, sizes, folder).items():
            found = {}
            for size, address in addresses.items():
                measured = ["--one", str(size), "--rounds", str(asked.rounds), *["--cpu"] * asked.cpu]
                found[size] = _in_own_process(f"{name}, {size:,} events", address, measured)
                if not asked.keep and name == "PostgreSQL":
                    _drop(address)
            Console().print(_table(name, found))
        if asked.articles:
            address = f"sqlite:///{Path(passing) / 'articles.sqlite3'}"
            said = f"{asked.articles:,} articles into an empty chronology, SQLite"
            Console().print(_paces(said, _in_own_process(said, address, ["--pace", str(asked.articles)])))


def _databases(on: str, sizes: list[int], folder: Path) -> dict[str, dict[int, str]]:
    """Return for each kind of database the DATABASE_URL of every size."""
    found = {}
    if on != "postgresql":
        found["SQLite"] = {size: f"sqlite:///{folder / f'bench-{size}.sqlite3'}" for size in sizes}
    if on != "sqlite":
        asked = subprocess.run([sys.executable, "scripts/postgres.py"], stdout=subprocess.PIPE, text=True, check=True)
        if server := asked.stdout.strip():
            found["PostgreSQL"] = {size: f"{server.rpartition('/')[0]}/bench_{size}" for size in sizes}
    return found


def _in_own_process(said: str, address: str, measured: list[str]) -> Any:
    if address.startswith("postgresql"):
        _create(address)
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), transient=True) as progress:
        progress.add_task(said)
        command = [sys.executable, "-m", "bench", *measured]
        environment = os.environ | {"DATABASE_URL": address, "DEBUG": "1"}
        done = subprocess.run(  # noqa: S603 ourselves
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    return json.loads(done.stdout.splitlines()[-1])


def _make(size: int) -> dict[str, dict[str, list[str]]]:
    """Make a chronology in the database that DATABASE_URL names, unless it is there; return what readers ask of it,
    by scenario: few addresses, and many."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from timeline.models import Event

    from . import chronology, scenarios

    call_command("migrate", verbosity=0)
    if Event.objects.count() < size:
        chronology.fill(size)
        call_command("refile", verbosity=0, stdout=sys.stderr)
    return {"few": scenarios.scenarios(), "many": scenarios.for_readers()}


def _one(size: int, rounds: int, cpu: bool) -> dict:
    """Make a chronology in the database that DATABASE_URL names, unless it is there, and measure it."""
    start = time.perf_counter()
    _make(size)
    made = time.perf_counter() - start
    from . import scenarios

    return {
        "made": made,
        "figures": scenarios.as_rows(scenarios.measure(rounds, time.process_time if cpu else time.perf_counter)),
    }


def _readers(said: str, size: int, database: str, folder: Path, asked: argparse.Namespace) -> dict[str, dict]:
    """Serve a chronology, have readers read it from another process, first few addresses and then many, and return
    what they and the server say."""
    from . import serving

    times = ["--connections", str(asked.connections), "--seconds", str(asked.seconds), "--pause", str(asked.pause)]
    found = {}
    for addresses in _in_own_process(said, database, ["--make", str(size)]).values():
        with serving.served(database, folder) as (site, server):
            done = subprocess.run(  # noqa: S603 ourselves
                [sys.executable, "-m", "bench.readers", site, *times],
                input=json.dumps(addresses),
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            number = len({address for some in addresses.values() for address in some})
            found[f"{number:,}"] = json.loads(done.stdout) | {"memory": serving.memory_of(server)}
    return found


def _wrong(statuses: dict[str, int]) -> str:
    return ", ".join(f"{number} × {status}" for status, number in statuses.items() if status not in ("200", "304"))


def _readers_table(said: str, found: dict[str, dict], asked: argparse.Namespace) -> Table:
    pause = f"each {asked.pause:g} s at a page" if asked.pause else "without a pause"
    title = f"{said}: {asked.connections} readers for {asked.seconds} s, {pause}; milliseconds"
    table = Table(title=title, title_justify="left")
    for column in ("addresses", "requests", "304", "errors", "a second", "p50", "p95", "p99", "MB a worker"):
        table.add_column(column, justify="right")
    for number, figures in found.items():
        table.add_row(
            number,
            f"{figures['requests']:,}",
            f"{figures['statuses'].get('304', 0):,}",
            _wrong(figures["statuses"]) or "0",
            f"{figures['per_second']:.0f}",
            *[f"{figures[part]:.0f}" for part in ("p50", "p95", "p99")],
            ", ".join(f"{megabytes:.0f}" for megabytes in figures["memory"]),
        )
    return table


def _pace(number: int) -> list[dict]:
    """Take so many articles into the database that DATABASE_URL names, and return how fast that went."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from . import articles

    settings.DEBUG = False
    call_command("migrate", verbosity=0)
    return [asdict(pace) for pace in articles.take_in(number, max(number // 4, 1))]


def _paces(said: str, paces: list[dict]) -> Table:
    table = Table(title=f"{said}: 3,000 characters each", title_justify="left")
    for column in ("taken in", "a second of processor time", "queries an article", "most memory so far"):
        table.add_column(column, justify="right")
    for pace in paces:
        figures = (f"{pace[name]:.1f}" for name in ("per_second", "queries"))
        table.add_row(f"{pace['sources']:,}", *figures, f"{pace['megabytes']:.0f} MB")
    return table


def _create(address: str) -> None:
    import psycopg

    server, _, name = address.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')


@contextmanager
def _copy(address: str, folder: Path) -> Iterator[str]:
    """Give the DATABASE_URL of a copy, which is gone afterwards: taking articles in would change what is kept."""
    if address.startswith("sqlite"):
        copy = folder / "copy.sqlite3"
        with (
            closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as kept,
            closing(sqlite3.connect(copy)) as new,
        ):
            kept.backup(new)
        yield f"sqlite:///{copy}"
        copy.unlink()
        return
    import psycopg

    server, _, name = address.rpartition("/")
    _drop(f"{address}_copy")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"')
    yield f"{address}_copy"
    _drop(f"{address}_copy")


def _drop(address: str) -> None:
    import psycopg

    server, _, name = address.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')


def _table(name: str, found: dict[int, dict]) -> Table:
    """Return the figures of one kind of database, and by what factor each grows from size to size."""
    table = Table(title=f"{name}: milliseconds of server time, p50 / p95, and queries", title_justify="left")
    table.add_column("scenario")
    sizes = list(found)
    for place, size in enumerate(sizes):
        table.add_column(f"{size:,} events", justify="right")
        if place:
            table.add_column("growth", justify="right")
    for row in range(len(found[sizes[0]]["figures"])):
        figures = [found[size]["figures"][row] for size in sizes]
        cells = []
        for place, figure in enumerate(figures):
            cells.append(f"{figure['p50']:.0f} / {figure['p95']:.0f}  {figure['queries']:>2}")
            if place:
                cells.append(f"×{figure['p95'] / figures[place - 1]['p95']:.1f}")
        table.add_row(figures[0]["name"], *cells)
    return table


if __name__ == "__main__":
    main()
