"""Acts that a noun names: a dated treaty, an expulsion, an invitation, tariffs that are put off."""

from __future__ import annotations

from timeline import edtf

from ..reading import ActorKind, Kind, Party, Role, Span, Status
from . import lexicon as lex
from .bodies import resignation
from .clauses import Clause, Segment, segments
from .draft import FAIR, STRONG, WEAK, Draft, Scene
from .nouns import Standing, behind, locate, own_parties, proper_name
from .outlook import View, of_clause
from .phrases import Phrase
from .roles import agents, subject_parties
from .when import attach
from .where import destinations, place_in
from .who import Place, distinct, expand, of_phrase, of_segments, party


def paper(scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, told: set[Span]) -> Draft | None:
    """A treaty or statement that is only named counts where its day or its parties are."""
    if (
        kind is Kind.AGREEMENT
        and phrase.head in ("settlement", "deal", "compact", "protocol")
        and not phrase.times
        and not phrase.names
    ):
        return None
    if kind is Kind.STATEMENT and phrase.head == "declaration" and ("joint" in phrase.mods or phrase.det == "their"):
        kind = Kind.AGREEMENT  # a joint document
    if clause.vp is not None and (clause.vp.start, clause.vp.end) in told and _tells_of_paper(clause):
        return None
    standing = locate(clause, phrase)
    if _at_home(clause, phrase) or _told_otherwise(clause, phrase, kind, standing, told):
        return None
    if _is_within(standing, kind, phrase):
        return None
    parties, linked = own_parties(scene, clause, phrase)
    if not parties and phrase in clause.subject and standing.prep in ("in", "under", "at"):
        parties = subject_parties(scene, clause)  # "in the 1994 accord, Chad and Niger agreed …"
    time, rule = attach(scene, clause, phrase)
    if rule not in ("in-the-phrase", "right-behind") or (rule == "right-behind" and _spoken_of(clause, phrase)):
        time = None
    lasting = kind is not Kind.STATEMENT and phrase.head not in ("understanding", "declaration")
    if time is None and not (lasting and linked and len(distinct(parties)) >= 2 and phrase.det in ("the", "")):
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
    draft.named = proper_name(scene, phrase, kind)
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


_HOME_BODIES = frozenset(
    """
    senate parliament congress house legislature lawmakers mps cabinet court council city union unions company
    companies club firm firms workers police voters
    """.split()
)


def _at_home(clause: Clause, phrase: Phrase) -> bool:
    """Whether nobody but a body of one state is named with it: "the senate ratified the budget agreement"."""
    if clause.vp is None or clause.vp.passive or phrase not in clause.after or phrase.names:
        return False
    doing = [p for s in segments(clause.subject, opening=True) if s.prep == "" for p in s.phrases]
    return bool(doing) and all(p.head in _HOME_BODIES and not p.names and not p.capitalised for p in doing)


_ABOUT = frozenset("talks negotiations draft terms breach talk prospects".split())


def _is_within(standing: Standing, kind: Kind, phrase: Phrase) -> bool:
    """Whether another noun tells of it: "the signing of the pact", "the draft of the accord"."""
    if standing.outer is None:
        return False
    named = lex.NAMED_ACTS.get(standing.outer.head, (None,))[0] is kind and not phrase.times
    return named or standing.outer.head in _ABOUT


def _told_otherwise(clause: Clause, phrase: Phrase, kind: Kind, standing: Standing, told: set[Span]) -> bool:
    """Whether a paper is only thought of, or told by the verb already ("in a statement they condemned")."""
    vp = clause.vp
    said = kind is Kind.STATEMENT or phrase.head in ("declaration", "statement", "communique")
    if vp is not None and said and standing.prep == "in" and (vp.start, vp.end) in told:
        return True
    if phrase.times:
        return False
    if standing.prep in ("without", "for", "toward", "towards", "about", "like", "than", "as"):
        return True
    thought = vp is not None and of_clause(clause).view in (View.MAYBE, View.NOT, View.PROPOSAL, View.PLAN)
    return thought and phrase.det != "the"


_SPEAKING = frozenset(
    """
    welcome hail praise condemn reject denounce criticise criticize discuss note support oppose back defend
    violate breach break accuse blame mention
    """.split()
)


def _spoken_of(clause: Clause, phrase: Phrase) -> bool:
    """ "Welcomed the truce on Monday": the day is that of the welcoming."""
    return clause.vp is not None and clause.vp.lemma in _SPEAKING and phrase in clause.after


def _tells_of_paper(clause: Clause) -> bool:
    return clause.vp.lemma in lex.ACTS or any(e["frame"] == "lapse" for e in lex.VERBS.get(clause.vp.lemma, ()))


def named_act(
    scene: Scene, clause: Clause, phrase: Phrase, kind: Kind, preps: frozenset[str], wanted: frozenset[str]
) -> Draft | None:
    """An act named by its noun: "ordered the expulsion of two diplomats", "after its withdrawal from the bloc"."""
    if phrase.head == "resignation" and (left := resignation(clause, phrase)) is not None:
        return _resigned(scene, clause, phrase, *left)
    parts = _led(_whole(segments(behind(clause, phrase))), phrase, preps)
    if not parts or parts[0].prep not in preps:
        return None
    target = parts[0].phrases[0]
    body = target.head_name is not None and target.head_name.kind is ActorKind.ORGANISATION and _OF_MEMBERS & preps
    if body and kind is Kind.AGREEMENT and not phrase.possessors and not any(p.prep == "of" for p in parts):
        return None  # "accession to the union" in general
    packed = target.head in ("package", "regime", "round", "list") and wanted & set(target.mods)
    if "from" in preps and any(n.kind is ActorKind.ORGANISATION for n in target.names) and _is_body(target):
        body = True  # "its withdrawal from two UN bodies"
    person = phrase.head.startswith("designation") and target.head_name is not None
    if not (body or packed or person) and not {target.head, lex.singular(target.head)} & wanted:
        return None
    outlook = of_clause(clause)
    standing = locate(clause, phrase)
    acted_on = phrase in clause.after and clause.vp is not None and standing.prep == ""
    thought = outlook.view in (View.MAYBE, View.NOT, View.REFUSED, View.PROPOSAL)
    if thought and not (standing.prep in _BECAUSE_OF and phrase.possessors):
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
    if not doers and target.det in ("its", "their"):
        doers = subject_parties(scene, clause, Role.INITIATOR)  # "after the recall of its envoy, Togo …"
    by_subject = not doers and (acted_on or phrase.det in ("its", "his", "her", "their"))
    if by_subject or (acted_on and not phrase.possessors):
        doers = [*agents(scene, clause, Role.INITIATOR), *doers]
    around = [p for n in target.names if n.kind is not None and (p := party(n)) is not None]
    around += [
        p
        for part in parts[1:3]
        if part.prep in ("on", "against", "with", "from", "to", "in")
        for one in part.phrases
        if one.head_name is not None
        for p in of_phrase(one)
    ]
    around += of_segments(parts[1:6], frozenset({"between", "among"}))
    parties = distinct([*doers, *around])
    time, rule = attach(scene, clause, phrase)
    dated = time is not None and time.edtf is not None and rule in ("in-the-phrase", "right-behind")
    if not parties and not (dated and kind in (Kind.AGREEMENT, Kind.RESOLUTION)):
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
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    placed = kind in (Kind.RUPTURE, Kind.AGREEMENT)
    place = place_in(scene, Clause(after=behind(clause, target)), target) if placed else Place()
    if place.words:
        draft.place = place
        draft.because("place", "place-phrase", (place.start, place.end))
    return draft


_OF_MEMBERS = frozenset({"from", "to"})
"""Prepositions before a body that a state enters or leaves: "its withdrawal from", "its accession to"."""
_BECAUSE_OF = frozenset("to after following over since by with".split())
"""Prepositions behind which a named act is done, whatever its clause says: "in response to Chad's expulsion of"."""
_AMOUNTS = frozenset("dozens scores hundreds some several many number series part range host".split())


def _is_body(phrase: Phrase) -> bool:
    return lex.singular(phrase.head) in ("body", "agency", "organisation", "organization", "institution", "programme")


def _led(parts: list[Segment], phrase: Phrase, preps: frozenset[str]) -> list[Segment]:
    """Put first what the noun acts on: by whom, with what staff and "into force" stand between."""
    if len(parts) > 1 and parts[0].prep == "by":
        parts = [*parts[1:], parts[0]]  # "the withdrawal by Fiji of its officers"
    if len(parts) > 1 and parts[0].prep == "of" and preps == frozenset({"from"}) and _is_staff(parts[0].phrases[0]):
        parts = parts[1:]  # "the withdrawal of its officers from the mission"
    if phrase.head == "entry" and len(parts) > 1 and parts[0].prep == "into" and parts[0].phrases[0].head == "force":
        parts = parts[1:]
    return parts


def _whole(parts: list[Segment]) -> list[Segment]:
    """Of "from dozens of bodies" the bodies."""
    if len(parts) > 1 and parts[0].phrases[-1].head in _AMOUNTS and parts[1].prep == "of":
        return [Segment(parts[0].prep, parts[1].phrases), *parts[2:]]
    return parts


_STAFF = frozenset("officer official representative delegate staff delegation member expert contingent".split())


def _is_staff(phrase: Phrase) -> bool:
    return lex.singular(phrase.head) in _STAFF


def _resigned(scene: Scene, clause: Clause, phrase: Phrase, people: list[Party], post: Phrase) -> Draft | None:
    """ "The resignation of Lena Berg as special envoy for Libya"."""
    outlook = of_clause(clause)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN):
        return None
    draft = Draft(
        scene.sentence, (phrase.start, phrase.end), Kind.RUPTURE, Status.HELD, STRONG, distinct(people), clause=clause
    )
    draft.head = "resignation"
    draft.because("kind", "named-act", (phrase.start, post.end))
    draft.because("status", outlook.rule, *outlook.spans)
    draft.because("actors", "grammar", *((p.start, p.end) for p in people))
    time, rule = attach(scene, clause, phrase)
    if time is not None:
        draft.time = time
        draft.because("when", rule, (time.start, time.end))
    return draft


def named_resolution(scene: Scene, clause: Clause, phrase: Phrase, told: set[Span]) -> Draft | None:
    """ "Resolution 338, of October 22, 1973": a resolution that is named with its day."""
    if lex.singular(phrase.head) != "resolution" or locate(clause, phrase).outer is not None:
        return None
    if _at_home(clause, phrase):
        return None
    if clause.vp is not None and (clause.vp.start, clause.vp.end) in told and clause.vp.lemma in lex.ACTS:
        return None
    time, rule = attach(scene, clause, phrase)
    if time is None or time.edtf is None or rule not in ("in-the-phrase", "right-behind"):
        return None
    named = [p for n in phrase.names if n.kind is ActorKind.ORGANISATION and (p := party(n)) is not None]
    draft = Draft(
        scene.sentence, (phrase.start, phrase.end), Kind.RESOLUTION, Status.HELD, FAIR, distinct(named), clause=clause
    )
    draft.time, draft.head = time, "resolution"
    draft.because("kind", "noun", (phrase.start, phrase.end))
    draft.because("status", "named-only", (phrase.start, phrase.end))
    draft.because("when", rule, (time.start, time.end))
    draft.because("actors", "grammar", *((p.start, p.end) for p in named))
    return draft


def named_invitation(scene: Scene, clause: Clause, phrase: Phrase) -> Draft | None:
    """ "The emir's invitation for Soto to visit Doha": told by the noun, where no verb does something with it."""
    if clause.vp is not None and clause.vp.lemma in lex.ACTS and phrase in clause.after:
        return None
    hosts = [p for n in phrase.possessors if (p := party(n, Role.INITIATOR)) is not None]
    parts = segments(behind(clause, phrase))
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


def put_off_act(scene: Scene, clause: Clause, phrase: Phrase) -> Draft | None:
    """ "The implementation of the tariffs will be postponed": an act that is put off."""
    if clause.vp is None or clause.lemma not in lex.GOVERNING_VERBS["postponed"]:
        return None
    standing = locate(clause, phrase)
    outlook = of_clause(clause)
    if outlook.view not in (View.FACT, View.NOW, View.PLAN) or standing.prep not in ("", "of"):
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
