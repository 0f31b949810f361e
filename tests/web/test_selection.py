"""From choices to events, counts and pages."""

from datetime import date
from itertools import chain

import pytest
from django.http import QueryDict

from tests.builders import make_actor, make_event, make_mention, make_source, make_state
from timeline.models import Kind, Review, Status
from timeline.web import selection
from timeline.web.choices import read
from timeline.web.relaxing import ways_out
from timeline.web.selection import count_actors, count_by, count_countries, find, page_of, previous_page, select, tally

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


def test_search_finds_a_word_by_its_beginning_and_without_its_accents():
    make_event("Fishing talks", place="Besançon")
    make_event("Stalks and stems", actors=[make_actor("Zoé Talker")])
    make_event("x", place="Montalks")
    make_event("named", actors=[make_actor("Şebnem Yıldız", names=["Shebnem"])])
    assert titles("q=sebnem") == titles("q=SHEB") == titles("q=%22sebnem+y%22") == {"named"}
    assert titles("q=talk") == {"Fishing talks", "Stalks and stems"}
    assert titles("q=besancon") == titles("q=BESANÇ") == titles("place=besan") == {"Fishing talks"}
    assert titles("q=f") == set()


def test_search_for_what_is_no_plain_word_finds_just_that_text():
    make_event("a", source=make_source("An x-ray was taken, nobody's fault."))
    make_event("b", source=make_source("The ray met x on the way; somebody's luck."))
    assert titles("q=x-ray") == titles("q=nobody's") == {"a"}
    assert titles('q="on+the+wa"') == {"b"}
    assert titles("q=%E2%80%93") == {"a", "b"}


def test_period_may_begin_and_end_within_a_month():
    for when in ("2018-03-05", "2018-03-15", "2018-03-25", "2018-03", "[..2018-03-10]", "[2018-03-20..]"):
        make_event(when, when=when)
    assert titles("from=2018-03-11&to=2018-03-19") == {"2018-03-15", "2018-03"}
    assert titles("from=2018-03-10&to=2018-03-20") == {"2018-03-15", "2018-03", "[..2018-03-10]", "[2018-03-20..]"}
    assert titles("from=2018-03-06&certain=1") == {"2018-03-15", "2018-03-25", "[2018-03-20..]"}
    assert titles("to=2018-03-24&certain=1") == {"2018-03-05", "2018-03-15", "[..2018-03-10]"}
    assert titles("from=2018-03-31") == {"2018-03", "[2018-03-20..]"}


def test_search_does_not_look_into_passages_that_no_longer_count():
    event = make_event("a", source=make_source("A plain text."))
    make_mention(event, make_source("Another text speaks of herring."), found=False)
    assert titles("q=herring") == set()


def walk(query: str, size: int = 3) -> list[list[str]]:
    """The titles of every page, following the links to the next."""
    pages = []
    choices = choose(query)
    for _ in range(20):
        page, more = page_of(find(choices), choices, size=size)
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
        page, more = page_of(find(choices), choices, size=3)
        if not more:
            break
        choices = choose(f"order={order}&after={page[-1].sort_key}.{page[-1].pk}")
        cursors.append(choices.after)
    for cursor, before in zip(cursors[:0:-1], cursors[-2::-1], strict=True):
        there = choose(f"order={order}&after={cursor}")
        assert previous_page(find(there), there, size=3) == before


def test_counts_by_month_year_and_age(dated):
    counts = tally(find(choose("")))
    assert counts.total == 11
    assert counts.by_year == {"2018": 6, "2019": 1}
    assert counts.by_month == {"2018-00": 1, "2018-03": 5, "2019-01": 1}
    assert counts.by_age == {"1970-00": 1}
    assert counts.undated == 3


def test_decade_is_not_counted_as_the_year_it_begins_with():
    make_event(when="197X")
    make_event(when="1970")
    counts = tally(find(choose("")))
    assert counts.by_age == {"1970-00": 1}
    assert counts.by_month == {"1970-00": 1}


def test_each_facet_counts_what_its_options_would_leave_given_the_other_choices():
    peru, chile = make_state("Peru"), make_state("Chile")
    make_event(kind=Kind.SUMMIT, status=Status.HELD, country=peru)
    make_event(kind=Kind.SUMMIT, status=Status.CANCELLED, country=chile)
    make_event(kind=Kind.VISIT, status=Status.HELD, country=peru)
    make_event(kind=Kind.VISIT, status=Status.CANCELLED)
    make_event(kind=Kind.STATEMENT, country=peru)
    found = find(choose("kind=summit"))
    assert count_by("kind", found) == {"summit": 2, "visit": 2, "statement": 1}
    assert count_by("status", found) == {"held": 1, "cancelled": 1}
    assert count_countries(found) == [("chile", "Chile", 1), ("peru", "Peru", 1)]
    found = find(choose("kind=visit&status=held"))
    assert count_by("kind", found) == {"summit": 1, "visit": 1}
    assert count_by("status", found) == {"held": 1, "cancelled": 1}
    assert count_countries(found) == [("peru", "Peru", 1)]
    found = find(choose("country=peru"))
    assert count_by("status", found) == {"held": 2}
    assert count_countries(found) == [("peru", "Peru", 3), ("chile", "Chile", 1)]


def test_counts_of_facets_are_those_that_choosing_gives():
    peru = make_state("Peru")
    for kind in (Kind.SUMMIT, Kind.VISIT, Kind.STATEMENT):
        make_event(kind=kind, country=peru)
    make_event(kind=Kind.CALL, status=Status.PLANNED)
    found = find(choose(""))
    for name in ("kind", "status"):
        for option, number in count_by(name, found).items():
            assert select(choose(f"{name}={option}")).count() == number, (name, option)
    for slug, _, number in count_countries(found):
        assert select(choose(f"country={slug}")).count() == number, slug


def test_actors_are_counted_without_the_chosen_actor_but_with_the_partner():
    soto, rey, ito = make_actor("Soto"), make_actor("Rey"), make_actor("Ito")
    make_event(actors=[soto, rey])
    make_event(actors=[soto, rey, ito])
    make_event(actors=[ito])
    assert count_actors(find(choose("actor=soto"))) == [("ito", "Ito", 2), ("rey", "Rey", 2), ("soto", "Soto", 2)]
    assert count_actors(find(choose("actor=soto&with=ito"))) == [
        ("ito", "Ito", 2),
        ("rey", "Rey", 1),
        ("soto", "Soto", 1),
    ]


def test_most_frequent_actors_are_the_same_counted_by_the_database_or_from_the_sets(monkeypatch):
    people = [make_actor(f"Envoy {n:02d}") for n in range(12)]
    for n in range(40):
        make_event(
            kind=Kind.SUMMIT if n % 3 else Kind.CALL,
            actors=[people[n % 12], people[n * n % 12]][: 1 + (n % 12 != n * n % 12)],
        )
    for most in (3, 5, 12):
        monkeypatch.setattr(selection, "MANY_ACTORS", most)
        found = find(choose("kind=summit"))
        by_database = count_actors(found)
        with monkeypatch.context() as always_sets:
            always_sets.setattr(selection, "FEW_EVENTS", -1)
            assert count_actors(found) == by_database
        assert len(by_database) == min(most, 8)


def test_summary_of_several_occasions_is_listed_and_not_counted():
    peru, soto = make_state("Peru"), make_actor("Soto")
    make_event("met", when="2018-05-01", kind=Kind.TALKS, country=peru, actors=[soto])
    make_event("four times", when="2018", kind=Kind.TALKS, occasions=4, country=peru, actors=[soto])
    assert titles("") == {"met", "four times"}
    found = find(choose(""))
    counts = tally(found)
    assert (counts.total, counts.summaries, counts.listed, dict(counts.by_month)) == (1, 1, 2, {"2018-05": 1})
    assert count_by("kind", found) == {"talks": 1}
    assert count_countries(found) == [("peru", "Peru", 1)]
    assert count_actors(found) == [("soto", "Soto", 1)]
    assert tally(find(choose("kind=visit"))).summaries == 0


def test_ways_out_of_an_empty_view_do_not_count_summaries():
    make_event("four times", when="2018", kind=Kind.TALKS, occasions=4)
    chosen = choose("kind=talks&q=nothing")
    assert ways_out(chosen, find(chosen)) == []
