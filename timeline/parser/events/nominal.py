"""Happenings told by a noun: "the Oslo summit", "talks between A and B", "his visit to Rabat", "the collapse of the talks".

The verb that governs the noun, the noun that it hangs on, the words beside it and the preposition before it say what
became of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline import edtf

from ..reading import ENCOUNTERS, ActorKind, Kind, Name, Party, Role, Span, Status
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import FAIR, STRONG, WEAK, Draft, Scene
from .nouns import noun_kind
from .outlook import Outlook, View, of_clause
from .phrases import Phrase
from .verbal import STATUS, agents, encounter_kind, subject_parties
from .when import attach
from .where import destinations, place_in
from .who import Place, distinct, expand, of_phrase, party, place_of

_BETWEEN = frozenset({"between", "with", "among", "amongst", "involving"})
_TRANSPARENT = frozenset(
    "round rounds series set day days hour hours participation attendance presence stage phase leg cycle session sessions implementation start opening resumption plan plans date list week weeks invitation offer proposal proposals holding idea call calls".split()
)
_ASIDE = frozenset("at during after before with between by amid since following".split())
"""Prepositions that make a noun no part of the noun before it."""
_BESIDE_IT = frozenset("during on in after following before at ahead amid".split())
"""Prepositions that put a happening beside what the clause's subject does: "during a visit, she said"."""
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth inaugural another new fresh final last next previous".split()
)
_NUMBER_WORDS = {
    "one": 1,
    "once": 1,
    "two": 2,
    "twice": 2,
    "three": 3,
    "thrice": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a noun phrase stands in its clause."""

    side: str
    """subject or object."""
    prep: str
    outer: Phrase | None
    """The noun that it hangs on by "of", "for", "to" …"""
    first: bool
    """Nothing stands between the verb and it but its preposition."""


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


def locate(clause: Clause, phrase: Phrase) -> Standing:
    """Say where a noun phrase stands."""
    side = "subject" if phrase in clause.subject else "object"
    items = [
        p for p in (clause.subject if side == "subject" else clause.after) if p.type not in ("ADV", "QUOTE", "TIME")
    ]
    at = items.index(phrase)
    while at >= 2 and items[at - 1].type in ("CONJ", "COMMA") and items[at - 2].type == "NP":
        at -= 2
    prep = items[at - 1].low if at and items[at - 1].type in ("PREP", "SUBPREP") else ""
    outer = None
    if prep in _ASIDE:
        pass
    elif prep and at >= 2 and items[at - 2].type == "NP":
        outer = items[at - 2]
    elif prep and at >= 3 and items[at - 2].type in ("PREP", "SUBPREP") and items[at - 3].type == "NP":
        outer = items[at - 3]
    before = [p for p in items[:at] if p.type == "NP"]
    return Standing(side, prep, outer, not before)


def find(scene: Scene, clause: Clause, told: set[Span]) -> Iterator[Draft]:
    """Yield what the noun phrases of a clause name. `told` holds the verbs that tell of something themselves."""
    for phrase in clause.items:
        if phrase.type != "NP":
            continue
        act = lex.NAMED_ACTS.get(lex.singular(phrase.head)) if phrase.head else None
        kind = None if act else noun_kind(phrase)
        if kind is None and act is None:
            continue
        if act is not None:
            draft = _named_act(scene, clause, phrase, *act)
        elif kind in ENCOUNTERS:
            draft = _encounter(scene, clause, phrase, kind, told)
        elif kind is Kind.INVITATION:
            draft = _named_invitation(scene, clause, phrase)
        elif kind in (Kind.AGREEMENT, Kind.STATEMENT):
            draft = _paper(scene, clause, phrase, kind, told)
        elif kind is Kind.SANCTION:
            draft = _put_off_act(scene, clause, phrase)
        else:
            draft = None
        if draft is not None:
            yield draft
            if draft.kind is Kind.VISIT and act is None:
                for place in _goals(scene, clause, phrase)[1:]:
                    yield replace(draft, place=place, reasons=[r for r in draft.reasons if r.field != "place"])


# ---- encounters ----------------------------------------------------------------------------------------------------


def _encounter(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, told: set[Span]) -> Draft | None:
    standing = locate(clause, phrase)
    outer, prep = standing.outer, standing.prep
    around = standing
    if (
        outer is not None
        and prep == "of"
        and lex.singular(outer.head) in _TRANSPARENT | {"round"}
        and outer in clause.items
    ):
        around = locate(clause, outer)
    named_parties, with_phrase = _own_parties(scene, clause, phrase)
    verdict = judge(scene, clause, phrase, kind, around, outer, with_phrase, told)
    if verdict is None:
        return None
    possessed = phrase.det in ("his", "her", "its", "their", "our", "my") or any(
        phrase.det == d for d in ("his", "her")
    )
    parties = list(named_parties)
    subject = subject_parties(scene, clause) if standing.side == "object" else []
    if clause.vp is not None and clause.vp.passive and standing.side == "object":
        subject = subject if clause.lemma in ("invite", "schedule", "expect", "set") else []
    if standing.side == "subject" and standing.prep in _BESIDE_IT and clause.vp is not None:
        alone = not parties or (len(parties) == 1 and with_phrase)
        if alone and not (kind in (Kind.SUMMIT, Kind.CONFERENCE) and parties):
            parties = [*subject_parties(scene, clause), *parties]
    if (
        standing.side == "object"
        and not verdict.joins
        and standing.prep in _BESIDE_IT
        and len(parties) == 1
        and with_phrase
    ):
        parties = [*subject_parties(scene, clause), *parties]  # "seized the town after talks with Chad failed"
    if standing.side == "object" and kind is Kind.VISIT and standing.prep in ("on", "during") and not parties:
        along = [p for one in clause.after[: clause.after.index(phrase)] if one.type == "NP" for p in of_phrase(one)]
        parties = [*subject, *(p for p in along if p.kind is ActorKind.PERSON)]
    if standing.side == "object" and (verdict.joins or (possessed and not parties)):
        if not any(s.prep in ("between", "among") for s in segments(_behind(clause, phrase))):
            parties = [*subject, *parties]
    elif standing.side == "object" and possessed and subject and verdict.act is None:
        parties = [*subject[:1], *parties]
    doers = agents(scene, clause, Role.INITIATOR) if verdict.act is not None and standing.side == "object" else []
    if verdict.act is not None and standing.side == "object":
        parties = [*doers, *parties]
        if outer is not None and verdict.act is Kind.INVITATION:
            parties += [p for name in outer.names if (p := party(name)) is not None]
    host = (
        [p for p in agents(scene, clause, Role.HOST)]
        if clause.lemma in ("host", "mediate", "broker", "facilitate", "sponsor")
        else []
    )
    if host:
        role = Role.HOST if clause.lemma == "host" else Role.MEDIATOR
        parties = [*parties, *[_as(p, role) for p in host]]
    if verdict.act is Kind.CANCELLATION and not doers:
        verdict = replace(verdict, act=None)
    final = distinct(parties)
    place = _place(scene, clause, phrase, kind, standing)
    if kind is Kind.VISIT and place.country:
        final = tuple(p for p in final if p.kind is ActorKind.PERSON or p.name != place.country or len(final) == 1)
    time, rule = attach(scene, clause, phrase)
    if standing.prep in ("after", "before", "following", "since", "ahead", "until") and rule in (
        "same-clause",
        "clause-above",
    ):
        time = None
    if time is not None and (time.edtf or "").endswith("/..") and verdict.strength != STRONG:
        time = None  # "since February" dates what has been so since, not the happening
    status, act = verdict.status, verdict.act
    single = lex.singular(phrase.head) if phrase.head else ""
    if single in lex.NEEDS_PARTY and not final:
        return None
    if (
        single in ("tour", "stop", "mission", "travel", "trip", "visit")
        and act is None
        and not place.words
        and not final
    ):
        return None
    if (
        single in ("call", "talk", "conversation", "discussion", "deal")
        and len(final) < 2
        and act is None
        and status is Status.HELD
    ):
        if not with_phrase:
            return None
    strength = _strength(verdict, phrase, final, place, time, kind)
    draft = Draft(
        scene.sentence,
        (phrase.start, phrase.end),
        kind,
        status or Status.HELD,
        strength,
        final,
        head=single,
        clause=clause,
    )
    draft.definite = phrase.det in ("the", "this", "that", "these", "those", "his", "her", "their", "its") or bool(
        phrase.possessors
    )
    draft.ordinal = next(
        (
            m
            for m in phrase.mods
            if m in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
        ),
        "",
    )
    draft.named = _proper(scene, phrase, kind)
    draft.because("kind", "noun", (phrase.start, phrase.end))
    draft.because("status", verdict.rule, *verdict.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in final))
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    if place.words:
        draft.place = place
        draft.because("place", "place-phrase", (place.start, place.end))
    draft.occasions = _occasions(scene, clause, phrase)
    draft.kind = encounter_kind(kind, final)
    if act is not None:
        draft.kind, draft.status = act, Status.HELD
    _by_calendar(scene, draft, verdict)
    return draft


def _as(one: Party, role: Role) -> Party:
    return Party(one.name, one.kind, role, one.start, one.end, one.state, one.office, one.known)


def _behind(clause: Clause, phrase: Phrase) -> list[Phrase]:
    items = clause.subject if phrase in clause.subject else clause.after
    return items[items.index(phrase) + 1 :]


def _own_parties(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[list[Party], bool]:
    """Those whom the noun's own phrase names: beside it, and behind it with, between, among; whether there is such."""
    found: list[Party] = []
    for name in phrase.names:
        if name is phrase.head_name or name.as_place or (noun_kind(phrase) is Kind.VISIT and _goes_there(name, phrase)):
            continue
        for member in name.members or (name,):
            one = party(member)
            if one is not None:
                found.append(
                    Party(one.name, one.kind, one.role, name.start, name.end, one.state, one.office, one.known)
                )
    behind = _behind(clause, phrase)
    if phrase in clause.subject and locate(clause, phrase).prep in ("", "of"):
        behind = [*behind, *clause.after]
    extra = [
        c.after
        for c in scene.clauses
        if c.governor is clause and c.relation in ("participle", "relative") and c.subject and c.subject[-1] is phrase
    ]
    infinitives = [
        c.after
        for c in scene.clauses
        if c.relation == "infinitive"
        and c.governor is not None
        and c.governor.subject
        and c.governor.subject[-1] is phrase
    ]
    linked = False
    for number, items in enumerate([behind, *extra, *infinitives]):
        parts = segments(items)
        for at, part in enumerate(parts):
            if part.prep in _BETWEEN:
                linked = True
                found += [p for one in part.phrases for p in of_phrase(one)]
            elif (
                part.prep in ("of", "by")
                and number == 0
                and (at == 0 or part.prep == "by")
                and (part.prep == "by" or noun_kind(phrase) in (Kind.VISIT, Kind.SUMMIT, Kind.CONFERENCE, Kind.MEETING))
            ):
                found += [p for one in part.phrases for p in of_phrase(one)]
            elif (
                part.prep == ""
                and number == 0
                and any(noun_kind(one) for one in part.phrases)
                and part.phrases[0] is not phrase
            ):
                break
            elif (
                part.prep
                in ("for", "to", "about", "that", "after", "before", "since", "following", "over", "against", "amid")
                and number == 0
                and part.prep != "to"
            ):
                break
    return found, linked


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
    by_noun = _by_outer(clause, phrase, outer)
    if by_noun is not None:
        return by_noun
    modifier = next((lex.MODIFIERS[m] for m in phrase.mods if m in lex.MODIFIERS), "")
    outlook = of_clause(clause)
    by_verb = None
    if clause.vp is not None:
        by_verb = _by_verb(clause, phrase, standing, outlook, linked, told, kind)
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
    return _by_position(clause, phrase, standing, outlook, modifier, linked)


def _by_outer(clause: Clause, phrase: Phrase, outer: Phrase | None) -> Verdict | None:
    if outer is None or not outer.head:
        return None
    words = ((outer.start, outer.end), (phrase.start, phrase.end))
    head = outer.head
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
    if head in lex.GOVERNING_NOUNS["planned"]:
        return Verdict(Status.PLANNED, "plan-noun", words)
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


_NOTHING = Verdict(None, "nothing")
_OBJECT_PREPS = frozenset("off out of from in to on for away with up back at".split())


def _by_verb(
    clause: Clause, phrase: Phrase, standing: Standing, outlook: Outlook, linked: bool, told: set[Span], kind: Kind
) -> Verdict | None:
    vp = clause.vp
    lemma = clause.lemma
    spans = outlook.spans or ((vp.start, vp.end),)
    rumoured = standing.outer is not None and standing.outer.head in (
        "reports",
        "report",
        "rumours",
        "rumors",
        "claims",
        "speculation",
        "allegations",
    )
    if rumoured and lemma in lex.GOVERNING_VERBS["denied"] and not vp.negated:
        return Verdict(Status.HELD, "denied", spans, strength=STRONG)
    if outlook.view is View.NOT and standing.prep in ("at", "in", "during", "after") and _failed_at(clause):
        return Verdict(Status.COLLAPSED, "ended-without-result", spans, joins=True, strength=STRONG)
    acted_on = (standing.side == "object" and not vp.passive and _is_object(clause, standing)) or (
        standing.side == "subject" and vp.passive and standing.prep in ("", "of")
    )
    if (
        not acted_on
        and standing.side == "object"
        and standing.outer is not None
        and lex.singular(standing.outer.head) in _TRANSPARENT
        and lemma
        in lex.GOVERNING_VERBS["cancelled"] | lex.GOVERNING_VERBS["postponed"] | lex.GOVERNING_VERBS["refused"]
    ):
        acted_on = True
    verbs = lex.GOVERNING_VERBS
    view = outlook.view
    bare = phrase.det in ("", "a", "an", "any", "such", "another", "more", "new") and not phrase.possessors
    if lemma == "be" and standing.side == "object" and standing.first and standing.prep in ("on", "in", "at"):
        if view is View.FACT:
            status = Status.ONGOING if vp.tense == "present" and not vp.perfect else Status.HELD
            return Verdict(status, "is-at", spans, joins=True, strength=STRONG)
    if acted_on:
        active = not vp.passive
        if lemma in verbs["cancelled"] or (lemma in ("withdraw", "pull") and standing.prep == "from"):
            if view in (View.FACT, View.NOW, View.PLAN):
                return Verdict(
                    Status.CANCELLED,
                    "called-off",
                    spans,
                    act=Kind.CANCELLATION if active else None,
                    joins=True,
                    strength=STRONG,
                )
            return _NOTHING if view is View.MAYBE and bare else None
        if lemma in verbs["postponed"] or vp.lemma == "put" and "hold" in lemma:
            if view in (View.FACT, View.NOW, View.PLAN):
                return Verdict(Status.POSTPONED, "put-off", spans, joins=active, strength=STRONG)
            return None
        if lemma in verbs["collapsed"]:
            if view in (View.FACT, View.NOW):
                return Verdict(Status.COLLAPSED, "broken-off", spans, joins=active, strength=STRONG)
            return None
        if lemma in verbs["refused"]:
            if view in (View.FACT, View.NOW, View.PLAN):
                return Verdict(Status.HELD, "refused", spans, act=Kind.INVITATION, joins=True, strength=STRONG)
            return _NOTHING
        if lemma in verbs["denied"]:
            return Verdict(Status.HELD, "denied", spans, joins=False, strength=STRONG)
        if (
            lemma in verbs["proposed"]
            and lemma not in verbs["held"]
            and vp.lemma not in ("discuss", "raise", "support", "welcome", "insist", "pursue")
        ):
            if view in (View.FACT, View.NOW, View.PLAN, View.PROPOSAL) and (
                bare or lemma in ("propose", "offer", "suggest", "request", "seek")
            ):
                return Verdict(Status.PROPOSED, "proposal-verb", spans, joins=True, strength=STRONG)
            if bare:
                return _NOTHING
            return None
        if lemma in verbs["planned"]:
            if view in (View.FACT, View.NOW, View.PLAN):
                return Verdict(
                    Status.PLANNED,
                    "planned-verb",
                    spans,
                    joins=lemma not in ("announce", "confirm", "expect", "await", "anticipate") or linked,
                    strength=STRONG,
                )
            return None
        if lemma in verbs["held"] or vp.lemma in verbs["held"] or vp.lemma in ("resume", "continue"):
            return _held(clause, phrase, standing, outlook, spans, bare)
        if vp.lemma in ("discuss", "raise", "mention", "welcome", "praise", "note", "recall", "hail", "support"):
            return None
        if view in (View.MAYBE, View.NOT, View.REFUSED) and bare:
            return _NOTHING
        return None
    if standing.side == "subject" and standing.prep in ("", "of"):
        return _happens(clause, phrase, outlook, spans, bare, kind)
    if (
        standing.side == "object"
        and standing.prep in ("for", "in", "at", "during", "on")
        and (vp.start, vp.end) in told
        and standing.prep != "on"
    ):
        # "met for talks": the verb tells it already
        if bare and not phrase.names and not linked:
            return _NOTHING
    if view in (View.MAYBE, View.NOT, View.REFUSED) and bare and standing.side == "object":
        return _NOTHING
    if standing.side == "object" and standing.prep in ("for", "in") and bare:
        if lemma in verbs["held"] or vp.lemma in verbs["held"] or clause.relation in ("infinitive", "participle"):
            status = STATUS.get(view)
            return Verdict(status, outlook.rule, spans, joins=True, strength=FAIR) if status else _NOTHING
    return None


def _failed_at(clause: Clause) -> bool:
    """ "Failed to reach an agreement at talks", "did not agree at the summit"."""
    if clause.lemma not in (
        "reach",
        "agree",
        "sign",
        "strike",
        "secure",
        "agree on",
        "agree to",
        "produce",
        "make",
        "achieve",
        "clinch",
    ):
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
        if view is View.NOT and vp.lemma in ("attend", "participate", "join", "take") and vp.tense == "past":
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


def _happens(
    clause: Clause, phrase: Phrase, outlook: Outlook, spans: tuple[Span, ...], bare: bool, kind: Kind
) -> Verdict | None:
    view, vp, lemma = outlook.view, clause.vp, clause.lemma
    verbs = lex.GOVERNING_VERBS
    if lemma in verbs["collapsed"] and not vp.passive:
        return (
            Verdict(Status.COLLAPSED, "broke-down", spans, strength=STRONG) if view in (View.FACT, View.NOW) else None
        )
    if lemma in ("end", "conclude", "finish", "close") and any(
        p.low in ("without", "failure", "deadlock", "acrimony") or p.head in ("failure", "deadlock", "disarray")
        for p in clause.after
    ):
        return Verdict(Status.COLLAPSED, "ended-without-result", spans, strength=STRONG)
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
        if view is View.NOT and lemma in ("take", "happen", "go", "materialise", "materialize", "hold", "occur"):
            return Verdict(Status.CANCELLED, "did-not-happen", spans, strength=STRONG)
        return _NOTHING if bare else None
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
    )
    return Verdict(Status.HELD, outlook.rule, spans, strength=STRONG if happening else FAIR)


def _by_position(
    clause: Clause, phrase: Phrase, standing: Standing, outlook: Outlook, modifier: str, linked: bool
) -> Verdict | None:
    words = ((phrase.start, phrase.end),)
    prep = standing.prep
    bare = phrase.det in ("", "a", "an", "any", "such") and not phrase.possessors and not phrase.times
    if modifier == "past":
        return Verdict(Status.HELD, "modifier", words)
    if prep in ("after", "following", "since", "during", "at", "on"):
        if outlook.view in (View.PLAN, View.PROPOSAL) and prep in ("at", "during"):
            return Verdict(STATUS[outlook.view], outlook.rule, words)
        return Verdict(
            Status.HELD, f"{prep}-it", words, strength=WEAK if bare and not phrase.names and not linked else FAIR
        )
    if prep in ("before", "ahead", "of") and (prep != "of" or _ahead_of(clause, phrase)):
        return Verdict(Status.PLANNED, "before-it", words)
    if "next" in phrase.mods or phrase.det in ("next",):
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


def _ahead_of(clause: Clause, phrase: Phrase) -> bool:
    items = clause.items
    at = items.index(phrase)
    return at >= 2 and items[at - 2].low == "ahead"


def _strength(verdict: Verdict, phrase: Phrase, parties: tuple[Party, ...], place: Place, time, kind: Kind) -> int:
    told = verdict.strength
    if verdict.status is None and verdict.act is None:
        return WEAK
    anchors = (
        (len(parties) >= 2)
        + bool(place.words)
        + (time is not None and time.edtf is not None)
        + (len(parties) == 1) * 0.5
    )
    if told == STRONG:
        return STRONG if anchors else WEAK
    if told == FAIR:
        return FAIR if anchors >= 1 else WEAK
    return FAIR if anchors >= 2 else WEAK


def _proper(scene: Scene, phrase: Phrase, kind: Kind) -> str:
    if phrase.head_name is not None:
        return phrase.head_name.name
    words = scene.words(phrase)
    first = words.split(" ", 1)[0].casefold()
    if first in lex.DETERMINERS or first in lex.POSSESSIVES:
        words = words.split(" ", 1)[1] if " " in words else words
    if phrase.capitalised and phrase.mods and scene.sentence.role.value not in ("title", "heading"):
        return words
    if kind in (Kind.SUMMIT, Kind.CONFERENCE) and any(n.kind is ActorKind.ORGANISATION for n in phrase.names):
        body = next(n for n in phrase.names if n.kind is ActorKind.ORGANISATION)
        return f"{scene.text[body.start : body.end]} {phrase.head}"
    return ""


def _goes_there(name: Name, phrase: Phrase) -> bool:
    """ "The China stop", "his Poland trip": a state's plain name beside a visit is where it goes."""
    return name.kind is ActorKind.STATE and name.rule in ("state", "capital") and name not in phrase.possessors


def _goals(scene: Scene, clause: Clause, phrase: Phrase) -> list[Place]:
    """Where a visit goes: "his trip to Riga, Latvia, and Oslo"."""
    return destinations(scene, Clause(vp=None, after=_behind(clause, phrase)), direct=False)


def _place(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, standing: Standing) -> Place:
    beside = [n for n in phrase.names if n is not phrase.head_name and (n.kind is None or n.as_place)]
    if kind is Kind.VISIT:
        beside = beside or [n for n in phrase.names if _goes_there(n, phrase)]
    if kind is Kind.VISIT:
        goals = _goals(scene, clause, phrase)
        if goals:
            return goals[0]
    if beside:
        return place_of(beside[:1], scene.text)
    if standing.prep in ("after", "before", "following", "since", "ahead"):
        return place_in(scene, Clause(after=_behind(clause, phrase)), phrase)
    if (
        standing.prep in ("for", "in")
        and clause.vp is not None
        and any(e["frame"] == "travel" for e in lex.VERBS.get(clause.vp.lemma, ()))
    ):
        goals = destinations(scene, clause, direct=clause.vp.lemma in ("visit", "tour"))
        if goals:
            return goals[0]
    return place_in(scene, clause, phrase)


def _occasions(scene: Scene, clause: Clause, phrase: Phrase) -> int:
    """How often: "held talks four times", "three meetings"."""
    for item in clause.items:
        if item.type == "NP" and item.head == "times":
            number = next((m for m in (*item.mods, item.det) if m in _NUMBER_WORDS or m.isdigit()), "")
            if number:
                return _NUMBER_WORDS.get(number) or int(number)
    if any(a == "twice" for a in (clause.vp.adverbs if clause.vp else ())) or any(
        p.low == "twice" for p in clause.items
    ):
        return 2
    if phrase.head.endswith("s") and phrase.head not in ("talks", "negotiations", "discussions", "consultations"):
        number = next((m for m in phrase.mods if m in _NUMBER_WORDS or m.isdigit()), "")
        count = _NUMBER_WORDS.get(number) or (int(number) if number else 1)
        return count if 1 <= count <= 99 else 1
    return 1


def _by_calendar(scene: Scene, draft: Draft, verdict: Verdict) -> None:
    """The calendar corrects what was only guessed from position: a day behind us is no plan, one ahead no fact."""
    if (
        scene.published is None
        or draft.time is None
        or draft.time.edtf is None
        or verdict.strength == STRONG
        or draft.kind not in ENCOUNTERS
    ):
        return
    earliest, latest = edtf.bounds(draft.time.edtf)
    span = (draft.time.start, draft.time.end)
    if draft.status is Status.HELD and earliest is not None and earliest > scene.published:
        draft.status = Status.PLANNED
        draft.reasons = [r for r in draft.reasons if r.field != "status"]
        draft.because("status", "day-ahead", span)
    elif draft.status is Status.PLANNED and latest is not None and latest < scene.published:
        draft.status = Status.HELD
        draft.reasons = [r for r in draft.reasons if r.field != "status"]
        draft.because("status", "day-past", span)


# ---- papers and acts named by a noun -------------------------------------------------------------------------------


def _paper(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, told: set[Span]) -> Draft | None:
    """A treaty or statement that is only named counts where its day or its parties are."""
    if (
        kind is Kind.AGREEMENT
        and phrase.head in ("settlement", "deal", "compact", "protocol")
        and not phrase.times
        and not phrase.names
    ):
        return None
    if clause.vp is not None and (clause.vp.start, clause.vp.end) in told and clause.vp.lemma in lex.ACTS:
        return None
    standing = locate(clause, phrase)
    if (
        clause.vp is not None
        and of_clause(clause).view in (View.MAYBE, View.NOT, View.PROPOSAL, View.PLAN)
        and not phrase.times
        and phrase.det not in ("the",)
    ):
        return None
    if standing.prep in ("without", "for", "toward", "towards", "about", "like", "than", "as") and not phrase.times:
        return None
    if standing.outer is not None and standing.outer.head in (
        "talks",
        "negotiations",
        "draft",
        "terms",
        "breach",
        "talk",
        "prospects",
    ):
        return None
    parties, linked = _own_parties(scene, clause, phrase)
    time, rule = attach(scene, clause, phrase)
    if rule not in ("in-the-phrase", "right-behind"):
        time = None
    if time is None and not (linked and len(distinct(parties)) >= 2 and phrase.det in ("the", "")):
        return None
    if time is None and kind is Kind.STATEMENT:
        return None
    if time is not None and time.edtf is None:
        return None
    draft = Draft(
        scene.sentence,
        (phrase.start, phrase.end),
        kind,
        Status.HELD,
        FAIR,
        distinct(parties),
        head=lex.singular(phrase.head),
        clause=clause,
        definite=phrase.det in ("the", "this", "that"),
    )
    draft.named = _proper(scene, phrase, kind)
    draft.because("kind", "noun", (phrase.start, phrase.end))
    draft.because("status", "named-only", (phrase.start, phrase.end))
    draft.because("actors", "grammar", *((p.start, p.end) for p in draft.parties))
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
        if scene.published is not None:
            earliest, _ = edtf.bounds(time.edtf)
            if earliest is not None and earliest > scene.published:
                draft.status = Status.PLANNED
    return draft


def _named_act(
    scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, preps: frozenset[str], wanted: frozenset[str]
) -> Draft | None:
    """An act named by its noun: "ordered the expulsion of two diplomats", "after its withdrawal from the bloc"."""
    parts = segments(_behind(clause, phrase))
    if not parts or parts[0].prep not in preps:
        return None
    target = parts[0].phrases[0]
    body = target.head_name is not None and target.head_name.kind is ActorKind.ORGANISATION and "from" in preps
    packed = target.head in ("package", "regime", "round", "list") and wanted & set(target.mods)
    person = phrase.head.startswith("designation") and target.head_name is not None
    if not (body or packed or person) and not {target.head, lex.singular(target.head)} & wanted:
        return None
    outlook = of_clause(clause)
    acted_on = phrase in clause.after and clause.vp is not None and locate(clause, phrase).prep == ""
    if outlook.view in (View.MAYBE, View.NOT, View.REFUSED, View.PROPOSAL):
        return None
    if acted_on and clause.lemma in lex.GOVERNING_VERBS["proposed"] | lex.GOVERNING_VERBS[
        "denied"
    ] | lex.GOVERNING_VERBS["cancelled"] | lex.GOVERNING_VERBS["postponed"] | {"call for", "consider", "threaten"}:
        return None
    planned = outlook.view is View.PLAN or (acted_on and clause.lemma in ("plan", "expect", "prepare", "schedule"))
    doers = [p for n in phrase.possessors for m in expand(n) if (p := party(m, Role.INITIATOR)) is not None]
    doers += [p for part in parts if part.prep == "by" for one in part.phrases for p in of_phrase(one, Role.INITIATOR)]
    if not doers:
        doers = [p for n in phrase.names if n.kind is not None and (p := party(n, Role.INITIATOR)) is not None]
    if not doers and (acted_on or phrase.det in ("its", "his", "her", "their")):
        doers = agents(scene, clause, Role.INITIATOR)
    around = [p for n in target.names if n.kind is not None and (p := party(n)) is not None]
    around += [
        p
        for part in parts[1:3]
        if part.prep in ("on", "against", "with", "from", "to", "in")
        for one in part.phrases
        if one.head_name is not None
        for p in of_phrase(one)
    ]
    parties = distinct([*doers, *around])
    if not parties:
        return None
    draft = Draft(
        scene.sentence,
        (phrase.start, phrase.end),
        kind,
        Status.PLANNED if planned else Status.HELD,
        STRONG if doers and acted_on else FAIR,
        parties,
        head=lex.singular(target.head),
        clause=clause,
    )
    draft.definite = phrase.det in ("the", "its", "their", "his", "her")
    draft.because("kind", "named-act", (phrase.start, target.end))
    draft.because("status", outlook.rule, *outlook.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in parties))
    time, rule = attach(scene, clause, phrase)
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    return draft


def _named_invitation(scene: Scene, clause: Clause, phrase: Phrase) -> Draft | None:
    """ "The emir's invitation for Soto to visit Doha": told by the noun, where no verb does something with it."""
    if clause.vp is not None and clause.vp.lemma in lex.ACTS and phrase in clause.after:
        return None
    hosts = [p for n in phrase.possessors if (p := party(n, Role.INITIATOR)) is not None]
    parts = segments(_behind(clause, phrase))
    guests = [
        p
        for part in parts[:2]
        if part.prep in ("for", "to")
        for one in part.phrases
        for p in of_phrase(one, Role.TARGET)
    ]
    hosts += [
        p
        for part in parts[:2]
        if part.prep in ("from", "of", "by")
        for one in part.phrases
        for p in of_phrase(one, Role.INITIATOR)
    ]
    if phrase.det in ("his", "her", "its", "their") and not hosts:
        return None
    parties = distinct([*hosts, *guests])
    if not hosts or not guests or len(parties) < 2:
        return None
    draft = Draft(
        scene.sentence,
        (phrase.start, phrase.end),
        Kind.INVITATION,
        Status.HELD,
        FAIR,
        parties,
        head="invitation",
        clause=clause,
    )
    draft.because("kind", "noun", (phrase.start, phrase.end))
    draft.because("status", "named-only", (phrase.start, phrase.end))
    draft.because("actors", "grammar", *((p.start, p.end) for p in parties))
    for child in scene.clauses:
        if child.relation == "infinitive" and child.vp is not None and child.vp.start > phrase.end:
            goals = destinations(scene, child, direct=True)
            if goals:
                draft.place = goals[0]
                draft.because("place", "place-phrase", (goals[0].start, goals[0].end))
            break
    return draft


def _put_off_act(scene: Scene, clause: Clause, phrase: Phrase) -> Draft | None:
    """ "The implementation of the tariffs will be postponed": an act that is put off."""
    if clause.vp is None or clause.lemma not in lex.GOVERNING_VERBS["postponed"]:
        return None
    standing = locate(clause, phrase)
    outlook = of_clause(clause)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN) or not (standing.prep in ("", "of")):
        return None
    time, rule = attach(scene, clause, phrase)
    tellers = (
        subject_parties(scene, clause.governor)
        if clause.relation == "that" and clause.governor is not None
        else agents(scene, clause, Role.INITIATOR)
    )
    parties = distinct(tellers)
    draft = Draft(
        scene.sentence,
        (clause.vp.start, clause.vp.end),
        Kind.POSTPONEMENT,
        Status.HELD,
        STRONG if parties else WEAK,
        parties,
        head="postpone",
        clause=clause,
    )
    draft.because("kind", "put-off", (clause.vp.start, clause.vp.end))
    draft.because("status", outlook.rule, *outlook.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in parties))
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    return draft
