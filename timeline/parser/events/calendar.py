"""What the calendar corrects once it is known how a happening is told.

Time words without a year or week were valued before it was known whether they tell of what was or of what is to come:
"the ministers meet on Friday", "preparations for the visit of May 3 were under way".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline import edtf

from ..reading import ENCOUNTERS, LineRole, Status
from .draft import Draft, Scene

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?"
_WEEKDAY = re.compile(rf"(?:on )?{_DAY}(?:(?: and | to | through |-|\u2013){_DAY})?")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:year|month|week|ago|last|past)\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_PRESENT = frozenset({"present-tense", "present-progressive"})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})


def set_by_calendar(draft: Draft, scene: Scene, published: date) -> None:
    """Move a day that the words leave open to the side of publication on which the happening is told to lie."""
    if draft.time is None or draft.time.edtf is None:
        return
    words = scene.text[draft.time.start : draft.time.end].lower()
    earliest, latest = edtf.bounds(draft.time.edtf)
    _still_ahead(draft, earliest, published)
    if latest is None or latest >= published:
        return
    clause = draft.clause
    present = clause is not None and clause.vp is not None and clause.vp.tense == "present" and not clause.vp.perfect
    rules = {r.rule for r in draft.reasons if r.field == "status"}
    if (
        _WEEKDAY.fullmatch(words)
        and draft.kind in ENCOUNTERS
        and present
        and draft.sentence.role is LineRole.BODY
        and rules & {"present-tense", "present-progressive", "weekday-ahead"}
        and len(draft.time.edtf) in (len("2024-05-15"), len("2024-05-15/2024-05-16"))
    ):
        draft.status = Status.PLANNED
        draft.reasons = [r for r in draft.reasons if r.field != "status"]
        draft.because("status", "weekday-ahead", (draft.time.start, draft.time.end))
        days = [(date.fromisoformat(day) + timedelta(days=7)).isoformat() for day in draft.time.edtf.split("/")]
        draft.time = replace(draft.time, edtf="/".join(days))
    else:
        set_ahead(draft, scene)


def _still_ahead(draft: Draft, earliest: date | None, published: date) -> None:
    """ "The summit opens on Friday", told in the present of a day that is still to come."""
    told = {r.rule for r in draft.reasons if r.field == "status"}
    present = draft.kind in ENCOUNTERS and draft.status is Status.HELD and told & _PRESENT
    if present and earliest is not None and earliest > published:
        draft.status = Status.PLANNED
        draft.reasons = [r for r in draft.reasons if r.field != "status"]
        draft.because("status", "day-ahead", (draft.time.start, draft.time.end))


def set_ahead(draft: Draft, scene: Scene) -> None:
    """A day of the year told of what is still ahead is that of the coming year, where it is behind in this one."""
    words = scene.text[draft.time.start : draft.time.end].lower()
    if draft.status not in _AHEAD or not _MONTH.search(words) or _YEAR.search(words):
        return
    latest = edtf.bounds(draft.time.edtf)[1]
    moved = _a_year_on(draft.time.edtf)
    first, last = edtf.bounds(moved)
    if latest is None or latest >= scene.published or first is None or last is None:
        return
    if scene.published <= last and (first - scene.published).days < 300:
        draft.time = replace(draft.time, edtf=moved)


def may_be_ahead(words: str, value: str, published: date, days: int) -> bool:
    """Whether a day of the year that was valued as past may be that of the coming year, not too far off."""
    low = words.lower()
    if not _MONTH.search(low) or _YEAR.search(low):
        return False
    first = edtf.bounds(_a_year_on(value))[0]
    return first is not None and 0 <= (first - published).days < days


def _a_year_on(text: str) -> str:
    moved = re.sub(r"\d{4}(?=-)", lambda m: str(int(m.group()) + 1), text)
    return moved.replace("-02-29", "-02-28")
