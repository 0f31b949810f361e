"""What a database says when it does not take what is written, whichever database it is."""

from __future__ import annotations

from django.db import models


class Fault(models.TextChoices):
    """Why a database did not take what was written. What was begun has been taken back in each case."""

    FULL = "full", "The disk is full"
    READ_ONLY = "read-only", "The database may only be read here"
    BUSY = "busy", "Another process has been writing for too long"


_WORDS = {
    "disk is full": Fault.FULL,
    "no space left": Fault.FULL,
    "readonly database": Fault.READ_ONLY,
    "read-only transaction": Fault.READ_ONLY,
    "database is locked": Fault.BUSY,
}
"""Words of SQLite and PostgreSQL, and what they mean."""


def fault_of(error: Exception | None) -> Fault | None:
    """Return what is wrong with the database by what it said; None where it is nothing of these."""
    said = " ".join(str(error).lower().split())
    return next((fault for words, fault in _WORDS.items() if words in said), None)
