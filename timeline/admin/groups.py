"""Who may do what: four groups, made after every migration where they are not there yet.

A group that is there is left as it is, so that what an administrator has changed of it stays. It is done when tables
have been made, not by a migration: permissions themselves are only made then.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import Group, Permission

READ = ("event", "source", "actor", "actorname", "decision", "intake", "participation")
"""What everybody at the desk may look at."""

GROUPS: dict[str, tuple[str, ...]] = {
    "reader": (),
    "contributor": ("add_source",),
    "editor": (
        "add_source",
        "change_source",
        "add_event",
        "change_event",
        "add_actor",
        "change_actor",
        "add_actorname",
        "change_actorname",
        "delete_actorname",
    ),
    "administrator": (
        "add_source",
        "change_source",
        "add_event",
        "change_event",
        "add_actor",
        "change_actor",
        "add_actorname",
        "change_actorname",
        "delete_actorname",
        "view_user",
        "add_user",
        "change_user",
        "delete_user",
        "view_group",
        "add_group",
        "change_group",
        "delete_group",
    ),
}
"""Each group with what its members may do besides looking. Each may do all that the one before may."""


def permissions_of(group: str) -> Iterator[str]:
    """Yield the code names of what a group's members may do."""
    yield from (f"view_{model}" for model in READ)
    yield from GROUPS[group]


def make_groups() -> None:
    """Make the groups that are not there yet, with their permissions."""
    missing = set(GROUPS) - set(Group.objects.values_list("name", flat=True))
    for name in (name for name in GROUPS if name in missing):
        found = Permission.objects.filter(
            codename__in=list(permissions_of(name)), content_type__app_label__in=["timeline", "auth"]
        )
        Group.objects.create(name=name).permissions.set(found)
