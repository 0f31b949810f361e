"""Files that are broken, or made to break what reads them: each is named with its reason, and the rest goes on."""

import gzip
import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.builders import make_actor
from timeline.chronicle.articles import articles_in, from_html
from timeline.chronicle.ingest import Refused
from timeline.models import Actor, Source

TOLD = "<p>The foreign ministers of Chile and Peru met in Arica on 4 May 2011 and agreed to meet again next week.</p>"


HEADING = "when,kind,status,actors\n"


def page(body: str, head: str = "") -> bytes:
    head = f"<head><title>Arica</title>{head}</head>"
    return f"<!doctype html><html>{head}<body><article>{body}</article></body></html>".encode()


def text_of(content: bytes) -> str:
    """Return the text of the article on a page, nothing where it is refused."""
    try:
        return from_html(content).text
    except Refused:
        return ""


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + TOLD + "</div>" * 20_000,
        "<table><tr><td>" * 2_000 + TOLD,
        TOLD + "<p " + 'a="b" ' * 50_000 + ">End.</p>",
        TOLD + "&#x110000;&#0;&#xD800;&bogus;" * 1_000,
        TOLD + "<!--" + "-" * 100_000,
        TOLD + "<script>alert(1)</script><img src=x onerror=alert(1)>" * 1_000,
        "<figure>" * 500 + "<figcaption>The ministers met.</figcaption>" + "</figure>" * 500 + TOLD,
        TOLD + "<svg><style><!--</style>" * 200,
    ],
    ids=["deep", "tables", "attributes", "entities", "comment", "scripts", "figures", "svg"],
)
def test_a_page_that_is_no_page_gives_an_article_or_a_reason(body):
    text = text_of(page(body))
    assert "<script" not in text
    assert not text or "Arica" in text


def test_an_entity_bomb_stays_small():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE html [<!ENTITY e0 "Arica ">{levels}]><html><body><article>{TOLD}<p>&e11;</p></article></body>'
    assert len(text_of(bomb.encode())) < 10_000


def test_a_page_asks_for_no_file_of_this_machine(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is swordfish.")
    asking = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><article>{TOLD}<p>&x;</p></article></body>'
    )
    assert "swordfish" not in text_of(asking.encode())


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="99999-13-45">',
        '<meta property="article:published_time" content="0000-00-00T99:99:99Z">',
        '<meta name="date" content="' + "9" * 100_000 + '">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": {"a": [1]}}</script>',
        '<script type="application/ld+json">' + "[" * 5_000 + "</script>",
        '<meta charset="no-such-encoding">',
        '<link rel="canonical" href="javascript:alert(1)">',
    ],
)
def test_what_a_page_says_of_itself_may_be_nonsense(head):
    article = from_html(page(TOLD * 3, head))
    assert "Arica" in article.text
    assert not article.url.startswith("javascript")
    assert article.published is None or 1900 < article.published.year < 2100


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfeT\0h\0e\0", "binary"),
        ("Der Präsident".encode("latin-1"), "not UTF-8"),
        (b"%PDF-1.7\n\0\1\2", "binary"),
        (b"   \n\t ", "empty"),
        (b"", "empty"),
    ],
)
def test_a_file_in_another_encoding_is_named_with_its_reason(tmp_path, content, reason):
    file = tmp_path / "sent.txt"
    file.write_bytes(content)
    (found,) = articles_in(file)
    assert found.article is None
    assert reason in found.refused


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[" * 200_000, "no JSON"),
        ('{"text": ' + "9" * 5_000 + "}", "a number is too long"),
        ('{"text": 7}', "“text” must be text"),
        ('{"text": {"a": "b"}}', "“text” must be text"),
        ('{"text": ""}', "no “text”"),
        ('{"text": "Ministers met.", "published": "31 Feb"}', "is no day"),
        ('{"text": "Ministers met.", "published": "99999-01-01"}', "is no day"),
        ('{"file": "../../etc/passwd"}', "leads out of the folder"),
        ('{"file": "/etc/passwd"}', "leads out of the folder"),
        ('{"file": "a\\u0000b"}', "“file”"),
        ("NaN", "no JSON object"),
        ('"' + "x" * 100_000 + '"', "no JSON object"),
    ],
)
def test_a_broken_line_is_named_and_the_next_is_read(tmp_path, line, reason):
    file = tmp_path / "sent.jsonl"
    good = json.dumps({"text": "The ministers of Peru and Chile met in Arica."})
    file.write_text(f"{line}\n{good}\n", encoding="utf-8")
    bad, read = articles_in(file)
    assert bad.where.endswith("line 1")
    assert reason in bad.refused
    assert read.article.text.startswith("The ministers")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", "[" * 200_000, "line 1: .*nested too deeply"),
        ("a.jsonl", "[" * 200_000, "line 1: .*nested too deeply"),
        ("a.json", '{"a":' * 50_000, "does not begin with"),
        ("a.json", f"[{'9' * 5_000}]", "line 1: .*a number is too long"),
        ("a.jsonl", f"{'9' * 5_000}", "line 1: .*a number is too long"),
        ("a.json", "[1e999, NaN, null]", "line 1: it is no JSON object"),
        ("a.csv", 'when,kind\n"' + "x" * 1_100_000, "line 2: it is no CSV"),
        ("a.csv", f"{HEADING}0000,meeting,held,Chile; Peru", "line 2, when: “0000” is no date"),
        ("a.csv", f"{HEADING}99999-01-01,meeting,held,Chile; Peru", "line 2, when"),
        ("a.csv", f"{HEADING}{'9' * 100_000},meeting,held,Chile; Peru", "line 2, when"),
        ("a.csv", f"{HEADING}2019-03-04,meeting,held,Chile; {'Z' + 'y' * 10_000}", "line 2, actors"),
        ("a.csv", f"{HEADING}2019-03-04,{'(a+)+' * 2_000},held,Chile; Peru", "line 2, kind"),
        ("a.csv", f"{HEADING}2019-03-04,meeting,held,Chile; ureP\0", "binary"),
        ("a.csv", "\ufffe\0w\0h", "binary"),
        ("a.jsonl", '{"when": {"a": [1]}, "kind": [7], "status": "held", "actors": [[[]]]}', "line 1, when"),
        ("a.jsonl", '{"when": "2019", "kind": "visit", "status": "held", "actors": "A \\ud800"}', "line 1, actors"),
    ],
    ids=range(16),
)
def test_of_a_list_that_is_none_the_line_is_named_and_nothing_is_taken(tmp_path, name, content, reason):
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    said = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("import_chronology", str(file), stdout=said, stderr=said, verbosity=0)
    assert re.search(reason, f"{said.getvalue()} {refused.value}")
    assert not Source.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"[" * 200_000),
        b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\xff" * 50,
        gzip.compress(b'{"model": [], "pk": 1}'),
        gzip.compress(b'{"model": "timeline.actor", "pk": {}}'),
        gzip.compress(b"9" * 5_000),
        b"SQLite format 3\0" + b"\xff" * 500,
        b"PK\3\4",
        b"",
    ],
    ids=range(8),
)
def test_what_is_no_backup_is_refused_and_changes_nothing(tmp_path, content):
    file = tmp_path / "kept"
    file.write_bytes(content)
    make_actor("Ana Soto")
    with pytest.raises(CommandError, match=rf"^{file}: (?:it|line 1) "):
        call_command("restore", str(file), replace=True)
    assert [actor.name for actor in Actor.objects.all()] == ["Ana Soto"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content", ["[" * 200_000, "\ud800", '[{"model": [], "pk": 1}]', '[{"model": "timeline.actor", "fields": 7}]', "9"]
)
def test_what_is_no_fixture_is_refused_in_words(tmp_path, content):
    file = tmp_path / "sent.json"
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("loaddata", str(file), verbosity=0)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "outside.txt").write_text("The ministers met in Lima.")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "loop").symlink_to(inside)
    (inside / "a.txt").write_text("The ministers met in Arica.")
    assert [found.where for found in articles_in(inside)] == [str(inside / "a.txt")]
