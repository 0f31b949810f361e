"""Taking entries of other chronologies in: many at once, by the same rules by which articles are linked and settled.

Each entry is a source of its own, of kind citation, whose claims somebody else has made; nothing is read by the parser.
Since linking depends on the set of mentions alone, linking a hundred entries together gives the chronology that taking
them in one by one would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from timeline.models import Actor, Event, Mention, Passage, PublishedHow, Review, Source, SourceKind
from timeline.parser import reading as parsed
from timeline.parser.reading import Claim, Party, Role

from . import curation
from .cast import NameAndKind, actors_for, served_body
from .claims import keys_of, mention_columns, set_actors
from .linking import Linked, chronology_lock, columns_of, link, settle_events
from .settle import settle
from .tellings import facts_of, set_windows

AT_ONCE = 200
"""Entries of one transaction: enough to be quick, few enough that others who write need not wait long."""

EDITOR = "import"
"""Who decided what an entry says beyond its passages, as decisions name it."""

REPLACED = "Replaced by a later state of the same record."
AS_EXPORTED = "As the chronology has it that this was exported from."


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of another chronology: its words, and what they say."""

    text: str
    claims: tuple[Claim, ...]
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    record: str = ""
    """Its number in the list that it is from, where that has numbers: then a changed record replaces the old one."""
    uid: str = ""
    """Of the event that it tells of, where that is known for certain."""
    holds: Mapping[str, Any] = field(default_factory=dict)
    """With `uid`: the event's fields as they were there, as `curation.edit` takes them, but parties for `actors` and
    a name for `country`."""
    quotes: str = ""
    """With `uid`: the SHA-256 of the article that it quotes. Where that is here itself, nothing new is said."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What became of several entries: how many were new, how many took the place of an earlier state of their record,
    how many passages came with them, and what linking did."""

    new: int = 0
    replaced: int = 0
    known: int = 0
    mentions: int = 0
    linked: Linked = field(default_factory=lambda: Linked(frozenset(), frozenset(), frozenset()))


class _Cast:
    """The actors behind parties, each looked up or made once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], dict[NameAndKind, Actor]] = {}

    def of(self, parties: Iterable[Party]) -> dict[NameAndKind, Actor]:
        """Return who parties are, and the bodies they serve, as `actors_for` does."""
        parties = {(p.name, str(p.kind), p.state): p for p in parties}
        missing = {key: party for key, party in parties.items() if key not in self._known}
        while missing:
            # of those called alike, of whom the state they serve may tell who is who, one at a time
            together = {key[:2]: key for key in missing}
            found = actors_for(missing[key] for key in together.values())
            for key in together.values():
                served = served_body(missing.pop(key))
                self._known[key] = {name: found[name] for name in (key[:2], served) if name}
        return {name: actor for key in parties for name, actor in self._known[key].items()}


def take_in(entries: Sequence[Entry], *, at_once: int = AT_ONCE) -> Iterator[Cited]:
    """Take entries in, some hundred at a time, each time all or nothing; yield what became of them.

    What is known already, word for word, is left as it is.
    """
    cast = _Cast()
    for several in _batches(entries, at_once):
        with chronology_lock():
            done = _take(several, cast)
        yield done


def sum_up(done: Iterable[Cited]) -> Cited:
    """Return what became of all of several entries together."""
    done = list(done)
    parts = [[getattr(one.linked, name) for one in done] for name in ("new", "joined", "changed")]
    linked = Linked(*(frozenset().union(*part) for part in parts))
    numbers = (sum(getattr(one, name) for one in done) for name in ("new", "replaced", "known", "mentions"))
    return Cited(*numbers, linked)


def _batches(entries: Sequence[Entry], at_once: int) -> Iterator[Sequence[Entry]]:
    """Yield entries some hundred at a time; those that tell of one event stay together."""
    first = 0
    while first < len(entries):
        end = min(first + at_once, len(entries))
        while end < len(entries) and entries[end].uid and entries[end].uid == entries[end - 1].uid:
            end += 1
        yield entries[first:end]
        first = end


def _take(entries: Sequence[Entry], cast: _Cast) -> Cited:
    fresh: dict[str, Entry] = {}
    for entry in entries:
        fresh.setdefault(Source.digest(entry.text), entry)
    asked = {*fresh, *(entry.quotes for entry in fresh.values() if entry.quotes)}
    here = set(Source.objects.filter(sha256__in=asked).values_list("sha256", flat=True))
    fresh = {digest: entry for digest, entry in fresh.items() if not here & {digest, entry.quotes}}
    if not fresh:
        return Cited(known=len(entries))
    earlier = _earlier_states(fresh.values())
    cast.of(party for entry in fresh.values() for claim in entry.claims for party in claim.parties)
    sources = [_source(digest, entry, earlier) for digest, entry in fresh.items()]
    bulk_create_with_history(sources, Source, batch_size=500)
    mentions = _store(list(zip(sources, fresh.values(), strict=True)), cast)
    _stay_with_their_records(mentions)
    made = _stay_with_their_events(fresh.values(), mentions)
    Mention.objects.bulk_create(mentions, batch_size=500)
    set_actors(
        mentions, cast.of(party for entry in fresh.values() for claim in entry.claims for party in claim.parties)
    )
    left = _withdraw(earlier.values())
    linked = link([*mentions, *Mention.objects.filter(event__in=left).select_related("source")])
    settle_events(left)
    for uid, event in made.items():
        _as_exported(event, next(entry for entry in fresh.values() if entry.uid == uid), cast)
    new = linked.new | {event.pk for event in made.values()}
    linked = Linked(new, linked.joined - new, linked.changed - new)
    return Cited(len(fresh), len(earlier), len(entries) - len(fresh), len(mentions), linked)


def _earlier_states(entries: Iterable[Entry]) -> dict[tuple[str, str], Source]:
    """Return the standing sources whose records have changed since, by title and publisher."""
    named = {_cited_as(entry) for entry in entries if entry.record}
    kept = Source.objects.standing().filter(kind=SourceKind.CITATION, title__in={title for title, _ in named})
    return {key: source for source in kept.order_by("id") if (key := (source.title, source.publisher)) in named}


def _cited_as(entry: Entry) -> tuple[str, str]:
    return entry.title[:500], entry.publisher[:300]


def _source(digest: str, entry: Entry, earlier: Mapping[tuple[str, str], Source]) -> Source:
    title, publisher = _cited_as(entry)
    source = Source(
        title=title,
        publisher=publisher,
        author=entry.author[:300],
        url=entry.url[:2000],
        published_on=entry.published,
        published_how=PublishedHow.GIVEN if entry.published else PublishedHow.UNKNOWN,
        text=entry.text,
        sha256=digest,
        kind=SourceKind.CITATION,
        supersedes=earlier.get((title, publisher)) if entry.record else None,
    )
    source._change_reason = "taken in"
    return source


def _store(pairs: Sequence[tuple[Source, Entry]], cast: _Cast) -> list[Mention]:
    """Store the passages of entries; return their mentions, not yet saved."""
    passages = {
        (source.pk, start, end): Passage(source=source, start=start, end=end, exact=entry.text[start:end])
        for source, entry in pairs
        for start, end in sorted({(claim.start, claim.end) for claim in entry.claims})
    }
    Passage.objects.bulk_create(passages.values(), batch_size=500)
    mentions = []
    for source, entry in pairs:
        actors = cast.of(party for claim in entry.claims for party in claim.parties)
        for key, claim in zip(keys_of(source, entry.claims), entry.claims, strict=True):
            passage = passages[source.pk, claim.start, claim.end]
            columns = mention_columns(source, claim, actors)
            mentions.append(Mention(source=source, passage=passage, key=key, **columns))
    set_windows(mentions)
    return mentions


def _stay_with_their_records(mentions: Iterable[Mention]) -> None:
    """Put what a changed record says where its earlier state was, with what an editor decided of that."""
    heirs = {m.source.supersedes_id: m for m in mentions if m.source.supersedes_id}
    for before in Mention.objects.filter(source__in=heirs).exclude(event=None).order_by("id"):
        heir = heirs[before.source_id]
        heir.event_id, heir.pinned, heir.queued = before.event_id, before.pinned, before.queued


def _withdraw(sources: Iterable[Source]) -> set[int]:
    """Withdraw the earlier states of records; return the events that they told of."""
    sources = list(sources)
    for source in sources:
        source.withdrawn_at, source.withdrawn_why = timezone.now(), REPLACED
        source._change_reason = "replaced"
        source.save()
    told = Mention.objects.filter(source__in=sources).exclude(event=None)
    return set(told.values_list("event", flat=True))


def _stay_with_their_events(entries: Iterable[Entry], mentions: Iterable[Mention]) -> dict[str, Event]:
    """Tie the mentions of entries that name their event to it, for good; return the events made for them, by uid.

    An event that our editors have rejected stays so: what tells of it waits for them.
    """
    uid_of = {Source.digest(entry.text): entry.uid for entry in entries if entry.uid}
    told: dict[str, list[Mention]] = {}
    for mention in mentions:
        if uid := uid_of.get(mention.source.sha256):
            told.setdefault(uid, []).append(mention)
    kept = {event.uid: event.root for event in Event.objects.filter(uid__in=told).select_related("merged_into")}
    made = {}
    for uid, said in told.items():
        if uid not in kept:
            made[uid] = kept[uid] = Event(uid=uid, **columns_of(settle([facts_of(m) for m in said])))
            kept[uid]._change_reason, kept[uid]._history_user = "taken in", None
            kept[uid].save()
        rejected = kept[uid].review == Review.REJECTED
        for mention in said:
            mention.event, mention.pinned, mention.queued = kept[uid], not rejected, rejected
    return made


def _as_exported(event: Event, entry: Entry, cast: _Cast) -> None:
    """Decide for an event what its entry says of it and its passages do not settle to."""
    holds = dict(entry.holds)
    if "actors" in holds:
        actors = cast.of(holds["actors"])
        holds["actors"] = [(actors[p.name, str(p.kind)], str(p.role)) for p in holds["actors"]]
    if "country" in holds:
        state = Party(holds["country"], parsed.ActorKind.STATE, Role.PARTICIPANT, 0, 1)
        holds["country"] = cast.of([state])[state.name, "state"] if state.name else None
    curation.edit(event, holds, EDITOR, AS_EXPORTED)
