"""How many events there are over time: bars in an SVG drawn by the server, and the same numbers as a table of links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from timeline import edtf

from .choices import Choices
from .selection import Tally

WIDTH, HEIGHT = 900, 72
WIDEST_BAR = 28.0
MOST_BARS = 120
UNITS = (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))
"""Units of time, with their months."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of time and its number of events."""

    label: str
    count: int
    url: str
    """The view narrowed to this unit."""
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars from the first to the last unit that has an event."""

    bars: tuple[Bar, ...]
    unit: str
    """month, quarter, year or decade."""
    left_out: int
    """Events that no bar counts: undated, or known only by their year, decade or century."""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def first(self) -> str:
        return self.bars[0].label

    @property
    def last(self) -> str:
        return self.bars[-1].label

    @property
    def filled(self) -> tuple[Bar, ...]:
        """Those with events, for the table."""
        return tuple(bar for bar in self.bars if bar.count)


def draw(counts: Tally, choices: Choices) -> Histogram | None:
    """Return the histogram of a view: the finest unit that needs at most 120 bars; None with fewer than two bars."""
    months = {int(key[:4]) * 12 + int(key[5:7]) - 1: n for key, n in counts.by_month.items() if key[5:7] != "00"}
    vague = {int(key[:4]): n for key, n in counts.by_month.items() if key[5:7] == "00"}
    years = [month // 12 for month in months] + list(vague)
    if not years:
        return None
    for unit, size in UNITS:
        binned = _bin(months, vague, size)
        if binned and max(binned) - min(binned) < MOST_BARS:
            return _draw(binned, unit, size, counts, choices)
    return _draw(binned, unit, size, counts, choices)


def _bin(months: dict[int, int], vague: dict[int, int], size: int) -> Counter[int]:
    """Count events by units of so many months; those known by their year only count where a year fits in."""
    binned: Counter[int] = Counter()
    for month, number in months.items():
        binned[month // size] += number
    if size >= 12:
        for year, number in vague.items():
            binned[year * 12 // size] += number
    return binned


def _draw(binned: Counter[int], unit: str, size: int, counts: Tally, choices: Choices) -> Histogram | None:
    first, last = min(binned), max(binned)
    if last - first < 1:
        return None
    bars = _bars(binned, range(first, last + 1), unit, size, choices)
    return Histogram(bars, unit, counts.total - sum(binned.values()))


def _bars(binned: Counter[int], units: range, unit: str, size: int, choices: Choices) -> tuple[Bar, ...]:
    most = max(binned.values())
    step = WIDTH / len(units)
    width = min(step - min(2.0, step * 0.2), WIDEST_BAR)
    bars = []
    for place, number in enumerate(units):
        count = binned[number]
        height = max(round(count / most * (HEIGHT - 4), 1), 3) if count else 0
        label, span = _name(number * size, unit)
        bars.append(
            Bar(
                label=label,
                count=count,
                url=choices.instead(from_=span[0], to=span[1]) if count else "",
                x=f"{place * step + (step - width) / 2:.1f}",
                y=f"{HEIGHT - height:.1f}",
                width=f"{width:.1f}",
                height=f"{height:.1f}",
            )
        )
    return tuple(bars)


def _name(month: int, unit: str) -> tuple[str, tuple[str, str]]:
    """Return how a unit that begins with this month is called, and its from and to."""
    year, number = divmod(month, 12)
    start = date(year, number + 1, 1)
    if unit == "month":
        text = f"{start:%Y-%m}"
        return edtf.display(text, style="short"), (text, text)
    if unit == "quarter":
        return f"{edtf.MONTHS[number][:3]}–{edtf.MONTHS[number + 2][:3]} {year}", (
            f"{year:04d}-{number + 1:02d}",
            f"{year:04d}-{number + 3:02d}",
        )
    if unit == "year":
        return str(year), (f"{year:04d}", f"{year:04d}")
    return f"{year}s", (f"{year // 10:03d}X", f"{year // 10:03d}X")
