"""Names: which people, states, organisations and places a text speaks of, and who "Sato" or "the Chilean leader" is.

The work is done in layers: `names_book` (what is known beforehand: `names_entries`, built by `names_building`),
`names_chunks` (which words belong together), `names_titles`, `names_bodies`, `names_persons` and `names_grammar` (who
is named by which office), `names_memory` (whom a family name or a title can mean), `names_introducing` and
`names_resolving` (first whom the text introduces, then whom each mention means), `names_anaphora` (groups and
pronouns), `names_epithets` ("the bloc") and `names_places` (a capital as a government or as a place). Every name
carries the rule by which it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.parser.names_book import KnownName, NameBook
from timeline.parser.names_resolving import Finder
from timeline.parser.names_rules import RULES
from timeline.parser.reading import Name, Sentence

__all__ = ["RULES", "KnownName", "NameBook", "find_names"]


def find_names(
    text: str, sentences: Sequence[Sentence], published: date | None, book: NameBook | None = None
) -> tuple[Name, ...]:
    """Give the names in the sentences, in text order and without overlaps; offsets are into `text`.

    `published` (None where unknown) decides who held an office. A name spans its titles and appositions: "Chilean
    foreign minister Ana Soto" and "Ana Soto, the Chilean foreign minister" are one name each.
    """
    return Finder(text, sentences, published, book or NameBook.default()).find()
