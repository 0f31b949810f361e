"""Evidence that an editor finds: words of a stored article that tell of an event, where the parser did not see it.

Such a mention is never taken for one of the parser's: its key ends in "h" and a number, reading again leaves it alone,
and it is pinned to its event from the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from timeline import edtf
from timeline.chronicle.linking import link, settle_events
from timeline.chronicle.tellings import set_windows
from timeline.models import ACTS, ActorName, Confidence, Event, Mention, Passage, Source, Status
from timeline.parser.layout import lay_out

from .deciding import NotPossible

FIRST_GROUP = 1_000_000
"""Numbers of an editor's mentions among the happenings of a source; the parser counts from 0."""

RULE = "editor"
"""What is named as the rule by which an editor's words gave a field."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a source at their place in its text, and what they say where it is not what the event says."""

    source: Source
    start: int
    end: int
    when: str | None = None
    """EDTF text of the date that they give, "" for none; None where it is the event's own."""


def find_words(source: Source, quoted: str, paragraph: int | None = None, occurrence: int | None = None) -> Words:
    """Return quoted words at their place in a source; blanks and line breaks may differ.

    Where the words stand more than once, the paragraph (1 for the first line that is not empty) says which are
    meant. Raises NotPossible, naming the field, where they do not stand there or it is not clear which are meant.
    """
    wanted = [re.escape(word) for word in quoted.split()]
    if not wanted:
        raise NotPossible("words: quote the words that tell of it")
    first, last = _paragraph(source.text, paragraph)
    found = [match.span() for match in re.finditer(r"\s+".join(wanted), source.text[first:last])]
    if not found:
        where = f"in paragraph {paragraph}" if paragraph else "in the text"
        raise NotPossible(f"words: “{_short(quoted)}” does not stand {where}; quote it letter by letter")
    if len(found) > 1 and occurrence is None:
        raise NotPossible(
            f"words: “{_short(quoted)}” stands there {len(found)} times; say in which paragraph, or quote more"
        )
    start, end = found[occurrence or 0]
    return Words(source, first + start, first + end)


def _paragraph(text: str, number: int | None) -> tuple[int, int]:
    if number is None:
        return 0, len(text)
    lines = lay_out(text).lines
    if not 1 <= number <= len(lines):
        raise NotPossible(f"paragraph: there are {len(lines)}, from 1 on")
    return lines[number - 1].start, lines[number - 1].end


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"


def tell(event: Event, words: Words) -> Mention:
    """Store that words of a source tell of an event, link and settle; return the mention.

    Must run under the chronology's lock. Raises NotPossible where those very words tell of it already, of a source
    that was withdrawn, or for a date that is none.
    """
    source = words.source
    if source.withdrawn_at:
        raise NotPossible("words: the source has been withdrawn; put it back first")
    exact = source.text[words.start : words.end]
    if not exact.strip() or len(exact) != words.end - words.start:
        raise NotPossible("words: select some words of the text")
    passage, _ = Passage.objects.get_or_create(
        source=source, start=words.start, end=words.end, defaults={"exact": exact}
    )
    if event.mentions.live().filter(passage=passage).exists():
        raise NotPossible("words: these words tell of it already")
    said = _said(event, words, exact)
    number = Mention.objects.filter(key__startswith=f"{source.sha256}:{words.start}-{words.end}:h").count() + 1
    mention = Mention(
        source=source,
        passage=passage,
        event=event,
        key=f"{source.sha256}:{words.start}-{words.end}:h{number}",
        group=_free_group(source),
        pinned=True,
        **said,
    )
    set_windows([mention])
    mention.save()
    mention.actors.set(
        {part.actor_id for part in event.participations.all()}
        | {part.actor.affiliation_id for part in _parts(event) if part.actor.affiliation_id}
    )
    link([mention])
    settle_events([event.pk])
    return mention


def _free_group(source: Source) -> int:
    last = source.mentions.filter(group__gte=FIRST_GROUP).aggregate(last=Max("group"))["last"]
    return FIRST_GROUP if last is None else last + 1


def _parts(event: Event) -> list:
    return list(event.participations.select_related("actor__affiliation").order_by("id"))


def _said(event: Event, words: Words, exact: str) -> dict[str, Any]:
    """Return what the words say of an event: what it says itself, with their own date where one is given."""
    when = event.when if words.when is None else words.when
    if when:
        try:
            edtf.parse(when)
        except edtf.EdtfError as error:
            raise NotPossible(f"when: {error}") from error
    span = [[words.start, words.end]]
    status = event.status
    if event.kind in ACTS and status not in (Status.HELD, Status.PLANNED):
        status = Status.HELD
    return {
        "kind": event.kind,
        "status": status,
        "basis": event.basis,
        "when": when,
        "parties": [_party_row(part, words, exact) for part in _parts(event)],
        "place": event.place,
        "country": event.country.name if event.country else "",
        "occasions": event.occasions,
        "confidence": Confidence.MEDIUM,
        "reasons": [{"field": "kind", "rule": RULE, "spans": span}],
    }


def _party_row(part: Any, words: Words, exact: str) -> dict[str, Any]:
    """Return a party as mentions keep it; its place is that of one of its names, unknown where none is in the words."""
    actor = part.actor
    names = sorted(ActorName.objects.filter(actor=actor).values_list("name", flat=True), key=len, reverse=True)
    named = next((name for name in names if name in exact), None)
    start = words.start + exact.index(named) if named else None
    end = start + len(named) if named else None
    row = {
        "actor": actor.slug,
        "name": actor.name,
        "kind": actor.kind,
        "role": part.role,
        "start": start,
        "end": end,
        "state": actor.affiliation.name if actor.affiliation else "",
        "office": actor.office,
        "known": True,
    }
    if actor.affiliation:
        row["serves"] = actor.affiliation.slug
    return row
