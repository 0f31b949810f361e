"""Dates and statuses in the words of a page."""

from datetime import date

import pytest

from timeline.models import Basis, Event, Kind, Status
from timeline.web.shown import show_date, state_of

TODAY = date(2019, 3, 10)


@pytest.mark.parametrize(
    ("when", "text", "brief"),
    [
        ("2018-03-27", "27 March 2018", "27 Mar"),
        ("2018-03-25/2018-03-28", "25–28 March 2018", "25–28 Mar"),
        ("2018-03-27~", "around 27 March 2018", "around 27 Mar"),
        ("[2018-03-01..2018-03-10]", "early March 2018", "early Mar"),
        ("2018-03", "March 2018", "March"),
        ("2018", "2018", "2018"),
        ("197X", "the 1970s", "the 1970s"),
        ("[..2018-05]", "by May 2018", "by May"),
        ("", "undated", "undated"),
    ],
)
def test_date_is_as_long_as_its_place_needs(when, text, brief):
    shown = show_date(when)
    assert (shown.text, shown.brief) == (text, brief)


def test_range_over_new_year_keeps_its_years():
    assert show_date("2017-12-30/2018-01-02").brief == "30 Dec 2017 – 2 Jan 2018"


@pytest.mark.parametrize(
    ("when", "note"), [("2018-03", "day not known"), ("2018", "month not known"), ("2018-03-01", "")]
)
def test_what_is_not_known_is_said(when, note):
    assert show_date(when).note == note


@pytest.mark.parametrize(
    ("when", "exact"),
    [("2018-03-27", True), ("2018-03-25/2018-03-28", True), ("2018-03-27~", False), ("2018-03", False), ("", False)],
)
def test_only_days_are_exact(when, exact):
    assert show_date(when).exact is exact


def test_machine_date_is_given_for_a_single_unit_only():
    assert show_date("2018-03-27~").machine == "2018-03-27"
    assert show_date("2018-03").machine == "2018-03"
    assert show_date("[2018-03-01..2018-03-10]").machine == ""


def test_words_of_the_source_are_shown_where_they_say_something_else():
    assert show_date("2018-03-27", "on Tuesday", relative=True).words == "on Tuesday"
    assert show_date("[2018-03-01..2018-03-10]", "in the first days of March").words == "in the first days of March"
    assert show_date("", "last Tuesday").words == "last Tuesday"


@pytest.mark.parametrize("words", ["around March 27", "around 27 March 2018", "around Mar. 27"])
def test_words_that_say_the_same_are_not_repeated(words):
    assert show_date("2018-03-27~", words).words == ""


def event(**fields) -> Event:
    made = Event(**{"kind": Kind.MEETING, "status": Status.HELD, "title": "x", **fields})
    made.derive_dates()
    return made


def test_plan_is_planned_until_its_last_day_has_passed():
    assert state_of(event(status=Status.PLANNED, when="2019-03-10"), TODAY).word == "Planned"
    assert state_of(event(status=Status.PLANNED, when="[2019-03-01..2019-03-09]"), TODAY).word == (
        "Planned, outcome not recorded"
    )
    assert state_of(event(status=Status.PLANNED, when="2019"), TODAY).word == "Planned"
    assert state_of(event(status=Status.PLANNED), TODAY).word == "Planned"


def test_planned_act_whose_day_has_passed_is_not_shown_as_done():
    act = event(kind=Kind.AGREEMENT, status=Status.PLANNED, when="2019-01-01")
    assert state_of(act, TODAY).word == "Planned, outcome not recorded"


def test_act_that_was_done_shows_no_status():
    state = state_of(event(kind=Kind.STATEMENT), TODAY)
    assert (state.word, state.glyph) == ("", "act")


def test_ongoing_is_as_it_was_reported():
    assert state_of(event(status=Status.ONGOING, when="2018"), TODAY).word == "Ongoing when reported"


def test_hearsay_draws_a_ring_and_cancellation_strikes_through():
    assert state_of(event(basis=Basis.REPORTED), TODAY).basis == "reported"
    assert state_of(event(basis=Basis.DENIED), TODAY).basis == "denied"
    assert state_of(event(), TODAY).basis == ""
    assert state_of(event(status=Status.CANCELLED), TODAY).struck
    assert not state_of(event(status=Status.COLLAPSED), TODAY).struck
