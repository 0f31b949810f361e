"""The desk for sources: what an article is, what was read out of it, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminDateWidget
from django.db.models import Count, F, OuterRef, QuerySet, Subquery, URLField
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.html import format_html_join

from timeline import edtf
from timeline.chronicle import curation, ingest
from timeline.chronicle.rehearsal import rehearse_day, rehearse_reading_again
from timeline.models import Mention, PublishedHow, Source

from .base import Desk, WhyForm, only_post
from .days import DayField, day_in_words
from .decisions import link_to
from .feed import FeedDesk
from .filters import PublishedFilter
from .searching import ABOUT, sources_telling_of
from .shown import show_when
from .words import WordsDesk

WITHDRAW_PAGE = {
    "title": "Withdraw",
    "said": "What was read out of it no longer counts; events that rest on it alone are no longer public. "
    "Its page stays and shows the reason.",
    "button": "Withdraw",
}


class SourceForm(WhyForm):
    """What is said about a source. Its text is never edited."""

    published_on = DayField(
        label="Published on",
        required=False,
        widget=AdminDateWidget,
        help_text="Setting this day dates “on Tuesday” and the like at once.",
    )
    confirm_day = forms.BooleanField(
        label="The day is right", required=False, help_text="It was inferred from the text; what rests on it is unsure."
    )

    class Meta:
        model = Source
        fields = ("published_on",)  # and those that the desk shows

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & {*curation.ABOUT_SOURCE, "published_on"}:
            # what was shown is sent along, so that a field which changed meanwhile does not count as edited
            self.fields[name].show_hidden_initial = True

    def changes(self) -> dict[str, Any]:
        """Return the fields that the editor changed, without the day."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in curation.ABOUT_SOURCE}

    @property
    def day_is_set(self) -> bool:
        return "published_on" in self.changed_data or bool(self.cleaned_data.get("confirm_day"))


class DayForm(forms.Form):
    """A day of publication that is to be set, and why."""

    day = DayField(required=False)
    why = forms.CharField(max_length=500, required=False)


class WithdrawnFilter(admin.SimpleListFilter):
    """Sources that count, or that were withdrawn."""

    title = "withdrawn"
    parameter_name = "withdrawn"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("no", "Counts"), ("yes", "Withdrawn")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if self.value() is None:
            return None
        return queryset.filter(withdrawn_at__isnull=self.value() != "yes")


@admin.register(Source)
class SourceAdmin(FeedDesk, WordsDesk, Desk):
    """Sources, latest first. New ones are fed in by *Add source*, or come by `manage.py ingest`."""

    form = SourceForm
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    change_form_template = "admin/timeline/source_form.html"
    list_display = ("day", "title_or_words", "publisher", "day_is", "events", "counts")
    list_display_links = ("title_or_words",)
    list_filter = (PublishedFilter, "published_how", WithdrawnFilter, "rights", "kind")
    search_fields = ABOUT
    search_help_text = "Words of the title, publisher, author or address, or of an event that it tells of."
    ordering = (F("published_on").desc(nulls_last=True), F("id").desc())
    actions = ("read_again", "withdraw_sources", "put_back_sources")
    readonly_fields = ("standing", "day_known_by", "remarks", "sha256", "parser_version", "added_at", "kind")
    fieldsets = (
        (None, {"fields": ("title", "author", "publisher", "url", "rights")}),
        ("Day of publication", {"fields": ("published_on", "day_known_by", "confirm_day")}),
        (None, {"fields": ("reason",)}),
        (
            "What is known of it",
            {
                "fields": ("standing", "remarks", "kind", "sha256", "parser_version", "added_at"),
                "classes": ["collapse"],
            },
        ),
    )

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        told = Mention.objects.filter(source=OuterRef("pk"), event__isnull=False).order_by().values("source")
        return (
            super()
            .get_queryset(request)
            .defer("text", "raw")
            .annotate(event_count=Subquery(told.annotate(number=Count("event", distinct=True)).values("number")))
        )

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Every word must be somewhere: in what is known about the source, or in an event that it tells of."""
        return queryset.filter(sources_telling_of(search_term)), False

    @admin.display(description="published", ordering="published_on")
    def day(self, source: Source) -> str:
        return edtf.display(source.published_on.isoformat(), style="short") if source.published_on else "unknown"

    @admin.display(description="day is", ordering="published_how")
    def day_is(self, source: Source) -> str:
        return source.published_how

    @admin.display(description="title", ordering="title")
    def title_or_words(self, source: Source) -> str:
        return str(source)

    @admin.display(description="events", ordering="event_count")
    def events(self, source: Source) -> int:
        return source.event_count or 0

    @admin.display(description="counts", ordering="withdrawn_at", boolean=True)
    def counts(self, source: Source) -> bool:
        return source.withdrawn_at is None

    # Reading again, withdrawing, putting back

    @admin.action(description="Read the selected sources again", permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        for source in queryset.order_by("published_on", "sha256"):
            self._read_again(request, source)

    @admin.action(description="Withdraw the selected sources…", permissions=["change"])
    def withdraw_sources(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        reason = self.reason_for_selected(request, queryset, "withdraw_sources", **WITHDRAW_PAGE)
        if not isinstance(reason, str):
            return reason
        self.decide_each(request, queryset, lambda s: curation.withdraw(s, request.user, reason), "withdrawn")
        return None

    @admin.action(description="Put the selected sources back", permissions=["change"])
    def put_back_sources(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.decide_each(request, queryset, lambda s: curation.put_back(s, request.user), "put back")

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        source = self.to_decide_on(request, object_id)
        reason = self.reason_for_one(request, source, **WITHDRAW_PAGE)
        if not isinstance(reason, str):
            return reason
        self.decide_each(request, [source], lambda s: curation.withdraw(s, request.user, reason), "withdrawn")
        return self.back_to(source)

    @only_post
    def put_back_view(self, request: HttpRequest, source: Source) -> None:
        self.decide_each(request, [source], lambda s: curation.put_back(s, request.user), "put back")

    def read_again_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """What reading again would change; then, by its button, reading again."""
        source = self.to_decide_on(request, object_id)
        if request.method == "POST":
            self._read_again(request, source)
            return self.back_to(source)
        try:
            outcome = rehearse_reading_again(source)
        except ingest.Refused as error:
            self.refused(request, error, source)
            return self.back_to(source)
        said = "It was read by today's rules and the names that editors keep, and nothing has been written."
        return self.try_out(request, source, outcome, title="Read again", said=said, button="Read again")

    def day_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """What another day of publication would change; then, by its button, setting it."""
        source = self.to_decide_on(request, object_id)
        sent = request.POST if request.method == "POST" else request.GET
        form = DayForm(sent)
        if not form.is_valid():
            self.message_user(request, " ".join(form.errors.get("day", form.errors.get("why", []))), messages.ERROR)
            return self.back_to(source)
        day, why = form.cleaned_data["day"], form.cleaned_data["why"]
        try:
            if "_sure" in request.POST:
                self._set_day(request, source, day, why)
                return self.back_to(source)
            outcome = rehearse_day(source, day)
        except ingest.Refused as error:
            self.refused(request, error, source)
            return self.back_to(source)
        return self.try_out(
            request,
            source,
            outcome,
            title="Day of publication",
            said=f"With {day_in_words(day)} as its day of publication, this would change. Nothing has been written.",
            button="Set the day",
            hidden=[("day", day.isoformat() if day else ""), ("why", why)],
        )

    def _set_day(self, request: HttpRequest, source: Source, day: date | None, why: str) -> None:
        read = curation.set_day(source, day, request.user, why)
        said = f"Day of publication: {day_in_words(day)}. {counts_of(read).capitalize()}."
        self.message_user(request, said, messages.SUCCESS)

    def _read_again(self, request: HttpRequest, source: Source) -> None:
        try:
            read = ingest.reread(source)
        except ingest.Refused as error:
            self.refused(request, error, source)
        else:
            self.message_user(request, f"“{source}” was read again: {counts_of(read)}.", messages.SUCCESS)

    def get_urls(self) -> list[URLPattern]:
        return [
            self.step("withdraw", self.withdraw_view),
            self.step("putback", self.put_back_view),
            self.step("reread", self.read_again_view),
            self.step("day", self.day_view),
            self.step("words", self.words_view),
            *super().get_urls(),
        ]

    # The form

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> list:
        may = self.has_change_permission(request, obj)
        inferred = obj is not None and obj.published_how == PublishedHow.INFERRED
        left_out = set() if may and inferred else {"confirm_day"}
        if not may:
            left_out.add("reason")
        shown = []
        for name, options in super().get_fieldsets(request, obj):
            fields = tuple(field for field in options["fields"] if field not in left_out)
            if fields:
                shown.append((name, {**options, "fields": fields}))
        return shown

    @admin.display(description="day known by")
    def day_known_by(self, source: Source) -> str:
        return source.get_published_how_display()

    @admin.display(description="standing")
    def standing(self, source: Source) -> str:
        said = []
        if source.withdrawn_at:
            said.append((f"Withdrawn on {day_in_words(source.withdrawn_at.date())}: {source.withdrawn_why}", ""))
        else:
            said.append(("It counts.", ""))
        if source.copy_of_id:
            said.append(("A copy, together one voice, of ", link_to(source.copy_of)))
        if source.supersedes_id:
            said.append(("A later version of ", link_to(source.supersedes)))
        return format_html_join("", "<div>{}{}</div>", said)

    @admin.display(description="parser's remarks")
    def remarks(self, source: Source) -> str:
        return format_html_join("", "<div>{}</div>", [(note,) for note in source.notes]) or "none"

    def render_change_form(self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any) -> HttpResponse:
        if (source := context.get("original")) is not None:
            context["told"] = told_by(source)
            context["paragraphs"] = [line for line in source.text.split("\n") if line.strip()]
            context["may_decide"] = self.has_change_permission(request, source)
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, source: Source) -> str:
        return source.get_absolute_url()

    def save_related(
        self, request: HttpRequest, form: SourceForm, formsets: Iterable[BaseFormSet], change: bool
    ) -> None:
        source, why = form.instance, form.cleaned_data["reason"]
        curation.edit_source(source, form.changes(), request.user, why)
        source.refresh_from_db()
        if form.day_is_set:
            request.day_asked_for = (form.cleaned_data["published_on"], why)

    def response_change(self, request: HttpRequest, obj: Source) -> HttpResponse:
        """A day that was typed is not set yet: first it is shown what that would change."""
        if asked := getattr(request, "day_asked_for", None):
            address = reverse("admin:timeline_source_day", args=[obj.pk])
            day = asked[0].isoformat() if asked[0] else ""
            return HttpResponseRedirect(f"{address}?{urlencode({'day': day, 'why': asked[1]})}")
        return super().response_change(request, obj)


def told_by(source: Source) -> list[Mention]:
    """Return what was read out of a source, in the order of its text, each with its date as readers see it."""
    rows = source.mentions.select_related("event", "passage").order_by("passage__start", "id").defer("reasons")
    for mention in (told := list(rows)):
        mention.shown_when = show_when(mention.when)
    return told


def counts_of(read: ingest.Reread) -> str:
    """Return in words what reading a source again changed."""
    if not (read.changed or read.new or read.lost):
        return f"nothing changed, {_mentions(read.unchanged)} as before"
    linked = read.linked
    return (
        f"{_mentions(read.changed)} changed, {read.new} new, {read.lost} no longer found; "
        f"events: {len(linked.new)} new, {len(linked.changed)} changed, {len(linked.joined)} joined"
    )


def _mentions(number: int) -> str:
    return f"{number} mention{'' if number == 1 else 's'}"
