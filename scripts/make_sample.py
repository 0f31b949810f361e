#!/usr/bin/env python3
"""Make fixtures/actors.json and fixtures/sample.json anew: `make sample`.

The first has every actor of the parser's vocabulary. The second is what the parser makes of the dispatches in
fixtures/articles/, with the few editor's decisions below, at a fixed clock. It is worked out in a database of its own
that is thrown away. A test holds that both files are just what this script makes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
ARTICLES = FIXTURES / "articles" / "index.jsonl"
EDITOR = "sample editor"
FIRST_MOMENT = datetime(2019, 7, 1, 9, 0, tzinfo=UTC)
ACTOR_MODELS = ["timeline.actor", "timeline.actorname"]
SAMPLE_MODELS = [
    "timeline.actor",
    "timeline.actorname",
    "timeline.source",
    "timeline.passage",
    "timeline.event",
    "timeline.mention",
    "timeline.participation",
    "timeline.decision",
]


@contextmanager
def fixed_clock() -> Iterator[None]:
    """A clock that goes on by a second whenever it is asked, and identifiers that are numbered."""
    moments = count()
    numbers = count(1)
    with (
        mock.patch("django.utils.timezone.now", side_effect=lambda: FIRST_MOMENT + timedelta(seconds=next(moments))),
        mock.patch("uuid.uuid4", side_effect=lambda: uuid.uuid5(uuid.NAMESPACE_URL, f"sample:{next(numbers)}")),
    ):
        yield


def build_actors() -> None:
    """Keep the vocabulary's actors in the database, which must be empty."""
    from timeline.chronicle.cast import keep_vocabulary

    keep_vocabulary()


def build_sample() -> None:
    """Read the dispatches in and take the editor's decisions, in a database that has the vocabulary's actors."""
    from timeline.chronicle.articles import articles_in
    from timeline.chronicle.ingest import ingest

    for found in articles_in(ARTICLES):
        if found.article is None:
            raise SystemExit(f"{found.where}: {found.refused}")
        ingest(found.article)
    decide()


def decide() -> None:
    """An editor's decisions: an acceptance, an edit, two merges and a rejection, each with its reason."""
    from timeline.chronicle import curation

    curation.accept(event_quoting("held an hour of talks in the Great Hall"), EDITOR, "Checked against the dispatch.")
    crossing = event_quoting("stepped over a strip of concrete")
    curation.edit(crossing, {"place": "Panmunjom"}, EDITOR, "Twelve hours at the truce village and nowhere else.")
    hanoi = event_quoting("broke down on Thursday")
    dinner = event_quoting("dined together at the Metropole hotel")
    curation.merge(hanoi, dinner, EDITOR, "The dinner opened the summit; it was no meeting of its own.")
    singapore = event_quoting("held their summit on June 12 in a hotel")
    undated = event_quoting("all that Washington wanted was one-sided disarmament")
    curation.merge(singapore, undated, EDITOR, "The summit of June; the letter that speaks of it bears no day.")
    misread = event_quoting("to prepare for the Singapore meeting", kind="meeting")
    curation.reject(misread, EDITOR, "Misread: no meeting was planned for that day, a visit was to prepare one.")


def event_quoting(words: str, **fields: str):
    """Return the one public encounter with a passage that has these words."""
    from timeline.models import ENCOUNTERS, Event

    found = Event.objects.public().filter(mentions__passage__exact__contains=words, kind__in=ENCOUNTERS, **fields)
    return found.distinct().get()


def dump(models: list[str], *, leave_out: set[tuple[str, ...]] = frozenset()) -> str:
    """Return rows as a fixture with natural keys, one row a line, in a fixed order; some left out by natural key."""
    import json

    from django.core.management import call_command

    out = StringIO()
    call_command("dumpdata", *models, natural_foreign=True, natural_primary=True, format="jsonl", stdout=out)
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    kept = [row for row in rows if (row["model"], *_key(row)) not in leave_out]
    for row in kept:  # what belongs to a row is a set, which databases give in orders of their own
        for name in {"actors", "passages"} & row["fields"].keys():
            row["fields"][name].sort()
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in kept)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _key(row: dict) -> tuple[str, ...]:
    """Return what tells an actor or one of its names from the others."""
    fields = row["fields"]
    if row["model"] == "timeline.actor":
        return (fields["slug"],)
    if row["model"] == "timeline.actorname":
        return (*fields["actor"], fields["name"])
    return ()


def actor_keys() -> set[tuple[str, ...]]:
    """Return the keys of all actors and names kept at the moment, to leave out of the sample what actors.json has."""
    from timeline.models import Actor, ActorName

    actors = {("timeline.actor", slug) for slug in Actor.objects.values_list("slug", flat=True)}
    names = {("timeline.actorname", *pair) for pair in ActorName.objects.values_list("actor__slug", "name")}
    return actors | names


def make() -> tuple[str, str]:
    """Return the contents of both fixtures, worked out in the database at hand, which must be empty."""
    with fixed_clock():
        build_actors()
        actors, known = dump(ACTOR_MODELS), actor_keys()
        build_sample()
        return actors, dump(SAMPLE_MODELS, leave_out=known)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/sample.sqlite3"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
        sys.path.insert(0, str(ROOT))
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        actors, sample = make()
    (FIXTURES / "actors.json").write_text(actors, encoding="utf-8")
    (FIXTURES / "sample.json").write_text(sample, encoding="utf-8")
    for name, content in (("actors", actors), ("sample", sample)):
        print(f"fixtures/{name}.json: {len(content.splitlines()) - 2} rows")


if __name__ == "__main__":
    main()
