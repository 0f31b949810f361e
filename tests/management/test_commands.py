"""The commands that others script: what they say, what they refuse, and with which exit status."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor

from tests.chronicle import plain
from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT
from timeline.chronicle import ingest
from timeline.models import Event, Mention, Passage, Source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch):
    monkeypatch.setattr(ingest, "read", plain.read)


def run(*words, **options):
    """Run a command; return exit status, what it says, and what it complains of."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*words, stdout=out, stderr=err, **options)
    except SystemExit as stop:
        return stop.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def counts(table):
    """The closing table as a mapping."""
    rows = [line.strip("│ ").split("│") for line in table.splitlines() if line.startswith("│")]
    return {label.strip(): int(number.strip().replace(",", "")) for label, number in rows}


def test_ingest_takes_a_file_with_what_is_given(tmp_path):
    file = tmp_path / "lima.txt"
    file.write_text(SUMMIT)
    status, out, err = run("ingest", str(file), published="2019-03-05", publisher="Andes Wire", title="Ministers meet")
    assert (status, err) == (0, "")
    source = Source.objects.get()
    assert (str(source.published_on), source.publisher, source.title) == ("2019-03-05", "Andes Wire", "Ministers meet")
    assert counts(out) == {
        "articles new": 1,
        "articles known already": 0,
        "articles refused": 0,
        "passages that tell of an event": 1,
        "events new": 1,
        "events that gained a passage": 0,
    }


def test_ingest_gives_a_universal_time_its_day_by_the_clock_that_is_named(tmp_path):
    file = tmp_path / "lima.jsonl"
    file.write_text(json.dumps({"text": SUMMIT, "published": "2019-03-06T03:30:00Z"}))
    assert run("ingest", str(file), timezone="America/Lima")[0] == 0
    assert str(Source.objects.get().published_on) == "2019-03-05"


def test_ingest_refuses_a_clock_that_is_none(tmp_path):
    with pytest.raises(CommandError, match="--timezone: “Lima” is no time zone; write it as America/New_York"):
        run("ingest", str(tmp_path), timezone="Lima")


def test_a_bad_file_is_named_with_its_reason_and_the_rest_goes_on(tmp_path):
    for name, content in {
        "a.txt": SUMMIT.encode(),
        "binary.txt": b"PK\0\3",
        "empty.txt": b"",
        "foreign.txt": b"Gibberish.",
        "latin.txt": b"caf\xe9",
        "z.txt": MEETING.encode(),
    }.items():
        (tmp_path / name).write_bytes(content)
    status, out, err = run("ingest", str(tmp_path), str(tmp_path / "none.txt"))
    assert status == 1
    assert [line for line in err.splitlines() if line] == [
        f"{tmp_path}/binary.txt: it is a binary file, not text",
        f"{tmp_path}/empty.txt: it is empty",
        f"{tmp_path}/foreign.txt: the text does not look like English",
        f"{tmp_path}/latin.txt: it is not UTF-8: byte 0xE9 in line 1; save it as UTF-8 and try again",
        f"{tmp_path}/none.txt: there is no such file",
    ]
    table = counts(out)
    assert (table["articles new"], table["articles refused"]) == (2, 5)


def test_json_lines_and_what_is_known_already(tmp_path):
    file = tmp_path / "articles.jsonl"
    records = [{"text": SUMMIT, "published": "2019-03-05"}, {"text": LATER}, {"text": SUMMIT}]
    file.write_text("\n".join(map(json.dumps, records)))
    status, out, _ = run("ingest", str(file))
    table = counts(out)
    assert (status, table["articles new"], table["articles known already"]) == (0, 2, 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"published": "2019-02-30"}, "--published: “2019-02-30” is no day; write it as 2019-03-07"),
        ({"url": "javascript:alert(1)"}, "--url: “javascript:alert.1.” is no web address"),
    ],
)
def test_bad_options_are_refused_before_anything_is_read(tmp_path, options, message):
    file = tmp_path / "lima.txt"
    file.write_text(SUMMIT)
    with pytest.raises(CommandError, match=message):
        run("ingest", str(file), **options)
    assert not Source.objects.exists()


def test_one_title_is_not_given_to_many_articles(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{SUMMIT}{name}")
    with pytest.raises(CommandError, match="describe one article, but several were found"):
        run("ingest", str(tmp_path), title="One")


def test_reparse_changes_nothing_the_second_time(take):
    take(f"{SUMMIT}\n{LATER}", "2019-03-05")
    status, out, _ = run("reparse")
    assert status == 0
    assert counts(out) == {
        "articles read": 1,
        "articles refused": 0,
        "passages unchanged": 2,
        "passages read differently": 0,
        "passages new": 0,
        "passages no longer found": 0,
        "events touched": 0,
    }


def test_reparse_dry_run_shows_and_does_nothing(take, monkeypatch):
    source = take(SUMMIT, "2019-03-05").source

    def otherwise(text, *args, **kwargs):
        return plain.read(text.replace("| held |", "| ongoing |"), *args, **kwargs)

    monkeypatch.setattr(ingest, "read", otherwise)
    _, out, _ = run("reparse", dry_run=True)
    assert "Would change (nothing was)" in out
    assert Event.objects.get().status == "held"
    run("reparse", str(source.pk))
    assert Event.objects.get().status == "ongoing"


def test_reparse_names_what_is_missing_and_what_is_refused(take, monkeypatch):
    source = take(SUMMIT, "2019-03-05").source
    with pytest.raises(CommandError, match="No article has the number 999"):
        run("reparse", "999")

    def refuse(*args, **kwargs):
        raise ValueError("the text does not look like English")

    monkeypatch.setattr(ingest, "read", refuse)
    status, _, err = run("reparse")
    assert (status, err) == (1, f"source {source.pk}, “{source}”: the text does not look like English\n")


def test_check_chronology_is_content_with_what_ingest_writes(take):
    take(f"{SUMMIT}\n{LATER}", "2019-03-05")
    assert run("check_chronology") == (0, "All is well: 1 sources, 2 passages, 2 events.\n", "")


MISFILED = "pages do not count it as what it is"

WRONG = {
    "a text that was changed": (
        lambda: Source.objects.update(text=SUMMIT.replace("Lima, Peru", "Cusco, Peru")),
        ["its text is not what was read; its SHA-256 differs", "its words do not stand at characters 0 to"],
    ),
    "a field that no editor set": (
        lambda: Event.objects.update(place="Cusco"),
        ["its place is 'Cusco', but its passages settle to 'Lima, Peru'", MISFILED],
    ),
    "a sort key of another date": (
        lambda: Event.objects.update(sort_key="2020-01-01"),
        ["its sort key is not that of its date", MISFILED],
    ),
    "bounds of another date": (
        lambda: Event.objects.update(earliest="2019-03-01"),
        ["its bounds are not those of its date 2019-03-04"],
    ),
    "a public event without evidence": (
        lambda: Mention.objects.update(found=False),
        ["it is public, but no source tells of it", MISFILED],
    ),
    "an event that should be public": (
        lambda: Event.objects.update(is_public=False),
        ["sources tell of it, but it is not public", MISFILED],
    ),
    "a wrong count of sources": (lambda: Event.objects.update(voices=3), ["it counts 3 sources, but 1 tell of it"]),
    "a wrong country": (
        lambda: Event.objects.update(country=None),
        ["its country is None, but its passages settle to Peru", MISFILED],
    ),
    "a passage elsewhere": (
        lambda: Passage.objects.update(start=3, end=9),
        ["its words do not stand at characters 3 to 9"],
    ),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_check_chronology_names_what_is_wrong(take, case):
    take(SUMMIT, "2019-03-05")
    spoil, complaints = case
    spoil()
    status, _, err = run("check_chronology")
    assert status == 1
    assert len(err.splitlines()) == len(complaints)
    assert all(complaint in line for complaint, line in zip(complaints, err.splitlines(), strict=True))


def test_check_chronology_finds_signposts_that_lead_in_a_circle_and_merged_events_with_passages(take):
    take(f"{SUMMIT}\n{LATER}", "2019-03-05")
    one, other = Event.objects.order_by("id")
    Event.objects.filter(pk=one.pk).update(merged_into=other, is_public=False)
    Event.objects.filter(pk=other.pk).update(merged_into=one, is_public=False)
    status, _, err = run("check_chronology")
    assert status == 1
    assert "leads round in a circle" in err and "was merged into another, but has passages of its own" in err


def test_an_article_is_told_of_with_its_address(tmp_path):
    file = tmp_path / "lima.txt"
    file.write_text(SUMMIT)
    _, out, _ = run("ingest", str(file), published="2019-03-05", title="Ministers meet")
    source = Source.objects.get()
    told = "published 2019-03-05; passages: 1, new events: 1"
    assert out.startswith(f"“Ministers meet”: {told}. See {source.get_absolute_url()}\n")
    _, out, _ = run("ingest", str(file), published="2019-03-09")
    assert out.startswith("“Ministers meet”: known already (published 2019-03-05); nothing was changed.")


def test_a_day_ahead_is_refused_and_a_table_of_noughts_is_not_shown(tmp_path):
    file = tmp_path / "lima.txt"
    file.write_text(SUMMIT)
    status, out, err = run("ingest", str(file), published="2931-01-01")
    assert (status, out) == (1, "")
    assert err == f"{file}: its day of publication, 2931-01-01, lies ahead\n"


@pytest.mark.parametrize("command", ["ingest", "reparse", "check_chronology"])
def test_a_database_that_is_not_there_yet_is_said_in_one_line(command, monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *args: ["0001_initial"])
    with pytest.raises(CommandError, match=r"not up to date: run `manage\.py migrate` first"):
        run(command, *(["x.txt"] if command == "ingest" else []))


def test_a_database_that_cannot_be_reached_is_said_in_one_line(monkeypatch):
    def fail(*args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(MigrationExecutor, "migration_plan", fail)
    with pytest.raises(CommandError, match="The database cannot be reached: connection refused"):
        run("check_chronology")
