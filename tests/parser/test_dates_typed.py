"""What people type into a date field."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline import edtf
from timeline.parser.dates import read_typed

TODAY = date(2019, 3, 7)

READ = {
    "27 March 2018": "2018-03-27",
    "march 27, 2018": "2018-03-27",
    "27th mar 2018": "2018-03-27",
    "27/3/2018": "2018-03-27",
    "3/27/2018": "2018-03-27",
    "5/5/2018": "2018-05-05",
    "27.3.2018": "2018-03-27",
    "2018-03-27": "2018-03-27",
    "27Mar2018": "2018-03-27",
    "  27   March 2018 ": "2018-03-27",
    "27\u00a0March 2018": "2018-03-27",
    "2018-03": "2018-03",
    "march 2018": "2018-03",
    "2018": "2018",
    "197X": "197X",
    "2018-03-27~": "2018-03-27~",
    "[2019-03-01..2019-03-10]": "[2019-03-01..2019-03-10]",
    "may": "2019-05",
    "27 march": "2019-03-27",
    "4 october": "2018-10-04",
    "monday": "2019-03-04",
    "yesterday": "2019-03-06",
    "last week": "[2019-02-25..2019-03-03]",
    "next friday": "2019-03-08",
    "autumn 2012": "2012-23",
    "the 1970s": "197X",
    "1970s": "197X",
    "early 1990s": "1990/1993",
    "early march 2019": "[2019-03-01..2019-03-10]",
    "around 4 March 2019": "2019-03-04~",
    "possibly around 4 March 2019": "2019-03-04%",
    "possibly early Mar 2019": "[2019-03-01..2019-03-10]?",
    "27–28 February 2019": "2019-02-27/2019-02-28",
    "between 4 and 9 March 2019": "[2019-03-04..2019-03-09]",
    "since 2015": "2015/..",
    "from 2015": "2015/..",
    "until 15 March 2019": "../2019-03-15",
    "by May 2018": "[..2018-05]",
    "after 7 March 2019": "[2019-03-08..]",
    "christmas 2018": "2018-12-25",
    "Q1 2018": "[2018-01..2018-03]",
}


@pytest.mark.parametrize(("words", "expected"), READ.items())
def test_typed_dates_are_read(words: str, expected: str) -> None:
    assert read_typed(words, TODAY) == expected


REFUSED = {
    "": "Type a date",
    "   ": "Type a date",
    "31 Feb": "February has no day 31",
    "31 June 2018": "June 2018 has no day 31",
    "29 February 2019": "February 2019 has no day 29",
    "Feb 30, 2020": "February 2020 has no day 30",
    "0 March 2018": "March 2018 has no day 0",
    "2019-02-30": "February 2019 has no day 30",
    "2019-13": "no month 13",
    "4/3/2018": "could be 4 March or 3 April",
    "soon": "is no date we can read",
    "we": "is no date we can read",
    "12": "is no date we can read",
    "the summit": "is no date we can read",
    "recent years": "is no date we can read",
    "March 2018 and some more words": "is no date we can read",
    "[2019..2018]": "ends before it begins",
    "x" * 200: "too long",
    "from 2019 to 2018": "is no date we can read",
}


@pytest.mark.parametrize(("words", "reason"), REFUSED.items())
def test_what_is_no_date_is_refused_with_a_reason(words: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_typed(words, TODAY)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(words: str) -> None:
    answer = ""
    try:
        answer = read_typed(words, TODAY)
    except ValueError as refusal:
        answer = str(refusal)
    assert answer.endswith(".") or edtf.parse(answer).text == answer


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SHOWN = st.one_of(
    DAYS.map(edtf.day),
    DAYS.map(lambda day: f"{day.year}-{day.month:02d}"),
    DAYS.map(lambda day: str(day.year)),
    DAYS.map(lambda day: f"{day.year // 10}X"),
    st.builds(lambda year, season: f"{year}-{season}", st.integers(1900, 2099), st.integers(21, 24)),
    st.builds(lambda day, n: edtf.lasted(day, day + timedelta(days=n)), DAYS, st.integers(1, 800)),
    st.builds(lambda day, n: edtf.within(day, day + timedelta(days=n)), DAYS, st.integers(1, 60)),
    DAYS.map(lambda day: edtf.lasted(day, None)),
    DAYS.map(lambda day: edtf.lasted(None, day)),
    DAYS.map(lambda day: edtf.within(day, None)),
    DAYS.map(lambda day: edtf.within(None, day)),
)


@given(SHOWN, st.sampled_from(["", "~", "?", "%"]), st.sampled_from(["long", "short"]))
def test_what_is_shown_can_be_typed_back(text: str, mark: str, style: edtf.Style) -> None:
    assume(not (mark and ("/" in text or ("[" in text and ("[.." in text or "..]" in text)))))
    shown = edtf.display(text + mark, style)
    assert read_typed(shown, TODAY) == text + mark
