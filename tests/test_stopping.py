"""A server that is told to stop first finishes what it has begun."""

import http.client
import os
import shlex
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings

from scripts.servers import free_port
from tests.builders import make_event, make_mention
from tests.chronicle.working import address
from timeline.chronicle.filing import file_everything

PATIENCE = 30
EVENTS = 40


def line_of(process: str) -> list[str]:
    """Return how the Procfile starts a process, word by word."""
    lines = (settings.BASE_DIR / "Procfile").read_text(encoding="utf-8").splitlines()
    return shlex.split(next(line for line in lines if line.startswith(f"{process}:")).partition(":")[2])


@pytest.fixture
def served(transactional_db, tmp_path):
    """The site as the Procfile serves it, on a slow line: the process, and its port once it answers."""
    port = free_port()
    instead = {"timeline.wsgi": "tests.slow_line", "127.0.0.1:8000": f"127.0.0.1:{port}"}
    command = [instead.pop(word, word) for word in line_of("web")]
    assert not instead
    variables = {"DATABASE_URL": address(), "DEBUG": "1", "VAR_DIR": str(tmp_path)}
    with Path(tmp_path / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=settings.BASE_DIR, env=os.environ | variables, stdout=log, stderr=log)
    begun = time.monotonic()
    while not answers(port):
        assert server.poll() is None and time.monotonic() - begun < PATIENCE, (tmp_path / "log").read_text()
        time.sleep(0.1)
    yield server, port
    server.kill()
    server.wait()


def answers(port):
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as asked:
            asked.request("GET", "/health/")
            return asked.getresponse().status == 200
    except OSError:
        return False


def test_a_server_told_to_stop_sends_the_whole_file_that_it_has_begun(served):
    server, port = served
    for n in range(EVENTS):
        make_mention(make_event(f"Talks {n}", when="2018-03-05"))
    file_everything()
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as asked:
        asked.request("GET", "/events.csv")
        answer = asked.getresponse()
        begun = answer.read(20)
        server.terminate()
        lines = (begun + answer.read()).decode().splitlines()
    assert len(lines) == 1 + EVENTS and lines[-1].count(",") >= 20
    assert server.wait(timeout=PATIENCE) == 0
    assert not answers(port)
