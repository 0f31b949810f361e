"""Django's `loaddata`, after which all events are filed anew: fixtures are written past whatever keeps them filed."""

from __future__ import annotations

from django.core.management.base import CommandError
from django.core.management.commands import loaddata

from timeline.chronicle.filing import file_everything
from timeline.chronicle.linking import chronology_lock
from timeline.models.actors import remember_actors


class Command(loaddata.Command):
    def handle(self, *fixture_labels, **options):
        """Load fixtures; raises CommandError with file and row where anything is wrong with one, and loads nothing."""
        try:
            super().handle(*fixture_labels, **options)
        except CommandError:
            raise
        except Exception as error:  # Django's readers let through whatever a file makes them stumble over
            said = error.args[0] if error.args else type(error).__name__
            raise CommandError(f"Nothing was loaded. {said}") from error

    def loaddata(self, fixture_labels):
        """Load fixtures and file the events, in one transaction."""
        with chronology_lock(), remember_actors():
            super().loaddata(fixture_labels)
            file_everything()
