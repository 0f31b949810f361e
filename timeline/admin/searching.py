"""The search of the editors' list of events: every word must be in title or place, in a passage or in an actor's name.

What readers see is looked up in the filing, as their own search does. The rest, a small part, is not filed: it is read.
"""

from __future__ import annotations

from functools import reduce
from operator import and_

from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal
from pyroaring import BitMap

from timeline.models import Event, Mention, Participation
from timeline.models.filing import Field, Posting, words_of


def events_telling_of(searched: str) -> BitMap | None:
    """Return the numbers of the events in which every word or quoted phrase is found; None where nothing is asked."""
    asked = [phrase for phrase in map(_unquoted, smart_split(searched)) if words_of(phrase)]
    return reduce(and_, map(_telling, asked)) if asked else None


def _unquoted(word: str) -> str:
    if word[:1] in "\"'" and word[:1] == word[-1:] and len(word) > 1:
        return unescape_string_literal(word)
    return word


def _telling(phrase: str) -> BitMap:
    words = words_of(phrase)
    found = Posting.objects.having_words(Field.WORD, words)
    if found and len(words) > 1:
        found = _having_text(phrase, found)
    unfiled = BitMap(Event.objects.filter(is_public=False).values_list("pk", flat=True))
    named = Participation.objects.filter(actor__names__name__icontains=phrase)
    return found | _having_text(phrase, unfiled) | BitMap(named.values_list("event", flat=True))


def _having_text(text: str, among: BitMap) -> BitMap:
    here = Event.objects.numbered(among).filter(Q(title__icontains=text) | Q(place__icontains=text))
    said = Mention.objects.filter(event__among=among, passage__exact__icontains=text)
    return BitMap(here.values_list("pk", flat=True)) | BitMap(said.values_list("event", flat=True))
