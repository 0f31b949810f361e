"""What bodies decide, and who enters, leaves or serves them: elections, rulings, admissions, resignations."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import ActorKind, Kind, Party, Role, Status
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import FAIR, STRONG, Draft, Scene
from .outlook import ACT_STATUS, Outlook, of_clause
from .phrases import Phrase
from .roles import agents, make, objects, set_place
from .where import place_in
from .who import expand, of_phrase, party, place_of

_COURTS = frozenset("court tribunal tribunals arbitrators".split())
_OF_ONE_STATE = frozenset("supreme constitutional high district federal appeals appeal military municipal".split())
"""Words by which a court is known to be one of a single state."""
_SEATS = frozenset("member members seat chair president secretary council board".split())


def elected(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "Kenya was elected to the council", "the assembly elected Kenya to the council": states that win a seat."""
    status = ACT_STATUS.get(outlook.view)
    chosen = [
        p for one in objects(clause) for p in of_phrase(one, Role.TARGET) if p.kind is ActorKind.STATE and one.head_name
    ]
    bodies = agents(scene, clause, Role.INITIATOR)
    seats = [one for s in segments(clause.after) if s.prep in ("to", "as", "of", "onto") for one in s.phrases]
    named = [p for one in seats for n in one.names if (p := party(n)) is not None and _is_body(p)]
    if status is None or not chosen or not (named or any(_SEATS & {one.head} for one in seats)):
        return
    yield make(scene, clause, kind, outlook, status, [*chosen, *(p for p in bodies if _is_body(p)), *named])


def _is_body(one: Party) -> bool:
    return one.kind is ActorKind.ORGANISATION


def ruled(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The tribunal in Geneva awarded the islands to Eritrea": what a court between states decides."""
    status = ACT_STATUS.get(outlook.view)
    first = next((p for p in _doing(clause) if _is_court(p) or _commands(clause, p)), None)
    if status is None or first is None or clause.quoted:
        return
    told = [c for c in scene.clauses if c.governor is clause and c.relation in ("that", "infinitive")]
    if clause.vp.lemma in ("find", "order") and not told:
        return
    courts = of_phrase(first, Role.INITIATOR)
    about = [
        p
        for s in segments(clause.after)
        if s.prep in ("to", "against", "for", "of")
        for one in s.phrases
        for p in of_phrase(one, Role.TARGET)
    ]
    draft = make(scene, clause, kind, outlook, status, [*courts, *about], STRONG if courts else FAIR)
    set_place(scene, draft, _seat(scene, clause, first))
    yield draft


def _doing(clause: Clause) -> list[Phrase]:
    """The noun phrases of those who do what the clause tells."""
    if clause.vp.passive:
        return [p for s in segments(clause.after) if s.prep == "by" for p in s.phrases]
    return [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]


def _commands(clause: Clause, phrase: Phrase) -> bool:
    """ "The Security Council ordered Chad to …": a body that can."""
    name = phrase.head_name
    return clause.vp.lemma == "order" and name is not None and name.known and "council" in name.name.casefold().split()


_BOUNDARIES = frozenset("boundary border arbitration claims".split())


def _is_court(phrase: Phrase) -> bool:
    """Whether a noun phrase is a court between states, or of a body, rather than one of a single state."""
    name = phrase.head_name
    if name is not None:
        words = set(name.name.casefold().split())
        return name.kind is ActorKind.ORGANISATION and not name.state and _between_states(words)
    if phrase.head in ("commission", "panel") and _BOUNDARIES & set(phrase.mods):
        return True
    return _between_states({phrase.head, *phrase.mods}) and not any(n.state for n in phrase.names)


def _between_states(words: set[str]) -> bool:
    if {"boundary", "commission"} <= words or {"world", "trade"} <= words:
        return True
    if words & _OF_ONE_STATE or not words & _COURTS:
        return False
    return bool(words & {"tribunal", "tribunals", "arbitrators", "international", "permanent", "criminal", "european"})


def _seat(scene: Scene, clause: Clause, court: Phrase):
    """Where a court sits: "a tribunal sitting in Oslo"."""
    for child in scene.clauses:
        if child.governor is clause and child.lemma in ("sit", "meet") and child.subject[-1:] == [court]:
            return place_in(scene, child, child.vp)
    return place_in(scene, clause, clause.vp)


def decided(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "NATO decided on Monday to set up a force", "the agency censured Iran": a body's formal decision."""
    status = ACT_STATUS.get(outlook.view)
    doers = [*agents(scene, clause, Role.INITIATOR), *(p for one in _doing(clause) for p in body_of(one))]
    doers = [p for p in doers if _is_body(p) and p.known and not p.state]
    if status is not Status.HELD or not doers or clause.quoted:
        return
    acted_on = [p for one in objects(clause) for p in of_phrase(one, Role.TARGET)]
    if clause.vp.lemma == "censure":
        if acted_on and clause.relation not in ("participle", "gerund", "relative"):
            yield make(scene, clause, kind, outlook, status, [*doers, *acted_on])
        return
    aims = [c for c in scene.clauses if c.governor is clause and c.relation in ("infinitive", "that")]
    if aims and not any(_tells(c) for c in aims):
        yield make(scene, clause, kind, outlook, status, doers, FAIR)


def _tells(clause: Clause) -> bool:
    """Whether what is decided is an act or encounter that its own verb tells of."""
    if clause.vp is None or clause.vp.negated:
        return True
    heads = {lex.singular(p.head) for p in clause.after[:6] if p.type == "NP" and p.head}
    entries = [(kind, words) for kind, words in lex.ACTS.get(clause.vp.lemma, ()) if heads & words or not words]
    if any(kind is Kind.RESOLUTION for kind, _ in entries):
        return False
    acts = bool(entries)
    return acts or clause.lemma in lex.VERBS or bool(heads & lex.NOUNS.keys())


def admitted(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "Fiji was admitted to the Commonwealth", "was let in on May 3": a body takes a state in."""
    status = ACT_STATUS.get(outlook.view)
    members = [p for one in objects(clause)[:4] if one.head_name for p in of_phrase(one, Role.PARTICIPANT)]
    states = [p for p in members if p.kind is ActorKind.STATE]
    into = [s for s in segments(clause.after) if s.prep in ("to", "into", "in")]
    bodies = [p for s in into for one in s.phrases for p in of_phrase(one)]
    bodies += agents(scene, clause, Role.INITIATOR)
    bodies = [p for p in bodies if _is_body(p)]
    let_in = clause.vp.lemma == "let" and clause.vp.passive and any(p.low in ("in", "into") for p in clause.after[:2])
    if status is None or not states or not (bodies or let_in):
        return
    if clause.vp.lemma == "let" and not let_in:
        return
    yield make(scene, clause, kind, outlook, status, [*states, *bodies])


_WANTED = frozenset("membership accession admission seat".split())


def applied(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "Togo applied to join the Commonwealth", "applied for membership of the bloc"."""
    status = ACT_STATUS.get(outlook.view)
    states = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is ActorKind.STATE]
    if status is None or not states or clause.vp.passive:
        return
    joining = [c for c in scene.clauses if c.governor is clause and c.lemma in ("join", "enter", "accede", "rejoin")]
    within = [*clause.after, *(p for c in joining for p in c.after)]
    wanted = bool(joining) or any(p.head in _WANTED for p in clause.after if p.type == "NP")
    bodies = [p for one in within if one.type == "NP" for n in one.names if (p := party(n, Role.TARGET)) is not None]
    bodies = [p for p in bodies if _is_body(p)]
    if wanted and bodies:
        yield make(scene, clause, kind, outlook, status, [*states, *bodies])


_POSTS = frozenset("envoy mediator representative negotiator ambassador rapporteur delegate".split())


def resigned(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The UN envoy to Libya resigned on Monday": who served a body or state abroad gives the post up."""
    status = ACT_STATUS.get(outlook.view)
    if status is None or clause.vp.passive or clause.quoted:
        return
    people = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is ActorKind.PERSON]
    posts = [one.head for s in segments(clause.after) if s.prep == "as" for one in s.phrases]
    subject = {w for one in _doing(clause) for w in (one.head, *one.mods) if w}
    words = {*posts, *subject, *(w for p in people for w in p.office.casefold().split())}
    if people and words & _POSTS:
        yield make(scene, clause, kind, outlook, status, people)


def resignation(clause: Clause, phrase: Phrase) -> tuple[list[Party], Phrase] | None:
    """Of "the resignation of Lena Berg as special envoy for Libya" who resigned, and the post."""
    items = clause.subject if phrase in clause.subject else clause.after
    parts = segments(items[items.index(phrase) + 1 :])
    if not parts or parts[0].prep != "of":
        return None
    names = [n for one in parts[0].phrases for n in one.names if n.kind is ActorKind.PERSON]
    posts = [one for s in parts[1:2] if s.prep == "as" for one in s.phrases]
    said = {
        w for one in (*posts, *parts[0].phrases) for w in (one.head, *one.mods, one.low.split()[-1] if one.low else "")
    }
    said |= {w for n in (*names, *(n for one in posts for n in one.names)) for w in n.office.casefold().split()}
    people = [p for n in names for m in expand(n) if (p := party(m, Role.INITIATOR)) is not None]
    if not people or not said & _POSTS:
        return None
    return people, (posts or list(parts[0].phrases))[0]


_ENDED = frozenset({Kind.AGREEMENT, Kind.SANCTION})


def lapsed(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The treaty expired on May 3", "Peru let the accord lapse": an agreement or sanction that runs out."""
    status = ACT_STATUS.get(outlook.view)
    if status is None or clause.vp.passive:
        return
    broke_down = clause.vp.lemma not in ("expire", "lapse")
    for phrase in _doing(clause):
        what = lex.NOUNS.get(phrase.head)
        if what is Kind.AGREEMENT and broke_down:
            if status is Status.HELD:
                parties = _named_with(clause, phrase)
                yield _ended(scene, clause, what, outlook, Status.COLLAPSED, parties, phrase)
            return
        if what in _ENDED and not broke_down:
            parties = _named_with(clause, phrase)
            yield _ended(scene, clause, kind if what is Kind.AGREEMENT else what, outlook, status, parties, phrase)
            return


def let_lapse(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Peru let the accord lapse in 1990", "let it lapse"."""
    at = next((p for p in clause.after[:4] if p.type in ("NP", "VP") and p.low in ("lapse", "expire")), None)
    below = next((c for c in scene.clauses if c.governor is clause and c.lemma in ("lapse", "expire")), None)
    if at is None and below is None:
        return
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    doers = agents(scene, clause, Role.INITIATOR)
    said = {w for p in (at, *clause.after[:2]) if p is not None for w in (p.head, *p.mods)}
    if below is not None:
        said |= {w for p in below.subject for w in (p.head, *p.mods)}
    agreement = any(lex.NOUNS.get(w) is Kind.AGREEMENT for w in said) or "it" in said
    if status is not None and agreement and any(p.kind is not ActorKind.PERSON or p.office for p in doers):
        draft = make(scene, clause, Kind.RUPTURE, outlook, status, doers)
        if draft.time is None and below is not None and below.times:
            draft.time = below.times[0]
            draft.because("when", "same-clause", (draft.time.start, draft.time.end))
        yield draft


def _named_with(clause: Clause, phrase: Phrase) -> list[Party]:
    """Those whom an agreement's own phrase names: "the treaty between Norway and Ghana", "the Malta accord"."""
    items = clause.subject
    rest = items[items.index(phrase) + 1 :] if phrase in items else []
    found = [p for n in phrase.names if n is not phrase.head_name for m in expand(n) if (p := party(m)) is not None]
    return found + [
        p
        for s in segments(rest)
        if s.prep in ("between", "with", "among", "on", "against")
        for one in s.phrases
        for p in of_phrase(one)
    ]


def _ended(
    scene: Scene, clause: Clause, kind: Kind, outlook: Outlook, status: Status, parties: list[Party], phrase: Phrase
) -> Draft:
    draft = make(scene, clause, kind, outlook, status, parties, STRONG if parties else FAIR)
    draft.head, draft.definite = lex.singular(phrase.head), phrase.det == "the"
    return draft


_FORCES = frozenset(
    "troop warplane warship soldier jet frigate destroyer warships peacekeeper helicopter tank bomber fighter".split()
)


def sent(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "Mali sent warplanes to Niger": forces that one state sends to another."""
    status = ACT_STATUS.get(outlook.view)
    doers = [p for p in agents(scene, clause, Role.INITIATOR) if p.kind is not ActorKind.PERSON]
    forces = [one for one in objects(clause) if lex.singular(one.head) in _FORCES]
    if status is None or not doers or not forces or clause.quoted:
        return
    goals = [
        n
        for s in segments(clause.after)
        if s.prep in ("to", "into")
        for one in s.phrases[:1]
        for n in one.names
        if n.kind is ActorKind.STATE and n is one.head_name
    ]
    abroad = [n for n in goals if n.name not in {p.state or p.name for p in doers}]
    if not abroad:
        return
    draft = make(scene, clause, kind, outlook, status, doers)
    set_place(scene, draft, place_of(abroad[:1], scene.text))
    yield draft


_CAN_CLOSE = frozenset("embassy consulate border crossing frontier".split())


def reopened(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    """ "The Peruvian consulate in Accra reopened in May", "the embassy closed": told of the place itself."""
    status = ACT_STATUS.get(outlook.view)
    if status is None or clause.vp.passive or objects(clause):
        return
    for phrase in _doing(clause)[:1]:
        if lex.singular(phrase.head) not in _CAN_CLOSE:
            continue
        parties = [p for n in phrase.names for m in expand(n) if (p := party(m)) is not None]
        draft = make(scene, clause, kind, outlook, status, parties, FAIR)
        items = clause.subject[clause.subject.index(phrase) + 1 :]
        place = place_in(scene, Clause(after=items), phrase)
        if not place.words and clause.governor is not None and phrase in clause.governor.subject:
            items = clause.governor.subject
            place = place_in(scene, Clause(after=items[items.index(phrase) + 1 :]), phrase)
        set_place(scene, draft, place)
        yield draft


def member_of(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Poland became a member of NATO in 1999"."""
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    states = [p for p in agents(scene, clause) if p.kind is ActorKind.STATE]
    joined = any(p.head in ("member", "members") for p in clause.after[:4] if p.type == "NP")
    bodies = [p for s in segments(clause.after) if s.prep == "of" for one in s.phrases for p in of_phrase(one)]
    bodies = [p for p in bodies if _is_body(p)]
    if status is not None and states and joined and bodies:
        yield make(scene, clause, Kind.AGREEMENT, outlook, status, [*states, *bodies])
    for child in scene.clauses:
        known = child.governor is clause and child.lemma in ("recognise", "recognize") and child.governing_noun
        if status is not None and states and known:  # "became the third country to recognise Kosovo"
            others = [p for one in objects(child) for p in of_phrase(one, Role.TARGET)]
            if others:
                yield make(scene, child, Kind.STATEMENT, outlook, status, [*states, *others])


_ORGANS = frozenset("board council assembly committee panel parliament executive members ministers secretariat".split())


def body_of(phrase: Phrase) -> list[Party]:
    """The body whose organ a noun phrase names: "the agency's 35-nation board"."""
    if phrase.head not in _ORGANS:
        return []
    return [p for n in phrase.names if (p := party(n, Role.INITIATOR)) is not None and _is_body(p)]


def taken_to_court(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Bolivia took Chile to the International Court of Justice": one state sues another."""
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    sued = [p for one in objects(clause)[:1] for p in of_phrase(one, Role.TARGET) if p.kind is ActorKind.STATE]
    preps = ("at", "before", "in") if clause.vp.lemma == "sue" else ("to", "before")
    courts = [one for s in segments(clause.after) if s.prep in preps for one in s.phrases[:1] if _is_court(one)]
    doers = agents(scene, clause, Role.INITIATOR)
    if status is not None and sued and courts and doers:
        yield make(scene, clause, Kind.OTHER, outlook, status, [*doers, *sued, *of_phrase(courts[0])])
