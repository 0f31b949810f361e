"""What a page costs: queries that do not grow with rows, none that writes, and few bytes."""

import gzip
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import make_actor, make_event, make_mention, make_passage, make_source, make_state
from timeline.chronicle.filing import file_everything
from timeline.models import Actor, Event, Kind, Source
from timeline.web import paragraphs
from timeline.web.exports import FORMATS

ADDRESSES = [
    "/",
    "/?order=oldest",
    "/?actor=ana-soto&kind=cancellation&with=luis-rey",
    "/?country=peru&from=2018&kind=meeting&q=met&status=held&to=2019",
    "/?q=nothing+like+it",
    "/?print=1",
    "/drawn/",
    "/drawn/?lanes=kind",
    "/drawn/?at=2018&lanes=place&zoom=year",
    "/actors/ana-soto/",
    "/actors/",
    "/sources/",
    "/method/",
    "event",
    "source",
]


@pytest.fixture
def filed() -> None:
    """Here events are filed when they have been made, not while a page is made: that is what is counted."""


def fill(numbers: range) -> None:
    """For each number an event with an article of its own, three passages, an act about it and two presidents; and
    for the first event one more report, for the first article one more event."""
    peru, soto, rey = Actor.objects.order_by("pk")
    for n in numbers:
        source = make_source(f"They met, report {n} says.\nThey dined, it adds.\nThey left.", publisher=f"Wire {n % 7}")
        event = make_event(
            f"Meeting {n}",
            when=f"2018-{n % 12 + 1:02d}-03",
            actors=[soto, rey],
            source=source,
            exact=f"They met, report {n} says.",
            country=peru,
            disputed_fields=["when"],
        )
        make_mention(event, source, "They dined, it adds.")
        make_mention(event, make_source(f"Report {n} of another paper."))
        make_event("act", kind=Kind.CANCELLATION, when="2018-02", concerns=event, source=source, exact="They left.")
        first = Event.objects.filter(kind=Kind.MEETING).earliest("pk")
        make_mention(first, make_source(f"Told again, {n} times."))
        make_event("x", kind=Kind.VISIT, source=Source.objects.earliest("pk"), exact="They left.")
    file_everything()


def resolve(address: str) -> str:
    if address == "event":
        return Event.objects.filter(kind=Kind.MEETING).earliest("pk").get_absolute_url()
    if address == "source":
        return Source.objects.earliest("pk").get_absolute_url()
    return address


def queries(client, address: str) -> int:
    """The queries of a page whose articles are met for the first time."""
    paragraphs._starts_by_digest.clear()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return len(captured)


def test_queries_do_not_grow_with_rows(client, db, today):
    peru = make_state("Peru")
    make_actor("Ana Soto", names=["Soto"])
    make_actor("Luis Rey", affiliation=peru)
    fill(range(10))
    few = {address: queries(client, resolve(address)) for address in ADDRESSES}
    fill(range(10, 60))
    many = {address: queries(client, resolve(address)) for address in ADDRESSES}
    assert {address: (few[address], many[address]) for address in ADDRESSES if many[address] > few[address]} == {}
    assert max(number for address, number in many.items() if address.startswith("/?") or address == "/") <= 14


def refuse_writes(execute, sql, params, many, context):
    if re.match(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP)", sql, re.IGNORECASE):
        raise AssertionError(f"a page wrote: {sql[:100]}")
    return execute(sql, params, many, context)


def test_no_page_writes(client, world):
    gone = make_event("gone", public=False)
    file_everything()
    addresses = [
        *[address for address in ADDRESSES if address.startswith("/")],
        f"{world.summit.get_absolute_url().rstrip('/')}.jsonld",
        *[f"/events.{suffix}" for suffix in (*FORMATS, "atom")],
        world.summit.get_absolute_url(),
        world.article.get_absolute_url(),
        f"/events/{world.summit.pk}/",
        gone.get_absolute_url(),
        "/nothing/here/",
        "/?from=31+Feb&actor=nobody",
    ]
    with connection.execute_wrapper(refuse_writes):
        for address in addresses:
            response = client.get(address)
            assert response.status_code < 500
            if response.streaming:
                assert response.getvalue()
            assert client.get(address, headers={"HX-Request": "true"}).status_code < 500


def test_refusing_writes_would_notice_one(db):
    with connection.execute_wrapper(refuse_writes), pytest.raises(AssertionError, match="a page wrote"):
        make_actor("Ana Soto")


def test_page_of_fifty_events_is_light(client, db, today):
    words = "The ministers of both countries met for two days, discussed fish, treaties and trains, and left"
    for n in range(50):
        source = make_source(f"{words} for the coast with delegation number {n}, aides said on the way out.")
        make_event(f"Meeting {n}", when=f"2018-{n % 12 + 1:02d}-03", source=source, actors=[make_actor(f"Envoy {n}")])
    assert len(gzip.compress(client.get("/").content)) <= 20_000


def test_passages_without_a_place_are_not_counted_in(db):
    source = make_source("They met.")
    placed = make_passage(source)
    orphan = source.passages.create(exact="They parted.")
    assert paragraphs.number_passages([placed, orphan]) == {placed.pk: 1}
