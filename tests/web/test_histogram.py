"""Bars over time: the unit that fits, and every event counted once."""

from collections import Counter

from timeline.web.choices import Choices
from timeline.web.histogram import HEIGHT, MOST_BARS, WIDTH, draw
from timeline.web.selection import Tally


def drawn(by_month: dict[str, int], undated: int = 0):
    return draw(Tally(Counter(by_month), Counter(), undated), Choices())


def test_months_while_they_fit():
    histogram = drawn({"2018-01": 2, "2018-04": 4, "2018-00": 1}, undated=3)
    assert histogram.unit == "month"
    assert [(bar.label, bar.count) for bar in histogram.bars] == [
        ("Jan 2018", 2),
        ("Feb 2018", 0),
        ("Mar 2018", 0),
        ("Apr 2018", 4),
    ]
    assert histogram.left_out == 4
    assert (histogram.first, histogram.last) == ("Jan 2018", "Apr 2018")


def test_unit_grows_with_the_span():
    assert drawn({"2000-01": 1, "2018-04": 1}).unit == "quarter"
    assert drawn({"1950-01": 1, "2018-04": 1}).unit == "year"
    assert drawn({"1800-01": 1, "2018-04": 1}).unit == "decade"
    for span in ("2000-01", "1950-01", "1800-01", "1000-01"):
        assert len(drawn({span: 1, "2018-04": 1}).bars) <= MOST_BARS


def test_events_known_by_their_year_count_once_years_are_drawn():
    histogram = drawn({"1950-01": 1, "1980-00": 5, "2018-04": 1})
    assert {bar.label: bar.count for bar in histogram.filled} == {"1950": 1, "1980": 5, "2018": 1}
    assert histogram.left_out == 0


def test_years_alone_are_drawn_as_years():
    assert drawn({"2017-00": 1, "2018-00": 2}).unit == "year"


def test_bars_lead_to_their_span():
    assert drawn({"2018-01": 1, "2018-02": 1}).bars[0].url == "/?from=2018-01&to=2018-01"
    assert drawn({"2000-01": 1, "2018-04": 1}).bars[-1].url == "/?from=2018-04&to=2018-06"
    assert drawn({"1950-01": 1, "2018-04": 1}).bars[0].url == "/?from=1950&to=1950"
    assert drawn({"1800-01": 1, "2018-04": 1}).bars[-1].url == "/?from=201X&to=201X"


def test_bars_stay_inside_and_the_tallest_fills_the_height():
    histogram = drawn({f"2018-{month:02d}": month for month in range(1, 13)})
    for bar in histogram.bars:
        assert float(bar.x) >= 0
        assert float(bar.x) + float(bar.width) <= WIDTH + 0.1
        assert float(bar.y) + float(bar.height) == HEIGHT
    assert max(float(bar.height) for bar in histogram.bars) == HEIGHT - 4


def test_nothing_is_drawn_of_one_month_or_none():
    assert drawn({"2018-01": 9}) is None
    assert drawn({}, undated=5) is None
