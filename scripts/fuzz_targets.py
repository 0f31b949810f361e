"""What a fuzzer drives: a target makes of bytes what a stranger might send, and raises where something breaks.

A target says nothing where the input is read or refused with one of the errors that are promised; any other error, or
a broken promise about the outcome, is a find. The same targets are run by the tests on bytes that Hypothesis makes up.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache

from timeline import edtf
from timeline.parser import read
from timeline.parser.dates import find_dates
from timeline.parser.dates.typed import read_typed
from timeline.parser.language import NotEnglish, NothingToRead
from timeline.parser.vocabulary import load

DAY = date(2019, 3, 7)


class Broken(AssertionError):
    """A promise that an input made the code break."""


@cache
def words() -> tuple[str, ...]:
    """Return the words and patterns of the vocabularies with what stands between words: what sentences are made of."""
    found = {
        " ",
        ". ",
        ", ",
        "\n",
        "\n\n",
        " and ",
        " in ",
        " on ",
        " of ",
        " the ",
        " by ",
        " to ",
        " not ",
        "’s ",
        "“",
    }
    for name in ("kinds", "verbs", "status", "attribution", "time", "offices", "names"):
        found |= set(_leaves(load(name)))
    found |= {
        "Peru",
        "Chile",
        "Lima",
        "Ama Boateng",
        "Mr Boateng",
        "4 May 2011",
        "Tuesday",
        "U.S.",
        "U.N.",
        "1990s",
        "31",
    }
    return tuple(sorted(found))


def _leaves(branch: object) -> list[str]:
    if isinstance(branch, str):
        return [branch] if len(branch) < 30 else []
    inside = branch.values() if isinstance(branch, dict) else branch if isinstance(branch, list) else ()
    return [leaf for part in inside for leaf in _leaves(part)]


def as_sentences(sent: bytes) -> str:
    """Return a text of our own words in the order that the bytes say, two a word; an odd end is taken as characters."""
    stock = words()
    pairs = zip(sent[::2], sent[1::2], strict=False)
    told = " ".join(stock[(high << 8 | low) % len(stock)] for high, low in pairs)
    return told + sent[len(sent) // 2 * 2 :].decode("latin-1")


def reading(sent: bytes) -> None:
    """An article of our own words: every claim rests on a passage of it, and every date can be read back."""
    _read(as_sentences(sent))


def any_text(sent: bytes) -> None:
    """An article of any characters."""
    _read(sent.decode("utf-8", "replace"))


def _read(text: str) -> None:
    with suppress(NotEnglish, NothingToRead):
        told = read(text, DAY)
        for claim in told.claims:
            if not 0 <= claim.start < claim.end <= len(text):
                raise Broken(f"a passage from {claim.start} to {claim.end} in {len(text)} characters")
            if claim.when:
                edtf.parse(claim.when)


def time_words(sent: bytes) -> None:
    """Dates in a text of our own words: in their order, each of some characters, each to be read back."""
    text = as_sentences(sent)
    last = 0
    for found in find_dates(text, DAY):
        if not last <= found.start < found.end <= len(text):
            raise Broken(f"time words from {found.start} to {found.end} after {last}")
        last = found.end
        if found.edtf:
            edtf.parse(found.edtf)


def written_date(sent: bytes) -> None:
    """What a person types into a date field is understood or refused."""
    with suppress(ValueError):
        edtf.parse(read_typed(sent.decode("utf-8", "replace")[:200], DAY))


def edtf_text(sent: bytes) -> None:
    """An EDTF text is refused, or has bounds in their order and can be shown."""
    with suppress(edtf.EdtfError):
        text = edtf.parse(sent.decode("latin-1")).text
        first, last = edtf.bounds(text)
        if first and last and first > last:
            raise Broken(f"{text} from {first} to {last}")
        if not edtf.display(text) or not edtf.sort_key(text):
            raise Broken(f"{text} is not shown")


def page(sent: bytes) -> None:
    """A file that may be a page, or JSON Lines, or text: an article, or a reason."""
    from timeline.chronicle.articles import decode, from_html
    from timeline.chronicle.ingest import Refused, clean

    with suppress(Refused):
        clean(decode(sent))
    with suppress(Refused):
        clean(from_html(b"<html><body><p>The ministers met in Lima.</p>" + sent).text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (reading, any_text, time_words, written_date, edtf_text, page)
}
