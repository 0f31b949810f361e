"""What the commands that work on the chronology have in common."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor


class ChronologyCommand(BaseCommand):
    """A command that needs the database, and says in one line where it has not been made yet."""

    def execute(self, *args, **options):
        """Run the command; raises CommandError where the database is not up to date or cannot be reached."""
        try:
            executor = MigrationExecutor(connection)
            waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        except (OperationalError, ProgrammingError) as error:
            raise CommandError(f"The database cannot be reached: {error}".strip()) from error
        if waiting:
            raise CommandError("The database is not up to date: run `manage.py migrate` first, or `make run`.")
        return super().execute(*args, **options)
