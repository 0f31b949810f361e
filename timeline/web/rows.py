"""The list of events as pages show it: rows with the passage that each rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from urllib.parse import quote_plus

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Greatest, Least, Substr

from timeline import edtf
from timeline.models import (
    ENCOUNTERS,
    ActorName,
    Basis,
    Confidence,
    Event,
    Mention,
    Participation,
    Passage,
    Review,
    Role,
    Source,
)
from timeline.models.words import plain_words, words_of

from . import glossary
from .glossary import listed
from .marking import Piece, excerpt, hit_pattern, pieces, quoted, search_words
from .meetings import Claim, claims_of
from .paragraphs import number_passages
from .shown import ShownDate, ShownState, date_of, show_date, state_of

ROLE_ORDER = [Role.INITIATOR, Role.HOST, Role.PARTICIPANT, Role.TARGET, Role.MEDIATOR]
MOST_ACTORS = 8
"""Actors that a row has room for; beyond so many the event's own page has them all."""
SURE = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}
"""Confidence in the order of choice."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand: "Wire B, 28 Mar 2018, ¶2", and the address of that place in the stored article."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One act or encounter of a thread."""

    title: str
    word: str
    """What it is: "invitation", "held"."""
    date: ShownDate
    state: ShownState
    url: str
    here: bool = False
    """The event whose page this is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event of a list."""

    pk: int
    url: str
    title: tuple[Piece, ...]
    date: ShownDate
    state: ShownState
    kind: str
    place: tuple[Piece, ...]
    actors: tuple[tuple[tuple[Piece, ...], str], ...]
    """Name and address."""
    more_actors: int
    """Further ones, where there are too many for a row."""
    quote: tuple[Piece, ...]
    citation: Citation | None
    more: int
    """Further passages."""
    about: ThreadStep | None
    """For an act: the encounter that it is about."""
    thread: tuple[ThreadStep, ...]
    """For an encounter: the acts about it."""
    disputed: str
    """Fields on which sources differ, in words; else empty."""
    edited: str
    """Fields that an editor set, in words; else empty."""
    basis: str
    """ "denied by X", "reported, not confirmed"; else empty."""
    unreviewed: str
    """The mark of review; empty for an accepted event."""
    claim: Claim | None
    """For a summary of several occasions: how many it counts, and those that are known."""


def attach_evidence(events: Sequence[Event], *, around: int = 0, words: Sequence[str] = ()) -> None:
    """Fetch all that rows show, in three queries however many events there are.

    Adds `evidence` (live mentions in reading order), `parts` and `public_acts` to each event; with `around`, each
    mention has that many characters `before` and `after` its passage. `concerns` and `country` are better joined
    when the events are asked for. With `words` searched for, each of `parts` has in `called` another name of the actor
    that one of them stands in.
    """
    mentions = Mention.objects.live().select_related("passage", "source").in_reading_order()
    if around:
        # cut out by the database, since whole articles would not fit where a million events do
        start = F("passage__start")
        mentions = mentions.annotate(
            before=Substr("source__text", Greatest(start + 1 - around, 1), Least(start, around)),
            after=Substr("source__text", F("passage__end") + 1, around),
        )
    prefetch_related_objects(
        events,
        Prefetch(
            "mentions",
            queryset=mentions.defer("source__text", "source__raw", "reasons", "parties"),
            to_attr="evidence",
        ),
        Prefetch("participations", queryset=_parts(words), to_attr="parts"),
        Prefetch("acts", queryset=Event.objects.public().chronological(), to_attr="public_acts"),
    )


def _parts(words: Sequence[str]) -> QuerySet[Participation]:
    names = ActorName.objects.filter(actor=OuterRef("actor")).order_by("pk").values("name")
    searched = reduce(or_, (Q(plain__contains=plain_words(word)) for word in words if words_of(word)), Q())
    called = Subquery(names.filter(searched)[:1]) if words else Value("")
    return Participation.objects.select_related("actor").order_by("pk").annotate(called=called)


def carry(url: str, search: str) -> str:
    """Return an address with the search that led to it, so that the words are marked there too."""
    if not search:
        return url
    path, _, anchor = url.partition("#")
    return f"{path}?q={quote_plus(search)}{'#' + anchor if anchor else ''}"


def cite(source: Source, passage: Passage, paragraph: int | None, search: str = "") -> Citation:
    """Return the citation of a passage; publishers without a name are cited by the article's title."""
    who = source.publisher or source.title or "Untitled source"
    day = edtf.display(edtf.day(source.published_on), style="short") if source.published_on else "day unknown"
    place = f", ¶{paragraph}" if paragraph else ""
    return Citation(f"{who}, {day}{place}", carry(f"{source.get_absolute_url()}#p{passage.pk}", search))


def best_mention(event: Event, mentions: Sequence[Mention], words: Sequence[str] = ()) -> Mention | None:
    """Return the mention to quote: one that has the words searched for, says what the event is, is the surest, and of
    equals the first published."""
    if not mentions:
        return None
    patterns = list(filter(None, (hit_pattern([word]) for word in words)))
    return min(
        mentions,
        key=lambda m: (
            m.source.copy_of_id is not None,
            -sum(bool(pattern.search(m.passage.exact)) for pattern in patterns),
            m.status != event.status,
            m.when != event.when,
            m.kind != event.kind,
            m.basis != Basis.STATED,
            SURE[m.confidence],
        ),
    )


def make_rows(events: Iterable[Event], today: date, search: str = "") -> list[Row]:
    """Return events as rows, the words searched for marked in them; four queries at most, and two where there are
    summaries of several occasions."""
    events = list(events)
    words = search_words(search)
    attach_evidence(events, words=words)
    chosen = {event.pk: best_mention(event, event.evidence, words) for event in events}
    for mention in filter(None, chosen.values()):
        mention.passage.source = mention.source
    paragraphs = number_passages(mention.passage for mention in chosen.values() if mention)
    claims = claims_of(events)
    return [_make_row(event, chosen[event.pk], claims.get(event.pk), paragraphs, today, search) for event in events]


def _make_row(
    event: Event,
    mention: Mention | None,
    claim: Claim | None,
    paragraphs: dict[int, int],
    today: date,
    search: str,
) -> Row:
    hits = hit_pattern(search_words(search))

    def marked(text: str) -> tuple[Piece, ...]:
        return tuple(pieces(text, 0, len(text), (), hits))

    parts = parts_in_order(event)
    listed_parts = _with_room(parts, hits)
    heard = {m.passage_id for m in event.evidence if m.source.copy_of_id is None}
    return Row(
        pk=event.pk,
        url=carry(event.get_absolute_url(), search),
        title=marked(event.title),
        date=date_of(event, event.evidence),
        state=state_of(event, today),
        kind=event.get_kind_display(),
        place=marked(event.place or (event.country.name if event.country else "")),
        actors=tuple((marked(_name_found(part, hits)), part.actor.get_absolute_url()) for part in listed_parts),
        more_actors=len(parts) - len(listed_parts),
        quote=marked(quoted(excerpt(mention.passage.exact, hits))) if mention else (),
        citation=cite(mention.source, mention.passage, paragraphs.get(mention.passage_id), search) if mention else None,
        more=max(len(heard) - 1, 0),
        about=about_step(event, today),
        thread=tuple(_step(act, today) for act in event.public_acts),
        disputed=glossary.fields_in_words(event.disputed_fields),
        edited=glossary.fields_in_words(event.locked_fields),
        basis=basis_words(event, event.evidence),
        unreviewed="" if event.review == Review.ACCEPTED else event.get_review_display(),
        claim=claim,
    )


def parts_in_order(event: Event) -> list[Participation]:
    """Return who takes part, each actor once, who acts before whom it is done to."""
    parts = sorted(event.parts, key=lambda part: (ROLE_ORDER.index(part.role), part.pk))
    return list({part.actor_id: part for part in parts}.values())


def _with_room(parts: list[Participation], hits: re.Pattern[str] | None) -> list[Participation]:
    """Return those that a row shows: all where they are few, else the first ones and those that a search found."""
    if len(parts) <= MOST_ACTORS:
        return parts
    first = parts[: MOST_ACTORS - 1]
    return first + [part for part in parts[len(first) :] if hits and hits.search(_name_found(part, hits))]


def _name_found(part: Participation, hits: re.Pattern[str] | None) -> str:
    """Return the name of one who takes part, and the other one by which alone a search found it."""
    name = part.actor.name
    found = hits and part.called and not hits.search(name) and hits.search(part.called)
    return f"{name} ({part.called})" if found else name


def about_step(event: Event, today: date) -> ThreadStep | None:
    """Return the encounter that an act is about, where readers may see it."""
    return _step(event.concerns, today) if event.concerns and event.concerns.is_public else None


def _step(event: Event, today: date, *, here: bool = False) -> ThreadStep:
    state = state_of(event, today)
    word = state.word.lower() if event.kind in ENCOUNTERS else event.get_kind_display()
    return ThreadStep(event.title, word, show_date(event.when), state, event.get_absolute_url(), here)


def thread_of(event: Event, acts: Iterable[Event], today: date) -> list[ThreadStep]:
    """Return an encounter and the acts about it in the order of their dates; `event` is one of them."""
    encounter = event.concerns if event.concerns and event.concerns.is_public else event
    steps = {act.pk: act for act in [*acts, encounter, event]}
    ordered = sorted(steps.values(), key=lambda act: (act.sort_key, act.pk))
    return [_step(act, today, here=act.pk == event.pk) for act in ordered]


def basis_words(event: Event, mentions: Iterable[Mention]) -> str:
    """Return on what footing an event stands where no source says it outright."""
    if event.basis == Basis.STATED:
        return ""
    who = listed(list(dict.fromkeys(m.speaker for m in mentions if m.basis == event.basis and m.speaker))[:3])
    if event.basis == Basis.DENIED:
        return f"denied by {who}" if who else "denied"
    return f"reported by {who}, not confirmed" if who else "reported, not confirmed"
