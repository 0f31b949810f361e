"""Texts that nobody writes in good faith, or that a broken program sends: of any length, for tests and measurements.

Each is made to tempt one way of reading into going wrong: a pattern that tries every way to match, a stack that grows
with nesting, a table of names that grows with the text, a date that no calendar has.
"""

from __future__ import annotations

from collections.abc import Callable

Maker = Callable[[int], str]


def _repeated(unit: str) -> Maker:
    def make(length: int) -> str:
        return (unit * (length // len(unit) + 1))[:length]

    return make


def _numbered(form: str) -> Maker:
    def make(length: int) -> str:
        parts, size, number = [], 0, 0
        while size < length:
            parts.append(form.format(n=number, word=_word(number)))
            size += len(parts[-1])
            number += 1
        return "".join(parts)[:length]

    return make


def _word(number: int) -> str:
    """Return a word of letters for a number, so that each is another name."""
    letters = ""
    while True:
        number, digit = divmod(number, 20)
        letters = "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5] + letters
        if not number:
            return letters.capitalize()


def _nested(opening: str, closing: str) -> Maker:
    def make(length: int) -> str:
        depth = max(1, length // (len(opening) + len(closing)) - 10)
        return f"The ministers {opening * depth}met{closing * depth} in Lima."

    return make


SENTENCE = "The foreign ministers of Chile and Peru met in Arica on 4 May 2011 and agreed to meet again next week. "

PLAIN = 20_000
"""Characters of plain English by which the reader tells the language."""


def after_an_article(text: str) -> str:
    """Return a text behind enough plain English that it is not refused as another language before it is read."""
    return _repeated(SENTENCE)(PLAIN) + "\n\n" + text


HOSTILE: dict[str, Maker] = {
    "one sentence again and again": _repeated(SENTENCE),
    "one sentence again and again, a line each": _repeated(SENTENCE.strip() + "\n"),
    "one line without a full stop": _repeated("the ministers met and the envoys talked and "),
    "one word without a blank": _repeated("a"),
    "blanks": lambda length: "Ministers met." + " " * length + "They left.",
    "line ends": lambda length: "Ministers met." + "\n" * length + "They left.",
    "full stops": _repeated(". "),
    "commas": _repeated("Peru, Chile, "),
    "and": _repeated("and "),
    "said that": _repeated("he said that "),
    "not": _repeated("did not not "),
    "of the": _repeated("of the president "),
    "capitals": _repeated("President "),
    "capital letters": _repeated("A B C "),
    "initials": _repeated("J. R. "),
    "hyphens": _repeated("Peru-Chile-"),
    "dashes": _repeated("met – "),
    "apostrophes": _repeated("Peru's "),
    "quotation marks": _repeated('"met” '),
    "digits": _repeated("1"),
    "numbers": _repeated("11 12 2013 "),
    "days of no calendar": _repeated("31 February 99999, 45 June 0000, May 2019 2019 May 31 "),
    "a range after a range": _repeated("from May to May to "),
    "days": _repeated("on Tuesday last Wednesday next "),
    "days that hang on others": _repeated("two days later, the next day, a week before the summit "),
    "months": _repeated("may March may march "),
    "ordinals": _repeated("the first of the third "),
    "another name each": _numbered("President {word} met Minister {word} Anton. "),
    "another title each": _numbered("{word} Minister {word} "),
    "another event each": _numbered("On {n} May 2011 the envoy of {word} met the envoy of {word}land. "),
    "one long name": _numbered("{word} "),
    "one long hyphenated name": _numbered("{word}-"),
    "brackets": _nested("(", ")"),
    "quotes in quotes": _nested("“he said ", "”"),
    "clauses in clauses": _nested("who said that those who ", " left"),
    "combining marks": _repeated("e\u0301\u0302\u0303\u0304"),
    "zero-width letters": _repeated("me\u200bt\u200d \u2060"),
    "right-to-left overrides": _repeated("\u202emet\u202c \u2066Peru\u2069 "),
    "no-break blanks": _repeated("met\u00a0on\u202f4\u00a0May "),
    "tags": _repeated("<b><i><script>met</script> "),
    "entities": _repeated("&lt;&#x41;&amp;amp; "),
    "addresses": _repeated("https://example.org/?q=met%20in%20Lima&x= "),
    "percent signs and braces": _repeated("%s {0} {{ x }} %n $(x) "),
    "emoji": _repeated("👨‍👩‍👧‍👦🇵🇪 "),
    "headlines": _repeated("PERU, CHILE TO MEET\n\n"),
    "datelines": _repeated("LIMA, May 4 (Andina) -- "),
    "captions": _repeated("Photo: Ministers meet in Lima, Peru, Tuesday, May 4, 2011. (AP)\n"),
    "years that count": _numbered("in {n} "),
}
"""What each is called, and the function that makes so many characters of it."""
