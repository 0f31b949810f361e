"""Articles out of files: plain text, HTML pages, JSON Lines, and folders of these.

HTML is taken apart by trafilatura, its day of publication by htmldate; both only ever see HTML, since on plain text
they invent. Figure captions, which trafilatura drops, are turned into paragraphs first: captions carry events.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import Any

from timeline.models import PublishedHow

from .clocks import clock_of, day_by, time_zone
from .ingest import NO_TEXT, WEB, Article, Refused

TEXT_ENDINGS = frozenset({".txt", ".text", ".md"})
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
LINES_ENDINGS = frozenset({".jsonl", ".ndjson"})
ENDINGS = TEXT_ENDINGS | HTML_ENDINGS | LINES_ENDINGS
LARGEST_FILE = 200_000_000
"""Bytes of the largest file that is read; JSON Lines are read line by line, anything else whole."""

LARGEST_ARTICLE_FILE = 20_000_000
"""Bytes of the largest file that holds one article."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found in a file: an article, or the reason why it is none."""

    where: str
    """File, and line for JSON Lines."""
    article: Article | None = None
    refused: str = ""
    event: Mapping[str, Any] | None = None
    """In place of an article: an event with its passages, as a site like this one exports it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever feeds an article in says of it; goes before what the file says."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    clock: tzinfo | None = None
    """The publisher's time zone, by which a timestamp in universal time is given its day."""


def read_day(words: str) -> date:
    """Return the day of "2019-03-07", or of an ISO date and time, whose own day counts; raises Refused otherwise."""
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", words.strip())
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise Refused(f"“{words}” is no day; write it as 2019-03-07") from None


def articles_in(path: Path, given: Given = Given()) -> Iterator[Found]:
    """Yield what is found at a path, in a fixed order: one article, a line each, or a folder's files by name.

    Never raises for what the path holds: what cannot be read is yielded with its reason.
    """
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and _is_plain_file(p))
        if not inside:
            yield Found(str(path), refused=f"no file in this folder ends in {', '.join(sorted(ENDINGS))}")
        for file in inside:
            yield from articles_in(file, given)
        return
    try:
        if path.suffix.lower() in LINES_ENDINGS:
            yield from _lines(path, given)
        else:
            yield Found(str(path), article_from(path, given))
    except Refused as reason:
        yield Found(str(path), refused=str(reason))
    except OSError as error:
        yield Found(str(path), refused=plainly(error))


def how_many(path: Path) -> int:
    """Return how many articles `articles_in` will look at: files of a folder, lines of JSON Lines, else one."""
    if path.is_dir():
        return sum(how_many(p) for p in path.rglob("*") if p.suffix.lower() in ENDINGS and _is_plain_file(p))
    if path.suffix.lower() in LINES_ENDINGS and path.is_file():
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    return 1


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.parts[-2:])


def plainly(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "it may not be read: permission denied"
    return f"it cannot be read: {error.strerror or error}"


def article_from(path: Path, given: Given = Given()) -> Article:
    """Return the article that a text or HTML file holds; raises Refused with the reason, or OSError."""
    if path.stat().st_size > LARGEST_ARTICLE_FILE:
        raise Refused(f"it is larger than {LARGEST_ARTICLE_FILE // 1_000_000} MB, too large for one article")
    content = path.read_bytes()
    if path.suffix.lower() in HTML_ENDINGS or looks_like_html(content):
        return from_html(content, given)
    return Article(
        decode(content), given.title, given.author, given.publisher, given.url, given.published, PublishedHow.GIVEN
    )


def looks_like_html(content: bytes) -> bool:
    """True for a page that says so itself, whatever its file is called."""
    head = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))


def decode(content: bytes) -> str:
    """Return the text of UTF-8 bytes; raises Refused for binary files and other encodings, naming the place."""
    if not content.strip():
        raise Refused("it is empty")
    if b"\0" in content[:8000]:
        raise Refused("it is a binary file, not text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(
            f"it is not UTF-8: byte 0x{content[error.start]:02X} in line {line}; save it as UTF-8 and try again"
        ) from None


def from_html(content: bytes, given: Given = Given()) -> Article:
    """Return the article of an HTML page: its text, captions kept, and what the page says of itself.

    What is given goes before the page's own data. Raises Refused where no article is found on it.
    """
    import trafilatura
    from htmldate import find_date
    from lxml import html

    page = _decode_page(content)
    try:
        tree = html.document_fromstring(page)
    except (ValueError, html.etree.ParserError) as error:
        raise Refused(f"it is no HTML that can be read: {error}") from error
    for figure in list(tree.iter("figure")):
        for caption in list(figure.iter("figcaption")):
            caption.tag = "p"
            figure.addnext(caption)
    with _quiet("trafilatura"), _quiet("htmldate"):
        found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, favor_recall=True)
        day = find_date(page, original_date=True, extensive_search=False) if given.published is None else None
    text = (found.text or "") if found else ""
    if not text.strip():
        raise Refused("no article was found on the page")
    title = given.title or (found.title or "")
    if title and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    published = given.published or (date.fromisoformat(day) if day else None)
    return Article(
        text=re.sub(r"(?<!\n)\n(?!\n)", "\n\n", text),
        title=title,
        author=given.author or (found.author or ""),
        publisher=given.publisher or (found.sitename or ""),
        url=given.url or (found.url if (found.url or "").startswith(WEB) else ""),
        published=published,
        published_how=PublishedHow.GIVEN if given.published else PublishedHow.PAGE,
        raw=page,
    )


def _decode_page(content: bytes) -> str:
    """Return a page as text, by the encoding that it names, else as UTF-8."""
    named = re.search(rb"""<meta[^>]{0,100}charset=["']?([A-Za-z0-9_-]{2,20})""", content[:2000], re.I)
    encoding = named[1].decode("ascii") if named else "utf-8"
    if b"\0" in content[:8000]:
        raise Refused("it is a binary file, not a page")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        if encoding.lower().startswith("utf"):
            raise LookupError(encoding)  # it is not UTF-8, and a page in UTF-16 could not have named it so
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        raise Refused(f"its bytes are neither UTF-8 nor the {encoding} that the page names") from None


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a library from logging what we tell the user ourselves."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _lines(path: Path, given: Given) -> Iterator[Found]:
    """Yield an article for each line of a JSON Lines file; a bad line is named and the rest goes on."""
    if path.stat().st_size > LARGEST_FILE:
        raise Refused(f"it is larger than {LARGEST_FILE // 1_000_000} MB; split it")
    empty = True
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            empty = False
            where = f"{path}, line {number}"
            try:
                record = _object(line)
                if is_exported(record):
                    yield Found(where, event=record)
                else:
                    yield Found(where, _from_record(record, given, path.parent))
            except Refused as reason:
                yield Found(where, refused=str(reason))
            except OSError as error:
                yield Found(where, refused=plainly(error))
    if empty:
        raise Refused("it is empty")


def is_exported(record: Mapping[str, Any]) -> bool:
    """True for an event as a site like this one exports it: with its identity, and with passages."""
    return isinstance(record.get("uid"), str) and isinstance(record.get("passages"), list)


def _object(line: bytes) -> Mapping[str, Any]:
    """Return the JSON object of a line; raises Refused where it is none."""
    try:
        record = json.loads(decode(line))
    except json.JSONDecodeError as error:
        raise Refused(f"it is no JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise Refused("it is no JSON that can be read: nested too deeply") from None
    except Refused:
        raise
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise Refused("it is no JSON that can be read: a number is too long") from None
    if not isinstance(record, Mapping):
        raise Refused("it is no JSON object with a “text”")
    return record


def _from_record(record: Mapping[str, Any], given: Given, folder: Path) -> Article:
    """Return the article of one JSON object: `text` (or `file`, beside it), `title`, `author`, `publisher`, `url`,
    `published`, `timezone`; all but the text may be missing or null."""
    told = Given(
        given.title or _words(record, "title"),
        given.author or _words(record, "author"),
        given.publisher or _words(record, "publisher"),
        given.url or _words(record, "url"),
        given.published or _published(record, given.clock),
    )
    if name := _words(record, "file"):
        file = (folder / name).resolve()
        if not file.is_relative_to(folder.resolve()):
            raise Refused(f"“file” leads out of the folder: {name}")
        return article_from(file, told)
    text = _words(record, "text")
    if not text.strip():
        raise Refused("it has no “text”")
    return Article(text, told.title, told.author, told.publisher, told.url, told.published, PublishedHow.GIVEN)


def _published(record: Mapping[str, Any], clock: tzinfo | None) -> date | None:
    """Return the day of publication that a record gives, by its publisher's clock where that is known.

    The clock is the one whoever feeds it in names, else the record's own, else that of the government at its address.
    """
    words = _words(record, "published")
    if not words:
        return None
    own = read_day(words)
    if clock is None and (zone := _words(record, "timezone")):
        try:
            clock = time_zone(zone)
        except ValueError as reason:
            raise Refused(str(reason)) from None
    return day_by(words, clock or clock_of(_words(record, "url"))) or own


def _words(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(f"“{name}” must be text, not {type(value).__name__}")
    if name != "text" and (bad := NO_TEXT.search(value)):
        raise Refused(f"“{name}” is not plain text: it has the character U+{ord(bad[0]):04X}")
    return value
