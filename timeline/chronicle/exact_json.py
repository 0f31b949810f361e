"""Rows as JSON to the microsecond: what goes out by `dumpdata` comes in as it was. Django cuts moments short."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.serializers import json
from django.core.serializers.json import Deserializer, DjangoJSONEncoder

__all__ = ["Deserializer", "Serializer"]


class ExactEncoder(DjangoJSONEncoder):
    """Django's encoder, but for the moments of time, which it gives whole."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class Serializer(json.Serializer):
    """Rows as one JSON list."""

    def _init_options(self) -> None:
        super()._init_options()
        self.json_kwargs["cls"] = ExactEncoder
