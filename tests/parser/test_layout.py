"""Layout: own pages of every sort, line by line with the role that each must get."""

from __future__ import annotations

import time
from datetime import date

import pytest

from timeline.parser.layout import RULES, lay_out
from timeline.parser.reading import LineRole


def roles(text: str) -> list[tuple[str, str]]:
    """Give (first letter of the role, line) for every line."""
    return [(line.role.value, text[line.start : line.end]) for line in lay_out(text).lines]


def role_of(text: str, opening: str) -> str:
    """Give the role of the line that begins so."""
    found = [role for role, line in roles(text) if line.startswith(opening)]
    assert len(found) == 1, (opening, roles(text))
    return found[0]


REPORT = (
    "Foreign ministers of the four river states met in Vientiane on Monday and agreed to share water levels daily.\n\n"
    "The agreement, signed by all four governments, follows two years of talks, a spokesman said.\n"
)

NEWSPAPER = f"""MenuSearchIcon HomeIcon ShareIcon PrintIcon MailIcon CloseTitle
Skip to content
World briefing

River states agree to share water levels

Deal ends two years of dispute over dams

By Amadou Keita and Lena Holm
March 12, 2016

{REPORT}
The ministers, left to right, shake hands with their host, left, in Vientiane. (Photo by P. Example)

What comes next

Governments must ratify the deal within a year, officials said.

Read more: Floods of the century

Amadou Keita is a staff writer who covers rivers. He has reported from twelve countries.

Subscribe to our newsletter
Get the best of our reporting
Only $2 a week
Offer ends June 30th
"""


def test_a_newspaper_page() -> None:
    layout = lay_out(NEWSPAPER)
    assert layout.title == "River states agree to share water levels"
    assert layout.author == "Amadou Keita and Lena Holm"
    assert layout.published == date(2016, 3, 12)
    expected = {
        "MenuSearchIcon": "boilerplate",
        "Skip to": "boilerplate",
        "World briefing": "boilerplate",
        "River states": "title",
        "Deal ends": "heading",
        "By Amadou": "byline",
        "March 12": "dateline",
        "Foreign ministers": "body",
        "The agreement": "body",
        "The ministers, left": "caption",
        "What comes next": "heading",
        "Governments must": "body",
        "Read more": "boilerplate",
        "Amadou Keita is": "boilerplate",
        "Subscribe": "boilerplate",
        "Get the best": "boilerplate",
        "Only $2": "boilerplate",
        "Offer ends": "boilerplate",
    }
    assert {opening: role_of(NEWSPAPER, opening) for opening in expected} == expected


def test_offsets_are_those_of_the_text_and_every_line_is_there() -> None:
    layout = lay_out("  \n\n" + NEWSPAPER)
    text = "  \n\n" + NEWSPAPER
    assert [text[line.start : line.end] for line in layout.lines] == [x.strip() for x in text.split("\n") if x.strip()]
    assert [line.paragraph for line in layout.lines] == list(range(1, len(layout.lines) + 1))
    assert {line.rule for line in layout.lines} <= set(RULES)


def test_an_empty_text_has_no_lines() -> None:
    assert lay_out("").lines == ()
    assert lay_out(" \n\n \n").lines == ()


def test_a_text_of_one_line_is_its_own_report() -> None:
    for text in ("Chile and Peru sign a fishing treaty in Arica.", "Chile and Peru sign a fishing treaty"):
        layout = lay_out(text)
        assert [line.role for line in layout.lines] == [LineRole.BODY]
        assert layout.title == ""


DATELINES = [
    # first paragraph, place, day
    ("OSLO, May 3, 2011 (Agency) -- Norway's foreign minister met envoys of both sides.", "OSLO", date(2011, 5, 3)),
    ("OSLO, May 3 (Xinhua) -- Norway's foreign minister met envoys of both sides.", "OSLO", None),
    ("OSLO -- Norway's foreign minister met envoys of both sides on Tuesday.", "OSLO", None),
    ("OSLO — Norway's foreign minister met envoys of both sides on Tuesday.", "OSLO", None),
    ("OSLO (Reuters) - Norway's foreign minister met envoys of both sides.", "OSLO", None),
    ("BUENOS AIRES, Argentina (AP) — Envoys of both sides met on Tuesday.", "BUENOS AIRES, Argentina", None),
    ("UNITED NATIONS (AP) -- Envoys of both sides met on Tuesday for talks.", "UNITED NATIONS", None),
    ("Geneva, 3 May 1999 (Agency) – Envoys of both sides met for talks.", "Geneva", date(1999, 5, 3)),
    ("Lagos (AFP) - Envoys of both sides met on Tuesday for talks in the city.", "Lagos", None),
    ("N'DJAMENA, Chad -- Envoys of both sides met on Tuesday for talks.", "N'DJAMENA, Chad", None),
]


@pytest.mark.parametrize(("paragraph", "place", "day"), DATELINES)
def test_a_dateline_in_front_leaves_the_paragraph_body(paragraph: str, place: str, day: date | None) -> None:
    layout = lay_out("Envoys meet in the north\n\n" + paragraph + "\n\nThey agreed to meet again, a spokesman said.\n")
    assert [line.role.value for line in layout.lines] == ["title", "body", "body"]
    assert (layout.place, layout.published) == (place, day)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister - who had flown in overnight - met envoys of both sides on Tuesday.",
        "Norway said on Tuesday that it would host talks -- its third offer in a year.",
        "NATO and the EU agreed on Tuesday - after months of talks - to share satellites.",
    ],
)
def test_a_dash_alone_makes_no_dateline(paragraph: str) -> None:
    assert lay_out(f"Envoys meet in the north\n\n{paragraph}\n").place == ""


BYLINES = [
    ("By Lena Holm", "Lena Holm"),
    ("By Lena Holm and Amadou Keita", "Lena Holm and Amadou Keita"),
    ("BY LENA HOLM, Example Times Staff Writer", "Lena Holm"),
    ("LENA HOLM, Example Times senior staff writer | Norway", "Lena Holm"),
    ("Lena Holm, diplomatic correspondent", "Lena Holm"),
    ("By Lena van der Holm in Oslo", "Lena van der Holm"),
]


@pytest.mark.parametrize(("line", "author"), BYLINES)
def test_bylines(line: str, author: str) -> None:
    text = f"Envoys meet in the far north\n{line}\n\n{REPORT}"
    assert role_of(text, line[:8]) == "byline"
    assert lay_out(text).author == author


def test_the_paper_under_a_byline_is_the_publisher() -> None:
    layout = lay_out(f"Envoys meet in the far north\n\nBy Lena Holm\nThe Example Times\n\n{REPORT}")
    assert (layout.author, layout.publisher) == ("Lena Holm", "The Example Times")


CAPTIONS = [
    "President Ana Soto of Chile greets her guests in Santiago. (Photo by Example Agency)",
    "President Ana Soto of Chile greets her guests in Santiago on May 3.   © Reuters",
    "In this May 2011 file photo, President Ana Soto of Chile greets her guests.",
    "FILE - President Ana Soto of Chile greets her guests in Santiago, May 3, 2011.",
    "President Ana Soto, left, shakes hands with President Hugo Salas in Arica.",
    "President Ana Soto (L) shakes hands with President Hugo Salas (R) in Arica.",
    "People wave flags at the border post of Chacalluta on May 3. (ANDINA via Reuters)",
    "Soto and Salas (Example montage/AP/Reuters)",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_captions(caption: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{caption}\n\n{REPORT}"
    assert role_of(text, caption) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our daily newsletter",
        "We use cookies to improve your experience.",
        "All rights reserved.",
        "© 2014 Example Media Ltd",
        "You have {{count}} free articles left this month",
        "This article was originally published by Example Times.",
        "ADVERTISEMENT",
        "Share on Facebook",
        "Follow us on Twitter",
        "Photo: Example Agency",
        "Reporting by Lena Holm; Editing by Amadou Keita",
        "Already a subscriber? Log in",
        "https://example.org/more",
        "* * *",
        "Validation message here",
        "By submitting this form, you agree to receive emails from Example University and its partners.",
        "Please see our privacy policy for details.",
        "(Applause.)",
        "Only $9 per month",
    ],
)
def test_boilerplate_by_its_words(line: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{line}\n"
    assert role_of(text, line[:12]) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Exports fell to 40,000 barrels per month after the sanctions, the ministry said.",
        "The home secretary met her French counterpart in Calais on Friday.",
        "Share prices fell after the two governments broke off talks.",
        "Search teams from both countries crossed the border on Sunday.",
        "Print workers joined the strike as ministers met.",
        "Related talks on fishing will be held in May.",
        "The two sides signed a privacy agreement on Friday, officials said.",
        "Ms. Soto is on a visit to Kenya and Uganda until May 4. Please click here for more information.",
        "“You must join us,” President Soto told the summit. “Your people are our friends.”",
        "Ana Soto is the first president to visit the island since 1951, her spokesman said.",
    ],
)
def test_reports_that_sound_like_boilerplate_are_read(line: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{line}\n\n{REPORT}"
    assert role_of(text, line[:20]) == "body"


AUTHORS_NOTES = [
    "Lena Holm is a lecturer at Example University and the author of two books.",
    "Lena Holm is a Nairobi-based senior staff writer at Example Times. She has spent six years in Africa.",
    "The writer is a former ambassador to Peru.",
    "Lena Holm covers the Arctic for Example Times.",
    "Dr Lena Holm, a historian, teaches at Example College.",
]


@pytest.mark.parametrize("note", AUTHORS_NOTES)
def test_authors_notes_are_boilerplate(note: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{REPORT}\n{note}\n"
    assert role_of(text, note[:14]) == "boilerplate"


def test_an_advert_between_paragraphs_does_not_swallow_the_report() -> None:
    text = (
        f"Envoys meet in the far north\n\n{REPORT}\nSubscribe to our newsletter\nThe best of the week\n\n"
        "The president of Peru said on Friday that her government would sign the treaty in June.\n"
    )
    assert role_of(text, "Subscribe") == "boilerplate"
    assert role_of(text, "The best of") == "boilerplate"
    assert role_of(text, "The president of Peru") == "body"


def test_an_advert_at_the_foot_is_boilerplate_even_in_full_sentences() -> None:
    text = (
        f"Envoys meet in the far north\n\n{REPORT}\nThis story was originally published by Example Times.\n\n"
        "Example University is proud to train those who serve. At Example you’ll find teachers who bring their skills "
        "into the online classroom. Join the 9,000 men and women who earn degrees with us.\n\nReady to begin?\n"
    )
    assert role_of(text, "Example University") == "boilerplate"
    assert role_of(text, "Ready to") == "boilerplate"


def test_a_repeated_headline_is_found_and_its_menu_line_dropped() -> None:
    text = f"Home Asia River states agree to share\n\nRiver states agree to share\n\n{REPORT}"
    assert lay_out(text).title == "River states agree to share"
    assert role_of(text, "Home Asia") == "boilerplate"


@pytest.mark.parametrize(
    "heading", ["1) Chile fears a delay.", "2. What Peru wants", "A first reading", "III. The sea"]
)
def test_headings_between_paragraphs(heading: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{heading}\n\n{REPORT}"
    assert role_of(text, heading) == "heading"


def test_a_release_with_issuer_and_attribution() -> None:
    text = (
        "Office of the Spokesperson\n\nThe below is attributable to Spokesperson Jane Doe:\n\n"
        "The Foreign Minister spoke today with her Chilean counterpart. They discussed fishing.\n"
    )
    assert [role for role, _ in roles(text)] == ["byline", "boilerplate", "body"]
    assert lay_out(text).publisher == "Office of the Spokesperson"


def test_a_transcript() -> None:
    text = (
        "Jane Doe, Secretary of State\n\nHugo Salas, Peruvian Foreign Minister\n\nWashington, D.C.\n\n"
        "SECRETARY DOE: Good afternoon. You and your team are welcome, and we join you in this.\n\n"
        "It is good that you share our view. We offer you our help and our free advice.\n\n"
        "FOREIGN MINISTER SALAS: (Via interpreter) Thank you.\n\n(Applause.)\n"
    )
    assert [role for role, _ in roles(text)] == [
        "heading",
        "heading",
        "dateline",
        "body",
        "body",
        "body",
        "boilerplate",
    ]
    assert lay_out(text).place == "Washington, D.C."


def test_a_statement_of_one_speaker_has_him_as_author() -> None:
    text = f"Jane Doe, Secretary of State\n\n{REPORT}"
    assert lay_out(text).author == "Jane Doe"
    assert role_of(text, "Jane Doe") == "byline"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wednesday, July 10, 2019", date(2019, 7, 10)),
        ("Published: 3 March 2015 14:22 GMT", date(2015, 3, 3)),
        ("2014-05-06", date(2014, 5, 6)),
        ("Updated Feb. 3, 2009 at 5:14 p.m. ET", date(2009, 2, 3)),
        ("February 30, 2009", None),
    ],
)
def test_a_date_line_gives_the_day(line: str, day: date | None) -> None:
    text = f"{line}\n\n{REPORT}"
    assert role_of(text, line) == "dateline"
    assert lay_out(text).published == day


def test_a_date_inside_the_report_is_not_the_day_of_publication() -> None:
    assert (
        lay_out(f"Envoys meet in the far north\n\nOn May 3, 2011, they had met before, she said.\n\n{REPORT}").published
        is None
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 1_000_000,
        "by " * 300_000,
        "(" * 1_000_000,
        "you " * 250_000,
        "OSLO, " * 150_000,
        "1" * 1400 + "x\n" + "y\n" * 50_000,
        "A b\n" * 40_000,
        "(photo " * 20_000,
        "\u00a9" * 3_000,
    ],
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    began = time.process_time()
    lay_out(hostile)
    assert time.process_time() - began < 10
