"""The browser that the tests drive: a Chromium or Chrome that is there, or else one that this installs.

`python scripts/browser.py` makes sure that there is one, and says which. CHROMIUM=/path/to/chrome chooses one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
WHAT_TO_DO = "Install Chromium or Chrome, or say where it is: CHROMIUM=/path/to/chrome make test"


def find() -> str | None:
    """The path of the first browser that really starts, or None. A browser that was asked for is the only choice."""
    asked_for = os.environ.get("CHROMIUM")
    candidates = [asked_for] if asked_for else _candidates()
    return next((path for path in candidates if _starts(path)), None)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from MAC_APPLICATIONS
    yield playwrights_own()


def playwrights_own() -> str:
    """Where Playwright keeps the browser that it downloads, whether it has or not."""
    code = (
        "from playwright.sync_api import sync_playwright as start\nwith start() as p: print(p.chromium.executable_path)"
    )
    # In a process of its own: a test that asks may have Playwright running already, and it cannot be started twice.
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def _starts(path: str) -> bool:
    """Whether it runs at all: Ubuntu's /usr/bin/chromium-browser may only be a hint to install something else."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install() -> str | None:
    """Install a browser, by Debian's packages where we may, else by Playwright: the path of what then starts."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("No Chromium here: installing Debian's.", flush=True)
        _run(["apt-get", "update", "--quiet=2"])
        # It may have to wait for the system's own upgrades. Without a font a page has no text to measure.
        options = ["--quiet=2", "--yes", "--no-install-recommends", "--option", "DPkg::Lock::Timeout=300"]
        _run(["apt-get", "install", *options, "chromium", "fonts-liberation"])
        if found := find():
            return found
    print("No Chromium here: downloading Playwright's.", flush=True)
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find()


def _run(command: list[str]) -> None:
    """Run it, its output shown only where it fails; what came of it is for `find` to see."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, env=environment, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{' '.join(command)}: {error}", file=sys.stderr)
        return
    if done.returncode:
        last_lines = (done.stdout + done.stderr).strip().splitlines()[-5:]
        print(f"{' '.join(command)} failed:", *last_lines, sep="\n    ", file=sys.stderr)


def main() -> None:
    found = find()
    if found is None and not os.environ.get("CHROMIUM"):
        found = install()
    if found is None:
        sys.exit(f"The browser tests need a browser, and none could be started. {WHAT_TO_DO}")
    print(f"Browser tests use {Path(found)}")


if __name__ == "__main__":
    main()
