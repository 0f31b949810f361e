"""Pages asked for again: one query while nothing was written, made anew after any write, and never anybody's own."""

import gzip
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import make_event
from timeline.chronicle import curation, filing, ingest
from timeline.chronicle.linking import chronology_lock
from timeline.models import Edition, Kind
from timeline.web import clock, repeats, warming
from timeline.web import filing as filed_sets
from timeline.web.views import timeline as view

HTMX = {"HX-Request": "true", "HX-Target": "list"}


@pytest.fixture
def filed() -> None:
    """Here events are filed by whoever writes, as in life: pages hang on the editions that this makes."""


@pytest.fixture
def kept(settings, world) -> None:
    """Pages are kept, as on a server, and none is yet."""
    settings.PAGES_KEPT = 10
    settings.CACHES = settings.CACHES | {"pages": settings.CACHES["pages"] | {"OPTIONS": {"MAX_ENTRIES": 10}}}
    caches["pages"].clear()
    filing.file_everything()


@pytest.fixture
def editor(db) -> User:
    return User.objects.create_superuser("ines", password="x")


def queries(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def addresses(world) -> list[str]:
    return [
        "/",
        "/drawn/",
        "/?q=Lima",
        "/actors/",
        "/actors/ana-soto/",
        "/sources/",
        "/method/",
        "/events.atom",
        world.summit.get_absolute_url(),
        world.article.get_absolute_url(),
        f"{world.summit.get_absolute_url().rstrip('/')}.jsonld",
    ]


def test_a_page_is_made_once_while_nothing_is_written(client, world, kept):
    for address in addresses(world):
        first = client.get(address)
        assert first.status_code == 200
        with CaptureQueriesContext(connection) as captured:
            again = client.get(address)
        assert len(captured) == 1, address
        assert again.content == first.content
        assert {**again.headers, "X-Request-ID": ""} == {**first.headers, "X-Request-ID": ""}


def test_whoever_has_a_page_is_told_that_it_is_the_same(client, world, kept):
    for address in [*addresses(world), "/events.csv", "/actors/ana-soto.ics"]:
        first = client.get(address)
        caches["pages"].clear()  # as in another process
        with CaptureQueriesContext(connection) as captured:
            again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content, len(captured)) == (304, b"", 1), address
        assert again["ETag"] == first["ETag"]


def test_a_page_is_kept_compressed_and_sent_as_it_is_wanted(client, kept):
    plain = client.get("/")
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    for response in (plain, packed):
        assert {"Accept-Encoding", "Cookie", "HX-Request", "HX-Target"} <= set(response["Vary"].split(", "))
        assert response["Cache-Control"] == "no-cache"
        assert "default-src 'none'" in response["Content-Security-Policy"]


def rename_event(world, editor):
    curation.edit(world.summit, {"title": "Summit of the two"}, editor)
    return "/", "Summit of the two"


def rename_actor(world, editor):
    curation.edit_actor(world.soto, {"name": "Anna Soto"}, editor)
    return "/actors/ana-soto/", "Anna Soto"


def change_office(world, editor):
    curation.edit_actor(world.soto, {"office": "prime minister"}, editor)
    return "/actors/ana-soto/", "prime minister"


def add_name(world, editor):
    curation.keep_name(world.soto, "A. B. Soto", editor)
    return "/actors/ana-soto/", "A. B. Soto"


def correct_source(world, editor):
    curation.edit_source(world.article, {"publisher": "South Wire"}, editor)
    return "/sources/", "South Wire"


def withdraw_source(world, editor):
    curation.withdraw(world.article, editor, "It was made up.")
    return "/sources/", "Read from 1 article "


def accept_event(world, editor):
    curation.accept(world.summit, editor, "Checked by telephone.")
    return world.summit.get_absolute_url(), "Checked by telephone."


def take_article_in(world, editor):
    text = "Ana Soto visited Quito on March 2, 2019, officials said."
    ingest.ingest(ingest.Article(text, published=date(2019, 3, 3)))
    return "/", "Quito"


def rename_editor(world, editor):
    world.summit.history.update(history_user=editor)
    editor.username = "ines-garcia"
    editor.save()
    return world.summit.get_absolute_url(), "by ines-garcia"


WRITES = [
    rename_event,
    rename_actor,
    change_office,
    add_name,
    correct_source,
    withdraw_source,
    accept_event,
    take_article_in,
    rename_editor,
]


@pytest.mark.parametrize("write", WRITES)
def test_any_write_makes_every_page_anew(write, client, world, editor, kept):
    shown = ("/", "/actors/ana-soto/", "/sources/", world.summit.get_absolute_url())
    before = {address: client.get(address) for address in shown}
    address, words = write(world, editor)
    response = client.get(address, headers={"If-None-Match": before[address]["ETag"]}, follow=True)
    assert response.status_code == 200
    assert words in response.content.decode()
    assert words not in before[address].content.decode()
    for address, old in before.items():
        assert client.get(address).headers.get("ETag") != old["ETag"], address


def test_signing_in_opens_no_edition(client, editor, kept):
    mark = Edition.objects.latest_one().mark
    client.post("/admin/login/", {"username": "ines", "password": "x"})
    editor.refresh_from_db()
    assert editor.last_login is not None
    assert Edition.objects.latest_one().mark == mark


def test_whoever_is_signed_in_gets_no_kept_page_and_leaves_none(client, world, editor, kept):
    address = world.summit.get_absolute_url()
    desk = Client()
    desk.force_login(editor)
    own = desk.get(address)
    assert ">Edit</a>" in own.content.decode()
    assert queries(lambda: client.get(address)) > 1, "an editor's page was kept"
    assert ">Edit</a>" not in client.get(address).content.decode()
    tag = client.get(address)["ETag"]
    again = desk.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert ">Edit</a>" in again.content.decode()
    client.cookies["messages"] = "something to be told"
    assert queries(lambda: client.get(address)) > 1


def test_what_a_page_hangs_on_is_in_its_name(client, kept, monkeypatch, settings):
    def tag(**asked) -> str:
        return client.get("/", **asked)["ETag"]

    tags = [
        tag(),
        tag(headers=HTMX),
        tag(headers=HTMX | {"HX-Target": "more"}),
        tag(headers=HTMX | {"HX-Trigger-Name": "q"}),
        tag(headers=HTMX | {"HX-History-Restore-Request": "true"}),
        tag(headers={"Host": "localhost"}),
        tag(secure=True),
        client.get("/?kind=summit")["ETag"],
    ]
    client.cookies["theme"] = "dark"
    tags.append(tag())
    client.cookies["theme"] = "no such"
    assert tag() == tags[0]
    settings.PUBLIC_SOURCE_TEXT = "passages" if settings.PUBLIC_SOURCE_TEXT == "full" else "full"
    tags.append(tag())
    tomorrow = clock.today() + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    tags.append(tag())
    monkeypatch.setattr(repeats, "release", lambda: "another")
    tags.append(tag())
    assert len(set(tags)) == len(tags)


def test_a_part_is_not_taken_for_the_page(client, kept):
    for _ in range(2):
        assert "<html" in client.get("/").content.decode()
        assert "<html" not in client.get("/", headers=HTMX).content.decode()
        client.cookies["theme"] = "dark"
        assert 'data-theme="dark"' in client.get("/").content.decode()
        del client.cookies["theme"]


def test_a_page_made_while_somebody_writes_is_not_shown_afterwards(client, world, kept, monkeypatch):
    make = view._context

    def made_while_somebody_writes(*given):
        context = make(*given)
        with chronology_lock():
            make_event("Visit to Quito", kind=Kind.VISIT, when="2019-03-01")
            filing.file_everything()
        return context

    monkeypatch.setattr(view, "_context", made_while_somebody_writes)
    assert "Visit to Quito" not in client.get("/").content.decode()
    monkeypatch.setattr(view, "_context", make)
    assert "Visit to Quito" in client.get("/").content.decode()


def test_only_whole_pages_are_kept(client, world, editor, kept, monkeypatch):
    curation.reject(world.plan, editor, "Wrong.")
    for address, status in (("/?from=March+2018", 302), ("/events/999999/", 404), (f"/events/{world.plan.pk}/", 410)):
        response = client.get(address)
        assert response.status_code == status
        assert "no-cache" not in response.get("Cache-Control", "")
    assert not caches["pages"]._cache
    monkeypatch.setattr(repeats, "LARGEST", 100)
    assert client.get("/").content == client.get("/").content
    assert queries(lambda: client.get("/")) > 1


def test_the_head_of_a_page_is_that_of_the_page(client, kept):
    head, page = client.head("/"), client.get("/")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", page["ETag"])
    assert b"</html>" in page.content


def test_nothing_is_kept_where_pages_are_worked_on(client, kept, settings):
    settings.PAGES_KEPT = 0
    client.get("/")
    assert queries(lambda: client.get("/")) > 1


def test_a_process_holds_what_every_page_needs_before_the_first(client, kept, monkeypatch):
    monkeypatch.setattr(filed_sets, "_held", filed_sets.Filing())
    for name in ("collect", "freeze"):
        monkeypatch.setattr(warming.gc, name, lambda: None)
    monkeypatch.setattr(warming.connections, "close_all", lambda: None)
    warming.warm_up()
    assert queries(filed_sets.present) == 1


def test_a_process_starts_without_its_database(monkeypatch, caplog):
    def no_answer():
        raise DatabaseError("no server")

    for name in ("collect", "freeze"):
        monkeypatch.setattr(warming.gc, name, lambda: None)
    monkeypatch.setattr(warming.filing, "present", no_answer)
    warming.warm_up()
    assert "did not answer" in caplog.text
