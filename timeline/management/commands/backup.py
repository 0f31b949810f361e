"""`manage.py backup`: the whole database as one file."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandError

from timeline.chronicle.articles import plainly
from timeline.chronicle.keeping import DUMP_ENDING, NotKept, back_up
from timeline.management.chronology import ChronologyCommand


class Command(ChronologyCommand):
    help = (
        "Write the whole database to a file, while it is in use, and read that back. A name that ends in "
        f"{DUMP_ENDING} gives a dump for any kind of database; any other a copy of the file, of SQLite only."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="where to")
        parser.add_argument("--replace", action="store_true", help="where there is such a file already, replace it")

    def handle(self, *, file, replace, **options):
        if file.exists() and not replace:
            raise CommandError(f"{file}: there is such a file already; --replace replaces it")
        try:
            held = back_up(file)
        except NotKept as reason:
            raise CommandError(f"{file}: {reason}") from None
        except FileNotFoundError:
            raise CommandError(f"{file}: there is no such folder") from None
        except OSError as error:
            raise CommandError(f"{file}: {plainly(error)}") from None
        size = file.stat().st_size
        self.stdout.write(f"{file}: {sum(held.values()):,} rows, {size:,} bytes, read back and whole.")
