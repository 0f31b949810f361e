"""Happenings told by a verb: "met", "will travel to", "hosted", "condemned".

Each frame (kinds.toml) says how its parties stand; the clause's outlook says whether it happened, is planned, or is
only thought of.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline import edtf

from ..reading import ActorKind, Kind, LineRole, Role, Status
from . import acts
from . import lexicon as lex
from .clauses import Clause, Segment, segments
from .draft import FAIR, STRONG, Draft, Scene
from .outlook import ACT_STATUS, STATUS, Outlook, View, of_clause
from .phrases import Phrase
from .roles import (
    OTHERS,
    acts_for_somebody,
    agents,
    encounter_kind,
    first_person,
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
    told = list(acts.acts(scene, clause, vp)) or list(acts.in_force(scene, clause, vp))
    if told:
        yield from told
        return
    entries = lex.VERBS.get(clause.lemma) or lex.VERBS.get(vp.lemma) or ()
    for entry in entries:
        if "particle" in entry and (clause.lemma == vp.lemma or clause.lemma.split()[1] not in entry["particle"]):
            continue
        if "particle" not in entry and clause.lemma != vp.lemma:
            continue
        outlook = of_clause(clause)
        drafts = list(_FRAMES[entry["frame"]](scene, clause, entry["kind"], outlook))
        yield from drafts
        if drafts:
            return
    if scene.sentence.role is LineRole.CAPTION and vp.lemma in _PICTURED:
        yield from _pictured(scene, clause)
    if vp.lemma == "invite":
        yield from acts.invitation(scene, clause, vp)
    if vp.lemma == "be":
        yield from _presence(scene, clause)
        yield from _glad_to_be(scene, clause)
    if vp.lemma in ("reach", "strike", "make"):
        yield from acts.no_result(scene, clause)
    if vp.lemma == "agree":
        yield from acts.agreed(scene, clause)


_HOW_OFTEN = frozenset("times time hours hour minutes days".split())
"""What stands where an object would and is none: "met three times"."""


def _mutual(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    vp = clause.vp
    if vp.passive and vp.lemma in ("meet", "encounter"):
        return
    status = STATUS.get(outlook.view)
    parts = segments(clause.after)
    direct = [p for p in objects(clause) if p.head not in _HOW_OFTEN] if not vp.passive else []
    others = [p for phrase in direct for p in of_phrase(phrase)] + of_segments(parts, OTHERS)
    if clause.lemma in ("negotiate", "confer", "consult"):
        others = of_segments(parts, OTHERS)
        direct = []
    mine = subject_parties(scene, clause)
    if direct and not others and not any(acts_for_somebody(p) for p in direct):
        return
    parties = distinct([*mine, *others])
    plural = _is_plural(clause.subject)
    if outlook.view is View.REFUSED and parties:
        draft = make(scene, clause, Kind.INVITATION, outlook, Status.HELD, [*mine, *others])
        yield draft
        return
    if status is None or not parties:
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
        kind = Kind.CONFERENCE
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
    if status is Status.ONGOING and draft.time is not None and _is_ahead(scene, draft):
        draft.status = Status.PLANNED
    _upgrade_by_purpose(draft, parts)
    set_place(scene, draft, _place_of_meeting(scene, clause))
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


def _is_ahead(scene: Scene, draft: Draft) -> bool:

    if scene.published is None or draft.time is None or draft.time.edtf is None:
        return False
    earliest, _ = edtf.bounds(draft.time.edtf)
    return earliest is not None and earliest > scene.published


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
    parts = segments(clause.after)
    others = of_segments(parts, frozenset({"with", "to"}))
    mine = subject_parties(scene, clause)
    people = [p for p in others if p.kind is ActorKind.PERSON or p.office]
    official = any(acts_for_somebody(p) for s in parts if s.prep == "with" for p in s.phrases)
    if outlook.view is View.NOW:
        status = Status.HELD
    remote = any(w in scene.low for w in (" phone", "telephone", " by video", "video call", "videoconf"))
    both = len({p.name for p in mine if p.kind is ActorKind.PERSON}) > 1 and _is_plural(clause.subject)
    if not mine or not (people or (others and official) or (both and remote)):
        return
    if clause.vp.lemma not in ("speak", "write") and not remote:
        kind = Kind.TALKS
    draft = make(scene, clause, kind, outlook, status, [*mine, *others])
    if len(draft.parties) < 2:
        return
    yield draft


def _discuss(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    others = of_segments(segments(clause.after), OTHERS)
    if outlook.view is not View.FACT or not any(p.kind is ActorKind.PERSON for p in others):
        return
    yield make(scene, clause, kind, outlook, Status.HELD, [*subject_parties(scene, clause), *others], FAIR)


def _phone(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    direct = objects(clause)
    if status is None or clause.vp.passive or len(direct) != 1:
        return
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


def _travel(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    vp = clause.vp
    visiting = vp.lemma in ("visit", "tour")
    if vp.passive and not visiting:
        return
    travellers = agents(scene, clause)
    travellers = [p for p in travellers if p.kind is ActorKind.PERSON or not visiting] or travellers
    movers = any(p.head in AGENT_NOUNS for p in clause.subject if p.type == "NP")
    own = first_person(clause) and not travellers
    if not own and not (travellers and (any(p.kind is ActorKind.PERSON for p in travellers) or movers)):
        return
    places = destinations(scene, clause, direct=visiting)
    if not places:
        return
    status = STATUS.get(outlook.view)
    if outlook.view is View.REFUSED:
        draft = make(scene, clause, Kind.CANCELLATION, outlook, Status.HELD, travellers)
        set_place(scene, draft, places[0])
        yield draft
        return
    if status is None:
        return
    if _told_by_its_purpose(clause):
        return
    home = {p.state for p in travellers if p.state}
    abroad = [p for p in places if not p.country or p.country not in home]
    for place in abroad:
        draft = make(scene, clause, kind, outlook, status, travellers)
        if status is Status.ONGOING and (_is_ahead(scene, draft) or vp.lemma in _SETTING_OUT):
            draft.status = Status.PLANNED
        set_place(scene, draft, place)
        own = scene.time_right_behind(place.end)
        if own is not None and own.edtf is not None:
            draft.time = own
        yield draft


_SETTING_OUT = frozenset("go leave depart return".split())
"""Verbs whose present progressive tells of what is to come: "I am going to Lima this week"."""


def _told_by_its_purpose(clause: Clause) -> bool:
    """ "Will visit Peru for a summit with the king": one happening, told by the noun, which takes the place over."""
    parts = segments(clause.after)
    for number, part in enumerate(parts):
        if part.prep == "for" and any(
            p.head in ("summit", "meeting", "talks", "negotiations", "consultations", "discussions")
            for p in part.phrases
        ):
            behind = parts[number + 1 :]
            return any(of_phrase(p) for s in behind[:1] if s.prep in ("with", "between") for p in s.phrases)
    return False


def _receive(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    if status is None:
        return
    hosts = agents(scene, clause, Role.HOST)
    guests = [p for phrase in objects(clause) for p in of_phrase(phrase)]
    agent_noun = any(p.head in AGENT_NOUNS for p in objects(clause))
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


def _convene(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    if status is None or clause.vp.passive or objects(clause):
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
        kind = Kind.CONFERENCE
    draft = make(scene, clause, encounter_kind(kind, mine), outlook, status, list(mine))
    _upgrade_by_purpose(draft, segments(clause.after))
    set_place(scene, draft, place_in(scene, clause, clause.vp))
    yield draft


def _statement(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    if outlook.view not in (View.FACT, View.NOW) or clause.quoted or clause.vp.negated:
        return
    above = clause.governor
    if clause.relation in ("infinitive", "gerund") and above is not None and above.lemma not in lex.SAY:
        return
    speakers = agents(scene, clause, Role.INITIATOR)
    says_something = any(p.type in ("NP", "THAT", "PREP", "QUOTE", "SUBPREP") for p in clause.after)
    if not speakers or not (says_something or any(c.governor is clause for c in scene.clauses)):
        return
    targets = [p for phrase in objects(clause) for p in of_phrase(phrase, Role.TARGET)][:1]
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
    doers = agents(scene, clause, Role.INITIATOR)
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
    "speak": _speak,
    "phone": _phone,
    "travel": _travel,
    "receive": _receive,
    "convene": _convene,
    "statement": _statement,
    "against": _against,
    "vote": _vote,
}


def _presence(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The minister was in Lima on Monday": who is abroad is on a visit."""
    outlook = of_clause(clause)
    parts = segments(clause.after)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN) or not parts or parts[0].prep not in ("in", "on"):
        return
    people = [p for p in subject_parties(scene, clause) if p.kind is ActorKind.PERSON and p.state]
    if not people:
        return
    goals = destinations(scene, clause, direct=False)[:1] if parts[0].prep == "in" else []
    home = {p.state for p in people}
    for place in goals:
        if (
            place.country
            and place.country not in home
            and parts[0].phrases[0].start <= place.start < parts[0].phrases[-1].end
        ):
            status = Status.HELD if clause.vp.tense == "past" else STATUS[outlook.view]
            if clause.vp.tense == "present":
                status = Status.ONGOING
            draft = make(scene, clause, Kind.VISIT, outlook, status, people, FAIR)
            set_place(scene, draft, place)
            yield draft


_GLAD = frozenset(
    """
    good great glad happy pleased delighted honoured honored wonderful nice pleasure honour honor privilege
    grateful proud fortunate
    """.split()
)


def _glad_to_be(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "It is good to be in Accra", said by somebody known who comes from elsewhere: they are there on a visit."""
    above, speaker = clause.governor, scene.speaker
    if speaker is None or not speaker.state or clause.vp.form != "inf" or above is None or above.vp is None:
        return
    said = {w for p in (above.vp, *above.after) for w in (p.low, p.lemma, p.head, *p.mods)}
    first = [p.head for p in above.subject if p.type == "NP"][:1]
    if above.vp.tense != "present" or above.vp.negated or not said & _GLAD or first not in (["it"], ["i"], ["we"]):
        return
    for place in destinations(scene, clause, direct=False)[:1]:
        if not place.country or place.country == speaker.state:
            return
        draft = make(scene, clause, Kind.VISIT, of_clause(clause), Status.ONGOING, [], FAIR)
        guest = party(speaker)
        draft.parties = distinct([guest] if guest is not None else [])
        draft.reasons = [r for r in draft.reasons if r.field not in ("status", "actors")]
        draft.because("status", "glad-to-be", (above.vp.start, clause.vp.end))
        draft.because("actors", "grammar", (above.vp.start, clause.vp.end))
        set_place(scene, draft, place)
        yield draft
