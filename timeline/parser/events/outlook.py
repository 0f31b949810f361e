"""How a clause puts what its verb tells: as a fact, a plan, a proposal, a refusal or a mere thought.

Tense, modals, negation and conditionals decide, together with the verbs and nouns that the clause hangs on:
"agreed to meet" is a plan, "offered to meet" a proposal, "declined to meet" a refusal, "must decide whether to meet"
neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..reading import Span, Status
from . import lexicon as lex
from .clauses import Clause
from .phrases import Phrase


class View(StrEnum):
    """How something is told."""

    FACT = "fact"
    NOW = "now"
    PLAN = "plan"
    PROPOSAL = "proposal"
    REFUSED = "refused"
    OFF = "off"
    """It was agreed and, the words say, did not come about."""
    NOT = "not"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Outlook:
    """A view, the name of the rule that gave it, and the words it rests on."""

    view: View
    rule: str
    spans: tuple[Span, ...] = ()
    denied: bool = False


STATUS = {
    View.FACT: Status.HELD,
    View.NOW: Status.ONGOING,
    View.PLAN: Status.PLANNED,
    View.PROPOSAL: Status.PROPOSED,
    View.OFF: Status.CANCELLED,
}
"""What a view makes of an encounter."""
ACT_STATUS = {View.FACT: Status.HELD, View.NOW: Status.HELD, View.PLAN: Status.PLANNED}
"""What a view makes of an act, which is done or planned or none."""


def governor_class(lemma: str) -> str:
    """Name the class of a verb that governs another ("agree" → planned), or ""."""
    return _CLASS.get(lemma, "")


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("proposed", "planned", "refused", "denied", "factive", "hypothetical", "counterfactual"):
        for verb in lex.GOVERNING_VERBS.get(name, ()):
            found[verb] = name
    for verb in ("call on", "call upon"):
        found[verb] = "proposed"  # "called on the two to meet"
    for verb in ("agree", "decide", "plan", "arrange"):
        found[verb] = "planned"
    for verb in ("cancel", "call off", "postpone", "put off", "delay"):
        found.setdefault(verb, "cancelled" if verb in ("cancel", "call off") else "planned")
    return found


_CLASS = _classes()
_PURPOSE = frozenset(
    """
    travel fly go visit meet gather arrive come head convene sit hold host join attend speak call return
    journey assemble use sign
    """.split()
)
_FUTURE_PRESENT = frozenset(
    """
    meet visit travel fly go host hold attend arrive leave head come begin start open convene gather sign
    receive welcome depart
    """.split()
)


def of_clause(clause: Clause, depth: int = 0) -> Outlook:
    """Give the outlook of a clause's verb."""
    vp = clause.vp
    if vp is None or depth > 8:
        return Outlook(View.FACT, "no-verb")
    span = ((vp.start, vp.end),)
    if clause.intro in lex.HYPOTHETICAL_CONJUNCTIONS:
        return Outlook(View.MAYBE, "condition", span)
    if clause.relation in ("infinitive", "gerund") or vp.form in ("inf", "ing"):
        outlook = _nonfinite(clause, vp, span, depth)
    elif clause.relation == "participle":
        outlook = _participle(clause, vp, span, depth)
    else:
        outlook = _finite(clause, vp, span, depth)
    if vp.negated and "longer" in vp.adverbs and outlook.view in (View.PLAN, View.NOW):
        return Outlook(View.OFF, "no-longer", span, outlook.denied)
    if vp.negated or _nobody(clause):
        return _negate(outlook, span)
    return outlook


def _nobody(clause: Clause) -> bool:
    """ "No president had visited Cuba"."""
    noun = next((p for p in clause.subject if p.type == "NP"), None)
    return noun is not None and noun.det in ("no", "neither") and not clause.inherited


def _negate(outlook: Outlook, span: tuple[Span, ...]) -> Outlook:
    if outlook.view in (View.PLAN, View.NOW):
        return Outlook(View.REFUSED, "negated-future", span, outlook.denied)
    return Outlook(View.NOT, "negated", span, outlook.denied)


def _finite(clause: Clause, vp: Phrase, span: tuple[Span, ...], depth: int) -> Outlook:
    above = clause.governor
    if vp.modal in ("will", "would") and "only" in vp.adverbs:
        return Outlook(View.MAYBE, "condition", span)  # "would only meet him if …"
    if vp.modal == "will":
        view = Outlook(View.PLAN, "future", span)
    elif vp.modal == "would":
        view = _would(clause, vp, span)
    elif vp.modal == "should" and vp.perfect and clause.times:
        return Outlook(View.OFF, "should-have", span)  # "should have met in Lima in October"
    elif vp.modal:
        return Outlook(View.MAYBE, "modal", span)
    elif vp.tense == "past":
        if vp.lemma == "suppose" and vp.passive:
            return Outlook(View.OFF, "was-supposed-to", span)
        view = Outlook(View.FACT, "past-tense", span)
    elif vp.progressive:
        view = Outlook(View.NOW, "present-progressive", span)
    elif clause.relation == "adverbial" and clause.intro in ("before", "until", "till") and not vp.perfect:
        view = Outlook(View.PLAN, "still-ahead", span)
    elif _when_it_comes(clause, vp, depth):
        view = Outlook(View.PLAN, "when-it-comes", span)
    else:
        view = Outlook(View.FACT, "present-tense", span)
    if clause.relation == "that" and above is not None and above.vp is not None:
        return _reported(view, above, depth)
    if (
        clause.relation in ("adverbial", "relative", "coordinate")
        and above is not None
        and above.intro in lex.HYPOTHETICAL_CONJUNCTIONS
        and clause.relation != "coordinate"
    ):
        return Outlook(View.MAYBE, "condition", span)
    return view


def _when_it_comes(clause: Clause, vp: Phrase, depth: int) -> bool:
    """ "When she travels to Accra next month": after "when" and "once" the present is of what is to come."""
    above = clause.governor
    if clause.relation != "adverbial" or clause.intro not in ("when", "once") or vp.perfect or above is None:
        return False
    if above.vp is None or above.vp.tense == "past":
        return False
    return bool(clause.times) or of_clause(above, depth + 1).view is View.PLAN


def _would(clause: Clause, vp: Phrase, span: tuple[Span, ...]) -> Outlook:
    if vp.perfect:
        return Outlook(View.MAYBE, "would-have", span)
    if vp.lemma in ("like", "love", "welcome", "prefer", "want"):
        return Outlook(View.PROPOSAL, "would-like", span)
    if clause.relation == "that" or any(a.vp is not None and a.vp.lemma in lex.SAY for a in clause.ancestors):
        return Outlook(View.PLAN, "future-in-past", span)
    if clause.times and clause.relation in ("main", "relative", "coordinate"):
        return Outlook(View.PLAN, "future-in-past", span)
    return Outlook(View.MAYBE, "would", span)


def _reported(view: Outlook, above: Clause, depth: int) -> Outlook:
    """What a that-clause tells is as sure as its own verb, unless the verb above wishes, proposes or denies it."""
    kind = governor_class(above.lemma)
    upper = of_clause(above, depth + 1)
    if (
        above.lemma in ("propose", "suggest", "request", "demand", "urge", "ask", "recommend")
        and view.rule == "present-tense"
    ):
        return Outlook(View.PROPOSAL, "proposal-verb", view.spans)
    if above.lemma in ("hope", "wish", "want"):
        return (
            Outlook(View.PROPOSAL, "wish", view.spans)
            if view.view is View.PLAN
            else Outlook(View.MAYBE, "wish", view.spans)
        )
    if kind == "denied" and upper.view is not View.NOT:
        return Outlook(view.view, view.rule, view.spans, denied=True)
    if upper.view is View.MAYBE:
        return Outlook(View.MAYBE, "hypothetical", view.spans)
    if upper.view is View.NOT and above.lemma != "rule out":
        return Outlook(View.MAYBE, "not-said", view.spans)
    return view


def _nonfinite(clause: Clause, vp: Phrase, span: tuple[Span, ...], depth: int) -> Outlook:
    above = clause.governor
    if clause.governing_noun is not None:
        by_noun = _under_noun(clause, span, depth)
        if by_noun is not None:
            return by_noun
    if above is not None and above.vp is None and vp.form == "inf" and _headline(clause):
        return Outlook(View.PLAN, "headline-infinitive", span)
    if above is None or above.vp is None:
        return Outlook(View.FACT if vp.form == "ing" else View.MAYBE, "nonfinite", span)
    upper = of_clause(above, depth + 1)
    lemma = above.lemma if governor_class(above.lemma) else above.vp.lemma
    both = (*upper.spans, *span)
    if vp.form == "ing":
        return _gerund(clause, lemma, upper, both)
    kind = governor_class(lemma)
    if above.vp.lemma == "be" and above.vp.low in lex.BE and not above.vp.negated and _adjacent(above, clause):
        return Outlook(View.OFF if vp.perfect else View.PLAN, "is-to", both)
    if upper.view in (View.NOT, View.REFUSED) and kind in ("planned", "proposed", "factive", "hypothetical", ""):
        refused = (kind in ("planned", "proposed") and upper.view is View.REFUSED) or (
            kind == "proposed" and lemma in ("willing", "ready", "agree")
        )
        return Outlook(View.REFUSED if refused else View.NOT, "negated", both)
    had_to = lemma == "have" and above.vp.tense == "past"
    if (had_to or (lemma in ("force", "oblige", "compel") and above.vp.passive)) and upper.view is View.FACT:
        return Outlook(View.FACT, "had-to", both)
    return _governed(above, vp, lemma, upper, both)


_HAD_BEEN = frozenset("due schedule expect set slate plan intend".split())
_BY_GOVERNOR = {
    "counterfactual": (View.OFF, "was-supposed-to"),
    "refused": (View.REFUSED, "refusal-verb"),
    "planned": (View.PLAN, "planned-verb"),
    "proposed": (View.PROPOSAL, "proposal-verb"),
}
"""What the class of the verb above makes of an infinitive."""


def _governed(above: Clause, vp: Phrase, lemma: str, upper: Outlook, both: tuple[Span, ...]) -> Outlook:
    kind = governor_class(lemma)
    if kind == "hypothetical":
        return Outlook(View.NOT if lemma in ("fail", "unable") else View.MAYBE, "hypothetical", both)
    if upper.view is View.MAYBE and kind not in ("counterfactual", "refused"):
        return Outlook(View.MAYBE, upper.rule, both)
    if (
        kind == "planned"
        and above.vp is not None
        and above.vp.pluperfect
        and upper.view is View.FACT
        and not above.inherited
        and lemma in _HAD_BEEN
        and vp.form == "inf"
    ):
        return Outlook(View.OFF, "was-supposed-to", both)  # "had been due to fly to Lima last Monday"
    if kind in _BY_GOVERNOR:
        return Outlook(*_BY_GOVERNOR[kind], both, denied=upper.denied)
    if kind == "denied":
        return Outlook(View.FACT, "denial", both, denied=True)
    if kind == "factive" or lemma in _PURPOSE:
        return Outlook(upper.view, upper.rule, both, upper.denied)
    if upper.view in (View.PLAN, View.PROPOSAL):
        return Outlook(upper.view, upper.rule, both)
    if above.vp is not None and above.vp.passive and lemma in lex.HEARSAY_PASSIVE:
        ahead = vp.lemma in _FUTURE_PRESENT and not vp.perfect
        return Outlook(View.PLAN if ahead else View.FACT, "said-to", both)
    return Outlook(View.MAYBE, "purpose", both)


def _headline(clause: Clause) -> bool:
    """ "Premier to visit Oslo": in a headline the infinitive is a plan."""
    noun = clause.governing_noun
    return noun is not None and (
        noun.head_name is not None
        or noun.head in ("leaders", "ministers", "presidents", "president", "minister", "premier", "officials", "envoy")
    )


def _adjacent(above: Clause, clause: Clause) -> bool:
    return not any(p.type == "NP" for p in above.after) and above.vp is not None and clause.vp is not None


def _gerund(clause: Clause, lemma: str, upper: Outlook, spans: tuple[Span, ...]) -> Outlook:
    kind = governor_class(lemma)
    above = clause.governor
    in_front = not clause.intro and above is not None and above.vp is not None and clause.vp.start < above.vp.start
    if in_front and upper.view in (View.FACT, View.NOW):
        return Outlook(View.FACT, "after-doing", spans)  # "the ministers, winding up talks in Lima, agreed"
    if clause.intro in ("after", "since", "by", "in", "upon", "while", "when"):
        return Outlook(
            View.FACT if upper.view in (View.FACT, View.NOW, View.MAYBE, View.NOT) else upper.view, "after-doing", spans
        )
    if clause.intro in ("toward", "towards", "for", "of", "about", "at", "on"):
        return Outlook(View.PROPOSAL if kind == "proposed" else View.MAYBE, "aim", spans)
    if clause.intro == "before":
        return Outlook(upper.view, "before-doing", spans)
    if clause.intro in ("without", "instead", "than", "against", "from"):
        return Outlook(View.NOT, "without-doing", spans)
    if lemma in lex.GOVERNING_VERBS["cancelled"]:
        return Outlook(View.OFF, "called-off", spans)
    if kind == "refused":
        return Outlook(View.REFUSED, "refusal-verb", spans)
    if kind == "denied":
        return Outlook(View.FACT, "denial", spans, denied=True)
    if kind == "proposed" or (clause.intro == "for" and lemma in ("call", "push")):
        return Outlook(View.PROPOSAL, "proposal-verb", spans)
    if kind == "planned" and lemma not in ("announce", "confirm"):
        return Outlook(View.PLAN, "planned-verb", spans)
    if lemma in ("avoid", "consider", "risk", "imagine", "stop", "prevent", "mull"):
        return Outlook(View.MAYBE, "hypothetical", spans)
    return Outlook(upper.view, upper.rule, spans, upper.denied)


def _under_noun(clause: Clause, span: tuple[Span, ...], depth: int) -> Outlook | None:
    """The infinitive after a noun: "plans to visit", "an offer to meet", "his refusal to negotiate"."""
    noun = clause.governing_noun
    head = noun.head
    single = lex.singular(head)
    spans = ((noun.start, noun.end), *span)
    if noun.det == "no" or (
        clause.governor is not None
        and clause.governor.vp is not None
        and clause.governor.vp.negated
        and head in lex.GOVERNING_NOUNS["planned"]
    ):
        return Outlook(View.NOT, "no-plan", spans)
    for name, view, rule in (
        ("refused", View.REFUSED, "refusal-noun"),
        ("proposed", View.PROPOSAL, "proposal-noun"),
        ("planned", View.PLAN, "plan-noun"),
    ):
        if head in lex.GOVERNING_NOUNS[name] or single in lex.GOVERNING_NOUNS[name]:
            if name == "planned" and head in ("agreement", "date", "agenda", "eve"):
                continue
            governor = clause.governor
            if governor is not None and governor.lemma == "accept":
                return Outlook(View.PLAN, "accepted", spans)
            if governor is not None and governor_class(governor.lemma) == "refused":
                return Outlook(View.NOT if single == "invitation" else View.REFUSED, "declined", spans)
            if governor is not None and governor.lemma in lex.GOVERNING_VERBS["cancelled"]:
                return Outlook(View.OFF, "called-off", spans)
            if (
                governor is not None
                and governor.vp is not None
                and of_clause(governor, depth + 1).view is View.MAYBE
                and governor.vp.modal
            ):
                return Outlook(View.MAYBE, "hypothetical", spans)
            return Outlook(view, rule, spans)
    return None


def _participle(clause: Clause, vp: Phrase, span: tuple[Span, ...], depth: int) -> Outlook:
    kind = governor_class(vp.lemma)
    if vp.lemma in ("plan", "schedule", "set", "slate", "expect", "arrange", "due"):
        return Outlook(View.PLAN, "planned-verb", span)
    if kind == "proposed":
        return Outlook(View.PROPOSAL, "proposal-verb", span)
    above = clause.governor
    if above is not None and above.intro in lex.HYPOTHETICAL_CONJUNCTIONS:
        return Outlook(View.MAYBE, "condition", span)
    if above is not None and above.vp is not None and above.vp.modal == "will":
        return Outlook(View.PLAN, "future", span)
    return Outlook(View.FACT, "past-participle", span)
