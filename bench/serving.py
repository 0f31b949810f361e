"""The site as it is served in life: what the Procfile says of `web`, with the settings of a server, on a free port."""

from __future__ import annotations

import os
import secrets
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 120
"""Seconds in which the site must answer."""


@contextmanager
def served(database: str, folder: Path) -> Iterator[tuple[str, int]]:
    """Serve the chronology of a database; give the address of the site and the number of its process.

    Of the settings only these are not a server's: plain HTTP, and no limit on how often one address may ask, since all
    readers of a measurement have the same. Static files are gathered in `folder`.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    environment = os.environ | {
        "DATABASE_URL": database,
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "0",
        "RATE_LIMITS": "0",
        "STATIC_ROOT": str(folder / "static"),
    }
    gather = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(gather, env=environment, check=True)  # noqa: S603 ourselves
    web = next(line for line in Path("Procfile").read_text().splitlines() if line.startswith("web:"))
    command = [place if word.startswith("127.0.0.1:") else word for word in shlex.split(web.removeprefix("web:"))]
    server = subprocess.Popen(command, env=environment)  # noqa: S603 ourselves
    try:
        _wait(f"http://{place}/health/")
        yield f"http://{place}", server.pid
    finally:
        server.terminate()
        server.wait()


def _wait(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=PATIENCE):  # noqa: S310 our own
                return
        except URLError:
            time.sleep(0.2)
    raise SystemExit(f"{address} does not answer")


def memory_of(server: int) -> list[float]:
    """Return the megabytes of memory that each worker of a server holds; none where there is no /proc."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:  # it has just ended
            continue
        if lines["PPid"].strip() == str(server):
            found.append(int(lines["VmRSS"].split()[0]) / 1024)
    return sorted(found)
