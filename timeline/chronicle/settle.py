"""Settling: what an event's fields are, given all that was said of it. Pure; its rules: `timeline.rules.SETTLING`.

Works in two steps. First each voice (a source, together with its wire copies) is heard out: what does it say
of the event, all its passages taken together? Then the voices are weighed against each other. The same function
serves the chronology, where a person's locked fields go before it, and `manage.py parse`, where there is one voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from timeline import edtf
from timeline.parser.reading import ENCOUNTERS, ActorKind, Basis, Confidence, Kind, Party, Role, Status

from .titles import compose_title

_KIND_ORDER = list(Kind)
_OUTCOMES = {Status.COLLAPSED: 2, Status.HELD: 1, Status.ONGOING: 0}
_WORD = {Status.CANCELLED: 3, Status.POSTPONED: 2, Status.PLANNED: 1, Status.PROPOSED: 0}
_SURE = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}
_ROLE_ORDER = [Role.INITIATOR, Role.HOST, Role.TARGET, Role.MEDIATOR, Role.PARTICIPANT]
PUT_BACK_ON = "put-back-on"
"""Rule name by which the parser says that what was called off is planned again."""


@dataclass(frozen=True, slots=True)
class MentionFacts:
    """What one mention says, with what settling needs to know of its source."""

    key: str
    voice: str
    """Digest of the source, or of the one it is a copy of: mentions with the same voice are one witness."""
    kind: Kind
    status: Status
    basis: Basis
    confidence: Confidence
    when: str | None = None
    when_words: str = ""
    parties: tuple[Party, ...] = ()
    place: str = ""
    country: str = ""
    named: str = ""
    occasions: int = 1
    published: date | None = None
    inferred: bool = False
    """The date rests on a day of publication that was inferred."""
    start: int = 0
    put_back_on: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """An event's fields as its mentions give them."""

    kind: Kind
    status: Status
    basis: Basis
    title: str
    when: str
    place: str
    country: str
    occasions: int
    confidence: Confidence
    parties: tuple[Party, ...]
    rules: dict[str, str]
    disputed: tuple[str, ...]
    """Fields on which independent voices contradict each other: when, place, status."""
    voices: int


def settle(mentions: Sequence[MentionFacts]) -> Settled:
    """Return what an event's fields are, given its mentions, in whatever order they come.

    Raises ValueError where there is none: an event rests on at least one mention.
    """
    if not mentions:
        raise ValueError("an event rests on at least one mention")
    ordered = sorted(mentions, key=lambda m: (m.published or date.min, m.voice, m.start, m.key))
    heard: dict[str, list[MentionFacts]] = {}
    for mention in ordered:
        heard.setdefault(mention.voice, []).append(mention)
    voices = [_hear_out(said) for said in heard.values()]
    rules: dict[str, str] = {}
    kind, rules["kind"] = _settle_kind(voices)
    status, rules["status"] = _settle_status(voices)
    if kind not in ENCOUNTERS and status is not Status.PLANNED:
        status = Status.HELD
    basis, rules["basis"] = _settle_basis(voices)
    when, rules["when"], when_disputed = _settle_when(voices, status)
    place, country, rules["place"], place_disputed = _settle_place(voices)
    parties, rules["actors"] = _settle_parties(voices)
    disputed = tuple(
        name
        for name, differs in (
            ("when", when_disputed),
            ("place", place_disputed),
            ("status", kind in ENCOUNTERS and _outcomes_differ(voices, when)),
        )
        if differs
    )
    confidence, rules["confidence"] = _settle_confidence(voices, disputed)
    occasions = max(v.occasions for v in voices)
    rules["occasions"] = "most-occasions"
    named = next((v.named for v in voices if v.named), "")
    title = compose_title(kind, status, parties, place, named, occasions)
    return Settled(
        kind, status, basis, title, when, place, country, occasions, confidence, parties, rules, disputed, len(voices)
    )


def _hear_out(said: Sequence[MentionFacts]) -> MentionFacts:
    """Return what one voice says, all its mentions (in reading order) taken together, as one mention."""
    kind, _ = _settle_kind(said)
    if denials := _denials_that_stand(said):
        status, basis = _status_of_one_voice(denials), Basis.DENIED
    else:
        status = _status_of_one_voice(said)
        basis, _ = _settle_basis([m for m in said if m.status is status] or said)
    when, _, _ = _settle_when(said, status)
    place, country, _, _ = _settle_place(said)
    parties, _ = _settle_parties(said)
    dated = [m for m in said if m.when == when and when]
    return replace(
        said[0],
        kind=kind,
        status=status,
        basis=basis,
        when=when or None,
        place=place,
        country=country,
        parties=parties,
        named=next((m.named for m in said if m.named), ""),
        occasions=max(m.occasions for m in said),
        confidence=max((m.confidence for m in said), key=_SURE.__getitem__),
        inferred=bool(dated) and all(m.inferred for m in dated),
    )


def _denials_that_stand(said: Sequence[MentionFacts]) -> list[MentionFacts]:
    """Return one voice's denials, unless it says besides, with a day or an outcome, that it is so after all.

    A report of a denial speaks of what is denied in other sentences too ("such a visit would help").
    """
    firm = any(m.basis is Basis.STATED and (m.when or m.status in _OUTCOMES) for m in said)
    return [] if firm else [m for m in said if m.basis is Basis.DENIED]


def _settle_kind(said: Sequence[MentionFacts]) -> tuple[Kind, str]:
    kinds = Counter(m.kind for m in said)
    if kinds[Kind.SUMMIT]:
        return Kind.SUMMIT, "called-a-summit"
    return min(kinds, key=lambda k: (-kinds[k], _KIND_ORDER.index(k))), "most-said-kind"


def _status_of_one_voice(said: Sequence[MentionFacts]) -> Status:
    """What became of it, by one article: outcome first; else called off, unless it says that it is on again."""
    outcomes = [m.status for m in said if m.status in _OUTCOMES]
    if outcomes:
        return max(outcomes, key=_OUTCOMES.__getitem__)
    if any(m.put_back_on for m in said):
        return Status.PLANNED
    return max((m.status for m in said), key=_WORD.__getitem__)


def _settle_status(voices: Sequence[MentionFacts]) -> tuple[Status, str]:
    stated = [v for v in voices if v.basis is not Basis.DENIED] or voices
    outcomes = [v.status for v in stated if v.status in _OUTCOMES]
    if outcomes:
        best = max(outcomes, key=_OUTCOMES.__getitem__)
        return best, "collapsed" if best is Status.COLLAPSED else "outcome"
    last = max(stated, key=lambda v: (v.published or date.min, _WORD[v.status]))
    return last.status, "latest-word"


def _settle_basis(said: Sequence[MentionFacts]) -> tuple[Basis, str]:
    bases = {m.basis for m in said}
    for basis in (Basis.STATED, Basis.DENIED, Basis.REPORTED):
        if basis in bases:
            return basis, basis.value
    raise AssertionError("every mention has a basis")


@dataclass(frozen=True, slots=True)
class _Dating:
    """A date as somebody gave it, with what decides between several."""

    text: str
    date: edtf.Edtf
    published: date
    order: int

    @property
    def days(self) -> int:
        """How many days it covers; open ends and whole centuries count as very many."""
        if self.date.earliest is None or self.date.latest is None:
            return 10**6
        return (self.date.latest - self.date.earliest).days + 1


def _settle_when(said: Sequence[MentionFacts], status: Status) -> tuple[str, str, bool]:
    """Return the settled EDTF text or "", the rule used, and whether exact dates contradict each other."""
    dated = [m for m in said if m.when]
    if not dated:
        return "", "undated", False
    same = [m for m in dated if m.status is status]
    rule = "most-exact" if same else "status-apart"
    datings = [
        _Dating(m.when, edtf.parse(m.when), m.published or date.min, order) for order, m in enumerate(same or dated)
    ]
    exact = [d for d in datings if d.days <= 10]
    if disputed := any(_apart(a.date, b.date) for a, b in combinations(exact, 2)):
        rule = "most-said-date"
        support = {d: sum(not _apart(d.date, other.date) for other in exact) for d in exact}
        best_support = max(support.values())
        datings = [d for d in exact if support[d] == best_support]
        newest = max(d.published for d in datings)
        if any(_apart(a.date, b.date) for a, b in combinations(datings, 2)):
            datings = [d for d in datings if d.published == newest]
    best = min(datings, key=lambda d: (d.days, d.date.approximate or d.date.uncertain, d.order))
    spans = [d for d in datings if d.date.shape == "interval" and 1 < d.days <= 31 and _holds(d.date, best.date)]
    if best.days == 1 and not best.date.approximate and spans:
        best = min(spans, key=lambda d: (d.days, d.order))
    return best.text, rule, disputed


def _apart(a: edtf.Edtf, b: edtf.Edtf) -> bool:
    """True where two dates cannot both be right. An approximate one leaves two days on each side."""
    slack = timedelta(days=2 if a.approximate or b.approximate else 0)
    if a.latest and b.earliest and a.latest + slack < b.earliest:
        return True
    return bool(b.latest and a.earliest and b.latest + slack < a.earliest)


def _holds(span: edtf.Edtf, day: edtf.Edtf) -> bool:
    """True where the first covers the second."""
    if None in (span.earliest, span.latest, day.earliest, day.latest):
        return False
    return span.earliest <= day.earliest and day.latest <= span.latest


@lru_cache(maxsize=16_384)
def place_parts(place: str) -> tuple[str, ...]:
    """Return the parts of a place from narrow to wide, folded for comparing: "Hanoi, Vietnam" -> hanoi, vietnam."""
    return tuple(part.strip().casefold() for part in place.split(",") if part.strip())


def places_agree(a: MentionFacts | Settled, b: MentionFacts | Settled) -> bool:
    """True where two places may be the same: one is unknown, they share a part, or one is the other's country."""
    if not a.place or not b.place:
        return not (a.country and b.country) or a.country == b.country
    one, other = set(place_parts(a.place)), set(place_parts(b.place))
    if one & other:
        return True
    return b.country.casefold() in one or a.country.casefold() in other


def _settle_place(said: Sequence[MentionFacts]) -> tuple[str, str, str, bool]:
    """Return place, country, the rule used, and whether voices name places that cannot both be right."""
    placed = [m for m in said if m.place]
    if not placed:
        country = next((m.country for m in said if m.country), "")
        return "", country, "no-place", False
    support = {id(m): sum(places_agree(m, other) for other in placed) for m in placed}
    narrow = {id(m): m.place.casefold() != m.country.casefold() for m in placed}
    best = max(placed, key=lambda m: (support[id(m)], narrow[id(m)], len(place_parts(m.place))))
    disputed = any(not places_agree(a, b) for a, b in combinations(placed, 2))
    country = best.country or next((m.country for m in placed if m.country and places_agree(m, best)), "")
    return best.place, country, "most-said-place", disputed


def _settle_parties(said: Sequence[MentionFacts]) -> tuple[tuple[Party, ...], str]:
    """Return everybody named, each once with the most telling role, in order of appearance."""
    parties: dict[tuple[str, ActorKind], Party] = {}
    for mention in said:
        for party in mention.parties:
            known = parties.get((party.name, party.kind))
            if known is None:
                parties[party.name, party.kind] = party
                continue
            role = min(known.role, party.role, key=_ROLE_ORDER.index)
            parties[party.name, party.kind] = replace(
                known,
                role=role,
                state=known.state or party.state,
                office=known.office or party.office,
                known=known.known or party.known,
            )
    represented = {p.state for p in parties.values() if p.kind is ActorKind.PERSON and p.state}
    kept = tuple(p for p in parties.values() if p.kind is not ActorKind.STATE or p.name not in represented)
    return kept, "all-parties" if len(kept) == len(parties) else "person-for-state"


def _outcomes_differ(voices: Sequence[MentionFacts], when: str) -> bool:
    """True where one voice tells that it took place and another, published after it, that it did not."""
    took_place = any(v.status in _OUTCOMES and v.basis is Basis.STATED for v in voices)
    latest = edtf.parse(when).latest if when else None
    if not took_place or latest is None:
        return False
    return any(
        v.status in (Status.CANCELLED, Status.POSTPONED)
        and v.basis is Basis.STATED
        and v.published
        and v.published > latest
        for v in voices
    )


def _settle_confidence(voices: Sequence[MentionFacts], disputed: Iterable[str]) -> tuple[Confidence, str]:
    best = max((v.confidence for v in voices), key=_SURE.__getitem__)
    if all(v.inferred for v in voices):
        return Confidence.LOW, "day-inferred"
    if disputed:
        return min(best, Confidence.MEDIUM, key=_SURE.__getitem__), "disputed"
    stated = [v for v in voices if v.basis is Basis.STATED and v.confidence is not Confidence.LOW]
    if any(_agree(a, b) for a, b in combinations(stated, 2)):
        return Confidence.HIGH, "several-voices"
    return best, "best-voice"


def _agree(a: MentionFacts, b: MentionFacts) -> bool:
    """True where two voices name the same parties and both give dates that may be the same."""
    if not a.when or not b.when or _apart(edtf.parse(a.when), edtf.parse(b.when)):
        return False
    return {p.name for p in a.parties} == {p.name for p in b.parties} and bool(a.parties)
