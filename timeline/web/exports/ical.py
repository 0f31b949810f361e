"""A view as a calendar, by RFC 5545: the events whose days are known for certain, each as a whole day or days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

import icalendar
from django.db.models import Count

from timeline.models import Basis, Event, Status
from timeline.web import VERSION, clock
from timeline.web.rows import basis_words, best_mention
from timeline.web.shown import state_of

from .view import Absolute, View, days_of

TOOK_PLACE = (Status.HELD, Status.COLLAPSED, Status.ONGOING)
END = "END:VCALENDAR"


def write(view: View) -> Iterator[str]:
    """Give the calendar event by event. A summary of several occasions is no day of a calendar and is left out."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Aide-Mémoire//{VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", view.name)
    calendar.add("x-wr-caldesc", "Only events whose days are known for certain; the other files have them all.")
    frame = calendar.to_ical().decode()
    yield frame[: frame.index(END)]
    for batch in view.batches():
        exact = [event for event in batch if event.occasions == 1 and days_of(event)]
        revisions = _revisions(exact)
        for event in exact:
            yield _entry(event, revisions.get(event.pk, 1) - 1, view.absolute).to_ical().decode()
    yield frame[frame.index(END) :]


def _revisions(events: Iterable[Event]) -> dict[int, int]:
    """How many times each event has been written, by its history; one query."""
    written = Event.history.filter(id__in=[event.pk for event in events]).order_by()
    return dict(written.values_list("id").annotate(number=Count("history_id")))


def _entry(event: Event, sequence: int, absolute: Absolute) -> icalendar.Event:
    first, last = days_of(event)
    address = absolute(event.get_absolute_url())
    entry = icalendar.Event()
    entry.add("uid", event.uid)
    entry.add("sequence", sequence)
    entry.add("dtstamp", event.changed_at)
    entry.add("created", event.made_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))  # the day after the last, as the standard counts
    entry.add("summary", event.title)
    entry.add("status", _status(event))
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [event.get_kind_display()])
    entry.add("url", address)
    if event.place:
        entry.add("location", event.place)
    entry.add("description", "\n".join(filter(None, [*_told(event), address])))
    return entry


def _status(event: Event) -> str:
    """What nobody says outright, and what is still a plan, is tentative."""
    if event.basis != Basis.STATED:
        return "TENTATIVE"
    if event.status == Status.CANCELLED:
        return "CANCELLED"
    return "CONFIRMED" if event.status in TOOK_PLACE else "TENTATIVE"


def _told(event: Event) -> Iterator[str]:
    """What became of it, and the passage that the list quotes too, with where it stands."""
    yield "; ".join(filter(None, [state_of(event, clock.today()).word, basis_words(event, event.evidence)]))
    mention = best_mention(event, event.evidence)
    if mention:
        source = mention.source
        cited = ", ".join(filter(None, [source.publisher or source.title, str(source.published_on or "")]))
        yield f"{' '.join(mention.passage.exact.split())} ({cited})"
