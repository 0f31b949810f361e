"""Which paragraph of its article a passage stands in: the "¶2" of a citation.

Paragraphs are the lines of a text that are not empty, as `parser.layout` counts them. Texts are never edited once
stored, so what was worked out for a digest holds for good and is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache

from timeline.models import Passage, Source
from timeline.parser.layout import lay_out
from timeline.parser.reading import Layout

_LINE = re.compile(r"[^\S\n]*(\S[^\n]*)")
_KEPT = 4096
_starts_by_digest: OrderedDict[str, tuple[int, ...]] = OrderedDict()


@lru_cache(maxsize=256)
def layout_of(text: str) -> Layout:
    """Return the lines of an article and what each is; kept, since a reader comes back to the same page."""
    return lay_out(text)


def line_starts(text: str) -> tuple[int, ...]:
    """Return where each line that is not empty begins."""
    return tuple(match.start(1) for match in _LINE.finditer(text))


def number_passages(passages: Iterable[Passage]) -> dict[int, int]:
    """Return the paragraph of each passage by its id, from 1; orphaned passages are left out.

    Asks the database once at most, and only for articles that it has not met before.
    """
    placed = [p for p in passages if p.start is not None]
    wanted = {p.source_id: p.source.sha256 for p in placed}
    missing = [pk for pk, digest in wanted.items() if digest not in _starts_by_digest]
    starts = {digest: _starts_by_digest[digest] for digest in wanted.values() if digest in _starts_by_digest}
    if missing:
        for digest, text in Source.objects.filter(pk__in=missing).values_list("sha256", "text"):
            starts[digest] = _starts_by_digest[digest] = line_starts(text)
        while len(_starts_by_digest) > _KEPT:
            _starts_by_digest.popitem(last=False)
    return {p.pk: max(bisect_right(starts[wanted[p.source_id]], p.start), 1) for p in placed}
