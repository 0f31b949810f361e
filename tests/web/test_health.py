"""Whether the site says when it cannot do its work."""

import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from timeline.models import Intake, IntakeState

pytestmark = pytest.mark.django_db


def test_a_site_that_works_says_so(client):
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json() == {
        "database": "ok",
        "migrations": "ok",
        "waiting": 0,
        "oldest_seconds": None,
        "failed": 0,
    }
    assert "no-store" in answer["Cache-Control"]


def test_the_queue_is_told_by_number_and_age(client):
    Intake.objects.create(text="One.")
    Intake.objects.create(text="Two.", state=IntakeState.READING)
    Intake.objects.create(text="Three.", state=IntakeState.FAILED, error="It is not in English.")
    told = client.get("/health/").json()
    assert (told["waiting"], told["failed"]) == (2, 1)
    assert 0 <= told["oldest_seconds"] < 60


def test_tables_that_the_code_does_not_expect_are_told(client):
    MigrationRecorder.Migration.objects.filter(app="timeline").last().delete()
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["migrations"].startswith("not applied: 00")


def test_a_database_that_does_not_answer_is_told_without_its_name(client, monkeypatch):
    def fail(*_args):
        raise OperationalError("could not connect to db.example.org as kofi")

    monkeypatch.setattr(MigrationExecutor, "__init__", fail)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json() == {"database": "does not answer"}
