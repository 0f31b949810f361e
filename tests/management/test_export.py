"""`manage.py export` gives what the page of the same name gives."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.builders import make_event, make_state
from timeline.web.exports import FORMATS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("filed")]


@pytest.fixture
def events():
    peru = make_state("Peru")
    return [
        make_event("Lima talks", when="2018-05-01", kind="talks", actors=[peru], place="Lima"),
        make_event("Called-off summit", when="2018-06", status="cancelled", kind="summit"),
        make_event("Ottawa visit", when="2019-02-03", kind="visit"),
    ]


def export(*filters, **options):
    out = StringIO()
    call_command("export", *filters, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("suffix", [*FORMATS, "atom"])
def test_it_gives_what_the_page_gives(client, events, suffix):
    response = client.get(f"/events.{suffix}", {"from": "2018", "to": "2018"})
    page = b"".join(response).decode()
    assert page.count("Lima talks") and not page.count("Ottawa")
    assert export("from=2018", "to=2018", format=suffix, site="http://testserver") == page


def test_filters_of_one_name_mean_or_and_spaces_may_stand_in_them(events):
    found = export("kind=talks", "kind=summit", "to=June 2018", format="csv")
    assert [line.split(",")[2] for line in found.splitlines()[1:]] == ["Called-off summit", "Lima talks"]


def test_it_is_written_to_a_file_whole(events, tmp_path):
    file = tmp_path / "all.jsonl"
    assert export(format="jsonl", output=file) == ""
    assert file.read_text(encoding="utf-8") == export(format="jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_addresses_lead_to_the_site_that_is_named(events):
    assert f"https://chronology.example/events/{events[0].pk}-lima-talks/" in export(
        format="csv", site="https://chronology.example"
    )


@pytest.mark.parametrize(
    ("filters", "options", "said"),
    [
        (["kinds=talks"], {}, "“kinds=talks” is no filter; write NAME=VALUE, where NAME is one of kind, status"),
        (["talks"], {}, "“talks” is no filter"),
        (["from=31 Feb"], {}, "from: “31 Feb”"),
        (["kind=party"], {}, "kind: “party” is not one of summit, "),
        ([], {"site": "chronology.example"}, "write it as https://chronology.example"),
        ([], {"output": "/nowhere/at/all.csv"}, "it cannot be written: No such file or directory"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(events, filters, options, said):
    if "output" in options:
        options["output"] = Path(options["output"])
    with pytest.raises(CommandError) as raised:
        export(*filters, format="csv", **options)
    assert said in str(raised.value)
