"""Linking: from mentions to events. Gathers what may belong together, asks `sameness`, and settles the outcome.

What is written depends only on the set of mentions and the decisions of editors: everything that could be linked to
what is new is gathered first, and then linked afresh in canonical order.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import Q
from simple_history.utils import bulk_create_with_history

from timeline.models import ACTS, Action, Decision, Event, Mention, Review, Status
from timeline.parser import reading as parsed
from timeline.rules import CHANGES

from .filing import file_events
from .gathering import gather, of_groups
from .parts import Parts
from .sameness import Telling, cluster
from .settle import Settled, settle
from .tellings import Cast, facts_of, telling_id, tellings_of
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


def link(mentions: Iterable[Mention], cast: Cast | None = None, *, whole: bool = False) -> Linked:
    """Link these mentions, with all that their coming may touch, and settle every event concerned.

    Must run under `chronology_lock`. Mentions are already stored. `whole` says that they are all that a source tells
    and that none has an event yet, `cast` who is known already.
    """
    cast = cast or Cast()
    seeds = list(mentions)
    block = gather(seeds, cast, whole=whole)
    if not block:
        return Linked(frozenset(), frozenset(), frozenset())
    tellings = {telling.id: telling for telling in tellings_of(block, cast)}
    clusters = cluster(tellings.values(), _apart(block))
    by_telling: dict[tuple, list[Mention]] = defaultdict(list)
    for mention in block:
        by_telling[telling_id(mention)].append(mention)
    homes = _assign(clusters, by_telling)
    before = {mention.pk: mention.event_id for mention in block}
    new: set[int] = set()
    seeded = {m.pk for m in seeds}
    touched: set[int] = set()
    moved: list[Mention] = []
    said_of = [[mention for telling in members for mention in by_telling[telling.id]] for members in clusters]
    fresh = iter(_new_events([said for said, home in zip(said_of, homes, strict=True) if home is None], cast))
    tombstones = _rejected({mention.event_id for mention in block if mention.pinned})
    for said, event_id in zip(said_of, homes, strict=True):
        if event_id is None:
            event_id = next(fresh).pk
            new.add(event_id)
        rejected = any(m.pinned and before[m.pk] in tombstones for m in said)
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
    changed = settle_events(touched, cast, _said_in(block, before), new)
    arrived = {m.event_id for m in moved}
    return Linked(frozenset(new), frozenset(arrived - new), frozenset(changed - arrived - new))


def _rejected(events: Iterable[int | None]) -> set[int]:
    events = set(events) - {None}
    if not events:
        return set()
    return set(Event.objects.filter(pk__in=events, review=Review.REJECTED).values_list("pk", flat=True))


def _said_in(block: Sequence[Mention], before: Mapping[int, int | None]) -> dict[int, list[Mention]]:
    """Return for every event of a block its live mentions, in reading order: a block has all mentions of its events."""
    said: dict[int, list[Mention]] = {event: [] for event in before.values() if event}
    for mention in sorted(block, key=_reading_order):
        said.setdefault(mention.event_id, [])
        if not mention.queued:
            said[mention.event_id].append(mention)
    return said


def _reading_order(mention: Mention) -> tuple:
    """As `MentionQuerySet.in_reading_order`: unknown days first, orphaned passages last."""
    source, start = mention.source, mention.passage.start
    return (source.published_on or date.min, source.sha256, start is None, start or 0)


def _acts_about(moved: Iterable[Mention]) -> set[int]:
    """Return the events that are acts about something that has moved: they must point to where it went."""
    wanted: dict[int, set[int]] = defaultdict(set)
    for mention in moved:
        wanted[mention.source_id].add(mention.group)
    condition = Q(pk__in=[])
    for source, groups in wanted.items():
        condition |= Q(source=source, concerns_group__in=groups)
    return set(Mention.objects.filter(condition, event__isnull=False).values_list("event", flat=True))


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
    cast.learn_states({mention.country for said in groups for mention in said})
    for said, first, uid in zip(groups, firsts, uids, strict=True):
        while str(uid) in taken or (uid not in uids and Event.objects.filter(uid=uid).exists()):
            uid = uuid.uuid5(uid, first.key)
        taken.add(str(uid))
        event = Event(uid=str(uid), voices=0)
        said = sorted(said, key=_reading_order)
        _let_be(event, _settled(said, cast), said, cast)
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


def settle_events(
    events: Iterable[int],
    cast: Cast | None = None,
    known: Mapping[int, Sequence[Mention]] = {},
    fresh: Collection[int] = (),
) -> set[int]:
    """Settle these events from their live mentions, locked fields excepted; return those that changed.

    First all fields, then `concerns`, which points from one settled event to another. `known` has events whose live
    mentions are at hand, in reading order; `fresh` are those that have just been made of them.
    """
    cast = cast or Cast()
    ids = sorted(set(events))
    _touch(ids)
    said = {pk: list(known[pk]) for pk in ids if pk in known}
    if asked := [pk for pk in ids if pk not in known]:
        live = Mention.objects.live().filter(event__in=asked).select_related("source__copy_of", "passage")
        for mention in live.defer(*_TEXTS).in_reading_order():
            said.setdefault(mention.event_id, []).append(mention)
    cast.learn_of(m for mentions in said.values() for m in mentions)
    about = _about(said)
    changed = set()
    kept = Event.objects.in_bulk(ids)
    parts = Parts(ids)
    cast.learn_states({mention.country for mentions in said.values() for mention in mentions})
    for pk in ids:
        if _settle_event(kept[pk], said.get(pk, []), cast, parts, about.get(pk), pk in fresh):
            changed.add(pk)
    parts.write()
    return changed


_TEXTS = ("source__text", "source__raw", "source__copy_of__text", "source__copy_of__raw")
"""What settling does not need of the sources of hundreds of mentions."""


def _settled(said: Sequence[Mention], cast: Cast) -> Settled:
    """Settle mentions, once for as long as no mention changes."""
    numbers = tuple(mention.pk for mention in said)
    if numbers not in cast.settled:
        cast.settled[numbers] = settle([facts_of(m, cast) for m in said])
    return cast.settled[numbers]


def _about(said: dict[int, list[Mention]]) -> dict[int, int]:
    """Return for each event that is an act the encounter that most of its mentions are about."""
    wanted = {(m.source_id, m.concerns_group) for ms in said.values() for m in ms if m.concerns_group is not None}
    if not wanted:
        return {}
    homes = {
        (source, group): event
        for source, group, event in Mention.objects.filter(of_groups(wanted), event__isnull=False).values_list(
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


def _settle_event(
    event: Event, said: Sequence[Mention], cast: Cast, parts: Parts, concerns: int | None, is_fresh: bool
) -> bool:
    """Bring one event in line with its mentions; return whether anything that readers see has changed."""
    before = _visible(event)
    if not said:
        if event.is_public or event.voices:
            event.is_public, event.voices = False, 0
            _save(event, CHANGES["unsourced"])
            return True
        return False
    settled = _settled(said, cast)
    parties_changed = "actors" not in event.locked_fields and parts.settle(event, settled, said, cast)
    _let_be(event, settled, said, cast, concerns)
    changed = _visible(event) != before
    if changed and event.review == Review.ACCEPTED and (_substance(before) != _substance(_visible(event))):
        event.review = Review.CHANGED
    if changed or (parties_changed and not is_fresh):
        witnesses = _counted(len(said), "passage"), _counted(event.voices, "source")
        _save(event, CHANGES["settled"].format(*witnesses))
    return changed or parties_changed


def _let_be(event: Event, settled: Settled, said: Sequence[Mention], cast: Cast, concerns: int | None = None) -> None:
    """Let an event's fields be what was settled, but for those that an editor has locked."""
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
    if "title" not in locked:
        event.title = _title(event, settled, said)
    event.disputed_fields = [field for field in settled.disputed if field not in locked]
    event.settled_by = settled.rules
    event.voices = settled.voices
    event.merged_into = None
    event.is_public = event.review != Review.REJECTED


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
