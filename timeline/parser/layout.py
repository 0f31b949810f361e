"""What each line of an article is: headline, byline, dateline, report, caption, or something that reports nothing.

Only reporting may become a fact: an advert's "Offer ends July 31st", a form and an author's biography must not. The
clues are general (place in the text, shape of the line, words of `vocabulary/layout.toml`); each decision carries the
name of its rule in `RULES`, which the pages show beside the text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.parser.layout_patterns import (
    AUTHOR_NOTE,
    BLANKS,
    BULLET,
    BY,
    BY_NAMES,
    CAMEL,
    CREDIT_ALONE,
    CREDIT_TAIL,
    DATE_WORDS,
    DATELINE,
    FIRST_PERSON,
    FIRST_SENTENCE,
    FULL_DATES,
    FULL_STOP,
    LETTER_OR_DIGIT,
    LINK_ALONE,
    LOOSE_DATELINE,
    MONTH_NUMBERS,
    NAME_LINE,
    NUMBERED,
    PAPER,
    PERSON_OFFICE,
    SECOND_PERSON,
    SENTENCE_END,
    STANDING,
    TURN,
)
from timeline.parser.reading import Layout, Line, LineRole
from timeline.parser.tokens import normalise
from timeline.parser.vocabulary import load

RULES: dict[str, str] = {
    "headline": "The first headline-like line of the head, with no final stop: “Ministers meet in Oslo over fishing”.",
    "headline repeated": "A line of the head whose words another line of the head repeats is the headline.",
    "standfirst": "A line without a final stop between headline and report, that sums the report up.",
    "section label": "A few words above the headline, that name a column or section: “World briefing”.",
    "byline": "“By” and a name, or a name with a writer's function: “Amadou Keita, staff writer | Mali”.",
    "issuer": "A line of the head that names the office, agency or paper that issued the text.",
    "speaker line": "A line of the head that names a person and an office: “Jane Doe, Foreign Minister”.",
    "date line": "A line of the head or under the headline that gives only a date, a time or a place.",
    "place line": "A short line of the head that gives only a place: “Geneva, Switzerland”.",
    "numbered heading": "A short line that begins with a number or letter and a bracket: “2) Talks are slow.”",
    "heading": "A short line without a final stop between two paragraphs of the report.",
    "credit in caption": "A line that names its photographer or picture agency: “… in Lima. (Photo by …)”, “© …”.",
    "words of a caption": "A line that begins as captions do: “File photo: …”, “In this May 2011 photo, …”.",
    "picture described": "A line that says who stands where in a picture: “…, left, shakes hands with …”.",
    "credit alone": "A line that is only a picture's or writer's credit.",
    "navigation": "Menu words, icons' names and buttons of a page.",
    "boilerplate words": "Words of offers, forms, licences, cookies, newsletters: “By submitting this form …”.",
    "template": "A line with a template's braces or a link only.",
    "author's note": "A line that says who the author is: “Leila Haddad is a lecturer at …”.",
    "foot continued": "A line after the foot has begun (offers, licences, author's notes) that reports nothing.",
    "addresses the reader": "A paragraph of the foot that offers the reader something: “you”, “our”, “join”.",
    "speaker turn": "A turn of a transcript: “MINISTER DOE: Good morning.”",
    "dateline in front": "A paragraph that opens with a dateline: “OSLO, May 3 (Agency) -- …”.",
    "paragraph": "A paragraph of the report: one or more full sentences.",
    "list item": "An item of a list within the report.",
    "only line": "A text of one line is its own report.",
    "note in brackets": "A line that is one bracket: “(Applause.)”, “(Updates with reaction.)”.",
    "signs only": "A line without any letter or digit.",
}
"""Name of each rule and what it says, as shown on /method/."""

_HEAD_LIMIT = 40
"""Lines after which the head has ended even if no paragraph has come."""
_LONG = 1_500
"""Characters of a line that the patterns look at; a line is judged by its beginning and end."""


@dataclass(slots=True)
class _Draft:
    """A line while its role is being found."""

    start: int
    end: int
    plain: str
    """Its normalised words, at most `_LONG` characters."""
    tail: str
    words: int
    role: LineRole | None = None
    rule: str = ""

    def mark(self, role: LineRole, rule: str) -> None:
        self.role, self.rule = role, rule


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `vocabulary/layout.toml`, ready to be looked for."""

    anywhere: re.Pattern[str]
    short_inside: re.Pattern[str]
    short_start: tuple[str, ...]
    issuers: frozenset[str]
    byline: re.Pattern[str]
    bio: re.Pattern[str]
    bio_verbs: re.Pattern[str]
    agencies: frozenset[str]
    caption_start: tuple[str, ...]
    caption_inside: tuple[str, ...]
    pictured: re.Pattern[str]
    reports: re.Pattern[str]
    offers: re.Pattern[str]
    offices: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = load("layout")
    return _Words(
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
    )


def _any_of(phrases: list[str], bounded: bool = True) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})\b" if bounded else f"(?:{alternatives})", re.I)


def lay_out(text: str) -> Layout:
    """Give every non-empty line of a text with its role, and what head and foot say of title, author and day."""
    drafts = _drafts(text)
    if not drafts:
        return Layout(())
    for draft in drafts:
        _by_itself(draft)
    first_body = _first_paragraph(drafts)
    title = _read_head(drafts, first_body)
    _read_foot(drafts, first_body)
    _read_middle(drafts, first_body)
    author, publisher = _who_wrote(drafts, text)
    place, published = _where_and_when(drafts, first_body)
    lines = tuple(
        Line(d.start, d.end, d.role or LineRole.BODY, d.rule or "paragraph", number)
        for number, d in enumerate(drafts, start=1)
    )
    return Layout(lines, title, author, publisher, place, published)


def _drafts(text: str) -> list[_Draft]:
    plain = normalise(text)
    drafts: list[_Draft] = []
    position = 0
    for line in plain.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + len(line) - len(line.lstrip())
            end = start + len(stripped)
            head, tail = stripped[:_LONG], stripped[-_LONG:]
            drafts.append(_Draft(start, end, head, tail, head.count(" ") + 1))
        position += len(line) + 1
    return drafts


def _by_itself(draft: _Draft) -> None:
    """Mark what a line shows by its own words, wherever it stands."""
    line, lowered = draft.plain, draft.plain.lower()
    vocabulary = _words()
    if not LETTER_OR_DIGIT.search(line):
        draft.mark(LineRole.BOILERPLATE, "signs only")
    elif "{{" in line or LINK_ALONE.match(line):
        draft.mark(LineRole.BOILERPLATE, "template")
    elif _is_caption(draft, lowered, vocabulary):
        return
    elif draft.words <= 8 and line[0] in "([" and line[-1] in ")]":
        draft.mark(LineRole.BOILERPLATE, "note in brackets")
    elif _speaks_as_site(draft, vocabulary) or (draft.words <= 40 and len(CAMEL.findall(line)) >= 5):
        draft.mark(LineRole.BOILERPLATE, "boilerplate words")
    elif draft.words <= 12 and lowered.startswith(vocabulary.short_start) and _is_chrome(line, lowered, vocabulary):
        draft.mark(LineRole.BOILERPLATE, "navigation")
    elif draft.words <= 12 and CREDIT_ALONE.match(line) and not FULL_STOP.search(line):
        draft.mark(LineRole.BOILERPLATE, "credit alone")
    elif TURN.match(line):
        draft.mark(LineRole.BODY, "speaker turn")


def _speaks_as_site(draft: _Draft, vocabulary: _Words) -> bool:
    """Whether a line holds a site's phrases, and not only behind a sentence that reports ("... Click here")."""
    if draft.words <= 12 and vocabulary.short_inside.search(draft.plain):
        return True
    if draft.words > 60 or not vocabulary.anywhere.search(draft.plain):
        return False
    first = FIRST_SENTENCE.match(draft.plain)
    return first is None or first[0].count(" ") < 8 or bool(vocabulary.anywhere.search(first[0]))


def _is_chrome(line: str, lowered: str, vocabulary: _Words) -> bool:
    """Whether a short line that begins with a menu's word is a menu's, not "Home secretary meets ..."."""
    for start in vocabulary.short_start:
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


def _is_caption(draft: _Draft, lowered: str, vocabulary: _Words) -> bool:
    if draft.words > 90:
        return False
    if lowered.startswith(vocabulary.caption_start) and draft.words > 4:
        draft.mark(LineRole.CAPTION, "words of a caption")
        return True
    if any(words in lowered for words in vocabulary.caption_inside) and draft.words > 4:
        draft.mark(LineRole.CAPTION, "credit in caption")
        return True
    if draft.words > 3 and _is_credited(draft, vocabulary):
        draft.mark(LineRole.CAPTION, "credit in caption")
        return True
    if draft.words <= 60 and STANDING.search(draft.plain) and vocabulary.pictured.search(draft.plain):
        draft.mark(LineRole.CAPTION, "picture described")
        return True
    return False


def _is_credited(draft: _Draft, vocabulary: _Words) -> bool:
    """Whether a line ends in a picture's credit: "(Photo by ...)", "© Agency", or "(AP)" behind a picture's words."""
    credit = CREDIT_TAIL.search(draft.tail)
    if credit is None or credit.start() == 0:
        return False
    agency = credit["agency"]
    if agency is None:
        return True
    known = any(part.strip().lower() in vocabulary.agencies for part in re.split(r"[/,;]| via | - ", agency))
    return known and (draft.words <= 12 or (draft.words <= 60 and bool(vocabulary.pictured.search(draft.plain))))


def _is_paragraph(draft: _Draft) -> bool:
    """Whether a line reads as a paragraph of prose."""
    if draft.words >= 25:
        return True
    return draft.words >= 6 and bool(SENTENCE_END.search(draft.tail)) and not draft.plain.isupper()


def _first_paragraph(drafts: list[_Draft]) -> int:
    """Give the index of the first line of the report; the number of lines where there is none."""
    for index, draft in enumerate(drafts):
        if draft.role == LineRole.BODY:
            return index
        if draft.role is None and (
            _is_paragraph(draft) or _dateline(draft.plain) is not None or _runs_on(drafts, index)
        ):
            if NUMBERED.match(draft.plain) and draft.words <= 12 and index + 1 < len(drafts):
                continue
            if BY.match(draft.plain) and draft.words <= 12:
                continue
            following = drafts[index + 1] if index + 1 < len(drafts) else None
            if index == 0 and draft.words <= 14 and draft.plain[-1] in "?!" and following is not None:
                continue
            return index
        if index >= _HEAD_LIMIT:
            return index
    return len(drafts)


def _read_head(drafts: list[_Draft], first_body: int) -> str:
    """Mark the lines above the report and give the headline."""
    if len(drafts) == 1:
        if drafts[0].role is None:
            drafts[0].mark(LineRole.BODY, "only line")
        return ""
    for draft in drafts[:first_body]:
        if draft.role is None:
            _mark_signature(draft)
    head = [d for d in drafts[:first_body] if d.role is None]
    speakers = [d for d in drafts[:first_body] if d.rule == "speaker line"]
    title = _headline(head, drafts, speakers)
    if title is not None:
        title.mark(LineRole.TITLE, title.rule or "headline")
        _read_around_title(drafts[:first_body], title, len(head))
        return title.plain
    for draft in head:
        if _is_place_line(draft.plain):
            draft.mark(LineRole.DATELINE, "place line")
        elif draft.words >= 4:
            draft.mark(LineRole.HEADING, "heading")
        else:
            draft.mark(LineRole.BOILERPLATE, "section label")
    if len(speakers) == 1 and not any(d.rule == "speaker turn" for d in drafts):
        speakers[0].mark(LineRole.BYLINE, "byline")
    return ""


def _mark_signature(draft: _Draft) -> None:
    """Mark a line of the head that says who wrote or issued the text, who speaks in it, or when."""
    vocabulary, line = _words(), draft.plain
    by_name = BY.match(line) and draft.words <= 20 and line[:4].lower() != "from"
    by_function = draft.words <= 16 and vocabulary.byline.search(line) and re.search(r"[,|]", line)
    if line.lower().rstrip(":.") in vocabulary.issuers:
        draft.mark(LineRole.BYLINE, "issuer")
    elif by_name or by_function:
        draft.mark(LineRole.BYLINE, "byline")
    elif DATE_WORDS.fullmatch(line) and re.search(r"\d", line):
        draft.mark(LineRole.DATELINE, "date line")
    elif draft.words <= 20 and (match := PERSON_OFFICE.match(line)) and vocabulary.offices.search(match["office"]):
        draft.mark(LineRole.HEADING, "speaker line")


def _read_around_title(head: list[_Draft], title: _Draft, candidates: int) -> None:
    """Mark what is left above and under the headline: menus, labels, the writer's bare name, the standfirst."""
    at = next(i for i, d in enumerate(head) if d is title)
    for index, draft in enumerate(head):
        if draft.role is not None:
            continue
        if index < at:
            rule = "navigation" if title.rule == "headline repeated" else "section label"
            draft.mark(LineRole.BOILERPLATE, rule)
        elif NAME_LINE.match(draft.plain) and index == at + 1 and draft.words <= 4 and candidates <= 3:
            draft.mark(LineRole.BYLINE, "byline")
        elif head[index - 1].role == LineRole.BYLINE and draft.words <= 5:
            draft.mark(LineRole.BYLINE, "issuer")
        elif draft.words >= 4:
            draft.mark(LineRole.HEADING, "standfirst")
        else:
            draft.mark(LineRole.BOILERPLATE, "section label")


def _headline(head: list[_Draft], drafts: list[_Draft], speakers: list[_Draft]) -> _Draft | None:
    """Choose the headline among the undecided lines of the head."""
    candidates = [
        d for d in head if 2 <= d.words <= 32 and not d.plain.endswith((".", ":", ";")) and not NUMBERED.match(d.plain)
    ]
    if not candidates:
        return None
    folded = [BLANKS.sub(" ", d.plain.lower()) for d in candidates]
    counts = Counter(folded)
    for draft, words in zip(candidates, folded, strict=True):
        inside = any(words != other and words in other for other in folded)
        if draft.words >= 3 and (inside or counts[words] > 1):
            for other, theirs in zip(candidates, folded, strict=True):
                if other is not draft and words in theirs:
                    other.mark(LineRole.BOILERPLATE, "navigation")
            draft.rule = "headline repeated"
            return draft
    if speakers or any(d.rule == "issuer" for d in drafts[:3]):
        # A release gives its speakers and its place at the head; its headline stands apart, above them.
        above = [
            d for d in candidates if d.start < min([s.start for s in speakers], default=drafts[-1].end) and d.words >= 4
        ]
        return above[0] if above and not _is_place_line(above[0].plain) and above[0] is drafts[0] else None
    for draft in candidates:
        if draft.words >= 5:
            return draft
    long_enough = [d for d in candidates if d.words >= 3 and not _is_place_line(d.plain)]
    return long_enough[0] if long_enough else None


def _read_foot(drafts: list[_Draft], first_body: int) -> None:
    """Mark what follows the report: notes on the author, licences, offers, forms, adverts.

    An advert may also stand inside the report: what reads as a report again ends it.
    """
    if sum(1 for d in drafts if d.rule == "speaker turn") >= 2:
        return  # Speakers say "you" and "join us" too; only the words of sites mark a transcript's boilerplate.
    prose = [i for i in range(first_body, len(drafts)) if drafts[i].role is None and _is_paragraph(drafts[i])]
    last_report = max(
        (i for i in prose if _is_report(drafts[i]) and not _is_author_note(drafts[i])), default=first_body
    )
    in_foot = False
    for index in range(first_body, len(drafts)):
        draft = drafts[index]
        if draft.role == LineRole.BOILERPLATE:
            in_foot = in_foot or (draft.rule in {"boilerplate words", "template"} and index > first_body)
        elif draft.role is not None:
            in_foot = in_foot and draft.role == LineRole.CAPTION
        elif index > first_body and _is_author_note(draft) and sum(1 for i in prose if i > index) <= 12:
            draft.mark(LineRole.BOILERPLATE, "author's note")
            in_foot = True
        elif in_foot and (index > last_report or (draft.words <= 10 and not FULL_STOP.search(draft.tail))):
            draft.mark(LineRole.BOILERPLATE, "addresses the reader" if _addresses(draft) else "foot continued")
        elif _offers(draft) and _next_is_foot(drafts, index):
            draft.mark(LineRole.BOILERPLATE, "addresses the reader")
            in_foot = True
        elif index <= last_report:
            in_foot = in_foot and not _is_report(draft)


def _addresses(draft: _Draft) -> bool:
    return draft.words >= 12 and bool(SECOND_PERSON.search(draft.plain) or FIRST_PERSON.search(draft.plain))


def _is_author_note(draft: _Draft) -> bool:
    if draft.words < 4 or draft.words > 160:
        return False
    match = AUTHOR_NOTE.match(draft.plain)
    if match is None or '"' in draft.plain:
        return False
    vocabulary = _words()
    rest = match["rest"]
    opening = rest[:160]
    if opening.startswith(
        (
            "is a ",
            "is an ",
            "is the ",
            "was a ",
            "was the ",
            "is Professor",
            "is professor",
            "is senior",
            "is associate",
            "is director",
        )
    ):
        return bool(vocabulary.bio.search(opening))
    if draft.plain.startswith(("The writer", "The author")):
        return opening.startswith(("is ", "has ", "was "))
    return bool(vocabulary.bio_verbs.match(opening))


def _is_report(draft: _Draft) -> bool:
    """Whether a line after the foot's beginning is again a paragraph of the report."""
    if draft.words < 12 or not FULL_STOP.search(draft.tail):
        return False
    if _offers(draft):
        return False
    without_quotes = re.sub(r'"[^"]*"?', "", draft.plain)
    if SECOND_PERSON.search(without_quotes):
        return False
    return len(_words().reports.findall(draft.plain)) >= 2


def _offers(draft: _Draft) -> bool:
    """Whether a paragraph speaks to the reader as a customer, outside of quotation marks."""
    without_quotes = re.sub(r'"[^"]*"?', "", draft.plain)
    return bool(SECOND_PERSON.search(without_quotes)) and len(_words().offers.findall(without_quotes)) >= 2


def _next_is_foot(drafts: list[_Draft], index: int) -> bool:
    return all(d.role == LineRole.BOILERPLATE or d.role is None for d in drafts[index + 1 : index + 3])


def _read_middle(drafts: list[_Draft], first_body: int) -> None:
    """Mark what is left: paragraphs, headings between them, items of lists."""
    for index in range(first_body, len(drafts)):
        draft = drafts[index]
        if draft.role is not None:
            continue
        line = draft.plain
        if NUMBERED.match(line) and draft.words <= 14:
            draft.mark(LineRole.HEADING, "numbered heading")
        elif _dateline(line) is not None:
            draft.mark(LineRole.BODY, "dateline in front")
        elif _is_paragraph(draft):
            draft.mark(LineRole.BODY, "paragraph")
        elif DATE_WORDS.fullmatch(line) and _full_date(line) is not None:
            draft.mark(LineRole.DATELINE, "date line")
        elif BULLET.match(line):
            draft.mark(LineRole.BODY, "list item")
        elif (
            draft.words <= 12
            and line[-1] not in "–-"
            and not SENTENCE_END.search(line)
            and _stands_alone(drafts, index)
        ):
            draft.mark(LineRole.HEADING, "heading")
        else:
            draft.mark(LineRole.BODY, "paragraph")


def _stands_alone(drafts: list[_Draft], index: int) -> bool:
    """Whether a paragraph follows and the line is not one of a wrapped paragraph."""
    if index + 1 >= len(drafts):
        return False
    draft, following = drafts[index], drafts[index + 1]
    if index and _runs_on(drafts, index - 1, small=False):
        return False
    if draft.plain[:1].islower() or following.plain[:1].islower():
        return False
    return _is_paragraph(following) or following.role == LineRole.BODY


def _runs_on(drafts: list[_Draft], index: int, small: bool = True) -> bool:
    """Whether a line was broken at a fixed width, so that the next line goes on with its sentence.

    `small`: only if the next line begins with a small letter.
    """
    if index + 1 >= len(drafts):
        return False
    draft, following = drafts[index], drafts[index + 1]
    if following.start - draft.end != 1 or not 45 <= draft.end - draft.start <= 100 or SENTENCE_END.search(draft.tail):
        return False
    return following.plain[:1].islower() or not small


def _is_place_line(line: str) -> bool:
    """Whether a line of the head could be only a place: "Geneva, Switzerland", "Ben Franklin Room"."""
    return (
        line.count(" ") <= 5
        and any(w[:1].isupper() for w in line.split())
        and all(
            w[:1].isupper() or w[1:2] == "'" or w in {"of", "the", "de", "and", "du", "la", "al"}
            for w in re.split(r"[ ,]+", line)
            if w
        )
    )


def _dateline(line: str) -> re.Match[str] | None:
    """Give the dateline in front of a paragraph: "OSLO, May 3 (Agency) -- "."""
    match = DATELINE.match(line[:160])
    if match and (match["place"][:2].isupper() or match["agency"] or match["when"]) and match.end() < len(line):
        return match
    match = LOOSE_DATELINE.match(line[:160])
    return match if match and len(line) > 60 else None


def _full_date(line: str) -> date | None:
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


def _who_wrote(drafts: list[_Draft], text: str) -> tuple[str, str]:
    """Give author and publisher as the head tells them."""
    author = publisher = ""
    for index, draft in enumerate(drafts[:_HEAD_LIMIT]):
        if draft.role != LineRole.BYLINE:
            continue
        if draft.rule == "byline" and not author:
            rest = BY.sub("", draft.plain, count=1)
            named = BY_NAMES.match(_titled(rest))
            author = named["names"] if named else re.split(r"[,|]", rest)[0].strip()
            after = PAPER.search(draft.plain)
            if after:
                publisher = after["paper"]
        elif draft.rule == "issuer" and not publisher:
            follows_byline = index > 0 and drafts[index - 1].role == LineRole.BYLINE
            publisher = text[draft.start : draft.end].rstrip(":") if follows_byline or draft.words >= 2 else ""
    return author, publisher


def _titled(name: str) -> str:
    """Give a name printed in capitals in the usual mixed case."""
    first = name.split(",", maxsplit=1)[0]
    return first.title() + name[len(first) :] if first.isupper() else name


def _where_and_when(drafts: list[_Draft], first_body: int) -> tuple[str, date | None]:
    place, published = "", None
    for draft in drafts[: first_body + 1]:
        if draft.role == LineRole.DATELINE:
            published = published or _full_date(draft.plain)
            if draft.rule == "place line" and not place:
                place = draft.plain
        elif draft.role == LineRole.BYLINE:
            published = published or _full_date(draft.plain)
    for draft in drafts[first_body : first_body + 3]:
        if draft.role == LineRole.BODY and (match := _dateline(draft.plain)):
            place = match["place"].strip(" ,") or place
            published = published or _full_date(match[0])
            break
    return place, published
