"""What goes out as JSON Lines comes in again as it was: kind, status, day, actors, place and every quoted word."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT, thrown_away
from timeline.chronicle import curation
from timeline.chronicle.articles import articles_in
from timeline.chronicle.check import problems
from timeline.chronicle.citations import take_in
from timeline.chronicle.exported import entries_of
from timeline.chronicle.forms import Wrong
from timeline.chronicle.ingest import Refused
from timeline.chronicle.written_names import NameReader
from timeline.models import Actor, Event, Mention, Source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("filed")]

FIELDS = ("uid", "kind", "status", "basis", "title", "when", "place", "country", "occasions")


def export():
    out = StringIO()
    call_command("export", format="jsonl", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def told(events):
    """What must outlive the way out and in, in a form to compare."""
    return sorted(
        [
            *([event[name] for name in FIELDS]),
            sorted((a["name"], a["kind"], a["role"]) for a in event["actors"]),
            sorted((p["quote"], p["source"]["title"], p["source"]["published"] or "") for p in event["passages"]),
        ]
        for event in events
    )


def take_all(events):
    names = NameReader()
    list(take_in([entry for event in events for entry in entries_of(event, names)]))


def counts():
    return [*(model.objects.count() for model in (Source, Mention, Event)), Event.history.count()]


@pytest.fixture
def exported(take):
    """Four events, two of them edited so that their passages settle to something else, as a file has them; the
    database is empty again."""
    with thrown_away():
        take(f"{SUMMIT}\n{LATER}", "2019-03-05", title="Lima", publisher="Wire A", url="https://a.example/1")
        take(MEETING, "2019-03-06", title="Once more")
        take(
            "0 | visit | cancelled | D | Abuja | Ana Lima (Chile); > Nigeria | country=Nigeria basis=reported",
            "2019-04-01",
        )
        take("0 | sanction | held | 2019-06 | | Chile; > Ben Okoro (Nigeria)")
        talks = Event.objects.get(kind="talks")
        actors = [(Actor.objects.get(name="Ben Okoro"), "participant"), (Actor.objects.get(name="Chile"), "host")]
        changes = {"when": "2019-05-21~", "title": "The talks at the river", "actors": actors, "status": "held"}
        curation.edit(talks, changes, "ana", "Seen there.")
        curation.edit(Event.objects.get(kind="visit"), {"place": ""}, "ana")
        events = export()
    assert not Source.objects.exists()
    return events


def test_out_and_in_again_gives_the_same_events(exported):
    take_all(exported)
    assert told(export()) == told(exported)
    assert Source.objects.filter(kind="citation", title="Lima", url="https://a.example/1").count() == 2
    assert Event.objects.get(kind="summit").voices == 2
    assert list(problems()) == []


def test_the_sample_goes_out_and_in_again(db):
    with thrown_away():
        call_command("loaddata", "actors", "sample", verbosity=0)
        events = export()[::3]
    take_all(events)
    assert len(events) > 20 and told(export()) == told(events)
    assert list(problems()) == []


def test_taken_in_twice_nothing_changes(exported):
    take_all(exported)
    before = counts()
    take_all(exported)
    assert counts() == before


def test_an_export_taken_in_where_it_came_from_changes_nothing(take):
    take(f"{SUMMIT}\n{LATER}", "2019-03-05")
    take_all(export())
    assert Source.objects.count() == 1 and Mention.objects.count() == 2


def test_an_event_that_our_editors_rejected_stays_so(exported):
    take_all(exported)
    event = Event.objects.get(kind="summit")
    curation.reject(event, "ana", "It never was.")
    other = json.loads(json.dumps(next(e for e in exported if e["uid"] == event.uid)))
    for passage in other["passages"]:
        passage["source"]["sha256"] = "0" * 64
        passage["quote"] += " Or so it says."
    take_all([other])
    event.refresh_from_db()
    assert not event.is_public and event.mentions.filter(queued=True).count() == len(other["passages"])


def test_ingest_takes_them_among_articles(exported, tmp_path, take):
    file = tmp_path / "both.jsonl"
    lines = [*exported, {"text": "0 | call | held | 2020-01-02 | | Chile; Nigeria", "published": "2020-01-03"}]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    assert [found.event is None for found in articles_in(file)] == [False] * 4 + [True]
    out = StringIO()
    call_command("ingest", str(file), stdout=out, stderr=StringIO())
    assert Event.objects.public().count() == 5


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"uid": "../../etc"}, "uid"),
        ({"kind": "party"}, "kind"),
        ({"kind": "sanction", "status": "ongoing"}, "status"),
        ({"when": "2019-31-31"}, "when"),
        ({"title": None}, "title"),
        ({"occasions": "many"}, "occasions"),
        ({"actors": [{"name": "Chile", "kind": "planet", "role": "host"}]}, "actors"),
        ({"actors": "Chile"}, "actors"),
        ({"passages": []}, "passages"),
        ({"passages": [{"quote": "x"}]}, "passages"),
        ({"passages": [{"quote": "", "source": {}}]}, "passages"),
    ],
)
def test_what_is_broken_is_named_by_its_field(exported, change, field):
    with pytest.raises((Wrong, Refused)) as raised:
        entries_of(exported[0] | change, NameReader())
    assert raised.value.where == field
