"""The search: which events have a word in their title or place, in a passage, or in the name of one who takes part.

A word is found by its beginning, whatever its accents. Of a phrase, and of what is no plain word ("x-ray"), the words
are looked up first, and the exact text is then looked for in the events that have them all.
"""

from __future__ import annotations

from django.db.models import Q
from pyroaring import BitMap

from timeline.models import ActorName, Event, Mention
from timeline.models.filing import Field, Posting
from timeline.models.words import words_of

from .filing import Filing


def telling_of(searched: str, filing: Filing) -> BitMap:
    """Return the events that a word or phrase is found in; all for what has neither letter nor figure."""
    words = words_of(searched)
    if not words:
        return filing.everything
    found = Posting.objects.having_words(Field.WORD, words)
    if found and len(words) > 1:
        found = _having_text(searched, found)
    return (found | filing.of(Field.ACTOR, _actors_called(searched))) & filing.everything


def _having_text(text: str, among: BitMap) -> BitMap:
    said = Mention.objects.live().filter(event__among=among, passage__exact__icontains=text)
    here = Event.objects.numbered(among).filter(Q(title__icontains=text) | Q(place__icontains=text))
    return BitMap(said.values_list("event", flat=True)) | BitMap(here.values_list("pk", flat=True))


def _actors_called(text: str) -> list[int]:
    """Return those in whose names the words of a text stand side by side, the last perhaps cut short."""
    return list(ActorName.objects.with_words(text).values_list("actor", flat=True).distinct())
