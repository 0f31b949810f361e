"""Reading by several processes, or later: `ingest --jobs`, `ingest --queue` and `read_intake`."""

import re
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests.chronicle.test_ingest import chronology
from timeline.chronicle import intake
from timeline.models import Intake, Source

pytestmark = pytest.mark.django_db


def dispatches(folder, number):
    """Write so many articles into a folder, some of which tell of the same."""
    for n in range(number):
        day = 4 + 10 * (n % 3)
        words = f"Report {n}\n\nChile and Kenya held talks in Oslo on March {day}, 2019, officials said.\n"
        (folder / f"{n}.txt").write_text(words)


@pytest.mark.django_db(transaction=True)
def test_several_processes_read_the_chronology_that_one_reads(tmp_path, capsys):
    dispatches(tmp_path, 9)
    (tmp_path / "zz.txt").write_text("Le ministre est arrivé hier à la capitale pour des entretiens officiels.")
    told = []
    for options in ([], ["--jobs=2"]):
        with pytest.raises(SystemExit):
            call_command("ingest", tmp_path, "--published=2019-03-27", *options)
        out, err = capsys.readouterr()
        told.append((chronology(), re.sub(r"/sources/\d+", "/sources/n", out), err))  # flushing may go on counting
        call_command("flush", interactive=False, verbosity=0)
    assert told[0] == told[1]
    assert len(told[0][0]) == 3 and "zz.txt" in told[0][2]


def test_what_is_put_into_the_queue_waits_until_it_is_read(tmp_path, capsys):
    dispatches(tmp_path, 3)
    call_command("ingest", tmp_path / "0.txt", "--published=2019-03-27")
    (tmp_path / "bad.txt").write_bytes(b"\0\0")
    (tmp_path / "worse.txt").write_text("No text: \x01")
    with pytest.raises(SystemExit):
        call_command("ingest", tmp_path, "--published=2019-03-27", "--queue")
    out, err = capsys.readouterr()
    assert (
        "2 wait to be read; 1 are known already" in out
        and "manage.py intake_state" in out
        and "bad.txt" in err
        and "worse.txt" in err
    )
    assert Source.objects.count() == 1 and Intake.objects.count() == 2
    call_command("read_intake")
    assert Source.objects.count() == 3
    assert {source.published_on for source in Source.objects.all()} == {date(2019, 3, 27)}


def test_reading_what_waits_names_what_has_failed(capsys):
    Intake.objects.create(url="https://wire-a.example/1")
    with pytest.raises(SystemExit):
        call_command("read_intake")
    out, err = capsys.readouterr()
    assert "0 read, 1 failed" in out and "https://wire-a.example/1" in err and "not fetched" in err


@pytest.mark.parametrize("options", [["--jobs=0"], ["--jobs=x"], ["--jobs=65"], ["--jobs=2", "--queue"]])
def test_a_wrong_number_of_processes_is_refused(tmp_path, options):
    dispatches(tmp_path, 1)
    with pytest.raises(CommandError, match=r"processes from 1 to 64|not allowed with"):
        call_command("ingest", str(tmp_path), *options)


def test_how_far_articles_have_come_is_said_with_what_has_failed(tmp_path, capsys):
    dispatches(tmp_path, 2)
    call_command("ingest", tmp_path, "--published=2019-03-27", "--queue")
    capsys.readouterr()
    call_command("intake_state")
    assert capsys.readouterr().out == "0 of 2 read, 0 being read, 2 waiting, 0 failed.\n"
    Intake.objects.filter(given__file__endswith="0.txt").update(state="failed", error="it is not in English")
    with pytest.raises(SystemExit, match="1"):
        call_command("intake_state")
    out, err = capsys.readouterr()
    assert out == "0 of 2 read, 0 being read, 1 waiting, 1 failed.\n"
    assert err.endswith("0.txt: it is not in English\n")


def test_how_far_articles_have_come_is_said_until_all_are_read(tmp_path, capsys, monkeypatch):
    dispatches(tmp_path, 2)
    call_command("ingest", tmp_path, "--published=2019-03-27", "--queue")
    capsys.readouterr()
    left = intake.waiting()
    monkeypatch.setattr("time.sleep", lambda _seconds: intake.read(left.pop()))
    call_command("intake_state", "--wait")
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(" of")[0] for line in said] == ["0", "1", "2"] and not left
