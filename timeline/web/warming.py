"""What a web process does before its first request, so that no reader waits for it."""

from __future__ import annotations

import gc
import logging

from django.db import DatabaseError, connections
from django.template.loader import get_template
from django.urls import get_resolver

from . import filing, rendering, repeats

log = logging.getLogger(__name__)

PAGES = ("timeline.html", "event.html", "source.html", "actor.html", "drawn.html")


def warm_up() -> None:
    """Load views and templates, and hold what is filed under what; then take all that for permanent.

    Without the last, the collector of garbage goes through all of it every few dozen pages, and whoever asked for that
    page waits 80 ms longer. Where the database does not answer the process starts all the same: `/health/` says so.
    """
    _ = get_resolver().url_patterns
    repeats.release()
    for page in PAGES:
        get_template(page)
    try:
        filing.present()
        rendering.coverage()
    except DatabaseError:
        log.warning("The database did not answer when the process started.")
    finally:
        connections.close_all()  # a server may fork after this, and processes must not share a connection
    gc.collect()
    gc.freeze()
