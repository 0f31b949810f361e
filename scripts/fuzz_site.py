"""What a fuzzer drives that needs the site and a database: addresses, what is pasted and uploaded, files taken in.

As in `fuzz_targets`, a target says nothing where the input is answered or refused as promised. Whatever it writes is
taken back.
"""

from __future__ import annotations

import gzip
import io
import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from timeline.chronicle.forms import FIELDS
from timeline.chronicle.keeping import NotKept, bring_back, kept_models

from .fuzz_targets import Broken, as_sentences

PARAMETERS = (
    "q kind status basis actor with country place source confidence review from to certain order view after rows hl "
    "print zoom at lanes disputed"
).split()
VALUES = (
    "summit,held,cancelled,planned,reported,high,xi-jinping,kim-jong-un,north-korea,china,2018,2018-03,201X,2018-06-12,"
    "2017/2019,decade,year,month,day,actor,kind,place,1,0,-1,50,oldest,compact,both,last week,March 2018,Xi and Kim,"
    '31 Feb,"the two leaders",around March 27'
).split(",")
PATHS = (
    "/ /drawn/ /actors/ /sources/ /actors/xi-jinping/ /events/1/ /events.csv /events.jsonl /events.jsonld /events.ics "
    "/events.atom /actors/xi-jinping.csv /actors/xi-jinping.jsonl /actors/xi-jinping.ics /actors/xi-jinping.atom"
).split()
ANSWERS = {200, 301, 302, 404, 410}
REFUSALS = {400}
"""What a file answers where a page shows what is wrong."""
HOST = {"host": "127.0.0.1"}
CELLS = (
    "2019-03-04",
    "4 March 2019",
    "around May",
    "meeting",
    "visit",
    "held",
    "planned",
    "Ana Soto",
    "Chile; Peru",
    "Lima, Peru",
    "Wire A",
    "https://example.org/1",
    "reported",
    "3",
    "",
)


def make_ready() -> None:
    """Fill an empty database with the sample, for a run of the fuzzer."""
    call_command("migrate", verbosity=0)
    if not get_user_model().objects.exists():
        call_command("loaddata", "actors", "sample", verbosity=0)
        get_user_model().objects.create_superuser("editor")


@contextmanager
def taken_back() -> Iterator[None]:
    """Undo what is written inside."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def as_query(sent: bytes) -> str:
    """Return a query of our parameters: parts end at 0xFF; one byte picks the parameter, one a value, more are one."""
    pairs = []
    for part in sent.split(b"\xff")[:8]:
        if part:
            value = VALUES[part[1] % len(VALUES)] if len(part) == 2 else part[1:]
            pairs.append(f"{PARAMETERS[part[0] % len(PARAMETERS)]}={quote(value)}")
    return "&".join(pairs)


def filters(sent: bytes) -> None:
    """Any view of the chronology, by any parameters: a page, a file, a way there, or a word on why not."""
    address = f"{PATHS[(sent or b' ')[0] % len(PATHS)]}?{as_query(sent[1:])}"
    answer = Client(headers=HOST).get(address)
    if answer.streaming:
        list(answer.streaming_content)
    if answer.status_code not in (ANSWERS | REFUSALS if "." in address.partition("?")[0] else ANSWERS):
        raise Broken(f"{answer.status_code} for {address}")
    if answer.status_code == 302 and not answer["Location"].startswith(("/", "?")):
        raise Broken(f"{address} leads to {answer['Location']}")


def fed(sent: bytes) -> None:
    """An article that an editor pastes, or sends as a file, with what is known of it: looked at, or refused."""
    how, text = (sent or b" ")[0], sent[1:]
    words = as_sentences(text) if how & 1 else text.decode("utf-8", "replace")
    told = {"title": words[:40], "publisher": words[40:60], "published": words[60:75] if how & 2 else "2019-03-07"}
    if how & 4:
        told["file"] = SimpleUploadedFile(f"a{quote(words[:20], safe='')}", text, content_type="text/html")
    else:
        told["text"] = words
    client = Client(headers=HOST)
    client.force_login(get_user_model().objects.get(username="editor"))
    with taken_back():
        answer = client.post(reverse("admin:timeline_source_add"), told)
        if answer.status_code not in (200, 302):
            raise Broken(f"{answer.status_code} for an article")


def records(sent: bytes) -> None:
    """A chronology of somebody else's: every line is taken or named with its reason."""
    how, rest = (sent or b" ")[0], sent[1:]
    ending = (".csv", ".tsv", ".json", ".jsonl")[how % 4]
    with tempfile.TemporaryDirectory() as folder, taken_back(), _unheard():
        file = Path(folder) / f"list{ending}"
        file.write_bytes(_records(rest, ending) if how & 4 else rest)
        with suppress(CommandError, SystemExit):
            said = {"stdout": io.StringIO(), "stderr": io.StringIO(), "verbosity": 0}
            call_command("import_chronology", str(file), dry_run=bool(how & 8), skip_bad=bool(how & 16), **said)


def _records(sent: bytes, ending: str) -> bytes:
    names = list(FIELDS)
    rows: list[dict[str, str]] = [{}]
    for part in sent.split(b"\xff"):
        if not part:
            rows.append({})
        else:
            cell = CELLS[part[1] % len(CELLS)] if len(part) == 2 else part[1:].decode("utf-8", "replace")
            rows[-1][names[part[0] % len(names)]] = cell
    if ending in (".json", ".jsonl"):
        listed = [json.dumps(row) for row in rows]
        return ("\n".join(listed) if ending == ".jsonl" else f"[{','.join(listed)}]").encode()
    between = "," if ending == ".csv" else "\t"
    heading = list(dict.fromkeys(name for row in rows for name in row))
    lines = [between.join(heading), *(between.join(row.get(name, "") for name in heading) for row in rows)]
    return "\n".join(lines).encode()


def _rows_of_ours(sent: bytes, *, lines: bool) -> bytes:
    """Return rows of our tables as a fixture has them, in which the bytes say what the fields hold."""
    models = kept_models()
    rows = []
    for part in sent.split(b"\xff")[:6]:
        model = models[(part or b"\0")[0] % len(models)]
        fields = {}
        for number, field in enumerate(model._meta.concrete_fields[1:], 1):
            word = part[number : number + 2]
            if word:
                fields[field.name] = [VALUES[word[0] % len(VALUES)], word[0], None, word.decode("latin-1")][word[0] % 4]
        rows.append({"model": model._meta.label_lower, "pk": (part or b"\0")[-1], "fields": fields})
    return ("\n".join(map(json.dumps, rows)) if lines else json.dumps(rows)).encode()


def fixture(sent: bytes) -> None:
    """A fixture: loaded, or refused with a word on which row."""
    how, rest = (sent or b" ")[0], sent[1:]
    with tempfile.TemporaryDirectory() as folder, taken_back(), _unheard():
        file = Path(folder) / "sent.json"
        file.write_bytes(_rows_of_ours(rest, lines=False) if how & 1 else rest)
        with suppress(CommandError):
            call_command("loaddata", str(file), verbosity=0)


def backup(sent: bytes) -> None:
    """A file that is said to be a backup: brought back, or refused with a reason."""
    how, rest = (sent or b" ")[0], sent[1:]
    with tempfile.TemporaryDirectory() as folder, taken_back(), _unheard():
        file = Path(folder) / "backup"
        made = (rest, gzip.compress(rest), b"\x1f\x8b" + rest, gzip.compress(_rows_of_ours(rest, lines=True)))
        file.write_bytes(made[how % 4])
        with suppress(NotKept):
            bring_back(file, replace=True)


@contextmanager
def _unheard() -> Iterator[None]:
    """Let nothing be logged, so that what a run finds is not lost among it."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


SITE_TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (filters, fed, records, fixture, backup)
}
