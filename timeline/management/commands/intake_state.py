"""`manage.py intake_state`: how far the articles have come that are on their way in."""

from __future__ import annotations

import time

from timeline.chronicle import intake
from timeline.management.chronology import ChronologyCommand
from timeline.models import Intake, IntakeState

EVERY = 2
"""Seconds between two looks."""


class Command(ChronologyCommand):
    help = "Say how many articles are read, wait and have failed, these with the reason. Ends with 1 if any has failed."

    def add_arguments(self, parser):
        parser.add_argument("--wait", action="store_true", help="say it again and again until none waits any more")

    def handle(self, *, wait: bool, **options) -> None:
        said = ""
        while True:
            stands = intake.standing()
            if str(stands) != said:
                said = str(stands)
                self.stdout.write(said)
                self.stdout.flush()
            if not (wait and stands.undone):
                break
            time.sleep(EVERY)
        failed = Intake.objects.filter(state=IntakeState.FAILED).defer("text").order_by("id")
        for row in failed.iterator():
            self.stderr.write(f"{row.called}: {row.error}")
        if stands.failed:
            raise SystemExit(1)
