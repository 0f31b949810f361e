"""A view as a file or a feed: the same events as the page, and nothing that a spreadsheet would run."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import make_event, make_mention, make_source
from timeline.models import Kind
from timeline.web import exports

ATOM = "{http://www.w3.org/2005/Atom}"


def fetch(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.getvalue().decode()


def table(client, query: str = "") -> list[dict]:
    return list(csv.DictReader(io.StringIO(fetch(client, f"/events.csv{query}"), newline="")))


def test_table_has_the_events_of_the_view_with_their_passage(client, world):
    (row,) = table(client, "?kind=summit&status=held")
    passage = world.article.passages.get(exact__startswith="Chilean")
    assert tuple(row) == exports.COLUMNS
    assert row["url"] == f"http://testserver{world.summit.get_absolute_url()}"
    assert (row["when"], row["earliest"], row["latest"]) == ("2018-05-01", "2018-05-01", "2018-05-01")
    assert row["actors"] == "Ana Soto; Luis Rey"
    assert row["country"] == "Peru"
    assert row["quote"] == passage.exact
    assert world.article.text[int(row["char_start"]) : int(row["char_end"])] == passage.exact
    assert (row["outlet"], row["published"]) == ("North Wire", "2018-05-04")


def test_order_is_that_of_the_view(client, world):
    assert [row["id"] for row in table(client)] == [row["id"] for row in table(client, "?order=oldest")][::-1]


def test_every_event_is_sent_however_many_batches_that_takes(client, world, monkeypatch):
    monkeypatch.setattr(exports, "BATCH", 2)
    for n in range(5):
        make_event(f"Event {n}", when="2018" if n % 2 else "")
    assert sorted(int(row["id"]) for row in table(client)) == sorted(
        [world.summit.pk, world.plan.pk, world.invitation.pk, *range(world.invitation.pk + 1, world.invitation.pk + 6)]
    )


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_formula_is_disarmed(client, today, db, title):
    make_event(title)
    (row,) = table(client)
    assert row["title"] == f"'{title}"


def test_commas_quotes_and_line_breaks_survive(client, today, db):
    make_event("x", source=make_source('They "met", and\nleft.'))
    (row,) = table(client)
    assert row["quote"] == 'They "met", and\nleft.'


def test_lines_are_objects_with_all_passages(client, world):
    lines = [json.loads(line) for line in fetch(client, "/events.jsonl?kind=summit&status=held").splitlines()]
    (event,) = lines
    assert event["title"] == "Soto–Rey summit, Lima"
    assert [(actor["slug"], actor["role"]) for actor in event["actors"]] == [
        ("ana-soto", "participant"),
        ("luis-rey", "participant"),
    ]
    assert [passage["source"]["publisher"] for passage in event["passages"]] == ["North Wire", "Wire A"]
    assert event["passages"][0]["source"]["sha256"] == world.article.sha256


def test_act_names_the_encounter_it_is_about(client, world):
    (event,) = (json.loads(line) for line in fetch(client, "/events.jsonl?kind=invitation").splitlines())
    assert event["concerns"] == f"http://testserver{world.plan.get_absolute_url()}"


def test_feed_tells_what_was_entered_last(client, world):
    feed = ElementTree.fromstring(fetch(client, "/events.atom?kind=summit"))
    assert feed.findtext(f"{ATOM}title") == "Summits · Aide-Mémoire"
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles == [
        "Soto–Rey summit (planned, outcome not recorded, early June 2018)",
        "Soto–Rey summit, Lima (held, 1 May 2018)",
    ]
    assert "North Wire, 4 May 2018, ¶4" in feed.findall(f"{ATOM}entry")[1].findtext(f"{ATOM}summary")


def test_feed_holds_fifty(client, today, db):
    source = make_source()
    for n in range(55):
        make_event(f"Event {n}", source=source)
    assert fetch(client, "/events.atom").count("<entry>") == 50


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "atom"])
def test_nonsense_is_refused_rather_than_left_out(client, world, suffix):
    response = client.get(f"/events.{suffix}?actor=nobody&from=31+Feb")
    assert response.status_code == 400
    assert "actor: No actor in this chronology is called “nobody”." in response.text
    assert "from: “31 Feb”" in response.text


def test_page_links_to_the_files_of_its_view(read_page, world):
    text = read_page("/?kind=summit&status=held")
    for suffix in ("csv", "jsonl", "atom"):
        assert f'<a href="/events.{suffix}?kind=summit&amp;status=held">' in text
    assert '<link rel="alternate" type="application/atom+xml" title="Held summits" href="/events.atom?kind' in text


def test_queries_do_not_grow_with_rows(client, today, db):
    numbers = []
    for more in (10, 50):
        for n in range(more):
            event = make_event(f"Event {more} {n}", when="2018", kind=Kind.CALL)
            make_mention(event, make_source(f"A second report of {more} {n}."))
        for suffix in ("csv", "jsonl", "atom"):
            with CaptureQueriesContext(connection) as captured:
                fetch(client, f"/events.{suffix}")
            numbers.append(len(captured))
    assert numbers[:3] == numbers[3:]
