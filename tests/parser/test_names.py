"""Names: own sentences, by construction, with whom each of their words means."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest

from timeline.parser import read as parse
from timeline.parser.layout import lay_out
from timeline.parser.names import RULES, KnownName, NameBook, find_names
from timeline.parser.reading import ActorKind, Name
from timeline.parser.sentences import split


def read(text: str, published: str | None = "2018-06-15", editor: tuple[KnownName, ...] = ()) -> tuple[Name, ...]:
    """Find the names of a text, published on a day."""
    day = date.fromisoformat(published) if published else None
    return find_names(text, split(text, lay_out(text)), day, NameBook.default(editor))


def meant(text: str, published: str | None = "2018-06-15", pronouns: bool = False) -> dict[str, str]:
    """Give words → name for every name of a text; of words that come twice, the last."""
    return {text[n.start : n.end]: n.name for n in read(text, published) if pronouns or n.rule != "pronoun"}


def the(text: str, words: str, published: str | None = "2018-06-15") -> Name:
    """Give the last name that spans just these words."""
    found = [n for n in read(text, published) if text[n.start : n.end] == words]
    assert found, f"{words!r} is no name in {meant(text, published)}"
    return found[-1]


# States ---------------------------------------------------------------------------------------------------------

STATES = [
    ("Chile and Peru signed it.", {"Chile": "Chile", "Peru": "Peru"}),
    ("The Republic of Korea joined.", {"Republic of Korea": "South Korea"}),
    ("Portuguese and Danish officials met.", {"Portuguese": "Portugal", "Danish": "Denmark"}),
    ("The U.S. and the UK agreed.", {"U.S.": "United States", "UK": "United Kingdom"}),
    ("The DPRK refused.", {"DPRK": "North Korea"}),
    ("Norwegians voted.", {"Norwegians": "Norway"}),
    ("Burma and East Timor joined.", {"Burma": "Myanmar", "East Timor": "East Timor"}),
    ("The Kremlin and the White House denied it.", {"Kremlin": "Russia", "White House": "United States"}),
    ("The Baltic states protested.", {"Baltic states": "Estonia and Latvia and Lithuania"}),
    ("The two Koreas talked.", {"two Koreas": "North Korea and South Korea"}),
    ("South Sudan’s army and Sudan’s left.", {"South Sudan’s army": "South Sudan's army", "Sudan": "Sudan"}),
    ("Côte d’Ivoire abstained.", {"Côte d’Ivoire": "Ivory Coast"}),
    ("It cost US$ 40 million in US dollars.", {"US": "United States"}),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_states_are_known_by_all_their_names(text: str, expected: dict[str, str]) -> None:
    assert meant(text) == expected


PLACES = [
    # text, words, used as a place, name
    ("Lima refused the offer.", "Lima", False, "Peru"),
    ("The minister arrived in Lima.", "Lima", True, "Lima"),
    ("Oslo's reply was cool.", "Oslo", False, "Norway"),
    ("Talks with Oslo go on.", "Oslo", False, "Norway"),
    ("She flew to Oslo on Monday.", "Oslo", True, "Oslo"),
    ("He returned from Vienna late.", "Vienna", True, "Vienna"),
    ("The envoy visited Nairobi.", "Nairobi", True, "Nairobi"),
    ("They left Kampala at dawn.", "Kampala", True, "Kampala"),
    ("The Lusaka summit ended.", "Lusaka", True, "Lusaka"),
    ("Relations between Madrid and Rabat cooled.", "Rabat", False, "Morocco"),
    ("Relations between Madrid and Rabat cooled.", "Madrid", False, "Spain"),
    ("He gave a speech outside Warsaw.", "Warsaw", True, "Warsaw"),
    ("Pressure on Caracas grew.", "Caracas", False, "Venezuela"),
    ("A message to Caracas was sent back.", "Caracas", False, "Venezuela"),
    ("They met in Bratislava, Slovakia.", "Bratislava", True, "Bratislava"),
    ("They met in Bratislava, Slovakia.", "Slovakia", True, "Slovakia"),
    ("BOGOTA, May 3 (Agency) -- The rebels agreed.", "BOGOTA", True, "Bogota"),
    ("She will travel to Kyiv, Tbilisi, and Baku.", "Baku", True, "Baku"),
    ("She will travel to Kyiv, Tbilisi, and Baku.", "Tbilisi", True, "Tbilisi"),
    ("In Ottawa's view the deal is dead.", "Ottawa", False, "Canada"),
    ("In Ottawa's old town they dined.", "Ottawa", True, "Ottawa"),
    ("From Ankara, she will go on to Baku.", "Ankara", True, "Ankara"),
    ("The Tokyo-based firm paid.", "Tokyo", True, "Tokyo"),
    ("Weapons were sold to Tehran.", "Tehran", False, "Iran"),
    ("Paris warned that Cairo would pay.", "Cairo", False, "Egypt"),
]


@pytest.mark.parametrize(("text", "words", "placed", "name"), PLACES)
def test_a_capital_is_a_government_or_a_place(text: str, words: str, placed: bool, name: str) -> None:
    found = the(text, words)
    assert (found.as_place, found.name) == (placed, name)
    assert found.kind == (None if placed and name != "Slovakia" else ActorKind.STATE)


STATE_PLACES = [
    ("He paid a visit to North Korea.", "North Korea", True),
    ("Tunisia refused.", "Tunisia", False),
    ("The king toured Tunisia.", "Tunisia", True),
    ("Troops left Kosovo.", "Kosovo", True),
    ("Aid to Ukraine was cut.", "Ukraine", False),
    ("She arrived in the United Arab Emirates.", "United Arab Emirates", True),
    ("He will travel to Chad, Niger and Mali.", "Mali", True),
    ("Ties with Mali improved.", "Mali", False),
]


@pytest.mark.parametrize(("text", "words", "placed"), STATE_PLACES)
def test_a_state_stays_a_state_where_it_is_a_place(text: str, words: str, placed: bool) -> None:
    found = the(text, words)
    assert found.kind == ActorKind.STATE
    assert found.as_place is placed
    assert found.state == found.name


def test_a_city_that_is_no_capital_is_a_place_in_its_state() -> None:
    found = the("They met in Geneva.", "Geneva")
    assert (found.kind, found.state, found.as_place, found.rule) == (None, "Switzerland", True, "place")


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Post reported it.",
        "He teaches at Beijing University.",
        "The Paris Agreement entered into force.",
        "The New York Times reported it.",
        "Washington State University graduates cheered.",
        "The Tokyo Stock Exchange fell.",
    ],
)
def test_a_city_inside_the_name_of_a_thing_is_no_city(text: str) -> None:
    assert not [
        n for n in read(text) if n.name in {"Washington", "United States", "China", "Beijing", "Paris", "France"}
    ]
    assert not [n for n in read(text) if n.name in {"New York", "Tokyo", "Japan"}]


# Persons introduced by an office --------------------------------------------------------------------------------

CAPITALS = [
    ("They met in the North Korean capital on Monday.", "North Korean capital", "Pyongyang", "North Korea"),
    ("She flew to the Qatari capital, Doha, to see him.", "Qatari capital, Doha", "Doha", "Qatar"),
    ("Talks opened in the capital of Kenya.", "capital of Kenya", "Nairobi", "Kenya"),
    ("Talks opened in Peru's capital city of Lima.", "Peru's capital city of Lima", "Lima", "Peru"),
]


@pytest.mark.parametrize(("text", "words", "name", "state"), CAPITALS)
def test_a_states_capital_is_the_town(text: str, words: str, name: str, state: str) -> None:
    found = the(text, words)
    assert (found.kind, found.name, found.state, found.as_place) == (None, name, state, True)


def test_capital_that_is_money_is_no_town() -> None:
    assert meant("Kenyan capital markets rose.") == {"Kenyan": "Kenya"}


def test_capitals_joined_by_a_hyphen_are_governments() -> None:
    found = the("The Pyongyang-Washington talks collapsed.", "Pyongyang-Washington")
    assert [(m.name, m.kind) for m in found.members] == [
        ("North Korea", ActorKind.STATE),
        ("United States", ActorKind.STATE),
    ]


NUMBERED = [
    ("Two Israeli ministers came.", {"Israeli": "Israel"}),
    ("Three Chilean envoys left.", {"Chilean": "Chile"}),
    ("The two Chilean presidents met.", {"Chilean": "Chile"}),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_a_small_number_before_a_people_hides_nobody(text: str, expected: dict[str, str]) -> None:
    assert meant(text) == expected


TWO_OFFICES = [
    ("Peru's Deputy Prime Minister and Defence Minister Ana Soto came.", ["Ana Soto"]),
    ("Israeli Alternate Prime Minister and Minister of Finance Ana Soto came.", ["Ana Soto"]),
    ("Deputy Prime Minister and Foreign Minister Hugo Rey of Chile came.", ["Hugo Rey"]),
    ("Hugo Rey is the Danish minister. The prime minister and Foreign Minister Ana Soto met.", ["Ana Soto"]),
]


@pytest.mark.parametrize(("text", "people"), TWO_OFFICES)
def test_two_offices_before_one_name_are_one_persons(text: str, people: list[str]) -> None:
    sentence = text[text.find(". ") + 1 :] if ". " in text else text
    named = [n.name for n in read(text) if n.kind == ActorKind.PERSON and n.start >= len(text) - len(sentence)]
    assert named == people


def test_an_alternate_prime_minister_is_not_the_prime_minister() -> None:
    assert meant("The Israeli alternate prime minister left.") == {"Israeli": "Israel"}


REGIONS = [
    ("The Quebec premier left.", {"Quebec": "Quebec"}),
    ("The Scottish first minister left.", {}),
    ("Scottish first minister Jane Orr left.", {"Scottish first minister Jane Orr": "Jane Orr"}),
]


@pytest.mark.parametrize(("text", "expected"), REGIONS)
def test_the_office_of_a_region_is_none_of_its_state(text: str, expected: dict[str, str]) -> None:
    assert meant(text) == expected


def test_a_regions_minister_is_not_the_states() -> None:
    text = "Greenlandic foreign minister Anna Berg met the Danish foreign minister."
    assert the(text, "Greenlandic foreign minister Anna Berg").state == "Denmark"
    assert the(text, "Danish foreign minister").name != "Anna Berg"


def test_a_chairman_is_no_king() -> None:
    assert meant("Chairman Harald left Lima.").get("Chairman Harald") != "Harald V"


def test_an_organ_named_behind_its_body_is_that_bodys() -> None:
    assert meant("The OAS General Assembly met.") == {"OAS General Assembly": "Organization of American States"}
    assert meant("The UN General Assembly met.") == {"UN General Assembly": "United Nations General Assembly"}


def test_a_kind_of_visit_is_nobody() -> None:
    assert meant("The Official Working Visit began.") == {}


@pytest.mark.parametrize("words", ["Abe Shinzo", "Shinzo Abe"])
def test_japanese_names_are_known_in_both_orders(words: str) -> None:
    assert the(f"He met {words} in Lima.", words).name == "Shinzo Abe"


def test_a_known_name_goes_on_as_the_text_has_it() -> None:
    text = "King Salman bin Abdulaziz Al Saud of Saudi Arabia came."
    assert meant(text) == {"King Salman bin Abdulaziz Al Saud of Saudi Arabia": "Salman bin Abdulaziz"}


def test_a_dash_behind_a_dateline_joins_no_office() -> None:
    assert "Chile's foreign minister Ana Soto" in meant("GENEVA — Chile's foreign minister Ana Soto came.")


RUNS = [
    ("2012-05-01", "Georgia", "head_of_state"),
    ("2015-05-01", "Georgia", "head_of_government"),
    ("2012-05-01", "Chile", "head_of_state"),
    (None, "Georgia", "head_of_government"),
    (None, "Nowhere", ""),
]


@pytest.mark.parametrize(("day", "state", "rank"), RUNS)
def test_who_runs_a_state_changes_with_its_constitution(day: str | None, state: str, rank: str) -> None:
    assert NameBook.default().runs(state, date.fromisoformat(day) if day else None) == rank


WRITTEN = [
    ("Sergey Lavrov came. Lavrov left.", "Sergei Lavrov", "Sergey Lavrov"),
    ("Russian Foreign Minister Lavrov came.", "Sergei Lavrov", "Sergei Lavrov"),
    ("ECOWAS met.", "Economic Community of West African States", "ECOWAS"),
    ("Ana Soto came.", "Ana Soto", "Ana Soto"),
]


@pytest.mark.parametrize(("text", "name", "written"), WRITTEN)
def test_a_name_is_kept_as_the_text_writes_it(text: str, name: str, written: str) -> None:
    story = "The ministers of the two states met on Monday and that was all there is to say of it. "
    assert parse(story + text, date(2018, 6, 15)).as_written(name) == written


INTRODUCED = [
    # text, the whole name's words, name, state, office
    (
        "Chilean foreign minister Ana Soto spoke.",
        "Chilean foreign minister Ana Soto",
        "Ana Soto",
        "Chile",
        "foreign minister",
    ),
    (
        "Foreign Ministry spokesman Duan Heng said so.",
        "Foreign Ministry spokesman Duan Heng",
        "Duan Heng",
        "",
        "foreign ministry spokesman",
    ),
    (
        "Ana Soto, Chile's foreign minister, spoke.",
        "Ana Soto, Chile's foreign minister",
        "Ana Soto",
        "Chile",
        "foreign minister",
    ),
    (
        "Ana Soto, the foreign minister of Chile, spoke.",
        "Ana Soto, the foreign minister of Chile",
        "Ana Soto",
        "Chile",
        "foreign minister",
    ),
    (
        "The foreign minister of Chile, Ana Soto, spoke.",
        "foreign minister of Chile, Ana Soto",
        "Ana Soto",
        "Chile",
        "foreign minister",
    ),
    (
        "Chile's foreign minister, Ana Soto, spoke.",
        "Chile's foreign minister, Ana Soto",
        "Ana Soto",
        "Chile",
        "foreign minister",
    ),
    (
        "U.S. Special Envoy for the Sahel Region Paul Whitcombe left.",
        "U.S. Special Envoy for the Sahel Region Paul Whitcombe",
        "Paul Whitcombe",
        "United States",
        "special envoy",
    ),
    (
        "Deputy Defense Secretary Laura B. Nesbit came.",
        "Deputy Defense Secretary Laura B. Nesbit",
        "Laura B. Nesbit",
        "",
        "deputy defense secretary",
    ),
    (
        "Libyan interim Prime Minister Omar al-Werfalli resigned.",
        "Libyan interim Prime Minister Omar al-Werfalli",
        "Omar al-Werfalli",
        "Libya",
        "interim prime minister",
    ),
    ("former President Luis Quispe returned.", "former President Luis Quispe", "Luis Quispe", "", "former president"),
    (
        "Former Bolivian President Luis Quispe returned.",
        "Former Bolivian President Luis Quispe",
        "Luis Quispe",
        "Bolivia",
        "former president",
    ),
    (
        "President Luis Quispe of Bolivia returned.",
        "President Luis Quispe of Bolivia",
        "Luis Quispe",
        "Bolivia",
        "president",
    ),
    (
        "Ugandan Acting Foreign Minister Grace Okello-Atim left.",
        "Ugandan Acting Foreign Minister Grace Okello-Atim",
        "Grace Okello-Atim",
        "Uganda",
        "acting foreign minister",
    ),
    (
        "Assistant Secretary for Arctic Affairs Dean Holloway spoke.",
        "Assistant Secretary for Arctic Affairs Dean Holloway",
        "Dean Holloway",
        "",
        "assistant secretary",
    ),
    (
        "Dutch Prime Minister Pieter van der Laan came.",
        "Dutch Prime Minister Pieter van der Laan",
        "Pieter van der Laan",
        "Netherlands",
        "prime minister",
    ),
    (
        "German Chancellor Greta von der Heide came.",
        "German Chancellor Greta von der Heide",
        "Greta von der Heide",
        "Germany",
        "chancellor",
    ),
    (
        "Irish ambassador Seamus O’Hanlon came.",
        "Irish ambassador Seamus O’Hanlon",
        "Seamus O'Hanlon",
        "Ireland",
        "ambassador",
    ),
    (
        "Saudi envoy Faisal bin Turki al-Otaibi came.",
        "Saudi envoy Faisal bin Turki al-Otaibi",
        "Faisal bin Turki al-Otaibi",
        "Saudi Arabia",
        "envoy",
    ),
    (
        "French President Jean-Luc d’Arcy came.",
        "French President Jean-Luc d’Arcy",
        "Jean-Luc d'Arcy",
        "France",
        "president",
    ),
    (
        "Brazil's vice foreign minister Raimundo de Souza Prado came.",
        "Brazil's vice foreign minister Raimundo de Souza Prado",
        "Raimundo de Souza Prado",
        "Brazil",
        "vice foreign minister",
    ),
    (
        "Polish Foreign Minister Łukasz Dąbrowski came.",
        "Polish Foreign Minister Łukasz Dąbrowski",
        "Łukasz Dąbrowski",
        "Poland",
        "foreign minister",
    ),
    (
        "Kenya's Deputy President Wanjiru Kamau came.",
        "Kenya's Deputy President Wanjiru Kamau",
        "Wanjiru Kamau",
        "Kenya",
        "deputy president",
    ),
    (
        "South Korean Unification Minister Paik Dong-su came.",
        "South Korean Unification Minister Paik Dong-su",
        "Paik Dong-su",
        "South Korea",
        "unification minister",
    ),
    (
        "Chilean President-elect Ana Soto came.",
        "Chilean President-elect Ana Soto",
        "Ana Soto",
        "Chile",
        "president-elect",
    ),
    (
        "NATO spokesman Piers Cazalet-Moran said so.",
        "NATO spokesman Piers Cazalet-Moran",
        "Piers Cazalet-Moran",
        "",
        "spokesman",
    ),
    (
        "Nauru's president Lionel Batsiua came.",
        "Nauru's president Lionel Batsiua",
        "Lionel Batsiua",
        "Nauru",
        "president",
    ),
    (
        "Gen. Pascal Ouedraogo, head of Burkina Faso's army, came.",
        "Gen. Pascal Ouedraogo, head of Burkina Faso's army",
        "Pascal Ouedraogo",
        "Burkina Faso",
        "",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "state", "office"), INTRODUCED)
def test_an_office_introduces_its_holder(text: str, words: str, name: str, state: str, office: str) -> None:
    found = the(text, words)
    assert (found.name, found.kind, found.state) == (name, ActorKind.PERSON, state)
    if office:
        assert found.office == office
    assert not found.known


RESPECTIVELY = (
    "Chilean foreign minister Ana Soto and her Greek, Cypriot and Maltese counterparts, Nikos Vrettos, Andreas Loizou "
    "and Carm Zahra, respectively, met."
)
LISTS = [
    (
        "Presidents Luis Quispe of Bolivia and Ana Soto of Chile signed.",
        {"Luis Quispe": ("Bolivia", "president"), "Ana Soto": ("Chile", "president")},
    ),
    (
        "Chilean foreign minister Ana Soto and her Greek and Maltese counterparts, Nikos Vrettos and Carm Zahra, met.",
        {
            "Ana Soto": ("Chile", "foreign minister"),
            "Nikos Vrettos": ("Greece", "foreign minister"),
            "Carm Zahra": ("Malta", "foreign minister"),
        },
    ),
    (
        RESPECTIVELY,
        {
            "Ana Soto": ("Chile", "foreign minister"),
            "Nikos Vrettos": ("Greece", "foreign minister"),
            "Andreas Loizou": ("Cyprus", "foreign minister"),
            "Carm Zahra": ("Malta", "foreign minister"),
        },
    ),
    (
        "Egyptian foreign minister Nadia Halim met her Turkish counterpart Orhan Demirel.",
        {"Nadia Halim": ("Egypt", "foreign minister"), "Orhan Demirel": ("Turkey", "foreign minister")},
    ),
    (
        "Peruvian President Hugo Salas received his counterpart from Ecuador, Inés Borja.",
        {"Hugo Salas": ("Peru", "president"), "Inés Borja": ("Ecuador", "president")},
    ),
    (
        "Foreign ministers Ana Soto and Hugo Salas met.",
        {"Ana Soto": ("", "foreign minister"), "Hugo Salas": ("", "foreign minister")},
    ),
    (
        "The Chilean and Peruvian presidents, Ana Soto and Hugo Salas, met.",
        {"Ana Soto": ("Chile", "president"), "Hugo Salas": ("Peru", "president")},
    ),
    (
        "Chilean President Ana Soto, Peruvian President Hugo Salas and Bolivian Vice President Rosa Mamani met.",
        {
            "Ana Soto": ("Chile", "president"),
            "Hugo Salas": ("Peru", "president"),
            "Rosa Mamani": ("Bolivia", "vice president"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_give_each_his_state_and_office(text: str, expected: dict[str, tuple[str, str]]) -> None:
    found = {n.name: (n.state, n.office) for n in read(text) if n.kind == ActorKind.PERSON and n.rule != "pronoun"}
    assert found == expected


# Later mentions -------------------------------------------------------------------------------------------------

LATER = [
    ("Chilean foreign minister Ana Soto arrived. Soto said it was late.", "Soto", "Ana Soto"),
    ("Chilean foreign minister Ana Soto arrived. Minister Soto spoke.", "Minister Soto", "Ana Soto"),
    ("Chilean foreign minister Ana Soto arrived. Ms. Soto spoke.", "Ms. Soto", "Ana Soto"),
    ("Dutch Prime Minister Pieter van der Laan came. Van der Laan spoke.", "Van der Laan", "Pieter van der Laan"),
    ("Dutch Prime Minister Pieter van der Laan came. Then van der Laan spoke.", "van der Laan", "Pieter van der Laan"),
    ("Libyan Prime Minister Omar al-Werfalli came. Al-Werfalli spoke.", "Al-Werfalli", "Omar al-Werfalli"),
    ("Libyan Prime Minister Omar al-Werfalli came. Later Werfalli spoke.", "Werfalli", "Omar al-Werfalli"),
    ("Cuban envoy Raul Mendez de Oca came. Later Mendez de Oca spoke.", "Mendez de Oca", "Raul Mendez de Oca"),
    ("Cuban envoy Raul Mendez de Oca came. Later de Oca spoke.", "de Oca", "Raul Mendez de Oca"),
    ("U.S. envoy Laura B. Nesbit came. Laura Nesbit spoke.", "Laura Nesbit", "Laura B. Nesbit"),
    ("Chinese Vice Minister Duan Heng came. Duan spoke.", "Duan", "Duan Heng"),
    ("South Korean envoy Paik Dong-su came. Later Paik spoke.", "Paik", "Paik Dong-su"),
    ("Vietnamese envoy Tran Van Lam came. Later Lam spoke.", "Lam", "Tran Van Lam"),
    ("Ethiopian Foreign Minister Tewolde Hagos came. Later Tewolde spoke.", "Tewolde", "Tewolde Hagos"),
    ("Soto arrived late. Chilean foreign minister Ana Soto spoke.", "Soto", "Ana Soto"),
    ("Polish Foreign Minister Łukasz Dąbrowski came. Then Dabrowski spoke.", "Dabrowski", "Łukasz Dąbrowski"),
    ("Chilean foreign minister Ana Soto came. Soto's visit ended.", "Soto", "Ana Soto"),
    ("Deputy Trade Secretary Laura Nesbit came. The Deputy Secretary spoke.", "Deputy Secretary", "Laura Nesbit"),
    ("Chilean foreign minister Ana Soto came. The minister spoke.", "minister", "Ana Soto"),
    ("Chilean foreign minister Ana Soto came. The Chilean minister spoke.", "Chilean minister", "Ana Soto"),
    (
        "Chilean President Ana Soto met Peruvian envoy Hugo Salas. The Chilean leader spoke.",
        "Chilean leader",
        "Ana Soto",
    ),
    ("Chilean President Ana Soto met Peruvian envoy Hugo Salas. The president spoke.", "president", "Ana Soto"),
    (
        "Chilean President Ana Soto met Peruvian envoy Hugo Salas. Chile's president spoke.",
        "Chile's president",
        "Ana Soto",
    ),
    ("SECRETARY NESBIT: Good morning. I thank Secretary Laura Nesbit.", "SECRETARY NESBIT", "Laura Nesbit"),
]


@pytest.mark.parametrize(("text", "words", "name"), LATER)
def test_a_part_of_a_name_is_the_person_introduced(text: str, words: str, name: str) -> None:
    assert the(text, words).name == name


IN_OFFICE = [
    ("President Zelenskyy spoke.", "2022-06-15", "President Zelenskyy", "Volodymyr Zelensky"),
    ("Much was done under former President Obama.", "2021-06-15", "former President Obama", "Barack Obama"),
    ("It was President Obama's choice.", "2024-06-15", "President Obama", "Barack Obama"),
    ("Rice arrived late.", "2006-06-15", "Rice", "Condoleezza Rice"),
    ("Kim Jong-un spoke.", "2018-06-15", "Kim Jong-un", "Kim Jong Un"),
    ("Mr. el-Sisi spoke.", "2018-06-15", "Mr. el-Sisi", "Abdel Fattah el-Sisi"),
    ("President Al-Sisi spoke.", "2018-06-15", "President Al-Sisi", "Abdel Fattah el-Sisi"),
    ("President Joseph R. Biden spoke.", "2022-06-15", "President Joseph R. Biden", "Joe Biden"),
    ("Egypt's Sisi spoke.", "2018-06-15", "Egypt's Sisi", "Abdel Fattah el-Sisi"),
    # text, published, words, name
    ("Xi met Putin.", "2018-06-15", "Xi", "Xi Jinping"),
    ("Xi met Putin.", "2018-06-15", "Putin", "Vladimir Putin"),
    ("On Monday Trump spoke.", "2018-06-15", "Trump", "Donald Trump"),
    ("President Bush spoke.", "1990-06-15", "President Bush", "George H. W. Bush"),
    ("President Bush spoke.", "2003-06-15", "President Bush", "George W. Bush"),
    ("President Clinton spoke.", "1998-06-15", "President Clinton", "Bill Clinton"),
    ("Secretary Clinton spoke.", "2010-06-15", "Secretary Clinton", "Hillary Clinton"),
    ("Chancellor Merkel spoke.", "2010-06-15", "Chancellor Merkel", "Angela Merkel"),
    ("The American leader spoke.", "2018-06-15", "American leader", "Donald Trump"),
    ("The American president spoke.", "2010-06-15", "American president", "Barack Obama"),
    ("The Chinese leader spoke.", "2005-06-15", "Chinese leader", "Hu Jintao"),
    ("The German leader spoke.", "2010-06-15", "German leader", "Angela Merkel"),
    ("The British prime minister spoke.", "2006-06-15", "British prime minister", "Tony Blair"),
    ("Russia's foreign minister spoke.", "2015-06-15", "Russia's foreign minister", "Sergei Lavrov"),
    ("Mr. Yeltsin spoke.", "1996-06-15", "Mr. Yeltsin", "Boris Yeltsin"),
    ("Later Lula spoke.", "2005-06-15", "Lula", "Luiz Inácio Lula da Silva"),
    ("President Erdogan spoke.", "2018-06-15", "President Erdogan", "Recep Tayyip Erdogan"),
    ("Turkish president Erdoğan spoke.", "2018-06-15", "Turkish president Erdoğan", "Recep Tayyip Erdogan"),
]


@pytest.mark.parametrize(("text", "published", "words", "name"), IN_OFFICE)
def test_who_was_in_office_when_it_was_published(text: str, published: str, words: str, name: str) -> None:
    found = the(text, words, published)
    assert (found.name, found.known) == (name, True)


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("The American leader spoke.", None, "American leader"),  # whose year is unknown
        ("A Chinese president spoke.", "2018-06-15", "Chinese president"),  # any
        ("Later Smith spoke.", "2018-06-15", "Smith"),  # nobody that is known
        ("Later Obama Street was closed.", "1994-06-15", "Obama"),  # not yet in office
        ("May was warm.", "2018-06-15", "May"),
        ("Brown bears came.", "2009-06-15", "Brown"),
        ("The Kim family rules.", "2018-06-15", "Kim"),
        ("The minister spoke.", "2018-06-15", "minister"),
        ("South Korea's minister of reunification spoke.", "2018-06-15", "minister"),
        ("The Chilean minister spoke.", "2018-06-15", "minister"),
        ("The American ambassador spoke.", "2018-06-15", "ambassador"),
    ],
)
def test_nobody_is_meant_without_grounds(text: str, published: str | None, words: str) -> None:
    persons = [n for n in read(text, published) if n.kind == ActorKind.PERSON]
    assert not persons


# Two of one name ------------------------------------------------------------------------------------------------


def test_two_of_one_name_in_one_breath_are_not_merged() -> None:
    text = "Peruvian minister Ana Soto met Chilean minister Luis Soto. Soto spoke."
    assert "Soto" not in meant(text)


def test_a_title_tells_two_of_one_name_apart() -> None:
    text = "Peruvian President Ana Soto met Chilean Foreign Minister Luis Soto. "
    text += "Foreign Minister Soto spoke. President Soto left."
    found = meant(text)
    assert found["Foreign Minister Soto"] == "Luis Soto"
    assert found["President Soto"] == "Ana Soto"


def test_mr_and_mrs_tell_two_of_one_name_apart() -> None:
    text = "Peruvian minister Ana Soto met Chilean minister Luis Soto. Mr. Soto spoke. Mrs. Soto left."
    found = meant(text)
    assert found["Mr. Soto"] == "Luis Soto"
    assert found["Mrs. Soto"] == "Ana Soto"


def test_a_relative_of_a_leader_is_not_the_leader() -> None:
    text = "Kim Yo Jong, the sister of North Korean leader Kim Jong Un, came. Ivanka Trump came too."
    found = meant(text)
    assert found["North Korean leader Kim Jong Un"] == "Kim Jong Un"
    assert found.get("Ivanka Trump", "Ivanka Trump") == "Ivanka Trump"
    assert "Donald Trump" not in found.values()


def test_a_predecessor_named_once_does_not_take_the_family_name() -> None:
    text = (
        "North Korean leader Kim Jong Un spoke. People remembered former North Korean leader Kim Jong Il. "
        "On Monday Kim left for home."
    )
    assert the(text, "Kim").name == "Kim Jong Un"


def test_a_namesake_of_a_leader_is_not_the_leader() -> None:
    text = "Local teacher Maria Putin opened a school. Putin said pupils were glad."
    assert "Vladimir Putin" not in meant(text).values()


# Pairs, groups, pronouns ----------------------------------------------------------------------------------------

PAIRS = [
    ("The Xi-Trump summit ended.", "Xi-Trump", ["Xi Jinping", "Donald Trump"]),
    ("The Peru-Chile border opened.", "Peru-Chile", ["Peru", "Chile"]),
    ("U.S.-North Korean talks went on.", "U.S.-North Korean", ["United States", "North Korea"]),
    ("U.S.–China trade grew.", "U.S.–China", ["United States", "China"]),
    ("Israeli-Palestinian talks failed.", "Israeli-Palestinian", ["Israel", "Palestine"]),
    ("Sino-Indian relations cooled.", "Sino-Indian", ["China", "India"]),
    ("Anglo-Irish and Franco-German ties.", "Franco-German", ["France", "Germany"]),
    ("Russo-Japanese talks failed.", "Russo-Japanese", ["Russia", "Japan"]),
    ("The Japan-South Korea-U.S. meeting ended.", "Japan-South Korea-U.S.", ["Japan", "South Korea", "United States"]),
    ("The EU-China summit ended.", "EU-China", ["European Union", "China"]),
    (
        "Chilean President Ana Soto met Peruvian President Hugo Salas. The Soto–Salas meeting ended.",
        "Soto–Salas",
        ["Ana Soto", "Hugo Salas"],
    ),
]


@pytest.mark.parametrize(("text", "words", "members"), PAIRS)
def test_joined_names_are_each_of_them(text: str, words: str, members: list[str]) -> None:
    found = the(text, words)
    assert [m.name for m in found.members] == members
    assert all(found.start <= m.start and m.end <= found.end for m in found.members)


GROUPS = [
    (
        "Chilean President Ana Soto met Peruvian President Hugo Salas. The two leaders shook hands.",
        "The two leaders",
        ["Ana Soto", "Hugo Salas"],
    ),
    (
        "Chilean President Ana Soto met Peruvian President Hugo Salas. Both presidents smiled.",
        "Both presidents",
        ["Ana Soto", "Hugo Salas"],
    ),
    ("Chile and Peru signed. The two countries will trade.", "The two countries", ["Chile", "Peru"]),
    ("Chile and Peru signed. Both sides were glad.", "Both sides", ["Chile", "Peru"]),
    ("Peru-Chile talks began. The two sides were glad.", "The two sides", ["Peru", "Chile"]),
    (
        "She will go to Chad, Niger and Mali. The three countries border each other.",
        "The three countries",
        ["Chad", "Niger", "Mali"],
    ),
    (
        "Chilean President Ana Soto met Peruvian President Hugo Salas and the two agreed.",
        "the two",
        ["Ana Soto", "Hugo Salas"],
    ),
    (
        "Chilean foreign minister Ana Soto and Peruvian foreign minister Hugo Salas met. The foreign ministers agreed.",
        "foreign ministers",
        ["Ana Soto", "Hugo Salas"],
    ),
    (
        "Chilean minister Ana Soto met Peruvian minister Hugo Salas. The Chilean and Peruvian ministers agreed.",
        "Chilean and Peruvian ministers",
        ["Ana Soto", "Hugo Salas"],
    ),
]


@pytest.mark.parametrize(("text", "words", "members"), GROUPS)
def test_groups_are_those_named_last(text: str, words: str, members: list[str]) -> None:
    assert [m.name for m in the(text, words).members] == members


def test_a_group_that_nobody_was_named_for_is_no_name() -> None:
    assert not read("The two leaders shook hands. Both sides were glad.")


PRONOUNS = [
    ("Chilean President Ana Soto said she was glad.", "she", "Ana Soto"),
    ("Chilean President Ana Soto left. She was glad.", "She", "Ana Soto"),
    ("Mongolian envoy Bat Erdene met Peruvian envoy Luis Rey. She praised him.", "She", "Bat Erdene"),
    ("Mongolian envoy Bat Erdene met Peruvian envoy Luis Rey. She praised him.", "him", "Luis Rey"),
    ("Peruvian envoy Hugo Salas left. A friend met him.", "him", "Hugo Salas"),
    ("Chilean President Ana Soto left. It rained, and her plane was late.", "her", "Ana Soto"),
    ("Peruvian envoy Hugo Salas brought his own tea.", "his", "Hugo Salas"),
    ("In her statement, Chilean President Ana Soto agreed.", "her", "Ana Soto"),
    ("Peruvian envoy Hugo Salas met Chilean envoy Luis Rey. Rey said he agreed.", "he", "Luis Rey"),
    ("Peruvian envoy Hugo Salas refused Chilean envoy Luis Rey's offer, saying he was busy.", "he", "Hugo Salas"),
    ("Chilean President Ana Soto met Peruvian envoy Hugo Salas, whom she knew.", "she", "Ana Soto"),
]


@pytest.mark.parametrize(("text", "words", "name"), PRONOUNS)
def test_a_pronoun_is_the_only_one_it_can_be(text: str, words: str, name: str) -> None:
    found = the(text, words)
    assert (found.name, found.rule) == (name, "pronoun")


THEY = [
    ("Chilean President Ana Soto met Peruvian President Hugo Salas. They agreed.", "They", ["Ana Soto", "Hugo Salas"]),
    ("Chile and Peru signed. They will trade.", "They", ["Chile", "Peru"]),
    ("Chile, Peru and Bolivia signed. Their treaty is long.", "Their", ["Chile", "Peru", "Bolivia"]),
    (
        "Chilean minister Ana Soto met Peruvian minister Hugo Salas. Both ministers smiled. They agreed.",
        "They",
        ["Ana Soto", "Hugo Salas"],
    ),
]


@pytest.mark.parametrize(("text", "words", "members"), THEY)
def test_they_are_those_named_together(text: str, words: str, members: list[str]) -> None:
    found = the(text, words)
    assert ([m.name for m in found.members], found.rule) == (members, "they")


def test_they_are_nobody_where_one_is_named() -> None:
    assert "They" not in meant("Chilean President Ana Soto spoke. They agreed.", pronouns=True)


def test_him_is_not_the_subject_of_its_own_clause() -> None:
    found = the("Peruvian envoy Luis Rey spoke. Chilean envoy Hugo Salas thanked him.", "him")
    assert found.name == "Luis Rey"


def test_a_pronoun_of_the_other_sex_is_nobody() -> None:
    assert "he" not in meant("Chilean President Ana Soto said he was late.", pronouns=True)


def test_a_pronoun_between_two_is_nobody() -> None:
    text = "Peruvian envoy Hugo Salas met Chilean envoy Luis Rey in his house."
    assert "his" not in meant(text, pronouns=True)


# Organisations --------------------------------------------------------------------------------------------------

BODIES = [
    ("The UN Security Council met.", "UN Security Council", "United Nations Security Council", ""),
    ("NATO agreed.", "NATO", "NATO", ""),
    ("The Chilean Foreign Ministry denied it.", "Chilean Foreign Ministry", "Chilean Foreign Ministry", "Chile"),
    ("The Chilean foreign ministry denied it.", "Chilean foreign ministry", "Chilean foreign ministry", "Chile"),
    (
        "The Chilean Ministry of Public Works denied it.",
        "Chilean Ministry of Public Works",
        "Chilean Ministry of Public Works",
        "Chile",
    ),
    ("The Andean Rivers Commission met.", "Andean Rivers Commission", "Andean Rivers Commission", ""),
    ("Peru's Congress voted.", "Peru's Congress", "Peru's Congress", "Peru"),
]


@pytest.mark.parametrize(("text", "words", "name", "state"), BODIES)
def test_bodies_known_and_unknown(text: str, words: str, name: str, state: str) -> None:
    found = the(text, words)
    assert (found.kind, found.name, found.state) == (ActorKind.ORGANISATION, name, state)


def test_an_acronym_that_the_text_introduces_is_the_body() -> None:
    text = "The Andean Rivers Commission (ARC) met. The ARC adjourned."
    found = the(text, "ARC")
    assert (found.name, found.kind, found.rule) == ("Andean Rivers Commission", ActorKind.ORGANISATION, "acronym")


def test_a_state_that_owns_a_person_is_his() -> None:
    text = "Brazil's Lula and Peru's Hugo Salas, whom Kenya's Sanlam insured, spoke."
    found = {text[n.start : n.end]: (n.name, n.state) for n in read(text, "2005-06-15")}
    assert found == {
        "Brazil's Lula": ("Luiz Inácio Lula da Silva", "Brazil"),
        "Peru's Hugo Salas": ("Hugo Salas", "Peru"),
        "Kenya": ("Kenya", "Kenya"),
    }


def test_the_foreign_ministry_is_that_of_the_minister_just_named() -> None:
    text = "Chilean foreign minister Ana Soto will go to Peru, the Foreign Ministry said."
    assert the(text, "Foreign Ministry").state == "Chile"


def test_brackets_behind_a_body_are_its_acronym_only_if_they_spell_it() -> None:
    text = "UNITED NATIONS (AP) -- The Andean Rivers Commission (Lima) met."
    assert the(text, "AP").rule == "media"
    assert not [n for n in read(text) if n.rule == "acronym"]


def test_a_second_office_belongs_to_the_same_person() -> None:
    text = "Ana Soto, secretary of the Andean League and Chilean president, spoke."
    assert meant(text) == {"Ana Soto, secretary of the Andean League and Chilean president": "Ana Soto"}


def test_an_apposition_goes_on_behind_a_full_name() -> None:
    text = "Chad refused Ilse Kwabena, the United Nations envoy in Abuja, a visa."
    assert the(text, "Ilse Kwabena, the United Nations envoy").office == "envoy"


def test_the_subject_behind_a_comma_is_no_apposition() -> None:
    text = "Chilean envoy Ana Soto came. After talks with Soto, the Peruvian president said it was late."
    assert the(text, "Soto").name == "Ana Soto"


def test_media_are_flagged() -> None:
    assert the("Xinhua reported it.", "Xinhua").rule == "media"
    assert the("The New York Times reported it.", "The New York Times").rule == "media"


def test_a_town_under_two_names_is_one_name() -> None:
    assert meant("They met in Washington, D.C. on Monday.") == {"Washington, D.C.": "Washington"}


def test_a_ministry_without_a_state_is_that_of_the_state_spoken_of() -> None:
    text = "Chile refused the offer. Foreign Ministry spokesman Hugo Rey said it was late."
    assert the(text, "Foreign Ministry spokesman Hugo Rey").state == "Chile"
    text = "Chile refused the offer of Peru. Foreign Ministry spokesman Hugo Rey said it was late."
    assert the(text, "Foreign Ministry spokesman Hugo Rey").state == ""


def test_an_office_does_not_swallow_the_place_behind_it() -> None:
    found = the("The president met the foreign minister in Havana.", "Havana")
    assert found.as_place


def test_an_adviser_is_not_whom_he_advises() -> None:
    text = "Chilean President Ana Soto came. An adviser to Ana Soto spoke. The brother of Ana Soto left."
    assert [n.name for n in read(text) if n.kind == ActorKind.PERSON] == ["Ana Soto"] * 3
    assert all("adviser" not in text[n.start : n.end] for n in read(text))


def test_a_body_of_another_state_than_the_known_one() -> None:
    found = the("Peru's Senate voted on Monday.", "Peru's Senate")
    assert (found.kind, found.state) == (ActorKind.ORGANISATION, "Peru")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("North American trade grew.", "American"),
        ("A Latin American summit was held.", "American"),
        ("Mr. Secretary, thank you.", "Secretary"),
        ("The Social Democrats voted.", "Democrats"),
        ("The Chief Diversity and Inclusion Officer spoke.", "Diversity"),
    ],
)
def test_what_only_looks_like_a_name(text: str, words: str) -> None:
    assert not [n for n in read(text) if words in text[n.start : n.end]]


def test_an_administration_is_the_government() -> None:
    found = the("The Trump administration objected.", "Trump administration")
    assert (found.name, found.kind) == ("United States", ActorKind.STATE)


# The whole ------------------------------------------------------------------------------------------------------


def test_names_are_in_order_and_never_overlap() -> None:
    text = (
        RESPECTIVELY
        + " They met U.S.-Peruvian officials in Hanoi, Vietnam. The three ministers left the UN Security Council."
    )
    names = read(text)
    assert len(names) > 8
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(n.rule in RULES for n in names)


def test_offsets_are_the_stored_texts() -> None:
    text = "Chilean\u00a0President Ana\u202fSoto met “Hugo Salas”, Peru’s president, on Monday."
    found = {text[n.start : n.end]: n.name for n in read(text)}
    assert found["Chilean\u00a0President Ana\u202fSoto"] == "Ana Soto"


def test_an_editors_name_is_looked_up() -> None:
    editor = (KnownName("the Iron Duke", ActorKind.PERSON, "Arthur Wells", "United Kingdom", "envoy"),)
    text = "Officials met the Iron Duke on Monday."
    assert not [n for n in read(text) if n.kind == ActorKind.PERSON]
    found = [n for n in read(text, editor=editor) if n.kind == ActorKind.PERSON]
    assert [(n.name, n.known) for n in found] == [("Arthur Wells", True)]


def test_what_one_text_introduces_does_not_change_another() -> None:
    read("Chilean foreign minister Ana Soto arrived.")
    assert not read("Later Soto spoke.")


def test_thousands_of_people_take_linear_time() -> None:
    letters = "abcdefghijklm"
    families = [f"{a}{b}{c}".capitalize() + "ov" for a in letters for b in letters for c in letters]
    text = " ".join(f"Chilean minister Ana {f} met Ms. {f}. The minister spoke. She left." for f in families)
    began = time.process_time()
    found = read(text)
    assert time.process_time() - began < 15
    assert {n.name for n in found if n.kind == ActorKind.PERSON} == {f"Ana {f}" for f in families}


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 250_000,
        "Aa " * 80_000,
        "Al-" * 80_000,
        "President " * 25_000,
        "U.S.-" * 50_000,
        "the two " * 30_000,
        "and, " * 50_000,
    ],
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    began = time.process_time()
    read(hostile + ".")
    assert time.process_time() - began < 12


# Nobody in particular ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It was the first visit by a Chinese leader since 1964.",
        "No sitting U.S. president had gone there.",
        "She met another Russian president.",
        "He would be the first Chinese head of state to go there.",
        "The last Russian president to come had a cold.",
        "Any American president would refuse.",
        "American presidents have often refused.",
        "In 1962 the Chinese president fell ill.",
        "In the 1970s the Russian president fell ill.",
    ],
)
def test_an_office_of_nobody_in_particular_is_not_its_holder(text: str) -> None:
    found = read(text)
    assert not [n for n in found if n.kind == ActorKind.PERSON]
    assert [n for n in found if n.kind == ActorKind.STATE]


def test_an_office_in_a_year_of_its_holder_is_the_holder() -> None:
    assert the("In 2016 the Chinese president came.", "Chinese president").name == "Xi Jinping"


def test_an_indefinite_office_introduces_the_name_behind_it() -> None:
    assert the("On Monday a spokesman, Hugo Rey, refused.", "spokesman, Hugo Rey").name == "Hugo Rey"
    text = "Hugo Rey, a spokesman for the ministry in Lima, refused."
    assert the(text, "Hugo Rey, a spokesman for the ministry").office == "spokesman"
    assert "Ana Soto" not in {n.name for n in read("He met a minister, Ana Soto and two envoys.") if n.office}


def test_whoever_owns_an_office_gives_it_the_state() -> None:
    text = "Chilean President Ana Soto came. The president's press secretary, Hugo Rey, refused."
    assert the(text, "press secretary, Hugo Rey").state == "Chile"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Max Dove, an exercise of both navies, was dropped.", "Max Dove"),
        ("Students at the school in Port Elena said they had waited.", "Port Elena"),
        ("I thank you, Mohammed, for your work.", "Mohammed"),
    ],
)
def test_a_thing_a_town_and_a_first_name_are_no_known_person(text: str, words: str) -> None:
    assert words not in meant(text) or the(text, words).kind != ActorKind.PERSON


def test_a_dateline_is_no_part_of_an_office() -> None:
    found = meant("LIMA - Chilean President Ana Soto came to Peru on Monday.")
    assert found["LIMA"] == "Lima"
    assert found["Chilean President Ana Soto"] == "Ana Soto"


def test_a_bracket_before_an_office_is_no_part_of_it() -> None:
    text = "The Envoy for the Republic of Korea (ROK) Ambassador Hugo Rey of Peru came."
    assert the(text, "Ambassador Hugo Rey of Peru").state == "Peru"


def test_a_namesake_of_another_office_is_not_the_leader_of_old() -> None:
    assert the("Foreign Minister Yeltsin spoke.", "Foreign Minister Yeltsin", "2021-06-15").known is False


# Halves of a divided country --------------------------------------------------------------------------------------

HALVES = [
    ("North Korea refused. The South was glad.", "The South", "South Korea"),
    ("North Korea agreed. Envoys of North and South met.", "North and South", "North Korea and South Korea"),
    ("Talks began as Koreas meet.", "Koreas", "North Korea and South Korea"),
    ("Officials of the two Koreas met.", "two Koreas", "North Korea and South Korea"),
    ("An inter-Korean hotline rang.", "inter-Korean", "North Korea and South Korea"),
    ("North and South Korea signed.", "North and South Korea", "North Korea and South Korea"),
]


@pytest.mark.parametrize(("text", "words", "name"), HALVES)
def test_north_and_south_of_a_divided_country(text: str, words: str, name: str) -> None:
    assert the(text, words).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Sudan's president said the North would hold.",
        "Italy's rich envoys of North and South met.",
        "North and South Dakota voted.",
    ],
)
def test_north_and_south_of_elsewhere_mean_no_state(text: str) -> None:
    assert not [n for n in read(text) if "Korea" in n.name]


# Capitals and states as places, continued -------------------------------------------------------------------------

MORE_PLACES = [
    ("A train left a Lima station at dawn.", "Lima", True),
    ("A Lima official refused.", "Lima", False),
    ("They met in Peru's capital Lima on Monday.", "Peru's capital Lima", True),
    ("The Singapore talks ended.", "Singapore", True),
    ("Singapore refused.", "Singapore", False),
    ("PUERTO HONDO, Chile - Envoys met on Monday.", "Chile", True),
    ("She will visit Puerto Hondo, Chile, in May.", "Chile", True),
    ("He left his home country of Peru.", "Peru", True),
    ("After talks in Rome, Italy and Malta agreed.", "Italy", False),
    ("After talks in Rome, Italy and Malta agreed.", "Malta", False),
]


@pytest.mark.parametrize(("text", "words", "placed"), MORE_PLACES)
def test_places_by_what_stands_around_them(text: str, words: str, placed: bool) -> None:
    assert the(text, words).as_place is placed


# Pronouns and groups, continued -----------------------------------------------------------------------------------

MORE_PRONOUNS = [
    ("Peruvian President Hugo Salas stayed. On Friday he met Chilean President Luis Rey.", "he", "Hugo Salas"),
    ("Peruvian President Hugo Salas came. In return he invited Chilean President Luis Rey.", "he", "Hugo Salas"),
    ("Peruvian President Hugo Salas left. From his plane Chilean envoy Luis Rey rang.", "his", "Luis Rey"),
    ("Peruvian President Hugo Salas left. When he woke, Chilean envoy Luis Rey rang.", "he", "Luis Rey"),
    (
        "Peruvian spokesman Hugo Salas told reporters so. Chilean President Luis Rey would come, he said.",
        "he",
        "Hugo Salas",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), MORE_PRONOUNS)
def test_a_pronoun_is_not_the_object_of_its_own_clause(text: str, words: str, name: str) -> None:
    assert the(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chilean President Luis Rey met a Peruvian foreign minister. A Peruvian envoy spoke. He was glad.", "He"),
        ("Peruvian envoy Hugo Salas came. A Chilean envoy said he was late.", "he"),
        ("Peruvian envoy Hugo Salas spoke. Chilean envoy Luis Rey brought a gift with him.", "him"),
        ("Peruvian envoy Hugo Salas said that Chilean envoy Luis Rey changed after his visit.", "his"),
    ],
)
def test_a_pronoun_that_may_be_an_official_without_a_name_is_nobody(text: str, words: str) -> None:
    assert words not in meant(text, pronouns=True)


REPORT_ON_TWO = (
    "Chilean President Ana Soto met Peruvian President Hugo Salas. Soto thanked Salas. "
    "Salas praised Soto. He said that Soto had called Bolivian President Rosa Mamani. "
)


def test_the_two_leaders_are_those_whom_the_report_is_about() -> None:
    text = REPORT_ON_TWO + "Had it rained, the two leaders would have stayed."
    assert {m.name for m in the(text, "the two leaders").members} == {"Ana Soto", "Hugo Salas"}


def test_a_leader_out_of_office_is_none_of_the_two_leaders() -> None:
    text = "Xi Jinping met Kim Jong Un. Xi was the first guest since Hu Jintao. Both leaders smiled."
    assert {m.name for m in the(text, "Both leaders").members} == {"Xi Jinping", "Kim Jong Un"}


def test_three_men_are_not_made_up_of_whoever_was_named() -> None:
    text = "Chilean President Ana Soto met Hugo Salas. Envoy Luis Rey brought the three men home."
    assert "the three men" not in meant(text)


SIDES = [
    ("Chile and Peru signed in Bolivia. Bolivia's king was glad. Both sides hoped.", None),
    ("Chile and Peru signed. Hugo Salas, the Bolivian envoy, said both sides should wait.", ["Chile", "Peru"]),
    ("Chilean President Ana Soto flew to Syria. Peruvian envoy Hugo Salas did. Both governments wait.", None),
    ("After talks in Rome, Italy and Malta agreed on flights between the two countries.", ["Italy", "Malta"]),
]


@pytest.mark.parametrize(("text", "members"), SIDES)
def test_both_sides_are_no_place_and_no_third_party(text: str, members: list[str] | None) -> None:
    found = [n for n in read(text) if n.rule == "the two states"]
    if members is not None:
        assert [[m.name for m in n.members] for n in found] == [members]
    assert not [m for n in found for m in n.members if m.name in {"Syria", "Bolivia"}]


# Bodies by common nouns, heads of bodies, fields, headlines --------------------------------------------------------

EPITHETS = [
    ("ECOWAS met. The regional bloc closed its borders.", "bloc", "Economic Community of West African States"),
    ("Mercosur met the EU. The bloc's ministers left.", "bloc", "European Union"),
    ("NATO welcomed it. The alliance meets in June.", "alliance", "NATO"),
    ("The UN Security Council sat late. By noon the Council had voted.", "Council", "United Nations Security Council"),
    ("Jordan agreed. The kingdom will host them.", "kingdom", "Jordan"),
    ("The IAEA objected. Inspectors of the agency left.", "agency", "International Atomic Energy Agency"),
]


@pytest.mark.parametrize(("text", "words", "name"), EPITHETS)
def test_a_common_noun_stands_for_the_body_or_state_named_last(text: str, words: str, name: str) -> None:
    found = the(text, words)
    assert found.name == name
    assert found.rule == "epithet"


@pytest.mark.parametrize(
    "text",
    [
        "The bloc closed its borders.",
        "ECOWAS met. A bloc of ministers left.",
        "NATO met. The alliance of farmers won.",
        "Peru agreed. The kingdom will host them.",
        "ECOWAS met. The regional bloc SADC did not.",
        "ECOWAS met. " + "It rained. " * 20 + "The bloc closed its borders.",
    ],
)
def test_a_common_noun_without_a_body_to_stand_for_is_no_name(text: str) -> None:
    assert not [n for n in read(text) if n.rule == "epithet"]


HEADS = [
    ("The NATO secretary general met the UN secretary-general.", "1999-06-15", {"Javier Solana", "Kofi Annan"}),
    ("The IMF chief met the World Bank president.", "2016-06-15", {"Christine Lagarde", "Jim Yong Kim"}),
    ("The head of the IAEA met the Arab League chief.", "2008-06-15", {"Mohamed ElBaradei", "Amr Moussa"}),
    ("The AU Commission chairperson met the NATO chief.", "2021-06-15", {"Moussa Faki", "Jens Stoltenberg"}),
    ("The Iranian president met the supreme leader of Iran.", "2008-06-15", {"Mahmoud Ahmadinejad", "Ali Khamenei"}),
]


@pytest.mark.parametrize(("text", "day", "names"), HEADS)
def test_the_head_of_a_body_is_its_holder_on_the_day(text: str, day: str, names: set[str]) -> None:
    assert {n.name for n in read(text, day)} == names


FIELDS = [
    ("The Sudanese Minister of Water Resources and Electricity, Mutaz Salih, left.", "Mutaz Salih", "Sudan"),
    ("The Minister of Trade and Industry of Chile, Luis Diaz, left.", "Luis Diaz", "Chile"),
    ("The Peruvian Minister of Energy and Mines, Ana Rojas, left.", "Ana Rojas", "Peru"),
    ("The accord was signed by Luis Diaz of Chile.", "Luis Diaz", "Chile"),
]


@pytest.mark.parametrize(("text", "name", "state"), FIELDS)
def test_an_office_of_several_fields_and_a_state_behind_the_name_are_read(text: str, name: str, state: str) -> None:
    (found,) = [n for n in read(text) if n.kind == ActorKind.PERSON]
    assert (found.name, found.state) == (name, state)


@pytest.mark.parametrize(
    "headline",
    ["Foreign Secretary Concludes Visit to Havana", "Prime Minister Departs for Tokyo", "President Attends Summit"],
)
def test_the_verb_of_a_headline_is_nobodys_name(headline: str) -> None:
    text = f"{headline}\n\nThe visit went on for two days, officials said on Monday.\n\nNobody spoke of it."
    assert not [n for n in read(text) if n.kind == ActorKind.PERSON]
