"""Taking articles in, and reading them again: read, store what they say, link, settle; all or nothing.

A text is read before the lock is taken, since reading is the slow part and asks the database nothing but the names
that editors keep.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from timeline.models import Mention, PublishedHow, Source, SourceKind
from timeline.parser import PARSER_VERSION, read
from timeline.parser.names import KnownName
from timeline.parser.reading import Claim, Reading

from .cast import actors_for, editors_names
from .claims import keys_of, mention_columns, passages_of, set_actors
from .copies import note_copies
from .linking import Linked, chronology_lock, link, settle_events
from .storing import Article, Taken, store, store_all
from .tellings import set_windows

LONGEST_TEXT = 5_000_000
"""Characters of the longest article that is taken in; beyond that it is no article."""

WEB = ("https://", "http://")
"""How the address of an article begins."""
NO_TEXT = re.compile("[\0-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and lone surrogates, which no database keeps and no reader sees."""

_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""The same, and those between 80 and 9F but for the new line: where they stand, bytes were misread."""


class Refused(ValueError):
    """An article that cannot be taken in; the message says why, in words for whoever sent it."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a stored source again changed: mentions counted, and events by what became of them."""

    unchanged: int
    changed: int
    new: int
    lost: int
    linked: Linked


def clean(text: str) -> str:
    """Return the text as it is stored: line feeds only, no byte-order mark.

    Raises Refused for what is no text: NUL and other control characters, lone surrogates, nothing but blanks.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    if len(text) > LONGEST_TEXT:
        raise Refused(f"the text has {len(text):,} characters; at most {LONGEST_TEXT:,} are read as one article")
    if not text.strip():
        raise Refused("the text is empty")
    if bad := _CONTROL.search(text):
        raise Refused(f"it is not plain text: it has the character U+{ord(bad[0]):04X}")
    return text


def ingest(article: Article, reading: Future[Reading] | None = None) -> Taken:
    """Take an article into the chronology and return what became of it.

    Raises Refused where it cannot be taken in (no text, not English, published in the future); then nothing has been
    written. `reading` is what another process makes of it.
    """
    [done] = ingest_all([(article, reading)])
    if isinstance(done, Refused):
        raise done
    return done


def ingest_all(articles: Sequence[tuple[Article, Future[Reading] | None]]) -> list[Taken | Refused]:
    """Take articles into the chronology, all that can be in one transaction; return what became of each, or why it
    was refused. Each comes with what another process makes of it, or None."""
    done: dict[int, Taken | Refused] = {}
    digests = {}
    for number, (article, _) in enumerate(articles):
        try:
            digests[number] = Source.digest(checked(article))
        except Refused as refusal:
            done[number] = refusal
    known = {source.sha256: source for source in Source.objects.filter(sha256__in=set(digests.values()))}
    done |= {number: Taken(known[digest], known=True) for number, digest in digests.items() if digest in known}
    names = editors_names() if any(one[1] is None for n, one in enumerate(articles) if n not in done) else ()
    read_now: dict[int, tuple[Article, Reading]] = {}
    for number, (article, reading) in enumerate(articles):
        if number not in done:
            try:
                read_now[number] = (article, _made(reading) if reading else read_article(article, names))
            except Refused as refusal:
                done[number] = refusal
    done |= zip(read_now, _stored(list(read_now.values())), strict=True)
    return [done[number] for number in range(len(articles))]


def _made(reading: Future[Reading]) -> Reading:
    try:
        return reading.result()
    except ValueError as error:
        raise Refused(str(error)) from error


def _stored(read_now: Sequence[tuple[Article, Reading]]) -> list[Taken]:
    """Store articles together; where that fails one by one, so that those before the one that fails are kept."""
    try:
        return store_all(read_now)
    except Exception:
        if len(read_now) < 2:
            raise
        return [store(*one) for one in read_now]


def checked(article: Article) -> str:
    """Return the text of an article as it is stored. Raises Refused for what is no article."""
    text = clean(article.text)
    for name in ("title", "author", "publisher", "url"):
        if bad := NO_TEXT.search(getattr(article, name)):
            raise Refused(f"its {name} is not plain text: it has the character U+{ord(bad[0]):04X}")
    # A reader follows it with a click, and other programs show it where no policy holds.
    if article.url and not article.url.lower().startswith(WEB):
        raise Refused("its url is no web address; it must begin with https:// or http://")
    if article.published and article.published > timezone.now().date() + timedelta(days=1):
        raise Refused(f"its day of publication, {article.published}, lies ahead")
    return text


def same_text(article: Article) -> Source | None:
    """Return the source that has an article's very text, or None. Raises Refused for what is no article."""
    return Source.objects.filter(sha256=Source.digest(checked(article))).first()


def read_article(article: Article, names: Sequence[KnownName] | None = None) -> Reading:
    """Read an article with the names that editors keep (or those given); raises Refused where it cannot be read."""
    return _read(clean(article.text), article.published, article.title, article.author, article.publisher, names)


def reading_of(source: Source, names: Sequence[KnownName] | None = None) -> Reading:
    """Read the text of a stored source, with the names that editors keep (or those given) and its day as it stands."""
    given = source.published_on if source.published_how != PublishedHow.INFERRED else None
    return _read(source.text, given, source.title, source.author, source.publisher, names)


def reread(source: Source, reading: Reading | None = None) -> Reread:
    """Read a stored source again, with the names and the day of publication as they now stand.

    A mention that is found again keeps its identity, its event and what an editor decided of it; one that is no
    longer found is flagged and, unless an editor kept it, no longer counts. Raises Refused as `ingest` does.
    `reading` is its text as read already. An entry of another chronology says what whoever entered it says: that is
    not read anew.
    """
    if source.kind == SourceKind.CITATION:
        return _stands_as_entered(source)
    reading = reading or reading_of(source)
    with chronology_lock():
        source.refresh_from_db()
        if source.published_how in (PublishedHow.INFERRED, PublishedHow.UNKNOWN):
            source.published_on = reading.published
            source.published_how = reading.published_how if reading.published else PublishedHow.UNKNOWN
        source.notes = list(reading.notes)
        source.parser_version = PARSER_VERSION
        before = Source.objects.values_list("published_on", flat=True).get(pk=source.pk)
        if _differs(source):
            source._change_reason = "read again"
            source.save()
        again = _store_again(source, reading.claims)
        if source.published_on != before:
            settle_events(_told_by(source))
        return again


def _stands_as_entered(source: Source) -> Reread:
    """Link an entry of another chronology where its day of publication has moved what it may be one with."""
    with chronology_lock():
        mentions = list(source.mentions.select_related("passage", "source__copy_of", "event"))
        before = {m.pk: (m.window_start, m.window_end) for m in mentions}
        set_windows(mentions)
        moved = [m for m in mentions if before[m.pk] != (m.window_start, m.window_end)]
        Mention.objects.bulk_update(moved, ["window_start", "window_end"], batch_size=200)
        linked = link(mentions) if moved else Linked(frozenset(), frozenset(), frozenset())
        return Reread(len(mentions), 0, 0, 0, linked)


def _differs(source: Source) -> bool:
    kept = Source.objects.values("published_on", "published_how", "notes", "parser_version").get(pk=source.pk)
    return any(getattr(source, name) != value for name, value in kept.items())


def _read(
    text: str,
    published: date | None,
    title: str,
    author: str,
    publisher: str,
    names: Sequence[KnownName] | None = None,
) -> Reading:
    """Read a text with the names that editors keep; raises Refused in place of the parser's own errors."""
    names = editors_names() if names is None else names
    try:
        return read(text, published, names, title=title, author=author, publisher=publisher)
    except ValueError as error:
        raise Refused(str(error)) from error


def _store_again(source: Source, claims: Sequence[Claim]) -> Reread:
    """Bring a source's mentions in line with a new reading of it, and relink what that touches."""
    passages = passages_of(source, claims)
    cast = actors_for(party for claim in claims for party in claim.parties)
    rows = source.mentions.select_related("passage", "source__copy_of", "event")
    kept = {m.key: m for m in rows if not m.by_hand}
    unchanged, changed, fresh = [], [], []
    keys = _same_kind_first(keys_of(source, claims), claims, kept)
    successors = _successors(kept, keys, claims)
    for key, claim in zip(keys, claims, strict=True):
        columns = mention_columns(source, claim, cast)
        mention = kept.get(key) or successors.get(key)
        if mention is None:
            fresh.append(Mention(source=source, passage=passages[claim.start, claim.end], key=key, **columns))
            continue
        columns |= {"key": key, "passage": passages[claim.start, claim.end], "found": True}
        columns["parties"] = as_editors_said(mention.parties, columns["parties"])
        same = all(getattr(mention, name) == value for name, value in columns.items())
        for name, value in columns.items():
            setattr(mention, name, value)
        (unchanged if same else changed).append(mention)
    standing = {m.pk for m in [*unchanged, *changed]}
    lost = [m for m in kept.values() if m.pk not in standing and m.found]
    for mention in lost:
        mention.found = False
    everything = [*unchanged, *changed, *fresh]
    before = {m.pk: (m.window_start, m.window_end) for m in [*unchanged, *changed]}
    set_windows(everything)
    moved = [m for m in unchanged if before[m.pk] != (m.window_start, m.window_end)]
    if not (changed or fresh or lost or moved):
        return Reread(len(unchanged), 0, 0, 0, Linked(frozenset(), frozenset(), frozenset()))
    Mention.objects.bulk_update(
        [*changed, *moved],
        [*_columns_of_mention(), "window_start", "window_end"],
        batch_size=200,
    )
    Mention.objects.bulk_update(lost, ["found"], batch_size=500)
    Mention.objects.bulk_create(fresh)
    set_actors(everything, cast)
    linked = link([*everything, *lost])
    settle_events({m.event_id for m in lost if m.event_id})
    return Reread(len(unchanged), len(changed), len(fresh), len(lost), linked)


def _same_kind_first(keys: Sequence[str], claims: Sequence[Claim], kept: dict[str, Mention]) -> list[str]:
    """Return the keys so that, among claims of one span, each old mention goes on as the claim of its own kind.

    Ordinals alone would let a summit go on as the agreement that a better reading finds before it in one sentence.
    """
    found = list(keys)
    by_span: dict[tuple[int, int], list[int]] = {}
    for place, claim in enumerate(claims):
        by_span.setdefault((claim.start, claim.end), []).append(place)
    for places in (places for places in by_span.values() if len(places) > 1):
        free, open_places = [keys[place] for place in places], []
        for place in places:
            same = next((key for key in free if key in kept and kept[key].kind == claims[place].kind), None)
            if same is None:
                open_places.append(place)
            else:
                found[place] = same
                free.remove(same)
        for place, key in zip(open_places, free, strict=True):
            found[place] = key
    return found


def as_editors_said(before: Sequence[dict], read: Sequence[dict]) -> list[dict]:
    """Return the parties that were read, those whom an editor has said a name means there in place of their own."""
    said = {(row["name"], row["kind"]): row for row in before if row.get("told_from")}
    told = []
    for row in read:
        if (kept := said.get((row["name"], row["kind"]))) is not None:
            row = {name: value for name, value in row.items() if name != "serves"}
            row |= {name: kept[name] for name in ("actor", "told_from", "state", "serves") if name in kept}
        told.append(row)
    return told


def _columns_of_mention() -> list[str]:
    fixed = {"id", "source", "event", "pinned", "queued", "window_start", "window_end"}
    return [f.name for f in Mention._meta.concrete_fields if f.name not in fixed]


def _successors(kept: dict[str, Mention], keys: Sequence[str], claims: Sequence[Claim]) -> dict[str, Mention]:
    """Return for new keys the old mention that each takes over: no longer found, same kind, half of the words shared.

    So a better reading that cuts a sentence differently does not lose what an editor decided of it.
    """
    orphans = [m for key, m in kept.items() if key not in set(keys) and m.passage.start is not None]
    taken: dict[str, Mention] = {}
    for key, claim in zip(keys, claims, strict=True):
        if key in kept:
            continue
        for mention in orphans:
            shared = min(mention.passage.end, claim.end) - max(mention.passage.start, claim.start)
            shorter = min(mention.passage.end - mention.passage.start, claim.end - claim.start)
            if mention.kind == claim.kind and 2 * shared >= shorter:
                taken[key] = mention
                orphans.remove(mention)
                break
    return taken


def set_day(source: Source, day: date | None, how: str = PublishedHow.GIVEN) -> Reread:
    """Set a source's day of publication as an editor gives it (None: unknown) and read it again at once.

    `how` is how that day is known; one that was inferred is inferred anew.
    """
    with chronology_lock():
        source.published_on = day
        source.published_how = how if day else PublishedHow.UNKNOWN
        source._change_reason = "day of publication set"
        source.save()
        copies = note_copies(source)
        again = reread(source)
        settle_events(copies | _told_by(source))  # who was first to say something may be another now
        return again


def withdraw(source: Source, why: str) -> None:
    """Take a source back with its reason: its mentions no longer count; its page says so."""
    with chronology_lock():
        source.withdrawn_at, source.withdrawn_why = timezone.now(), why
        source.save()
        _relink_without(source)


def put_back(source: Source) -> None:
    """Let a withdrawn source count again."""
    with chronology_lock():
        source.withdrawn_at, source.withdrawn_why = None, ""
        source.save()
        _relink_without(source)


def _told_by(source: Source) -> set[int]:
    """Return the numbers of the events that a source tells of."""
    return set(source.mentions.exclude(event=None).values_list("event", flat=True))


def _relink_without(source: Source) -> None:
    """Link afresh everything that shares an event with a source, and settle those events."""
    events = _told_by(source)
    link(Mention.objects.filter(event__in=events).select_related("source"))
    link(source.mentions.select_related("source"))
    settle_events(events)
