"""`manage.py import_chronology`: an existing chronology into ours, each record a source that can be cited."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.chronicle.articles import is_exported, plainly
from timeline.chronicle.citations import Cited, Entry, take_in
from timeline.chronicle.entries import entry_of
from timeline.chronicle.exported import entries_of
from timeline.chronicle.forms import FIELDS, KINDS_OF_NAMES, Faults, Form, Target, Wrong
from timeline.chronicle.ingest import Refused
from timeline.chronicle.records import Record, records_in
from timeline.chronicle.written_names import NameReader
from timeline.management.chronology import ChronologyCommand, Undone, closing_table
from timeline.models import Actor

TOLD_SINGLY = 50
"""Up to so many lines that cannot be taken are named one by one, and so many new actors."""


@dataclass(frozen=True, slots=True)
class _Bad:
    """A line that cannot be taken, where on it, and why."""

    line: int
    field: str
    why: str


CLOSING = (
    ("entries new", "new"),
    ("entries that replace an earlier state", "replaced"),
    ("entries known already", "known"),
    ("lines that cannot be taken", "bad"),
    ("events new", "events"),
    ("events that gained an entry", "joined"),
)
"""Rows of the closing table: what is counted, and under which name."""


class Command(ChronologyCommand):
    help = (
        "Take an existing chronology in: CSV with a heading, a JSON list, or JSON Lines. Each record becomes a source "
        "that the event cites. Where one line cannot be taken, nothing is, unless --skip-bad says otherwise; what is "
        "known already is left as it is.\n\nFields of a record:\n"
        + "\n".join(f"  {name:<12} {meaning}" for name, meaning in FIELDS.items())
    )

    def create_parser(self, prog_name, subcommand, **kwargs):
        kwargs["formatter_class"] = RawDescriptionHelpFormatter
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="its name ends in .csv, .tsv, .json or .jsonl")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="COLUMN=FIELD[:KIND]",
            help="read a column as one of our fields; where it holds names, KIND says what those are that we do not "
            f"know: {', '.join(KINDS_OF_NAMES)}. May be given several times, for one column too",
        )
        parser.add_argument(
            "--set",
            action="append",
            default=[],
            metavar="FIELD=VALUE",
            help="what holds for every record that does not say otherwise, such as kind=visit",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would become of it and write nothing")
        parser.add_argument("--skip-bad", action="store_true", help="take the good lines where others are bad")

    def handle(self, *, file, dry_run, skip_bad, verbosity, **options):
        form = Form(_mapping(options["map"]), _constants(options["set"]), file.stem)
        errors = Console(file=self.stderr, highlight=False, soft_wrap=True)
        entries, bad, unread = self._read(file, form)
        _tell_bad(file, bad, errors)
        lines = len({one.line for one in bad})
        if bad and not skip_bad:
            raise CommandError(
                f"{_counted(lines, 'line')} cannot be taken, so nothing was taken in. Mend them and try again, or take "
                "the others with --skip-bad."
            )
        counts, made = self._take(entries, dry_run, errors, verbosity)
        counts["bad"] = lines
        if verbosity:
            console = Console(file=self.stdout, highlight=False, soft_wrap=True)
            console.print(
                closing_table(
                    "Would be taken in (nothing was)" if dry_run else "Taken into the chronology", counts, CLOSING
                )
            )
            if unread:
                console.print(f"Kept but not read as one of our fields: {', '.join(sorted(unread))}.", markup=False)
            _tell_made(made, dry_run, console)
        if bad:
            raise SystemExit(1)

    def _read(self, file: Path, form: Form) -> tuple[list[Entry], list[_Bad], set[str]]:
        """Return what a file says, which lines cannot be taken, and which columns are none of ours."""
        entries: list[Entry] = []
        bad: list[_Bad] = []
        unread: set[str] = set()
        lines_of: dict[tuple[str, str], int] = {}
        names = NameReader()
        today = timezone.now().date()
        columns: set[str] = set()
        try:
            for record in records_in(file):
                exported = is_exported(record.columns)
                if not exported:
                    columns |= {*record.heading}
                    unread |= {name for name in record.columns if not form.targets(name)}
                try:
                    said = entries_of(record.columns, names) if exported else [_entry(record, form, names, today)]
                    _refuse_twice(said, record.line, lines_of)
                except Faults as faults:
                    bad += [_Bad(record.line, wrong.where, str(wrong)) for wrong in faults.wrongs]
                except Wrong as wrong:
                    bad.append(_Bad(record.line, wrong.where, str(wrong)))
                except Refused as reason:
                    bad.append(_Bad(record.line, "", str(reason)))
                else:
                    entries += said
        except Refused as reason:
            raise CommandError(f"{file}: {reason}") from None
        except OSError as error:
            raise CommandError(f"{file}: {plainly(error)}") from None
        if not entries and not bad:
            raise CommandError(f"{file}: there is no record in it")
        if columns and (missing := sorted(form.columns.keys() - columns)):
            raise CommandError(
                f"--map: no record has the column {', '.join(missing)}; there are {', '.join(sorted(columns))}"
            )
        return entries, bad, unread

    def _take(
        self, entries: Sequence[Entry], dry_run: bool, errors: Console, verbosity: int
    ) -> tuple[Counter[str], list[Actor]]:
        """Take entries in; return counts of what became of them, and the actors that were made for them."""
        counts: Counter[str] = Counter()
        made: list[Actor] = []
        newest = Actor.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        try:
            with transaction.atomic() if dry_run else nullcontext():
                for done in _with_progress(entries, errors, verbosity):
                    counts += Counter(
                        new=done.new - done.replaced,
                        replaced=done.replaced,
                        known=done.known,
                        events=len(done.linked.new),
                        joined=len(done.linked.joined),
                    )
                made = list(Actor.objects.filter(pk__gt=newest).order_by("kind", "name"))
                if dry_run:
                    raise Undone
        except Undone:
            pass
        return counts, made


def _with_progress(entries: Sequence[Entry], errors: Console, verbosity: int) -> Iterator[Cited]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True, disable=verbosity == 0) as progress:
        bar = progress.add_task("Taking in", total=len(entries))
        for done in take_in(entries):
            yield done
            progress.advance(bar, done.new + done.known)


def _entry(record: Record, form: Form, names: NameReader, today) -> Entry:
    if record.refused:
        raise Refused(record.refused)
    return entry_of(record, form, names, today)


def _refuse_twice(said: Sequence[Entry], line: int, lines_of: dict[tuple[str, str], int]) -> None:
    """Raise Wrong where a record has the number of an earlier one."""
    for entry in said:
        if entry.record:
            key = (entry.title, entry.publisher)
            if key in lines_of:
                raise Wrong("id", f"record {entry.record} stands in line {lines_of[key]} already; give each its own")
            lines_of[key] = line


def _mapping(options: Sequence[str]) -> dict[str, tuple[Target, ...]]:
    columns: dict[str, tuple[Target, ...]] = defaultdict(tuple)
    for option in options:
        column, equals, told = option.rpartition("=")
        name, _, kind = told.partition(":")
        if not equals or not column:
            raise CommandError(f"--map {option}: write COLUMN=FIELD, such as start-date=start")
        _check_field("--map", option, name)
        if kind and kind not in KINDS_OF_NAMES:
            raise CommandError(f"--map {option}: “{kind}” is none of {', '.join(KINDS_OF_NAMES)}")
        columns[column] += (Target(name, kind),)
    return dict(columns)


def _constants(options: Sequence[str]) -> dict[str, str]:
    constants = {}
    for option in options:
        name, _, value = option.partition("=")
        if not value.strip():
            raise CommandError(f"--set {option}: write FIELD=VALUE, such as kind=visit")
        _check_field("--set", option, name)
        if name == "id":
            raise CommandError("--set id: every record needs a number of its own")
        constants[name] = value.strip()
    return constants


def _check_field(flag: str, option: str, name: str) -> None:
    if name not in FIELDS:
        raise CommandError(f"{flag} {option}: “{name}” is none of our fields; they are {', '.join(FIELDS)}")


def _tell_bad(file: Path, bad: Sequence[_Bad], errors: Console) -> None:
    for one in bad[:TOLD_SINGLY]:
        where = f"{file}, line {one.line}" + (f", {one.field}" if one.field else "")
        errors.print(f"{where}: {one.why}", style="red", markup=False)
    if len(bad) > TOLD_SINGLY:
        errors.print(f"… and {len(bad) - TOLD_SINGLY:,} more", style="red", markup=False)


def _tell_made(made: Sequence[Actor], dry_run: bool, console: Console) -> None:
    """Name the actors that were not known before: a name that is written in two ways is found here."""
    if not made:
        return
    named = "; ".join(f"{actor.name} ({actor.get_kind_display()})" for actor in made[:TOLD_SINGLY])
    more = f"; and {len(made) - TOLD_SINGLY:,} more" if len(made) > TOLD_SINGLY else ""
    verb = "would be" if dry_run else "were"
    console.print(f"{_counted(len(made), 'actor')} {verb} made: {named}{more}.", markup=False)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
