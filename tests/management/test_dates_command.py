"""The dates of JSON Lines on standard input, as others script it."""

from __future__ import annotations

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

TEXT = "They met on Tuesday and have traded since 2015."
GOOD = json.dumps({"id": "a", "published": "2019-03-07", "text": TEXT})


def run(monkeypatch: pytest.MonkeyPatch, lines: str, *options: str) -> tuple[str, str, str]:
    """Standard output, standard error, and the message of the failure, if it failed."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode("utf-8", "surrogateescape"))))
    out, err, failure = io.StringIO(), io.StringIO(), ""
    try:
        call_command("dates", *options, stdout=out, stderr=err)
    except CommandError as error:
        failure = str(error)
    return out.getvalue(), err.getvalue(), failure


def test_prints_a_line_of_json_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err, failure = run(monkeypatch, GOOD + "\n\n" + GOOD.replace('"a"', "7") + "\n", "--json")
    first, second = (json.loads(line) for line in out.splitlines())
    assert first == {
        "id": "a",
        "dates": [
            {"start": 12, "end": 19, "when": "2019-03-05", "rule": "weekday"},
            {"start": 36, "end": 46, "when": "2015", "rule": "since", "reach": "2015/.."},
        ],
    }
    assert second["id"] == 7
    assert (err, failure) == ("", "")


def test_asks_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the database mark any query would fail the test."""
    assert json.loads(run(monkeypatch, GOOD, "--json")[0])["id"] == "a"


def test_without_json_prints_a_line_for_each_date(monkeypatch: pytest.MonkeyPatch) -> None:
    out, _, _ = run(monkeypatch, GOOD)
    assert out.splitlines() == ["a\t12-19\t2019-03-05\tweekday\tTuesday", "a\t36-46\t2015/..\tsince\tsince 2015"]


def test_without_a_day_of_publication_relative_dates_have_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    for published in (None, ""):
        line = json.dumps({"id": 1, "published": published, "text": "They met on Tuesday."})
        assert json.loads(run(monkeypatch, line, "--json")[0])["dates"][0]["when"] is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": 1}', "“text” is missing"),
        ('{"id": 1, "text": 5}', "“text” is missing"),
        ('{"id": 1, "text": "x", "published": "yesterday"}', "“published” is no date"),
        ("[" * 100_000, "not JSON"),
        ("\udcff\udcfe", "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, line: str, reason: str) -> None:
    out, err, failure = run(monkeypatch, f"{GOOD}\n{line}\n{GOOD}\n", "--json")
    assert len(out.splitlines()) == 2
    assert "line 2:" in err and reason in err
    assert failure == "1 line could not be read."


def test_stats_tell_the_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    _, err, _ = run(monkeypatch, GOOD, "--json", "--stats")
    assert err.startswith(f"{len(TEXT)} characters in ")
    assert "characters a second" in err


def test_nothing_in_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err, failure = run(monkeypatch, "", "--stats")
    assert (out, failure) == ("", "")
    assert "0 characters a second" in err
