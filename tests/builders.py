"""Small functions that build sources, passages, mentions, events and actors for tests.

Every one returns a saved row that satisfies all constraints; what a test is about it says itself by keyword. Names
and texts are made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count

from django.utils.text import slugify

from timeline.models import (
    Actor,
    ActorKind,
    ActorName,
    Basis,
    Confidence,
    Event,
    Kind,
    Mention,
    NameOrigin,
    Participation,
    Passage,
    PublishedHow,
    Role,
    Source,
    Status,
)

_numbers = count(1)


def make_actor(name: str = "", *, kind: str = ActorKind.PERSON, names: Iterable[str] = (), **fields) -> Actor:
    """An actor with its own name as a name it goes by, and with `names` besides."""
    name = name or f"Person {next(_numbers)}"
    actor = Actor.objects.create(name=name, slug=fields.pop("slug", "") or slugify(name), kind=kind, **fields)
    for known in dict.fromkeys([name, *names]):
        ActorName.objects.create(actor=actor, name=known, origin=NameOrigin.VOCABULARY)
    return actor


def make_state(name: str, **fields) -> Actor:
    """A state."""
    return make_actor(name, kind=ActorKind.STATE, **fields)


def make_source(text: str = "", *, published: date | None = None, **fields) -> Source:
    """An article; with a day of publication only where one is given."""
    number = next(_numbers)
    text = text or f"Ministers of two countries met in Lima, dispatch number {number} says."
    fields.setdefault("title", f"Dispatch {number}")
    fields.setdefault("publisher", "Wire A")
    fields.setdefault("published_how", PublishedHow.GIVEN if published else PublishedHow.UNKNOWN)
    return Source.objects.create(text=text, sha256=Source.digest(text), published_on=published, **fields)


def make_passage(source: Source, exact: str = "") -> Passage:
    """The passage of a source with these words (its whole text where none are given); they must stand there."""
    exact = exact or source.text
    start = source.text.index(exact)
    passage, _ = Passage.objects.get_or_create(source=source, start=start, end=start + len(exact), exact=exact)
    return passage


def reason(source: Source, field: str, rule: str, *words: str) -> dict:
    """One entry of `Mention.reasons`: the rule, and the places of these words in the source's text."""
    spans = [[source.text.index(word), source.text.index(word) + len(word)] for word in words]
    return {"field": field, "rule": rule, "spans": spans}


def make_mention(
    event: Event | None, source: Source | None = None, exact: str = "", *, actors: Sequence[Actor] = (), **fields
) -> Mention:
    """What a passage says of an event; kind, status, basis, date and place are the event's unless told otherwise."""
    source = source or make_source()
    passage = make_passage(source, exact)
    for name in ("kind", "status", "basis", "when", "place", "confidence"):
        fields.setdefault(name, getattr(event, name) if event else _PLAIN[name])
    fields.setdefault("group", 0)
    fields.setdefault("key", f"{source.sha256}:{passage.start}:{passage.end}:{next(_numbers)}")
    mention = Mention.objects.create(event=event, source=source, passage=passage, **fields)
    mention.actors.set(actors)
    return mention


_PLAIN = {
    "kind": Kind.MEETING,
    "status": Status.HELD,
    "basis": Basis.STATED,
    "when": "",
    "place": "",
    "confidence": Confidence.HIGH,
}


def make_event(
    title: str = "",
    *,
    actors: Sequence[Actor] = (),
    source: Source | None = None,
    exact: str = "",
    public: bool = True,
    **fields,
) -> Event:
    """A public event that rests on one mention and in which `actors` take part; with `public=False` on none."""
    fields = {"kind": Kind.MEETING, "status": Status.HELD, "confidence": Confidence.HIGH, **fields}
    fields.setdefault("title", title or f"Event {next(_numbers)}")
    fields.setdefault("voices", 1 if public else 0)
    event = Event.objects.create(is_public=public, **fields)
    for actor in actors:
        take_part(event, actor)
    if public:
        make_mention(event, source, exact, actors=actors)
    return event


def take_part(event: Event, actor: Actor, role: str = Role.PARTICIPANT) -> Participation:
    """An actor's part in an event."""
    return Participation.objects.create(event=event, actor=actor, role=role)
