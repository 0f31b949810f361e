"""What the vocabulary knows of where things are: the town of a palace, the seat of a body, the place of a forum."""

from __future__ import annotations

import re
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


@cache
def _forums() -> tuple[dict[str, str], re.Pattern[str]]:
    """Give the names of happenings that are always held in one place with it, and a pattern that finds them."""
    places: dict[str, str] = {}
    for forum in load("organisations")["forum"]:
        if forum.get("place"):
            for word in (forum["name"], *forum.get("also", ())):
                places[word.casefold()] = forum["place"]
    words = "|".join(re.escape(w) for w in sorted(places, key=len, reverse=True))
    return places, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def forum_in(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Give the place of the first happening named in a stretch of text that is always held there, and its words."""
    places, pattern = _forums()
    found = pattern.search(text, start, end)
    return (places[found.group().casefold()], *found.span()) if found else None
