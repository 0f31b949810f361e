"""Feeding it an article: pasted or uploaded, looked at before anything is written, then taken in.

What the page shows is what taking it in would do, since that is tried and taken back (see `chronicle.rehearsal`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from timeline.chronicle import curation, ingest
from timeline.chronicle.articles import Given, decode, from_html, looks_like_html
from timeline.chronicle.rehearsal import Preview, rehearse_taking_in
from timeline.models import PublishedHow
from timeline.parser import layout
from timeline.parser.reading import READ_ROLES

from .again import show_event, show_outcome, show_told
from .days import DayField, day_in_words

AT_ONCE = 300_000
"""Bytes that are read while one waits; a longer article is put among those on their way in."""


class FilesInput(forms.ClearableFileInput):
    """Lets several files be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, each with its text: a list of names and texts."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, str]]:
        read, wrong = [], []
        for file in filter(None, data if isinstance(data, (list, tuple)) else [data]):
            try:
                read.append((file.name, decode(super().clean(file, initial).read())))
            except (ingest.Refused, forms.ValidationError) as error:
                said = error.messages[0] if isinstance(error, forms.ValidationError) else str(error)
                wrong.append(f"{file.name}: {said}" if len(data) > 1 else said)
        if wrong:
            raise forms.ValidationError(wrong)
        return read


class FeedForm(forms.Form):
    """An article and what is known of it."""

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 14, "class": "vLargeTextField"}),
        help_text="The text, or the whole page as HTML. It is kept as it is and never edited afterwards.",
    )
    file = FilesField(
        label="Or a file",
        required=False,
        help_text="Text or HTML, in UTF-8. Several are not looked at first: they are read later, one after the other.",
    )
    publisher = forms.CharField(max_length=300, required=False, widget=forms.TextInput({"class": "vTextField"}))
    url = forms.URLField(
        label="Address",
        max_length=2000,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"class": "vURLField"}),
    )
    published = DayField(
        label="Published on",
        required=False,
        widget=AdminDateWidget,
        help_text="Without it, every “on Tuesday” waits for it.",
    )
    title = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Empty: as the article says.",
    )
    author = forms.CharField(max_length=300, required=False, widget=forms.TextInput({"class": "vTextField"}))
    reason = forms.CharField(
        label="Why", max_length=500, required=False, widget=forms.TextInput({"class": "vTextField"})
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        text, files = cleaned.get("text") or "", cleaned.get("file") or []
        if len(files) > 1:
            for name in ("text", "title", "url"):
                if cleaned.get(name):
                    self.add_error(name, "It belongs to one article, but several files were chosen.")
        elif files:
            ((_, cleaned["text"]),) = files
        elif not text.strip() and not self.errors:
            self.add_error("text", "Paste a text or choose a file.")
        return cleaned

    @property
    def given(self) -> Given:
        about = self.cleaned_data
        return Given(about["title"], about["author"], about["publisher"], about["url"], about["published"])

    def article(self) -> ingest.Article:
        """Return the article that was sent; raises Refused where a page holds none."""
        text, given = self.cleaned_data["text"], self.given
        if looks_like_html(text.encode()):
            return from_html(text.encode(), given)
        return ingest.Article(
            text, given.title, given.author, given.publisher, given.url, given.published, PublishedHow.GIVEN
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article as it would be read."""

    number: int
    words: str
    used: bool
    role: str
    rule: str
    passages: int
    """How many passages that tell of an event it has."""


class FeedDesk:
    """For the desk of sources: *Add source* feeds an article in."""

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = FeedForm(request.POST or None, request.FILES or None)
        context: dict[str, Any] = {"title": "Feed it an article"}
        if form.is_valid():
            try:
                answer = self._feed(request, form, context)
            except ingest.Refused as error:
                form.add_error("text", f"It cannot be read: {error}.")
            else:
                if answer is not None:
                    return answer
        return self.page(request, "feed", form=form, media=self.media + form.media, **context)

    def _feed(self, request: HttpRequest, form: FeedForm, context: dict[str, Any]) -> HttpResponse | None:
        """Take in what was looked at; else put what it would give into the page's context and return None."""
        if len(files := form.cleaned_data["file"]) > 1:
            return self._send_in(request, form, files)
        content = form.cleaned_data["text"]
        if len(content.encode()) > AT_ONCE:
            intake = curation.send_in(content, form.given, request.user)
            said = f"It is longer than {AT_ONCE // 1000} kB and is read later; it waits among those on their way in."
            self.message_user(request, said, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:timeline_intake_change", args=[intake.pk]))
        article = form.article()
        seen = fingerprint(article)
        if "_save" in request.POST and form.cleaned_data["seen"] == seen:
            return self._take_in(request, article, form.cleaned_data["reason"])
        context |= show_preview(rehearse_taking_in(article), article)
        form.data = form.data.copy()
        form.data["seen"], form.data["text"] = seen, content
        return None

    def _send_in(self, request: HttpRequest, form: FeedForm, files: list[tuple[str, str]]) -> HttpResponse:
        for name, content in files:
            curation.send_in(content, form.given, request.user, name)
        self.message_user(request, f"{len(files)} articles wait to be read.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:timeline_intake_sent"))

    def _take_in(self, request: HttpRequest, article: ingest.Article, why: str) -> HttpResponse:
        taken = curation.take_in(article, request.user, why)
        source = taken.source
        address = reverse("admin:timeline_source_change", args=[source.pk])
        if taken.known:
            self.message_user(request, f"The same text as “{source}”: nothing was changed.", messages.WARNING)
            return HttpResponseRedirect(address)
        events = source.mentions.values("event").distinct().count()
        said = 'Taken in: {} passage{} of {} event{}. It can be undone from its <a href="{}">history</a>.'
        history = reverse("admin:timeline_source_history", args=[source.pk])
        plural = ["" if number == 1 else "s" for number in (taken.mentions, events)]
        self.message_user(
            request, format_html(said, taken.mentions, plural[0], events, plural[1], history), messages.SUCCESS
        )
        return HttpResponseRedirect(address)


def fingerprint(article: ingest.Article) -> str:
    """Return what tells whether an article is the one that was looked at."""
    about = (article.title, article.author, article.publisher, article.url, str(article.published))
    return hashlib.sha256("\0".join((ingest.clean(article.text), *about)).encode()).hexdigest()


def show_preview(preview: Preview, article: ingest.Article) -> dict[str, Any]:
    """Return in words what taking an article in would do."""
    if preview.known is not None:
        return {"known": preview.known}
    reading = preview.reading
    return {
        "preview": preview,
        "lines": lines_of(preview),
        "about": [
            ("Title", reading.title or "–"),
            ("Author", reading.author or "–"),
            ("Publisher", reading.publisher or article.publisher or "–"),
            ("Published", f"{day_in_words(preview.published)} ({PublishedHow(preview.published_how).label})"),
        ],
        "told": [show_told(told) for told in preview.told],
        "known_events": [show_event(event) for event in preview.known_events],
        "events": preview.events,
        "notes": reading.notes,
        "outcome": show_outcome(preview.outcome),
    }


def lines_of(preview: Preview) -> list[Line]:
    """Return the lines of an article, those marked that are not used, with the rule that says so."""
    text = preview.reading.text
    starts = [told.start for told in preview.told if told.start is not None]
    return [
        Line(
            line.paragraph,
            text[line.start : line.end],
            line.role in READ_ROLES,
            str(line.role),
            layout.RULES.get(line.rule, line.rule).partition(": “")[0],
            sum(line.start <= start < line.end for start in starts),
        )
        for line in preview.reading.layout.lines
    ]
