"""A view, or one event, as linked data: events by schema.org, passages as W3C Web Annotations.

schema.org knows no uncertain date, so `startDate` stands only where the day is known; any other date is given as EDTF
in `temporalCoverage`. An annotation ties the words of a stored article, by what they say and where they stand, to the
event that they tell of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from timeline.models import ENCOUNTERS, ActorKind, Event, Kind, Mention, Participation, Source, Status
from timeline.web.rows import attach_evidence

from .view import Absolute, View, days_of

SCHEMA = "https://schema.org/"
ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a passage that help to find it again in a text that has changed."""

STATUSES = {
    Status.PLANNED: "EventScheduled",
    Status.ONGOING: "EventScheduled",
    Status.HELD: "EventScheduled",
    Status.COLLAPSED: "EventScheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}
"""Our status in schema.org's words, which call scheduled what took place too. What is only proposed has none."""

MOVED = (Status.PLANNED, Status.ONGOING, Status.HELD, Status.COLLAPSED)
"""Of an encounter that was put off: what shows that it has, or had, a new day."""

TYPES = {ActorKind.PERSON: "Person", ActorKind.STATE: "Country", ActorKind.ORGANISATION: "Organization"}


def write(view: View) -> Iterator[str]:
    """Give one JSON object whose graph holds every event, its articles and its annotations, a node a line."""
    name = json.dumps(view.name, ensure_ascii=False)
    yield f'{{"@context": "{SCHEMA}", "name": {name}, "@graph": ['
    met: set[int] = set()
    joint = "\n"
    for batch in view.batches(around=AROUND):
        for event in batch:
            for node in nodes_of(event, view.absolute, met):
                yield joint + json.dumps(node, ensure_ascii=False)
                joint = ",\n"
    yield "\n]}\n"


def address_of(event: Event) -> str:
    """Return where one event is as linked data: its page's address with another ending."""
    return f"{event.get_absolute_url().rstrip('/')}.jsonld"


def document_of(event: Event, absolute: Absolute) -> dict:
    """Return one event with its articles and annotations as a JSON-LD object; three queries."""
    attach_evidence([event], around=AROUND)
    return {"@context": SCHEMA, "@graph": list(nodes_of(event, absolute, set()))}


def nodes_of(event: Event, absolute: Absolute, met: set[int]) -> Iterator[dict]:
    """Give an event's nodes: itself, those of its articles that are not in `met`, and an annotation each passage.

    The articles are added to `met`.
    """
    yield _event(event, absolute)
    for mention in {m.passage_id: m for m in event.evidence}.values():
        if mention.source_id not in met:
            met.add(mention.source_id)
            yield _article(mention.source, absolute)
        yield _annotation(event, mention, absolute)


def _event(event: Event, absolute: Absolute) -> dict:
    address = absolute(event.get_absolute_url())
    days = days_of(event)
    earlier = _earlier_day(event)
    status = "EventRescheduled" if earlier and event.status in MOVED else STATUSES.get(event.status)
    node = {
        "@type": "Event",
        "@id": address,
        "url": address,
        "identifier": event.uid,
        "name": event.title,
        "eventStatus": f"{SCHEMA}{status}" if status else None,
        "startDate": days[0].isoformat() if days else None,
        "endDate": days[1].isoformat() if days else None,
        "previousStartDate": earlier.isoformat() if earlier else None,
        "temporalCoverage": event.when if not days else None,
        "location": _place(event),
        "attendee": [_part(part, "attendee", absolute) for part in event.parts] if event.kind in ENCOUNTERS else None,
        "about": _about(event, absolute) if event.kind not in ENCOUNTERS else None,
        "additionalProperty": [
            {"@type": "PropertyValue", "propertyID": name, "value": getattr(event, name)}
            for name in ("kind", "status", "basis", "confidence", "review")
        ],
        "subjectOf": [{"@id": f"{address}#p{pk}"} for pk in dict.fromkeys(m.passage_id for m in event.evidence)],
    }
    return {name: value for name, value in node.items() if value}


def _earlier_day(event: Event) -> date | None:
    """Return the day for which an encounter was last planned before it was put off, where the sources know one.

    It was put off where a source says so, or an act of its thread does.
    """
    put_off = {m.status for m in event.evidence} | {event.status}
    acts = {act.kind for act in event.public_acts}
    if event.kind not in ENCOUNTERS or (Status.POSTPONED not in put_off and Kind.POSTPONEMENT not in acts):
        return None
    planned = [m for m in event.evidence if m.status in (Status.PLANNED, Status.POSTPONED) and m.when != event.when]
    days = [days_of(mention) for mention in planned]
    return next((day[0] for day in reversed(days) if day), None)


def _place(event: Event) -> dict | None:
    country = {"@type": "Country", "name": event.country.name} if event.country else None
    if not event.place:
        return country
    place = {"@type": "Place", "name": event.place}
    return place | {"containedInPlace": country} if country else place


def _about(event: Event, absolute: Absolute) -> list[dict]:
    """Who is part of an act, and the encounter that it is about."""
    about = [_part(part, "about", absolute) for part in event.parts]
    if event.concerns and event.concerns.is_public:
        about.append({"@id": absolute(event.concerns.get_absolute_url())})
    return about


def _part(part: Participation, name: str, absolute: Absolute) -> dict:
    """An actor with its role, which schema.org puts between the two."""
    actor = part.actor
    who = {"@type": TYPES[actor.kind], "@id": absolute(actor.get_absolute_url()), "name": actor.name}
    return {"@type": "Role", "roleName": part.role, name: who}


def _article(source: Source, absolute: Absolute) -> dict:
    node = {
        "@type": "NewsArticle",
        "@id": absolute(source.get_absolute_url()),
        "headline": source.title,
        "author": source.author,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        "datePublished": source.published_on.isoformat() if source.published_on else None,
        "url": source.url,
        "identifier": f"sha256:{source.sha256}",
    }
    return {name: value for name, value in node.items() if value}


def _annotation(event: Event, mention: Mention, absolute: Absolute) -> dict:
    """The passage of a mention as a W3C Web Annotation; an orphaned passage has its words and no place."""
    passage = mention.passage
    quote = {"type": "TextQuoteSelector", "exact": passage.exact}
    selectors = [quote]
    if passage.start is not None:
        quote |= {"prefix": mention.before, "suffix": mention.after}
        selectors = [quote, {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}]
    address = absolute(event.get_absolute_url())
    return {
        "@context": ANNOTATION,
        "id": f"{address}#p{passage.pk}",
        "type": "Annotation",
        "motivation": "linking",
        "body": address,
        "target": {"source": absolute(mention.source.get_absolute_url()), "selector": selectors},
    }
