"""Uncertain dates: what is understood, its bounds, its place in the order, and how it is shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.edtf import EdtfError, bounds, display, parse, sort_key

D = date

# EDTF, first day, last day, sort key, long form, short form
FORMS = [
    ("2019-03-04", D(2019, 3, 4), D(2019, 3, 4), "2019-03-04", "4 March 2019", "4 Mar 2019"),
    ("2019-03-27~", D(2019, 3, 27), D(2019, 3, 27), "2019-03-27", "around 27 March 2019", "around 27 Mar 2019"),
    ("2019-03-27?", D(2019, 3, 27), D(2019, 3, 27), "2019-03-27", "possibly 27 March 2019", "possibly 27 Mar 2019"),
    ("2019%", D(2019, 1, 1), D(2019, 12, 31), "2019-00-00", "possibly around 2019", "possibly around 2019"),
    ("2019-03", D(2019, 3, 1), D(2019, 3, 31), "2019-03-00", "March 2019", "Mar 2019"),
    ("2016-02", D(2016, 2, 1), D(2016, 2, 29), "2016-02-00", "February 2016", "Feb 2016"),
    ("2019", D(2019, 1, 1), D(2019, 12, 31), "2019-00-00", "2019", "2019"),
    ("2012-21", D(2012, 3, 1), D(2012, 5, 31), "2012-03-00", "spring 2012", "spring 2012"),
    ("2012-22", D(2012, 6, 1), D(2012, 8, 31), "2012-06-00", "summer 2012", "summer 2012"),
    ("2012-23", D(2012, 9, 1), D(2012, 11, 30), "2012-09-00", "autumn 2012", "autumn 2012"),
    ("2012-24", D(2012, 12, 1), D(2013, 2, 28), "2012-12-00", "winter 2012", "winter 2012"),
    ("197X", D(1970, 1, 1), D(1979, 12, 31), "1970-00", "the 1970s", "the 1970s"),
    ("19XX", D(1900, 1, 1), D(1999, 12, 31), "1900", "the 20th century", "the 20th century"),
    ("000X", D(1, 1, 1), D(9, 12, 31), "0000-00", "the 0000s", "the 0000s"),
    ("2019-02-27/2019-02-28", D(2019, 2, 27), D(2019, 2, 28), "2019-02-27", "27–28 February 2019", "27–28 Feb 2019"),
    (
        "2019-02-28/2019-03-02",
        D(2019, 2, 28),
        D(2019, 3, 2),
        "2019-02-28",
        "28 February – 2 March 2019",
        "28 Feb – 2 Mar 2019",
    ),
    (
        "2018-12-30/2019-01-02",
        D(2018, 12, 30),
        D(2019, 1, 2),
        "2018-12-30",
        "30 December 2018 – 2 January 2019",
        "30 Dec 2018 – 2 Jan 2019",
    ),
    ("2018-03/2018-05", D(2018, 3, 1), D(2018, 5, 31), "2018-03-00", "March–May 2018", "Mar–May 2018"),
    ("2011/2013", D(2011, 1, 1), D(2013, 12, 31), "2011-00-00", "2011–2013", "2011–2013"),
    ("1990/1993", D(1990, 1, 1), D(1993, 12, 31), "1990-00-00", "early 1990s", "early 1990s"),
    ("1994/1996", D(1994, 1, 1), D(1996, 12, 31), "1994-00-00", "mid 1990s", "mid 1990s"),
    ("1997/1999", D(1997, 1, 1), D(1999, 12, 31), "1997-00-00", "late 1990s", "late 1990s"),
    ("[2019-03-01..2019-03-10]", D(2019, 3, 1), D(2019, 3, 10), "2019-03-00", "early March 2019", "early Mar 2019"),
    ("[2019-03-11..2019-03-20]", D(2019, 3, 11), D(2019, 3, 20), "2019-03-00", "mid March 2019", "mid Mar 2019"),
    ("[2019-03-21..2019-03-31]", D(2019, 3, 21), D(2019, 3, 31), "2019-03-00", "late March 2019", "late Mar 2019"),
    (
        "[2019-02-21..2019-02-28]?",
        D(2019, 2, 21),
        D(2019, 2, 28),
        "2019-02-00",
        "possibly late February 2019",
        "possibly late Feb 2019",
    ),
    ("[2019-09..2019-12]", D(2019, 9, 1), D(2019, 12, 31), "2019-09-00", "late 2019", "late 2019"),
    (
        "[2018-03-26..2018-04-01]",
        D(2018, 3, 26),
        D(2018, 4, 1),
        "2018-03-26",
        "week of 26 March 2018",
        "week of 26 Mar 2018",
    ),
    (
        "[2019-03-04..2019-03-09]",
        D(2019, 3, 4),
        D(2019, 3, 9),
        "2019-03-04",
        "between 4 and 9 March 2019",
        "between 4 and 9 Mar 2019",
    ),
    (
        "[2018-01-10..2019-01-10]",
        D(2018, 1, 10),
        D(2019, 1, 10),
        "2018-01-00",
        "between 10 January 2018 and 10 January 2019",
        "between 10 Jan 2018 and 10 Jan 2019",
    ),
    ("2015/..", D(2015, 1, 1), None, "2015-00-00", "from 2015", "from 2015"),
    ("../2019-03-15", None, D(2019, 3, 15), "2019-03-15", "until 15 March 2019", "until 15 Mar 2019"),
    ("[2019-03-08..]", D(2019, 3, 8), None, "2019-03-08", "after 7 March 2019", "after 7 Mar 2019"),
    ("[2019-01..]", D(2019, 1, 1), None, "2019-01-00", "after December 2018", "after Dec 2018"),
    ("[2021..]", D(2021, 1, 1), None, "2021-00-00", "after 2020", "after 2020"),
    ("[197X..]", D(1970, 1, 1), None, "1970-00", "in or after the 1970s", "in or after the 1970s"),
    ("[..2018-05]", None, D(2018, 5, 31), "2018-05-00", "by May 2018", "by May 2018"),
    ("197X/199X", D(1970, 1, 1), D(1999, 12, 31), "1970-00", "the 1970s – the 1990s", "the 1970s – the 1990s"),
    ("2018/2019-03", D(2018, 1, 1), D(2019, 3, 31), "2018-00-00", "2018 – March 2019", "2018 – Mar 2019"),
]


@pytest.mark.parametrize(("text", "first", "last", "key", "long", "short"), FORMS)
def test_forms(text: str, first: date | None, last: date | None, key: str, long: str, short: str) -> None:
    when = parse(text)
    assert when.text == str(when) == text
    assert bounds(text) == (when.earliest, when.latest) == (first, last)
    assert sort_key(text) == when.sort_key == key
    assert display(text) == long
    assert display(text, "short") == short


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2019-03-04", "day"),
        ("2019-03~", "month"),
        ("2019-21", "season"),
        ("2019", "year"),
        ("201X", "decade"),
        ("20XX", "century"),
        ("2018/2019", "range"),
        ("[2019-03-01..2019-03-10]", "range"),
        ("2018/..", "range"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2019", False, False),
        ("2019~", True, False),
        ("2019?", False, True),
        ("2019%", True, True),
        ("2018/2019~", True, False),
        ("2018?/2019", False, True),
        ("[2018..2019]%", True, True),
        ("[2018~..2019]", True, False),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


def test_no_qualifier_widens_the_bounds() -> None:
    for text in ("2019-03-27", "2019-03", "2019", "[2019-03-01..2019-03-10]"):
        assert {bounds(text + mark) for mark in ("", "~", "?", "%")} == {bounds(text)}


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        (" 2019-03-04 ", "2019-03-04"),
        ("2019-03-04/2019-03-04", "2019-03-04"),
        ("[2019-03..2019-03]", "2019-03"),
        ("[2019-03..2019-03]?", "2019-03?"),
        ("[2019~..2019~]?", "2019%"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert parse(text).text == normal


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "No date given"),
        ("  ", "No date given"),
        ("soon", "is not a date"),
        ("31", "is not a date"),
        ("2019-3-4", "is not a date"),
        ("2019-03-04T10:00", "is not a date"),
        ("２０１９", "is not a date"),
        ("20 19", "is not a date"),
        ("2019-XX", "is not a date"),
        ("X019", "is not a date"),
        ("2019~~", "is not a date"),
        ("-2019", "is not a date"),
        ("0000", "years run from 0001 to 9999"),
        ("9999-24", "years run from 0001 to 9999"),
        ("2019-00", "no month 00"),
        ("2019-13", "no month 13"),
        ("2019-25", "no month 25"),
        ("2019-02-29", "February 2019 has no day 29"),
        ("2019-06-31", "June 2019 has no day 31"),
        ("2019-06-00", "June 2019 has no day 0"),
        ("2019-21-01", "no month 21"),
        ("2019/2018", "ends before it begins"),
        ("[2019..2018]", "ends before it begins"),
        ("2019-03-05/2019-03-04", "ends before it begins"),
        ("../..", "open at both ends"),
        ("[..]", "open at both ends"),
        ("2019/", "lacks a date on one side"),
        ("/2019", "lacks a date on one side"),
        ("[2019]", "should read"),
        ("[2018..2019", "should read"),
        ("2018/2019/2020", "is not a date"),
        ("2" * 50, "too long"),
    ],
)
def test_what_is_not_understood_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(EdtfError, match=reason):
        parse(text)


def test_undated_comes_last() -> None:
    assert sort_key(None) == sort_key("") == "9999-99-99"
    assert sort_key("9999-12-31") < sort_key(None)
    assert sort_key("999X") < sort_key(None)


def test_vaguer_dates_come_before_what_they_contain() -> None:
    texts = ["19XX", "197X", "1970", "1970-01", "[1970-01-01..1970-01-10]", "1970-01-01", "1970-01-02", "1970-02"]
    keys = [sort_key(text) for text in texts]
    assert keys == sorted(keys)
    assert sort_key("1969-12-31") < sort_key("197X") < sort_key("1970") < sort_key("1970-01") < sort_key("1970-01-01")


def test_a_week_is_filed_under_its_first_day_and_more_at_the_head_of_the_month() -> None:
    assert sort_key("[2019-03-11..2019-03-17]") == "2019-03-11"
    assert sort_key("[2019-03-11..2019-03-18]") == "2019-03-00"


def test_constructors() -> None:
    assert edtf.day(D(45, 3, 4)) == "0045-03-04"
    assert edtf.lasted(D(2019, 2, 27), D(2019, 2, 28)) == "2019-02-27/2019-02-28"
    assert edtf.lasted(D(2019, 2, 27), None) == "2019-02-27/.."
    assert edtf.lasted(D(2019, 3, 1), D(2019, 3, 31)) == "2019-03-01/2019-03-31"
    assert edtf.within(D(2019, 3, 1), D(2019, 3, 31)) == "2019-03"
    assert edtf.within(D(2019, 1, 1), D(2019, 12, 31)) == "2019"
    assert edtf.within(D(1970, 1, 1), D(1979, 12, 31)) == "197X"
    assert edtf.within(D(2019, 3, 1), D(2019, 3, 30)) == "[2019-03-01..2019-03-30]"
    assert edtf.within(None, D(2019, 3, 1)) == "[..2019-03-01]"
    with pytest.raises(EdtfError):
        edtf.lasted(None, None)
    with pytest.raises(EdtfError):
        edtf.within(D(2019, 3, 2), D(2019, 3, 1))


def test_neighbours_stop_at_the_ends_of_the_calendar() -> None:
    def around(text: str) -> tuple[str | None, str | None]:
        point = parse(text).start
        assert point is not None
        before, after = edtf.previous(point), edtf.following(point)
        return before.text if before else None, after.text if after else None

    assert around("2019-03-01") == ("2019-02-28", "2019-03-02")
    assert around("2019-12") == ("2019-11", "2020-01")
    assert around("2019~") == ("2018~", "2020~")
    assert around("0001") == (None, "0002")
    assert around("9999-12-31") == ("9999-12-30", None)
    assert around("197X") == (None, None)


# Properties

YEARS = st.integers(1, 9998)
DAYS = st.dates(D(1, 1, 1), D(9998, 12, 31))
MARKS = st.sampled_from(["", "~", "?", "%"])
POINTS = st.builds(
    lambda text, mark: text + mark,
    st.one_of(
        DAYS.map(edtf.day),
        DAYS.map(lambda day: edtf.day(day)[:7]),
        YEARS.map(lambda year: f"{year:04d}"),
        st.builds(lambda year, season: f"{year:04d}-{season}", YEARS, st.integers(21, 24)),
        st.integers(0, 999).map(lambda decade: f"{decade:03d}X"),
        st.integers(0, 99).map(lambda century: f"{century:02d}XX"),
    ),
    MARKS,
)
CLOSED = st.tuples(POINTS, POINTS).map(lambda ends: tuple(sorted(ends, key=lambda text: bounds(text)[0])))
TEXTS = st.one_of(
    POINTS,
    CLOSED.map("/".join),
    st.builds(lambda ends, mark: f"[{ends[0]}..{ends[1]}]{mark}", CLOSED, MARKS),
    POINTS.map(lambda text: f"{text}/.."),
    POINTS.map(lambda text: f"../{text}"),
    POINTS.map(lambda text: f"[{text}..]"),
    POINTS.map(lambda text: f"[..{text}]"),
)


@given(TEXTS)
def test_what_is_parsed_can_be_written_and_parsed_again(text: str) -> None:
    when = parse(text)
    assert parse(when.text) == when
    assert parse(str(when)).text == when.text


@given(TEXTS, st.sampled_from(["long", "short"]))
def test_what_is_parsed_can_be_shown(text: str, style: edtf.Style) -> None:
    shown = display(text, style)
    assert shown and shown == shown.strip() and "  " not in shown
    assert not any(mark in shown for mark in "~?%[]X")


@given(TEXTS, TEXTS)
def test_different_dates_are_shown_differently(one: str, other: str) -> None:
    if parse(one) != parse(other):
        assert display(one) != display(other)


@given(TEXTS)
def test_bounds_are_never_reversed(text: str) -> None:
    first, last = bounds(text)
    assert first is not None or last is not None
    assert first is None or last is None or first <= last


def head(text: str) -> date:
    """First day of the unit under which a date is filed, read off its key."""
    key = sort_key(text)
    year, month, day = int(key[:4]), int(key[5:7] or 0), int(key[8:10] or 0)
    return D(max(year, 1), month or 1, day or 1)


@given(TEXTS, TEXTS)
def test_keys_stand_in_the_order_of_the_first_day_of_what_they_are_filed_under(one: str, other: str) -> None:
    if head(one) < head(other):
        assert sort_key(one) < sort_key(other)


@given(TEXTS)
def test_a_date_is_filed_at_its_first_day_or_at_the_head_of_the_month_it_begins_in(text: str) -> None:
    first, last = bounds(text)
    begin = first or (parse(text).end.first if parse(text).end else last)
    assert begin is not None
    assert head(text) in (begin, begin.replace(day=1))


@given(POINTS, POINTS)
def test_keys_of_single_dates_order_as_bounds_do(one: str, other: str) -> None:
    """The earlier first day comes first; with the same first day, the longer span."""
    (first, last), (other_first, other_last) = bounds(one), bounds(other)
    if first < other_first:
        assert sort_key(one) < sort_key(other)
    if first == other_first and last > other_last and parse(one).precision != "season":
        assert sort_key(one) <= sort_key(other)


@given(DAYS, st.integers(0, 3000))
def test_constructors_keep_the_bounds(first: date, days: int) -> None:
    last = min(first + timedelta(days=days), D(9999, 12, 31))
    assert bounds(edtf.within(first, last)) == bounds(edtf.lasted(first, last)) == (first, last)


@given(st.text(max_size=30))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        when = parse(text)
    except EdtfError:
        return
    assert parse(when.text) == when
