"""The words that events are told in, made ready for looking up: forms of verbs, nouns of happenings, small words.

Everything comes from the vocabulary files verbs.toml, kinds.toml, status.toml and attribution.toml; only closed
classes of English (articles, prepositions, auxiliaries) stand here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from ..reading import Kind
from ..vocabulary import load

_VERBS = load("verbs")
_KINDS = load("kinds")
STATUS = load("status")
SAYING = load("attribution")

BASE, S, PAST, PARTICIPLE, ING = "base", "s", "past", "participle", "ing"


def inflect(base: str, doubling: bool = False) -> dict[str, frozenset[str]]:
    """Give the forms of a regular verb, each with what it may be: visit → visits, visited, visiting."""
    if base.endswith("e"):
        stems, ing = [base[:-1]], [base[:-1] + "ing"]
        if base.endswith(("ee", "oe", "ye")):
            ing = [base + "ing"]
        if base.endswith("ie"):
            ing = [base[:-2] + "ying"]
    elif base.endswith("y") and base[-2] not in "aeiou":
        stems, ing = [base[:-1] + "i"], [base + "ing"]
    elif doubling:
        stems, ing = [base + base[-1]], [base + base[-1] + "ing"]
        if base.endswith("l"):  # cancelled and canceled
            stems.append(base)
            ing.append(base + "ing")
    else:
        stems, ing = [base], [base + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    elif base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    else:
        third = base + "s"
    forms = {base: frozenset({BASE}), third: frozenset({S})}
    forms |= {stem + "ed": frozenset({PAST, PARTICIPLE}) for stem in stems}
    forms |= {form: frozenset({ING}) for form in ing}
    return forms


def _verb_forms() -> dict[str, tuple[str, frozenset[str]]]:
    doubling = set(_VERBS["doubling"])
    forms: dict[str, tuple[str, frozenset[str]]] = {}
    for base in [*_VERBS["regular"], *doubling]:
        for form, what in inflect(base, base in doubling).items():
            forms.setdefault(form, (base, what))
    short = {
        "get",
        "put",
        "set",
        "cut",
        "let",
        "sit",
        "run",
        "hit",
        "win",
        "quit",
        "begin",
        "forget",
        "split",
        "bid",
        "beget",
        "swim",
    }
    for base in _VERBS["irregular"]:
        regular = inflect(base, base in short)
        for form, what in regular.items():
            if not (what & {PAST}):
                forms[form] = (base, what)
    for base, (past, participle) in _VERBS["irregular"].items():
        for form, what in ((past, PAST), (participle, PARTICIPLE)):
            held = forms.get(form)
            merged = held[1] | {what} if held and held[0] == base else frozenset({what})
            forms[form] = (base, merged)
    for form in (
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "have",
        "has",
        "had",
        "having",
        "do",
        "does",
        "did",
    ):
        forms.pop(form, None)
    return forms


VERB_FORMS = _verb_forms()
"""Form → (base form, what it may be); "met" → ("meet", {past, participle})."""

BE = {"be": BASE, "am": S, "is": S, "are": S, "'re": S, "was": PAST, "were": PAST, "been": PARTICIPLE, "being": ING}
HAVE = {"have": BASE, "has": S, "had": PAST, "having": ING}
DO = {"do": BASE, "does": S, "did": PAST}
MODALS = frozenset(
    """
    will would shall should can could may might must ought cannot won't wouldn't can't couldn't shouldn't
    'll 'd
    """.split()
)
NEGATIONS = frozenset("not never n't neither nor hardly".split())
NEGATIVE_CONTRACTIONS = {
    "won't": "will",
    "wouldn't": "would",
    "can't": "can",
    "couldn't": "could",
    "shouldn't": "should",
    "cannot": "can",
    "isn't": "is",
    "aren't": "are",
    "wasn't": "was",
    "weren't": "were",
    "hasn't": "has",
    "haven't": "have",
    "hadn't": "had",
    "don't": "do",
    "doesn't": "does",
    "didn't": "did",
    "mightn't": "might",
    "mustn't": "must",
}
DETERMINERS = frozenset(
    """
    the a an this that these those each every any some no another both either all several many few most such
    what
    """.split()
)
POSSESSIVES = frozenset("his her its their our my your whose".split())
PRONOUNS = frozenset("he she it they we i you him them us me who themselves himself herself itself".split())
PREPOSITIONS = frozenset(
    """
    in on at to of for with by from between among amid about against over under during after before since
    until till into onto through throughout across within without towards toward via near outside inside
    following despite per than around off up down out along alongside behind beyond upon ahead regarding
    concerning including like past amidst as because due
    """.split()
)
TIME_SUBORDINATORS = frozenset("after before since until till once when while as".split())
SUBORDINATORS = frozenset(
    "if unless whether because although though when while whereas that lest provided once where why how until".split()
)
RELATIVES = frozenset("who which whom whose where that".split())
CONJUNCTIONS = frozenset("and or but nor & yet plus".split())
ADVERBS = frozenset(
    """
    also already again soon then there here now just still yet only even once twice later earlier ever never
    always often today tomorrow yesterday tonight instead forward together abroad back away home further
    indeed meanwhile however therefore thus not far well very too recently separately jointly formally
    officially pursuant reportedly abruptly initially previously currently subsequently virtually remotely personally
    directly immediately eventually finally first next straight
    """.split()
)
PREDICATIVES = {
    "ready": "ready",
    "willing": "willing",
    "open": "open-to",
    "due": "due",
    "prepared": "prepared",
    "eager": "eager",
    "keen": "keen",
    "bound": "bound",
    "likely": "likely",
    "unlikely": "unlikely",
    "able": "able",
    "unable": "unable",
    "reluctant": "reluctant",
    "unwilling": "unwilling",
    "about": "about",
    "interested": "interested",
    "underway": "underway",
    "supposed": "suppose",
    "slated": "slate",
    "scheduled": "schedule",
    "set": "set",
    "poised": "poise",
    "expected": "expect",
    "meant": "mean-passive",
    "determined": "determine",
    "committed": "commit",
    "absent": "absent",
}
"""Words after a form of "be" that govern a following "to …"; "is due to meet"."""


def plural(word: str) -> str:
    """Give a noun's plural by its ending: treaty → treaties."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _nouns() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for entry in _KINDS["noun"]:
        for word in entry["words"]:
            kinds[word] = Kind(entry["kind"])
            kinds.setdefault(plural(word), Kind(entry["kind"]))
    return kinds


NOUNS = _nouns()
"""Noun, singular or plural, of one word or several → kind of happening."""
LONG_NOUNS = tuple(sorted((n.split() for n in NOUNS if " " in n), key=len, reverse=True))


@lru_cache(maxsize=10_000)
def singular(noun: str) -> str:
    """Give a noun's singular by its ending: treaties → treaty, agreements → agreement."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


NOT_AFTER = {noun: frozenset(words) for noun, words in _KINDS["not_after"].items()}
BESIDE = {word: Kind(kind) for kind, words in _KINDS["beside"].items() for word in words}
NEEDS_PARTY = frozenset(_KINDS["needs_party"])
SPORT = frozenset(_KINDS["sport"])
PROCESS = frozenset(_KINDS["process"])

VERBS: dict[str, list[dict]] = defaultdict(list)
for _entry in _KINDS["verb"]:
    for _lemma in _entry["lemmas"]:
        VERBS[_lemma].append(_entry | {"kind": Kind(_entry["kind"])})

IDIOMS: dict[str, list[dict]] = defaultdict(list)
"""Verb → turns of phrase that it opens: "shake" → "hands with"."""
for _entry in _KINDS["idiom"]:
    for _words in _entry["words"]:
        IDIOMS[_entry["verb"]].append(_entry | {"kind": Kind(_entry["kind"]), "words": tuple(_words.split())})
TURNS: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
"""Verb → words that make another verb of it, and which: "pull" → "the plug on", "call off"."""
for _meant, _phrases in STATUS["turns"].items():
    for _phrase in _phrases:
        _verb, *_rest = _phrase.split()
        TURNS[_verb].append((tuple(_rest), _meant))
PUT_UNDER: dict[str, frozenset[str]] = {}
"""Verb → what somebody is put under or on: "placed under sanctions"."""
ACTS: dict[str, list[tuple[Kind, frozenset[str]]]] = defaultdict(list)
"""Verb → what act it is with which objects: "expel" → rupture with "ambassador" …"""
for _entry in _KINDS["act"]:
    for _lemma in _entry["verbs"]:
        ACTS[_lemma].append((Kind(_entry["kind"]), frozenset(_entry["objects"])))
        if "under" in _entry:
            PUT_UNDER[_lemma] = frozenset(_entry["under"])
NAMED_ACTS: dict[str, tuple[Kind, frozenset[str], frozenset[str]]] = {
    noun: (Kind(entry["kind"]), frozenset(entry["preps"]), frozenset(entry["objects"]))
    for entry in _KINDS["named_act"]
    for noun in entry["nouns"]
}
"""Noun → which act it names, with which preposition before which objects: "expulsion" "of" "diplomats"."""
ACT_OBJECTS = frozenset(word for entry in _KINDS["act"] for word in entry["objects"])


def _governors(part: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(entry[part]) for name, entry in STATUS.items() if part in entry}


GOVERNING_VERBS = _governors("verbs")
"""What becomes of a happening that a verb governs: "cancelled" → {"cancel", "call off", …}."""
GOVERNING_NOUNS = _governors("nouns")
MODIFIERS = {word: name for name, words in _governors("modifiers").items() for word in words}
OPENING = frozenset(STATUS["held"]["opening"])
HYPOTHETICAL_CONJUNCTIONS = frozenset(STATUS["hypothetical"]["conjunctions"])
PARTICLES = frozenset(
    word.split(" ", 1)[1].split()[0] for words in GOVERNING_VERBS.values() for word in words if " " in word
)

SAY = frozenset(SAYING["say"])
PLAIN_SAY = frozenset(SAYING["plain"])
HEARSAY = frozenset(SAYING["hearsay"])
HEARSAY_PASSIVE = frozenset(SAYING["hearsay_passive"])
HEARSAY_NOUNS = frozenset(SAYING["hearsay_nouns"])
UNNAMED = frozenset(SAYING["unnamed"])
ANONYMOUS = frozenset(SAYING["anonymous"])
MEDIA = frozenset(SAYING["media"])
MEDIA_NAMES = frozenset(name.casefold() for name in SAYING["media_names"])

_RANKS = {"head_of_state", "head_of_government"}


def _head_offices() -> frozenset[str]:
    words = set()
    for office in load("offices").get("office", ()):
        if office.get("rank") in _RANKS:
            words.update(word.casefold() for word in office["words"])
    return frozenset(words)


try:
    HEAD_OFFICES = _head_offices()
except FileNotFoundError:
    HEAD_OFFICES = frozenset(
        {
            "president",
            "prime minister",
            "premier",
            "chancellor",
            "king",
            "queen",
            "emir",
            "sultan",
            "supreme leader",
            "leader",
            "pope",
        }
    )
"""Offices of those whose meeting is a summit."""

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())

TRIGGERS = (
    frozenset(NOUNS)
    | {"due", "delegation", "delegations", "letter", "letters"}
    | frozenset(NAMED_ACTS)
    | frozenset(
        form
        for form, (lemma, _) in VERB_FORMS.items()
        if lemma in VERBS
        or lemma in ACTS
        or lemma in IDIOMS
        or lemma
        in (
            "become",
            "sue",
            "mediate",
            "kill",
            "bring",
            "undertake",
            "become",
            "inform",
            "notify",
            "propose",
            "ask",
            "send",
            "dispatch",
            "order",
            "cancel",
            "postpone",
            "discuss",
            "invite",
            "withdraw",
            "scrap",
            "delay",
        )
    )
)
"""Words without which a sentence tells of no event."""
