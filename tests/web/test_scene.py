"""What stretch of time a picture shows, and into what it is cut."""

from datetime import date
from itertools import pairwise

import pytest
from django.http import QueryDict

from timeline.web import choices as reading
from timeline.web import scene
from timeline.web.scene import MOST_CELLS, cells_between, unit_of

TODAY = date(2019, 3, 10)
SPAN = (date(2017, 2, 3), date(2019, 3, 1))


@pytest.fixture
def look(db):
    def read(query: str = "", span=SPAN, by_year=None) -> scene.Scene:
        given = QueryDict(query)
        return scene.read(given, reading.read(given, TODAY), "/drawn/", span, by_year or {}, TODAY)

    return read


def cells(shown: scene.Scene) -> list[str]:
    return [cell.text for cell in shown.cells]


def test_whole_view_is_cut_as_finely_as_there_is_room(look):
    shown = look()
    assert (shown.unit, cells(shown)[0], cells(shown)[-1]) == ("month", "2017-02", "2019-03")
    assert look(span=(date(1950, 1, 1), date(1980, 1, 1))).unit == "year"
    assert look(span=(date(1801, 1, 1), date(1980, 1, 1))).unit == "decade"
    assert look(span=(date(1, 1, 1), date(1980, 1, 1))).unit == "century"
    assert look(span=(date(2018, 3, 5), date(2018, 3, 9))).unit == "day"


FAR = (date(1964, 1, 1), date(2036, 12, 31))
BY_YEAR = {"1964": 1, "2017": 20, "2018": 50, "2019": 30, "2036": 1}


def test_few_events_of_long_ago_do_not_squeeze_all_others(look):
    shown = look(span=FAR, by_year=BY_YEAR)
    assert (shown.unit, cells(shown)[0], cells(shown)[-1]) == ("month", "2017-01", "2019-12")
    assert shown.outward == [("All", "/drawn/?zoom=all")]
    shown = look("zoom=all", span=FAR, by_year=BY_YEAR)
    assert (shown.unit, cells(shown)[0], cells(shown)[-1]) == ("decade", "196X", "203X")
    assert shown.choices.address() == "/drawn/?zoom=all"
    assert shown.outward == []
    assert look("at=2018&zoom=year", span=FAR, by_year=BY_YEAR).outward[0] == ("All", "/drawn/?zoom=all")


def test_more_than_a_few_are_never_left_out(look):
    shown = look(span=FAR, by_year={**BY_YEAR, "1964": 10})
    assert cells(shown)[0] == "196X"


def test_whole_view_has_one_address(look):
    assert look("zoom=all").choices.address() == "/drawn/"
    assert look("zoom=all&from=2017", span=FAR, by_year=BY_YEAR).choices.address() == "/drawn/?from=2017"


def test_chosen_period_is_shown_whole(look):
    shown = look("from=2017&to=2019")
    assert (shown.unit, cells(shown)[0], cells(shown)[-1], len(shown.cells)) == ("month", "2017-01", "2019-12", 36)
    assert shown.name == "January 2017 – December 2019"


@pytest.mark.parametrize(
    ("query", "unit", "first", "last", "number"),
    [
        ("zoom=decade&at=201X", "year", "2010", "2019", 10),
        ("zoom=year&at=2018", "month", "2018-01", "2018-12", 12),
        ("zoom=month&at=2018-02", "day", "2018-02-01", "2018-02-28", 28),
        ("zoom=day&at=2018-02-28", "day", "2018-02-28", "2018-02-28", 1),
    ],
)
def test_zoom_shows_one_unit_cut_into_the_next_finer(look, query, unit, first, last, number):
    shown = look(query)
    assert (shown.unit, cells(shown)[0], cells(shown)[-1], len(shown.cells)) == (unit, first, last, number)
    assert shown.choices.address() == f"/drawn/?{'&'.join(sorted(query.split('&')))}"


@pytest.mark.parametrize(
    ("query", "zoom", "at"),
    [
        ("at=March+2018", "month", "2018-03"),
        ("at=2018-03-27&zoom=year", "year", "2018"),
        ("at=2018&zoom=day", "day", "2018-01-01"),
        ("zoom=month", "month", "2019-03"),
        ("at=18XX", "decade", "180X"),
    ],
)
def test_what_is_left_out_is_worked_out(look, query, zoom, at):
    shown = look(query)
    assert (shown.zoom, shown.at) == (zoom, at)


@pytest.mark.parametrize(
    ("query", "name"), [("zoom=week&at=2018", "zoom"), ("at=31+Feb", "at"), ("lanes=colour", "lanes")]
)
def test_nonsense_is_told_and_the_whole_is_shown(look, query, name):
    shown = look(query)
    assert list(shown.errors) == [name]
    assert (shown.zoom, shown.lanes, cells(shown)[0]) == ("", "actor", "2017-02")


def test_ways_out_in_and_aside(look):
    shown = look("kind=summit&zoom=month&at=2018-12")
    assert shown.outward == [
        ("All", "/drawn/?kind=summit"),
        ("the 2010s", "/drawn/?at=201X&kind=summit&zoom=decade"),
        ("2018", "/drawn/?at=2018&kind=summit&zoom=year"),
    ]
    assert shown.beside(-1) == ("November 2018", "/drawn/?at=2018-11&kind=summit&zoom=month")
    assert shown.beside(1) == ("January 2019", "/drawn/?at=2019-01&kind=summit&zoom=month")
    assert shown.into(shown.cells[0]) == "/drawn/?at=2018-12-01&kind=summit&zoom=day"


def test_closest_picture_leads_to_the_list_of_its_day(look):
    shown = look("kind=summit&lanes=kind&zoom=day&at=2018-12-01")
    assert shown.into(shown.cells[0]) == "/?from=2018-12-01&kind=summit&to=2018-12-01"


def test_whole_view_has_nothing_beside_it(look):
    assert look().beside(1) is None
    assert look("zoom=day&at=9999-12-31").beside(1) is None
    assert look("zoom=day&at=0001-01-01").beside(-1) is None


@pytest.mark.parametrize("unit", ["day", "month", "year", "decade"])
def test_cells_follow_one_another_without_a_gap(unit):
    found = cells_between(date(2016, 2, 20), date(2049, 3, 1), unit)
    assert len(found) <= MOST_CELLS + 1
    assert all((after.first - before.last).days == 1 for before, after in pairwise(found))
    assert all(unit_of(cell.first, unit) == unit_of(cell.last, unit) == cell.text for cell in found)


def test_cells_end_with_the_calendar():
    assert [cell.text for cell in cells_between(date(9999, 12, 1), date.max, "month")] == ["9999-12"]
