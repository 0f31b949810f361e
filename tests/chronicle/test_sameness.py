"""When two sources tell of the same happening, and when they do not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chronicle.told import party, said, telling
from timeline.chronicle.sameness import cluster, likeness, near_identical, shingles
from timeline.parser.reading import Role


def act(kind, doer, target=None, **fields):
    who = [party(doer, Role.INITIATOR)] + ([party(target, Role.TARGET)] if target else [])
    return said(kind, "held", who=who, **fields)


def trip(who, place, country, **fields):
    return said("visit", who=[who], place=place, country=country, **fields)


SAME = {
    "two people on one day": (said(when="2019-03-04"), said("summit", when="2019-03-04")),
    "a person stands for the state": (said(when="2019-03-04"), said(when="2019-03-04", who=["Chile", "Nigeria"])),
    "a day off for a slip or a time zone": (said(when="2019-03-04"), said(when="2019-03-05")),
    "two days off where it is about": (said(when="2019-03-04"), said(when="2019-03-06~")),
    "a day within a range": (said(when="2019-03-04/2019-03-06"), said(when="2019-03-05")),
    "a plan and its outcome": (
        said(status="planned", when="2019-03-04", published="2019-02-01"),
        said(when="2019-03-04", published="2019-03-05"),
    ),
    "a month and a day in it": (said(when="2019-03"), said(when="2019-03-04")),
    "undated, published soon after": (said(published="2019-03-20"), said(when="2019-03-04")),
    "undated, looking back at the town": (
        said(published="2019-12-20", place="Lima, Peru", country="Peru"),
        said(when="2019-03-04", place="Lima", country="Peru"),
    ),
    "nobody named, but town, day and kind": (
        said(when="2019-03-04", who=[], place="Lima", country="Peru"),
        said(when="2019-03-04/2019-03-05", place="Lima, Peru", country="Peru"),
    ),
    "nobody named, within the month": (
        said("summit", "planned", "[2019-03-02..2019-03-31]", who=[], place="Lima, Peru", country="Peru"),
        said("summit", "cancelled", "2019-03-27~", who=[], place="Lima, Peru", country="Peru"),
    ),
    "nobody named, in a state that is one town": (
        said("summit", when="2018-06-12", who=[], place="Singapore", country="Singapore"),
        said("summit", when="2018-06-12", place="Sentosa, Singapore", country="Singapore"),
    ),
    "a plan without a day": (said(status="planned", published="2019-02-20"), said(when="2019-03-04")),
    "one traveller, one country": (
        trip("Ana Lima", "Abuja", "Nigeria", when="2019-03-04"),
        trip("Ana Lima", "Nigeria", "Nigeria", when="2019-03-05"),
    ),
    "one proper name": (
        said("conference", named="Lima Forum", when="2019-03-04", who=["Chile"]),
        said("conference", named="Lima forum", when="2019-03-04", who=["Turkey"]),
    ),
    "two places, but the same people and days": (
        said(when="2019-03-04", place="Lima", country="Peru"),
        said(when="2019-03-04", place="Quito", country="Ecuador"),
    ),
    "one act": (
        act("invitation", "Ana Lima", "Ben Okoro", when="2019-03-04"),
        act("invitation", "Chile", "Nigeria", when="2019-03-04"),
    ),
    "called off and put off are told as each other": (
        act("cancellation", "Ana Lima", "Ben Okoro", when="2019-03-04"),
        act("postponement", "Ana Lima", "Ben Okoro", when="2019-03-04"),
    ),
}

NOT_SAME = {
    "other days": (said(when="2019-03-04"), said(when="2019-04-04")),
    "other people of the same states": (
        said(when="2019-03-04"),
        said(when="2019-03-04", who=["Cai Shen", "Ben Okoro"]),
    ),
    "only one party in common": (said(when="2019-03-04"), said(when="2019-03-04", who=["Ana Lima", "Cai Shen"])),
    "other countries": (
        said(when="2019-03-04", place="Lima", country="Peru"),
        said(when="2019-03-05", place="Quito", country="Ecuador"),
    ),
    "four meetings are not one of them": (said(when="2018", occasions=4), said(when="2018-05-07")),
    "a call is no meeting": (said(when="2019-03-04"), said("call", when="2019-03-04")),
    "an act is no encounter": (said(when="2019-03-04"), said("statement", when="2019-03-04")),
    "undated, published long after": (said(published="2021-03-20"), said(when="2019-03-04")),
    "undated, looking back at the country": (
        said(published="2019-06-20", place="Peru", country="Peru"),
        said(when="2019-03-04", place="Lima", country="Peru"),
    ),
    "nobody named, a day later": (
        said(when="2019-03-05", who=[], place="Lima", country="Peru"),
        said(when="2019-03-04", place="Lima", country="Peru"),
    ),
    "nobody named, somewhere in the country": (
        said(when="2019-03-04", who=[], place="Peru", country="Peru"),
        said(when="2019-03-04", place="Lima, Peru", country="Peru"),
    ),
    "nobody named, within the year": (
        said(when="2019", who=[], place="Lima", country="Peru"),
        said(when="2019-03-04", place="Lima", country="Peru"),
    ),
    "nobody named, another kind": (
        said("conference", when="2019-03-04", who=[], place="Lima", country="Peru"),
        said(when="2019-03-04", place="Lima", country="Peru"),
    ),
    "undated, published before": (said(published="2019-03-01"), said(when="2019-03-04")),
    "nothing known of either day": (said(), said()),
    "one traveller, other towns of one country": (
        trip("Ana Lima", "Abuja", "Nigeria", when="2019-03-04"),
        trip("Ana Lima", "Lagos", "Nigeria", when="2019-03-05"),
    ),
    "one traveller, other countries": (
        trip("Ana Lima", "Abuja", "Nigeria", when="2019-03-04"),
        trip("Ana Lima", "Ankara", "Turkey", when="2019-03-04"),
    ),
    "a decade is no date": (said(when="201X"), said(when="2019-03-04")),
    "two proper names": (
        said("conference", named="Lima Forum", when="2019-03-04"),
        said("conference", named="Quito Forum", when="2019-03-04"),
    ),
    "another target": (
        act("sanction", "Ana Lima", "Ben Okoro", when="2019-03-04"),
        act("sanction", "Ana Lima", "Cai Shen", when="2019-03-04"),
    ),
    "another doer": (
        act("invitation", "Ben Okoro", "Ana Lima", when="2019-03-04"),
        act("invitation", "Ana Lima", "Ben Okoro", when="2019-03-04"),
    ),
    "another kind of act": (
        act("sanction", "Ana Lima", "Ben Okoro", when="2019-03-04"),
        act("rupture", "Ana Lima", "Ben Okoro", when="2019-03-04"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_told_of_the_same_happening(pair):
    one, other = telling("a", pair[0]), telling("b", pair[1])
    assert likeness(one, other) > 0
    assert likeness(one, other) == likeness(other, one)
    assert len(cluster([one, other])) == 1


@pytest.mark.parametrize("pair", NOT_SAME.values(), ids=NOT_SAME)
def test_told_of_two_happenings(pair):
    one, other = telling("a", pair[0]), telling("b", pair[1])
    assert likeness(one, other) == likeness(other, one) == 0
    assert len(cluster([one, other])) == 2


def test_statements_are_the_same_only_where_their_words_are():
    def statement(source, words):
        return telling(source, act("statement", "Ana Lima", when="2019-03-04"), words=words)

    assert likeness(statement("a", "tariffs harm everybody"), statement("b", "tariffs harm growth everybody")) > 0
    assert likeness(statement("a", "tariffs harm everybody"), statement("b", "ceasefire holds nowhere")) == 0


def test_what_one_source_tells_apart_stays_apart():
    one = telling("a", said(when="2019-03-04"), group=0)
    other = telling("a", said(when="2019-03-05"), group=1)
    between = telling("b", said(when="2019-03-04"))
    homes = cluster([one, other, between])
    assert [{t.id[:2] for t in home} for home in homes] == [{("a", 0), ("b", 0)}, {("a", 1)}]


def test_the_nearer_meeting_takes_the_undated_report():
    early = telling("a", said(when="2019-01-04"))
    late = telling("b", said(when="2019-03-04"))
    undated = telling("c", said(published="2019-03-20"))
    assert {t.source for t in next(home for home in cluster([early, late, undated]) if undated in home)} == {"b", "c"}


def in_lima(source, when, who=(), **fields):
    return telling(source, said("summit", when=when, who=who, place="Lima, Peru", country="Peru", **fields))


def test_a_report_that_names_nobody_joins_the_one_encounter_there_and_all_that_is_told_of_it():
    named = in_lima("a", "2019-03-04", ["Ana Lima", "Ben Okoro"])
    looking_back = telling("b", said("summit", when="2019-03", published="2019-05-01"))
    nobody = in_lima("c", "2019-03-04/2019-03-05")
    assert [len(home) for home in cluster([named, looking_back, nobody])] == [3]


def test_a_report_that_names_nobody_joins_neither_of_two_encounters_of_its_days():
    one = in_lima("a", "2019-03-04", ["Ana Lima", "Ben Okoro"])
    other = in_lima("b", "2019-03-05", ["Cai Shen", "Dov Peretz"])
    both_days = in_lima("c", "2019-03-04/2019-03-05")
    assert len(cluster([one, other, both_days])) == 3
    assert {t.source for t in next(h for h in cluster([one, other, in_lima("d", "2019-03-05")]) if len(h) > 1)} == {
        "b",
        "d",
    }


def test_what_an_editor_tied_together_or_kept_apart_stands():
    one = telling("a", said(when="2019-03-04"), pinned=1)
    other = telling("b", said(when="2019-03-04"), pinned=2)
    assert len(cluster([one, other])) == 2
    far = telling("c", said(when="2010-01-01", who=["Eda Kaya", "Dov Peretz"]), pinned=1)
    assert [{t.source for t in home} for home in cluster([one, far])] == [{"a", "c"}]
    third = telling("d", said(when="2019-03-04"))
    homes = cluster([one, other, third], frozenset({frozenset({1, 2})}))
    assert all(len({t.pinned for t in home} - {0}) <= 1 for home in homes)


tellings = st.lists(
    st.builds(
        lambda mention, words: (mention, words),
        st.builds(
            said,
            st.sampled_from(["summit", "meeting", "visit", "statement"]),
            st.sampled_from(["held", "planned", "cancelled"]),
            st.sampled_from([None, "2019-03-04", "2019-03-05", "2019-03-06", "2019-03", "2019-05-01"]),
            st.sampled_from([("Ana Lima", "Ben Okoro"), ("Chile", "Nigeria"), ("Ana Lima", "Cai Shen"), ()]),
            published=st.sampled_from(["2019-02-20", "2019-03-07", "2019-05-02"]),
            place=st.sampled_from(["", "Lima"]),
        ),
        st.sampled_from(["one two three", "two three four"]),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(tellings, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(found, rng: random.Random):
    all_told = [telling(f"source{n}", mention, words=words) for n, (mention, words) in enumerate(found)]
    shuffled = list(all_told)
    rng.shuffle(shuffled)
    ids = [[t.id for t in home] for home in cluster(all_told)]
    assert [[t.id for t in home] for home in cluster(shuffled)] == ids
    assert sorted(i for home in ids for i in home) == sorted(t.id for t in all_told)


def test_wire_copies_share_their_runs_of_words():
    text = " ".join(f"word{n}" for n in range(100))
    copy = text.replace("word50", "changed") + " with a line of the local paper"
    other = " ".join(f"other{n}" for n in range(100))
    assert near_identical(shingles(text), shingles(copy))
    assert not near_identical(shingles(text), shingles(other))
    assert not near_identical(shingles("too short to tell"), shingles("too short to tell"))
