"""Naming a view in words ("Cancelled summits of Donald Trump, 2018"), and its choices as chips to take away."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import edtf
from timeline.models import Basis, Confidence, Kind, Review, Status

from .choices import OLDEST, Choices
from .glossary import KINDS, listed

EVERYTHING = "Chronology"


def name_view(choices: Choices) -> str:
    """Return what a view shows, as its heading and title."""
    who = _who(choices)
    what = _what(choices)
    name = f"{what} {'between' if choices.is_pair else 'of'} {who}" if who and what else who or what
    if choices.countries:
        name = f"{name or 'Events'} in {listed([c.name for c in choices.countries], 'or')}"
    if choices.place:
        name = f"{name or 'Events'} in places like “{choices.place}”"
    if choices.sources:
        titles = listed([f"“{source}”" for source in choices.sources], "or")
        name = f"{name or 'Events'} as told by {titles}"
    if choices.search:
        name = f"{name or 'Events'} that mention “{choices.search}”"
    if choices.disputed:
        name = f"{name or 'Events'}{', where' if name else ' on which'} sources differ"
    period = _period(choices)
    if period:
        name = f"{name or 'Events'}, {'certainly ' if choices.certain else ''}{period}"
    name = name or EVERYTHING
    return name[0].upper() + name[1:]


def total_words(number: int) -> str:
    """Return a number of events in words: "1,204 events"."""
    return f"{number:,} event{'' if number == 1 else 's'}"


def summaries_words(number: int) -> str:
    """Return what is listed beside the events that are counted; empty where nothing is."""
    return f"and {number:,} {'summary' if number == 1 else 'summaries'} of several, not counted" if number else ""


def _who(choices: Choices) -> str:
    names = [actor.name for actor in choices.actors]
    partners = [actor.name for actor in choices.partners]
    if len(names) < 2:
        return listed(names + partners)
    return f"{listed(names, 'or')}{' with ' + listed(partners) if partners else ''}"


def _what(choices: Choices) -> str:
    kinds = [KINDS[Kind(kind)].plural for kind in choices.words.get("kind", ())]
    adjectives = [Status(status).label for status in choices.words.get("status", ())]
    bases = {Basis.STATED: "stated", Basis.REPORTED: "only reported", Basis.DENIED: "denied"}
    adjectives += [bases[Basis(basis)] for basis in choices.words.get("basis", ())]
    if not kinds and not adjectives and not choices.words.get("confidence") and not choices.words.get("review"):
        return ""
    words = f"{listed(adjectives, 'or')} {listed(kinds) or 'events'}".strip()
    if confidence := choices.words.get("confidence", ()):
        words += f" of {listed([Confidence(c).label for c in confidence], 'or')} confidence"
    if review := choices.words.get("review", ()):
        words += f" ({listed([Review(r).label for r in review], 'or')})"
    return words


def _period(choices: Choices) -> str:
    start, end = choices.period
    if start and end:
        if start == end:
            return edtf.display(start)
        if len(start) == len(end) == 4:
            return f"{edtf.display(start)}–{edtf.display(end)}"
        return _range(start, end) or f"{edtf.display(start)} – {edtf.display(end)}"
    if start:
        return f"from {edtf.display(start)}"
    return f"up to {edtf.display(end)}" if end else ""


def _range(start: str, end: str) -> str:
    """Return a period in the words of a range, "March–June 2018", empty where there are none. A year with a month of
    it ("2018", "2018-03") is put as months."""
    if start[:4] == end[:4] and {len(start), len(end)} == {4, 7}:
        start, end = f"{start}-01"[:7], f"{end}-12"[:7]
    try:
        return edtf.display(f"{start}/{end}") if len(start) == len(end) else ""
    except edtf.EdtfError:
        return ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice, and the address of the view without it."""

    label: str
    url: str


def chips(choices: Choices) -> list[Chip]:
    """Return the choices that select events, each to be taken away by its link."""
    found = []
    labels = {"kind": Kind, "status": Status, "basis": Basis, "confidence": Confidence, "review": Review}
    for name, enum in labels.items():
        for value in choices.words.get(name, ()):
            label = enum(value).label.capitalize()
            label = f"{label} confidence" if name == "confidence" else label
            found.append(Chip(label, choices.without((name, value))))
    for name, actors in (("actor", choices.actors), ("with", choices.partners), ("country", choices.countries)):
        prefix = {"actor": "", "with": "with ", "country": "in "}[name]
        found += [Chip(f"{prefix}{actor.name}", choices.without((name, actor.slug))) for actor in actors]
    if choices.place:
        found.append(Chip(f"in “{choices.place}”", choices.without("place")))
    found += [Chip(f"told by {s}", choices.without(("source", str(s.pk)))) for s in choices.sources]
    for name, text in zip(("from", "to"), choices.period, strict=True):
        if text:
            found.append(Chip(f"{name} {edtf.display(text)}", choices.without(name)))
    if choices.certain:
        found.append(Chip("certainly inside", choices.without("certain")))
    if choices.disputed:
        found.append(Chip("Sources differ", choices.without("disputed")))
    if choices.search:
        found.append(Chip(f"“{choices.search}”", choices.without("q")))
    found += [Chip(f"“{value}” (not understood)", choices.without((name, value))) for name, value in _wrong(choices)]
    return found


def _wrong(choices: Choices) -> list[tuple[str, str]]:
    """Return the parameters that could not be made sense of, so that they can be taken away too."""
    understood = {(name, word) for name, words in choices.words.items() for word in words}
    for name, actors in (("actor", choices.actors), ("with", choices.partners), ("country", choices.countries)):
        understood |= {(name, actor.slug) for actor in actors}
    understood |= {("source", str(source.pk)) for source in choices.sources}
    understood |= {("from", choices.period[0]), ("to", choices.period[1])}
    return [pair for pair in choices.choosing if pair[0] in choices.errors and pair not in understood]


def order_words(choices: Choices) -> str:
    """Return the order of the list in words."""
    return "oldest first" if choices.order == OLDEST else "newest first"
