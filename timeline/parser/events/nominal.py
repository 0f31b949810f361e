"""Encounters told by a noun: "the Oslo summit", "talks between A and B", "the collapse of the talks"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline import edtf

from ..reading import ENCOUNTERS, ActorKind, Kind, Party, Role, Span, Status, TimeWords
from . import lexicon as lex
from .calendar import set_ahead
from .clauses import Clause, segments
from .counting import each_time, occasions
from .draft import FAIR, STRONG, WEAK, Draft, Scene
from .earlier import earlier_visits
from .letters import letter
from .named_acts import named_act, named_invitation, named_resolution, paper, put_off_act
from .nouns import Standing, behind, locate, noun_kind, own_parties, proper_name
from .outlook import STATUS, of_clause
from .phrases import Phrase
from .roles import OTHERS, agents, encounter_kind, subject_parties
from .verdict import TRANSPARENT, VENUES, Verdict, judge
from .when import TELLING, attach, inserted
from .where import destinations, place_in
from .who import AGENT_NOUNS, NOWHERE, Place, distinct, goes_there, of_phrase, of_segments, party, place_name, place_of

_BESIDE_IT = frozenset("during on in after following before at ahead amid".split())
"""Prepositions that put a happening beside what the clause's subject does: "during a visit, she said"."""


def find(scene: Scene, clause: Clause, told: set[Span]) -> Iterator[Draft]:
    """Yield what the noun phrases of a clause name. `told` holds the verbs that tell of something themselves."""
    for phrase in clause.items:
        if phrase.type != "NP":
            continue
        if phrase.head == "those":
            yield from earlier_visits(scene, clause, phrase)
            continue
        act = lex.NAMED_ACTS.get(lex.singular(phrase.head)) if phrase.head else None
        if act is not None and _sets_out(clause, phrase):
            act = None
        kind = None if act else noun_kind(phrase)
        if kind is Kind.VISIT and _is_a_force(clause, phrase, told):
            continue
        if act is not None:
            draft = named_act(scene, clause, phrase, *act)
        else:
            draft = letter(scene, clause, phrase) or _told_by(scene, clause, phrase, kind, told)
        if draft is not None and draft.occasions > 1 and draft.kind in ENCOUNTERS and clause.vp is not None:
            yield from each_time(scene, clause, draft)
        elif draft is not None:
            yield draft
            if act is None and kind in ENCOUNTERS and draft.kind is Kind.CANCELLATION:
                yield from _what_was_called_off(scene, clause, phrase, kind, draft)
            if act is None and draft.status in _ACTS_OF:
                done = list(_act_of_calling_off(scene, clause, draft))
                yield from done
                if any(a.time is not None and a.time is draft.time for a in done):
                    draft.time = None  # the day on which it was called off
                    draft.reasons = [r for r in draft.reasons if r.field != "when"]
            if draft.kind is Kind.VISIT and act is None:
                for place in _goals(scene, clause, phrase)[1:]:
                    yield replace(draft, place=place, reasons=[r for r in draft.reasons if r.field != "place"])


def _sets_out(clause: Clause, phrase: Phrase) -> bool:
    """ "His departure for Lima": a journey, where "from" would make it an act of leaving."""
    rest = segments(behind(clause, phrase))
    return lex.singular(phrase.head) == "departure" and bool(rest) and rest[0].prep in ("for", "to")


def _told_by(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind | None, told: set[Span]) -> Draft | None:
    """What a noun of a kind of happening tells."""
    if phrase.head == "mission" and any(n.kind is ActorKind.ORGANISATION for n in phrase.names):
        return None  # "the UN mission in Mali" is a body
    if kind in ENCOUNTERS:
        return _encounter(scene, clause, phrase, kind, told)
    if kind is Kind.INVITATION:
        return named_invitation(scene, clause, phrase)
    if kind in (Kind.AGREEMENT, Kind.STATEMENT):
        return paper(scene, clause, phrase, kind, told)
    if kind is Kind.SANCTION:
        return put_off_act(scene, clause, phrase)
    return named_resolution(scene, clause, phrase, told) if kind is Kind.RESOLUTION else None


def _is_a_force(clause: Clause, phrase: Phrase, told: set[Span]) -> bool:
    """ "Extended the mandate of its mission in Haiti": a mission on which a body has decided is no journey."""
    vp = clause.vp
    if lex.singular(phrase.head) != "mission" or vp is None or (vp.start, vp.end) not in told:
        return False
    return any(kind is Kind.RESOLUTION and "mission" in words for kind, words in lex.ACTS.get(vp.lemma, ()))


_ACTS_OF = {Status.CANCELLED: Kind.CANCELLATION, Status.POSTPONED: Kind.POSTPONEMENT}


def _act_of_calling_off(scene: Scene, clause: Clause, draft: Draft) -> Iterator[Draft]:
    """ "The visit was called off by the king on May 3": besides the visit, who called it off, and when."""
    if clause.vp is None or not clause.vp.passive or draft.trigger not in [(p.start, p.end) for p in clause.subject]:
        return
    doers = agents(scene, clause, Role.INITIATOR)
    if not doers:
        return
    reasons = [r for r in draft.reasons if r.field == "status"]
    act = replace(
        draft,
        trigger=(clause.vp.start, clause.vp.end),
        kind=_ACTS_OF[draft.status],
        status=Status.HELD,
        parties=distinct([*doers, *draft.parties]),
        time=None,
        named="",
        head=clause.lemma,
        definite=False,
        reasons=reasons,
    )
    act.because("kind", "called-off", act.trigger)
    act.because("actors", "grammar", *((p.start, p.end) for p in act.parties))
    act.time = next((t for p in clause.after if p.type == "TIME" for t in p.times), None)
    if act.time is not None:
        act.because("when", "same-clause", (act.time.start, act.time.end))
    if act.place.words:
        act.because("place", "place-phrase", (act.place.start, act.place.end))
    yield act


def _what_was_called_off(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, act: Draft) -> Iterator[Draft]:
    """ "Called off the summit with Mori that was to have opened in Oslo on June 3": the summit, with its day."""
    beside = [
        c
        for c in scene.clauses
        if c.relation in ("relative", "participle") and c.subject and c.subject[-1] is phrase and c.governor is clause
    ]
    beside += [c for c in scene.clauses if c.relation == "infinitive" and c.governor in beside]
    child = next((c for c in beside if c.vp is not None and c.times and c.lemma not in lex.SAY), None)
    if child is None:
        return
    named, _ = own_parties(scene, clause, phrase)
    parties = (
        distinct(named)
        if kind is Kind.VISIT and named
        else tuple(replace(p, role=Role.PARTICIPANT) for p in act.parties)
    )
    place = place_in(scene, child, child.vp)
    encounter = replace(
        act,
        kind=encounter_kind(kind, parties),
        status=Status.CANCELLED,
        strength=FAIR,
        parties=parties,
        time=child.times[0],
        place=place if place.words else act.place,
        reasons=[r for r in act.reasons if r.field == "actors"],
    )
    encounter.because("kind", "noun", (phrase.start, phrase.end))
    encounter.because("status", "called-off", (clause.vp.start, clause.vp.end))
    encounter.because("when", "same-clause", (child.times[0].start, child.times[0].end))
    if encounter.place.words:
        encounter.because("place", "place-phrase", (encounter.place.start, encounter.place.end))
    yield encounter


def _encounter(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, told: set[Span]) -> Draft | None:
    standing = locate(clause, phrase)
    outer = standing.outer
    around = standing
    transparent = outer is not None and standing.prep == "of" and {outer.head, lex.singular(outer.head)} & TRANSPARENT
    if transparent and outer in clause.items:
        around = locate(clause, outer)
    named, linked = own_parties(scene, clause, phrase)
    if outer is not None and outer.head in _EDGES:  # "on the margins of the summit, the king met with": others met
        named, linked = [p for n in phrase.names if n is not phrase.head_name and (p := party(n)) is not None], False
    verdict = judge(scene, clause, phrase, kind, around, outer, linked, told)
    if verdict is None or (verdict.rule == "spoken-of" and _is_of_a_meeting(clause, standing)):
        return None
    parties, doers = _takers(scene, clause, phrase, kind, standing, verdict, list(named), linked)
    if verdict.act is Kind.CANCELLATION and not doers:
        verdict = replace(verdict, act=None)
    if kind is Kind.VISIT:
        parties = _without_toured(clause, phrase, parties)
    beside = _which(scene, clause, phrase)
    if beside is not None and beside.subject and not beside.inherited:
        parties += [*subject_parties(scene, beside), *of_segments(segments(beside.after), OTHERS)]
        if verdict.strength == WEAK or verdict.rule == "spoken-of":
            outlook = of_clause(beside)
            verdict = replace(verdict, status=STATUS.get(outlook.view), rule=outlook.rule, strength=FAIR)
    final = distinct(parties)
    place = _place(scene, clause, phrase, kind, standing)
    if not place.words:
        place = _place_told_beside(scene, clause, phrase, beside, verdict)
    if kind is Kind.VISIT and place.country:
        final = tuple(p for p in final if p.kind is ActorKind.PERSON or p.name != place.country or len(final) == 1)
    if _too_vague(scene, clause, phrase, verdict, final, place, linked):
        return None
    time, rule = _time(scene, clause, phrase, standing, verdict)
    if beside is not None and beside.times and rule not in ("in-the-phrase", "right-behind"):
        time, rule = beside.times[0], "participle"
    proper = proper_name(scene, phrase, kind)
    draft = Draft(
        scene.sentence,
        (phrase.start, phrase.end),
        verdict.act or encounter_kind(kind, final),
        Status.HELD if verdict.act is not None else verdict.status or Status.HELD,
        _strength(kind, verdict, final, place, time, bool(proper)),
        final,
        head=lex.singular(phrase.head) if phrase.head else "",
        clause=clause,
        named=proper,
    )
    draft.pointed_at = phrase.det in ("this", "that") or _behind_that(clause, phrase)
    draft.definite = draft.pointed_at or phrase.det in _POINTING or bool(phrase.possessors)
    draft.ordinal = next((m for m in phrase.mods if m in _ORDINALS), "")
    draft.because("kind", "noun", (phrase.start, phrase.end))
    draft.because("status", verdict.rule, *verdict.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in final))
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    if place.words:
        draft.place = place
        draft.because("place", "place-phrase", (place.start, place.end))
    draft.occasions = occasions(clause, phrase)
    _by_calendar(scene, draft, verdict)
    return draft


def _behind_that(clause: Clause, phrase: Phrase) -> bool:
    """ "That summit is expected in May": what looks like the opening of a clause points at the noun."""
    at = clause.items.index(phrase) if phrase in clause.items else 0
    return at == 1 and clause.items[0].type == "THAT" and not phrase.det and not phrase.head.endswith("s")


def _without_toured(clause: Clause, phrase: Phrase, parties: list[Party]) -> list[Party]:
    """Of "a tour of Kenya and Uganda" the two are where it goes."""
    if phrase.head not in ("tour", "tours"):
        return parties
    toured = {p.start for s in segments(behind(clause, phrase))[:1] if s.prep == "of" for p in s.phrases}
    return [p for p in parties if p.kind is not ActorKind.STATE or p.start not in toured]


def _place_told_beside(scene: Scene, clause: Clause, phrase: Phrase, beside: Clause | None, verdict: Verdict) -> Place:
    """ "The talks, due to open in Oslo on May 3, were put off"."""
    found = place_in(scene, beside, beside.vp) if beside is not None else NOWHERE
    if found.words or verdict.act is not None:
        return found
    chain = inserted(scene, clause, phrase)
    return next((p for c in chain if (p := place_in(scene, c, c.vp)).words), NOWHERE)


_PAID_TO: dict[str, frozenset[str]] = {"call": frozenset({"on", "to"})} | dict.fromkeys(
    "lunch luncheon dinner breakfast banquet reception".split(), frozenset({"for"})
)
"""Nouns of encounters with the preposition that leads to whom they are given or paid."""
_AMONG_THEM = frozenset({"including"})
_EDGES = frozenset("margins margin sidelines sideline fringes periphery".split())
_POINTING = frozenset("the this that these those his her their its".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_OWNED = frozenset("his her its their our my".split())
_HOSTING = {"host": Role.HOST} | dict.fromkeys(("mediate", "broker", "facilitate", "sponsor"), Role.MEDIATOR)


def _takers(
    scene: Scene,
    clause: Clause,
    phrase: Phrase,
    kind: Kind,
    standing: Standing,
    verdict: Verdict,
    parties: list[Party],
    linked: bool,
) -> tuple[list[Party], list[Party]]:
    """Who takes part: those whom the noun's phrase names, and whom the clause adds; and who did what is told of it."""
    if kind is Kind.VISIT and not parties and _beside(standing, clause, phrase) and phrase.det != "the":
        people = [p for p in subject_parties(scene, clause) if p.kind is ActorKind.PERSON]
        if people:
            return people, []  # "ahead of a visit to Lima, Soto said"
    if standing.side == "subject":
        parties = _beside_subject(scene, clause, phrase, kind, standing, parties, linked)
        doers = agents(scene, clause, Role.INITIATOR) if verdict.act is not None and clause.vp is not None else []
        return [*doers, *parties, *_hosts(scene, clause, phrase)], doers
    if standing.prep == "since" and not parties:
        parties = _those_of_the_next(scene, clause, phrase)
    subject = _doing(scene, clause)
    outer = standing.outer
    beside = standing.prep
    if outer is not None and outer in clause.after and standing.prep == "of":
        beside = locate(clause, outer).prep  # "following the collapse of talks with Chad"
    owned = phrase.det in _OWNED
    theirs = _of_subject(kind, phrase, standing, subject)
    if theirs and not parties:
        return [*theirs, *_hosts(scene, clause, phrase)], []
    if not verdict.joins and beside in _BESIDE_IT and len(parties) == 1 and linked:
        parties = [*subject_parties(scene, clause), *parties]  # "seized the town after talks with Chad failed"
    if kind is Kind.VISIT and standing.prep in ("on", "during") and not parties:
        along = [p for one in clause.after[: clause.after.index(phrase)] if one.type == "NP" for p in of_phrase(one)]
        parties = [*subject, *(p for p in along if p.kind is ActorKind.PERSON)]
    if phrase.det == "their" and len(subject) == 1 and subject[0].kind is ActorKind.PERSON and not parties:
        along = [p for one in clause.after[: clause.after.index(phrase)] if one.type == "NP" for p in of_phrase(one)]
        subject = along or subject  # "he made that clear to the two ministers during their visit"
    if verdict.joins or (owned and not parties):
        if not any(s.prep in ("between", "among") for s in segments(behind(clause, phrase))):
            parties = [*subject, *parties]
    elif owned and verdict.act is None:
        parties = [*subject[:1], *parties]
    parties = [*parties, *_added(clause, phrase, linked, subject)]
    doers = agents(scene, clause, Role.INITIATOR) if verdict.act is not None else []
    parties = [*doers, *parties]
    if outer is not None and verdict.act is Kind.INVITATION:
        parties += [p for name in outer.names if (p := party(name)) is not None]
    return [*parties, *_hosts(scene, clause, phrase)], doers


def _those_of_the_next(scene: Scene, clause: Clause, phrase: Phrase) -> list[Party]:
    """ "Their first meeting since the dinner in Lima": the dinner was theirs too."""
    before = clause.after[: clause.after.index(phrase)]
    led = next((i for i in range(len(before) - 1, -1, -1) if before[i].low == "since"), 0)
    later = next((p for p in reversed(before[:led]) if p.type == "NP" and noun_kind(p) in ENCOUNTERS), None)
    return own_parties(scene, clause, later)[0] if later is not None else []


def _is_of_a_meeting(clause: Clause, standing: Standing) -> bool:
    """ "The first meeting of the dialogue": told by the meeting."""
    outer = standing.outer
    return (
        standing.prep == "of" and outer is not None and outer in clause.items and outer.head in ("meeting", "session")
    )


def _beside_subject(
    scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, standing: Standing, parties: list[Party], linked: bool
) -> list[Party]:
    """Whom the subject adds to what stands in front of the verb: "during a visit, she said"."""
    alone = not parties or (len(parties) == 1 and linked)
    body = kind in (Kind.SUMMIT, Kind.CONFERENCE) and parties
    if standing.prep not in _BESIDE_IT or clause.vp is None or not alone or body:
        return parties
    parties = [*subject_parties(scene, clause), *parties]
    if phrase.head in _PAID_TO and not linked:  # "in a phone call to the king, she said"
        parties += of_segments(segments(behind(clause, phrase), opening=True)[:1], _PAID_TO[phrase.head])
    return parties


def _beside(standing: Standing, clause: Clause, phrase: Phrase) -> bool:
    """Whether a visit stands beside what its visitor does: "after", "ahead of", "on the eve of", "fresh from"."""
    if standing.prep in ("after", "before", "following", "from", "during", "on"):
        return clause.vp is not None
    items = clause.subject if phrase in clause.subject else clause.after
    at = items.index(phrase)
    ahead = at >= 2 and items[at - 2].low == "ahead"
    return standing.prep == "of" and (ahead or _at_one_end(standing))


def _at_one_end(standing: Standing) -> bool:
    """ "On the eve of a visit", "at the start of a tour"."""
    return standing.outer is not None and standing.outer.head in ("eve", "start", "beginning", "outset", "end", "close")


_HELD = frozenset("hold have attend conduct host chair begin start open take conclude pay make end".split())


def _which(scene: Scene, clause: Clause, phrase: Phrase) -> Clause | None:
    """The relative clause that tells of it: "the talks which Soto held with Mori", "…, which began in May"."""
    for child in scene.clauses:
        if child.relation == "relative" and child.governor is clause and child.antecedent is phrase and child.vp:
            held = child.vp.lemma in _HELD and not child.vp.negated
            return child if held and of_clause(child).view in STATUS else None
    return None


def _doing(scene: Scene, clause: Clause) -> list[Party]:
    """The parties of the subject, where it does something itself: "Chad said it was ready to hold talks"."""
    if clause.vp is not None and clause.vp.passive and clause.lemma not in ("invite", "schedule", "expect", "set"):
        return []
    found = subject_parties(scene, clause)
    if not found and clause.relation == "infinitive" and clause.inherited and clause.governor is not None:
        return subject_parties(scene, clause.governor)
    return found


def _added(clause: Clause, phrase: Phrase, linked: bool, subject: list[Party]) -> list[Party]:
    """Whom "including" adds, and who gives or pays an encounter to whom: "a dinner for the king", "a call on"."""
    rest = segments(behind(clause, phrase))
    if linked:
        return of_segments(rest, _AMONG_THEM)
    if phrase.head not in _PAID_TO:
        return []
    guests = of_segments(rest[:1], _PAID_TO[phrase.head])
    return [*subject, *guests] if clause.lemma in ("host", "give", "hold", "pay", "throw") else guests


def _of_subject(kind: Kind, phrase: Phrase, standing: Standing, subject: list[Party]) -> list[Party]:
    """ "Chad and Niger agreed to a truce after talks in Lima": talks of nobody else are those of the two sides."""
    bare = phrase.det in ("", "a", "an") and kind in (Kind.TALKS, Kind.MEETING, Kind.CALL)
    if not bare or standing.prep not in ("after", "following", "during", "in", "at"):
        return []
    return subject if len({p.state or p.name for p in subject}) > 1 else []


def _hosts(scene: Scene, clause: Clause, phrase: Phrase) -> list[Party]:
    for child in scene.clauses:
        role = _HOSTING.get(child.lemma)
        beside = child.governor is clause and child.relation == "participle" and child.subject[-1:] == [phrase]
        if role is not None and beside:
            return [replace(p, role=role) for p in agents(scene, child, role)]
    role = _HOSTING.get(clause.lemma)
    return [replace(p, role=role) for p in agents(scene, clause, Role.HOST)] if role is not None else []


def _of_others(clause: Clause, phrase: Phrase, linked: bool) -> bool:
    """ "Talks with the airline", "negotiations between two banks", "the band's visit": nobody acts for a state."""
    for part in segments(behind(clause, phrase)):
        if part.prep in ("with", "between", "among") and linked:
            heads = [p.head or p.low for p in part.phrases]
            return not any(h in AGENT_NOUNS or lex.singular(h) in AGENT_NOUNS or h in _ANYBODY for h in heads)
    if phrase.det in _OWNED and not phrase.possessors and clause.vp is not None and phrase in clause.after:
        heads = [p.head for p in clause.subject if p.type == "NP"]
        return bool(heads) and not any(h in AGENT_NOUNS or h in _ANYBODY for h in heads) and not clause.vp.passive
    return False


_ANYBODY = frozenset(
    """
    he she it they we i you them him her us both two three four five six who which counterpart counterparts
    mediators visitors others sides allies parties neighbours neighbors enemies rivals factions guests hosts
    pontiff pope monarch lawmakers americans
    """.split()
)


_COMING = frozenset({"arrival", "departure"})


def _too_vague(
    scene: Scene,
    clause: Clause,
    phrase: Phrase,
    verdict: Verdict,
    parties: tuple[Party, ...],
    place: Place,
    linked: bool,
) -> bool:
    """Whether a noun that often means no happening between states ("a call", "a stop") has nobody to make it one."""
    single = lex.singular(phrase.head) if phrase.head else ""
    dated = clause.times or any(c.times for c in scene.clauses if c.governor is clause and c.relation == "infinitive")
    told = verdict.strength == STRONG and (place.words or (phrase.head == "talks" and dated))
    if single in lex.NEEDS_PARTY and not parties and not told:
        return True
    if single in _COMING and not (place.words and any(p.kind is ActorKind.PERSON for p in parties)):
        return True
    counted = any(m in _ORDINALS or m in ("new", "next", "final", "last") for m in phrase.mods)
    if single == "round" and (
        (phrase.det in ("a", "an") and not counted) or any(s.prep == "of" for s in segments(behind(clause, phrase))[:1])
    ):
        return True  # "a round of golf"; a round of talks is told by the talks
    if verdict.act is not None:
        return False
    if single in ("tour", "stop", "mission", "travel", "trip", "visit") and not place.words and not parties:
        return True
    if single in ("call", "conversation", "discussion") and not parties:
        return True
    if not parties and _of_others(clause, phrase, linked):
        return True
    talk = (
        not told and single in ("call", "talk", "conversation", "discussion", "deal") and verdict.status is Status.HELD
    )
    return talk and len(parties) < 2 and not linked


def _time(
    scene: Scene, clause: Clause, phrase: Phrase, standing: Standing, verdict: Verdict
) -> tuple[TimeWords | None, str]:
    time, rule = attach(scene, clause, phrase)
    if rule in ("same-clause", "clause-above") and (
        standing.prep in _NOT_WITH or (verdict.rule == "spoken-of" and standing.prep in ("of", "about"))
    ):  # "gave his account of the summit on Friday"
        return None, ""
    if verdict.rule == "before-it" and rule in ("same-clause", "clause-above") and not _is_ahead(scene, time):
        return None, ""  # "visited Lima on Monday ahead of a summit"
    ahead = verdict.rule == "modifier" and verdict.status is Status.PLANNED and "upcoming" in phrase.mods
    if ahead and rule in ("same-clause", "clause-above") and not _is_ahead(scene, time):
        return None, ""  # "spoke on Monday of the upcoming visit"
    if time is not None and (time.edtf or "").endswith("/..") and verdict.strength != STRONG:
        return None, ""  # "since February" dates what has been so since, not the happening
    return time, rule


def _is_ahead(scene: Scene, time: TimeWords | None) -> bool:
    if time is None or time.edtf is None or scene.published is None:
        return False
    _, latest = edtf.bounds(time.edtf)
    return latest is None or latest > scene.published


_NOT_WITH = frozenset("after before following since ahead until".split())
"""Prepositions behind which a happening is not of the day of its clause."""


def _strength(
    kind: Kind, verdict: Verdict, parties: tuple[Party, ...], place: Place, time: TimeWords | None, proper: bool
) -> int:
    told = verdict.strength
    if verdict.status is None and verdict.act is None:
        return WEAK
    anchors = (
        (len(parties) >= 2)
        + bool(place.words)
        + (time is not None and time.edtf is not None)
        + (len(parties) == 1) * 0.5
    )
    if told == STRONG:
        return STRONG if anchors or proper else WEAK
    if told == FAIR:
        return FAIR if anchors >= 1 else WEAK
    if kind is Kind.VISIT and place.words and any(p.kind is ActorKind.PERSON for p in parties):
        return FAIR  # "on a visit to Lima, the envoy said"
    return FAIR if anchors >= 2 else WEAK


def _goals(scene: Scene, clause: Clause, phrase: Phrase) -> list[Place]:
    """Where a visit goes: "his trip to Riga, Latvia, and Oslo"; not where it was agreed on."""
    if clause.lemma in TELLING:
        led = [p for s in segments(behind(clause, phrase)) if s.prep == "in" for p in s.phrases]
        cut = [p for p in behind(clause, phrase) if p not in led]
        return destinations(scene, Clause(vp=None, after=cut), direct=False)
    after = behind(clause, phrase)
    end = next((i for i, p in enumerate(after) if p.low in ("after", "following")), len(after))  # "after those to Riga"
    return destinations(scene, Clause(vp=None, after=after[:end]), direct=False)


def _place(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, standing: Standing) -> Place:
    beside = [n for n in phrase.names if n is not phrase.head_name and (n.kind is None or n.as_place)]
    if kind is Kind.VISIT:
        beside = beside or [n for n in phrase.names if goes_there(n, phrase)]
    if kind is Kind.VISIT:
        goals = _goals(scene, clause, phrase)
        after = behind(clause, phrase)
        if goals and not (beside and not (after and after[0].low == "to")):
            return goals[0]
        if clause.lemma in TELLING and not beside and phrase in clause.after:
            return NOWHERE
    if beside:
        region = beside[0].kind is None and not beside[0].state
        town = place_in(scene, Clause(after=behind(clause, phrase)), phrase) if region else NOWHERE
        return town if town.words else place_of(beside[:1], scene.text)
    if standing.outer is not None and standing.outer.head in VENUES:
        offered = [n for p in clause.after[:3] for n in p.names if p.type == "NP" and place_name(n)]
        if offered:
            return place_of(offered[:1], scene.text)  # "offered Lima as a venue for talks"
    if standing.prep in ("after", "before", "following", "since", "ahead"):
        return place_in(scene, Clause(after=behind(clause, phrase)), phrase)
    if (
        standing.prep in ("for", "in")
        and clause.vp is not None
        and any(e["frame"] == "travel" for e in lex.VERBS.get(clause.vp.lemma, ()))
    ):
        goals = destinations(scene, clause, direct=clause.vp.lemma in ("visit", "tour"))
        if goals:
            return goals[0]
    found = place_in(scene, clause, phrase)
    if found.words and not (found.words == found.country and _is_topic(scene, phrase, found)):
        return found
    found = NOWHERE
    if phrase in clause.subject and kind is not Kind.VISIT:  # "in Helsinki talks were held"
        return place_in(scene, Clause(after=clause.subject[: clause.subject.index(phrase)]), phrase)
    beside_it = standing.prep in ("during", "on") or (standing.prep == "of" and _at_one_end(standing))
    if kind is Kind.VISIT and beside_it and phrase in clause.after:
        return place_in(
            scene, Clause(after=clause.after[: clause.after.index(phrase)]), phrase
        )  # "spoke in Hanoi on a tour"
    return found


def _is_topic(scene: Scene, phrase: Phrase, place: Place) -> bool:
    """ "The conference on stability in Libya": the country is what it is about."""
    return phrase.end < place.start and any(w in scene.text[phrase.end : place.start] for w in (" on ", " about "))


def _by_calendar(scene: Scene, draft: Draft, verdict: Verdict) -> None:
    """The calendar corrects what was only guessed from position: a day behind us is no plan, one ahead no fact."""
    if (
        scene.published is None
        or draft.time is None
        or draft.time.edtf is None
        or verdict.strength == STRONG
        or draft.kind not in ENCOUNTERS
    ):
        return
    set_ahead(draft, scene)
    earliest, latest = edtf.bounds(draft.time.edtf)
    span = (draft.time.start, draft.time.end)
    if draft.status is Status.HELD and earliest is not None and earliest > scene.published:
        draft.status = Status.PLANNED
        draft.reasons = [r for r in draft.reasons if r.field != "status"]
        draft.because("status", "day-ahead", span)
    elif draft.status is Status.PLANNED and latest is not None and latest < scene.published:
        draft.status = Status.HELD
        draft.reasons = [r for r in draft.reasons if r.field != "status"]
        draft.because("status", "day-past", span)
