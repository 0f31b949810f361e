"""Dates as readers type them."""

from datetime import date

import pytest

from timeline.web.typed import read_date

TODAY = date(2019, 3, 10)  # a Sunday


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("2018-03-27", date(2018, 3, 27), date(2018, 3, 27)),
        ("March 2018", date(2018, 3, 1), date(2018, 3, 31)),
        ("27 March 2018", date(2018, 3, 27), date(2018, 3, 27)),
        ("March 27, 2018", date(2018, 3, 27), date(2018, 3, 27)),
        ("early March 2018", date(2018, 3, 1), date(2018, 3, 10)),
        ("the 1970s", date(1970, 1, 1), date(1979, 12, 31)),
        ("yesterday", date(2019, 3, 9), date(2019, 3, 9)),
        ("last week", date(2019, 2, 25), date(2019, 3, 3)),
        ("last year", date(2018, 1, 1), date(2018, 12, 31)),
        ("in 2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("during the 1970s", date(1970, 1, 1), date(1979, 12, 31)),
        ("q1 2018", date(2018, 1, 1), date(2018, 3, 31)),
        ("27 March", date(2019, 3, 27), date(2019, 3, 27)),
        ("[2018-03..2018-05]", date(2018, 3, 1), date(2018, 5, 31)),
    ],
)
def test_words_are_read(words, first, last):
    read = read_date(words, TODAY)
    assert (read.earliest, read.latest) == (first, last)


@pytest.mark.parametrize("words", ["31 Feb", "2018-13", "soon", "the summit of 2018", "x" * 300, "2018 or so, perhaps"])
def test_what_is_no_date_is_quoted_with_what_to_write(words):
    with pytest.raises(ValueError, match="Write it like 27 March 2018") as wrong:
        read_date(words, TODAY)
    assert f"“{words[:40]}" in str(wrong.value)


def test_figures_that_may_be_two_days_are_refused():
    with pytest.raises(ValueError, match=r"“3/4/2018” could be 3 April or 4 March; write 3 April 2018 or 2018-04-03\."):
        read_date("3/4/2018", TODAY)
    assert read_date("27.3.2018", TODAY).text == "2018-03-27"


def test_refusal_says_what_is_wrong_with_a_day():
    with pytest.raises(ValueError, match=r"“31 Feb”: February has no day 31\. Write it like 27 March 2018"):
        read_date("31 Feb", TODAY)
