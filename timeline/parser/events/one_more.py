"""What a text adds to what it told just before: "she will also meet", "France also recalls its envoy"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..reading import ENCOUNTERS, Kind
from .draft import Draft

_JUST_BEFORE = 900
"""Characters within which "also" sets one happening beside another."""


def is_one_more(draft: Draft, told: Sequence[Draft], parties: Collection[str]) -> bool:
    """Whether a draft is of something besides what these drafts, with these parties, tell of."""
    return _also(draft, told, parties) or _of_its_own(draft, parties)


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


def _of_its_own(draft: Draft, parties: Collection[str]) -> bool:
    """ "Will lead the first meeting of the dialogue with the envoy" is not the meetings with nobody in particular."""
    beside = {p.name for p in draft.parties} - set(parties)
    return bool(draft.ordinal) and draft.kind is Kind.MEETING and len(parties) == 1 and bool(beside)
