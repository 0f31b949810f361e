"""Where something happens: the places that "in", "at" and "to" lead to in the same clause, or that stand before a noun."""

from __future__ import annotations

from collections.abc import Iterable

from ..reading import ActorKind, Name
from .clauses import Clause, segments
from .draft import Scene
from .phrases import Phrase
from .who import Place, place_name, place_of

_IN = frozenset("in at on near outside inside".split())
_TO = frozenset("to into in at for through".split())


def place_in(scene: Scene, clause: Clause, phrase: Phrase, behind_only: bool = False) -> Place:
    """Give the place of what a phrase of a clause tells: behind it first, else at the head of the clause."""
    items = clause.items
    if phrase in items:
        behind = items[items.index(phrase) + 1 :]
    else:
        behind = clause.after
    found = _first_place(scene, behind)
    if found.words or behind_only:
        return found
    for child in scene.clauses:
        if (
            child.governor is clause
            and child.relation == "participle"
            and child.subject
            and child.subject[-1] is phrase
        ):
            found = _first_place(scene, child.after)
            if found.words:
                return found
    if phrase not in clause.after or True:
        found = _first_place(scene, clause.subject if not clause.inherited else [])
        if found.words:
            return found
    if phrase in clause.subject:
        return _first_place(scene, clause.after)
    return found


def _first_place(scene: Scene, items: Iterable[Phrase]) -> Place:
    names: list[Name] = []
    label = ""
    span = (0, 0)
    for part in segments(items):
        if part.prep in _IN:
            places = [n for p in part.phrases for n in p.names if _is_there(n, p)]
            if places:
                names += places[: 3 - len(names)]
                continue
            if (
                not names
                and part.prep in ("at", "in")
                and part.phrases[0].capitalised
                and not part.phrases[0].names
                and part.phrases[0].det
            ):
                span = (part.phrases[0].start, part.phrases[0].end)
                label = scene.text[span[0] : span[1]].removeprefix("the ").removeprefix("The ")
                continue
        if part.prep == "of" and (names or label):
            names += [n for p in part.phrases for n in p.names if _is_there(n, p)][:1]
            continue
        if names:
            break
    place = place_of(names[:3], scene.text)
    if label and place.words:
        return Place(", ".join([label, *place.words.split(", ")][:3]), place.country, span[0], place.end)
    if label:
        return Place(label, "", *span)
    return place


def _is_there(name: Name, phrase: Phrase) -> bool:
    """A place, or a state that stands alone behind "in": not the Chinese of "in Chinese waters"."""
    if name in phrase.possessors or name.kind is ActorKind.PERSON or name.kind is ActorKind.ORGANISATION:
        return False
    if name.kind is None:
        return True
    return place_name(name) and (
        phrase.head_name is name
        or not phrase.head_name
        and name is phrase.names[-1]
        and phrase.head in ("city", "capital", "town", "resort", "palace", "residence", "airport")
    )


def destinations(scene: Scene, clause: Clause, direct: bool) -> list[Place]:
    """Give each place that a traveller goes to; "Gdansk, Poland" is one, "Poland and Latvia" are two.

    `direct`: the verb takes its goal as object ("visit Peru"); otherwise it follows "to", "in", "at", "for".
    """
    found: list[Place] = []
    parts = segments(clause.after)
    passive = clause.vp is not None and clause.vp.passive
    if passive and direct:
        parts = [s for s in segments(clause.subject, opening=True) if s.prep == ""]
    for number, part in enumerate(parts):
        goal = (part.prep == "" and direct and number == 0) or (
            part.prep in _TO and not (direct and part.prep in ("to", "for", "into") and found)
        )
        if not goal:
            if found and part.prep in ("", "and"):
                found += _split(scene, part.phrases)
            continue
        if found and part.prep in _IN:
            continue
        found += _split(scene, part.phrases)
    return found


def _split(scene: Scene, phrases: Iterable[Phrase]) -> list[Place]:
    places: list[Place] = []
    pending: list[Name] = []
    for phrase in phrases:
        names = [
            n for n in phrase.names if _is_there(n, phrase) or (n.kind is ActorKind.STATE and phrase.head_name is n)
        ]
        for name in names:
            if pending and _within(pending[-1], name):
                pending.append(name)
                continue
            if pending:
                places.append(place_of(pending, scene.text))
            pending = [name]
    if pending:
        places.append(place_of(pending, scene.text))
    return [p for p in places if p.words]


def _within(narrow: Name, wide: Name) -> bool:
    """Whether the second is what the first lies in: "Bali, Indonesia", "Florida, United States"."""
    if wide.kind is ActorKind.STATE:
        return narrow.kind is None and narrow.state in ("", wide.name)
    return (
        narrow.kind is None
        and wide.kind is None
        and bool(narrow.state)
        and narrow.state == wide.state
        and narrow.end + 2 == wide.start
    )
