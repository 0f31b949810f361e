"""The search of the editors' lists. Of an event every word must be in title or place, in a passage or in an actor's
name; of a source in what is known about it, or in an event that it tells of. Whole texts are not read: that is slow.

What readers see is looked up in the filing, as their own search does. The rest, a small part, is not filed: it is read.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal
from pyroaring import BitMap

from timeline.models import ActorName, Event, Mention, Participation
from timeline.models.filing import Field, Posting
from timeline.models.words import words_of

ABOUT = ("title", "publisher", "author", "url")
"""What is known about a source, and stands in its row before the text."""


def events_telling_of(searched: str) -> BitMap | None:
    """Return the numbers of the events in which every word or quoted phrase is found; None where nothing is asked."""
    asked = _phrases(searched)
    return reduce(and_, map(_telling, asked)) if asked else None


def sources_telling_of(searched: str) -> Q:
    """Return what holds for the sources in which every word or quoted phrase is found."""
    return reduce(and_, map(_source, _phrases(searched)), Q())


def _phrases(searched: str) -> list[str]:
    return [phrase for phrase in map(_unquoted, smart_split(searched)) if words_of(phrase)]


def _unquoted(word: str) -> str:
    if word[:1] in "\"'" and word[:1] == word[-1:] and len(word) > 1:
        return unescape_string_literal(word)
    return word


def _telling(phrase: str) -> BitMap:
    words = words_of(phrase)
    found = Posting.objects.having_words(Field.WORD, words)
    if found and len(words) > 1:
        found = _having_text(phrase, found)
    named = Participation.objects.filter(actor__in=ActorName.objects.with_words(phrase).values("actor"))
    return found | _having_text(phrase, _unfiled()) | BitMap(named.values_list("event", flat=True))


def _source(phrase: str) -> Q:
    known = reduce(or_, [Q(**{f"{name}__icontains": phrase}) for name in ABOUT])
    return known | Q(pk__in=Mention.objects.filter(event__among=_telling(phrase)).order_by().values("source"))


def _unfiled() -> BitMap:
    return BitMap(Event.objects.filter(is_public=False).values_list("pk", flat=True))


def _having_text(text: str, among: BitMap) -> BitMap:
    here = Event.objects.numbered(among).filter(Q(title__icontains=text) | Q(place__icontains=text))
    said = Mention.objects.filter(event__among=among, passage__exact__icontains=text)
    return BitMap(here.values_list("pk", flat=True)) | BitMap(said.values_list("event", flat=True))
