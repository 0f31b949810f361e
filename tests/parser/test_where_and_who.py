"""Where a happening was and who took part, read out of sentences of our own, one construction each."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.parser import read
from timeline.parser.events.gazetteer import around, body, forum_in, is_town, seats, state_of
from timeline.parser.reading import Claim

PUBLISHED = date(2024, 5, 15)
LISBON = "LISBON, May 14 (North Wire) - Portuguese Prime Minister Luis Montenegro met Angolan President Joao Lourenco."


def last(text: str, published: date | None = PUBLISHED) -> Claim:
    """The claim of the group that a text tells of last."""
    claims = read(text, published).claims
    group = max(c.group for c in claims)
    return next(c for c in claims if c.group == group)


def place_rule(claim: Claim) -> str:
    return next(r.rule for r in claim.reasons if r.field == "place")


SAID_BY_THE_CLAUSE = {
    "The envoys of Chile and Peru met at UN headquarters on Tuesday.": "New York, United States",
    "The defence ministers of Norway and Spain held talks at NATO headquarters on Tuesday.": "Brussels, Belgium",
    "Talks between Ethiopia and Egypt were held at the African Union headquarters on Monday.": "Addis Ababa, Ethiopia",
    "The foreign ministers of Chile and Peru met at the United Nations on Tuesday.": "New York, United States",
    "Vladimir Putin received Narendra Modi at the Kremlin on Monday.": "Kremlin, Moscow, Russia",
    "Emmanuel Macron met King Abdullah at the Elysee Palace on Friday.": "Elysee Palace, Paris, France",
    "Joe Biden hosted Olaf Scholz at the White House on Friday.": "White House, Washington, United States",
    "Li Qiang met Shehbaz Sharif at the Great Hall of the People.": "Great Hall of the People, Beijing, China",
    "The Russian and Turkish presidents met in the Black Sea resort of Sochi on Thursday.": "Sochi, Russia",
    "The Kuwaiti and Iraqi foreign ministers met at the Safwan border post.": "Safwan border post",
    "US and Taliban negotiators met in the Qatari capital on Saturday.": "Doha, Qatar",
    "The foreign ministers of Oman and Yemen met at a hotel in Muscat on Saturday.": "Muscat, Oman",
    "The presidents of Chad and Sudan met near Abeche on Sunday.": "Abeche, Chad",
}


@pytest.mark.parametrize(("sentence", "place"), SAID_BY_THE_CLAUSE.items())
def test_clause_says_where(sentence, place):
    assert last(sentence).place == place


SAID_ELSEWHERE = [
    ("During a visit to Lima, Premier Ana Soto announced new agreements with Peru.", "Lima, Peru", None),
    ("Chile and Peru agreed to restore ties on the sidelines of a summit in Quito.", "Quito", "at-the-encounter"),
    ("Ana Soto met Wang Yi on the sidelines of a G20 meeting in Salvador on Monday.", "Salvador", None),
    ("Kenya's foreign minister opened the Raisina Dialogue on Monday.", "New Delhi, India", "forum"),
    ("The Egyptian foreign minister received his Greek counterpart on Sunday.", "Egypt", "host"),
    ("Tashkent hosted a summit of the Organization of Turkic States on Friday.", "Tashkent, Uzbekistan", "host"),
    ("The General Assembly adopted a resolution on Monday.", "New York, United States", "seat-of-body"),
    (
        "Chile's and Peru's foreign ministers met on the sidelines of the UN General Assembly on Tuesday.",
        "New York, United States",
        "seat-of-body",
    ),
    ("The Lusaka Protocol was signed in 1994 by Angola and UNITA.", "Lusaka, Zambia", "named-after-it"),
    ("The Treaty of Nice was signed by France and Spain in 2001.", "Nice, France", "named-after-it"),
    ("Oman hosts them. There, in July 2012, American and Iranian officials met for the first time.", "Oman", "there"),
    ("Russian and Ukrainian envoys met in Minsk. A third round of talks was held there on Monday.", "Minsk", "there"),
    (
        "The king of Jordan arrived in London on Monday. On Tuesday he met Prime Minister Rishi Sunak.",
        "London, United Kingdom",
        "place-told-before",
    ),
    (
        "William Ruto flies to Washington next week for a state visit. He will meet Joe Biden on May 23.",
        "Washington, United States",
        "place-told-before",
    ),
    (
        "NATO leaders met in Vilnius in July. On the sidelines of the summit, Volodymyr Zelensky met Joe Biden.",
        "Vilnius, Lithuania",
        "place-told-before",
    ),
    (LISBON.replace("met", "on Tuesday met"), "Lisbon, Portugal", "dateline"),
]


@pytest.mark.parametrize(("text", "place", "rule"), SAID_ELSEWHERE)
def test_text_or_vocabulary_says_where(text, place, rule):
    claim = last(text)
    assert claim.place.startswith(place)
    assert rule is None or place_rule(claim) == rule
    (reason,) = [r for r in claim.reasons if r.field == "place"]
    assert all(0 <= start < end <= len(text) for start, end in reason.spans)


NOWHERE_SAID = [
    "The Kremlin said that Vladimir Putin met Bashar al-Assad on Monday.",
    "The Kyoto Protocol enters into force in 2005.",
    "Chile and Peru imposed sanctions on Niger. The Council of Europe met on Monday.",
    "Ana Soto visited Lima in May 2019. On Tuesday the Chilean foreign minister met Wang Yi.",
    "Chile and Peru held talks in Lima on Monday. The accord of 1972 was signed by Ghana and Togo.",
    LISBON.replace("Portuguese Prime Minister Luis Montenegro", "Chilean President Ana Soto").replace(
        "met", "spoke by telephone on Tuesday with"
    ),
]


@pytest.mark.parametrize("text", NOWHERE_SAID)
def test_no_place_is_invented(text):
    assert last(text).place == ""


def test_dateline_of_a_report_on_the_past_places_nothing():
    told = LISBON.replace("met", "met in 2019") + " They spoke of fish."
    assert last(told).place == ""


PARTIES = {
    "The Spanish foreign minister met officials of Peru in Lima on Monday.": {"José Manuel Albares", "Peru"},
    "President Ruto received a delegation from the European Parliament.": {"William Ruto", "European Parliament"},
    "Peru expelled the ambassador of Chile on Monday.": {"Peru", "Chile"},
    "The accord was signed by Ana Rojas of Peru and Luis Diaz of Chile on Monday.": {"Ana Rojas", "Luis Diaz"},
    "The OSCE Ministerial Council met in Skopje on Monday.": {"Organization for Security and Co-operation in Europe"},
    "Sudan's army and the Rapid Support Forces agreed on Monday to a truce.": {"Sudan", "Rapid Support Forces"},
    "Messrs Fidan and Araghchi met in Ankara on Monday.": {"Hakan Fidan", "Abbas Araghchi"},
    "ECOWAS imposed sanctions on Mali. On Saturday the regional bloc held a summit in Abuja.": {
        "Economic Community of West African States"
    },
    "Saudi Arabia restored ties in 2023. The kingdom and Iran signed a pact on Monday.": {"Saudi Arabia", "Iran"},
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.items())
def test_who_takes_part(text, parties):
    assert {p.name for p in last(text).parties} == parties


def test_what_a_journey_in_the_present_is_for_is_of_the_same_day():
    assert last("Belarusian President Alexander Lukashenko visits Pyongyang to meet Kim Jong Un.").when == "2024-05-15"


def test_gazetteer_knows_towns_seats_and_forums():
    assert around("Great Hall of the People") == "Beijing"
    assert around("Beijing") == ""
    assert is_town("Lusaka")
    assert not is_town("Sahel")
    assert state_of("Geneva") == "Switzerland"
    assert seats()["International Atomic Energy Agency"] == "Vienna"
    assert body("the OSCE") == "Organization for Security and Co-operation in Europe"
    assert body("the Lima Choral Society") == ""
    day = date(2019, 6, 28)
    assert forum_in("He spoke at the Doha Forum.", 0, 27, day, day) == ("Doha", 16, 26)
    assert forum_in("He spoke at the G20 summit.", 0, 27, day, day) == ("Osaka", 16, 26)
    assert forum_in("He spoke at the G20 summit.", 0, 27, date(2019, 1, 1), date(2019, 1, 2)) is None
    assert forum_in("He spoke at the G7 summit.", 0, 26, date(1990, 1, 1), date(2000, 1, 1)) is None
    assert forum_in("He spoke at the forum.", 0, 22, day, day) is None


def test_a_summit_without_a_place_is_where_it_was_held_on_those_days():
    told = "On the margins of the NATO summit, Ana Soto met Kenji Mori, the Japanese premier, on Tuesday."
    assert last(told, date(2023, 7, 12)).place == "Vilnius, Lithuania"
    assert last(told, date(2023, 9, 12)).place == ""
