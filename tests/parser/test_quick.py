"""A quick pattern finds what the pattern finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.parser.layout_lines import vocabulary
from timeline.parser.layout_patterns import ADDRESS, CLOSES, PRICE
from timeline.parser.quick import Quick

FREE = Quick(re.compile(r"\bfree (?:trial|of charge)\b|\d ?% off", re.I), ["free", *"0123456789"])


@pytest.mark.parametrize(
    "text",
    [
        "Begin your FREE trial today.",
        "Take 30% off, or \u0663% off elsewhere.",
        "Nothing is offered here.",
        "\u0663% off",
        "",
    ],
)
def test_what_is_found_is_the_same(text):
    pattern = FREE.pattern
    assert [m.span() for m in FREE.finditer(text)] == [m.span() for m in pattern.finditer(text)]
    assert FREE.findall(text) == pattern.findall(text)
    assert bool(FREE.search(text)) == bool(pattern.search(text))
    assert bool(FREE.match(text)) == bool(pattern.match(text))


PATTERNS = [
    *(ADDRESS, CLOSES, PRICE),
    *(getattr(vocabulary(), name) for name in ("anywhere", "short_inside", "byline", "reports", "offers")),
    *(getattr(vocabulary(), name) for name in ("bio", "bio_verbs", "pictured", "offices", "publications")),
]
NEARLY = [
    *(
        "Offers end soon",
        "seats are limited",
        "terms apply",
        "while stoc\u212as last",
        "boo\u212a now",
        "cancel anytime",
    ),
    *(
        "$3 a week",
        "\u0665\u0665\u0665 dollars a day",
        "first month free",
        "5 % off",
        "a@b.example",
        "www.x",
        "http://x",
    ),
    *("+44 20 7946 0000", "(\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660)"),
    *(word for quick in PATTERNS for word in quick.words),
]
ODDLY = {"s": "\u017f", "i": "\u0131", "k": "\u212a", "I": "\u0130"}


@given(
    st.lists(st.one_of(st.sampled_from(NEARLY), st.text(max_size=4)), max_size=4).map(" ".join),
    st.sampled_from([str.lower, str.upper, str.title, lambda text: "".join(ODDLY.get(c, c) for c in text)]),
)
def test_no_pattern_misses_what_it_would_find_alone(text, written):
    line = written(text)
    for quick in PATTERNS:
        assert [m.span() for m in quick.finditer(line)] == [m.span() for m in quick.pattern.finditer(line)], quick.words


@pytest.mark.parametrize("word", ["", "Offer", "é"])
def test_words_are_small_letters(word):
    with pytest.raises(AssertionError):
        Quick(re.compile("offer"), [word])
