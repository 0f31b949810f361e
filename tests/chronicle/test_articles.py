"""Articles out of files: what is read, and what is refused with which words."""

import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from timeline.chronicle.articles import Given, articles_in, from_html, how_many, read_day
from timeline.chronicle.clocks import GOVERNMENTS
from timeline.chronicle.ingest import LONGEST_TEXT, Refused, clean

PAGE = """<!doctype html><html lang="en"><head><title>Ministers meet in Lima | Andes Wire</title>
<meta property="og:title" content="Ministers meet in Lima"><meta property="og:site_name" content="Andes Wire">
<meta name="author" content="Rosa Quispe"><link rel="canonical" href="https://andes-wire.example/lima">
<meta property="article:published_time" content="2019-03-05T08:00:00+00:00">
<meta property="article:modified_time" content="2021-11-30T08:00:00+00:00"></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Ministers meet in Lima</h1>
<p>The foreign ministers of Chile and Nigeria met in Lima on Monday to talk about trade, both governments said in a
statement after the meeting.</p>
<figure><img src="lima.jpg" alt=""><figcaption>The two ministers shake hands in Lima on March 4.</figcaption></figure>
<p>They agreed to meet again in Abuja before the end of the year, officials of both countries told reporters there.</p>
</article><footer>All rights reserved</footer></body></html>"""


NOTHING = Given()


def only(path, given=NOTHING):
    (found,) = articles_in(path, given)
    return found


def test_plain_text_with_what_is_given(tmp_path):
    file = tmp_path / "lima.txt"
    file.write_bytes("\ufeffMinisters met.\r\nIn Lima.".encode())
    given = Given("Ministers meet", "Rosa Quispe", "Andes Wire", "https://andes-wire.example/1", date(2019, 3, 5))
    article = only(file, given).article
    assert article.text == "Ministers met.\r\nIn Lima."
    assert clean(article.text) == "Ministers met.\nIn Lima."
    assert (article.title, article.published, article.published_how) == ("Ministers meet", date(2019, 3, 5), "given")


def test_html_keeps_captions_and_the_original_day(tmp_path):
    file = tmp_path / "lima.html"
    file.write_text(PAGE, encoding="utf-8")
    article = only(file).article
    assert "shake hands in Lima on March 4." in article.text
    assert "met in Lima on Monday" in article.text and "All rights reserved" not in article.text
    assert article.text.startswith("Ministers meet in Lima\n\n")
    assert (article.published, article.published_how) == (date(2019, 3, 5), "page")
    assert (article.title, article.author, article.publisher) == ("Ministers meet in Lima", "Rosa Quispe", "Andes Wire")
    assert article.raw == PAGE


def test_what_is_given_goes_before_what_the_page_says():
    article = from_html(PAGE.encode(), Given(title="Talks", published=date(2019, 3, 6)))
    assert (article.title, article.published, article.published_how) == ("Talks", date(2019, 3, 6), "given")


def test_html_by_its_looks_and_in_the_encoding_it_names(tmp_path):
    file = tmp_path / "page.txt"
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Rosa", "Rósa")
    file.write_bytes(page.encode("iso-8859-1"))
    assert only(file).article.author == "Rósa Quispe"


def test_json_lines(tmp_path):
    (tmp_path / "beside.txt").write_text("Ministers met in Quito.", encoding="utf-8")
    file = tmp_path / "articles.jsonl"
    records = [
        {"url": "https://andes-wire.example/1", "title": "One", "published": "2021-05-20T22:14:56+00:00", "text": "A."},
        {"file": "beside.txt", "title": "Two", "published": None},
        {"title": "no text"},
        {"text": "B.", "published": "yesterday"},
        {"text": 7},
        {"file": "../../secret.txt"},
        {"file": "missing.txt"},
        [1],
    ]
    file.write_text("\n".join(map(json.dumps, records)) + "\n\n{broken", encoding="utf-8")
    found = list(articles_in(file))
    assert [(f.article.title, f.article.published) for f in found[:2]] == [("One", date(2021, 5, 20)), ("Two", None)]
    assert found[1].article.text == "Ministers met in Quito."
    reasons = [(f.where.rpartition(", ")[2], f.refused) for f in found[2:]]
    assert reasons == [
        ("line 3", "it has no “text”"),
        ("line 4", "“yesterday” is no day; write it as 2019-03-07"),
        ("line 5", "“text” must be text, not int"),
        ("line 6", "“file” leads out of the folder: ../../secret.txt"),
        ("line 7", "there is no such file"),
        ("line 8", "it is no JSON object with a “text”"),
        ("line 10", "it is no JSON: Expecting property name enclosed in double quotes at column 2"),
    ]
    assert how_many(file) == 9


def test_a_folder_by_name_without_hidden_files(tmp_path):
    (tmp_path / "b.txt").write_text("B.")
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / ".hidden.txt").write_text("C.")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    assert [f.article.text for f in articles_in(tmp_path)] == ["A.", "B."]
    assert how_many(tmp_path) == 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \n\t\n", "it is empty"),
        ("binary.txt", b"PK\0\3\4", "it is a binary file, not text"),
        ("latin.txt", b"Fine.\nCaf\xe9", "it is not UTF-8: byte 0xE9 in line 2; save it as UTF-8 and try again"),
        ("lines.jsonl", b"\n\n", "it is empty"),
        ("page.html", b"<html><body></body></html>", "no article was found on the page"),
        ("zip.html", b"<html>PK\0\3", "it is a binary file, not a page"),
        ("odd.html", b"<html><meta charset=utf-16><p>\xff\xfe\xe9</p></html>", "neither UTF-8 nor the utf-16"),
    ],
)
def test_bad_files_are_refused_with_the_reason(tmp_path, name, content, reason):
    file = tmp_path / name
    file.write_bytes(content)
    found = only(file)
    assert found.article is None and reason in found.refused
    assert found.where == str(file)


def test_what_is_not_there_and_what_holds_nothing(tmp_path):
    assert only(tmp_path / "none.txt").refused == "there is no such file"
    assert "no file in this folder ends in" in only(tmp_path).refused


@pytest.mark.parametrize(
    ("record", "day"),
    [
        ({"published": "2019-03-06T01:30:00+00:00", "url": "https://www.diplomacy.example.gov/1"}, date(2019, 3, 5)),
        ({"published": "2019-03-06T01:30:00Z", "url": "https://www.mfa.gov.pl/1"}, date(2019, 3, 6)),
        ({"published": "2019-03-05T23:30:00Z", "url": "https://www.mfa.gov.pl/1"}, date(2019, 3, 6)),
        ({"published": "2019-03-05T16:30:00.000Z", "timezone": "Asia/Tokyo"}, date(2019, 3, 6)),
        ({"published": "2019-03-06T01:30:00+02:00", "timezone": "America/Lima"}, date(2019, 3, 6)),
        ({"published": "2019-03-06T01:30:00", "timezone": "America/Lima"}, date(2019, 3, 6)),
        ({"published": "2019-03-06", "timezone": "America/Lima"}, date(2019, 3, 6)),
        ({"published": "2019-03-06T01:30:00Z", "url": "https://andes-wire.example/1"}, date(2019, 3, 6)),
        ({"published": "2019-03-06T01:30:00Z", "url": "https://[broken"}, date(2019, 3, 6)),
        ({"published": "0001-01-01T00:30:00Z", "timezone": "America/Lima"}, date(1, 1, 1)),
    ],
)
def test_a_universal_time_is_given_its_day_by_the_publishers_clock(tmp_path, record, day):
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"text": "Ministers met.", **record}))
    assert only(file).article.published == day


def test_whoever_feeds_an_article_in_knows_its_clock_best(tmp_path):
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"text": "They met.", "published": "2019-03-05T16:30:00Z", "timezone": "Europe/Oslo"}))
    assert only(file, Given(clock=ZoneInfo("Asia/Seoul"))).article.published == date(2019, 3, 6)


def test_a_time_zone_that_is_none_is_refused(tmp_path):
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"text": "They met.", "published": "2019-03-05T16:30:00Z", "timezone": "Lima"}))
    assert only(file).refused == "“Lima” is no time zone; write it as America/New_York"


@pytest.mark.parametrize("name", list(GOVERNMENTS.values()))
def test_every_clock_of_a_government_is_a_time_zone(name):
    assert ZoneInfo(name).key == name


@pytest.mark.parametrize("words", ["2019-02-30", "7 March 2019", "2019-3-7", "", "2019-03-07x"])
def test_a_day_that_is_none(words):
    with pytest.raises(Refused, match="is no day; write it as 2019-03-07"):
        read_day(words)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a\0b", r"U\+0000"),
        ("a\ud800b", r"U\+D800"),
        ("a\x07b", r"U\+0007"),
        ("\n \n", "empty"),
        ("a" * (LONGEST_TEXT + 1), "5,000,001 characters"),
    ],
)
def test_what_is_no_text_is_refused(text, reason):
    with pytest.raises(Refused, match=reason):
        clean(text)
