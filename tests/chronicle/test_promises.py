"""The promises, held against random hands: whatever editors and articles do in whatever order, reading everything again
changes nothing that an editor decided, loses no passage, leaves every public event sourced and every address leading
somewhere, and the check finds nothing wrong.
"""

from dataclasses import replace
from datetime import date
from unittest import mock

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from tests.chronicle import plain
from tests.chronicle.test_ingest import chronology
from timeline.chronicle import curation
from timeline.chronicle import ingest as ingest_module
from timeline.chronicle.check import problems
from timeline.chronicle.citations import Entry, take_in
from timeline.chronicle.curation.deciding import stored
from timeline.chronicle.ingest import Article, ingest, reread
from timeline.models import Action, Actor, Decision, Event, Mention, Passage, Review, Source

EDITOR = "ana"
WHY = "Seen so."

PEOPLE = ["Ana Lima (Chile)", "Ben Okoro (Nigeria)", "Cai Shen (China)", "The Fox (Chile)", "Chile", "Nigeria"]
parties = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map("; ".join)
line = st.builds(
    "{} | {} | {} | {} | {} | {}".format,
    st.integers(0, 2),
    st.sampled_from(["summit", "meeting", "visit", "talks", "invitation", "cancellation"]),
    st.sampled_from(["held", "planned", "held", "cancelled"]),
    st.sampled_from(["", "2019-03-04", "2019-03-05", "2019-03", "D"]),
    st.sampled_from(["", "Lima", "Abuja"]),
    parties,
)
texts = st.lists(line, min_size=1, max_size=3).map("\n".join)
days = st.sampled_from([None, date(2019, 3, 1), date(2019, 3, 6), date(2019, 6, 1)])
which = st.integers(0, 30)
"""Of several rows, which: counted round."""

changes = st.one_of(
    st.fixed_dictionaries({"when": st.sampled_from(["2019-03-07", "2019-03", ""])}),
    st.fixed_dictionaries({"place": st.sampled_from(["Cusco", "Lima", ""])}),
    st.fixed_dictionaries({"title": st.just("What the editor calls it")}),
    st.fixed_dictionaries({"status": st.sampled_from(["held", "planned"]), "occasions": st.integers(1, 2)}),
    st.fixed_dictionaries({"kind": st.sampled_from(["talks", "meeting", "invitation"])}),
)


class Chronology(RuleBasedStateMachine):
    """A chronology in the hands of editors, with articles coming in; everything is taken back at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()

    @initialize(one=texts, other=texts)
    def begin(self, one, other):
        self.read(one, date(2019, 3, 5))
        self.read(other, date(2019, 3, 6))

    def read(self, text, day):
        ingest(Article(text, title="Dispatch", published=day))

    def possible(self, decide, *args, **more):
        """Take a decision if it can be taken; what cannot must leave no trace."""
        before = Decision.objects.count()
        try:
            with transaction.atomic():
                return decide(*args, **more)
        except curation.NotPossible:
            assert Decision.objects.count() == before
        return None

    @staticmethod
    def one_of(rows, number):
        rows = list(rows.order_by("pk"))
        return rows[number % len(rows)] if rows else None

    @rule(text=texts, day=days)
    def an_article_comes(self, text, day):
        self.read(text, day)

    @rule(text=texts, record=st.sampled_from(["1", "2"]), day=days)
    def an_entry_of_a_list_comes(self, text, record, day):
        """New, or a later state of one that came before."""
        entry = Entry(text, plain.read(text, day).claims, f"A list, record {record}", published=day, record=record)
        list(take_in([entry]))

    @rule(text=texts, number=which)
    def an_exported_event_comes(self, text, number):
        """Of an event that is here, or of one that is not."""
        uids = [*Event.objects.order_by("pk").values_list("uid", flat=True), "from-elsewhere"]
        claims = tuple(replace(claim, group=0, concerns=None) for claim in plain.read(text).claims)
        list(take_in([Entry(text, claims, "Quoted", uid=uids[number % len(uids)], holds={"title": "As it was there"})]))

    @rule(number=which, changes=changes)
    def edit(self, number, changes):
        self.possible(curation.edit, self.one_of(Event.objects.filter(merged_into=None), number), changes, EDITOR, WHY)

    @rule(number=which, actor=which)
    def edit_who_took_part(self, number, actor):
        event = self.one_of(Event.objects.filter(merged_into=None), number)
        parts = [(self.one_of(Actor.objects.standing(), actor), "host")]
        self.possible(curation.edit, event, {"actors": parts}, EDITOR, WHY)

    @precondition(lambda self: Event.objects.exclude(locked_fields=[]).exists())
    @rule(number=which)
    def unlock(self, number):
        event = self.one_of(Event.objects.exclude(locked_fields=[]), number)
        self.possible(curation.unlock, event, event.locked_fields[:1], EDITOR, WHY)

    @rule(number=which)
    def accept(self, number):
        self.possible(curation.accept, self.one_of(Event.objects.all(), number), EDITOR, WHY)

    @rule(number=which)
    def reject(self, number):
        self.possible(curation.reject, self.one_of(Event.objects.all(), number), EDITOR, WHY)

    @rule(one=which, other=which, whose=st.sampled_from([curation.KEEP, curation.GONE]))
    def merge(self, one, other, whose):
        keep, gone = (self.one_of(Event.objects.all(), number) for number in (one, other))
        values = dict.fromkeys(curation.collisions(keep, gone), whose)
        self.possible(curation.merge, keep, gone, EDITOR, WHY, values)

    @rule(number=which, how_many=st.integers(1, 2))
    def split(self, number, how_many):
        event = self.one_of(Event.objects.filter(merged_into=None), number)
        keys = list(event.mentions.order_by("key").values_list("key", flat=True))[:how_many]
        self.possible(curation.split, event, keys, EDITOR, WHY)

    @rule(one=which, other=which)
    def tell_apart(self, one, other):
        events = Event.objects.filter(merged_into=None)
        self.possible(curation.tell_apart, self.one_of(events, one), self.one_of(events, other), EDITOR, WHY)

    @rule(number=which)
    def give_a_name(self, number):
        self.possible(curation.keep_name, self.one_of(Actor.objects.filter(kind="person"), number), "The Fox", EDITOR)

    @rule(one=which, other=which)
    def merge_actors(self, one, other):
        actors = Actor.objects.filter(kind="person")
        keep, gone = self.one_of(actors, one), self.one_of(actors, other)
        if keep:
            self.possible(curation.merge_actors, keep, gone, EDITOR, WHY)

    @rule(number=which)
    def withdraw(self, number):
        self.possible(curation.withdraw, self.one_of(Source.objects.all(), number), EDITOR, WHY)

    @precondition(lambda self: Source.objects.exclude(withdrawn_at=None).exists())
    @rule(number=which)
    def put_back(self, number):
        self.possible(curation.put_back, self.one_of(Source.objects.exclude(withdrawn_at=None), number), EDITOR, WHY)

    @rule(number=which, day=days)
    def set_day(self, number, day):
        self.possible(curation.set_day, self.one_of(Source.objects.all(), number), day, EDITOR, WHY)

    @precondition(lambda self: Decision.objects.exists())
    @rule(number=which)
    def undo(self, number):
        latest = list(Decision.objects.in_force().exclude(action=Action.UNDO).order_by("-pk"))
        if latest:
            self.possible(curation.undo, latest[number % min(3, len(latest))], EDITOR)

    @rule(number=which)
    def read_one_again(self, number):
        reread(self.one_of(Source.objects.all(), number))

    def teardown(self):
        try:
            hold_the_promises()
        finally:
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)


def decided():
    """All that editors have decided and that still stands, in a form to compare."""
    locked = {
        event.uid: {name: stored(event, name) for name in event.locked_fields}
        for event in Event.objects.exclude(locked_fields=[]).select_related("country", "concerns")
    }
    merges = Decision.objects.in_force().filter(action=Action.MERGE, event__isnull=False)
    return {
        "locked": locked,
        "rejected": sorted(Event.objects.filter(review=Review.REJECTED).values_list("uid", flat=True)),
        "reviewed": sorted(
            Event.objects.filter(review__in=[Review.ACCEPTED, Review.CHANGED]).values_list("uid", flat=True)
        ),
        "shown": {
            event.uid: (event.root.uid, event.is_public)
            for event in Event.objects.exclude(locked_fields=[]).select_related("merged_into")
        },
        "pinned": dict(Mention.objects.filter(pinned=True).values_list("key", "event__uid")),
        "merged": sorted((m.other_event.uid, m.other_event.root.uid) for m in merges),
        "withdrawn": sorted(Source.objects.exclude(withdrawn_at=None).values_list("sha256", flat=True)),
        "decisions": Decision.objects.count(),
    }


def read_everything_again():
    for source in Source.objects.order_by("pk"):
        reread(source)


def read_otherwise(text, *args, **kwargs):
    """A later parser: it finds other days and another town."""
    later = text.replace("2019-03-04", "2019-08-20").replace("| Lima ", "| Cali ")
    return replace(plain.read(later, *args, **kwargs), text=text)


def hold_the_promises():
    assert list(problems()) == []
    before, passages = decided(), set(Passage.objects.values_list("source__sha256", "start", "end", "exact"))
    read_everything_again()
    assert decided() == before
    assert passages <= set(Passage.objects.values_list("source__sha256", "start", "end", "exact"))
    assert list(problems()) == []
    sourced = set(Mention.objects.live().values_list("event", flat=True))
    assert set(Event.objects.public().values_list("pk", flat=True)) <= sourced
    every_address_leads_somewhere()
    settled = chronology()
    read_everything_again()
    assert chronology() == settled
    with mock.patch.object(ingest_module, "read", read_otherwise):
        read_everything_again()
    assert decided() == before
    assert list(problems()) == []


def every_address_leads_somewhere():
    """A public event's page is there; a merged one's leads to where it went; what is not shown says that it is gone."""
    client = Client()
    for event in Event.objects.select_related("merged_into"):
        response = client.get(event.get_absolute_url())
        root = event.root
        if root.pk != event.pk and root.is_public:
            assert (response.status_code, response.headers.get("Location")) == (301, root.get_absolute_url())
        else:
            assert response.status_code == (200 if root.is_public else 410), event


@pytest.mark.usefixtures("take")
def test_whatever_is_done_the_promises_hold():
    run_state_machine_as_test(
        Chronology,
        settings=settings(
            max_examples=15,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
