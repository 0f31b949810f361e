"""Where every address of the site leads. The addresses of pages are permanent."""

from django.contrib import admin
from django.urls import include, path, re_path

from timeline.admin import review
from timeline.web.exports import FORMATS
from timeline.web.views import actor, drawn, errors, event, files, health, method, source, theme, timeline

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    # the same view by the same parameters, and what an actor is part of
    *[
        path(f"{start}.{suffix}", files.file, {"suffix": suffix}, name=f"{name}-{suffix}")
        for start, name in (("events", "events"), ("actors/<slug:slug>", "actor"))
        for suffix in FORMATS
    ],
    path("events.atom", files.feed, name="events-atom"),
    path("actors/<slug:slug>.atom", files.feed, name="actor-atom"),
    path("events/<int:pk>-<slug:slug>.jsonld", files.event_jsonld, name="event-jsonld"),
    path("events/<int:pk>-<slug:slug>/", event.event, name="event"),
    path("events/<int:pk>/", event.event, name="event-by-number"),
    path("sources/", source.sources, name="sources"),
    path("sources/<int:pk>-<slug:slug>/", source.source, name="source"),
    path("sources/<int:pk>/", source.source, name="source-by-number"),
    path("actors/", actor.actors, name="actors"),
    path("actors/<slug:slug>/", actor.actor, name="actor"),
    path("drawn/", drawn.drawn, name="drawn"),
    path("method/", method.method, name="method"),
    path("health/", health.health, name="health"),
    path("theme/", theme.theme, name="theme"),
    path("admin/review/", include(review.urlpatterns)),
    path("admin/", admin.site.urls),
    # Whatever else there is not: also while DEBUG is on, where Django would list the addresses above instead. Only
    # what ends in a slash, so that one is still added to an address that lacks it.
    re_path(r"^.+/$", errors.not_found),
]

handler404 = "timeline.web.views.errors.not_found"
handler500 = "timeline.web.views.errors.failed"
