"""How often: "met three times last year", "four meetings", and which of them a sentence goes on to name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..reading import TimeWords
from .clauses import Clause
from .draft import Draft, Scene
from .phrases import Phrase
from .where import place_in

_NUMBER_WORDS = {
    "one": 1,
    "once": 1,
    "two": 2,
    "twice": 2,
    "three": 3,
    "thrice": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
}
_SINGLE = frozenset("talks negotiations discussions consultations".split())
"""Plurals that name one encounter."""
_YEAR = re.compile(r"\d{4}|year")
_DATED = re.compile(r"\d{4}(-\d{2}(?:-\d{2})?)")
MOST = 99
"""A larger number counts no encounters."""


def occasions(clause: Clause, phrase: Phrase) -> int:
    """How often what a verb or noun phrase of a clause tells: "held talks four times", "three meetings"."""
    for item in clause.items:
        if item.type == "NP" and item.head in ("times", "occasions"):
            number = next((m for m in (*item.mods, item.det) if m in _NUMBER_WORDS or m.isdigit()), "")
            if number:
                return _counted(number)
    if "twice" in (clause.vp.adverbs if clause.vp else ()) or any(p.low == "twice" for p in clause.items):
        return 2
    if phrase.type == "NP" and phrase.head.endswith("s") and phrase.head not in _SINGLE:
        number = next((m for m in phrase.mods if m in _NUMBER_WORDS or m.isdigit()), "")
        return _counted(number) if number else 1
    return 1


def _counted(number: str) -> int:
    count = _NUMBER_WORDS.get(number) or int(number)
    return count if 1 <= count <= MOST else 1


def each_time(scene: Scene, clause: Clause, whole: Draft) -> Iterator[Draft]:
    """Give an encounter told of as several; instead of the sum its parts, where the sentence goes on to name them all.

    "Met three times: in Lima in May, in Oslo in June and in Lima again in July" is three encounters; "met three times,
    most recently in Lima on May 3" is the sum and that one.
    """
    parts = list(_named_behind(scene, clause, whole))
    if len(parts) == whole.occasions:
        yield from parts
        return
    comma = next((i for i, p in enumerate(clause.after) if p.type == "COMMA"), len(clause.after))
    if len(parts) > 1 or any(p.low in _LATELY for p in clause.after[comma:]):
        _set(scene, clause, whole, clause.after[:comma])
    yield whole
    latest = next((i for i, p in enumerate(clause.after) if p.low in _LATELY and i > comma), None)
    rest = clause.after[latest + 1 :] if latest is not None else []
    if not rest:
        return
    one = replace(whole, occasions=1, reasons=list(whole.reasons), trigger=(clause.after[latest].start, rest[-1].end))
    _set(scene, clause, one, rest)
    if one.time is not None or one.place.words:
        yield one


_LATELY = frozenset("recently lately latest last".split())
"""Before the place and day of the last of several: "most recently in Lima"."""


def _set(scene: Scene, clause: Clause, draft: Draft, items: Sequence[Phrase]) -> None:
    """Date and place a draft by these phrases alone."""
    draft.reasons = [r for r in draft.reasons if r.field not in ("when", "place")]
    draft.time = next(_times(items), None)
    if draft.time is not None:
        draft.because("when", "same-clause", (draft.time.start, draft.time.end))
    draft.place = place_in(scene, Clause(after=list(items)), clause.vp)
    found = draft.place
    if found.words:
        draft.because("place", "place-phrase", (found.start, found.end))


def _times(items: Iterable[Phrase]) -> Iterator[TimeWords]:
    return (t for p in items if p.type == "TIME" for t in p.times if t.edtf is not None)


def _named_behind(scene: Scene, clause: Clause, whole: Draft) -> Iterator[Draft]:
    """Each place with its time in the list behind a comma or colon: ": in Lima in May, in Oslo in June and …"."""
    at = next((i for i, c in enumerate(scene.clauses) if c is clause), len(scene.clauses))
    listed = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    comma = next((i for i, p in enumerate(clause.after) if p.type == "COMMA"), len(clause.after))
    items = clause.after[comma + 1 :]
    if not items and listed is not None and listed.vp is None and listed.subject:
        first = listed.subject[0].start
        items = listed.subject if scene.text[max(first - 3, 0) : first].rstrip().endswith(":") else []
    part: list[Phrase] = []
    for item in [*items, None]:
        if item is not None and (item.type in ("PREP", "NP", "ADV", "TIME") or not part):
            part.append(item)
            continue
        one = replace(whole, occasions=1, reasons=list(whole.reasons))
        _set(scene, clause, one, [p for p in part if p.type not in ("COMMA", "CONJ")])
        if one.time is not None and one.place.words:
            one.trigger = (part[0].start, part[-1].end)
            one.time = _of_the_year(one.time, whole.time, scene)
            yield one
        part = []


def _of_the_year(time: TimeWords, around: TimeWords | None, scene: Scene) -> TimeWords:
    """The March of "met twice last year: in Lima in March": that of the year told of them all."""
    year = around.edtf if around is not None and around.edtf else ""
    written = scene.text[time.start : time.end]
    if not (len(year) == 4 and year.isdigit()) or _YEAR.search(written) or not _DATED.fullmatch(time.edtf):
        return time
    return replace(time, edtf=_DATED.sub(rf"{year}\1", time.edtf))
