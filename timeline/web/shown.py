"""How dates and statuses are put to readers: the tightest honest words, and never a false day or a false "held"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline import edtf
from timeline.models import ENCOUNTERS, Basis, Event, Mention, Status


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date as a page shows it."""

    text: str
    """As long as it needs to stand alone: "25–28 March 2018", or "undated"."""
    brief: str
    """Under a heading that names its year: "25–28 Mar"."""
    machine: str = ""
    """For the `datetime` attribute, where the date is one day, month or year; else empty."""
    exact: bool = True
    """False where it is no single day or range of days."""
    words: str = ""
    """The source's own words, where they differ from what is shown."""
    note: str = ""
    """"day not known" and the like."""


UNDATED = ShownDate("undated", "undated", exact=False)

_ENDS_WITH_MONTH = re.compile(rf"(?:{'|'.join(name[:3] for name in edtf.MONTHS)})$")


def show_date(when: str, words: str = "", *, relative: bool = False) -> ShownDate:
    """Return how EDTF text (empty for undated) is shown, with the source's words where these are not the same thing."""
    if not when:
        return ShownDate(UNDATED.text, UNDATED.brief, exact=False, words=words)
    read = edtf.parse(when)
    short = edtf.display(when, style="short")
    brief = _without_year(short, read)
    exact = read.shape != "within" and not (read.approximate or read.uncertain) and _in_days(read)
    single = read.shape == "date" and read.precision in ("day", "month", "year")
    note = ""
    if single and read.precision == "month":
        note, brief = "day not known", edtf.display(when).rpartition(" ")[0] or brief
    elif single and read.precision == "year":
        note = "month not known"
    return ShownDate(
        text=edtf.display(when),
        brief=brief,
        machine=read.text.rstrip("~?%") if single else "",
        exact=exact,
        words=words if (relative or not exact) and not _says_the_same(words, edtf.display(when)) else "",
        note=note,
    )


_IDLE_WORDS = frozenset({"on", "in", "the", "of", "from", "to", "and", "between"})


def _says_the_same(words: str, shown: str) -> bool:
    """True where the source's words add nothing to what is shown: "around March 27" beside "around 27 March 2018"."""
    return _core(words) <= _core(shown)


def _core(words: str) -> set[str]:
    parts = re.findall(r"[^\W\d_]+|\d+", words.lower())
    months = {name[:3].lower(): name.lower() for name in edtf.MONTHS}
    full = {months.get(part, part) if len(part) == 3 else part for part in parts}
    return full - _IDLE_WORDS - {"st", "nd", "rd", "th"}


def _in_days(read: edtf.Edtf) -> bool:
    ends = [point for point in (read.start, read.end) if point]
    return len(ends) == 2 and all(point.precision == "day" for point in ends)


def _without_year(short: str, read: edtf.Edtf) -> str:
    """Drop the year that the heading above says: "25–28 Mar 2018" is "25–28 Mar", while "2018" stays."""
    head = read.start or read.end
    year = f" {head.year:04d}" if head else ""
    if year and short.endswith(year) and _ENDS_WITH_MONTH.search(short.removesuffix(year)):
        return short.removesuffix(year)
    return short


def date_of(event: Event, mentions: Sequence[Mention] = ()) -> ShownDate:
    """Return an event's date as shown; its wording is that of the first mention with the same date."""
    for mention in mentions:
        if mention.when == event.when and mention.when_words:
            return show_date(event.when, mention.when_words, relative=mention.relative)
    return show_date(event.when)


@dataclass(frozen=True, slots=True)
class ShownState:
    """What became of an event: always a word, a shape and a colour."""

    word: str
    """"Held"; empty for an act that has happened."""
    glyph: str
    """Name of the shape and of the colour: a status, or "act"."""
    basis: str = ""
    """"reported" or "denied", which draws a dashed ring around the shape."""
    struck: bool = False
    """The title is struck through."""


def state_of(event: Event | Mention, today: date | None = None) -> ShownState:
    """Return an event's status in words; `today` decides whether a plan lies behind.

    A mention is shown as it was told, whatever the day.
    """
    basis = "" if event.basis == Basis.STATED else event.basis
    if event.kind not in ENCOUNTERS and event.status == Status.HELD:
        return ShownState("", "act", basis)
    word = Status(event.status).label.capitalize()
    if event.status == Status.ONGOING:
        word = "Ongoing when reported"
    elif event.status == Status.PLANNED and today and is_past(event, today):
        word = "Planned, outcome not recorded"
    return ShownState(word, event.status, basis, struck=event.status == Status.CANCELLED)


def is_past(event: Event, today: date) -> bool:
    """True where the last day on which it can fall lies before `today`."""
    latest = getattr(event, "latest", None)
    return latest is not None and latest < today
