"""Where sentences begin and end, by offset, in the lines of an article that may state facts.

A sentence ends at a full stop, question or exclamation mark with its closing quotes and brackets, when what follows
can begin a sentence and the stop is not that of an abbreviation, an initial or a number. Semicolons, colons and
ellipses in mid-thought end nothing. Lines that were wrapped at a fixed width are read on as one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.parser.reading import READ_ROLES, Layout, Line, LineRole, Sentence
from timeline.parser.tokens import normalise
from timeline.parser.vocabulary import load

_NEVER_LAST = frozenset(load("sentences")["never_last"])
_SOMETIMES_LAST = frozenset(load("sentences")["sometimes_last"])
_OPENERS = frozenset(load("sentences")["openers"])
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CREDIT = re.compile(
    r"\u00a9|\((?:photo|image|picture|file|ap\b|reuters|afp)|\([^()]{2,80}\)\.?$"
    r"|(?:photo(?:graph)?|picture|image|illustration)s?(?: credit)?(?::| by) [^.]{2,60}\.?$",
    re.I,
)
"""Behind a caption's sentence: a credit, which belongs to it."""
_STOP = re.compile(r"[.!?\u2026]+[\"')\]}\u00bb]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"[^\s\"'(\[\u2013]*$")
_NEXT = re.compile(r"[\s\"'(\[\u2013-]*(\S)")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
_MONTH_LAST = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_IN_PROSE = frozenset({LineRole.BODY, LineRole.HEADING})
_SHORTEST_BROKEN = 30
"""Characters of a line that breaks off; shorter ones are items of a list."""
_LOOK_BACK = 40
_LOOK_AHEAD = 80
_LONGEST = 20_000
"""Characters after which a stretch without any stop is cut at a blank, so that no later stage meets a giant."""


def split(text: str, layout: Layout) -> tuple[Sentence, ...]:
    """Give the sentences of every line whose role may state facts, in text order.

    A span holds no blanks at its ends; a dateline in front of a sentence, a speaker's name in a transcript and a
    picture's credit stay inside.
    """
    plain = normalise(text)
    sentences: list[Sentence] = []
    for start, end, line in _stretches(plain, layout):
        for first, last in _cut(plain, start, end):
            sentences.append(Sentence(first, last, line.role, line.paragraph))
    return tuple(sentences)


def _stretches(plain: str, layout: Layout) -> list[tuple[int, int, Line]]:
    """Give the stretches to cut: each line, or several lines of body that were wrapped at a fixed width."""
    lines = layout.lines
    wrapped = _is_wrapped(plain, lines)
    stretches: list[tuple[int, int, Line]] = []
    for index, line in enumerate(lines):
        if line.role not in READ_ROLES:
            continue
        previous = lines[index - 1] if index else None
        if (
            stretches
            and previous is not None
            and line.role == LineRole.BODY
            and plain.count("\n", previous.end, line.start) == 1
            and (
                (wrapped and previous.role == LineRole.BODY)
                or (previous.role in _IN_PROSE and _breaks_off(plain, previous, line))
            )
        ):
            start, _, first = stretches[-1]
            stretches[-1] = (start, line.end, first if first.role == LineRole.BODY else line)
        else:
            stretches.append((line.start, line.end, line))
    return stretches


def _breaks_off(plain: str, previous: Line, line: Line) -> bool:
    """Whether a line stops in mid-sentence and the next goes on small, or within a date: "on January / 28"."""
    if previous.end - previous.start < _SHORTEST_BROKEN:
        return False
    if plain[line.start].islower():
        return plain[previous.end - 1].isalpha() or plain[previous.end - 1] == ","
    return plain[line.start].isdigit() and bool(_MONTH_LAST.search(plain, previous.end - 12, previous.end))


def _is_wrapped(plain: str, lines: tuple[Line, ...]) -> bool:
    """Whether the body was broken at a fixed width: most of its lines that have a next one stop in mid-sentence."""
    broken = whole = 0
    for line, following in pairwise(lines):
        if line.role != LineRole.BODY or following.role != LineRole.BODY:
            continue
        if plain.count("\n", line.end, following.start) != 1:
            continue
        if 45 <= line.end - line.start <= 100 and plain[line.end - 1] not in ".!?\"':":
            broken += 1
        else:
            whole += 1
    return broken >= 2 and broken > whole


def _cut(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts: list[int] = []
    last = start
    for match in _STOP.finditer(plain, start, end):
        if match.end() - last > _LONGEST:
            cuts.extend(_forced(plain, last, match.start()))
        if match.end() >= end or _ends_here(plain, match, end):
            cuts.append(match.end())
        last = cuts[-1] if cuts else start
    if end - last > _LONGEST:
        cuts.extend(_forced(plain, last, end))
    cuts.append(end)
    spans: list[tuple[int, int]] = []
    first = start
    for cut in cuts:
        left, right = _trimmed(plain, first, cut)
        if left < right:
            if spans and _is_tail(plain, left, right):
                spans[-1] = (spans[-1][0], right)
            else:
                spans.append((left, right))
        first = max(first, cut)
    return spans


def _ends_here(plain: str, match: re.Match[str], end: int) -> bool:
    following = _NEXT.match(plain, match.end(), min(end, match.end() + _LOOK_AHEAD))
    if following is None:
        return True
    opener = following[1]
    stop = match[0]
    if opener.islower():
        return False
    if stop.startswith(("...", "\u2026")) and not opener.isupper():
        return False
    if stop[0] in "!?":
        return True
    before = _WORD_BEFORE.search(plain, max(0, match.start() - _LOOK_BACK), match.start())
    word = before[0] if before else ""
    if not word or stop[:2] == "..":
        return True
    lowered = word.lower()
    if lowered in _NEVER_LAST and len(stop) == 1:
        return not (opener.isupper() or opener.isdigit())
    if lowered in _SOMETIMES_LAST or (_INITIALS.match(word) and len(stop) == 1):
        if _next_word(plain, following.start(1), end) in _OPENERS:
            return True
        # An initial ("Antony J. Holm") ends nothing; "in the U.S. (as ...)" may.
        initial = len(word) == 1 and word.isupper() and word != "I"
        return not initial and plain[match.end() : match.end() + 3].lstrip()[:1] in {'"', "("}
    return not (len(word) <= 2 and word.isdigit() and _is_bullet(plain, match.start() - len(word)))


def _next_word(plain: str, start: int, end: int) -> str:
    match = _FIRST_WORD.match(plain, start, min(end, start + _LOOK_BACK))
    return match[0] if match else ""


def _is_bullet(plain: str, start: int) -> bool:
    """Whether the number that starts here opens a line: "1. The ministers agreed"."""
    return plain[max(0, plain.rfind("\n", max(0, start - 4), start)) : start].strip() == "" and (
        start == 0 or "\n" in plain[max(0, start - 4) : start]
    )


def _is_tail(plain: str, left: int, right: int) -> bool:
    """Whether a stretch is only the credit behind a caption's sentence ("(Photo by ...)") or bare signs."""
    if right - left > 120:
        return False
    words = plain[left:right]
    return bool(_CREDIT.match(words)) or not any(character.isalnum() for character in words)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return start, end


def _forced(plain: str, start: int, end: int) -> list[int]:
    cuts = []
    while end - start > _LONGEST:
        blank = plain.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        start = blank if blank > 0 else start + _LONGEST
        cuts.append(start)
    return cuts
