"""From choices to events, counts and pages."""

from datetime import date
from itertools import chain

import pytest
from django.http import QueryDict

from tests.builders import make_actor, make_event, make_mention, make_source, make_state
from timeline.models import Event, Kind, Review, Status
from timeline.web.choices import read
from timeline.web.selection import count_actors, count_facets, page_of, previous_page, select, tally

pytestmark = pytest.mark.django_db


def choose(query: str):
    return read(QueryDict(query), date(2019, 3, 10))


def titles(query: str) -> set[str]:
    return set(select(choose(query)).values_list("title", flat=True))


def test_only_public_events_are_selected():
    make_event("shown")
    make_event("hidden", public=False)
    make_event("rejected", public=False, review=Review.REJECTED)
    assert titles("") == {"shown"}


def test_several_values_of_one_field_mean_or_and_several_fields_mean_and():
    make_event("a", kind=Kind.SUMMIT, when="2018")
    make_event("b", kind=Kind.VISIT, when="2018")
    make_event("c", kind=Kind.VISIT, when="2019")
    make_event("d", kind=Kind.CALL, when="2018")
    assert titles("kind=summit&kind=visit") == {"a", "b", "c"}
    assert titles("kind=summit&kind=visit&to=2018") == {"a", "b"}


def test_any_of_the_actors_and_all_of_the_partners():
    soto, rey, ito = make_actor("Soto"), make_actor("Rey"), make_actor("Ito")
    make_event("soto rey", actors=[soto, rey])
    make_event("soto ito", actors=[soto, ito])
    make_event("all", actors=[soto, rey, ito])
    make_event("rey", actors=[rey])
    assert titles("actor=rey&actor=ito") == {"soto rey", "soto ito", "all", "rey"}
    assert titles("actor=soto&with=rey") == {"soto rey", "all"}
    assert titles("with=soto&with=rey&with=ito") == {"all"}


def test_held_means_encounters_only():
    make_event("met", kind=Kind.MEETING, status=Status.HELD)
    make_event("declared", kind=Kind.STATEMENT, status=Status.HELD)
    make_event("to be signed", kind=Kind.AGREEMENT, status=Status.PLANNED)
    assert titles("status=held") == {"met"}
    assert titles("status=held&status=planned") == {"met", "to be signed"}


def test_country_place_and_source():
    peru = make_state("Peru")
    article = make_source("One text tells of a meeting in Cusco.")
    make_event("in peru", country=peru, place="Lima, Peru")
    make_event("elsewhere", source=article, place="Cusco")
    assert titles("country=peru") == {"in peru"}
    assert titles("place=cusco") == {"elsewhere"}
    assert titles(f"source={article.pk}") == {"elsewhere"}


def test_from_and_to_find_what_may_fall_inside_or_only_what_certainly_does():
    make_event("exact", when="2018-03-15")
    make_event("vague", when="2018")
    make_event("open", when="[2018-03-20..]")
    make_event("before", when="2018-02-28")
    make_event("undated")
    assert titles("from=2018-03&to=2018-03") == {"exact", "vague", "open"}
    assert titles("from=2018-03&to=2018-03&certain=1") == {"exact"}


def test_search_looks_into_titles_places_names_and_passages():
    soto = make_actor("Ana Soto", names=["The Condor"])
    make_event("Fishing talks")
    make_event("b", place="Arequipa")
    make_event("c", actors=[soto])
    make_event("d", source=make_source("She came by armoured train, aides said."))
    make_event("e")
    assert titles("q=FISHING") == {"Fishing talks"}
    assert titles("q=arequipa") == {"b"}
    assert titles("q=soto") == titles("q=condor") == {"c"}
    assert titles("q=train") == {"d"}
    assert titles('q=train+"aides+said"') == {"d"}
    assert titles("q=train+fishing") == set()


def test_search_does_not_look_into_passages_that_no_longer_count():
    event = make_event("a", source=make_source("A plain text."))
    make_mention(event, make_source("Another text speaks of herring."), found=False)
    assert titles("q=herring") == set()


def walk(query: str, size: int = 3) -> list[list[str]]:
    """The titles of every page, following the links to the next."""
    pages = []
    choices = choose(query)
    for _ in range(20):
        page, more = page_of(select(choices), choices, size=size)
        pages.append([event.title for event in page])
        if not more:
            return pages
        choices = choose(f"{query}&after={page[-1].sort_key}.{page[-1].pk}")
    raise AssertionError("the pages have no end")


@pytest.fixture
def dated(db):
    for title, when in (
        ("seventies", "197X"),
        ("year", "2018"),
        ("march", "2018-03"),
        ("first", "2018-03-01"),
        ("also first", "2018-03-01"),
        ("late", "[2018-03-21..2018-03-31]"),
        ("lasted", "2018-03-05/2018-03-09"),
        ("nineteen", "2019-01-01"),
        ("undated", ""),
        ("undated too", ""),
        ("undated three", ""),
    ):
        make_event(title, when=when)


OLDEST = ["seventies", "year", "march", "late", "first", "also first", "lasted", "nineteen"]
UNDATED = ["undated", "undated too", "undated three"]


def test_pages_give_every_event_once_oldest_first(dated):
    pages = walk("order=oldest")
    assert list(chain.from_iterable(pages)) == OLDEST + UNDATED
    assert [len(page) for page in pages] == [3, 3, 3, 2]


def test_pages_give_every_event_once_newest_first_with_the_undated_last(dated):
    pages = walk("")
    assert list(chain.from_iterable(pages)) == OLDEST[::-1] + UNDATED[::-1]
    assert [len(page) for page in pages] == [3, 3, 3, 2]


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_previous_page_leads_back_the_same_way(dated, order):
    choices = choose(f"order={order}")
    cursors = [None]
    while True:
        page, more = page_of(select(choices), choices, size=3)
        if not more:
            break
        choices = choose(f"order={order}&after={page[-1].sort_key}.{page[-1].pk}")
        cursors.append(choices.after)
    for cursor, before in zip(cursors[:0:-1], cursors[-2::-1], strict=True):
        there = choose(f"order={order}&after={cursor}")
        assert previous_page(select(there), there, size=3) == before


def test_counts_by_month_year_and_age(dated):
    counts = tally(select(choose("")))
    assert counts.total == 11
    assert counts.by_year == {"2018": 6, "2019": 1}
    assert counts.by_month == {"2018-00": 1, "2018-03": 5, "2019-01": 1}
    assert counts.by_age == {"1970-00": 1}
    assert counts.undated == 3


def test_decade_is_not_counted_as_the_year_it_begins_with():
    make_event(when="197X")
    make_event(when="1970")
    counts = tally(Event.objects.all())
    assert counts.by_age == {"1970-00": 1}
    assert counts.by_month == {"1970-00": 1}


def test_each_facet_counts_what_its_options_would_leave_given_the_other_choices():
    peru, chile = make_state("Peru"), make_state("Chile")
    make_event(kind=Kind.SUMMIT, status=Status.HELD, country=peru)
    make_event(kind=Kind.SUMMIT, status=Status.CANCELLED, country=chile)
    make_event(kind=Kind.VISIT, status=Status.HELD, country=peru)
    make_event(kind=Kind.VISIT, status=Status.CANCELLED)
    make_event(kind=Kind.STATEMENT, country=peru)
    cube = count_facets(choose("kind=summit"))
    assert cube.count("kind") == {"summit": 2, "visit": 2, "statement": 1}
    assert cube.count("status") == {"held": 1, "cancelled": 1}
    assert cube.count("country") == {"peru": 1, "chile": 1}
    cube = count_facets(choose("kind=visit&status=held"))
    assert cube.count("kind") == {"summit": 1, "visit": 1}
    assert cube.count("status") == {"held": 1, "cancelled": 1}
    assert cube.count("country") == {"peru": 1}
    cube = count_facets(choose("country=peru"))
    assert cube.count("status") == {"held": 2}
    assert cube.count("country") == {"peru": 3, "chile": 1}


def test_counts_of_facets_are_those_that_choosing_gives():
    peru = make_state("Peru")
    for kind in (Kind.SUMMIT, Kind.VISIT, Kind.STATEMENT):
        make_event(kind=kind, country=peru)
    make_event(kind=Kind.CALL, status=Status.PLANNED)
    cube = count_facets(choose(""))
    for name in ("kind", "status", "country"):
        for option, number in cube.count(name).items():
            assert select(choose(f"{name}={option}")).count() == number, (name, option)


def test_actors_are_counted_without_the_chosen_actor_but_with_the_partner():
    soto, rey, ito = make_actor("Soto"), make_actor("Rey"), make_actor("Ito")
    make_event(actors=[soto, rey])
    make_event(actors=[soto, rey, ito])
    make_event(actors=[ito])
    assert count_actors(choose("actor=soto")) == [("ito", "Ito", 2), ("rey", "Rey", 2), ("soto", "Soto", 2)]
    assert count_actors(choose("with=ito")) == [("ito", "Ito", 2), ("rey", "Rey", 1), ("soto", "Soto", 1)]
