"""Events are filed under what they have, whatever was written before; and pages see just that."""

from contextlib import suppress
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_event
from tests.chronicle.test_ingest import MEETING, SUMMIT
from timeline.apps import file_what_is_not
from timeline.chronicle import curation
from timeline.chronicle.curation import NotPossible
from timeline.chronicle.filing import EDITIONS_KEPT, file_events, file_everything, misfiled
from timeline.chronicle.ingest import reread
from timeline.models import Actor, Decision, Edition, Event, Filed, Posting, Source
from timeline.models.filing import BLOCK_BITS
from timeline.web import filing

ARTICLES = [
    ("1 | summit | held | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-05"),
    ("1 | summit | planned | 2019-03 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-02-01"),
    ("1 | invitation | held | 2019-02-01 | | Ana Lima (Chile); > Ben Okoro (Nigeria)", "2019-02-02"),
    ("1 | summit | cancelled | 2019-03-04 | Abuja | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-06"),
    ("1 | visit | held | D | Lagos, Nigeria | Cai Shen (China) | country=Nigeria basis=reported", "2018-07-09"),
    ("1 | statement | held | | | Cai Shen (China)\n2 | talks | planned | [2018-08..] | | China; Peru", "2018-07-10"),
    ("1 | meeting | held | 197X | Quito | Dov Peretz (Israel); Eda Kaya (Turkey)", None),
]


class Desk:
    """Everything that changes the chronology, each chosen by two numbers; what is not possible changes nothing."""

    def __init__(self, take) -> None:
        self.take = take

    def event(self, number: int) -> Event:
        return Event.objects.order_by("pk")[number % Event.objects.count()]

    def source(self, number: int) -> Source:
        return Source.objects.order_by("pk")[number % Source.objects.count()]

    def read(self, one: int, _: int) -> None:
        self.take(*ARTICLES[one % len(ARTICLES)])

    def read_again(self, one: int, _: int) -> None:
        reread(self.source(one))

    def withdraw(self, one: int, _: int) -> None:
        curation.withdraw(self.source(one), "ana", "False.")

    def put_back(self, one: int, _: int) -> None:
        curation.put_back(self.source(one), "ana")

    def set_day(self, one: int, other: int) -> None:
        curation.set_day(self.source(one), date(2018, 1 + other % 12, 9) if other else None, "ana")

    def accept(self, one: int, _: int) -> None:
        curation.accept(self.event(one), "ana")

    def reject(self, one: int, _: int) -> None:
        curation.reject(self.event(one), "ana", "Misread.")

    def edit(self, one: int, other: int) -> None:
        changes = [
            {"when": "2017-05~"},
            {"place": "Côte d’Azur, France"},
            {"kind": "conference", "status": "ongoing"},
            {"title": "Another name"},
            {"actors": [(Actor.objects.order_by("pk").first(), "host")]},
            {"when": ""},
        ]
        curation.edit(self.event(one), changes[other % len(changes)], "ana")

    def unlock(self, one: int, _: int) -> None:
        curation.unlock(self.event(one), self.event(one).locked_fields, "ana")

    def merge(self, one: int, other: int) -> None:
        curation.merge(self.event(one), self.event(other), "ana", "The same.")

    def split(self, one: int, other: int) -> None:
        keys = list(self.event(one).mentions.order_by("key").values_list("key", flat=True))
        curation.split(self.event(one), keys[: 1 + other % 2], "ana", "Two.")

    def rename(self, one: int, other: int) -> None:
        actor = Actor.objects.standing().order_by("pk")[one % Actor.objects.standing().count()]
        curation.edit_actor(actor, {"name": f"Renamed {other % 3}"}, "ana")

    def make_one_of_two_actors(self, one: int, other: int) -> None:
        actors = Actor.objects.standing().order_by("pk")
        curation.merge_actors(actors[one % len(actors)], actors[other % len(actors)], "ana", "The same.")

    def undo(self, one: int, _: int) -> None:
        if decisions := list(Decision.objects.in_force().order_by("-pk")):
            curation.undo(decisions[one % len(decisions)], "ana")


WRITES = sorted(name for name in vars(Desk) if not name.startswith("_") and name not in ("event", "source"))


def from_nothing() -> filing.Filing:
    """What a process sees that has just been started."""
    with pytest.MonkeyPatch.context() as started:
        started.setattr(filing, "_held", filing.Filing())
        return filing.present()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(WRITES), st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_events_are_filed_as_a_recount_would_file_them_after_any_sequence_of_writes(take, writes):
    desk = Desk(take)
    with transaction.atomic():
        for text, day in ARTICLES[:3]:
            take(text, day)
        for write, one, other in writes:
            with suppress(NotPossible), transaction.atomic():
                getattr(desk, write)(one, other)
            assert list(misfiled()) == [], write
            assert filing.present().fields == from_nothing().fields, write
        transaction.set_rollback(True)


def test_filing_everything_gives_what_filing_one_by_one_gave(take):
    for text, day in ARTICLES:
        take(text, day)
    one_by_one = {(p.field, p.value, p.block): p.numbers for p in Posting.objects.all() if p.numbers}
    terms = set(Filed.objects.values_list("event", "terms"))
    file_everything()
    assert {(p.field, p.value, p.block): p.numbers for p in Posting.objects.all()} == one_by_one
    assert set(Filed.objects.values_list("event", "terms")) == terms


def test_misfiled_events_are_named(take):
    take(SUMMIT, "2019-03-05")
    event = Event.objects.get()
    Event.objects.update(kind="visit")
    assert list(misfiled()) == [event.pk]
    file_events([event.pk])
    assert list(misfiled()) == []
    Posting.objects.filter(field="kind").delete()
    assert list(misfiled()) == [event.pk]


def test_events_of_any_number_are_filed_in_their_block(take):
    take(SUMMIT, "2019-03-05")
    far = make_event("far", id=(3 << BLOCK_BITS) + 5)
    file_events([far.pk])
    assert list(filing.present().everything) == [Event.objects.earliest("pk").pk, far.pk]
    file_everything()
    assert list(misfiled()) == []
    assert far.pk in from_nothing().everything


def test_what_a_transaction_wrote_that_came_to_nothing_is_not_seen(take):
    take(SUMMIT, "2019-03-05")
    before = filing.present().fields
    with suppress(ZeroDivisionError), transaction.atomic():
        take(MEETING, "2019-03-06")
        take(*ARTICLES[3])
        assert filing.present().fields != before
        raise ZeroDivisionError
    assert filing.present().fields == before
    take(*ARTICLES[4])
    assert filing.present().fields == from_nothing().fields


def test_every_write_makes_a_new_edition_and_old_ones_are_forgotten(take, monkeypatch):
    monkeypatch.setattr("timeline.chronicle.filing.EDITIONS_KEPT", 3)
    marks = set()
    for text, day in ARTICLES[:5]:
        take(text, day)
        marks.add(Edition.objects.latest_one().mark)
    assert len(marks) == 5 and Edition.objects.count() == 3 < EDITIONS_KEPT
    curation.edit_source(Source.objects.first(), {"title": "Another"}, "ana")
    assert Edition.objects.latest_one().mark not in marks


def test_one_query_where_nothing_has_changed(take, django_assert_num_queries):
    take(SUMMIT, "2019-03-05")
    filing.present()
    with django_assert_num_queries(1):
        filing.present()


def test_fixtures_are_filed_when_they_are_loaded(take, tmp_path):
    for text, day in ARTICLES:
        take(text, day)
    fixture = tmp_path / "chronology.json"
    models = ["actor", "actorname", "source", "passage", "event", "mention", "participation"]
    call_command("dumpdata", *[f"timeline.{model}" for model in models], natural_foreign=True, output=str(fixture))
    seen = filing.present().fields
    Posting.objects.all().delete()
    Filed.objects.all().delete()
    call_command("loaddata", str(fixture), verbosity=0)
    assert list(misfiled()) == []
    assert filing.present().fields == seen


def test_database_from_before_there_was_filing_is_filed_when_it_is_migrated(take):
    take(SUMMIT, "2019-03-05")
    Posting.objects.all().delete()
    Filed.objects.all().delete()
    file_what_is_not()
    assert list(misfiled()) == []
    edition = Edition.objects.latest_one()
    file_what_is_not()
    assert Edition.objects.latest_one() == edition


def test_refile_files_what_was_written_past_the_site(db):
    make_event("Fishing talks")
    out = StringIO()
    call_command("refile", stdout=out)
    assert out.getvalue() == "Filed: 1 events.\n"
    assert list(misfiled()) == []
