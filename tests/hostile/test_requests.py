"""Addresses that nobody types by mistake: answered in words, never by a traceback or a way elsewhere."""

import csv
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import make_actor, make_event, make_source
from timeline.chronicle.filing import file_everything

pytestmark = pytest.mark.django_db

PARAMETERS = (
    "kind status basis actor with country place source confidence review from to certain q order view after rows hl "
    "print zoom at lanes disputed"
).split()
DRAWN = set("from to zoom at lanes actor q".split())
"""What the drawn view reads in its own way; the rest it shares with the list, and gets all at once."""
VALUES = [
    "\0",
    "%00",
    "\ud800",
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "\r\nSet-Cookie: a=b",
    "../../../../etc/passwd",
    "9" * 400,
    "-1",
    "1e999",
    "31 Feb",
    "99999-01-01",
    "0000-00-00",
    "-5000-01-01/9999",
    "(((((((((",
    '"unclosed',
    "* AND NEAR(a b)",
    "%_%",
    "\u202eabc\u200b",
    "a" * 20_000,
    "and " * 2_000,
    "{{ 7*7 }}{% debug %}",
    "=cmd|'/c calc'!A1",
    "٣٤",
    "²",
]


@pytest.fixture
def chronology():
    kim = make_actor("Ama Boateng")
    source = make_source("Ama Boateng met the envoys in Lomé on Monday.")
    make_event("Talks, Lomé", actors=[kim], source=source, place="Lomé", when="2019-03-04")
    file_everything()


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_any_value_of_any_parameter_is_answered(client, chronology, value):
    sent = quote(value.encode("utf-8", "surrogatepass"))
    for parameter in PARAMETERS:
        for path in ("/", "/drawn/") if parameter in DRAWN else ("/",):
            answer = client.get(f"{path}?{parameter}={sent}", headers={"hx-request": "true"} if path == "/" else {})
            assert answer.status_code in (200, 301, 302, 404), (path, parameter)
            assert b"<script>alert(1)" not in answer.content
            assert not answer.cookies
    everything = "&".join(f"{parameter}={sent}" for parameter in PARAMETERS)
    for path in ("/", "/drawn/", "/events.csv", "/events.jsonl", "/events.jsonld", "/events.ics", "/events.atom"):
        answer = client.get(f"{path}?{everything}")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code in (200, 301, 302, 400, 404), path
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "html" not in answer.get("Content-Type", "") or b"<script>alert(1)" not in content


@pytest.mark.parametrize(
    "path",
    [
        "/events/99999999999999999999/",
        "/events/0-x/",
        "/events/1-" + "x" * 5_000 + "/",
        "/sources/99999999999999999999-x/",
        "/actors/" + "x" * 5_000 + "/",
        "/actors/%00/",
        "/actors/..%2f..%2fetc/",
        "/events/99999999999999999999-x.jsonld",
        "/actors/nobody.csv",
        "/static/..%2f..%2ftimeline/settings.py",
        "/static/../timeline/settings.py",
        "/%ff%fe/",
        "/admin/timeline/event/99999999999999999999/change/",
        "/.git/config",
        "/events.exe",
    ],
)
def test_an_address_that_leads_nowhere_says_so(client, path):
    assert client.get(path, follow=True).status_code in (200 if path.startswith("/admin") else 404, 404)


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "\r\nX: y"]
)
def test_no_redirect_leads_to_another_host(client, elsewhere):
    for answer in (
        client.post("/theme/", {"theme": "dark", "next": elsewhere}),
        client.post("/theme/", {"theme": "dark"}, headers={"referer": elsewhere.strip() or "/"}),
        client.get("/admin/login/", {"next": elsewhere}),
    ):
        assert "example.org" not in answer.get("Location", "")
        assert "javascript" not in answer.get("Location", "")
        assert "X" not in answer.headers


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "127.0.0.1:80@example.org", "a b"])
def test_a_stranger_cannot_say_which_host_this_is(client, settings, host):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert b"example.org" not in answer.content


@pytest.mark.parametrize("path", ["/", "/events.csv", "/drawn/", "/method/", "/actors/", "/sources/", "/health/"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_public_pages_take_nothing(client, path, method):
    assert getattr(client, method)(path).status_code in (403, 405)


@pytest.mark.parametrize(
    "slug", ["a%0d%0aSet-Cookie:%20a=b", "a%22;%20filename=%22b", "..%2f..%2fetc%2fpasswd", "a%00b"]
)
def test_the_name_of_a_file_is_no_way_into_the_headers(client, slug):
    for suffix in ("csv", "jsonl", "jsonld", "ics", "atom"):
        answer = client.get(f"/actors/{slug}.{suffix}", follow=True)
        assert answer.status_code == 404
        assert not answer.cookies and "Content-Disposition" not in answer.headers


@pytest.mark.parametrize("bad", ["\x01", "\x0b", "\x0c", "\x0f", "\x1f"])
def test_a_feed_says_what_xml_cannot_say_without_it(client, filed, bad):
    make_event(f"Talks{bad}in Lomé", source=make_source(f"Envoys met{bad}in Lomé.", title=f"Page{bad}1"), place="Lomé")
    for address in ("/events.atom", f"/events.atom?q={quote(f'Lomé{bad}')}"):
        assert client.get(address).status_code == 200
    feed = fromstring(client.get("/events.atom").content)
    assert "Talks in Lomé" in feed.findtext(".//{*}entry/{*}title")
    assert "met in Lomé" in feed.findtext(".//{*}entry/{*}summary")


def test_a_file_has_a_plain_name_of_its_own(client, chronology):
    assert client.get("/actors/ama-boateng.csv")["Content-Disposition"] == (
        'attachment; filename="aide-memoire-ama-boateng.csv"'
    )


@pytest.mark.parametrize(
    "sent",
    [
        {"theme": "x" * 5_000_001},
        {f"field{number}": "x" for number in range(1_001)},
        {f"file{number}": SimpleUploadedFile("a.txt", b"a") for number in range(101)},
    ],
    ids=["long", "many fields", "many files"],
)
def test_a_form_that_is_too_large_is_refused(client, sent):
    answer = client.post("/theme/", sent)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_cells_that_a_spreadsheet_would_run_are_disarmed(client):
    evil = '=HYPERLINK("http://example.org","x")'
    make_event(evil, place="+1+1", source=make_source("@SUM(1) ministers met in Lima.", title="-2+3", publisher="\t=1"))
    rows = b"".join(client.get("/events.csv").streaming_content).decode().splitlines()
    for row in csv.reader(rows[1:]):
        for cell in row:
            assert cell[:1] not in set("=+-@\t\r"), cell
