"""Filing: for every value that readers choose by, the set of the public events that have it.

All that pages count, they count from these sets: how many events a view has, how many each option of a facet would
leave, in which months they lie, which words they have. Sets of whole numbers are kept as Roaring bitmaps, which are
small and can be cut with each other a million members in a millisecond. `chronicle.filing` keeps them, `web.filing`
reads them.
"""

from __future__ import annotations

import uuid
from functools import reduce
from operator import and_

from django.db import models
from django.db.models import Q
from pyroaring import BitMap

from .events import Event

BLOCK_BITS = 16
"""Sets are kept in blocks of 65,536 numbers of events, so that a change rewrites 8 kB at most."""

SHORTEST_HEAD = 2
"""Letters of a word from which on words that begin so are found too."""


class Field(models.TextChoices):
    """What events are filed by. The value of a field is a word, the number of a row, or the head of a date."""

    ALL = "all", "every public event"
    KIND = "kind", "kind"
    STATUS = "status", "status, where it is shown"
    BASIS = "basis", "basis"
    CONFIDENCE = "confidence", "confidence"
    REVIEW = "review", "review"
    DISPUTED = "disputed", "sources differ"
    SUMMARY = "summary", "summary of several occasions"
    COUNTRY = "country", "country"
    ACTOR = "actor", "actor"
    FILED = "filed", "head of the sort key: a month, or a whole key of decades and centuries"
    FIRST = "first", "month of the earliest day; empty for an open beginning"
    LAST = "last", "month of the latest day; empty for an open end"
    PLACE = "place", "word of the place"
    WORD = "word", "word of title, place or passage"


WORDS = (Field.PLACE, Field.WORD)
"""Fields with too many values to be held in memory; the others are."""


class PostingQuerySet(models.QuerySet):
    """Sets of events by field and value."""

    def beginning_with(self, field: str, head: str):
        """Those of a field whose value begins so. Values are compared by code points, on either database."""
        return self.filter(field=field, value__gte=head, value__lt=head + chr(0x10FFFF))

    def having_word(self, field: str, word: str, *, whole: bool = False) -> BitMap:
        """Return the events filed in a field of words under this word, or under one that begins so; one query."""
        if whole or len(word) < SHORTEST_HEAD:
            rows = self.filter(field=field, value=word)
        else:
            rows = self.beginning_with(field, word)
        return BitMap().union(*(BitMap.deserialize(bytes(events)) for events in rows.values_list("events", flat=True)))

    def having_words(self, field: str, words: list[str]) -> BitMap:
        """Return the events filed under each of these words; the last one may be the beginning of a longer one."""
        *whole, last = words
        return reduce(
            and_, [self.having_word(field, word, whole=True) for word in whole], self.having_word(field, last)
        )


class Posting(models.Model):
    """Which public events of one block have one value of one field."""

    field = models.CharField(max_length=10, choices=Field.choices)
    value = models.CharField(max_length=60, blank=True)
    block = models.PositiveIntegerField(help_text="Number of the event without its last 16 bits.")
    events = models.BinaryField(help_text="Numbers of events, as a Roaring bitmap.")
    edition = models.BigIntegerField(help_text="The edition in which it changed last.")

    objects = PostingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="posting_once", fields=["field", "value", "block"]),
            models.CheckConstraint(name="posting_field_known", condition=Q(field__in=Field.values)),
        ]
        indexes = [
            # what has changed since a page was last made
            models.Index(fields=["edition"], name="posting_by_edition"),
        ]

    def __str__(self):
        return f"{self.field} {self.value}, block {self.block}"

    @property
    def numbers(self):
        """The events as a set of numbers."""
        return BitMap.deserialize(bytes(self.events))


class Filed(models.Model):
    """Under what an event is filed, so that it can be taken out again when that changes."""

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.CASCADE, related_name="filed")
    terms = models.TextField(help_text="Fields and values: “kind:visit word:lima”.")

    def __str__(self):
        return f"{self.event_id}: {self.terms[:60]}"


def new_mark():
    """Return a mark that no other edition has."""
    return uuid.uuid4().hex


class EditionQuerySet(models.QuerySet):
    """Editions of the chronology."""

    def latest_one(self):
        """The present one; None before anything was written."""
        return self.order_by("-pk").first()


class Edition(models.Model):
    """One state of the chronology: every transaction that changes it makes the next."""

    mark = models.CharField(max_length=32, unique=True, default=new_mark)
    at = models.DateTimeField(auto_now_add=True)

    objects = EditionQuerySet.as_manager()

    def __str__(self):
        return f"{self.pk} of {self.at:%Y-%m-%d %H:%M}"
