"""The whole way through the parser: languages refused, the day of publication, and what rests on it."""

from __future__ import annotations

import gc
from contextlib import suppress
from datetime import date

import pytest

from timeline import parser
from timeline.parser import KnownName, NotEnglish, NothingToRead, read
from timeline.parser.reading import ActorKind, Basis, Claim, Confidence, Kind, Status

ARTICLE = (
    "Chad and Niger sign border treaty\n\n"
    "By Awa Diallo\n\n"
    "Chad and Niger signed a border treaty in Niamey on March 3. The two had set themselves a target for 2021.\n\n"
    "On Tuesday Chad's president visited Agadez. Trade grew by a tenth in 2020, and by less in 2021."
)


def test_given_day_goes_before_all_others():
    reading = read("OSLO, May 3, 2011 (Agency) -- Chad and Niger held talks on Tuesday.", date(2011, 5, 12))
    assert (reading.published, reading.published_how) == (date(2011, 5, 12), "given")
    assert reading.claims[0].when == "2011-05-10"
    assert reading.notes == ()


def test_full_dateline_gives_the_day():
    reading = read("OSLO, May 3, 2011 (Agency) -- Chad and Niger held talks on Monday, the agency said.")
    assert (reading.published, reading.published_how) == (date(2011, 5, 3), "page")
    assert reading.claims[0].when == "2011-05-02"


def test_inferred_day_is_marked_and_what_rests_on_it_is_of_low_confidence():
    reading = read(ARTICLE)
    assert (reading.published, reading.published_how) == (date(2021, 3, 3), "inferred")
    assert "2021-03-03" in reading.notes[0] and "March 3" in reading.notes[0]
    resting = [c for c in reading.claims if c.relative]
    assert resting and all(c.confidence is Confidence.LOW for c in resting)


def test_unknown_day_leaves_relative_dates_undated_and_says_so():
    reading = read("Chad and Niger held talks on Tuesday. The talks were in Agadez.")
    assert (reading.published, reading.published_how) == (None, "unknown")
    claim = reading.claims[0]
    assert claim.when is None
    assert reading.text[slice(*claim.when_span)] == "Tuesday"
    assert len(reading.notes) == 1


def test_setting_the_day_dates_them():
    text = "Chad and Niger held talks on Tuesday. The talks were in Agadez."
    assert read(text, date(2021, 3, 5)).claims[0].when == "2021-03-02"


def test_what_the_caller_says_goes_before_the_head_of_the_text():
    reading = read(ARTICLE, date(2021, 3, 5), (), "A title", "An author", "A publisher")
    assert (reading.title, reading.author, reading.publisher) == ("A title", "An author", "A publisher")
    assert read(ARTICLE, date(2021, 3, 5)).title == "Chad and Niger sign border treaty"


def test_names_that_an_editor_keeps_are_known():
    text = "The Lake Compact met Chad's negotiators in Niamey on March 3."
    kept = [KnownName("Lake Compact", ActorKind.ORGANISATION, "Lake Chad Compact")]
    (claim,) = read(text, date(2021, 3, 5), kept).claims
    assert "Lake Chad Compact" in {p.name for p in claim.parties}


def test_offsets_are_into_the_text_as_given():
    text = "Chad\u00a0and Niger held “border” talks on\u00a0Monday, and the ministers’ talks went well."
    reading = read(text, date(2021, 3, 5))
    for claim in reading.claims:
        assert reading.text is text
        for party in claim.parties:
            assert text[party.start : party.end] in ("Chad", "Niger")


def test_reading_is_deterministic():
    assert read(ARTICLE) == read(ARTICLE)


@pytest.mark.parametrize("text", ["", "  \n\t ", "1234 - 5678 !"])
def test_nothing_to_read(text):
    with pytest.raises(NothingToRead, match="nothing to read"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Le président du Tchad et le président du Niger se sont rencontrés à Niamey pour des entretiens sur la "
            "frontière, et les deux pays ont signé un accord dans la capitale avec une déclaration commune."
        ),
        (
            "Der Außenminister ist am Montag nach Oslo gereist und hat dort mit der Regierung über die Grenze "
            "gesprochen, die seit vielen Jahren nicht mehr offen ist, und das Treffen war nicht das erste im Jahr."
        ),
        "Президент Чада встретился с президентом Нигера в Ниамее.",
        "乍得总统在尼亚美会见了尼日尔总统。",
        "El presidente visitó los puertos del norte",
    ],
    ids=["French", "German", "Russian", "Chinese", "a short Spanish line"],
)
def test_other_languages_are_refused(text):
    with pytest.raises(NotEnglish, match="not in English"):
        read(text)


@pytest.mark.parametrize(
    "text",
    ["Soto meets Mori in Oslo", "Chad, Niger sign treaty", "Ana Soto", "Holm visits São Paulo, Brasília"],
)
def test_short_texts_are_read_leniently(text):
    assert read(text, date(2021, 3, 5)).text == text


def test_both_refusals_are_value_errors():
    assert issubclass(NotEnglish, ValueError) and issubclass(NothingToRead, ValueError)


@pytest.mark.parametrize(
    ("when", "status", "kept"),
    [
        ("2019-06-09", Status.HELD, False),
        ("2019-06-03", Status.HELD, True),
        ("2019-06", Status.HELD, True),
        ("2019-06-09", Status.PLANNED, True),
        (None, Status.HELD, True),
    ],
)
def test_what_took_place_did_not_do_so_after_the_article_appeared(when, status, kept):
    claim = Claim(0, 9, 0, Kind.MEETING, status, Basis.STATED, when, (), Confidence.HIGH, when_span=(0, 9))
    read_so = parser._not_after(claim, date(2019, 6, 2))
    assert (read_so == claim) is kept
    if not kept:
        assert (read_so.when, read_so.confidence) == (None, Confidence.LOW)
        assert [r.rule for r in read_so.reasons] == ["after-publication"]


def test_an_encounter_in_the_present_that_lies_ahead_is_planned():
    story = "Oslo hosts a summit of the Chadian and Peruvian presidents in {} in June, as it was told to all."
    ahead, past = (read(story.format("Bergen"), day).claims for day in (date(2019, 5, 2), date(2019, 6, 20)))
    assert [(c.status, c.when) for c in ahead] == [(Status.PLANNED, "2019-06")]
    assert [c.status for c in past] == [Status.HELD]


def test_a_year_told_in_one_sentence_governs_the_next_of_its_paragraph():
    first, second = "In 2015 the king of Chad came to Lima.", "In May the two met the envoys of Peru in Oslo."
    assert [d.edtf for d in read(f"{first} {second}", date(2020, 1, 20)).dates] == ["2015", "2015-05"]
    assert [d.edtf for d in read(f"{first}\n\n{second}", date(2020, 1, 20)).dates] == ["2015", "2019-05"]


def test_reading_makes_no_cycles_so_that_the_collector_may_rest_meanwhile():
    """Where it made some, a long text would fill the memory with what nobody uses any more."""
    read(ARTICLE, date(2021, 3, 4))
    gc.collect()
    gc.disable()
    try:
        read(ARTICLE * 5, date(2021, 3, 4))
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("text", [ARTICLE, "", "Der Präsident traf am Dienstag den Kanzler und die Minister in Wien."])
def test_the_collector_works_again_afterwards(monkeypatch, text):
    at_work = []
    check = parser.language.check
    monkeypatch.setattr(parser.language, "check", lambda text: at_work.append(gc.isenabled()) or check(text))
    with suppress(NotEnglish, NothingToRead):
        read(text)
    assert at_work == [False]
    assert gc.isenabled()
