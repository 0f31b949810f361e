"""Events that a site like this one has exported as JSON Lines, taken in again: each a line with its passages.

Every article that an event rests on becomes a citation of its own, with the words that were quoted from it, since the
rest of its text is not in the file. What each passage says settles the event, as it did there; what the event is
beyond that, by an editor's word, is decided here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from timeline import edtf
from timeline.parser.reading import (
    ENCOUNTERS,
    ActorKind,
    Basis,
    Claim,
    Confidence,
    Kind,
    Party,
    Reason,
    Role,
    Status,
)

from .articles import read_day
from .cast import vocabulary_actors
from .citations import Entry
from .forms import LONGEST_QUOTED, Wrong, one_of
from .ingest import Refused, clean
from .written_names import NameReader

_UID = re.compile(r"[\w-]{1,36}")


def entries_of(event: Mapping[str, Any], names: NameReader) -> list[Entry]:
    """Return what an exported event says, an entry for each article that it rests on.

    Raises Wrong, naming the field, or Refused, where it cannot be taken.
    """
    if not _UID.fullmatch(event["uid"]):
        raise Wrong("uid", "it is no identity that a site like this one gives")
    holds = _holds(event, names)
    articles: dict[str, list[Mapping[str, Any]]] = {}
    for number, passage in enumerate(event["passages"]):
        source = passage.get("source") if isinstance(passage, Mapping) else None
        if not isinstance(source, Mapping):
            raise Wrong("passages", f"passage {number + 1} has no source")
        digest = _text(source, "sha256", "passages") or f"{number}"
        articles.setdefault(digest, []).append(passage)
    if not articles:
        raise Wrong("passages", "there is none, and an event rests on at least one")
    return [_entry(event, digest, said, holds) for digest, said in articles.items()]


def _entry(event: Mapping[str, Any], digest: str, said: Sequence[Mapping[str, Any]], holds: Mapping[str, Any]) -> Entry:
    """Return the entry of one article: the passages quoted from it, each told apart, and where they are from."""
    source = said[0]["source"]
    text, claims = "", []
    for passage in said:
        quote = _text(passage, "quote", "passages")
        if not quote:
            raise Wrong("passages", "a passage has no words")
        claims.append(_claim(passage, holds, len(text), len(text) + len(quote)))
        text += f"{quote}\n\n"
    text += _where_from(event, digest, source)
    how = _text(source, "published_how", "passages")
    published = _day(source) if how != "unknown" else None
    return Entry(
        text=clean(text),
        claims=tuple(claims),
        **{name: _text(source, name, "passages") for name in ("title", "publisher", "author", "url")},
        published=published,
        uid=event["uid"],
        holds=holds,
        quotes=digest,
    )


def _where_from(event: Mapping[str, Any], digest: str, source: Mapping[str, Any]) -> str:
    """Return the last lines of an entry's text: whose event it is, and of which article these are the passages."""
    told = {
        "Passages of": _text(source, "title", "passages"),
        "SHA-256 of that text": digest,
        "Quoted for the event": _text(event, "title", "title"),
        "Its identity": event["uid"],
        "Its address": _text(event, "url", "url"),
    }
    return "\n".join(f"{name}: {words}" for name, words in told.items() if words)


def _claim(passage: Mapping[str, Any], holds: Mapping[str, Any], start: int, end: int) -> Claim:
    """Return what one passage says; of the parties and the country only the event's own are in the file."""
    words = _text(passage, "date_words", "passages")
    at = _text(passage, "quote", "passages").find(words) if words else -1
    kind = Kind(one_of([k.value for k in Kind], _text(passage, "kind", "passages"), "passages"))
    when = _edtf(passage.get("when"), "passages")
    spans = ((start + at, start + at + len(words)),) if at >= 0 else ()
    return Claim(
        start=start,
        end=end,
        group=0,
        kind=kind,
        status=Status(one_of([s.value for s in Status], _text(passage, "status", "passages"), "passages")),
        basis=Basis(one_of([b.value for b in Basis], _text(passage, "basis", "passages"), "passages")),
        when=when or None,
        when_span=spans[0] if spans else None,
        parties=tuple(_placed(holds["actors"], start)),
        confidence=Confidence(
            one_of([c.value for c in Confidence], _text(passage, "confidence", "passages"), "passages")
        ),
        place=_text(passage, "place", "passages"),
        country=holds["country"],
        speaker=_text(passage, "speaker", "passages"),
        occasions=holds["occasions"],
        reasons=(Reason("when", "as the record says", spans),) if when else (),
    )


def _placed(parties: Sequence[Party], at: int) -> Iterator[Party]:
    for party in parties:
        yield Party(party.name, party.kind, party.role, at, at + 1, party.state, party.office, party.known)


def _holds(event: Mapping[str, Any], names: NameReader) -> dict[str, Any]:
    """Return the fields of an exported event as `Entry.holds` has them."""
    kind = one_of([k.value for k in Kind], _text(event, "kind", "kind"), "kind")
    status = one_of([s.value for s in Status], _text(event, "status", "status"), "status")
    if Kind(kind) not in ENCOUNTERS and status not in (Status.HELD, Status.PLANNED):
        raise Wrong("status", f"an act such as {kind} has only happened; write held or planned")
    country = _text(event, "country", "country")
    known = names.body(country) if country else None
    occasions = event.get("occasions", 1)
    if not isinstance(occasions, int) or not 1 <= occasions <= 9999:
        raise Wrong("occasions", "it is no number of times; write a whole number from 1 on")
    title = _text(event, "title", "title").strip()
    if not title:
        raise Wrong("title", "it is missing")
    return {
        "kind": kind,
        "status": status,
        "basis": one_of([b.value for b in Basis], _text(event, "basis", "basis"), "basis"),
        "title": title[:300],
        "when": _edtf(event.get("when"), "when"),
        "place": _text(event, "place", "place")[:200],
        "country": known[0] if known and known[1] == ActorKind.STATE else "",
        "occasions": occasions,
        "actors": [_party(actor) for actor in _actors(event)],
    }


def _actors(event: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    actors = event.get("actors", [])
    if not isinstance(actors, list) or not all(isinstance(actor, Mapping) for actor in actors):
        raise Wrong("actors", "it must be a list of objects with name, kind and role")
    return actors


def _party(actor: Mapping[str, Any]) -> Party:
    name = _text(actor, "name", "actors").strip()[:200]
    if not name:
        raise Wrong("actors", "one has no name")
    kind = ActorKind(one_of([k.value for k in ActorKind], _text(actor, "kind", "actors"), "actors"))
    role = Role(one_of([r.value for r in Role], _text(actor, "role", "actors"), "actors"))
    known = vocabulary_actors().get((name, kind))
    if known and kind is not ActorKind.STATE:
        return Party(name, kind, role, 0, 1, state=known.state, office=known.office, known=True)
    return Party(name, kind, role, 0, 1, known=known is not None)


def _text(told: Mapping[str, Any], name: str, field: str) -> str:
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Wrong(field, f"“{name}” must be text")
    try:
        return clean(value) if value.strip() else ""
    except Refused as reason:
        raise Wrong(field, f"“{name}”: {reason}") from None


def _edtf(value: Any, field: str) -> str:
    if value is None:
        return ""
    try:
        text = edtf.parse(value if isinstance(value, str) else "").text
    except edtf.EdtfError as error:
        raise Wrong(field, f"“when”: {error}") from None
    if len(text) > LONGEST_QUOTED:
        raise Wrong(field, "“when” is too long for a date")
    return text


def _day(source: Mapping[str, Any]) -> date | None:
    words = _text(source, "published", "passages")
    try:
        day = read_day(words) if words else None
    except Refused as reason:
        raise Wrong("passages", str(reason)) from None
    if day and (day - timezone.now().date()).days > 1:
        raise Wrong("passages", f"“{words}” lies ahead")
    return day
