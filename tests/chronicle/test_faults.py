"""Faults: killed in the middle, a full disk, a database that may only be read, two who write at once."""

import os
import signal
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections
from django.test import Client

from tests.chronicle import plain
from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT, rows
from timeline.chronicle import curation, ingest
from timeline.chronicle.check import problems
from timeline.chronicle.ingest import Article, reread
from timeline.models import Event, Source

pytestmark = pytest.mark.django_db(transaction=True)

DISPATCH = f"{SUMMIT}\n{LATER}\n2 | visit | planned | 2019-06-01 | Abuja | Ana Lima (Chile) | country=Nigeria"


def in_a_process(work):
    """Do some work in a process of its own; return the process's number."""
    connections.close_all()  # a connection is its process's own
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def end_of(child):
    """Wait for a process and return how it ended: 0, or minus the number of the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


ROWS = ("INSERT", "UPDATE", "DELETE")


def killed_at_write(number, work, writes=ROWS):
    """Do some work, and kill the process that does it as it writes for the so-manieth time; return how it ended."""
    written = 0

    def watch(execute, sql, *more):
        nonlocal written
        if sql.startswith(writes):
            written += 1
            if written == number:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *more)

    def watched():
        with connection.execute_wrapper(watch):
            work()

    return end_of(in_a_process(watched))


def read_better(text, *args, **kwargs):
    """A later parser, which finds another day."""
    reading = plain.read(text, *args, **kwargs)
    first, *others = reading.claims
    return replace(reading, claims=(replace(first, when="2019-03-05"), *others))


@pytest.mark.parametrize("what", ["ingest", "merge", "reparse"])
def test_killed_in_the_middle_nothing_is_half_written(take, monkeypatch, what):
    take(DISPATCH, "2019-03-05")
    take(MEETING, "2019-03-06")
    if what == "reparse":
        monkeypatch.setattr(ingest, "read", read_better)
    works = {
        "ingest": lambda: take(f"{MEETING}\n{LATER}\nAnd more.", "2019-03-07"),
        "merge": lambda: curation.merge(
            Event.objects.get(kind="summit"), Event.objects.get(kind="talks"), "ana", "The same."
        ),
        "reparse": lambda: [reread(source) for source in Source.objects.order_by("pk")[:1]],
    }
    before = rows()
    number = 1
    while (ended := killed_at_write(number, works[what])) == -signal.SIGKILL:
        assert rows() == before, f"killed at write {number}"
        assert list(problems()) == []
        number += 4
    assert ended == 0 and number > 8
    assert rows() != before
    assert list(problems()) == []


def test_those_who_write_at_once_wait_for_each_other(take):
    def work(worker):
        for day in range(1, 6):
            ingest.ingest(Article(f"{SUMMIT}\nTold by {worker}.", published=date(2019, 3, day + 5)))
            take(f"0 | call | held | 2019-0{day}-01 | | Chile; Nigeria\n{worker}", f"2019-0{day}-02")

    children = [in_a_process(lambda worker=worker: work(worker)) for worker in range(3)]
    assert [end_of(child) for child in children] == [0, 0, 0]
    assert Source.objects.count() == 18
    assert list(problems()) == []


READ_ONLY = {
    "sqlite": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
    "postgresql": ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off"),
}


def refused(file):
    """What `manage.py ingest` says of a database that does not take what it writes."""
    with pytest.raises(CommandError) as raised:
        call_command("ingest", str(file), published="2019-03-06", stdout=StringIO(), stderr=StringIO())
    return str(raised.value)


def written_by_a_page():
    """Return how a page answers that has to write, and what it says."""
    answer = Client(raise_request_exception=False).post("/admin/login/", {"username": "ana", "password": "wrong"})
    return answer.status_code, answer.content.decode()


def pages_read():
    client = Client()
    return [client.get(page).status_code for page in ("/", Event.objects.get(kind="summit").get_absolute_url())]


def test_a_database_that_may_only_be_read_is_said_and_pages_still_read(take, tmp_path):
    take(SUMMIT, "2019-03-05")
    file = tmp_path / "later.txt"
    file.write_text(LATER)
    off, on = READ_ONLY[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(off)
    try:
        assert refused(file).startswith("The database may only be read here, so nothing was written.")
        assert pages_read() == [200, 200]
        status, said = written_by_a_page()
        assert status == 503 and "The database may only be read here" in said and "nothing was changed" in said
    finally:
        with connection.cursor() as cursor:
            cursor.execute(on)
    call_command("ingest", str(file), published="2019-03-06", stdout=StringIO(), stderr=StringIO())
    assert Source.objects.count() == 2


@contextmanager
def no_room():
    """A disk on which nothing more can be put: SQLite is told so, of another database it is made believe."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            (pages,) = cursor.execute("PRAGMA page_count").fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages + 4}")
            yield
            cursor.execute("PRAGMA max_page_count = 1073741823")
        return

    def fail(execute, sql, *more):
        if sql.startswith("INSERT"):
            raise OperationalError("could not extend file: No space left on device")
        return execute(sql, *more)

    with connection.execute_wrapper(fail):
        yield


def test_a_full_disk_is_said_and_pages_still_read(take, tmp_path):
    take(SUMMIT, "2019-03-05")
    file = tmp_path / "later.txt"
    file.write_text(f"{LATER}\n" + "Word after word. " * 40_000)
    with no_room():
        assert refused(file).startswith("The disk is full, so nothing more was written.")
        assert pages_read() == [200, 200]
    assert list(problems()) == [] and Source.objects.count() == 1
    call_command("ingest", str(file), published="2019-03-06", stdout=StringIO(), stderr=StringIO())
    assert Source.objects.count() == 2
