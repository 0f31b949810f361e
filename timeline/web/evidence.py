"""What an event rests on: each passage with its words marked, why it was read so, and where sources differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.models import Basis, Confidence, Event, Kind, Mention, Status

from . import glossary, rulebook
from .glossary import listed
from .marking import Mark, Piece, hit_pattern, marks_of, pieces, quoted, search_words, text_fragment
from .paragraphs import number_passages
from .rows import SURE, Citation, cite
from .shown import ShownDate, ShownState, show_date, state_of

SHOWN_IN_ORDER = ("kind", "status", "basis", "when", "place", "actors", "occasions", "concerns", "confidence")
"""Fields of "Why this reading", in the order of the page."""

MOST_WORDS = 3
"""Different words that a field shows."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one passage says of the event, in short."""

    state: ShownState
    kind: str
    date: ShownDate
    place: str
    basis: str
    confidence: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage in full."""

    pk: int
    pieces: tuple[Piece, ...]
    citation: Citation
    title: str
    """Of the article; empty where the citation names it already."""
    original: str
    """Address of the live article, asking the browser to scroll to the words; empty where none is known."""
    tellings: tuple[Telling, ...]
    inferred: bool
    """The day of publication was inferred, and dates may rest on it."""
    from_copy: bool
    """The article is a copy of another one: together they are one voice."""
    copies: list[Citation] = field(default_factory=list)
    """Wire copies with the same words: one voice with this one."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a passage that gave a field, and the rule by which they did."""

    text: str
    rule: str
    meaning: str
    more: int = 0
    """Further passages with the same words and rule."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a field of an event is what it is."""

    name: str
    title: str
    value: str
    words: tuple[Words, ...]
    rule: str
    """Name of the rule that settled it, or empty."""
    meaning: str
    locked: bool
    """An editor set it; no reading changes it."""
    against: tuple[Version, ...] = ()
    """What the sources say of it, where an editor set it and none of them says the same."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says of a field."""

    value: str
    words: str
    citation: Citation
    speaker: str
    confidence: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field on which sources differ, with all they say."""

    name: str
    title: str
    versions: tuple[Version, ...]
    chosen_by: str
    """By which rule, or by whom, the shown value was chosen."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one source made of the event on its day: its surest passage with the most exact date."""

    published: str
    source: str
    url: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that an event rests on."""

    quotes: tuple[Quote, ...]
    sources: int
    why: tuple[Why, ...]
    disputes: tuple[Dispute, ...]
    reports: tuple[Report, ...]
    """How it was told over time: empty where one source tells of it."""

    @property
    def overruled(self) -> str:
        """Fields that an editor set against what all sources say, in words; else empty."""
        return listed([why.title.lower() for why in self.why if why.against])


def evidence_of(event: Event, search: str = "") -> Evidence:
    """Return what an event rests on, in the order of publication; five queries."""
    mentions = list(
        event.mentions.live().select_related("passage").prefetch_related("source", "actors").in_reading_order()
    )
    for mention in mentions:
        mention.passage.source = mention.source
    paragraphs = number_passages(mention.passage for mention in mentions)
    citations = {m.passage_id: cite(m.source, m.passage, paragraphs.get(m.passage_id), search) for m in mentions}
    quotes = _quotes(mentions, citations, hit_pattern(search_words(search)))
    return Evidence(
        quotes=tuple(quotes),
        sources=len({mention.source.copy_of_id or mention.source_id for mention in mentions}),
        why=tuple(_why(event, mentions, citations)),
        disputes=tuple(_dispute(event, name, mentions, citations) for name in event.disputed_fields),
        reports=tuple(_reports(mentions, citations)),
    )


def _quotes(mentions: Sequence[Mention], citations: dict[int, Citation], hits: re.Pattern[str] | None) -> list[Quote]:
    by_passage: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_passage[mention.passage_id].append(mention)
    quotes: list[Quote] = []
    by_words: dict[tuple[int, str], Quote] = {}
    # originals before their copies, so that each copy finds the words that it repeats
    for passage_id, same in sorted(by_passage.items(), key=lambda item: item[1][0].source.copy_of_id is not None):
        source, passage = same[0].source, same[0].passage
        original = by_words.get((source.copy_of_id or 0, " ".join(passage.exact.split())))
        if original:
            original.copies.append(citations[passage_id])
            continue
        quote = Quote(
            pk=passage_id,
            pieces=tuple(_marked(same, hits)),
            citation=citations[passage_id],
            title=str(source) if source.publisher else "",
            original=source.url + text_fragment(passage.exact) if source.url else "",
            tellings=tuple(dict.fromkeys(_telling(mention) for mention in same)),
            from_copy=source.copy_of_id is not None,
            inferred=source.published_how == "inferred" and any(m.relative for m in same),
        )
        by_words[source.pk, " ".join(passage.exact.split())] = quote
        quotes.append(quote)
    return quotes


def _reports(mentions: Sequence[Mention], citations: dict[int, Citation]) -> list[Report]:
    by_source: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.source.copy_of_id:
            by_source[mention.source_id].append(mention)
    if len(by_source) < 2:
        return []
    reports = []
    for told in by_source.values():
        best = min(told, key=lambda m: (SURE[m.confidence], not m.when, not show_date(m.when).exact))
        day = best.source.published_on
        reports.append(
            Report(
                published=show_date(day.isoformat()).text if day else "day unknown",
                source=best.source.publisher or str(best.source),
                url=citations[best.passage_id].url,
                telling=_telling(best),
            )
        )
    return reports


def _marked(mentions: Sequence[Mention], hits: re.Pattern[str] | None) -> list[Piece]:
    """Return a passage cut at the words that gave its mentions their fields, and at those searched for."""
    passage = mentions[0].passage
    start = passage.start or 0
    marks = (
        [Mark(m.start - start, m.end - start, m.mark) for m in marks_of(mentions)] if passage.start is not None else []
    )
    cut = pieces(passage.exact, 0, len(passage.exact), marks, hits)
    return cut if quoted(passage.exact) == passage.exact else [Piece("“"), *cut, Piece("”")]


def _telling(mention: Mention) -> Telling:
    return Telling(
        state=state_of(mention),
        kind=mention.get_kind_display(),
        date=show_date(mention.when, mention.when_words, relative=True),
        place=mention.place,
        basis="" if mention.basis == Basis.STATED else mention.get_basis_display(),
        confidence=mention.get_confidence_display(),
        speaker=mention.speaker,
    )


# Why this reading


def _why(event: Event, mentions: Sequence[Mention], citations: dict[int, Citation]) -> list[Why]:
    found = []
    for name in SHOWN_IN_ORDER:
        value = value_of(event, name)
        rule = event.settled_by.get(name, "")
        locked = name in event.locked_fields
        words = _words_for(event, name, mentions)
        if not value or (name in ("occasions", "basis") and not words and not locked):
            continue
        meaning = rulebook.settling(name, rule) if rule and not locked else ""
        if name == "confidence":
            meaning = f"{glossary.CONFIDENCES[Confidence(event.confidence)]} {meaning}".strip()
        against = _against(event, name, mentions, citations) if locked else ()
        found.append(Why(name, glossary.FIELDS[name], value, words, "" if locked else rule, meaning, locked, against))
    return found


def _against(
    event: Event, name: str, mentions: Sequence[Mention], citations: dict[int, Citation]
) -> tuple[Version, ...]:
    """Return the different things that sources say of a field that an editor set, each with the first to say it; empty
    where one of them says the same. "Lima" says the same as "Lima, Peru"."""
    if name not in ("kind", "status", "basis", "when", "place"):
        return ()
    shown = _told(event, name)
    versions = {version.value: version for version in reversed(_versions(event, name, mentions, citations))}
    same = [value for value in versions if value == shown or (name == "place" and (value in shown or shown in value))]
    return () if same else tuple(reversed(versions.values()))


def value_of(event: Event, name: str) -> str:
    """Return the value of an event's field as a page words it."""
    if name == "actors":
        return listed([part.actor.name for part in event.parts])
    if name == "when":
        return show_date(event.when).text
    if name == "country":
        return event.country.name if event.country else ""
    if name == "concerns":
        return event.concerns.title if event.concerns else ""
    if name == "occasions":
        return f"{event.occasions} times" if event.occasions > 1 else "once"
    if name == "status" and not state_of(event).word:
        return "done"
    value = getattr(event, name)
    return getattr(event, f"get_{name}_display", lambda: value)()


def _words_for(event: Event, name: str, mentions: Sequence[Mention]) -> tuple[Words, ...]:
    """Return the words that gave a field its value, those of the mentions that agree with it before all others."""
    agreeing = [m for m in mentions if name in ("actors", "concerns") or getattr(m, name, None) == getattr(event, name)]
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for mention in agreeing:
        if mention.source.copy_of_id:
            continue
        for reason in mention.reasons:
            if reason.get("field") == name:
                counted[_text_of(reason.get("spans", ()), mention.source.text), reason.get("rule", "")] += 1
    return tuple(
        Words(text, rule, rulebook.reading(name, rule), number - 1)
        for (text, rule), number in list(counted.items())[:MOST_WORDS]
    )


def _text_of(spans: Iterable[Sequence[int]], text: str) -> str:
    return " … ".join(dict.fromkeys(" ".join(text[start:end].split()) for start, end in spans))


# Sources differ


def _dispute(event: Event, name: str, mentions: Sequence[Mention], citations: dict[int, Citation]) -> Dispute:
    if name in event.locked_fields:
        chosen_by = "Set by an editor."
    else:
        chosen_by = rulebook.settling(name, event.settled_by.get(name, ""))
    versions = _versions(event, name, mentions, citations)
    return Dispute(name, glossary.FIELDS.get(name, name), versions, chosen_by)


def _versions(
    event: Event, name: str, mentions: Sequence[Mention], citations: dict[int, Citation]
) -> tuple[Version, ...]:
    """Return what each source says of a field, each different thing once."""
    versions: dict[tuple[int, str], Version] = {}
    shown = _told(event, name)
    # a copy is no second voice; where it alone is left, it speaks for its original
    heard = [m for m in mentions if not m.source.copy_of_id] or mentions
    for mention in heard:
        value = _told(mention, name)
        key = (mention.source_id, value)
        if not value or key in versions:
            continue
        versions[key] = Version(
            value=value,
            words=_words_of(mention, name),
            citation=citations[mention.passage_id],
            speaker=mention.speaker,
            confidence=mention.get_confidence_display(),
            chosen=value == shown,
        )
    return tuple(versions.values())


def _told(told: Event | Mention, name: str) -> str:
    """Return what an event or a mention gives for a field, in words that can be compared."""
    value = getattr(told, name, "")
    if name == "when":
        return show_date(value).text if value else ""
    if name == "status":
        return Status(value).label
    if name == "kind":
        return Kind(value).label
    if name == "basis":
        return Basis(value).label
    return str(value or "")


def _words_of(mention: Mention, name: str) -> str:
    if name == "when":
        return mention.when_words
    spans = [span for reason in mention.reasons if reason.get("field") == name for span in reason.get("spans", ())]
    return _text_of(spans, mention.source.text)
