"""Fields in which a row is picked by typing some of its name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import QuerySet
from django.urls import reverse

from timeline.models import ENCOUNTERS, Event

from .shown import show_date


class Picker(AutocompleteSelect):
    """The stock picker; while nothing is picked it says what is asked for, and so has a name to be read aloud."""

    asks_for = "Pick one"

    def build_attrs(self, base_attrs: dict, extra_attrs: dict | None = None) -> dict:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {"data-placeholder": self.attrs.get("aria-label", self.asks_for)}


class EncounterSelect(Picker):
    """Picks the encounter that an act is about; titles recur, so each is shown with its date."""

    asks_for = "Pick an encounter"

    def get_url(self) -> str:
        return reverse(f"{self.admin_site.name}:timeline_event_encounters")


class EncounterPicker(AutocompleteJsonView):
    """Answers the picker of encounters."""

    def serialize_result(self, obj: Event, to_field_name: str) -> dict[str, str]:
        return {"id": str(obj.pk), "text": with_date(obj)}

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().filter(kind__in=ENCOUNTERS, merged_into=None)


class EncounterField(forms.ModelChoiceField):
    """An encounter, shown with its date."""

    def label_from_instance(self, obj: Event) -> str:
        return with_date(obj)


def with_date(event: Event) -> str:
    """Return what tells an event from others of its title."""
    return f"{event.title}, {show_date(event.when)}"


class WithPickers:
    """For an admin: its `autocomplete_fields` are pickers of ours, without links to make or change what is picked."""

    linked_pickers = ()
    """Fields whose picker leads to the form of what is picked, and to that of a new one."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", Picker(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.autocomplete_fields and db_field.name not in self.linked_pickers:
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
        return field
