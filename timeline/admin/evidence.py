"""The evidence of an event as an editor reads it: each passage in its context, and what it gave."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import F, Value
from django.db.models.functions import Greatest, Substr

from timeline.models import Event, Mention

from .shown import show_when

AROUND = 120
"""Characters that are shown before and after a passage."""

SHOWN_AT_MOST = 100
"""Mentions of an event that are shown; the public page has them all."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mention, its passage and the words around it."""

    mention: Mention
    before: str
    after: str

    @property
    def flags(self) -> list[str]:
        """Why it does not count, or what is special about it."""
        mention = self.mention
        said = {
            "The source was withdrawn: it does not count.": mention.source.withdrawn_at,
            "It would join a rejected event: it waits for an editor and does not count.": mention.queued,
            "The latest reading no longer finds it; it counts because an editor has decided on this event.": (
                not mention.found and mention.pinned
            ),
            "The latest reading no longer finds it: it does not count.": not mention.found and not mention.pinned,
            "A copy of another dispatch: both are one voice.": mention.source.copy_of_id,
            "Its place in the text is lost.": mention.passage.start is None,
        }
        return [words for words, holds in said.items() if holds]

    @property
    def date(self) -> str:
        """The date that it gives, as readers see it and as EDTF."""
        return show_when(self.mention.when)

    @property
    def parties(self) -> str:
        """Who takes part, as named here."""
        return ", ".join(f"{row['name']} ({row['role']})" for row in self.mention.parties)


def evidence_of(event: Event, around: int = AROUND) -> list[Evidence]:
    """Return what an event rests on, in the order of evidence, at most SHOWN_AT_MOST; one query.

    Of each article only so many characters around the passage are fetched: some are long.
    """
    start, end = F("passage__start"), F("passage__end")
    rows = (
        event.mentions.select_related("source", "passage")
        .defer("source__text", "source__raw")
        .annotate(
            words_before=Substr(
                "source__text", Greatest(start - around, Value(0)) + 1, start - Greatest(start - around, Value(0))
            ),
            words_after=Substr("source__text", end + 1, around),
        )
        .in_reading_order()
    )
    found = []
    for mention in rows[:SHOWN_AT_MOST]:
        mention.passage.source = mention.source
        before = words_before(mention.words_before or "", around)
        found.append(Evidence(mention, before, words_after(mention.words_after or "", around)))
    return found


def words_before(text: str, around: int = AROUND) -> str:
    """Return the last whole words of a text that was cut to so many characters, none from another paragraph."""
    line = text.rpartition("\n")[2]
    return _whole(line, from_left=True) if len(line) == around else line


def words_after(text: str, around: int = AROUND) -> str:
    """Return the first whole words of a text that was cut to so many characters, none from another paragraph."""
    line = text.partition("\n")[0]
    return _whole(line, from_left=False) if len(line) == around else line


def _whole(line: str, *, from_left: bool) -> str:
    """Drop the half word at the cut end and put "…" in its place."""
    if from_left:
        return "… " + re.sub(r"^\S*\s+", "", line)
    return re.sub(r"\s+\S*$", "", line) + " …"
