"""A view, an actor or an event as a file or a feed: what the page has, and nothing that a spreadsheet would run."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import make_actor, make_event, make_mention, make_source, take_part
from timeline.chronicle.filing import file_everything
from timeline.models import Basis, Kind, Passage, Role, Status
from timeline.web import filing
from timeline.web.exports import FORMATS, view
from timeline.web.exports import table as table_file

SUFFIXES = [*FORMATS, "atom"]
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
    assert tuple(row) == table_file.COLUMNS
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
    monkeypatch.setattr(view, "BATCH", 2)
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


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nonsense_is_refused_rather_than_left_out(client, world, suffix):
    response = client.get(f"/events.{suffix}?actor=nobody&from=31+Feb")
    assert response.status_code == 400
    assert "actor: No actor in this chronology is called “nobody”." in response.text
    assert "from: “31 Feb”" in response.text


def test_page_links_to_the_files_of_its_view_also_after_a_filter(client, read_page, world):
    text = read_page("/?kind=summit&status=held")
    for suffix in SUFFIXES:
        assert f'<a href="/events.{suffix}?kind=summit&amp;status=held">' in text
    for mime, suffix in (("application/ld+json", "jsonld"), ("text/calendar", "ics"), ("application/atom+xml", "atom")):
        address = f"/events.{suffix}?kind=summit&amp;status=held"
        link = f'<link rel="alternate" id="as-{suffix}" type="{mime}" title="Held summits" href="{address}"'
        assert f"{link}>" in text
        for page in ("/", "/drawn/"):
            changed = client.get(f"{page}?kind=summit&status=held", headers={"HX-Request": "true"}).text
            assert f'{link} hx-swap-oob="true">' in changed


def test_page_says_how_to_cite_its_view(read_page, world):
    text = read_page("/?kind=summit&status=held&view=compact")
    assert (
        "“Held summits”, 1 event. Aide-Mémoire, http://testserver/?kind=summit&amp;status=held (as of 10 March 2019)."
    ) in text


# Linked data


def graph(client, address: str) -> list[dict]:
    return json.loads(fetch(client, address))["@graph"]


def test_linked_data_has_events_articles_and_annotations(client, world):
    event, first, _, second, _ = graph(client, "/events.jsonld?kind=summit&status=held")
    address = f"http://testserver{world.summit.get_absolute_url()}"
    assert (event["@type"], event["@id"], event["name"]) == ("Event", address, "Soto–Rey summit, Lima")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert (event["startDate"], event["endDate"]) == ("2018-05-01", "2018-05-01")
    assert "temporalCoverage" not in event
    assert [(part["roleName"], part["attendee"]["name"]) for part in event["attendee"]] == [
        ("participant", "Ana Soto"),
        ("participant", "Luis Rey"),
    ]
    assert event["location"] == {
        "@type": "Place",
        "name": "Lima, Peru",
        "containedInPlace": {"@type": "Country", "name": "Peru"},
    }
    assert (first["publisher"]["name"], first["datePublished"]) == ("North Wire", "2018-05-04")
    assert first["identifier"] == f"sha256:{world.article.sha256}"
    assert second["@type"] == "NewsArticle"


def test_annotation_finds_its_passage_by_words_and_by_place(client, world):
    _, _, annotation, *_ = graph(client, "/events.jsonld?kind=summit&status=held")
    text = world.article.text
    quote, position = annotation["target"]["selector"]
    start, end = position["start"], position["end"]
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["body"] == f"http://testserver{world.summit.get_absolute_url()}"
    assert annotation["target"]["source"] == f"http://testserver{world.article.get_absolute_url()}"
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert text[start:end] == quote["exact"]
    assert (quote["prefix"], quote["suffix"]) == (text[start - 32 : start], text[end : end + 32])


def test_passages_at_the_ends_of_an_article_have_nothing_beyond(client, today, db):
    make_event("x", source=make_source("They met."))
    (quote, _) = graph(client, "/events.jsonld")[2]["target"]["selector"]
    assert (quote["prefix"], quote["suffix"]) == ("", "")


def test_orphaned_passage_is_quoted_without_a_place(client, today, db):
    make_event("x")
    Passage.objects.update(start=None, end=None)
    (quote,) = graph(client, "/events.jsonld")[2]["target"]["selector"]
    assert set(quote) == {"type", "exact"}


@pytest.mark.parametrize("when", ["2018-05", "2018-05-01~", "[2018-05-01..2018-05-04]", "2018-05-01/..", "2018/2019"])
def test_date_that_is_not_known_to_the_day_is_given_as_edtf(client, today, db, when):
    make_event("x", when=when)
    event = graph(client, "/events.jsonld")[0]
    assert event["temporalCoverage"] == when
    assert "startDate" not in event


def test_undated_event_has_no_date(client, today, db):
    make_event("x")
    assert not {"startDate", "temporalCoverage"} & graph(client, "/events.jsonld")[0].keys()


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.CANCELLED, "EventCancelled"),
        (Status.POSTPONED, "EventPostponed"),
        (Status.PLANNED, "EventScheduled"),
        (Status.PROPOSED, None),
    ],
)
def test_status_is_said_in_words_of_the_schema(client, today, db, status, word):
    make_event("x", status=status)
    event = graph(client, "/events.jsonld")[0]
    assert event.get("eventStatus") == (f"https://schema.org/{word}" if word else None)
    assert {"@type": "PropertyValue", "propertyID": "status", "value": status.value} in event["additionalProperty"]


def test_meeting_that_was_put_off_says_for_which_day_it_was_planned(client, today, db):
    event = make_event("x", status=Status.HELD, when="2018-07-02", source=make_source(published=date(2018, 7, 3)))
    early = make_source("They will meet on 12 June.", published=date(2018, 5, 1))
    make_mention(event, early, status=Status.PLANNED, when="2018-06-12")
    assert "previousStartDate" not in graph(client, "/events.jsonld")[0]
    make_event("put off", kind=Kind.POSTPONEMENT, when="2018-06-01", concerns=event)
    found = graph(client, "/events.jsonld?kind=meeting")[0]
    assert found["previousStartDate"] == "2018-06-12"
    assert found["startDate"] == "2018-07-02"
    assert found["eventStatus"] == "https://schema.org/EventRescheduled"


def test_meeting_put_off_without_a_new_day_is_postponed(client, today, db):
    event = make_event("x", status=Status.POSTPONED)
    make_mention(
        event, make_source("On 12 June.", published=date(2018, 5, 1)), status=Status.PLANNED, when="2018-06-12"
    )
    found = graph(client, "/events.jsonld")[0]
    assert found["previousStartDate"] == "2018-06-12"
    assert found["eventStatus"] == "https://schema.org/EventPostponed"


def test_act_names_in_linked_data_who_and_what_it_is_about(client, world):
    take_part(world.invitation, world.chile, Role.INITIATOR)
    event = graph(client, "/events.jsonld?kind=invitation")[0]
    assert [part.get("roleName") for part in event["about"]] == ["participant", "participant", "initiator", None]
    assert event["about"][2]["about"]["@type"] == "Country"
    assert event["about"][3] == {"@id": f"http://testserver{world.plan.get_absolute_url()}"}


def test_empty_view_is_still_json(client, db):
    assert graph(client, "/events.jsonld?q=herring") == []


def test_event_has_its_own_linked_data(client, read_page, world):
    page = world.summit.get_absolute_url()
    address = f"{page.rstrip('/')}.jsonld"
    assert f'<link rel="alternate" type="application/ld+json" title="Soto–Rey summit, Lima" href="{address}">' in (
        read_page(page)
    )
    nodes = graph(client, address)
    assert [node.get("@type", node.get("type")) for node in nodes] == [
        "Event",
        "NewsArticle",
        "Annotation",
        "NewsArticle",
        "Annotation",
    ]
    assert client.get(address).headers["Content-Type"] == "application/ld+json; charset=utf-8"


def test_linked_data_of_an_event_that_moved_or_went(client, world):
    merged = make_event("Dinner", public=False, merged_into=world.summit)
    gone = make_event("Gone", public=False)
    assert client.get(f"/events/{merged.pk}-dinner.jsonld").headers["Location"].endswith("-sotorey-summit-lima.jsonld")
    assert client.get(f"/events/{world.summit.pk}-old.jsonld").status_code == 301
    assert client.get(f"/events/{gone.pk}-gone.jsonld").status_code == 410
    assert client.get("/events/999999-x.jsonld").status_code == 404


# Calendar


def calendar(client, query: str = "") -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(fetch(client, f"/events.ics{query}"))


def test_calendar_is_read_back_by_its_library(client, world):
    read = calendar(client, "?kind=summit")
    (event,) = read.walk("VEVENT")
    assert read["X-WR-CALNAME"] == "Summits"
    assert event["UID"] == world.summit.uid
    assert date(2018, 5, 1) == event.DTSTART
    assert date(2018, 5, 2) == event.DTEND
    assert event["SUMMARY"] == "Soto–Rey summit, Lima"
    assert event["LOCATION"] == "Lima, Peru"
    assert "Chilean President Ana Soto met Peru's President" in event["DESCRIPTION"]
    assert "(North Wire, 2018-05-04)" in event["DESCRIPTION"]
    assert event["URL"] == f"http://testserver{world.summit.get_absolute_url()}"
    assert read.errors == []


@pytest.mark.parametrize("when", ["", "2018-05", "2018-05-01~", "[2018-05-01..2018-05-04]", "2018-05-01/..", "2018"])
def test_calendar_has_no_day_that_is_not_known(client, today, db, when):
    make_event("x", when=when)
    make_event("y", when="2018-05-30/2018-06-02")
    (event,) = calendar(client).walk("VEVENT")
    assert (date(2018, 5, 30), date(2018, 6, 3)) == (event.DTSTART, event.DTEND)


def test_summary_of_several_occasions_is_no_entry_of_a_calendar(client, today, db):
    make_event("four times", when="2018-01-10/2019-01-10", occasions=4)
    assert calendar(client).walk("VEVENT") == []


@pytest.mark.parametrize(
    ("status", "basis", "word"),
    [
        (Status.CANCELLED, Basis.STATED, "CANCELLED"),
        (Status.CANCELLED, Basis.REPORTED, "TENTATIVE"),
        (Status.HELD, Basis.STATED, "CONFIRMED"),
        (Status.COLLAPSED, Basis.STATED, "CONFIRMED"),
        (Status.HELD, Basis.DENIED, "TENTATIVE"),
        (Status.PLANNED, Basis.STATED, "TENTATIVE"),
        (Status.POSTPONED, Basis.STATED, "TENTATIVE"),
    ],
)
def test_calendar_says_what_is_certain(client, today, db, status, basis, word):
    make_event("x", when="2018-05-01", status=status, basis=basis)
    (event,) = calendar(client).walk("VEVENT")
    assert event["STATUS"] == word


def test_change_of_an_event_raises_its_sequence_and_keeps_its_identity(client, today, db):
    event = make_event("x", when="2018-05-01", status=Status.PLANNED)
    (before,) = calendar(client).walk("VEVENT")
    event.status, event.when = Status.CANCELLED, "2018-05-02"
    event.save()
    (after,) = calendar(client).walk("VEVENT")
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert before["DESCRIPTION"].startswith("Planned, outcome not recorded\n")
    assert before["UID"] == after["UID"]


# Of one actor


@pytest.mark.parametrize("suffix", FORMATS)
def test_actor_has_the_same_files(client, read_page, world, suffix):
    make_event("Without him", when="2018-05-03", actors=[world.soto])
    text = fetch(client, f"/actors/luis-rey.{suffix}")
    assert "Soto–Rey summit" in text
    assert "Without him" not in text
    assert f'href="/actors/luis-rey.{suffix}"' in read_page("/actors/luis-rey/")
    assert f'title="Luis Rey" href="/actors/luis-rey.{suffix}">' in read_page("/actors/luis-rey/")


def test_files_of_an_actor_are_narrowed_like_the_timeline(client, world):
    rows = csv.DictReader(io.StringIO(fetch(client, "/actors/luis-rey.csv?kind=invitation"), newline=""))
    assert [int(row["id"]) for row in rows] == [world.invitation.pk]
    alone = make_event("alone", actors=[world.rey])
    rows = csv.DictReader(io.StringIO(fetch(client, "/actors/luis-rey.csv?actor=ana-soto"), newline=""))
    assert str(alone.pk) not in [row["id"] for row in rows]


def test_feed_of_an_actor(client, world):
    make_event("Without him", actors=[world.soto])
    feed = ElementTree.fromstring(fetch(client, "/actors/luis-rey.atom?kind=summit"))
    assert feed.findtext(f"{ATOM}title") == "Summits of Luis Rey · Aide-Mémoire"
    assert len(feed.findall(f"{ATOM}entry")) == 2
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith("/actors/luis-rey.atom?kind=summit")


def test_files_of_actors_that_merged_or_never_were(client, world):
    make_actor("First", merged_into=world.soto)
    response = client.get("/actors/first.csv?kind=summit")
    assert (response.status_code, response.headers["Location"]) == (301, "/actors/ana-soto.csv?kind=summit")
    assert client.get("/actors/nobody.csv").status_code == 404
    assert client.get("/actors/nobody.atom").status_code == 404


def test_queries_do_not_grow_with_rows(client, today, db, filed, monkeypatch):
    monkeypatch.setattr(filing, "present", filed)
    luis = make_actor("Luis Rey")
    addresses = [f"{start}.{suffix}" for start in ("/events", "/actors/luis-rey") for suffix in SUFFIXES]
    numbers = []
    for more in (10, 50):
        for n in range(more):
            event = make_event(f"Event {more} {n}", when="2018-02-03", kind=Kind.CALL, actors=[luis])
            make_mention(event, make_source(f"A second report of {more} {n}."))
        file_everything()
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                fetch(client, address)
            numbers.append(len(captured))
    assert numbers[: len(addresses)] == numbers[len(addresses) :]
