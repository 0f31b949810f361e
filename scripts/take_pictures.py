"""The pictures of the README and of `docs/editing.md`: `.venv/bin/python scripts/take_pictures.py`.

Loads the sample into a database of its own, starts a server there, and writes `docs/pictures/*.png`. What the
pictures show is looked up by what it is, not by numbers, so that they can be taken again after the sample changed.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts import browser  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 780}
PAIR = "/?actor=xi-jinping&with=kim-jong-un"
EDITOR, PASSWORD = "editor", "only-for-pictures"
ARTICLE = """Kim Jong Un ends visit to Beijing

Kim Jong Un, the North Korean leader, met Xi Jinping in Beijing on March 27, 2018, the Chinese foreign ministry said. \
The two will meet again in Pyongyang before the end of the year.

On Wednesday the foreign ministers of Finland and Estonia held talks in Tallinn.

Subscribe to The Strait Gazette from £1 a week. Offer ends July 31st.
"""
LONGEST_START = 60
"""Seconds until the server has to answer."""


def main() -> None:
    found = browser.find()
    if found is None:
        sys.exit(f"Pictures need a browser, and none could be started. {browser.WHAT_TO_DO}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium will not sandbox what root runs
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_sample(Path(folder)) as address,
        sync_playwright() as player,
    ):
        chromium = player.chromium.launch(executable_path=found, args=sandbox)
        for name in take_all(chromium, address):
            print(PICTURES.relative_to(ROOT) / name)
        chromium.close()


@contextmanager
def serve_sample(folder: Path) -> Iterator[str]:
    """Serve the sample from a database in `folder`; gives the address."""
    environment = {**os.environ, "VAR_DIR": str(folder), "DEBUG": "1", "DATABASE_URL": ""}
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity=0"], env=environment, check=True)
    sample = [str(ROOT / "fixtures" / name) for name in ("actors.json", "sample.json")]
    subprocess.run([*manage, "loaddata", "--verbosity=0", *sample], env=environment, check=True)
    account = [*manage, "createsuperuser", "--noinput", f"--username={EDITOR}", "--email=editor@example.org"]
    subprocess.run(
        account, env={**environment, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}, check=True, stdout=subprocess.DEVNULL
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [*manage, "runserver", f"127.0.0.1:{port}", "--noreload"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    """Return once the server answers; raises TimeoutError if it never does."""
    for _ in range(LONGEST_START * 5):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"No answer from {address}")


def take_all(chromium: Browser, address: str) -> Iterator[str]:
    """Take every picture; gives their names."""
    with opened(chromium, address, DESK) as page:
        page.goto(PAIR)
        yield take(page, "timeline.png")
        # the event with most passages is the one to look into
        page.goto("/?actor=donald-trump&with=kim-jong-un&kind=summit&status=held")
        page.locator("#list h4 a").first.click()
        yield take(page, "event.png")
        page.locator(".evidence .citation").first.click()
        page.locator(".article").wait_for()
        page.goto(page.url.partition("#")[0])
        yield take(page, "source.png")
    with opened(chromium, address, DESK) as page:
        yield from take_desk(page)
    with opened(chromium, address, DESK, theme="dark") as page:
        page.goto(PAIR)
        yield take(page, "timeline-dark.png")
    with opened(chromium, address, PHONE) as page:
        page.goto(PAIR)
        yield take(page, "phone.png")


def take_desk(page: Page) -> Iterator[str]:
    """Take the pictures of the editor's desk; gives their names."""
    page.goto("/admin/login/")
    page.get_by_label("Username:").fill(EDITOR)
    page.get_by_label("Password:").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.goto("/admin/review/")
    # one that may be the same as another shows most of what there is to do
    while not page.locator(".alike").count():
        page.locator("a[data-key=n]").click()
    yield take(page, "review.png")
    page.locator(".alike a").click()
    page.locator("#merge_form").wait_for()
    yield take(page, "merge.png")
    page.goto("/admin/timeline/source/add/")
    page.get_by_label("Text:").fill(ARTICLE)
    page.get_by_label("Publisher:").fill("The Strait Gazette")
    page.get_by_label("Published on:").fill("2018-03-29")
    page.get_by_role("button", name="Preview").click()
    page.locator("#known-heading").wait_for()
    yield take(page, "feed.png")
    page.goto("/admin/timeline/source/")
    page.locator("#result_list th a").last.click()
    page.get_by_role("link", name="Read again…").click()
    page.locator("#outcome-heading").wait_for()
    yield take(page, "reading-again.png")


@contextmanager
def opened(chromium: Browser, address: str, viewport: dict, theme: str = "light") -> Iterator[Page]:
    """A page of a browser of this size and theme."""
    context = chromium.new_context(base_url=address, viewport=viewport, color_scheme=theme, locale="en-GB")
    yield context.new_page()
    context.close()


def take(page: Page, name: str) -> str:
    page.screenshot(path=PICTURES / name)
    return name


if __name__ == "__main__":
    main()
