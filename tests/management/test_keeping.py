"""Backup and restore, and the whole chronology from one kind of database into another and back, row by row."""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT
from timeline.chronicle import curation, keeping
from timeline.chronicle.check import problems
from timeline.models import Decision, Event, Source

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
WHOLE = ("auth.user", "timeline", "--natural-foreign", *(f"--exclude={name}" for name in sorted(keeping.LEFT_OUT)))


def run(*words, **options):
    out = StringIO()
    call_command(*map(str, words), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def endings():
    """The endings of the backups that this database can give."""
    return [".jsonl.gz", ".sqlite3"] if connection.vendor == "sqlite" else [".jsonl.gz"]


def rows():
    """Every row that is kept, by table."""
    kept = {model._meta.label: list(model.objects.order_by("pk").values()) for model in keeping.kept_models()}
    # a database that is emptied makes its groups anew, with numbers of its own
    kept["auth.Group"] = sorted(group["name"] for group in kept["auth.Group"])
    for model in keeping.kept_models()[2:]:  # numbers of permissions are each database's own
        for field in model._meta.local_many_to_many:
            pairs = field.remote_field.through.objects.values_list(field.m2m_column_name(), field.m2m_reverse_name())
            kept[f"{model._meta.label}.{field.name}"] = sorted(pairs)
    return kept


@pytest.fixture
def chronology(take):
    """Three articles with decisions of every kind that moves something: edited, merged, split, withdrawn, undone."""
    editor = get_user_model().objects.create_user("ana", password="a long one for tests")
    first = take(f"{SUMMIT}\n{LATER}\n2 | call | held | 2019-03-01 | | Chile; Nigeria", "2019-03-05").source
    take(MEETING, "2019-03-06")
    later = take("0 | talks | planned | 2019-07-20 | Abuja | Chile; Nigeria", "2019-06-07").source
    summit, call = Event.objects.get(kind="summit"), Event.objects.get(kind="call")
    curation.edit(summit, {"place": "Miraflores, Lima"}, editor, "Seen there.")
    curation.split(summit, [summit.mentions.order_by("id").last().key], editor, "Another one.")
    one, other = Event.objects.filter(kind="talks").order_by("id")
    merged = curation.merge(one, other, editor, "The same.")
    curation.undo(merged, editor)
    curation.merge(one, other, editor, "The same after all.")
    curation.reject(call, editor, "Misread.")
    curation.withdraw(later, editor, "Retracted.")
    curation.edit_source(first, {"title": "Über Lima", "publisher": "Señal"}, editor)
    return rows()


@pytest.fixture
def elsewhere(tmp_path):
    """Run a command on an SQLite file of its own, which has been migrated."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'other.sqlite3'}", "DEBUG": "1"}

    def elsewhere(*words):
        call = [sys.executable, "manage.py", *map(str, words)]
        done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    elsewhere("migrate", "--verbosity=0")
    return elsewhere


def loaded(dump):
    """A dump's rows in an order that does not depend on the database."""
    found = json.loads(dump)
    for row in found:
        for name, value in row["fields"].items():
            if row["model"] in ("timeline.mention", "timeline.participation") and name in ("actors", "passages"):
                row["fields"][name] = sorted(value)
    return sorted(found, key=lambda row: (row["model"], row["pk"]))


def test_the_whole_goes_into_another_database_and_back_row_by_row(chronology, elsewhere, tmp_path):
    there, back = tmp_path / "there.json", tmp_path / "back.json"
    run("dumpdata", *WHOLE, output=str(there), verbosity=0)
    elsewhere("loaddata", there, "--verbosity=0")
    assert elsewhere("check_chronology").startswith("All is well: 3 sources")
    elsewhere("dumpdata", *WHOLE, "--output", back, "--verbosity=0")
    assert loaded(back.read_text()) == loaded(there.read_text())
    call_command("flush", interactive=False, verbosity=0)
    assert not Source.objects.exists()
    run("loaddata", back, verbosity=0)
    assert rows() == chronology
    assert list(problems()) == []


def test_loading_twice_changes_nothing(chronology, tmp_path):
    file = tmp_path / "all.json"
    run("dumpdata", *WHOLE, output=str(file), verbosity=0)
    run("loaddata", file, verbosity=0)
    assert rows() == chronology


def test_addresses_and_histories_hold_after_the_move(chronology, tmp_path):
    merged = Decision.objects.filter(action="merge").latest("id")
    old, new = merged.other_event.get_absolute_url(), merged.event.get_absolute_url()
    histories = Event.history.filter(id=merged.event_id).count()
    file = tmp_path / "all.jsonl.gz"
    run("backup", file)
    run("restore", file, replace=True)
    assert Client().get(old).headers["Location"].startswith(new)
    assert Event.history.filter(id=merged.event_id).count() == histories > 1
    undone = curation.undo(Decision.objects.get(pk=merged.pk), "ben")
    assert undone.pk > merged.pk and Event.objects.get(pk=merged.other_event_id).merged_into is None


@pytest.mark.parametrize(
    ("model", "change", "said"),
    [
        ("timeline.event", {"kind": "party"}, "event_kind_known"),
        ("timeline.event", {"when": None}, "timeline.Event"),
        ("timeline.passage", {"start": "seven"}, "timeline.passage"),
        ("timeline.mention", {"event": ["no-such-event"]}, "no-such-event"),
    ],
)
def test_a_broken_row_names_itself_and_nothing_is_loaded(chronology, tmp_path, model, change, said):
    file = tmp_path / "all.json"
    run("dumpdata", *WHOLE, output=str(file), verbosity=0)
    found = json.loads(file.read_text())
    broken = next(row for row in found if row["model"] == model)
    broken["fields"] |= {"pinned": False, **change} if model == "timeline.mention" else change
    file.write_text(json.dumps(found))
    call_command("flush", interactive=False, verbosity=0)
    with pytest.raises(Exception, match=r"(?i)pk=.?%s\b" % broken["pk"]) as raised:  # noqa: UP031
        run("loaddata", file, verbosity=0)
    assert said in str(raised.value)
    assert not Source.objects.exists()


def test_a_backup_brings_back_all_that_was_there(chronology, tmp_path):
    for ending in endings():
        file = tmp_path / f"kept{ending}"
        said = run("backup", file)
        assert "read back and whole" in said and file.stat().st_mode & 0o077 == 0
        curation.edit(Event.objects.get(kind="summit", when="2019-03-04"), {"place": f"Lima {ending}"}, "ben")
        assert rows() != chronology
        run("restore", file, replace=True)
        assert rows() == chronology
        assert list(problems()) == []
        assert [path.name for path in tmp_path.iterdir()] == [file.name]
        file.unlink()


def test_a_dump_is_brought_back_into_another_kind_of_database(chronology, elsewhere, tmp_path):
    file, again = tmp_path / "kept.jsonl.gz", tmp_path / "again.jsonl.gz"
    run("backup", file)
    elsewhere("restore", file)
    elsewhere("backup", again)
    assert gzip.decompress(again.read_bytes()) == gzip.decompress(file.read_bytes())
    run("restore", again, replace=True)
    assert rows() == chronology


def test_a_backup_is_of_one_moment_while_others_write(take, tmp_path, monkeypatch):
    take(SUMMIT, "2019-03-05")
    real = keeping._counting if connection.vendor != "sqlite" else keeping._rows

    def meanwhile(*args):
        done = real(*args)
        if not Source.objects.filter(title="Meanwhile").exists():
            from concurrent.futures import ThreadPoolExecutor

            def work():
                try:
                    take(MEETING, "2019-03-06", title="Meanwhile")
                finally:
                    connection.close()

            with ThreadPoolExecutor(1) as other:
                other.submit(work).result()
        return done

    monkeypatch.setattr(keeping, real.__name__, meanwhile)
    file = tmp_path / f"kept{endings()[-1]}"
    run("backup", file)
    monkeypatch.undo()
    assert Source.objects.filter(title="Meanwhile").exists()
    run("restore", file, replace=True)
    assert Source.objects.count() == 1 and list(problems()) == []


def test_what_is_there_is_not_thrown_away_without_a_word(chronology, tmp_path):
    for ending in endings():
        file = tmp_path / f"kept{ending}"
        run("backup", file)
        with pytest.raises(CommandError, match=r"holds 3 sources, \d+ events, \d+ decisions; --replace throws"):
            run("restore", file)
        with pytest.raises(CommandError, match="there is such a file already; --replace replaces it"):
            run("backup", file)
        assert "whole" in run("backup", file, replace=True)
    assert rows() == chronology


def test_a_damaged_backup_is_refused_and_changes_nothing(chronology, tmp_path):
    for ending in endings():
        file = tmp_path / f"kept{ending}"
        run("backup", file)
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) * 2 // 3])
        with pytest.raises(CommandError, match="it is damaged"):
            run("restore", file, replace=True)
    assert rows() == chronology


def test_a_dump_that_does_not_fit_is_rolled_back(chronology, tmp_path):
    file = tmp_path / "kept.jsonl.gz"
    run("backup", file)
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    at = next(number for number, line in enumerate(lines) if json.loads(line)["model"] == "timeline.event")
    lines[at] = lines[at].replace('"kind": "', '"kind": "un')
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    with pytest.raises(CommandError, match=r"does not fit this version of the program: .*timeline.Event\(pk="):
        run("restore", file, replace=True)
    assert rows() == chronology


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.txt", b"hello", "it is no backup: neither"),
        ("x.jsonl.gz", gzip.compress(b'{"model": "auth.permission", "pk": 1}\n', mtime=0), "line 1 is no row of ours"),
        ("x.jsonl.gz", gzip.compress(b"[1\n", mtime=0), "it is damaged"),
    ],
)
def test_what_is_no_backup_is_refused(tmp_path, name, content, said):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(CommandError, match=said):
        run("restore", file)


def test_an_sqlite_file_of_others_or_of_a_newer_program_is_refused(tmp_path):
    foreign = tmp_path / "foreign.sqlite3"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE notes (words text)")
    other.close()
    newer = tmp_path / "newer.sqlite3"
    with sqlite3.connect(newer) as other:
        for table in ("django_migrations (app text, name text)", "timeline_source (id int)", "timeline_event (id int)"):
            other.execute(f"CREATE TABLE {table}")
        other.execute("INSERT INTO django_migrations VALUES ('timeline', '9999_tomorrow')")
    other.close()
    expected = {
        "sqlite": {foreign: "none of ours", newer: r"a newer version .* 9999_tomorrow"},
        "postgresql": dict.fromkeys([foreign, newer], "copy of an SQLite file, and this is another kind of database"),
    }
    for file, said in expected[connection.vendor].items():
        with pytest.raises(CommandError, match=said):
            run("restore", file)


def test_a_backup_that_cannot_be_written_says_why_and_leaves_nothing(tmp_path, monkeypatch):
    with pytest.raises(CommandError, match="there is no such folder"):
        run("backup", tmp_path / "nowhere" / "kept.jsonl.gz")
    with pytest.raises(CommandError, match="there is no such file"):
        run("restore", tmp_path / "kept.jsonl.gz")
    monkeypatch.setattr(keeping, "_rows_of_dump", lambda file: {"timeline.source": 1})
    with pytest.raises(CommandError, match="read back, it does not hold what was written"):
        run("backup", tmp_path / "kept.jsonl.gz")
    assert list(tmp_path.iterdir()) == []
