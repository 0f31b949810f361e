"""Keeping: the whole database as one file, taken while it is in use and read back before it counts as taken.

SQLite gives a copy of its file, by its own way of making backups. Any database gives a portable dump, which can be
brought into any other: JSON Lines, compressed, every row with its number, so that addresses and histories still hold.
Sessions, locked-out visitors and what follows from the rest (how events are filed) are left out of a dump.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from timeline.models import Actor, Decision, Event, Source

from .linking import chronology_lock

DUMP_ENDING = ".jsonl.gz"
LEFT_OUT = frozenset({"timeline.posting", "timeline.filed", "timeline.edition"})
"""What follows from the rest and is worked out anew."""

_SQLITE_HEAD = b"SQLite format 3\0"
_GZIP_HEAD = b"\x1f\x8b"


class NotKept(ValueError):
    """A backup that could not be taken or brought back; the message says why and what to do. Nothing was changed."""


def kept_models() -> list[type[models.Model]]:
    """Return the models of a dump, each after those that it points to."""
    named = [apps.get_app_config(name) for name in ("auth", "timeline")]
    left_out = {*LEFT_OUT, "auth.permission"}  # migrations make permissions
    chosen = [(app, [m for m in app.get_models() if m._meta.label_lower not in left_out]) for app in named]
    return serializers.sort_dependencies(chosen)


def back_up(file: Path) -> Counter[str]:
    """Write the whole database to a file and read that back; return how many rows it holds, by table.

    A name that ends in `.jsonl.gz` asks for a dump, any other for a copy, which SQLite alone can give. Raises NotKept,
    or OSError, and then leaves no file behind.
    """
    is_dump = file.name.endswith(DUMP_ENDING)
    if not is_dump and connection.vendor != "sqlite":
        raise NotKept(f"from this kind of database only a dump can be taken; let the name end in {DUMP_ENDING}")
    draft = file.with_name(f".{file.name}.part")
    try:
        draft.touch(mode=0o600)  # it has the accounts' passwords, though hashed
        written = _dump(draft) if is_dump else _copy(draft)
        found = _rows_of_dump(draft) if is_dump else _rows_of_copy(draft)
        if found != written:
            raise NotKept("read back, it does not hold what was written; try again, or somewhere else")
        draft.replace(file)
    finally:
        for left in (draft, *(draft.with_name(draft.name + end) for end in ("-journal", "-wal", "-shm"))):
            left.unlink(missing_ok=True)
    return found


def bring_back(file: Path, *, replace: bool = False) -> Counter[str]:
    """Make the database what a backup holds, all of it or nothing; return how many rows that is, by table.

    Raises NotKept, with nothing changed, where the file is no backup of ours or is damaged, and where the database
    holds something already, unless `replace` says that this may go.
    """
    with file.open("rb") as opened:
        head = opened.read(len(_SQLITE_HEAD))
    if head == _SQLITE_HEAD:
        read, write = _rows_of_copy, _from_copy
        if connection.vendor != "sqlite":
            raise NotKept(
                f"it is a copy of an SQLite file, and this is another kind of database; bring it back into SQLite and "
                f"back that up as a file whose name ends in {DUMP_ENDING}"
            )
    elif head.startswith(_GZIP_HEAD):
        read, write = _rows_of_dump, _from_dump
    else:
        raise NotKept("it is no backup: neither a copy of an SQLite file nor a compressed dump")
    held = read(file)
    if not replace and (here := what_is_here()):
        raise NotKept(f"this database holds {here}; --replace throws that away, so back it up first")
    write(file)
    return held


def what_is_here() -> str:
    """Say in words what the chronology holds; empty where it holds nothing that anybody has made."""
    counts = [(m.objects.count(), noun) for m, noun in ((Source, "source"), (Event, "event"), (Decision, "decision"))]
    if not any(number for number, _ in counts):
        counts = [(Actor.objects.count(), "actor")]
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counts if number)


# A copy of an SQLite file


def _live_file() -> str:
    return str(connection.settings_dict["NAME"])


@contextmanager
def _opened(file: str | Path, *how: str) -> Iterator[sqlite3.Connection]:
    """Open an SQLite file with the functions that Django gives it, which indexes use, and close it again."""
    wrapper = connection.copy()
    wrapper.settings_dict |= {"NAME": f"file:{quote(str(file))}?{'&'.join(how)}", "OPTIONS": {}}
    try:
        wrapper.ensure_connection()
        yield wrapper.connection
    finally:
        wrapper.close()


def _copy(draft: Path) -> Counter[str]:
    """Copy SQLite's file as it is at one moment, others writing meanwhile; return its rows at that moment."""
    with _opened(_live_file(), "mode=ro") as live, _opened(draft) as copy:
        live.execute("BEGIN")
        written = _rows(live)
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return written


def _rows_of_copy(file: Path) -> Counter[str]:
    """Return the rows of a copy by table; raises NotKept where it is damaged, or not ours."""
    try:
        with _opened(file, "mode=ro", "immutable=1") as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise NotKept(f"it is damaged: {verdict}")
            if loose := copy.execute("PRAGMA foreign_key_check").fetchone():
                raise NotKept(f"it is damaged: row {loose[1]} of {loose[0]} points to a row of {loose[2]} that is gone")
            tables = _tables(copy)
            if not {"django_migrations", "timeline_source", "timeline_event"} <= set(tables):
                raise NotKept("it is an SQLite file, but none of ours")
            _refuse_newer(copy.execute("SELECT app, name FROM django_migrations"))
            return _rows(copy)
    except (sqlite3.DatabaseError, DatabaseError) as error:
        raise NotKept(f"it is damaged: {error}") from None


def _refuse_newer(applied: Iterable[tuple[str, str]]) -> None:
    known = MigrationLoader(None).disk_migrations
    if unknown := sorted(f"{app} {name}" for app, name in applied if app == "timeline" and (app, name) not in known):
        raise NotKept(f"a newer version of the program made it (it has {unknown[0]}); bring the program up to date")


def _tables(database: sqlite3.Connection) -> list[str]:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return sorted(name for (name,) in names)


def _rows(database: sqlite3.Connection) -> Counter[str]:
    return Counter(
        {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in _tables(database)}  # noqa: S608
    )


def _from_copy(file: Path) -> None:
    """Write a copy over the live file, in one transaction of SQLite's."""
    connection.close()
    with _opened(file, "mode=ro", "immutable=1") as copy, _opened(_live_file()) as live:
        try:
            copy.backup(live)
        except sqlite3.OperationalError as error:
            raise NotKept(
                f"the database is in use or cannot be written ({error}); stop the site and try again"
            ) from None


# A dump


def _dump(draft: Path) -> Counter[str]:
    """Write every row as it is at one moment, a line each; return how many rows there are, by table."""
    written: Counter[str] = Counter()
    with gzip.open(draft, "wt", encoding="utf-8", newline="\n") as out, transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for model in kept_models():
            rows = _counting(model, written)
            serializers.serialize(
                "jsonl",
                rows,
                stream=out,
                ensure_ascii=False,
                # numbers of permissions and their like differ from database to database
                use_natural_foreign_keys=model._meta.app_label == "auth",
            )
    return written


def _counting(model: type[models.Model], written: Counter[str]) -> Iterator[models.Model]:
    rows = model.objects.order_by("pk")
    for row in rows.prefetch_related(*(f.name for f in model._meta.many_to_many)).iterator(chunk_size=2000):
        written[model._meta.label_lower] += 1
        yield row


def _rows_of_dump(file: Path) -> Counter[str]:
    """Return the rows of a dump by table; raises NotKept where it is damaged, or not ours."""
    known = {model._meta.label_lower for model in kept_models()}
    found: Counter[str] = Counter()
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                if not isinstance(row, dict) or str(row.get("model")) not in known or "pk" not in row:
                    raise NotKept(f"line {number} is no row of ours")
                found[row["model"]] += 1
    except RecursionError:
        raise NotKept("it is damaged: a line of it is nested too deeply") from None
    except (OSError, EOFError, zlib.error, ValueError) as error:
        if isinstance(error, NotKept):
            raise
        raise NotKept(f"it is damaged: {error}") from None
    return found


def _from_dump(file: Path) -> None:
    """Put the rows of a dump in the place of those that are here, in one transaction."""
    with tempfile.TemporaryDirectory() as folder, chronology_lock():
        named = Path(folder) / f"backup{DUMP_ENDING}"
        named.symlink_to(file.absolute())
        _empty()
        try:
            call_command("loaddata", str(named), verbosity=0)
        except Exception as error:
            raise NotKept(f"it does not fit this version of the program: {error}") from error


def _empty() -> None:
    """Delete every row that a dump may hold, and what follows from them."""
    kept = [*kept_models(), *(apps.get_model(name) for name in LEFT_OUT)]
    tables = [m._meta.db_table for m in kept]
    tables += [f.m2m_db_table() for m in kept for f in m._meta.local_many_to_many]
    if connection.vendor == "postgresql":
        connection.check_constraints()  # a table with rows still to be checked may not be emptied
    with connection.cursor() as cursor:
        for sql in connection.ops.sql_flush(no_style(), tables, reset_sequences=False, allow_cascade=True):
            cursor.execute(sql)
