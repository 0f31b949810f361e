"""Actors: the people, states and organisations that take part, and the names they go by."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .words import NO_WORDS, PlainField, plain_words


class ActorKind(models.TextChoices):
    """What an actor is."""

    PERSON = "person", "person"
    STATE = "state", "state"
    ORGANISATION = "organisation", "organisation"


class NameOrigin(models.TextChoices):
    """Where a name comes from. The parser looks up vocabulary and editors' names, never what a text introduced."""

    VOCABULARY = "vocabulary", "vocabulary"
    EDITOR = "editor", "an editor"
    TEXT = "text", "an article"


_remembered: ContextVar[dict[str | int, Actor] | None] = ContextVar("remembered", default=None)


@contextmanager
def remember_actors():
    """While this lasts, an actor that fixtures name again and again is asked for once."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


class ActorQuerySet(models.QuerySet):
    """Actors by what is asked of them."""

    def get_by_natural_key(self, slug):
        """Return the actor with this slug; raises DoesNotExist."""
        known = _remembered.get()
        if known is None:
            return self.get(slug=slug)
        if slug not in known:
            known[slug] = self.get(slug=slug)
            known[known[slug].pk] = known[slug]
        return known[slug]

    def standing(self):
        """Those that have not been merged into another."""
        return self.filter(merged_into=None)

    def states(self):
        return self.filter(kind=ActorKind.STATE)


class Actor(models.Model):
    """A person, a state or an organisation that takes part in events."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=12, choices=ActorKind.choices)
    affiliation = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
        limit_choices_to={"kind": ActorKind.STATE},
        help_text="The state that a person or an organ serves.",
    )
    office = models.CharField(max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", editable=False
    )

    history = HistoricalRecords()
    objects = ActorQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="actor_has_name", condition=~Q(name="")),
            models.CheckConstraint(name="actor_has_slug", condition=~Q(slug="")),
            models.CheckConstraint(name="actor_kind_known", condition=Q(kind__in=ActorKind.values)),
            models.CheckConstraint(
                name="actor_not_merged_into_itself", condition=Q(merged_into=None) | ~Q(merged_into=F("id"))
            ),
            models.CheckConstraint(
                name="actor_not_its_own_state", condition=Q(affiliation=None) | ~Q(affiliation=F("id"))
            ),
            models.CheckConstraint(
                name="state_serves_no_state", condition=~Q(kind=ActorKind.STATE) | Q(affiliation=None)
            ),
        ]
        indexes = [
            # the facet of countries and the pickers of actors, by name
            models.Index(fields=["kind", "name"], name="actor_by_kind_and_name"),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("actor", args=[self.slug])

    @property
    def root(self):
        """The actor that this one was merged into, at the end of the chain; itself where it was not."""
        actor = self
        while actor.merged_into_id:
            actor = actor.merged_into
        return actor


class ActorNameQuerySet(models.QuerySet):
    """Names of actors."""

    def get_by_natural_key(self, actor_slug, name):
        return self.get(actor__slug=actor_slug, name=name)

    def kept_by_editors(self):
        """What the parser may look up besides its own vocabulary."""
        return self.filter(origin=NameOrigin.EDITOR, actor__merged_into=None)

    def with_words(self, text):
        """Those that have these words side by side, whatever their accents; the last may be the beginning of one.

        A text without words is found in none.
        """
        plain = plain_words(text)
        return self.none() if plain == NO_WORDS else self.filter(plain__contains=plain)


class ActorName(models.Model):
    """A name that an actor goes by. One name may mean several actors: context decides, or nobody."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    origin = models.CharField(max_length=10, choices=NameOrigin.choices, default=NameOrigin.EDITOR)
    plain = PlainField(of="name")

    objects = ActorNameQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(name="actor_name_once", fields=["actor", "name"]),
            models.CheckConstraint(name="actor_name_not_empty", condition=~Q(name="")),
            models.CheckConstraint(name="actor_name_origin_known", condition=Q(origin__in=NameOrigin.values)),
        ]
        indexes = [
            # who is meant by a name: ingest and search
            models.Index(fields=["name"], name="actor_name_by_name"),
            models.Index(fields=["plain"], name="actor_name_by_plain"),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        actor = (_remembered.get() or {}).get(self.actor_id) or self.actor
        return (actor.slug, self.name)

    natural_key.dependencies = ["timeline.actor"]
