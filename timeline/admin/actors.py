"""The desk for actors: who somebody is, whom they serve, and the names they go by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.forms import BaseFormSet, BaseInlineFormSet, Media
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern
from django.utils.html import format_html

from timeline.chronicle import curation, ingest
from timeline.chronicle.likenesses import like_actor
from timeline.chronicle.rehearsal import SHOWN_SOURCES, rehearse_name, sources_with
from timeline.models import Actor, ActorName, Decision, NameOrigin, Participation

from .base import Desk, WhyForm, become
from .decisions import link_to
from .filters import StandingFilter, StateFilter
from .merging import ActorPairing
from .pickers import Picker, WithPickers


class ActorForm(WhyForm):
    """An actor as an editor corrects it."""

    class Meta:
        model = Actor
        fields = curation.ABOUT_ACTOR
        labels = {"affiliation": "Serves"}

    def changes(self) -> dict[str, Any]:
        """Return the fields that the editor changed."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in curation.ABOUT_ACTOR}


class NameForm(forms.ModelForm):
    """A name that an editor adds."""

    class Meta:
        model = ActorName
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "name" in self.fields:
            self.fields["name"].widget.attrs["aria-label"] = "Name"


class NamesFormSet(BaseInlineFormSet):
    """The names of an actor; only those that editors gave can be taken back."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if forms.formsets.DELETION_FIELD_NAME in form.fields:
            name = form.instance
            field = form.fields[forms.formsets.DELETION_FIELD_NAME]
            field.disabled = not name.pk or name.origin != NameOrigin.EDITOR or name.name == self.instance.name
            field.widget.attrs["aria-label"] = f"Delete the name {name}" if name.pk else "Delete this name"


class NamesInline(admin.TabularInline):
    """The names an actor goes by. The parser looks up those of its vocabulary and those that editors give."""

    model = ActorName
    form = NameForm
    formset = NamesFormSet
    fields = ("name", "origin")
    readonly_fields = ("origin",)
    extra = 0
    verbose_name = "name"
    verbose_name_plural = "names"

    def has_change_permission(self, request: HttpRequest, obj: Actor | None = None) -> bool:
        return False


@admin.register(Actor)
class ActorAdmin(ActorPairing, WithPickers, Desk):
    """Actors by name."""

    form = ActorForm
    change_form_template = "admin/timeline/actor_form.html"
    inlines = (NamesInline,)
    list_display = ("name", "kind", "affiliation", "office", "events_counted", "standing")
    list_filter = ("kind", StateFilter, StandingFilter)
    list_select_related = ("affiliation", "merged_into")
    search_fields = ("name", "names__name", "office")
    search_help_text = "Words of any of its names, or of the office."
    autocomplete_fields = ("affiliation",)
    ordering = ("name", "id")
    readonly_fields = ("standing",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        parts = Participation.objects.filter(actor=OuterRef("pk")).order_by().values("actor")
        return (
            super()
            .get_queryset(request)
            .annotate(part_count=Subquery(parts.annotate(number=Count("event", distinct=True)).values("number")))
        )

    @admin.display(description="events", ordering="part_count")
    def events_counted(self, actor: Actor) -> int:
        return actor.part_count or 0

    @admin.display(description="standing")
    def standing(self, actor: Actor) -> str:
        """Whether it was merged into another."""
        return format_html("merged into {}", link_to(actor.root)) if actor.merged_into_id else "stands for itself"

    @property
    def media(self) -> Media:
        return super().media + Picker(Actor._meta.get_field("affiliation"), self.admin_site).media

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Every word must be in one of its names or its office; pickers offer none that was merged into another."""
        for word in search_term.split():
            named = ActorName.objects.with_words(word).values("actor")
            queryset = queryset.filter(Q(name__icontains=word) | Q(office__icontains=word) | Q(pk__in=named))
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into=None)
        return queryset, False

    def has_change_permission(self, request: HttpRequest, obj: Actor | None = None) -> bool:
        """What was merged into another is corrected there."""
        return not (obj and obj.merged_into_id) and super().has_change_permission(request, obj)

    def get_fieldsets(self, request: HttpRequest, obj: Actor | None = None) -> list:
        fields = ["name", "kind", "affiliation", "office"]
        if obj is None:
            return [(None, {"fields": [*fields, "reason"]})]
        if not self.has_change_permission(request, obj):
            return [(None, {"fields": [*fields, "standing"]})]
        return [(None, {"fields": [*fields, "standing", "reason"]})]

    def get_inlines(self, request: HttpRequest, obj: Actor | None) -> tuple:
        """A new actor first gets the name that it is shown by."""
        return self.inlines if obj else ()

    def get_urls(self) -> list[URLPattern]:
        return [*self.pairing_urls(), self.step("name", self.name_view), *super().get_urls()]

    def name_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """What another name would change; then, by its button, keeping it and reading those articles again."""
        actor = self.to_decide_on(request, object_id)
        sent = request.POST if request.method == "POST" else request.GET
        name, why = " ".join(sent.get("name", "").split())[:200], sent.get("why", "")[:500]
        if not name:
            self.message_user(request, "Write the name.", messages.ERROR)
            return self.back_to(actor)
        if "_sure" in request.POST:
            self._keep_and_read(request, actor, name, why)
            return self.back_to(actor)
        outcome, more = rehearse_name(actor, name)
        return self.try_out(
            request,
            actor,
            outcome,
            title="Add a name",
            said=f"With “{name}” as a name of {actor}, this would change. Nothing has been written.",
            button="Add the name and read again",
            hidden=[("name", name), ("why", why)],
            more=more,
        )

    def _keep_and_read(self, request: HttpRequest, actor: Actor, name: str, why: str) -> None:
        curation.keep_name(actor, name, request.user, why)
        sources = sources_with(name)[:SHOWN_SOURCES]
        for source in sources:
            ingest.reread(source)
        read = f"{len(sources)} article{'' if len(sources) == 1 else 's'} read again"
        self.message_user(request, f"{actor} now goes by “{name}” too; {read}.", messages.SUCCESS)

    def render_change_form(self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any) -> HttpResponse:
        if (actor := context.get("original")) is not None:
            context["may_decide"] = self.has_change_permission(request, actor)
            context["alike"] = like_actor(actor)
        return super().render_change_form(request, context, *args, **kwargs)

    def decisions_on(self, actor: Actor) -> list[Decision]:
        """Those on another actor that touched this one too: it was merged into that, or told apart from it."""
        named = Q(before__gone=actor.slug) | Q(after__split_to=actor.slug) | Q(after__apart_from=actor.slug)
        found = Decision.objects.filter(Q(actor=actor) | named)
        return list(found.select_related("actor", "undone_by"))

    def view_on_site(self, actor: Actor) -> str:
        return actor.get_absolute_url()

    def save_related(
        self, request: HttpRequest, form: ActorForm, formsets: Iterable[BaseFormSet], change: bool
    ) -> None:
        actor, why = form.instance, form.cleaned_data["reason"]
        if change:
            curation.edit_actor(actor, form.changes(), request.user, why)
        else:
            given = {name: form.cleaned_data[name] for name in curation.ABOUT_ACTOR}
            become(actor, curation.make_actor(given, request.user, why))
        for formset in formsets:
            formset.save(commit=False)  # writes nothing; finds what is new and what shall go
            for name in formset.deleted_objects:
                curation.drop_name(name, request.user, why)
            for name in formset.new_objects:
                curation.keep_name(actor, name.name, request.user, why)
        actor.refresh_from_db()
