"""The options beside the list: what can be chosen, with how many events each would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import edtf
from timeline.models import Actor, Basis, Confidence, Kind, Review, Source, Status

from . import naming
from .choices import Choices
from .rendering import coverage
from .selection import Found, Tally, count_actors, count_by, count_countries, tally

FEW = 10
"""Actors, countries and sources that a facet shows besides those chosen."""

KEPT_BY_FORM = frozenset({"order", "view", "zoom", "at", "lanes"})
"""Parameters that the form has no field for and passes on."""


@dataclass(frozen=True, slots=True)
class Option:
    """One box to tick."""

    name: str
    value: str
    label: str
    count: int | None
    chosen: bool
    glyph: str = ""
    ring: bool = False
    """Drawn with the dashed ring of hearsay."""

    @property
    def id(self) -> str:
        """Stays the same when the options are sent anew, so that the focus stays where it was."""
        return f"{self.name}-{self.value}"


@dataclass(frozen=True, slots=True)
class Facet:
    """A field and its options."""

    name: str
    title: str
    options: tuple[Option, ...]
    errors: tuple[str, ...] = ()
    folded: bool = False
    """Shown closed unless something in it is chosen."""

    @property
    def open(self) -> bool:
        return not self.folded or any(option.chosen for option in self.options) or bool(self.errors)


@dataclass(frozen=True, slots=True)
class Span:
    """A year or month to go into."""

    label: str
    count: int
    url: str
    chosen: bool = False


def word_facets(choices: Choices, found: Found) -> list[Facet]:
    """Return status and kind, whose options without events are left out unless chosen."""
    return [
        _words("status", "Status", Status, choices, count_by("status", found)),
        _words("kind", "Type", Kind, choices, count_by("kind", found)),
    ]


def plain_facets(choices: Choices) -> list[Facet]:
    """Return basis, confidence and review: boxes without counts."""
    named = (("basis", "Basis", Basis), ("confidence", "Confidence", Confidence), ("review", "Review", Review))
    return [_words(name, title, enum, choices, None) for name, title, enum in named]


def _words(name: str, title: str, enum: type, choices: Choices, counts: Counter[str] | None) -> Facet:
    chosen = choices.words.get(name, ())
    options = [
        Option(
            name,
            word.value,
            word.label.capitalize(),
            counts[word.value] if counts is not None else None,
            word.value in chosen,
            glyph=word.value if name == "status" else "",
        )
        for word in enum
        if word.value in chosen or (word != Review.REJECTED and (counts is None or counts[word.value]))
    ]
    return Facet(name, title, tuple(options), choices.errors.get(name, ()), folded=counts is None)


def country_facet(choices: Choices, counted: list[tuple[str, str, int]]) -> Facet:
    """Return the states in which most events take place, and those chosen."""
    options = _most(counted, "country", choices.countries)
    return Facet("country", "Country", options, choices.errors.get("country", ()))


def actor_facet(choices: Choices, counted: list[tuple[str, str, int]]) -> Facet:
    """Return those who take part most often, and those chosen."""
    return Facet("actor", "Actors", _most(counted, "actor", choices.actors))


def _most(counted: Sequence[tuple[str, str, int]], name: str, chosen: Sequence[Actor]) -> tuple[Option, ...]:
    """Return the first of those counted, most events first, and those chosen."""
    slugs = {actor.slug for actor in chosen}
    known = {slug for slug, _, _ in counted}
    rows = [*counted, *[(actor.slug, actor.name, 0) for actor in chosen if actor.slug not in known]]
    kept = [row for place, row in enumerate(rows) if place < FEW or row[0] in slugs]
    return tuple(Option(name, slug, label, number, slug in slugs) for slug, label, number in kept)


def partner_options(choices: Choices) -> tuple[Option, ...]:
    """Return those chosen by `with`, to be unticked."""
    return tuple(Option("with", actor.slug, f"Together with {actor.name}", None, True) for actor in choices.partners)


def source_facet(choices: Choices) -> Facet:
    """Return the sources chosen and, besides, the latest ones, while there are few enough to be worth a list."""
    chosen = {source.pk for source in choices.sources}
    few = coverage()["articles"] <= FEW * 2
    shown = list(Source.objects.standing().defer("text", "raw").newest_first()) if few else []
    sources = [*choices.sources, *[source for source in shown if source.pk not in chosen]]
    options = tuple(Option("source", str(s.pk), str(s), None, s.pk in chosen) for s in sources)
    return Facet("source", "Source", options, choices.errors.get("source", ()), folded=True)


def year_spans(choices: Choices, counts: Tally) -> list[Span]:
    """Return the years that have events, other choices given, newest first; within one chosen year its months."""
    start, end = choices.period
    return [
        Span(str(int(year)), number, choices.instead(from_=year, to=year), chosen=(start, end) == (year, year))
        for year, number in sorted(counts.by_year.items(), reverse=True)
    ]


def month_spans(choices: Choices, counts: Tally) -> list[Span]:
    """Return the months of the one year that is chosen, in order; none otherwise."""
    start, end = choices.period
    year = start[:4]
    if not start or start[:4] != end[:4] or len(start) > 7 or not year.isdecimal():
        return []
    return [
        Span(
            edtf.MONTHS[int(month[5:7]) - 1],
            number,
            choices.instead(from_=month, to=month),
            chosen=(start, end) == (month, month),
        )
        for month, number in sorted(counts.by_month.items())
        if month[:4] == year and month[5:7] != "00"
    ]


def panel(choices: Choices, found: Found, counts: Tally, spans: Choices | None = None) -> dict:
    """Return what a page's template needs for its heading, chips and filters; three queries or four.

    `found` and `counts` are those of the view; `spans` are the choices from which the links to years and months lead
    on, where these are not the view's own.
    """
    actors = count_actors(found)
    years = tally(found, "from") if choices.first or choices.last else counts
    return {
        "choices": choices,
        "view_name": naming.name_view(choices),
        "chips": naming.chips(choices),
        "chosen": len(choices.choosing),
        "total": counts.total,
        "total_words": naming.total_words(counts.total),
        "summaries": naming.summaries_words(counts.summaries),
        "word_facets": word_facets(choices, found),
        "plain_facets": [*plain_facets(choices), source_facet(choices)],
        "country_facet": country_facet(choices, count_countries(found)),
        "actor_facet": actor_facet(choices, actors),
        "partners": partner_options(choices),
        "actor_names": [name for _, name, _ in actors],
        "year_spans": year_spans(spans or choices, years),
        "month_spans": month_spans(spans or choices, years),
        "hidden": [pair for pair in choices.params if pair[0] in KEPT_BY_FORM],
    }
