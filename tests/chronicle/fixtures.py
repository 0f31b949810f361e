"""Fixtures that tests of what writes to the chronicle share."""

from datetime import date

import pytest

from tests.chronicle import plain
from timeline.chronicle import ingest


@pytest.fixture
def take(db, monkeypatch):
    """Take a text of plain lines (see `plain`) in: `take(text, "2019-03-05")` returns what became of it."""
    monkeypatch.setattr(ingest, "read", plain.read)

    def take(text, published=None, **about):
        day = date.fromisoformat(published) if published else None
        return ingest.ingest(ingest.Article(text, published=day, **about))

    return take
