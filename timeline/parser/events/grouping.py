"""Which drafts of one article tell of the same happening.

Two are of one happening when kind, parties, day, place and outcome can be the same, and something ties them: the same
parties, the same name, or a word that points back ("the meeting"). Different days or places keep them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline import edtf

from ..reading import ENCOUNTERS, ActorKind, Kind, Party, Status
from .draft import FAIR, STRONG, WEAK, Draft
from .one_more import is_one_more
from .roles import first_person

_HOUSEHOLD = frozenset("ceremony session forum assembly congress convention".split())
"""Gatherings that are of states or bodies only where one of them is named."""
SAME_WEEK = 6
"""Days within which what bears one name is one happening that goes on, not the next of its kind."""
_A_DAY = len("2024-05-15")
NEARBY = 120
"""How many of the happenings found last a draft is compared with, which keeps the work linear."""
_TOGETHER = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.TALKS, Kind.CONFERENCE})
_PAST = frozenset({Status.HELD, Status.COLLAPSED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
ALIKE = {
    "summit": {"summit", "meeting", "talks", "talk", "event", "meet"},
    "meeting": {
        "meeting",
        "summit",
        "talks",
        "talk",
        "meet",
        "encounter",
        "session",
        "negotiation",
        "gather",
        "receive",
    },
    "talks": {
        "talks",
        "talk",
        "negotiation",
        "meeting",
        "dialogue",
        "discussion",
        "negotiate",
        "meet",
        "summit",
        "confer",
        "negotiations",
        "consultation",
    },
    "negotiation": {"talks", "negotiation", "dialogue", "negotiate", "talk"},
    "talk": {"talks", "talk", "negotiation", "meeting", "meet", "dialogue", "discussion", "speak"},
    "visit": {"visit", "trip", "tour", "travel", "go", "fly", "arrive", "head", "come"},
    "trip": {"visit", "trip", "tour", "travel", "go", "fly", "arrive", "head"},
    "call": {"call", "speak", "phone", "telephone", "talk", "conversation"},
    "conversation": {"call", "speak", "phone", "telephone", "talk", "conversation", "meet"},
    "conference": {"conference", "summit", "forum"},
    "session": {"session", "meeting", "assembly"},
}
"""Noun → the nouns and verbs by which the same encounter may have been told before."""


@dataclass(slots=True, eq=False)
class Group:
    """Drafts that tell of one happening, with what they say of it together."""

    drafts: list[Draft] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    ordinals: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    kinds: set[Kind] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    """Those of the parties that are states."""
    served: set[str] = field(default_factory=set)
    """States that those of the parties serve who are persons."""

    @property
    def some(self) -> list[Draft]:
        """The first and the latest of its drafts: enough to compare with."""
        return self.drafts if len(self.drafts) <= 12 else [*self.drafts[:4], *self.drafts[-8:]]

    def add(self, draft: Draft) -> None:
        """Take in one more draft."""
        self.drafts.append(draft)
        self.kinds.add(draft.kind)
        for party in draft.parties:
            if party.name not in self.parties:
                self.parties[party.name] = party
                if party.kind is ActorKind.STATE:
                    self.states.add(party.name)
                elif party.kind is ActorKind.PERSON:
                    self.served.add(party.state)
        self.heads.add(draft.head)
        if draft.ordinal:
            self.ordinals.add(draft.ordinal)
        if draft.named:
            self.named.add(draft.named.casefold())


def gather(drafts: Sequence[Draft]) -> list[Group]:
    """Group drafts, which come in the order of the text."""
    groups: list[Group] = []
    for draft in sorted(drafts, key=lambda d: (d.strength == WEAK, d.trigger[0])):
        best, value = None, 0.0
        for group in groups[-NEARBY:]:
            likeness = _likeness(draft, group)
            if likeness > value:
                best, value = group, likeness
        if best is not None:
            best.add(draft)
        elif draft.strength > WEAK or anchored([draft]):
            fresh = Group()
            fresh.add(draft)
            groups.append(fresh)
    return groups


def kept(groups: Sequence[Group]) -> list[Group]:
    """Leave out what nothing anchors, and put the rest in the order of the text."""
    found = [g for g in groups if any(d.strength > WEAK for d in g.drafts) and anchored(g.drafts)]
    for group in found:
        group.drafts.sort(key=lambda d: d.trigger[0])
    found.sort(key=lambda g: g.drafts[0].trigger[0])
    return found


def anchored(drafts: Iterable[Draft]) -> bool:
    """Whether what is told has enough of who, where and when to be one happening."""
    parties = {p.name for d in drafts for p in d.parties}
    placed = any(d.place.words for d in drafts)
    dated = any(d.time is not None and d.time.edtf is not None for d in drafts)
    named = any(d.named for d in drafts)
    strong = any(d.strength == STRONG for d in drafts)
    counted = placed and dated and any(d.ordinal for d in drafts)  # "the third session took place in Lima in May"
    household = all(d.kind is Kind.CONFERENCE and d.head in _HOUSEHOLD for d in drafts)
    if household and not (parties or named or counted):
        return False
    if not any(d.kind in ENCOUNTERS for d in drafts):
        if any(first_person(d.clause) and d.kind is not Kind.STATEMENT for d in drafts):
            return True
        return bool(parties) or (dated and any(d.kind is not Kind.STATEMENT for d in drafts)) or named
    one_person = len(parties) == 1 and all(p.kind is ActorKind.PERSON for d in drafts for p in d.parties)
    if one_person and not any(
        d.kind is Kind.VISIT or d.status not in (Status.HELD, Status.PLANNED, Status.ONGOING) for d in drafts
    ):
        return placed or dated or any(_is_note(d) for d in drafts)
    return (
        len(parties) >= 2
        or (bool(parties) and (placed or dated or strong))
        or (named and (placed or dated or strong))
        or (placed and dated)
        or (placed and strong)
        or (dated and strong)
        or any(_of_a_day(d) for d in drafts)
    )


def _of_a_day(draft: Draft) -> bool:
    """A meeting that is named with its very day is one happening, whoever took part."""
    return draft.strength > WEAK and len(_edtf(draft)) == len("2024-05-15") and draft.kind in _TOGETHER | {Kind.CALL}


def _is_note(draft: Draft) -> bool:
    """A note without a subject: "Met with President Diaz." says of whoever it is kept on."""
    clause = draft.clause
    return clause is not None and clause.relation == "main" and not any(p.type == "NP" for p in clause.subject)


def _likeness(draft: Draft, group: Group) -> float:
    """How well a draft fits a group; 0 where it cannot be the same happening."""
    shared, fits = _parties(draft, group)  # first: hardly any two strangers get past it, and it is cheap
    if not fits or not _same_family(draft, group):
        return 0.0
    if draft.ordinal and group.ordinals and draft.ordinal not in group.ordinals:
        return 0.0
    if is_one_more(draft, group.some, group.parties):
        return 0.0
    if any(draft.occasions != d.occasions for d in group.some if max(d.occasions, draft.occasions) > 1):
        return 0.0
    overlap = _dates(draft, group)
    same_name = bool(draft.named) and draft.named.casefold() in group.named
    if overlap < 0:
        # "held talks in Lima on Monday. The talks in Lima ended on Tuesday"
        goes_on = draft.definite and _noun_fits(draft, group) and _places(draft, group) > 0
        apart = _days_apart(draft, group) if same_name or goes_on else SAME_WEEK + 1
        if apart > (SAME_WEEK if same_name else 1):
            return 0.0
        overlap = 0  # "the summit opened on Monday", "the summit ended on Tuesday"
    placed = _places(draft, group)
    if placed < 0:
        return 0.0
    points_back = draft.definite and _noun_fits(draft, group)
    if not _outcomes_fit(draft, group, overlap, points_back or same_name):
        return 0.0
    if draft.kind in ENCOUNTERS:
        tied = _encounter_tied(draft, group, shared, overlap, placed, same_name, points_back)
    else:
        tied = _act_tied(draft, group, shared, overlap, points_back)
    if not tied:
        return 0.0
    near = draft.trigger[0] - max((d.trigger[0] for d in group.some if d.trigger[0] <= draft.trigger[0]), default=0)
    near = min(near, 5000) if draft.kind in ENCOUNTERS else 0
    alike = (
        1.5 * (draft.head == "summit" and ("summit" in group.heads or Kind.SUMMIT in group.kinds)) if points_back else 0
    )
    same_day = overlap > 0 and len(_edtf(draft)) == _A_DAY and any(_edtf(d) == _edtf(draft) for d in group.some)
    alike += same_day and points_back
    return 1.0 + alike + shared + 2 * (overlap > 0) + 2 * (placed > 0) + 3 * same_name + points_back - near / 10000


def _encounter_tied(
    draft: Draft, group: Group, shared: int, overlap: int, placed: int, same_name: bool, points_back: bool
) -> bool:
    """Whether something says that an encounter is that of a group, and not merely nothing that it is not."""
    if same_name:
        return True
    if not draft.parties or not group.parties:
        together = any(d.sentence is draft.sentence for d in group.some)  # "in a meeting on Friday, A and B met"
        return points_back or (overlap > 0 and (placed > 0 or together)) or (placed > 0 and draft.definite)
    if draft.kind is Kind.VISIT:
        tied = shared >= 1 and (placed > 0 or (not draft.place.words and points_back))
    else:
        alone = len(draft.parties) == 1 and draft.strength < STRONG
        tied = shared >= 2 or (shared >= 1 and (points_back or overlap > 0 or placed > 0 or alone))
    if draft.head == "receive" and group.kinds == {Kind.TALKS} and not _same_people(draft, group):
        return False  # "talks between Chad and Niger ended; the king received the envoy": an audience beside them
    if tied and overlap == 0 and placed <= 0 and not _same_people(draft, group):
        return draft.head in group.heads  # states and their leaders: the same noun must tell of it
    return tied


def _act_tied(draft: Draft, group: Group, shared: int, overlap: int, points_back: bool) -> bool:
    if draft.kind is Kind.STATEMENT and not (
        draft.head == group.drafts[-1].head and draft.head in ("statement", "declaration")
    ):
        return False
    if shared >= 1 and (overlap > 0 or len(draft.parties) == shared):
        return True
    return points_back and bool(shared or not draft.parties)


def _same_family(draft: Draft, group: Group) -> bool:
    kinds = group.kinds
    if draft.kind in kinds:
        return True
    if draft.kind in _TOGETHER and kinds & _TOGETHER:
        return True
    called_off = draft.status in _OFF and any(d.status in _OFF for d in group.some)
    if draft.kind is Kind.VISIT and not draft.parties and called_off and kinds & _TOGETHER:
        return True  # "was to receive her in Lima … the Peru stop was cancelled"
    return (draft.kind is Kind.CALL and bool(kinds & {Kind.CALL, Kind.TALKS}) and draft.strength < STRONG) or (
        draft.kind is Kind.TALKS and Kind.CALL in kinds and draft.strength < STRONG
    )


def _noun_fits(draft: Draft, group: Group) -> bool:
    return draft.head in group.heads or bool(ALIKE.get(draft.head, set()) & group.heads)


def _edtf(draft: Draft) -> str:
    return draft.of_the_day or (draft.time.edtf or "" if draft.time is not None else "")


def _dates(draft: Draft, group: Group) -> int:
    """1 where the days overlap, 0 where one has none, -1 where they cannot be the same."""
    if not _edtf(draft):
        return 0
    mine = edtf.bounds(_edtf(draft))
    result = 0
    for other in group.some:
        if not _edtf(other):
            continue
        theirs = edtf.bounds(_edtf(other))
        if (mine[0] and theirs[1] and mine[0] > theirs[1]) or (theirs[0] and mine[1] and theirs[0] > mine[1]):
            return -1
        result = 1
    return result


def _days_apart(draft: Draft, group: Group) -> int:
    """Days between a draft's date and the nearest of a group; very many where one has no bounds."""
    mine = edtf.bounds(_edtf(draft))
    gaps = [10_000]
    for other in group.some:
        if _edtf(other):
            theirs = edtf.bounds(_edtf(other))
            if all((*mine, *theirs)):
                gaps.append(max((mine[0] - theirs[1]).days, (theirs[0] - mine[1]).days))
    return min(gaps)


def _places(draft: Draft, group: Group) -> int:
    if not draft.place.words:
        return 0
    mine = {p.casefold() for p in draft.place.words.split(", ")}
    result = 0
    for other in group.some:
        if not other.place.words:
            continue
        theirs = {p.casefold() for p in other.place.words.split(", ")}
        narrow = (
            draft.place.words.split(", ")[0].casefold() in theirs or other.place.words.split(", ")[0].casefold() in mine
        )
        if not narrow:
            return -1
        result = 1
    return result


def _same_people(draft: Draft, group: Group) -> bool:
    """Whether somebody is named in both, not only by state in one and by leader in the other."""
    return not group.parties or any(p.name in group.parties for p in draft.parties)


def _stands_for(one: Party, other: Party) -> bool:
    if one.name == other.name:
        return True
    if one.kind is ActorKind.PERSON and other.kind is ActorKind.STATE:
        return one.state == other.name
    if one.kind is ActorKind.STATE and other.kind is ActorKind.PERSON:
        return other.state == one.name
    return False


def _is_among(party: Party, group: Group) -> bool:
    """Whether a party stands for one of a group's, or one of them for it."""
    return (
        party.name in group.parties
        or (party.kind is ActorKind.PERSON and party.state in group.states)
        or (party.kind is ActorKind.STATE and party.name in group.served)
    )


def _parties(draft: Draft, group: Group) -> tuple[int, bool]:
    """How many parties are shared, and whether the two sets can be those of one happening."""
    if not draft.parties or not group.parties:
        return 0, True
    shared = sum(_is_among(p, group) for p in draft.parties)
    if shared == len(draft.parties):
        return shared, True
    if not shared:
        return 0, False
    theirs = group.parties.values()
    covered = sum(any(_stands_for(p, q) for p in draft.parties) for q in theirs)
    return shared, covered == len(theirs) or (shared >= 2 and len(draft.parties) - shared <= 1)


def _outcomes_fit(draft: Draft, group: Group, overlap: int, tied: bool) -> bool:
    if draft.kind not in ENCOUNTERS or draft.strength == WEAK:
        return True
    for other in group.some:
        if other.strength == WEAK:
            continue
        pair = {draft.status, other.status}
        if pair <= _PAST or pair <= _AHEAD | _OFF:
            continue
        if overlap > 0:
            continue
        if pair & _OFF and pair & _PAST:
            return False
        if pair & _AHEAD and pair & _PAST and not (tied and min(draft.strength, other.strength) <= FAIR):
            return False
    return True
