"""Happenings read out of sentences of our own; the tables are in event_sentences.py and encounter_sentences.py."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser import encounter_sentences as encounters
from tests.parser import event_sentences as own
from tests.parser import pointing_sentences as pointing
from timeline.parser import read
from timeline.parser.events import CONFIDENCE_RULES, RULES
from timeline.parser.reading import ENCOUNTERS, Basis, Claim, Confidence, Kind, Role, Status

PUBLISHED = date(2024, 5, 15)
TOLD = [
    row
    for table in ("MEETINGS", "TALKS", "SUMMITS", "VISITS", "CALLS", "ACTS", "MORE", "CALLED_OFF", "DATED", "TURNS")
    for row in getattr(own, table)
]
TOLD += encounters.ENCOUNTERS
TOLD += [row for table in pointing.TABLES for row in table]


def claims(text: str, published: date | None = PUBLISHED) -> tuple[Claim, ...]:
    return read(text, published).claims


def happenings(text: str) -> list[tuple]:
    """One tuple for each group: kind, status, when, first part of the place, parties."""
    first: dict[int, Claim] = {}
    for claim in claims(text):
        first.setdefault(claim.group, claim)
    return sorted(
        (c.kind.value, c.status.value, c.when or "", c.place.split(", ")[0], sorted(p.name for p in c.parties))
        for c in first.values()
    )


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[row[0][:70] for row in TOLD])
def test_sentence_tells_of(sentence, expected):
    wanted = sorted((kind, status, when or "", place, sorted(who)) for kind, status, when, place, who in expected)
    assert happenings(sentence) == wanted


@pytest.mark.parametrize("sentence", own.NOTHING + encounters.NOTHING)
def test_sentence_tells_of_nothing(sentence):
    assert claims(sentence) == ()


def test_tables_hold_every_kind_but_other():
    told = {kind for _, expected in TOLD for kind, *_ in expected}
    assert told >= {kind.value for kind in Kind} - {"other", "postponement"}


# ---- basis, speaker, occasions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("Chad and Niger reportedly held talks in Geneva on Monday.", Basis.REPORTED),
        ("Chad held talks with Niger on Monday, sources said.", Basis.REPORTED),
        ("According to unnamed diplomats, Chad held talks with Niger on Monday.", Basis.REPORTED),
        ("Chad denied that it held talks with Niger.", Basis.DENIED),
        ("Chad denied reports of talks with Niger.", Basis.DENIED),
        ("Chad has denied a report that the king of Norway was asked to visit N'Djamena.", Basis.DENIED),
        ("Chad held talks with Niger on Monday, the ministry said.", Basis.STATED),
        ("Chad held talks with Niger on Monday.", Basis.STATED),
    ],
)
def test_basis(sentence, basis):
    assert {c.basis for c in claims(sentence)} == {basis}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The ministry said that Chad held talks with Niger on Monday.", "The ministry"),
        ("Chad held talks with Niger on Monday, a senior official said.", "a senior official"),
        ("According to Xinhua, Chad held talks with Niger on Monday.", "Xinhua"),
        ("Chad held talks with Niger on Monday.", ""),
    ],
)
def test_speaker(sentence, speaker):
    assert [c.speaker for c in claims(sentence)] == [speaker]


def test_speaker_takes_no_part():
    (claim,) = claims("Xinhua said that Chad held talks with Niger on Monday.")
    assert {p.name for p in claim.parties} == {"Chad", "Niger"}


@pytest.mark.parametrize(("words", "occasions"), [("four times", 4), ("twice", 2), ("three times", 3), ("", 1)])
def test_occasions_are_counted_in_one_claim(words, occasions):
    (claim,) = claims(f"Chad has held talks with Niger {words} in the past year.")
    assert claim.occasions == occasions
    assert any(r.field == "occasions" for r in claim.reasons) == (occasions > 1)


@pytest.mark.parametrize(("sentence", "numbers"), pointing.TIMES_TOLD)
def test_a_verb_is_counted_and_a_full_list_is_told_one_by_one(sentence, numbers):
    assert {c.occasions for c in claims(sentence)} == numbers


# ---- one happening in many sentences -------------------------------------------------------------------------------


def groups(text: str) -> list[list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims(text):
        found.setdefault(claim.group, []).append(claim)
    return list(found.values())


def test_the_meeting_is_the_one_told_before():
    text = (
        "Chilean President Ana Soto met Japanese Prime Minister Kenji Mori in Oslo on Monday. "
        "It rained. The meeting lasted three hours. After the meeting Soto flew home."
    )
    (group,) = groups(text)
    assert len(group) == 3


def test_a_named_summit_is_one_throughout():
    text = (
        "The African Union summit opened in Addis Ababa on Monday. "
        "Chad called for patience. The African Union summit ended on Tuesday."
    )
    summits = [g for g in groups(text) if g[0].kind is Kind.SUMMIT]
    assert len(summits) == 1 and len(summits[0]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Chad held talks with Niger on Monday. Chad held talks with Niger on May 2.",
        "Chad held talks with Niger in Geneva. Chad held talks with Niger in Vienna.",
        "Chad held talks with Niger. Chad will hold talks with Niger in June.",
        "Chad held talks with Niger. Chad held talks with Togo.",
    ],
    ids=["days", "places", "past and ahead", "parties"],
)
def test_what_differs_is_kept_apart(text):
    assert len(groups(text)) == 2


def test_plan_and_calling_off_of_one_encounter_are_tied():
    text = (
        "Chilean President Ana Soto will hold a summit with Japanese Prime Minister Kenji Mori on June 3. "
        "Soto cancelled a visit by Mori last year."
    )
    told = claims(text)
    act = next(c for c in told if c.kind is Kind.CANCELLATION)
    plan = next(c for c in told if c.kind is Kind.SUMMIT)
    assert act.concerns in (None, plan.group)
    assert act.group != plan.group


def test_act_names_the_encounter_that_it_is_about():
    text = (
        "Chilean President Ana Soto was to meet Japanese Prime Minister Kenji Mori on June 3. "
        "On Monday Soto called off the meeting with Mori."
    )
    act = next(c for c in claims(text) if c.kind is Kind.CANCELLATION)
    meeting = next(c for c in claims(text) if c.kind in ENCOUNTERS)
    assert act.concerns == meeting.group
    assert act.status is Status.HELD


def test_groups_are_numbered_by_first_claim():
    told = claims("Chad held talks with Niger. Peru expelled the Malian ambassador. The talks with Niger ended.")
    assert [c.group for c in told] == [0, 1, 0]


def test_who_i_is_follows_the_turns_of_a_transcript():
    text = (
        "Chilean President Ana Soto and Japanese Prime Minister Kenji Mori spoke to reporters.\n\n"
        "PRESIDENT SOTO: Thank you all. Yesterday I met with Norwegian Foreign Minister Lars Holm.\n\n"
        "PRIME MINISTER MORI: Good morning. I visited Peru in March."
    )
    told = {c.kind: {p.name for p in c.parties} for c in claims(text)}
    assert told[Kind.MEETING] == {"Ana Soto", "Lars Holm"}
    assert told[Kind.VISIT] == {"Kenji Mori"}


# ---- what every claim carries --------------------------------------------------------------------------------------

TEXT = " ".join(row[0] for row in TOLD)


def test_every_claim_is_evidence_of_moderate_length():
    for claim in claims(TEXT):
        assert 0 <= claim.start < claim.end <= len(TEXT)
        assert claim.end - claim.start <= 700


def test_a_long_sentence_is_cut_around_its_words():
    filler = ", with its many paragraphs on fish and boats and nets" * 25
    text = f"The text of the report{filler}, and at the end of it Chad expelled the Malian ambassador on Monday."
    (claim,) = claims(text)
    assert claim.end - claim.start <= 700
    assert "expelled the Malian ambassador" in text[claim.start : claim.end]


def test_every_reason_is_a_known_rule_with_words_of_the_text():
    for sentence, _ in TOLD:
        for claim in claims(sentence):
            assert {r.field for r in claim.reasons} >= {"kind", "status", "basis", "actors"}
            for reason in claim.reasons:
                assert reason.rule in RULES, reason
                for start, end in reason.spans:
                    assert 0 <= start < end <= len(sentence), (sentence, reason)


def test_date_and_place_carry_their_reasons():
    (claim,) = claims("Chad held talks with Niger in Geneva on Monday.")
    words = {r.field: claim.reasons for r in claim.reasons}
    assert {"when", "place"} <= set(words)
    assert claim.when_span is not None


def test_acts_are_only_done_or_planned():
    for claim in claims(TEXT):
        if claim.kind not in ENCOUNTERS:
            assert claim.status in (Status.HELD, Status.PLANNED)


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        ("Chad held talks with Niger on Monday.", Confidence.HIGH),
        ("During the talks between Chad and Niger it rained.", Confidence.MEDIUM),
        ("Chad reportedly held talks with Niger on Monday.", Confidence.LOW),
    ],
)
def test_confidence(sentence, confidence):
    assert [c.confidence for c in claims(sentence)] == [confidence]


def test_confidence_rules_define_each_word():
    assert set(CONFIDENCE_RULES) == {c.value for c in Confidence}


def test_rules_come_with_an_example():
    assert all(says.endswith(".") and example for says, example in RULES.values())


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Norway hosted talks between Chad and Niger in Oslo on Monday.", "Norway", Role.HOST),
        ("Chad expelled the Malian ambassador.", "Chad", Role.INITIATOR),
        ("Canada imposed sanctions on Belarus.", "Belarus", Role.TARGET),
        ("Chad met Malian negotiators in Oslo.", "Chad", Role.PARTICIPANT),
    ],
)
def test_roles(sentence, name, role):
    (claim,) = claims(sentence)
    assert next(p.role for p in claim.parties if p.name == name) is role


def test_present_report_is_of_its_own_day_and_rests_on_it():
    (claim,) = claims("Canada lifts sanctions on Belarus.")
    assert (claim.when, claim.relative, claim.when_span) == ("2024-05-15", True, None)
    (undated,) = claims("Canada lifts sanctions on Belarus.", None)
    assert undated.when is None


def test_reading_twice_gives_the_same():
    assert claims(TEXT) == claims(TEXT)


def test_typography_changes_nothing_but_offsets():
    plain = "Chilean President Ana Soto's visit to Kenya was postponed on Monday."
    curly = plain.replace("'", "’").replace(" visit", "\u00a0visit")
    assert happenings(plain) == happenings(curly)


@pytest.mark.parametrize(
    "text",
    [
        "met with " * 3000,
        "the summit of " * 3000,
        "(" * 5000,
        "the people of Chad, Niger and " * 1500 + "they met.",
        "who which that if when " * 2000,
        "Chad held talks with Niger. " * 1500,
    ],
    ids=["verbs", "nouns", "brackets", "names", "subordinators", "sentences"],
)
def test_hostile_text_is_read_in_linear_time(text):
    import time

    def seconds(piece: str) -> float:
        begun = time.process_time()
        read("The people of the town. " + piece, PUBLISHED)
        return time.process_time() - begun

    half, whole = seconds(text[: len(text) // 2]), seconds(text)
    assert whole < 4 * half + 0.5


# ---- who is host, who called off, who speaks -----------------------------------------------------------------------


def test_an_invitation_comes_from_others_than_who_accepts_it():
    (claim,) = claims("Chilean President Ana Soto accepted an invitation from Japanese Prime Minister Kenji Mori.")
    assert {p.name: p.role for p in claim.parties} == {own.A: Role.TARGET, own.B: Role.INITIATOR}


def test_who_serves_the_country_visited_is_the_host():
    told = claims(
        "Norwegian Foreign Minister Lars Holm and Peruvian Foreign Minister Rosa Diaz were on a visit to Peru."
    )
    (claim,) = [c for c in told if c.kind is Kind.VISIT]
    assert {p.name: p.role for p in claim.parties} == {own.C: Role.PARTICIPANT, "Rosa Diaz": Role.HOST}


def test_calling_off_by_somebody_is_about_what_was_called_off():
    told = claims("A visit to Lima by Norwegian Foreign Minister Lars Holm was called off by King Harald on May 3.")
    act = next(c for c in told if c.kind is Kind.CANCELLATION)
    visit = next(c for c in told if c.kind is Kind.VISIT)
    assert act.concerns == visit.group and act.parties[0].role is Role.INITIATOR


def test_act_is_not_about_an_encounter_elsewhere():
    text = (
        "Chilean President Ana Soto invited Japanese Prime Minister Kenji Mori to Santiago. "
        "Japanese Prime Minister Kenji Mori will fly to Oslo on May 27."
    )
    told = claims(text)
    oslo = next(c for c in told if c.place.startswith("Oslo"))
    invitation = next(c for c in told if c.kind is Kind.INVITATION)
    assert invitation.concerns != oslo.group


def test_the_meeting_that_was_dropped_is_the_one_that_was_to_have_been():
    text = (
        "Chilean President Ana Soto was to have received Japanese Prime Minister Kenji Mori in Lima around 4 May. "
        "The meeting was dropped without a word."
    )
    (group,) = groups(text)
    assert [c.status for c in group] == [Status.CANCELLED, Status.CANCELLED]


def test_headline_of_what_was_postponed():
    text = (
        "Meeting in Oslo Postponed\n\n"
        "Chile and Japan were to meet in Oslo on Friday. It is the second time that this happened."
    )
    assert {c.status for c in claims(text) if c.start == 0} <= {Status.POSTPONED}
    assert any(c.status is Status.POSTPONED for c in claims(text))


def test_governments_of_two_leaders_are_their_states():
    text = (
        "Chilean President Ana Soto met Japanese Prime Minister Kenji Mori in Oslo on May 3. "
        "Talks between their governments broke down on May 7."
    )
    broken = next(c for c in claims(text) if c.kind is Kind.TALKS)
    assert {p.name for p in broken.parties} == {"Chile", "Japan"}


@pytest.mark.parametrize("words", ["It's very good to be in Accra", "I am delighted to be back in Accra"])
def test_speaker_from_elsewhere_who_is_glad_to_be_there_is_on_a_visit(words):
    told = claims(f"Remarks\n\nCHILEAN PRESIDENT ANA SOTO: {words}, to see you all.")
    (claim,) = [c for c in told if c.kind is Kind.VISIT]
    assert (claim.place, claim.when, claim.status) == ("Accra, Ghana", "2024-05-15~", Status.ONGOING)


def test_account_of_a_summit_is_not_dated_by_the_telling():
    told = claims("On Friday Chilean President Ana Soto gave a long account of the Oslo summit.")
    assert {c.when for c in told} <= {None}


def test_the_summit_is_the_summit_told_before_and_not_the_last_meeting():
    text = (
        "Chilean President Ana Soto will meet Japanese Prime Minister Kenji Mori for a summit in Oslo on June 3. "
        "Norwegian Foreign Minister Lars Holm met Peruvian Foreign Minister Rosa Diaz on Monday. "
        "The summit would be a beginning, he said."
    )
    summit = next(g for g in groups(text) if g[0].kind is Kind.SUMMIT)
    meeting = next(g for g in groups(text) if g[0].kind is Kind.MEETING)
    assert (len(summit), len(meeting)) == (2, 1)


def test_meeting_of_nobody_and_those_who_met_that_day_in_one_sentence_are_one():
    text = (
        "At a long-awaited meeting on Monday, Chilean President Ana Soto and Japanese Prime Minister Kenji Mori "
        "buried an old dispute over fish and met for an hour."
    )
    assert len(groups(text)) == 1


def test_talks_in_front_of_the_speaker_do_not_speak():
    told = claims("During the talks Chilean President Ana Soto said she would visit Nigeria on June 3.")
    assert [c.speaker for c in told if c.kind is Kind.VISIT] == ["Ana Soto"]


HERE = [
    ("OSLO, May 15 (North Wire) -- Rosa Diaz of Peru met the Chadian envoy Ali Said here on Tuesday.", "Oslo, Norway"),
    (
        "ANKARA, Turkey — The Chadian envoy Ali Said arrived here on Tuesday, and he is to leave it soon.",
        "Ankara, Turkey",
    ),
    ("NAIROBI (North Wire) - The foreign ministers of Chad and Niger held talks here on Tuesday.", "Nairobi, Kenya"),
    ("NAIROBI (North Wire) - The foreign ministers of Chad and Niger held talks in Accra on Tuesday.", "Accra, Ghana"),
    ("The foreign ministers of Chad and Niger held talks here on Tuesday, and that was the end of it.", ""),
]


@pytest.mark.parametrize(("text", "place"), HERE)
def test_here_is_the_place_of_the_dateline(text, place):
    assert {c.place for c in read(text, PUBLISHED).claims} == {place}


def test_here_is_the_place_at_the_head_of_a_transcript():
    head = "Ana Soto, Peruvian Foreign Minister\n\nAccra, Ghana\n\n"
    for words in ("I am delighted to be here.", "I'm in Ghana because we value it."):
        told = read(f"{head}MINISTER SOTO: {words} It is what we have been working for.", PUBLISHED).claims
        (claim,) = [c for c in told if c.kind is Kind.VISIT]
        assert (claim.kind, claim.country, claim.when) == (Kind.VISIT, "Ghana", f"{PUBLISHED}~")


FROM = [
    ("Negotiators from Chad and Niger met in Vienna on Monday.", {"Chad", "Niger"}),
    ("Delegations from Kenya, Chad and Peru held talks in Arusha on Monday.", {"Kenya", "Chad", "Peru"}),
    ("Representatives of Chad and of Peru met in Oslo on Monday.", {"Chad", "Peru"}),
    ("Farmers from Chad met in Oslo on Monday.", set()),
]


@pytest.mark.parametrize(("sentence", "parties"), FROM)
def test_those_from_a_state_act_for_it_where_they_are_its_officials(sentence, parties):
    assert {p.name for c in read(sentence, PUBLISHED).claims for p in c.parties} == parties


def test_anywhere_outside_a_state_is_no_place():
    text = "It was the first summit of the Chadian and Peruvian presidents outside Peru, and it was held on Monday."
    assert [c.place for c in read(text, PUBLISHED).claims if c.place] == []
    text = "The envoys of Chad and Peru met outside Lima on Monday, and that was the end of it."
    assert [c.place for c in read(text, PUBLISHED).claims] == ["Lima, Peru"]


def test_nobody_is_in_three_countries_on_one_day():
    one, several = (
        read(f"The Peruvian envoy Ana Soto is visiting {where} for the first time.", PUBLISHED).claims
        for where in ("Chad", "Chad, Niger and Mali")
    )
    assert [c.when for c in one] == [PUBLISHED.isoformat()]
    assert [c.when for c in several] == [None, None, None]
