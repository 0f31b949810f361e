"""`manage.py restore`: the database as a backup holds it."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from timeline.chronicle.articles import plainly
from timeline.chronicle.keeping import NotKept, bring_back
from timeline.management.chronology import ChronologyCommand


class Command(ChronologyCommand):
    help = "Make the database what a backup holds: all of it, or nothing where that fails."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="what `manage.py backup` wrote")
        parser.add_argument("--replace", action="store_true", help="throw away what the database holds now")

    def handle(self, *, file, replace, **options):
        try:
            held = bring_back(file, replace=replace)
        except NotKept as reason:
            raise CommandError(f"{file}: {reason}") from None
        except OSError as error:
            raise CommandError(f"{file}: {plainly(error)}") from None
        self.stdout.write(f"Brought back from {file}: {sum(held.values()):,} rows.")
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("It is from an older version: run `manage.py migrate` now.")
