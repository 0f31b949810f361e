"""Text in, readings out: what an article on diplomacy says happened, when, between whom, and in which words.

Pure and deterministic; knows neither Django nor the database.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from timeline import edtf

from . import language, publication
from .dates import find_dates
from .events import find_claims
from .language import NotEnglish, NothingToRead
from .layout import lay_out
from .names import KnownName, NameBook, find_names
from .reading import ENCOUNTERS, READ_ROLES, Claim, Confidence, Reading, Reason, Sentence, Span, Status
from .sentences import split

PARSER_VERSION = "2"
"""Raised by hand when the same text would be read otherwise than before; stored with what is read."""

_PRESENT = frozenset({"present-tense", "present-progressive"})
_TOOK_PLACE = frozenset({Status.HELD, Status.COLLAPSED, Status.ONGOING})

__all__ = ["PARSER_VERSION", "KnownName", "NotEnglish", "NothingToRead", "read"]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let Python not look for cycles of objects meanwhile: reading makes none, and looking took a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_at_rest()
def read(
    text: str,
    published: date | None = None,
    names: Iterable[KnownName] = (),
    title: str = "",
    author: str = "",
    publisher: str = "",
) -> Reading:
    """Return all that can be read out of one text.

    `published` is the day of publication where the caller knows it. Else a dateline may give it in full, else it may
    be inferred (`publication.infer`), else relative dates stay undated. `names` are those that an editor keeps.
    `title`, `author` and `publisher` go before what the text's own head and foot say. Raises NothingToRead for a text
    without words and NotEnglish for one in another language, both ValueErrors.
    """
    language.check(text)
    layout = lay_out(text)
    sentences = split(text, layout)
    spans = _paragraphs(sentences)
    how, notes = "given", ()
    day = published
    dates = None
    if day is None and layout.published is not None:
        day, how = layout.published, "page"
    if day is None:
        dates = find_dates(text, None, spans)
        inferred = publication.infer(text, sentences, dates)
        how = "unknown"
        if inferred is not None:
            day, how, notes = inferred.day, "inferred", (inferred.note,)
            dates = None
        else:
            notes = ("The day of publication is not known: words such as “on Tuesday” stay undated until it is set.",)
    if dates is None:
        dates = find_dates(text, day, spans)
    found = find_names(text, sentences, day, NameBook.default(tuple(names)))
    claims = find_claims(text, layout, sentences, dates, found, day)
    if day is not None:
        claims = tuple(_not_after(claim, day) for claim in claims)
    if how == "inferred":
        claims = tuple(replace(c, confidence=Confidence.LOW) if c.relative else c for c in claims)
    return Reading(
        text=text,
        title=title or layout.title,
        author=author or layout.author,
        publisher=publisher or layout.publisher,
        published=day,
        published_how=how,
        layout=layout,
        sentences=sentences,
        dates=tuple(dates),
        names=found,
        claims=claims,
        notes=notes,
    )


def _paragraphs(sentences: Iterable[Sentence]) -> list[Span]:
    """Return the stretches that are told in one go: a year told in one sentence of theirs governs the next."""
    spans: dict[int, Span] = {}
    for sentence in sentences:
        if sentence.role in READ_ROLES:
            start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
            spans[sentence.paragraph] = (start, sentence.end)
    return list(spans.values())


def _not_after(claim: Claim, published: date) -> Claim:
    """Return the claim without its date where it took place, by its words, after the article appeared.

    A day is allowed for time zones: a dispatch may be dated by another clock than what it tells of.
    """
    if claim.status not in _TOOK_PLACE or not claim.when:
        return claim
    earliest = edtf.bounds(claim.when)[0]
    if earliest is None or earliest <= published + timedelta(days=1):
        return claim
    ahead = next((r for r in claim.reasons if r.field == "status" and r.rule in _PRESENT), None)
    if ahead is not None and claim.kind in ENCOUNTERS:  # "Oslo hosts a summit in May", written in March
        reasons = tuple(Reason("status", "day-ahead", r.spans) if r is ahead else r for r in claim.reasons)
        return replace(claim, status=Status.PLANNED, reasons=reasons)
    reasons = tuple(r for r in claim.reasons if r.field != "when")
    spans = (claim.when_span,) if claim.when_span else ()
    why = Reason("when", "after-publication", spans)
    return replace(claim, when=None, relative=False, confidence=Confidence.LOW, reasons=(*reasons, why))
