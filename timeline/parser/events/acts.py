"""Acts told by a verb and what it acts on: "expelled the ambassador", "signed a treaty", "sanctions on Chad"."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import ActorKind, Kind, Party, Status
from . import lexicon as lex
from .act_objects import act_object, is_envoy, put_under, read_as, says_which_of_same
from .act_settings import own_time_of_insertion, place_of_act, time_of_decision, time_of_gathering
from .act_sides import lends_a_word, sides_of
from .act_standing import (
    by_body,
    has_failed,
    is_purpose,
    is_taken,
    opens_what_was_done,
    told_above,
    under_a_thought,
    voted_down,
    voted_on,
    was_agreed_to,
    with_praise,
)
from .acted_on import by_its_words, shifted
from .bare_passives import is_bare, is_headed
from .carrying import both_sides, by_its_organ
from .clauses import Clause, segments
from .decisions import announced_on, decision_above, is_past, lend_object
from .draft import FAIR, STRONG, WEAK, Draft, Scene
from .outlook import ACT_STATUS, Outlook, View, of_clause
from .phrases import Phrase
from .roles import OTHERS, first_person, make, objects, set_place
from .where import destinations
from .who import distinct, of_phrase, of_segments

_LEAVING = frozenset({"from", "of"})

_DOMESTIC = frozenset("presidential executive domestic plea marriage cabinet budget stadium".split())


def acts(scene: Scene, clause: Clause, vp: Phrase) -> Iterator[Draft]:
    """Yield the act that a verb and its object tell of, if they do."""
    entries = lex.ACTS.get(vp.lemma)
    if not entries:
        return
    lend_object(scene, clause)
    standing = _standing(scene, clause, entries)
    if standing is None:
        return
    found = (
        act_object(clause, vp, entries)
        or put_under(clause, vp)
        or by_its_words(clause, vp, entries)
        or shifted(clause, vp, entries)
    )
    if found is None:
        return
    draft = _drafted(scene, clause, *standing, *read_as(clause, *found))
    if draft is not None:
        yield draft


def _standing(scene: Scene, clause: Clause, entries) -> tuple[Outlook, Status] | None:
    """How the clause puts its act, and what becomes of it; None where it tells of none."""
    vp = clause.vp
    outlook = of_clause(clause)
    status = Status.HELD if is_taken(clause) else ACT_STATUS.get(outlook.view)
    if status is None and outlook.view is View.MAYBE and decision_above(clause) is not None:
        outlook, status = Outlook(View.PLAN, "plan-noun", outlook.spans), Status.PLANNED
    if (vp.negated and outlook.view is View.NOT) or has_failed(clause):
        status = Status.HELD if voted_down(scene, clause, entries) else None
    if status is None or (is_purpose(clause) and not has_failed(clause)) or voted_on(clause):
        return None
    if says_which_of_same(scene, clause, entries) or under_a_thought(clause):
        return None
    if status is not None and outlook.view is View.PLAN and was_agreed_to(scene, clause):
        outlook, status = Outlook(View.FACT, "agreed-to", outlook.spans), Status.HELD
    if status is Status.PLANNED and opens_what_was_done(clause):
        outlook, status = of_clause(clause.governor), Status.HELD
    if is_taken(clause):
        outlook = with_praise(clause, of_clause(clause.governor))
        status = ACT_STATUS.get(outlook.view)
    return None if status is None else (outlook, status)


def _drafted(
    scene: Scene, clause: Clause, outlook: Outlook, status: Status, kind: Kind, phrase: Phrase, prep: str
) -> Draft | None:
    """Make the draft of an act, where enough is named for one."""
    vp = clause.vp
    if _DOMESTIC & set(phrase.mods) or told_above(scene, clause, kind) or _is_no_exit(clause, kind, phrase, prep):
        return None
    if kind is Kind.SANCTION and by_body(scene, clause):
        status = Status.HELD
    doers, targets = sides_of(scene, clause, phrase, kind)
    targets = [p for p in targets if not lends_a_word(scene.text, p)]
    if not doers and phrase.head_name is not None and vp.lemma in ("leave", "quit", "exit"):
        return None  # "it leaves the Houthis isolated"
    if not _enough(kind, phrase, clause, distinct([*doers, *targets])):
        return None
    draft = make(
        scene,
        clause,
        kind,
        outlook,
        status,
        [*doers, *targets],
        STRONG if doers or targets else _strength_of_nobody(clause),
    )
    _date(scene, draft, clause, phrase)
    draft.reasons = [r for r in draft.reasons if r.field != "kind"]
    draft.because("kind", "verb-and-object", (vp.start, vp.end), (phrase.start, phrase.end))
    draft.head = phrase.head or phrase.low
    draft.definite = phrase.det in ("the", "this", "that")
    if kind is Kind.INVITATION:
        _invited_to(scene, draft, phrase)
    if not draft.place.words and kind is not Kind.RESOLUTION:
        set_place(scene, draft, place_of_act(scene, clause, phrase, kind, doers))
    if draft.strength == WEAK and _stands_alone(clause, kind, phrase, draft):
        draft.strength = FAIR  # "the accord was signed in Geneva on 3 May": by whom is told elsewhere
    return draft


def _is_no_exit(clause: Clause, kind: Kind, phrase: Phrase, prep: str) -> bool:
    """Whether what is left or withdrawn makes no rupture: "walked to the court", "withdrew its proposal"."""
    if clause.vp.lemma == "walk":
        return prep != "of"
    from_nowhere = kind is Kind.RUPTURE and prep not in _LEAVING
    return from_nowhere and clause.vp.lemma in ("withdraw", "pull") and not is_envoy(phrase)


def _date(scene: Scene, draft: Draft, clause: Clause, phrase: Phrase) -> None:
    """Correct the day that the words beside the verb gave, and find one elsewhere where they give none."""
    time_of_decision(draft, clause)
    if decision_above(clause) is not None and (announced_on(scene, clause, draft) or is_past(scene, draft)):
        draft.status = Status.HELD
    own_time_of_insertion(draft, clause, phrase)
    if draft.time is not None and (draft.time.edtf or "").endswith("/..") and draft.status is Status.HELD:
        draft.time = None  # "the first such pact since 1975"
        draft.reasons = [r for r in draft.reasons if r.field != "when"]
    if draft.time is None:
        time_of_gathering(scene, draft, clause)
    if draft.time is None and draft.kind is Kind.SANCTION and by_body(scene, clause) and clause.governor.times:
        draft.time = clause.governor.times[0]
        draft.because("when", "clause-above", (draft.time.start, draft.time.end))


def _strength_of_nobody(clause: Clause) -> int:
    """How well an act stands for which nobody is named."""
    told_of_itself = first_person(clause) or both_sides(clause) or is_headed(clause) or by_its_organ(clause)
    return FAIR if told_of_itself else WEAK


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


_NEEDS_SOMEBODY = frozenset("approve announce accept agree declare make issue adopt extend enter endorse".split())


def _is_of_body(phrase: Phrase) -> bool:
    numbered = phrase.head == "resolution" or any(m.isdigit() for m in phrase.mods) or phrase.head.isdigit()
    return phrase.head == "conclusions" or (numbered and "resolution" in {phrase.head, *phrase.mods})


def _enough(kind: Kind, phrase: Phrase, clause: Clause, parties: tuple[Party, ...]) -> bool:
    """Whether enough parties are named for the words to tell of an act between states or bodies."""
    vp = clause.vp
    if kind is Kind.RESOLUTION:
        vetoed = vp.lemma in ("veto", "block") or phrase.head == "veto"
        organ = vp.lemma == "adopt" and by_its_organ(clause) and _is_of_body(phrase)
        return organ or any(p.kind is ActorKind.ORGANISATION for p in parties) or (vetoed and bool(parties))
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
