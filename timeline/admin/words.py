"""Evidence by hand: words of a stored article that tell of an event, where the parser did not see it.

The words are selected in the text with a pointer or keyboard, or quoted by hand; the page works either way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from timeline import edtf
from timeline.chronicle import curation
from timeline.models import Actor, Basis, Event, Kind, Participation, Source, Status
from timeline.parser.layout import lay_out

from .base import refuse
from .dated import DatedForm
from .pickers import Picker, with_date

PARTS = 4
"""Actors that can be named for a missed event at once; more are added on its own page."""


class WordsForm(DatedForm):
    """Which words of a source tell of which event."""

    dated = ("when",)

    words = forms.CharField(
        label="Words",
        max_length=5_000,
        widget=forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
        help_text="Select them in the text, or quote them letter by letter.",
        error_messages={"required": "Quote the words that tell of it."},
    )
    paragraph = forms.IntegerField(
        label="In paragraph", required=False, min_value=1, help_text="Its number; needed where the words stand twice."
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    event = forms.IntegerField(
        label="Tells of event number",
        required=False,
        help_text="One of those below, or any other by the number in its address. Empty: an event that was missed.",
    )
    when = forms.CharField(
        label="Date",
        max_length=120,
        required=False,
        help_text="As the words give it. For an event that is there already, empty means its own date.",
    )
    title = forms.CharField(max_length=300, required=False)
    kind = forms.ChoiceField(choices=[("", "–"), *Kind.choices], required=False)
    status = forms.ChoiceField(choices=[("", "–"), *Status.choices], required=False)
    basis = forms.ChoiceField(choices=Basis.choices, required=False, initial=Basis.STATED)
    place = forms.CharField(max_length=200, required=False)
    why = forms.CharField(label="Why", max_length=500, required=False)

    def __init__(self, *args: Any, site: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = Participation._meta.get_field("actor")
        for number in range(1, PARTS + 1):
            picker = Picker(field, site, {"aria-label": f"Actor {number}"})
            self.fields[f"actor_{number}"] = forms.ModelChoiceField(
                Actor.objects.standing(), required=False, label=f"Actor {number}", widget=picker
            )
            self.fields[f"role_{number}"] = forms.ChoiceField(
                label=f"Role {number}",
                choices=Participation._meta.get_field("role").choices,
                required=False,
                widget=forms.Select({"aria-label": f"Role {number}"}),
            )

    def clean_event(self) -> Event | None:
        if not (number := self.cleaned_data["event"]):
            return None
        event = Event.objects.filter(pk=number, merged_into=None).first()
        if event is None:
            raise forms.ValidationError(f"There is no event with the number {number}.")
        return event

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "event" in cleaned and cleaned["event"] is None:
            for name in ("title", "kind", "status"):
                if not cleaned.get(name):
                    self.add_error(name, "An event that was missed needs this.")
        return cleaned

    def parts(self) -> list[tuple[Actor, str]]:
        numbers = range(1, PARTS + 1)
        given = [(self.cleaned_data[f"actor_{n}"], self.cleaned_data[f"role_{n}"]) for n in numbers]
        return [(actor, role) for actor, role in given if actor]

    @property
    def part_rows(self) -> list[tuple]:
        return [(self[f"actor_{n}"], self[f"role_{n}"]) for n in range(1, PARTS + 1)]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered line of a source, at its place in the text."""

    number: int
    start: int
    words: str


class WordsDesk:
    """For the desk of sources: the page on which words of an article become evidence."""

    def words_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        source = self.to_decide_on(request, object_id)
        form = WordsForm(request.POST or None, site=self.admin_site, initial={"event": request.GET.get("event")})
        if form.is_valid():
            try:
                event = self._tell(request, source, form)
            except curation.NotPossible as error:
                refuse(form, error)
            else:
                return HttpResponseRedirect(reverse("admin:timeline_event_change", args=[event.pk]))
        return self.page(
            request,
            "words",
            source,
            title="Add what it tells",
            form=form,
            paragraphs=paragraphs_of(source),
            told=[(event.pk, with_date(event)) for event in told_in(source)],
            media=self.media + form.media,
        )

    def _tell(self, request: HttpRequest, source: Source, form: WordsForm) -> Event:
        """Record what the editor found; return the event that it tells of."""
        given = form.cleaned_data
        words = found_words(source, given["words"], given["paragraph"], given["start"])
        if (event := given["event"]) is not None:
            if given["when"]:
                words = replace(words, when=given["when"])
            curation.add_evidence(event, words, request.user, given["why"])
            self.message_user(request, f"These words now tell of “{event}”.", messages.SUCCESS)
            return event
        fields = {name: given[name] for name in ("title", "kind", "status", "basis", "when", "place") if given[name]}
        if parts := form.parts():
            fields["actors"] = parts
        event = curation.make_event(fields, request.user, given["why"], words)
        self.message_user(request, f"Made: “{event}”, {edtf.display(event.when) or 'undated'}.", messages.SUCCESS)
        return event


def found_words(source: Source, quoted: str, paragraph: int | None, start: int | None) -> curation.Words:
    """Return the words at their place: where they were selected, if they do stand there, else where they are found."""
    quoted = quoted.replace("\r\n", "\n")
    if start is not None and quoted and source.text[start : start + len(quoted)] == quoted:
        return curation.Words(source, start, start + len(quoted))
    return curation.find_words(source, quoted, paragraph)


def told_in(source: Source) -> QuerySet:
    """Return the events of which a source tells already."""
    return Event.objects.filter(mentions__source=source, merged_into=None).distinct().chronological()


def paragraphs_of(source: Source) -> list[Paragraph]:
    """Return the numbered lines of a source."""
    return [
        Paragraph(line.paragraph, line.start, source.text[line.start : line.end]) for line in lay_out(source.text).lines
    ]
