"""The form on which an event is corrected: dates as people write them, and what editors have set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils.html import escape

from timeline.chronicle import curation
from timeline.chronicle.settle import settle
from timeline.chronicle.tellings import Cast, facts_of
from timeline.models import ENCOUNTERS, Decision, Event, Participation

from .base import WhyForm
from .dated import SentAlong, send_along, show_while_typed, understand
from .guard import decided_since, fields_of, in_words, latest_decision
from .pickers import EncounterField, EncounterSelect
from .shown import LABELS, show_date, show_when

FORM_FIELDS = tuple(name for name in curation.EDITABLE if name != "actors")
"""Fields of an event with an input of their own; actors have rows of theirs."""


class EventForm(WhyForm):
    """An event as an editor corrects it; only what the editor changed is taken, whatever else changed meanwhile."""

    editor: Any = None
    """Who fills it in."""

    when = forms.CharField(
        label="Date",
        max_length=120,
        required=False,
        widget=forms.TextInput({"class": "vTextField", "autocomplete": "off"}),
    )
    concerns = EncounterField(
        Event.objects.none(),
        required=False,
        widget=EncounterSelect(Event._meta.get_field("concerns"), admin.site),
        help_text=Event._meta.get_field("concerns").help_text,
    )
    seen = SentAlong()
    unlock = forms.MultipleChoiceField(
        label="Hand back to the sources",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What is ticked is settled by the sources again, now and whenever a new one comes.",
    )

    class Meta:
        model = Event
        fields = FORM_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        event = self.instance
        for name in self.fields.keys() & set(FORM_FIELDS):
            # what was shown is sent along, so that a field which changed meanwhile does not count as edited
            self.fields[name].show_hidden_initial = bool(event.pk)
        if "concerns" in self.fields:
            encounters = Q(kind__in=ENCOUNTERS, merged_into=None)
            self.fields["concerns"].queryset = Event.objects.filter(encounters | Q(pk=event.concerns_id))
        if "when" in self.fields:
            self.fields["when"].help_text = (
                f"{f'Readers see: {show_date(event.when)}. ' if event.pk else ''}"
                "Write 27 March 2018, March 2018 or EDTF: 2018-03-27, 2018-03-25/2018-03-28 (lasted), "
                "[2018-03-01..2018-03-10] (one day within), 2018-03-27~ (around). Empty: undated."
            )
            show_while_typed(self, "when")
        self.others: list[str] = []
        self.fields["seen"].initial = str(latest_decision(event)) if event.pk else ""
        self._mark_locked()

    def _mark_locked(self) -> None:
        """Say beside each locked field who set it and what the sources say, and offer to hand it back."""
        locked = [name for name in LABELS if name in (self.instance.locked_fields if self.instance.pk else ())]
        if "unlock" not in self.fields:
            return
        if not locked:
            del self.fields["unlock"]
            return
        say = sources_say(self.instance)
        who = who_set(self.instance, locked)
        self.fields["unlock"].choices = [(name, f"{LABELS[name]}: {_say(say, name)}") for name in locked]
        for name in locked:
            if name in self.fields:
                said = escape(f"Set by {who[name]}; {_say(say, name)}.")  # help texts are shown as they are
                rest = self.fields[name].help_text
                self.fields[name].help_text = f"{said} {rest}" if rest else said
                self.fields[name].widget.attrs["data-locked"] = "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        understand(self, "when")
        self._heed_others()
        for name in cleaned.get("unlock") or ():
            if name in self.changed_data:
                self.add_error("unlock", f"{LABELS[name]} is both changed and handed back: do one of them.")
        return cleaned

    def _heed_others(self) -> None:
        """Find what others decided since the form was opened; where that is on the same fields, it comes back once."""
        seen = self.cleaned_data.get("seen") or ""
        if not self.instance.pk or not seen.isdecimal() or self.refusal:
            return
        since = decided_since(self.instance, int(seen), self.editor)
        self.others = in_words(since)
        mine = {*self.changed_data, *(self.cleaned_data.get("unlock") or ())}
        if "_accept" in self.data:
            mine.add("review")
        if fields_of(since) & mine:
            send_along(self, "seen", str(since[-1].pk))
            for said in self.others:
                self.add_error(None, said)
            self.add_error(None, "Nothing has been saved. To set it your way all the same, save again.")

    def changes(self) -> dict[str, Any]:
        """Return the fields that the editor changed."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in FORM_FIELDS}

    def given(self) -> dict[str, Any]:
        """Return the fields of a new event that the editor filled in."""
        always = {"kind", "status", "basis", "title"}
        filled = {name: self.cleaned_data[name] for name in FORM_FIELDS}
        return {name: value for name, value in filled.items() if name in always or (value and value != 1)}


class ParticipationForm(forms.ModelForm):
    """Who takes part, and how."""

    class Meta:
        model = Participation
        fields = ("actor", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in {"actor": "Actor", "role": "Role"}.items():
            if name in self.fields:
                widget = self.fields[name].widget
                getattr(widget, "widget", widget).attrs["aria-label"] = label  # a picker is wrapped in its links


class PartsFormSet(forms.BaseInlineFormSet):
    """The parts of an event, each with words for taking it out."""

    def clean(self) -> None:
        super().clean()
        if any("id" in form.errors for form in self.forms):
            raise forms.ValidationError("The actors changed while this form was open. Open it again to see them.")

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if field := form.fields.get(forms.formsets.DELETION_FIELD_NAME):
            field.widget.attrs["aria-label"] = f"Delete {form.instance}" if form.instance.pk else "Delete this actor"


def sources_say(event: Event) -> dict[str, str]:
    """Return what the sources of an event give for each field, in words; empty where no source tells of it.

    What an act is about depends on other events and is not among it.
    """
    rows = event.mentions.live().select_related("source__copy_of", "passage").in_reading_order()
    said = list(rows.defer("source__text", "source__raw"))
    cast = Cast.of(said)
    facts = [facts_of(mention, cast) for mention in said]
    if not facts:
        return {}
    settled = settle(facts)
    return {
        "kind": str(settled.kind),
        "status": str(settled.status),
        "basis": str(settled.basis),
        "title": settled.title,
        "when": show_when(settled.when),
        "place": settled.place or "no place",
        "country": settled.country or "no country",
        "occasions": str(settled.occasions),
        "actors": ", ".join(f"{party.name} ({party.role})" for party in settled.parties) or "nobody",
    }


def _say(say: dict[str, str], name: str) -> str:
    if not say:
        return "no source tells of it"
    return f"the sources say: {say[name]}" if name in say else "unlock it to see what the sources say"


def who_set(event: Event, fields: Iterable[str]) -> dict[str, str]:
    """Return who set each locked field last, and when."""
    who = dict.fromkeys(fields, "an editor")
    for decision in Decision.objects.filter(event=event).order_by("at", "id"):
        for name in who.keys() & decision.after.keys():
            who[name] = f"{decision.editor_name} on {show_date(decision.at.date().isoformat())}"
    return who
