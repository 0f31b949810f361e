"""Verbs that make one word with what stands behind them: "call off", "put on hold", "sit down"."""

from __future__ import annotations

from . import lexicon as lex
from .phrases import Phrase


def _phrasal_verbs() -> dict[str, dict[tuple[str, ...], str]]:
    combos: dict[str, dict[tuple[str, ...], str]] = {}
    found = {word for words in lex.GOVERNING_VERBS.values() for word in words if " " in word}
    found |= {f"{lemma} {p}" for lemma, entries in lex.VERBS.items() for e in entries for p in e.get("particle", ())}
    found |= {
        "kick off",
        "wrap up",
        "hammer out",
        "pull out",
        "tear up",
        "break off",
        "call back",
        "set up",
        "sit down",
        "talk to",
        "set out",
        "take part",
        "turn up",
        "show up",
        "bring forward",
    }
    for phrase in found:
        lemma, *rest = phrase.split()
        combos.setdefault(lemma, {})[tuple(rest)] = phrase
    return combos


PHRASAL = _phrasal_verbs()


def turn_of_phrase(vp: Phrase, after: list[Phrase]) -> None:
    """Read a verb with the words right behind it as the plain verb that it means: "pull the plug on", "get nowhere".

    The words are taken out of `after`, in place.
    """
    for wanted, meant in lex.TURNS.get(vp.lemma, ()):
        said: list[str] = []
        for count, phrase in enumerate(after[:5], 1):
            said += [w for w in (phrase.det, *phrase.mods, phrase.low) if w]
            if tuple(said) == wanted:
                verb, _, particle = meant.partition(" ")
                vp.lemma = verb
                del after[:count]
                if particle:
                    after.insert(0, Phrase("PREP", vp.last, vp.last, vp.end, vp.end, low=particle))
                return
            if len(said) >= len(wanted):
                break


def with_particle(vp: Phrase, after: list[Phrase]) -> str:
    combos = PHRASAL.get(vp.lemma)
    if not combos:
        return vp.lemma
    words = [p for p in after[:6] if p.type not in ("ADV", "QUOTE") or any(p.low == rest[0] for rest in combos)]
    nouns = 0
    for i, phrase in enumerate(words):
        if phrase.type == "NP":
            nouns += 1
            lows = tuple(phrase.low.split()[:1])
            if nouns == 1 and lows in combos and i == 0:
                return combos[lows]
            if nouns > 1:
                break
            continue
        if phrase.type not in ("PREP", "SUBPREP", "CONJ", "ADV"):
            break
        if i + 1 < len(words) and words[i + 1].type == "TIME" and phrase.low in ("in", "on", "for", "with", "to", "at"):
            break  # "agreed on Monday"
        for rest, phrasal in combos.items():
            if phrase.low == rest[0] and (len(rest) == 1 or (i + 1 < len(words) and words[i + 1].low == rest[1])):
                if nouns and len(rest) == 1 and rest[0] in ("on", "to", "for", "with", "upon", "against"):
                    continue
                return phrasal
        if nouns:
            break
    return vp.lemma
