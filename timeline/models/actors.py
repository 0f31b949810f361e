"""Actors: the people, states and organisations that take part, and the names they go by."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import chain

from django.db import models
from django.db.models import F, Q
from django.db.models.signals import post_save
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


@dataclass(slots=True, weakref_slot=True)
class _Remembered:
    """Every actor and name there is, kept up while fixtures are loaded."""

    by_slug: dict[str, Actor] = field(default_factory=dict)
    by_number: dict[int, Actor] = field(default_factory=dict)
    names: dict[tuple[str, str], ActorName] = field(default_factory=dict)

    def learn_of(self, instance: Actor | ActorName, **_said: object) -> None:
        """Take in a row that is there, or was saved."""
        if isinstance(instance, Actor):
            before = self.by_number.get(instance.pk)
            if before is not None:
                self.by_slug.pop(before.slug, None)
            self.by_number[instance.pk] = self.by_slug[instance.slug] = instance
        else:
            self.names[self.by_number[instance.actor_id].slug, instance.name] = instance


_remembered: ContextVar[_Remembered | None] = ContextVar("remembered", default=None)


@contextmanager
def remember_actors():
    """While this lasts, actors and names that fixtures name again and again are not asked of the database."""
    known = _Remembered()
    for row in chain(Actor.objects.all(), ActorName.objects.all()):
        known.learn_of(row)
    token = _remembered.set(known)
    for model in (Actor, ActorName):
        post_save.connect(known.learn_of, sender=model)
    try:
        yield
    finally:
        _remembered.reset(token)
        for model in (Actor, ActorName):
            post_save.disconnect(known.learn_of, sender=model)


class ActorQuerySet(models.QuerySet):
    """Actors by what is asked of them."""

    def get_by_natural_key(self, slug):
        """Return the actor with this slug; raises DoesNotExist."""
        known = _remembered.get()
        if known is None:
            return self.get(slug=slug)
        if slug not in known.by_slug:
            raise self.model.DoesNotExist(f"There is no actor “{slug}”.")
        return known.by_slug[slug]

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
        """Return the name of the actor with this slug; raises DoesNotExist."""
        known = _remembered.get()
        if known is None:
            return self.get(actor__slug=actor_slug, name=name)
        if (actor_slug, name) not in known.names:
            raise self.model.DoesNotExist(f"The actor “{actor_slug}” has no name “{name}”.")
        return known.names[actor_slug, name]

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
        known = _remembered.get()
        actor = self.actor if known is None else known.by_number[self.actor_id]
        return (actor.slug, self.name)

    natural_key.dependencies = ["timeline.actor"]
