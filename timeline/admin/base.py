"""What all desks of the admin share: nobody deletes, decisions are shown in the history, a reason is asked for, and
what cannot be decided as asked is said in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

from timeline.chronicle import curation, ingest
from timeline.chronicle.rehearsal import Outcome
from timeline.models import Action, Decision

from .again import show_outcome
from .shown import LABELS, NOTHING, show_decisions, show_when

SHOWN_AT_MOST = 20
"""Rows that are named one by one before a decision on all of them."""

WHY = "Kept with the decision, and shown in the history."


class ReasonForm(forms.Form):
    """Asks why."""

    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField", "aria-describedby": "id_reason_help"}),
        error_messages={"required": "Say why: readers who come to the old address are told it."},
    )


class WhyForm(forms.ModelForm):
    """A form of one row, with the reason for what is changed."""

    refusal: Exception | None = None
    """Why what was sent cannot be done, once it was tried."""

    reason = forms.CharField(
        label="Why", max_length=500, required=False, help_text=WHY, widget=forms.TextInput({"class": "vTextField"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The database's constraints are left to the curation, which says in words what cannot be.
        self.instance.validate_constraints = lambda exclude=None: None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.refusal:
            refuse(self, self.refusal)
        return cleaned


def refuse(form: forms.BaseForm, error: Exception) -> None:
    """Show beside its field what cannot be decided as asked; above the form where the message names no field."""
    field, colon, said = str(error).partition(": ")
    field = "reason" if field == "why" else field
    if colon and field in form.fields:
        form.add_error(field, sentence(said))
    else:
        form.add_error(None, sentence(str(error)))


def become(draft: Model, made: Model) -> None:
    """Let the unsaved row that a form has built be the one that the curation made of it."""
    vars(draft).update(vars(made))


def sentence(words: str) -> str:
    """Return words as a sentence of their own."""
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!")) else f"{words}."


class VersionsShown(HistoricalRecordContextHelper):
    """How a change of one field is put: dates as readers see them, and "nothing" for nothing."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        if value in (None, "", []) or (isinstance(value, DeletedObject) and value.pk is None):
            return NOTHING
        if change.field == "when":
            return show_when(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list):
            return ", ".join(LABELS.get(name, str(name)) for name in value)
        return super().prepare_delta_change_value(change, value)


class Desk(SimpleHistoryAdmin):
    """A desk at which rows are read and corrected, and none is deleted."""

    history_list_per_page = 50
    object_history_template = "admin/timeline/history.html"
    show_full_result_count = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        """The form. What cannot be done is not done at all: the form comes back as it was sent, with the reason."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (curation.NotPossible, ingest.Refused) as error:
            request.refusal = error
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any) -> type:
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", None)  # a class of its own for each request
        return form

    def save_form(self, request: HttpRequest, form: WhyForm, change: bool) -> Model:
        return form.save(commit=False)

    def save_model(self, request: HttpRequest, obj: Model, form: WhyForm, change: bool) -> None:
        """Nothing yet: the curation saves, in `save_related`, when all rows of the form are known to be good."""

    def get_urls(self) -> list[URLPattern]:
        """Leave out simple-history's page for going back to an old version: it would write past the curation."""
        undo = path(
            "<path:object_id>/undo/<int:decision>/",
            self.admin_site.admin_view(self.undo_view),
            name=f"timeline_{self.opts.model_name}_undo",
        )
        return [undo, *super(SimpleHistoryAdmin, self).get_urls()]

    def undo_view(self, request: HttpRequest, object_id: str, decision: int) -> HttpResponseBase:
        """Take a decision on a row back."""
        row = self.to_decide_on(request, object_id)
        taken = next((d for d in self.decisions_on(row) if d.pk == decision), None)
        if taken is None:
            raise Http404
        if request.method == "POST":
            try:
                curation.undo(taken, request.user)
            except (curation.NotPossible, ingest.Refused) as error:
                self.refused(request, error)
            else:
                self.message_user(request, f"Undone: {taken}.", messages.SUCCESS)
        return self.back_to(row)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        """The decisions taken on a row with what they changed, and below every change of its fields."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        decisions = self.decisions_on(row)
        latest = next((d for d in decisions if d.action != Action.UNDO and not hasattr(d, "undone_by")), None)
        context = {
            "decisions": show_decisions(decisions),
            "undoable": latest.pk if latest else None,
            "may_decide": self.has_change_permission(request, row),
            "undo_address": f"admin:timeline_{self.opts.model_name}_undo",
        }
        return super().history_view(request, object_id, context | (extra_context or {}))

    def decisions_on(self, row: Model) -> list[Decision]:
        """Return the decisions on a row, newest first."""
        return list(row.decisions.select_related("other_event", "undone_by"))

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> Any:
        return VersionsShown(self.model, historical_record)

    def revert_disabled(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return True

    def history_view_title(self, request: HttpRequest, obj: Model) -> str:
        return f"History: {obj}"

    def refused(self, request: HttpRequest, error: Exception, about: Model | None = None) -> None:
        """Say in a message what could not be done."""
        said = str(error)
        self.message_user(request, f"“{about}”: {said}" if about else sentence(said), messages.ERROR)

    def step(self, name: str, view: Callable[..., HttpResponseBase]) -> URLPattern:
        """Return the address of something that is done with one row: `<id>/<name>/`."""
        return path(
            f"<path:object_id>/{name}/",
            self.admin_site.admin_view(view),
            name=f"timeline_{self.opts.model_name}_{name}",
        )

    def to_decide_on(self, request: HttpRequest, object_id: str) -> Any:
        """Return the row that somebody wants to decide on; raises Http404 or PermissionDenied."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        return row

    def back_to(self, row: Model) -> HttpResponseRedirect:
        return HttpResponseRedirect(self._address_of(row))

    def _address_of(self, row: Model) -> str:
        return reverse(f"admin:timeline_{self.opts.model_name}_change", args=[row.pk])

    def decide_each(self, request: HttpRequest, rows: Iterable[Model], decide: Callable[[Any], Any], done: str) -> None:
        """Decide on rows one by one, and say on how many and why on some not. `done` ends "3 events …"."""
        count = 0
        for row in rows:
            try:
                decide(row)
            except curation.NotPossible as error:
                self.refused(request, error, row)
            else:
                count += 1
        if count:
            self.message_user(request, f"{self.counted(count)} {done}.", messages.SUCCESS)

    def counted(self, number: int) -> str:
        return f"{number} {self.opts.verbose_name if number == 1 else self.opts.verbose_name_plural}"

    def ask_reason(
        self,
        request: HttpRequest,
        rows: QuerySet | Sequence[Model],
        form: ReasonForm,
        *,
        title: str,
        said: str,
        button: str,
        hidden: Mapping[str, Iterable[Any]] = {},
    ) -> TemplateResponse:
        """The page that asks why, before something is decided on these rows; `hidden` are fields to send along."""
        shown = list(rows[:SHOWN_AT_MOST])
        total = len(rows) if isinstance(rows, list) else rows.count()
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "said": said,
            "button": button,
            "form": form,
            "rows": shown,
            "more": total - len(shown),
            "hidden": [(name, value) for name, values in hidden.items() for value in values],
            "opts": self.opts,
            "media": self.media,
            "back": self._address_of(shown[0]) if len(shown) == 1 else request.path,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/timeline/reason.html", context)

    def page(self, request: HttpRequest, template: str, row: Model | None = None, **context: Any) -> TemplateResponse:
        """Return a page of this desk, about one row or about none."""
        request.current_app = self.admin_site.name
        shown = {**self.admin_site.each_context(request), "opts": self.opts, "row": row, "media": self.media}
        if row is not None:
            shown["back"] = self._address_of(row)
        return TemplateResponse(request, f"admin/timeline/{template}.html", shown | context)

    def try_out(
        self, request: HttpRequest, row: Model, outcome: Outcome, *, title: str, said: str, button: str, **more: Any
    ) -> TemplateResponse:
        """The page that shows what something would change, with the button that does it."""
        shown = {"outcome": show_outcome(outcome), "title": title, "said": said, "button": button}
        return self.page(request, "rehearsal", row, **shown, **more)

    def reason_for_selected(self, request: HttpRequest, rows: QuerySet, action: str, **page: str) -> Any:
        """Return the reason given for an action on selected rows, or the page that asks for it."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            return form.cleaned_data["reason"]
        hidden = {
            "action": [action],
            "index": [0],
            "select_across": [request.POST.get("select_across", "0")],
            admin.helpers.ACTION_CHECKBOX_NAME: request.POST.getlist(admin.helpers.ACTION_CHECKBOX_NAME),
        }
        return self.ask_reason(request, rows, form, hidden=hidden, **page)

    def reason_for_one(self, request: HttpRequest, row: Model, **page: str) -> Any:
        """Return the reason given for deciding on one row, or the page that asks for it."""
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            return form.cleaned_data["reason"]
        return self.ask_reason(request, [row], form, **page)


def only_post(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let a step that writes be taken by a button only; an address typed in leads to the form."""

    def step(self: Desk, request: HttpRequest, object_id: str, **kwargs: Any) -> HttpResponseBase:
        row = self.to_decide_on(request, object_id)
        if request.method == "POST":
            try:
                view(self, request, row, **kwargs)
            except curation.NotPossible as error:
                self.refused(request, error)
        return self.back_to(row)

    return step
