"""Where something happens: the places that "in", "at" and "to" lead to in the same clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..names import find_names
from ..reading import ActorKind, Layout, LineRole, Name, Sentence
from . import gazetteer
from . import lexicon as lex
from .clauses import Clause, segments
from .draft import Scene
from .nouns import noun_kind
from .phrases import Phrase
from .who import NOWHERE, Place, place_name, place_of

_IN = frozenset("in at on near outside inside off".split())
_TOWNS = frozenset("city town capital port resort village island province region state district suburb".split())
_COUNTED = frozenset("first second third fourth fifth only one last".split())
_VENUES = frozenset(
    """
    palace residence airport airfield base barracks hotel resort ranch estate villa castle monastery crossing
    post checkpoint bridge port harbour harbor island centre center hall house ministry parliament embassy
    stadium university mansion retreat lodge camp compound hacienda guesthouse
    """.split()
)
"""Buildings and grounds where people meet: "Lima's presidential palace", "the Safwan border post"."""
_HEADQUARTERS = frozenset({"headquarters", "headquarter", "hq", "secretariat"})
_UNKNOWN_AFTER = frozenset("in at to near".split())
_NO_PLACES = frozenset(
    """
    parliament congress senate english french arabic spanish russian chinese cabinet government islam
    christianity phase part section article chapter question secretary minister president ambassador under
    deputy assistant january february march april may june july august september october november december
    god mr mrs ms sir general act law
    """.split()
)
"""Capitalised words behind "in" or "to" that name no place."""
_TO = frozenset("to into in at for through".split())


def here_of(layout: Layout, published: date | None) -> Place:
    """Give the place that "here" means throughout: that of the dateline or of the head of a transcript."""
    if not layout.place:
        return NOWHERE
    words = f"In {layout.place}."
    names = find_names(words, [Sentence(0, len(words), LineRole.BODY, 1)], published)
    return place_of([n for n in names if n.known and place_name(n)][:2], words)


def said_here(scene: Scene, items: Iterable[Phrase]) -> Place:
    """Give the place of the report where one of these words is "here": "arrived here on Monday"."""
    if not scene.here.words:
        return NOWHERE
    word = next((p for p in items if p.low == "here"), None)
    return replace(scene.here, start=word.start, end=word.end) if word is not None else NOWHERE


def place_in(scene: Scene, clause: Clause, phrase: Phrase) -> Place:
    """Give the place of what a phrase of a clause tells: behind it first, else at the head of the clause.

    The place of another happening that is named on the way ("ahead of the May summit in Oslo") is not taken.
    """
    found = _place_named(scene, clause, phrase)
    if found.words:
        return found
    behind = clause.items[clause.items.index(phrase) + 1 :] if phrase in clause.items else clause.after
    return said_here(scene, _until_noun(behind))


def _place_named(scene: Scene, clause: Clause, phrase: Phrase) -> Place:
    items = clause.items
    behind = items[items.index(phrase) + 1 :] if phrase in items else clause.after
    if phrase in clause.subject:
        behind = [*behind, *clause.after]
    found = _first_place(scene, _until_noun(behind))
    if found.words:
        return found
    for child in scene.clauses:
        if child.governor is not clause or not child.subject:
            continue
        about = child.subject[-1] is phrase if child.relation == "participle" else phrase in clause.subject
        if about and child.relation in ("participle", "infinitive"):
            found = _first_place(scene, _until_noun(child.after))
            if found.words:
                return found
    head = clause
    while head.inherited and head.relation == "coordinate" and head.governor is not None:
        head = head.governor
    if not head.inherited and phrase not in head.subject:
        return _first_place(scene, _until_noun(head.subject))
    return found


def _until_noun(items: Iterable[Phrase]) -> list[Phrase]:
    """The phrases before the next happening that is named with its own time or place."""
    kept: list[Phrase] = []
    for item in items:
        if (
            item.type == "NP"
            and noun_kind(item) is not None
            and (item.det in ("the", "a", "an") or item.times or item.capitalised or item.names)
        ):
            break
        kept.append(item)
    return kept


def _first_place(scene: Scene, items: Iterable[Phrase]) -> Place:
    names: list[Name] = []
    named_town = False
    before = ""
    for part in segments(items):
        counted, before = before in _COUNTED, part.phrases[-1].head
        if part.prep == "outside" and counted:
            continue  # "the first outside Lima" says where it was not
        if part.prep in _IN:
            named_town = part.phrases[-1].head in _TOWNS
            places = [n for p in part.phrases for n in places_named(scene, p, part.prep)]
            if part.prep == "outside":  # "outside Lima" is near it, "the first outside Peru" anywhere else
                places = [n for n in places if n.kind is None and n.state]
            for name in places:
                if names and not _within(names[-1], name) and not (name is places[0] and part.prep in ("in", "at")):
                    break
                names.append(name)
            if places:
                continue
        if part.prep == "of" and named_town:  # "the resort of Sochi", "the Black Sea resort of Sochi"
            towns = [n for p in part.phrases for n in p.names if n.kind is None or n.as_place][:2]
            names = towns + ([] if towns else names)
        elif part.prep == "of" and names:
            names += [n for p in part.phrases for n in p.names if _is_there(n, p)][:1]
        elif names:
            break
    return place_of(names[:3], scene.text)


def places_named(scene: Scene, phrase: Phrase, prep: str) -> list[Name]:
    """The places that a noun phrase names after a preposition; a capitalised name that nobody knows is one too."""
    known = [n for n in phrase.names if _is_there(n, phrase) and (prep != "on" or n.kind is None)]
    if not known and prep in ("at", "in") and (seat := _seat_of(phrase)) is not None:
        return [seat]
    if not known and not phrase.names and prep in _UNKNOWN_AFTER and (venue := _venue(scene, phrase)) is not None:
        return [venue]
    if known or phrase.names or prep not in _UNKNOWN_AFTER or not phrase.capitalised or phrase.times:
        return known
    words = scene.text[phrase.start : phrase.end]
    if phrase.det:
        if prep != "at" or phrase.det != "the":
            return []
        words = words[4:]
    parts = words.split()
    if (
        len(parts) > 4
        or not all(w[0].isupper() for w in parts)
        or any(w.lower().strip(".") in _NO_PLACES for w in parts)
    ):
        return []
    if words.isupper() or any(c.isdigit() for c in words) or parts[-1].lower() in lex.NOUNS:
        return []
    return [Name(phrase.end - len(words), phrase.end, words, None, "place by its preposition", as_place=True)]


def _seat_of(phrase: Phrase) -> Name | None:
    """The town of "at UN headquarters", "at the United Nations", "at the State Department"."""
    for name in phrase.names:
        if name.kind is not ActorKind.ORGANISATION or not name.known:
            continue
        town = gazetteer.seats().get(name.name, "")
        at_home = phrase.head in _HEADQUARTERS or (name is phrase.head_name and name.name == "United Nations")
        if town and at_home:
            return Name(name.start, name.end, town, None, "seat of body", state=gazetteer.state_of(town), as_place=True)
        if name.state and name is phrase.head_name and not phrase.possessors:
            town = gazetteer.capitals().get(name.state, "")
            if town and name.name.split()[-1] in ("Department", "Ministry", "Office"):
                return Name(name.start, name.end, town, None, "seat of body", state=name.state, as_place=True)
    return None


def _venue(scene: Scene, phrase: Phrase) -> Name | None:
    """A building or post that the text names: "at the Safwan border post", "at King Khalid airport"."""
    if phrase.head not in _VENUES or phrase.det not in ("", "the") or phrase.times:
        return None
    words = scene.text[phrase.start : phrase.end].removeprefix("the ")
    first = words.split()[0]
    if not first[0].isupper() or first.lower() in _NO_PLACES or len(words.split()) > 5 or len(words.split()) < 2:
        return None
    return Name(phrase.end - len(words), phrase.end, words, None, "place by its preposition", as_place=True)


def _is_there(name: Name, phrase: Phrase) -> bool:
    """A place, or a state that stands alone behind "in": not the Chinese of "in Chinese waters"."""
    if name in phrase.possessors and name.kind is None and phrase.head in _VENUES:
        return True  # "in Recife's old customs house"
    if name in phrase.possessors and name.rule == "capital" and phrase.head in _VENUES:
        return True
    if name in phrase.possessors or name.kind is ActorKind.PERSON or name.kind is ActorKind.ORGANISATION:
        return False
    if name.kind is None:
        return True
    return place_name(name) and (
        phrase.head_name is name
        or (
            not phrase.head_name
            and name is phrase.names[-1]
            and phrase.head in ("city", "capital", "town", "resort", "palace", "residence", "airport")
        )
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
    if not found and (here := said_here(scene, clause.after)).words:
        return [here]
    return found


def _split(scene: Scene, phrases: Iterable[Phrase], prep: str = "to") -> list[Place]:
    places: list[Place] = []
    pending: list[Name] = []
    for phrase in phrases:
        names = places_named(scene, phrase, prep)
        names = names or [n for n in phrase.names if n.kind is ActorKind.STATE and phrase.head_name is n]
        for name in names:
            if pending and _within(pending[-1], name):
                pending.append(name)
                continue
            if pending:
                places.append(place_of(pending, scene.text))
            pending = [name]
    if pending:
        places.append(place_of(pending, scene.text))
    return [p for p in places if p.words and (p.country or not _is_known(p, phrases))]


def _is_known(place: Place, phrases: Iterable[Phrase]) -> bool:
    """Whether a place without a state is a known one: "Europe" and "the Middle East" are no country to visit."""
    return any(n.known and n.start == place.start for phrase in phrases for n in phrase.names)


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
