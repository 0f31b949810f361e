"""Passages and words in a text: cut into disjoint runs, and nothing of the text lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.models import Mention, Passage
from timeline.web.marking import Mark, excerpt, hit_pattern, marks_of, pieces, quoted, runs, shorten, text_fragment

TEXT = "Soto met Rey in Lima on Tuesday, officials said."


def passage(pk: int, start: int, end: int) -> Passage:
    return Passage(pk=pk, start=start, end=end, exact=TEXT[start:end])


def joined(cut) -> str:
    return "".join(piece.text for run in cut for piece in run.pieces)


def test_words_are_marked_by_what_they_gave():
    mention = Mention(
        reasons=[
            {"field": "actors", "rule": "full name", "spans": [[0, 4], [9, 12]]},
            {"field": "kind", "rule": "verb", "spans": [[5, 8]]},
            {"field": "when", "rule": "weekday", "spans": [[24, 31]]},
            {"field": "place", "rule": "place", "spans": [[16, 20]]},
            {"field": "confidence", "rule": "high", "spans": [[0, 48]]},
        ]
    )
    cut = pieces(TEXT, 0, len(TEXT), marks_of([mention]))
    assert [(piece.text, piece.mark) for piece in cut if piece.mark] == [
        ("Soto", "actor"),
        ("met", "act"),
        ("Rey", "actor"),
        ("Lima", "place"),
        ("Tuesday", "date"),
    ]


def test_words_that_gave_two_fields_are_marked_once():
    cut = pieces("on Tuesday", 0, 10, [Mark(3, 10, "act"), Mark(3, 10, "date")])
    assert [(piece.text, piece.mark) for piece in cut] == [("on ", ""), ("Tuesday", "date")]


def test_passages_that_overlap_are_cut_and_each_named_where_it_begins():
    cut = runs(TEXT, 0, len(TEXT), [passage(1, 0, 20), passage(2, 9, 31)], [])
    assert [(joined([run]), run.inside, run.begins, run.ends) for run in cut] == [
        ("Soto met ", True, (1,), ()),
        ("Rey in Lima", True, (2,), (1,)),
        (" on Tuesday", True, (), (2,)),
        (", officials said.", False, (), ()),
    ]


def test_passages_that_begin_together_are_both_named():
    (first, *_) = runs(TEXT, 0, len(TEXT), [passage(1, 0, 20), passage(2, 0, 31)], [])
    assert first.own == 1
    assert first.others == (2,)


def test_passage_beyond_the_paragraph_is_named_only_where_it_begins():
    cut = runs(TEXT, 9, 20, [passage(1, 0, 31)], [])
    assert [(run.begins, run.ends, run.inside) for run in cut] == [((), (), True)]


def test_words_outside_of_passages_are_not_marked():
    cut = runs(TEXT, 0, len(TEXT), [passage(1, 0, 8)], [Mark(24, 31, "date")])
    assert all(not piece.mark for run in cut for piece in run.pieces)


@given(
    st.text(min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_runs_give_back_the_text(text, spans, words):
    found = [Passage(pk=n, start=min(s), end=max(s), exact="x") for n, s in enumerate(spans) if s[0] != s[1]]
    marks = [Mark(min(w), max(w), "date") for w in words if w[0] != w[1]]
    cut = runs(text, 0, len(text), found, marks, hit_pattern(["a"]))
    assert joined(cut) == text
    for begun in found:
        inside = begun.start < len(text)
        assert sum(begun.pk in run.begins for run in cut) == inside


def test_hits_are_marked_in_any_case():
    cut = pieces(TEXT, 0, len(TEXT), [], hit_pattern(["REY", "lima"]))
    assert [piece.text for piece in cut if piece.hit] == ["Rey", "Lima"]
    assert hit_pattern([]) is None


@pytest.mark.parametrize(
    ("searched", "text", "hits"),
    [
        ("lucia", "Lucía and LUCÍA", ["Lucía", "LUCÍA"]),
        ("São", "Sao Paulo", ["Sao"]),
        ("art", "a party of artists", ["art"]),
        ("x-ray", "an X-ray", ["X-ray"]),
        ("c++", "C++", ["C++"]),
    ],
)
def test_hits_are_those_that_the_search_finds(searched, text, hits):
    cut = pieces(text, 0, len(text), [], hit_pattern([searched]))
    assert [piece.text for piece in cut if piece.hit] == hits


def test_long_quote_is_cut_at_a_clause():
    words = "The ministers met for two days, discussed fish, and left without a word to the press. " * 5
    short = shorten(words, 100)
    assert short == "The ministers met for two days, discussed fish, and left without a word to the press …"
    assert len(short) <= 100


def test_quote_without_clauses_is_cut_at_a_word():
    assert shorten("word " * 50, 20) == "word word word …"
    assert len(shorten("w" * 500, 240)) <= 240


def test_short_quote_is_left_alone():
    assert shorten("They  met\nin Lima.") == "They met in Lima."


def test_words_with_marks_of_their_own_get_none():
    assert quoted("They met.") == "“They met.”"
    assert quoted("“We met,” she said.") == "“We met,” she said."


def test_text_fragment_is_escaped_and_short():
    assert text_fragment("They met, at last-minute notice") == "#:~:text=They%20met%2C%20at%20last%2Dminute%20notice"
    long = text_fragment(" ".join(f"w{n}" for n in range(30)))
    assert long == "#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29"


def test_quote_is_cut_so_that_the_words_searched_for_are_in_it():
    words = (
        "The ministers met for two days. " * 20 + "They spoke of herring, and left. " + "Nothing more was said. " * 9
    )
    cut = excerpt(words, hit_pattern(["herring"]))
    assert "They spoke of herring, and left." in cut
    assert cut.startswith("… ")
    assert len(cut) <= 240
    assert excerpt(words, hit_pattern(["ministers"])) == excerpt(words, None) == shorten(words)
    assert excerpt(words, hit_pattern(["nowhere"])) == shorten(words)
