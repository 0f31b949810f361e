"""Django's `loaddata`, after which names get their plain words and all events are filed anew: fixtures are written
past whatever keeps these."""

from __future__ import annotations

from django.core.management.commands import loaddata

from timeline.chronicle.filing import file_everything
from timeline.chronicle.linking import chronology_lock
from timeline.models import ActorName


class Command(loaddata.Command):
    def loaddata(self, fixture_labels):
        """Load fixtures and complete them, in one transaction."""
        with chronology_lock():
            super().loaddata(fixture_labels)
            ActorName.objects.fill_plain()
            file_everything()
