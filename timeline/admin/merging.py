"""Making one of two, two of one, and remembering that two are not the same: pages for events and for actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from timeline.chronicle import curation
from timeline.chronicle.likenesses import like_actor, like_event
from timeline.models import Actor, Event, Participation

from .base import refuse
from .evidence import evidence_of
from .pickers import Picker
from .shown import LABELS, show_when

WHY = "Kept with the decision. It can be undone from the history."


class WhyMergeForm(forms.Form):
    """Which of two is kept, and why they are one."""

    keep = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why",
        max_length=500,
        help_text=WHY,
        widget=forms.TextInput({"class": "vTextField"}),
        error_messages={"required": "Say why they are the same."},
    )

    def __init__(self, *args: Any, pair: tuple[Model, Model], open_fields: list[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keep"].choices = [(row.pk, f"Keep {row.pk}: {row}") for row in pair]
        self.fields["keep"].initial = pair[0].pk
        for name in open_fields:
            label = f"{LABELS[name]}: editors have set both"
            self.fields[f"value_{name}"] = forms.TypedChoiceField(
                label=label, coerce=int, widget=forms.RadioSelect, choices=[(row.pk, str(row.pk)) for row in pair]
            )

    @property
    def values(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("value_")]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two rows, side by side."""

    label: str
    one: str
    other: str
    one_set: bool = False
    other_set: bool = False

    @property
    def differs(self) -> bool:
        return self.one != self.other


class Pairing:
    """For a desk: the steps that concern two rows of it."""

    def pairing_urls(self) -> list[URLPattern]:
        def pair(name: str, view: Any) -> URLPattern:
            return path(
                f"<int:object_id>/{name}/<int:other>/",
                self.admin_site.admin_view(view),
                name=f"timeline_{self.opts.model_name}_{name}",
            )

        return [
            pair("merge", self.merge_view),
            pair("apart", self.apart_view),
            self.step("same", self.pick_view),
            self.step("split", self.split_view),
        ]

    def pair(self, request: HttpRequest, object_id: int, other: int) -> tuple[Any, Any]:
        """Return two rows to decide on; raises Http404 or PermissionDenied."""
        return self.to_decide_on(request, str(object_id)), self.to_decide_on(request, str(other))

    def next_page(self, request: HttpRequest, row: Model) -> HttpResponseRedirect:
        """Go where whoever sent the form came from, as far as that is here."""
        asked = request.POST.get("next", "") or request.GET.get("next", "")
        if asked and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
            return HttpResponseRedirect(asked)
        return self.back_to(row)

    def pick_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What may be the same, and a way to name any other."""
        row = self.to_decide_on(request, object_id)
        number = request.GET.get("other", "")
        if number.isdecimal() and len(number) < 19:
            other = self.get_object(request, number)
            if other is not None:
                return HttpResponseRedirect(self.pair_address("merge", row, other))
            self.message_user(request, f"There is none with the number {number}.", messages.ERROR)
        return self.page(
            request,
            "same",
            row,
            title="Merge",
            alike=[(other, self.pair_address("merge", row, other), self.describe(other)) for other in self.alike(row)],
        )

    def merge_view(self, request: HttpRequest, object_id: int, other: int) -> HttpResponseBase:
        one, another = self.pair(request, object_id, other)
        impossible = self.why_not_merged(one, another)
        open_fields = [] if impossible else self.collisions(one, another)
        form = WhyMergeForm(request.POST or None, pair=(one, another), open_fields=open_fields)
        if not impossible and form.is_valid():
            keep, gone = (one, another) if form.cleaned_data["keep"] == one.pk else (another, one)
            try:
                self.merge(keep, gone, request.user, form)
            except curation.NotPossible as error:
                refuse(form, error)
            else:
                self.message_user(request, f"Merged: “{gone}” is now part of “{keep}”.", messages.SUCCESS)
                return self.next_page(request, keep)
        return self.page(
            request,
            "merge",
            one,
            title="Merge",
            other=another,
            impossible=impossible,
            form=form,
            compared=self.compare(one, another),
            sides=[self.side(one), self.side(another)],
            warnings=self.warnings(one, another),
            apart_address=self.pair_address("apart", one, another),
            next=request.POST.get("next", "") or request.GET.get("next", ""),
        )

    def apart_view(self, request: HttpRequest, object_id: int, other: int) -> HttpResponseBase:
        """Remember that two are not the same; by a button only."""
        one, another = self.pair(request, object_id, other)
        if request.method == "POST":
            try:
                self.tell_apart(one, another, request.user, request.POST.get("reason", "")[:500])
            except curation.NotPossible as error:
                self.refused(request, error)
            else:
                self.message_user(request, f"Remembered: “{one}” and “{another}” are not the same.", messages.SUCCESS)
        return self.next_page(request, one)

    def pair_address(self, step: str, one: Model, other: Model) -> str:
        return reverse(f"admin:timeline_{self.opts.model_name}_{step}", args=[one.pk, other.pk])


class EventPairing(Pairing):
    """Two events."""

    alike = staticmethod(like_event)
    why_not_merged = staticmethod(curation.why_not_merged)
    collisions = staticmethod(curation.collisions)
    tell_apart = staticmethod(curation.tell_apart)

    def merge(self, keep: Event, gone: Event, editor: Any, form: WhyMergeForm) -> None:
        chosen = {
            name.removeprefix("value_"): curation.KEEP if value == keep.pk else curation.GONE
            for name, value in form.cleaned_data.items()
            if name.startswith("value_")
        }
        curation.merge(keep, gone, editor, form.cleaned_data["reason"], chosen)

    def describe(self, event: Event) -> str:
        kind = f"{event.get_kind_display()}, {event.get_status_display()}"
        return f"{show_when(event.when)}; {kind}; {event.place or 'no place'}"

    def compare(self, one: Event, other: Event) -> list[Compared]:
        rows = []
        for name, label in LABELS.items():
            if name in Event.SETTLED_FIELDS:
                values = (_in_words(one, name), _in_words(other, name))
                rows.append(Compared(label, *values, name in one.locked_fields, name in other.locked_fields))
        rows.append(Compared("Review", one.get_review_display(), other.get_review_display()))
        rows.append(Compared("Independent sources", str(one.voices), str(other.voices)))
        return rows

    def side(self, event: Event) -> dict[str, Any]:
        return {"row": event, "evidence": evidence_of(event)}

    def warnings(self, one: Event, other: Event) -> list[str]:
        said = []
        if one.when and other.when and one.when != other.when:
            said.append(f"The dates differ: {show_when(one.when)} and {show_when(other.when)}.")
        if one.country_id and other.country_id and one.country_id != other.country_id:
            said.append(f"The countries differ: {one.country} and {other.country}.")
        return said

    def split_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        event = self.to_decide_on(request, object_id)
        form = SplitForm(request.POST or None, keys=[item.mention.key for item in evidence_of(event)])
        if form.is_valid():
            given = form.cleaned_data
            try:
                new = curation.split(event, given["passages"], request.user, given["reason"])
            except curation.NotPossible as error:
                refuse(form, error)
            else:
                self.message_user(request, f"Split off: “{new}”.", messages.SUCCESS)
                return self.next_page(request, event)
        said = "Tick the passages that tell of another event. They become an event of their own."
        return self.page(
            request,
            "split",
            event,
            title="Split",
            said=said,
            form=form,
            evidence=evidence_of(event),
            next=request.POST.get("next", "") or request.GET.get("next", ""),
        )


class ActorPairing(Pairing):
    """Two actors."""

    alike = staticmethod(like_actor)
    why_not_merged = staticmethod(curation.why_actors_not_merged)
    tell_apart = staticmethod(curation.tell_actors_apart)

    def collisions(self, one: Actor, other: Actor) -> list[str]:
        return []

    def merge(self, keep: Actor, gone: Actor, editor: Any, form: WhyMergeForm) -> None:
        curation.merge_actors(keep, gone, editor, form.cleaned_data["reason"])

    def describe(self, actor: Actor) -> str:
        return ", ".join(str(part) for part in (actor.kind, actor.affiliation, actor.office) if part)

    def compare(self, one: Actor, other: Actor) -> list[Compared]:
        def both(label: str, show: Any) -> Compared:
            return Compared(label, str(show(one) or "–"), str(show(other) or "–"))

        return [
            both("Name", lambda actor: actor.name),
            both("Kind", lambda actor: actor.kind),
            both("Serves", lambda actor: actor.affiliation),
            both("Office", lambda actor: actor.office),
            both("Goes by", lambda actor: ", ".join(actor.names.values_list("name", flat=True))),
            both("Events", lambda actor: actor.participations.values("event").distinct().count()),
            both("Served by", lambda actor: actor.people.count()),
        ]

    def side(self, actor: Actor) -> dict[str, Any]:
        events = Event.objects.involving(actor).filter(merged_into=None).newest_first()
        return {"row": actor, "events": events[:10], "more": max(events.count() - 10, 0)}

    def warnings(self, one: Actor, other: Actor) -> list[str]:
        shared = curation.shared_events(one, other)
        said = []
        if shared:
            named = ", ".join(f"“{event}”" for event in shared[:3])
            said.append(f"Both take part in {len(shared)} of the same events ({named}): are they one?")
        if one.affiliation_id and other.affiliation_id and one.affiliation_id != other.affiliation_id:
            said.append(f"They serve different states: {one.affiliation} and {other.affiliation}.")
        mine, theirs = (actor.participations.values("event").distinct().count() for actor in (one, other))
        moving = f"{theirs} event{'' if theirs == 1 else 's'}"
        said.append(f"Keeping {one.pk} moves {moving} and makes one of {len(shared)} where both take part.")
        if theirs > mine:
            said.append(f"{other.pk} has more events than {one.pk}: better keep that one.")
        return said

    def split_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        actor = self.to_decide_on(request, object_id)
        naming = curation.naming_mentions(actor)
        form = SplitActorForm(
            request.POST or None, keys=[mention.key for mention in naming], actor=actor, site=self.admin_site
        )
        if form.is_valid():
            given = form.cleaned_data
            try:
                with_whom = given["to"] or self._made(actor, given["name"], request.user)
                curation.split_actor(actor, given["passages"], with_whom, request.user, given["reason"])
            except curation.NotPossible as error:
                refuse(form, error)
            else:
                count = len(given["passages"])
                said = f"{count} passage{'' if count == 1 else 's'} now mean “{with_whom}”."
                self.message_user(request, said, messages.SUCCESS)
                return self.next_page(request, actor)
        said = "Tick the passages that mean somebody else, and say whom. Reading again keeps it so."
        context = {"said": said, "form": form, "naming": naming, "media": self.media + form.media}
        return self.page(request, "split", actor, title="Split", **context)

    def _made(self, actor: Actor, name: str, editor: Any) -> Actor:
        fields = {"name": name, "kind": actor.kind, "affiliation": None, "office": ""}
        return curation.make_actor(fields, editor, f"split from {actor}")


class SplitForm(forms.Form):
    """Which passages belong elsewhere, and why."""

    passages = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": "Tick the passages that belong elsewhere."}
    )
    reason = forms.CharField(
        label="Why",
        max_length=500,
        help_text=WHY,
        widget=forms.TextInput({"class": "vTextField"}),
        error_messages={"required": "Say why they are two."},
    )

    def __init__(self, *args: Any, keys: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passages"].choices = [(key, key) for key in keys]

    @property
    def ticked(self) -> list[str]:
        return self["passages"].value() or []


class SplitActorForm(SplitForm):
    """Which passages mean somebody else, and whom."""

    to = forms.ModelChoiceField(Actor.objects.standing(), required=False, label="Somebody who is there already")
    name = forms.CharField(
        label="Or somebody new, by the name",
        max_length=200,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="A name that tells the two apart.",
    )
    field_order = ("to", "name", "reason")

    def __init__(self, *args: Any, actor: Actor, site: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        field = Participation._meta.get_field("actor")
        self.fields["to"].widget = Picker(field, site, {"aria-label": "Somebody who is there already"})
        self.fields["to"].widget.choices = self.fields["to"].choices
        self.fields["to"].queryset = Actor.objects.standing().filter(kind=actor.kind)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name = " ".join((cleaned.get("name") or "").split())
        if bool(cleaned.get("to")) == bool(name) and not self.errors:
            self.add_error("name", "Say whom they mean: pick somebody, or give a new name.")
        if name and self.actor.names.filter(name=name).exists():
            self.add_error("name", f"{self.actor} goes by that name; give one that tells the two apart.")
        cleaned["name"] = name
        return cleaned


def _in_words(event: Event, name: str) -> str:
    """Return a field of an event as editors read it."""
    if name == "when":
        return show_when(event.when)
    if name == "actors":
        parts = event.participations.select_related("actor").order_by("actor__name", "role")
        return ", ".join(f"{part.actor} ({part.role})" for part in parts) or "nobody"
    value = getattr(event, f"get_{name}_display", lambda: getattr(event, name))()
    return str(value) if value not in (None, "") else "–"
