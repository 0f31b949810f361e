"""Time words of a text and what they mean on a calendar.

A grammar of its own over the whole text, in layers: words become one-character codes (`tokens`), single dates are
read out of these (`atoms`, `relative`, `written`), then what stands around them (`phrases`); each is placed on the
calendar (`moments`) by the day of publication, the tense of its clause (`tense`, `verbs`) and the dates told before.
Linear in the length of the text. The rules are in one table, `CONVENTIONS`.
"""

from __future__ import annotations

from timeline.parser.dates.conventions import CONVENTIONS, Convention
from timeline.parser.dates.reader import find_dates
from timeline.parser.dates.typed import read_typed

__all__ = ["CONVENTIONS", "Convention", "find_dates", "read_typed"]
