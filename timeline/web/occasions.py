"""How often parties met: entries that may tell of one occasion, such as a visit and the talks during it, count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pyroaring import BitMap

from timeline import edtf

WEEK = 7
"""An entry whose days are known to within so many is an occasion of its own unless it overlaps with another."""


class Meeting(Protocol):
    """What is asked of an event, or of a row of a query."""

    pk: int
    when: str
    earliest: date | None
    latest: date | None
    sort_key: str
    concerns_id: int | None


@dataclass(slots=True)
class Occasion:
    """One time that the parties met."""

    first: date | None
    last: date | None
    entries: list[Meeting]
    """That tell of it, in the order of the chronology."""

    @property
    def year(self) -> str:
        """ "2018"; empty where no year is known."""
        key = self.entries[0].sort_key
        return key[:4] if len(key) == len("2018-03-27") else ""

    def overlaps(self, meeting: Meeting) -> bool:
        """True where a meeting may have been on one of these days."""
        starts_in_time = None in (meeting.earliest, self.last) or meeting.earliest <= self.last
        ends_in_time = None in (meeting.latest, self.first) or meeting.latest >= self.first
        return starts_in_time and ends_in_time


@dataclass(frozen=True, slots=True)
class Occasions:
    """The times that parties met, as far as is known."""

    known: tuple[Occasion, ...]
    """In the order of time."""
    uncertain: tuple[Meeting, ...]
    """Entries with vaguer dates, which may tell of one of these."""


def occasions_of(meetings: Iterable[Meeting]) -> Occasions:
    """Tell the occasions of meetings apart, these being in the order of the chronology.

    Those whose days are known to within a week are put together where they overlap or are of one thread. One with a
    vaguer date counts only where none that is counted may be the same.
    """
    every = list(meetings)
    known = _Known()
    for meeting in every:
        if not _is_definite(meeting):
            continue
        same = known.first_with(meeting)
        if same is None:
            known.add(meeting)
        else:
            known.join(meeting, same)
    uncertain = []
    for meeting in sorted((m for m in every if not _is_definite(m)), key=_breadth):
        if known.may_have(meeting):
            uncertain.append(meeting)
        else:
            known.add(meeting)
    return Occasions(tuple(_in_order(known.occasions)), tuple(uncertain))


class _Known:
    """The occasions found so far, by their days and threads: some parties meet thousands of times."""

    def __init__(self) -> None:
        self.occasions: list[Occasion] = []
        self._days = BitMap()
        self._by_month: dict[int, list[int]] = defaultdict(list)
        self._by_entry: dict[int, list[int]] = defaultdict(list)
        self._by_concern: dict[int | None, list[int]] = defaultdict(list)

    def add(self, meeting: Meeting) -> None:
        """Make a meeting an occasion of its own."""
        self.occasions.append(Occasion(meeting.earliest, meeting.latest, []))
        self._note(meeting, len(self.occasions) - 1)

    def join(self, meeting: Meeting, number: int) -> None:
        """Count a meeting whose days are known to an occasion."""
        same = self.occasions[number]
        same.first, same.last = min(same.first, meeting.earliest), max(same.last, meeting.latest)
        self._note(meeting, number)

    def _note(self, meeting: Meeting, number: int) -> None:
        occasion = self.occasions[number]
        occasion.entries.append(meeting)
        self._days.add_range(*_range(occasion.first, occasion.last))
        self._by_entry[meeting.pk].append(number)
        if meeting.concerns_id is not None:
            self._by_concern[meeting.concerns_id].append(number)
        if occasion.first and occasion.last:
            for month in _months(occasion.first, occasion.last):
                self._by_month[month].append(number)

    def may_have(self, meeting: Meeting) -> bool:
        """True where one of the occasions overlaps with a meeting or is of its thread."""
        return bool(self._days.range_cardinality(*_range(meeting.earliest, meeting.latest)) or self._of_thread(meeting))

    def first_with(self, meeting: Meeting) -> int | None:
        """Return the first occasion that overlaps with a meeting whose days are known, or is of its thread."""
        near = set(self._of_thread(meeting))
        for month in _months(meeting.earliest, meeting.latest):
            near.update(n for n in self._by_month[month] if self.occasions[n].overlaps(meeting))
        return min(near, default=None)

    def _of_thread(self, meeting: Meeting) -> list[int]:
        return [*self._by_entry.get(meeting.concerns_id, ()), *self._by_concern.get(meeting.pk, ())]


def _range(first: date | None, last: date | None) -> tuple[int, int]:
    """Return the numbers of the first day and of the day after the last; open ends reach to the calendar's."""
    return (first or date.min).toordinal(), (last or date.max).toordinal() + 1


def _months(first: date, last: date) -> range:
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)


def narrowest(entries: Sequence[Meeting]) -> Meeting:
    """Return the entry that says most closely when an occasion was, and of equals the first."""
    return min(entries, key=_breadth)


def _in_order(known: Sequence[Occasion]) -> list[Occasion]:
    return sorted(known, key=lambda occasion: (occasion.entries[0].sort_key, occasion.entries[0].pk))


def _breadth(meeting: Meeting) -> int:
    """Days within the bounds; an open end is wider than any."""
    if meeting.earliest is None or meeting.latest is None:
        return date.max.toordinal()
    return (meeting.latest - meeting.earliest).days + 1


def _is_definite(meeting: Meeting) -> bool:
    """True for a meeting known to within a week, and for one that lasted longer from a known day to a known day."""
    if _breadth(meeting) <= WEEK:
        return True
    read = edtf.parse(meeting.when)
    return read.shape != "within" and all(end and end.precision == "day" for end in (read.start, read.end))
