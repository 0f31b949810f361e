"""The head of an article: headline, bylines, who issued the text, where and when.

Author, title and publisher are given in the text's own characters; only a name printed in capitals is put into the
usual case, as the body spells it if it does.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise

from timeline.parser.layout_lines import Draft, dateline, full_date, vocabulary
from timeline.parser.layout_patterns import (
    BETWEEN_NAMES,
    BLANKS,
    BY,
    DATE_WORDS,
    NAME_LINE,
    NUMBERED,
    OFFICE_LINE,
    PAPER,
    PERSON,
    PERSON_OFFICE,
)
from timeline.parser.reading import LineRole
from timeline.parser.vocabulary import load

HEAD_LIMIT = 40
"""Lines after which the head has ended even if no paragraph has come."""
_MOST_AUTHORS = 12


def read_head(drafts: list[Draft], first_body: int) -> Draft | None:
    """Mark the lines above the report and give the headline's, if there is one."""
    if len(drafts) == 1:
        if drafts[0].role is None:
            drafts[0].mark(LineRole.BODY, "only line")
        return None
    for draft in drafts[:first_body]:
        if draft.role is None:
            _mark_signature(draft)
    _mark_offices(drafts[:first_body])
    head = [d for d in drafts[:first_body] if d.role is None]
    speakers = [d for d in drafts[:first_body] if d.rule == "speaker line"]
    title = _headline(head, drafts, speakers)
    if title is not None:
        title.mark(LineRole.TITLE, title.rule or "headline")
        _read_around_title(drafts[:first_body], title, len(head))
        return title
    for draft in head:
        if is_place_line(draft.plain):
            draft.mark(LineRole.DATELINE, "place line")
        elif draft.words >= 4:
            draft.mark(LineRole.HEADING, "heading")
        else:
            draft.mark(LineRole.BOILERPLATE, "section label")
    if len(speakers) == 1 and not any(d.rule == "speaker turn" for d in drafts):
        speakers[0].mark(LineRole.BYLINE, "byline")
    return None


def _mark_signature(draft: Draft) -> None:
    """Mark a line of the head that says who wrote or issued the text, who speaks in it, or when."""
    known, line = vocabulary(), draft.plain
    by_name = BY.match(line) and draft.words <= 20 and line[:4].lower() != "from"
    by_function = draft.words <= 16 and known.byline.search(line) and re.search(r"[,|]", line)
    if line.lower().strip(" :.*") in known.release_kinds:
        draft.mark(LineRole.BOILERPLATE, "kind of release")
    elif line.lower().rstrip(":.") in known.issuers:
        draft.mark(LineRole.BYLINE, "issuer")
    elif by_name or by_function:
        draft.mark(LineRole.BYLINE, "byline")
    elif DATE_WORDS.fullmatch(line) and re.search(r"\d", line):
        draft.mark(LineRole.DATELINE, "date line")
    elif draft.words <= 20 and (match := PERSON_OFFICE.match(line)) and known.offices.search(match["office"]):
        draft.mark(LineRole.HEADING, "speaker line")


def _mark_offices(head: list[Draft]) -> None:
    """Mark the office that issued the text: "Office of Public Affairs, Example Council".

    A headline may be worded so ("Ministry of Health Says No"), so another line must be there to be one, or a comma.
    Under the names of speakers such a line is the place where they spoke.
    """
    if any(d.rule in {"issuer", "speaker line"} for d in head):
        return
    offices = [d for d in head if d.role is None and d.words <= 18 and OFFICE_LINE.match(d.plain)]
    others = [d for d in head if d.role is None and d.words >= 3 and d not in offices]
    if offices and (others or "," in offices[0].plain) and (offices[0] is not head[0] or offices[0].words <= 8):
        offices[0].mark(LineRole.BYLINE, "issuer")


def _read_around_title(head: list[Draft], title: Draft, candidates: int) -> None:
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


def _headline(head: list[Draft], drafts: list[Draft], speakers: list[Draft]) -> Draft | None:
    """Choose the headline among the undecided lines of the head."""
    broken = {id(a) for a, b in pairwise(drafts) if b.start - a.end == 1 and re.match(r"[a-z0-9]", b.plain)}
    candidates = [
        d
        for d in head
        if 2 <= d.words <= 32
        and not d.plain.endswith((".", ":", ";"))
        and not NUMBERED.match(d.plain)
        and id(d) not in broken  # the first line of a wrapped paragraph
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
    if speakers:
        # A release gives its speakers and its place at the head; its headline stands apart, above them.
        above = [d for d in candidates if d.start < min(s.start for s in speakers) and d.words >= 4]
        return above[0] if above and not is_place_line(above[0].plain) and above[0] is drafts[0] else None
    if any(d.rule in {"issuer", "kind of release"} for d in drafts[:3]):
        told = [d for d in candidates if d.words >= (4 if d is drafts[0] else 5) and not d.plain.isupper()]
        return next((d for d in told if not is_place_line(d.plain)), None)
    for draft in candidates:
        if draft.words >= 5:
            return draft
    long_enough = [d for d in candidates if d.words >= 3 and not is_place_line(d.plain)]
    return long_enough[0] if long_enough else None


def is_place_line(line: str) -> bool:
    """Whether a line of the head could be only a place: "Geneva, Switzerland", "Ben Franklin Room"."""
    return (
        line.count(" ") <= 5
        and any(w[:1].isupper() for w in line.split())
        and line.split(maxsplit=1)[0].lower() not in vocabulary().not_places
        and all(
            w[:1].isupper() or w[1:2] == "'" or w in {"of", "the", "de", "and", "du", "la", "al"}
            for w in re.split(r"[ ,]+", line)
            if w
        )
    )


def who_wrote(drafts: list[Draft], text: str) -> tuple[str, str]:
    """Give author and publisher as the head tells them."""
    author = publisher = ""
    for index, draft in enumerate(drafts[:HEAD_LIMIT]):
        if draft.role != LineRole.BYLINE:
            continue
        if draft.rule == "byline" and not author:
            author = _authors(draft, text)
            after = PAPER.search(draft.plain)
            if after:
                publisher = _own(draft, text, *after.span("paper"))
        elif draft.rule == "issuer" and not publisher:
            follows_byline = index > 0 and drafts[index - 1].role == LineRole.BYLINE
            publisher = text[draft.start : draft.end].rstrip(":") if follows_byline or draft.words >= 2 else ""
    return author, publisher


def _own(draft: Draft, text: str, start: int, end: int) -> str:
    """Give the text's own characters for a part of a line."""
    return text[draft.start + start : draft.start + end]


def _authors(draft: Draft, text: str) -> str:
    """Give the writers named in a byline: "By A B in Oslo and C D in Lima" → "A B and C D"."""
    by = BY.match(draft.plain)
    start = by.end() if by else 0
    spans: list[tuple[int, int]] = []
    at = start
    while len(spans) < _MOST_AUTHORS and (named := PERSON.match(draft.plain, at)):
        if spans and vocabulary().byline.search(named[0]):
            break  # "By Ana Soto, Staff Reporter"
        spans.append(named.span())
        between = BETWEEN_NAMES.match(draft.plain, named.end())
        if between is None or (between["sign"] == ", " and not re.search(r" and | & ", draft.plain[between.end() :])):
            break
        at = between.end()
    if not spans:
        return _own(draft, text, start, start + len(re.split(r"[,|]", draft.plain[start:])[0].rstrip()))
    names = [_usual_case(_own(draft, text, *span), draft, text) for span in spans]
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]


def _usual_case(name: str, draft: Draft, text: str) -> str:
    """Give a name printed in capitals as the rest of the text spells it, else by the rules of names.

    By these a family name that comes first is followed by one given name, small behind its hyphen: "Paik Dong-su".
    """
    if not name.isupper():
        return name
    for found in re.finditer(re.escape(name), text, re.I):
        if not found[0].isupper() and not found[0].islower():
            return found[0]
    classes = load("names")
    words = [_capital(word) for word in name.split()]
    if words[0] in classes["family_first"]:
        return " ".join([words[0], *(w.capitalize() for w in words[1:])])
    inner = [w.lower() if w.lower() in classes["particles"] else w for w in words[1:-1]]
    return " ".join([words[0], *inner, *words[1:][-1:]])


def _capital(word: str) -> str:
    """Give a word of a name in mixed case: "O'Neill", "McKay", "Drummond-Ito"."""
    titled = word.title()
    return "Mc" + titled[2:].capitalize() if titled.startswith("Mc") and len(titled) > 3 else titled


def where_and_when(drafts: list[Draft], first_body: int) -> tuple[str, date | None]:
    place, published = "", None
    for draft in drafts[: first_body + 1]:
        if draft.role == LineRole.DATELINE:
            published = published or full_date(draft.plain)
            if draft.rule == "place line" and not place:
                place = draft.plain
        elif draft.role == LineRole.BYLINE:
            published = published or full_date(draft.plain)
    for draft in drafts[first_body : first_body + 3]:
        if draft.role == LineRole.BODY and (match := dateline(draft.plain)):
            place = match["place"].strip(" ,") or place
            published = published or full_date(match[0])
            break
    return place, published
