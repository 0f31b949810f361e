"""What a text adds to what it told just before: "she will also meet", "France also recalls its envoy"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..reading import ENCOUNTERS, Kind, Status
from .draft import WEAK, Draft
from .earlier import EARLIER

_JUST_BEFORE = 900
"""Characters within which "also" sets one happening beside another."""


def is_one_more(draft: Draft, told: Sequence[Draft], parties: Collection[str]) -> bool:
    """Whether a draft is of something besides what these drafts, with these parties, tell of."""
    return (
        _also(draft, told, parties)
        or _of_its_own(draft, told, parties)
        or _put_off_before(draft, told)
        or _next_of_them(draft, told)
        or any((d.ordinal == EARLIER) != (draft.ordinal == EARLIER) and d.sentence is draft.sentence for d in told)
    )


_LATER_ONES = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_OVER = frozenset({Status.HELD, Status.COLLAPSED})
_UNSURE = frozenset({"spoken-of", "named-only", "hypothetical-noun"})


def _next_of_them(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "A second meeting is planned", beside "after their summit in Lima": what is over was one before it."""

    def to_come(one: Draft) -> bool:
        return one.ordinal in _LATER_ONES and one.status in _AHEAD

    def is_over(one: Draft) -> bool:
        sure = one.strength > WEAK and not any(r.field == "status" and r.rule in _UNSURE for r in one.reasons)
        return sure and one.status in _OVER and one.ordinal not in _LATER_ONES

    if draft.kind not in ENCOUNTERS:
        return False
    return any((to_come(draft) and is_over(d)) or (to_come(d) and is_over(draft)) for d in told)


def _also(draft: Draft, told: Sequence[Draft], parties: Collection[str]) -> bool:
    """ "Will also meet with the premier": nobody but who meets was at the meeting told before."""
    clause = draft.clause
    if clause is None or clause.vp is None or "also" not in clause.vp.adverbs or draft.kind is Kind.STATEMENT:
        return False
    by_verb = draft.trigger == (clause.vp.start, clause.vp.end) or draft.kind not in ENCOUNTERS
    before = [d for d in told if 0 < draft.trigger[0] - d.trigger[0] <= _JUST_BEFORE]
    if not by_verb or draft.definite or len(before) < len(told) or not before:
        return False
    if draft.kind not in ENCOUNTERS:
        return all(d.head != draft.head for d in before)
    if draft.kind is Kind.VISIT:
        return False
    doers = {p.name for p in draft.parties if p.start < clause.vp.start}
    others = {p.name for p in draft.parties} - doers
    return others.isdisjoint(parties)


def _of_its_own(draft: Draft, told: Sequence[Draft], parties: Collection[str]) -> bool:
    """ "Will lead the first meeting of the dialogue with the envoy" is not the meetings with nobody in particular."""
    if not draft.ordinal:
        return False
    beside = {p.name for p in draft.parties} - set(parties)
    besides = any(d.sentence.start == draft.sentence.start and d.head == "meet" for d in told)
    return (draft.kind is Kind.MEETING and len(parties) == 1 and bool(beside)) or (draft.kind is Kind.TALKS and besides)


def _put_off_before(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "Will travel to Lima. His visit to Peru was put off last December": that was another."""
    if draft.status is not Status.POSTPONED or draft.time is None or len(draft.time.edtf or "") not in (4, 7):
        return False
    return all(
        d.status is Status.PLANNED and d.time is None and any(r.rule == "future" for r in d.reasons) for d in told
    )
