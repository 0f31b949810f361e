"""Who does an act and whom it is about: subjects, addressees, and those whom its object names."""

from __future__ import annotations

from dataclasses import replace

from ..reading import ActorKind, Kind, Party, Role
from . import lexicon as lex
from .act_objects import BROKERING, only_says_which, state_of
from .act_standing import is_taken
from .acted_on import GIVING
from .bodies import body_of
from .clauses import Clause, Segment, segments
from .decisions import deciders, decision_above
from .draft import Scene
from .phrases import Phrase
from .roles import OTHERS, agents, objects, subject_parties
from .who import distinct, of_phrase, of_segments, party

_BROKERED = (
    "-brokered",
    "-mediated",
    "-led",
    "-backed",
    "-sponsored",
    "-flagged",
    "-drafted",
    "-made",
    "-built",
    "-owned",
)


def lends_a_word(text: str, one: Party) -> bool:
    """Whether a name only says what something is like: "an OAU-brokered truce", "a Togolese-flagged ship"."""
    return text.startswith(_BROKERED, one.end)


def sides_of(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind) -> tuple[list[Party], list[Party]]:
    """Those who act, and those whom the act is about."""
    decision = decision_above(clause)
    doers = deciders(clause, decision) if decision is not None else []
    doers = doers or agents(scene, clause, Role.INITIATOR)
    if clause.relation == "gerund" and is_taken(clause):
        doers = [p for one in objects(clause.governor)[:1] for p in of_phrase(one, Role.INITIATOR)]
    if not doers and clause.vp.passive:
        doers = of_segments(segments(clause.after), frozenset({"between", "among"}))
    if not doers:
        doers = _teller(scene, clause) or [p for one in clause.subject if one.type == "NP" for p in body_of(one)]
    if kind is Kind.STATEMENT and clause.vp.lemma != "summon":
        return doers, _addressed(clause, phrase)
    about = named_around(clause, phrase, kind is Kind.SANCTION, kind is Kind.INVITATION)
    if kind is Kind.AGREEMENT:
        return [replace(p, role=Role.PARTICIPANT) for p in doers], _agreeing(scene, clause, phrase, doers, about)
    if kind is Kind.RUPTURE:
        led_out = objects(clause)[:1] if not clause.vp.passive else []
        return doers, about + [p for one in led_out if one is not phrase and (p := state_of(one)) is not None]
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


def _agreeing(scene: Scene, clause: Clause, phrase: Phrase, doers: list[Party], about: list[Party]) -> list[Party]:
    """With whom an agreement is made, and who brokered it."""
    if len(distinct([*doers, *about])) == 1:
        below = [c for c in scene.clauses if c.relation == "infinitive"]
        aims = [c for c in below if c.governing_noun is phrase or c.governor is clause]
        about = [*about, *(p for c in aims[:1] for p in of_segments(segments(c.after), OTHERS))]
    about = about or of_segments(segments(clause.after), OTHERS)  # "concluded with Togo a treaty"
    for child in scene.clauses:
        brokered = child.governor is clause and only_says_which(child) and child.vp.lemma in BROKERING
        if brokered and child.subject[-1] is phrase:
            about = [*about, *of_segments(segments(child.after), frozenset({"by"}), Role.MEDIATOR)]
    return about


_AGAINST = frozenset({"on", "against"})


def _put_on(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind) -> list[Clause]:
    """ "Lifted the sanctions imposed on Niger": the words behind that only say which sanctions they are."""
    if kind is not Kind.SANCTION or clause.vp.passive:
        return []
    return [c for c in scene.clauses if c.governor is clause and only_says_which(c) and c.subject[-1] is phrase]


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


def named_around(clause: Clause, phrase: Phrase, sanction: bool = False, invitation: bool = False) -> list[Party]:
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
    before = ""
    for part in segments(rest):
        if part.prep in _ASIDE:
            break  # "sanctions on two firms over arms sales to Chad"
        found += _led_by(part, clause, phrase, invitation)
        if (
            part.prep in ("on", "against", "from")
            or (part.prep == "of" and phrase.head in ("assets", "visas", "funds"))
        ) and sanction:
            found += [p for one in part.phrases for n in one.names if (p := party(n)) is not None]
        if part.prep == "in" and sanction and before in ("on", "against", "for"):
            found += [q for one in part.phrases if (q := state_of(one)) is not None]
        before = part.prep
        if part.prep == "for" and sanction:
            found += [q for one in part.phrases for n in one.names if n.kind is ActorKind.STATE and (q := party(n))]
        if part.prep in ("to", "for") and phrase.head in _SHUT_TO:
            barred = [one for one in part.phrases if one.head_name is None]
            found += [p for one in barred for n in one.names if (p := party(n)) is not None]
    return found


_LEADING = frozenset("with between among against on from to of in".split())


def _led_by(part: Segment, clause: Clause, phrase: Phrase, invitation: bool) -> list[Party]:
    """Those whom a preposition behind the object leads to: "ties | with Oman", "its ambassador | in Lima"."""
    if part.prep not in _LEADING and (part.prep != "by" or clause.vp.passive):
        return []
    found: list[Party] = []
    for one in part.phrases:
        name = one.head_name
        if name is not None and name.kind is None and name.state and _at_home(phrase, part.prep):
            found.append(
                Party(name.state, ActorKind.STATE, Role.PARTICIPANT, name.start, name.end, name.state, "", True)
            )
        acts = name is not None and name.kind in (ActorKind.STATE, ActorKind.ORGANISATION)
        loose = part.prep in ("in", "to", "of", "from", "on")
        if loose and not acts and not (invitation and of_phrase(one)):
            continue
        if part.prep != "in" or phrase.head in ("embassy", "consulate", "ambassador"):
            found += of_phrase(one)
    return found


def _up_to_comma(items: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """What belongs to a noun before an insertion: "sanctions | against Chad |, imposed in 2002, remain"."""
    rest = items[items.index(phrase) + 1 :] if phrase in items else []
    end = next((i for i, p in enumerate(rest) if p.type == "COMMA"), 0)
    return rest[:end]


_ASIDE = frozenset("over after following amid despite because before".split())
_SHUT_TO = frozenset("airspace border borders ports port visa visas waters".split())
"""What is closed or opened to somebody's ships, planes or people."""


def _at_home(phrase: Phrase, prep: str) -> bool:
    """Whether a town behind an embassy or ambassador says whose country it is: "its ambassador in Lima"."""
    return prep in ("in", "to", "from") and lex.singular(phrase.head) in _POSTED


_POSTED = frozenset("embassy consulate ambassador envoy diplomat".split())
