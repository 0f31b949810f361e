"""Who takes part in events, as settled: participations and the passages that say so, for many events at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import reduce
from operator import or_
from typing import Protocol

from django.db.models import Q

from timeline.models import Actor, Event, Mention, Participation

from .settle import Settled


class Cast(Protocol):
    """Who is behind each slug that mentions name."""

    def __getitem__(self, slug: str) -> Actor: ...


class Parts:
    """The participations of the events that are being settled, and the passages that say so: read and written at
    once for all of them."""

    def __init__(self, events: Collection[int]) -> None:
        self._rows = Participation.passages.through
        self._kept: dict[int, list[Participation]] = defaultdict(list)
        for part in Participation.objects.filter(event__in=events):
            self._kept[part.event_id].append(part)
        self._said: dict[int, set[int]] = defaultdict(set)
        said = self._rows.objects.filter(participation__event__in=events)
        for part, passage in said.values_list("participation", "passage"):
            self._said[part].add(passage)
        self._fresh: list[Participation] = []
        self._passages: list[tuple[Participation, set[int]]] = []
        self._gone: list[int] = []

    def settle(self, event: Event, settled: Settled, said: Sequence[Mention], cast: Cast) -> bool:
        """Let the event's participations be those that were settled; return whether any comes or goes."""
        named = [cast[row["actor"]] for m in said for row in m.parties]
        actor_of = {(actor.name, actor.kind): actor for actor in named}
        wanted: dict[int, str] = {}
        for party in settled.parties:
            wanted.setdefault(actor_of[party.name, str(party.kind)].pk, str(party.role))
        passages: dict[int, set[int]] = defaultdict(set)
        for mention in said:
            for row in mention.parties:
                passages[cast[row["actor"]].pk].add(mention.passage_id)
        kept = {(part.actor_id, part.role): part for part in self._kept[event.pk]}
        gone = [part.pk for key, part in kept.items() if key not in wanted.items()]
        fresh = [
            Participation(event=event, actor_id=actor, role=role)
            for actor, role in wanted.items()
            if (actor, role) not in kept
        ]
        standing = [*fresh, *(part for key, part in kept.items() if key in wanted.items())]
        self._gone += gone
        self._fresh += fresh
        self._passages += [(part, passages[part.actor_id]) for part in standing]
        return bool(gone or fresh)

    def write(self) -> None:
        """Write what has changed."""
        Participation.objects.filter(pk__in=self._gone).delete()
        Participation.objects.bulk_create(self._fresh)
        have = {(part.pk, passage) for part, _ in self._passages for passage in self._said.get(part.pk, ())}
        want = {(part.pk, passage) for part, passages in self._passages for passage in passages}
        if stale := have - want:
            doomed = (Q(participation=part, passage=passage) for part, passage in stale)
            self._rows.objects.filter(reduce(or_, doomed)).delete()
        self._rows.objects.bulk_create(
            [self._rows(participation_id=part, passage_id=passage) for part, passage in sorted(want - have)]
        )
