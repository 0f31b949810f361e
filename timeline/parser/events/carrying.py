"""Who "the two sides" are: an act whose sentence names no parties has those of the encounter told last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline import edtf

from ..reading import ENCOUNTERS, ActorKind, Kind, Role, Status
from .clauses import Clause, segments
from .draft import FAIR, WEAK, Draft

NEAR = 3000
"""Characters within which the last encounter told is the one that "the two sides" points back to."""
NEXT = 3
"""Characters between one sentence and the next of a paragraph."""
SIDES = frozenset(
    """
    sides countries states governments parties nations neighbours neighbors leaders ministers presidents premiers
    delegations both they two negotiators
    """.split()
)
_AT_IT = frozenset("during at after following".split())


def carry(drafts: Iterable[Draft]) -> None:
    """Give agreements without parties those of the encounter told last, where their words point back to it."""
    last: Draft | None = None
    for draft in sorted(drafts, key=lambda d: d.trigger[0]):
        if draft.kind in ENCOUNTERS:
            if len(draft.parties) >= 2 and draft.status is not Status.CANCELLED:
                last = draft
        elif (
            last is not None
            and draft.trigger[0] - last.trigger[0] <= NEAR
            and (_points_back(draft) or _signed_there(draft, last))
        ):
            draft.parties = tuple(replace(p, role=Role.PARTICIPANT) for p in last.parties)
            draft.strength = max(draft.strength, FAIR)
            draft.reasons = [r for r in draft.reasons if r.field != "actors"]
            draft.because("actors", "told-before", *((p.start, p.end) for p in draft.parties))
            if not draft.place.words and draft.sentence is last.sentence:
                draft.place = last.place


def _points_back(draft: Draft) -> bool:
    clause = draft.clause
    if draft.kind not in (Kind.AGREEMENT, Kind.RUPTURE) or draft.parties or clause is None or clause.vp is None:
        return False
    return both_sides(clause) or _at_encounter(clause) or (draft.strength == WEAK and _by_them(clause))


def _signed_there(draft: Draft, last: Draft) -> bool:
    """ "They met from May 8 to 10. A declaration was signed on May 9.": right behind it, and on one of its days."""
    clause = draft.clause
    if draft.kind is not Kind.AGREEMENT or draft.parties or draft.named or clause is None or clause.vp is None:
        return False
    gap = draft.sentence.start - last.sentence.end
    if not clause.vp.passive or draft.definite or not 0 <= gap <= NEXT or clause.relation != "main":
        return False
    mine, theirs = (edtf.bounds(d.time.edtf) if d.time and d.time.edtf else (None, None) for d in (draft, last))
    if None in (*mine, *theirs) or any(s.prep in ("by", "between", "with") for s in segments(clause.items)):
        return False
    return last.status in _TOOK_PLACE and theirs[0] <= mine[0] and mine[1] <= theirs[1]


_TOOK_PLACE = frozenset({Status.HELD, Status.ONGOING, Status.COLLAPSED})


def both_sides(clause: Clause) -> bool:
    """Whether the subject is parties that the text names elsewhere: "the two sides", "both leaders", "they"."""
    if clause.vp is None or clause.vp.passive:
        return False
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    if len(subject) != 1 or any(n.kind is not ActorKind.PERSON for n in subject[0].names):
        return False
    one = subject[0]
    return one.head in SIDES and (one.det in ("the", "both", "") or "two" in one.mods)


def _at_encounter(clause: Clause) -> bool:
    """ "Five agreements were signed during the visit"."""
    if not clause.vp.passive:
        return False
    return any(
        s.prep in _AT_IT and any(p.head in ("visit", "talks", "meeting", "summit", "trip") for p in s.phrases)
        for s in segments([*clause.subject, *clause.after])
    )


def _by_them(clause: Clause) -> bool:
    return any(s.prep == "by" and any(p.head in SIDES for p in s.phrases) for s in segments(clause.after))


_ORGANS = frozenset("council commission assembly committee board".split())


def by_its_organ(clause: Clause) -> bool:
    """ "The Council today imposed measures": a body that the text names no further in this sentence."""
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    one = subject[0] if len(subject) == 1 and not clause.vp.passive else None
    return one is not None and one.det == "the" and one.head in _ORGANS and one.capitalised
