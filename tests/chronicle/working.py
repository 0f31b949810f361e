"""Articles and workers for tests of the queue: the workers are processes of their own, as in life."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import dj_database_url
import pytest
import redis
from django.conf import settings as project
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections

from scripts.broker import DATABASES, answering
from scripts.servers import PrivatePostgres, PrivateRedis
from tests.chronicle.test_ingest import chronology
from timeline.chronicle.ingest import Article, ingest
from timeline.models import Intake, IntakeState, Source

PAIRS = (("Angela Merkel", "Narendra Modi"), ("Chile", "Peru"), ("Japan", "Kenya"), ("Norway", "Ghana"))
TOWNS = ("Lima", "Oslo", "Nairobi")
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


def done():
    return Intake.objects.filter(state=IntakeState.DONE).count()


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
def private_redis(settings, tmp_path):
    """A Redis that this test may kill, as the broker."""
    server = PrivateRedis(tmp_path)
    settings.CELERY_BROKER_URL = server.url
    yield server
    server.kill()


@pytest.fixture
def private_postgres(django_db_blocker):
    """A PostgreSQL that this test may kill, with our tables, in place of the tests' database."""
    # not in a folder of pytest's, into which nobody but its owner may look: the server has a user of its own
    with tempfile.TemporaryDirectory() as folder:
        server = PrivatePostgres(Path(folder))
        try:
            with django_db_blocker.unblock(), in_place_of_the_tests_database(server.url):
                call_command("migrate", verbosity=0)
                yield server
        finally:
            server.stop()


@contextmanager
def in_place_of_the_tests_database(url):
    kept, connected = connections.settings["default"], connections["default"]
    connections.settings["default"] = kept | {"OPTIONS": {}} | dj_database_url.parse(url, conn_health_checks=True)
    del connections["default"]
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = kept, connected
        ContentType.objects.clear_cache()  # it would know those of another database


@pytest.fixture
def start(settings, tmp_path):
    """Start a worker with so many processes, as in life but for the database; all are gone at the end."""
    begun = []

    def begin(processes, *options, **variables):
        environment = (
            os.environ
            | variables
            | {
                "DATABASE_URL": address(),
                "DEBUG": "1",
                "REDIS_URL": settings.CELERY_BROKER_URL,
                "VAR_DIR": str(tmp_path),
            }
        )
        options = [f"--concurrency={processes}", "--loglevel=WARNING", "--without-mingle", "--without-gossip", *options]
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
    """Wait until it is so; where it never comes to that, what the workers said is the reason given."""
    begun = time.monotonic()
    while not reached():
        said = "".join(log.read_text() for log in tmp_path.glob("worker*.log"))
        assert time.monotonic() - begun < PATIENCE, said
        time.sleep(0.05)
