"""Patterns over tokens: how the grammar's rules are written, compiled and applied, layer upon layer.

A pattern is words parted by spaces. `<month>` is any token of that class (`vocabulary/time.toml` and `tokens.py` name
them), a plain lower-case word is that word, an upper-case name is one of the `MACROS`, `{day:…}` gives a part a name,
and `( | )? *` are as in a regular expression. No repetition stands within another, so matching is linear.

A layer is an ordered list of rules; the first that matches and whose reader accepts wins. What a rule has read
becomes one token of a class of its own ("@day", "@month" …) that the next layer's patterns can use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from timeline.parser.dates.tokens import MONTHS, NUMBERS, ORDINALS, WEEKDAYS, Codes, Strip

MACROS = {
    "MONTH": "(?:<month_abbr> <dot>|<month>)",
    "WEEKDAY": "(?:<weekday_abbr> <dot>|<weekday>)",
    "NTH": "(?:<nth>|(?:twenty|thirty) <dash> <nth_word>|<nth_word>)",
    "DAY": "(?:<day_number>|<nth>|(?:twenty|thirty) <dash>? <nth_word>|<nth_word>)",
    "YEAR": "(?:<year_number>|<short>)",
    "COUNT": "(?:<number>|(?:a|the)? couple of?|half a dozen|<count_word> <dash>? <count_word>|<count_word>|a? <few>)",
    "TO": "(?:<dash>|to|through|thru|till|until|up to)",
    "ANY": "(?:<@day>|<@weekday>|<@month>|<@year>|<@decade>|<@season>|<@span>)",
    "LONGER": "(?:<@month>|<@year>|<@decade>|<@season>|<@span>)",
    "DATED": "(?:<@day>|<@weekday>)",
}

ATOM_KINDS = ("day", "weekday", "month", "year", "decade", "season", "span", "range")
_ATOM_CODES = {kind: chr(0xF000 + number) for number, kind in enumerate(ATOM_KINDS)}

_ELEMENT = re.compile(
    r"\{(?P<group>\w+):|<(?P<name>[@\w]+)>|(?P<macro>[A-Z]{2,})|(?P<word>[a-z]+)|(?P<look>\(\?!)|(?P<other>\S)"
)
_SURNAME = re.compile(
    r"\b(?!(?:In|Since|By|Last|This|Next|On|Until|From|Early|Late|The|During|Before|After|And|Of|Mid|To)\b)"
    r"[A-Z][a-z]+\.? +(May|March|April|June|August)\b(?!,? +\d)"
)
Reader = Callable[["Match"], object]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of the grammar, with the function that makes a value of what it matched, or None to refuse."""

    pattern: str
    read: Reader


@dataclass
class Chain:
    """A strip of tokens in which those already read stand as one token each, with their values."""

    text: str
    strip: Strip
    atoms: dict[int, object] = field(default_factory=dict)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Months' names that somebody bears in this text: "Theresa May"."""
        return frozenset(_SURNAME.findall(self.text))


class Match:
    """What a rule's pattern matched, as its reader sees it."""

    __slots__ = ("_found", "chain", "classes")

    def __init__(self, chain: Chain, found: re.Match[str], classes: Callable[[str], frozenset[str]]) -> None:
        self.chain = chain
        self._found = found
        self.classes = classes

    def has(self, name: str) -> bool:
        """Whether the pattern has the named part, and it is there."""
        return name in self._found.re.groupindex and self._found.start(name) >= 0

    def text(self, name: str) -> str:
        """The named part's words as they stand in the text; empty where it isn't there."""
        if not self.has(name):
            return ""
        first, last = self._found.span(name)
        if first == last:
            return ""
        return self.chain.text[self.chain.strip.starts[first] : self.chain.strip.ends[last - 1]]

    def word(self, name: str) -> str:
        """The named part's words in lower case."""
        return self.text(name).lower()

    def whole(self) -> str:
        """All matched words as they stand."""
        strip = self.chain.strip
        return self.chain.text[strip.starts[self._found.start()] : strip.ends[self._found.end() - 1]]

    def atom(self, name: str) -> object:
        """The value of the first token of the named part."""
        return self.chain.atoms[self._found.start(name)]

    def before(self, steps: int = 1) -> str:
        """The token this many before the match, in lower case; empty at an end of the text."""
        return self._neighbour(self._found.start() - steps)

    def after(self, steps: int = 1) -> str:
        """The token this many after the match, in lower case; empty at an end of the text."""
        return self._neighbour(self._found.end() + steps - 1)

    def written_after(self) -> str:
        """The token after the match, as written."""
        at = self._found.end()
        strip = self.chain.strip
        return self.chain.text[strip.starts[at] : strip.ends[at]] if at < len(strip.codes) else ""

    def written_before(self) -> str:
        """The token before the match, as written."""
        at = self._found.start() - 1
        strip = self.chain.strip
        return self.chain.text[strip.starts[at] : strip.ends[at]] if at >= 0 else ""

    def code_before(self, name: str, steps: int = 1) -> bool:
        """Whether the token this many before the match is of the class."""
        at = self._found.start() - steps
        return at >= 0 and self.chain.strip.codes[at] in self.classes(name)

    def code_after(self, name: str, steps: int = 1) -> bool:
        """Whether the token this many after the match is of the class."""
        at = self._found.end() + steps - 1
        return at < len(self.chain.strip.codes) and self.chain.strip.codes[at] in self.classes(name)

    def any_before(self, name: str, within: int) -> bool:
        """Whether one of so many tokens before the match is of the class."""
        first = self._found.start()
        return not self.classes(name).isdisjoint(self.chain.strip.codes[max(first - within, 0) : first])

    def ends_with(self, name: str) -> bool:
        """Whether the named part is the last of the match."""
        return self._found.end(name) == self._found.end()

    def joined_by(self, *words: str) -> bool:
        """Whether one of the words is among those matched."""
        return not set(words).isdisjoint(self.whole().lower().split())

    def start_of(self, name: str) -> int:
        """First character of the named part in the text."""
        return self.chain.strip.starts[self._found.start(name)]

    def glued_before_by(self, name: str) -> bool:
        """Whether a token of the class stands before, without a space."""
        return self.code_before(name) and self.glued_before()

    def glued_after(self) -> bool:
        """Whether the next token follows without a space."""
        at = self._found.end()
        strip = self.chain.strip
        return at < len(strip.codes) and strip.starts[at] == strip.ends[at - 1]

    def glued_before(self) -> bool:
        """Whether the token before stands without a space."""
        at = self._found.start()
        strip = self.chain.strip
        return at > 0 and strip.starts[at] == strip.ends[at - 1]

    @property
    def start(self) -> int:
        """First character of the match in the text."""
        return self.chain.strip.starts[self._found.start()]

    @property
    def end(self) -> int:
        """The character after the match."""
        return self.chain.strip.ends[self._found.end() - 1]

    def _neighbour(self, at: int) -> str:
        strip = self.chain.strip
        return self.chain.text[strip.starts[at] : strip.ends[at]].lower() if 0 <= at < len(strip.codes) else ""


class Layer:
    """An ordered list of rules, applied together in one pass over the tokens."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._compiled: list[re.Pattern[str]] = []
        self._by_start: dict[str, list[int]] = {}
        self._starts: re.Pattern[str] | None = None
        self._classes: Callable[[str], frozenset[str]] | None = None

    def rule(self, *patterns: str) -> Callable[[Reader], Reader]:
        """Decorator: the function reads what any of the patterns matches."""

        def keep(read: Reader) -> Reader:
            self.rules += [Rule(pattern, read) for pattern in patterns]
            return read

        return keep

    def compile(self, codes: Codes, classes: Callable[[str], frozenset[str]]) -> None:
        """Turn the patterns into regular expressions over the codes."""
        self._classes = classes
        sources = [_compile(rule.pattern, codes) for rule in self.rules]
        self._compiled = [re.compile(source) for source in sources]
        for number, source in enumerate(sources):
            for code in sorted(_starts(source)):
                self._by_start.setdefault(code, []).append(number)
        self._starts = re.compile(f"[{''.join(self._by_start)}]")

    def apply(self, chain: Chain) -> Chain:
        """Read what this layer's rules match, left to right, without overlap."""
        found = list(self._read(chain))
        return _rebuild(chain, found) if found else chain

    def _read(self, chain: Chain) -> Iterator[tuple[int, int, object]]:
        assert self._starts is not None and self._classes is not None
        letters, begins, at = chain.strip.codes, self._starts.search, 0
        while found := begins(letters, at):
            first, at = found.start(), found.end()
            for number in self._by_start[found.group()]:
                match = self._compiled[number].match(letters, first)
                value = match and self.rules[number].read(Match(chain, match, self._classes))
                if match and value is not None:
                    yield first, match.end(), value
                    at = match.end()
                    break


def literals(layers: list[Layer]) -> set[str]:
    """All plain words that the patterns ask for."""
    words: set[str] = set()
    for layer in layers:
        for rule in layer.rules:
            for pattern in (rule.pattern, *MACROS.values()):
                words |= {part["word"] for part in _ELEMENT.finditer(pattern.replace("?:", "")) if part["word"]}
    return words


def _compile(pattern: str, codes: Codes) -> str:
    for _ in range(2):  # macros may name macros
        pattern = re.sub(r"\b[A-Z]{2,}\b", lambda found: MACROS[found[0]], pattern)
    pieces: list[str] = []
    for part in _ELEMENT.finditer(pattern.replace("(?:", "(")):
        if part["group"]:
            pieces.append(f"(?P<{part['group']}>")
        elif part["name"]:
            name = part["name"]
            pieces.append(_ATOM_CODES[name[1:]] if name.startswith("@") else f"[{codes.charset(name)}]")
        elif part["word"]:
            pieces.append(f"[{codes.charset('=' + part['word'])}]")
        elif part["look"]:
            pieces.append("(?!")
        elif part["other"] == "}":
            pieces.append(")")
        elif part["other"] == "(":
            pieces.append("(?:")
        elif part["other"] == ",":
            pieces.append(f"[{codes.charset('comma')}]")
        else:
            pieces.append(part["other"])
    return "".join(pieces)


def _starts(source: str) -> set[str]:
    """The codes with which a compiled pattern can begin."""
    first, _, _ = _alternatives(source, 0)
    return first


def _alternatives(source: str, at: int) -> tuple[set[str], bool, int]:
    """First codes of alternatives up to a closing bracket or the end; whether they may be empty; where they end."""
    first: set[str] = set()
    empty = False
    while True:
        branch, branch_empty, at = _sequence(source, at)
        first |= branch
        empty |= branch_empty
        if at >= len(source) or source[at] == ")":
            return first, empty, at
        at += 1  # the bar


def _sequence(source: str, at: int) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    empty = True
    while at < len(source) and source[at] not in "|)":
        codes, item_empty, at = _item(source, at)
        if at < len(source) and source[at] in "?*":
            item_empty, at = True, at + 1
        if empty:
            first |= codes
        empty = empty and item_empty
    return first, empty, at


def _item(source: str, at: int) -> tuple[set[str], bool, int]:
    """First codes of one class, code, group or look ahead (which takes nothing)."""
    if source[at] == "[":
        end = source.index("]", at)
        return set(source[at + 1 : end]), False, end + 1
    if source[at] != "(":
        return {source[at]}, False, at + 1
    ahead = source.startswith("(?!", at)
    body = source.index(">", at) + 1 if source.startswith("(?P<", at) else at + 3
    codes, empty, end = _alternatives(source, body)
    return (set(), True, end + 1) if ahead else (codes, empty, end + 1)


def _rebuild(chain: Chain, found: list[tuple[int, int, object]]) -> Chain:
    """The chain with every match made one token."""
    strip, codes, starts, ends = chain.strip, [], [], []
    atoms: dict[int, object] = {}
    old = sorted(chain.atoms)
    upcoming, at = 0, 0
    for first, last, value in [*found, (len(strip.codes), len(strip.codes), None)]:
        shift = len(starts) - at
        while upcoming < len(old) and old[upcoming] < first:
            atoms[old[upcoming] + shift] = chain.atoms[old[upcoming]]
            upcoming += 1
        codes.append(strip.codes[at:first])
        starts += strip.starts[at:first]
        ends += strip.ends[at:first]
        if value is not None:
            atoms[len(starts)] = value
            codes.append(_ATOM_CODES[value.kind])  # type: ignore[attr-defined]
            starts.append(strip.starts[first])
            ends.append(strip.ends[last - 1])
        while upcoming < len(old) and old[upcoming] < last:
            upcoming += 1
        at = last
    return Chain(chain.text, Strip("".join(codes), starts, ends), atoms)


def day_number(words: str) -> int:
    """1 to 31 of "4", "4th", "fourth", "twenty-first"; 0 where it is none."""
    if words[:1].isdigit():
        value = int("".join(letter for letter in words if letter.isdigit())[:3])
    else:
        value = sum(NUMBERS.get(part, 0) or ORDINALS.get(part, 0) for part in words.replace("-", " ").split())
    return value if 1 <= value <= 31 else 0


def count(words: str) -> int | None:
    """How many "three", "twenty-five", "a couple of" are; None for "a few", "several" and beyond 9999."""
    if words[:1].isdigit():
        return int(words) if len(words) <= 4 and words.isdigit() else None
    parts = words.replace("-", " ").split()
    if parts and parts[0] == "half":
        return 6
    if "couple" in parts:
        return 2
    values = [NUMBERS[part] for part in parts if part in NUMBERS]
    if len(values) > 1 and parts[0] in ("a", "an", "one") and values[1] > 9:
        return values[1]  # "a dozen", "a hundred"
    return sum(values) if values and len(values) == len(parts) else None


def month_number(words: str) -> int:
    """1 to 12 of "March", "Mar.", "sept"."""
    return MONTHS[words.strip(" .").lower()]


def weekday_number(words: str) -> int:
    """0 (Monday) to 6 of "Tuesday", "Tues."."""
    return WEEKDAYS[words.strip(" .").lower()]
