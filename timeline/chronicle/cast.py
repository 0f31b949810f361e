"""Who is who: from the names that a reading gives to the actors that the chronology keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, groupby

from django.utils.text import slugify

from timeline.models import Actor, ActorKind, ActorName, NameOrigin
from timeline.parser.names import KnownName
from timeline.parser.reading import Party
from timeline.parser.vocabulary import load

NameAndKind = tuple[str, str]


@dataclass(frozen=True, slots=True)
class VocabularyActor:
    """A state, organisation or leader as the vocabulary has it."""

    name: str
    kind: str
    also: tuple[str, ...] = ()
    state: str = ""
    office: str = ""


@cache
def vocabulary_actors() -> dict[NameAndKind, VocabularyActor]:
    """Return every actor of the parser's vocabulary by name and kind; a leader with the last office listed."""
    actors: dict[NameAndKind, VocabularyActor] = {}
    for row in load("states")["state"]:
        also = dict.fromkeys([row.get("official", ""), *row.get("short", ())])
        actors[row["name"], ActorKind.STATE] = VocabularyActor(
            row["name"], ActorKind.STATE, tuple(name for name in also if name and name != row["name"])
        )
    for row in load("organisations")["organisation"]:
        if row.get("kind") != "media":
            also = tuple(dict.fromkeys([*row.get("acronyms", ()), *row.get("also", ())]))
            actors[row["name"], ActorKind.ORGANISATION] = VocabularyActor(
                row["name"], ActorKind.ORGANISATION, also, row.get("state", "")
            )
    rows = sorted(load("leaders")["leader"], key=lambda row: str(row.get("from", "")))
    for row in rows:
        known = actors.get((row["person"], ActorKind.PERSON))
        full = [name for name in row.get("also", ()) if " " in name]  # a bare surname is context's to resolve
        also = tuple(dict.fromkeys([*(known.also if known else ()), *full]))
        actors[row["person"], ActorKind.PERSON] = VocabularyActor(
            row["person"], ActorKind.PERSON, also, row.get("state", ""), row.get("office", "")
        )
    return actors


def editors_names() -> list[KnownName]:
    """Return the names that editors keep, for the parser to look up besides its own vocabulary."""
    return [
        KnownName(
            name.name,
            name.actor.kind,
            name.actor.name,
            state=name.actor.affiliation.name if name.actor.affiliation else "",
            office=name.actor.office,
        )
        for name in ActorName.objects.kept_by_editors().select_related("actor__affiliation").order_by("name", "id")
    ]


class Names:
    """Who is kept under which name: each name is asked for once, and whoever is made meanwhile is known at once.

    For one transaction, since others rename and merge.
    """

    def __init__(self) -> None:
        self._kept: dict[str, list[Actor]] = {}

    def learn_of(self, parties: Iterable[Party]) -> None:
        """Look up the names of these parties, and of the states they serve, in one query."""
        self.learn({key[0] for party in parties for key in ((party.name, ""), served_body(party)) if key})

    def learn(self, names: Iterable[str]) -> None:
        """Look up those not yet known, in one query."""
        if missing := set(names) - self._kept.keys():
            self._kept |= {name: [] for name in missing}
            for row in ActorName.objects.filter(name__in=missing).select_related("actor__merged_into"):
                self._kept[row.name].append(row.actor)

    def called(self, name: str, kind: str) -> list[Actor]:
        """Return the actors of a kind that go by a name."""
        return [actor for actor in self._kept[name] if actor.kind == kind]

    def note(self, actor: Actor, names: Iterable[str]) -> None:
        """Note an actor that has been made, with all its names."""
        for name in names:
            if name in self._kept:
                self._kept[name].append(actor)


def actors_for(parties: Iterable[Party], names: Names | None = None) -> dict[NameAndKind, Actor]:
    """Return the actor for every party and every state that one serves, by name and kind; makes those not yet kept.

    Merged actors are followed to the one they were merged into, so that a merge outlives reading again. `names` has
    been asked already.
    """
    names = names or Names()
    wanted: dict[NameAndKind, Party | None] = {}
    for party in parties:
        wanted.setdefault((party.name, str(party.kind)), party)
        if served := served_body(party):
            wanted.setdefault(served, None)
    names.learn(name for name, _ in wanted)
    states_first = sorted(wanted, key=lambda key: key[1] != ActorKind.STATE)  # people are made with their state
    return {
        key: _choose(names.called(*key), key[0], wanted[key]) or make_actor(*key, wanted[key], names)
        for key in states_first
    }


def served_body(party: Party) -> NameAndKind | None:
    """Return name and kind of the state or organisation that a party serves, or None."""
    if not party.state or party.kind == ActorKind.STATE:
        return None
    known = vocabulary_actors()
    kind = ActorKind.STATE if (party.state, ActorKind.STATE) in known else ActorKind.ORGANISATION
    return party.state, str(kind)


def _choose(kept: Iterable[Actor], name: str, party: Party | None) -> Actor | None:
    """Of several actors that go by a name, the one called so; else the only one, or the only one of that state."""
    kept = list(kept)
    called_so = [actor for actor in kept if actor.name == name]
    roots = {actor.root for actor in called_so or kept}
    if len(roots) > 1 and party and party.state:
        roots = {actor for actor in roots if actor.affiliation and actor.affiliation.name == party.state}
    return roots.pop() if len(roots) == 1 else None


def make_actor(name: str, kind: str, party: Party | None = None, kept: Names | None = None) -> Actor:
    """Make and return an actor with its names; from the vocabulary where it is there, else from what a text says.

    `kept` is told of whoever is made.
    """
    known = vocabulary_actors().get((name, ActorKind(kind)))
    state = known.state if known else party.state if party else ""
    affiliation = None
    if state and kind != ActorKind.STATE and (state, ActorKind.STATE) in vocabulary_actors():
        affiliation = Actor.objects.filter(name=state, kind=ActorKind.STATE).first() or make_actor(
            state, ActorKind.STATE, kept=kept
        )
    actor = Actor.objects.create(
        name=name[:200],
        slug=_free_slug(name, kind),
        kind=kind,
        affiliation=affiliation,
        office=(known.office if known else party.office if party else "")[:200],
    )
    origin = NameOrigin.VOCABULARY if known else NameOrigin.TEXT
    names = dict.fromkeys([actor.name, *(known.also if known else ())])
    ActorName.objects.bulk_create([ActorName(actor=actor, name=n[:200], origin=origin) for n in names])
    if kept:
        kept.note(actor, (name[:200] for name in names))
    return actor


def keep_vocabulary() -> int:
    """Make an actor of every state, organisation and leader of the vocabulary that is not kept yet; return how many."""
    kept = set(Actor.objects.values_list("name", "kind"))
    slugs = set(Actor.objects.values_list("slug", flat=True))
    missing = [known for key, known in vocabulary_actors().items() if key not in kept]
    states_first = sorted(missing, key=lambda known: known.kind != ActorKind.STATE)
    for is_state, group in groupby(states_first, key=lambda known: known.kind == ActorKind.STATE):
        states = {} if is_state else {state.name: state for state in Actor.objects.states()}
        group = list(group)
        made = [
            Actor(
                name=known.name,
                slug=_slug(known.name, known.kind, slugs),
                kind=known.kind,
                affiliation=states.get(known.state),
                office=known.office,
            )
            for known in group
        ]
        Actor.objects.bulk_create(made, batch_size=500)
        names = [
            ActorName(actor=actor, name=name, origin=NameOrigin.VOCABULARY)
            for actor, known in zip(made, group, strict=True)
            for name in dict.fromkeys([known.name, *known.also])
        ]
        ActorName.objects.bulk_create(names, batch_size=500)
    return len(missing)


def _free_slug(name: str, kind: str) -> str:
    """Return a slug that no actor has yet: the name's, then with the kind, then with a number."""
    base = slugify(name)[:100].strip("-") or kind
    return _slug(name, kind, set(Actor.objects.filter(slug__startswith=base).values_list("slug", flat=True)))


def _slug(name: str, kind: str, taken: set[str]) -> str:
    """Return a slug that is not among those taken, and take it."""
    base = slugify(name)[:100].strip("-") or kind
    numbered = (f"{base}-{n}" for n in count(2))
    slug = next(slug for slug in chain([base, f"{base}-{kind}"], numbered) if slug not in taken)
    taken.add(slug)
    return slug
