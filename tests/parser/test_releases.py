"""Releases, transcripts and short notices read out of texts of our own (the tables are in release_sentences.py)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser import release_sentences as own
from tests.parser.test_events import claims, happenings
from timeline.parser import read
from timeline.parser.reading import Kind, Status

TOLD = [*own.MEETINGS, *own.ACTS, *own.CALLED_OFF, *own.JOURNEYS]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[row[0][:70] for row in TOLD])
def test_sentence_of_a_release_tells_of(sentence, expected):
    wanted = sorted((kind, status, when or "", place, sorted(who)) for kind, status, when, place, who in expected)
    assert happenings(sentence) == wanted


@pytest.mark.parametrize("sentence", own.NOTHING)
def test_sentence_of_a_release_tells_of_nothing(sentence):
    assert claims(sentence) == ()


# ---- notes on a journey ----------------------------------------------------------------------------------------------

GOES = "Norwegian Deputy Foreign Minister Lars Holm will travel to Peru, Kenya and Togo May 20 to 25. "


@pytest.mark.parametrize(
    ("sentence", "place", "who"),
    [
        ("In Lima, the Deputy Minister will hold a series of meetings.", "Lima, Peru", {"Lars Holm"}),
        (
            "In Nairobi, the Deputy Minister will meet with counterparts representing Chad and the EU.",
            "Nairobi, Kenya",
            {"Lars Holm", "Chad", "European Union"},
        ),
        (
            "While in Lome, he will also meet with Togolese officials.",
            "Lome, Togo",
            {"Lars Holm", "Togo"},
        ),
    ],
)
def test_meetings_of_a_journey_are_those_of_the_traveller(sentence, place, who):
    (found,) = [c for c in claims(GOES + sentence) if c.kind is Kind.MEETING]
    assert (found.status, found.place, {p.name for p in found.parties}) == (Status.PLANNED, place, who)


def test_next_leg_of_a_journey_is_a_visit_of_its_own():
    found = claims(GOES + "Following his meetings in Lome, the Deputy Minister will next travel to Accra.")
    assert ("Accra, Ghana", Status.PLANNED) in {(c.place, c.status) for c in found if c.kind is Kind.VISIT}


def test_whom_somebody_also_meets_is_met_in_a_meeting_of_its_own():
    found = claims(GOES + "In Lima, he will meet Peruvian officials. He will also meet with Chilean diplomats there.")
    assert len({c.group for c in found if c.kind is Kind.MEETING}) == 2


def test_what_a_state_also_does_is_an_act_of_its_own():
    found = claims("Mali expelled three Beninese diplomats on Monday. Mali also recalls its ambassador from Benin.")
    assert len({c.group for c in found if c.kind is Kind.RUPTURE}) == 2


def test_meeting_instead_of_a_journey_called_off_is_planned():
    found = claims(
        "Norwegian Foreign Minister Lars Holm will no longer travel to Peru on May 20. "
        "Instead, Holm will meet with Peruvian Foreign Minister Rosa Diaz in Quito."
    )
    assert [(c.kind, c.status) for c in found] == [(Kind.VISIT, Status.CANCELLED), (Kind.MEETING, Status.PLANNED)]


def test_journey_put_off_months_ago_is_not_the_one_planned_now():
    found = claims(
        "Norwegian Foreign Minister Lars Holm will travel to Bangkok. "
        "The minister's travel to Thailand was postponed last December."
    )
    assert {(c.group, c.status) for c in found} == {(0, Status.PLANNED), (1, Status.POSTPONED)}


def test_region_is_told_by_the_country_visited():
    found = claims(
        "Norwegian Foreign Minister Lars Holm will travel to Central America next week. "
        "Holm will visit Costa Rica next week."
    )
    assert {c.place for c in found if c.kind is Kind.VISIT} == {"Costa Rica"}


def test_region_alone_is_kept():
    (found,) = claims("Norwegian Foreign Minister Lars Holm will travel to Central America next week.")
    assert found.place == "Central America"


# ---- transcripts -----------------------------------------------------------------------------------------------------

HEAD = "Lars Holm, Foreign Minister of Norway\n\nOslo\n\n"
PLAN = "MINISTER HOLM: Last week, I agreed to meet Peruvian Foreign Minister Rosa Diaz on May 20. "


@pytest.mark.parametrize(
    "words",
    [
        "It makes no sense to go ahead with that meeting.",
        "We will not go ahead with that meeting now.",
    ],
)
def test_meeting_told_before_is_called_off_by_whose_it_was(words):
    found = claims(HEAD + PLAN + words)
    act = next(c for c in found if c.kind is Kind.CANCELLATION)
    off = next(c for c in found if c.status is Status.CANCELLED)
    assert {p.name for p in act.parties} == {p.name for p in off.parties} == {"Lars Holm", "Rosa Diaz"}
    assert (act.when, off.when) == ("2024-05-15", "2024-05-20")


def test_whoever_is_glad_to_be_back_is_on_a_visit_though_nobody_is_named():
    (found,) = claims("It is good to be back in Chile. The sun is out.")
    assert (found.kind, found.status, found.place, found.parties) == (Kind.VISIT, Status.ONGOING, "Chile", ())


def test_glad_to_be_somewhere_is_no_visit_where_nobody_is_known():
    assert claims("It is wonderful to be in Thailand.") == ()


@pytest.mark.parametrize(
    "words",
    [
        "As I said at the signing that was held this morning of the Memorandum of Understanding with Kenya, it rains.",
        "At the signing that we held this morning of the agreement with Kenya, I spoke of rain.",
    ],
)
def test_signing_told_around_another_clause_is_an_agreement(words):
    (found,) = [c for c in claims(words) if c.kind is Kind.AGREEMENT]
    assert (found.status, found.when) == (Status.HELD, "2024-05-15")
    assert "Kenya" in {p.name for p in found.parties}


def test_president_without_a_name_is_the_speakers_own():
    text = (
        "Antony J. Blinken, Secretary of State\n\nWashington, D.C.\n\nSECRETARY BLINKEN: Good morning. "
        "President Putin recognised two regions. "
        + "The rain fell on the hills all day long. " * 12
        + "On Monday, the President announced sanctions on Russia."
    )
    (found,) = [c for c in read(text, date(2022, 2, 23)).claims if c.kind is Kind.SANCTION]
    assert {p.name for p in found.parties} == {"Joe Biden", "Russia"}


def test_president_named_just_before_is_the_one_meant():
    text = (
        "Antony J. Blinken, Secretary of State\n\nWashington, D.C.\n\nSECRETARY BLINKEN: Good morning. "
        "President Putin spoke. On Monday, the President announced sanctions on Norway."
    )
    (found,) = [c for c in read(text, date(2022, 2, 23)).claims if c.kind is Kind.SANCTION]
    assert "Joe Biden" not in {p.name for p in found.parties}


def test_secretary_without_a_name_is_that_of_the_department_of_state():
    text = "The U.S. delegation is ready. The Secretary will travel to Kenya on March 20."
    (found,) = read(text, date(2022, 3, 9)).claims
    assert [p.name for p in found.parties] == ["Antony Blinken"]


def test_secretary_without_a_name_is_nobody_where_the_united_states_are_not_spoken_of():
    (found,) = read("The Secretary will travel to Kenya on March 20.", date(2022, 3, 9)).claims
    assert found.parties == ()


def test_what_a_reporter_says_was_weeks_ago_dates_nothing():
    words = "During Norwegian Foreign Minister Lars Holm's visit to Peru two weeks ago, he met President Diaz."
    asked = [c for c in claims("QUESTION: " + words) if c.kind is Kind.VISIT]
    told = [c for c in claims("MS DUNN: " + words) if c.kind is Kind.VISIT]
    assert [c.when for c in asked] == [None]
    assert [c.when for c in told] != [None]


def test_visit_that_is_coming_up_is_planned():
    (found,) = claims("QUESTION: I ask about Foreign Minister Lars Holm's visit to China that's coming up.")
    assert (found.kind, found.status) == (Kind.VISIT, Status.PLANNED)


@pytest.mark.parametrize("verb", ["reaffirmed their friendship", "pledged to stay in touch"])
def test_what_is_said_in_an_encounter_is_no_statement_of_its_own(verb):
    met = "Norwegian Foreign Minister Lars Holm spoke on Monday with Peruvian Foreign Minister Rosa Diaz. "
    found = claims(f"{met}Minister Holm and Minister Diaz {verb}.")
    assert {c.kind for c in found} == {Kind.CALL}
