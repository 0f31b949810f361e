"""Checking: is the chronology what its sources and its editors make of it? Reads only; names what is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline import edtf
from timeline.models import ACTS, Event, Mention, Passage, Review, Source, Status

from .cast import vocabulary_actors
from .filing import misfiled
from .linking import columns_of
from .settle import settle
from .tellings import Cast, facts_of

_BATCH = 500


def problems() -> Iterator[str]:
    """Yield one plain sentence for everything that is not as it should be; nothing where all is well."""
    yield from _tampered_sources()
    yield from _displaced_passages()
    yield from _events_not_as_settled()
    yield from _loops()
    for event in misfiled():
        yield f"event {event}: pages do not count it as what it is; `manage.py refile` puts that right"


def _tampered_sources() -> Iterator[str]:
    for source in Source.objects.only("id", "title", "text", "sha256").iterator(chunk_size=_BATCH):
        if Source.digest(source.text) != source.sha256:
            yield f"source {source.pk} “{source}”: its text is not what was read; its SHA-256 differs"


def _displaced_passages() -> Iterator[str]:
    text, holder = "", None
    rows = (
        Passage.objects.exclude(start=None)
        .order_by("source", "start")
        .values_list("id", "source", "start", "end", "exact")
    )
    for pk, source, start, end, exact in rows.iterator(chunk_size=_BATCH):
        if source != holder:
            holder, text = source, Source.objects.values_list("text", flat=True).get(pk=source)
        if text[start:end] != exact:
            yield f"passage {pk} of source {source}: its words do not stand at characters {start} to {end}"


def _events_not_as_settled() -> Iterator[str]:
    ids = list(Event.objects.order_by("id").values_list("id", flat=True))
    for first in range(0, len(ids), _BATCH):
        chosen = ids[first : first + _BATCH]
        said: dict[int, list[Mention]] = defaultdict(list)
        live = Mention.objects.live().filter(event__in=chosen)
        for mention in live.select_related("source__copy_of", "passage").in_reading_order():
            said[mention.event_id].append(mention)
        cast = Cast.of(mention for mentions in said.values() for mention in mentions)
        for event in Event.objects.filter(pk__in=chosen).select_related("country").order_by("id"):
            for what in _wrong_with(event, said.get(event.pk, []), cast):
                yield f"event {event.pk} “{event}”: {what}"


def _wrong_with(event: Event, said: Sequence[Mention], cast: Cast) -> Iterator[str]:
    """Yield what is wrong with one event, given its live mentions."""
    bounds = edtf.bounds(event.when) if event.when else (None, None)
    if (event.earliest, event.latest) != bounds:
        yield f"its bounds are not those of its date {event.when or 'none'}"
    if event.sort_key != edtf.sort_key(event.when or None):
        yield "its sort key is not that of its date"
    if event.is_public and not said:
        yield "it is public, but no source tells of it"
    if not said:
        return
    if not event.is_public and event.review != Review.REJECTED:
        yield "sources tell of it, but it is not public"
    if event.merged_into_id:
        yield "it was merged into another, but has passages of its own"
    settled = settle([facts_of(m, cast) for m in said])
    if event.voices != settled.voices:
        yield f"it counts {event.voices} sources, but {settled.voices} tell of it"
    locked = set(event.locked_fields)
    for field, value in columns_of(settled).items():
        if field in locked or field == "title":
            continue
        if field == "status" and event.kind in ACTS and event.status in (Status.HELD, Status.PLANNED):
            continue
        if getattr(event, field) != value:
            yield f"its {field} is {getattr(event, field)!r}, but its passages settle to {value!r}"
    wanted = settled.country if settled.country in _states() else ""
    if "country" not in locked and (event.country.name if event.country else "") != wanted:
        yield f"its country is {event.country}, but its passages settle to {wanted or 'none'}"


def _states() -> frozenset[str]:
    return frozenset(name for name, kind in vocabulary_actors() if kind == "state")


def _loops() -> Iterator[str]:
    merged = dict(Event.objects.exclude(merged_into=None).values_list("id", "merged_into"))
    for start, at in merged.items():
        seen = {start}
        end = at
        while end in merged and end not in seen:
            seen.add(end)
            end = merged[end]
        if end in seen:
            yield f"event {start}: its address leads round in a circle"
