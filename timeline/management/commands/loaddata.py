"""Django's `loaddata`, after which all events are filed anew: fixtures are written past whatever keeps them filed."""

from __future__ import annotations

from django.core.management.commands import loaddata

from timeline.chronicle.filing import file_everything
from timeline.chronicle.linking import chronology_lock


class Command(loaddata.Command):
    def loaddata(self, fixture_labels):
        """Load fixtures and file the events, in one transaction."""
        with chronology_lock():
            super().loaddata(fixture_labels)
            file_everything()
