"""Makes up articles of 3,000 characters that the parser has to read, and measures how fast they are taken in.

Their parties are states and leaders of the parser's vocabulary by Zipf's law, and one in ten retells what another told:
what linking has to look for among all others.
"""

from __future__ import annotations

import random
import resource
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from typing import Any

LENGTH = 3_000
FIRST_DAY = date(2014, 1, 6)
A_DAY = 5.6
"""Articles of one day of publication: as dense as 10,000 of them in five years, however many are taken in."""
RETOLD = 0.1

_TOLD = (
    "{one} met {other} in {town} on {day}, officials said.",
    "{one} and {other} held talks in {town} on {day}.",
    "{one} will visit {town} on {later} for a summit with {other}, a spokesman said.",
    "{one} spoke with {other} by telephone on {day}, the foreign ministry said.",
    "{one} invited {other} to a conference in {town} in {month}.",
    "{one} and {other} signed an agreement on fisheries in {town} on {day}.",
)
_FILLER = (
    "The harbour was quiet and the streets around the hall had been swept before dawn.",
    "Traders in the covered market said that prices had hardly moved since the spring.",
    "An orchestra rehearsed behind the curtain while cooks carried trays across the yard.",
    "Reporters waited in the rain beside a row of plane trees and a shuttered kiosk.",
    "The road to the coast has been repaired twice, and lorries use it day and night.",
    "A school nearby stayed open, and children waved from the windows of the upper floor.",
)


REMEMBERED = 5_000
"""Happenings that may be told again, so that memory is not that of the texts made."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast articles were taken in, in one stretch."""

    sources: int
    """Taken in when the stretch ended."""
    per_second: float
    """Articles a second of this process's own time; what a database server does in its own is not counted."""
    queries: float
    """Queries an article."""
    megabytes: float
    """The most memory that the process has had so far."""


def articles(number: int) -> Iterator[tuple[str, date]]:
    """Give texts with their days of publication, the same for the same number."""
    rng = random.Random(number)  # noqa: S311 nothing secret
    people, towns = _people(), _towns()
    told: deque[tuple[str, date]] = deque(maxlen=REMEMBERED)
    days = max(int(number / A_DAY), 1)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(people))))
    for _ in range(number):
        published = FIRST_DAY + timedelta(days=rng.randrange(days))
        happenings = []
        for template in rng.sample(_TOLD, 3):
            if told and rng.random() < RETOLD:
                sentence, published = rng.choice(told)
            else:
                one, other = rng.choices(people, cum_weights=weights, k=2)
                sentence = _sentence(template, one, other, rng.choice(towns), published)
                told.append((sentence, published))
            happenings.append(sentence)
        yield _text(rng, happenings), published + timedelta(days=1)


def _people() -> list[str]:
    from timeline.chronicle.cast import vocabulary_actors

    leaders = [name for name, kind in vocabulary_actors() if kind == "person"]
    states = [name for name, kind in vocabulary_actors() if kind == "state"]
    return [name for pair in zip(leaders, states, strict=False) for name in pair]


def _towns() -> list[str]:
    from timeline.parser.vocabulary import load

    return [row["capital"] for row in load("states")["state"] if isinstance(row.get("capital"), str)] or ["Lima"]


def _sentence(template: str, one: str, other: str, town: str, published: date) -> str:
    later = published + timedelta(days=20)
    return template.format(
        one=one,
        other=other,
        town=town,
        day=f"{published:%B} {published.day}, {published.year}",
        later=f"{later:%B} {later.day}, {later.year}",
        month=f"{later:%B %Y}",
    )


def _text(rng: random.Random, happenings: list[str]) -> str:
    paragraphs = [f"A dispatch, number {rng.randrange(10**9)}"]
    paragraphs += [f"{sentence} {rng.choice(_FILLER)}" for sentence in happenings]
    while sum(map(len, paragraphs)) < LENGTH:
        paragraphs.append(" ".join(rng.choices(_FILLER, k=3)))
    return "\n\n".join(paragraphs)


def take_in(number: int, stretch: int = 500) -> Iterator[Pace]:
    """Take so many articles into the chronology at hand, as the command `ingest` does, and give the pace of every
    stretch of about so many."""
    from django.db import connection

    from timeline.chronicle.ingest import Article, ingest_all
    from timeline.chronicle.storing import AT_ONCE

    told = (Article(text, published=published, publisher="Wire") for text, published in articles(number))
    taken, before, asked = 0, 0, _Asked()
    with connection.execute_wrapper(asked):
        begun = time.process_time()
        while several := list(islice(told, AT_ONCE)):
            ingest_all([(article, None) for article in several])
            taken += len(several)
            if taken - before >= stretch or taken == number:
                new = taken - before
                per_second = new / (time.process_time() - begun)
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                yield Pace(taken, per_second, asked.queries / new, memory)
                begun, before, asked.queries = time.process_time(), taken, 0


class _Asked:
    """Counts the queries that pass."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable, *query: Any) -> Any:
        self.queries += 1
        return execute(*query)
