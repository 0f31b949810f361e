"""What is told without an object: coming into force, agreeing to do something, inviting, talks without result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..reading import ENCOUNTERS, ActorKind, Kind, Role, Status, TimeWords
from . import lexicon as lex
from .act_settings import place_of_encounter
from .act_sides import named_around
from .act_standing import by_body, is_restriction
from .carrying import both_sides
from .clauses import Clause, segments
from .decisions import is_ahead
from .draft import FAIR, STRONG, Draft, Scene
from .nouns import noun_kind
from .outlook import ACT_STATUS, Outlook, View, of_clause
from .phrases import Phrase
from .roles import OTHERS, acts_for_somebody, agents, first_person, make, objects, set_place, subject_parties
from .where import destinations, place_in
from .who import distinct, of_phrase, of_segments


def in_force(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    """ "The truce came into effect", "new tariffs take effect": the act that the subject names is in force."""
    enters = vp.lemma in ("enter", "come", "go", "take") and any(
        p.head in ("effect", "force", "hold") for p in clause.after[:3]
    )
    since = _force_since(clause)
    if not (enters or since is not None) or vp.passive:
        return
    outlook = of_clause(clause)
    status = ACT_STATUS.get(outlook.view)
    for part in segments(clause.subject, opening=True):
        for phrase in part.phrases if part.prep == "" else ():
            name = phrase.head_name.name.split() if phrase.head_name is not None else [phrase.head]
            kind = lex.NOUNS.get(name[-1].lower())
            if phrase.head in ("measures", "duties") and (phrase.head == "duties" or "restrictive" in phrase.mods):
                kind = Kind.SANCTION
            if status is None or kind not in (Kind.AGREEMENT, Kind.SANCTION):
                continue
            parties = named_around(clause, phrase, sanction=kind is Kind.SANCTION)
            draft = make(scene, clause, kind, outlook, status, parties, STRONG if parties else FAIR)
            draft.head, draft.definite = lex.singular(phrase.head), phrase.det == "the"
            if draft.time is None and phrase.times:
                draft.time = phrase.times[0]
            if since is not None:
                draft.time = since
            if scene.published is not None and is_ahead(draft, scene.published):
                draft.status = Status.PLANNED  # "the tariffs, which take effect on June 1"
            yield draft
            return


def _force_since(clause: Clause) -> TimeWords | None:
    """ "The treaty has been in force since 3 March 1992": the day on which it came into force."""
    items = [p for p in clause.after if p.type != "ADV"]
    named = clause.vp.lemma == "be" and len(items) > 2 and items[0].low == "in" and items[1].head in ("force", "effect")
    time = items[2].times[0] if named and items[2].type == "TIME" else None
    if time is None or time.edtf is None or not time.edtf.endswith("/.."):
        return None
    return replace(time, edtf=time.edtf[:-3])


def agreed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Chad and Niger agreed to reopen their border": what several agree to do is an agreement of theirs."""
    outlook = of_clause(clause)
    parties = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), OTHERS)])
    if outlook.view not in (View.FACT, View.NOW):
        return
    if any(
        c.governor is clause and by_body(scene, c) and c.vp.lemma in lex.ACTS and is_restriction(c)
        for c in scene.clauses
    ):
        return  # "the EU agreed to lift its embargo": told by the lifting
    done = [
        c
        for c in scene.clauses
        if c.governor is clause
        and (c.relation == "infinitive" or (c.relation == "that" and c.vp is not None and _undertakes(c.vp)))
    ]
    on = any(
        s.prep in ("on", "upon", "to") and _AGREED_ON & {p.head for p in s.phrases} for s in segments(clause.after)
    )
    if not (done or on) or any(_tells_of_encounter(c) for c in done):
        return
    if len(parties) == 1 and parties[0].kind is ActorKind.ORGANISATION and not clause.vp.passive:
        yield make(scene, clause, Kind.RESOLUTION, outlook, Status.HELD, list(parties), FAIR)
    if not parties and both_sides(clause):
        draft = make(scene, clause, Kind.AGREEMENT, outlook, Status.HELD, [], FAIR)
        set_place(scene, draft, place_in(scene, clause, clause.vp))
        yield draft  # it stands where its day is told
    if len({p.state or p.name for p in parties}) >= 2:
        draft = make(scene, clause, Kind.AGREEMENT, outlook, Status.HELD, list(parties), FAIR)
        place = place_in(scene, clause, clause.vp)
        place = place if place.words else place_of_encounter(scene, clause)
        for child in done:
            place = place if place.words else place_of_encounter(scene, child)
        set_place(scene, draft, place)
        yield draft


_AGREED_ON = frozenset(
    """
    boundary boundaries border borders terms framework principles roadmap mechanism timetable schedule formula plan
    withdrawal swap exchange ceasefire truce package text measures steps reduction reductions
    """.split()
)
"""What two sides agree on and have thereby an agreement: "agreed on a maritime boundary"."""


def _undertakes(vp: Phrase) -> bool:
    """ "Agreed that the border would reopen" binds; "agreed that it was late", "that a visit would help" is a view."""
    return vp.modal in ("will", "would", "shall") and not vp.perfect and vp.lemma not in ("be", "help", "need", "serve")


def _tells_of_encounter(clause: Clause) -> bool:
    """Whether a clause tells of people coming together, by its verb or by the noun that it acts on."""
    by_verb = any(entry["kind"] in ENCOUNTERS for entry in lex.VERBS.get(clause.vp.lemma, ())) if clause.vp else False
    if by_verb and not (clause.vp.lemma == "return" and objects(clause)):
        return True
    return any(p.type == "NP" and noun_kind(p) in ENCOUNTERS for p in clause.after[:4])


def no_result(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Chad and Niger failed to reach agreement": their talks came to nothing."""
    if of_clause(clause).view is not View.NOT or clause.vp.modal:
        return
    if not any(p.head in ("agreement", "deal", "accord", "compromise", "consensus") for p in objects(clause)):
        return
    parties = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), OTHERS)])
    if len({p.state or p.name for p in parties}) < 2 or any(
        noun_kind(p) in ENCOUNTERS for c in (clause, *clause.ancestors) for p in c.items if p.type == "NP"
    ):
        return
    outlook = Outlook(View.FACT, "ended-without-result", ((clause.vp.start, clause.vp.end),))
    yield make(scene, clause, Kind.TALKS, outlook, Status.COLLAPSED, list(parties))


def asked_over(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The king asked the two premiers to Oslo": an invitation, where nothing follows that they are asked to do."""
    if any(c.governor is clause and c.relation == "infinitive" for c in scene.clauses):
        return
    if destinations(scene, clause, direct=False):
        yield from invitation(scene, clause)


def invitation(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The emir invited Soto to Doha": who invites, who is invited, and where to."""
    vp, outlook = clause.vp, of_clause(clause)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN, View.NOT):
        return
    if outlook.view is View.NOT and not vp.passive:
        return
    hosts = agents(scene, clause, Role.INITIATOR)
    guests = [p for phrase in objects(clause) for p in of_phrase(phrase, Role.TARGET)]
    if vp.passive and not guests:
        guests = subject_parties(scene, clause, Role.TARGET)  # "Kenya says it is no longer invited"
    if not guests and not ((hosts or first_person(clause)) and any(acts_for_somebody(p) for p in objects(clause))):
        return
    draft = make(
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
        set_place(scene, draft, places[0])
    yield draft
