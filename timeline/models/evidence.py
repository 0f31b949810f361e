"""Evidence: the articles as they came in, and the passages of them that say something."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords


class SourceKind(models.TextChoices):
    """An article that the parser reads, or a citation: an entry of somebody else's chronology."""

    ARTICLE = "article", "article"
    CITATION = "citation", "citation"


class PublishedHow(models.TextChoices):
    """How the day of publication is known."""

    GIVEN = "given", "given by whoever fed it in"
    PAGE = "page", "taken from the page's own data"
    INFERRED = "inferred", "inferred from the dates in the text"
    UNKNOWN = "unknown", "unknown"


class Rights(models.TextChoices):
    """What readers may be shown of a source's text."""

    DEFAULT = "", "as the site's setting says"
    FULL = "full", "the full text"
    PASSAGES = "passages", "passages with a sentence around them"


class SourceQuerySet(models.QuerySet):
    """Sources by what a reader or an editor asks of them."""

    def get_by_natural_key(self, sha256):
        return self.get(sha256=sha256)

    def standing(self):
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at=None)

    def newest_first(self):
        """By day of publication, latest first, unknown days last."""
        return self.order_by(F("published_on").desc(nulls_last=True), "-id")


class Source(models.Model):
    """An article, or an entry of another chronology, exactly as it was read."""

    title = models.CharField(max_length=500, blank=True)
    author = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=300, blank=True)
    url = models.URLField("address", max_length=2000, blank=True)
    published_on = models.DateField(
        "published on", null=True, blank=True, help_text="Setting this day dates “on Tuesday” and the like at once."
    )
    published_how = models.CharField(
        "day known by", max_length=8, choices=PublishedHow.choices, default=PublishedHow.UNKNOWN
    )
    text = models.TextField(help_text="UTF-8, line feeds, no byte-order mark; never edited after it was stored.")
    raw = models.TextField("raw page", blank=True, help_text="The page as it came, where the text was taken from HTML.")
    sha256 = models.CharField("SHA-256 of the text", max_length=64, unique=True, editable=False)
    kind = models.CharField(max_length=8, choices=SourceKind.choices, default=SourceKind.ARTICLE)
    rights = models.CharField(
        "readers may see", max_length=8, choices=Rights.choices, blank=True, default=Rights.DEFAULT
    )
    copy_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
        help_text="The first source with nearly the same text: together they are one voice.",
    )
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField("reason of withdrawal", max_length=500, blank=True)
    notes = models.JSONField(default=list, blank=True, help_text="What the parser remarked while reading.")
    parser_version = models.CharField(max_length=40, blank=True, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["text", "raw"])
    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="source_has_text", condition=~Q(text="")),
            models.CheckConstraint(name="source_kind_known", condition=Q(kind__in=SourceKind.values)),
            models.CheckConstraint(name="source_rights_known", condition=Q(rights__in=Rights.values)),
            models.CheckConstraint(
                name="source_day_and_how_agree",
                condition=Q(published_on=None, published_how=PublishedHow.UNKNOWN)
                | Q(
                    published_on__isnull=False,
                    published_how__in=[PublishedHow.GIVEN, PublishedHow.PAGE, PublishedHow.INFERRED],
                ),
            ),
            models.CheckConstraint(
                name="source_withdrawn_with_reason",
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
            ),
            models.CheckConstraint(name="source_not_own_copy", condition=Q(copy_of=None) | ~Q(copy_of=F("id"))),
            models.CheckConstraint(
                name="source_not_own_successor", condition=Q(supersedes=None) | ~Q(supersedes=F("id"))
            ),
        ]
        indexes = [
            # the list of sources, newest first; candidates for a wire copy are looked up by neighbouring days
            models.Index(fields=["published_on", "id"], name="source_by_day"),
            # how many articles of how many publishers there are, which every page says
            models.Index(fields=["withdrawn_at", "publisher", "published_on"], name="source_coverage"),
        ]

    def __str__(self):
        return self.title or f"Untitled source {self.sha256[:8]}"

    def natural_key(self):
        return (self.sha256,)

    def get_absolute_url(self):
        return reverse("source", args=[self.pk, slugify(self.title)[:60] or "source"])

    @staticmethod
    def digest(text):
        """Return the SHA-256 of a text as 64 hexadecimal digits."""
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    @property
    def shows_full_text(self):
        """True where readers may see the whole text: by this source's rights, else by PUBLIC_SOURCE_TEXT."""
        return (self.rights or settings.PUBLIC_SOURCE_TEXT) == Rights.FULL


class PassageQuerySet(models.QuerySet):
    """Passages of sources."""

    def get_by_natural_key(self, sha256, start, end, exact):
        return self.get(source__sha256=sha256, start=start, end=end, exact=exact)


class Passage(models.Model):
    """Words of a source at their place in its text; placed, or orphaned with both ends unknown."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    exact = models.TextField("quoted words")

    objects = PassageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="passage_has_words", condition=~Q(exact="")),
            # `start < end` alone lets NULL through, so both NULLs are named
            models.CheckConstraint(
                name="passage_placed_or_orphaned",
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__gte=0, end__gt=F("start")),
            ),
            models.UniqueConstraint(
                name="passage_once_a_place", fields=["source", "start", "end"], condition=Q(start__isnull=False)
            ),
            models.UniqueConstraint(
                "source", MD5("exact"), name="orphaned_passage_once", condition=Q(start__isnull=True)
            ),
        ]

    def __str__(self):
        return self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"

    def natural_key(self):
        return (self.source.sha256, self.start, self.end, self.exact)

    natural_key.dependencies = ["timeline.source"]

    def get_absolute_url(self):
        return f"{self.source.get_absolute_url()}#p{self.pk}"


class IntakeState(models.TextChoices):
    """How far an article on its way in has come."""

    WAITING = "waiting", "waiting"
    READING = "reading", "being read"
    DONE = "done", "read"
    FAILED = "failed", "failed"


class Intake(models.Model):
    """An article on its way in: what was sent, by whom, and how far it has come."""

    text = models.TextField(blank=True)
    url = models.URLField("address", max_length=2000, blank=True)
    given = models.JSONField(default=dict, blank=True, help_text="Title, author, publisher and day as sent.")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=7, choices=IntakeState.choices, default=IntakeState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="intakes")

    class Meta:
        constraints = [
            models.CheckConstraint(name="intake_has_something", condition=~Q(text="", url="")),
            models.CheckConstraint(name="intake_state_known", condition=Q(state__in=IntakeState.values)),
            models.CheckConstraint(
                name="intake_done_has_source", condition=~Q(state=IntakeState.DONE) | Q(source__isnull=False)
            ),
            models.CheckConstraint(
                name="intake_failed_says_why", condition=~Q(state=IntakeState.FAILED) | ~Q(error="")
            ),
        ]
        indexes = [
            # the next one to read
            models.Index(fields=["state", "id"], name="intake_by_state"),
        ]

    def __str__(self):
        return f"{self.called} ({self.get_state_display()})"

    @property
    def called(self):
        """What it is called: its title, else the file that it came in, else its address."""
        return self.given.get("title") or self.given.get("file") or self.url or "Untitled text"
