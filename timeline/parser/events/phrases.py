"""The second layer of the event grammar: phrases.

Noun phrases keep their head, their modifiers and whoever is named in them; verb phrases their tense, voice, modality
and negation.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..reading import Name, TimeWords
from . import lexicon as lex
from .words import Word, is_person


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
    pluperfect: bool = False
    """"Had been due", "had planned"."""
    progressive: bool = False
    negated: bool = False
    form: str = ""
    """finite, inf, ing or participle."""
    adverbs: tuple[str, ...] = ()


_NOMINAL = frozenset({"N", "NAME", "ADJ", "NUM", "HYPH", "POSS"})


_SPANS = frozenset("hours days weeks months years minutes".split())


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
    last = first
    while i < count and (i == first or _goes_on(words, i, first)):
        if i == first and words[i].pos == "POSS":
            break
        if words[i].pos == "HYPH" and words[i + 1].pos in ("V", "ADV", "PREP"):
            words[i + 1].pos = "ADJ"
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
    inside = words[first : last + 1]
    names = [w.name for w in inside if w.name is not None]
    possessors = [
        w.name
        for w, after in zip(inside, words[first + 1 :], strict=False)
        if w.name is not None and (after.pos == "POSS" or w.pos == "DET")
    ]
    mods = [w.low for w in words[first:head_at] if w.pos in ("N", "ADJ", "NUM", "ADV")]
    times = [w.time for w in inside if w.time is not None]
    det = next((w.low for w in inside if w.pos == "DET"), "")
    phrases.append(
        Phrase(
            "NP",
            first,
            last,
            words[first].start,
            words[last].end,
            head="" if head.pos == "NAME" else head.low,
            head_name=head.name,
            names=tuple(names),
            possessors=tuple(possessors),
            mods=tuple(mods),
            det=det,
            times=tuple(times),
            capitalised=head.text[:1].isupper(),
            low=head.low,
        )
    )
    return last + 1


_PAPERS = frozenset("order decree directive proclamation letter".split())


def _goes_on(words: list[Word], i: int, first: int) -> bool:
    """Whether a word belongs to the noun phrase that its predecessor stands in."""
    word, before = words[i], words[i - 1]
    if _opens_anew(words, i, first):
        return False
    if word.pos == "DET":
        return before.pos == "DET"
    if word.pos == "NAME":
        if (is_person(before) and before.pos != "DET") or (
            word.name is not None and word.name.rule.startswith("pronoun")
        ):
            return False
        # "after the meeting Soto left", "the order Soto signed"
        return not (is_person(word) and before.pos == "N" and (before.low in lex.NOUNS or before.low in _PAPERS))
    if word.low in _SPANS and before.pos == "N" and i + 1 < len(words):
        return words[i + 1].low not in ("after", "before", "later", "earlier", "ago")  # "cut supplies days after"
    if word.pos == "NUM":
        return not (word.low in lex.NUMBERS and before.pos in ("N", "NAME"))  # "held talks three times"
    if word.pos == "TIME":
        return _inside_noun_phrase(words, i)
    if word.pos == "HYPH":
        tied = i + 1 < len(words) and before.end == word.start
        return tied and words[i + 1].pos in ("N", "NAME", "ADJ", "V", "NUM", "ADV", "PREP", "TIME")
    return word.pos in _NOMINAL or (word.pos == "ADV" and word.low in ("first", "next"))


def _opens_anew(words: list[Word], i: int, first: int) -> bool:
    """ "On May 3 in Helsinki | talks were held": the place ends before a happening that has its own verb."""
    if i != first + 1 or words[first].pos != "NAME" or not first or words[first - 1].low != "in":
        return False
    follows = words[i + 1].pos == "AUX" if i + 1 < len(words) else False
    return follows and words[i].pos == "N" and words[i].low in lex.NOUNS


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
        elif not (chain and _bridged(words, i, chain[-1])):
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


def _bridged(words: list[Word], i: int, auxiliary: Word) -> bool:
    """Signs within a verb phrase: has, however, met; are "suspended"."""
    pos = words[i].pos
    if pos == "QUOTE" and auxiliary.pos == "AUX" and i + 1 < len(words) and words[i + 1].pos == "V":
        return True
    return pos in ("COMMA", "QUOTE") and i + 2 < len(words) and (words[i + 1].pos, words[i + 2].pos) == ("ADV", "COMMA")


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
        phrase.pluperfect = haves[:1] == ["had"] and not modal
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
