"""What is filed under what, as pages ask for it: sets of events out of the database, held in memory while they last.

A process holds all sets but those of words, some ten bytes for each event and field. Before every page one query asks
whether the chronology has a new edition, and only the sets that have changed since are fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from pyroaring import BitMap

from timeline.edtf import UNDATED_KEY
from timeline.models.filing import BLOCK_BITS, WORDS, Edition, Field, Posting

NOTHING = BitMap()
Sets = Mapping[str, BitMap]
"""Sets of events by value."""


@dataclass(frozen=True)
class Filing:
    """One edition of what is filed under what."""

    number: int = 0
    mark: str = ""
    fields: Mapping[str, Sets] = field(default_factory=dict)
    kept: dict[str, object] = field(default_factory=dict)
    """What was worked out for this edition, so that it is done once."""

    def once(self, name: str, work_out: Callable[[], object]) -> object:
        """Return what `work_out` gives, or gave before for this edition."""
        if name not in self.kept:
            self.kept[name] = work_out()
        return self.kept[name]

    def sets(self, name: str) -> Sets:
        """Return the sets of a field by value, each with a member at least."""
        return self.fields.get(name, {})

    def of(self, name: str, values: Iterable[object]) -> BitMap:
        """Return the events that have any of these values."""
        known = self.sets(name)
        return union(known[value] for value in map(str, values) if value in known)

    @cached_property
    def everything(self) -> BitMap:
        """Every public event."""
        return self.of(Field.ALL, [""])

    @cached_property
    def summaries(self) -> BitMap:
        """Those that sum up several occasions ("four times in the past year"): they are listed and never counted."""
        return self.of(Field.SUMMARY, [""])

    @cached_property
    def units(self) -> list[tuple[str, BitMap]]:
        """The heads of sort keys in their order, the undated last, each with its events."""
        return sorted(self.sets(Field.FILED).items())

    @cached_property
    def years(self) -> dict[str, BitMap]:
        """The years in their order, each with its events; those known by their decade or century only are in none."""
        years: dict[str, list[BitMap]] = defaultdict(list)
        for head, events in self.units:
            if len(head) == len("2018-03-") and head != UNDATED_KEY[: len(head)]:
                years[head[:4]].append(events)
        return {year: union(months) for year, months in years.items()}

    @cached_property
    def by_frequency(self) -> list[tuple[int, int, BitMap]]:
        """Actors with most events first: number of events, number of the actor, its events."""
        actors = ((len(events), int(actor), events) for actor, events in self.sets(Field.ACTOR).items())
        return sorted(actors, key=lambda row: (-row[0], row[1]))


_held = Filing()
_fetching = Lock()
_reading: ContextVar[Edition | None] = ContextVar("reading", default=None)
"""The edition that the page under way is of, where that was asked already."""


def union(sets: Iterable[BitMap]) -> BitMap:
    """Return what is in any of these sets."""
    sets = list(sets)
    return BitMap.union(*sets) if sets else NOTHING


@contextmanager
def reading(edition: Edition) -> Iterator[None]:
    """Have all that a page is made of be of this edition, the present one, which then need not be asked for again."""
    token = _reading.set(edition)
    try:
        yield
    finally:
        _reading.reset(token)


def present() -> Filing:
    """Return the filing as it stands now: one query where nothing has changed since the last page."""
    global _held  # noqa: PLW0603 one for the process; replaced whole, never changed
    held = _held
    latest = _reading.get() or Edition.objects.latest_one()
    if latest is None:
        return Filing()
    if latest.mark == held.mark:
        return held
    with _fetching:
        if Edition.objects.filter(pk=held.number, mark=held.mark).exists():
            since = Posting.objects.filter(edition__gt=held.number)
        else:  # too long ago, or of another database
            held, since = Filing(), Posting.objects.all()
        _held = Filing(latest.pk, latest.mark, _brought_up_to_date(held.fields, since))
        return _held


def _brought_up_to_date(known: Mapping[str, Sets], since) -> dict[str, dict[str, BitMap]]:
    """Return known sets with those blocks replaced that have changed since."""
    changed: dict[tuple[str, str], dict[int, BitMap]] = defaultdict(dict)
    rows = since.exclude(field__in=WORDS).values_list("field", "value", "block", "events")
    for name, value, block, events in rows.iterator(chunk_size=5_000):
        changed[name, value][block] = BitMap.deserialize(bytes(events))
    fields = {name: dict(sets) for name, sets in known.items()}
    for (name, value), blocks in changed.items():
        sets = fields.setdefault(name, {})
        events = sets[value].copy() if value in sets else BitMap()
        for block, now in blocks.items():
            events.remove_range(block << BLOCK_BITS, (block + 1) << BLOCK_BITS)
            events |= now
        if events:
            sets[value] = events
        else:
            sets.pop(value, None)
    return fields
