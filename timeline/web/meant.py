"""Which actors and sources an address means: by slug or number, as links have them, or by words that somebody typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from timeline.models import Actor, ActorKind, Source

from .people import find_actors

MOST_MEANT = 5
"""Actors or sources that are named where it is not clear which is meant."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A value that means nobody, or may mean several."""

    name: str
    """Of the parameter."""
    value: str
    message: str


def actors_meant(given: Mapping[str, Sequence[str]]) -> tuple[dict[str, tuple[Actor, ...]], list[Unclear]]:
    """Return the actors of `actor`, `with` and `country`, each given by slug or by any of its names, and what is
    unclear. A merged actor stands for the one that it was merged into. They come in the order of the address, whatever
    order they were given in.
    """
    wanted = {value for name in ("actor", "with", "country") for value in given[name]}
    found: dict[str, tuple[Actor, ...]] = {"actor": (), "with": (), "country": ()}
    unclear: list[Unclear] = []
    if not wanted:
        return found, unclear
    by_slug = {a.slug: a.root for a in Actor.objects.filter(slug__in=wanted).select_related("merged_into")}
    by_name = find_actors(wanted - by_slug.keys())
    for name in found:
        chosen: dict[int, Actor] = {}
        for value in given[name]:
            meant = [by_slug[value]] if value in by_slug else by_name.get(value.lower(), [])
            if name == "country":
                meant = [actor for actor in meant if actor.kind == ActorKind.STATE]
            if len(meant) == 1:
                chosen[meant[0].pk] = meant[0]
            else:
                unclear.append(Unclear(name, value, _no_actor(name, value, meant)))
        found[name] = tuple(sorted(chosen.values(), key=lambda actor: actor.slug))
    return _plainest(found), unclear


def _plainest(found: dict[str, tuple[Actor, ...]]) -> dict[str, tuple[Actor, ...]]:
    """Return the same choice in its plainest form: whoever has to take part is no choice among several, and the first
    who has to is the actor that the others are together with."""
    anybody, together = found["actor"], found["with"]
    if set(anybody) & set(together):
        anybody = ()
    if together and not anybody:
        anybody, together = together[:1], together[1:]
    return found | {"actor": anybody, "with": together}


def _no_actor(name: str, value: str, meant: Sequence[Actor]) -> str:
    if meant:
        several = ", ".join(actor.name for actor in meant[:MOST_MEANT])
        return f"“{value}” may mean {several}. Write the full name."
    who = "state" if name == "country" else "actor"
    return f"No {who} in this chronology is called “{value[:80]}”."


def sources_meant(values: Sequence[str]) -> tuple[tuple[Source, ...], list[Unclear]]:
    """Return the sources given by their numbers, or by words that the title or publisher of only one has."""
    standing = Source.objects.standing().defer("text", "raw")
    numbers = [int(value) for value in values if _is_number(value)]
    known = standing.in_bulk(numbers) if numbers else {}
    chosen: dict[int, Source] = {}
    unclear: list[Unclear] = []
    for value in values:
        if _is_number(value):
            meant = [known[int(value)]] if int(value) in known else []
        else:
            called = Q(title__icontains=value) | Q(publisher__icontains=value)
            meant = list(standing.filter(called).newest_first()[: MOST_MEANT + 1])
            meant = [source for source in meant if source.title.lower() == value.lower()] or meant
        if len(meant) == 1:
            chosen[meant[0].pk] = meant[0]
        else:
            unclear.append(Unclear("source", value, _no_source(value, meant)))
    return tuple(sorted(chosen.values(), key=lambda source: str(source.pk))), unclear


def _is_number(value: str) -> bool:
    return value.isdecimal() and len(value) < 19


def _no_source(value: str, meant: Sequence[Source]) -> str:
    if meant:
        several = ", ".join(f"“{source}”" for source in meant[:MOST_MEANT])
        more = " and others" if len(meant) > MOST_MEANT else ""
        return f"“{value[:60]}” may mean {several}{more}. Write more of the title."
    if value.isdecimal():
        return f"There is no source number “{value[:60]}”."
    return f"No source has “{value[:60]}” in its title or publisher."
