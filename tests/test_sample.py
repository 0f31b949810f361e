"""The sample: what the parser makes of our dispatches, with a few decisions, and nothing else."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from scripts import make_sample
from timeline.chronicle.check import problems
from timeline.models import Actor, ActorName, Decision, Event, Mention, Participation, Passage, Source

FIXTURES = Path(make_sample.FIXTURES)
MODELS = (Actor, ActorName, Source, Passage, Event, Mention, Participation, Decision)


def test_the_fixtures_are_what_the_parser_and_the_script_make(db):
    actors, sample = make_sample.make()
    assert (FIXTURES / "actors.json").read_text(encoding="utf-8") == actors
    assert (FIXTURES / "sample.json").read_text(encoding="utf-8") == sample


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The sample, loaded once for this module and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", "actors", "sample", verbosity=0)
        yield
        transaction.set_rollback(True)


def rows():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS}


def test_loading_twice_changes_nothing(loaded, db):
    before = rows()
    call_command("loaddata", "actors", "sample", verbosity=0)
    assert rows() == before


def test_the_sample_holds_together(loaded, db):
    assert list(problems()) == []
    assert Event.objects.public().count() > 40


def test_fixtures_name_rows_by_natural_keys_only():
    for name in ("actors.json", "sample.json"):
        assert all("pk" not in row for row in json.loads((FIXTURES / name).read_text(encoding="utf-8")))
