"""What a line of an article shows by its own words, wherever it stands: a caption, a credit, a menu, an offer, a form.

What only the place in the text can tell (headline, byline, foot) is in `layout` and `layout_head`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.parser.layout_patterns import (
    ADDRESS,
    CAMEL,
    CLOSES,
    CONTACT,
    CREDIT_ALONE,
    CREDIT_BEHIND,
    CREDIT_TAIL,
    DATELINE,
    FIRST_SENTENCE,
    FULL_DATES,
    FULL_STOP,
    FURTHER_CREDITS,
    LETTER_OR_DIGIT,
    LINK_ALONE,
    LOOSE_DATELINE,
    MONTH_NUMBERS,
    PRICE,
    SENTENCE_END,
    SENTENCES_OPEN,
    SPEAKS_OF_ITSELF,
    STANDING,
    TURN,
    WRITERS_CREDITS,
)
from timeline.parser.quick import Quick
from timeline.parser.reading import LineRole
from timeline.parser.vocabulary import load

LONG = 1_500
"""Characters of a line that the patterns look at; a line is judged by its beginning and end."""
_QUOTED = re.compile(r'"[^"]*"?')


@dataclass(slots=True)
class Draft:
    """A line while its role is being found."""

    start: int
    end: int
    plain: str
    """Its normalised words, at most `LONG` characters."""
    tail: str
    words: int
    role: LineRole | None = None
    rule: str = ""

    def mark(self, role: LineRole, rule: str) -> None:
        self.role, self.rule = role, rule


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of `vocabulary/layout.toml`, ready to be looked for."""

    anywhere: Quick
    short_inside: Quick
    short_start: tuple[str, ...]
    issuers: frozenset[str]
    byline: Quick
    bio: Quick
    bio_verbs: Quick
    agencies: frozenset[str]
    caption_start: tuple[str, ...]
    caption_inside: tuple[str, ...]
    pictured: Quick
    reports: Quick
    offers: Quick
    offices: Quick
    release_kinds: frozenset[str]
    not_places: frozenset[str]
    labels: re.Pattern[str]
    imperatives: frozenset[str]
    publications: Quick


@cache
def vocabulary() -> Vocabulary:
    raw = load("layout")
    return Vocabulary(
        anywhere=_any_of(raw["anywhere"], bounded=False),
        short_inside=_any_of(raw["short_inside"], bounded=False),
        short_start=tuple(raw["short_start"]),
        issuers=frozenset(raw["issuers"]),
        byline=_any_of(raw["byline_words"]),
        bio=_any_of(raw["bio_words"]),
        bio_verbs=_any_of(raw["bio_verbs"]),
        agencies=frozenset(raw["agencies"]),
        caption_start=tuple(raw["caption_start"]),
        caption_inside=tuple(raw["caption_inside"]),
        pictured=_any_of(raw["pictured"]),
        reports=_any_of(raw["reports"]),
        offers=_any_of(raw["offers"]),
        offices=_any_of(raw["offices"]),
        release_kinds=frozenset(raw["release_kinds"]),
        not_places=frozenset(raw["not_places"]),
        labels=re.compile(rf"(?:{'|'.join(map(re.escape, raw['labels']))})(?: (?:stories|articles|links))?: ?\S", re.I),
        imperatives=frozenset(raw["imperatives"]),
        publications=_any_of(raw["publication_words"]),
    )


def _any_of(phrases: list[str], bounded: bool = True) -> Quick:
    alternatives = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{alternatives})\b" if bounded else f"(?:{alternatives})", re.I)
    return Quick(pattern, {phrase.lower() for phrase in phrases})


def agencies_of(drafts: Iterable[Draft]) -> frozenset[str]:
    """Give the agencies that a text's own datelines name, in small letters: "OSLO, May 3 (Example Wire) --"."""
    named: set[str] = set()
    for draft in drafts:
        match = DATELINE.match(draft.plain[:160])
        if match is not None and match["agency"]:
            named.add(match["agency"].strip().lower())
    return frozenset(named)


def by_itself(draft: Draft, own: frozenset[str]) -> None:
    """Mark what a line shows by its own words. `own`: agencies that the text's datelines name, in small letters."""
    line, lowered = draft.plain, draft.plain.lower()
    known = vocabulary()
    if not LETTER_OR_DIGIT.search(line):
        draft.mark(LineRole.BOILERPLATE, "signs only")
    elif "{{" in line or LINK_ALONE.match(line):
        draft.mark(LineRole.BOILERPLATE, "template")
    elif draft.words <= 80 and SPEAKS_OF_ITSELF.match(line):
        draft.mark(LineRole.BOILERPLATE, "speaks of itself")
    elif _credits_writers(draft):
        draft.mark(LineRole.BOILERPLATE, "credit alone")
    elif _is_caption(draft, lowered, known, own):
        return
    elif draft.words <= 8 and line[0] in "([" and line[-1] in ")]":
        draft.mark(LineRole.BOILERPLATE, "note in brackets")
    elif draft.words > 20 and TURN.match(line):
        draft.mark(LineRole.BODY, "speaker turn")  # Speakers say "your subscription" too.
    elif _gives_contact(draft, known):
        draft.mark(LineRole.BOILERPLATE, "contact")
    elif _speaks_as_site(draft, known) or (draft.words <= 40 and len(CAMEL.findall(line)) >= 5):
        draft.mark(LineRole.BOILERPLATE, "boilerplate words")
    elif _is_navigation(draft, lowered, known):
        draft.mark(LineRole.BOILERPLATE, "navigation")
    elif draft.words <= 12 and CREDIT_ALONE.match(line) and not FULL_STOP.search(line):
        draft.mark(LineRole.BOILERPLATE, "credit alone")
    elif TURN.match(line):
        draft.mark(LineRole.BODY, "speaker turn")
    elif draft.words <= 60 and cues_of_offer(draft) >= 3:
        draft.mark(LineRole.BOILERPLATE, "offer")


def _credits_writers(draft: Draft) -> bool:
    """Whether a line says only who reported, wrote and edited: in brackets, or without a sentence's end."""
    match = WRITERS_CREDITS.match(draft.plain)
    if match is None or draft.words > 80:
        return False
    return bool(match["bracket"]) or not FULL_STOP.search(draft.tail) or bool(FURTHER_CREDITS.search(draft.plain))


def _gives_contact(draft: Draft, known: Vocabulary) -> bool:
    """Whether a line is there to give an address: "Press inquiries: ...", "Write to desk@example.org"."""
    if draft.words > 40 or not ADDRESS.search(draft.plain):
        return False
    if CONTACT.match(draft.plain):
        return True
    return "@" in draft.plain and len(known.reports.findall(draft.plain)) < 2 and not TURN.match(draft.plain)


def unquoted(draft: Draft) -> str:
    """Give a line's words outside of quotation marks."""
    return _QUOTED.sub("", draft.plain)


def cues_of_offer(draft: Draft) -> int:
    """Count what shows that a line offers the publication itself to the reader.

    Five things do: a price for a time ("$2 a week"), an end or limit ("offer closes"), an imperative at the head of a
    sentence ("Read us"), words of subscribing, and an address or a call to call. A line of reporting has none or one.
    """
    known, words = vocabulary(), unquoted(draft)
    imperative = any(match["word"] in known.imperatives for match in SENTENCES_OPEN.finditer(words))
    published = {match[0].lower() for match in known.publications.finditer(words)}
    cues = (PRICE.search(words), CLOSES.search(words), imperative, published, len(published) > 1 and imperative)
    return sum(map(bool, cues)) + bool(ADDRESS.search(words))


def _speaks_as_site(draft: Draft, known: Vocabulary) -> bool:
    """Whether a line holds a site's phrases, and not only behind a sentence that reports ("... Click here")."""
    if draft.words <= 12 and known.short_inside.search(draft.plain):
        return True
    if draft.words > 60 or not known.anywhere.search(draft.plain):
        return False
    first = FIRST_SENTENCE.match(draft.plain)
    return first is None or first[0].count(" ") < 8 or bool(known.anywhere.search(first[0]))


def _is_navigation(draft: Draft, lowered: str, known: Vocabulary) -> bool:
    if draft.words <= 12 and lowered.startswith(known.short_start) and _is_chrome(draft.plain, lowered, known):
        return True
    return draft.words <= 40 and bool(known.labels.match(draft.plain)) and not FULL_STOP.search(draft.tail)


def _is_chrome(line: str, lowered: str, known: Vocabulary) -> bool:
    """Whether a short line that begins with a menu's word is a menu's, not "Home secretary meets ..."."""
    for start in known.short_start:
        if lowered.startswith(start):
            rest = lowered[len(start) :]
            if not start[-1].isalnum() or not rest:
                return True
            if rest[0].isalnum() or rest[0] == "'":
                continue
            # A headline or sentence about "Search for ..." has verbs and names; a button is short or has a colon.
            if " " in start or rest[0] == ":" or (len(rest.split()) <= 3 and not SENTENCE_END.search(line)):
                return True
    return False


def _is_caption(draft: Draft, lowered: str, known: Vocabulary, own: frozenset[str]) -> bool:
    if draft.words > 90 or _names_only_its_maker(draft, lowered, known):
        return False
    if lowered.startswith(known.caption_start) and draft.words > 4:
        draft.mark(LineRole.CAPTION, "words of a caption")
        return True
    if any(words in lowered for words in known.caption_inside) and draft.words > 4:
        draft.mark(LineRole.CAPTION, "credit in caption")
        return True
    if draft.words > 3 and _is_credited(draft, known, own):
        draft.mark(LineRole.CAPTION, "credit in caption")
        return True
    if draft.words <= 60 and STANDING.search(draft.plain) and known.pictured.search(draft.plain):
        draft.mark(LineRole.CAPTION, "picture described")
        return True
    return False


def _names_only_its_maker(draft: Draft, lowered: str, known: Vocabulary) -> bool:
    """Whether a line is a credit without a picture's words: "Photo by Ana Soto for Example Times"."""
    return (
        lowered.startswith(("photo by", "photograph by", "picture by"))
        and draft.words <= 10
        and not known.pictured.search(draft.plain)
        and not FULL_STOP.search(draft.tail)
    )


def _is_credited(draft: Draft, known: Vocabulary, own: frozenset[str]) -> bool:
    """Whether a line ends in a picture's credit: "(Photo by ...)", "© Agency", or "(AP)" behind a picture's words."""
    if draft.words <= 60 and CREDIT_BEHIND.search(draft.tail):
        return True
    if dateline(draft.plain) is not None:
        return False
    credit = CREDIT_TAIL.search(draft.tail)
    if credit is None or credit.start() == 0:
        return False
    agency = credit["agency"]
    if agency is None:
        return True
    named = {part.strip().lower() for part in re.split(r"[/,;]| via | - ", agency)}
    if named & own and draft.words <= 60:
        return True
    return bool(named & known.agencies) and (
        draft.words <= 12 or (draft.words <= 60 and bool(known.pictured.search(draft.plain)))
    )


def is_paragraph(draft: Draft) -> bool:
    """Whether a line reads as a paragraph of prose."""
    if draft.words >= 25:
        return True
    return draft.words >= 6 and bool(SENTENCE_END.search(draft.tail)) and not draft.plain.isupper()


def dateline(line: str) -> re.Match[str] | None:
    """Give the dateline in front of a paragraph: "OSLO, May 3 (Agency) -- "."""
    match = DATELINE.match(line[:160])
    if match and (match["place"][:2].isupper() or match["agency"] or match["when"]) and match.end() < len(line):
        return match
    match = LOOSE_DATELINE.match(line[:160])
    return match if match and len(line) > 60 else None


def full_date(line: str) -> date | None:
    """Give the day that a line names with its year, if exactly such words are there."""
    for pattern in FULL_DATES:
        if match := pattern.search(line):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else MONTH_NUMBERS[parts["month"][:3].lower()]
            try:
                return date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                return None
    return None
