"""Acts told by a verb and what it acts on: "expelled the ambassador", "signed a treaty", "sanctions on Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..reading import ENCOUNTERS, ActorKind, Kind, Party, Role, Status
from ..tokens import fold
from . import lexicon as lex
from .acted_on import GIVING, by_its_words, shifted
from .bare_passives import is_bare, is_headed
from .bodies import body_of
from .carrying import both_sides
from .clauses import Clause, segments
from .decisions import announced_on, deciders, decision_above, is_past, lend_object
from .draft import FAIR, STRONG, WEAK, Draft, Scene
from .nouns import behind, locate, noun_kind
from .outlook import ACT_STATUS, Outlook, View, governor_class, of_clause
from .phrases import Phrase
from .roles import OTHERS, acts_for_somebody, agents, first_person, make, objects, set_place, subject_parties
from .where import destinations, place_in
from .who import Place, distinct, of_phrase, of_segments, party

_LEAVING = frozenset({"from", "of"})


_DOMESTIC = frozenset("presidential executive domestic plea marriage cabinet budget stadium".split())


def acts(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    """Yield the act that a verb and its object tell of, if they do."""
    entries = lex.ACTS.get(vp.lemma)
    if not entries:
        return
    lend_object(scene, clause)
    outlook = of_clause(clause)
    status = Status.HELD if _taken(clause) else ACT_STATUS.get(outlook.view)
    if (vp.negated and outlook.view is View.NOT) or _failed(clause):
        status = Status.HELD if _voted_down(scene, clause, entries) else None
    if status is None or (_is_purpose(clause) and not _failed(clause)) or _voted_on(clause):
        return
    if _says_which_of_same(scene, clause, entries) or _under_a_thought(clause):
        return
    if status is not None and outlook.view is View.PLAN and _agreed_to(scene, clause):
        outlook, status = Outlook(View.FACT, "agreed-to", outlook.spans), Status.HELD
    if status is Status.PLANNED and _opens_what_was_done(clause):
        outlook, status = of_clause(clause.governor), Status.HELD
    if _taken(clause):
        outlook = _with_praise(clause, of_clause(clause.governor))
        status = ACT_STATUS.get(outlook.view)
    if status is None:
        return
    found = (
        _act_object(clause, vp, entries)
        or _put_under(clause, vp)
        or by_its_words(clause, vp, entries)
        or shifted(clause, vp, entries)
    )
    if found is None:
        return
    kind, phrase, prep = _read_as(clause, *found)
    if _DOMESTIC & set(phrase.mods) or _told_above(scene, clause, kind):
        return
    if vp.lemma == "walk" and prep != "of":
        return
    if kind is Kind.RUPTURE and prep not in _LEAVING and vp.lemma in ("withdraw", "pull") and not _is_envoy(phrase):
        return
    if kind is Kind.SANCTION and _by_body(scene, clause):
        status = Status.HELD
    doers, targets = _sides(scene, clause, phrase, kind)
    targets = [p for p in targets if not _lends_a_word(scene.text, p)]
    if not _enough(kind, phrase, vp, distinct([*doers, *targets])):
        return
    draft = make(
        scene,
        clause,
        kind,
        outlook,
        status,
        [*doers, *targets],
        STRONG if doers or targets else _strength_of_nobody(clause),
    )
    _time_of_decision(draft, clause)
    if decision_above(clause) is not None and (announced_on(scene, clause, draft) or is_past(scene, draft)):
        draft.status = Status.HELD
    _own_time_of_insertion(draft, clause, phrase)
    if draft.time is None and kind is Kind.SANCTION and _by_body(scene, clause) and clause.governor.times:
        draft.time = clause.governor.times[0]
        draft.because("when", "clause-above", (draft.time.start, draft.time.end))
    draft.reasons = [r for r in draft.reasons if r.field != "kind"]
    draft.because("kind", "verb-and-object", (vp.start, vp.end), (phrase.start, phrase.end))
    draft.head = phrase.head or phrase.low
    draft.definite = phrase.det in ("the", "this", "that")
    if kind is Kind.INVITATION:
        _invited_to(scene, draft, phrase)
    if not draft.place.words and kind is not Kind.RESOLUTION:
        set_place(scene, draft, _place_of_act(scene, clause, phrase, kind, doers))
    if draft.strength == WEAK and _stands_alone(clause, kind, phrase, draft):
        draft.strength = FAIR  # "the accord was signed in Geneva on 3 May": by whom is told elsewhere
    yield draft


_BROKERED = ("-brokered", "-mediated", "-led", "-backed", "-sponsored", "-flagged", "-drafted", "-made", "-built", "-owned")


def _opens_what_was_done(clause: Clause) -> bool:
    """ "Adopting resolution 2719, the council agreed to …": it was adopted, whatever was agreed on."""
    above = clause.governor
    opening = clause.relation == "gerund" and not clause.intro and above is not None and above.vp is not None
    return opening and clause.vp.start < above.vp.start and of_clause(above).view is View.FACT


def _under_a_thought(clause: Clause) -> bool:
    """ "Sanctions imposed on Chad would hurt": without a day, no more real than what the verb above tells."""
    above = clause.governor
    return above is not None and _only_says_which(clause) and of_clause(above).view is View.MAYBE


def _lends_a_word(text: str, one: Party) -> bool:
    """Whether a name only says what something is like: "an OAU-brokered truce", "a Togolese-flagged ship"."""
    return text.startswith(_BROKERED, one.end)


_BROKERING = frozenset("broker mediate sponsor negotiate".split())


def _says_which_of_same(scene: Scene, clause: Clause, entries) -> bool:
    """Whether a participle only says which sanctions the verb above acts on: "lifted the curbs put on Niger"."""
    above = clause.governor
    if above is None or above.vp is None or not _only_says_which(clause):
        return False
    if clause.vp.lemma in _BROKERING:
        found = _act_object(above, above.vp, lex.ACTS.get(above.vp.lemma, ()))
        return found is not None and found[0] is Kind.AGREEMENT
    if above.vp.passive or not any(kind is Kind.SANCTION for kind, _ in entries):
        return False
    found = _act_object(above, above.vp, lex.ACTS.get(above.vp.lemma, ()))
    told = of_clause(above).view in (View.FACT, View.NOW, View.PLAN)
    return told and found is not None and found[0] is Kind.SANCTION and found[1] is clause.subject[-1]


def _read_as(clause: Clause, kind: Kind, phrase: Phrase, prep: str) -> tuple[Kind, Phrase, str]:
    """Correct the kind by words that the vocabulary of verb and object does not see."""
    if kind is Kind.STATEMENT and clause.vp.passive and "joint" in phrase.mods:
        kind = Kind.AGREEMENT  # "the joint statement adopted by the ministers": a common document
    if kind is Kind.SANCTION and phrase.head in _SERVICES and _of_a_seat(clause):
        kind = Kind.RUPTURE  # "the embassy suspended operations"
    if clause.vp.lemma == "summon" and any(p.low in ("home", "back") for p in clause.after[:4]):
        kind = Kind.RUPTURE  # "summoned its ambassador home"
    return kind, phrase, prep


_SERVICES = frozenset("operations operation services work activities activity functions".split())
_SEATS = frozenset("embassy consulate mission embassies consulates".split())


def _of_a_seat(clause: Clause) -> bool:
    """Whether it is an embassy whose work is meant: its own, or "operations at its embassy"."""
    return any(p.head in _SEATS or _SEATS & set(p.mods) for p in (*clause.subject, *clause.after) if p.type == "NP")


def _told_above(scene: Scene, clause: Clause, kind: Kind) -> bool:
    """Whether the clause above tells of it: what a body decides to do, what two sides agree to lift."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None:
        return False
    decided = kind is Kind.RESOLUTION and above.lemma in ("decide", "agree", "resolve")
    return decided or (kind is Kind.SANCTION and _agreed_by_both(scene, clause))


def _strength_of_nobody(clause: Clause) -> int:
    """How well an act stands for which nobody is named."""
    told_of_itself = first_person(clause) or both_sides(clause) or is_headed(clause) or _by_its_organ(clause)
    return FAIR if told_of_itself else WEAK


_ORGANS = frozenset("council commission assembly committee board".split())


def _by_its_organ(clause: Clause) -> bool:
    """ "The Council today imposed measures": a body that the text names no further in this sentence."""
    subject = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    one = subject[0] if len(subject) == 1 and not clause.vp.passive else None
    return one is not None and one.det == "the" and one.head in _ORGANS and one.capitalised


def _stands_alone(clause: Clause, kind: Kind, phrase: Phrase, draft: Draft) -> bool:
    """Whether a dated act is one happening though its sentence names nobody: "the accord signed in May"."""
    if draft.time is None:
        return False
    if kind is Kind.AGREEMENT and draft.place.words:
        return True
    signed = clause.vp.passive and phrase.head not in ("deal", "settlement", "compact")
    behind = clause.relation in ("participle", "relative") or is_bare(clause) or signed
    known = lex.NOUNS.get(phrase.head) is kind or "joint" in phrase.mods
    if kind in (Kind.RUPTURE, Kind.AGREEMENT) and phrase.head in _TIES and clause.vp.passive:
        return True  # "since relations were severed in 1980"
    return behind and kind in (Kind.AGREEMENT, Kind.SANCTION) and known


def _with_praise(clause: Clause, above: Outlook) -> Outlook:
    """ "Spoke to congratulate Peru on signing the pact": Peru has signed it, whatever becomes of the speech."""
    if clause.relation == "gerund" and above.view is View.MAYBE:
        return Outlook(View.FACT, "after-doing", above.spans)
    return above


_PRAISING = frozenset("congratulate commend thank praise applaud salute".split())
_ORDERS = frozenset("order orders decree proclamation directive".split())
_ACTIONS = frozenset("action actions step steps measure measures decision decisions".split())


def _taken(clause: Clause) -> bool:
    """ "Took action to impose sanctions", "congratulated Peru on signing the pact": it is done all the same."""
    above = clause.governor
    if above is None or above.vp is None:
        return False
    if clause.relation == "gerund" and clause.intro in ("on", "for"):
        return above.vp.lemma in _PRAISING
    took = above.vp.lemma in ("take", "announce") and any(p.head in _ACTIONS for p in objects(above))
    beside = [*above.items, *(above.governor.items if above.governor is not None else ())]
    took |= above.vp.lemma in ("issue", "sign") and any(p.head in _ORDERS for p in beside if p.type == "NP")
    return clause.relation == "infinitive" and (took or above.vp.lemma in ("act", "step"))


def _voted_on(clause: Clause) -> bool:
    """ "Voted to leave the pact": the vote is told, the act is still to come."""
    return clause.relation == "infinitive" and clause.governor is not None and clause.governor.lemma == "vote"


def _failed(clause: Clause) -> bool:
    return clause.relation == "infinitive" and clause.governor is not None and clause.governor.lemma == "fail"


def _voted_down(scene: Scene, clause: Clause, entries) -> bool:
    """ "The Security Council failed to adopt a resolution": that too is a decision of the body."""
    resolves = any(kind is Kind.RESOLUTION for kind, _ in entries)
    return resolves and any(p.kind is ActorKind.ORGANISATION for p in agents(scene, clause))


def _agreed_to(scene: Scene, clause: Clause) -> bool:
    """ "Chad and Niger agreed to restore ties": what two sides agree to do they have agreed on."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.lemma != "agree" or above.vp.tense == "future":
        return False
    entries = lex.ACTS.get(clause.vp.lemma, ())
    if not any(kind is Kind.AGREEMENT for kind, _ in entries) or clause.times:
        return False
    return len({p.state or p.name for p in subject_parties(scene, above)}) >= 2


def _by_body(scene: Scene, clause: Clause) -> bool:
    """ "The EU agreed on Monday to lift its embargo": what a body agrees or decides to do it has done."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.vp is None or clause.vp is None or clause.times:
        return False
    if above.vp.lemma not in ("agree", "decide") or of_clause(above).view is not View.FACT:
        return False
    doers = subject_parties(scene, above)
    return bool(doers) and all(p.kind is ActorKind.ORGANISATION and p.known for p in doers)


def _is_restriction(clause: Clause) -> bool:
    found = _act_object(clause, clause.vp, lex.ACTS.get(clause.vp.lemma, ()))
    return found is not None and found[0] is Kind.SANCTION


def _agreed_by_both(scene: Scene, clause: Clause) -> bool:
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.lemma != "agree":
        return False
    return len({p.state or p.name for p in subject_parties(scene, above)}) >= 2


def _time_of_decision(draft: Draft, clause: Clause) -> None:
    """ "Its announcement today to impose sanctions": the day stands behind the noun."""
    if draft.time is not None or clause.governing_noun is None:
        return
    items = clause.governor.items if clause.governor is not None else []
    at = items.index(clause.governing_noun) if clause.governing_noun in items else len(items)
    time = next((t for p in items[at + 1 : at + 3] if p.type == "TIME" for t in p.times), None)
    if time is not None:
        draft.time = time
        draft.because("when", "right-behind", (time.start, time.end))


def _own_time_of_insertion(draft: Draft, clause: Clause, phrase: Phrase) -> None:
    """ "The 1992 embargo, imposed by the council, was lifted in 1999": the insertion has its noun's time, not that."""
    inserted = clause.relation == "participle" and clause.vp.passive and clause.inherited
    inserted = inserted and clause.governor is not None and clause.governor.vp is not None
    if not inserted or not any(r.rule == "clause-above" for r in draft.reasons):
        return
    draft.time = None
    draft.reasons = [r for r in draft.reasons if r.field != "when"]
    if phrase.times:
        draft.time = phrase.times[0]
        draft.because("when", "in-the-phrase", (draft.time.start, draft.time.end))


def _sides(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind) -> tuple[list[Party], list[Party]]:
    """Those who act, and those whom the act is about."""
    decision = decision_above(clause)
    doers = deciders(clause, decision) if decision is not None else []
    doers = doers or agents(scene, clause, Role.INITIATOR)
    if clause.relation == "gerund" and _taken(clause):
        doers = [p for one in objects(clause.governor)[:1] for p in of_phrase(one, Role.INITIATOR)]
    if not doers and clause.vp.passive:
        doers = of_segments(segments(clause.after), frozenset({"between", "among"}))
    if not doers:
        doers = _teller(scene, clause) or [p for one in clause.subject if one.type == "NP" for p in body_of(one)]
    if kind is Kind.STATEMENT and clause.vp.lemma != "summon":
        return doers, _addressed(clause, phrase)
    about = _around(clause, phrase, kind is Kind.SANCTION, kind is Kind.INVITATION)
    if kind is Kind.AGREEMENT and len(distinct([*doers, *about])) == 1:
        below = [c for c in scene.clauses if c.relation == "infinitive"]
        aims = [c for c in below if c.governing_noun is phrase or c.governor is clause]
        about += [p for c in aims[:1] for p in of_segments(segments(c.after), OTHERS)]
    if kind is Kind.AGREEMENT and not about:
        about = of_segments(segments(clause.after), OTHERS)  # "concluded with Togo a treaty"
    if kind is Kind.AGREEMENT:
        brokered = [c for c in scene.clauses if c.governor is clause and _only_says_which(c)]
        for child in brokered:
            if child.vp.lemma in _BROKERING and child.subject[-1] is phrase:
                about += of_segments(segments(child.after), frozenset({"by"}), Role.MEDIATOR)
        return [replace(p, role=Role.PARTICIPANT) for p in doers], about
    if kind is Kind.RUPTURE:
        return doers, about
    if kind is Kind.INVITATION and clause.vp.lemma in _GUESTS_DO:
        doers = [replace(p, role=Role.TARGET) for p in doers]
        return doers, [replace(p, role=Role.INITIATOR) for p in about]
    if kind is Kind.RESOLUTION and clause.vp.lemma in GIVING:
        to = objects(clause)[:1] if clause.vp.passive else []
        about += [p for one in to for p in of_phrase(one)]  # "Moldova was granted candidate status"
    elif kind is Kind.RESOLUTION:
        about = [p for p in about if p.kind is ActorKind.ORGANISATION]
    if kind is Kind.OTHER:
        courts = of_segments(segments(clause.after), frozenset({"at", "with", "before", "to"}))
        about += [p for p in courts if p.kind is ActorKind.ORGANISATION]  # "filed a case at the court"
    about += [p for c in _put_on(scene, clause, phrase, kind) for p in of_segments(segments(c.after), _AGAINST)]
    return doers, [replace(p, role=Role.TARGET) for p in about]


_AGAINST = frozenset({"on", "against"})


def _put_on(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind) -> list[Clause]:
    """ "Lifted the sanctions imposed on Niger": the words behind that only say which sanctions they are."""
    if kind is not Kind.SANCTION or clause.vp.passive:
        return []
    return [c for c in scene.clauses if c.governor is clause and _only_says_which(c) and c.subject[-1] is phrase]


def _only_says_which(clause: Clause) -> bool:
    reduced = clause.relation == "participle" and clause.vp is not None and clause.vp.passive
    return reduced and bool(clause.subject) and not clause.times


_PAPERS_TO = frozenset("protest note representation complaint demarche objection ultimatum letter".split())


def _addressed(clause: Clause, phrase: Phrase) -> list[Party]:
    """To whom a protest goes: "lodged a protest with Nepal", "sent a note to Quito"."""
    if lex.singular(phrase.head) not in _PAPERS_TO:
        return []
    found = of_segments(segments(clause.after), frozenset({"with", "to", "against"}), Role.TARGET)
    if clause.vp.lemma in GIVING and not clause.vp.passive:
        found += [p for one in objects(clause)[:1] if one is not phrase for p in of_phrase(one, Role.TARGET)]
    return [p for p in found if p.kind is not ActorKind.PERSON or p.state or p.office]


_OWN_COUNTRY = frozenset("country government nation state administration republic kingdom".split())


def _teller(scene: Scene, clause: Clause) -> list[Party]:
    """ "The minister said the country would leave the pact": whoever says it acts for that country."""
    above = clause.governor
    nouns = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    if clause.relation != "that" or above is None or len(nouns) != 1 or clause.vp.passive:
        return []
    if nouns[0].head not in _OWN_COUNTRY or nouns[0].names:
        return []
    return subject_parties(scene, above, Role.INITIATOR)


_GUESTS_DO = frozenset("accept decline receive reject refuse get welcome turn honour honor".split())
"""What those who are invited do with an invitation: it came from the others."""
_NEEDS_SOMEBODY = frozenset("approve announce accept agree declare make issue adopt extend enter endorse".split())


def _enough(kind: Kind, phrase: Phrase, vp: Phrase, parties: tuple[Party, ...]) -> bool:
    """Whether enough parties are named for the words to tell of an act between states or bodies."""
    if kind is Kind.RESOLUTION:
        vetoed = vp.lemma in ("veto", "block") or phrase.head == "veto"
        return any(p.kind is ActorKind.ORGANISATION for p in parties) or (vetoed and bool(parties))
    if kind is Kind.RUPTURE:
        return bool(parties) or (vp.passive and phrase.head in _TIES)
    if kind is Kind.AGREEMENT and vp.lemma == "agree" and vp.passive and vp.form == "participle":
        return True  # "the accord, agreed between them at Lima in 2003": it stands where its place is told
    if kind is Kind.SANCTION and vp.lemma == "reopen":
        return len(parties) >= 2
    if kind is Kind.AGREEMENT and vp.lemma in _FOUNDING and lex.singular(phrase.head) in _COMMON:
        return len(parties) >= 2
    if kind is Kind.INVITATION and lex.singular(phrase.head) in ("offer", "proposal", "overture"):
        return len(parties) >= 2
    return bool(parties) or not (kind is Kind.AGREEMENT and vp.lemma in _NEEDS_SOMEBODY)


_TIES = frozenset("relations ties".split())
_FOUNDING = frozenset("create establish form set found launch".split())
_COMMON = frozenset("commission committee council mechanism fund union alliance bloc".split())


def _invited_to(scene: Scene, draft: Draft, phrase: Phrase) -> None:
    """What an invitation is to: "to visit Nairobi", "to meet the king"."""
    for child in scene.clauses:
        if child.governing_noun is phrase:
            goals = destinations(scene, child, direct=True)
            if goals:
                set_place(scene, draft, goals[0])
            met = [p for one in objects(child) for p in of_phrase(one)]
            met += of_segments(segments(child.after), OTHERS)
            draft.parties = distinct([*draft.parties, *(p for p in met if p.kind is ActorKind.PERSON)])


def _place_of_act(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, doers: list[Party]) -> Place:
    if kind is Kind.SANCTION:
        return Place()
    place = place_in(scene, clause, phrase)
    if not place.words and kind is Kind.AGREEMENT:
        place = place_of_encounter(scene, clause)
    if not place.words and clause.vp.lemma == "expel":
        home = next((p for p in doers if p.kind is ActorKind.STATE), None)
        return Place(home.name, home.name, home.start, home.end) if home is not None else place
    above = clause.governor
    if not place.words and clause.intro == "where" and above is not None and above.vp is not None:
        return place_in(scene, above, above.vp)
    return place


_BESIDE = frozenset("after following during at in on amid".split())


def place_of_encounter(scene: Scene, clause: Clause) -> Place:
    """Where those were together who made an agreement: "agreed … after talks in Lima", "during a visit to Lima"."""
    for item in clause.items:
        kind = noun_kind(item) if item.type == "NP" else None
        if kind not in ENCOUNTERS or locate(clause, item).prep not in _BESIDE:
            continue
        rest = behind(clause, item)
        goals = destinations(scene, Clause(after=rest), direct=False) if kind is Kind.VISIT else []
        place = goals[0] if goals else place_in(scene, Clause(after=rest), item)
        if place.words:
            return place
    return Place()


def _put_under(clause: Clause, vp: Phrase) -> tuple[Kind, Phrase, str] | None:
    """ "Placed two generals under sanctions", "added a bank to its sanctions list"."""
    wanted = lex.PUT_UNDER.get(vp.lemma)
    acted_on = objects(clause)
    if wanted is None or not acted_on:
        return None
    for part in segments(clause.after):
        if part.prep in ("under", "to", "on", "as") or (part.prep == "from" and vp.lemma in _TAKEN_OFF):
            for phrase in part.phrases:
                of_sponsors = any(p.head in ("sponsors", "terrorists", "terrorism") for p in clause.after)
                if phrase.head in wanted and (
                    (phrase.head not in ("list", "regime") and part.prep != "as")
                    or (phrase.head == "list" and of_sponsors)
                    or set(phrase.mods) & {"sanctions", "sanction", "terror", "terrorism", "terrorist", "black"}
                ):
                    return Kind.SANCTION, acted_on[0], ""
    return None


_TAKEN_OFF = frozenset("remove delete strike take drop delist".split())


def in_force(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    """ "The truce came into effect", "new tariffs take effect": the act that the subject names is in force."""
    enters = vp.lemma in ("enter", "come", "go", "take") and any(
        p.head in ("effect", "force", "hold") for p in clause.after[:3]
    )
    if not enters or vp.passive:
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
            parties = _around(clause, phrase, sanction=kind is Kind.SANCTION)
            draft = make(scene, clause, kind, outlook, status, parties, STRONG if parties else FAIR)
            draft.head, draft.definite = lex.singular(phrase.head), phrase.det == "the"
            if draft.time is None and phrase.times:
                draft.time = phrase.times[0]
            yield draft
            return


def _is_purpose(clause: Clause) -> bool:
    """ "Met to finalise a deal": what somebody meets for has not happened."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.vp is None or _taken(clause):
        return False
    if clause.governing_noun is not None and clause.governing_noun.head in lex.GOVERNING_NOUNS["planned"]:
        return False  # "Peru's decision to leave the pact"
    if "planned" in (governor_class(above.lemma), governor_class(above.vp.lemma)):
        return False
    return above.vp.lemma not in ("go", "manage", "proceed", "help", "be")


_LEADING = frozenset({"", "from", "of", "off", "out", "on", "upon", "to", "down", "up"})
"""What may stand between a verb and what it acts on."""
_LED_BY = {"break": frozenset({"with"}), "retaliate": frozenset({"with"}), "hand": frozenset({"in"})}


def _act_object(clause: Clause, vp: Phrase, entries) -> tuple[Kind, Phrase, str] | None:
    parts = segments(clause.subject if vp.passive else clause.after)
    chosen = parts[:1] if vp.passive else parts[:2]
    for number, part in enumerate(chosen):
        if part.prep not in _LEADING | _LED_BY.get(vp.lemma, frozenset()):
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
        chosen_here = part.phrases[:4]
        if _is_part(part.phrases[0]) and number == 0 and len(parts) > 1 and parts[1].prep in ("in", "of"):
            chosen_here = parts[1].phrases[:1]  # "paused 50 million dollars in loans", "a round of sanctions"
        for phrase in chosen_here:
            head = lex.singular(phrase.head) if phrase.head else ""
            if phrase.mods[-1:] == ("cease",) and phrase.head == "fire":
                head = "ceasefire"
            if phrase.head.startswith("commissioner") and "high" in phrase.mods:
                head = "ambassador"
            if phrase.head_name is not None and phrase.head_name.kind is ActorKind.ORGANISATION:
                if vp.lemma in _JOINING and not vp.passive and _of_states(clause, vp) and phrase.low == phrase.head_name.name.lower():
                    return Kind.AGREEMENT, phrase, part.prep
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
                if head in words or phrase.head in words or _packed(kind, head, phrase, words):
                    return kind, phrase, part.prep
    return None


def _packed(kind: Kind, head: str, phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether the word before the head is what is acted on: "a sanctions package"."""
    if kind is Kind.RESOLUTION and "resolution" in phrase.mods and any(m.isdigit() for m in phrase.mods):
        return True
    if any(m in words and n.endswith("ing") for m, n in pairwise((*phrase.mods, phrase.head))):
        return True  # "a resolution backing Palestinian membership" is read as one phrase
    return head in _PACKAGES | _WORKERS and any(m in words for m in phrase.mods)


_SUMS = frozenset("million billion millions billions dollar dollars euros bn m".split())
_LOTS = frozenset("regime tranche exchange series raft batch set slew host package round wave array string number".split())


def _is_part(phrase: Phrase) -> bool:
    """Whether a noun only says how much of what "of" or "in" names: "a raft of", "50 million dollars in"."""
    return phrase.head in _SUMS or phrase.head in _LOTS


_JOINING = frozenset({"rejoin", "accede", "join"})


def _of_states(clause: Clause, vp: Phrase) -> bool:
    """Whether a state is what joins: people join bodies too."""
    doing = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    states = bool(doing) and all(p.head_name is not None and p.head_name.kind is ActorKind.STATE for p in doing)
    return states or vp.lemma != "join"

_ENVOYS = frozenset({"ambassador", "charge", "envoy", "consul", "diplomat", "attache"})


_PACKAGES = frozenset({"package", "round", "measure", "regime", "list", "wave", "proposal", "plan", "offer"})
"""What restrictions come in: "a new sanctions package"."""


_WORKERS = frozenset("worker employee staff staffer personnel requirement spokesman spokeswoman head".split())
"""Who or what is acted on where the word before says what they belong to: "embassy workers", "visa requirements"."""


_SENT_HOME = frozenset("ambassador envoy diplomat charge staff peacekeeper contingent observer monitor".split())


def _is_envoy(phrase: Phrase) -> bool:
    if phrase.head.startswith("commissioner"):
        return "high" in phrase.mods
    return lex.singular(phrase.head) in _SENT_HOME


def _around(clause: Clause, phrase: Phrase, sanction: bool = False, invitation: bool = False) -> list[Party]:
    """Those whom the object of an act names: "the Libyan ambassador", "ties with Oman", "a treaty between …"."""
    found: list[Party] = []
    for name in phrase.names:
        named = [m for m in name.members or (name,) if m.kind is not None and not m.as_place]
        found += [
            Party(m.name, m.kind, Role.PARTICIPANT, name.start, name.end, m.state, m.office, m.known) for m in named
        ]
    items = clause.subject if phrase in clause.subject else clause.after
    rest = items[items.index(phrase) + 1 :] if phrase in items else []
    if phrase in clause.subject:
        rest = [*rest, *clause.after]
    if clause.inherited and clause.relation == "participle" and clause.governor is not None:
        rest = [*_up_to_comma(clause.governor.items, phrase), *rest]
    for part in segments(rest):
        if part.prep in ("with", "between", "among", "against", "on", "from", "to", "of", "in") or (
            part.prep == "by" and not clause.vp.passive
        ):
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
        if part.prep == "for" and sanction:
            found += [q for one in part.phrases for n in one.names if n.kind is ActorKind.STATE and (q := party(n))]
        if part.prep in ("to", "for") and phrase.head in _SHUT_TO:
            barred = [one for one in part.phrases if one.head_name is None]
            found += [p for one in barred for n in one.names if (p := party(n)) is not None]
    return found


def _up_to_comma(items: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """What belongs to a noun before an insertion: "sanctions | against Chad |, imposed in 2002, remain"."""
    rest = items[items.index(phrase) + 1 :] if phrase in items else []
    end = next((i for i, p in enumerate(rest) if p.type == "COMMA"), 0)
    return rest[:end]


_SHUT_TO = frozenset("airspace border borders ports port visa visas waters".split())
"""What is closed or opened to somebody's ships, planes or people."""


def agreed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Chad and Niger agreed to reopen their border": what several agree to do is an agreement of theirs."""
    outlook = of_clause(clause)
    parties = distinct([*subject_parties(scene, clause), *of_segments(segments(clause.after), OTHERS)])
    if outlook.view not in (View.FACT, View.NOW):
        return
    if any(c.governor is clause and _by_body(scene, c) and c.vp.lemma in lex.ACTS and _is_restriction(c) for c in scene.clauses):
        return  # "the EU agreed to lift its embargo": told by the lifting
    done = [
        c
        for c in scene.clauses
        if c.governor is clause
        and (c.relation == "infinitive" or (c.relation == "that" and c.vp is not None and _undertakes(c.vp)))
    ]
    if not done or any(_tells_of_encounter(c) for c in done):
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


def _at_home(phrase: Phrase, prep: str) -> bool:
    """Whether a town behind an embassy or ambassador says whose country it is: "its ambassador in Lima"."""
    return prep in ("in", "to", "from") and lex.singular(phrase.head) in ("embassy", "consulate", "ambassador", "envoy")


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
