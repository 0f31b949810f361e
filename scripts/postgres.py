"""Prints the DATABASE_URL of a PostgreSQL server on which the tests can run; where there is none, says so and prints
nothing. A server counts if it answers, is new enough for Django and lets us create a database: the tests make their
own and leave the others alone. Looks at DATABASE_URL, then on this machine.
"""

import getpass
import os
import sys

import psycopg

OLDEST = 14  # that Django 5.2 works with


def candidates() -> list[str]:
    """Where a server may be, best first."""
    asked_for = os.environ.get("DATABASE_URL", "")
    if asked_for.startswith(("postgres://", "postgresql://")):
        return [asked_for]
    users = dict.fromkeys(["postgres", getpass.getuser()])
    return [f"postgresql://{user}@localhost:5432/timeline" for user in users]


def refusal(url: str) -> str:
    """Why the tests cannot run there, in a few words; empty where they can."""
    try:
        # The database that the URL names need not exist; this one always does.
        with psycopg.connect(url, dbname="postgres", connect_timeout=3) as connection:
            if connection.info.server_version < OLDEST * 10_000:
                return f"the server is older than PostgreSQL {OLDEST}"
            may = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            return "" if may and may[0] else "the user may not create databases"
    except psycopg.Error as error:
        return str(error).strip().splitlines()[0]


def main() -> None:
    reasons = []
    for url in candidates():
        reason = refusal(url)
        if not reason:
            print(url)
            return
        reasons.append(reason)
    print(f"PostgreSQL is left out ({'; '.join(dict.fromkeys(reasons))}).", file=sys.stderr)


if __name__ == "__main__":
    main()
