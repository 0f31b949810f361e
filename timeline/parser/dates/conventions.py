"""How time words are read: the one table of conventions, used by the reader and shown on /method/.

Each row has an example that a test puts through the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Convention:
    """One rule for reading time words, with an example."""

    words: str
    """Time words of this sort."""
    means: str
    """What they are taken to mean."""
    example: str
    """A sentence in which they stand."""
    published: date
    """Day on which the example was published."""
    result: str | None
    """EDTF that the example gives; None where it gives no date."""


def _table() -> dict[str, Convention]:
    return {}


CONVENTIONS: dict[str, Convention] = _table()
