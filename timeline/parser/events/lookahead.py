"""What comes behind a word in a sentence: the questions by which the parser of clauses decides."""

from __future__ import annotations

from .phrases import Phrase


def list_goes_on(phrases: list[Phrase], i: int) -> bool:
    """A semicolon between items of a list ("to Riga, Latvia; Vilnius, Lithuania; and …"), not between clauses."""
    for following in phrases[i + 1 :]:
        if following.type == "VP":
            return following.form != "finite"
        if following.type == "STOP":
            return following.low in (";", ".")
    return True


def verb_or_subject_follows(phrases: list[Phrase], i: int) -> bool:
    """After the comma comes the rest of the clause pushed aside, not one more item of a list inside."""
    for following in phrases[i + 1 :]:
        if following.type == "VP":
            return following.form == "finite"
        if following.type in ("STOP", "REL"):
            return False
    return False


def clause_follows(phrases: list[Phrase], i: int) -> bool:
    """Whether "after", "before", "as" … leads a clause: a subject and a finite verb before any comma."""
    seen = 0
    for following in phrases[i + 1 :]:
        if following.type == "NP":
            seen += 1
        elif following.type == "VP":
            return (seen > 0 and following.form == "finite") or (following.form == "ing" and seen == 0)
        elif following.type in ("COMMA", "STOP", "SUB", "SUBPREP", "REL", "THAT"):
            return False
    return False


def finite_follows(phrases: list[Phrase], i: int) -> bool:
    """Whether a subject and a finite verb come behind, whatever stands between."""
    seen = False
    for following in phrases[i + 1 :]:
        if following.type == "NP":
            seen = True
        elif following.type == "VP" and following.form == "finite":
            return seen
        elif following.type in ("STOP", "THAT", "REL"):
            return False
    return False


def verb_next(phrases: list[Phrase], i: int) -> bool:
    """Whether a verb follows, but for time words and adverbs between: "who on Friday flew"."""
    for at in range(i + 1, min(i + 6, len(phrases))):
        kind = phrases[at].type
        timed = kind == "PREP" and at + 1 < len(phrases) and phrases[at + 1].type == "TIME"
        if kind not in ("ADV", "QUOTE", "COMMA", "TIME") and not timed:
            return kind == "VP"
    return False


def next_type(phrases: list[Phrase], i: int) -> str:
    for following in phrases[i + 1 :]:
        if following.type not in ("ADV", "QUOTE", "COMMA"):
            return following.type
    return ""


def is_inserted(phrases: list[Phrase], i: int) -> bool:
    """Between commas, after the subject and before its verb: "the talks, held in Oslo, failed"."""
    before = [p.type for p in phrases[max(0, i - 3) : i] if p.type != "ADV"]
    following = phrases[i + 1] if i + 1 < len(phrases) else None
    if before[-2:] != ["NP", "COMMA"] or following is None:
        return False
    if following.type not in ("PREP", "TIME", "SUBPREP") and following.low != "by":
        return False
    comma = False
    for phrase in phrases[i + 1 :]:
        if phrase.type == "VP" and phrase.form == "finite":
            return comma
        if phrase.type in ("VP", "SUB", "REL", "THAT", "STOP", "CONJ"):
            return False
        comma = phrase.type == "COMMA" or (comma and phrase.type == "ADV")
    return False


def finite_ahead(phrases: list[Phrase], i: int) -> bool:
    """Whether a finite verb comes without a subject of its own, so that this one cannot be the clause's verb."""
    before = ""
    own_subject = False
    for following in phrases[i + 1 :]:
        if following.type == "VP" and following.form == "finite":
            return not own_subject
        if following.type in ("SUB", "SUBPREP", "REL", "THAT", "STOP", "CONJ", "COMMA"):
            return False
        if following.type == "NP":
            own_subject = before != "PREP"
        before = following.type
    return False
