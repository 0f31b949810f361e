"""What happens in a text: kind, status, who, when, where, and who says so.

The grammar works in layers, each a module: words and phrases (`phrases`), clauses (`clauses`), how a clause puts what
it tells (`outlook`), the claims of verbs and nouns (`verbal`, `nominal`) with their parties, places, time words and
speakers (`who`, `where`, `when`, `voice`), how often (`counting`), which claims are about one happening (`grouping`),
whose it was and where if its own words do not say (`whose`; `setting`, by what `gazetteer` knows). `lexicon` makes the
vocabulary files ready. Everything is linear in the length of the text but for `grouping`, which compares claims with
the happenings found so far, at most `NEARBY` of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from ..reading import (
    ENCOUNTERS,
    READ_ROLES,
    ActorKind,
    Basis,
    Claim,
    Confidence,
    Kind,
    Layout,
    LineRole,
    Name,
    Party,
    Reason,
    Role,
    Sentence,
    Span,
    Status,
    TimeWords,
)
from ..tokens import normalise
from ..vocabulary import load
from . import lexicon as lex
from . import nominal, releases, statements, transcripts, verbal
from .calendar import set_by_calendar
from .carrying import carry
from .concerning import Encounters
from .draft import STRONG, WEAK, Draft, Scene
from .grouping import Group, gather, kept
from .parsing import parse
from .phrases import chunk
from .rules import CONFIDENCE_RULES, RULES
from .sequels import last_told, sequel
from .setting import settle_places, survey
from .vague_journeys import settle_journeys
from .voice import hear
from .where import here_of
from .who import NOWHERE, Place
from .whose import point_back
from .words import overlay, tag

__all__ = ["CONFIDENCE_RULES", "RULES", "find_claims"]

LONGEST = 700
"""Characters of a passage: evidence is a sentence or two."""
LONGEST_SENTENCE = 2000
"""Characters after which a "sentence" is no prose (tables, hostile input) and is read no further."""

_GREETING = (" to be ", " to have ", " to welcome ", " to host ", " to receive ")
_IS_IN = re.compile(
    r"\b(?:(?:is|was|are|were|be|expected) (?:back |now |also |currently |still )?in [A-Z]"
    r"|on (?:his|her|their) way to |en route to |bound for |(?:is|was|are|were) (?:also )?off to [A-Z])"
)
"""Words that tell of a journey without a verb or noun that does: "she was back in Lima", "on his way to Lima"."""
_THERE = re.compile(r"\bi(?:'m| am) (?:here )?in [a-z]")
_WORDS = re.compile(r"[a-z'-]+")


def find_claims(
    text: str,
    layout: Layout,
    sentences: Sequence[Sentence],
    dates: Sequence[TimeWords],
    names: Sequence[Name],
    published: date | None,
) -> tuple[Claim, ...]:
    """Return what a text says of happenings between states and bodies, in the order of the text.

    `sentences`, `dates` and `names` are what the earlier stages found, in order. Pure: the same input gives the same
    claims. Nothing is claimed of sentences whose role states no facts.
    """
    plain = normalise(text)
    low = plain.lower() if len(plain.lower()) == len(plain) else plain
    name_starts = [n.start for n in names]
    date_starts = [d.start for d in dates]
    drafts: list[Draft] = []
    speaker = _author(layout, names)
    here = here_of(layout, published)
    before: tuple[Party, ...] = ()
    head: tuple[int, TimeWords | None] = (0, None)
    asked = False
    for sentence in sentences:
        if sentence.role not in READ_ROLES:
            continue
        if sentence.paragraph != head[0]:
            head = (sentence.paragraph, _day_head(plain, sentence, dates, date_starts))
        speaker = _turn(plain, sentence, names, name_starts, speaker)
        words = low[sentence.start : sentence.end]
        # "It is good to be in Accra", "I'm in Accra to sign it".
        glad = speaker is not None and (any(w in words for w in _GREETING) or _THERE.search(words) is not None)
        told = glad or not lex.TRIGGERS.isdisjoint(_WORDS.findall(words))
        last = last_told(drafts[-6:], sentence.start) if drafts else None
        if last is not None and (sentence.start - last.sentence.end > _SOON or not words.startswith(_GOES_ON)):
            last = None
        told = told or last is not None
        if not told and _IS_IN.search(plain, sentence.start, sentence.end) is None:
            before = ()
            continue
        found, before = _read_sentence(
            plain,
            words,
            sentence,
            _with_first_person(
                plain,
                sentence,
                names[bisect_left(name_starts, sentence.start) : bisect_left(name_starts, sentence.end)],
                speaker,
                published,
            ),
            dates[bisect_left(date_starts, sentence.start) : bisect_left(date_starts, sentence.end)],
            published,
            before,
            speaker,
            here,
            last,
        )
        asked = transcripts.asks(plain, sentence, asked)
        found = [d for d in found if not ((asked and transcripts.is_of_nobody(d)) or transcripts.is_readout(d, drafts))]
        drafts += found
        for draft in found:
            _under(draft, head[1])
            if asked:
                transcripts.leave_guess(draft, plain)
    transcripts.call_off(drafts, published)
    carry(drafts)
    groups = gather(drafts)
    if point_back(groups):
        groups = gather(drafts)
    groups = settle_journeys(kept(groups))
    settle_places(survey(plain, drafts, names, here, layout.place, published), groups)
    return _claims(plain, groups)


_SOON = 300
"""Characters after which "it" and "the second" no longer mean an encounter told before."""
_GOES_ON = ("it ", "they ", "the ", "a ", "but ", "and ", "later ", "in ", "on ", "then ")


_HEAD = re.compile(r"\s*(?:--?|[\u2013\u2014:])\s")


def _day_head(plain: str, sentence: Sentence, dates: Sequence[TimeWords], starts: Sequence[int]) -> TimeWords | None:
    """The day at the head of a line of a chronology ("3 May 1990 - Chad …"), which dates all that the line tells."""
    at = bisect_left(starts, sentence.start)
    if at == len(dates) or dates[at].start > sentence.start + 3 or dates[at].edtf is None:
        return None
    return dates[at] if _HEAD.match(plain, dates[at].end) else None


def _under(draft: Draft, day: TimeWords | None) -> None:
    """Date what a line under the head of its day tells without time words of its own."""
    if day is None or draft.time is not None or draft.status not in (Status.HELD, Status.COLLAPSED):
        return
    draft.time, draft.of_the_day = day, ""
    draft.because("when", "day-head", (day.start, day.end))


_TURN = re.compile(r"(?:Q|A|[A-Z][A-Z.' -]{2,60})(?: \([^)]{1,40}\))?:\s")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|My|[Ww]e|[Oo]ur|us)\b(?!\.)")


def _author(layout: Layout, names: Sequence[Name]) -> Name | None:
    """The person who speaks in the first person throughout, where the head of the text names one as its author."""
    words = layout.author.split()
    if not words:
        return None
    named = next((n for n in names if n.kind is ActorKind.PERSON and n.name.split()[-1] == words[-1]), None)
    if named is not None:
        return named
    leader = _leaders().get((words[0], words[-1]))
    if leader is None:
        return None
    return Name(0, 0, leader[0], ActorKind.PERSON, "known person", state=leader[1], office=leader[2], known=True)


@cache
def _leaders() -> dict[tuple[str, str], tuple[str, str, str]]:
    """First and last name of each known leader → full name, state, office."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for entry in load("leaders")["leader"]:
        for name in (entry["person"], *entry.get("also", ())):
            words = name.split()
            if len(words) > 1:
                found[words[0], words[-1]] = (entry["person"], entry["state"], entry["office"])
    return found


def _turn(
    plain: str, sentence: Sentence, names: Sequence[Name], starts: Sequence[int], speaker: Name | None
) -> Name | None:
    """Who "I" is from here on: a label ("MINISTER DOE:") at the head of a sentence gives the word to somebody else."""
    if not _TURN.match(plain, sentence.start, min(sentence.end + 1, sentence.start + 110)):
        return speaker
    at = bisect_left(starts, sentence.start)
    first = names[at] if at < len(names) else None
    colon = plain.find(":", sentence.start, sentence.end)
    if first is not None and first.kind is ActorKind.PERSON and first.start < colon:
        return first
    return None


def _with_first_person(
    plain: str, sentence: Sentence, names: Sequence[Name], speaker: Name | None, published: date | None
) -> Sequence[Name]:
    """Add whom "I" and "we" mean where it is known who speaks: "I" the person, "we" the state served."""
    if speaker is None:
        return names
    names = transcripts.own_president(plain, names, speaker, published)
    taken = {n.start for n in names}
    added: list[Name] = []
    for match in _FIRST_PERSON.finditer(plain, sentence.start, sentence.end):
        if match.start() in taken:
            continue
        if match.group().lower() in ("i", "me", "my"):
            added.append(replace(speaker, start=match.start(), end=match.end(), rule="pronoun", members=()))
        elif speaker.state:
            added.append(
                Name(
                    match.start(),
                    match.end(),
                    speaker.state,
                    ActorKind.STATE,
                    "pronoun",
                    state=speaker.state,
                    known=True,
                )
            )
    return sorted([*names, *added], key=lambda n: n.start) if added else names


def _read_sentence(
    plain: str,
    low: str,
    sentence: Sentence,
    names: Sequence[Name],
    dates: Sequence[TimeWords],
    published: date | None,
    before: tuple[Party, ...],
    speaker: Name | None = None,
    here: Place = NOWHERE,
    last: Draft | None = None,
) -> tuple[list[Draft], tuple[Party, ...]]:
    """What one sentence tells, and which states or bodies its first subject names, for "they" in the next."""
    end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
    opening = _dateline_end(plain, sentence)
    names = [n for n in names if opening <= n.start and n.end <= end and not (n.rule == "pronoun" and n.start == n.end)]
    dates = [d for d in dates if opening <= d.start and d.end <= end]
    words = tag(overlay(plain, opening, end, names, dates))
    phrases = chunk(words)
    clauses = parse(phrases)
    scene = Scene(
        plain, sentence, clauses, phrases, names, dates, published, low, question=low.rstrip('" ').endswith("?")
    )
    scene.before, scene.speaker, scene.here = before, speaker, here
    if scene.question:
        return [], ()
    found: list[Draft] = []
    told: set[Span] = set()
    for clause in clauses:
        for draft in verbal.find(scene, clause):
            found.append(draft)
            told.add((clause.vp.start, clause.vp.end))
    for clause in clauses:
        found += nominal.find(scene, clause, told)
    for clause in clauses:
        found += list(releases.find(scene, clause, found))
    for clause in clauses:
        if clause.vp is not None:
            found += sequel(scene, clause, last_told(found, clause.vp.start) or last)
    found = [d for d in found if not (_only_introduces(d, found) or transcripts.is_topic(d))]
    found = _without_sport(low, found)
    for draft in found:
        releases.with_teller(scene, draft)
        releases.as_announced(scene, draft)
        if draft.kind is Kind.VISIT and draft.place.country:
            draft.parties = _with_hosts(draft.parties, draft.place.country)
        draft.basis, draft.speaker, rule, spans = hear(scene, draft.clause, draft.trigger)
        if any(r.field == "status" and r.rule == "denied" for r in draft.reasons):
            draft.basis = Basis.DENIED
        draft.because("basis", rule, *spans)
        if draft.speaker:
            draft.because("speaker", rule, *spans)
        if published is not None:
            set_by_calendar(draft, scene, published)
            if _told_on_the_day(draft) and not _one_of_a_tour(draft, found):
                # What somebody says is printed that day or a day or two later.
                draft.of_the_day = published.isoformat() + ("~" if scene.speaker is not None else "")
    _date_purposes(found)
    return found, _first_subject(scene)


def _without_sport(low: str, found: list[Draft]) -> list[Draft]:
    """Leave out where states that meet are teams that play."""
    if lex.SPORT.isdisjoint(_WORDS.findall(low)):
        return found
    return [d for d in found if d.kind not in ENCOUNTERS or any(p.office for p in d.parties)]


def _date_purposes(found: list[Draft]) -> None:
    """ "Premier visits Oslo to meet the king": what a journey of the day is made for is of that day too."""
    for draft in found:
        clause = draft.clause
        if draft.time is not None or draft.kind not in ENCOUNTERS or clause is None or clause.relation != "infinitive":
            continue
        above = next((o for o in found if o.of_the_day and o.clause is clause.governor), None)
        if above is not None and not draft.of_the_day and draft.status in (Status.HELD, Status.ONGOING):
            draft.of_the_day = above.of_the_day


def _with_hosts(parties: tuple[Party, ...], country: str) -> tuple[Party, ...]:
    """Of those named with a visit, who serves the country visited is the host, where somebody else travels."""
    hosts = [p for p in parties if p.state == country and p.role is Role.PARTICIPANT]
    if not hosts or len(hosts) == len(parties):
        return parties
    return tuple(replace(p, role=Role.HOST) if p in hosts else p for p in parties)


_DATELINE = re.compile(r"[A-Z][A-Z.' -]{2,30}(?:,[^,\n]{1,30}){0,2} ?(?:\([^)\n]{2,40}\) ?)?(?:--+|[\u2013\u2014]|- )")
"""Place, day and agency before a report: "OSLO, May 3 (North Wire) --"."""


def _dateline_end(plain: str, sentence: Sentence) -> int:
    """Where the report begins behind its dateline, whose day is that of the report and of nothing that it tells."""
    found = _DATELINE.match(plain, sentence.start, min(sentence.end, sentence.start + 120))
    return found.end() if found else sentence.start


def _first_subject(scene: Scene) -> tuple[Party, ...]:
    for clause in scene.clauses:
        if clause.vp is not None and clause.relation == "main":
            parties = verbal.subject_parties(scene, clause)
            return tuple(parties) if all(p.kind is not ActorKind.PERSON for p in parties) else ()
    return ()


def _one_of_a_tour(draft: Draft, found: list[Draft]) -> bool:
    """ "She is visiting Chad, Niger and Mali": nobody is in all three on the day that it is said."""
    return any(o is not draft and o.kind is draft.kind is Kind.VISIT and o.trigger == draft.trigger for o in found)


def _told_on_the_day(draft: Draft) -> bool:
    """A report in the present ("Peru lifts sanctions", "he is in Quito") dates what it tells to its own day."""
    clause = draft.clause
    if draft.time is not None or clause is None or clause.vp is None or draft.sentence.role is not LineRole.BODY:
        return False
    if (
        (draft.strength < STRONG and draft.kind is not Kind.VISIT)
        or clause.quoted
        or (clause.relation not in ("main", "coordinate", "relative") and clause.vp.form != "inf")
    ):
        return False
    if draft.kind is Kind.VISIT and not draft.place.words:
        return False
    finite = clause.governor if any(r.rule == "glad-to-be" for r in draft.reasons) else clause
    if finite is None or finite.vp is None:
        return False
    if (
        finite.vp.tense != "present"
        or clause.vp.perfect
        or clause.vp.modal
        or draft.status not in (Status.HELD, Status.ONGOING)
    ):
        return False
    return any(
        r.field == "status" and r.rule in ("present-tense", "present-progressive", "is-at", "goes-on", "glad-to-be")
        for r in draft.reasons
    )


def _only_introduces(draft: Draft, found: list[Draft]) -> bool:
    """ "Called for talks", "urged them to meet": the statement is told by what it proposes."""
    if draft.head in statements.INTRODUCING and draft.clause is not None:
        return any(o.clause is not None and draft.clause in o.clause.ancestors for o in found if o is not draft)
    if draft.kind is not Kind.STATEMENT or draft.clause is None:
        return False
    return any(
        other is not draft
        and other.status is Status.PROPOSED
        and other.clause is not None
        and (other.clause is draft.clause or other.clause.governor is draft.clause)
        for other in found
    )


# ---- from drafts to claims -----------------------------------------------------------------------------------------


def _claims(plain: str, groups: list[Group]) -> tuple[Claim, ...]:
    merged = [_one_a_sentence(group) for group in groups]
    for drafts in merged:
        _follow_the_firm(drafts)
    claims: list[Claim] = []
    encounters = Encounters(groups)
    for number, drafts in enumerate(merged):
        concerns = encounters.concerned(number)
        claims += [_claim(plain, draft, number, concerns) for draft in drafts]
    claims.sort(key=lambda c: (c.start, c.group))
    order: dict[int, int] = {}
    for claim in claims:
        order.setdefault(claim.group, len(order))
    return tuple(
        replace(c, group=order[c.group], concerns=None if c.concerns is None else order[c.concerns]) for c in claims
    )


_SPOKEN_OF = frozenset({"spoken-of", "named-only", "hypothetical-noun"})


def _follow_the_firm(drafts: list[Draft]) -> None:
    """What is only spoken of has the status that a firmer sentence of the same happening gave it before, or gives."""
    firm: Draft | None = next((d for d in drafts if not _only_spoken_of(d)), None)
    if firm is None:
        return
    for draft in drafts:
        if _only_spoken_of(draft):
            draft.status = firm.status
        else:
            firm = draft


def _only_spoken_of(draft: Draft) -> bool:
    return draft.kind in ENCOUNTERS and any(r.field == "status" and r.rule in _SPOKEN_OF for r in draft.reasons)


def _one_a_sentence(group: Group) -> list[Draft]:
    """What one sentence says twice of one happening becomes one draft: the stronger, with what the other adds."""
    kept: dict[int, Draft] = {}
    for draft in sorted(group.drafts, key=lambda d: -d.strength):
        held = kept.get(draft.sentence.start)
        if held is None:
            kept[draft.sentence.start] = draft
            continue
        if held.time is None and draft.time is not None:
            held.time = draft.time
            held.reasons += [r for r in draft.reasons if r.field == "when"]
        if not held.place.words and draft.place.words:
            held.place = draft.place
            held.reasons += [r for r in draft.reasons if r.field == "place"]
        if len(draft.parties) > len(held.parties):
            held.parties = draft.parties
        held.named = held.named or draft.named
    return sorted(kept.values(), key=lambda d: d.sentence.start)


def _claim(plain: str, draft: Draft, group: int, concerns: int | None) -> Claim:
    start, end = _passage(plain, draft)
    time = draft.time
    if draft.of_the_day:
        draft.because("when", "present-of-the-day")
    reasons = list(draft.reasons)
    if draft.occasions > 1:
        reasons.append(Reason("occasions", "counted", (draft.trigger,)))
    return Claim(
        start=start,
        end=end,
        group=group,
        kind=draft.kind,
        status=draft.status,
        basis=draft.basis,
        when=draft.of_the_day or _day(draft),
        parties=draft.parties,
        confidence=_confidence(draft),
        when_span=(time.start, time.end) if time is not None else None,
        place=draft.place.words,
        country=draft.place.country,
        speaker=draft.speaker,
        occasions=draft.occasions,
        concerns=concerns,
        named=draft.named,
        relative=bool(draft.of_the_day) or (time is not None and time.relative),
        reasons=tuple(reasons),
    )


def _day(draft: Draft) -> str | None:
    """The EDTF text; what was put off "until June 3" is now for June 3, and a limit dates no act."""
    if draft.time is None or draft.time.edtf is None:
        return None
    edtf = draft.time.edtf
    if edtf.startswith("../"):
        if draft.status is Status.POSTPONED or draft.kind is Kind.POSTPONEMENT:
            return edtf[3:]
        return edtf if draft.kind in ENCOUNTERS else None
    return edtf


def _passage(plain: str, draft: Draft) -> Span:
    """The sentence; of one too long, the words around what tells of the happening."""
    sentence = draft.sentence
    if sentence.end - sentence.start <= LONGEST:
        return sentence.start, sentence.end
    spans = [
        draft.trigger,
        *((p.start, p.end) for p in draft.parties),
        *([(draft.time.start, draft.time.end)] if draft.time else []),
    ]
    start = max(sentence.start, draft.trigger[0] - LONGEST // 2)
    end = min(sentence.end, start + LONGEST)
    near = [s for s in spans if s[0] >= start and s[1] <= end]
    start = max(start, min((s[0] for s in near), default=start) - 100)
    end = min(end, max((s[1] for s in near), default=end) + 150)
    while start > sentence.start and not plain[start - 1].isspace():
        start += 1
        if start >= draft.trigger[0]:
            break
    while end < sentence.end and not plain[end].isspace() and end > draft.trigger[1]:
        end -= 1
    return start, end


def _confidence(draft: Draft) -> Confidence:
    """By `CONFIDENCE_RULES`."""
    if draft.strength == WEAK or draft.basis is not Basis.STATED:
        return Confidence.LOW
    wanted = 1 if draft.kind not in ENCOUNTERS or draft.kind is Kind.VISIT else 2
    parties = [p for p in draft.parties if p.kind is not ActorKind.ORGANISATION or p.known]
    if (
        draft.strength == STRONG
        and len(parties) >= wanted
        and (draft.sentence.role is LineRole.BODY or draft.time is not None)
    ):
        return Confidence.HIGH
    return Confidence.MEDIUM
