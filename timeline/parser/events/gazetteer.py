"""What the vocabulary knows of where things are: the town of a palace, the seat of a body, the place of a forum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..vocabulary import load


@cache
def capitals() -> dict[str, str]:
    """Give each state's capital."""
    return {s["name"]: s["capital"] for s in load("states")["state"] if s.get("capital")}


@cache
def _capital_words() -> dict[str, str]:
    """Give each capital, as texts write it in lower case, with its state."""
    found: dict[str, str] = {}
    for state in load("states")["state"]:
        for word in (state.get("capital", ""), *state.get("capital_also", ()), *state.get("seat_cities", ())):
            if word:
                found.setdefault(word.casefold(), state["name"])
    return found


def is_capital(words: str) -> bool:
    """Whether words name a capital."""
    return words.casefold() in _capital_words()


@cache
def _places() -> dict[str, tuple[str, str, str]]:
    """Give each place by its name with its kind, its state and what lies around it."""
    rows = load("places")["place"]
    return {p["name"].split(",")[0]: (p["kind"], p.get("state", ""), p.get("within", "")) for p in rows}


def around(site: str) -> str:
    """Give the town in which a palace, a base or another site lies, or empty."""
    kind, _, within = _places().get(site, ("", "", ""))
    return within if kind == "site" else ""


def is_town(name: str) -> bool:
    """Whether a place is a town or a site: something that can give its name to what was signed there."""
    return is_capital(name) or _places().get(name, ("", "", ""))[0] in ("city", "site")


def state_of(place: str) -> str:
    """Give the state in which a town lies, or empty."""
    found = _capital_words().get(place.casefold())
    return found or _places().get(place, ("", "", ""))[1]


@cache
def seats() -> dict[str, str]:
    """Give each international body with the town in which it sits."""
    return {
        o["name"]: o["seat"]
        for o in load("organisations")["organisation"]
        if o.get("seat") and o["kind"] == "international"
    }


@cache
def _bodies() -> dict[str, str]:
    """Give each name and acronym of an international body with its canonical name."""
    return {
        word: o["name"]
        for o in load("organisations")["organisation"]
        if o["kind"] in ("international", "grouping")
        for word in (o["name"], *o.get("acronyms", ()), *o.get("also", ()))
    }


def body(words: str) -> str:
    """Give the canonical name of the international body that words name, or empty."""
    return _bodies().get(words.removeprefix("the ").removeprefix("The "), "")


@dataclass(frozen=True, slots=True)
class Sitting:
    """When a forum was held, and where; the whole of time for one that is always held in one place."""

    first: date
    last: date
    town: str


@cache
def _forums() -> tuple[dict[str, tuple[Sitting, ...]], re.Pattern[str]]:
    """Give the names of happenings whose places are known with these, and a pattern that finds the names."""
    found: dict[str, tuple[Sitting, ...]] = {}
    for forum in load("organisations")["forum"]:
        held = tuple(map(_sitting, forum.get("sittings", ())))
        if forum.get("place"):
            held = (Sitting(date.min, date.max, forum["place"]),)
        if held:
            for word in (forum["name"], *forum.get("also", ())):
                found[word.casefold()] = held
    words = "|".join(re.escape(w) for w in sorted(found, key=len, reverse=True))
    return found, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _sitting(row: str) -> Sitting:
    days, town = row.split(" ", 1)
    first, _, last = days.partition("/")
    return Sitting(date.fromisoformat(first), date.fromisoformat(last or first), town)


def forum_in(text: str, start: int, end: int, first: date, last: date) -> tuple[str, int, int] | None:
    """Give the place of the first forum named in a stretch of text, as held between two days, and its words."""
    forums, pattern = _forums()
    for named in pattern.finditer(text, start, end):
        towns = {s.town for s in forums[named.group().casefold()] if s.first <= last and first <= s.last}
        if len(towns) == 1:
            return (towns.pop(), *named.span())
    return None
