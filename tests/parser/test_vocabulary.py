"""The vocabulary of facts: states, places, organisations, leaders, offices agree with themselves and each other."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest

from timeline.parser.vocabulary import load

Row = dict[str, Any]

FILES = ("states", "places", "organisations", "leaders", "offices")

# ISO 3166-1 alpha-2 codes of the members of the United Nations.
UN_MEMBERS = frozenset(
    """
    AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO KM CG
    CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID
    IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME
    MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG
    SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW
    """.split()
)

ORGANISATION_KINDS = {"international", "grouping", "movement", "organ", "media"}
FORUM_KINDS = {"summit", "talks", "conference", "meeting", "agreement", "call"}
PLACE_KINDS = {"city", "region", "site", "sea", "continent"}
LEADER_RANKS = {"head_of_state", "head_of_government", "foreign_minister", "other"}
OFFICE_RANKS = LEADER_RANKS | {
    "minister",
    "deputy_minister",
    "envoy",
    "spokesman",
    "head_of_body",
    "royal",
    "military",
    "lawmaker",
    "party",
    "regional",
    "official",
    "cleric",
}
SERVES = {"state", "ministry", "organisation", "parliament", "party", "movement", "region", "church", "any"}

KEYS = {
    "state": {
        "name": str,
        "official": str,
        "iso": str,
        "un_member": bool,
        "historical": bool,
        "short": list,
        "capital": str,
        "capital_also": list,
        "seat_cities": list,
        "former_capitals": list,
        "seats": list,
        "demonyms": list,
        "people": list,
        "ambiguous": list,
        "led_by": str,
        "led_by_before": dict,
        "family_first": bool,
        "from": str,
        "to": str,
        "successor": str,
    },
    "group": {"words": list, "adjectives": list, "members": list},
    "place": {
        "name": str,
        "state": str,
        "kind": str,
        "also": list,
        "within": str,
        "demonyms": list,
        "ambiguous": list,
    },
    "organisation": {
        "name": str,
        "kind": str,
        "acronyms": list,
        "also": list,
        "seat": str,
        "state": str,
        "ambiguous": list,
    },
    "forum": {"name": str, "kind": str, "also": list, "place": str, "sittings": list, "parties": list},
    "leader": {
        "person": str,
        "also": list,
        "family": str,
        "state": str,
        "organisation": str,
        "office": str,
        "rank": str,
        "from": str,
        "to": str,
        "shared": bool,
    },
    "office": {
        "words": list,
        "plural": list,
        "rank": str,
        "serves": str,
        "leader": bool,
        "state": str,
        "org": str,
        "ambiguous": list,
        "alone": bool,
    },
}

STATES: list[Row] = load("states")["state"]
GROUPS: list[Row] = load("states")["group"]
PLACES: list[Row] = load("places")["place"]
ORGANISATIONS: list[Row] = load("organisations")["organisation"]
FORUMS: list[Row] = load("organisations")["forum"]
LEADERS: list[Row] = load("leaders")["leader"]
OFFICES: list[Row] = load("offices")["office"]
TABLES = {
    "state": STATES,
    "group": GROUPS,
    "place": PLACES,
    "organisation": ORGANISATIONS,
    "forum": FORUMS,
    "leader": LEADERS,
    "office": OFFICES,
}

STATE_NAMES = {row["name"] for row in STATES}
CAPITALS = {word for row in STATES for word in (row["capital"], *row.get("capital_also", ()))}
PLACE_NAMES = {row["name"] for row in PLACES}
ORGANISATION_NAMES = {row["name"] for row in ORGANISATIONS}

_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def fold(name: str) -> str:
    """Return a name without diacritics, hyphens and case, so that two spellings of it become one."""
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("-", " ").casefold()


def earliest(text: str) -> date:
    """Return the first day that "2013", "2013-03" or "2013-03-14" may mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest(text: str) -> date:
    """Return the last day that "2013", "2013-03" or "2013-03-14" may mean."""
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])


def twice(words: Iterable[str]) -> list[str]:
    """Return the words that come more than once."""
    return sorted(word for word, count in Counter(words).items() if count > 1)


def state_words(row: Row) -> Iterator[str]:
    """Give every word that means a state or its government."""
    yield from dict.fromkeys([row["name"], *([row["official"]] if "official" in row else []), *row.get("short", ())])


def all_words(row: Row) -> list[str]:
    """Return all words of a row that a text is searched for."""
    single = [row[key] for key in ("name", "official", "capital") if key in row]
    listed = ("words", "short", "capital_also", "seats", "demonyms", "people", "acronyms", "also")
    return single + [word for key in listed for word in row.get(key, ())]


class TestEveryFile:
    @pytest.mark.parametrize("name", FILES)
    def test_is_parsed_and_kept(self, name: str) -> None:
        assert load(name) is load(name)

    def test_unknown_file_is_refused(self) -> None:
        with pytest.raises(FileNotFoundError):
            load("no-such-file")

    @pytest.mark.parametrize("table", TABLES)
    def test_keys_are_those_described_and_of_their_type(self, table: str) -> None:
        wrong = [
            (row.get("name", row), key)
            for row in TABLES[table]
            for key, value in row.items()
            if key not in KEYS[table] or type(value) is not KEYS[table][key]
        ]
        assert wrong == []

    @pytest.mark.parametrize("table", TABLES)
    def test_words_are_clean(self, table: str) -> None:
        """No empty word, no double or outer space, no curly quote: texts are straightened before they are matched."""
        wrong = [
            value
            for row in TABLES[table]
            for values in row.values()
            for value in (values if isinstance(values, list) else [values])
            if isinstance(value, str)
            and (value != " ".join(value.split()) or any(c in value for c in "\u2018\u2019\u201c\u201d"))
        ]
        empty = [row for row in TABLES[table] for values in row.values() if isinstance(values, list) and "" in values]
        assert wrong == []
        assert empty == []

    @pytest.mark.parametrize("table", TABLES)
    def test_no_row_lists_a_word_twice(self, table: str) -> None:
        wrong = [
            (row, repeated)
            for row in TABLES[table]
            for key, values in row.items()
            if isinstance(values, list) and key != "former_capitals" and (repeated := twice(values))
        ]
        assert wrong == []

    @pytest.mark.parametrize("table", ["state", "place", "organisation", "office"])
    def test_ambiguous_words_are_words_of_the_row(self, table: str) -> None:
        wrong = [
            (row.get("name"), word)
            for row in TABLES[table]
            for word in row.get("ambiguous", ())
            if word not in all_words(row)
        ]
        assert wrong == []


class TestStates:
    def test_the_members_of_the_united_nations_are_all_there(self) -> None:
        assert len(UN_MEMBERS) == 193
        assert {row["iso"] for row in STATES if row["un_member"]} == UN_MEMBERS

    def test_the_others_in_the_news_are_there(self) -> None:
        others = {row["name"] for row in STATES if not row["un_member"] and not row.get("historical")}
        assert {"Vatican", "Palestine", "Kosovo", "Taiwan"} <= others
        past = {row["name"] for row in STATES if row.get("historical")}
        assert {"Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany", "West Germany"} <= past

    def test_names_and_codes_are_unique(self) -> None:
        assert twice(row["name"] for row in STATES) == []
        assert twice(row["iso"] for row in STATES if "iso" in row) == []
        assert [row["name"] for row in STATES if "iso" not in row and not row.get("historical")] == []
        assert [row["name"] for row in STATES if not re.fullmatch("[A-Z]{2}", row.get("iso", "XX"))] == []

    def test_every_state_has_a_capital_and_a_people(self) -> None:
        assert [row["name"] for row in STATES if not row.get("capital")] == []
        assert [row["name"] for row in STATES if not row.get("demonyms") and not row.get("historical")] == []

    @pytest.mark.parametrize("key", ["names", "capitals", "seats", "demonyms"])
    def test_no_word_means_two_states_of_today_unless_marked(self, key: str) -> None:
        words: defaultdict[str, list[Row]] = defaultdict(list)
        for row in STATES:
            if row.get("historical"):
                continue
            found = {
                "names": state_words(row),
                "capitals": [row["capital"], *row.get("capital_also", ())],
                "seats": row.get("seats", ()),
                "demonyms": dict.fromkeys([*row.get("demonyms", ()), *row.get("people", ())]),
            }[key]
            for word in found:
                words[word].append(row)
        wrong = [
            word
            for word, rows in words.items()
            if len(rows) > 1 and any(word not in row.get("ambiguous", ()) for row in rows)
        ]
        # Taiwan's official name is the one that China no longer uses: only one of them has it.
        assert wrong == []

    def test_no_name_of_a_state_is_another_states_demonym_or_capital(self) -> None:
        names = {word: row["name"] for row in STATES for word in state_words(row)}
        wrong = [
            (word, row["name"])
            for row in STATES
            if not row.get("historical")
            for word in (row["capital"], *row.get("capital_also", ()), *row.get("demonyms", ()), *row.get("people", ()))
            if names.get(word, row["name"]) != row["name"]
            and not next(s for s in STATES if s["name"] == names[word]).get("historical")
        ]
        assert wrong == []

    def test_states_of_the_past_have_an_end_and_a_successor(self) -> None:
        for row in STATES:
            if row.get("historical"):
                assert row["to"], row["name"]
                assert row["successor"] in STATE_NAMES, row["name"]
                assert earliest(row.get("from", row["to"])) <= latest(row["to"]), row["name"]
            else:
                assert "to" not in row, row["name"]

    def test_seats_and_former_capitals_are_places(self) -> None:
        cities = [
            (row["name"], city)
            for row in STATES
            for city in (*row.get("seat_cities", ()), *(c["name"] for c in row.get("former_capitals", ())))
        ]
        assert len(cities) > 10
        assert [pair for pair in cities if pair[1] not in PLACE_NAMES] == []
        until = [c["to"] for row in STATES for c in row.get("former_capitals", ())]
        assert [text for text in until if not _PARTIAL_DATE.fullmatch(text)] == []

    def test_led_by_is_a_rank_that_leads(self) -> None:
        ranks = {"head_of_state", "head_of_government"}
        assert [row["name"] for row in STATES if row["led_by"] not in ranks] == []
        for row in STATES:
            if before := row.get("led_by_before"):
                assert before["rank"] in ranks - {row["led_by"]}, row["name"]
                assert earliest(before["day"]) == latest(before["day"]), row["name"]

    def test_groups_name_known_states_and_only_one_group_has_a_word(self) -> None:
        assert [m for group in GROUPS for m in group["members"] if m not in STATE_NAMES] == []
        assert [group for group in GROUPS if len(group["members"]) < 2] == []
        assert twice(word for group in GROUPS for word in (*group["words"], *group.get("adjectives", ()))) == []

    def test_combining_forms_mean_known_states(self) -> None:
        forms = load("states")["combining"]
        assert forms["Sino"] == "China"
        assert [form for form, state in forms.items() if state not in STATE_NAMES] == []


class TestPlaces:
    def test_there_are_enough_of_each_kind(self) -> None:
        count = Counter(row["kind"] for row in PLACES)
        assert len(PLACES) >= 900
        assert set(count) == PLACE_KINDS
        assert min(count.values()) >= 20

    def test_states_exist(self) -> None:
        assert [row["name"] for row in PLACES if row["state"] and row["state"] not in STATE_NAMES] == []
        disputed = [row for row in PLACES if row["kind"] == "city" and not row["state"]]
        assert [row["name"] for row in disputed if not row.get("within")] == []

    def test_no_capital_is_repeated(self) -> None:
        today = {w for r in STATES if not r.get("historical") for w in (r["capital"], *r.get("capital_also", ()))}
        assert sorted(today & {word for row in PLACES for word in (row["name"], *row.get("also", ()))}) == []

    def test_every_word_means_one_place(self) -> None:
        assert twice(word for row in PLACES for word in {row["name"], *row.get("also", ())}) == []

    def test_no_place_has_a_states_name_unless_marked(self) -> None:
        names = {word for row in STATES for word in state_words(row)}
        wrong = [
            word
            for row in PLACES
            for word in (row["name"], *row.get("also", ()))
            if word in names and word not in row.get("ambiguous", ())
        ]
        assert wrong == []

    def test_within_names_a_place_of_the_same_state(self) -> None:
        states = {row["name"]: row["state"] for row in PLACES}
        capitals = {row["capital"]: row["name"] for row in STATES if not row.get("historical")}
        wrong = [
            (row["name"], row["within"])
            for row in PLACES
            if "within" in row
            and row["state"] not in {states.get(row["within"]), capitals.get(row["within"])}
            and not (row["within"] in states and "" in {row["state"], states[row["within"]]})
        ]
        assert wrong == []


class TestOrganisations:
    def test_names_are_unique_and_kinds_known(self) -> None:
        assert twice(row["name"] for row in ORGANISATIONS) == []
        assert {row["kind"] for row in ORGANISATIONS} == ORGANISATION_KINDS
        assert {row["kind"] for row in FORUMS} <= FORUM_KINDS

    def test_states_exist(self) -> None:
        rows = ORGANISATIONS
        assert [row["name"] for row in rows if "state" in row and row["state"] not in STATE_NAMES] == []

    def test_seats_are_known_places(self) -> None:
        assert [
            (row["name"], row["seat"])
            for row in ORGANISATIONS
            if "seat" in row and row["seat"] not in PLACE_NAMES | CAPITALS
        ] == []

    def test_a_word_that_two_share_is_marked_in_both(self) -> None:
        rows: defaultdict[str, list[Row]] = defaultdict(list)
        for row in ORGANISATIONS:
            for word in {row["name"], *row.get("acronyms", ()), *row.get("also", ())}:
                rows[word].append(row)
        shared = {word: found for word, found in rows.items() if len(found) > 1}
        wrong = [w for w, found in shared.items() if any(w not in row.get("ambiguous", ()) for row in found)]
        assert wrong == []

    def test_no_body_has_a_states_or_a_places_name_unless_marked(self) -> None:
        known = CAPITALS | {word for row in STATES for word in state_words(row)}
        known |= {word for row in PLACES for word in (row["name"], *row.get("also", ()))}
        wrong = [
            word
            for row in ORGANISATIONS
            for word in {row["name"], *row.get("acronyms", ()), *row.get("also", ())}
            if word in known and word not in row.get("ambiguous", ())
        ]
        assert wrong == []

    def test_forums_are_told_apart_and_their_places_and_parties_known(self) -> None:
        assert twice(word for row in FORUMS for word in {row["name"], *row.get("also", ())}) == []
        assert [row["name"] for row in FORUMS if "place" in row and row["place"] not in PLACE_NAMES | CAPITALS] == []
        parties = [party for row in FORUMS for party in row.get("parties", ())]
        assert [party for party in parties if party not in STATE_NAMES | ORGANISATION_NAMES] == []

    def test_sittings_of_forums_have_days_in_order_and_known_places(self) -> None:
        for row in FORUMS:
            sittings = [sitting.split(" ", 1) for sitting in row.get("sittings", ())]
            spans = [(earliest(days.split("/")[0]), latest(days.split("/")[-1])) for days, _ in sittings]
            assert [town for _, town in sittings if town not in PLACE_NAMES | CAPITALS] == [], row["name"]
            assert all(a <= b for a, b in spans), row["name"]
            assert all(before[1] < after[0] for before, after in pairwise(spans)), row["name"]

    @pytest.mark.parametrize(
        "agency", ["Reuters", "Xinhua", "Yonhap", "TASS", "Anadolu Agency", "Agence France-Presse"]
    )
    def test_agencies_are_media(self, agency: str) -> None:
        assert [row["kind"] for row in ORGANISATIONS if row["name"] == agency] == ["media"]


class TestLeaders:
    def test_serves_a_known_state_or_organisation(self) -> None:
        wrong = [
            row["person"]
            for row in LEADERS
            if (row["state"] and row["state"] not in STATE_NAMES)
            or ("organisation" in row and row["organisation"] not in ORGANISATION_NAMES)
            or (row["state"] and "organisation" in row)
        ]
        assert wrong == []

    def test_every_member_of_the_united_nations_has_a_leader(self) -> None:
        led = {row["state"] for row in LEADERS if row["rank"] in {"head_of_state", "head_of_government"}}
        missing = {row["name"] for row in STATES if row["un_member"]} - led
        # San Marino's two captains regent change every six months and hardly ever make news.
        assert missing == {"San Marino"}

    def test_every_state_has_a_leader_of_the_rank_that_runs_it(self) -> None:
        ranks = {(row["state"], row["rank"]) for row in LEADERS}
        states = {row["state"] for row in LEADERS}
        wrong = [row["name"] for row in STATES if row["name"] in states and (row["name"], row["led_by"]) not in ranks]
        assert wrong == []

    def test_ranks_are_known(self) -> None:
        assert {row["rank"] for row in LEADERS} == LEADER_RANKS

    def test_offices_are_named(self) -> None:
        assert [row["person"] for row in LEADERS if not row["office"] or not row["family"]] == []

    def test_days_are_days_months_or_years_in_order(self) -> None:
        texts = [row[key] for row in LEADERS for key in ("from", "to") if key in row]
        assert [text for text in texts if not _PARTIAL_DATE.fullmatch(text)] == []
        wrong = [
            (row["person"], row["from"], row["to"])
            for row in LEADERS
            if "from" in row and "to" in row and earliest(row["from"]) > latest(row["to"])
        ]
        assert wrong == []

    def test_two_do_not_hold_one_office_at_the_same_time(self) -> None:
        """More than a month in common is an error of a date, unless the office is marked as shared."""
        offices: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in LEADERS:
            if not row.get("shared"):
                offices[row["state"], row.get("organisation", ""), row["office"]].append(row)
        month = timedelta(days=31)
        wrong = []
        for office, rows in offices.items():
            for one, other in combinations(rows, 2):
                # The shortest terms that the dates allow: a month or a year in common is no overlap.
                start = max(latest(one.get("from", "1900")), latest(other.get("from", "1900")))
                end = min(earliest(one.get("to", "2100")), earliest(other.get("to", "2100")))
                if end - start > month:
                    wrong.append((*office, one["person"], other["person"]))
        assert wrong == []

    def test_only_the_last_of_an_office_is_without_end(self) -> None:
        offices: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in LEADERS:
            if not row.get("shared"):
                offices[row["state"], row.get("organisation", ""), row["office"]].append(row)
        wrong = [
            (office, [row["person"] for row in rows if "to" not in row])
            for office, rows in offices.items()
            if sum("to" not in row for row in rows) > 1
        ]
        assert wrong == []

    def test_no_row_comes_twice(self) -> None:
        keys = ("person", "state", "organisation", "office", "from")
        assert twice(" | ".join(row.get(key, "") for key in keys) for row in LEADERS) == []

    def test_one_person_has_one_canonical_name(self) -> None:
        """Two names that differ by diacritics or hyphens only, or of which one is a spelling of the other, are one."""
        people = {row["person"] for row in LEADERS}
        folded: defaultdict[str, set[str]] = defaultdict(set)
        for person in people:
            folded[fold(person)].add(person)
        assert [sorted(names) for names in folded.values() if len(names) > 1] == []
        spelt = {
            (other, row["person"])
            for row in LEADERS
            for word in row.get("also", ())
            for other in folded.get(fold(word), ())
            if other != row["person"]
        }
        assert spelt == set()

    def test_a_spelling_means_one_person_unless_two_really_share_it(self) -> None:
        people: defaultdict[str, set[str]] = defaultdict(set)
        for row in LEADERS:
            for word in row.get("also", ()):
                people[word].add(row["person"])
        shared = {word: names for word, names in people.items() if len(names) > 1}
        assert shared == {"George Bush": {"George H. W. Bush", "George W. Bush"}}

    def test_spellings_stand_in_the_first_row_of_a_person_only(self) -> None:
        seen: set[str] = set()
        wrong = []
        for row in LEADERS:
            if row["person"] in seen and "also" in row:
                wrong.append(row["person"])
            seen.add(row["person"])
        assert wrong == []

    def test_family_names_are_part_of_some_spelling_of_the_person(self) -> None:
        spellings: defaultdict[str, set[str]] = defaultdict(set)
        for row in LEADERS:
            spellings[row["person"]].update([row["person"], *row.get("also", ())])
        wrong = [
            (row["person"], row["family"])
            for row in LEADERS
            if not any(f" {row['family']} " in f" {spelling} " for spelling in spellings[row["person"]])
        ]
        assert wrong == []

    @pytest.mark.parametrize(
        ("state", "office", "day", "person"),
        [
            ("United States", "president", "1998-07-01", "Bill Clinton"),
            ("United Kingdom", "prime minister", "2007-10-10", "Gordon Brown"),
            ("France", "foreign minister", "2013-11-24", "Laurent Fabius"),
            ("Japan", "prime minister", "2002-09-17", "Junichiro Koizumi"),
            ("South Africa", "president", "1995-06-24", "Nelson Mandela"),
            ("Norway", "foreign minister", "1993-08-20", "Johan Jørgen Holst"),
            ("Egypt", "president", "2012-11-21", "Mohamed Morsi"),
            ("Brazil", "president", "2010-05-17", "Luiz Inácio Lula da Silva"),
        ],
    )
    def test_holders_of_some_well_known_days(self, state: str, office: str, day: str, person: str) -> None:
        when = date.fromisoformat(day)
        holders = [
            row["person"]
            for row in LEADERS
            if row["state"] == state
            and row["office"] == office
            and earliest(row.get("from", "1900")) <= when <= latest(row.get("to", "2100"))
        ]
        assert holders == [person]


class TestOffices:
    def test_words_belong_to_one_office(self) -> None:
        assert twice(word for row in OFFICES for word in row["words"]) == []
        assert twice(plural for row in OFFICES for plural in row.get("plural", ())) == []

    def test_ranks_and_masters_are_known(self) -> None:
        assert {row["rank"] for row in OFFICES} <= OFFICE_RANKS
        assert {row["serves"] for row in OFFICES} <= SERVES
        assert [row["words"][0] for row in OFFICES if "state" in row and row["state"] not in STATE_NAMES] == []
        assert [row["words"][0] for row in OFFICES if "org" in row and row["org"] not in ORGANISATION_NAMES] == []

    @pytest.mark.parametrize(
        ("words", "rank"),
        [
            ("president", "head_of_state"),
            ("taoiseach", "head_of_government"),
            ("external affairs minister", "foreign_minister"),
            ("secretary of state", "foreign_minister"),
            ("deputy secretary of state", "deputy_minister"),
            ("special envoy", "envoy"),
            ("spokeswoman", "spokesman"),
            ("secretary-general", "head_of_body"),
            ("Sen.", "lawmaker"),
        ],
    )
    def test_rank_of_some(self, words: str, rank: str) -> None:
        assert [row["rank"] for row in OFFICES if words in row["words"]] == [rank]

    def test_leaders_hold_offices_that_are_listed(self) -> None:
        """Heads of state, of government and foreign ministers: their office is one of the words, or ends with one."""
        words = {word.casefold() for row in OFFICES for word in row["words"]}
        wrong = {
            row["office"]
            for row in LEADERS
            if row["rank"] != "other"
            and not any(f" {row['office'].casefold()} ".find(f" {word} ") >= 0 for word in words)
        }
        assert wrong == set()

    def test_prefixes_say_one_thing_each(self) -> None:
        prefixes = load("offices")["prefixes"]
        assert {"former", "acting", "deputy", "to_be", "at_the_time", "honour"} == set(prefixes)
        plain = [word for name, words in prefixes.items() if name != "at_the_time" for word in words]
        assert twice(plain) == []
        assert {"former", "ex-"} <= set(prefixes["former"])
        assert {"vice", "deputy", "assistant"} <= set(prefixes["deputy"])

    def test_forms_of_address_are_no_offices(self) -> None:
        address = set(load("offices")["called"]["address"])
        words = {word for row in OFFICES for word in row["words"]}
        assert {"Mr.", "Mrs.", "Ms."} <= address
        assert address & words == {"Dr.", "Prof."}
