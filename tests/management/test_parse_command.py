"""`manage.py parse`: what would be read, written nowhere, asking no database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = (
    "Chad and Niger hold talks\n\n"
    "Chad and Niger held talks in Niamey on Monday, March 1. The talks in Niamey ended on Tuesday.\n\n"
    "Chad postponed its president's visit to Lagos. Chad expelled the Malian ambassador on March 2.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("parse", *arguments)
    return capsys.readouterr().out


def test_json_is_one_object_as_documented(article, capsys):
    document = json.loads(run(capsys, str(article), "--published", "2021-03-04", "--json"))
    assert document["source"]["published_on"] == "2021-03-04"
    assert document["source"]["published_how"] == "given"
    talks = next(e for e in document["events"] if e["kind"] == "talks")
    assert (talks["status"], talks["where"].split(", ")[0], talks["basis"]) == ("held", "Niamey", "stated")
    assert [a["name"] for a in talks["actors"]] == ["Chad", "Niger"]
    assert {a["kind"] for a in talks["actors"]} == {"state"}
    assert {a["role"] for a in talks["actors"]} == {"participant"}
    assert talks["title"] and talks["confidence"] in ("high", "medium", "low")


def test_actors_are_called_as_the_text_calls_them(tmp_path, capsys):
    file = tmp_path / "article.txt"
    file.write_text("Russian Foreign Minister Sergey Lavrov met the Chadian envoy Ali Said in Oslo on Monday.\n")
    (event,) = json.loads(run(capsys, str(file), "--published", "2018-06-15", "--json"))["events"]
    assert [a["name"] for a in event["actors"]] == ["Sergey Lavrov", "Ali Said"]


def test_passages_are_the_very_words(article, capsys):
    document = json.loads(run(capsys, str(article), "--published", "2021-03-04", "--json"))
    for event in document["events"]:
        assert event["passages"]
        for passage in event["passages"]:
            assert TEXT[passage["start"] : passage["end"]] == passage["quote"]
            assert len(passage["quote"]) <= 700


def test_sentences_about_one_happening_are_one_event(article, capsys):
    document = json.loads(run(capsys, str(article), "--published", "2021-03-04", "--json"))
    assert [e["kind"] for e in document["events"]].count("talks") == 1


def test_calling_off_shows_what_became_of_the_thing_called_off(tmp_path, capsys):
    file = tmp_path / "a.txt"
    file.write_text("Chilean President Ana Soto cancelled a summit with Japanese Prime Minister Kenji Mori.")
    (event,) = json.loads(run(capsys, str(file), "--published", "2021-03-04", "--json"))["events"]
    assert (event["kind"], event["status"]) == ("cancellation", "cancelled")


def test_table_is_for_people(article, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "220")
    out = run(capsys, str(article), "--published", "2021-03-04")
    assert "Published: 2021-03-04 (given)" in out
    assert "Niamey" in out and "expelled the Malian" in " ".join(out.split())
    assert "events in" in out


def test_unknown_day_is_said(article, capsys, tmp_path):
    file = tmp_path / "b.txt"
    file.write_text("Chad and Niger held talks on Tuesday, and nobody was content with them.")
    out = " ".join(run(capsys, str(file)).split())
    assert "not known (unknown)" in out and "stay undated" in out


def test_a_text_without_events_says_so(tmp_path, capsys):
    file = tmp_path / "c.txt"
    file.write_text("The sea was calm and the boats came home early with a little fish.")
    assert "No event was found." in run(capsys, str(file))


def test_asks_no_database(article, capsys):
    """Without the `django_db` mark pytest-django fails whatever touches the database."""
    assert json.loads(run(capsys, str(article), "--json"))["events"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"Chad and Niger held talks in Bogot\xe1 on Monday.", "UTF-8"),
        ("Le président du Tchad a rencontré le président du Niger dans la capitale.".encode(), "not in English"),
        (b"12345", "nothing to read"),
    ],
    ids=["empty", "blank", "binary", "not UTF-8", "not English", "no words"],
)
def test_bad_files_are_named_with_their_reason_in_one_line(tmp_path, content, says):
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError) as error:
        call_command("parse", str(file))
    message = str(error.value)
    assert message.startswith(str(file)) and says in message and "\n" not in message


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.txt: there is no such file"):
        call_command("parse", str(tmp_path / "nowhere.txt"))


def test_a_folder(tmp_path):
    with pytest.raises(CommandError, match="folder"):
        call_command("parse", str(tmp_path))


@pytest.mark.parametrize("day", ["2021-02-30", "yesterday", "03/04/2021"])
def test_a_day_that_is_none(article, day):
    with pytest.raises(CommandError, match="--published"):
        call_command("parse", str(article), "--published", day)
