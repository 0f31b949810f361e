"""Words as they are searched for: small letters without accents."""

from __future__ import annotations

import re
import unicodedata

from django.db import models
from django.db.models.signals import pre_save

LONGEST_WORD = 40
LONGEST_NAME = 400
NO_WORDS = " "
"""The plain words of a text that has none."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order: small letters without accents, and numbers."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return [word[:LONGEST_WORD] for word in _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))]


def plain_words(text: str) -> str:
    """Return the words of a text with a space before each, so that " lop" is found where a word begins so; a space
    alone for what has none, and no more than an index has room for."""
    return "".join(f" {word}" for word in words_of(text))[:LONGEST_NAME] or NO_WORDS


class PlainField(models.TextField):
    """The plain words of another field of the same row, kept whenever the row is saved. Fixtures leave them out."""

    def __init__(self, *, of: str, **options):
        self.of = of
        super().__init__(**{"default": "", "editable": False, "serialize": False, **options})

    def deconstruct(self):
        """Say how this field is made, for migrations."""
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def contribute_to_class(self, cls, name, private_only=False):
        """Become a field of a model; rows of fixtures, of which no field is asked, get their words by its signal."""
        super().contribute_to_class(cls, name, private_only=private_only)
        pre_save.connect(self.fill, sender=cls)

    def fill(self, instance, **_said):
        """Write the plain words of a row that is about to be saved."""
        setattr(instance, self.attname, plain_words(getattr(instance, self.of)))

    def pre_save(self, model_instance, add):
        """Return what is to be written."""
        self.fill(model_instance)
        return getattr(model_instance, self.attname)
