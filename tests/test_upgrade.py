"""A chronology that an earlier release made is whole, and shown, after the tables are brought up to date."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.builders import make_actor, make_event, make_source, make_state
from timeline.chronicle.filing import file_everything
from timeline.models import ActorName, Event, Filed, Passage, Source
from timeline.models.filing import Field, Posting

FIRST = "0001_initial"


@pytest.fixture
def first_tables(transactional_db):
    """The tables as the first release made them; afterwards those of today again."""
    call_command("migrate", "timeline", FIRST, verbosity=0, interactive=False)
    yield MigrationExecutor(connection).loader.project_state(("timeline", FIRST)).apps
    call_command("migrate", verbosity=0, interactive=False)


def test_a_chronology_of_the_first_release_is_shown_after_the_upgrade(transactional_db, client):
    source = make_source("Ama Boateng met the envoys of Peru in Lomé on Monday.", title="Talks in Lomé")
    make_event("Talks, Lomé", source=source, actors=[make_actor("Ama Boateng"), make_state("Peru")], when="2019-03-04")
    call_command("migrate", "timeline", FIRST, verbosity=0, interactive=False)
    assert "timeline_filed" not in connection.introspection.table_names()
    call_command("migrate", verbosity=0, interactive=False)
    shown = client.get("/", {"actor": "ama-boateng"}).content.decode()
    assert "1 event" in shown
    assert "Talks, Lomé" in shown
    assert "met the envoys of" in client.get(Event.objects.get().get_absolute_url()).content.decode()
    assert Filed.objects.count() == 1
    out = StringIO()
    call_command("check_chronology", stdout=out)


def test_rows_written_to_the_first_tables_keep_their_words(first_tables):
    old_source = first_tables.get_model("timeline", "Source")
    text = "The ministers of Peru and Chile met in Arica."
    written = old_source.objects.create(title="Arica", text=text, sha256=Source.digest(text), published_how="unknown")
    first_tables.get_model("timeline", "Passage").objects.create(source=written, start=0, end=13, exact="The ministers")
    actor = first_tables.get_model("timeline", "Actor").objects.create(name="Iñaki López", slug="lopez", kind="person")
    first_tables.get_model("timeline", "ActorName").objects.create(actor=actor, name=actor.name, origin="text")
    call_command("migrate", verbosity=0, interactive=False)
    assert Source.objects.get().text == text
    assert ActorName.objects.get(actor__name="Iñaki López").plain == " inaki lopez"
    assert str(Passage.objects.get().exact) == "The ministers"


def test_every_migration_can_be_taken_back(first_tables):
    executor = MigrationExecutor(connection)
    assert [key for key in executor.loader.applied_migrations if key[0] == "timeline"] == [("timeline", FIRST)]


def test_summaries_are_filed_as_such_after_the_upgrade(transactional_db):
    make_event("Meetings, Lomé", when="2018", occasions=4)
    file_everything()
    call_command("migrate", "timeline", "0003_newest_first", verbosity=0, interactive=False)
    assert not Filed.objects.exists()
    call_command("migrate", verbosity=0, interactive=False)
    assert list(Posting.objects.get(field=Field.SUMMARY).numbers) == [Event.objects.get().pk]
