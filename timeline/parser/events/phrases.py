"""The first two layers of the event grammar: a sentence's words, each with its part of speech, and its phrases.

Names and time words, found before, are single words here. Noun phrases keep their head, their modifiers and whoever
is named in them; verb phrases their tense, voice, modality and negation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..reading import ActorKind, Name, TimeWords
from ..tokens import words as split_words
from ..vocabulary import load
from . import lexicon as lex

ALSO_NOUNS = frozenset(load("verbs")["also_nouns"])
ALSO_NOUNS |= frozenset(lex._plural(word) for word in ALSO_NOUNS if not word.endswith("ing"))

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


@dataclass(slots=True)
class Phrase:
    """A noun phrase (NP), a verb phrase (VP), or a single word that stands between them."""

    type: str
    first: int
    last: int
    """Indices of its first and last word."""
    start: int
    end: int
    low: str = ""
    # noun phrases
    head: str = ""
    """Head noun in lower case; empty where the head is a name."""
    head_name: Name | None = None
    names: tuple[Name, ...] = ()
    """All names in it, in order, the head's too."""
    possessors: tuple[Name, ...] = ()
    mods: tuple[str, ...] = ()
    det: str = ""
    times: tuple[TimeWords, ...] = ()
    capitalised: bool = False
    # verb phrases
    lemma: str = ""
    tense: str = ""
    """past, present, future, or "" where the verb is not finite."""
    modal: str = ""
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False
    form: str = ""
    """finite, inf, ing or participle."""
    adverbs: tuple[str, ...] = ()


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
    return found


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
        low != "her" or text[end : end + 2].strip().isalpha() and not _after_her(text, end)
    )
    return Word(words, low, start, end, "DET" if before_noun else "PRO", name=name)


def _after_her(text: str, end: int) -> bool:
    follower = text[end : end + 14].split()
    return not follower or follower[0].lower() in lex.PREPOSITIONS | lex.CONJUNCTIONS | {"to"}


def _plain(text: str, start: int, end: int, found: list[Word]) -> None:
    if start < end:
        for match in split_words(text, start, end):
            word = match.group()
            low, start, end = word.lower(), match.start(), match.end()
            at = low.rfind("'")
            if at > 0 and low[at:] in _CONTRACTED:
                found.append(Word(word[:at], low[:at], start, start + at, ""))
                found.append(Word(word[at:], _CONTRACTED[low[at:]], start + at, end, ""))
            else:
                found.append(Word(word, low, start, end, ""))


def tag(words: list[Word]) -> list[Word]:
    """Give each word its part of speech, in place, and return the words.

    Two passes: closed classes and signs first, then verbs, which need to see their neighbours.
    """
    for i, word in enumerate(words):
        if not word.pos:
            word.pos = _closed_class(words, i)
    for i, word in enumerate(words):
        if not word.pos:
            _open_class(words, i)
    for i, word in enumerate(words):
        if word.pos == "TO":
            follower = _next(words, i)
            word.pos = "TO" if follower and follower.pos == "V" and lex.BASE in follower.forms else "PREP"
    return words


def _closed_class(words: list[Word], i: int) -> str:
    word = words[i]
    low = word.low
    if (
        low in _PICTURED
        and i
        and words[i - 1].low in (",", "(")
        and i + 1 < len(words)
        and words[i + 1].low in (",", ")")
    ):
        return "ADV"
    if low in _STOPS:
        return _possessive_apostrophe(words, i) if low == "'" else _STOPS[low]
    if low == "'s":
        after = words[i + 1].low if i + 1 < len(words) else ""
        return "AUX" if after.endswith(("ing", "not")) and i and words[i - 1].low in lex.PRONOUNS else "POSS"
    if low in lex.NEGATIVE_CONTRACTIONS:
        word.forms = frozenset({"negated"})
        word.low = lex.NEGATIVE_CONTRACTIONS[low]
        return "MODAL" if word.low in lex.MODALS else "AUX"
    if low == "to":
        return "TO"
    if low in lex.MODALS and not (
        low in ("will", "may", "might") and i and words[i - 1].low in ("the", "a", "his", "their")
    ):
        return "MODAL"
    if low in lex.BE or low in lex.HAVE or low in lex.DO:
        return "AUX"
    if low in lex.NEGATIONS:
        return "NEG"
    if low == "that":
        return "THAT"
    if low in ("who", "which", "whom", "whose"):
        return "REL"
    if low in lex.TIME_SUBORDINATORS or low in lex.SUBORDINATORS:
        return "SUB" if low not in lex.PREPOSITIONS and low != "once" else "SUBPREP"
    if low in lex.POSSESSIVES or low in lex.DETERMINERS:
        return "DET"
    if low in lex.PRONOUNS:
        return "PRO"
    if low in ("following", "including", "involving"):
        return "PREP" if not (i and words[i - 1].low == "the") else "ADJ"
    if low in lex.PREPOSITIONS:
        return "PREP"
    if low in lex.CONJUNCTIONS:
        return "CONJ"
    if (
        low in ("first", "next", "only", "then", "very")
        and i
        and (words[i - 1].pos in ("DET", "POSS") or words[i - 1].low in lex.POSSESSIVES)
    ):
        return "ADJ"
    if low in lex.ADVERBS:
        return "ADV"
    if word.text[0].isdigit() or low in lex.NUMBERS:
        return "NUM"
    return ""


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
    while j < len(words) and (words[j].pos in ("ADV", "NEG") or words[j].low.endswith("ly")):
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
    return after is None or after.pos in ("NAME", "DET", "PRO", "TIME", "TO", "THAT", "ADV", "SUBPREP", "SUB", "NUM", "NEG") or after.low in (
        "in", "on", "with", "at", "off", "for", "up", "out", "down", "from", "into", "against", "over", "back", "by", "upon",
    )  # fmt: skip


def _is_verb(words: list[Word], i: int, low: str, forms: frozenset[str]) -> bool:
    before = _previous(words, i)
    after = words[i + 1] if i + 1 < len(words) else None
    if low == "united" and after and after.text[:1].isupper():
        return False
    if before is None:
        if lex.ING in forms:
            return low not in ALSO_NOUNS or (after is not None and after.pos in ("NAME", "DET"))
        return low not in ALSO_NOUNS and not (
            forms & {lex.PAST} and words[i].text[0].isupper() and after is not None and after.pos == ""
        )
    direct = words[i - 1]
    if before.pos == "TO":
        if lex.BASE not in forms:
            return False
        return low not in ALSO_NOUNS or _verb_after_to(words, i)
    if before.pos == "MODAL" or (before.pos == "AUX" and before.low in lex.DO):
        return lex.BASE in forms
    if before.pos == "AUX":
        if lex.BASE in forms and not forms & {lex.PARTICIPLE}:
            return False
        if direct.pos in ("DET", "ADJ"):
            return False
        if lex.S in forms:
            return False
        return not (
            before.low in lex.BE
            and forms & {lex.PARTICIPLE, lex.PAST}
            and after is not None
            and after.pos == ""
            and after.low in lex.NOUNS
        )
    if lex.PAST in forms or lex.PARTICIPLE in forms:
        return _past_is_verb(words, i, direct, after, low, forms)
    if lex.ING in forms:
        return _ing_is_verb(direct, after, low)
    if direct.pos in ("DET", "POSS", "ADJ", "PREP", "NUM", "SUBPREP", "HYPH") or (
        after is not None and after.pos == "HYPH"
    ):
        return False
    if lex.S in forms:
        if low not in ALSO_NOUNS:
            return before.pos in (
                "NAME",
                "N",
                "PRO",
                "RPAR",
                "COMMA",
                "CONJ",
                "REL",
                "THAT",
                "QUOTE",
                "TIME",
                "POSS",
                "",
            )
        if low == "sanctions" and before.pos in ("NAME", "N", "COMMA"):
            return after is not None and (after.pos in ("NUM", "NAME", "DET") or after.low in ("over", "several"))
        if low in ("talks", "sanctions", "negotiations", "tariffs"):
            return (
                low == "talks"
                and before.pos in ("NAME", "PRO")
                and after is not None
                and after.low in ("to", "with", "about")
                and _is_person(before)
            )
        if before.pos in ("NAME", "PRO", "RPAR", "REL", "CONJ", "COMMA", "THAT"):
            named = before.pos == "NAME" and before.name is not None and before.name.rule != "demonym"
            return (
                _starts_object(words, i) or (named and after is not None and after.pos in ("", "N", "ADJ"))
            ) and not (before.pos == "NAME" and before.name is not None and before.name.members)
        return before.pos in ("N",) and after is not None and after.pos in ("NAME", "DET", "TO", "TIME")
    if (
        after is not None
        and after.pos == "DET"
        and after.low in ("a", "an", "the")
        and before.pos in ("NAME", "N", "RPAR")
    ):
        return True  # "representatives of Chad sign a pact"
    if before.pos == "N" and i >= 2 and words[i - 2].low in ("a", "an") and (low == "meet" or low in ALSO_NOUNS):
        return False  # "a future meet", "a state visit"
    # a base form: "leaders meet", "Mexico and Peru restore", imperative or infinitive without "to"
    if low in ALSO_NOUNS:
        plural = before.pos == "PRO" or before.low.endswith("s") and before.pos == "N" or _coordinated(words, i)
        return plural and (_starts_object(words, i) or after.pos in ("CONJ", "STOP", "COMMA"))
    return before.pos in ("NAME", "N", "PRO", "RPAR", "CONJ", "REL", "THAT", "COMMA", "TIME", "")


def _verb_after_to(words: list[Word], i: int) -> bool:
    """Of "to visit China" and "to work", the verb; of "return to power" the noun is told by what stands before."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.pos in ("STOP", "COMMA"):
        return words[i].low in lex.VERBS or words[i].low in ("travel", "visit", "talk", "return", "resolve")
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


def _is_person(word: Word) -> bool:
    return word.name is not None and word.name.kind is ActorKind.PERSON


def _past_is_verb(words: list[Word], i: int, direct: Word, after: Word | None, low: str, forms: frozenset[str]) -> bool:
    if direct.pos in ("DET", "POSS", "ADJ", "NUM") and low not in ("said", "told"):
        if low in ("met", "went", "came", "spoke", "took", "began", "gave", "flew", "wrote"):
            return True
        return after is not None and after.low == "by"
    if direct.pos == "HYPH" or (after is not None and after.pos == "HYPH"):
        return False
    if direct.pos == "PREP" and after is not None and after.pos in ("", "N", "NAME"):
        return direct.low in ("as",)
    return True


def _ing_is_verb(direct: Word, after: Word | None, low: str) -> bool:
    if direct.pos in ("DET", "POSS", "ADJ", "HYPH"):
        return False
    if low not in ALSO_NOUNS:
        return direct.pos not in ("NUM",)
    if direct.pos in ("NAME", "N", "NUM", ""):
        return False
    return after is not None and (after.pos in ("NAME", "DET", "PRO") or after.low == "with")


# ---- phrases -------------------------------------------------------------------------------------------------------

_NOMINAL = frozenset({"N", "NAME", "ADJ", "NUM", "HYPH", "POSS"})


def chunk(words: list[Word]) -> list[Phrase]:
    """Group tagged words into noun phrases, verb phrases and single words."""
    phrases: list[Phrase] = []
    i, count = 0, len(words)
    while i < count:
        pos = words[i].pos
        if pos in ("DET", "N", "NAME", "ADJ", "NUM", "PRO") or (pos == "TIME" and _inside_noun_phrase(words, i)):
            i = _noun_phrase(words, i, phrases)
        elif pos in ("V", "AUX", "MODAL") or (pos in ("TO", "NEG", "ADV") and _verb_ahead(words, i)):
            i = _verb_phrase(words, i, phrases)
        else:
            word = words[i]
            phrases.append(
                Phrase(pos, i, i, word.start, word.end, low=word.low, times=(word.time,) if word.time else ())
            )
            i += 1
    return phrases


def _inside_noun_phrase(words: list[Word], i: int) -> bool:
    """Time words that modify the noun after them: "March 5 speech", "Sunday's signings"."""
    if i + 1 >= len(words):
        return False
    after = words[i + 1]
    if after.pos == "POSS":
        return True
    if i and words[i - 1].pos in ("DET", "POSS", "ADJ"):
        return after.pos in ("N", "ADJ", "NAME", "NUM")
    if i and (words[i - 1].pos == "PREP" and words[i - 1].low in ("on", "in", "since", "until")):
        return False
    return after.pos == "N" and after.low in lex.NOUNS


def _noun_phrase(words: list[Word], i: int, phrases: list[Phrase]) -> int:
    first = i
    count = len(words)
    if words[i].pos == "PRO":
        word = words[i]
        name = (word.name,) if word.name else ()
        phrases.append(Phrase("NP", i, i, word.start, word.end, low=word.low, head=word.low, names=name))
        return i + 1
    det = ""
    names: list[Name] = []
    possessors: list[Name] = []
    mods: list[str] = []
    times: list[TimeWords] = []
    last = i
    while i < count:
        word = words[i]
        pos = word.pos
        if pos == "DET":
            if i > first and words[i - 1].pos not in ("DET",):
                break
            det = det or word.low
            if word.name is not None:
                names.append(word.name)
                possessors.append(word.name)
        elif pos == "NAME":
            if i > first and words[i - 1].pos == "NAME" and _is_person(words[i - 1]):
                break
            names.append(word.name)
        elif pos == "POSS":
            if i == first:
                break
            if words[i - 1].pos == "NAME":
                possessors.append(words[i - 1].name)
            last = i
            i += 1
            continue
        elif pos == "NUM" and word.low in lex.NUMBERS and words[i - 1].pos in ("N", "NAME") and i > first:
            break  # "held talks three times"
        elif pos == "TIME":
            if i > first and not _inside_noun_phrase(words, i):
                break
            times.append(word.time)
        elif pos == "HYPH":
            if (
                i + 1 >= count
                or words[i + 1].pos not in ("N", "NAME", "ADJ", "V", "NUM", "ADV", "PREP", "TIME")
                or words[i - 1].end != word.start
            ):
                break
            if words[i + 1].pos in ("V", "ADV", "PREP"):
                words[i + 1].pos = "ADJ"
        elif pos not in _NOMINAL and not (pos == "ADV" and word.low in ("first", "next", "also-not")):
            break
        if pos == "NAME" and word.name is not None and word.name.rule.startswith("pronoun") and i > first:
            break
        last = i
        i += 1
    if last < first or (last == first and words[first].pos == "POSS"):
        word = words[first]
        phrases.append(Phrase(word.pos, first, first, word.start, word.end, low=word.low))
        return first + 1
    head_at = last
    while (
        head_at > first
        and words[head_at].pos in ("POSS", "ADJ", "NUM")
        and any(words[k].pos in ("N", "NAME") for k in range(first, head_at))
    ):
        head_at -= 1
    head = words[head_at]
    for k in range(first, head_at):
        if words[k].pos in ("N", "ADJ", "NUM", "ADV"):
            mods.append(words[k].low)
    phrases.append(
        Phrase(
            "NP", first, last, words[first].start, words[last].end,
            head="" if head.pos == "NAME" else head.low, head_name=head.name, names=tuple(names), possessors=tuple(possessors),
            mods=tuple(mods), det=det, times=tuple(times), capitalised=head.text[:1].isupper(), low=head.low,
        )
    )  # fmt: skip
    return last + 1


def _verb_ahead(words: list[Word], i: int) -> bool:
    """Whether "to", "not" or an adverb at i leads to a verb."""
    j = i
    while j < len(words) and words[j].pos in ("ADV", "NEG"):
        j += 1
    if j < len(words) and words[j].pos == "TO":
        return True
    return words[i].pos in ("NEG", "ADV") and j < len(words) and words[j].pos in ("V", "AUX", "MODAL")


def _verb_phrase(words: list[Word], i: int, phrases: list[Phrase]) -> int:
    first = last = i
    count = len(words)
    chain: list[Word] = []
    adverbs: list[str] = []
    negated = infinitive = False
    while i < count:
        word = words[i]
        pos = word.pos
        if pos in ("AUX", "MODAL"):
            if chain and chain[-1].pos == "V":
                break
            chain.append(word)
            negated |= "negated" in word.forms
        elif pos == "TO":
            if chain:
                break
            infinitive = True
        elif pos == "NEG":
            negated = True
        elif pos == "ADV" or (pos == "PRO" and chain and chain[-1].pos == "MODAL"):
            adverbs.append(word.low)
        elif pos == "V":
            if chain and chain[-1].pos == "V":
                break
            chain.append(word)
            last = i
            i += 1
            break
        elif chain and chain[-1].low in lex.BE and word.low in lex.PREDICATIVES:
            participle = (
                frozenset({lex.PARTICIPLE}) if word.low in lex.VERB_FORMS and word.low != "open" else frozenset()
            )
            word.pos, word.lemma, word.forms = "V", lex.PREDICATIVES[word.low], participle
            chain.append(word)
            last = i
            i += 1
            break
        elif pos == "QUOTE" and chain and chain[-1].pos == "AUX" and i + 1 < count and words[i + 1].pos == "V":
            pass  # are "suspended"
        elif (
            pos in ("COMMA", "QUOTE")
            and chain
            and i + 2 < count
            and words[i + 1].pos == "ADV"
            and words[i + 2].pos == "COMMA"
        ):
            pass
        else:
            break
        last = i
        i += 1
    while last > first and words[last].pos in ("ADV", "COMMA", "QUOTE", "PRO"):
        last -= 1
    i = last + 1
    if not chain:
        word = words[first]
        phrases.append(Phrase(word.pos, first, first, word.start, word.end, low=word.low))
        return first + 1
    phrases.append(
        _verb_features(
            words, first, last, [w for w in chain if w.start <= words[last].start], tuple(adverbs), negated, infinitive
        )
    )
    return i


def _verb_features(
    words: list[Word],
    first: int,
    last: int,
    chain: list[Word],
    adverbs: tuple[str, ...],
    negated: bool,
    infinitive: bool,
) -> Phrase:
    head = chain[-1]
    auxiliaries = [w.low for w in chain[:-1]] if head.pos == "V" else [w.low for w in chain]
    phrase = Phrase(
        "VP", first, last, words[first].start, words[last].end, low=head.low, adverbs=adverbs, negated=negated
    )
    phrase.lemma = (
        head.lemma if head.pos == "V" else ("have" if head.low in lex.HAVE else "do" if head.low in lex.DO else "be")
    )
    modal = next((a for a in auxiliaries if a in lex.MODALS), "")
    phrase.modal = {"'ll": "will", "'d": "would", "shall": "will"}.get(modal, modal)
    bes = [a for a in auxiliaries if a in lex.BE or a == "'s"]
    haves = [a for a in auxiliaries if a in lex.HAVE]
    if head.pos == "V":
        phrase.passive = bool(bes) and lex.PARTICIPLE in head.forms
        phrase.progressive = bool(bes) and lex.ING in head.forms
        phrase.perfect = bool(haves)
        if not auxiliaries and not infinitive:
            if lex.ING in head.forms:
                phrase.form = "ing"
            elif lex.PAST in head.forms:
                phrase.form, phrase.tense = "finite", "past"
            elif lex.PARTICIPLE in head.forms:
                phrase.form = "participle"
            else:
                phrase.form, phrase.tense = "finite", "present"
            return phrase
    else:
        phrase.perfect = bool(haves) and head.low in lex.BE
    if infinitive:
        phrase.form = "inf"
    elif auxiliaries and auxiliaries[0] in ("being", "having"):
        phrase.form = "ing"
    elif auxiliaries and auxiliaries[0] in ("been", "be"):
        phrase.form = "participle"
    else:
        phrase.form = "finite"
        lead = auxiliaries[0]
        if phrase.modal == "will":
            phrase.tense = "future"
        elif phrase.modal:
            phrase.tense = "present"
        else:
            past = (lex.BE | lex.HAVE | lex.DO).get(lead, lex.S) == lex.PAST
            phrase.tense = "past" if past or phrase.perfect else "present"
    return phrase
