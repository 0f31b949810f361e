"""Decisions: what editors decided, when and why. Rows are added and never changed."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .actors import Actor
from .events import Event
from .evidence import Source


class Action(models.TextChoices):
    """What an editor can decide."""

    MAKE = "make", "made"
    EDIT = "edit", "edited"
    UNLOCK = "unlock", "unlocked"
    ACCEPT = "accept", "accepted"
    REJECT = "reject", "rejected"
    MERGE = "merge", "merged"
    SPLIT = "split", "split"
    APART = "apart", "declared not the same"
    DAY = "day", "set the day of publication"
    WITHDRAW = "withdraw", "withdrew"
    RESTORE = "restore", "put back"
    UNDO = "undo", "undid"


class DecisionIsFinal(Exception):
    """Raised where something tries to change or delete a decision: they can only be added to."""


class DecisionQuerySet(models.QuerySet):
    """Decisions; append only."""

    def get_by_natural_key(self, uid):
        return self.get(uid=uid)

    def update(self, **kwargs):
        raise DecisionIsFinal("A decision is never changed; record another that undoes it.")

    def delete(self):
        raise DecisionIsFinal("A decision is never deleted; record another that undoes it.")

    def in_force(self):
        """Those that no later decision has undone."""
        return self.filter(undone_by=None)


def new_uid():
    """Return a new identifier for a decision."""
    return str(uuid.uuid4())


class Decision(models.Model):
    """What an editor decided about an event, an actor or a source; what undo and reading again go by."""

    uid = models.CharField(max_length=36, unique=True, default=new_uid, editable=False)
    action = models.CharField(max_length=8, choices=Action.choices)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions"
    )
    editor_name = models.CharField(max_length=150, help_text="As it was when the decision was taken.")
    at = models.DateTimeField()
    why = models.CharField("reason", max_length=500, blank=True)
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    other_event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    moved = models.JSONField(default=list, blank=True, help_text="Keys of the mentions that moved.")
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(name="decision_action_known", condition=Q(action__in=Action.values)),
            models.CheckConstraint(
                name="decision_on_something",
                condition=Q(event__isnull=False) | Q(actor__isnull=False) | Q(source__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_undo_names_another", condition=~Q(action=Action.UNDO) | Q(undoes__isnull=False)
            ),
        ]
        indexes = [
            # an event's history, newest first
            models.Index(fields=["event", "-at"], name="decision_of_event"),
        ]

    def __str__(self):
        return f"{self.editor_name} {self.get_action_display()} ({self.at:%Y-%m-%d})"

    def save(self, *args, **kwargs):
        if self.pk and not kwargs.get("force_insert") and Decision.objects.filter(pk=self.pk).exists():
            raise DecisionIsFinal("A decision is never changed; record another that undoes it.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise DecisionIsFinal("A decision is never deleted; record another that undoes it.")

    def natural_key(self):
        return (self.uid,)

    natural_key.dependencies = ["timeline.event", "timeline.actor", "timeline.source"]
