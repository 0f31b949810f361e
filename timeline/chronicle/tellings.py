"""Tellings: what stored mentions say, as settling and `sameness` take it, by the names that actors now go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from timeline.models import Actor, ActorKind, Mention, PublishedHow, Role
from timeline.parser import reading as parsed

from .cast import actors_for, vocabulary_actors
from .sameness import Telling
from .settle import PUT_BACK_ON, MentionFacts, Settled, settle


def facts_of(mention: Mention, cast: Cast | None = None) -> MentionFacts:
    """Return what a stored mention says, as settling takes it. Needs its source and passage at hand.

    Parties go by the names that their actors are shown by. For many mentions give `Cast.of` them.
    """
    cast = cast or Cast.of([mention])
    if mention.pk not in cast.facts:
        facts = _facts_of(mention, cast)
        if mention.pk is None:
            return facts
        cast.facts[mention.pk] = facts
    return cast.facts[mention.pk]


def _facts_of(mention: Mention, cast: Cast) -> MentionFacts:
    source = mention.source
    return MentionFacts(
        key=mention.key,
        voice=source.copy_of.sha256 if source.copy_of_id else source.sha256,
        kind=parsed.Kind(mention.kind),
        status=parsed.Status(mention.status),
        basis=parsed.Basis(mention.basis),
        confidence=parsed.Confidence(mention.confidence),
        when=mention.when or None,
        when_words=mention.when_words,
        parties=tuple(party_of(row, cast) for row in mention.parties),
        place=mention.place,
        country=mention.country,
        named=mention.named,
        occasions=mention.occasions,
        published=source.published_on,
        inferred=mention.relative and source.published_how == PublishedHow.INFERRED,
        start=mention.passage.start or 0,
        put_back_on=any(reason["rule"] == PUT_BACK_ON for reason in mention.reasons),
    )


def party_of(row: dict, cast: Cast) -> parsed.Party:
    """Return a party as `Mention.parties` keeps it, by the name of the actor it is: an editor's correction of the
    name, or a merge, holds wherever it is named."""
    actor = cast[row["actor"]]
    return parsed.Party(
        name=actor.name,
        kind=parsed.ActorKind(actor.kind),
        role=parsed.Role(row["role"]),
        start=row["start"],
        end=row["end"],
        state=cast[row["serves"]].name if row.get("serves") else row.get("state", ""),
        office=row.get("office", ""),
        known=row.get("known", False),
    )


class Cast:
    """The actors behind the slugs that mentions name, merged ones followed to whom they were merged into.

    It remembers what each stored mention says, so that this is worked out once: for as long as no mention changes.
    """

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._states: dict[str, Actor] = {}
        self.facts: dict[int, MentionFacts] = {}
        self.tellings: dict[tuple, Telling] = {}
        self.settled: dict[tuple, Settled] = {}

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Cast:
        """Return those that these mentions name."""
        cast = cls()
        cast.learn_of(mentions)
        return cast

    def learn_of(self, mentions: Iterable[Mention]) -> None:
        """Look up all that these mentions name, the bodies they serve included."""
        rows = [row for mention in mentions for row in mention.parties]
        self.learn({row["actor"] for row in rows} | {row["serves"] for row in rows if row.get("serves")})

    def learn(self, slugs: Collection[str]) -> None:
        """Look up those not yet known, in one query."""
        if missing := set(slugs) - self._actors.keys():
            found = Actor.objects.filter(slug__in=missing).select_related("merged_into__merged_into", "affiliation")
            self._actors |= {actor.slug: actor for actor in found}

    def __getitem__(self, slug: str) -> Actor:
        return self._actors[slug].root

    def state(self, name: str) -> Actor | None:
        """Return the state of the vocabulary that is called so, made where it is not kept yet; None for any other."""
        self.learn_states({name})
        return self._states.get(name)

    def learn_states(self, names: Collection[str]) -> None:
        """Look up those states of the vocabulary that are not yet known, in one query."""
        missing = sorted(
            name for name in set(names) - self._states.keys() if (name, ActorKind.STATE) in vocabulary_actors()
        )
        if missing:
            found = actors_for(_as_state(name) for name in missing)
            self._states |= {name: found[name, "state"] for name in missing}


def _as_state(name: str) -> parsed.Party:
    return parsed.Party(name, parsed.ActorKind.STATE, parsed.Role.PARTICIPANT, 0, 0)


def telling_id(mention: Mention) -> tuple[str, int, int]:
    return (mention.source.sha256, mention.group, mention.event_id if mention.pinned else 0)


def tellings_of(mentions: Iterable[Mention], cast: Cast) -> list[Telling]:
    """Return the tellings that mentions make up: those of one source, group and pinned event are one."""
    gathered: dict[tuple[str, int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        gathered[telling_id(mention)].append(mention)
    cast.learn_of(m for said in gathered.values() for m in said)
    return [_known_telling(key, said, cast) for key, said in gathered.items()]


def _known_telling(key: tuple[str, int, int], said: Sequence[Mention], cast: Cast) -> Telling:
    numbers = (key, *(mention.pk for mention in said))
    if None in numbers:
        return _telling(key, said, cast)
    if numbers not in cast.tellings:
        cast.tellings[numbers] = _telling(key, said, cast)
    return cast.tellings[numbers]


def _telling(key: tuple[str, int, int], said: Sequence[Mention], cast: Cast) -> Telling:
    persons: set[str] = set()
    bodies: set[str] = set()
    serves: set[tuple[str, str]] = set()
    hosts: set[str] = set()
    doers: set[str] = set()
    for mention in said:
        for row in mention.parties:
            slug = cast[row["actor"]].slug
            served = cast[row["serves"]].slug if row.get("serves") else ""
            if row["kind"] == ActorKind.PERSON:
                persons.add(slug)
            else:
                bodies.add(slug)
            if served:
                bodies.add(served)
                serves.add((slug, served))
            both = {slug, served} - {""}
            if row["role"] == Role.HOST:
                hosts |= both
            if row["role"] in (Role.INITIATOR, Role.PARTICIPANT, Role.HOST):
                doers |= both
    settled = settle([facts_of(m, cast) for m in said])
    words = {w for m in said for w in m.passage.exact.casefold().split() if len(w) > 4}
    return Telling(
        source=key[0],
        group=key[1],
        pinned=key[2],
        published=said[0].source.published_on,
        said=settled,
        persons=frozenset(persons),
        bodies=frozenset(bodies),
        serves=tuple(sorted(serves)),
        travellers=frozenset((persons | bodies) - hosts),
        doers=frozenset(doers or persons | bodies),
        named=next((m.named for m in said if m.named), ""),
        words=frozenset(words),
        event=said[0].event_id,
    )


def set_windows(mentions: Sequence[Mention], cast: Cast | None = None) -> None:
    """Set on each mention (not saved) the days on which its telling could be linked, so that an index finds it."""
    cast = cast or Cast()
    windows = {t.id: t.window for t in tellings_of(mentions, cast)}
    for mention in mentions:
        window = windows[telling_id(mention)]
        mention.window_start, mention.window_end = window or (None, None)
