"""Whose encounter it was, where the words name nobody: "their first summit", "the eighth round", "that meeting".

Drafts have been gathered by then; one that nobody is named in, and that joined nothing, is of those who took part in
the encounter that its words point back to. With them it may yet join what tells of the same happening elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading import ENCOUNTERS, ActorKind, Kind, Role
from .carrying import both_sides
from .clauses import Clause, segments
from .draft import FAIR, WEAK, Draft
from .grouping import ALIKE, Group, anchored
from .nouns import behind
from .phrases import Phrase
from .roles import encounter_kind

NEAR = 3000
"""Characters back to the encounter whose parties "the next round" has."""
NEXT_TO = 900
"""The same for "their first meeting", where others may have been named since."""
GAP = 30
"""Characters between "the summit" and "their first meeting" that leave no room for others."""
LOOKED_BACK = 40
"""Claims told before among which it is looked for, which keeps the work linear."""
_SERIES = frozenset(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth next previous last latest
    earlier subsequent final opening initial follow-up another new further
    """.split()
)
"""Words that make an encounter one of several between the same parties."""
_BETWEEN = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.TALKS})


def point_back(groups: Sequence[Group]) -> bool:
    """Give encounters of nobody the parties of the one that they point back to; say whether any was given some."""
    told = sorted(((d, g) for g in groups for d in g.drafts), key=lambda pair: pair[0].trigger[0])
    starts = [draft.trigger[0] for draft, _ in told]
    given = False
    for group in groups:
        if group.named or not group.kinds <= _BETWEEN:
            continue
        draft = next((d for d in group.drafts if d.strength > WEAK), None)
        if draft is None or draft.clause is None:
            continue
        at = bisect_left(starts, draft.trigger[0])
        other = _meant(draft, group, told[max(0, at - LOOKED_BACK) : at][::-1])
        if other is not None:
            _take_over(group, other)
            given = True
    return given


def _meant(draft: Draft, group: Group, before: Sequence[tuple[Draft, Group]]) -> Group | None:
    """The group whose parties took part in what a draft tells of, by its words; `before`: what was told, last first."""
    phrase = _noun(draft)
    if group.parties:
        return _of_the_subject(draft, phrase, before) if len(group.drafts) == 1 and phrase is not None else None
    if not anchored(group.drafts) and (phrase is not None or draft.occasions == 1):
        return None
    if phrase is None:
        return _last_two(draft, before) if both_sides(draft.clause) else None
    if phrase.names or _is_of_something(draft.clause, phrase):
        return None
    return _pointed_at(draft, phrase, before)


def _of_the_subject(draft: Draft, phrase: Phrase, before: Sequence[tuple[Draft, Group]]) -> Group | None:
    """ "The summit followed their first meeting": of those of the summit, whoever else was named since."""
    if phrase.det != "their" or any(p.start != phrase.start for p in draft.parties):
        return None
    beside = (
        g for d, g in before if d.definite and d.sentence is draft.sentence and phrase.start - d.trigger[1] <= GAP
    )
    return next((g for g in beside if len(g.parties) > 1 and not _same(g, draft)), None)


def _same(group: Group, draft: Draft) -> bool:
    return group.parties.keys() == {p.name for p in draft.parties}


def _noun(draft: Draft) -> Phrase | None:
    """The noun phrase that tells of it, or None where a verb does."""
    items = draft.clause.items if draft.clause is not None else []
    return next((p for p in items if p.type == "NP" and (p.start, p.end) == draft.trigger), None)


def _is_of_something(clause: Clause, phrase: Phrase) -> bool:
    """ "The first meeting of the trade commission" says itself whose it is."""
    rest = segments(behind(clause, phrase))
    return bool(rest) and rest[0].prep in ("of", "between", "among", "with")


def _pointed_at(draft: Draft, phrase: Phrase, before: Sequence[tuple[Draft, Group]]) -> Group | None:
    """The group that a noun points back to: the last one told of two parties or more, and of a like kind."""
    theirs = phrase.det == "their"
    one_of_several = not _SERIES.isdisjoint(phrase.mods)
    pointing = phrase.det in ("this", "that") or draft.pointed_at
    if not (theirs or pointing or (one_of_several and set(phrase.mods) <= _SERIES | _NEUTRAL)):
        return None
    for group in _told_last(draft, before, NEAR if one_of_several and not theirs else NEXT_TO):
        if not _enough(group):
            continue
        alike = draft.head in group.heads or bool(ALIKE.get(draft.head, set()) & group.heads)
        if alike or (draft.head == "round" and Kind.TALKS in group.kinds) or theirs:
            return group
    return None


def _last_two(draft: Draft, before: Sequence[tuple[Draft, Group]]) -> Group | None:
    """ "They have met four times": the last encounter told of just two people or states."""
    return next((g for g in _told_last(draft, before, NEXT_TO) if len(g.parties) == 2), None)


def _told_last(draft: Draft, before: Sequence[tuple[Draft, Group]], reach: int) -> Iterator[Group]:
    """The encounters told within so many characters before, the last one first."""
    for earlier, group in before:
        if draft.trigger[0] - earlier.trigger[0] > reach:
            return
        if group.kinds <= ENCOUNTERS and Kind.CALL not in group.kinds:
            yield group


def _enough(group: Group) -> bool:
    """Two parties, or a body whose own meeting it is."""
    return len(group.parties) > 1 or any(p.kind is ActorKind.ORGANISATION for p in group.parties.values())


_NEUTRAL = frozenset(
    "such face-to-face bilateral formal official regular annual yearly high-level top-level planned".split()
)
"""Words beside "next" or "second" that name no other series."""


def _take_over(group: Group, other: Group) -> None:
    named = max(other.some, key=lambda d: (len(d.parties) > 1, d.head in group.heads, d.strength, -d.trigger[0]))
    parties = tuple(replace(p, role=Role.PARTICIPANT) for p in named.parties)
    for draft in group.drafts:
        draft.parties = parties
        draft.kind = encounter_kind(draft.kind, parties)
        draft.strength = max(draft.strength, FAIR)
        draft.reasons = [r for r in draft.reasons if r.field != "actors"]
        draft.because("actors", "told-before", *((p.start, p.end) for p in parties))
