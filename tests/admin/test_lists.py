"""The lists of the admin: what they show, find and leave out, and that they ask no more for more rows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.conftest import find, plain
from tests.builders import make_actor, make_event, make_mention, make_source, make_state, take_part
from timeline.chronicle import curation
from timeline.chronicle.filing import file_everything
from timeline.models import Event, Intake

pytestmark = pytest.mark.django_db

EVENTS = "/admin/timeline/event/"


def rows(desk, query="", model="event"):
    """Return the rows of a list, each the words of its columns."""
    page = desk.see(f"/admin/timeline/{model}/{query}")
    return [[plain(cell) for cell in find(row, "td, th")] for row in find(page, "#result_list tbody tr")]


def titles(desk, query=""):
    return [row[2] for row in rows(desk, query)]


def test_events_are_listed_with_what_an_editor_goes_by(desk):
    make_event(
        "Talks", kind="talks", status="planned", basis="reported", when="2018-03-25/2018-03-28", confidence="low"
    )
    make_event("Pact", kind="agreement", when="2018-04")
    make_event("Rumour", public=False)
    assert [row[1:8] for row in rows(desk)] == [
        ["Apr 2018", "Pact", "agreement", "–", "high", "1", "not yet reviewed"],
        ["25–28 Mar 2018", "Talks", "talks", "planned, reported", "low", "1", "not yet reviewed"],
        ["undated", "Rumour", "meeting", "held", "high", "none", "not yet reviewed"],
    ]
    public = [image.get("alt") for image in find(desk.see(EVENTS), ".field-public img")]
    assert public == ["True", "True", "False"]


def test_the_latest_events_come_first_and_the_undated_last(desk):
    for title, when in {"b": "2018", "a": "2019-05-01", "d": "", "c": "197X"}.items():
        make_event(title, when=when)
    assert titles(desk) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "query",
    [
        "kind__exact=talks",
        "status__exact=planned",
        "basis__exact=reported",
        "confidence__exact=low",
        "review__exact=accepted",
        "year=2018",
        "is_public__exact=0",
    ],
)
def test_events_are_narrowed(desk, query):
    make_event("other", when="2017")
    wanted = make_event(
        "wanted", kind="talks", status="planned", basis="reported", confidence="low", review="accepted", when="2018"
    )
    if "public" in query:
        Event.objects.filter(pk=wanted.pk).update(is_public=False, voices=0)
    assert titles(desk, f"?{query}") == ["wanted"]


def test_events_are_narrowed_to_an_actor_and_a_country(desk):
    chile, peru = make_state("Chile"), make_state("Peru")
    make_event("both", actors=[chile, peru], country=peru, when="2019")
    make_event("one", actors=[chile], when="2018")
    make_event("none")
    assert titles(desk, f"?actor={chile.pk}") == ["both", "one"]
    assert titles(desk, f"?country={peru.pk}") == ["both"]
    assert titles(desk, f"?actor={chile.pk}&country={peru.pk}") == ["both"]
    page = desk.see(f"{EVENTS}?actor={chile.pk}&kind__exact=meeting&q=o")
    picker = next(form for form in page.forms if "actor" in form.inputs and form.inputs["actor"].tag == "select")
    assert sorted(picker.form_values()) == [("actor", str(chile.pk)), ("kind__exact", "meeting"), ("q", "o")]
    assert plain(find(picker, "option[selected]")[0]) == "Chile"
    assert find(picker, "a")[0].get("href") == "?kind__exact=meeting&q=o"


@pytest.mark.parametrize("query", ["actor=nobody", "country=nowhere", "actor=0", "actor=99999999999999999999999"])
def test_an_address_with_a_wrong_pick_finds_nothing(desk, query):
    make_event()
    assert titles(desk, f"?{query}") == []


def test_what_was_merged_is_left_out_unless_asked_for(desk):
    keep, gone = make_event("kept", locked_fields=["title"]), make_event("gone")
    curation.merge(keep, gone, desk.user, "One meeting.")
    assert titles(desk) == ["kept"]
    assert [(row[2], row[7]) for row in rows(desk, "?merged=yes")] == [("gone", "merged")]
    assert sorted(titles(desk, "?merged=all")) == ["gone", "kept"]


@pytest.mark.parametrize(
    "words",
    [
        "Arica",
        "arica TALKS",
        "Azapa",
        "Bruna",
        "“nothing” " * 0 + "handshake",
        '"long handshake"',
        "Azapa Bruna handshake",
    ],
)
def test_events_are_found_by_title_place_actor_and_passage(desk, words):
    bruna = make_actor("B. Soto", names=["Bruna Soto"])
    source = make_source("There was a long handshake in the valley.")
    make_event("Arica talks", place="Azapa", actors=[bruna], source=source)
    make_event("Other talks", place="Tacna")
    file_everything()
    assert titles(desk, f"?q={words}") == ["Arica talks"]


@pytest.mark.parametrize("words", ["Arica", "TALKS", "Azapa", "Bruna", "handshake", '"long handshake"'])
def test_events_that_no_reader_sees_are_found_too(desk, words):
    bruna = make_actor("B. Soto", names=["Bruna Soto"])
    source = make_source("There was a long handshake in the valley.")
    unseen = make_event("Arica talks", place="Azapa", actors=[bruna], source=source)
    Event.objects.filter(pk=unseen.pk).update(is_public=False, voices=0)
    make_event("Other meeting", place="Tacna")
    file_everything()
    assert titles(desk, f"?q={words}") == ["Arica talks"]


def test_words_without_letters_narrow_nothing(desk):
    make_event("Arica talks")
    assert titles(desk, "?q=…") == ["Arica talks"]


def test_every_word_must_be_found(desk):
    make_event("Arica talks", source=make_source("A long and firm handshake."))
    file_everything()
    assert titles(desk, '?q="long handshake"') == []
    assert titles(desk, "?q=Arica yonder") == []


@pytest.fixture
def two_sources():
    """Two articles: one tells of an event and goes on about the rain, the other tells of nothing."""
    told = make_source(
        "A long handshake in Arica. It rained.", title="Ministers meet", publisher="Wire A", author="Ana"
    )
    make_event("Arica talks", source=told, exact="A long handshake in Arica.", when="2018-03-05")
    make_source("Fish was dear. A handshake was seen.", title="Prices", publisher="Wire B", url="https://b.example/1")
    file_everything()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("handshake", ["Ministers meet"]),
        ("handsh Wire", ["Ministers meet"]),
        ('"long handshake"', ["Ministers meet"]),
        ('"handshake long"', []),
        ("talks ana", ["Ministers meet"]),
        ("wire", ["Prices", "Ministers meet"]),
        ("b.example", ["Prices"]),
        ("rained", []),
        ("…", ["Prices", "Ministers meet"]),
    ],
)
def test_sources_are_found_by_what_is_known_of_them_and_by_what_they_tell(desk, two_sources, words, found):
    assert [row[2] for row in rows(desk, f"?q={words}", "source")] == found


def test_the_search_for_sources_reads_no_texts(desk, two_sources):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        rows(desk, "?q=handshake", "source")
    chosen = [query["sql"] for query in asked if "timeline_source" in query["sql"]]
    assert chosen and not [sql for sql in chosen if '"timeline_source"."text"' in sql]


def test_filters_and_search_count_each_event_once(desk):
    event = make_event("Arica talks")
    for _ in range(3):
        make_mention(event, make_source(f"Arica talks, told for the {Event.objects.count()}th time, {_}."))
    file_everything()
    assert titles(desk, "?q=talks") == ["Arica talks"]


def test_the_date_leads_through_years_and_months(desk):
    make_event("May", when="2018-05-02")
    make_event("June", when="2018-06-03")
    assert titles(desk, "?year=2018&month=5") == ["May"]
    assert titles(desk, "?year=2018") == ["June", "May"] and titles(desk, "?year=2017") == []
    offered = [plain(link) for link in find(desk.see(f"{EVENTS}?year=2018"), "#changelist-filter a")]
    assert "2018" in offered and "May" in offered
    assert "May" not in [plain(link) for link in find(desk.see(EVENTS), "#changelist-filter a")]


@pytest.mark.parametrize("query", ["year=x", "year=0", "year=99999", "year=2018&month=13", "month=5"])
def test_a_date_that_is_none_narrows_nothing_it_should_not(desk, query):
    make_event("May", when="2018-05-02")
    assert titles(desk, f"?{query}") == ["May"]


def test_sources_are_narrowed_to_a_year_of_publication(desk):
    make_source("One dispatch.", published=date(2018, 5, 2))
    other = make_source("Another dispatch.", published=date(2016, 5, 2))
    make_source("A third, of no known day.")
    assert [row[2] for row in rows(desk, "?year=2016", "source")] == [str(other)]
    offered = [plain(link) for link in find(desk.see("/admin/timeline/source/"), "#changelist-filter a")]
    assert {"2018", "2017", "2016"} <= set(offered)


def fill(number):
    chile = make_state("Chile", slug=f"chile-{number}")
    for n in range(number):
        ana = make_actor(f"Ana {number} {n}", names=[f"A. {n}"], affiliation=chile)
        source = make_source(f"Dispatch {number} {n}.", published=date(2019, 1, 1 + n % 28))
        event = make_event(f"Talks {number} {n}", actors=[ana], country=chile, when="2018", source=source)
        take_part(event, chile)
        curation.accept(event, "ana")
        Intake.objects.create(text=f"A text {n}.")


@pytest.mark.parametrize("model", ["event", "source", "actor", "decision", "intake"])
def test_a_list_asks_the_database_as_often_for_sixty_rows_as_for_ten(desk, model):
    address = reverse(f"admin:timeline_{model}_changelist")
    counts = []
    for number in (10, 50):
        fill(number)
        desk.see(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = desk.see(address)
        counts.append(len(asked))
        assert len(find(page, "#result_list tbody tr")) == min(50, {10: 10, 50: 60}[number] + (model == "actor"))
    assert counts[0] == counts[1] <= 14


def test_a_list_of_sources_leaves_the_texts_where_they_are(desk):
    fill(3)
    with CaptureQueriesContext(connection) as asked:
        desk.see("/admin/timeline/source/")
    assert not [query for query in asked if '"timeline_source"."text"' in query["sql"]]
