"""Which encounter an act of calling off, putting off or inviting is about, where the text tells of it too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..reading import ENCOUNTERS, Kind, Status
from .grouping import Group

ABOUT_ENCOUNTERS = frozenset({Kind.CANCELLATION, Kind.POSTPONEMENT, Kind.INVITATION})
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})

_Words = frozenset[str]
_Said = tuple[_Words, _Words, bool]
"""What counts in an encounter: names of its parties, parts of its places, whether it is told otherwise than as held."""
_Found = tuple[int, int]
"""How well an encounter fits an act, and its number; of equals the one told last."""


class Encounters:
    """The encounters of a text, by what an act is compared with: those that say the same need one look for all."""

    def __init__(self, groups: Sequence[Group]) -> None:
        """Take all happenings of a text, with their last status, in its order."""
        self._groups = groups
        self._said: dict[int, _Said] = {}
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        self._latest: dict[_Said, list[int]] = {}
        self._by_party: dict[str, dict[_Said, None]] = defaultdict(dict)
        self._known: dict[tuple[_Words, _Words], list[_Found]] = {}
        for number, group in enumerate(groups):
            if group.kinds & ENCOUNTERS and all(d.occasions == 1 for d in group.drafts):
                self._note(number, group)

    def _note(self, number: int, group: Group) -> None:
        said = (frozenset(group.parties), _places(group), any(d.status is not Status.HELD for d in group.drafts))
        self._said[number] = said
        for start in {d.sentence.start for d in group.drafts}:
            self._by_sentence[start].append(number)
        # Two, since the act itself may be the last: a group may hold an act and an encounter.
        self._latest[said] = [*self._latest.get(said, ())[-1:], number]
        for name in group.parties:
            self._by_party[name][said] = None

    def concerned(self, number: int) -> int | None:
        """Give the number of the encounter that the happening of this number is about, if it is about one."""
        act = self._groups[number]
        if not act.kinds & ABOUT_ENCOUNTERS:
            return None
        mine, places = frozenset(act.parties), _places(act)
        found = [*self._of_its_parties(mine, places), *self._in_its_sentences(act, mine, places)]
        return max((each for each in found if each[1] != number), default=(0, None))[1]

    def _of_its_parties(self, mine: _Words, places: _Words) -> list[_Found]:
        """Give the two best by parties and places alone."""
        if (mine, places) not in self._known:
            alike = dict.fromkeys(said for name in mine for said in self._by_party.get(name, ()))
            found = [
                (1 + 2 * fit + is_open, number)
                for said in alike
                for theirs, theirs_places, is_open in [said]
                if _parties_fit(mine, theirs) and (fit := _place_fit(places, theirs_places)) >= 0
                for number in self._latest[said]
            ]
            self._known[mine, places] = sorted(found)[-2:]
        return self._known[mine, places]

    def _in_its_sentences(self, act: Group, mine: _Words, places: _Words) -> Iterable[_Found]:
        """Give those told in a sentence of the act's, which it is likelier about."""
        for number in {n for d in act.drafts for n in self._by_sentence.get(d.sentence.start, ())}:
            theirs, theirs_places, is_open = self._said[number]
            called_off = any(d.status in _OFF for d in self._groups[number].drafts)
            fit = _place_fit(places, theirs_places)
            if fit >= 0 and (called_off or _parties_fit(mine, theirs)):
                yield 3 + 2 * fit + is_open, number


def _parties_fit(mine: _Words, theirs: _Words) -> bool:
    return bool(theirs) and (theirs <= mine or (mine <= theirs and len(mine) > 1))


def _places(group: Group) -> _Words:
    return frozenset(part for d in group.drafts for part in d.place.words.split(", ") if part)


def _place_fit(mine: _Words, theirs: _Words) -> int:
    """1 where act and encounter name the same place, 0 where one names none, -1 where they differ."""
    if not mine or not theirs:
        return 0
    return 1 if mine & theirs else -1
