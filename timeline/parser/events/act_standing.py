"""Whether an act is done, planned or only spoken of, where the verb above it decides that."""

from __future__ import annotations

from ..reading import ActorKind, Kind
from . import lexicon as lex
from .act_objects import act_object, only_says_which
from .clauses import Clause, segments
from .decisions import decision_above
from .draft import Scene
from .outlook import Outlook, View, governor_class, of_clause
from .roles import OTHERS, agents, objects, subject_parties
from .who import of_segments


def opens_what_was_done(clause: Clause) -> bool:
    """ "Adopting resolution 2719, the council agreed to …": it was adopted, whatever was agreed on."""
    above = clause.governor
    opening = clause.relation == "gerund" and not clause.intro and above is not None and above.vp is not None
    return opening and clause.vp.start < above.vp.start and of_clause(above).view is View.FACT


def under_a_thought(clause: Clause) -> bool:
    """ "Sanctions imposed on Chad would hurt": without a day, no more real than what the verb above tells."""
    above = clause.governor
    return above is not None and only_says_which(clause) and of_clause(above).view is View.MAYBE


def told_above(scene: Scene, clause: Clause, kind: Kind) -> bool:
    """Whether the clause above tells of it: what a body decides to do, what two sides agree to lift."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None:
        return False
    decided = kind is Kind.RESOLUTION and above.lemma in ("decide", "agree", "resolve")
    return decided or (kind is Kind.SANCTION and _agreed_by_both(scene, clause))


def with_praise(clause: Clause, above: Outlook) -> Outlook:
    """ "Spoke to congratulate Peru on signing the pact": Peru has signed it, whatever becomes of the speech."""
    if clause.relation == "gerund" and above.view is View.MAYBE:
        return Outlook(View.FACT, "after-doing", above.spans)
    return above


_FIRST_TO = frozenset("country state nation member government power kingdom republic".split())
"""What becomes "the third country to sign the pact"."""

_PROMPTING = frozenset("prompt lead cause spur".split())
"""What makes somebody do a thing: "this prompted Oslo to expel him"."""
_PRAISING = frozenset("congratulate commend thank praise applaud salute".split())

_ORDERS = frozenset("order orders decree proclamation directive".split())

_ACTIONS = frozenset("action actions step steps measure measures decision decisions".split())


def is_taken(clause: Clause) -> bool:
    """ "Took action to impose sanctions", "congratulated Peru on signing the pact": it is done all the same."""
    above = clause.governor
    if above is None or above.vp is None:
        return False
    if clause.relation == "gerund" and clause.intro in ("on", "for"):
        return above.vp.lemma in _PRAISING
    if clause.relation == "infinitive" and above.vp.lemma == "become" and not above.vp.modal:
        return clause.governing_noun is not None and lex.singular(clause.governing_noun.head) in _FIRST_TO
    if clause.relation == "infinitive" and above.vp.lemma in _PROMPTING and not above.vp.passive:
        return True
    took = above.vp.lemma in ("take", "announce") and any(p.head in _ACTIONS for p in objects(above))
    beside = [*above.items, *(above.governor.items if above.governor is not None else ())]
    took |= above.vp.lemma in ("issue", "sign") and any(p.head in _ORDERS for p in beside if p.type == "NP")
    return clause.relation == "infinitive" and (took or above.vp.lemma in ("act", "step"))


def voted_on(clause: Clause) -> bool:
    """ "Voted to leave the pact": the vote is told, the act is still to come."""
    return clause.relation == "infinitive" and clause.governor is not None and clause.governor.lemma == "vote"


def has_failed(clause: Clause) -> bool:
    return clause.relation == "infinitive" and clause.governor is not None and clause.governor.lemma == "fail"


def voted_down(scene: Scene, clause: Clause, entries) -> bool:
    """ "The Security Council failed to adopt a resolution": that too is a decision of the body."""
    resolves = any(kind is Kind.RESOLUTION for kind, _ in entries)
    return resolves and any(p.kind is ActorKind.ORGANISATION for p in agents(scene, clause))


def was_agreed_to(scene: Scene, clause: Clause) -> bool:
    """ "Chad and Niger agreed to restore ties": what two sides agree to do they have agreed on."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.lemma != "agree" or above.vp.tense == "future":
        return False
    entries = lex.ACTS.get(clause.vp.lemma, ())
    if not any(kind is Kind.AGREEMENT for kind, _ in entries) or clause.times:
        return False
    sides = subject_parties(scene, above)
    if clause.vp.lemma in _MENDING:
        sides = [*sides, *of_segments(segments(clause.after), OTHERS)]  # "Serbia agreed to restore ties with Kosovo"
    return len({p.state or p.name for p in sides}) >= 2


_MENDING = frozenset("restore normalise normalize resume re-establish establish renew".split())


def by_body(scene: Scene, clause: Clause) -> bool:
    """ "The EU agreed on Monday to lift its embargo": what a body agrees or decides to do it has done."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.vp is None or clause.vp is None or clause.times:
        return False
    if above.vp.lemma not in ("agree", "decide") or of_clause(above).view is not View.FACT:
        return False
    doers = subject_parties(scene, above)
    return bool(doers) and all(p.kind is ActorKind.ORGANISATION and p.known for p in doers)


def is_restriction(clause: Clause) -> bool:
    found = act_object(clause, clause.vp, lex.ACTS.get(clause.vp.lemma, ()))
    return found is not None and found[0] is Kind.SANCTION


def _agreed_by_both(scene: Scene, clause: Clause) -> bool:
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.lemma != "agree":
        return False
    return len({p.state or p.name for p in subject_parties(scene, above)}) >= 2


def is_purpose(clause: Clause) -> bool:
    """ "Met to finalise a deal": what somebody meets for has not happened."""
    above = clause.governor
    if clause.relation != "infinitive" or above is None or above.vp is None or is_taken(clause):
        return False
    if clause.governing_noun is not None and clause.governing_noun.head in lex.GOVERNING_NOUNS["planned"]:
        return False  # "Peru's decision to leave the pact"
    if decision_above(clause) is not None:
        return False
    if "planned" in (governor_class(above.lemma), governor_class(above.vp.lemma)):
        return False
    return above.vp.lemma not in ("go", "manage", "proceed", "help", "be")
