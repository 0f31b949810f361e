"""Articles on their way in: the list of all, and for whoever sent some how far these have come."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST

from timeline.chronicle import curation, intake
from timeline.models import Intake, IntakeState

from .base import sentence
from .decisions import ReadOnly

SHOWN_AT_MOST = 50
"""Failed articles that are named on the page of those who sent them; the list has all."""

EVERYBODY = "everybody"


@admin.register(Intake)
class IntakeAdmin(ReadOnly):
    """Articles on their way in."""

    list_display = ("sent_at", "__str__", "state", "tries", "sent_by", "error")
    list_display_links = ("sent_at",)
    list_filter = ("state",)
    list_select_related = ("sent_by",)
    search_fields = ("url", "error")
    fields = ("sent_at", "sent_by", "url", "given", "state", "tries", "error", "source", "text")
    readonly_fields = fields
    ordering = ("-sent_at", "-id")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("text")

    def render_change_form(self, request: HttpRequest, context: dict, *args, **kwargs) -> HttpResponse:
        """Offer to try it again where it has failed, to whoever may feed articles in."""
        failed = context["original"].state == IntakeState.FAILED
        context["may_try_again"] = failed and may_feed(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("sent/", wrap(self.sent_view), name="timeline_intake_sent"),
            path("sent/again/", wrap(require_POST(self.all_again_view)), name="timeline_intake_all_again"),
            path("<int:number>/again/", wrap(self.try_again_view), name="timeline_intake_again"),
            *super().get_urls(),
        ]

    def sent_view(self, request: HttpRequest) -> HttpResponse:
        """How far the articles have come that somebody sent, or that everybody did; what has failed, with its reason.

        While some are undone the page asks for itself again. Where nothing has come of it the answer is 204, which
        leaves the page as it is, so that nothing is read out twice.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = sent_by(request)
        stands = intake.standing(rows)
        seen = f"{stands.done}-{stands.reading}-{stands.waiting}-{stands.failed}"
        if request.htmx and request.GET.get("seen") == seen:
            return HttpResponse(status=204)
        everybody = request.GET.get("by") == EVERYBODY
        context = {
            **self.admin_site.each_context(request),
            "title": "What was sent in" if everybody else "What you sent in",
            "opts": self.opts,
            "stands": stands,
            "total": stands.done + stands.undone + stands.failed,
            "failed": rows.filter(state=IntakeState.FAILED).defer("text").order_by("-id")[:SHOWN_AT_MOST],
            "shown_at_most": SHOWN_AT_MOST,
            "everybody": everybody,
            "address": address_of(request),
            "again": f"{address_of(request)}{'&' if everybody else '?'}{urlencode({'seen': seen})}",
            "may_feed": may_feed(request),
            "workers": bool(settings.CELERY_BROKER_URL),
            "is_part": bool(request.htmx),
        }
        template = "admin/timeline/sent.html#standing" if request.htmx else "admin/timeline/sent.html"
        response = TemplateResponse(request, template, context)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def all_again_view(self, request: HttpRequest) -> HttpResponse:
        """Let all that have failed of what somebody sent, or everybody did, wait once more."""
        if not may_feed(request):
            raise PermissionDenied
        count = 0
        for failed in sent_by(request).filter(state=IntakeState.FAILED).order_by("id").iterator(chunk_size=100):
            curation.try_again(failed)
            count += 1
        said = f"{count:,} wait{'s' if count == 1 else ''} to be read once more."
        self.message_user(request, said, messages.SUCCESS if count else messages.WARNING)
        return HttpResponseRedirect(address_of(request))

    def try_again_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Let an article that has failed wait once more."""
        if not may_feed(request):
            raise PermissionDenied
        failed = get_object_or_404(Intake, pk=number)
        if request.method == "POST":
            try:
                curation.try_again(failed)
            except curation.NotPossible as error:
                self.message_user(request, sentence(str(error)), messages.ERROR)
            else:
                self.message_user(request, "It waits to be read once more.", messages.SUCCESS)
        if "sent" in request.POST:
            return HttpResponseRedirect(address_of(request))
        return HttpResponseRedirect(reverse("admin:timeline_intake_change", args=[number]))


def may_feed(request: HttpRequest) -> bool:
    return request.user.has_perm("timeline.add_source")


def sent_by(request: HttpRequest) -> QuerySet:
    """Return what the one who asks has sent in, or with `by=everybody` what anybody has."""
    if request.GET.get("by") == EVERYBODY:
        return Intake.objects.all()
    return Intake.objects.filter(sent_by=request.user)


def address_of(request: HttpRequest) -> str:
    """Return the address of the page that says how far these have come."""
    page = reverse("admin:timeline_intake_sent")
    return f"{page}?by={EVERYBODY}" if request.GET.get("by") == EVERYBODY else page
