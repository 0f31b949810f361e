"""What each line of an article is: headline, byline, dateline, report, caption, or something that reports nothing.

Only reporting may become a fact: an advert's "Offer ends July 31st", a form and an author's biography must not. The
clues are general (place in the text, shape of the line, words of `vocabulary/layout.toml`); each decision carries the
name of its rule in `RULES`, which the pages show beside the text.
"""

from __future__ import annotations

from timeline.parser.layout_head import HEAD_LIMIT, read_head, where_and_when, who_wrote
from timeline.parser.layout_lines import (
    LONG,
    Draft,
    agencies_of,
    by_itself,
    cues_of_offer,
    dateline,
    full_date,
    is_paragraph,
    unquoted,
    vocabulary,
)
from timeline.parser.layout_patterns import (
    AUTHOR_NOTE,
    BULLET,
    BY,
    DATE_WORDS,
    FIRST_PERSON,
    FULL_STOP,
    NUMBERED,
    SECOND_PERSON,
    SENTENCE_END,
    SPEAKER,
)
from timeline.parser.reading import Layout, Line, LineRole
from timeline.parser.tokens import normalise

RULES: dict[str, str] = {
    "headline": "The first headline-like line of the head, with no final stop: “Ministers meet in Oslo over fishing”.",
    "headline repeated": "A line of the head whose words another line of the head repeats is the headline.",
    "standfirst": "A line without a final stop between headline and report, that sums the report up.",
    "section label": "A few words above the headline, that name a column or section: “World briefing”.",
    "kind of release": "A line of the head that only says what sort of release follows: “Press release”, “Readout”.",
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
    "speaks of itself": "A line in which a page speaks of itself: “This article was first published by …”.",
    "contact": "A line that gives an address: “Press inquiries: …”, “Write to desk@…”.",
    "offer": "A line with several signs of an offer: a price for a time, “Read us”, “offer closes”, “subscriptions”.",
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


def lay_out(text: str) -> Layout:
    """Give every non-empty line of a text with its role, and what head and foot say of title, author and day."""
    drafts = _drafts(text)
    if not drafts:
        return Layout(())
    own = agencies_of(drafts[:HEAD_LIMIT])
    for draft in drafts:
        by_itself(draft, own)
    first_body = _first_paragraph(drafts)
    title = read_head(drafts, first_body)
    _read_foot(drafts, first_body)
    _read_middle(drafts, first_body)
    author, publisher = who_wrote(drafts, text)
    place, published = where_and_when(drafts, first_body)
    lines = tuple(
        Line(d.start, d.end, d.role or LineRole.BODY, d.rule or "paragraph", number)
        for number, d in enumerate(drafts, start=1)
    )
    shown = text[title.start : title.end] if title is not None else ""
    return Layout(lines, shown, author, publisher, place, published)


def _drafts(text: str) -> list[Draft]:
    plain = normalise(text)
    drafts: list[Draft] = []
    position = 0
    for line in plain.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + len(line) - len(line.lstrip())
            end = start + len(stripped)
            head, tail = stripped[:LONG], stripped[-LONG:]
            drafts.append(Draft(start, end, head, tail, head.count(" ") + 1))
        position += len(line) + 1
    return drafts


def _first_paragraph(drafts: list[Draft]) -> int:
    """Give the index of the first line of the report; the number of lines where there is none."""
    for index, draft in enumerate(drafts):
        if draft.role == LineRole.BODY:
            return index
        if draft.role is None and (is_paragraph(draft) or dateline(draft.plain) is not None or _runs_on(drafts, index)):
            if NUMBERED.match(draft.plain) and draft.words <= 12 and index + 1 < len(drafts):
                continue
            if BY.match(draft.plain) and draft.words <= 12:
                continue
            following = drafts[index + 1] if index + 1 < len(drafts) else None
            if index == 0 and draft.words <= 14 and draft.plain[-1] in "?!" and following is not None:
                continue
            return index
        if index >= HEAD_LIMIT:
            return index
    return len(drafts)


def _read_foot(drafts: list[Draft], first_body: int) -> None:
    """Mark what follows the report: notes on the author, licences, offers, forms, adverts.

    An advert may also stand inside the report: what reads as a report again ends it.
    """
    if sum(1 for d in drafts if d.rule == "speaker turn") >= 2:
        return  # Speakers say "you" and "join us" too; only the words of sites mark a transcript's boilerplate.
    prose = [i for i in range(first_body, len(drafts)) if drafts[i].role is None and is_paragraph(drafts[i])]
    last_report = max(
        (i for i in prose if _is_report(drafts[i]) and not _is_author_note(drafts[i])), default=first_body
    )
    speech = _is_speech([drafts[i] for i in prose])
    in_foot = False
    for index in range(first_body, len(drafts)):
        draft = drafts[index]
        if draft.role == LineRole.BOILERPLATE:
            in_foot = in_foot or (draft.rule in _OPEN_FOOT and index > first_body and not speech)
        elif draft.role is not None:
            in_foot = in_foot and draft.role == LineRole.CAPTION
        elif index > first_body and _is_author_note(draft) and sum(1 for i in prose if i > index) <= 12:
            draft.mark(LineRole.BOILERPLATE, "author's note")
            in_foot = True
        elif index > last_report and not speech and draft.words <= 60 and cues_of_offer(draft) >= 2:
            draft.mark(LineRole.BOILERPLATE, "offer")
            in_foot = True
        elif in_foot and (index > last_report or (draft.words <= 10 and not FULL_STOP.search(draft.tail))):
            draft.mark(LineRole.BOILERPLATE, "addresses the reader" if _addresses(draft) else "foot continued")
        elif not speech and _offers(draft) and _next_is_foot(drafts, index):
            draft.mark(LineRole.BOILERPLATE, "addresses the reader")
            in_foot = True
        elif index <= last_report:
            in_foot = in_foot and not _is_report(draft)


_OPEN_FOOT = frozenset({"boilerplate words", "template", "speaks of itself", "offer"})
"""Rules by which a line of boilerplate begins the foot, so that what follows and reports nothing belongs to it."""


def _is_speech(prose: list[Draft]) -> bool:
    """Whether somebody speaks in the first half of the paragraphs already, so that "you" tells no advert."""
    opening = prose[: (len(prose) + 1) // 2]
    return len(opening) >= 2 and 2 * sum(bool(SPEAKER.search(unquoted(d))) for d in opening) > len(opening)


def _addresses(draft: Draft) -> bool:
    return draft.words >= 12 and bool(SECOND_PERSON.search(draft.plain) or FIRST_PERSON.search(draft.plain))


def _is_author_note(draft: Draft) -> bool:
    if draft.words < 4 or draft.words > 160:
        return False
    match = AUTHOR_NOTE.match(draft.plain)
    if match is None or '"' in draft.plain:
        return False
    known = vocabulary()
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
        return bool(known.bio.search(opening))
    if draft.plain.startswith(("The writer", "The author")):
        return opening.startswith(("is ", "has ", "was "))
    return bool(known.bio_verbs.match(opening))


def _is_report(draft: Draft) -> bool:
    """Whether a line after the foot's beginning is again a paragraph of the report."""
    if draft.words < 12 or not FULL_STOP.search(draft.tail):
        return False
    if _offers(draft):
        return False
    if SECOND_PERSON.search(unquoted(draft)):
        return False
    return len(vocabulary().reports.findall(draft.plain)) >= 2


def _offers(draft: Draft) -> bool:
    """Whether a paragraph speaks to the reader as a customer, outside of quotation marks."""
    without_quotes = unquoted(draft)
    return bool(SECOND_PERSON.search(without_quotes)) and len(vocabulary().offers.findall(without_quotes)) >= 2


def _next_is_foot(drafts: list[Draft], index: int) -> bool:
    return all(d.role == LineRole.BOILERPLATE or d.role is None for d in drafts[index + 1 : index + 3])


def _read_middle(drafts: list[Draft], first_body: int) -> None:
    """Mark what is left: paragraphs, headings between them, items of lists."""
    for index in range(first_body, len(drafts)):
        draft = drafts[index]
        if draft.role is not None:
            continue
        line = draft.plain
        if NUMBERED.match(line) and draft.words <= 14:
            draft.mark(LineRole.HEADING, "numbered heading")
        elif dateline(line) is not None:
            draft.mark(LineRole.BODY, "dateline in front")
        elif is_paragraph(draft):
            draft.mark(LineRole.BODY, "paragraph")
        elif DATE_WORDS.fullmatch(line) and full_date(line) is not None:
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


def _stands_alone(drafts: list[Draft], index: int) -> bool:
    """Whether a paragraph follows and the line is not one of a wrapped paragraph."""
    if index + 1 >= len(drafts):
        return False
    draft, following = drafts[index], drafts[index + 1]
    if index and _runs_on(drafts, index - 1, small=False):
        return False
    if draft.plain[:1].islower() or following.plain[:1].islower():
        return False
    return is_paragraph(following) or following.role == LineRole.BODY


def _runs_on(drafts: list[Draft], index: int, small: bool = True) -> bool:
    """Whether a line was broken at a fixed width, so that the next line goes on with its sentence.

    `small`: only if the next line begins with a small letter.
    """
    if index + 1 >= len(drafts):
        return False
    draft, following = drafts[index], drafts[index + 1]
    if following.start - draft.end != 1 or not 45 <= draft.end - draft.start <= 100 or SENTENCE_END.search(draft.tail):
        return False
    return following.plain[:1].islower() or not small
