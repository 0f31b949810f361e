"""The one application of the project."""

from django.apps import AppConfig
from django.apps.registry import Apps
from django.db.models.signals import post_migrate


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Chronology"

    def ready(self) -> None:
        post_migrate.connect(file_what_is_not, sender=self)
        post_migrate.connect(make_groups, sender=self)


def file_what_is_not(apps: Apps | None = None, **_said: object) -> None:
    """File all events where none is, after the tables for it were made in a database that has events already."""
    if apps is not None and "filed" not in apps.all_models["timeline"]:
        return  # migrated back, to the tables of an earlier release
    from timeline.chronicle.filing import file_everything
    from timeline.models import Event, Filed

    if Event.objects.public().exists() and not Filed.objects.exists():
        file_everything()


def make_groups(**_said: object) -> None:
    """Make the groups of the desk, now that there are permissions to give them."""
    from timeline.admin import groups

    groups.make_groups()
