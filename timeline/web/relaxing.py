"""What to give up where nothing was found: the choices without which there would be something, and how much."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from timeline.models import Event

from .choices import Choices
from .selection import select

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
}
"""What a reader would call the choices, and their parameters."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A view with one choice less, and how many events it has."""

    label: str
    count: int
    url: str


def ways_out(choices: Choices) -> list[WayOut]:
    """Return the views with one choice less that are not empty, the fullest first; one query."""
    chosen = {name for name, _ in choices.choosing}
    groups = [(label, names) for label, names in GROUPS.items() if chosen.intersection(names)]
    if not groups:
        return []
    counts = Event.objects.public().aggregate(
        **{
            f"group{number}": Count("pk", filter=Q(pk__in=select(choices, without=names).values("pk")))
            for number, (_, names) in enumerate(groups)
        }
    )
    found = [
        WayOut(label, counts[f"group{number}"], choices.without(*names)) for number, (label, names) in enumerate(groups)
    ]
    return sorted((way for way in found if way.count), key=lambda way: -way.count)[:MOST]
