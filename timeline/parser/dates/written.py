"""The first layer of the grammar, continued: years in words, days in digits without a year, days named by the day.

"Nineteen ninety-eight", "on 11/20", "the October 7 attack".
"""

from __future__ import annotations

from timeline.parser.dates.atoms import day_month
from timeline.parser.dates.moments import Moment
from timeline.parser.dates.patterns import Match
from timeline.parser.dates.relative import ATOMS
from timeline.parser.dates.tokens import NUMBERS, TIME

__all__ = ["ATOMS"]

_YEAR_ASKED = frozenset(TIME["licence"]["year_surely"])
_MONTHS_IN_YEAR = 12
_TENS = 10


@ATOMS.rule(
    "{century:eighteen|nineteen|twenty} {rest:<count_word> <dash>? <count_word>}",  # nineteen ninety-eight
    "{century:eighteen|nineteen|twenty} {rest:hundred and? <count_word> <dash>? <count_word>}",
    "{century:eighteen|nineteen|twenty} {rest:(?:hundred and?|oh)? <count_word>}",  # twenty nineteen, nineteen oh five
    "{century:two thousand} {rest:and? <count_word> <dash>? <count_word>}",
    "{century:two thousand} {rest:(?:and? <count_word>)?}",  # two thousand and eighteen
)
def year_in_words(match: Match) -> Moment | None:
    """A year written out, after a word that asks for one or after its month."""
    if match.before() not in _YEAR_ASKED and not match.code_before("month") and not match.code_before("day_number"):
        return None
    if match.code_after("counted") or match.code_after("unit") or match.code_after("count_word"):
        return None
    thousand = match.word("century") == "two thousand"
    century = 2000 if thousand else NUMBERS[match.word("century")] * 100
    rest = _below_hundred(match.word("rest"), spoken_alone=not thousand)
    return Moment("year", "year", edtf=f"{century + rest:04d}") if rest is not None else None


def _below_hundred(words: str, spoken_alone: bool) -> int | None:
    """0 to 99 of "ninety-eight", "and five", "oh five"; alone, "five" would be twenty-five, not a year."""
    parts = [word for word in words.replace("-", " ").split() if word not in ("and", "hundred")]
    if parts and parts[0] == "oh":
        parts, spoken_alone = parts[1:], False
    values = [NUMBERS.get(part, 0) for part in parts]
    if not values:
        return 0 if not spoken_alone else None
    if len(values) == 2 and not (values[0] % _TENS == 0 and values[0] > _TENS > values[1]):
        return None
    total = sum(values)
    if not 0 < total < 100 or (spoken_alone and total < _TENS and "hundred" not in words):
        return None
    return total


@ATOMS.rule("(?:on|dated|since|until|by) {a:<day_number>} <slash> {b:<day_number>} (?!<slash>|<number>)")  # on 11/20
def numeric_without_year(match: Match) -> Moment | None:
    """A day in digits, only where one of the two can be no month."""
    first, second = int(match.word("a")), int(match.word("b"))
    if (first > _MONTHS_IN_YEAR) == (second > _MONTHS_IN_YEAR):
        return None
    return day_month(second, first) if first > _MONTHS_IN_YEAR else day_month(first, second)
