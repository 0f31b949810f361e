"""Happenings told by a verb: "met", "will travel to", "hosted", "condemned".

Each frame (kinds.toml) says how its parties stand; the clause's outlook says whether it happened, is planned, or is
only thought of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..reading import ENCOUNTERS, ActorKind, Kind, LineRole, Role, Status
from . import acts, agreeing, bodies, journeys, orders, statements
from . import lexicon as lex
from .bare_passives import turn_passive
from .clauses import Clause, Segment, segments
from .counting import each_time, occasions
from .draft import FAIR, STRONG, Draft, Scene
from .idioms import idiom
from .nouns import noun_kind
from .outlook import ACT_STATUS, STATUS, Outlook, View, of_clause
from .phrases import Phrase
from .roles import (
    OTHERS,
    acts_for_somebody,
    agents,
    encounter_kind,
    leaders_meet,
    make,
    objects,
    set_place,
    subject_parties,
)
from .where import destinations, place_in
from .who import AGENT_NOUNS, Place, distinct, of_phrase, of_segments, party


def find(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield what a clause's verb tells."""
    vp = clause.vp
    if vp is None:
        return
    turn_passive(clause)
    told = list(idiom(scene, clause)) or list(acts.acts(scene, clause, vp))
    told = told or list(agreeing.in_force(scene, clause, vp))
    if told:
        yield from told
        return
    entries = lex.VERBS.get(clause.lemma) or lex.VERBS.get(vp.lemma) or ()
    for entry in entries:
        if "particle" in entry and (clause.lemma == vp.lemma or clause.lemma.split()[1] not in entry["particle"]):
            continue
        if "particle" not in entry and clause.lemma != vp.lemma:
            onward = entry["frame"] == "travel" and clause.lemma.split()[1] in ("on", "off", "out", "over")
            if not onward:  # "went on to Lima"
                continue
        outlook = of_clause(clause)
        drafts = list(_FRAMES[entry["frame"]](scene, clause, entry["kind"], outlook))
        if len(drafts) == 1 and drafts[0].kind in ENCOUNTERS:
            drafts[0].occasions = occasions(clause, vp)
            drafts = list(each_time(scene, clause, drafts[0])) if drafts[0].occasions > 1 else drafts
        yield from drafts
        if drafts and entry["frame"] in ("mutual", "phone", "see", "receive"):
            yield from _and_another(scene, clause, drafts[0])
        if drafts:
            return
    if scene.sentence.role is LineRole.CAPTION and vp.lemma in _PICTURED:
        yield from _pictured(scene, clause)
    for reader in _READERS.get(vp.lemma, ()):
        drafts = list(reader(scene, clause))
        yield from drafts
        if drafts:
            return


def _and_another(scene: Scene, clause: Clause, first: Draft) -> Iterator[Draft]:
    """ "Telephoned the king on Monday and the emir a day later": the verb is said once for both."""
    items = clause.after
    for at, item in enumerate(items[1:-1], 1):
        if item.type != "CONJ" or item.low != "and" or not any(p.type == "TIME" for p in items[:at]):
            continue
        rest = items[at + 2 :] if items[at + 1].low == "with" else items[at + 1 :]
        people = [p for p in of_phrase(rest[0]) if p.kind is ActorKind.PERSON] if rest and rest[0].type == "NP" else []
        time = next((t for p in rest[1:6] if p.type == "TIME" for t in p.times if t.edtf is not None), None)
        if not people or time is None or any(p.name in {q.name for q in first.parties} for p in people):
            continue
        parties = distinct([*subject_parties(scene, clause), *people])
        draft = replace(first, parties=parties, time=time, place=Place(), trigger=(rest[0].start, rest[0].end))
        draft.reasons = [r for r in first.reasons if r.field in ("kind", "status")]
        draft.because("actors", "grammar", *((p.start, p.end) for p in parties))
        draft.because("when", "same-clause", (time.start, time.end))
        set_place(scene, draft, place_in(scene, Clause(after=rest[1:]), rest[0]))
        yield draft


_HOW_OFTEN = frozenset("times time hours hour minutes days".split())
"""What stands where an object would and is none: "met three times"."""


_ASIDE = frozenset("after before following during ahead amid since despite".split())


def _before_happening(clause: Clause) -> list[Segment]:
    """What stands behind a verb before another happening is named: "spoke in Lima | after talks with the king"."""
    kept: list[Segment] = []
    for part in segments(clause.after):
        if part.prep in _ASIDE and any(noun_kind(p) in ENCOUNTERS for p in part.phrases):
            break
        kept.append(part)
    return kept


def _mutual(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    for one in _others_on_another_day(clause) or (clause,):
        yield from _meeting(scene, one, kind, outlook)


def _meeting(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    vp = clause.vp
    if vp.passive and vp.lemma in ("meet", "encounter"):
        return
    status = STATUS.get(outlook.view)
    parts = _before_happening(clause)
    direct = [p for p in objects(clause) if p.head not in _HOW_OFTEN] if not vp.passive else []
    others = [p for phrase in direct for p in of_phrase(phrase)] + of_segments(parts, OTHERS)
    if clause.lemma in ("negotiate", "confer", "consult"):
        others = of_segments(parts, OTHERS)
        direct = []
    mine = subject_parties(scene, clause)
    for child in scene.clauses:
        if child.governor is clause and child.relation == "infinitive":  # "met to discuss fish, alongside the Dutch"
            others += of_segments(segments(child.after), frozenset({"alongside", "along"}))
        if child.governor is clause and child.relation == "participle" and child.lemma == "represent":
            others += [p for one in objects(child) for p in of_phrase(one)]  # "counterparts representing Chad and Togo"
            clause.after.extend(_when_and_where(child))
    if direct and not others and not any(acts_for_somebody(p) for p in direct):
        return
    parties = distinct([*mine, *others])
    plural = _is_plural(clause.subject)
    if outlook.view is View.REFUSED and parties:
        draft = make(scene, clause, Kind.INVITATION, outlook, Status.HELD, [*mine, *others])
        yield draft
        return
    if status is None:
        return
    if not parties:
        yield from _unnamed(scene, clause, kind, outlook, status)
        return
    with_somebody = (
        bool(others)
        or any(s.prep == "with" and any(acts_for_somebody(p) for p in s.phrases) for s in parts)
        or bool(direct)
    )
    body = len(parties) == 1 and parties[0].kind is ActorKind.ORGANISATION and not direct
    if not with_somebody and len(parties) < 2 and not plural and not body:
        return
    if not with_somebody and len(parties) == 1 and parties[0].kind is ActorKind.ORGANISATION and kind is Kind.MEETING:
        officials = any(p.head in ("officials", "officers", "experts") for p in clause.subject)
        kind = Kind.SUMMIT if leaders_meet(clause) else kind if officials else Kind.CONFERENCE
    draft = make(
        scene,
        clause,
        encounter_kind(kind, parties),
        outlook,
        status,
        [*mine, *others],
        STRONG if len(parties) > 1 else FAIR,
    )
    if status is Status.ONGOING and vp.lemma == "meet" and draft.time is None:
        draft.status = Status.HELD
    if status is Status.ONGOING and draft.time is not None and journeys.is_ahead(scene, draft):
        draft.status = Status.PLANNED
    _upgrade_by_purpose(draft, parts)
    set_place(scene, draft, _place_of_meeting(scene, clause))
    yield draft


def _others_on_another_day(clause: Clause) -> tuple[Clause, Clause] | None:
    """ "Officers will meet on 3 May and envoys on 9 May": the verb is said once for two meetings."""
    items = [p for p in clause.after if p.type != "ADV"]
    at = next((i for i, (p, q) in enumerate(pairwise(items), 1) if p.type == "TIME" and q.low == "and"), len(items))
    first, rest = items[:at], items[at + 1 :]
    if not rest or rest[0].type != "NP" or rest[0].times or not _is_plural(clause.subject):
        return None
    if not (rest[0].head in _PLURALS or rest[0].head_name is not None):
        return None
    end = next((i for i, p in enumerate(rest) if p.low in ("on", "in", "at") or p.type == "TIME"), len(rest))
    types = {p.type for p in rest[end:]}
    if "TIME" not in types or types - {"PREP", "NP", "TIME"} or {p.type for p in rest[:end]} - {"PREP", "NP", "CONJ"}:
        return None
    return replace(clause, after=first), replace(clause, subject=rest[:end], after=rest[end:], inherited=False)


def _when_and_where(clause: Clause) -> list[Phrase]:
    """Of "representing Chad and Togo in Oslo on Monday" what says when and where: it is of the verb above."""
    at = next((i for i, p in enumerate(clause.after) if p.type == "PREP" and p.low in ("in", "on", "at")), None)
    if at is None:
        return []
    taken = clause.after[at:]
    del clause.after[at:]
    return taken


_THE_TWO = frozenset(
    "they both two three leaders ministers presidents delegations negotiators sides officials envoys".split()
)


_EXPERTS = frozenset("teams experts technicians parties commanders chiefs delegates mediators heads".split())
"""Those whose meeting is told only with its day and its place."""


_NO_OFFICERS = frozenset(
    """
    executives companies firms banks clubs teams players men women brothers sisters families couples fighters
    boxers bosses owners directors unions parties groups gangs friends rivals
    """.split()
)


_PLURALS = frozenset(w for w in AGENT_NOUNS if w.endswith("s"))


def _unnamed(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook, status: Status) -> Iterator[Draft]:
    """ "The two met in Doha on Monday": a happening of people who are named elsewhere, where its day is told."""
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    acted_on = [p for p in objects(clause) if p.head not in _HOW_OFTEN]
    if clause.relation not in ("main", "coordinate", "that") or acted_on or not subject:
        return
    placed = bool(clause.times) and bool(place_in(scene, clause, clause.vp).words)
    many = any(
        (placed and p.head in _EXPERTS)
        or p.head in _THE_TWO
        or ("two" in p.mods and p.head not in _NO_OFFICERS)
        or p.head in AGENT_NOUNS & _PLURALS
        for p in subject
    )
    if not many or any(p.names for p in subject):
        return
    if any(p.head in ("heads", "presidents", "leaders", "kings") for p in subject) and kind is Kind.MEETING:
        kind = Kind.SUMMIT
    draft = make(scene, clause, kind, outlook, status, [], FAIR)
    set_place(scene, draft, _place_of_meeting(scene, clause))
    if (draft.time is not None and draft.time.edtf is not None) or (draft.place.words and status is Status.ONGOING):
        yield draft


def _place_of_meeting(scene: Scene, clause: Clause) -> Place:
    """In the clause itself, or where the journey goes: "flew to Doha to meet", "to Lima, where he will meet"."""
    place = place_in(scene, clause, clause.vp)
    above = clause.governor
    led_here = clause.relation in ("infinitive", "gerund") or clause.intro == "where"
    if place.words or not led_here or above is None or above.vp is None:
        return place
    if any(e["frame"] == "travel" for e in lex.VERBS.get(above.vp.lemma, ())):
        goals = destinations(scene, above, direct=above.vp.lemma in ("visit", "tour"))
        return goals[-1] if goals and (len(goals) == 1 or clause.intro == "where") else place
    return place_in(scene, above, above.vp) if clause.intro == "where" else place


def _upgrade_by_purpose(draft: Draft, parts: list[Segment]) -> None:
    """ "Met for a summit": the noun says what the meeting is."""
    for part in parts:
        if part.prep in ("for", "at", "in"):
            for phrase in part.phrases:
                if phrase.head == "summit" and part.prep == "for":
                    draft.kind = Kind.SUMMIT
                    draft.because("kind", "noun", (phrase.start, phrase.end))


def _is_plural(subject: list[Phrase]) -> bool:
    phrases = [p for s in segments(subject, opening=True) if s.prep == "" for p in s.phrases]
    return len(phrases) > 1 or any(
        (p.head in AGENT_NOUNS and p.head.endswith("s")) or p.head in ("they", "we", "both", "two") for p in phrases
    )


_PICTURED = frozenset(
    """
    walk pose shake stand talk sit stroll chat hug toast smile greet wave arrive attend listen embrace
    applaud look speak review
    """.split()
)


def _pictured(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """A caption that shows two people together tells of their meeting."""
    parts = segments(clause.after)
    people = [
        *subject_parties(scene, clause),
        *of_segments(parts, frozenset({"with", "beside", "alongside", "near", "by"})),
    ]
    if clause.vp.lemma in ("greet", "hug", "embrace"):
        people += [p for phrase in objects(clause) for p in of_phrase(phrase)]
    parties = distinct(p for p in people if p.kind is ActorKind.PERSON)
    if len(parties) < 2 or len({p.state or p.name for p in parties}) < 2:
        return
    if any(p.head in lex.NOUNS for p in scene.phrases):
        return
    outlook = of_clause(clause)
    if outlook.view not in (View.FACT, View.NOW):
        return
    draft = make(scene, clause, encounter_kind(Kind.MEETING, parties), outlook, Status.HELD, list(parties), FAIR)
    if draft.time is None and scene.times:
        draft.time = next((t for t in scene.times if t.edtf is not None), None)
    set_place(scene, draft, place_in(scene, clause, clause.vp))
    yield draft


def _speak(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    if status is None or clause.vp.passive:
        return
    parts = _before_happening(clause)
    others = of_segments(parts, frozenset({"with", "to"}))
    mine = subject_parties(scene, clause)
    people = [p for p in others if p.kind is ActorKind.PERSON or p.office]
    led = ("with", "to") if clause.vp.lemma == "talk" and outlook.view in (View.NOW, View.FACT) else ("with",)
    official = any(acts_for_somebody(p) for s in parts if s.prep in led for p in s.phrases)
    if outlook.view is View.NOW:
        status = Status.HELD
    remote = any(w in scene.low for w in (" phone", "telephone", " by video", "video call", "videoconf"))
    both = len({p.name for p in mine if p.kind is ActorKind.PERSON}) > 1 and _is_plural(clause.subject)
    if remote and not mine and not others:
        yield from _unnamed(scene, clause, kind, outlook, status)
        return
    said_remote = remote and any(p.kind is ActorKind.PERSON for p in others)
    if not (mine or said_remote) or not (people or (others and official) or (both and remote)):
        return
    if clause.vp.lemma not in ("speak", "write") and not remote:
        kind = Kind.TALKS if len(people) + len(mine) > 0 else kind
    draft = make(scene, clause, kind, outlook, status, [*mine, *others])
    if len(draft.parties) < 2 and not said_remote:
        return
    yield draft


def _see(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The envoy saw the king on Monday": of two officials, with a day or place, to see is to meet."""
    status = STATUS.get(outlook.view)
    mine = [p for p in agents(scene, clause) if p.kind is ActorKind.PERSON]
    others = [p for phrase in objects(clause)[:2] for p in of_phrase(phrase) if p.kind is ActorKind.PERSON]
    served = {p.state for p in (*mine, *others)}
    if status is None or not mine or not others or len(served) < 2:
        return
    if not (clause.times or place_in(scene, clause, clause.vp).words or outlook.view is View.PLAN):
        return
    beside = any(s.prep == "as" for s in segments(clause.after))
    if beside or any(c.governor is clause and c.relation in ("gerund", "participle") for c in scene.clauses):
        return  # "saw the minister leaving", "saw him as a friend"
    parties = distinct([*mine, *others])
    draft = make(scene, clause, encounter_kind(kind, parties), outlook, status, [*mine, *others])
    set_place(scene, draft, _place_of_meeting(scene, clause))
    yield draft


def _discuss(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    others = of_segments(segments(clause.after), OTHERS)
    if outlook.view is not View.FACT or not any(p.kind is ActorKind.PERSON for p in others):
        return
    yield make(scene, clause, kind, outlook, Status.HELD, [*subject_parties(scene, clause), *others], FAIR)


def _phone(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    direct = objects(clause)
    if status is None or clause.vp.passive or not direct:
        return
    people = [p for p in direct[:3] if any(q.kind is ActorKind.PERSON for q in of_phrase(p))]
    if len(direct) > 1 and len(people) != 1:
        return
    direct = people or direct  # "rang his Danish opposite number, Lars Holm"
    others = of_phrase(direct[0])
    mine = subject_parties(scene, clause)
    if not mine or not any(p.kind is ActorKind.PERSON for p in others):
        return
    if clause.vp.lemma == "call":
        items = [p for p in clause.after if p.type != "ADV"]
        at = items.index(direct[0]) if direct[0] in items else 0
        behind = items[at + 1] if at + 1 < len(items) else None
        if behind is not None and not (
            behind.type in ("TIME", "STOP", "CONJ") or behind.low in ("after", "before", "about", "on", "by")
        ):
            return
    yield make(scene, clause, kind, outlook, status, [*mine, *others])


def _turned_away(scene: Scene, clause: Clause, outlook: Outlook) -> Iterator[Draft]:
    """ "The king refused to receive the envoy": an encounter was asked for and declined."""
    hosts = agents(scene, clause, Role.INITIATOR)
    guests = [p for phrase in objects(clause) for p in of_phrase(phrase)]
    if hosts and guests and clause.vp.lemma in ("receive", "host"):
        yield make(scene, clause, Kind.INVITATION, outlook, Status.HELD, [*hosts, *guests])


def _receive(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    if outlook.view is View.REFUSED:
        yield from _turned_away(scene, clause, outlook)
    if status is None:
        return
    hosts = agents(scene, clause, Role.HOST)
    guests = [p for phrase in objects(clause) for p in of_phrase(phrase)]
    agent_noun = any(p.head in AGENT_NOUNS for p in objects(clause))
    told = clause.times or place_in(scene, clause, clause.vp).words
    somebody = any(
        p.head in journeys.OFFICERS or p.head in ("he", "she", "him", "her", "they") for p in objects(clause)
    )
    if told and somebody and not guests and any(p.kind is ActorKind.PERSON for p in hosts):
        if clause.vp.lemma == "receive":
            draft = make(scene, clause, kind, outlook, status, hosts, FAIR)
            set_place(scene, draft, place_in(scene, clause, clause.vp))
            yield draft
        return
    if not hosts or not (any(p.kind is ActorKind.PERSON for p in guests) or (agent_noun and guests)):
        return
    if clause.vp.lemma in ("welcome", "greet") and not (
        clause.times or place_in(scene, clause, clause.vp).words or any(s.prep == "to" for s in segments(clause.after))
    ):
        return
    parties = distinct([*hosts, *guests])
    if len(parties) < 2:
        return
    draft = make(scene, clause, encounter_kind(kind, parties), outlook, status, [*hosts, *guests])
    place = place_in(scene, clause, clause.vp)
    if not place.words and clause.vp.lemma == "welcome":
        to = destinations(scene, clause, direct=False)
        place = to[0] if to else place
    set_place(scene, draft, place)
    yield draft


def _sit(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The council sat for ten hours on Monday": a body in session."""
    bodies = [p for p in subject_parties(scene, clause) if p.kind is ActorKind.ORGANISATION]
    if clause.times and len(bodies) == 1 and not any(s.prep in ("on", "in") for s in segments(clause.after)):
        yield from _convene(scene, clause, kind, outlook)


def _convene(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    vp = clause.vp
    if vp.passive and not any(s.prep == "by" for s in segments(clause.after)) and vp.lemma in ("gather", "assemble"):
        vp.passive = False  # "leaders are gathered in Quito"
        status = Status.ONGOING if outlook.view is View.FACT and vp.tense == "present" else status
    if status is not None and not vp.passive and objects(clause):
        yield from _gathered(scene, clause, outlook, status)
        return
    if status is None or vp.passive:
        return
    mine = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), OTHERS)])
    people = [p for p in mine if p.kind is ActorKind.PERSON]
    plural = _is_plural(clause.subject)
    if not mine and not (plural and place_in(scene, clause, clause.vp).words):
        return
    if mine and not (len(mine) > 1 or plural or mine[0].kind is ActorKind.ORGANISATION):
        return
    if not mine and any(p.head in ("leaders", "heads", "presidents") for p in clause.subject):
        kind = Kind.SUMMIT
    if not people and len(mine) == 1 and mine[0].kind is ActorKind.ORGANISATION:
        kind = Kind.SUMMIT if leaders_meet(clause) else Kind.CONFERENCE
    draft = make(scene, clause, encounter_kind(kind, mine), outlook, status, list(mine))
    _upgrade_by_purpose(draft, segments(clause.after))
    set_place(scene, draft, place_in(scene, clause, clause.vp))
    yield draft


def _gathered(scene: Scene, clause: Clause, outlook: Outlook, status: Status) -> Iterator[Draft]:
    """ "The president convened the region's leaders in Abuja": a host, and those whom he gathers."""
    hosts = agents(scene, clause, Role.HOST)
    called = [p for p in objects(clause)[:4] if p.head in _PLURALS or p.head_name is not None]
    guests = [p for one in called for p in of_phrase(one)]
    place = place_in(scene, clause, clause.vp)
    if not hosts or not called or not place.words or clause.vp.lemma == "reconvene":
        return
    leaders = any(p.head in ("leaders", "presidents", "heads", "premiers") for p in called)
    kind = Kind.SUMMIT if leaders and hosts[0].kind is ActorKind.PERSON else Kind.CONFERENCE
    draft = make(scene, clause, kind, outlook, status, [*hosts, *guests])
    set_place(scene, draft, place)
    yield draft


def _statement(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    if outlook.view not in (View.FACT, View.NOW) or clause.quoted or clause.vp.negated:
        return
    above = clause.governor
    if clause.relation in ("infinitive", "gerund") and above is not None and above.lemma not in lex.SAY:
        return
    of_paper = clause.subject[-1] if clause.subject and clause.relation in ("participle", "relative") else None
    if of_paper is not None and (lex.NOUNS.get(of_paper.head) or lex.singular(of_paper.head) in lex.ACT_OBJECTS):
        return  # "a resolution calling for a ceasefire"
    speakers = agents(scene, clause, Role.INITIATOR)
    says_something = any(p.type in ("NP", "THAT", "PREP", "QUOTE", "SUBPREP") for p in clause.after)
    if not speakers or not (says_something or any(c.governor is clause for c in scene.clauses)):
        return
    targets = [p for phrase in objects(clause)[:4] for p in of_phrase(phrase, Role.TARGET)][:4]
    if clause.vp.lemma in ("apologise", "apologize", "protest", "complain"):
        to = [s.phrases[0] for s in segments(clause.after)[:2] if s.prep == "to"]
        targets += [p for phrase in to for p in of_phrase(phrase, Role.TARGET)]
    yield make(scene, clause, kind, outlook, Status.HELD, [*speakers, *targets], FAIR)


def _against(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = ACT_STATUS.get(outlook.view)
    if status is None:
        return
    doers = agents(scene, clause, Role.INITIATOR)
    targets = [p for phrase in objects(clause) for p in of_phrase(phrase, Role.TARGET)]
    acted_on = objects(clause)
    if clause.vp.lemma == "designate" and not _blacklists(clause, acted_on):
        return
    for phrase in acted_on:
        targets += [p for n in phrase.names if (p := party(n, Role.TARGET)) is not None]
    targets += [
        p
        for s in segments(clause.after)
        if s.prep in ("from", "to", "against")
        for phrase in s.phrases[:1]
        if phrase.head_name is not None and phrase.head_name.kind is ActorKind.STATE
        for p in of_phrase(phrase, Role.TARGET)
    ]
    if clause.vp.lemma in ("ban", "bar") and not targets:
        return
    if doers or targets:
        yield make(scene, clause, kind, outlook, status, [*doers, *targets])


def _suspend(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The bloc suspended Niger": a body and one of its members."""
    if clause.relation == "infinitive" and clause.governor is not None and clause.governor.lemma == "vote":
        return  # told by the vote
    status = ACT_STATUS.get(outlook.view)
    members = [p for one in objects(clause)[:2] if one.head_name is not None for p in of_phrase(one, Role.TARGET)]
    bodies = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is ActorKind.ORGANISATION]
    states = [p for p in members if p.kind is ActorKind.STATE]
    named = [p for s in segments(clause.after) if s.prep == "from" for one in s.phrases for p in of_phrase(one)]
    bodies = bodies or [p for p in named if p.kind is ActorKind.ORGANISATION]
    if status is not None and bodies and states:
        yield make(scene, clause, kind, outlook, status, [*bodies, *states])


def _blacklists(clause: Clause, acted_on: list[Phrase]) -> bool:
    """ "Designated two generals", "designated it as a terrorist group"; not "designated him as successor"."""
    roles = [p for s in segments(clause.after) if s.prep == "as" for p in s.phrases]
    if roles:
        return any({"terrorist", "terrorists", "sponsor"} & {p.head, *p.mods} for p in roles)
    if clause.vp.passive:
        return False
    return any(p.names or p.head in ("individuals", "entities", "officials", "companies", "persons") for p in acted_on)


def _vote(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = ACT_STATUS.get(outlook.view)
    doers = agents(scene, clause, Role.INITIATOR) or [p for one in clause.subject for p in bodies.body_of(one)]
    if status is None or not doers:
        return
    body = any(p.kind is ActorKind.ORGANISATION for p in doers) or any(
        p.head_name is not None and p.head_name.kind is ActorKind.ORGANISATION for p in clause.subject
    )
    if clause.vp.lemma == "veto" or body:
        yield make(scene, clause, kind, outlook, status, doers)


_FRAMES = {
    "mutual": _mutual,
    "discuss": _discuss,
    "see": _see,
    "speak": _speak,
    "phone": _phone,
    "travel": journeys.travel,
    "receive": _receive,
    "convene": _convene,
    "sit": _sit,
    "statement": _statement,
    "against": _against,
    "vote": _vote,
    "suspend": _suspend,
    "elect": bodies.elected,
    "rule": bodies.ruled,
    "decide": bodies.decided,
    "admit": bodies.admitted,
    "apply": bodies.applied,
    "resign": bodies.resigned,
    "lapse": bodies.lapsed,
    "send": bodies.sent,
    "reopen": bodies.reopened,
}


def _brought_together(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The envoy brought the two premiers together in Oslo": they meet, the envoy mediates."""
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    if status is None or not any(p.low == "together" for p in clause.after[:6]):
        return
    people = [p for one in objects(clause)[:4] for p in of_phrase(one) if p.kind is not ActorKind.ORGANISATION]
    if len({p.state or p.name for p in people}) < 2:
        return
    mediators = agents(scene, clause, Role.MEDIATOR)
    kind = encounter_kind(Kind.MEETING, tuple(people))
    draft = make(scene, clause, kind, outlook, status, [*people, *mediators])
    set_place(scene, draft, place_in(scene, clause, clause.vp))
    yield draft


def _mediated(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Norway is mediating between Chile and Peru": they negotiate, Norway mediates."""
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    sides = of_segments(segments(clause.after), frozenset({"between"}))
    if status is None or len({p.state or p.name for p in sides}) < 2 or clause.vp.passive:
        return
    yield make(scene, clause, Kind.TALKS, outlook, status, [*sides, *agents(scene, clause, Role.MEDIATOR)])


def _told_remotely(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "He told the president by letter", "warned the king by telephone": they are in touch."""
    outlook = of_clause(clause)
    remote = any(w in scene.low for w in _REMOTE)
    others = [p for one in objects(clause)[:1] for p in of_phrase(one) if p.kind is ActorKind.PERSON]
    mine = [p for p in agents(scene, clause) if p.kind is ActorKind.PERSON]
    two = len({p.state or p.name for p in (*mine, *others)}) > 1
    if remote and outlook.view is View.FACT and mine and others and two and not clause.vp.passive:
        yield make(scene, clause, Kind.CALL, outlook, Status.HELD, [*mine, *others], FAIR)


_REMOTE = (
    " by phone",
    " by telephone",
    " by letter",
    " over the phone",
    " over the telephone",
    " by video",
    " by cable",
)


_READERS = {
    "mediate": (_mediated,),
    **dict.fromkeys(("send", "dispatch"), (journeys.sent,)),
    "bring": (_brought_together, journeys.taken_to),
    **dict.fromkeys(("lead", "head"), (journeys.led,)),
    "invite": (agreeing.invitation,),
    "be": (journeys.presence, journeys.glad_to_be),
    **dict.fromkeys(("agree", "undertake"), (agreeing.agreed,)),
    **dict.fromkeys(("let", "allow"), (bodies.let_lapse,)),
    **dict.fromkeys(("announce", "inform", "notify"), (statements.announced,)),
    **dict.fromkeys(("propose", "suggest"), (statements.proposed,)),
    "take": (bodies.taken_to_court, journeys.taken_to),
    "become": (bodies.member_of,),
    "sue": (bodies.taken_to_court,),
    "leave": (statements.envoy_left, journeys.left),
    **dict.fromkeys(("order", "direct", "instruct", "give"), (orders.ordered,)),
    "tell": (orders.ordered, _told_remotely),
    **dict.fromkeys(("assure", "remind"), (_told_remotely,)),
    "ask": (orders.ordered, statements.requested, agreeing.asked_over),
    **dict.fromkeys(("due", "expect", "schedule"), (journeys.expected_in,)),
    **dict.fromkeys(("have", "welcome", "host", "receive"), (journeys.glad_to_have,)),
    **dict.fromkeys(("reach", "strike"), (agreeing.no_result,)),
    "make": (agreeing.no_result,),
}
"""Verb → what else it may tell of, where its frame told of nothing."""
