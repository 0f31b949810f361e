"""`manage.py ingest`: articles into the chronology."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import URLValidator
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.chronicle.articles import Found, Given, articles_in, how_many, read_day
from timeline.chronicle.citations import sum_up, take_in
from timeline.chronicle.clocks import time_zone
from timeline.chronicle.exported import entries_of
from timeline.chronicle.forms import Wrong
from timeline.chronicle.ingest import Refused, ingest_all, same_text
from timeline.chronicle.intake import send_in
from timeline.chronicle.reading_ahead import read_ahead
from timeline.chronicle.storing import AT_ONCE, Taken
from timeline.chronicle.written_names import NameReader
from timeline.management.chronology import ChronologyCommand, closing_table

MOST_JOBS = 64

TOLD_SINGLY = 10
"""Up to so many articles are told of one by one; of more only the closing table speaks."""

LONG_TOGETHER = 200_000
"""Characters beyond which articles are not stored together with further ones: others who write would wait long."""

Read = tuple[Found, Future | None]
"""What was found, and what another process makes of it."""

CLOSING = (
    ("articles new", "new"),
    ("articles known already", "known"),
    ("articles refused", "refused"),
    ("passages that tell of an event", "mentions"),
    ("events new", "events"),
    ("events that gained a passage", "joined"),
)
"""Rows of the closing table: what is counted, and under which name."""


class Command(ChronologyCommand):
    help = "Read articles into the chronology: text, HTML, JSON Lines, or folders of these."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of files")
        parser.add_argument("--published", metavar="DAY", help="day of publication, as 2019-03-07")
        parser.add_argument("--timezone", metavar="ZONE", help="the publisher's clock, as America/New_York")
        parser.add_argument("--publisher", default="", help="who published it")
        parser.add_argument("--title", default="", help="its headline")
        parser.add_argument("--author", default="", help="who wrote it")
        parser.add_argument("--url", default="", help="its address on the web")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="read in so many processes")
        how.add_argument("--queue", action="store_true", help="leave the reading to workers, or to read_intake")

    def handle(self, *, paths, published, timezone, publisher, title, author, url, jobs, queue, verbosity, **options):
        given = self._given(published, timezone, publisher, title, author, url)
        console = Console(file=self.stdout, highlight=False, soft_wrap=True)
        errors = Console(file=self.stderr, highlight=False, soft_wrap=True)
        counts: Counter[str] = Counter()
        total = sum(how_many(path) for path in paths)
        if total > 1 and (title or url):
            raise CommandError("--title and --url describe one article, but several were found; leave them out.")
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=errors, transient=True, disable=total < 2 or verbosity == 0) as progress:
            bar = progress.add_task("Reading", total=total)
            found = (thing for path in paths for thing in articles_in(path, given))
            told = console if total <= TOLD_SINGLY and verbosity else None
            things = read_ahead(found, jobs) if jobs > 1 else ((thing, None) for thing in found)
            for several in _together(things, 1 if queue or total <= TOLD_SINGLY else AT_ONCE):
                thing = several[0][0]
                if thing.article is None:
                    self._take_entry(thing, counts, told, errors)
                elif queue:
                    self._put_in_queue(thing, counts, errors)
                else:
                    self._take(several, counts, told, errors)
                progress.advance(bar, len(several))
        if verbosity and not queue and counts["new"] + counts["known"]:
            console.print(closing_table("Read into the chronology", counts, CLOSING))
        if verbosity and queue:
            console.print(f"{counts['queued']:,} wait to be read; {counts['known']:,} are known already.")
            if counts["queued"]:
                console.print("How far they are: manage.py intake_state")
        if counts["refused"]:
            raise SystemExit(1)

    def _given(self, published, timezone, publisher, title, author, url) -> Given:
        try:
            day = read_day(published) if published else None
        except Refused as reason:
            raise CommandError(f"--published: {reason}") from None
        try:
            clock = time_zone(timezone) if timezone else None
        except ValueError as reason:
            raise CommandError(f"--timezone: {reason}") from None
        if url:
            try:
                URLValidator(schemes=["http", "https"])(url)
            except ValidationError:
                raise CommandError(f"--url: “{url}” is no web address") from None
        return Given(title, author, publisher, url, day, clock)

    def _put_in_queue(self, thing: Found, counts: Counter[str], errors: Console) -> None:
        """Keep an article for those who read later, unless it is known or cannot be taken in at all."""
        try:
            if same_text(thing.article):
                counts["known"] += 1
            else:
                send_in(thing.article, file=thing.where)
                counts["queued"] += 1
        except Refused as refusal:
            self._refuse(thing, str(refusal), counts, errors)

    def _refuse(self, thing: Found, reason: str, counts: Counter[str], errors: Console) -> None:
        counts["refused"] += 1
        errors.print(f"{thing.where}: {reason}", style="red", markup=False)

    def _take(
        self,
        several: Sequence[Read],
        counts: Counter[str],
        console: Console | None,
        errors: Console,
    ) -> None:
        """Take articles in together and count what became of them; a refused one is named with its reason.

        Where there is a console to tell it to, each article is told of with its address on the site.
        """
        done = ingest_all([(thing.article, reading) for thing, reading in several])
        for (thing, _), taken in zip(several, done, strict=True):
            if isinstance(taken, Refused):
                self._refuse(thing, str(taken), counts, errors)
                continue
            counts["known" if taken.known else "new"] += 1
            counts["mentions"] += taken.mentions
            counts["events"] += len(taken.linked.new)
            counts["joined"] += len(taken.linked.joined)
            if console:
                console.print(_told(taken), markup=False)

    def _take_entry(self, thing: Found, counts: Counter[str], console: Console | None, errors: Console) -> None:
        """Take in an event that an export had, and count what became of it; what is refused is named."""
        if thing.event is None:
            self._refuse(thing, thing.refused, counts, errors)
            return
        try:
            done = sum_up(take_in(entries_of(thing.event, NameReader())))
        except (Refused, Wrong) as refusal:
            self._refuse(thing, f"{getattr(refusal, 'where', 'it')}: {refusal}", counts, errors)
            return
        counts["known" if not done.new else "new"] += 1
        counts["mentions"] += done.mentions
        counts["events"] += len(done.linked.new)
        counts["joined"] += len(done.linked.joined)
        if console:
            became = "known already; nothing was changed" if not done.new else f"passages: {done.mentions}"
            console.print(f"“{thing.event.get('title')}”: {became}", markup=False)


def _together(things: Iterable[Read], number: int) -> Iterator[list[Read]]:
    """Yield what was found in its order: up to so many articles together, or fewer long ones, all else alone."""
    several: list[Read] = []
    for thing, reading in things:
        if several and (thing.article is None or sum(len(one.article.text) for one, _ in several) > LONG_TOGETHER):
            yield several
            several = []
        several.append((thing, reading))
        if thing.article is None or len(several) >= number:
            yield several
            several = []
    if several:
        yield several


def _jobs(words: str) -> int:
    number = int(words) if words.isdecimal() else 0
    if not 1 <= number <= MOST_JOBS:
        raise ArgumentTypeError(f"“{words}” is no number of processes from 1 to {MOST_JOBS}")
    return number


def _told(taken: Taken) -> str:
    """Return one line on what became of an article, with its address on the site."""
    source = taken.source
    day = f"published {source.published_on}" if source.published_on else "day of publication unknown"
    if taken.known:
        became = f"known already ({day}); nothing was changed"
    else:
        became = f"{day}; passages: {taken.mentions}, new events: {len(taken.linked.new)}"
    return f"“{source}”: {became}. See {source.get_absolute_url()}"
