"""Date fields that people type into: what was typed is shown as it was understood before it is kept.

Where scripts run, the page shows it while it is typed and sends along what was shown. Where they do not, the form
comes back once with what was understood, to be sent again.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy

from timeline import edtf

from .shown import show_when
from .typed import read_typed


class SentAlong(forms.CharField):
    """What a page tells of itself; never something that an editor changed."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=60, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class DatedForm(forms.Form):
    """A form with fields in which dates are typed as people write them."""

    dated: tuple[str, ...] = ()
    """Fields in which a date is typed; each must be a CharField."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.dated:
            show_while_typed(self, name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in self.dated:
            understand(self, name)
        return cleaned


def show_while_typed(form: forms.BaseForm, name: str) -> None:
    """Let the page show how a date is understood while it is typed, and send along what it has shown."""
    if name not in form.fields:
        return
    form.fields[name].widget.attrs |= {
        "data-date": reverse_lazy("admin:timeline_event_date"),
        "data-understood": form.auto_id % form.add_prefix(understood_name(name)),
        "autocomplete": "off",
    }
    form.fields[understood_name(name)] = SentAlong()


def understood_name(name: str) -> str:
    return f"{name}_understood"


def understand(form: forms.BaseForm, name: str) -> None:
    """Read what was typed; ask once where it was put in words and nobody has seen how they were understood."""
    if name not in form.cleaned_data:
        return
    typed = " ".join((form.cleaned_data[name] or "").split())
    try:
        when = read_typed(typed)
    except forms.ValidationError as error:
        form.add_error(name, error)
        return
    form.cleaned_data[name] = when
    if not when or typed in (when, edtf.display(when)) or name not in form.changed_data:
        return
    if form.cleaned_data.get(understood_name(name)) == when:
        return
    send_along(form, understood_name(name), when)
    form.add_error(name, f"“{typed}” is understood as {show_when(when)}. If that is right, save again.")


def send_along(form: forms.BaseForm, name: str, value: str) -> None:
    """Let a form that comes back send something else along than what was sent."""
    form.data = form.data.copy()
    form.data[form.add_prefix(name)] = value


def date_view(request: HttpRequest) -> JsonResponse:
    """Return how typed words are understood as a date, or what is wrong with them."""
    try:
        when = read_typed(request.GET.get("words", "")[:120])
    except forms.ValidationError as error:
        return JsonResponse({"wrong": " ".join(error.messages)})
    return JsonResponse({"when": when, "shown": show_when(when)})
