"""`manage.py parse`: what would be read out of one article, written nowhere. Asks no database."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from timeline.chronicle.articles import Given, article_from, read_day
from timeline.chronicle.ingest import Refused, clean
from timeline.chronicle.settle import PUT_BACK_ON, MentionFacts, Settled, settle
from timeline.parser import read
from timeline.parser.reading import Claim, Kind, Reading

STATUS_OF_CALLING_OFF = {Kind.CANCELLATION: "cancelled", Kind.POSTPONEMENT: "postponed"}
"""What became of the thing that an act calls off or puts off. The act itself was done, so the chronology keeps it as
held; the JSON tells of the thing, for whoever reads the one line alone."""


class Command(BaseCommand):
    help = "Show what would be read out of one article: a table, or JSON. Nothing is written, no database is asked."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="a text or HTML file")
        parser.add_argument("--published", metavar="DAY", help="day of publication, as 2019-03-07")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print one JSON object")

    def handle(self, *, file, published, as_json, **options):
        reading = _read(file, published)
        if as_json:
            self.stdout.write(json.dumps(as_document(reading), ensure_ascii=False, indent=1))
        else:
            _show(reading, Console(file=self.stdout, highlight=False))


def _read(file: Path, published: str | None) -> Reading:
    """Read a file; every failure becomes one line that names the file and the reason."""
    try:
        day = read_day(published) if published else None
    except Refused as reason:
        raise CommandError(f"--published: {reason}") from None
    try:
        if file.is_dir():
            raise Refused("it is a folder; name one file")
        article = article_from(file, Given(published=day))
        return read(clean(article.text), article.published, (), article.title, article.author, article.publisher)
    except FileNotFoundError:
        raise CommandError(f"{file}: there is no such file") from None
    except OSError as error:
        raise CommandError(f"{file}: it cannot be read: {error.strerror or error}") from None
    except ValueError as reason:  # Refused, NotEnglish and NothingToRead among them
        raise CommandError(f"{file}: {reason}") from None


def events_of(reading: Reading) -> list[tuple[Settled, list[Claim]]]:
    """Give one event for each happening that a reading tells of, settled from its claims, in the order of the text."""
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        groups[claim.group].append(claim)
    return [
        (settle([_facts(reading, claim, n) for n, claim in enumerate(groups[g])]), groups[g]) for g in sorted(groups)
    ]


def _facts(reading: Reading, claim: Claim, number: int) -> MentionFacts:
    return MentionFacts(
        key=f"{claim.start}-{claim.end}-{number}",
        voice="",
        kind=claim.kind,
        status=claim.status,
        basis=claim.basis,
        confidence=claim.confidence,
        when=claim.when,
        when_words=reading.text[slice(*claim.when_span)] if claim.when_span else "",
        parties=claim.parties,
        place=claim.place,
        country=claim.country,
        named=claim.named,
        occasions=claim.occasions,
        published=reading.published,
        inferred=claim.relative and reading.published_how == "inferred",
        start=claim.start,
        put_back_on=any(reason.rule == PUT_BACK_ON for reason in claim.reasons),
    )


def as_document(reading: Reading) -> dict[str, Any]:
    """Give a reading as the JSON object that the command prints.

    `status` of a cancellation or postponement is "cancelled" or "postponed": what became of the thing called off
    (`STATUS_OF_CALLING_OFF`). `concerns` is the index in `events` of the encounter that an act is about, or null.
    """
    events = events_of(reading)
    return {
        "source": {
            "title": reading.title or None,
            "author": reading.author or None,
            "publisher": reading.publisher or None,
            "published_on": reading.published.isoformat() if reading.published else None,
            "published_how": reading.published_how,
        },
        "notes": list(reading.notes),
        "events": [_event(reading, settled, claims) for settled, claims in events],
    }


def _event(reading: Reading, settled: Settled, claims: list[Claim]) -> dict[str, Any]:
    spans = sorted({(c.start, c.end) for c in claims})
    return {
        "kind": settled.kind.value,
        "status": _status(settled),
        "basis": settled.basis.value,
        "when": settled.when or None,
        "where": settled.place or None,
        "country": settled.country or None,
        "title": settled.title,
        "occasions": settled.occasions,
        "confidence": settled.confidence.value,
        "concerns": next((c.concerns for c in claims if c.concerns is not None), None),
        "speakers": sorted({c.speaker for c in claims if c.speaker}),
        "actors": [
            {"name": reading.as_written(p.name), "kind": p.kind.value, "role": p.role.value} for p in settled.parties
        ],
        "passages": [{"start": start, "end": end, "quote": reading.text[start:end]} for start, end in spans],
    }


def _status(settled: Settled) -> str:
    return STATUS_OF_CALLING_OFF.get(settled.kind, settled.status.value)


def _show(reading: Reading, console: Console) -> None:
    day = reading.published.isoformat() if reading.published else "not known"
    console.print(f"[bold]{reading.title or 'Untitled'}[/bold]")
    console.print(f"Published: {day} ({reading.published_how})")
    for note in reading.notes:
        console.print(note)
    events = events_of(reading)
    if not events:
        console.print("No event was found.")
        return
    table = Table(show_lines=True)
    for heading in ("When", "What", "Status", "Who", "Where", "Words"):
        table.add_column(heading, overflow="fold")
    for settled, claims in events:
        basis = "" if settled.basis.value == "stated" else f", {settled.basis.value}"
        table.add_row(
            settled.when or "undated",
            f"{settled.title} ({settled.kind.value})",
            f"{_status(settled)}{basis}\n{settled.confidence.value} confidence",
            "\n".join(p.name for p in settled.parties),
            settled.place,
            " … ".join(" ".join(reading.text[c.start : c.end].split()) for c in claims),
        )
    console.print(table)
    console.print(f"{len(events)} event{'' if len(events) == 1 else 's'} in {len(reading.claims)} passages.")
