"""`manage.py reparse`: stored articles read again."""

from __future__ import annotations

from collections import Counter

from django.core.management.base import CommandError
from django.db import transaction
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from timeline.chronicle.ingest import Refused, reread
from timeline.management.chronology import ChronologyCommand, Undone, closing_table
from timeline.models import Source, SourceKind

CLOSING = (
    ("articles read", "read"),
    ("articles refused", "refused"),
    ("passages unchanged", "unchanged"),
    ("passages read differently", "changed"),
    ("passages new", "new"),
    ("passages no longer found", "lost"),
    ("events touched", "events"),
)
"""Rows of the closing table: what is counted, and under which name."""


class Command(ChronologyCommand):
    help = "Read stored articles again, by today's rules and names. What editors decided stands."

    def add_arguments(self, parser):
        parser.add_argument("sources", nargs="*", type=int, metavar="SOURCE", help="numbers of sources; none: all")
        parser.add_argument("--dry-run", action="store_true", help="show what would change and change nothing")

    def handle(self, *, sources, dry_run, verbosity, **options):
        chosen = Source.objects.standing().filter(kind=SourceKind.ARTICLE).order_by("id")
        if sources:
            chosen = chosen.filter(pk__in=sources)
            if missing := sorted(set(sources) - set(chosen.values_list("pk", flat=True))):
                raise CommandError(f"No article has the number {', '.join(map(str, missing))}, or it was withdrawn.")
        console = Console(file=self.stdout, highlight=False, soft_wrap=True)
        errors = Console(file=self.stderr, highlight=False, soft_wrap=True)
        counts: Counter[str] = Counter()
        try:
            with transaction.atomic():
                self._read_all(list(chosen.values_list("pk", flat=True)), counts, errors, verbosity)
                if dry_run:
                    raise Undone
        except Undone:
            pass
        if verbosity:
            console.print(closing_table("Would change (nothing was)" if dry_run else "Read again", counts, CLOSING))
        if counts["refused"]:
            raise SystemExit(1)

    def _read_all(self, chosen: list[int], counts: Counter[str], errors: Console, verbosity: int) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=errors, transient=True, disable=len(chosen) < 2 or verbosity == 0) as progress:
            bar = progress.add_task("Reading again", total=len(chosen))
            for pk in chosen:
                source = Source.objects.get(pk=pk)
                try:
                    again = reread(source)
                except Refused as reason:
                    counts["refused"] += 1
                    errors.print(f"source {pk}, “{source}”: {reason}", style="red", markup=False)
                else:
                    counts["read"] += 1
                    for name in ("unchanged", "changed", "new", "lost"):
                        counts[name] += getattr(again, name)
                    counts["events"] += len(again.linked.changed | again.linked.new | again.linked.joined)
                progress.advance(bar)
