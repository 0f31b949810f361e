"""The day of publication, worked out of the text where nobody gave it."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.parser.dates import find_dates
from timeline.parser.layout import lay_out
from timeline.parser.publication import infer
from timeline.parser.sentences import split


def inferred(text: str) -> date | None:
    sentences = split(text, lay_out(text))
    found = infer(text, sentences, find_dates(text, None))
    return found.day if found else None


YEARS = "The budget of 2020 was the largest, that of 2021 is smaller. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (YEARS + "The two ministers met on March 3 and spoke again on March 9.", date(2021, 3, 9)),
        (YEARS + "The two ministers met on 3 March, and will meet again on 20 March.", date(2021, 3, 3)),
        (YEARS + "The minister did not refer to the treaty in her March 5 speech.", date(2021, 3, 5)),
        (YEARS + "The two met on Wednesday, March 3, and were content.", date(2021, 3, 3)),
        (YEARS + "They met on March 3 under the plan Vision 2030, or “Made Here 2025”.", date(2021, 3, 3)),
        (YEARS + "They met on March 3 and saw nothing of the fair that goes on until March 9.", date(2021, 3, 3)),
        (YEARS + "A treaty signed on March 4 by both governments is now in force.", date(2021, 3, 4)),
    ],
    ids=[
        "the latest",
        "not one ahead",
        "within a noun phrase",
        "its weekday agrees",
        "years in names",
        "until",
        "a participle",
    ],
)
def test_the_latest_day_told_as_past(text, day):
    assert inferred(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met on March 3 and spoke of fish.",
        "The two ministers met on March 3. They aim to end the trade by 2030, and before 2029 if they can.",
        "The two ministers met on March 3, and the port was built in 1998 by a company from the north.",
        YEARS + "The two ministers met on Friday, March 3, and were content.",
        YEARS + "The two ministers will meet on March 3 and on March 9.",
        YEARS + "The two ministers met on Tuesday and were content.",
        YEARS + "If the ministers had met on March 3, the port would be open.",
    ],
    ids=["no year", "only goals", "a year of long ago", "its weekday differs", "only ahead", "no day", "a condition"],
)
def test_nothing_is_inferred_from_too_little(text):
    assert inferred(text) is None


def test_boilerplate_names_no_year():
    text = (
        "The two ministers met on March 3 and spoke of fish for an hour.\n\n"
        "Offer ends July 31st, 2021. Subscribe now and read all stories with unlimited access until 2022.\n\n"
        "© 2021 The Daily Fish. All rights reserved."
    )
    assert inferred(text) is None


def test_the_note_says_what_it_rests_on():
    text = YEARS + "The two ministers met on March 3 and spoke of fish."
    found = infer(text, split(text, lay_out(text)), find_dates(text, None))
    assert "2021" in found.note and "March 3" in found.note and "2021-03-03" in found.note
