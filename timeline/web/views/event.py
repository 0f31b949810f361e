"""The page of one event: what it is, which words say so, and why they were read so."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from timeline.models import Action, Event, Participation, Review
from timeline.web import clock, glossary
from timeline.web.changes import changes_of
from timeline.web.choices import LONGEST_SEARCH
from timeline.web.evidence import evidence_of
from timeline.web.exports import linked
from timeline.web.meetings import claims_of, place_of
from timeline.web.rendering import render_page
from timeline.web.repeats import kept
from timeline.web.rows import ROLE_ORDER, basis_words, thread_of
from timeline.web.shown import date_of, state_of

from .errors import Gone, gone, not_found


@require_safe
@kept
def event(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show an event; an old address is sent to the present one, a merged event's to the one it went into."""
    found = Event.objects.select_related("country", "concerns", "merged_into").filter(pk=pk).first()
    if found is None:
        return not_found(request)
    here = found.root
    if here.is_public and request.path != here.get_absolute_url():
        query = request.GET.urlencode()
        return redirect(f"{here.get_absolute_url()}{'?' + query if query else ''}", permanent=True)
    if not here.is_public:
        return elsewhere(request, here)
    return render_page(request, "event.html", _context(request, here))


def _context(request: HttpRequest, event: Event) -> dict:
    today = clock.today()
    event.parts = sorted(
        Participation.objects.filter(event=event).select_related("actor"),
        key=lambda part: (ROLE_ORDER.index(part.role), part.pk),
    )
    evidence = evidence_of(event, request.GET.get("q", "")[:LONGEST_SEARCH])
    encounter = event.concerns if event.concerns and event.concerns.is_public else event
    acts = encounter.acts.public().chronological()
    thread = thread_of(event, acts, today)
    mentions = list(event.mentions.live().in_reading_order().defer("reasons", "parties"))
    return {
        "event": event,
        "state": state_of(event, today),
        "date": date_of(event, mentions),
        "basis": basis_words(event, mentions),
        "evidence": evidence,
        "thread": thread if len(thread) > 1 else [],
        "changes": changes_of(event),
        "place": place_of(event),
        "claim": claims_of([event]).get(event.pk),
        "linked_url": linked.address_of(event),
        "address": request.build_absolute_uri(event.get_absolute_url()),
        "today": today,
        "locked": glossary.fields_in_words(event.locked_fields),
    }


def elsewhere(request: HttpRequest, event: Event) -> HttpResponse:
    """Answer the address of an event that readers may no longer see."""
    return gone(request, _why_gone(event))


def _why_gone(event: Event) -> Gone:
    if event.review == Review.REJECTED:
        decision = event.decisions.filter(action=Action.REJECT).first()
        return Gone("entry", event.title, "An editor found that it is wrong.", decision.why if decision else "")
    withdrawn = event.mentions.exclude(source__withdrawn_at=None).select_related("source").first()
    if withdrawn:
        return Gone("entry", event.title, "Its source has been withdrawn.", withdrawn.source.withdrawn_why)
    return Gone("entry", event.title, "No passage supports it any more.")
