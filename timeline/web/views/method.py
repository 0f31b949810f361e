"""How the chronology is made, from the tables that the code itself goes by."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.models import Status
from timeline.web import glossary, rulebook
from timeline.web.rendering import render_page
from timeline.web.repeats import kept


@require_safe
@kept
def method(request: HttpRequest) -> HttpResponse:
    """Show scope, words and rules."""
    context = {
        "section": "method",
        "encounter_kinds": [(kind.label, glossary.KINDS[kind]) for kind in glossary.ENCOUNTER_KINDS],
        "act_kinds": [(kind.label, glossary.KINDS[kind]) for kind in glossary.ACT_KINDS],
        "statuses": [(status.value, status.label, glossary.STATUSES[status]) for status in Status],
        "bases": [(basis.label, meaning) for basis, meaning in glossary.BASES.items()],
        "confidences": [
            (level.label, meaning, rulebook.confidence_rules().get(level.value, ""))
            for level, meaning in glossary.CONFIDENCES.items()
        ],
        "roles": [(role.label, meaning) for role, meaning in glossary.ROLES.items()],
        "reviews": [(review.label, meaning) for review, meaning in glossary.REVIEWS.items()],
        "settling": rulebook.settling_tables(),
        "linking": rulebook.linking_rules(),
        "reading": rulebook.reading_tables(),
        "conventions": rulebook.date_conventions(),
    }
    return render_page(request, "method.html", context)
