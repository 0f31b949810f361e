"""Rows under their years and months: what is vague heads its month in either order."""

from datetime import date

import pytest

from tests.builders import make_event, make_source
from timeline.web.choices import Choices
from timeline.web.groups import Year, group
from timeline.web.rows import make_rows
from timeline.web.selection import find, page_of, tally

pytestmark = pytest.mark.django_db


@pytest.fixture
def march():
    source = make_source("They met in Lima.")
    dates = {
        "long": "2018-03-05/2018-03-09",
        "early": "[2018-03-01..2018-03-10]",
        "day": "2018-03-05",
        "month": "2018-03",
        "late": "2018-03-20",
        "year": "2018",
        "decade": "201X",
        "undated": "",
    }
    for title, when in dates.items():
        make_event(title, when=when, source=source)


def grouped(order: str) -> list[Year]:
    choices = Choices(order=order)
    found = find(choices)
    page, _ = page_of(found, choices)
    return group(page, make_rows(page, date(2019, 3, 10)), tally(found))


def titles(rows) -> list[str]:
    return ["".join(piece.text for piece in row.title) for row in rows]


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_vague_dates_head_their_month_and_year_in_either_order(march, order):
    year = next(year for year in grouped(order) if year.title == "2018")
    assert [month.title for month in year.months] == ["Month not known", "March"]
    assert titles(year.months[0].rows) == ["year"]
    assert titles(year.months[1].vague) == ["early", "month"]


@pytest.mark.parametrize(("order", "shown"), [("oldest", ["day", "long", "late"]), ("newest", ["late", "day", "long"])])
def test_narrower_stands_before_wider_of_the_same_day(march, order, shown):
    year = next(year for year in grouped(order) if year.title == "2018")
    assert titles(year.months[1].rows) == shown


def test_headings_count_the_whole_view(march):
    years = {year.title: year.count for year in grouped("oldest")}
    assert years == {"The 2010s": 1, "2018": 6, "Undated": 1}
    assert list(years) == ["The 2010s", "2018", "Undated"]
    assert [year.title for year in grouped("newest")] == ["2018", "The 2010s", "Undated"]


def test_open_date_is_wider_than_any():
    source = make_source("They met in Lima.")
    for title, when in (("open", "2018-03/.."), ("month", "2018-03")):
        make_event(title, when=when, source=source)
    assert titles(grouped("oldest")[0].months[0].vague) == ["month", "open"]
