"""Filing events under what readers choose by: keeps `models.filing` in line with the chronology.

`linking.chronology_lock` calls `file_events` once at the end of every transaction, with the events that were touched in
it. What an event is filed under follows from its row, its participations and its live mentions alone, so filing again
changes nothing and `file_everything` gives the same as having filed event by event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import transaction
from django.db.models import Max
from pyroaring import BitMap

from timeline.models import ENCOUNTERS, Event, Mention, Participation, Status
from timeline.models.filing import BLOCK_BITS, Edition, Field, Filed, Posting
from timeline.models.words import words_of

EDITIONS_KEPT = 200
"""A page process that has missed more than so many reads all sets anew."""

_AT_ONCE = 5_000
"""Events of which the terms are worked out at once."""

Term = tuple[str, str]


def file_events(numbers: Iterable[int]) -> None:
    """File these events anew, whatever has become of them, and open a new edition."""
    edition = Edition.objects.create().pk
    Edition.objects.filter(pk__lte=edition - EDITIONS_KEPT).delete()
    ids = sorted(set(numbers))
    if not ids:
        return
    now = terms_of(ids)
    before = {filed.event_id: filed for filed in Filed.objects.filter(event__in=ids)}
    coming: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    going: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    changed = []
    for pk in ids:
        old = set(_read(before[pk].terms)) if pk in before else set()
        new = now.get(pk, set())
        if old == new:
            continue
        for field, value in new - old:
            coming[field, value, pk >> BLOCK_BITS].append(pk)
        for field, value in old - new:
            going[field, value, pk >> BLOCK_BITS].append(pk)
        changed.append(Filed(event_id=pk, terms=_written(new)))
    _change(coming, going, edition)
    Filed.objects.bulk_create(changed, update_conflicts=True, unique_fields=["event"], update_fields=["terms"])


def _change(coming: dict, going: dict, edition: int) -> None:
    """Put events into their sets and take others out. A set that becomes empty stays, so that readers hear of it."""
    keys = coming.keys() | going.keys()
    if not keys:
        return
    fields, values, blocks = ({key[place] for key in keys} for place in range(3))
    rows = Posting.objects.filter(field__in=fields, value__in=values, block__in=blocks)
    kept = {(row.field, row.value, row.block): row.numbers for row in rows}
    sets = []
    for key in sorted(keys):
        numbers = kept.get(key) or BitMap()
        numbers |= BitMap(coming.get(key, ()))
        numbers -= BitMap(going.get(key, ()))
        sets.append(_posting(key, numbers, edition))
    Posting.objects.bulk_create(
        sets,
        update_conflicts=True,
        unique_fields=["field", "value", "block"],
        update_fields=["events", "edition"],
        batch_size=500,
    )


def _posting(key: tuple[str, str, int], numbers: BitMap, edition: int) -> Posting:
    field, value, block = key
    return Posting(field=field, value=value, block=block, events=numbers.serialize(), edition=edition)


def file_everything() -> int:
    """File all events from nothing; return how many are public."""
    with transaction.atomic():
        edition = Edition.objects.create().pk
        Posting.objects.all().delete()
        Filed.objects.all().delete()
        filed = 0
        for block, ids in _blocks():
            sets: dict[Term, list[int]] = defaultdict(list)
            for first in range(0, len(ids), _AT_ONCE):
                terms = terms_of(ids[first : first + _AT_ONCE])
                filed += len(terms)
                for pk, found in terms.items():
                    for term in found:
                        sets[term].append(pk)
                rows = [Filed(event_id=pk, terms=_written(found)) for pk, found in terms.items()]
                Filed.objects.bulk_create(rows, batch_size=_AT_ONCE)
            postings = (_posting((*term, block), BitMap(numbers), edition) for term, numbers in sorted(sets.items()))
            Posting.objects.bulk_create(postings, batch_size=_AT_ONCE)
        return filed


def _blocks() -> Iterator[tuple[int, list[int]]]:
    """Give the numbers of the public events, block by block."""
    public = Event.objects.public().order_by("pk").values_list("pk", flat=True)
    last = public.last()
    for block in range((last >> BLOCK_BITS) + 1 if last else 0):
        first = block << BLOCK_BITS
        if ids := list(public.filter(pk__gte=first, pk__lt=first + (1 << BLOCK_BITS))):
            yield block, ids


def misfiled() -> Iterator[int]:
    """Yield the numbers of events that are filed under what they should not be, or not under what they should."""
    public = dict(_blocks())
    last = Filed.objects.aggregate(last=Max("event"))["last"] or 0
    posted = Posting.objects.values_list("block", flat=True).distinct()
    for block in sorted({*public, *range((last >> BLOCK_BITS) + 1), *posted}):
        found: dict[int, set[Term]] = defaultdict(set)
        for row in Posting.objects.filter(block=block).iterator():
            for pk in row.numbers:
                found[pk].add((row.field, row.value))
        mine = Filed.objects.filter(event__gte=block << BLOCK_BITS, event__lt=(block + 1) << BLOCK_BITS)
        filed = {event: set(_read(terms)) for event, terms in mine.values_list("event", "terms")}
        wanted = terms_of(public[block]) if block in public else {}
        for pk in sorted(filed.keys() | found.keys() | wanted.keys()):
            if not filed.get(pk, set()) == found.get(pk, set()) == wanted.get(pk, set()):
                yield pk


def terms_of(ids: Collection[int]) -> dict[int, set[Term]]:
    """Return what each of these events that is public is to be filed under; three queries."""
    terms: dict[int, set[Term]] = {}
    words: dict[int, set[str]] = defaultdict(set)
    for event in _public(ids).only(*_FIELDS):
        terms[event.pk] = _fields_of(event)
        words[event.pk].update(words_of(event.title), words_of(event.place))
        terms[event.pk].update((Field.PLACE.value, word) for word in words_of(event.place))
    for event, actor in Participation.objects.filter(event__in=_public(ids)).values_list("event", "actor"):
        terms[event].add((Field.ACTOR.value, str(actor)))
    said = Mention.objects.live().filter(event__in=_public(ids)).values_list("event", "passage__exact")
    for event, exact in said.distinct():
        words[event].update(words_of(exact))
    for event, found in words.items():
        terms[event].update((Field.WORD.value, word) for word in found)
    return terms


def _public(ids: Collection[int]):
    """Return the public ones; a run of numbers is asked for as such, since a list of thousands is slow."""
    events = Event.objects.public().order_by()
    return events.filter(pk__gte=min(ids), pk__lte=max(ids)) if _is_dense(ids) else events.filter(pk__in=ids)


def _is_dense(ids: Sequence[int]) -> bool:
    return len(ids) > 1000 and Event.objects.public().filter(pk__gte=ids[0], pk__lte=ids[-1]).count() == len(ids)


_FIELDS = (
    "kind",
    "status",
    "basis",
    "confidence",
    "review",
    "disputed_fields",
    "occasions",
    "country_id",
    "title",
    "place",
    "when",
    "sort_key",
    "earliest",
    "latest",
)


def _fields_of(event: Event) -> set[Term]:
    terms = {
        (Field.ALL.value, ""),
        (Field.KIND.value, event.kind),
        (Field.BASIS.value, event.basis),
        (Field.CONFIDENCE.value, event.confidence),
        (Field.REVIEW.value, event.review),
        (Field.FILED.value, event.sort_key[:8]),
    }
    if event.kind in ENCOUNTERS or event.status != Status.HELD:
        terms.add((Field.STATUS.value, event.status))
    if event.disputed_fields:
        terms.add((Field.DISPUTED.value, ""))
    if event.occasions > 1:
        terms.add((Field.SUMMARY.value, ""))
    if event.country_id:
        terms.add((Field.COUNTRY.value, str(event.country_id)))
    if event.when:
        terms.add((Field.FIRST.value, event.earliest.isoformat()[:7] if event.earliest else ""))
        terms.add((Field.LAST.value, event.latest.isoformat()[:7] if event.latest else ""))
    return terms


def _written(terms: Iterable[Term]) -> str:
    return " ".join(sorted(f"{field}:{value}" for field, value in terms))


def _read(terms: str) -> list[Term]:
    pairs = (term.partition(":") for term in terms.split(" ") if term)
    return [(field, value) for field, _, value in pairs]
