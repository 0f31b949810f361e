"""What a reader has chosen to see, as the address of the page says it; one view has one address.

`read()` takes a query string apart and never fails: what it cannot make sense of becomes a message beside its field,
stays in the address, and leaves all other choices standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote_plus

from django.http import QueryDict

from timeline import edtf
from timeline.models import Actor, Basis, Confidence, Kind, Review, Source, Status

from . import typed
from .marking import search_words
from .meant import actors_meant, sources_meant
from .people import find_pair

NEWEST, OLDEST = "newest", "oldest"
COMPACT = "compact"
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]")
"""Control characters but for blanks between words and lines."""
LONGEST_SEARCH = 200
"""Characters of `q`; what is longer is no search but an accident."""
NAMES = (
    "kind",
    "status",
    "basis",
    "actor",
    "with",
    "country",
    "place",
    "source",
    "confidence",
    "review",
    "from",
    "to",
    "certain",
    "disputed",
    "q",
    "order",
    "view",
    "after",
    "rows",
    "print",
)
"""Every parameter there is. Others are dropped from the address."""

WORDS = {"kind": Kind, "status": Status, "basis": Basis, "confidence": Confidence, "review": Review}
"""Parameters with a fixed set of words."""

HOW_TO_SHOW = frozenset({"order", "view", "after", "rows", "print", "zoom", "at", "lanes"})
"""Parameters that choose no events, only how they are shown."""

MOST_ROWS = 500
"""Events to which a page grows by "next 50"; beyond so many the next page stands alone."""

_CURSOR = re.compile(r"(?P<key>[0-9-]{4,40})\.(?P<pk>[0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Cursor:
    """The event after which a page of the list begins."""

    sort_key: str
    pk: int

    def __str__(self) -> str:
        return f"{self.sort_key}.{self.pk}"


@dataclass(frozen=True, slots=True)
class Choices:
    """A reader's choices, checked."""

    path: str = "/"
    """Of the page: the list's, or that of the drawn view."""
    params: tuple[tuple[str, str], ...] = ()
    """Names and values of the address without `after` and `rows`: none empty, in order, dates as EDTF, actors by
    their slugs."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Chosen words by parameter: {"kind": ("summit", "visit")}."""
    actors: tuple[Actor, ...] = ()
    """Any of these takes part."""
    partners: tuple[Actor, ...] = ()
    """Each of these takes part (`with`)."""
    countries: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    place: str = ""
    first: date | None = None
    last: date | None = None
    period: tuple[str, str] = ("", "")
    """From and to as EDTF, for the fields and the title."""
    certain: bool = False
    disputed: bool = False
    """Only events on which sources differ."""
    search: str = ""
    search_words: tuple[str, ...] = ()
    order: str = NEWEST
    compact: bool = False
    printed: bool = False
    """All events on one page, to be printed."""
    after: Cursor | None = None
    rows: int = 0
    """Events on a page that "next 50" has added to; 0 where it has not."""
    errors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By parameter, what is wrong with it."""
    raw: Mapping[str, str] = field(default_factory=dict)
    """What to put back into a field that was wrong."""

    @property
    def is_pair(self) -> bool:
        """One actor together with one other: the view that asks when the two met."""
        return len(self.actors) == 1 and len(self.partners) == 1 and self.actors != self.partners

    @property
    def choosing(self) -> tuple[tuple[str, str], ...]:
        """Those parameters that choose events."""
        return tuple(pair for pair in self.params if pair[0] not in HOW_TO_SHOW)

    def address(self) -> str:
        """The one address of this view."""
        after = str(self.after) if self.after else self.raw.get("after", "")
        return address([*self.params, ("after", after), ("rows", str(self.rows or ""))], self.path)

    def with_param(self, name: str, value: str) -> str:
        """The address with one more value."""
        return address([*self.params, (name, value)], self.path)

    def without(self, *gone: str | tuple[str, str]) -> str:
        """The address without these parameters (by name) or values (by name and value)."""
        return address([pair for pair in self.params if pair[0] not in gone and pair not in gone], self.path)

    def instead(self, **values: str) -> str:
        """The address with the values of some parameters replaced (`from_` for from); an empty one is dropped."""
        new = {name.rstrip("_"): value for name, value in values.items()}
        return address([*[pair for pair in self.params if pair[0] not in new], *new.items()], self.path)


def address(pairs: Iterable[tuple[str, str]], path: str = "/") -> str:
    """Return the timeline's address, or that of another path, with these parameters: none empty or twice, in order."""
    query = "&".join(f"{name}={_quoted(value)}" for name, value in sorted(set(pairs)) if value)
    return f"{path}?{query}" if query else path


def _quoted(value: str) -> str:
    return quote_plus(value, safe="/~.:-")


def read(query: QueryDict, today: date) -> Choices:
    """Return what an address chooses. `today` gives words like "last week" their meaning."""
    given = {name: _values(query, name) for name in NAMES}
    errors: dict[str, list[str]] = {}
    params: list[tuple[str, str]] = []
    raw: dict[str, str] = {}

    words = {}
    for name, choices in WORDS.items():
        words[name] = tuple(sorted(value for value in given[name] if value in choices.values))
        params += [(name, value) for value in given[name]]
        for value in given[name]:
            if value not in choices.values:
                errors.setdefault(name, []).append(f"“{value}” is not one of {', '.join(choices.values)}.")

    search = _only(given["q"])[:LONGEST_SEARCH]
    if pair := _searched_pair(search, given):
        search, given["actor"], given["with"] = "", [pair[0].slug], [pair[1].slug]
    actors, unclear_actors = actors_meant(given)
    sources, unclear_sources = sources_meant(given["source"])
    params += [(name, actor.slug) for name, meant in actors.items() for actor in meant]
    params += [("source", str(source.pk)) for source in sources]
    for unclear in (*unclear_actors, *unclear_sources):
        errors.setdefault(unclear.name, []).append(unclear.message)
        raw[unclear.name] = unclear.value
        params.append((unclear.name, unclear.value))
    first, last, period = _read_period(given, today, errors, params, raw)

    place = _only(given["place"])[:LONGEST_SEARCH]
    certain, compact = _only(given["certain"]) == "1", _only(given["view"]) == COMPACT
    printed, disputed = _only(given["print"]) == "1", _only(given["disputed"]) == "1"
    params += [
        ("place", place),
        ("q", search),
        ("certain", "1" if certain else ""),
        ("disputed", "1" if disputed else ""),
        ("view", COMPACT if compact else ""),
        ("print", "1" if printed else ""),
    ]

    usual = OLDEST if len(actors["actor"]) == len(actors["with"]) == 1 else NEWEST
    order = _only(given["order"])
    if order and order not in (NEWEST, OLDEST):
        errors.setdefault("order", []).append(f"“{order}” is no order; write oldest or newest.")
        params.append(("order", order))
        order = ""
    params.append(("order", order if order != usual else ""))

    return Choices(
        params=tuple(sorted({pair for pair in params if pair[1]})),
        words=words,
        actors=actors["actor"],
        partners=actors["with"],
        countries=actors["country"],
        sources=sources,
        place=place,
        first=first,
        last=last,
        period=period,
        certain=certain,
        disputed=disputed,
        search=search,
        search_words=search_words(search),
        order=order or usual,
        compact=compact,
        printed=printed,
        after=None if printed else _read_cursor(_only(given["after"]), errors, raw),
        rows=0 if printed else _read_rows(_only(given["rows"])),
        errors={name: tuple(messages) for name, messages in errors.items()},
        raw=raw,
    )


def _values(query: QueryDict, name: str) -> list[str]:
    """Values of a parameter, trimmed, none empty or twice, without control characters: PostgreSQL refuses NUL, and no
    feed can say the others.
    """
    values = (" ".join(CONTROL.sub(" ", value).split()) for value in query.getlist(name))
    return list(dict.fromkeys(value for value in values if value))


def _only(values: list[str]) -> str:
    """The last value of a parameter that has one."""
    return values[-1] if values else ""


def _searched_pair(search: str, given: Mapping[str, list[str]]) -> tuple[Actor, Actor] | None:
    """Return the pair that the search field names ("Soto and Rey"), unless other actors are chosen besides."""
    pair = find_pair(search) if search else None
    if pair is None:
        return None
    chosen = {*given["actor"], *given["with"]}
    return pair if chosen <= {actor.slug for actor in pair} else None


def _read_cursor(text: str, errors: dict[str, list[str]], raw: dict[str, str]) -> Cursor | None:
    if not text:
        return None
    found = _CURSOR.fullmatch(text)
    if not found:
        errors.setdefault("after", []).append(f"There is no page after “{text[:60]}”; this is the first.")
        raw["after"] = text
        return None
    return Cursor(found["key"], int(found["pk"]))


def _read_rows(text: str) -> int:
    """Return to how many events a page has grown, none for what is no number."""
    return min(int(text), MOST_ROWS) if text.isdecimal() and len(text) < 9 else 0


def _read_period(
    given: Mapping[str, list[str]],
    today: date,
    errors: dict[str, list[str]],
    params: list[tuple[str, str]],
    raw: dict[str, str],
) -> tuple[date | None, date | None, tuple[str, str]]:
    bounds: dict[str, date | None] = {"from": None, "to": None}
    texts = {"from": "", "to": ""}
    for name in ("from", "to"):
        words = _only(given[name])
        if not words:
            continue
        try:
            read_date = typed.read_date(words, today)
            bounds[name] = read_date.earliest if name == "from" else read_date.latest
            if bounds[name] is None:
                raise ValueError(f"“{words}” has no {'first' if name == 'from' else 'last'} day. {typed.WRITE}")
        except ValueError as wrong:
            errors.setdefault(name, []).append(str(wrong))
            raw[name] = words
            params.append((name, words))
            continue
        texts[name] = read_date.text
        params.append((name, read_date.text))
    first, last = bounds["from"], bounds["to"]
    if first and last and first > last:
        errors.setdefault("to", []).append(
            f"{edtf.display(texts['to'])} is before {edtf.display(texts['from'])}; this end was left out."
        )
        raw["to"], last, texts["to"] = texts["to"], None, ""
    return first, last, (texts["from"], texts["to"])
