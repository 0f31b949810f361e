"""What the commands that work on the chronology have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.core.management.base import BaseCommand, CommandError
from django.db import InternalError, OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from rich.table import Table

from timeline.models.faults import Fault, fault_of


def closing_table(title: str, counts: Mapping[str, int], rows: Iterable[tuple[str, str]]) -> Table:
    """Return the table that a command ends with: for each row its label, and the count of that name."""
    table = Table(title=title, title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for label, name in rows:
        table.add_row(label, f"{counts[name]:,}")
    return table


class Undone(Exception):
    """Raised inside a transaction to take everything in it back."""


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
        try:
            return super().execute(*args, **options)
        except (OperationalError, InternalError) as error:
            raise CommandError(_plainly(error)) from error


_FAULTS = {
    Fault.FULL: "so nothing more was written. Make room and run it again.",
    Fault.READ_ONLY: "so nothing was written. Let this account write to it.",
    Fault.BUSY: "so nothing more was written. Run it again when that has ended.",
}
"""What is to be done where a database does not take what is written."""


def _plainly(error: Exception) -> str:
    said = " ".join(str(error).split())
    if fault := fault_of(error):
        return f"{fault.label}, {_FAULTS[fault]} ({said})"
    return f"The database has failed: {said}"
