"""The list of all decisions: to be read, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from timeline.models import Action, Decision

from .shown import show_decisions


class ReadOnly(admin.ModelAdmin):
    """Rows that the admin shows and does not change."""

    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Decision)
class DecisionAdmin(ReadOnly):
    """Who decided what, when and why."""

    list_display = ("at", "editor_name", "action", "about", "why")
    list_display_links = ("at",)
    list_filter = ("action", "at", "editor_name")
    list_select_related = ("event", "actor", "source")
    search_fields = ("editor_name", "why", "event__title", "actor__name", "source__title")
    fields = ("at", "editor_name", "action", "about", "other", "why", "changed", "undone", "uid")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("source__text", "source__raw")

    def render_change_form(self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any) -> HttpResponse:
        """Offer to take it back, to whoever may decide on what it is about."""
        decision = context["original"]
        row = decision.event or decision.actor or decision.source
        open_to_undo = decision.action != Action.UNDO and not hasattr(decision, "undone_by")
        if open_to_undo and request.user.has_perm(f"timeline.change_{row._meta.model_name}"):
            context["undo"] = reverse(f"admin:timeline_{row._meta.model_name}_undo", args=[row.pk, decision.pk])
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="about")
    def about(self, decision: Decision) -> str:
        return link_to(decision.event or decision.actor or decision.source)

    @admin.display(description="and")
    def other(self, decision: Decision) -> str:
        return link_to(decision.other_event) if decision.other_event else "–"

    @admin.display(description="changed")
    def changed(self, decision: Decision) -> str:
        (shown,) = show_decisions([decision])
        rows = [(change.field, change.before, change.after) for change in shown.changes]
        if shown.moved:
            rows.append(("Passages", "", f"{shown.moved} moved"))
        return format_html_join("", "<div><strong>{}</strong>: {} → {}</div>", rows) or "–"

    @admin.display(description="undone")
    def undone(self, decision: Decision) -> str:
        if decision.undoes_id:
            return format_html("undoes {}", link_to(decision.undoes))
        later = getattr(decision, "undone_by", None)
        return link_to(later) if later else "no"


def link_to(row: Model | None) -> str:
    """Return a link to a row's page in the admin."""
    if row is None:
        return "–"
    return format_html(
        '<a href="{}">{}</a>', reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk]), row
    )
