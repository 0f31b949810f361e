"""A stored article as its page shows it: numbered paragraphs, the passages that gave events, and notes beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline.models import Event, Mention, Passage, Source
from timeline.parser.reading import Line, LineRole
from timeline.parser.sentences import split

from .marking import Run, hit_pattern, marks_of, runs
from .paragraphs import layout_of
from .shown import ShownDate, ShownState, show_date, state_of

ROLE_WORDS = {
    LineRole.TITLE: "title",
    LineRole.BYLINE: "byline",
    LineRole.DATELINE: "dateline",
    LineRole.HEADING: "heading",
    LineRole.CAPTION: "caption",
    LineRole.BOILERPLATE: "not part of the report",
}


@dataclass(frozen=True, slots=True)
class Note:
    """An event that a paragraph tells of, beside it."""

    number: int
    event_url: str
    """The event's page, at the passage."""
    title: str
    state: ShownState
    kind: str
    date: ShownDate
    confidence: str
    first: bool
    """The first note on this event; later ones are short."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The `[2]` after a passage."""

    number: int
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article."""

    number: int
    role: str
    role_words: str
    """What the line is, where it is no plain part of the report."""
    parts: tuple[tuple[Run, tuple[Reference, ...]], ...]
    """Runs of text with the references that follow each."""
    notes: tuple[Note, ...]
    elided: bool = False
    """Not all of it may be shown."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Paragraphs in a row that may not be shown."""

    count: int


@dataclass(frozen=True, slots=True)
class Article:
    """The article and what was read out of it."""

    parts: tuple[Paragraph | Gap, ...]
    events: int
    used: int
    """Paragraphs that gave an event."""
    total: int
    """Paragraphs of the report; its boilerplate is not counted."""
    full: bool


def lay_open(
    source: Source, mentions: Sequence[Mention], today: date, *, marked: bool = True, words: Sequence[str] = ()
) -> Article:
    """Return an article with the passages of these mentions (of public events, in the order of the text) marked."""
    text = source.text
    lines = layout_of(text).lines
    placed = [m for m in mentions if m.passage.start is not None]
    passages = list({m.passage_id: m.passage for m in placed}.values())
    numbers: dict[int, int] = {}
    by_passage: dict[int, list[Mention]] = defaultdict(list)
    for mention in placed:
        numbers.setdefault(mention.event_id, len(numbers) + 1)
        by_passage[mention.passage_id].append(mention)
    marks = marks_of(placed) if marked else []
    hits = hit_pattern(words)
    full = source.shows_full_text
    visible = None if full else _visible(text, passages)
    seen: set[int] = set()
    parts: list[Paragraph | Gap] = []
    used = 0
    for line in lines:
        within = [p for p in passages if p.start < line.end and p.end > line.start]
        used += bool(within)
        shown = [(line.start, line.end)] if visible is None else _clip(visible, line)
        if not shown:
            gap = parts.pop().count if parts and isinstance(parts[-1], Gap) else 0
            parts.append(Gap(gap + 1))
            continue
        cut = [run for start, end in shown for run in runs(text, start, end, passages, marks, hits)]
        told = {m.event_id: m for p in within for m in reversed(by_passage[p.pk])}
        notes = [_note(m, numbers[m.event_id], m.event_id not in seen, today) for m in told.values()]
        seen.update(told)
        parts.append(
            Paragraph(
                number=line.paragraph,
                role=line.role.value,
                role_words=ROLE_WORDS.get(line.role, ""),
                parts=tuple((run, _references(run, by_passage, numbers)) for run in cut),
                notes=tuple(sorted(notes, key=lambda note: note.number)),
                elided=visible is not None and shown != [(line.start, line.end)],
            )
        )
    return Article(
        parts=tuple(parts),
        events=len(numbers),
        used=used,
        total=sum(line.role != LineRole.BOILERPLATE for line in lines),
        full=full,
    )


def _note(mention: Mention, number: int, first: bool, today: date) -> Note:
    event: Event = mention.event
    return Note(
        number=number,
        event_url=f"{event.get_absolute_url()}#p{mention.passage_id}",
        title=event.title,
        state=state_of(event, today),
        kind=event.get_kind_display(),
        date=show_date(event.when),
        confidence=event.get_confidence_display(),
        first=first,
    )


def _references(run: Run, by_passage: dict[int, list[Mention]], numbers: dict[int, int]) -> tuple[Reference, ...]:
    found = {}
    for passage_id in run.ends:
        for mention in by_passage[passage_id]:
            url = f"{mention.event.get_absolute_url()}#p{passage_id}"
            found[mention.event_id] = Reference(numbers[mention.event_id], url, mention.event.title)
    return tuple(sorted(found.values(), key=lambda reference: reference.number))


# What may be shown


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((sentence.start, sentence.end) for sentence in split(text, layout_of(text)))


def _visible(text: str, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return the passages with a sentence before and after each, as stretches of the text in order."""
    sentences = _sentences(text)
    spans = []
    for passage in passages:
        touched = [n for n, (start, end) in enumerate(sentences) if start < passage.end and end > passage.start]
        start, end = passage.start, passage.end
        if touched:
            start = min(start, sentences[max(touched[0] - 1, 0)][0])
            end = max(end, sentences[min(touched[-1] + 1, len(sentences) - 1)][1])
        spans.append((start, end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        # what overlaps the stretch before, or is divided from it by blanks only, continues it
        if merged and not text[merged[-1][1] : start].strip():
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return merged


def _clip(spans: Sequence[tuple[int, int]], line: Line) -> list[tuple[int, int]]:
    """Return what of a line lies within the spans."""
    cut = [(max(start, line.start), min(end, line.end)) for start, end in spans]
    return [(start, end) for start, end in cut if start < end]
