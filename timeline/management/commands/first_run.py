"""Makes a new machine ready for `make run`, and says where things are. What is there already is left as it is."""

import argparse
import os
import secrets
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from timeline.machine import keep_secret
from timeline.models import Actor, Event, Source

HOST = "127.0.0.1"
EDITOR = "editor"
SAMPLE = ("actors.json", "sample.json")


class Command(BaseCommand):
    help = (
        "Makes the database, fills an empty one with the sample, and makes an editor's account with a password for "
        "this machine. For a development machine: refuses to work where DEBUG is off."
    )
    requires_system_checks = ()  # runserver, which comes next, makes them

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port that the site will be served on")

    def handle(self, *, port: int, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "With DEBUG off this is a server, and nothing is made up for it. "
                "Use `manage.py migrate`, `manage.py createsuperuser` and `gunicorn timeline.wsgi`."
            )
        refuse_port(port)
        if bring_up_to_date():
            self.stdout.write("Database: ready.")
        if load_sample():
            counts = (
                f"{Source.objects.count()} articles, {Event.objects.count()} events, {Actor.objects.count()} actors"
            )
            self.stdout.write(f"Sample: {counts}.")
        if make_editor():
            self.stdout.write(f"Editor: made the account “{EDITOR}”, with a password for this machine only.")
        self.stdout.write(f"The chronology   http://{HOST}:{port}/")
        self.stdout.write(f"The admin        http://{HOST}:{port}/admin/")
        if password_file().exists():
            where = os.path.relpath(password_file())
            self.stdout.write(f"                 as “{EDITOR}”, with the password in {where}, which only you can read")


def password_file() -> Path:
    return Path(settings.VAR_DIR) / "editor-password"


def refuse_port(port: int) -> None:
    """Raise CommandError if no server can be started there, before anything is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise CommandError(f"Port {port} cannot be used ({reason}). Another one: make run PORT=8001") from None


def bring_up_to_date() -> bool:
    """Make the tables, or change them to what the code expects; whether there was anything to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def load_sample() -> bool:
    """Load what there is of the sample, all or nothing, into a database that holds no source, event or actor."""
    files = [path for path in (Path(settings.FIXTURE_DIRS[0]) / name for name in SAMPLE) if path.exists()]
    if not files or any(model.objects.exists() for model in (Source, Event, Actor)):
        return False
    with transaction.atomic():
        call_command("loaddata", *map(str, files), verbosity=0)
    return True


def make_editor() -> bool:
    """Make an account that may do everything, if there is none at all; its password is in a file only we can read."""
    users = get_user_model().objects
    if users.exists():
        return False
    password = keep_secret(password_file(), lambda: secrets.token_urlsafe(15), replace=True)
    users.create_superuser(EDITOR, password=password)
    return True
