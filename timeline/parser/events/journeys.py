"""Journeys told by a verb: who travels where, who is expected, who is glad to be there or to have somebody there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline import edtf

from ..reading import ActorKind, Kind, Party, Role, Status
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import FAIR, STRONG, Draft, Scene
from .outlook import STATUS, Outlook, View, of_clause
from .phrases import Phrase
from .roles import OTHERS, agents, encounter_kind, first_person, make, objects, set_place, subject_parties
from .where import destinations
from .who import AGENT_NOUNS, Place, distinct, of_phrase, of_segments, party, place_name, place_of


def is_ahead(scene: Scene, draft: Draft) -> bool:

    if scene.published is None or draft.time is None or draft.time.edtf is None:
        return False
    earliest, _ = edtf.bounds(draft.time.edtf)
    return earliest is not None and earliest > scene.published


def _travellers(scene: Scene, clause: Clause, visiting: bool) -> list[Party]:
    found = agents(scene, clause)
    if not clause.vp.passive:
        along = of_segments(segments(clause.after), OTHERS)
        found = [*found, *(p for p in along if p.kind is ActorKind.PERSON)]
    return [p for p in found if p.kind is ActorKind.PERSON or not visiting] or found


def travel(scene: Scene, clause: Clause, kind: Kind, outlook: Outlook) -> Iterator[Draft]:
    vp = clause.vp
    visiting = vp.lemma in ("visit", "tour")
    if vp.lemma == "leave" and not any(s.prep == "for" for s in segments(clause.after)[:2]):
        return
    if (vp.passive and not visiting) or _goes_nowhere(clause):
        return
    travellers = _travellers(scene, clause, visiting)
    movers = any(p.head in AGENT_NOUNS for p in clause.subject if p.type == "NP")
    own = (first_person(clause) or _officer(scene, clause, outlook)) and not travellers
    if not own and not (travellers and (any(p.kind is ActorKind.PERSON for p in travellers) or movers)):
        return
    at = clause if vp.lemma != "leave" else Clause(after=_behind_for(clause))
    places = destinations(scene, at, direct=visiting) or _region(scene, clause, visiting) or _back_there(scene, clause)
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
    if not any(p.kind is ActorKind.PERSON for p in travellers):
        places = [p for p in places if p.country]  # "officers sought to visit Daniel"
    if _moves_on(clause, own) or _goes_home(clause):
        return
    home = {p.state for p in travellers if p.state}
    abroad = [p for p in places if not p.country or p.country not in home]
    for place in abroad:
        draft = make(scene, clause, kind, outlook, status, travellers)
        if status is Status.ONGOING and (is_ahead(scene, draft) or vp.lemma in _SETTING_OUT):
            draft.status = Status.PLANNED
        set_place(scene, draft, place)
        own = scene.time_right_behind(place.end)
        if own is not None and own.edtf is not None:
            draft.time = own
        yield draft


def _moves_on(clause: Clause, own: bool) -> bool:
    """ "We'll go to Kim at the back", "coming back to Iran": from one subject or questioner to the next."""
    vp = clause.vp
    if clause.times or vp.lemma not in ("go", "come", "return", "turn", "get", "head"):
        return False
    first = vp.form == "ing" and (clause.intro == "" or own) and not vp.progressive and clause.relation == "gerund"
    return first or (own and (vp.modal != "" or vp.form == "inf") and vp.tense != "past")


def _goes_home(clause: Clause) -> bool:
    """ "Returned to Lima after a visit to Oslo", "return the refugees to Chad": no visit to where it leads."""
    if clause.vp.lemma != "return":
        return False
    if any(p.type == "NP" for p in clause.after[:1]) and not clause.after[0].times:
        return True
    parts = segments(clause.after)
    return any(s.prep in ("after", "from", "following") and any(_is_journey(p) for p in s.phrases) for s in parts)


def _is_journey(phrase: Phrase) -> bool:
    return lex.NOUNS.get(phrase.head) is Kind.VISIT


def _goes_nowhere(clause: Clause) -> bool:
    """ "Came together to sanction", "when it comes to Lima"."""
    if clause.vp.lemma not in ("come", "get"):
        return False
    together = any(p.low == "together" for p in clause.after[:2])
    return together or [p.low for p in clause.subject if p.type == "NP"] == ["it"]


def _behind_for(clause: Clause) -> list[Phrase]:
    """Of "left Lima for Oslo" where the journey goes."""
    at = next((i for i, p in enumerate(clause.after) if p.low == "for"), len(clause.after))
    return clause.after[at:]


OFFICERS = frozenset(
    """
    minister secretary president premier chancellor king queen emir envoy delegation mission mediator chief
    commissioner pope mediators ministers presidents delegations team general
    """.split()
)


def _officer(scene: Scene, clause: Clause, outlook: Outlook) -> bool:
    """Whether an officer whom the text names elsewhere travels, with a day: "the foreign minister flew to Lima"."""
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    if len(subject) != 1 or subject[0].head not in OFFICERS or subject[0].det not in ("the", "a", "an"):
        return False
    return bool(clause.times) and outlook.view in (View.FACT, View.PLAN, View.OFF) and not subject[0].names


def _region(scene: Scene, clause: Clause, direct: bool) -> list[Place]:
    """ "Will travel to the Middle East next week": a journey to more countries than are named, where it has a day."""
    if not clause.times or not any(p.kind is ActorKind.PERSON for p in agents(scene, clause)):
        return []
    for number, part in enumerate(segments(clause.after)):
        if part.prep == "to" or (direct and number == 0 and part.prep == ""):
            names = [n for p in part.phrases[:1] for n in p.names if n.kind is None and n is p.head_name]
            if names:
                return [place_of(names, scene.text)]
    return []


def _back_there(scene: Scene, clause: Clause) -> list[Place]:
    """ "She visited Lima in March and is to return there in June": the place named last before."""
    word = next((p for p in clause.after[:3] if p.low == "there"), None)
    if word is None:
        return []
    before = [n for n in scene.names if n.end < clause.vp.start and place_name(n)]
    return [replace(place_of(before[-1:], scene.text), start=word.start, end=word.end)] if before else []


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


def presence(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The minister was in Lima on Monday": who is abroad is on a visit."""
    outlook = of_clause(clause)
    parts = segments(clause.after)
    back = [] if parts and parts[0].prep == "in" else _back_there(scene, clause)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN) or not (back or (parts and parts[0].prep in ("in", "on"))):
        return
    people = [p for p in subject_parties(scene, clause) if p.kind is ActorKind.PERSON]
    people = [p for p in people if p.state or clause.times]
    if not people:
        return
    goals = back or (destinations(scene, clause, direct=False)[:1] if parts[0].prep == "in" else [])
    home = {p.state for p in people}
    for place in goals:
        if (
            place.country
            and place.country not in home
            and (back or parts[0].phrases[0].start <= place.start < parts[0].phrases[-1].end)
        ):
            status = Status.HELD if clause.vp.tense == "past" else STATUS[outlook.view]
            if clause.vp.tense == "present":
                status = Status.ONGOING
            draft = make(scene, clause, Kind.VISIT, outlook, status, people, FAIR)
            set_place(scene, draft, place)
            yield draft


def expected_in(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The minister is due in Lima on Friday", "was expected at the palace in Accra": a visit is planned."""
    parts = segments(clause.after)
    outlook = of_clause(clause)
    if not clause.vp.passive and clause.vp.lemma != "due":
        return
    if not parts or parts[0].prep not in ("in", "at") or outlook.view not in (View.FACT, View.NOW):
        return
    people = [p for p in _those_acted_on(clause) if p.kind is ActorKind.PERSON]
    home = {p.state for p in people if p.state}
    for place in destinations(scene, clause, direct=False)[:1]:
        if people and place.country not in home:
            view = Outlook(View.PLAN, "planned-verb", outlook.spans)
            draft = make(scene, clause, Kind.VISIT, view, Status.PLANNED, people)
            set_place(scene, draft, place)
            yield draft


def _those_acted_on(clause: Clause) -> list[Party]:
    named = [one for s in segments(clause.subject, opening=True) if s.prep == "" for one in s.phrases]
    return [p for one in named for p in of_phrase(one)]


_GLAD = frozenset(
    """
    good great glad happy pleased delighted honoured honored wonderful nice pleasure honour honor privilege
    grateful proud fortunate
    """.split()
)


def glad_to_have(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "It is a pleasure to have Minister Diaz here", said by somebody known: they are meeting."""
    speaker = scene.speaker
    if speaker is None or not speaker.state or not _is_glad(clause):
        return
    guests = [p for one in objects(clause)[:3] for p in of_phrase(one) if p.kind is ActorKind.PERSON]
    guests = [p for p in guests if p.state != speaker.state and p.name != speaker.name]
    host = party(speaker, Role.HOST)
    if not guests or host is None or clause.vp.perfect:
        return
    kind = encounter_kind(Kind.MEETING, (host, *guests))
    draft = make(scene, clause, kind, of_clause(clause), Status.HELD, [], FAIR)
    draft.parties = distinct([host, *guests])
    draft.reasons = [r for r in draft.reasons if r.field not in ("status", "actors")]
    draft.because("status", "glad-to-have", (clause.governor.vp.start, clause.vp.end))
    draft.because("actors", "grammar", *((p.start, p.end) for p in guests))
    yield draft


def _is_glad(clause: Clause) -> bool:
    """Whether an infinitive hangs on "it is a pleasure", "I am honoured" and the like."""
    above = clause.governor
    if clause.vp.form != "inf" or above is None or above.vp is None or above.vp.tense != "present":
        return False
    said = {w for p in (above.vp, *above.after) for w in (p.low, p.lemma, p.head, *p.mods)}
    first = [p.head for p in above.subject if p.type == "NP"][:1]
    return not above.vp.negated and bool(said & _GLAD) and first in (["it"], ["i"], ["we"])


def glad_to_be(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "It is good to be in Accra", said by somebody known who comes from elsewhere: they are there on a visit."""
    above, speaker = clause.governor, scene.speaker
    known = speaker is not None and bool(speaker.state)
    if not _is_glad(clause) or not (known or (_are_back(clause) and not clause.quoted)):
        return
    for place in destinations(scene, clause, direct=False)[:1]:
        if not place.country or (known and place.country == speaker.state):
            return
        draft = make(scene, clause, Kind.VISIT, of_clause(clause), Status.ONGOING, [], FAIR)
        guest = party(speaker) if known else None
        draft.strength = FAIR if known else STRONG  # nobody is named: the words alone tell of it
        draft.parties = distinct([guest] if guest is not None else [])
        draft.reasons = [r for r in draft.reasons if r.field not in ("status", "actors")]
        draft.because("status", "glad-to-be", (above.vp.start, clause.vp.end))
        draft.because("actors", "grammar", (above.vp.start, clause.vp.end))
        set_place(scene, draft, place)
        yield draft


def _are_back(clause: Clause) -> bool:
    """ "To be back in Kenya": whoever says so has come from abroad."""
    return any(p.low in ("back", "again") for p in clause.after[:2])


def left(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The premier left Ankara on Saturday": who leaves a place abroad has been there."""
    outlook = of_clause(clause)
    people = [p for p in agents(scene, clause) if p.kind is ActorKind.PERSON and p.state]
    named = [n for one in objects(clause)[:1] for n in one.names if n is one.head_name and place_name(n)]
    if outlook.view is not View.FACT or clause.vp.passive or not people or not named or not clause.times:
        return
    place = place_of(named, scene.text)
    if place.country and place.country not in {p.state for p in people}:
        draft = make(scene, clause, Kind.VISIT, outlook, Status.HELD, people, FAIR)
        set_place(scene, draft, place)
        yield draft


_JOURNEYS = frozenset("tour trip journey visit mission swing itinerary pilgrimage odyssey route schedule".split())


def taken_to(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A tour that will take her to Ghana and Togo": a visit to each."""
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    on_a_journey = any(lex.singular(p.head) in _JOURNEYS for p in clause.subject if p.type == "NP")
    if status is None or not on_a_journey or clause.vp.passive:
        return
    people = [p for one in objects(clause)[:2] for p in of_phrase(one) if p.kind is ActorKind.PERSON]
    people = people or _travellers_above(scene, clause)
    home = {p.state for p in people if p.state}
    places = destinations(scene, clause, direct=False)
    for place in places:
        if people and place.country not in home:
            draft = make(scene, clause, Kind.VISIT, outlook, status, people)
            if len(places) > 1 and not clause.times and draft.time is not None:
                draft.time = None  # the day is that of setting out
                draft.reasons = [r for r in draft.reasons if r.field != "when"]
            set_place(scene, draft, place)
            yield draft


def _travellers_above(scene: Scene, clause: Clause) -> list[Party]:
    for above in clause.ancestors:
        people = [p for p in subject_parties(scene, above) if p.kind is ActorKind.PERSON]
        if people:
            return people
    return []


def led(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Will lead a delegation to Manila": whoever leads it travels with it."""
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    party_led = any(lex.singular(p.head) in ("delegation", "mission", "team", "group") for p in objects(clause)[:1])
    people = [p for p in agents(scene, clause) if p.kind is ActorKind.PERSON]
    home = {p.state for p in people if p.state}
    if status is None or not party_led or not people:
        return
    for place in destinations(scene, clause, direct=False)[:1]:
        if place.country not in home and any(s.prep == "to" for s in segments(clause.after)[:2]):
            draft = make(scene, clause, Kind.VISIT, outlook, status, people)
            set_place(scene, draft, place)
            yield draft


def sent(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Kenya sent its foreign minister, Peter Ouma, to Juba": whoever is sent travels."""
    outlook = of_clause(clause)
    status = STATUS.get(outlook.view)
    people = [p for one in objects(clause)[:3] for p in of_phrase(one) if p.kind is ActorKind.PERSON]
    movers = any(p.head in OFFICERS or p.head in ("delegates", "diplomats", "negotiators") for p in objects(clause)[:3])
    goals = destinations(scene, clause, direct=False)
    if status is None or not goals or not (people or movers):
        return
    senders = [] if people else [p for p in agents(scene, clause) if p.kind is ActorKind.STATE]
    draft = make(scene, clause, Kind.VISIT, outlook, status, people or senders)
    set_place(scene, draft, goals[0])
    if draft.parties:
        yield draft
