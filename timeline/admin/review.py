"""The review queue: one event a screen, its passages on one side and what was read out of them on the other.

What changed since it was accepted comes first, then what sources contradict each other on, then what is least sure,
then what names somebody new. One key each accepts, rejects, merges, and shows the next; all are plain buttons too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Exists, F, IntegerField, OuterRef, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from timeline.chronicle import curation
from timeline.chronicle.likenesses import like_event
from timeline.models import (
    Action,
    ActorName,
    Basis,
    Confidence,
    Decision,
    Event,
    Kind,
    Mention,
    NameOrigin,
    Participation,
    Review,
    Status,
)

from .base import refuse
from .dated import DatedForm
from .evidence import evidence_of
from .guard import decided_since, in_words, latest_decision
from .shown import LABELS, Change, show_when

AROUND = 600
"""Characters that are shown before and after a passage here."""

AT_ONCE = 50
"""Events that may be accepted at once."""

SAMPLE = 5
"""Of these so many are shown in full first."""

REASONS = {
    "1": "The words do not say so: it was misread.",
    "2": "Nothing happened: supposed, general or rhetorical.",
    "3": "Not diplomacy.",
    "4": "Too vague to be an event.",
    "5": "The source is wrong.",
}
"""Reasons to reject for, by the key that gives them."""


def waiting() -> list[QuerySet]:
    """Return the events that wait for an editor, in parts: changed; rejected and told of anew; not reviewed yet.

    They are asked for one by one, since each has an index of its own.
    """
    told_anew = Mention.objects.filter(event=OuterRef("pk"), queued=True, source__withdrawn_at=None)
    return [
        Event.objects.filter(is_public=True, review=Review.CHANGED),
        Event.objects.filter(Exists(told_anew), review=Review.REJECTED, merged_into=None),
        Event.objects.filter(is_public=True, review=Review.UNREVIEWED),
    ]


def how_many() -> int:
    """Return how many events wait for an editor."""
    return sum(part.count() for part in waiting())


def tiers() -> Iterator[QuerySet]:
    """Yield the events that wait, those first that need an editor most, in parts that are sorted by themselves.

    Sorting them all at once would look at every event of a large chronology to show one.
    """
    changed, rejected, unreviewed = waiting()
    yield _ranked(changed)
    yield _ranked(rejected)
    yield _ranked(unreviewed.exclude(disputed_fields=[]))
    for confidence in (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH):
        alike = unreviewed.filter(disputed_fields=[], confidence=confidence).order_by("sort_key", "id")
        yield alike.filter(pk__in=_naming_somebody_new())
        yield alike.exclude(pk__in=_naming_somebody_new())


def queue() -> Iterator[Event]:
    """Yield the events that wait, those first that need an editor most."""
    for tier in tiers():
        yield from tier


def _naming_somebody_new() -> QuerySet:
    """Return the events in which somebody takes part whom only an article has introduced."""
    newcomers = ActorName.objects.filter(origin=NameOrigin.TEXT, name=F("actor__name")).values("actor")
    return Participation.objects.filter(actor__in=newcomers).values("event")


def _ranked(events: QuerySet) -> QuerySet:
    """Return events in order: disputed, least sure, naming somebody new, then by date."""

    def rank(*whens: When, default: int) -> Case:
        return Case(*whens, default=Value(default), output_field=IntegerField())

    low, medium = (When(confidence=word, then=n) for n, word in enumerate((Confidence.LOW, Confidence.MEDIUM)))
    return events.annotate(
        by_conflict=rank(When(disputed_fields=[], then=1), default=0),
        by_confidence=rank(low, medium, default=2),
        by_newness=rank(When(pk__in=_naming_somebody_new(), then=0), default=1),
    ).order_by("by_conflict", "by_confidence", "by_newness", "sort_key", "id")


class InPlaceForm(DatedForm):
    """The plain fields of an event, corrected without leaving the queue."""

    dated = ("when",)

    title = forms.CharField(max_length=300)
    kind = forms.ChoiceField(choices=Kind.choices)
    status = forms.ChoiceField(choices=Status.choices)
    basis = forms.ChoiceField(choices=Basis.choices)
    when = forms.CharField(label="Date", max_length=120, required=False)
    place = forms.CharField(max_length=200, required=False)
    reason = forms.CharField(label="Why", max_length=500, required=False)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        names = ("title", "kind", "status", "basis", "when", "place")
        super().__init__(*args, initial={name: getattr(event, name) for name in names}, prefix="edit", **kwargs)

    def changes(self) -> dict[str, Any]:
        """Return the fields that the editor changed."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in curation.EDITABLE}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the queue somebody is."""

    skip: int
    event: int | None

    @classmethod
    def of(cls, request: HttpRequest) -> Place:
        return cls(_number(request.GET.get("skip", "")) or 0, _number(request.GET.get("event", "")))

    @property
    def here(self) -> str:
        """The address of the candidate that is shown."""
        return self._address(event=self.event) if self.event else self.following

    @property
    def following(self) -> str:
        """The address of what comes once this one has left the queue."""
        return self._address()

    @property
    def past(self) -> str:
        """The address of the next one, this one left where it is."""
        return self.following if self.event else self._address(skip=self.skip + 1)

    def _address(self, **more: int | None) -> str:
        asked = {name: value for name, value in {"skip": self.skip, **more}.items() if value}
        return f"{reverse('review')}?{urlencode(asked)}" if asked else reverse("review")


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() and len(words) < 19 else None


def editors_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only those in who may change events."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("timeline.change_event"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(guarded)


def show(request: HttpRequest) -> HttpResponse:
    """The candidate whose turn it is."""
    place = Place.of(request)
    form = None
    if request.method == "POST":
        event = get_object_or_404(Event, pk=_number(request.POST.get("event", "")) or 0)
        form = InPlaceForm(request.POST, event=event)
        if (answer := _correct(request, event, form, place)) is not None:
            return answer
    elif place.event:
        event = get_object_or_404(Event, pk=place.event)
        event = event.root
    else:
        event = _nth(place.skip)
    context = {"place": place, "left": how_many(), "today": decided_today(request.user)}
    if event is not None:
        context |= _about(event, form)
        context["position"] = None if place.event else place.skip + 1
    return _page(request, "review", title="Review", **context)


def _nth(skip: int) -> Event | None:
    """Return the candidate after so many; past the end the first one again."""
    left = skip
    for tier in tiers():
        if found := list(tier[left : left + 1]):
            return found[0]
        if left:
            left -= tier.count()
    return _nth(0) if skip else None


def _about(event: Event, form: InPlaceForm | None) -> dict[str, Any]:
    alike = like_event(event)
    return {
        "event": event,
        "evidence": evidence_of(event, AROUND),
        "form": form or InPlaceForm(event=event),
        "shown_when": show_when(event.when),
        "parts": _parts(event),
        "differ": [LABELS.get(name, name).lower() for name in event.disputed_fields],
        "changes": since_accepted(event),
        "alike": alike[0] if alike else None,
        "alike_when": show_when(alike[0].when) if alike else "",
        "reasons": REASONS.items(),
        "seen": latest_decision(event),
        "splits": event.mentions.count() > 1,
    }


def _parts(event: Event) -> list[tuple[Participation, bool]]:
    """Return who takes part, each with whether only an article has introduced it."""
    new = ActorName.objects.filter(actor=OuterRef("actor"), name=F("actor__name"), origin=NameOrigin.TEXT)
    rows = event.participations.select_related("actor__affiliation").annotate(new=Exists(new)).order_by("id")
    return [(part, part.new) for part in rows]


def since_accepted(event: Event) -> list[Change]:
    """Return what has changed of an event since an editor accepted it."""
    if event.review != Review.CHANGED:
        return []
    accepted = event.history.filter(review=Review.ACCEPTED).order_by("-history_date", "-history_id").first()
    if accepted is None:
        return []
    names = ("kind", "status", "basis", "when", "place", "occasions")
    return [
        Change(LABELS[name], *(show_when(value) if name == "when" else str(value or "–") for value in both))
        for name in names
        if (both := (getattr(accepted, name), getattr(event, name)))[0] != both[1]
    ]


def decided_today(editor: Any) -> int:
    """Return how many events somebody has decided on today."""
    since = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    mine = Decision.objects.in_force().filter(editor=editor, at__gte=since, event__isnull=False)
    return mine.exclude(action=Action.UNDO).count()


def _correct(request: HttpRequest, event: Event, form: InPlaceForm, place: Place) -> HttpResponse | None:
    """Save what was corrected in place; return None where the form has to come back."""
    if not form.is_valid() or _told_of_others(request, event):
        return None
    try:
        decision = curation.edit(event, form.changes(), request.user, form.cleaned_data["reason"])
        if "_accept" in request.POST:
            curation.accept(event, request.user, form.cleaned_data["reason"])
    except curation.NotPossible as error:
        refuse(form, error)
        return None
    event.refresh_from_db()
    said = "Corrected" if decision else "Nothing was changed"
    accepted = "_accept" in request.POST
    messages.success(request, f"{said}{' and accepted' if accepted else ''}: {event}.")
    return HttpResponseRedirect(place.following if accepted else _shown_again(event, place))


def _shown_again(event: Event, place: Place) -> str:
    return Place(place.skip, event.pk).here


def _told_of_others(request: HttpRequest, event: Event) -> bool:
    """Say what others have decided since the page was opened; True where they have."""
    since = decided_since(event, _number(request.POST.get("seen", "")) or 0, request.user)
    for said in in_words(since):
        messages.warning(request, said)
    return bool(since)


def decide(request: HttpRequest) -> HttpResponse:
    """Accept, reject or merge the candidate that was shown; the next one comes."""
    place = Place.of(request)
    event = get_object_or_404(Event, pk=_number(request.POST.get("event", "")) or 0)
    if _told_of_others(request, event):
        return HttpResponseRedirect(_shown_again(event, place))
    try:
        said = _decide(request, event)
    except curation.NotPossible as error:
        messages.error(request, f"“{event}”: {error}")
        return HttpResponseRedirect(_shown_again(event, place))
    messages.success(request, said)
    return HttpResponseRedirect(place.following)


def _decide(request: HttpRequest, event: Event) -> str:
    match request.POST.get("do", ""):
        case "accept":
            curation.accept(event, request.user)
            return f"Accepted: {event}."
        case "reject":
            why = request.POST.get("why", "").strip() or REASONS.get(request.POST.get("reason", ""), "")
            curation.reject(event, request.user, why)
            return f"Rejected: {event}."
        case "merge":
            other = get_object_or_404(Event, pk=_number(request.POST.get("other", "")) or 0)
            keep, gone = sorted((event, other), key=lambda e: (e.review != Review.ACCEPTED, e.pk))
            curation.merge(keep, gone, request.user, "The same event, found while reviewing.")
            return f"Merged into: {keep}."
        case "apart":
            other = get_object_or_404(Event, pk=_number(request.POST.get("other", "")) or 0)
            curation.tell_apart(event, other, request.user, "Found while reviewing.")
            return f"Remembered: {event} and {other} are not the same."
    raise curation.NotPossible("choose what to do with it")


def undo_last(request: HttpRequest) -> HttpResponse:
    """Take back the last decision of whoever asks, and show its event again."""
    place = Place.of(request)
    mine = Decision.objects.in_force().filter(editor=request.user, event__isnull=False).exclude(action=Action.UNDO)
    last = mine.order_by("-pk").first()
    if last is None:
        messages.warning(request, "There is no decision of yours to undo.")
        return HttpResponseRedirect(place.following)
    try:
        curation.undo(last, request.user)
    except curation.NotPossible as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Undone: {last}.")
    return HttpResponseRedirect(_shown_again(last.event, place))


def sure() -> QuerySet:
    """Return the events that may be accepted at once: of high confidence, undisputed, not reviewed yet."""
    *_, unreviewed = waiting()
    return unreviewed.filter(confidence=Confidence.HIGH, disputed_fields=[]).order_by("sort_key", "id")


def at_once(request: HttpRequest) -> HttpResponse:
    """Accept what is sure, a sample of it shown first."""
    if request.method == "POST":
        chosen = [number for word in request.POST.getlist("event")[:AT_ONCE] if (number := _number(word))]
        done = 0
        for event in sure().filter(pk__in=chosen):
            curation.accept(event, request.user, "Of high confidence; accepted together with others.")
            done += 1
        left = len(chosen) - done
        more = f" {left} had changed meanwhile and wait." if left else ""
        messages.success(request, f"{done} event{'' if done == 1 else 's'} accepted.{more}")
        return HttpResponseRedirect(reverse("review"))
    events = list(sure()[:AT_ONCE])
    step = max(len(events) // SAMPLE, 1)
    sample = [(event, show_when(event.when), evidence_of(event)) for event in events[::step][:SAMPLE]]
    return _page(request, "at_once", title="Accept what is sure", events=events, sample=sample, total=sure().count())


def _page(request: HttpRequest, template: str, **context: Any) -> TemplateResponse:
    request.current_app = admin.site.name
    context = {**admin.site.each_context(request), "opts": Event._meta, **context}
    return TemplateResponse(request, f"admin/timeline/{template}.html", context)


urlpatterns = [
    path("", editors_only(show), name="review"),
    path("decide/", editors_only(require_POST(decide)), name="review-decide"),
    path("undo/", editors_only(require_POST(undo_last)), name="review-undo"),
    path("at-once/", editors_only(at_once), name="review-at-once"),
]
