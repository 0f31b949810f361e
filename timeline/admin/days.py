"""Single days, as the picker writes them or as people do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from timeline import edtf

from .typed import read_typed


class DayField(forms.DateField):
    """One day, as the picker writes it or as people do: "27 March 2018"."""

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except forms.ValidationError:
            typed = edtf.parse(read_typed(value))
        if typed.text != edtf.day(typed.earliest or typed.latest):
            raise forms.ValidationError(f"“{value}” is no single day. Write it like 27 March 2018.", code="invalid")
        return typed.earliest


def day_in_words(day: date | None) -> str:
    """Return a day as readers see it."""
    return edtf.display(day.isoformat()) if day else "unknown"
