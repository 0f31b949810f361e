"""The day on which a page is looked at; plans whose day is past are shown otherwise than those ahead."""

from datetime import date

from django.utils import timezone


def today() -> date:
    """Return today's date. The one place where pages ask for it, so that tests can set it."""
    return timezone.localdate()
