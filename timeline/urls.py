"""Where every address of the site leads. The addresses of pages are permanent."""

from django.contrib import admin
from django.urls import path

from timeline.web.views import actor, event, method, source, timeline

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("events/<int:pk>-<slug:slug>/", event.event, name="event"),
    path("events/<int:pk>/", event.event, name="event-by-number"),
    path("sources/", source.sources, name="sources"),
    path("sources/<int:pk>-<slug:slug>/", source.source, name="source"),
    path("sources/<int:pk>/", source.source, name="source-by-number"),
    path("actors/", actor.actors, name="actors"),
    path("actors/<slug:slug>/", actor.actor, name="actor"),
    path("method/", method.method, name="method"),
    path("admin/", admin.site.urls),
]

handler404 = "timeline.web.views.errors.not_found"
handler500 = "timeline.web.views.errors.failed"
