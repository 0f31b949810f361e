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
        "By submitting this form I join the list of Example University and of its partners.",
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


# What a page says of itself, offers, credits ----------------------------------------------------------------------

OF_ITSELF = [
    "This dispatch is an invented sample; Lima and Oslo never met in it.",
    "This article was produced by the Andean desk of Example Times with help from readers.",
    "This story was first published by Example Times on 3 May 2011.",
    "This transcript was edited for length.",
    "An earlier version of this article misstated the day on which the two ministers met.",
    "This interview has been condensed and translated from Spanish.",
    "This post originally appeared on the site of Example Institute.",
    "The above article may not be republished without leave.",
]


@pytest.mark.parametrize("line", OF_ITSELF)
@pytest.mark.parametrize("after", ["", f"\n{REPORT}"])
def test_a_line_in_which_the_page_speaks_of_itself(line: str, after: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{line}\n{after}"
    assert role_of(text, line[:20]) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "This story is far from over, the foreign minister of Chad said on Monday.",
        "This report was published by the Kenyan finance ministry on Monday.",
        "This agreement was signed by both presidents in Arica in May 2011.",
        "This article of the treaty was the last that the two sides settled in Geneva.",
        "Read together, the two treaties let Norway fish in the north until June.",
        "Membership of the bloc costs Malta $3 million a year, its finance minister said.",
        "Reporting by both governments to the agency will begin in May; no day was set.",
        "The photograph by the river showed the two presidents, officials said.",
    ],
)
def test_reports_that_sound_like_a_page_s_own_words_are_read(line: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\n{line}\n\n{REPORT}"
    assert role_of(text, line[:20]) == "body"


OFFERS = [
    "Get the Example Times at home: ring our subscriptions desk, Mondays to Fridays.",
    "Enjoying Example Weekly? Read us for €3 a week. Offer ends on 30 June.",
    "Example Letter is a letter for people who like maps. A year costs $60 until May 31. Send it to a friend.",
    "Members of the Society may register for the autumn lecture. Places are limited.",
    "Example Daily app: first two weeks free. Cancel any time.",
    "Join 9,000 readers. Subscriptions from £4 a month.",
]


@pytest.mark.parametrize("line", OFFERS)
def test_an_offer_at_the_foot_without_the_usual_phrases(line: str) -> None:
    text = f"Envoys meet in the far north\n\n{REPORT}\nThe harbour was quiet on Tuesday.\n\n{line}\n"
    assert role_of(text, line[:20]) == "boilerplate"
    assert role_of(text, "The harbour") == "body"


WRITERS = [
    "(Reporting by Lena Holm in Oslo and Amadou Keita in Bamako; additional reporting by Ana Soto; editing by Bo Lind)",
    "Additional reporting by Amadou Keita in Bamako, Ana Soto in Santiago and Bo Lind in Aarhus; editing by Jo Rey.",
    "Reporting and writing by Lena Holm, with help from Ana Soto, Amadou Keita, Bo Lind, Jo Rey and Mia Falk in Oslo",
]


@pytest.mark.parametrize("line", WRITERS)
def test_who_wrote_and_edited_is_boilerplate_at_any_length(line: str) -> None:
    assert role_of(f"Envoys meet in the far north\n\n{REPORT}\n{line}\n", line[:20]) == "boilerplate"


CREDITED = [
    "Fishermen wait on the pier at Arica on May 3. Photograph: Example pool",
    "Ana Soto and Hugo Salas after the dinner on Friday. Photo by palace press corps",
    "The two presidents leave the palace on 1 June. Picture: pool",
    "The president of Chile greets her guests in Santiago. (Ministry handout via Example Wire)",
    "A table was laid for a dinner that nobody ate. (Example Wire)",
    "Boats lie in the harbour of Arica under guard. (Example Wire/Pool)",
]


@pytest.mark.parametrize("caption", CREDITED)
def test_a_picture_s_credit_makes_a_caption(caption: str) -> None:
    """A bracket alone does if it names the agency of the text's own dateline."""
    text = f"Envoys meet in the far north\n\nARICA, May 4 (Example Wire) -- {REPORT}\n{caption}\n\n{REPORT}"
    assert role_of(text, caption[:20]) == "caption"


def test_a_bracket_that_names_no_agency_of_the_text_makes_no_caption() -> None:
    text = (
        f"Envoys meet in the far north\n\nARICA, May 4 -- {REPORT}\nA table was laid for the dinner. (Example Wire)\n"
    )
    assert role_of(text, "A table") == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Related: Floods of the century in four countries | What the dam keepers say of the long dry summer",
        "Media contact: press@council.example. You receive this note because you asked for it. Unsubscribe.",
        "Press inquiries: +56 2 5550 1234",
        "For any questions on the visit, please write to Lena Holm at desk@council.example.",
        "# # #",
        "Photo by Amadou Keita for Example Times",
    ],
)
def test_links_and_addresses_are_boilerplate(line: str) -> None:
    assert role_of(f"Envoys meet in the far north\n\n{REPORT}\n{line}\n", line[:12]) == "boilerplate"


def test_a_speech_has_no_adverts() -> None:
    text = (
        "Jane Doe, Foreign Minister\n\nI am glad to be with you and your families in this free and open town today.\n\n"
        "We want you to join our course, students, and to apply for degrees in the two countries.\n\n"
        "The skaters were brave, and the band played two songs that nobody had asked it to play.\n\n"
        "Our offer to you and your students is to enrol in our schools, free for all who join.\n"
    )
    assert [role for role, _ in roles(text)] == ["byline", "body", "body", "body", "body"]


# Releases and names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["MEDIA NOTE", "FOR IMMEDIATE RELEASE", "STATEMENT", "Readout", "Press Release", "*** Joint Statement ***"]
)
@pytest.mark.parametrize(
    "office", ["Office of Public Affairs, Andean Rivers Council", "Ministry of Fisheries of Chile"]
)
def test_the_kind_of_release_is_not_its_publisher(kind: str, office: str) -> None:
    text = f"Rivers Council Meets in the North\n\n{kind}\n\n{office}\n\nNovember 7, 2011\n\n{REPORT}"
    layout = lay_out(text)
    assert (layout.title, layout.publisher) == ("Rivers Council Meets in the North", office)
    assert role_of(text, kind) == "boilerplate"
    assert layout.published == date(2011, 11, 7)


def test_the_headline_may_stand_below_the_office_that_issued_it() -> None:
    text = f"Office of the Spokesperson\n\nPress Release\n\nFour River States Agree on Water Levels\n\n{REPORT}"
    layout = lay_out(text)
    assert layout.publisher == "Office of the Spokesperson"
    assert layout.title == "Four River States Agree on Water Levels"


def test_a_headline_that_names_an_office_stays_the_headline() -> None:
    assert lay_out(f"Ministry of Fisheries Rejects Treaty\n\n{REPORT}").title == "Ministry of Fisheries Rejects Treaty"


def test_the_place_under_speakers_is_no_publisher() -> None:
    layout = lay_out(
        f"Jane Doe, Secretary of State\n\nHugo Rey, Foreign Minister\n\nMinistry of Foreign Affairs\n\n{REPORT}"
    )
    assert layout.publisher == ""


def test_via_and_officials_are_no_place() -> None:
    assert lay_out(f"Office of the Spokesperson\n\nVia Teleconference\n\n{REPORT}").place == ""
    assert lay_out(f"Office of the Spokesperson\n\nSECRETARY JANE B. DOE\n\n{REPORT}").place == ""


SEVERAL = [
    ("By Lena Holm in Oslo and Amadou Keita in Bamako", "Lena Holm and Amadou Keita"),
    ("By Lena Holm, Amadou Keita and Jean-Luc d’Arcy", "Lena Holm, Amadou Keita and Jean-Luc d’Arcy"),
    ("By LENA HOLM and AMADOU KEITA", "Lena Holm and Amadou Keita"),
    ("By LENA HOLM, Staff Reporter, and friends", "Lena Holm"),
    ("By PAIK DONG-SU", "Paik Dong-su"),
    ("By ANNE DRUMMOND-REY", "Anne Drummond-Rey"),
    ("By SEAMUS O’NEILL and IAN MCKAY", "Seamus O’Neill and Ian McKay"),
    ("By PIETER VAN DER LAAN", "Pieter van der Laan"),
]


@pytest.mark.parametrize(("line", "author"), SEVERAL)
def test_bylines_of_several_and_in_capitals(line: str, author: str) -> None:
    assert lay_out(f"Envoys meet in the far north\n\n{line}\n\n{REPORT}").author == author


def test_a_name_in_capitals_is_spelled_as_the_text_spells_it() -> None:
    text = f"Envoys meet in the far north\n\nBy MINA DELACROIX-TAN\n\n{REPORT}\n(Reporting by Mina DelaCroix-tan)\n"
    assert lay_out(text).author == "Mina DelaCroix-tan"


def test_the_head_is_given_in_the_text_s_own_characters() -> None:
    text = f"Chile’s “quiet” envoy meets Peru’s\n\nBy Jean-Luc d’Arcy\nL’Exemple du Jour\n\n{REPORT}"
    layout = lay_out(text)
    assert layout.title == "Chile’s “quiet” envoy meets Peru’s"
    assert (layout.author, layout.publisher) == ("Jean-Luc d’Arcy", "L’Exemple du Jour")
