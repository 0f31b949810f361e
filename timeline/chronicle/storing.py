"""Storing what was read: several articles in one transaction, all or nothing, linked and settled together.

Since linking depends on the set of mentions alone, storing some dozen articles together gives the chronology that
storing them one by one would, in a fraction of the queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from simple_history.utils import bulk_create_with_history

from timeline.models import Actor, Mention, PublishedHow, Source, SourceKind
from timeline.parser import PARSER_VERSION
from timeline.parser.reading import Reading

from .cast import Names, actors_for
from .claims import keys_of, mention_columns, name_actors, new_passages
from .copies import note_copies_of_all
from .linking import Linked, chronology_lock, link, settle_events
from .tellings import Cast, set_windows

AT_ONCE = 25
"""Articles of one transaction: more gain little, and others who write, and pages that read, need not wait long."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article on its way in, with what is known of it."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    published_how: str = PublishedHow.GIVEN
    raw: str = ""
    """The page it was taken from, where it came as HTML."""
    kind: str = SourceKind.ARTICLE


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an article."""

    source: Source
    known: bool = False
    """The same text had been taken in before; nothing was changed."""
    mentions: int = 0
    linked: Linked = field(default_factory=lambda: Linked(frozenset(), frozenset(), frozenset()))


def store(article: Article, reading: Reading) -> Taken:
    """Take an article into the chronology that has been read; return what became of it."""
    return store_all([(article, reading)])[0]


def store_all(read: Sequence[tuple[Article, Reading]]) -> list[Taken]:
    """Take articles into the chronology that have been read, in one transaction; return what became of each."""
    digests = [Source.digest(reading.text) for _, reading in read]
    with chronology_lock():
        known = {source.sha256: source for source in Source.objects.filter(sha256__in=digests)}
        new = {
            digest: (article, reading)
            for digest, (article, reading) in reversed(list(zip(digests, read, strict=True)))
            if digest not in known
        }
        taken = _store_new({digest: new[digest] for digest in dict.fromkeys(digests) if digest in new})
    done = []
    for digest in digests:
        done.append(taken.pop(digest) if digest in taken else Taken(known[digest], known=True))
        known[digest] = done[-1].source
    return done


def _store_new(read: dict[str, tuple[Article, Reading]]) -> dict[str, Taken]:
    """Store articles of which none is known, by their digests; return what became of each."""
    if not read:
        return {}
    sources = {digest: _source(digest, *made) for digest, made in read.items()}
    bulk_create_with_history(list(sources.values()), Source)
    said = {digest: (sources[digest], reading.claims) for digest, (_, reading) in read.items()}
    passages = new_passages(list(said.values()))
    copies = note_copies_of_all(list(sources.values()), list(passages.values()))
    cast, names, actors = Cast(), Names(), set()
    names.learn_of(party for _, claims in said.values() for claim in claims for party in claim.parties)
    mentions: dict[str, list[Mention]] = {}
    for digest, (source, claims) in said.items():
        named = actors_for((party for claim in claims for party in claim.parties), names)
        actors |= set(named.values())
        mentions[digest] = [
            Mention(
                source=source,
                passage=passages[source.pk, claim.start, claim.end],
                key=key,
                **mention_columns(source, claim, named),
            )
            for key, claim in zip(keys_of(source, claims), claims, strict=True)
        ]
    linked = _link([mention for made in mentions.values() for mention in made], actors, cast)
    settle_events(copies)
    shares = _shares(linked, mentions.values())
    return {
        digest: Taken(source, mentions=len(mentions[digest]), linked=share)
        for (digest, source), share in zip(sources.items(), shares, strict=True)
    }


def _link(mentions: Sequence[Mention], actors: Iterable[Actor], cast: Cast) -> Linked:
    """Save the mentions of new sources, with whom they name, and link them."""
    set_windows(mentions, cast)
    Mention.objects.bulk_create(mentions, batch_size=500)
    name_actors(mentions, actors)
    return link(mentions, cast, whole=True)


def _shares(linked: Linked, told: Iterable[Sequence[Mention]]) -> list[Linked]:
    """Return for each of several articles what it did: an event is new with the first of them that tells of it."""
    told = list(told)
    if len(told) == 1:
        return [linked]
    shares, seen = [], set()
    for mentions in told:
        events = {mention.event_id for mention in mentions}
        new = (events & linked.new) - seen
        shares.append(Linked(frozenset(new), frozenset(events - new), linked.changed))
        seen |= events
    return shares


def _source(digest: str, article: Article, reading: Reading) -> Source:
    return Source(
        title=reading.title[:500],
        author=reading.author[:300],
        publisher=reading.publisher[:300],
        url=article.url[:2000],
        published_on=reading.published,
        published_how=_published_how(article, reading),
        text=reading.text,
        raw=article.raw,
        sha256=digest,
        kind=article.kind,
        notes=list(reading.notes),
        parser_version=PARSER_VERSION,
    )


def _published_how(article: Article, reading: Reading) -> str:
    if reading.published is None:
        return PublishedHow.UNKNOWN
    if article.published is None:
        return reading.published_how
    return article.published_how
