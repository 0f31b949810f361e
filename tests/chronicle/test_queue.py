"""Articles on their way in: read once each, whatever happens to workers and to what is between them and us."""

import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
import redis
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from scripts.broker import DATABASES, answering
from tests.chronicle.test_ingest import chronology
from timeline.chronicle import curation, intake
from timeline.chronicle.articles import Given, from_html
from timeline.chronicle.check import problems
from timeline.chronicle.ingest import Article, ingest
from timeline.models import Intake, IntakeState, Source

PAIRS = (("Angela Merkel", "Narendra Modi"), ("Chile", "Peru"), ("Japan", "Kenya"), ("Norway", "Ghana"))
TOWNS = ("Lima", "Oslo", "Nairobi")
DONE, FAILED, WAITING, READING = IntakeState.DONE, IntakeState.FAILED, IntakeState.WAITING, IntakeState.READING
PATIENCE = 60
"""Seconds until a worker that has not done its work has hung."""


def articles(number):
    """Return so many articles; every third tells of what another told of."""
    told = []
    for n in range(number):
        one, other = PAIRS[n % len(PAIRS)]
        day = date(2018, 3, 5) + timedelta(days=9 * (n % 3))
        text = (
            f"Report {n} from {TOWNS[n % 3]}\n\n{one} met {other} in {TOWNS[n % 3]} on {day:%B} {day.day}, {day.year}, "
            f"officials said. The harbour was quiet that morning.\n"
        )
        told.append(Article(text, published=day + timedelta(days=1 + n % 4), publisher=f"Wire {n % 5}"))
    return told


def by_one(told):
    """Return the chronology that one makes of these, and leave the tables empty."""
    for article in told:
        ingest(article)
    made = chronology()
    call_command("flush", interactive=False, verbosity=0)
    assert made and not Source.objects.exists()
    return made


def waits(text="Chile and Peru held talks in Lima on March 5, 2018.", **given):
    return intake.send_in(Article(text, published=date(2018, 3, 6), **given))


@pytest.fixture
def broker(settings):
    """An empty database of Redis, of this process of the tests alone."""
    own = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    url, _ = answering(DATABASES[own::4])
    settings.CELERY_BROKER_URL = url
    with redis.Redis.from_url(url) as database:
        yield database
        database.flushdb()


@pytest.fixture
def start(broker, settings, tmp_path):
    """Start a worker with so many processes, as in life but for the database; all are gone at the end."""
    begun = []

    def begin(processes):
        environment = os.environ | {
            "DATABASE_URL": address(),
            "DEBUG": "1",
            "REDIS_URL": settings.CELERY_BROKER_URL,
            "VAR_DIR": str(tmp_path),
        }
        options = [f"--concurrency={processes}", "--loglevel=WARNING", "--without-mingle", "--without-gossip"]
        with (tmp_path / f"worker{len(begun)}.log").open("w") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "timeline", "worker", *options],
                cwd=project.BASE_DIR,
                env=environment,
                start_new_session=True,
                stdout=log,
                stderr=log,
            )
        begun.append(worker)
        return worker

    yield begin
    for worker in begun:
        kill(worker)


def kill(worker):
    """Kill a worker with all its processes; none of them can do anything about it."""
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def address():
    """Return the DATABASE_URL of the tests' database."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{Path(at['NAME'])}"
    login = f"{at['USER']}:{at['PASSWORD']}" if at["PASSWORD"] else at["USER"]
    return f"postgresql://{login}@{at['HOST'] or 'localhost'}:{at['PORT'] or 5432}/{at['NAME']}"


def until(reached, tmp_path):
    begun = time.monotonic()
    while not reached():
        said = "".join(log.read_text() for log in tmp_path.glob("worker*.log"))
        assert time.monotonic() - begun < PATIENCE, said
        time.sleep(0.1)


def done():
    return Intake.objects.filter(state=DONE).count()


@pytest.mark.django_db(transaction=True)
def test_four_workers_give_the_chronology_of_one_after_the_broker_was_emptied(start, broker, tmp_path):
    told = articles(12)
    made = by_one(told)
    for article in reversed(told):
        intake.send_in(article)
    assert intake.in_broker() == len(told)
    assert intake.sweep() == 0  # nothing is lost as long as it has some to hand out
    broker.flushdb()
    start(4)
    assert intake.sweep() == len(told)
    until(lambda: not intake.waiting(), tmp_path)
    assert done() == len(told)
    assert chronology() == made
    assert list(problems()) == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(start, broker, tmp_path):
    told = articles(24)
    made = by_one(told)
    for article in told:
        intake.send_in(article)
    worker = start(2)
    until(lambda: done() > 1, tmp_path)
    kill(worker)
    left = intake.waiting()
    assert left and Source.objects.count() == done() == len(told) - len(left)
    start(2)
    until(lambda: intake.sweep() >= 0 and not intake.waiting(), tmp_path)
    assert done() == Source.objects.count() == len(told)
    assert chronology() == made
    assert list(problems()) == []


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_a_command_reads_what_waits(capsys):
    told = articles(6)
    made = by_one(told)
    for article in told:
        intake.send_in(article)
    call_command("read_intake")
    assert "6 read, 0 failed" in capsys.readouterr().out
    assert done() == 6 and chronology() == made


@pytest.mark.django_db
def test_an_article_in_the_queue_is_read_as_if_it_had_been_taken_in_at_once():
    page = (
        '<!DOCTYPE html><html><head><title>Talks in Lima</title><meta property="article:published_time" '
        'content="2018-03-06"></head><body><article><h1>Talks in Lima</h1><p>Chile and Peru held talks in Lima on '
        "Monday, officials said, and nobody was surprised by it.</p><p>They will meet again in Oslo on May 4, "
        "2018.</p></article></body></html>"
    )
    article = from_html(page.encode(), Given(publisher="Wire"))
    waiting = waits(text="x") and intake.send_in(article)
    assert intake.article_of(waiting) == article
    assert intake.read(waiting.pk) == DONE
    waiting.refresh_from_db()
    source = waiting.source
    assert (source.published_on, source.published_how, source.publisher) == (date(2018, 3, 6), "page", "Wire")
    assert source.raw == page and source.mentions.exists()


@pytest.mark.django_db
def test_reading_twice_changes_nothing():
    first, second = waits(), waits()
    assert [intake.read(first.pk), intake.read(first.pk), intake.read(second.pk)] == [DONE] * 3
    assert Source.objects.count() == 1
    assert set(Intake.objects.values_list("source", "tries")) == {(Source.objects.get().pk, 1)}
    assert intake.read(second.pk + 1) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (
            {"text": "Le ministre est arrivé hier à la capitale pour des entretiens avec son homologue."},
            "English",
        ),
        ({"text": "", "url": "https://wire-a.example/1"}, "an address alone is not fetched"),
        ({"text": "Talks.", "given": {"published": "tomorrow"}}, "“tomorrow” is no day of publication"),
    ],
)
def test_what_cannot_be_read_has_failed_for_good_with_its_reason(sent, reason):
    row = Intake.objects.create(**sent)
    assert intake.read(row.pk) == FAILED
    row.refresh_from_db()
    assert row.state == FAILED and reason in row.error
    assert not intake.waiting() and not Source.objects.exists()


@pytest.mark.django_db
def test_what_fails_for_a_passing_reason_is_tried_again_until_it_has_failed_too_often(monkeypatch):
    row = waits()

    def breaks(*_):
        raise MemoryError("no more of it")

    with monkeypatch.context() as broken:
        broken.setattr(intake, "read_article", breaks)
        for tries in range(1, intake.MOST_TRIES + 1):
            with pytest.raises(intake.Again, match="no more of it"):
                intake.read(row.pk)
            row.refresh_from_db()
            assert (row.state, row.tries) == (WAITING, tries)
        assert intake.read(row.pk) == FAILED
    row.refresh_from_db()
    assert row.error == "MemoryError: no more of it"
    curation.try_again(row)
    assert intake.read(row.pk) == DONE
    with pytest.raises(curation.NotPossible, match="only what has failed"):
        curation.try_again(Intake.objects.get(pk=row.pk))


@pytest.mark.django_db
def test_what_kills_its_reader_is_given_up_in_the_end():
    row = waits()
    Intake.objects.filter(pk=row.pk).update(state=READING, tries=intake.MOST_TRIES)
    assert intake.read(row.pk) == FAILED
    row.refresh_from_db()
    assert "never came to its end" in row.error


@pytest.mark.django_db
def test_nothing_is_half_written_where_it_breaks_in_the_middle(monkeypatch):
    row = waits()

    def breaks(*_, **__):
        raise OperationalError("server closed the connection")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "close", lambda: None)  # it holds the transaction of this test
        broken.setattr("timeline.chronicle.linking.settle_events", breaks)
        with pytest.raises(intake.Again, match="server closed"):
            intake.read(row.pk)
    assert not Source.objects.exists() and intake.waiting() == [row.pk]
    assert intake.read(row.pk) == DONE


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_does_not_answer_keeps_nobody_from_sending_in(settings, caplog):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    row = waits()
    assert intake.waiting() == [row.pk] and "does not answer" in caplog.text
    assert intake.sweep() == 0
    with pytest.raises(CommandError, match="The broker took 0 of 1"):
        call_command("read_intake", "--send")


@pytest.mark.django_db
def test_sending_needs_a_broker():
    with pytest.raises(CommandError, match="REDIS_URL is not set"):
        call_command("read_intake", "--send")


@pytest.mark.django_db(transaction=True)
def test_the_broker_is_told_numbers_alone_and_again_when_asked(broker, settings, capsys):
    rows = [waits(), waits(publisher="Wire")]
    assert intake.in_broker() == 2
    kept = broker.lrange(settings.CELERY_TASK_DEFAULT_QUEUE, 0, -1)
    assert not [message for message in kept if b"Peru" in message]
    broker.flushdb()
    call_command("read_intake", "--send")
    assert intake.in_broker() == 2 and "Told the workers of 2" in capsys.readouterr().out
    assert intake.waiting() == [row.pk for row in rows]
