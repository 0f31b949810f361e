"""The one application of the project."""

from django.apps import AppConfig
from django.apps.registry import Apps
from django.conf import settings
from django.db.models.signals import post_delete, post_migrate, post_save


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Chronology"

    def ready(self) -> None:
        post_migrate.connect(file_what_is_not, sender=self)
        post_migrate.connect(make_groups, sender=self)
        post_save.connect(name_editors_anew, sender=settings.AUTH_USER_MODEL)
        post_delete.connect(name_editors_anew, sender=settings.AUTH_USER_MODEL)


def file_what_is_not(apps: Apps | None = None, **_said: object) -> None:
    """File all events where none is, after the tables for it were made in a database that has events already."""
    from timeline.chronicle.filing import file_everything
    from timeline.models import Event, Filed
    from timeline.models.filing import Field

    if apps is not None:
        posting = apps.all_models["timeline"].get("posting")
        if posting is None or dict(posting._meta.get_field("field").choices).keys() != set(Field.values):
            return  # migrated back, to the tables of an earlier release
    if Event.objects.public().exists() and not Filed.objects.exists():
        file_everything()


def make_groups(**_said: object) -> None:
    """Make the groups of the desk, now that there are permissions to give them."""
    from timeline.admin import groups

    groups.make_groups()


def name_editors_anew(
    created: bool = False, raw: bool = False, update_fields: frozenset[str] | None = None, **_said: object
) -> None:
    """Open a new edition when an account may have another name or be gone: pages say who decided what."""
    if created or raw or (update_fields and "username" not in update_fields):
        return
    from timeline.chronicle.linking import chronology_lock

    with chronology_lock():
        pass
