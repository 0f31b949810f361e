"""The tooling: settings, the first run on a new machine, what the requirements say."""

import os
import re
import shutil
import socket
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core import serializers
from django.core.management import CommandError, call_command
from django.test import Client

from scripts import browser, postgres
from timeline import machine as this_machine
from timeline.machine import keep_secret
from timeline.management.commands import first_run
from timeline.models import Actor

TOP = Path(__file__).resolve().parent.parent
TRUE = shutil.which("true")
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
SERVER = {"DEBUG": "0", "SECRET_KEY": "c" * 25 + "0123456789abcdefghijklmnopqrstuvwxyz", "ALLOWED_HOSTS": "example.org"}


def manage(*arguments: str, var: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run manage.py as a process of its own, with nothing set but `environment`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", *arguments],
        cwd=TOP,
        env={**kept, "VAR_DIR": str(var), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def setting(expression: str, var: Path, **environment: str) -> str:
    """What an expression about the settings `s` gives in a process of its own."""
    code = f"from django.conf import settings as s; print({expression})"
    done = manage("shell", "--no-imports", "-c", code, var=var, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def put_program(path: Path, *lines: str) -> Path:
    """Put a shell script there that can be run; its path."""
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    path.chmod(0o755)
    return path


# Settings


def test_a_server_without_a_secret_key_refuses_to_start(tmp_path):
    done = manage("check", var=tmp_path / "var", DEBUG="0")
    assert done.returncode != 0
    assert "ImproperlyConfigured: SECRET_KEY is not set" in done.stderr
    assert not (tmp_path / "var").exists()


def test_wsgi_is_a_server_unless_told_otherwise(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import timeline.wsgi"],
        cwd=TOP,
        env={"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "SECRET_KEY is not set" in done.stderr


def test_a_server_passes_djangos_deployment_checks(tmp_path):
    done = manage("check", "--deploy", "--fail-level", "WARNING", var=tmp_path, **SERVER)
    assert done.returncode == 0, done.stderr


def test_a_server_speaks_https_only_and_keeps_its_cookies_from_scripts_and_strangers(tmp_path):
    code = (
        "from django.test import Client\n"
        "plain = Client().get('/admin/login/', headers={'host': 'example.org'})\n"
        "print(plain.status_code, plain['Location'])\n"
        "answer = Client().get('/admin/login/', headers={'host': 'example.org'}, secure=True)\n"
        "print(answer.status_code, answer['Strict-Transport-Security'], answer.cookies)\n"
        "print(Client().get('/admin/login/', headers={'host': 'example.net'}, secure=True).status_code)\n"
        "from django.conf import settings as s\n"
        "print(s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.RATELIMIT_ENABLE)"
    )
    static = tmp_path / "static"
    manage("collectstatic", "--no-input", var=tmp_path, STATIC_ROOT=str(static), **SERVER)
    done = manage("shell", "--no-imports", "-c", code, var=tmp_path, STATIC_ROOT=str(static), **SERVER)
    plain, answer, stranger, session = done.stdout.splitlines()
    assert plain == "301 https://example.org/admin/login/"
    assert answer.startswith("200 max-age=31536000 Set-Cookie: csrftoken=")
    assert "Secure" in answer and "SameSite=Lax" in answer
    assert stranger == "400"
    assert session == "True True Lax True"


@pytest.mark.parametrize(
    "url", ["postgres://kofi:swordfish@127.0.0.1:1/chronicle", "postgres://kofi:swordfish@127.0.0.1:port/chronicle"]
)
def test_no_password_of_a_database_is_told(tmp_path, url):
    done = manage("check_chronology", var=tmp_path, DATABASE_URL=url)
    assert done.returncode != 0
    assert done.stderr
    assert "swordfish" not in done.stdout + done.stderr


def test_a_server_makes_no_secrets(tmp_path):
    assert manage("check", var=tmp_path, **SERVER).returncode == 0
    assert not list(tmp_path.iterdir())


def test_a_server_collects_its_static_files(tmp_path):
    done = manage("collectstatic", "--no-input", var=tmp_path, STATIC_ROOT=str(tmp_path / "static"), **SERVER)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "static" / "staticfiles.json").exists()
    assert list((tmp_path / "static" / "admin").rglob("*.css.gz"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("DEBUG", "of"), ("PUBLIC_SOURCE_TEXT", "everything"), ("DATABASE_CONN_MAX_AGE", "long"), ("LOG_LEVEL", "loud")],
)
def test_a_setting_that_means_nothing_is_refused(tmp_path, name, value):
    done = manage("check", var=tmp_path, **{name: value})
    assert done.returncode != 0
    assert re.search(rf"ImproperlyConfigured: {name} must be .*{value!r}", done.stderr)


def test_full_texts_are_public_on_a_private_machine_only(tmp_path):
    assert setting("s.PUBLIC_SOURCE_TEXT", tmp_path) == "full"
    assert setting("s.PUBLIC_SOURCE_TEXT", tmp_path, **SERVER) == "passages"
    assert setting("s.PUBLIC_SOURCE_TEXT", tmp_path, **SERVER, PUBLIC_SOURCE_TEXT="full") == "full"


def test_a_proxys_word_counts_only_where_there_is_one(tmp_path):
    asked = "getattr(s, 'SECURE_PROXY_SSL_HEADER', None)"
    assert setting(asked, tmp_path, **SERVER) == "None"
    assert setting(asked, tmp_path, **SERVER, BEHIND_PROXY="1") == "('HTTP_X_FORWARDED_PROTO', 'https')"


def test_the_database_is_that_of_the_environment(tmp_path):
    url = "postgres://kofi:secret@db.example.org:5433/chronicle"
    assert setting("s.DATABASES['default']['HOST']", tmp_path, DATABASE_URL=url) == "db.example.org"
    assert setting("s.DATABASES['default']['NAME']", tmp_path) == str(tmp_path / "timeline.sqlite3")


def test_the_secret_key_is_made_once_and_for_its_owner_only(tmp_path):
    key = setting("s.SECRET_KEY", tmp_path)
    assert len(key) >= 50
    assert setting("s.SECRET_KEY", tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert setting("s.SECRET_KEY", tmp_path / "elsewhere") != key


def test_processes_that_start_at_once_share_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda number: keep_secret(tmp_path / "secret", lambda: f"made by {number}"), range(8)))
    assert len(secrets) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_database_that_lies_where_nothing_can_be_written_is_opened_to_be_read(tmp_path, monkeypatch):
    path = tmp_path / "a chronology.sqlite3"
    assert this_machine.name_for_sqlite(str(path)) == str(path)  # it is still to be made
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode = WAL; CREATE TABLE event (title)")
    assert this_machine.name_for_sqlite(str(path)) == str(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    name = this_machine.name_for_sqlite(str(path))
    assert "immutable=1" in name
    with closing(sqlite3.connect(name, uri=True)) as database:
        assert database.execute("SELECT count(*) FROM event").fetchone() == (0,)
        assert list(tmp_path.iterdir()) == [path]
        with pytest.raises(sqlite3.OperationalError, match="readonly database"):
            database.execute("INSERT INTO event VALUES ('Talks')")
    path.with_name(f"{path.name}-wal").touch()  # somebody is writing, and readers have to see it
    assert this_machine.name_for_sqlite(str(path)).endswith("?mode=ro")


def test_sqlite_waits_for_other_writers_and_keeps_foreign_keys(tmp_path):
    pragmas = "('journal_mode', 'foreign_keys', 'busy_timeout', 'synchronous')"
    asked = f"[connection.cursor().execute('PRAGMA ' + pragma).fetchone()[0] for pragma in {pragmas}]"
    code = f"from django.db import connection; print({asked})"
    done = manage("shell", "--no-imports", "-c", code, var=tmp_path)
    assert done.stdout.strip() == "['wal', 1, 20000, 1]", done.stderr
    assert setting("s.DATABASES['default']['OPTIONS']['transaction_mode']", tmp_path) == "IMMEDIATE"


# What every answer carries


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/no-such-page/"])
def test_every_answer_carries_the_strict_policy(address):
    response = Client().get(address)
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


# The first run


@pytest.fixture
def machine(settings, tmp_path):
    """A development machine that is new: an empty folder for its secrets, and one for fixtures."""
    settings.DEBUG = True
    settings.VAR_DIR = tmp_path / "var"
    settings.FIXTURE_DIRS = [tmp_path / "fixtures"]
    (tmp_path / "fixtures").mkdir()
    return tmp_path


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_sample(machine: Path, *names: str) -> None:
    actors = [Actor(name=name, slug=name.lower(), kind="state") for name in names]
    text = serializers.serialize("json", actors, use_natural_foreign_keys=True, use_natural_primary_keys=True)
    (machine / "fixtures" / "actors.json").write_text(text, encoding="utf-8")


@pytest.mark.django_db
def test_first_run_makes_an_editor_whose_password_only_the_owner_can_read(machine, port, capsys):
    call_command("first_run", port=port)
    file = machine / "var" / "editor-password"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    password = file.read_text(encoding="utf-8").strip()
    assert len(password) >= 16
    assert Client().post("/admin/login/", {"username": "editor", "password": password}).status_code == 302
    told = capsys.readouterr().out
    assert f"http://127.0.0.1:{port}/admin/" in told
    assert "made the account “editor”" in told
    assert "editor-password" in told
    assert password not in told


@pytest.mark.django_db
def test_second_run_touches_nothing(machine, port, capsys):
    write_sample(machine, "Norway")
    call_command("first_run", port=port)
    password = (machine / "var" / "editor-password").read_text(encoding="utf-8")
    before = serializers.serialize("json", [*get_user_model().objects.all(), *Actor.objects.all()])
    capsys.readouterr()
    call_command("first_run", port=port)
    assert serializers.serialize("json", [*get_user_model().objects.all(), *Actor.objects.all()]) == before
    assert (machine / "var" / "editor-password").read_text(encoding="utf-8") == password
    told = capsys.readouterr().out
    assert "made" not in told
    assert "Sample" not in told
    assert f"http://127.0.0.1:{port}/" in told


@pytest.mark.django_db
def test_no_editor_is_made_beside_other_accounts(machine, port, django_user_model):
    django_user_model.objects.create_user("marit", password="a password of her own")
    call_command("first_run", port=port)
    assert [user.username for user in django_user_model.objects.all()] == ["marit"]
    assert not (machine / "var" / "editor-password").exists()


@pytest.mark.django_db
def test_a_server_gets_neither_editor_nor_sample(machine, port, settings):
    write_sample(machine, "Norway")
    settings.DEBUG = False
    with pytest.raises(CommandError, match="With DEBUG off"):
        call_command("first_run", port=port)
    assert not get_user_model().objects.exists()
    assert not Actor.objects.exists()
    assert not (machine / "var").exists()


@pytest.mark.django_db
def test_sample_is_loaded_into_an_empty_database(machine, port, capsys):
    write_sample(machine, "Norway", "Oman")
    call_command("first_run", port=port)
    assert sorted(actor.name for actor in Actor.objects.all()) == ["Norway", "Oman"]
    assert "2 actors" in capsys.readouterr().out


@pytest.mark.django_db
def test_sample_is_not_loaded_beside_other_data(machine, port):
    Actor.objects.create(name="Chile", slug="chile", kind="state")
    write_sample(machine, "Norway")
    call_command("first_run", port=port)
    assert [actor.name for actor in Actor.objects.all()] == ["Chile"]


@pytest.mark.django_db
def test_a_sample_that_fails_leaves_nothing_behind(machine, port):
    write_sample(machine, "Norway")
    (machine / "fixtures" / "sample.json").write_text('[{"model": "timeline.actor", "fields": {"kind": 1}}', "utf-8")
    with pytest.raises(Exception, match=r"sample\.json"):
        call_command("first_run", port=port)
    assert not Actor.objects.exists()


@pytest.mark.django_db
def test_a_port_that_is_taken_is_told_before_anything_is_done(machine):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match=r"Port \d+ cannot be used .*make run PORT="):
            call_command("first_run", port=other.getsockname()[1])
    assert not get_user_model().objects.exists()


def test_a_port_that_is_none_is_told():
    with pytest.raises(CommandError, match=r"Port 99999 cannot be used"):
        first_run.refuse_port(99999)


def test_first_run_makes_the_database(tmp_path, port):
    done = manage("first_run", "--port", str(port), var=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Database: ready." in done.stdout
    assert manage("migrate", "--check", var=tmp_path).returncode == 0
    again = manage("first_run", "--port", str(port), var=tmp_path)
    assert "Database" not in again.stdout


# The environment


@pytest.fixture
def project(tmp_path):
    """A project with the Makefile and its script, a lock of nothing, and a `PATH` of few tools."""
    (tmp_path / "scripts").mkdir()
    for name in ("Makefile", "scripts/environment.sh"):
        (tmp_path / name).write_text((TOP / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "requirements.lock").write_text("", encoding="utf-8")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("sh", "dirname", "rm", "touch"):
        (tools / tool).symlink_to(Path("/bin") / tool if Path("/bin", tool).exists() else Path("/usr/bin") / tool)
    return tmp_path


def environment(project: Path, **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["/bin/sh", "scripts/environment.sh"],
        cwd=project,
        env={"PATH": str(project / "tools"), **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_no_python_is_told(project):
    done = environment(project)
    assert done.returncode != 0
    assert "needs Python 3.11 or later" in done.stderr
    assert not (project / ".venv").exists()


def test_an_old_python_that_was_asked_for_is_told(project):
    old = put_program(project / "old", "exit 1")
    done = environment(project, PYTHON=str(old))
    assert done.returncode != 0
    assert f"PYTHON is {old}, and that is no Python 3.11" in done.stderr


def test_a_python_without_venv_is_told(project):
    bare = put_program(project / "bare", 'case "$2" in *venv*) exit 1;; esac')
    done = environment(project, PYTHON=str(bare))
    assert done.returncode != 0
    assert "apt install python3-venv" in done.stderr


def test_an_environment_is_done_only_when_it_is_done(project):
    (project / "requirements.lock").write_text("no-such-package==1 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    python = {"PYTHON": sys.executable, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    assert environment(project, **python).returncode != 0
    assert (project / ".venv" / "bin" / "python").exists()
    assert not (project / ".venv" / ".installed").exists()
    left_over = project / ".venv" / "left-over"
    left_over.touch()

    (project / "requirements.lock").write_text("", encoding="utf-8")
    done = environment(project, **python)
    assert done.returncode == 0, done.stderr
    assert (project / ".venv" / ".installed").exists()
    assert not left_over.exists()

    kept = project / ".venv" / "kept"
    kept.touch()
    assert environment(project, **python).returncode == 0
    assert kept.exists()


# The choice of browser and of the second database


def test_a_browser_that_does_not_start_is_none(monkeypatch, tmp_path):
    hint = put_program(tmp_path / "chromium", "exit 1")
    monkeypatch.setenv("CHROMIUM", str(hint))
    assert browser.find() is None
    put_program(hint, "exit 0")
    assert browser.find() == str(hint)


def test_a_browser_that_was_asked_for_and_is_missing_is_told(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(SystemExit, match="CHROMIUM=/path/to/chrome"):
        browser.main()


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """A machine with no browser, where we are root: `PATH` is one folder, and what is put there is what there is."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "MAC_APPLICATIONS", ())
    monkeypatch.setattr(browser, "playwrights_own", lambda: str(tmp_path / "downloaded"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


def makes(path: Path) -> str:
    """A line of shell that makes a program which does nothing, well."""
    return f"/bin/ln -s {TRUE} {path}"


def test_a_missing_browser_comes_from_debian_where_we_may(bare_machine, capsys):
    chromium, log = bare_machine / "chromium", bare_machine / "log"
    put_program(
        bare_machine / "apt-get", f'echo "$@" >> {log}', f'case "$*" in install*chromium*) {makes(chromium)};; esac'
    )
    browser.main()
    assert f"Browser tests use {chromium}" in capsys.readouterr().out
    first, second = log.read_text(encoding="utf-8").splitlines()
    assert first.startswith("update")
    assert second.startswith("install")


def test_a_missing_browser_is_downloaded_where_debian_has_none(bare_machine, capsys, monkeypatch):
    put_program(bare_machine / "apt-get", "echo no such package; exit 100")
    put_program(
        bare_machine / "python", f'[ "$*" = "-m playwright install chromium" ] && {makes(bare_machine / "downloaded")}'
    )
    monkeypatch.setattr(sys, "executable", str(bare_machine / "python"))
    browser.main()
    told = capsys.readouterr()
    assert f"Browser tests use {bare_machine / 'downloaded'}" in told.out
    assert "no such package" in told.err


def test_a_browser_that_cannot_be_had_is_told(bare_machine, monkeypatch):
    put_program(bare_machine / "python", "exit 1")
    monkeypatch.setattr(sys, "executable", str(bare_machine / "python"))
    with pytest.raises(SystemExit, match="Install Chromium or Chrome"):
        browser.main()


def test_a_server_that_does_not_answer_is_told_in_one_line(monkeypatch, capsys, port):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://amina@127.0.0.1:{port}/chronicle")
    postgres.main()
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"PostgreSQL is left out \(.+\)\.\n", told.err)


def test_the_second_run_takes_what_uses_the_database():
    chosen = ["--database-only", "--collect-only", "--quiet", "tests/test_project.py", "tests/browser"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *chosen],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "test_second_run_touches_nothing" in done.stdout, done.stderr
    assert "test_the_lock_names_no_host" not in done.stdout
    assert "test_policy" not in done.stdout


# Requirements


def direct_requirements() -> dict[str, str]:
    """Package → the line that asks for it, from all requirements files."""
    lines = [
        line
        for path in sorted(TOP.glob("requirements*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {normal(re.split(r"[\[=<>~!; ]", line)[0]): line for line in lines}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


LOCKS = ("requirements.lock", "requirements-fuzz.lock")


def locked(*locks: str) -> dict[str, str]:
    """Package → version, from these locks."""
    text = "".join((TOP / lock).read_text(encoding="utf-8") for lock in locks)
    return {normal(name): version for name, version in re.findall(r"^([\w.-]+)==([^ ]+)", text, re.M)}


def test_every_requirement_is_pinned_and_gives_its_reason():
    requirements = direct_requirements()
    assert "django" in requirements
    for line in requirements.values():
        assert re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+ +# .{10,}", line), line


def test_the_lock_has_every_requirement_as_it_is_pinned():
    versions = locked(*LOCKS)
    for name, line in direct_requirements().items():
        assert versions.get(name) == re.search(r"==([\w.]+)", line)[1], f"{line}: run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_the_lock_has_hashes(lock):
    text = (TOP / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert len(entries) == len(locked(lock))
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_host(lock):
    text = (TOP / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|\bpypi\b", text)


def test_the_reader_of_web_pages_can_be_imported():
    """Its own requirements leave out one that it needs; ours names it."""
    import trafilatura

    paragraph = "<p>The ministers of Ghana and Togo met in Lomé on Monday and agreed on a new crossing.</p>"
    page = f"<html><body><article>{paragraph * 5}</article></body></html>"
    assert "met in Lomé" in trafilatura.extract(page)
