"""Which noun phrases name a happening, and of what kind."""

from __future__ import annotations

from ..reading import ENCOUNTERS, ActorKind, Kind
from . import lexicon as lex
from .phrases import Phrase


def noun_kind(phrase: Phrase) -> Kind | None:
    """Give the kind of happening that a noun phrase names, or None."""
    head = phrase.head
    if phrase.head_name is not None:
        name = phrase.head_name
        if name.kind is ActorKind.ORGANISATION and not name.known or name.kind is None:
            last = name.name.split()[-1].casefold() if name.name else ""
            if last in ("conference", "summit", "talks", "forum", "dialogue"):
                return lex.NOUNS[last]
        return None
    if phrase.mods[-1:] == ("cease",) and head == "fire":
        return Kind.AGREEMENT
    kind = lex.NOUNS.get(head)
    if kind is None:
        return None
    single = lex.singular(head)
    barred = lex.NOT_AFTER.get(single, frozenset())
    if any(mod in barred for mod in phrase.mods[-2:]):
        return None
    for mod in phrase.mods:
        if mod in lex.BESIDE and kind in ENCOUNTERS:
            return lex.BESIDE[mod]
    if head == "call" and phrase.mods[-1:] and phrase.mods[-1] in ("video", "phone", "telephone"):
        return Kind.CALL
    return kind
