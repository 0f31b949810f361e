"""Who says so, and whether the text vouches for it: attribution, hearsay and denial."""

from __future__ import annotations

from ..reading import Basis, Span
from . import lexicon as lex
from .clauses import Clause
from .draft import Scene
from .outlook import of_clause


def hear(scene: Scene, clause: Clause, trigger: Span) -> tuple[Basis, str, str, tuple[Span, ...]]:
    """Give basis, speaker, the rule's name and its words for what a clause tells."""
    vp = clause.vp
    if vp is not None and of_clause(clause).denied:
        speaker, span = _teller(scene, clause)
        return Basis.DENIED, speaker, "denied", span
    for one in (clause, *clause.ancestors):
        if one.vp is not None:
            adverb = next((a for a in one.vp.adverbs if a in lex.HEARSAY), None)
            if adverb:
                return Basis.REPORTED, "", "hearsay-adverb", ((one.vp.start, one.vp.end),)
            if one is not clause and one.vp.passive and one.vp.lemma in lex.HEARSAY_PASSIVE:
                return Basis.REPORTED, "", "hearsay-passive", ((one.vp.start, one.vp.end),)
    speaker, span = _teller(scene, clause)
    if speaker:
        return (Basis.REPORTED if _is_hearsay(speaker) else Basis.STATED), speaker, "said-by", span
    speaker, span = _according_to(scene)
    if speaker:
        return (Basis.REPORTED if _is_hearsay(speaker) else Basis.STATED), speaker, "according-to", span
    if any(word in scene.low for word in lex.HEARSAY):
        at = min(scene.low.find(word) for word in lex.HEARSAY if word in scene.low)
        start = scene.sentence.start + at
        if abs(start - trigger[0]) < 60:
            return Basis.REPORTED, "", "hearsay-adverb", ((start, start + 10),)
    return Basis.STATED, "", "own-voice", ()


def _teller(scene: Scene, clause: Clause) -> tuple[str, tuple[Span, ...]]:
    for one in (clause, *clause.ancestors):
        above = one.governor
        if (
            one.relation == "that"
            and above is not None
            and (above.lemma in lex.SAY or above.lemma in ("deny", "dispute", "refute"))
        ):
            return _name_of(scene, above)
    for other in scene.clauses:
        if (
            other is not clause
            and other.lemma in lex.PLAIN_SAY
            and other.relation in ("coordinate", "main")
            and other.vp is not None
            and other.vp.start > _end(clause)
        ) and not any(c.relation == "that" and c.governor is other for c in scene.clauses):
            subject = [p for p in other.subject if p.type == "NP"]
            if subject and not other.inherited:
                return _name_of(scene, other)
    return "", ()


def _end(clause: Clause) -> int:
    return clause.vp.end if clause.vp is not None else 0


def _name_of(scene: Scene, clause: Clause) -> tuple[str, tuple[Span, ...]]:
    # "During the talks Soto said": talks do not speak, so the first that is no happening
    subject = [p for p in clause.subject if p.type == "NP" and p.head not in lex.NOUNS]
    if not subject:
        return "", ()
    phrase = subject[0]
    span = ((phrase.start, phrase.end),)
    if phrase.head_name is not None:
        return phrase.head_name.name, span
    if phrase.head in lex.PRONOUNS:
        return (phrase.names[0].name if phrase.names else ""), span
    return scene.words(phrase).strip(), span


def _according_to(scene: Scene) -> tuple[str, tuple[Span, ...]]:
    at = scene.low.find("according to")
    if at < 0:
        return "", ()
    behind = scene.sentence.start + at + len("according to")
    phrase = next((p for p in scene.phrases if p.type == "NP" and p.start >= behind), None)
    if phrase is None or phrase.low in ("plan", "schedule", "law"):
        return "", ()
    return (phrase.head_name.name if phrase.head_name else scene.words(phrase)), ((phrase.start, phrase.end),)


def _is_hearsay(speaker: str) -> bool:
    words = speaker.casefold().split()
    return any(w in lex.HEARSAY_NOUNS or w in lex.ANONYMOUS for w in words)
