"""The names under which sources speak of an actor, each with a passage that does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.models import Actor, Mention

from .marking import excerpt
from .paragraphs import number_passages
from .rows import Citation, cite

MOST_READ = 500
"""Mentions that are looked through, those first written: a name that matters is met early."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name, the first passage that uses it, and how many do."""

    name: str
    quote: str
    citation: Citation
    count: int


def aliases_of(actor: Actor, names: Iterable[str]) -> list[Alias]:
    """Return those of these names that sources use, those used most first; three queries at most.

    The words of a passage that stand for the actor ("Chilean President Ana Soto") use the longest name in them.
    """
    patterns = [(name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")) for name in sorted(names, key=len, reverse=True)]
    naming = Mention.actors.through.objects.filter(actor=actor).order_by("mention").values_list("mention", flat=True)
    mentions = (
        Mention.objects.live()
        .filter(pk__in=list(naming[:MOST_READ]), event__is_public=True, passage__start__isnull=False)
        .select_related("passage", "source")
        .defer("source__text", "source__raw", "reasons")
        .in_reading_order()
    )
    pattern_of = dict(patterns)
    found: dict[str, dict[int, Mention]] = {}
    for mention in mentions:
        for words in _words_for(actor, mention):
            name = next((name for name, pattern in patterns if pattern.search(words)), None)
            if name:
                found.setdefault(name, {}).setdefault(mention.passage_id, mention)
    firsts = {name: next(iter(used.values())) for name, used in found.items()}
    for mention in firsts.values():
        mention.passage.source = mention.source
    paragraphs = number_passages(mention.passage for mention in firsts.values())
    aliases = [
        Alias(
            name,
            excerpt(mention.passage.exact, pattern_of[name]),
            cite(mention.source, mention.passage, paragraphs.get(mention.passage_id)),
            len(found[name]),
        )
        for name, mention in firsts.items()
    ]
    return sorted(aliases, key=lambda alias: (-alias.count, alias.name))


def _words_for(actor: Actor, mention: Mention) -> Iterable[str]:
    """Give the words of a mention's passage that stand for an actor; words outside of the passage are passed over."""
    passage = mention.passage
    for party in mention.parties:
        start, end = party.get("start"), party.get("end")
        if party.get("actor") == actor.slug and start is not None and passage.start <= start < end <= passage.end:
            yield passage.exact[start - passage.start : end - passage.start]
