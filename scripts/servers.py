"""Servers of the tests' own, which they may kill: a Redis and a PostgreSQL out of the programs of this machine.

Each keeps what it has in a folder that is given to it and answers on a free port of this machine alone. As a script it
says in one line which tests are left out where a program is missing, and nothing where all are there.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import redis

PATIENCE = 30
"""Seconds after which a server that does not answer will not."""

POSTGRES_AT = Path("/usr/lib/postgresql")
"""Where Debian and its like keep the programs of a PostgreSQL server, which are on no PATH, by release."""


def redis_program() -> str:
    """Return the path of the Redis server; empty where there is none."""
    return shutil.which("redis-server") or ""


def postgres_programs() -> Path | None:
    """Return the folder that has initdb and pg_ctl, the newest of several; None where there is none."""
    found = sorted(POSTGRES_AT.glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]), reverse=True)
    on_path = shutil.which("pg_ctl")
    folders = [Path(path).parent for path in [*found, *filter(None, [on_path])]]
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


class PrivateRedis:
    """A Redis that keeps nothing: whenever it is started, it is empty."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        keeping_nothing = ["--save", "", "--appendonly", "no", "--dir", str(self.folder)]
        listening = ["--bind", "127.0.0.1", "--port", str(self.port), "--loglevel", "warning"]
        self.process = subprocess.Popen([redis_program(), *listening, *keeping_nothing], stdout=subprocess.DEVNULL)
        _until_it_answers(self._ping, redis.RedisError)

    def _ping(self) -> None:
        with redis.Redis.from_url(self.url) as asked:
            asked.ping()

    def kill(self) -> None:
        """End it at once, with all that it has."""
        self.process.kill()
        self.process.wait()

    def restart(self) -> None:
        """Kill it, and start it again once those that used it have seen that it has gone."""
        self.kill()
        time.sleep(1)
        self.start()


class PrivatePostgres:
    """A cluster of PostgreSQL with one database, `chronology`. It never runs as root, since it refuses to."""

    def __init__(self, folder: Path) -> None:
        self.port, self.at = free_port(), folder / "cluster"
        self.user = "postgres" if os.geteuid() == 0 else None
        self.programs = postgres_programs()
        if self.user:
            shutil.chown(folder, self.user)
        self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("pg_ctl", "start", *self._options)
        with psycopg.connect(self._address("postgres"), autocommit=True) as asked:
            asked.execute("CREATE DATABASE chronology")
        self.url = self._address("chronology")

    def _address(self, database: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    @property
    def _options(self) -> list[str]:
        listening = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.at}"
        return ["--wait", "--silent", f"--log={self.at}/log", f"--options={listening} -c fsync=off"]

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), f"--pgdata={self.at}", *arguments]
        # its own user may not read the folder that we stand in
        subprocess.run(
            command, user=self.user, group=self.user, cwd="/", check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE
        )

    def restart(self) -> None:
        """End it as a crash does, in the middle of whatever it does, and start it again."""
        self._run("pg_ctl", "restart", "--mode=immediate", *self._options)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--mode=immediate", "--silent")


def _until_it_answers(ask, not_yet: type[Exception]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            ask()
        except not_yet:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def main() -> None:
    missing = []
    if not redis_program():
        missing.append("Redis (no redis-server)")
    if postgres_programs() is None:
        missing.append(f"PostgreSQL (no pg_ctl under {POSTGRES_AT})")
    if missing:
        print(f"Restarts in the middle of work are left out for {' and '.join(missing)}.", file=sys.stderr)


if __name__ == "__main__":
    main()
