"""`manage.py read_intake`: read the articles that wait, without any worker, or tell the broker of them again."""

from __future__ import annotations

from collections import Counter

from django.conf import settings
from django.core.management.base import CommandError

from timeline.chronicle import intake
from timeline.management.chronology import ChronologyCommand
from timeline.models import Intake, IntakeState


class Command(ChronologyCommand):
    help = "Read the articles that are on their way in, one after the other."

    def add_arguments(self, parser):
        parser.add_argument(
            "--send", action="store_true", help="read nothing, but tell the workers' broker of all of them again"
        )

    def handle(self, *, send: bool, verbosity: int, **options) -> None:
        numbers = intake.waiting()
        if send:
            self._send(numbers)
            return
        became: Counter[str] = Counter()
        for number in numbers:
            became[self._read(number)] += 1
        if verbosity:
            self.stdout.write(
                f"{became[IntakeState.DONE]:,} read, {became[IntakeState.FAILED]:,} failed, {became['again']:,} to be "
                f"tried again, {became[IntakeState.READING]:,} being read by others."
            )
        if became[IntakeState.FAILED] or became["again"]:
            raise SystemExit(1)

    def _read(self, number: int) -> str:
        try:
            state = intake.read(number)
        except intake.Again as reason:
            self.stderr.write(f"{number}: {reason}; it is tried again next time")
            return "again"
        if state == IntakeState.FAILED:
            failed = Intake.objects.only("given", "url", "state", "error").get(pk=number)
            self.stderr.write(f"{failed}: {failed.error}")
        return str(state)

    def _send(self, numbers: list[int]) -> None:
        if not settings.CELERY_BROKER_URL:
            raise CommandError("There is no broker: REDIS_URL is not set. Without --send they are read here and now.")
        sent = intake.send(numbers)
        if sent < len(numbers):
            raise CommandError(f"The broker took {sent:,} of {len(numbers):,}; run it again when it answers.")
        self.stdout.write(f"Told the workers of {sent:,}.")
