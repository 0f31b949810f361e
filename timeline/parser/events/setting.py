"""Where a happening is whose own words name no place: what the rest of the text says, or the vocabulary.

In order: the encounter at which or on whose sidelines it was, the place where a forum is always held, the journey or
conference told before, the state of the host, the seat of the body, and at last the dateline. A happening that
its own clause places is left alone, and so is one that has no place, as a call or a sanction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline import edtf

from ..reading import ENCOUNTERS, ActorKind, Kind, Name, Party, Role, Status
from . import gazetteer
from .draft import STRONG, WEAK, Draft
from .grouping import Group
from .who import NOWHERE, Place, place_name, place_of

REMEMBERED = 8
"""Happenings told before among which the journey is looked for at which something was."""
NEAR = 2500
"""Characters back to the journey or conference at which something is taken to have been."""
_PLACED = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.TALKS, Kind.CONFERENCE, Kind.AGREEMENT, Kind.RESOLUTION})
"""Kinds that are somewhere; a visit without a place is none, and a call is nowhere."""
_DONE = frozenset({Status.HELD, Status.ONGOING, Status.COLLAPSED})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_AT = re.compile(
    r"\b(?:during|at|amid|in)\b[^,;.:]{0,50}$|\bon the (?:sidelines?|margins?|fringes) of\b[^,;.:]{0,60}$",
    re.IGNORECASE,
)
"""Before an encounter: what else the clause tells was there too."""
_AFTER = re.compile(r"\b(?:after|following)\b[^,;.:]{0,50}$", re.IGNORECASE)
"""Before an encounter: what was agreed then was agreed there."""
_ASIDE = re.compile(
    r"\b(?:sidelines?|margins?|fringes) of (?:the |its |an? )?(?P<what>[^,;.:]{3,80})|\bthere\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a text says of places beside its claims."""

    text: str
    told: Mapping[int, Sequence[Draft]]
    """Start of each sentence → all that it was first read to tell of, whether it was kept or not."""
    places: Sequence[Name]
    """Names that can be a place, in order."""
    starts: Sequence[int]
    """Where each of them begins."""
    here: Place
    """The place of the dateline."""
    published: date | None


def survey(
    text: str, drafts: Sequence[Draft], names: Sequence[Name], here: Place, dateline: str, published: date | None
) -> Report:
    """Gather what a text says of places; `here` is the place of the dateline, whose words are `dateline`."""
    if here.words:
        at = max(text.find(dateline), 0)
        here = replace(here, start=at, end=at + len(dateline))
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.sentence.start, []).append(draft)
    places = [n for n in names if place_name(n)]
    return Report(text, told, places, [n.start for n in places], here, published)


def settle_places(report: Report, groups: Sequence[Group]) -> None:
    """Give each group of claims that has no place the one that the text around it gives."""
    for number, group in enumerate(groups):
        first = _bearer(group)
        if first is None or any(d.place.words for d in group.drafts):
            continue
        place, rule = _place_of(report, group, groups[max(0, number - REMEMBERED) : number])
        if place.words:
            first.place = place
            first.because("place", rule, (place.start, place.end))


def _bearer(group: Group) -> Draft | None:
    """The draft of a group that a place is written to, or None where its kind has no place."""
    if not group.kinds <= _PLACED or any(d.occasions > 1 for d in group.drafts):
        return None  # several encounters need not have been in one place
    return next((d for d in group.drafts if d.strength > WEAK), None)


def _place_of(report: Report, group: Group, before: Sequence[Group]) -> tuple[Place, str]:
    """The place that the first of the rules gives, and its name; nowhere where none does."""
    text = report.text
    rules = (
        ("there", lambda: _pointed_at(report, group)),
        ("named-after-it", lambda: _in_its_name(text, group)),
        ("at-the-encounter", lambda: _beside(report, group)),
        ("forum", lambda: _forum(report, group)),
        ("place-told-before", lambda: _told_before(text, group, before)),
        ("host", lambda: _of_host(text, group)),
        ("seat-of-body", lambda: _seat(text, group)),
        ("dateline", lambda: report.here if _reported_from(report, group, not before) else NOWHERE),
    )
    for rule, find in rules:
        place = find()
        if place.words:
            return place, rule
    return NOWHERE, ""


_WHERE = re.compile(
    r"(?P<there>\A[\W]*There,? (?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|will be\b|would be\b)"
    r"|(?<!and )(?<!but )(?<!that )(?<!said )(?<!, )\bthere\b"
    r"(?! (?:is|are|was|were|has|have|had|will|would|can|may|to be)\b))"
    r"|,? where\b"
)
"""At the head of a sentence "there" is the place told last; "where" is that named right before."""
_LAST_SENTENCE = 300
"""Characters back in which "there" finds its place."""


def _pointed_at(report: Report, group: Group) -> Place:
    """The place that "where" or "there" points back to: "ends in Lima, where she will chair", "There he met"."""
    text, there = report.text, report.places
    for draft in group.drafts:
        start = draft.sentence.start
        told = text[start : min(draft.sentence.end, draft.trigger[1] + 40)]
        found = next(
            (
                m
                for m in reversed(list(_WHERE.finditer(told)))
                if m.group("there") or start + m.start() < draft.trigger[0]
            ),
            None,
        )
        if found is None or ";" in text[start + found.end() : draft.trigger[0]]:
            continue
        at = bisect_left(report.starts, start + found.start()) - 1
        last = there[at] if at >= 0 else None
        reach = _LAST_SENTENCE if found.group("there") else 2
        if last is None or start + found.start() - last.end > reach:
            continue
        narrow = there[at - 1] if at and text[there[at - 1].end : last.start] == ", " else None
        return place_of([narrow, last] if narrow is not None else [last], text)
    return NOWHERE


_NAMED_AFTER = re.compile(
    r"(?<!to the )(?<!under the )(?<!with the )(?<!by the )\b(?!The\b|An?\b)"
    r"(?P<town>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2}?) "
    r"(?:(?:[Pp]eace|[Jj]oint|[Cc]easefire|[Ff]ramework) )?"
    r"(?:[Aa]ccords?|[Aa]greements?|[Dd]eclaration|[Pp]rotocol|[Tt]reaty|[Cc]onvention|[Pp]act|Charter"
    r"|Communiqu[eé]|Final Act)\b"
    r"|\b(?:Accords?|Agreement|Declaration|Protocol|Treaty|Convention|Pact|Charter) of "
    r"(?P<of>[A-Z][\w'.-]+(?: (?:of )?[A-Z][\w'.-]+){0,2})"
)
"""Of what is signed, the town that it is named after: "the Lusaka Protocol", "Treaty of Nice"."""


_LATER = re.compile(r"enter|force|effect|ratif|acced|renew|extend|expir|terminat|withdr|suspend", re.IGNORECASE)
"""What is done with an accord elsewhere than in the town where it was signed."""


def _in_its_name(text: str, group: Group) -> Place:
    """The town after which an accord is named, where a sentence tells of its signing."""
    if not group.kinds <= {Kind.AGREEMENT}:
        return NOWHERE
    for draft in group.drafts:
        if _LATER.search(text, draft.trigger[0], min(draft.sentence.end, draft.trigger[1] + 40)):
            continue
        first = max(draft.sentence.start, draft.trigger[0] - 120)
        for found in _NAMED_AFTER.finditer(text, first, min(draft.sentence.end, draft.trigger[1] + 120)):
            part = "town" if found.group("town") else "of"
            words, start = found.group(part), found.start(part)
            while words and not gazetteer.is_town(words):
                gap = words.find(" ") + 1
                words, start = (words[gap:], start + gap) if gap and part == "town" else ("", start)
            if words:
                return _town(words, start, start + len(words))
    return NOWHERE


def _beside(report: Report, group: Group) -> Place:
    """Of "agreed … after talks in Lima", "met on the sidelines of the summit in Lima" the place of the other."""
    own = {id(d) for d in group.drafts}
    for draft in group.drafts:
        for other in report.told.get(draft.sentence.start, ()):
            if id(other) in own or other.kind not in ENCOUNTERS or not other.place.words:
                continue
            led = report.text[max(draft.sentence.start, other.trigger[0] - 80) : other.trigger[0]]
            agreed = draft.kind in (Kind.AGREEMENT, Kind.RESOLUTION)
            if _AT.search(led) or (agreed and _AFTER.search(led)):
                return other.place
    return NOWHERE


def _forum(report: Report, group: Group) -> Place:
    """The place of a forum that the sentence names as where it was: "opened the Raisina Dialogue"."""
    text = report.text
    days = _bounds(group)
    if days is None or None in days:
        days = (report.published, report.published) if report.published is not None else (date.max, date.max)
    first, last = (
        date.fromordinal(max(1, min(d.toordinal() + by, date.max.toordinal())))
        for d, by in zip(days, (-2, 2), strict=True)
    )
    for draft in group.drafts:
        until = min(draft.sentence.end, draft.trigger[1] + 300)
        found = gazetteer.forum_in(text, draft.sentence.start, until, first, last)
        if found is None:
            continue
        town, start, end = found
        led = text[max(draft.sentence.start, start - 60) : start]
        itself = start <= draft.trigger[0] < end or (
            bool(draft.named) and draft.named.casefold() in text[start:end].casefold()
        )
        if itself or _AT.search(led):
            return _town(town, start, end)
    return NOWHERE


def _town(town: str, start: int, end: int) -> Place:
    state = gazetteer.state_of(town)
    return Place(f"{town}, {state}" if state and state != town else town, state, start, end)


def _states(parties: Sequence[Party]) -> set[str]:
    return {p.name if p.kind is ActorKind.STATE else p.state for p in parties} - {""}


def _told_before(text: str, group: Group, told: Sequence[Group]) -> Place:
    """The place of the journey, talks or conference told last at which this was."""
    start = group.drafts[0].trigger[0]
    parties = list(group.parties.values())
    host = next((p for p in parties if p.role is Role.HOST), None)
    near = [(max((d.trigger[0] for d in g.drafts if d.trigger[0] <= start), default=-NEAR - 1), g) for g in told]
    for at, other in sorted(near, key=lambda pair: -pair[0]):
        place = next((d.place for d in other.drafts if d.place.words), NOWHERE)
        if not place.words or start - at > NEAR or not other.kinds & ENCOUNTERS or Kind.CALL in other.kinds:
            continue
        if not _same_time(group, other) or (
            _bounds(group) is not None and _bounds(other) is None and not group.kinds & ENCOUNTERS
        ):
            continue
        theirs = list(other.parties.values())
        if host is not None and place.country not in ("", host.state or host.name) and host.name not in other.parties:
            continue
        if _was_there(text, group, parties, other, theirs, place):
            return place
    return NOWHERE


_GATHERINGS = frozenset(
    "summit meeting conference talks session gathering ministerial event forum assembly congress ceremony".split()
)
"""What "on the sidelines of the …" points back to without naming it."""
SOON = 600
"""Characters within which the next meeting of the same parties is taken to be in the same place."""


def _was_there(text: str, group: Group, parties: list[Party], other: Group, theirs: list[Party], place: Place) -> bool:
    """Whether those of a happening are those of the encounter told before, or of the country where it was."""
    words = " ".join(text[d.sentence.start : d.sentence.end] for d in group.drafts[:2])
    aside = _ASIDE.search(words)
    if aside is not None and other.kinds & {Kind.SUMMIT, Kind.CONFERENCE, Kind.MEETING, Kind.VISIT}:
        what = (aside.group("what") or "").casefold()
        if (
            aside.group("what") is None
            or any(name.casefold() in what for name in (*other.parties, *other.named))
            or what.split()[0] in _GATHERINGS
        ):
            return True
    mine, around = _states(parties), _states(theirs)
    shared = {p.name for p in parties} & {p.name for p in theirs}
    if other.kinds & {Kind.VISIT}:
        if not theirs:
            return False
        travels = (bool(shared) or bool(mine & around)) and around != {place.country}
        return travels and (place.country in mine or (bool(shared) and _on_a_day_of(group, other)))
    if not parties:
        return group.kinds <= {Kind.AGREEMENT} and len(theirs) >= 2 and _is_told(group)
    if group.kinds & {Kind.AGREEMENT, Kind.RESOLUTION}:
        return (
            _is_told(group)
            and bool(mine)
            and mine <= around | {place.country}
            and len(mine & (around | {place.country})) >= min(2, len(mine))
        )
    if len(mine & around) < 2:
        return False
    near = group.drafts[0].trigger[0] - other.drafts[-1].trigger[0] <= SOON
    return _on_a_day_of(group, other) or (near and _bounds(group) is None and mine <= around)


def _is_told(group: Group) -> bool:
    """Whether a verb tells of an act as of something new, and not of "the accord of 1972"."""
    if Kind.RESOLUTION in group.kinds:
        return False
    return any(d.strength == STRONG and not d.definite and d.clause is not None for d in group.drafts)


def _same_time(group: Group, other: Group) -> bool:
    """Whether two happenings can be of the same days: both behind us or ahead, and no dates that keep them apart."""
    mine, theirs = (
        {d.status for d in g.drafts if d.strength > WEAK} or {d.status for d in g.drafts} for g in (group, other)
    )
    days = [_bounds(g) for g in (group, other)]
    dated = None not in days and None not in (*days[0], *days[1])
    # "She arrived on Monday and will meet the premier on Wednesday."
    still_there = dated and Kind.VISIT in other.kinds and bool(theirs & _DONE)
    ahead = mine & _AHEAD and (theirs & (_AHEAD | {Status.ONGOING}) or still_there)
    if not ((mine & _DONE and theirs & _DONE) or ahead):
        return False
    if not dated:
        return True
    (a, b), (c, d) = days
    return (a - d).days <= 3 and (c - b).days <= 1


def _on_a_day_of(group: Group, other: Group) -> bool:
    """Whether the days of two happenings touch."""
    days = [_bounds(g) for g in (group, other)]
    if None in days or None in (*days[0], *days[1]):
        return False
    (a, b), (c, d) = days
    return a <= d and c <= b


def _bounds(group: Group) -> tuple[date | None, date | None] | None:
    for draft in group.drafts:
        words = draft.of_the_day or (draft.time.edtf if draft.time is not None else None)
        if words:
            return edtf.bounds(words)
    return None


def _of_host(text: str, group: Group) -> Place:
    """ "The emir received the premier": at home, in his own state; "Lima hosted the talks": in Lima."""
    for party in group.parties.values():
        if party.role is not Role.HOST:
            continue
        state = party.name if party.kind is ActorKind.STATE else party.state
        written = text[party.start : party.end]
        if state and party.kind is ActorKind.STATE and gazetteer.is_capital(written):
            return Place(f"{written}, {state}", state, party.start, party.end)
        if state:
            return Place(state, state, party.start, party.end)
    return NOWHERE


_AT_HOME = frozenset(
    {
        "United Nations Security Council",
        "United Nations General Assembly",
        "United Nations Human Rights Council",
        "United Nations Economic and Social Council",
        "IAEA Board of Governors",
    }
)
"""Bodies whose votes are taken in the town where they sit."""


_ASSEMBLY = re.compile(
    r"\b(?:sidelines?|margins?|fringes) of (?:the |this year's )?"
    r"(?P<body>(?:[\w-]+ ){0,2}(?:U\.?N\.?|United Nations) General Assembly|UNGA)\b"
)


def _seat(text: str, group: Group) -> Place:
    """Where a body meets or votes that always sits in one town: the Security Council in New York."""
    for draft in group.drafts:
        start = draft.sentence.start
        found = _ASSEMBLY.search(text, start, min(draft.sentence.end, draft.trigger[1] + 200))
        if found is not None and group.kinds & ENCOUNTERS:
            return _town("New York", found.start("body"), found.end())
    if group.kinds <= {Kind.RESOLUTION}:
        for party in group.parties.values():
            if party.name in _AT_HOME:
                return _town(gazetteer.seats()[party.name], party.start, party.end)
    return NOWHERE


def _reported_from(report: Report, group: Group, leads: bool) -> bool:
    """Whether what is told of these days was where the report comes from.

    So it was, where somebody of that country took part with somebody from elsewhere, or where the report opens with it.
    """
    here, published = report.here, report.published
    if not here.words or published is None or not any(d.status in (Status.HELD, Status.ONGOING) for d in group.drafts):
        return False
    states = _states(list(group.parties.values()))
    if len(states) < 2 or not (leads or here.country in states):
        return False
    days = _bounds(group)
    if days is None:  # told on without a day
        return here.country in states and any(d.strength == STRONG and not d.definite for d in group.drafts)
    return None not in days and days[0] == days[1] and 0 <= (published - days[0]).days <= 2
