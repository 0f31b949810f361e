"""Happenings told by a verb: "met", "will travel to", "expelled the ambassador", "signed a treaty".

Each frame (kinds.toml) says how its parties stand; the clause's outlook says whether it happened, is planned, or is
only thought of.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import ENCOUNTERS, ActorKind, Kind, LineRole, Name, Party, Role, Status
from ..tokens import fold
from . import lexicon as lex
from .clauses import Clause, Segment, segments
from .draft import FAIR, STRONG, WEAK, Draft, Scene
from .nouns import noun_kind
from .outlook import Outlook, View, governor_class, of_clause
from .phrases import Phrase
from .when import attach
from .where import destinations, place_in
from .who import AGENT_NOUNS, Place, distinct, is_head, of_phrase, of_segments, party

_SUBJECT = frozenset({""})
_OTHERS = frozenset({"with", "alongside"})
STATUS = {
    View.FACT: Status.HELD,
    View.NOW: Status.ONGOING,
    View.PLAN: Status.PLANNED,
    View.PROPOSAL: Status.PROPOSED,
    View.OFF: Status.CANCELLED,
}
ACT_STATUS = {View.FACT: Status.HELD, View.NOW: Status.HELD, View.PLAN: Status.PLANNED}


def find(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield what a clause's verb tells."""
    vp = clause.vp
    if vp is None:
        return
    acts = list(_acts(scene, clause, vp)) or list(_in_force(scene, clause, vp))
    if acts:
        yield from acts
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
        yield from _invitation(scene, clause, vp)
    if vp.lemma == "be":
        yield from _presence(scene, clause)
    if vp.lemma in ("reach", "strike", "make"):
        yield from _no_result(scene, clause)
    if vp.lemma == "agree":
        yield from _agreed(scene, clause)


def subject_parties(scene: Scene, clause: Clause, role: Role = Role.PARTICIPANT) -> list[Party]:
    """Those who the subject of a clause names."""
    found = of_segments(segments(clause.subject, opening=True), _SUBJECT, role)
    above = clause.governor
    if clause.governing_noun is not None and clause.relation == "infinitive":
        owners = [p for n in _owners(clause) if (p := party(n, role)) is not None]
        if of_clause(clause).rule == "declined" and above is not None:
            offered = [p for n in clause.governing_noun.names if (p := party(n, role)) is not None]
            return [*subject_parties(scene, above, Role.INITIATOR), *(owners or offered)]
        if owners:
            return owners
    if not found and above is not None and clause.relation in ("that", "adverbial"):
        nouns = [p for p in clause.subject if p.type == "NP"]
        if len(nouns) == 1 and nouns[0].head in ("it", "they", "we", "he", "she"):
            return subject_parties(scene, above, role)
    if not found and scene.before and clause.relation == "main":
        nouns = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
        if [p.head for p in nouns] in (["they"], ["it"]):
            return [
                Party(p.name, p.kind, role, nouns[0].start, nouns[0].end, p.state, p.office, p.known)
                for p in scene.before
            ]
    return found


def _owners(clause: Clause) -> tuple[Name, ...]:
    """Whose plan or offer it is: "his offer to visit", "his kind words and offer to visit"."""
    noun = clause.governing_noun
    if noun.possessors or clause.governor is None:
        return noun.possessors
    items = clause.governor.items
    if noun not in items:
        return ()
    at = items.index(noun)
    if at >= 2 and items[at - 1].type == "CONJ" and items[at - 2].type == "NP" and not noun.det:
        return items[at - 2].possessors
    return ()


def agents(scene: Scene, clause: Clause, role: Role = Role.PARTICIPANT) -> list[Party]:
    """Those who do what the clause tells: its subject, or after a passive whom "by" names."""
    if clause.vp is not None and clause.vp.passive:
        return of_segments(segments(clause.after), frozenset({"by"}), role)
    found = subject_parties(scene, clause, role)
    if not found and clause.vp is not None and clause.vp.form == "ing" and clause.governor is not None:
        return agents(scene, clause.governor, role)  # "signed an order imposing sanctions"
    return found


def objects(clause: Clause) -> list[Phrase]:
    """The noun phrases that the verb acts on: behind it, or its subject where it is passive."""
    if clause.vp is not None and clause.vp.passive:
        return [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    parts = segments(clause.after)
    particle = clause.lemma.split()[1:] if " " in clause.lemma else []
    found: list[Phrase] = []
    for number, part in enumerate(parts):
        if part.prep == "" and number == 0 or part.prep in particle and number <= 1:
            found += part.phrases
            if part.prep == "" and not particle:
                break
        elif number > 1:
            break
    return found


def _make(
    scene: Scene,
    clause: Clause,
    kind: Kind,
    outlook: Outlook,
    status: Status,
    parties: list[Party],
    strength: int = STRONG,
) -> Draft:
    vp = clause.vp
    draft = Draft(
        scene.sentence, (vp.start, vp.end), kind, status, strength, distinct(parties), head=vp.lemma, clause=clause
    )
    time, rule = attach(scene, clause, vp)
    draft.time = time
    if time is not None:
        draft.because("when", rule, (time.start, time.end))
    draft.because("kind", "verb", (vp.start, vp.end))
    draft.because("status", outlook.rule, *outlook.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in draft.parties))
    return draft


def encounter_kind(kind: Kind, parties: tuple[Party, ...]) -> Kind:
    """Heads of state or government who meet hold a summit."""
    people = [p for p in parties if p.kind is ActorKind.PERSON]
    if (
        kind is Kind.MEETING
        and len(people) >= 2
        and all(is_head(p) for p in people)
        and len({p.state or p.name for p in people}) >= 2
    ):
        return Kind.SUMMIT
    return kind


# ---- frames --------------------------------------------------------------------------------------------------------


def _mutual(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    vp = clause.vp
    if vp.passive and vp.lemma in ("meet", "encounter"):
        return
    status = STATUS.get(outlook.view)
    parts = segments(clause.after)
    direct = objects(clause) if not vp.passive else []
    others = [p for phrase in direct for p in of_phrase(phrase)] + of_segments(parts, _OTHERS)
    if clause.lemma in ("negotiate", "confer", "consult"):
        others = of_segments(parts, _OTHERS)
        direct = []
    mine = subject_parties(scene, clause)
    if direct and not others and not any(_acts_for_somebody(p) for p in direct):
        return
    parties = distinct([*mine, *others])
    plural = _is_plural(clause.subject)
    if outlook.view is View.REFUSED and parties:
        draft = _make(scene, clause, Kind.INVITATION, outlook, Status.HELD, [*mine, *others])
        yield draft
        return
    if status is None or not parties:
        return
    with_somebody = (
        bool(others)
        or any(s.prep == "with" and any(_acts_for_somebody(p) for p in s.phrases) for s in parts)
        or bool(direct)
    )
    body = len(parties) == 1 and parties[0].kind is ActorKind.ORGANISATION and not direct
    if not with_somebody and len(parties) < 2 and not plural and not body:
        return
    if not with_somebody and len(parties) == 1 and parties[0].kind is ActorKind.ORGANISATION and kind is Kind.MEETING:
        kind = Kind.CONFERENCE
    draft = _make(
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
    place = place_in(scene, clause, vp)
    above = clause.governor
    if not place.words and clause.relation in ("infinitive", "gerund") and above is not None and above.vp is not None:
        if any(e["frame"] == "travel" for e in lex.VERBS.get(above.vp.lemma, ())):
            goals = destinations(scene, above, direct=above.vp.lemma in ("visit", "tour"))
            place = goals[0] if len(goals) == 1 else place
    _set_place(scene, draft, place)
    yield draft


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


def _acts_for_somebody(phrase: Phrase) -> bool:
    return (
        phrase.head in AGENT_NOUNS
        or lex.singular(phrase.head) in AGENT_NOUNS
        or phrase.head in ("him", "her", "them")
        or (phrase.head_name is not None and phrase.head_name.kind is not None)
    )


def _is_ahead(scene: Scene, draft: Draft) -> bool:
    from timeline import edtf

    if scene.published is None or draft.time is None or draft.time.edtf is None:
        return False
    earliest, _ = edtf.bounds(draft.time.edtf)
    return earliest is not None and earliest > scene.published


_PICTURED = frozenset(
    "walk pose shake stand talk sit stroll chat hug toast smile greet wave arrive attend listen embrace applaud look speak review".split()
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
    draft = _make(scene, clause, encounter_kind(Kind.MEETING, parties), outlook, Status.HELD, list(parties), FAIR)
    if draft.time is None and scene.times:
        draft.time = next((t for t in scene.times if t.edtf is not None), None)
    _set_place(scene, draft, place_in(scene, clause, clause.vp))
    yield draft


def _speak(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    if status is None or clause.vp.passive:
        return
    parts = segments(clause.after)
    others = of_segments(parts, frozenset({"with", "to"}))
    mine = subject_parties(scene, clause)
    people = [p for p in others if p.kind is ActorKind.PERSON or p.office]
    official = any(_acts_for_somebody(p) for s in parts if s.prep == "with" for p in s.phrases)
    if not mine or not (people or (others and official)):
        return
    if outlook.view is View.NOW:
        status = Status.HELD
    remote = any(w in scene.low for w in (" phone", "telephone", " by video", "video call", "videoconf"))
    if clause.vp.lemma != "speak" and not remote:
        kind = Kind.TALKS
    draft = _make(scene, clause, kind, outlook, status, [*mine, *others])
    if len(draft.parties) < 2:
        return
    yield draft


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
        items = [p for p in clause.after if p.type not in ("ADV",)]
        at = items.index(direct[0]) if direct[0] in items else 0
        behind = items[at + 1] if at + 1 < len(items) else None
        if behind is not None and not (
            behind.type in ("TIME", "STOP", "CONJ") or behind.low in ("after", "before", "about", "on", "by")
        ):
            return
    yield _make(scene, clause, kind, outlook, status, [*mine, *others])


_NEEDS_TO = frozenset("travel fly go head journey come depart jet rush drive swing".split())


def _travel(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    vp = clause.vp
    visiting = vp.lemma in ("visit", "tour")
    if vp.passive and not visiting:
        return
    travellers = agents(scene, clause)
    travellers = [p for p in travellers if p.kind is ActorKind.PERSON or not visiting] or travellers
    movers = any(p.head in AGENT_NOUNS for p in clause.subject if p.type == "NP")
    if not travellers or not (any(p.kind is ActorKind.PERSON for p in travellers) or movers):
        return
    places = destinations(scene, clause, direct=visiting)
    if not places:
        return
    status = STATUS.get(outlook.view)
    if outlook.view is View.REFUSED:
        draft = _make(scene, clause, Kind.CANCELLATION, outlook, Status.HELD, travellers)
        _set_place(scene, draft, places[0])
        yield draft
        return
    if status is None:
        return
    if _told_by_its_purpose(clause):
        return
    home = {p.state for p in travellers if p.state}
    abroad = [p for p in places if not p.country or p.country not in home]
    for place in abroad:
        draft = _make(scene, clause, kind, outlook, status, travellers)
        if status is Status.ONGOING and _is_ahead(scene, draft):
            draft.status = Status.PLANNED
        _set_place(scene, draft, place)
        own = scene.time_right_behind(place.end)
        if own is not None and own.edtf is not None:
            draft.time = own
        yield draft


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


def _set_place(scene: Scene, draft: Draft, place) -> None:
    if place.words:
        draft.place = place
        draft.because("place", "place-phrase", (place.start, place.end))


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
    draft = _make(scene, clause, encounter_kind(kind, parties), outlook, status, [*hosts, *guests])
    place = place_in(scene, clause, clause.vp)
    if not place.words and clause.vp.lemma == "welcome":
        to = destinations(scene, clause, direct=False)
        place = to[0] if to else place
    _set_place(scene, draft, place)
    yield draft


def _convene(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    status = STATUS.get(outlook.view)
    if status is None or clause.vp.passive or objects(clause):
        return
    mine = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), _OTHERS)])
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
    draft = _make(scene, clause, encounter_kind(kind, mine), outlook, status, list(mine))
    _upgrade_by_purpose(draft, segments(clause.after))
    _set_place(scene, draft, place_in(scene, clause, clause.vp))
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
    yield _make(scene, clause, kind, outlook, Status.HELD, [*speakers, *targets], FAIR)


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
        yield _make(scene, clause, kind, outlook, status, [*doers, *targets])


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
        yield _make(scene, clause, kind, outlook, status, doers)


_FRAMES = {
    "mutual": _mutual, "speak": _speak, "phone": _phone, "travel": _travel, "receive": _receive, "convene": _convene, "statement": _statement, "against": _against, "vote": _vote,
}  # fmt: skip


# ---- acts: a verb and its object -----------------------------------------------------------------------------------

_LEAVING = frozenset({"from", "of"})
_DOMESTIC = frozenset("presidential executive domestic peace-not plea marriage cabinet budget stadium".split())


def _acts(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    entries = lex.ACTS.get(vp.lemma)
    if not entries:
        return
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    if status is None or _is_purpose(clause):
        return
    found = _act_object(clause, vp, entries) or _put_under(clause, vp)
    if found is None:
        return
    kind, phrase, prep = found
    if _DOMESTIC & set(phrase.mods):
        return
    doers = agents(scene, clause, Role.INITIATOR)
    if not doers and clause.vp.passive:
        doers = of_segments(segments(clause.after), frozenset({"between", "among"}))
    about = _around(clause, phrase, kind is Kind.SANCTION, kind is Kind.INVITATION)
    if kind is Kind.RUPTURE and prep not in _LEAVING and vp.lemma in ("withdraw", "pull") and not _is_envoy(phrase):
        return
    if kind is Kind.AGREEMENT:
        doers = [Party(p.name, p.kind, Role.PARTICIPANT, p.start, p.end, p.state, p.office, p.known) for p in doers]
    if kind is Kind.RESOLUTION:
        about = [p for p in about if p.kind is ActorKind.ORGANISATION]
    targets = (
        about
        if kind in (Kind.AGREEMENT, Kind.RUPTURE)
        else [Party(p.name, p.kind, Role.TARGET, p.start, p.end, p.state, p.office, p.known) for p in about]
    )
    if kind is Kind.STATEMENT:
        targets = []
    parties = distinct([*doers, *targets])
    if kind is Kind.RESOLUTION and not any(p.kind is ActorKind.ORGANISATION for p in parties):
        return
    if kind is Kind.RUPTURE and not doers and not targets:
        return
    if (
        kind is Kind.INVITATION
        and phrase.head in ("offer", "proposal", "overture", "offers", "proposals")
        and len(parties) < 2
    ):
        return
    draft = _make(scene, clause, kind, outlook, status, [*doers, *targets], STRONG if parties else WEAK)
    draft.reasons = [r for r in draft.reasons if r.field != "kind"]
    draft.because("kind", "verb-and-object", (vp.start, vp.end), (phrase.start, phrase.end))
    draft.head = phrase.head or phrase.low
    draft.definite = phrase.det in ("the", "this", "that")
    if (
        kind is Kind.AGREEMENT
        and vp.lemma
        in ("approve", "announce", "accept", "agree", "declare", "make", "issue", "adopt", "extend", "enter", "endorse")
        and not parties
    ):
        return
    place = place_in(scene, clause, phrase)
    if kind is Kind.SANCTION:
        place = Place()
    if kind is Kind.INVITATION:
        for child in scene.clauses:
            if child.governing_noun is phrase:
                goals = destinations(scene, child, direct=True)
                place = goals[0] if goals else place
                inviters = [p for one in objects(child) for p in of_phrase(one)]
                inviters += of_segments(segments(child.after), _OTHERS)
                draft.parties = distinct([*draft.parties, *(p for p in inviters if p.kind is ActorKind.PERSON)])
    if not place.words and clause.intro == "where" and clause.governor is not None:
        place = place_in(scene, clause.governor, clause.governor.vp) if clause.governor.vp else place
    _set_place(scene, draft, place)
    yield draft


def _put_under(clause: Clause, vp: Phrase) -> tuple[Kind, Phrase, str] | None:
    """ "Placed two generals under sanctions", "added a bank to its sanctions list"."""
    wanted = lex.PUT_UNDER.get(vp.lemma)
    acted_on = objects(clause)
    if wanted is None or not acted_on:
        return None
    for part in segments(clause.after):
        if part.prep in ("under", "to", "on", "as"):
            for phrase in part.phrases:
                if phrase.head in wanted and (
                    (phrase.head != "list" and part.prep != "as")
                    or set(phrase.mods) & {"sanctions", "sanction", "terror", "terrorism", "terrorist", "black"}
                ):
                    return Kind.SANCTION, acted_on[0], ""
    return None


def _in_force(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    """ "The truce came into effect", "new tariffs take effect": the act that the subject names is in force."""
    enters = vp.lemma in ("enter", "come", "go", "take") and any(
        p.head in ("effect", "force") for p in clause.after[:3]
    )
    if not enters or vp.passive:
        return
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    for part in segments(clause.subject, opening=True):
        for phrase in part.phrases if part.prep == "" else ():
            kind = lex.NOUNS.get(phrase.head)
            if status is None or kind not in (Kind.AGREEMENT, Kind.SANCTION):
                continue
            parties = _around(clause, phrase, sanction=kind is Kind.SANCTION)
            draft = _make(scene, clause, kind, outlook, status, parties, STRONG if parties else WEAK)
            draft.head, draft.definite = lex.singular(phrase.head), phrase.det == "the"
            if draft.time is None and phrase.times:
                draft.time = phrase.times[0]
            yield draft
            return


def _is_purpose(clause: Clause) -> bool:
    """ "Met to finalise a deal": what somebody meets for has not happened."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.vp is None:
        return False
    if "planned" in (governor_class(above.lemma), governor_class(above.vp.lemma)):
        return False
    return above.vp.lemma not in ("go", "manage", "proceed", "help", "be")


def _act_object(clause: Clause, vp: Phrase, entries) -> tuple[Kind, Phrase, str] | None:
    parts = segments(clause.subject if vp.passive else clause.after)
    chosen = parts[:1] if vp.passive else parts[:2]
    for number, part in enumerate(chosen):
        if part.prep not in ("", "from", "of", "off", "out", "on", "upon", "to", "down", "up", "with") or (
            part.prep == "with" and vp.lemma != "break"
        ):
            continue
        if (
            part.prep in ("from", "of", "on", "to")
            and number == 1
            and chosen[0].prep == ""
            and vp.lemma not in ("withdraw", "pull")
        ):
            continue
        if (
            part.prep == "from"
            and number == 1
            and not all(_is_envoy(p) for p in chosen[0].phrases if not chosen[0].prep)
        ):
            continue  # "withdrew its troops from …"
        for phrase in part.phrases[:2]:
            head = lex.singular(phrase.head) if phrase.head else ""
            if phrase.mods[-1:] == ("cease",) and phrase.head == "fire":
                head = "ceasefire"
            if phrase.head_name is not None and phrase.head_name.kind is ActorKind.ORGANISATION:
                if (
                    part.prep in ("from", "of", "")
                    and vp.lemma in ("withdraw", "pull", "quit", "exit", "leave")
                    and (part.prep or vp.lemma in ("quit", "exit", "leave"))
                ):
                    return Kind.RUPTURE, phrase, part.prep
                head = phrase.head_name.name.split()[-1].casefold()
            if phrase.head_name is not None and phrase.head_name.kind is ActorKind.PERSON:
                head = next((w for w in fold(phrase.head_name.office).lower().split() if w in _ENVOYS), "")
            for kind, words in entries:
                packed = head in _PACKAGES and any(m in words for m in phrase.mods)
                if head in words or phrase.head in words or packed:
                    return kind, phrase, part.prep
    return None


_ENVOYS = frozenset({"ambassador", "charge", "envoy", "consul", "diplomat", "attache"})
_PACKAGES = frozenset({"package", "round", "measure", "regime", "list", "wave", "proposal", "plan", "offer"})
"""What restrictions come in: "a new sanctions package"."""


def _is_envoy(phrase: Phrase) -> bool:
    return lex.singular(phrase.head) in ("ambassador", "envoy", "diplomat", "charge", "staff")


def _around(clause: Clause, phrase: Phrase, sanction: bool = False, invitation: bool = False) -> list[Party]:
    """Those whom the object of an act names: "the Libyan ambassador", "ties with Oman", "a treaty between …"."""
    found: list[Party] = []
    for name in phrase.names:
        for member in name.members or (name,):
            if member.kind is not None and not member.as_place:
                found.append(
                    Party(
                        member.name,
                        member.kind,
                        Role.PARTICIPANT,
                        name.start,
                        name.end,
                        member.state,
                        member.office,
                        member.known,
                    )
                )
    items = clause.subject if phrase in clause.subject else clause.after
    behind = items[items.index(phrase) + 1 :] if phrase in items else []
    if phrase in clause.subject:
        behind = [*behind, *clause.after]
    for part in segments(behind):
        if part.prep in ("with", "between", "among", "against", "on", "from", "to", "of", "in"):
            for one in part.phrases:
                if (
                    one.head_name is not None
                    and one.head_name.kind is None
                    and one.head_name.state
                    and _at_home(phrase, part.prep)
                ):
                    name = one.head_name
                    found.append(
                        Party(name.state, ActorKind.STATE, Role.PARTICIPANT, name.start, name.end, name.state, "", True)
                    )
                if (
                    part.prep in ("in", "to", "of", "from", "on")
                    and not (invitation and of_phrase(one))
                    and not (
                        one.head_name is not None and one.head_name.kind in (ActorKind.STATE, ActorKind.ORGANISATION)
                    )
                ):
                    continue
                if part.prep == "in" and phrase.head not in ("embassy", "consulate", "ambassador"):
                    continue
                found += of_phrase(one)
        if (
            part.prep in ("on", "against", "from")
            or (part.prep == "of" and phrase.head in ("assets", "visas", "funds"))
        ) and sanction:
            found += [p for one in part.phrases for n in one.names if (p := party(n)) is not None]
    return found


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
            draft = _make(scene, clause, Kind.VISIT, outlook, status, people, FAIR)
            _set_place(scene, draft, place)
            yield draft


def _agreed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Chad and Niger agreed to reopen their border": what several agree to do is an agreement of theirs."""
    outlook = of_clause(clause)
    parties = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), _OTHERS)])
    if outlook.view not in (View.FACT, View.NOW):
        return
    done = [c for c in scene.clauses if c.governor is clause and c.relation in ("infinitive", "that")]
    if not done or any(_tells_of_encounter(c) for c in done):
        return
    if len(parties) == 1 and parties[0].kind is ActorKind.ORGANISATION and not clause.vp.passive:
        yield _make(scene, clause, Kind.RESOLUTION, outlook, Status.HELD, list(parties), FAIR)
    if len({p.state or p.name for p in parties}) >= 2:
        yield _make(scene, clause, Kind.AGREEMENT, outlook, Status.HELD, list(parties), FAIR)


def _tells_of_encounter(clause: Clause) -> bool:
    """Whether a clause tells of people coming together, by its verb or by the noun that it acts on."""
    if clause.vp is not None and lex.VERBS.get(clause.vp.lemma):
        return True
    return any(p.type == "NP" and noun_kind(p) in ENCOUNTERS for p in clause.after[:4])


def _no_result(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Chad and Niger failed to reach agreement": their talks came to nothing."""
    if of_clause(clause).view is not View.NOT or clause.vp.modal:
        return
    if not any(p.head in ("agreement", "deal", "accord", "compromise", "consensus") for p in objects(clause)):
        return
    parties = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), _OTHERS)])
    if len({p.state or p.name for p in parties}) < 2 or any(
        noun_kind(p) in ENCOUNTERS for c in (clause, *clause.ancestors) for p in c.items if p.type == "NP"
    ):
        return
    outlook = Outlook(View.FACT, "ended-without-result", ((clause.vp.start, clause.vp.end),))
    yield _make(scene, clause, Kind.TALKS, outlook, Status.COLLAPSED, list(parties))


def _at_home(phrase: Phrase, prep: str) -> bool:
    """Whether a town behind an embassy or ambassador says whose country it is: "its ambassador in Lima"."""
    return prep in ("in", "to", "from") and lex.singular(phrase.head) in ("embassy", "consulate", "ambassador", "envoy")


def _invitation(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    outlook = of_clause(clause)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN, View.NOT):
        return
    if outlook.view is View.NOT and not vp.passive:
        return
    hosts = agents(scene, clause, Role.INITIATOR)
    guests = [p for phrase in objects(clause) for p in of_phrase(phrase, Role.TARGET)]
    if not guests and not (hosts and any(_acts_for_somebody(p) for p in objects(clause))):
        return
    draft = _make(
        scene,
        clause,
        Kind.INVITATION,
        outlook,
        Status.PLANNED if outlook.view is View.PLAN else Status.HELD,
        [*hosts, *guests],
    )
    places = destinations(scene, clause, direct=False)
    if not places:
        for child in scene.clauses:
            if child.governor is clause and child.relation == "infinitive":
                places = destinations(scene, child, direct=True) or destinations(scene, child, direct=False)
                break
    if places:
        _set_place(scene, draft, places[0])
    yield draft
