"""What all tests share, and the choice of tests for the second database."""

from collections.abc import Callable

import pytest
from django.conf import settings

from scripts import servers
from scripts.broker import answering

SERVERS = {
    "broker": lambda: answering()[0],
    "private_redis": servers.redis_program,
    "private_postgres": servers.postgres_programs,
}
"""Fixtures that need a server, or the program of one, and how to tell whether it is there."""

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only the tests that use the database, without those that drive a browser or bring a server of their own",
    )


def pytest_configure() -> None:
    # The real hasher is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    missing = {
        name for name, is_there in SERVERS.items() if any(name in fixtures_of(i) for i in items) and not is_there()
    }
    without = [item for item in items if missing & fixtures_of(item)]  # `make test` has said so
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in without]
    if not config.getoption("--database-only"):
        return
    left_out = [item for item in items if not uses_database(item) or "browser" in item.path.parts or has_its_own(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def fixtures_of(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def has_its_own(item: pytest.Item) -> bool:
    """True of a test with a database server of its own: it would do the same once more."""
    return "private_postgres" in fixtures_of(item)


def uses_database(item: pytest.Item) -> bool:
    asked_for = DATABASE_FIXTURES & fixtures_of(item)
    return bool(asked_for) or item.get_closest_marker("django_db") is not None


@pytest.fixture
def filed(monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Before a page asks what is filed under what, all events are: builders write past the chronicle, which does so.

    Gives what pages ask in life, for tests that count its queries.
    """
    from timeline.chronicle.filing import file_everything
    from timeline.web import filing

    present = filing.present

    def filed_and_present() -> filing.Filing:
        file_everything()
        return present()

    monkeypatch.setattr(filing, "present", filed_and_present)
    return present
