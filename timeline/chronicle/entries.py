"""Entries of somebody else's chronology: what one record says, in our words, with its own words kept as the source.

A record becomes a text, a line a column, and one claim of it: for every field the claim names the words that gave it.
What cannot be taken is said with its field and with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from timeline import edtf
from timeline.parser import dates
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
    Span,
    Status,
)

from .articles import read_day
from .citations import Entry
from .forms import KINDS_OF_NAMES, LONGEST_QUOTED, Faults, Form, Target, Wrong, cut, one_of
from .ingest import Refused, clean
from .records import Record
from .written_names import NameReader, UnknownName

_ROLE_FIELDS = {"actors": Role.PARTICIPANT} | {role.value: role for role in Role}
_NAME = re.compile(r"(.+?)(?: +\[(?P<kind>\w+)\])?(?: +as +(?P<role>\w+))?")
_SERVING = re.compile(r"(.+?) *\(([^()]+)\)")
_TWO_DAYS = (date(2001, 1, 15), date(2014, 8, 20))
"""Whatever is not the same on both hangs on the day on which it is read."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Value:
    """What a record says of one field, and where that stands in the text made of it."""

    words: str
    start: int
    kind: str = ""

    @property
    def span(self) -> Span:
        return self.start, self.start + len(self.words)


def entry_of(record: Record, form: Form, names: NameReader, today: date) -> Entry:
    """Return what one record says. Raises Faults, with all that is wrong with its fields, or Refused for its words."""
    wrongs: list[Wrong] = []

    def tried(otherwise: Any, read: Callable[..., Any], *told: Any) -> Any:
        try:
            return read(*told)
        except Wrong as wrong:
            wrongs.append(wrong)
            return otherwise

    text, values = tried(("", {}), _written_out, record, form)
    first = {name: found[0] for name, found in values.items()}
    kind = tried(None, _kind, first)
    status = tried(Status.HELD, _status, first, kind)
    basis = tried(Basis.STATED, _basis, first)
    when, when_span = tried((None, None), _when, first)
    parties = tried((), _parties, values, names, edtf.bounds(when)[0] if when else None)
    confidence = tried(Confidence.LOW, _confidence, first, basis, when, parties)
    occasions = tried(1, _occasions, first)
    published = tried(None, _published, first, today)
    url = tried("", _address, first)
    number = tried("", _number, first)
    if wrongs:
        raise Faults(wrongs)
    country, place = _where(first, names)
    quote = first.get("quote") or _Value(text, 0)
    claim = Claim(
        start=quote.span[0],
        end=quote.span[1],
        group=0,
        kind=kind,
        status=status,
        basis=basis,
        when=when,
        when_span=when_span,
        parties=parties,
        confidence=confidence,
        place=place,
        country=country,
        speaker=_said(first, "speaker"),
        occasions=occasions,
        named=_said(first, "named"),
        reasons=tuple(_reasons(values)),
    )
    return Entry(
        text=clean(text),
        claims=(claim,),
        title=_title(first, form),
        record=number,
        publisher=_said(first, "publisher"),
        author=_said(first, "author"),
        url=url,
        published=published,
    )


def _said(first: Mapping[str, _Value], name: str) -> str:
    return first[name].words if name in first else ""


def _written_out(record: Record, form: Form) -> tuple[str, dict[str, list[_Value]]]:
    """Return a record as a text, a line a column, and what it says of each field with its place in that text."""
    lines: list[str] = []
    values: dict[str, list[_Value]] = {}
    at = 0
    said = [(name, _cells(name, value), form.targets(name)) for name, value in record.columns.items()]
    told = {target.field for _, _, targets in said for target in targets}
    said += [(name, [words], (Target(name),)) for name, words in form.constants.items() if name not in told]
    for name, cells, targets in said:
        label = _SPACES.sub(" ", name).strip()
        for cell in cells:
            line = f"{label}: {cell}"
            start = at + len(label) + 2
            for target in targets:
                values.setdefault(target.field, []).append(_Value(cell, start, target.kind))
            lines.append(line)
            at += len(line) + 1
    return "\n".join(lines), values


def _cells(name: str, value: Any) -> list[str]:
    """Return the words of a column, one for each part where it is a list; breaks of lines are read as spaces."""
    parts = value if isinstance(value, list) else [value]
    return [words for part in parts if (words := _SPACES.sub(" ", _words(name, part)).strip())]


def _words(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        return _as_written(name, value)
    raise Wrong(name, "it must be text, a number, or for actors a list of names")


def _as_written(name: str, actor: Mapping[str, Any]) -> str:
    """Return an actor that is given as an object in the way in which a table writes it."""
    parts = {key: actor.get(key) or "" for key in ("name", "state", "kind", "role")}
    if not all(isinstance(part, str) for part in parts.values()):
        raise Wrong(name, "name, state, kind and role of an actor must be text")
    serves = f" ({parts['state']})" if parts["state"] else ""
    kind = f" [{parts['kind']}]" if parts["kind"] else ""
    return f"{parts['name']}{serves}{kind}" + (f" as {parts['role']}" if parts["role"] else "")


def _needed(first: Mapping[str, _Value], name: str) -> str:
    if name not in first:
        words = [k.value for k in Kind] if name == "kind" else [s.value for s in Status]
        raise Wrong(name, f"it is missing; write {', '.join(words)}, or give one for all: --set {name}={words[1]}")
    return first[name].words


def _kind(first: Mapping[str, _Value]) -> Kind:
    return Kind(one_of([k.value for k in Kind], _needed(first, "kind"), "kind"))


def _basis(first: Mapping[str, _Value]) -> Basis:
    return Basis(one_of([b.value for b in Basis], first["basis"].words, "basis")) if "basis" in first else Basis.STATED


def _number(first: Mapping[str, _Value]) -> str:
    number = _said(first, "id")
    if len(number) > LONGEST_QUOTED:
        raise Wrong("id", f"“{cut(number)}” is too long for a number; at most {LONGEST_QUOTED} characters")
    return number


def _address(first: Mapping[str, _Value]) -> str:
    url = _said(first, "url")
    try:
        if url:
            URLValidator(schemes=["http", "https"])(url)
    except ValidationError:
        raise Wrong("url", f"“{cut(url)}” is no web address; write it with https:// before it") from None
    return url


def _status(first: Mapping[str, _Value], kind: Kind | None) -> Status:
    if kind is None or kind in ENCOUNTERS:
        return Status(one_of([s.value for s in Status], _needed(first, "status"), "status"))
    if "status" not in first:
        return Status.HELD
    status = Status(one_of([s.value for s in Status], first["status"].words, "status"))
    if status not in (Status.HELD, Status.PLANNED):
        raise Wrong("status", f"an act such as {kind.value} has only happened; write held or planned")
    return status


def _when(first: Mapping[str, _Value]) -> tuple[str | None, Span | None]:
    """Return a record's date as EDTF, and the words that give it."""
    if "when" in first:
        if "start" in first:
            raise Wrong("when", "both “when” and “start” are given; leave one of them out")
        return _date(first["when"].words, "when"), first["when"].span
    if "start" not in first:
        if "end" in first:
            raise Wrong("end", "there is an end without a start")
        return None, None
    start = _date(first["start"].words, "start")
    end = _date(first["end"].words, "end") if "end" in first else start
    if start == end:
        return start, first["start"].span
    try:
        return edtf.parse(f"{start}/{end}").text, first["start"].span
    except edtf.EdtfError as error:
        raise Wrong("end", f"from “{first['start'].words}” to “{first['end'].words}” is no time: {error}") from None


@lru_cache(maxsize=4096)
def _date(words: str, name: str) -> str:
    """Return EDTF of a date as written; raises Wrong for what is none, and for what is another day for every reader."""
    try:
        read = {dates.read_typed(words, today) for today in _TWO_DAYS}
    except ValueError as error:
        said = str(error)
        raise Wrong(name, said if "“" in said else f"“{cut(words)}”: {said}") from None
    if len(read) > 1:
        raise Wrong(name, f"“{cut(words)}” is another day for every reader; write it with its year, as 27 March 2018")
    (text,) = read
    if len(text) > LONGEST_QUOTED:
        raise Wrong(name, f"“{cut(words)}” is too long for a date; write it as 27 March 2018")
    return text


def _parties(values: Mapping[str, Sequence[_Value]], names: NameReader, day: date | None) -> tuple[Party, ...]:
    """Return everybody who takes part, each once, with the place of the name in the text."""
    serving = values["serving"][0].words if "serving" in values else ""
    parties: dict[tuple[str, str], Party] = {}
    for name, role in _ROLE_FIELDS.items():
        for value in values.get(name, ()):
            for start, words in _each(value):
                for party in _party(words, name, role, value.kind, serving, names, day):
                    placed = replace(party, start=start, end=start + len(words))
                    parties.setdefault((party.name, party.kind), placed)
    if not parties and "named" not in values:
        raise Wrong("actors", "nobody takes part; name at least one of those who do, as Ana Lima (Chile); Peru")
    return tuple(parties.values())


def _each(value: _Value) -> Iterator[tuple[int, str]]:
    """Yield the names of a cell, with semicolons between, each with its place."""
    for found in re.finditer(r"[^;]+", value.words):
        if words := found[0].strip():
            yield value.start + found.start() + found[0].index(words), words


def _party(
    words: str, name: str, role: Role, kind: str, serving: str, names: NameReader, day: date | None
) -> Iterator[Party]:
    """Yield whom one name means; and the state that a person serves, where that is none we know."""
    found = _NAME.fullmatch(words)
    written = found[1] if found else words
    if found and found["kind"]:
        kind = one_of(KINDS_OF_NAMES, found["kind"], name)
    if found and found["role"]:
        role = Role(one_of([r.value for r in Role], found["role"], name))
    state = ""
    if kind in ("", ActorKind.PERSON):
        if (serves := _SERVING.fullmatch(written)) and not names.body(written):
            written, state = serves[1], serves[2]
            if names.body(state, loosely=True) is None:
                raise Wrong(name, f"“{cut(state)}” is no state or body we know; write the state that {written} serves")
        elif kind or names.body(written) is None:
            state = serving
    try:
        party = names.party(written[:200], role, kind=kind or (ActorKind.PERSON if state else ""), state=state, day=day)
    except UnknownName as unknown:
        raise Wrong(name, str(unknown)) from None
    yield party
    if state and party.kind is ActorKind.PERSON and not party.state:
        yield names.party(state[:200], role, kind=ActorKind.STATE)


def _where(first: Mapping[str, _Value], names: NameReader) -> tuple[str, str]:
    """Return the country, by our name, and the place; a country that is none we know is part of the place."""
    place = first["place"].words if "place" in first else ""
    if "country" not in first:
        return "", place[:200]
    written = first["country"].words
    known = names.body(written, loosely=True)
    if known and known[1] == ActorKind.STATE:
        return known[0], place[:200]
    return "", ", ".join(filter(None, [place, written]))[:200]


def _published(first: Mapping[str, _Value], today: date) -> date | None:
    if "published" not in first:
        return None
    try:
        day = read_day(first["published"].words)
    except Refused as reason:
        raise Wrong("published", str(reason)) from None
    if (day - today).days > 1:
        raise Wrong("published", f"“{first['published'].words}” lies ahead")
    return day


def _occasions(first: Mapping[str, _Value]) -> int:
    words = first["occasions"].words if "occasions" in first else "1"
    if not re.fullmatch(r"[1-9]\d{0,3}", words):
        raise Wrong("occasions", f"“{cut(words)}” is no number of times; write a whole number from 1 on")
    return int(words)


def _confidence(first: Mapping[str, _Value], basis: Basis, when: str | None, parties: Sequence[Party]) -> Confidence:
    """High where the record says outright when it was and who took part; medium where one is missing."""
    if "confidence" in first:
        return Confidence(one_of([c.value for c in Confidence], first["confidence"].words, "confidence"))
    if basis is not Basis.STATED:
        return Confidence.LOW
    return Confidence.HIGH if when and parties else Confidence.MEDIUM


_REASON_FOR = {"start": "when", "end": "when", "country": "place", **dict.fromkeys(_ROLE_FIELDS, "actors")}


def _reasons(values: Mapping[str, Sequence[_Value]]) -> Iterator[Reason]:
    """Yield for each field of the event where its words stand in the record."""
    spans: dict[str, list[Span]] = {}
    for name, found in values.items():
        to = _REASON_FOR.get(name, name)
        if to in ("kind", "status", "basis", "when", "place", "actors", "speaker", "occasions"):
            spans.setdefault(to, []).extend(value.span for value in found)
    for name, where in spans.items():
        yield Reason(name, "as the record says", tuple(sorted(where)))


def _title(first: Mapping[str, _Value], form: Form) -> str:
    """Return how the entry is cited: the list, and the record's number in it or else its title."""
    name = first["source"].words if "source" in first else form.name
    if "id" in first:
        return f"{name[:400]}, record {first['id'].words}"
    return f"{name}: {first['title'].words}" if "title" in first else name
