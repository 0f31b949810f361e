"""Rows as JSON Lines to the microsecond, as `exact_json` has them."""

from __future__ import annotations

from django.core.serializers import jsonl
from django.core.serializers.jsonl import Deserializer

from .exact_json import ExactEncoder

__all__ = ["Deserializer", "Serializer"]


class Serializer(jsonl.Serializer):
    """Rows as JSON, a line each."""

    def _init_options(self) -> None:
        super()._init_options()
        self.json_kwargs["cls"] = ExactEncoder
