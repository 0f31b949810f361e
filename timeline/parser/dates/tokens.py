"""The words of a text as one-character codes, so that the grammar of dates can be written as short patterns over them.

Every token (word, number, mark, line break) becomes one character that stands for the set of classes the token
belongs to. "Tuesday, March 4" is four characters, whatever words they were; a pattern such as
`<weekday> ,? <month> <day>` is compiled into an ordinary regular expression over these characters. Words that no
pattern asks for all share one code, so scanning them costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.parser.vocabulary import load

TIME = load("time")
MONTHS: dict[str, int] = TIME["months"]
WEEKDAYS: dict[str, int] = TIME["weekdays"]
SEASONS: dict[str, int] = TIME["seasons"]
NUMBERS: dict[str, int] = TIME["numbers"]
ORDINALS: dict[str, int] = TIME["ordinals"]
DECADES: dict[str, int] = TIME["decades"]
UNITS: dict[str, str] = TIME["units"]
CAPITALS = frozenset(TIME["capitals"]["words"])
ABBREVIATIONS = frozenset(word for group in TIME["abbreviations"].values() for word in group)
TENSE: dict[str, list[str]] = TIME["tense"]
_NOT_PAST = frozenset(TENSE["not_past"])

# Same length, so offsets stay those of the stored text.
_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2018": "'", "\u2019": "'", "\u02bc": "'",
        "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\u2015": "-",
    }
)  # fmt: skip

_TOKEN = re.compile(
    r"""
      (?P<word>[^\W\d_]+)
    | (?P<number>\d+(?![\d:.,/%'-]|st|nd|rd|th|s\b))                      # a number and nothing else
    | (?P<iso>\d{4}-\d{2}-\d{2}(?![\d-]))                                # 2019-03-04
    | (?P<slashed>\d{1,4}/\d{1,2}/\d{1,4}(?![\d/]))                      # 4/3/2019, 2019/03/04
    | (?P<dotted>\d{1,2}\.\d{1,2}\.\d{4}(?!\d))                          # 4.3.2019
    | (?P<clock>\d{1,2}[:.]\d{2}(?=\ ?[ap]\.?m\b)|\d{1,2}:\d{2}(?::\d{2})?(?!\d))
    | (?P<amount>\d{1,3}(?:,\d{3})+(?!\d)|\d+[.]\d+|\d+\ ?%)             # 1,970  6.5  45 %
    | (?P<decade>\d{1,3}0'?s\b|'\d0'?s\b)                                # 1970s  90s  '90s
    | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)                                  # 4th
    | (?P<short>'\d\d(?![\d'])\b)                                        # '82
    | (?P<digits>\d+)
    | (?P<line>\n[\s]*)
    | (?P<mark>[^\s\w]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)

OTHER, CAPITAL, BREAK = "x", "X", "\n"
_WRAPPED_LINE = range(30, 101)
"""Length of a line that may have been broken for its length only."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A run of codes with the place of each in the text."""

    codes: str
    starts: list[int]
    ends: list[int]


class Codes:
    """Which code stands for which set of classes. Built once, when all patterns are known."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._by_classes: dict[frozenset[str], str] = {}
        self._literals = frozenset(literals)
        self._words: dict[str, set[str]] = {}
        self._proper: dict[str, set[str]] = {}
        self._register_vocabulary()
        for word in self._literals:
            self._words.setdefault(word, set()).add("=" + word)
        for word in {*self._words, *self._proper}:
            self._code(frozenset(self._words.get(word, ())))
            self._code(frozenset(self._words.get(word, set()) | self._proper.get(word, set())))
        for classes in _NUMBER_CLASSES.values():
            self._code(classes)
        for classes in _SHAPE_CLASSES.values():
            self._code(classes)
        self._code(frozenset({"past_verb"}))
        self.of_word = lru_cache(maxsize=1 << 16)(self._of_word)
        self.of_number = lru_cache(maxsize=1 << 12)(self._of_number)
        self.of_mark = lru_cache(maxsize=1 << 10)(self._of_mark)

    def _register_vocabulary(self) -> None:
        for words, name in ((MONTHS, "month"), (WEEKDAYS, "weekday"), (SEASONS, "season")):
            for word in words:
                target = self._proper if word in CAPITALS else self._words
                target.setdefault(word, set()).add(name)
                if word in ABBREVIATIONS:
                    target[word].add(name + "_abbr")
        for words, name in ((NUMBERS, "count_word"), (ORDINALS, "nth_word"), (DECADES, "decade_word"), (UNITS, "unit")):
            for word in words:
                self._words.setdefault(word, set()).add(name)
                if name == "unit":
                    self._words[word].add("plural" if word.endswith("s") else "singular")
        for name, words in TIME["classes"].items():
            for word in words:
                self._words.setdefault(word, set()).add(name)
        for name, words in TENSE.items():
            for word in words:
                self._words.setdefault(word, set()).add("t_" + name)
        for word, classes in self._words.items():
            if _is_past(word) and "t_planned" not in classes:
                classes.add("past_verb")

    def _code(self, classes: frozenset[str]) -> str:
        if not classes:
            return OTHER
        return self._by_classes.setdefault(classes, chr(0xE000 + len(self._by_classes)))

    def _of_word(self, word: str) -> str:
        lower = word.lower()
        classes = set(self._words.get(lower, ()))
        if word[0].isupper():
            classes |= self._proper.get(lower, set())
        if classes:
            return self._by_classes[frozenset(classes)]
        if word[0].isupper():
            return CAPITAL
        if _is_past(lower):
            return self._by_classes[frozenset({"past_verb"})]
        return OTHER

    def _of_number(self, digits: str) -> str:
        return self._by_classes[_NUMBER_CLASSES[_number_shape(digits)]]

    def _of_mark(self, mark: str) -> str:
        return self._by_classes[_SHAPE_CLASSES[_MARKS.get(mark, "mark")]]

    def of_shape(self, shape: str) -> str:
        """Code of a kind of token that is told by its form alone."""
        return self._by_classes[_SHAPE_CLASSES[shape]]

    def charset(self, name: str) -> str:
        """All codes of a class, as the inside of a regular expression's brackets. KeyError where none has it."""
        found = "".join(sorted(code for classes, code in self._by_classes.items() if name in classes))
        if not found:
            raise KeyError(f"no word has the class {name!r}")
        return found


_MARKS = {
    ",": "comma", ".": "dot", "!": "stop", "?": "stop", ";": "semicolon", "-": "dash", "–": "dash", "—": "dash",
    "/": "slash", "(": "open", ")": "shut", "'": "apostrophe", "$": "money", "€": "money", "£": "money", "¥": "money",
    "#": "money", ":": "colon", '"': "quote", "%": "percent", "[": "open", "]": "shut", "~": "dash",
}  # fmt: skip
_SHAPE_CLASSES = {
    name: frozenset({name, "stop"} if name == "dot" else {name})
    for name in (*_MARKS.values(), "mark", "iso", "slashed", "dotted", "clock", "amount", "decade", "nth", "short")
}
_NUMBER_CLASSES = {
    "small": frozenset({"number", "day_number", "month_number", "two_digits"}),
    "day": frozenset({"number", "day_number", "two_digits"}),
    "two": frozenset({"number", "two_digits"}),
    "year": frozenset({"number", "year_number"}),
    "other": frozenset({"number"}),
}


def _is_past(word: str) -> bool:
    """Whether a word in lower case looks like a past form in -ed."""
    return word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST


def _number_shape(digits: str) -> str:
    if not digits.isascii() or len(digits) > 4:
        return "other"
    value = int(digits)
    if len(digits) == 4:
        return "year" if 1000 <= value <= 2199 else "other"
    if len(digits) > 2 or not value:
        return "other" if len(digits) != 2 else "two"
    return "small" if value <= 12 else "day" if value <= 31 else "two"


def same_length(text: str) -> str:
    """The text with no-break spaces, curly quotes and odd hyphens made plain, every character in its place."""
    return text if text.isascii() else text.translate(_SAME_LENGTH)


def tokenise(text: str, codes: Codes, spans: Iterable[tuple[int, int]] | None) -> Strip:
    """Codes of the tokens of `text` (already made plain), of the given spans only, with a break between them."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    of_word, of_number, of_mark = codes.of_word, codes.of_number, codes.of_mark
    for first, last in spans if spans is not None else ((0, len(text)),):
        line_start = first
        for token in _TOKEN.finditer(text, first, last):
            kind = token.lastgroup
            if kind == "word":
                code = of_word(token.group())
            elif kind == "mark":
                code = of_mark(token.group())
            elif kind in ("number", "digits"):
                code = of_number(token.group())
            elif kind == "line":
                joined = _joined(text, line_start, token.start(), token.end(), last)
                line_start = token.end()
                if joined:
                    continue
                code = BREAK
            else:
                code = codes.of_shape(kind or "mark")
            letters.append(code)
            starts.append(token.start())
            ends.append(token.end())
        letters.append(BREAK)
        starts.append(last)
        ends.append(last)
    return Strip("".join(letters), starts, ends)


def _joined(text: str, line_start: int, start: int, end: int, last: int) -> bool:
    """Whether a line break only wraps a long line: one break, and the next line goes on in lower case or digits."""
    if end >= last or text.count("\n", start, end) != 1 or start - line_start not in _WRAPPED_LINE:
        return False
    return text[end].islower() or text[end].isdigit()
