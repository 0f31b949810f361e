"""How often parties met: a visit and the talks during it are one time."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.web.occasions import narrowest, occasions_of


@dataclass
class Entry:
    """An event as far as its date and thread go."""

    pk: int
    when: str
    concerns_id: int | None = None

    @property
    def earliest(self) -> date | None:
        return edtf.bounds(self.when)[0]

    @property
    def latest(self) -> date | None:
        return edtf.bounds(self.when)[1]

    @property
    def sort_key(self) -> str:
        return edtf.sort_key(self.when)


def told(*dates: str):
    entries = [Entry(n, when) for n, when in enumerate(dates)]
    return occasions_of(sorted(entries, key=lambda entry: (entry.sort_key, entry.pk)))


def test_visit_and_the_talks_during_it_are_one_occasion():
    found = told("2018-03-25/2018-03-28", "2018-03-27", "2018-06-19")
    assert [[entry.when for entry in occasion.entries] for occasion in found.known] == [
        ["2018-03-25/2018-03-28", "2018-03-27"],
        ["2018-06-19"],
    ]
    assert found.uncertain == ()


def test_two_entries_of_one_day_are_one_occasion():
    assert len(told("2018-06-12", "2018-06-12").known) == 1
    assert len(told("2018-06-12", "2018-06-13").known) == 2


def test_long_stay_is_one_occasion_with_what_happened_in_it():
    found = told("2018-03-01/2018-03-20", "2018-03-15")
    assert len(found.known) == 1
    assert found.uncertain == ()


def test_vague_entry_counts_only_where_none_that_is_counted_may_be_the_same():
    found = told("2018", "2018-03-27")
    assert (len(found.known), [entry.when for entry in found.uncertain]) == (1, ["2018"])
    found = told("2017", "2018-03-27")
    assert [occasion.year for occasion in found.known] == ["2017", "2018"]
    assert found.uncertain == ()


def test_of_vague_entries_the_narrowest_is_counted():
    found = told("2018", "2018-03", "[2018-03-01..2018-03-10]")
    assert [occasion.entries[0].when for occasion in found.known] == ["[2018-03-01..2018-03-10]"]
    assert len(found.uncertain) == 2


def test_entries_of_one_thread_are_one_occasion():
    talks, visit = Entry(1, "2018-03-02", concerns_id=2), Entry(2, "2018-03-05")
    assert len(occasions_of([talks, visit]).known) == 1
    assert len(occasions_of([Entry(1, "2018-03-02", concerns_id=9), visit]).known) == 2


def test_occasion_of_an_unknown_year_has_none():
    assert [occasion.year for occasion in told("197X", "2018-03-27").known] == ["", "2018"]


def test_narrowest_entry_says_when_it_was():
    (occasion,) = told("2018-03-25/2018-03-28", "2018-03-27").known
    assert narrowest(occasion.entries).when == "2018-03-27"


WHEN = [
    "2018",
    "2018-03",
    "2018-03-05",
    "2018-03-01/2018-03-20",
    "2018-05/..",
    "../2017",
    "197X",
    "[2018-03-01..2018-03-10]",
]


@given(st.lists(st.sampled_from(WHEN), max_size=8))
def test_every_entry_is_told_of_once_and_the_order_is_kept(dates):
    found = told(*dates)
    entries = [entry.pk for occasion in found.known for entry in occasion.entries]
    assert sorted([*entries, *[entry.pk for entry in found.uncertain]]) == list(range(len(dates)))
    keys = [occasion.entries[0].sort_key for occasion in found.known]
    assert keys == sorted(keys)
    assert bool(found.known) == bool(dates)
