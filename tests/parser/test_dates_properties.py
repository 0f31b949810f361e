"""What must hold for every date and every text: read back as written, offsets apart from spaces, nothing raised."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import dateparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import edtf
from timeline.parser.dates import find_dates
from timeline.parser.dates.patterns import Chain
from timeline.parser.dates.reader import CODES, LAYERS
from timeline.parser.dates.tokens import same_length, tokenise

PUBLISHED = date(2019, 3, 7)
DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
RECENT = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FULL_FORMS = [
    "{d} {B} {Y}",
    "{B} {d}, {Y}",
    "{B} {d} {Y}",
    "{B} {o}, {Y}",
    "{o} {B} {Y}",
    "the {o} of {B}, {Y}",
    "{A}, {d} {B} {Y}",
    "{A}, {B} {d}, {Y}",
    "{a}., {b}. {d}, {Y}",
    "{d} {b} {Y}",
    "{b}. {d}, {Y}",
    "{d}-{b}-{Y}",
    "{Y}-{m:02}-{d:02}",
    "{Y}/{m:02}/{d:02}",
    "{d}.{m}.{Y}",
    "{m}/{d}/{Y}",
]
SENTENCES = [
    "The envoys met on {}.",
    "{}: the envoys met",
    "The accord ({}) holds.",
    "They will meet {} in Lima.",
    "{}",
]


def write(day: date, form: str) -> str:
    month = edtf.MONTHS[day.month - 1]
    weekday = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.weekday()]
    written = form.format(
        d=day.day, o=ordinal(day.day), m=day.month, B=month, b=month[:3], A=weekday, a=weekday[:3], Y=f"{day.year:04d}"
    )
    return written.replace("May.", "May")  # never shortened


@given(DAYS, st.sampled_from(FULL_FORMS), st.sampled_from(SENTENCES))
def test_any_full_date_is_read_back(day: date, form: str, sentence: str) -> None:
    written = write(day, form)
    text = sentence.format(written)
    begin = text.index(written)
    assert [(words.start, words.end, words.edtf) for words in find_dates(text, PUBLISHED)] == [
        (begin, begin + len(written.rstrip(".")), edtf.day(day))
    ]


@given(RECENT, st.sampled_from(["{d} {B} {Y}", "{B} {d}, {Y}", "{A}, {d} {B} {Y}", "{Y}-{m:02}-{d:02}"]))
@settings(max_examples=40, deadline=None)  # dateparser takes its time to load
def test_full_dates_are_what_dateparser_says(day: date, form: str) -> None:
    """An independent reader agrees on the single explicit dates."""
    written = write(day, form)
    theirs = dateparser.parse(written, languages=["en"])
    assert theirs is not None
    assert find_dates(written, PUBLISHED)[0].edtf == edtf.day(theirs.date())


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from(["{} {}", "{}, {}", "{} of {}"]))
def test_any_month_is_read_back(year: int, month: int, form: str) -> None:
    text = "It ended in " + form.format(edtf.MONTHS[month - 1], year) + "."
    assert [words.edtf for words in find_dates(text, PUBLISHED)] == [f"{year}-{month:02d}"]


@given(st.integers(1900, 2099))
def test_any_year_is_read_back(year: int) -> None:
    assert [words.edtf for words in find_dates(f"It ended in {year}.", PUBLISHED)] == [str(year)]


@given(st.integers(190, 209))
def test_any_decade_is_read_back(decade: int) -> None:
    assert [words.edtf for words in find_dates(f"It ended in the {decade}0s.", PUBLISHED)] == [f"{decade}X"]


@given(RECENT, st.integers(1, 400), st.sampled_from(["from {} to {}", "{} – {}", "{} to {}", "from {} through {}"]))
def test_any_range_of_full_dates_is_read_back(first: date, days: int, form: str) -> None:
    last = min(first + timedelta(days=days), date(2099, 12, 31))
    if last == first:
        return
    text = form.format(write(first, "{d} {B} {Y}"), write(last, "{B} {d}, {Y}"))
    assert [words.edtf for words in find_dates(text, PUBLISHED)] == [edtf.lasted(first, last)]


@given(RECENT, st.integers(-170, 170))
def test_a_day_without_year_is_the_nearest_on_the_side_of_the_tense(published: date, offset: int) -> None:
    day = published + timedelta(days=offset)
    verb = "will meet" if offset > 0 else "met"
    words = find_dates(f"They {verb} in Lima on {write(day, '{d} {B}')}.", published)
    expected = edtf.day(day)
    if (day.month, day.day) == (2, 29) or not 1900 < published.year < 2099:
        return
    assert [one.edtf for one in words] == [expected]
    assert words[0].relative


@given(RECENT, st.integers(0, 6))
def test_a_weekday_is_within_a_week_on_the_side_of_the_tense(published: date, offset: int) -> None:
    past, ahead = published - timedelta(days=offset), published + timedelta(days=offset)
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    told = find_dates(f"They met on {name[past.weekday()]}.", published)
    planned = find_dates(f"They will meet on {name[ahead.weekday()]}.", published)
    assert (told[0].edtf, planned[0].edtf) == (edtf.day(past), edtf.day(ahead))


MIXED = st.lists(
    st.sampled_from(
        "They met on Tuesday , 4 March 2019 May 3, 5 and 9 from to since by the last week of early '90s \n \n\n . "
        "two days before summit 2018 - – ( ) 1990s will 27 Q1 12th Christmas Eve next year's Mr. U.S. 1/2/2019 % $ "
        "18:00 UTC in ten around same day".split(" ")
    ),
    max_size=40,
)


@given(MIXED)
@settings(max_examples=300)
def test_any_words_give_ordered_spans_and_valid_dates(words: list[str]) -> None:
    text = " ".join(words)
    found = find_dates(text, PUBLISHED)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for one in found:
        for value in (one.edtf, one.named):
            assert value is None or edtf.parse(value).text == value


@given(st.text(max_size=200), st.one_of(st.none(), st.dates()))
@example("٣ ٤ ٥ March ² 2018", PUBLISHED)
@example("İ may İ MAY", PUBLISHED)
@settings(max_examples=200)
def test_no_text_raises(text: str, published: date | None) -> None:
    find_dates(text, published)


@given(MIXED)
def test_odd_spaces_and_curly_quotes_change_nothing(words: list[str]) -> None:
    plain = " ".join(words)
    odd = plain.replace(" ", "\u00a0").replace("'", "\u2019")
    assert find_dates(odd, PUBLISHED) == find_dates(plain, PUBLISHED)


@given(MIXED, st.integers(2, 4))
def test_wider_spaces_change_only_offsets(words: list[str], width: int) -> None:
    words = [word for word in words if word != "\n"]  # the length of a line tells whether a break only wraps it
    narrow, wide = " ".join(words), (" " * width).join(words)
    told = [[(one.edtf, one.rule) for one in find_dates(text, PUBLISHED)] for text in (narrow, wide)]
    assert told[0] == told[1]


@given(MIXED)
def test_reading_twice_gives_the_same(words: list[str]) -> None:
    text = " ".join(words)
    assert find_dates(text, PUBLISHED) == find_dates(text, PUBLISHED)


HOSTILE = [
    "1 ", "1", "1,", "1/", "1.", "2018-", "2018 ", "March ", "March 4 ", "March 3 and 4, ", "Monday ", "last ",
    "two days after ", "from May 3 to ", "the ", "'", ",", "the last week of ", "was to ", "Sunday of ", "\n", "- ",
    "two days before the summit on March 4 ", "and ", "a couple of ", "18:00 UTC ", "BEIJING, March 4 ",
]  # fmt: skip


class Counted(list):
    """A list that counts how often it is asked for an item."""

    asked = 0

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        Counted.asked += 1
        return super().__getitem__(at)


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Twice the text asks at most about twice as often where a token stands; no clock is needed to see that."""
    asked = []
    for repeats in (200, 400):
        strip = tokenise(same_length(unit * repeats), CODES, None)
        chain = Chain(unit * repeats, type(strip)(strip.codes, Counted(strip.starts), Counted(strip.ends)))
        Counted.asked = 0
        for layer in LAYERS:
            chain = layer.apply(chain)
        asked.append(Counted.asked)
    assert asked[1] <= 2.2 * asked[0] + 100


@pytest.mark.parametrize("unit", HOSTILE)
def test_each_repeat_is_read_like_the_one_before(unit: str) -> None:
    found = [len(find_dates(unit * repeats, PUBLISHED)) for repeats in (50, 100, 150)]
    assert abs((found[2] - found[1]) - (found[1] - found[0])) <= 2
