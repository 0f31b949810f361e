"""What to give up where nothing was found: the choices without which there would be something, and how much."""

from __future__ import annotations

from dataclasses import dataclass

from .choices import Choices
from .selection import Found

MOST = 3
"""Ways out that are offered."""

GROUPS: dict[str, tuple[str, ...]] = {
    "the dates": ("from", "to", "certain"),
    "the type": ("kind",),
    "the status": ("status",),
    "the search": ("q",),
    "the other actor": ("with",),
    "the actor": ("actor",),
    "the country": ("country",),
    "the place": ("place",),
    "the source": ("source",),
    "the basis": ("basis",),
    "the confidence": ("confidence",),
    "the review": ("review",),
    "“sources differ”": ("disputed",),
}
"""What a reader would call the choices, and their parameters."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A view with one choice less, and how many events it has."""

    label: str
    count: int
    url: str


def ways_out(choices: Choices, found: Found) -> list[WayOut]:
    """Return the views with one choice less that are not empty, the fullest first."""
    chosen = {name for name, _ in choices.choosing}
    groups = [(label, names) for label, names in GROUPS.items() if chosen.intersection(names)]
    ways = [WayOut(label, len(found.counted(*names)), choices.without(*names)) for label, names in groups]
    return sorted((way for way in ways if way.count), key=lambda way: -way.count)[:MOST]
