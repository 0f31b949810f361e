"""Small parts of a line as filters of templates: words with marks, a date, the shape of a status.

A page has some five hundred of them. As included templates they took a third of the time in which it is rendered.
"""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .marking import Piece
from .shown import ShownDate, ShownState

register = template.Library()


@register.filter
def with_marks(pieces: Iterable[Piece]) -> SafeString:
    """Return words with those marked that were searched for, or that gave a field."""
    return mark_safe("".join(map(_piece, pieces)))  # noqa: S308 every piece is escaped


def _piece(piece: Piece) -> SafeString:
    if piece.hit:
        return format_html('<mark class="hit">{}</mark>', piece.text)
    if piece.mark:
        return format_html('<mark class="w-{}">{}</mark>', piece.mark, piece.text)
    return escape(piece.text)


@register.filter
def timed(date: ShownDate, text: str) -> SafeString:
    """Return a date's text as an element that programs can read, where it is one day, month or year."""
    return format_html('<time datetime="{}">{}</time>', date.machine, text) if date.machine else escape(text)


@register.filter
def glyph(state: ShownState) -> SafeString:
    """Return the shape of a status, with the dashed ring of hearsay."""
    ring = SafeString('<use href="#g-ring"/>') if state.basis else ""
    return format_html(
        '<svg class="glyph s-{0}" viewBox="0 0 18 18" aria-hidden="true" focusable="false">'
        '<use href="#g-{0}"/>{1}</svg>',
        state.glyph,
        ring,
    )
