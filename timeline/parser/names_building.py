"""How the vocabulary files become the tables of a `NameBook`: states, places, bodies, leaders and their offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from timeline.parser.names_entries import Entry, KnownName, Office, Sort, Tails, Term
from timeline.parser.reading import ActorKind
from timeline.parser.tokens import fold, normalise, words
from timeline.parser.vocabulary import load

HALVES = frozenset({"the North", "the South"})
"""Short names of the halves of a divided country, which mean them only where a text speaks of that country."""
_BOTH_ORDERS = frozenset({"Japan", "Hungary"})
"""States whose people are told of in English with the family name behind, and at home before."""


def cut(name: str) -> list[str]:
    """Give the folded words of a name, cut as a text is."""
    plain = normalise(name)
    return [fold(match[0]) for match in words(plain)]


def _call(name: str) -> str:
    """Give what a person is called as a key: folded words in lower case, hyphens left out."""
    return " ".join(word for word in cut(name) if word[0].isalnum()).lower()


def _day(text: str, last: bool) -> date:
    """Give the first (or last) day of "2013", "2013-03" or "2013-03-14"; the end of time for an empty text."""
    if not text:
        return date.max if last else date.min
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    month = parts[1] if len(parts) == 2 else (12 if last else 1)
    if not last:
        return date(parts[0], month, 1)
    following = date(parts[0] + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


class Builder:
    """Gathers names while a book is built."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, ...], list[Entry]] = {}

    def add(self, name: str, entry: Entry) -> None:
        key = tuple(cut(name))
        if not key:
            return
        entries = self.names.setdefault(key, [])
        if entry not in entries:
            entries.append(entry)

    def compiled(self) -> dict[str, Tails]:
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
        for key, entries in self.names.items():
            ordered = tuple(
                sorted(entries, key=lambda e: (not e.editor, e.sort.value))
            )  # the book's sorts go before "other"
            by_first.setdefault(key[0], []).append((key[1:], ordered))
        return {first: tuple(sorted(tails, key=lambda t: -len(t[0]))) for first, tails in by_first.items()}


def add_states(builder: Builder) -> None:
    for state in load("states")["state"]:
        name, ambiguous = state["name"], frozenset(state.get("ambiguous", ()))
        since, until = _day(state.get("from", ""), False), _day(state.get("to", ""), True)

        def add(word: str, sort: Sort, canonical: str, state_name: str = name) -> None:
            builder.add(
                word,
                Entry(sort, canonical, state_name, ambiguous=word in ambiguous, since=since, until=until),  # noqa: B023
            )

        for word in (name, state.get("official", ""), *state.get("short", ())):
            if word:
                add(word, Sort.STATE, name)
        for word in state.get("demonyms", ()):
            add(word, Sort.DEMONYM, name)
        for word in state.get("people", ()):
            add(word, Sort.PEOPLE, name)
        for word in state.get("seats", ()):
            add(word, Sort.SEAT, name)
        capital = state.get("capital", "")
        for word in (capital, *state.get("capital_also", ())):
            if word:
                add(word, Sort.CAPITAL, capital)
        for word in state.get("seat_cities", ()):
            add(word, Sort.CAPITAL, word)
    for phrase in load("names")["not_states"]:
        builder.add(phrase, Entry(Sort.OTHER, phrase))
    _add_groups(builder)


def read_led_by() -> dict[str, tuple[tuple[date, str], ...]]:
    """Give each state with the rank of the office that runs it, and the one that did so before."""
    found: dict[str, tuple[tuple[date, str], ...]] = {}
    for state in load("states")["state"]:
        now, before = state["led_by"], state.get("led_by_before")
        if before is None:
            found[state["name"]] = ((date.min, now),)
        else:
            found[state["name"]] = ((date.min, before["rank"]), (_day(before["day"], False), now))
    return found


def _add_groups(builder: Builder) -> None:
    """Add words for several states at once; "North and South" for the halves of a divided country."""
    halves = {s["name"]: word for s in load("states")["state"] for word in s.get("short", ()) if word in HALVES}
    for group in load("states").get("group", ()):
        members = tuple(group["members"])
        for word in (*group["words"], *group.get("adjectives", ())):
            builder.add(word, Entry(Sort.GROUP, group["words"][0], members=members))
            if word.startswith("two "):
                builder.add(word.removeprefix("two "), Entry(Sort.GROUP, group["words"][0], members=members))
        if [halves.get(m) for m in members] == ["the North", "the South"]:
            shared = members[0].split()[-1]
            for word in (
                "North and South",
                "the North and the South",
                "the North and South",
                f"North and South {shared}",
            ):
                builder.add(word, Entry(Sort.GROUP, word, members=members))


def read_halves() -> dict[str, str]:
    """Give each half of a divided country with the other."""
    named = {s["name"] for s in load("states")["state"] if HALVES.intersection(s.get("short", ()))}
    pairs = [g["members"] for g in load("states").get("group", ()) if named.issuperset(g["members"])]
    return {one: other for a, b in pairs for one, other in ((a, b), (b, a))}


def add_places(builder: Builder) -> None:
    for place in load("places")["place"]:
        state, ambiguous = place.get("state", ""), frozenset(place.get("ambiguous", ()))
        shown = place["name"].split(",")[0].split(" (")[0]
        bare = place["name"] != shown
        for word in (shown, *place.get("also", ())):
            if bare and word == shown:
                continue  # "Tripoli, Lebanon": without its state the better known one is meant.
            builder.add(word, Entry(Sort.PLACE, shown, state, ambiguous=word in ambiguous))
        if bare and "," in place["name"]:
            builder.add(place["name"], Entry(Sort.PLACE, shown, state))


def read_regional() -> dict[str, Entry]:
    """Give the adjectives of parts of states, which tell whom a regional office serves."""
    return {
        fold(word): Entry(Sort.PLACE, place["name"], place["state"])
        for place in load("places")["place"]
        for word in place.get("demonyms", ())
    }


def add_organisations(builder: Builder) -> None:
    for body in load("organisations")["organisation"]:
        sort = Sort.MEDIA if body.get("kind") == "media" else Sort.ORGANISATION
        state = body.get("state", "") if body.get("kind") in {"organ", "movement"} else ""
        ambiguous = frozenset(body.get("ambiguous", ()))
        for word in (body["name"], *body.get("acronyms", ()), *body.get("also", ())):
            builder.add(word, Entry(sort, body["name"], state, rank=body.get("kind", ""), ambiguous=word in ambiguous))


def add_leaders(builder: Builder) -> tuple[dict[str, list[Term]], dict[str, list[str]]]:
    terms: dict[str, list[Term]] = {}
    families: dict[str, list[str]] = {}
    eastern = {s["name"] for s in load("states")["state"] if s.get("family_first")} | _BOTH_ORDERS
    for row in load("leaders")["leader"]:
        person = row["person"]
        terms.setdefault(person, []).append(
            Term(
                person,
                row.get("state", ""),
                row.get("office", ""),
                row.get("rank", "other"),
                _day(row.get("from", ""), False),
                _day(row.get("to", ""), True),
                row.get("organisation", ""),
            )
        )
        for word in (person, *row.get("also", ())):
            if len(cut(word)) > 1:
                builder.add(word, Entry(Sort.PERSON, person, row.get("state", "")))
            if row.get("state") in eastern and len(parts := word.split()) == 2:
                builder.add(f"{parts[1]} {parts[0]}", Entry(Sort.PERSON, person, row["state"]))
            families.setdefault(_call(word), []).append(person)
        family = _call(row.get("family", person))
        families.setdefault(family, []).append(person)
        article, _, rest = family.partition(" ")
        if article in {"al", "el"} and rest:
            families.setdefault(rest, []).append(person)  # "General Burhan" for al-Burhan
        if family and family == _call(person).split()[-1]:
            # Other spellings have their own last word: "Zelenskyy" beside "Zelensky".
            for word in row.get("also", ()):
                if _call(word).count(" ") == 1:
                    families.setdefault(_call(word).split()[-1], []).append(person)
    return terms, families


def add_editor_name(builder: Builder, known: KnownName, families: dict[str, list[str]]) -> None:
    sorts = {
        ActorKind.PERSON: Sort.PERSON,
        ActorKind.STATE: Sort.STATE,
        ActorKind.ORGANISATION: Sort.ORGANISATION,
    }
    state = known.canonical if known.kind == ActorKind.STATE else known.state
    entry = Entry(sorts[known.kind], known.canonical, state, known.office, editor=True)
    builder.add(known.name, entry)
    if known.kind == ActorKind.PERSON:
        families.setdefault(_call(known.name), []).append(known.canonical)


def read_offices() -> tuple[
    dict[str, tuple[tuple[tuple[str, ...], Office], ...]],
    dict[str, str],
    frozenset[str],
]:
    raw = load("offices")
    titles: dict[str, dict[tuple[str, ...], Office]] = {}

    def add(words_of: str, office: Office) -> None:
        key = tuple(w.lower() for w in cut(words_of))
        titles.setdefault(key[0], {}).setdefault(key[1:], office)

    for row in raw["office"]:
        ambiguous = frozenset(row.get("ambiguous", ()))
        alone = row.get("alone", False)
        for word in row["words"]:
            office = Office(
                word,
                row.get("rank", "other"),
                row.get("leader", False),
                row.get("state", ""),
                row.get("org", ""),
                ambiguous=word in ambiguous,
                alone=alone is True or (isinstance(alone, list) and word in alone),
            )
            add(word, office)
            for plural in _plurals(word):
                add(plural, replace(office, plural=True))
        for plural in row.get("plural", ()):
            add(plural, Office(row["words"][0], row.get("rank", "other"), row.get("leader", False), plural=True))
    prefixes: dict[str, str] = {}
    for what, prefix_words in raw.get("prefixes", {}).items():
        for word in prefix_words:
            if (single := word.lower().rstrip("-")).isalpha():
                prefixes.setdefault(single, what)
    called = raw.get("called", {})
    address = frozenset(w.rstrip(".") for w in called.get("address", ()))
    compiled = {
        first: tuple(sorted(((tail, office) for tail, office in tails.items()), key=lambda t: -len(t[0])))
        for first, tails in titles.items()
    }
    return compiled, prefixes, address


def _plurals(word: str) -> Iterator[str]:
    """Give the usual plurals of a title: "foreign ministers", "secretaries", "spokesmen", "ministers of defence"."""
    if word.endswith("."):
        return
    if " of " in word:
        head, rest = word.split(" of ", 1)
        for plural in _plurals(head):
            yield f"{plural} of {rest}"
        return
    if word.endswith("man"):
        yield word[:-3] + "men"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        yield word + "es"
    else:
        yield word + "s"


def short_names_of(terms: dict[str, list[Term]]) -> dict[tuple[str, str], str]:
    """Give persons of more than two names by the first and last, where that names one person only."""
    found: dict[tuple[str, str], str] = {}
    doubtful: set[tuple[str, str]] = set()
    for person in terms:
        parts = [p.lower() for p in cut(person) if p[0].isalnum()]
        if len(parts) < 2:
            continue
        key = (parts[0], parts[-1])
        if found.setdefault(key, person) != person:
            doubtful.add(key)
    return {key: person for key, person in found.items() if key not in doubtful}


def speaking_words(
    offices: Iterable[str], prefixes: Iterable[str], classes: dict[str, frozenset[str]]
) -> frozenset[str]:
    small = (
        "he him his himself she her hers herself they them their theirs counterpart counterparts two both three four"
    )
    return frozenset([*offices, *prefixes, *classes["portfolios"], *classes["particles"], *small.split()])


def called_by(families: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    called: dict[str, list[str]] = {}
    for family, persons in families.items():
        for person in persons:
            called.setdefault(person, []).append(family)
    return {person: tuple(dict.fromkeys(names)) for person, names in called.items()}


def read_genders(persons: Iterable[str]) -> dict[str, str]:
    """Give given names with what they tell of sex; a leader's is taken for one even where no list has it."""
    genders: dict[str, str] = {}
    raw = load("given_names")
    for what, letter in (("male", "m"), ("female", "f"), ("either", "")):
        for name in raw.get(what, "").split():
            key = fold(name).lower()
            genders[key] = letter if key not in genders else ""
    family_first = load("names")["family_first"]
    for person in persons:
        given = cut(person)[0]
        if len(given) > 3 and given not in family_first:
            genders.setdefault(given.lower(), "")
    return genders
