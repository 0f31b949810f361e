"""The workers' end of the queue: Celery over Redis, where REDIS_URL is set. Tasks carry the number of an Intake and
nothing else; what there is to do stands in the database, so that nothing is lost with the broker.

`celery -A timeline worker` reads, `celery -A timeline beat` sends again what Redis has lost.
"""

from __future__ import annotations

import os

from celery import Celery, Task
from celery.signals import setup_logging
from kombu.transport import redis

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
os.environ.setdefault("DEBUG", "0")  # as timeline.wsgi

app = Celery("timeline")
app.config_from_object("django.conf:settings", namespace="CELERY")

LONGEST_WAIT = 600
"""Seconds between two tries at most."""


class Channel(redis.Channel):
    """A way to Redis that may break while articles are read: what can no longer be said to it then is left unsaid.

    kombu 5.7 ends the worker with an AttributeError where one is done with an article after Redis has gone, or gives
    it back. Nobody has to be told: how far an article has come stands in the database, and the sweep finds the rest.
    """

    do_restore = False

    def basic_ack(self, delivery_tag: str, multiple: bool = False) -> None:
        if not self.closed:
            super().basic_ack(delivery_tag, multiple)

    def basic_reject(self, delivery_tag: str, requeue: bool = False) -> None:
        if not self.closed:
            super().basic_reject(delivery_tag, requeue)


redis.Transport.Channel = Channel


@setup_logging.connect
def _as_django_does(**_: object) -> None:
    """Keep Celery from setting up a log of its own."""


@app.task(bind=True, name="timeline.read", max_retries=None)
def read(self: Task, number: int) -> str:
    """Read the article of an Intake; what fails for a passing reason is tried again after a growing wait."""
    from timeline.chronicle import intake

    try:
        return str(intake.read(number))
    except intake.Again as passing:
        wait = min(2**self.request.retries, LONGEST_WAIT)
        raise self.retry(exc=passing, countdown=wait) from None


@app.task(name="timeline.sweep")
def sweep() -> int:
    """Send again what waits and the broker has lost; return how many."""
    from timeline.chronicle import intake

    return intake.sweep()
