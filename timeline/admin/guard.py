"""Two editors at once: what was decided on a row since somebody opened it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from timeline.models import Decision, Event

from .shown import show_decisions


def latest_decision(event: Event) -> int:
    """Return the number of the latest decision on an event, 0 for none; it is sent along with a form."""
    latest = Decision.objects.filter(Q(event=event) | Q(other_event=event)).order_by("-pk").values_list("pk", flat=True)
    return latest.first() or 0


def decided_since(event: Event, seen: int, editor: Any) -> list[Decision]:
    """Return what others have decided on an event since the decision that was the latest when it was opened."""
    found = Decision.objects.filter(Q(event=event) | Q(other_event=event), pk__gt=seen).exclude(editor=editor)
    return list(found.select_related("event", "undone_by").order_by("pk"))


def fields_of(decisions: list[Decision]) -> set[str]:
    """Return the fields that decisions have changed."""
    return {name for decision in decisions for name in decision.after.keys() | decision.before.keys()}


def in_words(decisions: list[Decision]) -> list[str]:
    """Return one sentence for each decision: who did what, and the difference."""
    said = []
    for shown in show_decisions(decisions):
        changes = "; ".join(f"{change.field}: {change.before} → {change.after}" for change in shown.changes)
        why = f" ({shown.decision.why})" if shown.decision.why else ""
        who = f"{shown.decision.editor_name} {shown.decision.get_action_display()} it meanwhile"
        said.append(f"{who}: {changes}{why}." if changes else f"{who}{why}.")
    return said
