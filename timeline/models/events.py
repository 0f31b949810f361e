"""Events: what happened, was planned or was called off; the mentions they rest on; who took part."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from timeline import edtf

from . import among  # noqa: F401 the lookup that `numbered` uses
from .actors import Actor
from .evidence import Passage, Source


class Kind(models.TextChoices):
    """What sort of happening an event is. Each is tied to its PLOVER event and mode on /method/."""

    SUMMIT = "summit", "summit"
    MEETING = "meeting", "meeting"
    VISIT = "visit", "visit"
    TALKS = "talks", "talks"
    CALL = "call", "call"
    CONFERENCE = "conference", "conference"
    INVITATION = "invitation", "invitation"
    AGREEMENT = "agreement", "agreement"
    RESOLUTION = "resolution", "resolution"
    STATEMENT = "statement", "statement"
    CANCELLATION = "cancellation", "cancellation"
    POSTPONEMENT = "postponement", "postponement"
    SANCTION = "sanction", "sanction"
    RUPTURE = "rupture", "rupture"
    OTHER = "other", "other"


ENCOUNTERS = frozenset({Kind.SUMMIT, Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.CALL, Kind.CONFERENCE})
"""Kinds in which parties come together: one event through plan, cancellation and outcome."""

ACTS = frozenset(set(Kind) - ENCOUNTERS)
"""Kinds that somebody does: events of their own, tied by `concerns` to the encounter they are about."""


class Status(models.TextChoices):
    """What became of an encounter. An act has only happened (held) or is planned."""

    PROPOSED = "proposed", "proposed"
    PLANNED = "planned", "planned"
    ONGOING = "ongoing", "ongoing"
    HELD = "held", "held"
    COLLAPSED = "collapsed", "collapsed"
    POSTPONED = "postponed", "postponed"
    CANCELLED = "cancelled", "cancelled"


class Basis(models.TextChoices):
    """How the sources put it: said outright, passed on as hearsay, or denied."""

    STATED = "stated", "stated"
    REPORTED = "reported", "reported"
    DENIED = "denied", "denied"


class Confidence(models.TextChoices):
    """How far to trust the reading; the rules are on /method/."""

    HIGH = "high", "high"
    MEDIUM = "medium", "medium"
    LOW = "low", "low"


class Review(models.TextChoices):
    """What an editor has made of an event."""

    UNREVIEWED = "unreviewed", "not yet reviewed"
    ACCEPTED = "accepted", "accepted"
    CHANGED = "changed", "changed since accepted"
    REJECTED = "rejected", "rejected"


class Role(models.TextChoices):
    """The part that an actor has in an event."""

    PARTICIPANT = "participant", "participant"
    HOST = "host", "host"
    INITIATOR = "initiator", "initiator"
    TARGET = "target", "target"
    MEDIATOR = "mediator", "mediator"


class Undated(models.Func):
    """True for an event without a date. Compares with a literal, where Case and When send a parameter, so that
    databases recognise it as what they have an index of."""

    template = "(%(expressions)s = '')"
    output_field = models.BooleanField()

    def __init__(self, when="when", **extra):
        super().__init__(when, **extra)


NEWEST_FIRST = (Undated().asc(), F("sort_key").desc(), F("id").desc())
"""The order in which the undated, whose sort key is the last, come last all the same."""


class EventQuerySet(models.QuerySet):
    """Events by what a reader asks of a chronology."""

    def get_by_natural_key(self, uid):
        return self.get(uid=uid)

    def public(self):
        """What readers may see: with a live mention, and not rejected, merged or withdrawn."""
        return self.filter(is_public=True)

    def numbered(self, numbers):
        """Those with these numbers, however many."""
        return self.filter(pk__among=numbers)

    def overlapping(self, start, end):
        """Those that may fall on or between two days; either may be None for an open end.

        An open bound of an event reaches to the end of time; an event without any date never overlaps.
        """
        found = self.exclude(when="")
        if start:
            found = found.filter(Q(latest__gte=start) | Q(latest=None))
        if end:
            found = found.filter(Q(earliest__lte=end) | Q(earliest=None))
        return found

    def within(self, start, end):
        """Those that certainly fall on or between two days; either may be None for an open end."""
        found = self.exclude(when="")
        if start:
            found = found.filter(earliest__gte=start)
        if end:
            found = found.filter(latest__lte=end)
        return found

    def involving(self, *actors):
        """Those in which every one of these actors takes part."""
        found = self
        for actor in actors:
            found = found.filter(pk__in=Participation.objects.filter(actor=actor).values("event"))
        return found

    def chronological(self):
        """Oldest first; vague dates head their month, year or decade, undated events come last."""
        return self.order_by("sort_key", "id")

    def newest_first(self):
        """Latest first; undated events come last all the same."""
        return self.order_by(*NEWEST_FIRST)


def new_uid():
    """Return a new identifier for an event that an editor makes by hand."""
    return str(uuid.uuid4())


class Event(models.Model):
    """One happening, as its mentions settle it and as editors have corrected it."""

    uid = models.CharField(max_length=36, unique=True, default=new_uid, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    status = models.CharField(max_length=9, choices=Status.choices)
    basis = models.CharField(max_length=8, choices=Basis.choices, default=Basis.STATED)
    title = models.CharField(max_length=300)
    when = models.CharField("date (EDTF)", max_length=60, blank=True)
    earliest = models.DateField(null=True, blank=True, editable=False)
    latest = models.DateField(null=True, blank=True, editable=False)
    sort_key = models.CharField(max_length=40, editable=False)
    place = models.CharField(max_length=200, blank=True)
    country = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events_held",
        limit_choices_to={"kind": "state"},
    )
    occasions = models.PositiveSmallIntegerField(
        default=1, help_text="More than one where a source counts several (“four times in the past year”)."
    )
    concerns = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="acts",
        help_text="The encounter that an act is about.",
    )
    confidence = models.CharField(max_length=6, choices=Confidence.choices, default=Confidence.LOW)
    review = models.CharField(max_length=10, choices=Review.choices, default=Review.UNREVIEWED, editable=False)
    locked_fields = models.JSONField(default=list, blank=True, editable=False)
    disputed_fields = models.JSONField(
        default=list, blank=True, editable=False, help_text="Fields on which independent sources differ."
    )
    settled_by = models.JSONField(
        default=dict, blank=True, editable=False, help_text="For each field the rule that settled it."
    )
    voices = models.PositiveIntegerField(
        default=0, editable=False, help_text="Independent sources that tell of it; wire copies count once."
    )
    is_public = models.BooleanField(default=False, editable=False)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", editable=False
    )
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    actors = models.ManyToManyField(Actor, through="Participation", related_name="events")

    history = HistoricalRecords(excluded_fields=["made_at", "changed_at", "settled_by"])
    objects = EventQuerySet.as_manager()

    SETTLED_FIELDS = (
        "kind",
        "status",
        "basis",
        "title",
        "when",
        "place",
        "country",
        "occasions",
        "concerns",
        "confidence",
        "actors",
    )
    """What mentions settle and an editor may lock."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="event_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="event_status_known", condition=Q(status__in=Status.values)),
            models.CheckConstraint(
                name="act_happened_or_planned",
                condition=Q(kind__in=sorted(ENCOUNTERS)) | Q(status__in=[Status.HELD, Status.PLANNED]),
            ),
            models.CheckConstraint(name="event_basis_known", condition=Q(basis__in=Basis.values)),
            models.CheckConstraint(name="event_confidence_known", condition=Q(confidence__in=Confidence.values)),
            models.CheckConstraint(name="event_review_known", condition=Q(review__in=Review.values)),
            models.CheckConstraint(name="event_has_title", condition=~Q(title="")),
            models.CheckConstraint(name="event_has_sort_key", condition=~Q(sort_key="")),
            models.CheckConstraint(
                name="event_bounds_need_a_date",
                condition=Q(when="", earliest__isnull=True, latest__isnull=True)
                | (~Q(when="") & (Q(earliest__isnull=False) | Q(latest__isnull=False))),
            ),
            # a NULL bound is open and in order with anything; two real ones are compared
            models.CheckConstraint(
                name="event_bounds_in_order",
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
            ),
            models.CheckConstraint(name="event_occurs", condition=Q(occasions__gte=1)),
            models.CheckConstraint(
                name="event_not_merged_into_itself", condition=Q(merged_into=None) | ~Q(merged_into=F("id"))
            ),
            models.CheckConstraint(name="event_not_about_itself", condition=Q(concerns=None) | ~Q(concerns=F("id"))),
            models.CheckConstraint(
                name="public_event_has_evidence",
                condition=Q(is_public=False)
                | (Q(voices__gte=1, merged_into__isnull=True) & ~Q(review=Review.REJECTED)),
            ),
        ]
        indexes = [
            # the timeline and its pages
            models.Index(fields=["is_public", "sort_key", "id"], name="event_timeline"),
            # the editors' list
            models.Index(*NEWEST_FIRST, name="event_newest_first"),
            # from, to
            models.Index(fields=["earliest", "latest"], name="event_bounds"),
            models.Index(fields=["latest"], name="event_latest"),
            # the timeline of one kind, one status, one country
            models.Index(fields=["kind", "sort_key"], name="event_kind"),
            models.Index(fields=["status", "sort_key"], name="event_status"),
            models.Index(fields=["country", "sort_key"], name="event_country"),
            # what editors see next
            models.Index(fields=["review", "confidence"], name="event_review"),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """Save with bounds and sort key worked out from `when`, so that they cannot drift apart."""
        self.derive_dates()
        if (fields := kwargs.get("update_fields")) is not None and "when" in fields:
            kwargs["update_fields"] = {*fields, "earliest", "latest", "sort_key"}
        super().save(*args, **kwargs)

    def derive_dates(self):
        """Set `earliest`, `latest` and `sort_key` from `when`; raises EdtfError where that is no EDTF text."""
        self.earliest, self.latest = edtf.bounds(self.when) if self.when else (None, None)
        self.sort_key = edtf.sort_key(self.when or None)

    def natural_key(self):
        return (self.uid,)

    natural_key.dependencies = ["timeline.actor"]

    def get_absolute_url(self):
        return reverse("event", args=[self.pk, slugify(self.title)[:60] or "event"])

    @property
    def is_encounter(self):
        return self.kind in ENCOUNTERS

    @property
    def root(self):
        """The event that this one was merged into, at the end of the chain; itself where it was not."""
        event = self
        while event.merged_into_id:
            event = event.merged_into
        return event


class MentionQuerySet(models.QuerySet):
    """Mentions of events."""

    def get_by_natural_key(self, key):
        return self.get(key=key)

    def live(self):
        """Those that count: still found in the text or kept by an editor, of a source not withdrawn, not queued."""
        return self.filter(Q(found=True) | Q(pinned=True), queued=False).of_standing_sources()

    def of_standing_sources(self):
        """Those whose source has not been withdrawn.

        Said by what it is not: asked for sources without a day of withdrawal, SQLite begins with an index of those,
        which are nearly all, and comes to the few mentions that were meant at last.
        """
        return self.exclude(source__withdrawn_at__isnull=False)

    def in_reading_order(self):
        """By day of publication, source and place in the text: the canonical order of evidence."""
        return self.order_by(
            F("source__published_on").asc(nulls_first=True), "source__sha256", F("passage__start").asc(nulls_last=True)
        )


class Mention(models.Model):
    """What one passage says of one event: the whole of it, as read, with the words and rule for every field."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="mentions")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="mentions")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    key = models.CharField(
        max_length=100, unique=True, help_text="SHA-256 of the source, span and ordinal there: who it is, for good."
    )
    group = models.PositiveIntegerField(help_text="Mentions of one source with one number tell of one happening.")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    status = models.CharField(max_length=9, choices=Status.choices)
    basis = models.CharField(max_length=8, choices=Basis.choices)
    when = models.CharField("date (EDTF)", max_length=60, blank=True)
    when_words = models.CharField("time words", max_length=200, blank=True)
    relative = models.BooleanField(default=False, help_text="The date rests on the day of publication.")
    parties = models.JSONField(default=list, blank=True)
    actors = models.ManyToManyField(
        Actor, related_name="mentions", blank=True, help_text="The parties; linking looks candidates up by them."
    )
    place = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=200, blank=True)
    named = models.CharField("proper name of the happening", max_length=200, blank=True)
    speaker = models.CharField(max_length=200, blank=True)
    occasions = models.PositiveSmallIntegerField(default=1)
    concerns_group = models.PositiveIntegerField(null=True, blank=True)
    confidence = models.CharField(max_length=6, choices=Confidence.choices)
    reasons = models.JSONField(default=list, blank=True)
    window_start = models.DateField(
        null=True, blank=True, help_text="The days in which another mention may tell of the same event."
    )
    window_end = models.DateField(null=True, blank=True)
    found = models.BooleanField(default=True, help_text="Off where the latest reading no longer finds it.")
    pinned = models.BooleanField(default=False, help_text="An editor has decided that it belongs to its event.")
    queued = models.BooleanField(default=False, help_text="It would join a rejected event; an editor must decide.")

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="mention_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="mention_status_known", condition=Q(status__in=Status.values)),
            models.CheckConstraint(name="mention_basis_known", condition=Q(basis__in=Basis.values)),
            models.CheckConstraint(name="mention_confidence_known", condition=Q(confidence__in=Confidence.values)),
            models.CheckConstraint(name="mention_has_key", condition=~Q(key="")),
            models.CheckConstraint(name="mention_occurs", condition=Q(occasions__gte=1)),
            models.CheckConstraint(
                name="mention_window_whole",
                condition=Q(window_start__isnull=True, window_end__isnull=True)
                | Q(window_start__isnull=False, window_end__isnull=False, window_start__lte=F("window_end")),
            ),
            models.CheckConstraint(name="pinned_mention_has_event", condition=Q(pinned=False) | Q(event__isnull=False)),
        ]
        indexes = [
            # linking: what else may tell of the same days
            models.Index(fields=["window_start", "window_end"], name="mention_window"),
            # a source's page, and reading it again
            models.Index(fields=["source", "group"], name="mention_of_source"),
        ]

    def __str__(self):
        return f"{self.kind} in {self.key[:8]}"

    @property
    def by_hand(self):
        """True where an editor found these words, not the parser: its key ends in "h" and a number."""
        return self.key.rpartition(":")[2].startswith("h")

    def natural_key(self):
        return (self.key,)

    natural_key.dependencies = ["timeline.source", "timeline.passage", "timeline.event", "timeline.actor"]


class ParticipationQuerySet(models.QuerySet):
    """Who takes part in what."""

    def get_by_natural_key(self, event_uid, actor_slug, role):
        return self.get(event__uid=event_uid, actor__slug=actor_slug, role=role)


class Participation(models.Model):
    """The part that an actor has in an event, and the passages that say so."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=11, choices=Role.choices, default=Role.PARTICIPANT)
    passages = models.ManyToManyField(Passage, related_name="participations", blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="participation_once", fields=["event", "actor", "role"]),
            models.CheckConstraint(name="participation_role_known", condition=Q(role__in=Role.values)),
        ]
        indexes = [
            # all events of an actor, and of a pair
            models.Index(fields=["actor", "event"], name="participation_by_actor"),
        ]

    def __str__(self):
        return f"{self.actor} as {self.role}"

    def natural_key(self):
        return (self.event.uid, self.actor.slug, self.role)

    natural_key.dependencies = ["timeline.event", "timeline.actor", "timeline.passage"]
