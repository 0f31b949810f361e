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

from timeline.parser.reading import Layout, Line, LineRole
from timeline.parser.tokens import normalise
from timeline.parser.vocabulary import load

RULES: dict[str, str] = {
    "headline": "The first headline-like line of the head, without a final stop: “Ministers meet in Oslo over fishing”.",
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
    "signs only": "A line without any letter or digit.",
}
"""Name of each rule and what it says, as shown on /method/."""

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH_NUMBERS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_FULL_DATES = (
    re.compile(rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?:T|\b)"),
)
_DATE_WORDS = re.compile(
    rf"(?:\b(?:published|posted|updated|last updated|modified|first published|issued|created|date|on|at|as of|am|pm|a\.m|p\.m"
    rf"|est|edt|et|gmt|utc|bst|cet|pst|pdt|ist|jst|local time|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?"
    rf"|fri(?:day)?|sat(?:urday)?|sun(?:day)?|ago|hours?|minutes?|days?|the|of|th|st|nd|rd|{_MONTH.replace('?P<month>', '?:')})\b"
    rf"|\d+|[\s.,:|/()\u2013\u00b7\u2022-])+",
    re.I,
)
_MAIN_FOLD = re.compile(r"\s+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?\u2026:;][\"')\]]*$")
_FULL_STOP = re.compile(r"[.!?\u2026][\"')\]]*$")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][)]|[IVX]{1,4}[.)]) +\S")
_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u00b7*\u2013-]+ +\S")
_TURN = re.compile(r"(?:[A-Z][A-Z.'\u2013-]*(?: [A-Z][A-Z.'\u2013-]*){0,5}|Q|A)(?: \([^)]{1,60}\))?: +\S")
_CAMEL = re.compile(r"[a-z][A-Z][a-z]")
_BY = re.compile(r"(?:by|story by|text by|from|words by|report by) +(?=[A-Z])", re.I)
_NAME = r"(?:[A-Z][^\W\d_]*\.?(?:['-][^\W\d_]+)*|al-[A-Z]\w+|von|van|der|de|da|dos|di|bin|ibn|del|la|le|el|ter|ben)"
_PERSON = rf"{_NAME}(?: {_NAME}){{1,4}}"
_BY_NAMES = re.compile(rf"(?P<names>{_PERSON}(?:,? and {_PERSON}|, {_PERSON})*)")
_NAME_LINE = re.compile(rf"{_PERSON}$")
_PERSON_OFFICE = re.compile(rf"(?P<name>{_PERSON}), (?P<office>[A-Z\u00c0-\u00dd][^.!?:;]{{3,120}})$")
_AUTHOR_NOTE = re.compile(
    rf"(?:{_PERSON}|The (?:writer|author)|Dr\.? {_NAME}|Prof(?:essor|\.) {_NAME})(?:,[^,]{{3,80}},)? +(?P<rest>.+)"
)
_CREDIT_TAIL = re.compile(
    r"(?:\u00a9 ?(?:\d{4} )?[^.]{0,50}|\((?:[^()]*\b(?:photo|image|picture|handout|file)\b[^()]*|[^()]{0,60}\bvia [A-Z][^()]{0,40})\)|"
    r"[\[(](?P<agency>[^()\[\]]{2,60})[\])])\.?$",
    re.I,
)
_CREDIT_ALONE = re.compile(
    r"\W*(?:photo(?:graph)?s?|pictures?|images?|credit|illustration|graphic|video)s?(?: by| courtesy| credit)?\b ?:? ?.{0,60}$|\u00a9.{0,60}$",
    re.I,
)
_STANDING = re.compile(
    r"(?:, (?:left|right|centre|center|second (?:from )?(?:left|right)|front|back|far left|far right),"
    r"|\((?:left|right|centre|center|L|R|C|l|r|second from (?:left|right)|front|back)\)|^(?:From left|Clockwise|From right)\b)"
)
_PICTURED = re.compile(
    r"\b(?:shakes?|walks?|poses?|speaks?|waves?|looks?|attends?|arrives?|listens?|smiles?|meets?|gestures?|stands?|greets?|talks?|embraces?|hugs?|sits?|welcomes?|addresses|address|signs?|reviews?)\b"
)
_LINK_ALONE = re.compile(r"(?:https?://|www\.)\S+$|@\w+$|#\w+$|\S+@\S+\.\w+$")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|you'll|you're|you've)\b", re.I)
_FIRST_PERSON = re.compile(r"\b(?:our|us|we)\b", re.I)
_REPORTS = re.compile(
    r"\b(?:said|says|told|announced|declared|met|meets|meet|signed|agreed|talks|summit|visit(?:ed|s)?|minister|president|"
    r"government|officials?|spokes(?:man|woman|person)|leaders?|sanctions|treaty|ambassador|parliament|troops|war|"
    r"ceasefire|election|embassy|foreign|military|negotiat\w+|bilateral|according to)\b",
    re.I,
)
_OFFER = re.compile(
    r"\b(?:subscri\w+|free|join|sign up|enrol\w*|apply|discount|download|newsletter|offer|trial|shop|buy|degree|tuition|"
    r"students?|courses?|programs? online|membership|donat\w+|advertis\w+|customers?|career)\b",
    re.I,
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'\u00c0-\u00dd]+(?:[ /-](?:[A-Z][A-Z.'\u00c0-\u00dd]*|de|of|the|la|el|da))*(?:, [A-Z][A-Za-z. ]{1,30}?)?"
    r"|[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}(?:, [A-Z][A-Za-z. ]{1,30}?)?(?=,? (?:\(|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
    r"(?P<when>,? (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?)?"
    r"(?:,? ?\((?P<agency>[^()]{2,40})\))?"
    r" ?(?:--+|\u2013|(?<= )-)(?= ?\S)"
)
_LOOSE_DATELINE = re.compile(
    r"(?P<place>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}(?:, [A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?)?) (?:--+|\u2013) (?=[A-Z\"])"
)
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
    short_start: tuple[str, ...]
    issuers: frozenset[str]
    byline: re.Pattern[str]
    bio: re.Pattern[str]
    bio_verbs: re.Pattern[str]
    agencies: frozenset[str]
    caption_start: tuple[str, ...]
    caption_inside: tuple[str, ...]


@cache
def _words() -> _Words:
    raw = load("layout")
    return _Words(
        anywhere=_any_of(raw["anywhere"], bounded=False),
        short_start=tuple(raw["short_start"]),
        issuers=frozenset(raw["issuers"]),
        byline=_any_of(raw["byline_words"]),
        bio=_any_of(raw["bio_words"]),
        bio_verbs=_any_of(raw["bio_verbs"]),
        agencies=frozenset(raw["agencies"]),
        caption_start=tuple(raw["caption_start"]),
        caption_inside=tuple(raw["caption_inside"]),
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
    if not _LETTER_OR_DIGIT.search(line):
        draft.mark(LineRole.BOILERPLATE, "signs only")
    elif "{{" in line or _LINK_ALONE.match(line):
        draft.mark(LineRole.BOILERPLATE, "template")
    elif _is_caption(draft, lowered, vocabulary):
        return
    elif draft.words <= 60 and vocabulary.anywhere.search(line) or len(_CAMEL.findall(line)) >= 5 and draft.words <= 40:
        draft.mark(LineRole.BOILERPLATE, "boilerplate words")
    elif draft.words <= 12 and lowered.startswith(vocabulary.short_start) and _is_chrome(line, lowered, vocabulary):
        draft.mark(LineRole.BOILERPLATE, "navigation")
    elif draft.words <= 12 and _CREDIT_ALONE.match(line) and not _FULL_STOP.search(line):
        draft.mark(LineRole.BOILERPLATE, "credit alone")
    elif _TURN.match(line):
        draft.mark(LineRole.BODY, "speaker turn")


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
            if " " in start or rest[0] == ":" or len(rest.split()) <= 3 and not _SENTENCE_END.search(line):
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
    credit = _CREDIT_TAIL.search(draft.tail)
    if credit and credit.start() > 0 and draft.words > 3:
        agency = credit["agency"]
        if agency is None or any(
            part.strip().lower() in vocabulary.agencies for part in re.split(r"[/,;]| via | - ", agency)
        ):
            if agency is None or draft.words <= 60 and _PICTURED.search(draft.plain) or draft.words <= 12:
                draft.mark(LineRole.CAPTION, "credit in caption")
                return True
    if draft.words <= 60 and _STANDING.search(draft.plain) and _PICTURED.search(draft.plain):
        draft.mark(LineRole.CAPTION, "picture described")
        return True
    return False


def _is_paragraph(draft: _Draft) -> bool:
    """Whether a line reads as a paragraph of prose."""
    if draft.words >= 25:
        return True
    return draft.words >= 6 and bool(_SENTENCE_END.search(draft.tail)) and not draft.plain.isupper()


def _first_paragraph(drafts: list[_Draft]) -> int:
    """Give the index of the first line of the report; the number of lines where there is none."""
    for index, draft in enumerate(drafts):
        if draft.role == LineRole.BODY:
            return index
        if draft.role is None and (_is_paragraph(draft) or _dateline(draft.plain) is not None):
            if _NUMBERED.match(draft.plain) and draft.words <= 12 and index + 1 < len(drafts):
                continue
            if _BY.match(draft.plain) and draft.words <= 12:
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
    vocabulary = _words()
    if len(drafts) == 1:
        if drafts[0].role is None:
            drafts[0].mark(LineRole.BODY, "only line")
        return ""
    head = [d for d in drafts[:first_body] if d.role is None]
    speakers: list[_Draft] = []
    for draft in head:
        lowered = draft.plain.lower().rstrip(":.")
        if lowered in vocabulary.issuers:
            draft.mark(LineRole.BYLINE, "issuer")
        elif _BY.match(draft.plain) and draft.words <= 20 and draft.plain[:4].lower() != "from":
            draft.mark(LineRole.BYLINE, "byline")
        elif draft.words <= 16 and vocabulary.byline.search(draft.plain) and re.search(r"[,|]", draft.plain):
            draft.mark(LineRole.BYLINE, "byline")
        elif _DATE_WORDS.fullmatch(draft.plain) and re.search(r"\d", draft.plain):
            draft.mark(LineRole.DATELINE, "date line")
        elif draft.words <= 20 and (match := _PERSON_OFFICE.match(draft.plain)) and _names_office(match["office"]):
            draft.mark(LineRole.HEADING, "speaker line")
            speakers.append(draft)
    head = [d for d in head if d.role is None]
    title = _headline(head, drafts, speakers)
    if title is not None:
        repeated = title.rule == "headline repeated"
        title.mark(LineRole.TITLE, title.rule or "headline")
        at = drafts.index(title)
        for index, draft in enumerate(drafts[:first_body]):
            if draft.role is not None:
                continue
            before = drafts[index - 1] if index else None
            if index < at:
                rule = "navigation" if repeated else "section label"
                draft.mark(LineRole.BOILERPLATE, rule)
            elif _NAME_LINE.match(draft.plain) and index == at + 1 and draft.words <= 4 and len(head) <= 3:
                draft.mark(LineRole.BYLINE, "byline")
            elif before is not None and before.role == LineRole.BYLINE and draft.words <= 5:
                draft.mark(LineRole.BYLINE, "issuer")
            elif draft.words >= 4:
                draft.mark(LineRole.HEADING, "standfirst")
            elif draft.words <= 3:
                draft.mark(LineRole.BOILERPLATE, "section label")
        return title.plain
    for draft in head:
        if draft.role is None:
            if _is_place_line(draft.plain):
                draft.mark(LineRole.DATELINE, "place line")
            elif draft.words >= 4:
                draft.mark(LineRole.HEADING, "heading")
            else:
                draft.mark(LineRole.BOILERPLATE, "section label")
    if len(speakers) == 1 and not any(d.rule == "speaker turn" for d in drafts):
        speakers[0].mark(LineRole.BYLINE, "byline")
    return ""


def _headline(head: list[_Draft], drafts: list[_Draft], speakers: list[_Draft]) -> _Draft | None:
    """Choose the headline among the undecided lines of the head."""
    candidates = [
        d for d in head if 2 <= d.words <= 32 and not d.plain.endswith((".", ":", ";")) and not _NUMBERED.match(d.plain)
    ]
    if not candidates:
        return None
    folded = [_MAIN_FOLD.sub(" ", d.plain.lower()) for d in candidates]
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
    """Mark what follows the report: notes on the author, licences, offers, forms, adverts."""
    undecided = [i for i in range(first_body, len(drafts)) if drafts[i].role is None]
    prose = [i for i in undecided if _is_paragraph(drafts[i])]
    in_foot = False
    for index in range(first_body, len(drafts)):
        draft = drafts[index]
        if draft.role == LineRole.BOILERPLATE:
            in_foot = in_foot or draft.rule in {"boilerplate words", "template"} and index > first_body
            continue
        if draft.role is not None:
            in_foot = in_foot and draft.role == LineRole.CAPTION
            continue
        if index > first_body and _is_author_note(draft) and sum(1 for i in prose if i > index) <= 12:
            draft.mark(LineRole.BOILERPLATE, "author's note")
            in_foot = True
        elif in_foot and not _is_report(draft):
            offered = _SECOND_PERSON.search(draft.plain) or _FIRST_PERSON.search(draft.plain)
            rule = "addresses the reader" if offered and draft.words >= 12 else "foot continued"
            draft.mark(LineRole.BOILERPLATE, rule)
        elif in_foot:
            in_foot = False
        elif _offers(draft) and _next_is_foot(drafts, index):
            draft.mark(LineRole.BOILERPLATE, "addresses the reader")
            in_foot = True


def _is_author_note(draft: _Draft) -> bool:
    if draft.words < 4 or draft.words > 160:
        return False
    match = _AUTHOR_NOTE.match(draft.plain)
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
    if draft.words < 12 or not _FULL_STOP.search(draft.tail):
        return False
    if _offers(draft):
        return False
    without_quotes = re.sub(r'"[^"]*"?', "", draft.plain)
    if _SECOND_PERSON.search(without_quotes):
        return False
    return len(_REPORTS.findall(draft.plain)) >= 2


def _offers(draft: _Draft) -> bool:
    """Whether a paragraph speaks to the reader as a customer, outside of quotation marks."""
    without_quotes = re.sub(r'"[^"]*"?', "", draft.plain)
    return bool(_SECOND_PERSON.search(without_quotes)) and len(_OFFER.findall(without_quotes)) >= 2


def _next_is_foot(drafts: list[_Draft], index: int) -> bool:
    return all(d.role == LineRole.BOILERPLATE or d.role is None for d in drafts[index + 1 : index + 3])


def _read_middle(drafts: list[_Draft], first_body: int) -> None:
    """Mark what is left: paragraphs, headings between them, items of lists."""
    for index in range(first_body, len(drafts)):
        draft = drafts[index]
        if draft.role is not None:
            continue
        line = draft.plain
        if _NUMBERED.match(line) and draft.words <= 14:
            draft.mark(LineRole.HEADING, "numbered heading")
        elif _dateline(line) is not None:
            draft.mark(LineRole.BODY, "dateline in front")
        elif _is_paragraph(draft):
            draft.mark(LineRole.BODY, "paragraph")
        elif _DATE_WORDS.fullmatch(line) and _full_date(line) is not None:
            draft.mark(LineRole.DATELINE, "date line")
        elif _BULLET.match(line):
            draft.mark(LineRole.BODY, "list item")
        elif draft.words <= 12 and not _SENTENCE_END.search(line) and _stands_alone(drafts, index):
            draft.mark(LineRole.HEADING, "heading")
        else:
            draft.mark(LineRole.BODY, "paragraph")


def _stands_alone(drafts: list[_Draft], index: int) -> bool:
    """Whether a paragraph follows and the line is not one of a wrapped paragraph."""
    if index + 1 >= len(drafts):
        return False
    draft, following = drafts[index], drafts[index + 1]
    if draft.plain[:1].islower() or following.plain[:1].islower():
        return False
    return _is_paragraph(following) or following.role == LineRole.BODY


def _names_office(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:secretary|minister|president|premier|chancellor|ambassador|spokes\w+|envoy|representative|director|commissioner|"
            r"chair\w*|governor|administrator|senator|king|queen|prince|general|coordinator|counselor|adviser|advisor|official|speaker|high|deputy)\b",
            words,
            re.I,
        )
    )


def _is_place_line(line: str) -> bool:
    """Whether a line of the head could be only a place: "Geneva, Switzerland", "Ben Franklin Room"."""
    return line.count(" ") <= 5 and all(
        w[:1].isupper() or w in {"of", "the", "de", "and", "du", "la", "al"} for w in re.split(r"[ ,]+", line) if w
    )


def _dateline(line: str) -> re.Match[str] | None:
    """Give the dateline in front of a paragraph: "OSLO, May 3 (Agency) -- "."""
    match = _DATELINE.match(line[:160])
    if match and (match["place"][:2].isupper() or match["agency"] or match["when"]) and match.end() < len(line):
        return match
    match = _LOOSE_DATELINE.match(line[:160])
    return match if match and len(line) > 60 else None


def _full_date(line: str) -> date | None:
    """Give the day that a line names with its year, if exactly such words are there."""
    for pattern in _FULL_DATES:
        if match := pattern.search(line):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else _MONTH_NUMBERS[parts["month"][:3].lower()]
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
            rest = _BY.sub("", draft.plain, count=1)
            named = _BY_NAMES.match(_titled(rest))
            author = named["names"] if named else re.split(r"[,|]", rest)[0].strip()
            after = re.search(
                r", (?P<paper>[A-Z][^\W\d_]*(?: [A-Z][^\W\d_]*){0,3}?) (?:senior |chief )?(?:staff|correspondent|writer|reporter)",
                draft.plain,
            )
            if after:
                publisher = after["paper"]
        elif draft.rule == "issuer" and not publisher:
            follows_byline = index > 0 and drafts[index - 1].role == LineRole.BYLINE
            publisher = text[draft.start : draft.end].rstrip(":") if follows_byline or draft.words >= 2 else ""
    return author, publisher


def _titled(name: str) -> str:
    """Give a name printed in capitals in the usual mixed case."""
    first = name.split(",")[0]
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
