"""When do two sources tell of the same happening? Pure; its rules: `timeline.rules.LINKING`.

Every source's parser has already gathered its own sentences into happenings; here one source's telling is held
against another's. The result depends on the set of tellings alone, never on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import product

from timeline import edtf
from timeline.parser.reading import ENCOUNTERS, Kind, Status
from timeline.parser.vocabulary import load

from .settle import Settled, place_parts, places_agree

ANCHORED_DAYS = 10
"""A date of at most this many days pins a telling down; a wider one only limits where it may belong."""

REACH = timedelta(days=30)
"""How long before its publication what an undated telling says took place is looked for: news is fresh."""

REACH_WITH_TOWN = timedelta(days=400)
"""The same where both tellings name the town or site: looking back, people say where."""

REACH_OF_PLAN = timedelta(days=100)
"""How long after its publication an undated plan is looked for."""

WIDEST = 400
"""Dates of more days than this (decades, open ends) link with nothing but the same proper name."""

LONGEST_WINDOW = max(timedelta(days=WIDEST + 4), REACH_WITH_TOWN + REACH_OF_PLAN)
"""No telling may belong to days further apart; four are the slack on either side of a date."""

WITHIN = 31
"""A date of at most this many days tells, with the town, which encounter is meant where nobody is named."""

NEAR_WORDS = 0.5
"""Share of words that two reports of a statement must have in common."""

_TOOK_PLACE = {Status.HELD, Status.COLLAPSED, Status.ONGOING}
_CALLING_OFF = frozenset({Kind.CANCELLATION, Kind.POSTPONEMENT})


@dataclass(frozen=True)
class Telling:
    """All that one source tells of one happening."""

    source: str
    """Digest of the source's text."""
    group: int
    """The parser's number of the happening in that source."""
    pinned: int
    """The event to which an editor has tied it, or 0."""
    published: date | None
    said: Settled
    persons: frozenset[str]
    """Slugs of the people who take part."""
    bodies: frozenset[str]
    """Slugs of the states and organisations that take part, those included whom a person serves."""
    serves: tuple[tuple[str, str], ...] = ()
    """Person and state or organisation served, by slug."""
    travellers: frozenset[str] = frozenset()
    """For a visit: slugs of those who travel, and of the states they serve."""
    doers: frozenset[str] = frozenset()
    """For an act: slugs of those who do it, and of the states they serve."""
    named: str = ""
    words: frozenset[str] = frozenset()
    """Content words of the passages."""
    event: int | None = None
    """The event that it belongs to at present."""

    @property
    def id(self) -> tuple[str, int, int]:
        return (self.source, self.group, self.pinned)

    @property
    def canonical(self) -> tuple:
        """Its place in the order that does not depend on arrival: published, digest, group."""
        return (self.published or date.min, self.source, self.group, self.pinned)

    @property
    def is_encounter(self) -> bool:
        return self.said.kind in ENCOUNTERS

    @cached_property
    def when(self) -> edtf.Edtf | None:
        return edtf.parse(self.said.when) if self.said.when else None

    @cached_property
    def towns(self) -> frozenset[str]:
        """The parts of its place that are no country, folded; a state that is one town is both."""
        return frozenset(place_parts(self.said.place)) - ({self.said.country.casefold()} - _city_states())

    @cached_property
    def names_nobody(self) -> bool:
        """True of "the Lima summit of 4 May": no party, and no proper name that stands for them."""
        return not (self.persons or self.bodies or self.named)

    @property
    def slack(self) -> timedelta:
        """Days by which its date may be off: two if approximate; one for time zones and slips otherwise."""
        return timedelta(days=2 if self.when and self.when.approximate else 1)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day of its date where both are known."""
        if self.when is None or self.when.earliest is None or self.when.latest is None:
            return None
        return self.when.earliest, self.when.latest

    @property
    def anchored(self) -> bool:
        return self.days is not None and (self.days[1] - self.days[0]).days < ANCHORED_DAYS

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """The days on which the event may lie, as far as linking looks; None where it links with nothing.

        Its own date with the slack where it is pinned down; the bounds of a wider date; for an undated telling the
        time before its publication where it took place, after it where it is ahead.
        """
        if self.days is not None:
            first, last = self.days
            if (last - first).days > WIDEST:
                return None
            return _shift(first, -self.slack), _shift(last, self.slack)
        if self.published is None:
            return None
        back = REACH_WITH_TOWN if self.is_encounter and self.towns else REACH
        first, last = _shift(self.published, -back), _shift(self.published, REACH_OF_PLAN)
        if self.said.status in _TOOK_PLACE:
            last = self.published
        elif self.said.status in (Status.PLANNED, Status.PROPOSED):
            first = self.published
        if self.when is not None:
            first = max(first, self.when.earliest or first)
            last = min(last, self.when.latest or last)
        return (first, last) if first <= last else None


@cache
def _city_states() -> frozenset[str]:
    """The states whose capital has their name, folded."""
    return frozenset(s["name"].casefold() for s in load("states")["state"] if s.get("capital") == s["name"])


def _shift(day: date, by: timedelta) -> date:
    """Return the day moved, held within the years that a date can have."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def likeness(a: Telling, b: Telling) -> float:
    """Return how strongly two tellings seem to be of one happening; 0 where they cannot be or nothing says so.

    Symmetrical. Larger is likelier; the numbers only rank pairs.
    """
    if a.source == b.source or a.is_encounter != b.is_encounter or a.window is None or b.window is None:
        return 0.0
    if a.window[0] > b.window[1] or b.window[0] > a.window[1]:
        return 0.0
    parties = _shared_parties(a, b)
    if not parties or _too_long_ago(a, b) or clash(a, b):
        return 0.0
    if a.is_encounter:
        if not _kinds_go_together(a, b, parties):
            return 0.0
    elif not _same_act(a, b):
        return 0.0
    return parties + _place_score(a, b) + _date_score(a, b) + _rest_score(a, b)


def _too_long_ago(a: Telling, b: Telling) -> bool:
    """True where one is undated, the other lies longer before its publication than news does, and no town is shared."""
    if a.towns & b.towns:
        return False
    return any(
        vague.when is None and vague.published and other.days and vague.published - other.days[1] > REACH
        for vague, other in ((a, b), (b, a))
    )


def clash(a: Telling, b: Telling) -> bool:
    """True where two tellings cannot be of one happening, whatever a third says."""
    if a.pinned and b.pinned and a.pinned != b.pinned:
        return True
    if a.source == b.source and a.group != b.group:
        return True
    if a.is_encounter != b.is_encounter or a.said.occasions != b.said.occasions:
        return True
    if a.named and b.named and a.named.casefold() != b.named.casefold() and a.anchored and b.anchored:
        return True
    if a.anchored and b.anchored and _gap(a, b) > max(a.slack, b.slack).days:
        return True
    return not places_agree(a.said, b.said) and not _sure_but_for_the_place(a, b)


def cluster(tellings: Iterable[Telling], apart: frozenset[frozenset[int]] = frozenset()) -> list[tuple[Telling, ...]]:
    """Return the tellings gathered into happenings, each in canonical order, the whole in canonical order too.

    `apart` names pairs of events that an editor has declared not the same: what is pinned to one never joins the
    other. The likeliest pairs are joined first, and never two groups of which any two tellings clash.
    """
    ordered = sorted(tellings, key=lambda t: t.canonical)
    home = {t.id: [t] for t in ordered}
    pinned: dict[int, list[Telling]] = {}
    for telling in ordered:
        if telling.pinned:
            pinned.setdefault(telling.pinned, []).append(telling)
    for together in pinned.values():
        for telling in together:
            home[telling.id] = together
    pairs = [
        (-score, a.canonical, b.canonical, a, b) for a, b in _sharing_days(ordered) if (score := likeness(a, b)) > 0
    ]
    by_place: dict[tuple, list[Telling]] = {}
    for _, _, _, a, b in sorted(pairs, key=lambda pair: pair[:3]):
        if a.names_nobody or b.names_nobody:
            by_place.setdefault(a.id, []).append(b)
            by_place.setdefault(b.id, []).append(a)
        else:
            _join(home, a, b, apart)
    for telling in ordered:
        if telling.names_nobody:
            for other in _alone_there(telling, by_place.get(telling.id, ()), home):
                _join(home, telling, other, apart)
    seen: set[int] = set()
    clusters = []
    for telling in ordered:
        group = home[telling.id]
        if id(group) not in seen:
            seen.add(id(group))
            clusters.append(tuple(sorted(group, key=lambda t: t.canonical)))
    return clusters


def _sharing_days(ordered: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs whose windows share a day, the first in order first: no others can be alike."""
    dated = sorted((t.window, position) for position, t in enumerate(ordered) if t.window)
    begun: list[tuple[date, int]] = []
    for (first, last), position in dated:
        begun = [(end, other) for end, other in begun if end >= first]
        for _, other in begun:
            yield ordered[min(position, other)], ordered[max(position, other)]
        begun.append((last, position))


def _join(home: dict[tuple, list[Telling]], a: Telling, b: Telling, apart: frozenset[frozenset[int]]) -> None:
    """Make one group of those of two tellings, unless something keeps any two of them apart."""
    one, other = home[a.id], home[b.id]
    if one is other or any(_kept_apart(x, y, apart) for x, y in product(one, other)):
        return
    one.extend(other)
    for telling in other:
        home[telling.id] = one


def _alone_there(telling: Telling, near: Sequence[Telling], home: dict[tuple, list[Telling]]) -> Sequence[Telling]:
    """Return those nearest in time, of the same town, that a telling without parties may be one with; of encounters
    whose parties are known none, if it could be either of two."""
    nearest = min((_gap(telling, other) for other in near), default=0)
    near = [other for other in near if _gap(telling, other) == nearest]
    known = {id(home[other.id]) for other in near if any(not t.names_nobody for t in home[other.id])}
    return near if len(known) < 2 else ()


def _kept_apart(a: Telling, b: Telling, apart: frozenset[frozenset[int]]) -> bool:
    """True where no group may hold both. With what an editor pinned, only the editor's word and the source's count."""
    if frozenset((a.pinned, b.pinned)) in apart or (a.pinned and b.pinned and a.pinned != b.pinned):
        return True
    if a.pinned or b.pinned:
        return a.source == b.source and a.group != b.group
    if clash(a, b):
        return True
    if not _shared_parties(a, b):
        return not (a.is_encounter and (a.names_nobody or b.names_nobody))
    return not a.is_encounter and not _same_act(a, b)


def _gap(a: Telling, b: Telling) -> int:
    """Days between two dates; 0 where they touch."""
    assert a.days and b.days
    if a.days[0] > b.days[1]:
        return (a.days[0] - b.days[1]).days
    if b.days[0] > a.days[1]:
        return (b.days[0] - a.days[1]).days
    return 0


def _sure_but_for_the_place(a: Telling, b: Telling) -> bool:
    """Two people or more and the same exact days: then the sources differ on the place, not on the event."""
    return a.anchored and b.anchored and a.days == b.days and len(a.persons & b.persons) >= 2


def _shared_parties(a: Telling, b: Telling) -> float:
    """Return how far the parties are the same: 0 where not enough, 1 for states alone, 2 for people.

    Where one names nobody ("the Lima summit of 4 May"), town, day and kind stand in for the parties.
    """
    if a.named and a.named.casefold() == b.named.casefold():
        return 2.0
    if a.said.kind is Kind.VISIT and b.said.kind is Kind.VISIT:
        persons = a.travellers & b.travellers & (a.persons | b.persons)
        if not _same_destination(a, b):
            return 0.0
        if persons:
            return 2.0
        nobody_named = not (a.travellers & a.persons) or not (b.travellers & b.persons)
        return 1.0 if nobody_named and a.travellers & b.travellers else 0.0
    if not a.is_encounter:
        if not (a.doers & b.doers) or _different_people(a, b):
            return 0.0
        return 2.0 if a.persons & b.persons else 1.0
    if len(a.persons & b.persons) >= 2:
        return 2.0
    if _different_people(a, b):
        return 0.0
    if len(a.bodies & b.bodies) >= 2:
        return 1.0
    nobody = a.names_nobody or b.names_nobody
    alike = a.said.kind is b.said.kind or {a.said.kind, b.said.kind} == {Kind.SUMMIT, Kind.MEETING}
    return 0.5 if nobody and alike and a.towns & b.towns and _same_days(a, b) else 0.0


def _same_days(a: Telling, b: Telling) -> bool:
    """True where the days of two touch (two days off if approximate), one pinned down and the other within a month."""
    if a.days is None or b.days is None or not (a.anchored or b.anchored):
        return False
    if any((t.days[1] - t.days[0]).days > WITHIN for t in (a, b)):
        return False
    about = a.when.approximate or b.when.approximate
    return _gap(a, b) <= (max(a.slack, b.slack).days if about and a.anchored and b.anchored else 0)


def _different_people(a: Telling, b: Telling) -> bool:
    """True where both name people for the same state or body, and not one of them is the same."""
    for body in a.bodies & b.bodies:
        mine = {person for person, served in a.serves if served == body}
        theirs = {person for person, served in b.serves if served == body}
        if mine and theirs and not mine & theirs:
            return True
    return False


def _same_destination(a: Telling, b: Telling) -> bool:
    one, other = a.said, b.said
    if set(place_parts(one.place)) & set(place_parts(other.place)):
        return True
    return bool(one.country) and one.country == other.country


def _kinds_go_together(a: Telling, b: Telling, parties: float) -> bool:
    """Meetings, summits, talks and conferences are told as each other; a visit only where the same people meet."""
    kinds = {a.said.kind, b.said.kind}
    if len(kinds) == 1:
        return True
    if Kind.CALL in kinds:
        return kinds <= {Kind.CALL, Kind.TALKS}
    if Kind.VISIT in kinds:
        return parties == 2.0 and len(a.persons & b.persons) >= 2
    return True


def _same_act(a: Telling, b: Telling) -> bool:
    if a.said.kind is not b.said.kind and not {a.said.kind, b.said.kind} <= _CALLING_OFF:
        return False
    if a.said.kind in (Kind.STATEMENT, Kind.OTHER):
        smaller = min(len(a.words), len(b.words))
        return smaller > 0 and len(a.words & b.words) / smaller >= NEAR_WORDS
    mine, theirs = (t.persons | t.bodies for t in (a, b))
    others_a, others_b = mine - a.doers, theirs - b.doers
    return not others_a or not others_b or bool(others_a & others_b)


def kinds_alike(kind: Kind) -> frozenset[Kind]:
    """Return the kinds of which another telling must be, if it is to be of one happening with one of this kind."""
    if kind in ENCOUNTERS:
        return ENCOUNTERS
    return _CALLING_OFF if kind in _CALLING_OFF else frozenset({kind})


def _place_score(a: Telling, b: Telling) -> float:
    shared = set(place_parts(a.said.place)) & set(place_parts(b.said.place))
    if shared:
        return 2.0
    return 0.5 if a.said.country and a.said.country == b.said.country else 0.0


def _date_score(a: Telling, b: Telling) -> float:
    """Exact dates that agree weigh most; else the nearer the undated one's publication the better."""
    if a.anchored and b.anchored:
        return 4.0 if a.days == b.days else 3.0
    for vague, other in ((a, b), (b, a)):
        if other.anchored and not vague.anchored:
            if vague.days:
                return 2.0
            if vague.published:
                near = abs((vague.published - other.days[1]).days)
                return 1.0 - min(near, 400) / 400
    return 0.0


def _rest_score(a: Telling, b: Telling) -> float:
    return (1.0 if a.said.kind is b.said.kind else 0.0) + (0.2 if a.said.status is b.said.status else 0.0)


def shingles(text: str, length: int = 4) -> frozenset[int]:
    """Return the hashes of every run of words of a text: what two wire copies have in common.

    Hashes are of this process alone; never store them.
    """
    words = text.casefold().split()
    return frozenset(hash(tuple(words[i : i + length])) for i in range(max(len(words) - length + 1, 1)))


def near_identical(a: frozenset[int], b: frozenset[int]) -> bool:
    """True where at least seven tenths of the shorter text's runs of words stand in the longer."""
    smaller: Sequence[frozenset[int]] = sorted((a, b), key=len)
    return bool(smaller[0]) and len(smaller[0] & smaller[1]) >= 0.7 * len(smaller[0]) and len(smaller[0]) >= 20
