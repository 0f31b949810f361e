"""The desk for events: find one, read its evidence, correct it, accept or reject it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.forms import BaseFormSet, Media
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.html import format_html

from timeline import edtf
from timeline.chronicle import curation
from timeline.chronicle.likenesses import like_event
from timeline.models import Decision, Event, Participation, Review, Status
from timeline.models.events import NEWEST_FIRST

from .base import Desk, become
from .dated import date_view
from .decisions import link_to
from .event_form import EventForm, ParticipationForm, PartsFormSet
from .evidence import SHOWN_AT_MOST, evidence_of
from .filters import ActorFilter, CountryFilter, MonthFilter, PublicFilter, StandingFilter, YearFilter
from .merging import EventPairing
from .pickers import EncounterPicker, Picker, WithPickers
from .searching import events_telling_of
from .shown import LABELS, show_when

REASON_PAGE = {
    "title": "Reject",
    "said": "Readers will no longer see this, and a new article that tells of it will not bring it back.",
    "button": "Reject",
}


class PartsInline(WithPickers, admin.TabularInline):
    """Who takes part. What is changed here is one decision together with the fields above."""

    model = Participation
    form = ParticipationForm
    formset = PartsFormSet
    fields = ("actor", "role")
    autocomplete_fields = linked_pickers = ("actor",)
    extra = 0
    verbose_name = "actor"
    verbose_name_plural = "actors"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("actor").order_by("id")

    # the parts are fields of their event: who may change it may change them
    def has_add_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        if obj and obj.merged_into_id:
            return False
        return request.user.has_perm("timeline.change_event" if obj else "timeline.add_event")

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return self.has_add_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return self.has_add_permission(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return request.user.has_perm("timeline.view_event") or self.has_add_permission(request, obj)


@admin.register(Event)
class EventAdmin(EventPairing, WithPickers, Desk):
    """Events, newest first."""

    form = EventForm
    inlines = (PartsInline,)
    change_form_template = "admin/timeline/event_form.html"
    list_display = ("date", "title", "kind", "shown_status", "confidence", "sources", "shown_review", "public")
    list_display_links = ("title",)
    list_filter = (
        YearFilter,
        MonthFilter,
        "review",
        ActorFilter,
        CountryFilter,
        "kind",
        "status",
        "basis",
        "confidence",
        ("is_public", PublicFilter),
        StandingFilter,
    )
    search_fields = ("title", "place", "participations__actor__names__name", "mentions__passage__exact")
    search_help_text = "Beginnings of words of title, place, passages or actors' names; in quotation marks, a phrase."
    ordering = NEWEST_FIRST
    autocomplete_fields = ("country",)
    actions = ("accept_events", "reject_events")
    readonly_fields = ("standing",)

    # The list

    @admin.display(description="date", ordering="sort_key")
    def date(self, event: Event) -> str:
        return edtf.display(event.when, style="short") if event.when else "undated"

    @admin.display(description="status", ordering="status")
    def shown_status(self, event: Event) -> str:
        word = "–" if not event.is_encounter and event.status == Status.HELD else event.get_status_display()
        return word if event.basis == "stated" else f"{word}, {event.get_basis_display()}"

    @admin.display(description="sources", ordering="voices")
    def sources(self, event: Event) -> str:
        return str(event.voices or "none")

    @admin.display(description="review", ordering="review")
    def shown_review(self, event: Event) -> str:
        return "merged" if event.merged_into_id else event.get_review_display()

    @admin.display(description="public", ordering="is_public", boolean=True)
    def public(self, event: Event) -> bool:
        return event.is_public

    @property
    def media(self) -> Media:
        """The filters pick actors and countries with the same scripts as the form."""
        return super().media + Picker(Event._meta.get_field("country"), self.admin_site).media

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Every word must be somewhere: in the title, the place, an actor's names or a passage."""
        found = events_telling_of(search_term)
        return (queryset if found is None else queryset.filter(pk__among=found)), False

    # Accepting and rejecting

    @admin.action(description="Accept the selected events", permissions=["change"])
    def accept_events(self, request: HttpRequest, queryset: QuerySet) -> None:
        fresh = [event for event in queryset if event.review != Review.ACCEPTED]
        if queryset and not fresh:
            self.message_user(request, "Nothing to do: these were accepted before.", messages.WARNING)
        self.decide_each(request, fresh, lambda event: curation.accept(event, request.user), "accepted")

    @admin.action(description="Reject the selected events…", permissions=["change"])
    def reject_events(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        reason = self.reason_for_selected(request, queryset, "reject_events", **REASON_PAGE)
        if not isinstance(reason, str):
            return reason
        self.decide_each(request, queryset, lambda event: curation.reject(event, request.user, reason), "rejected")
        return None

    def reject_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        event = self.to_decide_on(request, object_id)
        reason = self.reason_for_one(request, event, **REASON_PAGE)
        if not isinstance(reason, str):
            return reason
        self.decide_each(request, [event], lambda event: curation.reject(event, request.user, reason), "rejected")
        return self.back_to(event)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path(
                "encounters/",
                view(EncounterPicker.as_view(admin_site=self.admin_site)),
                name="timeline_event_encounters",
            ),
            path("date/", view(date_view), name="timeline_event_date"),
            self.step("reject", self.reject_view),
            *self.pairing_urls(),
            *super().get_urls(),
        ]

    def decisions_on(self, event: Event) -> list[Decision]:
        """Those on another event that touched this one too: it was merged into that, or split off it."""
        found = Decision.objects.filter(Q(event=event) | Q(other_event=event))
        return list(found.select_related("event", "other_event", "undone_by"))

    # The form

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """What was merged into another is decided on there."""
        return not (obj and obj.merged_into_id) and super().has_change_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Event | None = None, change: bool = False, **kwargs: Any) -> type:
        form = super().get_form(request, obj, change, **kwargs)
        form.editor = request.user
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> list:
        main = [None, {"fields": ["title", "kind", "status", "basis", "when", "place", "country"]}]
        more = ["More", {"fields": ["concerns", "occasions"], "classes": ["collapse"]}]
        if obj is None:
            main[1]["description"] = "An event made by hand is not public until a passage of a source tells of it."
            return [main, [more[0], {"fields": more[1]["fields"]}], [None, {"fields": ["reason"]}]]
        main[1]["fields"].append("standing")
        if not self.has_change_permission(request, obj):
            return [main, more]
        if obj.concerns_id or obj.occasions > 1 or {"concerns", "occasions"} & set(obj.locked_fields):
            more[1]["classes"] = []
        locked = [["Set by editors", {"fields": ["unlock"]}]] if obj.locked_fields else []
        return [main, more, *locked, [None, {"fields": ["reason"]}]]

    @admin.display(description="standing")
    def standing(self, event: Event) -> str:
        """Whether readers see it, how sure it is and what editors have made of it."""
        if event.merged_into_id:
            return format_html("Merged into {}.", link_to(event.root))
        public = "Readers see it" if event.is_public else f"Readers do not see it: {self._why_not_public(event)}"
        heard = f"{event.voices} independent source{'' if event.voices == 1 else 's'}"
        said = f"{public}. {event.get_review_display().capitalize()}. Confidence {event.confidence}. {heard}."
        if event.disputed_fields:
            said += f" Sources differ on {', '.join(LABELS.get(f, f).lower() for f in event.disputed_fields)}."
        return said

    @staticmethod
    def _why_not_public(event: Event) -> str:
        return "it was rejected" if event.review == Review.REJECTED else "no source tells of it"

    def render_change_form(self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any) -> HttpResponse:
        if (event := context.get("original")) is not None:
            context["evidence"] = evidence_of(event)
            context["evidence_left_out"] = max(event.mentions.count() - SHOWN_AT_MOST, 0)
            context["may_decide"] = self.has_change_permission(request, event)
            context["acts"] = event.acts.chronological()
            context["alike"] = [(other, show_when(other.when)) for other in like_event(event)]
            context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, event: Event) -> str:
        return event.get_absolute_url()

    # Saving

    def save_related(
        self, request: HttpRequest, form: EventForm, formsets: Iterable[BaseFormSet], change: bool
    ) -> None:
        parts = None
        for formset in formsets:
            formset.save(commit=False)  # writes nothing; the change message is made from it
            if formset.has_changed():
                parts = parts_of(formset)
        (self._correct if change else self._make)(request, form, parts)

    def _correct(self, request: HttpRequest, form: EventForm, parts: list | None) -> None:
        event, why = form.instance, form.cleaned_data["reason"]
        for said in form.others:
            self.message_user(request, said, messages.WARNING)
        changes = form.changes() | ({"actors": parts} if parts is not None else {})
        decision = curation.edit(event, changes, request.user, why) if changes else None
        if decision and "when" in decision.after:
            self._say_date(request, form)
        if fields := form.cleaned_data.get("unlock"):
            curation.unlock(event, fields, request.user, why)
        if "_accept" in request.POST:
            curation.accept(event, request.user, why)
        event.refresh_from_db()

    def _make(self, request: HttpRequest, form: EventForm, parts: list | None) -> None:
        given = form.given() | ({"actors": parts} if parts else {})
        event = form.instance
        become(event, curation.make_event(given, request.user, form.cleaned_data["reason"]))
        if event.when:
            self._say_date(request, form)
        self.message_user(request, "Not public yet: no source tells of it.", messages.WARNING)

    def _say_date(self, request: HttpRequest, form: EventForm) -> None:
        """Show a typed date as it was understood."""
        typed, when = form.data.get("when", "").strip(), form.cleaned_data["when"]
        if typed != when:
            self.message_user(request, f"“{typed}” was read as {show_when(when)}.")

    def response_change(self, request: HttpRequest, obj: Event) -> HttpResponse:
        if "_accept" in request.POST:
            self.message_user(request, f"Accepted: {obj}.", messages.SUCCESS)
            return self.response_post_save_change(request, obj)
        return super().response_change(request, obj)


def parts_of(formset: BaseFormSet) -> list[tuple]:
    """Return the actors and roles that a form's rows hold, those to be taken out left out."""
    return [
        (row["actor"], row["role"])
        for form in formset.forms
        if (row := form.cleaned_data) and row.get("actor") and not row.get("DELETE")
    ]
