"""The day of publication where nobody gave it: what the body's own dates say of it, or nothing.

A text names years ("the 2018 target", "in April 2017") and days without one ("on March 5"). If the latest year is named
as one of its own time, the days without a year are of that year, and the latest of them that is told as past is the
best word on when the text was written. It is marked inferred, and what rests on it has low confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .events.clauses import Clause
from .events.outlook import View, of_clause
from .events.parsing import parse
from .events.phrases import chunk
from .events.words import overlay, tag
from .reading import LineRole, Sentence, TimeWords
from .tokens import normalise

_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(rf"\b(?:{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH})", re.I)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_GOAL = re.compile(
    r"\b(?:by|until|till|through|beyond|to|before|from) (?:the year |late |early |mid-|the end of )?$", re.I
)
_AHEAD = re.compile(r"(?:until|till|by|before|through|to) ", re.I)
_STARTS_MONTH = re.compile(rf"{_MONTH}$", re.I)
_BEFORE_A_YEAR = frozenset(
    "in of since from during for the between early late mid spring summer autumn fall winter after and".split()
)
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


@dataclass(frozen=True, slots=True)
class Inferred:
    """A day of publication and the plain sentence that says what it rests on."""

    day: date
    note: str


def infer(text: str, sentences: Sequence[Sentence], dates: Sequence[TimeWords]) -> Inferred | None:
    """Return the day that a text's body gives for its publication, or None where it does not say enough.

    `dates` are the time words found while the day is unknown. The body must name its latest year as a year of its own
    time (not as a goal, and with the same year or the one before named once more), every weekday that stands with a
    day must fall on it in that year, and at least one day without a year must be told as past.
    """
    plain = normalise(text)
    body = [s for s in sentences if s.role in (LineRole.BODY, LineRole.CAPTION)]
    year = _latest_year(plain, body)
    if year is None:
        return None
    past: list[tuple[date, TimeWords]] = []
    for sentence in body:
        within = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
        days = [(day, words) for words in within for day in _days(plain[words.start : words.end], year)]
        if not days:
            continue
        for day, words in days:
            weekday = _WEEKDAY.search(plain, words.start, words.end)
            if weekday and _WEEKDAYS[day.weekday()] != weekday.group(1).lower():
                return None
        told = _told_as_past(plain, sentence, within)
        past += [(day, words) for day, words in days if words in told]
    if not past:
        return None
    day, words = max(past, key=lambda found: (found[0], -found[1].start))
    quote = plain[words.start : words.end]
    return Inferred(
        day,
        f"The day of publication is not given. It was taken to be {day.isoformat()}: the text names {year} as its "
        f"latest year, and “{quote}” is the latest day that it tells as past.",
    )


def _latest_year(plain: str, body: Sequence[Sentence]) -> int | None:
    years: list[int] = []
    for sentence in body:
        for match in _YEAR.finditer(plain, sentence.start, sentence.end):
            before = plain[max(sentence.start, match.start() - 24) : match.start()]
            if not _GOAL.search(before) and not _is_of_a_name(before):
                years.append(int(match.group()))
    if not years:
        return None
    latest = max(years)
    return latest if years.count(latest) + years.count(latest - 1) >= 2 else None


def _is_of_a_name(before: str) -> bool:
    """Whether the word before a year makes it part of a name: "Vision 2030", "FY 2018"; not "March 2019"."""
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return (
        before.endswith(" ")
        and word[:1].isupper()
        and word.lower() not in _BEFORE_A_YEAR
        and not _STARTS_MONTH.match(word)
    )


def _days(words: str, year: int) -> list[date]:
    """The days that time words name by month and day, in a year; none where the words carry another year."""
    named = _YEAR.search(words)
    if named and int(named.group()) != year:
        return []
    found: list[date] = []
    for match in _DAY.finditer(words):
        month = _MONTHS[(match.group(1) or match.group(4)).lower()]
        number = int(match.group(2) or match.group(3))
        try:
            found.append(date(year, month, number))
        except ValueError:
            continue
    return found


def _told_as_past(plain: str, sentence: Sentence, within: Sequence[TimeWords]) -> list[TimeWords]:
    """Those time words of a sentence that stand in a clause that tells of something done."""
    clauses = parse(chunk(tag(overlay(plain, sentence.start, sentence.end, (), within))))
    told: list[TimeWords] = []
    for clause in clauses:
        if _is_past(clause, sentence):
            told += [t for p in clause.items for t in p.times if not _AHEAD.match(plain, t.start)]
    return told


def _is_past(clause: Clause, sentence: Sentence) -> bool:
    if clause.vp is None:
        return False
    outlook = of_clause(clause)
    if clause.vp.tense == "past" and not clause.vp.modal:
        return outlook.view in (View.FACT, View.NOT)
    if outlook.view is not View.FACT:
        return False
    return clause.relation == "participle" or sentence.role is LineRole.CAPTION
