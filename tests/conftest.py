"""What all tests share, and the choice of tests for the second database."""

from collections.abc import Callable

import pytest
from django.conf import settings

from scripts.broker import answering

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only the tests that use the database, but for those that drive a browser: for a second kind of database",
    )


def pytest_configure() -> None:
    # The real hasher is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    with_broker = [item for item in items if "broker" in getattr(item, "fixturenames", ())]
    if with_broker and not answering()[0]:  # `make test` has said so
        config.hook.pytest_deselected(items=with_broker)
        items[:] = [item for item in items if item not in with_broker]
    if not config.getoption("--database-only"):
        return
    left_out = [item for item in items if not uses_database(item) or "browser" in item.path.parts]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def uses_database(item: pytest.Item) -> bool:
    asked_for = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
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
