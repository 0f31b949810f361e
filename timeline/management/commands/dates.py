"""The time words of texts and what they mean on a calendar, as JSON Lines. Asks no database."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.parser.dates import find_dates
from timeline.parser.reading import TimeWords


class Command(BaseCommand):
    """Reads texts from standard input, prints the dates found in each."""

    help = (
        'Reads JSON Lines {"id", "published", "text"} on standard input and prints for each '
        '{"id", "dates": [{"start", "end", "when", "reach", "rule"}]}. `when` is EDTF of the calendar date that the '
        "words name; `reach` is what they make of it, where that is more: since 2015 names 2015 and reaches 2015/.. "
        "A line that cannot be read is named on standard error, the rest goes on, and the exit status is 1."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print JSON Lines (without it, a line for each date)")
        parser.add_argument("--stats", action="store_true", help="print characters a second to standard error")

    def handle(self, *args: Any, **options: Any) -> None:
        bad, characters, seconds = 0, 0, 0.0
        for number, line in enumerate(_lines(options.get("input") or sys.stdin), start=1):
            if not line.strip():
                continue
            try:
                name, published, text = _read(line)
            except ValueError as error:
                bad += 1
                self.stderr.write(f"line {number}: {error}")
                continue
            begin = time.perf_counter()
            found = find_dates(text, published)
            seconds += time.perf_counter() - begin
            characters += len(text)
            self._print(name, text, found, as_json=options["json"])
        if options["stats"]:
            speed = characters / seconds if seconds else 0
            self.stderr.write(f"{characters:,} characters in {seconds:.3f} s: {speed:,.0f} characters a second")
        if bad:
            raise CommandError(f"{bad} line{'s' if bad > 1 else ''} could not be read.")

    def _print(self, name: Any, text: str, found: tuple[TimeWords, ...], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(
                json.dumps({"id": name, "dates": [_as_json(words) for words in found]}, ensure_ascii=False)
            )
            return
        for words in found:
            shown = " ".join(text[words.start : words.end].split())
            self.stdout.write(f"{name}\t{words.start}-{words.end}\t{words.edtf or '-'}\t{words.rule}\t{shown}")


def _lines(stream: TextIO) -> Any:
    """Lines of a stream; bytes that are no UTF-8 arrive as replacement characters and fail as JSON or pass as text."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
    return stream


def _read(line: str) -> tuple[Any, date | None, str]:
    """The id, day of publication and text of one line. Raises ValueError that says what is wrong."""
    try:
        given = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from error
    if not isinstance(given, dict):
        raise ValueError("not a JSON object")
    text, published = given.get("text"), given.get("published")
    if not isinstance(text, str):
        raise ValueError("“text” is missing or no string")
    if published in (None, ""):
        return given.get("id"), None, text
    try:
        return given.get("id"), date.fromisoformat(str(published)), text
    except ValueError as error:
        raise ValueError(f"“published” is no date: {published!r}") from error


def _as_json(words: TimeWords) -> dict[str, Any]:
    shown = {"start": words.start, "end": words.end, "when": words.named or words.edtf, "rule": words.rule}
    if words.named:
        shown["reach"] = words.edtf
    return shown
