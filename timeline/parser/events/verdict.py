"""What became of a happening that a noun names, by the words that govern it.

The verb that governs the noun, the noun that it hangs on, the words beside it and the preposition before it are asked
in turn, the most telling first.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..reading import ActorKind, Kind, Span, Status
from . import lexicon as lex
from .clauses import Clause
from .draft import FAIR, STRONG, WEAK, Scene
from .nouns import Standing
from .outlook import STATUS, Outlook, View, of_clause
from .phrases import Phrase

TRANSPARENT = frozenset(
    """
    round rounds series set day days hour hours participation attendance presence stage phase leg cycle
    session sessions implementation start opening resumption plan plans date list week weeks invitation
    offer proposal proposals holding idea call calls
    """.split()
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a happening; or the act (a calling off, a putting off, a refusal) that is told of it."""

    status: Status | None
    rule: str
    spans: tuple[Span, ...] = ()
    act: Kind | None = None
    joins: bool = False
    """The subject of the clause takes part."""
    strength: int = FAIR


_USUAL = frozenset("regular frequent periodic routine occasional weekly monthly recurrent customary".split())


def judge(
    scene: Scene,
    clause: Clause,
    phrase: Phrase,
    kind: Kind,
    standing: Standing,
    outer: Phrase | None,
    linked: bool,
    told: set[Span],
) -> Verdict | None:
    """Say what became of what a noun names, from most to least telling words; None where it is only thought of."""
    words = ((phrase.start, phrase.end),)
    if phrase.head.endswith("s") and not _USUAL.isdisjoint(phrase.mods) and not phrase.times:
        return None  # "the two hold regular consultations"
    if phrase.det in ("no", "neither") or (outer is not None and outer.det == "no"):
        return None
    by_noun = _by_outer(clause, phrase, standing, outer) or _prepared(clause, phrase, standing)
    by_noun = by_noun or _at_a_venue(clause, outer) or _by_relative(scene, clause, phrase)
    if by_noun is not None:
        return by_noun
    headed = _headline_participle(scene, clause, phrase)
    if headed is not None:
        return headed
    modifier = next((lex.MODIFIERS[m] for m in phrase.mods if m in lex.MODIFIERS), "")
    outlook = of_clause(clause)
    by_verb = None
    lower = _carried_out(scene, clause, phrase)
    if lower is not None:
        clause, outlook = lower, of_clause(lower)
    if clause.vp is not None:
        by_verb = _by_verb(scene, clause, phrase, standing, outlook, linked, told)
        if by_verb is _NOTHING:
            return None
    if by_verb is not None and (by_verb.act is not None or by_verb.strength == STRONG):
        return by_verb
    if modifier in ("collapsed", "cancelled", "postponed"):
        return Verdict(Status(modifier), "modifier", words, strength=FAIR)
    if modifier == "planned" and "next" not in phrase.mods:
        return Verdict(Status.PLANNED, "modifier", words)
    if modifier == "proposed":
        return Verdict(Status.PROPOSED, "modifier", words) if linked or phrase.names else None
    if modifier == "ongoing":
        return Verdict(Status.ONGOING, "modifier", words)
    if by_verb is not None:
        return by_verb
    return _by_position(clause, phrase, kind, standing, outlook, modifier, linked)


def _headline_participle(scene: Scene, clause: Clause, phrase: Phrase) -> Verdict | None:
    """ "Lake summit called off after row": a headline's participle, with no verb beside it."""
    if clause.vp is not None:
        return None
    for child in scene.clauses:
        if child.governor is clause and child.relation == "participle" and child.subject[-1:] == [phrase]:
            spans = ((child.vp.start, child.vp.end),)
            for name, status in (("cancelled", Status.CANCELLED), ("postponed", Status.POSTPONED)):
                if child.lemma in lex.GOVERNING_VERBS[name]:
                    return Verdict(status, "called-off" if name == "cancelled" else "put-off", spans, strength=STRONG)
    return None


def _by_relative(scene: Scene, clause: Clause, phrase: Phrase) -> Verdict | None:
    """What the relative clause says became of it: "a trip that was delayed", "his visit that's coming up"."""
    verbs = lex.GOVERNING_VERBS
    for child in scene.clauses:
        told = child.relation in ("relative", "coordinate") and child.subject[-1:] == [phrase] and child.inherited
        if not told or child is clause or child.vp is None or child.vp.negated or child.intro in ("if", "when"):
            continue
        spans = ((child.vp.start, child.vp.end),)
        if child.vp.passive and of_clause(child).view in _DONE and clause.lemma not in verbs["held"] - {"have"}:
            if child.lemma in verbs["cancelled"]:
                return Verdict(Status.CANCELLED, "called-off", spans, joins=clause.lemma == "have", strength=STRONG)
            if child.lemma in verbs["postponed"]:
                return Verdict(Status.POSTPONED, "put-off", spans, joins=clause.lemma == "have", strength=STRONG)
        if child.vp.lemma == "come" and child.vp.progressive and any(p.low == "up" for p in child.after[:1]):
            return Verdict(Status.PLANNED, "present-progressive", spans, strength=FAIR)
    return None


_UNDER_WAY = frozenset("be underway begin start continue make go intensify gather finalise finalize complete".split())


def _prepared(clause: Clause, phrase: Phrase, standing: Standing) -> Verdict | None:
    """ "Preparations are under way for a visit": the subject says what is being done towards it."""
    if standing.prep != "for" or standing.side != "object" or clause.vp is None or clause.vp.negated:
        return None
    if clause.vp.lemma not in _UNDER_WAY or not standing.first:
        return None
    noun = next((p for p in clause.subject if p.type == "NP"), None)
    for name, status in (("planned", Status.PLANNED), ("proposed", Status.PROPOSED)):
        if noun is not None and noun.head in lex.GOVERNING_NOUNS[name]:
            return Verdict(status, "plan-noun", ((noun.start, noun.end), (phrase.start, phrase.end)), strength=STRONG)
    return None


VENUES = frozenset("venue site location host setting place".split())


def _at_a_venue(clause: Clause, outer: Phrase | None) -> Verdict | None:
    """ "Offered Lima as a venue for talks", "chose Oslo as the site of the summit"."""
    if outer is None or outer.head not in VENUES or clause.vp is None or clause.vp.negated:
        return None
    spans = ((clause.vp.start, clause.vp.end), (outer.start, outer.end))
    view = of_clause(clause).view
    if clause.lemma in _PUT_FORWARD or clause.vp.lemma == "put":
        return Verdict(Status.PROPOSED, "proposal-verb", spans, strength=STRONG) if view in _DONE else None
    if clause.vp.lemma in ("choose", "pick", "select", "name", "agree", "settle", "confirm", "fix") and view in _DONE:
        return Verdict(Status.PLANNED, "planned-verb", spans, strength=STRONG)
    return None


_PUT_FORWARD = frozenset("propose offer suggest float mention want favour favor".split())


def _by_outer(clause: Clause, phrase: Phrase, standing: Standing, outer: Phrase | None) -> Verdict | None:
    if outer is None or not outer.head:
        return None
    words = ((outer.start, outer.end), (phrase.start, phrase.end))
    head = outer.head
    if head in ("eye", "eyes", "sights", "gaze") and standing.prep == "on":
        return Verdict(Status.PLANNED, "before-it", words, joins=True)  # "ends his visit with an eye on a summit"
    if head in ("date", "dates") and standing.prep == "for" and clause.lemma in _PUT_FORWARD:
        joins = lex.NOUNS.get(phrase.head) is not Kind.VISIT
        return Verdict(Status.PROPOSED, "proposal-verb", words, joins=joins)  # "offered dates for a visit"
    for name, status in (
        ("collapsed", Status.COLLAPSED),
        ("cancelled", Status.CANCELLED),
        ("postponed", Status.POSTPONED),
    ):
        if head in lex.GOVERNING_NOUNS[name]:
            return Verdict(status, f"{name}-noun", words, strength=STRONG)
    if head in lex.GOVERNING_NOUNS["refused"]:
        return Verdict(Status.HELD, "refusal-noun", words, act=Kind.INVITATION)
    if head in lex.GOVERNING_NOUNS["past"]:
        return Verdict(Status.HELD, "past-noun", words)
    if (
        clause.vp is not None
        and clause.lemma
        in lex.GOVERNING_VERBS["cancelled"] | lex.GOVERNING_VERBS["postponed"] | lex.GOVERNING_VERBS["refused"]
    ):
        return None
    if head in lex.GOVERNING_NOUNS["proposed"]:
        return Verdict(Status.PROPOSED, "proposal-noun", words)
    if head in lex.GOVERNING_NOUNS["planned"] or head == "dates":
        joins = head in ("date", "dates") and clause.vp is not None and not clause.vp.passive
        return Verdict(Status.PLANNED, "plan-noun", words, joins=joins)  # "Chad and Niger set a date for talks"
    if head in (
        "prospect",
        "prospects",
        "possibility",
        "chance",
        "chances",
        "hope",
        "hopes",
        "need",
        "likelihood",
        "format",
        "terms",
        "importance",
    ):
        return Verdict(Status.PROPOSED, "hypothetical-noun", words, strength=WEAK)
    return None


def _carried_out(scene: Scene, clause: Clause, phrase: Phrase) -> Clause | None:
    """The infinitive that says what is done to it: "the visit is to be rescheduled", "had to be called off"."""
    verbs = lex.GOVERNING_VERBS
    if clause.vp is None or phrase not in clause.subject:
        return None
    for child in scene.clauses:
        done_to = child.governor is clause and child.relation == "infinitive" and phrase in child.subject
        if done_to and child.vp.passive and child.lemma in verbs["cancelled"] | verbs["postponed"]:
            return child
        if done_to and child.vp.perfect and of_clause(child).view is View.OFF:
            return child  # "the talks were to have resumed"
        if done_to and clause.vp.lemma == "be" and not child.vp.passive and of_clause(child).rule == "is-to":
            return child  # "talks are to resume on Friday"
    return None


_NOTHING = Verdict(None, "nothing")


_OBJECT_PREPS = frozenset("short off out of from in into to on for away with up back at".split())


_OWN = frozenset("his her its their our my".split())
_RUMOURS = frozenset("reports report rumours rumors claims speculation allegations".split())
_DONE = frozenset({View.FACT, View.NOW})
_DONE_OR_AHEAD = frozenset({View.FACT, View.NOW, View.PLAN})


def _by_verb(
    scene: Scene,
    clause: Clause,
    phrase: Phrase,
    standing: Standing,
    outlook: Outlook,
    linked: bool,
    told: set[Span],
) -> Verdict | None:
    vp = clause.vp
    lemma = clause.lemma
    spans = outlook.spans or ((vp.start, vp.end),)
    rumoured = standing.outer is not None and standing.outer.head in _RUMOURS
    if rumoured and lemma in lex.GOVERNING_VERBS["denied"] and not vp.negated:
        return Verdict(Status.HELD, "denied", spans, strength=STRONG)
    if outlook.view is View.NOT and standing.prep in ("at", "in", "during", "after") and _failed_at(clause):
        return Verdict(Status.COLLAPSED, "ended-without-result", spans, joins=True, strength=STRONG)
    bare = phrase.det in ("", "a", "an", "any", "such", "another", "more", "new") and not phrase.possessors
    is_at = lemma == "be" and standing.side == "object" and standing.first and standing.prep in ("on", "in", "at")
    named = lemma == "be" and standing.side == "object" and standing.first and not standing.prep
    if named and outlook.view is View.PLAN:
        return Verdict(Status.PLANNED, outlook.rule, spans)  # "it will be their first meeting since May"
    if is_at and outlook.view is View.FACT and not _is_about(clause):
        status = Status.ONGOING if vp.tense == "present" and not vp.perfect else Status.HELD
        return Verdict(status, "is-at", spans, joins=True, strength=STRONG)
    if vp.passive and lemma in _BUSY_WITH and standing.prep == "in" and standing.first and outlook.view in _DONE:
        status = Status.ONGOING if vp.tense == "present" and not vp.perfect else Status.HELD
        return Verdict(status, "is-at", spans, joins=True, strength=STRONG)
    if _goes_ahead(clause, standing):
        if outlook.view in (View.NOT, View.REFUSED):
            return Verdict(Status.CANCELLED, "not-gone-ahead-with", spans, joins=True, strength=STRONG)
        if outlook.view is View.PLAN:
            return Verdict(Status.PLANNED, outlook.rule, spans, joins=True, strength=STRONG)
    if _is_acted_on(clause, standing):
        return _acted_on(clause, phrase, standing, outlook, spans, bare, linked)
    if standing.side == "subject":
        return _happens(scene, clause, outlook, spans, bare) if standing.prep in ("", "of") else None
    return _beside_verb(clause, phrase, standing, outlook, spans, bare, linked, told)


_BUSY_WITH = frozenset("lock engage involve embroil bog hole closet immerse".split())


def _goes_ahead(clause: Clause, standing: Standing) -> bool:
    """ "Go ahead with the summit", "proceed with the talks"."""
    if standing.side != "object" or standing.prep != "with" or not standing.first:
        return False
    ahead = any(p.low in ("ahead", "forward") for p in clause.after[:3])
    return clause.vp.lemma == "proceed" or (clause.vp.lemma in ("go", "move", "press", "push") and ahead)


def _is_acted_on(clause: Clause, standing: Standing) -> bool:
    """Whether the verb acts on what the noun names, as its object or, in the passive, its subject."""
    if standing.side == "subject":
        plans = standing.outer is not None and standing.prep == "for" and standing.outer.head in ("plans", "plan")
        return clause.vp.passive and clause.lemma != "underway" and (standing.prep in ("", "of") or plans)
    if not clause.vp.passive and _is_object(clause, standing):
        return True
    verbs = lex.GOVERNING_VERBS
    outer = standing.outer
    transparent = outer is not None and bool({outer.head, lex.singular(outer.head)} & TRANSPARENT)
    return transparent and clause.lemma in verbs["cancelled"] | verbs["postponed"] | verbs["refused"]


def _acted_on(
    clause: Clause,
    phrase: Phrase,
    standing: Standing,
    outlook: Outlook,
    spans: tuple[Span, ...],
    bare: bool,
    linked: bool,
) -> Verdict | None:
    vp, lemma, view, verbs = clause.vp, clause.lemma, outlook.view, lex.GOVERNING_VERBS
    active = not vp.passive
    if not active and view in _DONE_OR_AHEAD and _to_a_day(clause) and vp.lemma in ("move", "bring", "shift"):
        return _moved(clause, spans)
    if lemma == "absent":
        return Verdict(Status.CANCELLED, "stayed-away", spans, act=Kind.CANCELLATION, joins=True, strength=STRONG)
    if lemma in verbs["cancelled"] or (lemma in ("withdraw", "pull") and standing.prep == "from"):
        if view in _DONE_OR_AHEAD:
            act = Kind.CANCELLATION if active else None
            return Verdict(Status.CANCELLED, "called-off", spans, act=act, joins=True, strength=STRONG)
        return _NOTHING if view is View.MAYBE and bare else None
    if lemma in verbs["postponed"] or (vp.lemma == "put" and "hold" in lemma):
        put_off = Verdict(Status.POSTPONED, "put-off", spans, joins=active, strength=STRONG)
        return put_off if view in _DONE_OR_AHEAD else None
    left = vp.lemma == "leave" and phrase.head in ("talks", "negotiations") and phrase.det == "the" and active
    short = vp.lemma in ("end", "leave", "conclude", "adjourn") and any(p.low in _EARLY for p in clause.after)
    if lemma in verbs["collapsed"] or (left and standing.prep == "") or (short and not vp.passive):
        broken = Verdict(Status.COLLAPSED, "broken-off", spans, joins=active, strength=STRONG)
        return broken if view in _DONE else None
    if lemma in verbs["refused"]:
        refused = Verdict(Status.HELD, "refused", spans, act=Kind.INVITATION, joins=True, strength=STRONG)
        return refused if view in _DONE_OR_AHEAD else _NOTHING
    if lemma in verbs["denied"]:
        return Verdict(Status.HELD, "denied", spans, strength=STRONG)
    if lemma in verbs["proposed"] and lemma not in verbs["held"] and vp.lemma not in _NEUTRAL:
        offered = bare or lemma in ("propose", "offer", "suggest", "request", "seek")
        if offered and view in _DONE_OR_AHEAD | {View.PROPOSAL}:
            return Verdict(Status.PROPOSED, "proposal-verb", spans, joins=True, strength=STRONG)
        return _NOTHING if bare else None
    if lemma in verbs["planned"]:
        return _planned(clause, standing, outlook, spans, bare, linked)
    if lemma in verbs["held"] or vp.lemma in verbs["held"] or vp.lemma in ("resume", "continue"):
        return _held(clause, phrase, standing, outlook, spans, bare)
    thought = view in (View.MAYBE, View.NOT, View.REFUSED) and bare and vp.lemma not in _NEUTRAL
    return _NOTHING if thought else None


def _planned(
    clause: Clause, standing: Standing, outlook: Outlook, spans: tuple[Span, ...], bare: bool, linked: bool
) -> Verdict | None:
    if clause.lemma == "call" and clause.vp.tense == "present" and not clause.vp.passive and bare:
        return _NOTHING  # "for what aides call a private visit"
    joins = linked or clause.lemma not in ("announce", "confirm", "expect", "await", "anticipate")
    if clause.lemma == "prepare":
        joins = standing.prep == "for" and linked  # "he came to prepare a visit by the king"
    if outlook.view is View.PROPOSAL:  # "are trying to arrange a meeting"
        return Verdict(Status.PROPOSED, outlook.rule, spans, joins=linked, strength=STRONG)
    planned = Verdict(Status.PLANNED, "planned-verb", spans, joins=joins, strength=STRONG)
    return planned if outlook.view in _DONE_OR_AHEAD else None


_EARLY = frozenset("early abruptly prematurely".split())
_NEUTRAL = frozenset("discuss raise mention welcome praise note recall hail support insist pursue".split())
"""Verbs that speak of a happening without saying what became of it."""


_CROWNED = frozenset("begin start open end close conclude finish cap crown complete".split()) | {
    "wrap up",
    "kick off",
    "round off",
    "wind up",
}
"""Verbs of which "with talks" says how: "ended her visit with talks"."""


def _beside_verb(
    clause: Clause,
    phrase: Phrase,
    standing: Standing,
    outlook: Outlook,
    spans: tuple[Span, ...],
    bare: bool,
    linked: bool,
    told: set[Span],
) -> Verdict | None:
    """What a verb says of a happening that stands behind a preposition: "met for talks", "arrived for a summit"."""
    vp, verbs = clause.vp, lex.GOVERNING_VERBS
    if standing.prep == "with" and clause.lemma in _CROWNED and not standing.first and outlook.view in STATUS:
        return Verdict(STATUS[outlook.view], outlook.rule, spans, joins=not vp.passive)
    told_already = standing.prep in ("for", "in", "at", "during") and (vp.start, vp.end) in told
    if told_already and bare and not phrase.names and not linked:
        return _NOTHING
    if outlook.view in (View.MAYBE, View.NOT, View.REFUSED) and bare:
        return _NOTHING
    if standing.prep == "for" and outlook.view is View.OFF:
        return Verdict(Status.CANCELLED, outlook.rule, spans, joins=not linked, strength=FAIR)
    carried = {clause.lemma, vp.lemma} & verbs["held"] or clause.relation in ("infinitive", "participle")
    if standing.prep in ("for", "in") and bare and carried:
        status = STATUS.get(outlook.view)
        return Verdict(status, outlook.rule, spans, joins=True, strength=FAIR) if status else _NOTHING
    return None


_RESULTS = frozenset("reach agree sign strike secure produce make achieve clinch".split())


def _failed_at(clause: Clause) -> bool:
    """ "Failed to reach an agreement at talks", "did not agree at the summit"."""
    if clause.lemma not in _RESULTS:
        return False
    return clause.vp is not None and (
        clause.vp.negated or (clause.governor is not None and clause.governor.lemma in ("fail", "unable"))
    )


def _is_object(clause: Clause, standing: Standing) -> bool:
    if standing.first:
        return standing.prep in ("", *_OBJECT_PREPS)
    return False


def _held(
    clause: Clause, phrase: Phrase, standing: Standing, outlook: Outlook, spans: tuple[Span, ...], bare: bool
) -> Verdict | None:
    view, vp = outlook.view, clause.vp
    if view in (View.MAYBE, View.NOT):
        absent = vp.lemma in ("attend", "participate", "join", "take") or (
            vp.lemma in ("come", "go", "travel") and standing.prep in ("to", "for")
        )
        absent = absent or clause.lemma in ("turn up", "show up")
        above = clause.governor
        past = vp.tense == "past" or (above is not None and above.lemma == "fail" and above.vp.tense == "past")
        if view is View.NOT and absent and past:
            return Verdict(Status.CANCELLED, "stayed-away", spans, act=Kind.CANCELLATION, joins=True, strength=STRONG)
        return _NOTHING if bare or view is View.NOT else None
    if view is View.REFUSED:
        if vp.lemma in ("attend", "participate", "join", "take", "visit", "go", "travel", "come"):
            return Verdict(Status.CANCELLED, "stays-away", spans, act=Kind.CANCELLATION, joins=True, strength=STRONG)
        return Verdict(Status.HELD, "refused", spans, act=Kind.INVITATION, joins=True, strength=STRONG)
    status = STATUS[view]
    if view is View.FACT and vp.lemma in ("resume", "continue") and vp.tense == "present" and not vp.perfect:
        status = Status.ONGOING
    if (
        view is View.FACT
        and vp.lemma in ("arrive", "travel", "fly", "head", "go", "leave", "return")
        and standing.prep == "for"
    ):
        status = Status.PLANNED if vp.lemma in ("head", "leave") else Status.HELD
    if view is View.NOW and vp.lemma in ("attend", "participate", "join"):
        status = Status.ONGOING
    if vp.lemma in ("use", "get", "make", "find", "close", "follow", "address", "reach", "represent") and standing.prep:
        return Verdict(status, outlook.rule, spans, joins=False, strength=FAIR)
    if vp.lemma == "make" and not (phrase.head.startswith(("visit", "trip", "tour", "call", "stop"))):
        return None
    return Verdict(
        status,
        outlook.rule,
        spans,
        joins=vp.lemma not in ("host", "mediate", "facilitate", "moderate", "organise", "organize", "follow"),
        strength=STRONG,
    )


_AIMED_AT = frozenset("agreement deal result results breakthrough progress accord compromise".split())


def _moved(clause: Clause, spans: tuple[Span, ...]) -> Verdict:
    """ "Moved to Friday" is put off, "brought forward to Friday" a plan still."""
    if any(p.low == "forward" for p in clause.after[:2]):
        return Verdict(Status.PLANNED, "planned-verb", spans, strength=STRONG)
    return Verdict(Status.POSTPONED, "put-off", spans, strength=STRONG)


def _to_a_day(clause: Clause) -> bool:
    """ "Moved to Friday", "brought forward to May 20"."""
    return any(p.type == "TIME" and before.low == "to" for before, p in pairwise(clause.after))


_COMES_ABOUT = frozenset("take happen go materialise materialize hold occur proceed".split())


def _state(clause: Clause, spans: tuple[Span, ...]) -> Verdict | None:
    """ "The meeting was off", "the talks are on hold"."""
    said = [p.low for p in clause.after[:2]]
    if said[:1] == ["off"] and len(clause.after) < 3:
        return Verdict(Status.CANCELLED, "called-off", spans, strength=STRONG)
    return Verdict(Status.POSTPONED, "put-off", spans, strength=STRONG) if said == ["on", "hold"] else None


def _fails_to_come_about(scene: Scene, clause: Clause) -> bool:
    """ "The meeting failed to take place", "to materialise": it did not collapse, there was none."""
    return any(
        c.governor is clause and c.relation == "infinitive" and c.vp.lemma in _COMES_ABOUT for c in scene.clauses
    )


def _happens(scene: Scene, clause: Clause, outlook: Outlook, spans: tuple[Span, ...], bare: bool) -> Verdict | None:
    view, vp, lemma = outlook.view, clause.vp, clause.lemma
    verbs = lex.GOVERNING_VERBS
    if lemma == "fail" and _fails_to_come_about(scene, clause):
        return Verdict(Status.CANCELLED, "did-not-happen", spans, strength=STRONG)
    if lemma in verbs["collapsed"] and not vp.passive:
        return (
            Verdict(Status.COLLAPSED, "broke-down", spans, strength=STRONG) if view in (View.FACT, View.NOW) else None
        )
    if lemma in ("end", "conclude", "finish", "close", "adjourn", "wrap up", "break up") and any(
        p.low in ("without", "failure", "deadlock", "acrimony")
        or p.head in ("failure", "deadlock", "disarray")
        or (p.det == "no" and p.head in _AIMED_AT)
        for p in clause.after
    ):
        return Verdict(Status.COLLAPSED, "ended-without-result", spans, strength=STRONG)
    if lemma in ("slip", "adjourn") and view in (View.FACT, View.NOW):
        return Verdict(Status.POSTPONED, "put-off", spans, strength=STRONG)
    if view is View.OFF:
        return Verdict(Status.CANCELLED, outlook.rule, spans, strength=STRONG)
    due = lemma in ("due", "bound") or (vp.passive and lemma in ("set", "schedule", "expect", "slate", "plan", "poise"))
    if view is View.PLAN or due:
        return Verdict(Status.PLANNED, outlook.rule if view is View.PLAN else "planned-verb", spans, strength=STRONG)
    if lemma in verbs["ongoing"] and view in (View.FACT, View.NOW):
        return Verdict(Status.ONGOING if vp.tense == "present" else Status.HELD, "goes-on", spans, strength=STRONG)
    if view is View.NOW:
        return Verdict(Status.ONGOING, outlook.rule, spans, strength=STRONG)
    if view in (View.MAYBE, View.PROPOSAL, View.REFUSED, View.NOT):
        if view in (View.NOT, View.REFUSED) and (lemma in _COMES_ABOUT or vp.lemma in _COMES_ABOUT):
            return Verdict(Status.CANCELLED, "did-not-happen", spans, strength=STRONG)
        return _NOTHING if bare else None
    if lemma == "be" and (state := _state(clause, spans)) is not None:
        return state
    if lemma == "be" and vp.tense == "present" and not vp.perfect:
        return None
    if vp.tense == "present" and not vp.perfect and lemma not in verbs["happens"]:
        return None
    happening = lemma in (
        "hold",
        "take",
        "begin",
        "open",
        "start",
        "conclude",
        "end",
        "occur",
        "last",
        "resume",
        "finish",
        "happen",
        "kick off",
        "wrap up",
        "take place",
        "close",
        "follow",
        "attend",
        "host",
        "convene",
        "produce",
        "yield",
        "result",
        "come",
    )
    return Verdict(Status.HELD, outlook.rule, spans, strength=STRONG if happening else FAIR)


_COMES_OUT = frozenset("emerge come return walk exit leave".split())


def _by_position(
    clause: Clause, phrase: Phrase, kind: Kind, standing: Standing, outlook: Outlook, modifier: str, linked: bool
) -> Verdict | None:
    words = ((phrase.start, phrase.end),)
    prep = standing.prep
    bare = phrase.det in ("", "a", "an", "any", "such") and not phrase.possessors and not phrase.times
    if modifier == "past":
        return Verdict(Status.HELD, "modifier", words)
    if prep == "from" and kind is Kind.VISIT and phrase.det != "the":
        return Verdict(Status.HELD, "after-it", words)  # "fresh from a visit to Lima"
    if (
        prep == "from"
        and clause.vp is not None
        and clause.vp.lemma in _COMES_OUT
        and outlook.view in _DONE | {View.MAYBE}
    ):
        return Verdict(Status.HELD, "after-it", words, joins=True)  # "emerging from talks with the king"
    if prep == "on" and _is_about(clause):
        return Verdict(Status.HELD, "spoken-of", words, strength=WEAK)
    if prep in ("after", "following", "since", "during", "at", "on"):
        if outlook.view in (View.PLAN, View.PROPOSAL) and prep in ("at", "during"):
            return Verdict(STATUS[outlook.view], outlook.rule, words)
        alone = bare and not phrase.names and not linked and not _of_a_body(clause, phrase)
        return Verdict(Status.HELD, f"{prep}-it", words, strength=WEAK if alone else FAIR)
    if prep == "in" and (phrase.possessors or phrase.det in _OWN) and linked and outlook.view in _DONE:
        return Verdict(Status.HELD, "in-it", words)  # "in his meeting with the king he said"
    if prep in ("before", "ahead", "of") and (prep != "of" or _ahead_of(clause, phrase)):
        return Verdict(Status.PLANNED, "before-it", words)
    if "next" in phrase.mods or phrase.det == "next":
        return Verdict(Status.PLANNED, "modifier", words)
    if clause.vp is None:
        if bare and not (phrase.names or standing.prep == ""):
            return None
        return Verdict(
            Status.HELD, "named-only", words, strength=WEAK if bare and not phrase.names and not linked else FAIR
        )
    if bare and outlook.view in (View.MAYBE, View.NOT, View.REFUSED):
        return None
    return Verdict(Status.HELD, "spoken-of", words, strength=WEAK)


_SAID = frozenset("briefing call article report story question topic focus statement speech remarks book".split())


def _is_about(clause: Clause) -> bool:
    """ "This briefing is on the minister's journey": words are about it, nobody is on it."""
    return any(p.head in _SAID for p in clause.subject if p.type == "NP")


def _of_a_body(clause: Clause, phrase: Phrase) -> bool:
    """ "At an emergency session of the Security Council": whose session it is."""
    items = clause.items
    at = items.index(phrase)
    named = items[at + 2].head_name if at + 2 < len(items) and items[at + 1].low == "of" else None
    return named is not None and named.kind is ActorKind.ORGANISATION


def _ahead_of(clause: Clause, phrase: Phrase) -> bool:
    items = clause.items
    at = items.index(phrase)
    return at >= 2 and items[at - 2].low == "ahead"
