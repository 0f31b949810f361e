"""What editors use: the stock admin, in which everything that is decided goes through `timeline.chronicle`."""

from django.contrib import admin

from . import accounts, actors, decisions, events, intakes, sources

__all__ = ["accounts", "actors", "decisions", "events", "intakes", "sources"]

admin.site.site_header = "Aide-Mémoire"
admin.site.site_title = "Aide-Mémoire"
admin.site.enable_nav_sidebar = False  # lists and evidence need the width
