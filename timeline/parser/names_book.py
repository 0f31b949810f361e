"""What is known of names beforehand: states, places, bodies, leaders with their years, offices, an editor's own names.

A `NameBook` is compiled once from the vocabulary files and then only looked into. Names are kept by their first word
(without diacritics) with the words that follow, so that a text is matched word by word and a book of ten thousand
names costs no more than one of ten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from timeline.parser import names_building as building
from timeline.parser.names_building import cut
from timeline.parser.names_entries import Entry, KnownName, Office, Sort, Tails, Term
from timeline.parser.vocabulary import load

__all__ = ["Entry", "KnownName", "NameBook", "Office", "Sort", "Tails", "Term", "cut"]

_WEIGHT = {"head_of_state": 0, "head_of_government": 1, "foreign_minister": 2, "other": 3}


@dataclass(frozen=True, slots=True)
class NameBook:
    """Every name known beforehand, ready for matching. Build it with `NameBook.default`."""

    names: dict[str, Tails]
    """First word → (following words, meanings), longest first."""
    offices: dict[str, tuple[tuple[tuple[str, ...], Office], ...]]
    """First word in lower case → (following words in lower case, office), longest first."""
    families: dict[str, tuple[str, ...]]
    """Family name in lower case → persons, in order of the vocabulary."""
    called: dict[str, tuple[str, ...]]
    """Person → family names in lower case."""
    terms: dict[str, tuple[Term, ...]]
    """Person → terms in office."""
    holders: dict[str, tuple[Term, ...]]
    """State or organisation → terms of all that held office there."""
    short_names: dict[tuple[str, str], str]
    """(first word, last word) in lower case of persons with more names than two → person."""
    combining: dict[str, str]
    prefixes: dict[str, str]
    """Word before an office in lower case → former, acting, deputy, to_be, honour."""
    speaking: frozenset[str]
    """Every word in lower case that may begin a title or plays a part beside names; all others are passed over."""
    address: frozenset[str]
    led_by: dict[str, tuple[tuple[date, str], ...]]
    """State → rank of the office that runs it, each with the first day on which it does."""
    capitals: dict[str, str] = field(default_factory=dict)
    """State → capital."""
    regional: dict[str, Entry] = field(default_factory=dict)
    """Adjective for a part of a state ("Scottish") → that part."""
    halves: dict[str, str] = field(default_factory=dict)
    """State of a divided country → the other, which a text may then call "the North" or "the South"."""
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    """The word classes of names.toml."""
    genders: dict[str, str] = field(default_factory=dict)
    """Given name in lower case → "m", "f" or "" (either)."""

    @staticmethod
    def default(editor_names: Iterable[KnownName] = ()) -> NameBook:
        """Give the book of the vocabulary files with an editor's names on top, compiled once for each set of names."""
        return _with_editor(tuple(editor_names))

    def find(self, folded: list[str], at: int) -> tuple[int, tuple[Entry, ...]] | None:
        """Give the number of words and the meanings of the longest known name that begins at a word, or None."""
        tails = self.names.get(folded[at])
        if tails is None:
            return None
        following = folded[at + 1] if at + 1 < len(folded) else ""
        for tail, entries in tails:
            if not tail:
                return 1, entries
            if tail[0] == following and tuple(folded[at + 1 : at + 1 + len(tail)]) == tail:
                return 1 + len(tail), entries
        return None

    def find_office(self, lowered: list[str], at: int) -> tuple[int, Office] | None:
        """Give the number of words and the office of the longest title that begins at a word, or None."""
        for tail, office in self.offices.get(lowered[at], ()):
            if not tail:
                return 1, office
            if tuple(lowered[at + 1 : at + 1 + len(tail)]) == tail:
                return 1 + len(tail), office
        return None

    def office_on(self, person: str, day: date | None) -> Term | None:
        """Give the office that a person held on a day; without a day or on a day out of office, the weightiest."""
        terms = self.terms.get(person, ())
        if not terms:
            return None
        held = [t for t in terms if day is not None and t.holds_on(day)]
        return min(held or terms, key=lambda t: (_WEIGHT.get(t.rank, 9), -t.since.toordinal()))

    def runs(self, state: str, day: date | None) -> str:
        """Give the rank of the office that runs a state on a day, that of today without a day; empty for no state."""
        ranks = self.led_by.get(state, ())
        held = [rank for since, rank in ranks if day is None or since <= day]
        return held[-1] if held else ""

    def in_office(self, person: str, day: date, slack: int = 0) -> bool:
        """Whether a person held any known office within `slack` days of a day."""
        return any(
            t.since.toordinal() - slack <= day.toordinal() <= t.until.toordinal() + slack
            for t in self.terms.get(person, ())
        )


@cache
def _with_editor(editor_names: tuple[KnownName, ...]) -> NameBook:
    builder = building.Builder()
    building.add_states(builder)
    building.add_places(builder)
    building.add_organisations(builder)
    terms, families = building.add_leaders(builder)
    for known in editor_names:
        building.add_editor_name(builder, known, families)
    holders: dict[str, list[Term]] = {}
    for person_terms in terms.values():
        for term in person_terms:
            holders.setdefault(term.state or term.organisation, []).append(term)
    offices, prefixes, address = building.read_offices()
    classes = {name: frozenset(value) for name, value in load("names").items() if isinstance(value, list)}
    return NameBook(
        names=builder.compiled(),
        offices=offices,
        families={key: tuple(dict.fromkeys(people)) for key, people in families.items()},
        called=building.called_by(families),
        terms={person: tuple(held) for person, held in terms.items()},
        holders={state: tuple(held) for state, held in holders.items()},
        short_names=building.short_names_of(terms),
        combining=dict(load("states").get("combining", {})),
        prefixes=prefixes,
        speaking=building.speaking_words(offices, prefixes, classes),
        address=address,
        led_by=building.read_led_by(),
        capitals={s["name"]: s["capital"] for s in load("states")["state"] if s.get("capital")},
        regional=building.read_regional(),
        halves=building.read_halves(),
        classes=classes,
        genders=building.read_genders(terms),
    )
