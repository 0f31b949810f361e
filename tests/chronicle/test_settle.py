"""What an event's fields are, given all that was said of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chronicle.told import party, said
from timeline.chronicle.settle import PUT_BACK_ON, settle
from timeline.parser.reading import Confidence, Kind, Role, Status
from timeline.rules import SETTLING


def names(settled):
    return [p.name for p in settled.parties]


def test_an_event_rests_on_something():
    with pytest.raises(ValueError, match="at least one mention"):
        settle([])


@pytest.mark.parametrize(
    ("mentions", "status", "rule"),
    [
        ([said(status="planned", published="2019-01-01"), said(status="held", voice="b")], "held", "outcome"),
        ([said(status="held"), said(status="collapsed", voice="b")], "collapsed", "collapsed"),
        ([said(status="ongoing"), said(status="held", voice="b")], "held", "outcome"),
        (
            [
                said(status="planned", published="2019-01-01"),
                said(status="cancelled", voice="b", published="2019-01-05"),
            ],
            "cancelled",
            "latest-word",
        ),
        (
            [
                said(status="cancelled", published="2019-01-05"),
                said(status="planned", voice="b", published="2019-01-09"),
            ],
            "planned",
            "latest-word",
        ),
        (
            [
                said(status="cancelled", published="2019-01-05"),
                said(status="postponed", voice="b", published="2019-01-05"),
            ],
            "cancelled",
            "latest-word",
        ),
        ([said(status="planned"), said(status="cancelled")], "cancelled", "latest-word"),
        ([said(status="cancelled"), said(status="planned", put_back_on=True)], "planned", "latest-word"),
        ([said(status="held", basis="denied"), said(status="planned", voice="b")], "planned", "latest-word"),
    ],
)
def test_status(mentions, status, rule):
    settled = settle(mentions)
    assert (settled.status, settled.rules["status"]) == (status, rule)


def test_an_act_that_was_done_is_held_whatever_became_of_its_matter():
    assert settle([said("cancellation", "cancelled")]).status is Status.HELD
    assert settle([said("agreement", "planned")]).status is Status.PLANNED


@pytest.mark.parametrize(
    ("bases", "basis"),
    [
        (["reported", "stated"], "stated"),
        (["reported", "denied"], "denied"),
        (["reported", "reported"], "reported"),
        (["denied", "stated"], "stated"),
    ],
)
def test_basis(bases, basis):
    mentions = [said(basis=b, voice=str(n)) for n, b in enumerate(bases)]
    assert settle(mentions).basis == basis


def test_a_source_that_tells_of_a_denial_denies():
    denial = said("visit", "proposed", "2019-03-04", basis="denied", key="1")
    spoken_of = said("visit", "planned", key="2")
    settled = settle([denial, spoken_of])
    assert (settled.basis, settled.status, settled.when) == ("denied", "proposed", "2019-03-04")
    for firm in (said("visit", "planned", "2019-03-04", key="3"), said("visit", "held", key="3")):
        assert settle([denial, firm]).basis == "stated"


@pytest.mark.parametrize(
    ("dates", "when", "disputed"),
    [
        (["2019-03", "2019-03-04"], "2019-03-04", False),
        (["2019-02-28", "2019-02-27/2019-02-28"], "2019-02-27/2019-02-28", False),
        (["[2019-03-25..2019-03-31]", "2019-03-27"], "2019-03-27", False),
        (["2019-03-27~", "2019-03-27"], "2019-03-27", False),
        (["2019-03-27~", "2019-03-29"], "2019-03-29", False),
        (["2019-03-26", "2019-03-27", "2019-03-27"], "2019-03-27", True),
        (["2019-03-26", "2019-03-27"], "2019-03-27", True),
        ([None, None], "", False),
        ([None, "2019"], "2019", False),
    ],
)
def test_when(dates, when, disputed):
    mentions = [said(when=d, voice=str(n), published=f"2019-04-0{n + 1}") for n, d in enumerate(dates)]
    settled = settle(mentions)
    assert settled.when == when
    assert ("when" in settled.disputed) is disputed


def test_the_date_of_the_plan_does_not_date_what_was_held():
    plan = said(status="planned", when="2018-05-31", published="2018-03-09")
    outcome = said(status="held", when="2018-06-12", voice="b", published="2018-06-13")
    assert settle([plan, outcome]).when == "2018-06-12"


def test_the_date_of_the_plan_serves_where_the_outcome_gives_none():
    settled = settle([said(status="planned", when="2018-06-12"), said(status="held", voice="b")])
    assert (settled.when, settled.rules["when"]) == ("2018-06-12", "status-apart")


def test_place_is_the_one_most_give_and_the_fuller_of_equals():
    settled = settle(
        [said(place="Lima"), said(place="Lima, Peru", country="Peru", voice="b"), said(place="Quito", voice="c")]
    )
    assert (settled.place, settled.country) == ("Lima, Peru", "Peru")
    assert settled.disputed == ("place",)


def test_a_town_and_its_country_do_not_contradict_each_other():
    settled = settle([said(place="Peru", country="Peru"), said(place="Lima", country="Peru", voice="b")])
    assert (settled.place, settled.disputed) == ("Lima", ())


def test_a_person_stands_for_the_state_served():
    settled = settle([said(who=["Chile", "Nigeria"]), said(who=["Ana Lima"], voice="b")])
    assert names(settled) == ["Nigeria", "Ana Lima"]
    assert settled.rules["actors"] == "person-for-state"


def test_everybody_is_named_once_with_the_most_telling_role():
    settled = settle([said(who=["Ana Lima"]), said(who=[party("Ana Lima", Role.HOST), "Ben Okoro"], voice="b")])
    assert [(p.name, p.role) for p in settled.parties] == [
        ("Ana Lima", Role.HOST),
        ("Ben Okoro", Role.PARTICIPANT),
    ]


def test_a_summit_is_what_any_source_calls_one():
    assert settle([said("meeting"), said("meeting", voice="b"), said("summit", voice="c")]).kind is Kind.SUMMIT
    assert settle([said("talks"), said("meeting", voice="b"), said("talks", voice="c")]).kind is Kind.TALKS


def test_outcomes_that_contradict_each_other_are_disputed():
    held = said(status="held", when="2019-03-04", published="2019-03-05")
    called_off = said(status="cancelled", when="2019-03-04", voice="b", published="2019-03-06")
    assert settle([held, called_off]).disputed == ("status",)
    before = said(status="cancelled", when="2019-03-04", voice="b", published="2019-03-01")
    assert settle([held, before]).disputed == ()


def test_copies_are_one_voice():
    settled = settle([said(voice="a", key="1"), said(voice="a", key="2"), said(voice="b")])
    assert settled.voices == 2


@pytest.mark.parametrize(
    ("mentions", "confidence", "rule"),
    [
        ([said(when="2019-03-04"), said(when="2019-03-04", voice="b")], Confidence.HIGH, "several-voices"),
        ([said(when="2019-03-04"), said(when="2019-03-04")], Confidence.MEDIUM, "best-voice"),
        ([said(when="2019-03-04"), said(when="2019-03-09", voice="b")], Confidence.MEDIUM, "disputed"),
        ([said(when="2019-03-04", inferred=True, confidence="high")], Confidence.LOW, "day-inferred"),
        ([said(confidence="high")], Confidence.HIGH, "best-voice"),
    ],
)
def test_confidence(mentions, confidence, rule):
    settled = settle(mentions)
    assert (settled.confidence, settled.rules["confidence"]) == (confidence, rule)


def test_every_rule_named_is_in_the_table():
    used = set()
    for status in Status:
        for when in (None, "2019", "2019-03-04"):
            for voice in "ab":
                settled = settle([said(status=status, when=when), said("summit", "planned", "2018-03-04", voice=voice)])
                used |= set(settled.rules.items())
    assert all(rule in SETTLING[field] for field, rule in used)


anything = st.builds(
    said,
    st.sampled_from(sorted(Kind)),
    st.sampled_from(sorted(Status)),
    st.sampled_from([None, "2019", "2019-03", "2019-03-04", "2019-03-05~", "2019-03-04/2019-03-06", "2019-03-05/.."]),
    st.sampled_from([(), ("Ana Lima",), ("Ana Lima", "Ben Okoro"), ("Chile", "Nigeria"), ("Nigeria", "Cai Shen")]),
    voice=st.sampled_from("abc"),
    published=st.sampled_from([None, "2019-03-01", "2019-03-09"]),
    basis=st.sampled_from(["stated", "reported", "denied"]),
    place=st.sampled_from(["", "Lima", "Lima, Peru", "Quito"]),
    key=st.uuids().map(str),
)


@given(st.lists(anything, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_mentions_makes_no_difference(mentions, rng: random.Random):
    shuffled = list(mentions)
    rng.shuffle(shuffled)
    assert settle(shuffled) == settle(mentions)


def test_put_back_on_names_a_rule_of_the_parser():
    assert PUT_BACK_ON == "put-back-on"
