"""Redis and PostgreSQL killed and started again in the middle of work: nothing lost, nothing twice, nothing half."""

import pytest
from django.db import close_old_connections
from django.test import Client

from tests.chronicle.test_ingest import chronology
from tests.chronicle.working import articles, by_one, done, until
from timeline.chronicle import intake
from timeline.chronicle.check import problems
from timeline.models import Source


def sent(number):
    """Send in so many articles, the last first; return the chronology that one makes of them in their order."""
    told = articles(number)
    made = by_one(told)
    for article in reversed(told):
        intake.send_in(article)
    return made


def restarted_in_the_middle(server, tmp_path):
    until(lambda: done() > 1, tmp_path)
    server.restart()
    close_old_connections()  # as every request does when it begins; the pages know nothing else of restarts
    assert Client().get("/health/").status_code == 200
    assert intake.waiting()
    until(lambda: not intake.waiting(), tmp_path)


@pytest.mark.django_db(transaction=True)
def test_four_workers_give_the_chronology_of_one_though_redis_lost_all(private_redis, start, tmp_path):
    made = sent(16)
    start(4, "--beat", SWEEP_SECONDS="1")
    restarted_in_the_middle(private_redis, tmp_path)
    assert done() == Source.objects.count() == 16
    assert chronology() == made
    assert list(problems()) == []


def test_workers_outlive_a_crash_of_postgresql(private_postgres, private_redis, start, tmp_path):
    made = sent(16)
    start(2, "--beat", SWEEP_SECONDS="1")
    restarted_in_the_middle(private_postgres, tmp_path)
    assert done() == Source.objects.count() == 16
    assert chronology() == made
    assert list(problems()) == []
