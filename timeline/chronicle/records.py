"""Records out of files: the rows of somebody else's chronology, as CSV, as a JSON list or as JSON Lines.

Each comes with the line on which it stands, so that whoever made the file finds what is wrong with it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .articles import LARGEST_FILE, decode
from .ingest import Refused

TABLE_ENDINGS = frozenset({".csv", ".tsv"})
LIST_ENDINGS = frozenset({".json"})
LINES_ENDINGS = frozenset({".jsonl", ".ndjson"})
ENDINGS = TABLE_ENDINGS | LIST_ENDINGS | LINES_ENDINGS
LONGEST_CELL = 1_000_000
"""Characters of one cell; longer ones mean that a quotation mark is missing."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row or object of a file: its columns in their order, empty ones left out."""

    line: int
    columns: Mapping[str, Any] = field(default_factory=dict)
    heading: Collection[str] = ()
    """The names of all its columns, empty ones too."""
    refused: str = ""
    """Why there is nothing that can be read on this line."""


def records_in(path: Path) -> Iterator[Record]:
    """Yield the records of a file in their order; what is none comes with the reason.

    Raises Refused, or OSError, where the file as a whole cannot be read.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Refused(f"its name ends in none of {', '.join(sorted(ENDINGS))}")
    if path.stat().st_size > LARGEST_FILE:
        raise Refused(f"it is larger than {LARGEST_FILE // 1_000_000} MB; split it")
    if ending in LINES_ENDINGS:
        yield from _lines(path)
        return
    text = decode(path.read_bytes())
    yield from _rows(text, path) if ending in TABLE_ENDINGS else _listed(text)


def _lines(path: Path) -> Iterator[Record]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield _record(number, json.loads(decode(line)))
            except json.JSONDecodeError as error:
                yield Record(number, refused=f"it is no JSON: {error.msg} at column {error.colno}")
            except RecursionError:
                yield Record(number, refused="it is no JSON that can be read: nested too deeply")
            except Refused as reason:
                yield Record(number, refused=str(reason))
            except ValueError:  # Python reads no number of more than 4,300 digits
                yield Record(number, refused="it is no JSON that can be read: a number is too long")


def _listed(text: str) -> Iterator[Record]:
    """Yield the objects of a JSON list, each with the line on which it begins."""
    decoder = json.JSONDecoder()
    at, line = _past(text, 0, " \t\r\n"), 1
    if text[at : at + 1] != "[":
        raise Refused("it is no JSON list of records: it does not begin with “[”; name it .jsonl if it is JSON Lines")
    counted = 0
    at = _past(text, at + 1, " \t\r\n")
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        try:
            found, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise Refused(f"line {error.lineno}: it is no JSON: {error.msg} at column {error.colno}") from None
        except RecursionError:
            raise Refused(f"line {line}: it is no JSON that can be read: nested too deeply") from None
        except ValueError:
            raise Refused(f"line {line}: it is no JSON that can be read: a number is too long") from None
        yield _record(line, found)
        at = _past(text, at, " \t\r\n")
        if text[at : at + 1] == ",":
            at = _past(text, at + 1, " \t\r\n")
        elif text[at : at + 1] != "]":
            raise Refused(f"line {1 + text.count(chr(10), 0, at)}: it is no JSON: a comma or “]” is missing")


def _past(text: str, at: int, passed_over: str) -> int:
    while at < len(text) and text[at] in passed_over:
        at += 1
    return at


def _record(line: int, found: Any) -> Record:
    if not isinstance(found, dict):
        return Record(line, refused="it is no JSON object with a name for every value")
    return Record(line, {name: value for name, value in found.items() if not _is_empty(value)}, found.keys())


def _is_empty(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _rows(text: str, path: Path) -> Iterator[Record]:
    """Yield the rows of a table under its heading; the delimiter is the one that the heading has most of."""
    lines = text.splitlines(keepends=True)
    heading = next((line for line in lines if line.strip()), "")
    delimiter = "\t" if path.suffix.lower() == ".tsv" else max(",;\t", key=heading.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next((row for row in reader if any(cell.strip() for cell in row)), [])]
        _check_heading(names)
        before = reader.line_num
        for row in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(names):
                yield Record(line, refused=f"it has {len(row)} cells, but the heading has {len(names)} columns")
                continue
            yield Record(line, {n: cell for n, cell in zip(names, row, strict=True) if n and cell.strip()}, names)
    except csv.Error as error:
        raise Refused(f"line {reader.line_num}: it is no CSV that can be read: {error}") from None


def _check_heading(names: list[str]) -> None:
    named = [name for name in names if name]
    if not named:
        raise Refused("it is empty")
    if twice := sorted({name for name in named if named.count(name) > 1}):
        raise Refused(f"its heading has the column {', '.join(f'“{name}”' for name in twice)} twice")
