"""Dates as editors type them."""

import pytest
from django.core.exceptions import ValidationError

from timeline.admin.typed import read_typed


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("", ""),
        ("   ", ""),
        ("2018-03-27", "2018-03-27"),
        ("2018-03-25/2018-03-28", "2018-03-25/2018-03-28"),
        ("[2018-03-01..2018-03-10]", "[2018-03-01..2018-03-10]"),
        ("27 March 2018", "2018-03-27"),
        ("on 27 March 2018", "2018-03-27"),
        ("March 27, 2018", "2018-03-27"),
        ("25–28 March 2018", "2018-03-25/2018-03-28"),
        ("early March 2018", "[2018-03-01..2018-03-10]"),
        ("around 27 March 2018", "2018-03-27~"),
        ("March 2018", "2018-03"),
        ("possibly 2018", "2018?"),
        ("from 3 May to 5 May 2018", "2018-05-03/2018-05-05"),
        ("spring 2019", "2019-21"),
        ("the 1970s", "197X"),
        ("after 7 March 2019", "[2019-03-08..]"),
        ("27.3.2018", "2018-03-27"),
        ("5/5/2018", "2018-05-05"),
    ],
)
def test_dates_are_read_as_people_write_them(words, text):
    assert read_typed(words) == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("yonder", "“yonder” is no date we can read; try 27 March 2018, March 2018 or 2018-03-27."),
        ("last week", "“last week” is another day for every reader. Write it like 27 March 2018"),
        ("27 March", "“27 March” is another day for every reader. Write it like 27 March 2018"),
        ("3/4/2018", "“3/4/2018” could be 3 April or 4 March; write 3 April 2018 or 2018-04-03."),
        ("2018-02-30", "“2018-02-30”: February 2018 has no day 30."),
        ("2018-03-28/2018-03-25", "ends before it begins"),
        ("they met on 27 March 2018 in Lima", "is no date we can read; try"),
        ("x" * 200, f"“{'x' * 59}…”: That is too long for a date; type for example 27 March 2018"),
        ("30 February 2018", "“30 February 2018”: February 2018 has no day 30. Write it like 27 March 2018"),
    ],
)
def test_what_is_no_date_is_quoted_with_what_to_write(words, said):
    with pytest.raises(ValidationError) as caught:
        read_typed(words)
    (message,) = caught.value.messages
    assert said in message
