"""Sentences: where own lines are cut, by what stands around the stop."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from timeline.parser.layout import lay_out
from timeline.parser.reading import LineRole
from timeline.parser.sentences import split


def cut(text: str) -> list[str]:
    """Give the sentences of a text."""
    return [text[s.start : s.end] for s in split(text, lay_out(text))]


WHOLE = [
    "The U.S. envoy met Gen. Diallo and Mr. Sato on Feb. 28 in St. Gallen.",
    "The U.S. President spoke.",
    "Antony J. Holm and W. E. B. Reyes signed it.",
    "Growth was 6.5 percent, i.e. less than in Jan. 2011.",
    "The train left at 5 p.m. local time for No. 10 Harbour Street.",
    "Talks began; they ended: nobody knew why.",
    "She spoke of ... many things.",
    "“Will they come?” asked the minister.",
    "“Come!” she said.",
    "The company, Example Co. of Lima, paid Dr. Rey and Lt. Col. Prado.",
    "The Rev. Okello met Sen. Brandt vs. his wishes.",
    "BEIJING, May 3 (Xinhua) -- Envoys of both sides met.",
    "SECRETARY HOLM: Good afternoon, everyone.",
    "The summit (the first since Jan. 5) was held.",
    "It cost $3.5 million, not 3.500.000 pesos.",
    "Ms. Soto of the U.N. Secretariat came with Prof. Lind.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_stops_that_end_nothing(sentence: str) -> None:
    assert cut(sentence) == [sentence]


CUTS = [
    ("They met. They agreed.", ["They met.", "They agreed."]),
    ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
    ("It ended at 5 p.m. The envoys left.", ["It ended at 5 p.m.", "The envoys left."]),
    ("“We agreed.” The minister left.", ["“We agreed.”", "The minister left."]),
    ("Did they meet? Nobody knows! It rained.", ["Did they meet?", "Nobody knows!", "It rained."]),
    ("They met (in Lima.) Then they left.", ["They met (in Lima.)", "Then they left."]),
    ("They waited... Then they left.", ["They waited...", "Then they left."]),
    ("The year was 2011. The war went on.", ["The year was 2011.", "The war went on."]),
    ("He chose Plan B. The others left.", ["He chose Plan B.", "The others left."]),
    ("They met.  \u00a0 They agreed.", ["They met.", "They agreed."]),
    ("He left. “I am glad,” she said.", ["He left.", "“I am glad,” she said."]),
    ("It was for the firm Example Inc. The price fell.", ["It was for the firm Example Inc.", "The price fell."]),
    ("He met Obama, Jr. on Monday. They agreed.", ["He met Obama, Jr. on Monday.", "They agreed."]),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_stops_that_end_a_sentence(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_line_that_breaks_off_within_a_date_goes_on_in_the_next():
    broken = "The ministers of Chad and Niger met in Oslo on January\n28 for talks on the border of the two states."
    text = f"Talks in the south\n\n{broken}\nIt was over and all went home."
    found = [text[s.start : s.end] for s in split(text, lay_out(text))]
    assert (
        "The ministers of Chad and Niger met in Oslo on January\n28 for talks on the border of the two states." in found
    )
    assert found[-1] == "It was over and all went home."


def test_a_credit_stays_with_its_caption() -> None:
    text = "Envoys meet in the north\n\nThey met on Monday in Oslo, a spokesman said.\n\n"
    text += "Soto, left, greets Salas in Oslo.   © Reuters\n"
    assert cut(text)[-1] == "Soto, left, greets Salas in Oslo.   © Reuters"
    text = text.replace("   © Reuters", " (Photo by A. Example)")
    assert cut(text)[-1] == "Soto, left, greets Salas in Oslo. (Photo by A. Example)"
    text = text.replace(" (Photo by A. Example)", " Photograph: Example pool")
    assert cut(text)[-1] == "Soto, left, greets Salas in Oslo. Photograph: Example pool"


def test_only_lines_that_may_state_facts_are_cut() -> None:
    text = "Envoys meet in the north\nBy Lena Holm\n\nThey met on Monday in Oslo, a spokesman said.\n\n"
    text += "Subscribe to our newsletter\n"
    found = split(text, lay_out(text))
    assert [(s.role, text[s.start : s.end]) for s in found] == [
        (LineRole.TITLE, "Envoys meet in the north"),
        (LineRole.BODY, "They met on Monday in Oslo, a spokesman said."),
    ]
    assert [s.paragraph for s in found] == [1, 3]


def test_lines_wrapped_at_a_fixed_width_are_read_on() -> None:
    text = (
        "Envoys of the four river states met on Monday in the capital and talked\n"
        "about the level of the water, which has fallen since the dams were built.\n"
        "They agreed to meet again in the spring, said a spokesman for the Chilean\n"
        "delegation, which had travelled overnight.\n\n"
        "The treaty was signed by all of them, and will enter into force once the\n"
        "parliaments of the four have voted on it.\n"
    )
    assert [s.replace("\n", " ") for s in cut(text)] == [
        " ".join(text.split("\n")[:2]),
        " ".join(text.split("\n")[2:4]),
        " ".join(text.split("\n")[5:7]),
    ]


def test_spans_are_in_order_without_blanks_at_their_ends() -> None:
    text = "  They met.   They agreed!\u00a0\u00a0They left. \n\n\t• An item of a list.\n• Another item of it.\n"
    found = split(text, lay_out(text))
    assert len(found) == 5
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in found)


@pytest.mark.parametrize(
    "hostile", ["a" * 1_000_000, ". " * 500_000, "U.S. " * 80_000, "A. " * 100_000, "(" * 500_000, "word " * 200_000]
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    layout = lay_out(hostile)
    began = time.process_time()
    split(hostile, layout)
    assert time.process_time() - began < 10
