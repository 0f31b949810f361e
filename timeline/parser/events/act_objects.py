"""What an act is done to: the noun that makes a verb an act, through packages, lists, sums and insertions."""

from __future__ import annotations

from itertools import pairwise

from ..reading import ActorKind, Kind, Party
from ..tokens import fold
from . import lexicon as lex
from .clauses import Clause, Segment, segments
from .draft import Scene
from .outlook import View, of_clause
from .phrases import Phrase
from .roles import objects
from .who import party

BROKERING = frozenset("broker mediate sponsor negotiate".split())


def says_which_of_same(scene: Scene, clause: Clause, entries) -> bool:
    """Whether a participle only says which sanctions the verb above acts on: "lifted the curbs put on Niger"."""
    above = clause.governor
    if above is None or above.vp is None or not only_says_which(clause):
        return False
    if clause.vp.lemma in BROKERING:
        found = act_object(above, above.vp, lex.ACTS.get(above.vp.lemma, ()))
        return found is not None and found[0] is Kind.AGREEMENT
    if above.vp.passive or not any(kind is Kind.SANCTION for kind, _ in entries):
        return False
    found = act_object(above, above.vp, lex.ACTS.get(above.vp.lemma, ()))
    told = of_clause(above).view in (View.FACT, View.NOW, View.PLAN)
    return told and found is not None and found[0] is Kind.SANCTION and found[1] is clause.subject[-1]


def read_as(clause: Clause, kind: Kind, phrase: Phrase, prep: str) -> tuple[Kind, Phrase, str]:
    """Correct the kind by words that the vocabulary of verb and object does not see."""
    if kind is Kind.STATEMENT and clause.vp.passive and "joint" in phrase.mods:
        kind = Kind.AGREEMENT  # "the joint statement adopted by the ministers": a common document
    if kind is Kind.SANCTION and phrase.head in _SERVICES and _of_a_seat(clause):
        resumed = clause.vp.lemma in ("resume", "restore", "restart")
        kind = Kind.AGREEMENT if resumed else Kind.RUPTURE  # "the embassy suspended operations"
    if clause.vp.lemma == "summon" and any(p.low in ("home", "back") for p in clause.after[:4]):
        kind = Kind.RUPTURE  # "summoned its ambassador home"
    return kind, phrase, prep


_SERVICES = frozenset("operations operation services work activities activity functions".split())

_SEATS = frozenset("embassy consulate mission embassies consulates".split())


def _of_a_seat(clause: Clause) -> bool:
    """Whether it is an embassy whose work is meant: its own, or "operations at its embassy"."""
    return any(p.head in _SEATS or _SEATS & set(p.mods) for p in (*clause.subject, *clause.after) if p.type == "NP")


def only_says_which(clause: Clause) -> bool:
    reduced = clause.relation == "participle" and clause.vp is not None and clause.vp.passive
    return reduced and bool(clause.subject) and not clause.times


def put_under(clause: Clause, vp: Phrase) -> tuple[Kind, Phrase, str] | None:
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

_LEADING = frozenset({"", "from", "of", "off", "out", "on", "upon", "to", "down", "up"})
"""What may stand between a verb and what it acts on."""

_LED_BY = {"break": frozenset({"with"}), "retaliate": frozenset({"with"}), "hand": frozenset({"in"})}


def _is_beside_object(vp: Phrase, first: Segment, second: Segment) -> bool:
    """Whether a preposition behind the object leads to something else: "withdrew its troops from the coast"."""
    led = second.prep in ("from", "of", "on", "to") and first.prep == ""
    if led and vp.lemma not in ("withdraw", "pull"):
        return True
    leaves = first.prep or all(is_envoy(p) or state_of(p) is not None for p in first.phrases)
    return second.prep == "from" and not leaves


def _as_one_word(phrase: Phrase) -> str:
    """The head in the singular; "high commissioner" and "cease fire" as the one word that they stand for."""
    if phrase.mods[-1:] == ("cease",) and phrase.head == "fire":
        return "ceasefire"
    if phrase.head.startswith("commissioner") and "high" in phrase.mods:
        return "ambassador"
    return lex.singular(phrase.head) if phrase.head else ""


def act_object(clause: Clause, vp: Phrase, entries) -> tuple[Kind, Phrase, str] | None:
    """Give what act it is, the noun phrase that makes it one, and the preposition before that."""
    parts = segments(clause.subject if vp.passive else clause.after)
    chosen = parts[:1] if vp.passive else parts[:2]
    for number, part in enumerate(chosen):
        if part.prep not in _LEADING | _LED_BY.get(vp.lemma, frozenset()):
            continue
        if number == 1 and _is_beside_object(vp, chosen[0], part):
            continue
        chosen_here = part.phrases[:4]
        if _is_part(part.phrases[0]) and number == 0 and len(parts) > 1 and parts[1].prep in ("in", "of"):
            chosen_here = parts[1].phrases[:1]  # "paused 50 million dollars in loans", "a round of sanctions"
        for phrase in chosen_here:
            head = _as_one_word(phrase)
            if phrase.head_name is not None and phrase.head_name.kind is ActorKind.ORGANISATION:
                if (
                    vp.lemma in _JOINING
                    and not vp.passive
                    and _of_states(clause, vp)
                    and phrase.low == phrase.head_name.name.lower()
                ):
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

_LOTS = frozenset(
    """
    processing issuance issuing granting regime tranche exchange series raft batch set slew host package round wave
    array string number
    """.split()
)


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

_PACKAGES = frozenset(
    {
        "increase",
        "hike",
        "rise",
        "cut",
        "reduction",
        "waiver",
        "exemption",
        "package",
        "round",
        "measure",
        "regime",
        "list",
        "wave",
        "proposal",
        "plan",
        "offer",
    }
)
"""What restrictions come in: "a new sanctions package"."""

_WORKERS = frozenset("worker employee staff staffer personnel requirement spokesman spokeswoman head".split())
"""Who or what is acted on where the word before says what they belong to: "embassy workers", "visa requirements"."""

_SENT_HOME = frozenset("ambassador envoy diplomat charge staff peacekeeper contingent observer monitor".split())


def is_envoy(phrase: Phrase) -> bool:
    if phrase.head.startswith("commissioner"):
        return "high" in phrase.mods
    return lex.singular(phrase.head) in _SENT_HOME


def state_of(phrase: Phrase) -> Party | None:
    name = phrase.head_name
    return party(name) if name is not None and name.kind is ActorKind.STATE else None
