"""The first layer of the event grammar: a sentence's words, each with its part of speech.

Names and time words, found before, are single words here. Closed classes are known; verbs and nouns of the same form
are told apart by their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from ..reading import ActorKind, Name, TimeWords
from ..tokens import words as split_words
from ..vocabulary import load
from . import lexicon as lex

ALSO_NOUNS = frozenset(load("verbs")["also_nouns"])


ALSO_NOUNS |= frozenset(lex.plural(word) for word in ALSO_NOUNS if not word.endswith("ing"))


_STOPS = {
    ";": "STOP",
    ":": "STOP",
    ".": "STOP",
    "?": "STOP",
    "!": "STOP",
    '"': "QUOTE",
    "'": "APOS",
    "(": "LPAR",
    ")": "RPAR",
    "–": "DASH",
    "[": "LPAR",
    "]": "RPAR",
    "-": "HYPH",
    "/": "HYPH",
    ",": "COMMA",
}


_CONTRACTED = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
"""What is left of an auxiliary behind a pronoun."""
_AUXILIARY = re.compile(r"'(?:m|re|ve|ll|d)\b", re.I)
"""The same behind a pronoun whose meaning is known, which is a word by itself: "I'm in Lima"."""


_PICTURED = frozenset({"left", "right", "center", "centre", "far"})
"""Where a caption says that somebody stands: "Ana Soto, left, and Luis Rey"."""


@dataclass(slots=True)
class Word:
    """One word of a sentence, or one name, or one group of time words."""

    text: str
    low: str
    start: int
    end: int
    pos: str
    """NAME TIME V AUX MODAL TO NEG ADV DET POSS ('s) PRO PREP SUB CONJ N ADJ NUM or a sign's name."""
    lemma: str = ""
    forms: frozenset[str] = frozenset()
    name: Name | None = None
    time: TimeWords | None = None


def overlay(text: str, start: int, end: int, names: Sequence[Name], times: Sequence[TimeWords]) -> list[Word]:
    """Cut a stretch of text into words; a name and a group of time words are one word each.

    `text` is normalised. Names and time words are those within the stretch, in order; where a name and time words
    overlap the longer wins.
    """
    spans: list[tuple[int, int, Name | None, TimeWords | None]] = []
    spans += [(n.start, n.end, n, None) for n in names]
    spans += [(t.start, t.end, None, t) for t in times]
    spans.sort(key=lambda s: (s[0], -s[1]))
    kept: list[tuple[int, int, Name | None, TimeWords | None]] = []
    spans = [(_without_verb(text, s, e) if name else s, e, name, time) for s, e, name, time in spans]
    for span in spans:
        if kept and span[0] < kept[-1][1]:
            if span[1] - span[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = span
            continue
        kept.append(span)
    found: list[Word] = []
    at = start
    for s, e, name, time in kept:
        _plain(text, at, s, found)
        possessive = text[s:e].endswith("'s") or text[s:e].endswith("'S")
        stop = e - 2 if possessive else e
        words = text[s:stop]
        if name is not None and words.lower() in lex.POSSESSIVES | lex.PRONOUNS:
            found.append(_pronoun(text, words, s, stop, name))
            at = e
            continue
        found.append(Word(words, words.lower(), s, stop, "NAME" if name else "TIME", name=name, time=time))
        if possessive:
            found.append(Word("'s", "'s", stop, e, "POSS"))
        at = e
    _plain(text, at, end, found)
    return _without_acronyms(found)


def _without_acronyms(words: list[Word]) -> list[Word]:
    """Leave out an acronym in brackets, which stands in the midst of its noun phrase: "the Lake Pact (LP) treaty"."""
    kept: list[Word] = []
    i = 0
    while i < len(words):
        if words[i].low == "(" and i + 2 < len(words) and words[i + 2].low == ")":
            inside = words[i + 1].text
            if len(inside) <= 10 and sum(c.isupper() for c in inside) >= 2:
                i += 3
                continue
        if not _is_inner_sign(words, i):
            kept.append(words[i])
        i += 1
    return kept


def _is_inner_sign(words: list[Word], i: int) -> bool:
    """A full stop or colon that ends nothing: that of "5:10 p.m. today"."""
    if words[i].low == ".":
        return any(w.low not in ('"', "'", ")", "]", ".") for w in words[i + 1 : i + 3])
    if words[i].low == ":" and 0 < i < len(words) - 1:
        return words[i - 1].text[-1:].isdigit() and words[i + 1].text[:1].isdigit()
    return False


def _without_verb(text: str, start: int, end: int) -> int:
    """A verb that was taken for the first word of a title ("host Prime Minister …") is none of the name's."""
    first, _, rest = text[start:end].partition(" ")
    if rest and first.islower() and first in lex.VERBS and rest[:1].isupper():
        return start + len(first) + 1
    return start


def _pronoun(text: str, words: str, start: int, end: int, name: Name) -> Word:
    """ "His" before a noun is its determiner, "he" and "him" stand alone; "her" is told by what follows."""
    low = words.lower()
    before_noun = low in lex.POSSESSIVES and (
        low != "her" or (text[end : end + 2].strip().isalpha() and not _after_her(text, end))
    )
    return Word(words, low, start, end, "DET" if before_noun else "PRO", name=name)


def _after_her(text: str, end: int) -> bool:
    follower = text[end : end + 14].split()
    return not follower or follower[0].lower() in lex.PREPOSITIONS | lex.CONJUNCTIONS | {"to"}


def _plain(text: str, start: int, end: int, found: list[Word]) -> None:
    if found and found[-1].end == start and (rest := _AUXILIARY.match(text, start, end)):
        low = rest.group().lower()
        found.append(Word(rest.group(), _CONTRACTED[low], start, rest.end(), ""))
        start = rest.end()
    if start < end:
        for match in split_words(text, start, end):
            word = match.group()
            low, start, end = word.lower(), match.start(), match.end()
            at = low.rfind("'")
            if at > 0 and low[at:] in _CONTRACTED:
                found.append(Word(word[:at], low[:at], start, start + at, ""))
                found.append(Word(word[at:], _CONTRACTED[low[at:]], start + at, end, ""))
            else:
                found.append(Word(word, low if low.isascii() else _unaccented(low), start, end, ""))


def _unaccented(low: str) -> str:
    """ "Communiqué", "attaché", "rendez-vous": English keeps or drops the accents of its loans."""
    return "".join(c for c in normalize("NFKD", low) if not combining(c))


def tag(words: list[Word]) -> list[Word]:
    """Give each word its part of speech, in place, and return the words.

    Two passes: closed classes and signs first, then verbs, which need to see their neighbours.
    """
    _join(words)
    for i, word in enumerate(words):
        if not word.pos:
            word.pos = _closed_class(words, i)
    for i, word in enumerate(words):
        if not word.pos:
            _open_class(words, i)
    for i, word in enumerate(words):
        if word.low == "due" and _is_due_to(words, i):
            word.pos, word.lemma, word.forms = "V", "due", frozenset({lex.PARTICIPLE})  # "talks due to open"
        if word.low == "short" and i and words[i - 1].lemma == "cut":
            word.pos = "PREP"  # "cut short a visit"
        if word.pos == "TO":
            follower = _next(words, i)
            infinitive = follower is not None and (
                (follower.pos == "V" and lex.BASE in follower.forms)
                or (follower.pos == "AUX" and follower.low in ("have", "be"))  # "was to have gone", "is to be held"
            )
            word.pos = "TO" if infinitive else "PREP"
    return words


_JOINED = {("under", "way"): "underway"} | {
    (a, link, a): f"{a} {link} {a}" for a, link in (("face", "to"), ("head", "to"), ("one", "on"), ("side", "by"))
}
"""Words that are one: "talks are under way", "met face to face"."""


def _join(words: list[Word]) -> None:
    """Make one word of those that are one, in place."""
    for i in range(len(words) - 2, -1, -1):
        low = words[i].low
        if low in _PREFIXES and f"{low}-{_low(words, i + 2)}" in lex.VERB_FORMS and words[i + 1].low == "-":
            words[i].low, words[i].end = f"{low}-{words[i + 2].low}", words[i + 2].end
            del words[i + 1 : i + 3]
            continue  # "re-established"
        if low not in _FIRST_OF_JOINED:
            continue
        for size in (2, 3):
            joined = _JOINED.get(tuple(w.low for w in words[i : i + size]))
            came = i > 0 and words[i - 1].low in ("come", "came", "comes", "coming", "brought")
            if joined and not came:
                words[i].low, words[i].end = joined, words[i + size - 1].end
                words[i].pos = "ADV" if size == 3 else ""
                del words[i + 1 : i + size]
                break


_FIRST_OF_JOINED = frozenset(first for first, *_ in _JOINED)
_PREFIXES = frozenset(form.split("-")[0] for form in lex.VERB_FORMS if "-" in form)
"""What stands before the hyphen of a verb: "re-establish", "co-host"."""


def _before_past(words: list[Word], i: int, before: Word) -> bool:
    forms = lex.VERB_FORMS.get(_low(words, i + 1), ("", frozenset()))[1]
    return lex.PAST in forms and not words[i + 1].pos and before.low in _WHO_MET


_WHO_MET = frozenset(
    "two three they leaders sides parties ministers presidents delegations negotiators officials envoys pair".split()
)


def _is_due_to(words: list[Word], i: int) -> bool:
    if i == 0 or i + 2 >= len(words) or words[i + 1].low != "to" or words[i - 1].pos not in ("N", "COMMA"):
        return False
    return words[i + 2].low == "be" or lex.BASE in lex.VERB_FORMS.get(words[i + 2].low, ("", frozenset()))[1]


def _closed_class(words: list[Word], i: int) -> str:
    word = words[i]
    low = word.low
    before = words[i - 1] if i else None
    if before is not None and low in _PICTURED and before.low in (",", "(") and _low(words, i + 1) in (",", ")"):
        return "ADV"
    if low in _STOPS:
        return _possessive_apostrophe(words, i) if low == "'" else _STOPS[low]
    if low == "'s":
        verb = before is not None and (before.low in lex.PRONOUNS or before.low in ("that", "who", "there", "here"))
        return "AUX" if verb else "POSS"
    if low in lex.NEGATIVE_CONTRACTIONS:
        word.forms = frozenset({"negated"})
        word.low = lex.NEGATIVE_CONTRACTIONS[low]
        return "MODAL" if word.low in lex.MODALS else "AUX"
    if low in ("will", "may", "might") and before is not None and before.low in ("the", "a", "his", "their"):
        return ""
    if low in _BY_NEIGHBOUR and (pos := _by_neighbour(words, i, before)):
        return pos
    after_determiner = before is not None and (before.pos in ("DET", "POSS") or before.low in lex.POSSESSIVES)
    if low in ("first", "next", "only", "then", "very", "further") and after_determiner:
        return "ADJ"
    if before is not None and _counts_for_verb(words, i, before):
        return "ADV"
    if low == "following" and before is not None and before.low == "the":
        return "ADJ"
    if low == "principle" and before is not None and before.low == "in":
        before.pos = "ADV"
        return "ADV"
    if low == "like" and before is not None and before.low in ("would", "'d"):
        return ""
    if _says_when(before, low, _low(words, i + 1)):
        return "ADV"
    if low in _CLASSES:
        return _CLASSES[low]
    return "NUM" if word.text[0].isdigit() else ""


def _counts_for_verb(words: list[Word], i: int, before: Word) -> bool:
    """ "Chad and Niger have each barred", "the two last met in May"."""
    low = words[i].low
    if low in ("each", "both", "all") and before.pos in ("AUX", "NAME"):
        forms = lex.VERB_FORMS.get(_low(words, i + 1), ("", frozenset()))[1]
        if forms & {lex.PAST, lex.PARTICIPLE}:
            return True
    return low in ("last", "first", "next") and _before_past(words, i, before)


def _says_when(before: Word | None, low: str, after: str) -> bool:
    """ "Have long been due", "talks late into the night", "once again": adverbs in the form of other words."""
    if before is None or low == "once":
        return low == "once" and after in ("again", "more")
    if low == "long":
        return before.pos == "AUX" and after == "been"
    late = low in ("late", "early") and after in ("into", "in", "on", "at")
    return late and (before.low in lex.NOUNS or before.pos == "NAME")


_BY_NEIGHBOUR = frozenset({"that", "no", "longer"})


def _by_neighbour(words: list[Word], i: int, before: Word | None) -> str:
    """ "Go ahead with that meeting", "will no longer travel"."""
    low, after = words[i].low, _low(words, i + 1)
    if low == "that" and before is not None and before.pos == "PREP" and after in lex.NOUNS:
        return "DET"
    if low == "no" and after == "longer":
        return "NEG"
    return "ADV" if low == "longer" and before is not None and before.pos == "NEG" else ""


def _low(words: list[Word], i: int) -> str:
    return words[i].low if i < len(words) else ""


def _classes() -> dict[str, str]:
    """Word of a closed class → its part of speech; where a word is in several, the class named first has it."""
    found: dict[str, str] = {"to": "TO", "that": "THAT"}
    subordinators = lex.TIME_SUBORDINATORS | lex.SUBORDINATORS
    both_ways = frozenset(w for w in subordinators if w in lex.PREPOSITIONS) | {"once"}
    for words, pos in (
        (lex.MODALS, "MODAL"),
        (frozenset({*lex.BE, *lex.HAVE, *lex.DO}), "AUX"),
        (lex.NEGATIONS, "NEG"),
        (frozenset({"who", "which", "whom", "whose"}), "REL"),
        (both_ways & subordinators, "SUBPREP"),
        (subordinators, "SUB"),
        (lex.POSSESSIVES | lex.DETERMINERS, "DET"),
        (lex.PRONOUNS, "PRO"),
        (lex.PREPOSITIONS | {"following", "including", "involving"}, "PREP"),
        (lex.CONJUNCTIONS, "CONJ"),
        (lex.ADVERBS, "ADV"),
        (lex.NUMBERS, "NUM"),
    ):
        for word in words:
            found.setdefault(word, pos)
    return found


_CLASSES = _classes()


def _possessive_apostrophe(words: list[Word], i: int) -> str:
    """The apostrophe of "the ministers' meeting" is possessive, that of a quotation is not."""
    if i and words[i - 1].end == words[i].start and words[i - 1].low.endswith("s"):
        return "POSS"
    return "QUOTE"


def _previous(words: list[Word], i: int) -> Word | None:
    j = i - 1
    while j >= 0 and words[j].pos in ("ADV", "NEG"):
        j -= 1
    return words[j] if j >= 0 else None


def _next(words: list[Word], i: int) -> Word | None:
    j = i + 1
    while j < len(words) and (
        words[j].pos in ("ADV", "NEG")
        or (not words[j].pos and words[j].low.endswith("ly") and words[j].low not in lex.VERB_FORMS)
    ):
        j += 1
    return words[j] if j < len(words) else None


def _open_class(words: list[Word], i: int) -> None:
    word = words[i]
    low = word.low
    known = lex.VERB_FORMS.get(low)
    if known is None:
        if low.endswith("ly") and len(low) > 4:
            word.pos = "ADV"
        elif low.endswith("ed") and len(low) > 5 and word.text.islower() and _was_ed_verb(words, i):
            word.pos, word.lemma, word.forms = "V", low, frozenset({lex.PAST, lex.PARTICIPLE})
        elif (
            low.endswith("ing")
            and len(low) > 5
            and word.text.islower()
            and i
            and words[i - 1].pos in ("N", "NAME", "COMMA")
            and _starts_object(words, i)
        ):
            word.pos, word.lemma, word.forms = "V", low, frozenset({lex.ING})
        else:
            word.pos = "N"
        return
    lemma, forms = known
    if _is_verb(words, i, low, forms):
        word.pos, word.lemma, word.forms = "V", lemma, forms
    else:
        word.pos = (
            "ADJ"
            if lex.PAST in forms or lex.PARTICIPLE in forms or (lex.ING in forms and low not in ALSO_NOUNS)
            else "N"
        )


def _was_ed_verb(words: list[Word], i: int) -> bool:
    before, after = _previous(words, i), words[i + 1] if i + 1 < len(words) else None
    if before is None or before.pos in ("DET", "POSS", "PREP", "ADJ"):
        return False
    return not (after and after.pos in ("", "N") and before.pos not in ("AUX", "NAME", "PRO"))


def _starts_object(words: list[Word], i: int) -> bool:
    """Whether what follows a word could be a verb's object or complement."""
    after = words[i + 1] if i + 1 < len(words) else None
    return (
        after is None
        or after.pos in ("NAME", "DET", "PRO", "TIME", "TO", "THAT", "ADV", "SUBPREP", "SUB", "NUM", "NEG")
        or after.low
        in (
            "in",
            "on",
            "with",
            "at",
            "off",
            "for",
            "up",
            "out",
            "down",
            "from",
            "into",
            "against",
            "over",
            "back",
            "by",
            "upon",
        )
    )


def _is_verb(words: list[Word], i: int, low: str, forms: frozenset[str]) -> bool:
    before = _previous(words, i)
    after = words[i + 1] if i + 1 < len(words) else None
    if low == "united" and after and after.text[:1].isupper():
        return False
    if before is None:
        return _opens_as_verb(words[i], after, low, forms)
    direct = words[i - 1]
    if before.pos == "TO":
        if lex.BASE in forms:
            return low not in ALSO_NOUNS or _verb_after_to(words, i)
        return lex.ING in forms and low not in ALSO_NOUNS  # "looks forward to welcoming"
    if before.pos == "MODAL" or (before.pos == "AUX" and before.low in lex.DO):
        return lex.BASE in forms
    if before.pos == "AUX":
        return _follows_auxiliary(before, direct, after, forms)
    if lex.PAST in forms or lex.PARTICIPLE in forms:
        return _past_is_verb(words, i, direct, after, low, forms)
    if lex.ING in forms:
        return _ing_is_verb(direct, after, low)
    nominal = direct.pos in ("DET", "POSS", "ADJ", "PREP", "NUM", "SUBPREP", "HYPH")
    if nominal or (after is not None and after.pos == "HYPH"):
        return False
    if lex.S in forms:
        return _s_form_is_verb(words, i, before, after, low)
    return _base_is_verb(words, i, before, after, low)


def _opens_as_verb(word: Word, after: Word | None, low: str, forms: frozenset[str]) -> bool:
    if lex.ING in forms:
        return low not in ALSO_NOUNS or (after is not None and after.pos in ("NAME", "DET"))
    participle = forms & {lex.PAST} and word.text[0].isupper() and after is not None and after.pos == ""
    return low not in ALSO_NOUNS and not participle


def _follows_auxiliary(before: Word, direct: Word, after: Word | None, forms: frozenset[str]) -> bool:
    if (lex.BASE in forms and lex.PARTICIPLE not in forms) or lex.S in forms or direct.pos in ("DET", "ADJ"):
        return False
    modifies = after is not None and after.pos == "" and after.low in lex.NOUNS
    return not (before.low in lex.BE and forms & {lex.PARTICIPLE, lex.PAST} and modifies)


_BEFORE_A_VERB = frozenset({"NAME", "N", "PRO", "RPAR", "COMMA", "CONJ", "REL", "THAT", "TIME", ""})


def _s_form_is_verb(words: list[Word], i: int, before: Word, after: Word | None, low: str) -> bool:
    if low == "says":
        return before.pos in _BEFORE_A_VERB
    if after is not None and after.pos == "THAT" and before.pos == "N" and lex.VERB_FORMS[low][0] in lex.SAY:
        return True  # "the government states that"
    if low not in ALSO_NOUNS:
        return before.pos in _BEFORE_A_VERB or before.pos in ("QUOTE", "POSS")
    if after is None:
        return low not in _PLURALS and before.pos in ("NAME", "PRO", "RPAR", "REL", "CONJ", "COMMA", "THAT")
    if low == "sanctions" and before.pos in ("NAME", "N", "COMMA"):
        return after.pos in ("NUM", "NAME", "DET") or after.low in ("over", "several")
    if low in _PLURALS:
        return low == "talks" and (before.pos == "PRO" or is_person(before)) and after.low in ("to", "with", "about")
    if before.pos == "NAME" and _ends_noun_phrase(words, i):
        return False
    if before.pos in ("NAME", "PRO", "RPAR", "REL", "CONJ", "COMMA", "THAT"):
        if before.pos == "NAME" and before.name is not None and before.name.members:
            return False
        named = before.pos == "NAME" and before.name is not None and before.name.rule != "demonym"
        return _starts_object(words, i) or (named and after.pos in ("", "N", "ADJ"))
    if after.pos in ("TO", "TIME") and _ends_object(words, i):
        return False
    if before.pos == "N" and before.low in _WHO and after.pos == "PREP" and lex.VERB_FORMS[low][0] in lex.VERBS:
        return True  # "the minister leaves for Lima"
    return before.pos == "N" and after.pos in ("NAME", "DET", "TO", "TIME")


_WHO = frozenset("minister president secretary premier king queen chancellor envoy delegation team chief".split())


def _ends_noun_phrase(words: list[Word], i: int) -> bool:
    """ "Signed the Oslo accords", "tariffs on Chilean imports": the name only modifies the noun behind it."""
    name = words[i - 1].name
    lead = words[i - 2] if i >= 2 else None
    if lead is None or name is None or is_person(words[i - 1]):
        return False
    if lead.pos in ("PREP", "V"):
        return name.rule == "demonym"  # "rejected Chilean calls for talks"
    verb = words[i - 3] if i >= 3 else None
    return lead.low == "the" and verb is not None and verb.pos == "V" and verb.lemma not in lex.SAY


def _ends_object(words: list[Word], i: int) -> bool:
    """ "Froze arms exports to Turkey": a verb stands right before the noun phrase that the word ends."""
    j = i - 1
    while j > 0 and i - j <= 4 and words[j].pos in ("N", "ADJ", "NUM", "HYPH"):
        j -= 1
    verb = words[j]
    return verb.pos == "V" and bool(verb.forms & {lex.PAST, lex.S, lex.BASE}) and verb.lemma not in lex.SAY


_PLURALS = frozenset({"talks", "sanctions", "negotiations", "tariffs"})
"""Plurals of happenings that hardly ever are the form of a verb."""


def _base_is_verb(words: list[Word], i: int, before: Word, after: Word | None, low: str) -> bool:
    """ "Leaders meet", "Mexico and Peru restore"; not "a state visit"."""
    if _modified(words, i, before) or _ends_a_name(words, i):
        return False
    article = after is not None and after.low in ("a", "an", "the")
    if article and before.pos in ("NAME", "N", "RPAR"):
        return True  # "representatives of Chad sign a pact"
    counted = before.pos == "N" and i >= 2 and words[i - 2].low in ("a", "an")
    if counted and (low == "meet" or low in ALSO_NOUNS):
        return False
    if low in ALSO_NOUNS and before.pos == "N" and low in lex.NOUNS and _ends_object(words, i):
        return False  # "imposes arms embargo on"
    if low in ALSO_NOUNS:
        plural = before.pos == "PRO" or (before.low.endswith("s") and before.pos == "N") or _coordinated(words, i)
        ends = after is not None and after.pos in ("CONJ", "STOP", "COMMA")
        return plural and (_starts_object(words, i) or ends or _only_verb(words, i))
    return before.pos in _BEFORE_A_VERB


_PLURAL_DEMONYMS = ("s", "ch", "sh", "ese")


def _modified(words: list[Word], i: int, before: Word) -> bool:
    """ "His Ugandan host", "the Red Sea resort": behind a determiner and a name that cannot act in the plural."""
    name = words[i - 1].name
    if name is None or words[i - 1] is not before or i < 2 or words[i - 2].pos not in ("DET", "POSS", "ADJ"):
        return False
    if name.kind is not None and name.rule != "demonym":
        return False
    return not (before.low.endswith(_PLURAL_DEMONYMS) and words[i - 2].low == "the")


def _ends_a_name(words: list[Word], i: int) -> bool:
    """ "At the Alpina Resort, Switzerland, talks": the last word of a name, in capitals among small letters."""
    after = words[i + 1] if i + 1 < len(words) else None
    capitals = words[i].text[:1].isupper() and words[i - 1].text[:1].isupper()
    return capitals and after is not None and after.pos == "COMMA" and any(w.text.islower() for w in words[:i])


def _only_verb(words: list[Word], i: int) -> bool:
    """ "Chad and Niger upgrade bilateral relations": no other word near by can be the verb."""
    before, after = words[i - 1], words[i + 1] if i + 1 < len(words) else None
    if before.pos != "NAME" or before.name is None or before.name.rule == "demonym":
        return False
    if after is None or after.pos or after.low in lex.NOUNS or after.low in lex.VERB_FORMS:
        return False
    return not any(
        w.pos in ("AUX", "MODAL") or (not w.pos and lex.VERB_FORMS.get(w.low, ("", frozenset()))[1] & {lex.PAST, lex.S})
        for w in words[i + 1 : i + 12]
    )


def _verb_after_to(words: list[Word], i: int) -> bool:
    """Of "to visit China" and "to work", the verb; of "return to power" the noun is told by what stands before."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.pos in ("STOP", "COMMA"):
        return words[i].low in lex.VERBS or words[i].low in ("travel", "visit", "talk", "return", "resolve", "leave")
    return after.low != "between" or words[i].low in lex.VERBS


def _coordinated(words: list[Word], i: int) -> bool:
    """Whether the words before are "A and B" or "A, B": a plural subject."""
    j = i - 1
    while j >= 0 and words[j].pos in ("NAME", "N", "ADJ", "RPAR", "LPAR", "ADV", "DET"):
        j -= 1
    return (
        j > 0
        and (words[j].pos == "CONJ" or (words[j].pos == "COMMA" and words[i - 1].pos == "NAME"))
        and words[j - 1].pos in ("NAME", "N", "COMMA", "RPAR")
    )


def is_person(word: Word) -> bool:
    return word.name is not None and word.name.kind is ActorKind.PERSON


def _past_is_verb(words: list[Word], i: int, direct: Word, after: Word | None, low: str, forms: frozenset[str]) -> bool:
    if direct.pos in ("DET", "POSS", "ADJ", "NUM") and low not in ("said", "told"):
        if low in ("met", "went", "came", "spoke", "took", "began", "gave", "flew", "wrote"):
            return True
        return after is not None and after.low == "by"
    if direct.pos == "HYPH" or (after is not None and after.pos == "HYPH"):
        return False
    if direct.pos == "PREP" and after is not None and after.pos in ("", "N", "NAME"):
        return direct.low == "as"
    return True


_SHAPING = frozenset("working steering coordinating organising organizing governing implementing".split())
_SHAPED = frozenset(
    "group groups committee council body board lunch dinner breakfast session visit level agreement".split()
)


def _ing_is_verb(direct: Word, after: Word | None, low: str) -> bool:
    if direct.pos in ("DET", "POSS", "ADJ", "HYPH"):
        return False
    if low in _SHAPING and after is not None and after.low in _SHAPED:
        return False  # "the Chile-Peru working group"
    if low == "understanding" and direct.low in ("of", "on"):
        return False  # "a memorandum of understanding with Peru"
    if low not in ALSO_NOUNS:
        return direct.pos != "NUM"
    if direct.pos in ("NAME", "N", "NUM", ""):
        return False
    if low in ("meeting", "gathering") and direct.pos == "COMMA" and after is not None:
        return after.low in ("in", "at", "for", "here", "with", "under", "outside", "on")  # "the two, meeting in Lima"
    return after is not None and (after.pos in ("NAME", "DET", "PRO") or after.low == "with")
