"""What would happen: something is done to the chronology in a transaction that is taken back, and told in plain values.

What an article would do depends on everything that is there already: which events its passages would join, which
would then settle differently, where an editor's word stands. A second piece of code that foresees all this would
drift from the first; so the real thing is done, looked at, and undone. Texts are read before the lock is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from timeline.models import Actor, ActorName, Event, Mention, NameOrigin, Source, SourceKind
from timeline.parser.names import KnownName
from timeline.parser.reading import Reading

from . import ingest
from .cast import editors_names
from .linking import chronology_lock, columns_of
from .settle import settle
from .tellings import Cast, facts_of

SHOWN_SOURCES = 20
"""Articles that are read on trial when a name is added; of more only the number is told."""


class _TakenBack(Exception):
    """Raised inside a transaction to take everything in it back."""


@contextmanager
def taken_back() -> Iterator[None]:
    """Everything that is done in this block is looked at and not kept."""
    try:
        with chronology_lock():
            yield
            raise _TakenBack
    except _TakenBack:
        pass


@dataclass(frozen=True, slots=True)
class Named:
    """An event as it is told of here: some are only there while they are rehearsed."""

    pk: int
    title: str
    when: str
    new: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What one passage says, and the event that it tells of."""

    start: int | None
    end: int | None
    exact: str
    kind: str
    status: str
    basis: str
    when: str
    when_words: str
    place: str
    parties: str
    confidence: str
    event: Named | None
    queued: bool
    pinned: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """An event that would settle differently: its fields before and after, as decisions keep them."""

    event: Named
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """A field of which the sources would say something else, but that stays as an editor set it."""

    event: Named
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What doing something would change."""

    unchanged: int = 0
    """Passages that say what they said."""
    differing: tuple[Difference, ...] = ()
    standing: tuple[Standing, ...] = ()
    new: tuple[Told, ...] = ()
    lost: tuple[Told, ...] = ()
    """Passages that are no longer found; those that are pinned count all the same."""

    @property
    def nothing(self) -> bool:
        return not (self.differing or self.standing or self.new or self.lost)


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking an article in would do."""

    known: Source | None = None
    """The source that has this very text; then nothing would happen."""
    reading: Reading | None = None
    published: date | None = None
    published_how: str = ""
    copy_of: Source | None = None
    copies: tuple[Source, ...] = ()
    told: tuple[Told, ...] = ()
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def events(self) -> list[Named]:
        """The events it would tell of, each once, in the order of the text."""
        return list({told.event.pk: told.event for told in self.told if told.event}.values())

    @property
    def known_events(self) -> list[Named]:
        return [event for event in self.events if not event.new]


def rehearse_taking_in(article: ingest.Article) -> Preview:
    """Return what taking an article in would do. Raises Refused as `ingest` does."""
    if known := ingest.same_text(article):
        return Preview(known=known)
    reading = ingest.read_article(article)
    seen: dict[str, Any] = {}

    def take() -> tuple[Collection[int], Collection[int]]:
        taken = ingest.store(article, reading)
        source = taken.source
        seen.update(
            published=source.published_on,
            published_how=source.published_how,
            copy_of=source.copy_of,
            copies=tuple(source.copies.all()),
        )
        linked = taken.linked
        return linked.new | linked.joined | linked.changed, source.mentions.values_list("pk", flat=True)

    told, differing, standing = _rehearse(take)
    outcome = Outcome(differing=differing, standing=standing, new=tuple(told.values()))
    return Preview(reading=reading, outcome=outcome, told=outcome.new, **seen)


def rehearse_reading_again(source: Source) -> Outcome:
    """Return what reading a stored source again would change. Raises Refused as `reread` does."""
    reading = ingest.reading_of(source)
    return _rehearse_again([source], lambda source: ingest.reread(source, reading))


def rehearse_day(source: Source, day: date | None) -> Outcome:
    """Return what another day of publication would change. Raises Refused as `set_day` does."""
    return _rehearse_again([source], lambda source: ingest.set_day(source, day))


def rehearse_name(actor: Actor, name: str) -> tuple[Outcome, int]:
    """Return what another name of an actor would change, and how many more articles have its words.

    At most SHOWN_SOURCES articles are read on trial, those published last; reading the others again shows theirs.
    """
    sources = sources_with(name)
    shown = sources[:SHOWN_SOURCES]
    state = actor.affiliation.name if actor.affiliation else ""
    names = [*editors_names(), KnownName(name, actor.kind, actor.name, state=state, office=actor.office)]
    readings = {source.pk: ingest.reading_of(source, names) for source in shown}

    def read(source: Source) -> ingest.Reread:
        ActorName.objects.update_or_create(actor=actor, name=name, defaults={"origin": NameOrigin.EDITOR})
        return ingest.reread(source, readings[source.pk])

    return _rehearse_again(shown, read), len(sources) - len(shown)


def sources_with(name: str) -> list[Source]:
    """Return the articles in which a name stands as a word of its own, latest first."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    rows = Source.objects.standing().filter(kind=SourceKind.ARTICLE, text__contains=name).newest_first()
    return [source for source in rows.defer("raw") if word.search(source.text)]


def _rehearse_again(sources: Sequence[Source], again: Callable[[Source], ingest.Reread]) -> Outcome:
    """Return what reading sources again would change."""
    unchanged = 0
    new: list[int] = []
    lost: list[int] = []

    def read_all() -> tuple[Collection[int], Collection[int]]:
        nonlocal unchanged
        events: set[int] = set()
        for source in sources:
            found = dict(source.mentions.values_list("pk", "found"))
            events.update(source.mentions.exclude(event=None).values_list("event", flat=True))
            read = again(Source.objects.get(pk=source.pk))
            unchanged += read.unchanged
            now = dict(source.mentions.values_list("pk", "found"))
            new.extend(pk for pk in now if pk not in found)
            lost.extend(pk for pk, was in found.items() if was and not now[pk])
            events |= read.linked.new | read.linked.joined | read.linked.changed
        return events, [*new, *lost]

    told, differing, standing = _rehearse(read_all)
    return Outcome(unchanged, differing, standing, tuple(told[pk] for pk in new), tuple(told[pk] for pk in lost))


def _rehearse(act: Callable[[], tuple[Collection[int], Collection[int]]]) -> tuple:
    """Do something and take it back; return what mentions say then by key, and how events differ.

    `act` returns the events that it touched, and the mentions to be told of.
    """
    with taken_back():
        touched, wanted = act()
        rows = Mention.objects.filter(pk__in=list(wanted)).select_related("passage", "event")
        mentions = list(rows.order_by("source", "passage__start", "id"))
        touched = {*touched, *(mention.event_id for mention in mentions if mention.event_id)}
        after = _snapshots(touched)
    before = _snapshots(touched)
    told = {mention.pk: _told(mention, before) for mention in mentions}
    return told, tuple(_differences(before, after)), tuple(_standing(before, after))


def _told(mention: Mention, before: dict[int, _Snapshot]) -> Told:
    event = mention.event
    return Told(
        start=mention.passage.start,
        end=mention.passage.end,
        exact=mention.passage.exact,
        kind=mention.get_kind_display(),
        status=mention.get_status_display(),
        basis=mention.get_basis_display(),
        when=mention.when,
        when_words=mention.when_words,
        place=mention.place,
        parties=", ".join(f"{row['name']} ({row['role']})" for row in mention.parties),
        confidence=mention.get_confidence_display(),
        event=Named(event.pk, event.title, event.when, event.pk not in before) if event else None,
        queued=mention.queued,
        pinned=mention.pinned,
    )


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """An event at one moment: its fields, and what its sources say of those that editors have set."""

    named: Named
    fields: dict[str, Any]
    say: dict[str, Any]


_PLAIN = ("kind", "status", "basis", "title", "when", "place", "occasions", "confidence", "review")


def _snapshots(events: Iterable[int]) -> dict[int, _Snapshot]:
    rows = Event.objects.filter(pk__in=list(events)).select_related("country", "concerns", "merged_into")
    rows = list(rows.prefetch_related("participations__actor"))
    said: dict[int, list[Mention]] = {}
    locked = [event.pk for event in rows if event.locked_fields]
    live = Mention.objects.live().filter(event__in=locked).select_related("source__copy_of", "passage")
    for mention in live.in_reading_order().defer("source__text", "source__raw"):
        said.setdefault(mention.event_id, []).append(mention)
    return {event.pk: _Snapshot(_named(event), _fields(event), _say(event, said.get(event.pk))) for event in rows}


def _named(event: Event) -> Named:
    return Named(event.pk, event.title, event.when, new=False)


def _fields(event: Event) -> dict[str, Any]:
    """Return an event's fields as decisions keep them, and where it went if it was merged."""
    parts = sorted([part.actor.slug, part.role] for part in event.participations.all())
    return {name: getattr(event, name) for name in _PLAIN} | {
        "country": event.country.slug if event.country else None,
        "concerns": event.concerns.uid if event.concerns else None,
        "actors": parts,
        "merged_into": event.merged_into.uid if event.merged_into else None,
        "public": event.is_public,
    }


def _say(event: Event, said: Sequence[Mention] | None) -> dict[str, Any]:
    """Return what the sources say of the fields that editors have set."""
    if not said:
        return {}
    cast = Cast.of(said)
    settled = settle([facts_of(mention, cast) for mention in said])
    values = columns_of(settled) | {
        "country": settled.country,
        "actors": ", ".join(f"{party.name} ({party.role})" for party in settled.parties),
    }
    return {name: value for name, value in values.items() if name in event.locked_fields}


def _differences(before: dict[int, _Snapshot], after: dict[int, _Snapshot]) -> Iterator[Difference]:
    for pk, was in before.items():
        now = after[pk]
        changed = [name for name, value in was.fields.items() if now.fields[name] != value]
        if changed:
            yield Difference(
                was.named,
                {name: was.fields[name] for name in changed},
                {name: now.fields[name] for name in changed},
            )


def _standing(before: dict[int, _Snapshot], after: dict[int, _Snapshot]) -> Iterator[Standing]:
    for pk, was in before.items():
        now = after[pk]
        for name in was.say.keys() & now.say.keys():
            if was.say[name] != now.say[name]:
                yield Standing(was.named, name, was.say[name], now.say[name])
