"""Acts read out of sentences of our own, one construction each (the tables are in act_sentences.py)."""

from __future__ import annotations

import pytest

from tests.parser import act_sentences as own
from tests.parser.test_events import PUBLISHED, claims, happenings
from timeline.parser import read
from timeline.parser.reading import Kind, Status

TOLD = [
    row
    for table in ("AGREEMENTS", "DECISIONS", "SANCTIONS", "RUPTURES", "UNNAMED", "STATEMENTS", "SESSIONS", "OTHERS")
    for row in getattr(own, table)
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[row[0][:70] for row in TOLD])
def test_sentence_tells_of_the_act(sentence, expected):
    wanted = sorted((kind, status, when or "", place, sorted(who)) for kind, status, when, place, who in expected)
    assert happenings(sentence) == wanted


@pytest.mark.parametrize("sentence", own.NOTHING)
def test_sentence_tells_of_no_act(sentence):
    assert claims(sentence) == ()


TALKS = "Chad and Niger held talks in Oslo on Monday. "


@pytest.mark.parametrize(
    "act",
    [
        "The two sides signed a memorandum on fishing.",
        "Both delegations signed the protocol on trade.",
        "Five agreements were signed during the visit.",
        "They are expected to sign an accord on grain.",
    ],
)
def test_agreement_of_the_two_sides_has_the_parties_of_the_encounter_before(act):
    found = [c for c in claims(TALKS + act) if c.kind is Kind.AGREEMENT]
    assert [{p.name for p in c.parties} for c in found] == [{"Chad", "Niger"}]


def test_parties_of_the_encounter_before_are_given_with_their_reason():
    (claim,) = [c for c in claims(TALKS + "Five agreements were signed during the visit.") if c.kind is Kind.AGREEMENT]
    assert [r.rule for r in claim.reasons if r.field == "actors"] == ["told-before"]


def test_agreement_far_from_any_encounter_has_no_parties():
    filler = "The rain fell on the hills all day long and nobody came. " * 80
    assert not [c for c in claims(TALKS + filler + "The two sides signed a memorandum.") if c.kind is Kind.AGREEMENT]


def test_council_named_only_by_its_last_word_is_the_body_told_before():
    text = "The Security Council met on Monday. On Tuesday the Council imposed an arms embargo on Chad."
    (claim,) = [c for c in claims(text) if c.kind is Kind.SANCTION]
    assert {p.name for p in claim.parties} == {own.SC, "Chad"}


def test_council_of_a_town_is_no_body_told_before():
    text = "The Security Council met on Monday. The council of Lyon imposed a ban on cars on Tuesday."
    assert not [c for c in claims(text) if c.kind is Kind.SANCTION]


def test_agreement_ahead_is_planned():
    (claim,) = [c for c in claims(TALKS + "The two sides will sign a memorandum.") if c.kind is Kind.AGREEMENT]
    assert claim.status is Status.PLANNED


def test_announcement_of_an_act_is_told_by_the_act():
    kinds = {c.kind for c in claims("Kenya announced on Monday that it would leave the African Union.")}
    assert kinds == {Kind.RUPTURE}


def test_a_long_run_of_acts_gives_one_claim_for_each_sentence():
    text = "Kenya lodged a protest with Togo on Monday. " * 200
    assert len(read(text, PUBLISHED).claims) == 200
