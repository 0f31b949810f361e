"""Where a request comes from, how large it may be, how often one address may ask, and guessing passwords."""

import json
import logging

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse

from timeline.visitors import RATES, address_of

PASSWORD = "correct horse battery staple"


@pytest.fixture
def limited(settings):
    """The limits as a server has them, counted anew."""
    settings.RATELIMIT_ENABLE = True
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_user("amina", password=PASSWORD, is_staff=True)


def log_in(client, name, password, **extra):
    return client.post(reverse("admin:login"), {"username": name, "password": password}, **extra)


def test_without_a_proxy_nobody_can_say_where_he_comes_from(settings):
    settings.BEHIND_PROXY = False
    request = RequestFactory().get("/", REMOTE_ADDR="198.51.100.7", HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert address_of(request) == "198.51.100.7"


def test_behind_a_proxy_its_own_word_counts_not_the_visitors(settings):
    settings.BEHIND_PROXY = True
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.1, 203.0.113.9")
    assert address_of(request) == "203.0.113.9"
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="127.0.0.1")) == "127.0.0.1"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "path"), [("file", "/events.csv"), ("drawing", "/drawn/"), ("page", "/"), ("page", "/method/")]
)
def test_who_asks_too_often_is_told_to_wait(client, limited, monkeypatch, name, path):
    few = tuple((label, "2/m" if label == name else rate, is_such) for label, rate, is_such in RATES)
    monkeypatch.setattr("timeline.visitors.RATES", few)
    assert [client.get(path).status_code for _ in range(2)] == [200, 200]
    refused = client.get(path)
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 60
    assert f"Try again in {refused['Retry-After']} second" in refused.content.decode()
    assert client.get(path, REMOTE_ADDR="198.51.100.7").status_code == 200


@pytest.mark.django_db
def test_who_watches_over_the_site_may_ask_at_any_time(client, limited, monkeypatch):
    monkeypatch.setattr("timeline.visitors.RATES", tuple((name, "1/m", is_such) for name, _, is_such in RATES))
    assert [client.get("/health/").status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.parametrize("sent", ["20000001", "99999999999999999999", "-1", "ten"])
def test_what_is_too_large_is_refused_before_it_is_read(client, sent):
    answer = client.post("/theme/", {"theme": "dark"}, CONTENT_LENGTH=sent)
    assert answer.status_code == 413
    assert "At most 20 MB" in answer.content.decode()


def test_the_tenth_wrong_password_locks_the_name_out_from_that_address(client, editor):
    answers = [log_in(client, "amina", f"guess {number}").status_code for number in range(10)]
    assert answers == [200] * 9 + [429]
    right = log_in(client, "amina", PASSWORD)
    assert right.status_code == 429
    assert "Wait a quarter of an hour" in right.content.decode()


def test_nobody_locks_an_editor_out_from_elsewhere(client, editor):
    for number in range(12):
        log_in(client, "amina", f"guess {number}", REMOTE_ADDR="203.0.113.9")
    assert log_in(client, "amina", PASSWORD).status_code == 302


def test_a_name_without_an_account_is_answered_like_one_with(client, editor):
    with_account = [log_in(client, "amina", f"guess {number}") for number in range(11)]
    without = [log_in(client, "nobody", f"guess {number}") for number in range(11)]
    assert [answer.status_code for answer in with_account] == [answer.status_code for answer in without]
    assert "Please enter the correct" in with_account[0].content.decode()
    assert "Please enter the correct" in without[0].content.decode()
    assert with_account[-1].content == without[-1].content


def test_a_name_without_an_account_costs_as_much_as_one_with(client, editor, monkeypatch):
    """Else the time that the answer takes would say which names there are."""
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(args) or encode(*args))
    log_in(client, "amina", "guess")
    with_account, hashed[:] = len(hashed), []
    log_in(client, "nobody", "guess")
    assert len(hashed) == with_account == 1


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"]
)
def test_who_signs_in_or_out_stays_on_this_site(client, editor, elsewhere):
    entered = client.post(f"{reverse('admin:login')}?next={elsewhere}", {"username": "amina", "password": PASSWORD})
    by_field = log_in(client, "amina", PASSWORD, QUERY_STRING=f"next={elsewhere}")
    left = client.post(f"{reverse('admin:logout')}?next={elsewhere}", {"next": elsewhere})
    for answer in (entered, by_field, left):
        assert answer.get("Location", "/").startswith("/") and "example" not in answer.get("Location", "")


def test_a_request_that_fails_puts_no_secret_into_the_log(client, editor, settings, monkeypatch, caplog):
    """Neither what was sent, nor who asked by which cookie, nor the key of the site."""
    client.raise_request_exception = False
    client.force_login(editor)
    session = client.cookies["sessionid"].value

    def fail(request, *args, **kwargs):
        raise RuntimeError("It broke.")

    monkeypatch.setattr("django.contrib.auth.forms.PasswordChangeForm.__init__", fail)
    sent = {"old_password": PASSWORD, "new_password1": "a-new-secret-1", "new_password2": "a-new-secret-1"}
    with caplog.at_level(logging.DEBUG):
        answer = client.post(f"{reverse('admin:password_change')}?key=k", sent)
    assert answer.status_code == 500
    assert "It broke." in caplog.text
    for secret in (PASSWORD, "a-new-secret", session, settings.SECRET_KEY):
        assert secret not in caplog.text
        assert secret not in answer.text
    assert "Traceback" not in answer.text and "RuntimeError" not in answer.text


def test_no_password_is_logged(client, editor, caplog):
    with caplog.at_level(logging.DEBUG):
        for number in range(11):
            log_in(client, "amina", f"a-guess-{number}")
    assert caplog.records
    assert "a-guess-" not in caplog.text


@pytest.mark.django_db
def test_an_answer_carries_the_id_that_its_log_lines_have(client):
    made = client.get("/method/")["X-Request-ID"]
    assert len(made) == 32
    assert client.get("/method/")["X-Request-ID"] != made
    kept = "8d9c2ae1b5e04d2c9f1c7a0d3f3b6a55"
    assert client.get("/method/", HTTP_X_REQUEST_ID=kept)["X-Request-ID"] == kept
    assert client.get("/method/", HTTP_X_REQUEST_ID="made\tup")["X-Request-ID"] != "made\tup"


def test_the_log_can_be_read_by_programs(settings):
    formatters = settings.LOGGING["formatters"]["json"]
    module, _, name = formatters["()"].rpartition(".")
    formatter = getattr(__import__(module, fromlist=[name]), name)(
        formatters["format"], style=formatters["style"], rename_fields=formatters["rename_fields"]
    )
    record = logging.LogRecord("timeline.ingest", logging.INFO, "", 0, "read %s", ("a.txt",), None)
    record.correlation_id = "8d9c2ae1"
    line = json.loads(formatter.format(record))
    assert (line["level"], line["name"], line["request"]) == ("INFO", "timeline.ingest", "8d9c2ae1")
    assert line["message"] == "read a.txt"
