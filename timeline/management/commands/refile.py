"""`manage.py refile`: files all events anew under what readers choose by."""

from __future__ import annotations

from timeline.chronicle.filing import file_everything
from timeline.chronicle.linking import chronology_lock
from timeline.management.chronology import ChronologyCommand


class Command(ChronologyCommand):
    help = "File all events anew under what readers choose by; needed only after rows were changed past the site."

    def handle(self, **options):
        with chronology_lock():
            filed = file_everything()
        self.stdout.write(f"Filed: {filed:,} events.")
