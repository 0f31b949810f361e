"""Tests that drive a real browser against a real server. Every page in them must be quiet: nothing on the console, no
error in a script, no request to another host.
"""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from scripts import browser

# Playwright runs an event loop in the thread of the test, where Django would refuse to use the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    path = browser.find()
    if path is None:
        pytest.fail(f"No browser could be started. {browser.WHAT_TO_DO}, or let `make test` install one.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium will not sandbox what root runs
    return {**browser_type_launch_args, "executable_path": path, "args": [*QUIET, *sandbox]}


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    """So that a test says `page.goto("/method/")`."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "UTC"}


@pytest.fixture(autouse=True)
def noise(context: BrowserContext, live_server) -> Iterator[list[str]]:
    """What pages did that they should not. It must be empty when a test ends: one that means to hear something, such
    as the browser's line about a page that is not found, looks at it and takes it out."""
    heard: list[str] = []
    own_hosts = {urlsplit(live_server.url).netloc, ""}  # "" is that of data: addresses

    def request(request: Request) -> None:
        if urlsplit(request.url).netloc not in own_hosts:
            heard.append(f"request to another host: {request.url}")

    def console(message: ConsoleMessage) -> None:
        # Django's own page for adding a user asks for the focus twice.
        if not message.text.startswith("Autofocus processing was blocked"):
            heard.append(f"console {message.type}: {message.text}")

    def page(page: Page) -> None:
        page.on("console", console)
        page.on("pageerror", lambda error: heard.append(f"error in a script: {error}"))

    context.on("request", request)
    context.on("page", page)
    yield heard
    assert heard == []


@pytest.fixture
def editor(context: BrowserContext, live_server, transactional_db, admin_user: User) -> User:
    """An editor who may do everything, signed in in the browser."""
    client = Client()
    client.force_login(admin_user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return admin_user


@pytest.fixture(autouse=True)
def all_is_filed(filed) -> None:
    """What builders make is found at once."""
