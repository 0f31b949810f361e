"""Articles on their way in: kept as rows, read by a worker of the queue or by `manage.py read_intake`.

All that there is to do stands in the database; the broker is only told numbers. So whatever is lost there is found
again, and an article that is read twice, by two workers or after one was killed, is in the chronology once: it is
stored, linked and noted as done in one transaction.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from timeline.models import Intake, IntakeState, PublishedHow

from .articles import Given, from_html, looks_like_html
from .ingest import Article, Refused, read_article, same_text, store
from .linking import chronology_lock

logger = logging.getLogger("timeline.intake")

MOST_TRIES = 8
"""An article that so many tries have not brought in has failed, whatever the reasons were."""

READING_LOCK = 0x41694972  # "AiIr": who holds it with an Intake's number is reading that

UNDONE = (IntakeState.WAITING, IntakeState.READING)

RECENT = timedelta(days=7)
"""What was read longer ago is not counted any more where it is said how far articles have come."""


class Again(Exception):
    """It failed for a reason that may pass; the message says which."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far articles on their way in have come: how many there are in each state."""

    done: int
    reading: int
    waiting: int
    failed: int

    def __str__(self) -> str:
        total = self.done + self.undone + self.failed
        return (
            f"{self.done:,} of {total:,} read, {self.reading:,} being read, {self.waiting:,} waiting, "
            f"{self.failed:,} failed."
        )

    @property
    def undone(self) -> int:
        return self.reading + self.waiting


def standing(rows: QuerySet | None = None) -> Standing:
    """Return how far these rows have come, or all; what was read is counted for a week."""
    rows = Intake.objects.all() if rows is None else rows
    recent = rows.filter(~Q(state=IntakeState.DONE) | Q(sent_at__gte=timezone.now() - RECENT))
    counted = dict(recent.order_by().values_list("state").annotate(Count("id")))
    return Standing(**{state: counted.get(state, 0) for state in IntakeState.values})


def send_in(article: Article, sent_by=None, file: str = "") -> Intake:
    """Put an article among those on their way in, with all that is known of it; return its row there.

    `file` says where it was found, so that it can be named if it fails.
    """
    given = {
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else "",
        "published_how": str(article.published_how),
    }
    if file:
        given["file"] = file
    return put_in_queue(Intake(text=article.raw or article.text, url=article.url, given=given, sent_by=sent_by))


def put_in_queue(intake: Intake) -> Intake:
    """Keep a row of what is to be read and, once it is kept for good, tell the broker where there is one."""
    intake.state, intake.tries, intake.error = IntakeState.WAITING, 0, ""
    intake.save()
    transaction.on_commit(lambda: send([intake.pk]))
    return intake


def send(numbers: list[int]) -> int:
    """Tell the broker of these articles; return how many it took. One that does not answer is told of them later."""
    if not settings.CELERY_BROKER_URL:
        return 0
    from celery import Celery

    sent = 0
    try:
        in_broker()  # Celery would try for long to reach one that is not there, and somebody may be waiting
        with Celery("timeline", broker=settings.CELERY_BROKER_URL, set_as_current=False) as broker:
            broker.conf.update(task_default_queue=settings.CELERY_TASK_DEFAULT_QUEUE)
            for number in numbers:
                broker.send_task("timeline.read", [number], retry=False)
                sent += 1
    except broker_errors() as error:
        logger.warning("the broker does not answer; what waits is sent when it does: %s", error)
    return sent


def broker_errors() -> tuple[type[Exception], ...]:
    """Return what a broker that does not answer raises."""
    from kombu.exceptions import KombuError
    from redis.exceptions import RedisError

    return (KombuError, RedisError, OSError)


def in_broker() -> int:
    """Return how many articles the broker still has to hand out; raises one of `broker_errors`."""
    from redis import Redis
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    once = Retry(NoBackoff(), 0)
    with Redis.from_url(settings.CELERY_BROKER_URL, socket_connect_timeout=3, socket_timeout=3, retry=once) as broker:
        return broker.llen(settings.CELERY_TASK_DEFAULT_QUEUE)


def sweep() -> int:
    """Send again what waits and the broker has lost; return how many.

    As long as it has any to hand out none is lost, since it hands them out in turn. What is being read meanwhile may be
    sent too: whoever gets it sees that another is at it, or finds it done.
    """
    try:
        if in_broker():
            return 0
    except broker_errors() as error:
        logger.warning("the broker does not answer: %s", error)
        return 0
    return send(waiting())


def waiting() -> list[int]:
    """Return the numbers of the articles that are still to be read, those first that came first."""
    return list(Intake.objects.filter(state__in=UNDONE).order_by("id").values_list("id", flat=True))


def read(number: int) -> IntakeState | None:
    """Read the article of an Intake into the chronology; return how it stands then, None where there is no such row.

    Raises Again where it failed for a reason that may pass. What is done or has failed for good is left as it is.
    """
    try:
        with _alone(number) as alone:
            return _read(number) if alone else IntakeState.READING
    except (DatabaseError, InterfaceError) as error:
        connection.close()  # it may be the connection that is broken
        raise Again(str(error).strip()) from error


def _read(number: int) -> IntakeState | None:
    intake = Intake.objects.filter(pk=number).first()
    if intake is None or intake.state not in UNDONE:
        return intake and IntakeState(intake.state)
    if intake.tries >= MOST_TRIES:
        return _failed(intake, intake.error or f"it was begun {intake.tries} times and never came to its end")
    Intake.objects.filter(pk=number).update(state=IntakeState.READING, tries=F("tries") + 1)
    try:
        source = _take_in(intake)
    except Refused as reason:
        return _failed(intake, str(reason))
    except DatabaseError:
        raise
    except Exception as error:
        logger.exception("article %s could not be read", number)
        reason = f"{type(error).__name__}: {error}"
        Intake.objects.filter(pk=number).update(state=IntakeState.WAITING, error=reason)
        raise Again(reason) from error
    return IntakeState.DONE if source else None


def _take_in(intake: Intake) -> int:
    """Store what an article tells, and in the same transaction that this is done; return the number of its source."""
    article = article_of(intake)
    known = same_text(article)
    reading = None if known else read_article(article)
    with chronology_lock():
        source = known or store(article, reading).source
        Intake.objects.filter(pk=intake.pk).update(state=IntakeState.DONE, source=source, error="")
    return source.pk


def _failed(intake: Intake, reason: str) -> IntakeState:
    Intake.objects.filter(pk=intake.pk).update(state=IntakeState.FAILED, error=reason)
    return IntakeState.FAILED


def article_of(intake: Intake) -> Article:
    """Return the article that was sent; raises Refused where there is none in it."""
    about = {name: str(intake.given.get(name) or "") for name in ("title", "author", "publisher", "published")}
    how = intake.given.get("published_how") or PublishedHow.GIVEN
    if not intake.text:
        raise Refused("it has no text: an address alone is not fetched; paste the text or the page")
    try:
        day = date.fromisoformat(about.pop("published")) if about["published"] else None
    except ValueError:
        raise Refused(f"“{intake.given['published']}” is no day of publication") from None
    about.pop("published", None)
    if looks_like_html(intake.text.encode("utf-8", "replace")):
        article = from_html(intake.text.encode("utf-8", "replace"), Given(**about, url=intake.url, published=day))
        return replace(article, published_how=how) if day else article
    return Article(intake.text, **about, url=intake.url, published=day, published_how=how)


@contextmanager
def _alone(number: int) -> Iterator[bool]:
    """Give whether nobody else is reading this article. Whoever is killed while reading lets go of it by that.

    SQLite has no such lock: there two may read one article, and whoever comes second finds it known.
    """
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [READING_LOCK, number % 2**31])
        (alone,) = cursor.fetchone()
    try:
        yield alone
    finally:
        if alone and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [READING_LOCK, number % 2**31])
