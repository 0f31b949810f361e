"""Wire copies: texts nearly the same as another that was published about then are one voice with their first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q

from timeline.models import Mention, Passage, Source
from timeline.parser.layout import lay_out
from timeline.parser.reading import READ_ROLES

from .sameness import near_identical, shingles

COPY_WITHIN = timedelta(days=7)
"""A wire copy appears within a week of its first; later texts are not compared."""


def note_copies(source: Source) -> set[int]:
    """Find texts nearly the same as this one and tie them to their first, which is the earliest published.

    Returns the events of which those texts tell: their voices must be counted anew.

    The outcome does not depend on the order of arrival: all copies of one dispatch point to the first of them by
    day of publication and digest. Only texts that have a passage in common, word for word, are compared: others can
    be no copies that matter, and comparing all of a fortnight's texts would be slow.
    """
    quotes = list(source.passages.values_list("exact", flat=True))
    if source.published_on is None or not quotes:
        return set()
    candidates = list(
        Source.objects.standing()
        .filter(published_on__range=_about(source.published_on), kind=source.kind, passages__exact__in=quotes[:200])
        .exclude(pk=source.pk)
        .distinct()
    )
    if not candidates:
        return set()
    mine = shingles(body_of(source.text))
    alike = [other for other in candidates if near_identical(mine, shingles(body_of(other.text)))]
    if not alike:
        return set()
    roots = {other.copy_of_id or other.pk for other in alike}
    members = [*Source.objects.filter(pk__in=roots), *Source.objects.filter(copy_of__in=roots)]  # an index for each
    family = {source.pk: source} | {member.pk: member for member in members}
    ordered = sorted(family.values(), key=lambda s: (s.published_on is None, s.published_on, s.sha256))
    first, *others = ordered
    Source.objects.filter(pk=first.pk).update(copy_of=None)
    Source.objects.filter(pk__in=[other.pk for other in others]).update(copy_of=first)
    source.refresh_from_db(fields=["copy_of"])
    return set(Mention.objects.filter(source__in=family, event__isnull=False).values_list("event", flat=True))


def note_copies_of_all(sources: Sequence[Source], passages: Sequence[Passage]) -> set[int]:
    """Do what `note_copies` does for each of these new sources, of which these are the passages.

    One query finds out which of them share a passage with another at all; most do not.
    """
    quotes: dict[int, set[str]] = defaultdict(set)
    for passage in passages:
        quotes[passage.source_id].add(passage.exact)
    days = {source.published_on for source in sources if source.published_on and quotes[source.pk]}
    if not days:
        return set()
    said_by: dict[str, set[tuple[int, date]]] = defaultdict(set)
    near = reduce(or_, (Q(source__published_on__range=_about(day)) for day in days))
    said_then = Passage.objects.filter(near, exact__in={passage.exact for passage in passages})
    for exact, source, day in said_then.values_list("exact", "source", "source__published_on"):
        said_by[exact].add((source, day))
    touched, noted = set(), False
    for source in sources:
        others = {
            other
            for exact in quotes[source.pk]
            for other, day in said_by[exact]
            if other != source.pk and source.published_on and abs(day - source.published_on) <= COPY_WITHIN
        }
        if others:
            touched |= note_copies(source)
            noted = True
    if noted:
        copy_of = dict(Source.objects.filter(pk__in=[source.pk for source in sources]).values_list("pk", "copy_of"))
        for source in sources:
            source.copy_of_id = copy_of[source.pk]
    return touched


def _about(day: date) -> tuple[date, date]:
    return (day - COPY_WITHIN, day + COPY_WITHIN)


def body_of(text: str) -> str:
    """Return the lines of an article that may state facts, without what stands around them on a page."""
    return "\n".join(text[line.start : line.end] for line in lay_out(text).lines if line.role in READ_ROLES)
