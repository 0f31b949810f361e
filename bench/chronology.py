"""Makes up a chronology of any size, the same for the same size, and writes it straight into the database at hand.

What matters for its cost is as in a real one: a few actors in very many events and most in very few (Zipf), more
events in late years than in early ones, vague and missing dates among exact ones, one to three passages an event, two
events an article, words by Zipf as well. Names and words are syllables; they mean nothing.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, count, islice

from django.core.management.color import no_style
from django.db import connection, models, transaction

from timeline import edtf
from timeline.models import ENCOUNTERS, Actor, ActorName, Event, Kind, Mention, Participation, Passage, Source
from timeline.models.words import plain_words

FIRST_YEAR, YEARS = 1975, 50
STATES = 190
RARE_WORD, RARE_EVENTS = "quillfish", 7
COMMON_WORD = "talks"
"""Stands in a fifth of all passages and in every title of that kind."""
MOMENT = "2025-01-01 00:00:00+00:00"
BATCH = 20_000

_PARTS_OF_WORDS = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va")
_KINDS = [(kind, weight) for kind, weight in zip(Kind, (3, 16, 12, 12, 6, 4, 5, 8, 2, 16, 3, 2, 5, 2, 4), strict=True)]
_ENCOUNTER_STATUSES = (("held", 70), ("planned", 14), ("proposed", 4), ("cancelled", 5), ("postponed", 3))
_MORE_STATUSES = (("ongoing", 2), ("collapsed", 2))


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as it is made up, before it is written."""

    kind: str
    status: str
    when: str
    place: str
    actors: tuple[int, ...]
    passages: int


def fill(events: int) -> None:
    """Write a chronology of so many events into the database at hand, which must be empty but for its tables."""
    rng = random.Random(events)  # noqa: S311 nothing secret
    words = _Words(rng)
    actors = max(4 * STATES, events // 200)
    happenings = list(_happenings(rng, events, actors))
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA cache_size = -1000000")  # or its indexes are read again for every row
    with transaction.atomic():
        _write(Actor, _ACTOR, _actors(actors))
        _write(
            ActorName, _NAME, ((n, n, name_of(n), "vocabulary", plain_words(name_of(n))) for n in range(1, actors + 1))
        )
        _write(Event, _EVENT, (_event(number, made) for number, made in enumerate(happenings, 1)))
        parts = ((e, actor) for e, made in enumerate(happenings, 1) for actor in made.actors)
        _write(Participation, _PART, ((n, e, a, "participant") for n, (e, a) in enumerate(parts, 1)))
        _write_articles(happenings, words)
    with connection.cursor() as cursor:
        written = [Actor, ActorName, Event, Participation, Source, Passage, Mention, Mention.actors.through]
        for statement in connection.ops.sequence_reset_sql(no_style(), [*written, Participation.passages.through]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


@lru_cache(maxsize=50_000)
def name_of(actor: int) -> str:
    """Return the name of an actor; the first ones are the most frequent, and of those every third is a state."""
    given = _syllables(actor * 7919 % 4096 + 4096).capitalize()
    return f"{given} {_syllables(actor).capitalize()}"


def slug_of(actor: int) -> str:
    """Return the slug of an actor."""
    return f"actor-{actor}"


def _syllables(number: int) -> str:
    return "".join(_PARTS_OF_WORDS[int(digit, 16)] for digit in f"{number:x}")


def _kind_of_actor(actor: int) -> str:
    if actor <= 3 * STATES and actor % 3 == 1:
        return "state"
    return "organisation" if actor % 10 == 0 else "person"


def _actors(actors: int) -> Iterator[tuple]:
    for n in range(1, actors + 1):
        kind = _kind_of_actor(n)
        serves = None if kind == "state" else n % STATES * 3 + 1
        yield n, name_of(n), slug_of(n), kind, serves, "", None


def word_of(number: int) -> str:
    """Return one of the words that passages are made of."""
    return "".join(_PARTS_OF_WORDS[number >> shift & 15] for shift in (12, 8, 4, 0))


class _Words:
    """Words by Zipf's law."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.words = [word_of(number) for number in range(20_000)]
        rng.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def some(self, number: int) -> list[str]:
        return self.rng.choices(self.words, cum_weights=self.weights, k=number)


def _happenings(rng: random.Random, events: int, actors: int) -> Iterator[Happening]:
    kinds, kind_weights = zip(*_KINDS, strict=True)
    statuses, status_weights = zip(*_ENCOUNTER_STATUSES, *_MORE_STATUSES, strict=True)
    weights = list(accumulate(1 / (rank + 4) for rank in range(actors)))
    year_weights = [1 + year / 10 for year in range(YEARS)]
    everyone = range(1, actors + 1)
    for kind, year in zip(
        rng.choices(kinds, kind_weights, k=events), rng.choices(range(YEARS), year_weights, k=events), strict=True
    ):
        status = rng.choices(statuses, status_weights)[0] if kind in ENCOUNTERS else "held"
        parties = rng.choices(everyone, cum_weights=weights, k=rng.choice((1, 2, 2, 2, 3, 5)))
        yield Happening(
            kind=kind.value,
            status=status,
            when=_when(rng, FIRST_YEAR + year),
            place=f"{name_of(rng.randrange(1, 2000)).split()[0]}, {name_of(rng.randrange(STATES) * 3 + 1)}",
            actors=tuple(dict.fromkeys(parties)),
            passages=rng.choice((1, 1, 1, 1, 1, 1, 2, 2, 2, 3)),
        )


def _when(rng: random.Random, year: int) -> str:
    day = date(year, 1, 1) + timedelta(days=rng.randrange(365))
    chance = rng.random()
    if chance < 0.80:
        return day.isoformat()
    if chance < 0.85:
        return f"{day}/{day + timedelta(days=rng.randrange(1, 5))}"
    if chance < 0.88:
        return f"[{day}..{day + timedelta(days=9)}]"
    if chance < 0.95:
        return f"{day:%Y-%m}"
    if chance < 0.98:
        return str(year)
    return f"{year // 10}X" if chance < 0.983 else ""


@lru_cache(maxsize=50_000)
def _bounds(when: str) -> tuple[str | None, str | None, str]:
    earliest, latest = edtf.bounds(when) if when else (None, None)
    return (
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        edtf.sort_key(when or None),
    )


def _country_of(made: Happening) -> int | None:
    return next((actor for actor in made.actors if _kind_of_actor(actor) == "state"), None)


def _title(made: Happening) -> str:
    names = "–".join(name_of(actor) for actor in made.actors[:2])
    return f"{names} {made.kind}, {made.place.partition(',')[0]}"


def _event(number: int, made: Happening) -> tuple:
    uid = f"00000000-0000-4000-8000-{number:012d}"
    confidence = ("high", "medium", "medium", "low")[number % 4]
    basis = "reported" if number % 11 == 0 else "denied" if number % 211 == 0 else "stated"
    review = "accepted" if number % 5 == 0 else "unreviewed"
    return (
        *(number, uid, made.kind, made.status, basis, _title(made), made.when, *_bounds(made.when)),
        *(made.place, _country_of(made), 1, None, confidence, review, "[]", "[]", "{}"),
        *(made.passages, True, None, MOMENT, MOMENT),
    )


def _write_articles(happenings: Sequence[Happening], words: _Words) -> None:
    """Write articles of two events each, and some further ones that others told of before."""
    articles = len(happenings) // 2
    passage_number, actor_row, part_row, first_parts = count(1), count(1), count(1), _first_parts(happenings)
    for numbers in _batches(range(articles), BATCH // 4):
        sources, passages, mentions, named, said_by = [], [], [], [], []
        for article in numbers:
            text = f"Dispatch {article}, of {articles}."
            for event, time in _told_in(article, articles, happenings):
                made = happenings[event]
                exact = _passage(event, time, made, words)
                start = len(text) + 1
                text = f"{text}\n{exact}"
                pk = next(passage_number)
                passages.append((pk, article + 1, start, start + len(exact), exact))
                mentions.append(_mention(pk, article, event, made, start))
                named += [(next(actor_row), pk, actor) for actor in made.actors]
                said_by += [(next(part_row), first_parts[event] + at, pk) for at in range(len(made.actors))]
            sources.append(_source(article, happenings[2 * article], f"{text}\n{' '.join(words.some(40))}."))
        _write(Source, _SOURCE, sources)
        _write(Passage, _PASSAGE, passages)
        _write(Mention, _MENTION, mentions)
        _write(Mention.actors.through, ("id", "mention_id", "actor_id"), named)
        _write(Participation.passages.through, ("id", "participation_id", "passage_id"), said_by)


def _first_parts(happenings: Sequence[Happening]) -> list[int]:
    """Return for every event the number of its first participation; the others follow it."""
    return list(accumulate((len(made.actors) for made in happenings), initial=1))


def _told_in(article: int, articles: int, happenings: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    """Return the events that an article tells of, each with how many articles have told of it before."""
    for time in range(3):
        first = 2 * ((article - time * 997) % articles)
        for event in (first, first + 1):
            if time < happenings[event].passages:
                yield event, time


def _passage(event: int, time: int, made: Happening, words: _Words) -> str:
    said = words.some(14)
    if event % 5 == 0:
        said[3] = COMMON_WORD
    if event < RARE_EVENTS:
        said[5] = RARE_WORD
    names = " and ".join(name_of(actor) for actor in made.actors[:3])
    return f"{names} {' '.join(said)} in {made.place}, {time + 1}."


def _source(article: int, made: Happening, text: str) -> tuple:
    published = _bounds(made.when)[1] or "2001-01-01"
    return (
        *(article + 1, f"Dispatch {article}", "", f"Wire {article % 60}", "", published, "given", text, ""),
        *(hashlib.sha256(text.encode()).hexdigest(), "article", "", None, None, None, "", "[]", "bench", MOMENT),
    )


def _mention(pk: int, article: int, event: int, made: Happening, start: int) -> tuple:
    parties = json.dumps(
        [
            {"actor": slug_of(a), "name": name_of(a), "kind": _kind_of_actor(a), "role": "participant", "start": start}
            | {"end": start + len(name_of(a)), "state": "", "office": "", "known": True}
            for a in made.actors
        ]
    )
    reasons = json.dumps([{"field": "kind", "rule": "noun", "spans": [[start, start + 5]]}])
    window = _bounds(made.when)[:2]
    return (
        *(pk, article + 1, pk, event + 1, f"{article:064x}:{start}", pk % 1000, made.kind, made.status, "stated"),
        *(made.when, "", False, parties, made.place, "", "", "", 1, None, "high", reasons),
        *(window if None not in window else (None, None)),
        *(True, False, False),
    )


# Columns, in the order in which the functions above give them

_ACTOR = ("id", "name", "slug", "kind", "affiliation_id", "office", "merged_into_id")
_NAME = ("id", "actor_id", "name", "origin", "plain")
_PART = ("id", "event_id", "actor_id", "role")
_PASSAGE = ("id", "source_id", "start", "end", "exact")
_EVENT = tuple(
    "id uid kind status basis title when earliest latest sort_key place country_id occasions concerns_id confidence "
    "review locked_fields disputed_fields settled_by voices is_public merged_into_id made_at changed_at".split()
)
_SOURCE = tuple(
    "id title author publisher url published_on published_how text raw sha256 kind rights copy_of_id supersedes_id "
    "withdrawn_at withdrawn_why notes parser_version added_at".split()
)
_MENTION = tuple(
    "id source_id passage_id event_id key group kind status basis when when_words relative parties place country "
    "named speaker occasions concerns_group confidence reasons window_start window_end found pinned queued".split()
)


def _batches(rows: Iterable, size: int) -> Iterator[list]:
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


def _write(model: type[models.Model], columns: Sequence[str], rows: Iterable[tuple]) -> None:
    """Write rows into a model's table: by COPY on PostgreSQL, else by INSERT, a batch at a time."""
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(quote(column) for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(columns))
        for batch in _batches(rows, BATCH):
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", batch)  # noqa: S608
