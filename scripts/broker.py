"""Prints the REDIS_URL of a Redis with which the tests can run; where there is none, says so and prints nothing.

A server counts if it answers and has an empty database: the tests use that one, empty it, and leave the others alone.
Looks at REDIS_URL, then on this machine.
"""

import os
import sys
from collections.abc import Iterable
from urllib.parse import urlsplit

import redis

DATABASES = range(15, 0, -1)  # the last that a server has by default first; nobody keeps anything there as a rule


def candidates() -> list[str]:
    """Where a server may be, without a database, best first."""
    asked_for = urlsplit(os.environ.get("REDIS_URL", ""))
    return [asked_for._replace(path="").geturl()] if asked_for.netloc else ["redis://localhost:6379"]


def empty_database(url: str, numbers: Iterable[int] = DATABASES) -> str:
    """Return the address of a database with nothing in it; raises RedisError where the server does not answer."""
    for number in numbers:
        with redis.Redis.from_url(f"{url}/{number}", socket_connect_timeout=3) as database:
            if not database.dbsize():
                return f"{url}/{number}"
    raise redis.RedisError("none of its databases is empty")


def answering(numbers: Iterable[int] = DATABASES) -> tuple[str, str]:
    """Return the address to use, or an empty one and why."""
    reasons = []
    for url in candidates():
        try:
            return empty_database(url, numbers), ""
        except redis.RedisError as error:
            reasons.append(str(error))
    return "", "; ".join(reasons)


def main() -> None:
    url, reason = answering()
    if url:
        print(url)
    else:
        print(f"Redis is left out ({reason}).", file=sys.stderr)


if __name__ == "__main__":
    main()
