"""Whether the site can do its work, for whoever watches over it."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from timeline.models import Intake, IntakeState


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer with JSON: `database` and `migrations`, each "ok" or what is wrong, and of the articles that wait to be
    read `waiting` (how many), `oldest_seconds` (how long the first has waited, null where none does) and `failed`.
    Status 503 where the database does not answer or its tables are not those that the code expects, else 200.
    """
    try:
        executor = MigrationExecutor(connection)
        behind = [step.name for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
        if behind:
            return JsonResponse({"database": "ok", "migrations": f"not applied: {behind[0]}"}, status=503)
        queue = _queue()
    except DatabaseError:
        # The reason may name hosts and users: it goes to the log, which Django's own handler writes.
        return JsonResponse({"database": "does not answer"}, status=503)
    return JsonResponse({"database": "ok", "migrations": "ok"} | queue)


def _queue() -> dict[str, int | None]:
    waiting = Intake.objects.filter(state__in=[IntakeState.WAITING, IntakeState.READING]).aggregate(
        number=Count("id"), first=Min("sent_at")
    )
    age = (datetime.now(UTC) - waiting["first"]).total_seconds() if waiting["first"] else None
    return {
        "waiting": waiting["number"],
        "oldest_seconds": None if age is None else round(age),
        "failed": Intake.objects.filter(state=IntakeState.FAILED).count(),
    }
