"""`manage.py check_chronology`: is everything as its sources and its editors make it?"""

from __future__ import annotations

from timeline.chronicle.check import problems
from timeline.management.chronology import ChronologyCommand
from timeline.models import Event, Passage, Source


class Command(ChronologyCommand):
    help = "Check that every event is sourced, every passage in its place, every bound and settled field right."

    def handle(self, **options):
        found = 0
        for problem in problems():
            found += 1
            self.stderr.write(self.style.ERROR(problem))
        if found:
            raise SystemExit(1)
        self.stdout.write(
            f"All is well: {Source.objects.count():,} sources, {Passage.objects.count():,} passages, "
            f"{Event.objects.count():,} events."
        )
