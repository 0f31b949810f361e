"""Linking: from mentions to events. Gathers what may belong together, asks `sameness`, and settles the outcome.

What is written depends only on the set of mentions and the decisions of editors: everything that could be linked to
what is new is gathered first, and then linked afresh in canonical order.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db import connection, transaction
from django.db.models import Q
from simple_history.utils import bulk_create_with_history

from timeline.models import (
    ACTS,
    Action,
    Actor,
    ActorKind,
    Decision,
    Event,
    Kind,
    Mention,
    PublishedHow,
    Review,
    Role,
    Status,
)
from timeline.parser import reading as parsed
from timeline.rules import CHANGES

from .cast import actors_for, vocabulary_actors
from .filing import file_events
from .parts import Parts
from .sameness import LONGEST_WINDOW, Telling, cluster, kinds_alike, likeness
from .settle import PUT_BACK_ON, MentionFacts, Settled, settle
from .titles import compose_title

LINKING_LOCK = 0x41694465  # "AiDe": the one lock under which the chronology changes
EVENT_NAMESPACE = uuid.UUID("5b6f2b0e-6a4c-5b8e-9c8a-2f4d1f0a7c11")


_touched: ContextVar[set[int] | None] = ContextVar("touched", default=None)
"""The events that the transaction under way has touched; None outside of one."""


@contextmanager
def chronology_lock():
    """One writer at a time: a transaction that holds the chronology's lock to its end.

    SQLite takes its write lock as the transaction begins; PostgreSQL has an advisory lock for it. At the end, all
    events that were touched are filed anew.
    """
    if _touched.get() is not None:  # within another that will do all this
        with transaction.atomic():
            yield
        return
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LINKING_LOCK])
        begun = _touched.set(set())
        try:
            yield
            file_events(_touched.get())
        finally:
            _touched.reset(begun)


def _touch(events: Iterable[int]) -> None:
    """Note that these events may have to be filed anew."""
    touched = _touched.get()
    if touched is None:
        file_events(events)
    else:
        touched.update(events)


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking did: events by what became of them."""

    new: frozenset[int]
    joined: frozenset[int]
    changed: frozenset[int]


def facts_of(mention: Mention, cast: Cast | None = None) -> MentionFacts:
    """Return what a stored mention says, as settling takes it. Needs its source and passage at hand.

    Parties go by the names that their actors are shown by. For many mentions give `Cast.of` them.
    """
    cast = cast or Cast.of([mention])
    source = mention.source
    return MentionFacts(
        key=mention.key,
        voice=source.copy_of.sha256 if source.copy_of_id else source.sha256,
        kind=parsed.Kind(mention.kind),
        status=parsed.Status(mention.status),
        basis=parsed.Basis(mention.basis),
        confidence=parsed.Confidence(mention.confidence),
        when=mention.when or None,
        when_words=mention.when_words,
        parties=tuple(party_of(row, cast) for row in mention.parties),
        place=mention.place,
        country=mention.country,
        named=mention.named,
        occasions=mention.occasions,
        published=source.published_on,
        inferred=mention.relative and source.published_how == PublishedHow.INFERRED,
        start=mention.passage.start or 0,
        put_back_on=any(reason["rule"] == PUT_BACK_ON for reason in mention.reasons),
    )


def party_of(row: dict, cast: Cast) -> parsed.Party:
    """Return a party as `Mention.parties` keeps it, by the name of the actor it is: an editor's correction of the
    name, or a merge, holds wherever it is named."""
    actor = cast[row["actor"]]
    return parsed.Party(
        name=actor.name,
        kind=parsed.ActorKind(actor.kind),
        role=parsed.Role(row["role"]),
        start=row["start"],
        end=row["end"],
        state=cast[row["serves"]].name if row.get("serves") else row.get("state", ""),
        office=row.get("office", ""),
        known=row.get("known", False),
    )


class Cast:
    """The actors behind the slugs that mentions name, merged ones followed to whom they were merged into."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._states: dict[str, Actor] = {}

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Cast:
        """Return those that these mentions name."""
        cast = cls()
        cast.learn_of(mentions)
        return cast

    def learn_of(self, mentions: Iterable[Mention]) -> None:
        """Look up all that these mentions name, the bodies they serve included."""
        rows = [row for mention in mentions for row in mention.parties]
        self.learn({row["actor"] for row in rows} | {row["serves"] for row in rows if row.get("serves")})

    def learn(self, slugs: Collection[str]) -> None:
        """Look up those not yet known, in one query."""
        if missing := set(slugs) - self._actors.keys():
            found = Actor.objects.filter(slug__in=missing).select_related("merged_into__merged_into", "affiliation")
            self._actors |= {actor.slug: actor for actor in found}

    def __getitem__(self, slug: str) -> Actor:
        return self._actors[slug].root

    def state(self, name: str) -> Actor | None:
        """Return the state of the vocabulary that is called so, made where it is not kept yet; None for any other."""
        self.learn_states({name})
        return self._states.get(name)

    def learn_states(self, names: Collection[str]) -> None:
        """Look up those states of the vocabulary that are not yet known, in one query."""
        missing = sorted(
            name for name in set(names) - self._states.keys() if (name, ActorKind.STATE) in vocabulary_actors()
        )
        if missing:
            found = actors_for(_as_state(name) for name in missing)
            self._states |= {name: found[name, "state"] for name in missing}


def _as_state(name: str) -> parsed.Party:
    return parsed.Party(name, parsed.ActorKind.STATE, parsed.Role.PARTICIPANT, 0, 0)


def link(mentions: Iterable[Mention]) -> Linked:
    """Link these mentions, with all that their coming may touch, and settle every event concerned.

    Must run under `chronology_lock`. Mentions are already stored.
    """
    cast = Cast()
    seeds = list(mentions)
    block = _gather(seeds, cast)
    if not block:
        return Linked(frozenset(), frozenset(), frozenset())
    tellings = {telling.id: telling for telling in _tellings(block, cast)}
    clusters = cluster(tellings.values(), _apart(block))
    by_telling: dict[tuple, list[Mention]] = defaultdict(list)
    for mention in block:
        by_telling[_telling_id(mention)].append(mention)
    homes = _assign(clusters, by_telling)
    before = {mention.pk: mention.event_id for mention in block}
    new: set[int] = set()
    seeded = {m.pk for m in seeds}
    touched: set[int] = set()
    moved: list[Mention] = []
    said_of = [[mention for telling in members for mention in by_telling[telling.id]] for members in clusters]
    fresh = iter(_new_events([said for said, home in zip(said_of, homes, strict=True) if home is None], cast))
    for said, event_id in zip(said_of, homes, strict=True):
        if event_id is None:
            event_id = next(fresh).pk
            new.add(event_id)
        rejected = any(m.pinned and m.event.review == Review.REJECTED for m in said)
        for mention in said:
            queued = rejected and not mention.pinned
            if mention.pk in seeded:
                touched |= {event_id, before[mention.pk] or event_id}
            if mention.event_id != event_id or mention.queued != queued:
                touched |= {event_id, before[mention.pk] or event_id}
                mention.event_id, mention.queued = event_id, queued
                moved.append(mention)
    Mention.objects.bulk_update(moved, ["event", "queued"], batch_size=500)
    _leave_signposts(before, block)
    touched |= _acts_about(moved)
    changed = settle_events(touched, cast)
    arrived = {m.event_id for m in moved}
    return Linked(frozenset(new), frozenset(arrived - new), frozenset(changed - arrived - new))


def _acts_about(moved: Iterable[Mention]) -> set[int]:
    """Return the events that are acts about something that has moved: they must point to where it went."""
    wanted: dict[int, set[int]] = defaultdict(set)
    for mention in moved:
        wanted[mention.source_id].add(mention.group)
    condition = Q(pk__in=[])
    for source, groups in wanted.items():
        condition |= Q(source=source, concerns_group__in=groups)
    return set(Mention.objects.filter(condition, event__isnull=False).values_list("event", flat=True))


def _telling_id(mention: Mention) -> tuple[str, int, int]:
    return (mention.source.sha256, mention.group, mention.event_id if mention.pinned else 0)


_TEXTS = ("source__text", "source__raw", "source__copy_of__text", "source__copy_of__raw")
"""What linking does not need of the sources of hundreds of mentions."""


def _stored(condition: Q) -> list[Mention]:
    """Return mentions with all that linking needs of them, queued ones included."""
    return list(
        Mention.objects.filter(condition, Q(found=True) | Q(pinned=True), source__withdrawn_at=None)
        .select_related("source__copy_of", "passage", "event")
        .defer(*_TEXTS)
        .order_by("id")
    )


def _gather(seeds: Sequence[Mention], cast: Cast) -> list[Mention]:
    """Return the seeds with everything that could be linked to them, and to that, and so on: a closed block.

    What is in reach by index is held against `likeness`, so that the block grows along real likenesses only, and
    with each telling come all mentions of its event.
    """
    block: dict[int, Mention] = {}
    events = {m.event_id for m in seeds if m.event_id}
    frontier = _stored(_of_groups({(m.source_id, m.group) for m in seeds}) | Q(event__in=events))
    while frontier:
        fresh = [m for m in frontier if m.pk not in block]
        block |= {m.pk: m for m in fresh}
        tellings = _tellings(fresh, cast)
        candidates = _stored(_of_groups(_neighbours(tellings) - {(m.source_id, m.group) for m in block.values()}))
        alike = {t.id for t in _tellings(candidates, cast) if any(likeness(t, known) > 0 for known in tellings)}
        joining = [m for m in candidates if _telling_id(m) in alike]
        groups = {(m.source_id, m.group) for m in [*fresh, *joining]}
        events = {m.event_id for m in [*fresh, *joining] if m.event_id}
        frontier = _stored((_of_groups(groups) | Q(event__in=events)) & ~Q(pk__in=list(block)))
    return list(block.values())


def _of_groups(groups: Collection[tuple[int, int]]) -> Q:
    wanted: dict[int, set[int]] = defaultdict(set)
    for source, group in groups:
        wanted[source].add(group)
    condition = Q(pk__in=[])
    for source, numbers in wanted.items():
        condition |= Q(source=source, group__in=numbers)
    return condition


def _neighbours(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
    """Return source and group of all that shares days and parties, town or proper name with a telling.

    It is more than `likeness` could join to it, and never less: what is asked is asked of whole groups. What shares
    days is found by index first, since some actors are in a tenth of everything.
    """
    dated = [telling for telling in tellings if telling.window]
    if not dated:
        return set()
    near = list(
        Mention.objects.filter(reduce(or_, (_sharing_days(*t.window) for t in dated)))
        .order_by()
        .values_list("pk", "source", "group", "window_start", "window_end", "kind", "place", "named")
    )
    slugs = {slug for telling in dated for slug in telling.bodies | telling.persons}
    named_by: dict[int, set[str]] = defaultdict(set)
    named = Mention.actors.through.objects.filter(mention__among=[pk for pk, *_ in near], actor__slug__in=slugs)
    for pk, slug in named.values_list("mention", "actor__slug"):
        named_by[pk].add(slug)
    found: set[tuple[int, int]] = set()
    for telling in dated:
        found |= _sharing_more(telling, near, named_by)
    return found


def _sharing_days(first: date, last: date) -> Q:
    """Return the condition for windows that share a day with these, bounded on both sides so that an index serves."""
    since = first - LONGEST_WINDOW if first > date.min + LONGEST_WINDOW else date.min
    return Q(window_start__range=(since, last), window_end__gte=first)


def _sharing_more(telling: Telling, near: Sequence[tuple], named_by: dict[int, set[str]]) -> set[tuple[int, int]]:
    """Return source and group of what shares days with a telling, and besides its kind, as far as that matters, and
    enough parties, its town or its name."""
    first, last = telling.window
    parties = telling.bodies | telling.persons
    towns = [part.strip().casefold() for part in telling.said.place.split(",")] if telling.anchored else []
    towns = [town for town in towns if town in telling.towns]
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    found = set()
    for pk, source, group, start, end, kind, place, named in near:
        if start > last or end < first:
            continue
        kinds[source, group].add(kind)
        shared[source, group] |= named_by.get(pk, set()) & parties
        if (towns and any(town in place.casefold() for town in towns)) or (
            telling.named and named.casefold() == telling.named.casefold()
        ):
            found.add((source, group))
    found |= {group for group, common in shared.items() if len(common) >= _parties_needed(telling, kinds[group])}
    alike = kinds_alike(telling.said.kind)
    return {group for group in found if not alike.isdisjoint(kinds[group])}


def _parties_needed(telling: Telling, kinds: Collection[str]) -> int:
    """Return how many parties a group that says these kinds must share with a telling: two, but for acts and visits."""
    one_will_do = not telling.is_encounter or (telling.said.kind == Kind.VISIT and Kind.VISIT in kinds)
    return 1 if one_will_do or len(telling.bodies | telling.persons) < 2 else 2


def _tellings(mentions: Iterable[Mention], cast: Cast) -> list[Telling]:
    """Return the tellings that mentions make up: those of one source, group and pinned event are one."""
    gathered: dict[tuple[str, int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        gathered[_telling_id(mention)].append(mention)
    cast.learn_of(m for said in gathered.values() for m in said)
    return [_telling(key, said, cast) for key, said in gathered.items()]


def _telling(key: tuple[str, int, int], said: Sequence[Mention], cast: Cast) -> Telling:
    persons: set[str] = set()
    bodies: set[str] = set()
    serves: set[tuple[str, str]] = set()
    hosts: set[str] = set()
    doers: set[str] = set()
    for mention in said:
        for row in mention.parties:
            slug = cast[row["actor"]].slug
            served = cast[row["serves"]].slug if row.get("serves") else ""
            if row["kind"] == ActorKind.PERSON:
                persons.add(slug)
            else:
                bodies.add(slug)
            if served:
                bodies.add(served)
                serves.add((slug, served))
            both = {slug, served} - {""}
            if row["role"] == Role.HOST:
                hosts |= both
            if row["role"] in (Role.INITIATOR, Role.PARTICIPANT, Role.HOST):
                doers |= both
    settled = settle([facts_of(m, cast) for m in said])
    words = {w for m in said for w in m.passage.exact.casefold().split() if len(w) > 4}
    return Telling(
        source=key[0],
        group=key[1],
        pinned=key[2],
        published=said[0].source.published_on,
        said=settled,
        persons=frozenset(persons),
        bodies=frozenset(bodies),
        serves=tuple(sorted(serves)),
        travellers=frozenset((persons | bodies) - hosts),
        doers=frozenset(doers or persons | bodies),
        named=next((m.named for m in said if m.named), ""),
        words=frozenset(words),
        event=said[0].event_id,
    )


def set_windows(mentions: Sequence[Mention]) -> None:
    """Set on each mention (not saved) the days on which its telling could be linked, so that an index finds it."""
    cast = Cast()
    windows = {t.id: t.window for t in _tellings(mentions, cast)}
    for mention in mentions:
        window = windows[_telling_id(mention)]
        mention.window_start, mention.window_end = window or (None, None)


def _apart(block: Sequence[Mention]) -> frozenset[frozenset[int]]:
    """Return the pairs of events that an editor has declared not the same."""
    events = {m.event_id for m in block if m.pinned}
    pairs = Decision.objects.in_force().filter(
        action__in=[Action.APART, Action.SPLIT], event__in=events, other_event__in=events
    )
    return frozenset(frozenset(pair) for pair in pairs.values_list("event", "other_event"))


def _assign(clusters: Sequence[tuple[Telling, ...]], by_telling: dict[tuple, list[Mention]]) -> list[int | None]:
    """Return for every cluster the event it keeps, or None where it needs a new one.

    An event goes to the cluster that an editor tied to it, else to the one that has most of its mentions; of equals
    to the one that comes first in canonical order.
    """
    claims = []
    for position, members in enumerate(clusters):
        held = Counter(m.event_id for t in members for m in by_telling[t.id] if m.event_id)
        pins = {t.pinned for t in members if t.pinned}
        claims += [(event not in pins, -count, position, event) for event, count in held.items()]
    homes: list[int | None] = [None] * len(clusters)
    taken: set[int] = set()
    for _, _, position, event in sorted(claims):
        if homes[position] is None and event not in taken:
            homes[position] = event
            taken.add(event)
    return homes


def _new_events(groups: Sequence[Sequence[Mention]], cast: Cast) -> list[Event]:
    """Make an event for each group of mentions that has none; its identifier follows from the first of them."""
    if not groups:
        return []
    firsts = [min(said, key=_publication) for said in groups]
    uids = [uuid.uuid5(EVENT_NAMESPACE, first.key) for first in firsts]
    taken = set(Event.objects.filter(uid__in=map(str, uids)).values_list("uid", flat=True))
    events = []
    for said, first, uid in zip(groups, firsts, uids, strict=True):
        while str(uid) in taken or (uid not in uids and Event.objects.filter(uid=uid).exists()):
            uid = uuid.uuid5(uid, first.key)
        taken.add(str(uid))
        event = Event(uid=str(uid), **columns_of(settle([facts_of(m, cast) for m in said])))
        event.derive_dates()
        event._change_reason, event._history_user = CHANGES["made"].format(_counted(len(said), "passage")), None
        events.append(event)
    return bulk_create_with_history(events, Event)


def _publication(mention: Mention) -> tuple:
    return (mention.source.published_on is not None, mention.source.published_on, mention.key)


def columns_of(settled: Settled) -> dict:
    """Return the plain columns of an event as settled."""
    status = settled.status
    if settled.kind in ACTS and status not in (Status.HELD, Status.PLANNED):
        status = Status.HELD
    return {
        "kind": str(settled.kind),
        "status": str(status),
        "basis": str(settled.basis),
        "title": settled.title,
        "when": settled.when,
        "place": settled.place[:200],
        "occasions": settled.occasions,
        "confidence": str(settled.confidence),
    }


def _save(event: Event, why: str) -> None:
    """Save an event that has been read or settled; its history names nobody, though an editor may have set it off."""
    event._change_reason, event._history_user = why, None
    event.save()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _leave_signposts(before: dict[int, int | None], block: Sequence[Mention]) -> None:
    """Point events that have lost all mentions to where most of them went, so that their addresses still lead."""
    went: dict[int, Counter] = defaultdict(Counter)
    for mention in block:
        old = before[mention.pk]
        if old and old != mention.event_id:
            went[old][mention.event_id] += 1
    empty = Event.objects.filter(pk__in=went, mentions=None).exclude(review=Review.REJECTED)
    for event in empty:
        event.merged_into_id = min(went[event.pk], key=lambda e: (-went[event.pk][e], e))
        event.is_public, event.voices = False, 0
        _save(event, CHANGES["moved"])
    _touch(went)


def settle_events(events: Iterable[int], cast: Cast | None = None) -> set[int]:
    """Settle these events from their live mentions, locked fields excepted; return those that changed.

    First all fields, then `concerns`, which points from one settled event to another.
    """
    cast = cast or Cast()
    ids = sorted(set(events))
    _touch(ids)
    live = Mention.objects.live().filter(event__in=ids).select_related("source__copy_of", "passage")
    rows = live.defer(*_TEXTS).in_reading_order()
    said: dict[int, list[Mention]] = defaultdict(list)
    for mention in rows:
        said[mention.event_id].append(mention)
    cast.learn_of(m for mentions in said.values() for m in mentions)
    about = _about(said)
    changed = set()
    kept = Event.objects.filter(pk__in=ids).select_related("country", "merged_into").in_bulk()
    parts = Parts(ids)
    cast.learn_states({mention.country for mentions in said.values() for mention in mentions})
    for pk in ids:
        if _settle_event(kept[pk], said.get(pk, []), cast, parts, about.get(pk)):
            changed.add(pk)
    parts.write()
    return changed


def _about(said: dict[int, list[Mention]]) -> dict[int, int]:
    """Return for each event that is an act the encounter that most of its mentions are about."""
    wanted = {(m.source_id, m.concerns_group) for ms in said.values() for m in ms if m.concerns_group is not None}
    if not wanted:
        return {}
    homes = {
        (source, group): event
        for source, group, event in Mention.objects.filter(_of_groups(wanted), event__isnull=False).values_list(
            "source", "group", "event"
        )
    }
    about = {}
    for event, mentions in said.items():
        named = Counter(
            homes[key] for m in mentions if (key := (m.source_id, m.concerns_group)) in homes and homes[key] != event
        )
        if named:
            about[event] = min(named, key=lambda e: (-named[e], e))
    return about


def _settle_event(event: Event, said: Sequence[Mention], cast: Cast, parts: Parts, concerns: int | None) -> bool:
    """Bring one event in line with its mentions; return whether anything that readers see has changed."""
    before = _visible(event)
    if not said:
        if event.is_public or event.voices:
            event.is_public, event.voices = False, 0
            _save(event, CHANGES["unsourced"])
            return True
        return False
    settled = settle([facts_of(m, cast) for m in said])
    locked = set(event.locked_fields)
    for field, value in columns_of(settled).items():
        if field not in locked:
            setattr(event, field, value)
    if "country" not in locked:
        event.country = cast.state(settled.country)
    if "concerns" not in locked:
        event.concerns_id = concerns if event.kind in ACTS else None
    if event.kind in ACTS and event.status not in (Status.HELD, Status.PLANNED):
        event.status = Status.HELD
    parties_changed = "actors" not in locked and parts.settle(event, settled, said, cast)
    if "title" not in locked:
        event.title = _title(event, settled, said)
    event.disputed_fields = [field for field in settled.disputed if field not in locked]
    event.settled_by = settled.rules
    event.voices = settled.voices
    event.merged_into = None
    event.is_public = event.review != Review.REJECTED
    changed = _visible(event) != before or parties_changed
    if changed and event.review == Review.ACCEPTED and (_substance(before) != _substance(_visible(event))):
        event.review = Review.CHANGED
    if changed or parties_changed:
        witnesses = _counted(len(said), "passage"), _counted(event.voices, "source")
        _save(event, CHANGES["settled"].format(*witnesses))
    return changed


_VISIBLE = (
    "kind",
    "status",
    "basis",
    "title",
    "when",
    "place",
    "country_id",
    "occasions",
    "concerns_id",
    "confidence",
    "voices",
    "is_public",
    "merged_into_id",
)


def _visible(event: Event) -> dict:
    lists = {"disputed_fields": list(event.disputed_fields), "settled_by": dict(event.settled_by)}
    return {field: getattr(event, field) for field in _VISIBLE} | lists


def _substance(visible: dict) -> dict:
    """What an editor accepted: the fields themselves, not how many say so or how sure it is."""
    return {k: visible[k] for k in ("kind", "status", "basis", "when", "place", "country_id", "occasions")}


def _title(event: Event, settled: Settled, said: Sequence[Mention]) -> str:
    """Compose the title from the fields as they stand, an editor's included."""
    parties = settled.parties
    if "actors" in event.locked_fields:
        rows = event.participations.select_related("actor__affiliation").order_by("id")
        parties = tuple(
            parsed.Party(
                row.actor.name,
                parsed.ActorKind(row.actor.kind),
                parsed.Role(row.role),
                0,
                0,
                state=row.actor.affiliation.name if row.actor.affiliation else "",
            )
            for row in rows
        )
    named = next((m.named for m in said if m.named), "")
    return compose_title(
        parsed.Kind(event.kind), parsed.Status(event.status), parties, event.place, named, event.occasions
    )
