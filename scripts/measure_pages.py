"""What the readers' pages cost on a phone: `.venv/bin/python scripts/measure_pages.py [ADDRESS]`.

Measures the first load of the timeline with 50 events, its bytes and what a browser on a slow phone makes of it: 360
pixels wide, a fourth of this machine's speed, 1.6 Mb/s and 150 ms to the server and back. LCP, CLS and INP are those of
Web Vitals, medians of several runs; INP is the slowest answer to a tick, to a key in the search and to "next 50".
Without an address the sample is served as in production, by gunicorn with compressed files, from a database of its own.
`--json` prints the figures for a program. The exit status is 1 where a figure misses its target.
"""

import argparse
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts import browser  # noqa: E402
from scripts.take_pictures import wait_for  # noqa: E402

PHONE = {"width": 360, "height": 740}
SLOWER = 4
"""Times slower than this machine."""
NET = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
RUNS = 5
TARGETS = {"bytes": 50_000, "lcp": 1000.0, "cls": 0.02, "inp": 100.0}
"""Bytes over the wire, milliseconds, the share of the screen that moves, milliseconds."""
NAMES = {"bytes": "first load, bytes", "lcp": "LCP, ms", "cls": "CLS", "inp": "INP, ms"}

# Put into every page by the driver, before any of its own scripts.
OBSERVE = """
window.vitals = {lcp: 0, cls: 0, inp: 0};
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) vitals.lcp = entry.startTime;
}).observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) vitals.cls += entry.value;
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration);
}).observe({type: "event", durationThreshold: 16, buffered: true});
"""


@dataclass(frozen=True)
class Load:
    """One load of a page."""

    bytes: int
    """Of the page and all it asks for, with headers, as they came over the wire."""
    requests: int
    lcp: float
    cls: float
    inp: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("address", nargs="?", help="a running site, such as http://127.0.0.1:8000")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"loads to take the median of ({RUNS})")
    given = parser.parse_args()
    found = browser.find()
    if found is None:
        sys.exit(f"Measuring needs a browser, and none could be started. {browser.WHAT_TO_DO}")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium will not sandbox what root runs
    with sync_playwright() as player, tempfile.TemporaryDirectory() as folder:
        chromium = player.chromium.launch(executable_path=found, args=sandbox)
        if given.address:
            loads = [load(chromium, given.address) for _ in range(given.runs)]
        else:
            with serve_as_in_production(Path(folder)) as address:
                loads = [load(chromium, address) for _ in range(given.runs)]
        chromium.close()
    figures = medians(loads)
    report(figures, loads, as_json=given.json)
    sys.exit(0 if all(figures[name] <= target for name, target in TARGETS.items()) else 1)


@contextmanager
def serve_as_in_production(folder: Path) -> Iterator[str]:
    """Serve the sample from `folder` by gunicorn, static files compressed and named by their content."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "VAR_DIR": str(folder),
        "STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": "",
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "0",
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    sample = [str(ROOT / "fixtures" / name) for name in ("actors.json", "sample.json")]
    for command in (["migrate"], ["loaddata", *sample], ["collectstatic", "--no-input"]):
        subprocess.run([*manage, *command, "--verbosity=0"], env=environment, cwd=ROOT, check=True)
    command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    server = subprocess.Popen([*command, "--log-level", "error"], env=environment, cwd=ROOT)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def load(chromium: Browser, address: str) -> Load:
    """Open the timeline with nothing in the cache, look at it, and use it."""
    context = chromium.new_context(base_url=address, viewport=PHONE, device_scale_factor=2, is_mobile=True)
    context.add_init_script(OBSERVE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[float] = []
    session.on("Network.loadingFinished", lambda done: received.append(done["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NET)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto("/", wait_until="networkidle")
    weight, requests = sum(received), len(received)
    seen = vitals(page)
    use(page, session)
    used = vitals(page)
    context.close()
    return Load(int(weight), requests, seen["lcp"], used["cls"], used["inp"])


def use(page: Page, session: CDPSession) -> None:
    """Add the next rows, tick a box and type a word: what may keep a reader waiting."""
    page.locator("#more a").click()
    settle(page)
    page.locator("#filters-link").click()
    settle(page)
    page.locator("#kind-summit").click()
    settle(page)
    page.locator("#q").press_sequentially("mi", delay=60)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the answer is there and drawn."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1200)


def vitals(page: Page) -> dict[str, float]:
    return page.evaluate("() => window.vitals")


def medians(loads: list[Load]) -> dict[str, float]:
    """Return each figure's median."""
    return {name: statistics.median(getattr(one, name) for one in loads) for name in TARGETS}


def report(figures: dict[str, float], loads: list[Load], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**figures, "runs": len(loads), "requests": loads[0].requests, "targets": TARGETS}))
        return
    print(f"The timeline on a slow phone, median of {len(loads)} loads ({loads[0].requests} requests each):")
    busy, cores = os.getloadavg()[0], os.cpu_count() or 1
    if busy > cores:
        print(
            f"  This machine is busy ({busy:.1f} tasks for {cores} cores): times below are longer than they would be."
        )
    for name, target in TARGETS.items():
        digits = 3 if name == "cls" else 0
        verdict = "" if figures[name] <= target else "   misses it"
        print(f"  {NAMES[name]:<18} {figures[name]:>8,.{digits}f}   target {target:,.{digits or 0}f}{verdict}")


if __name__ == "__main__":
    main()
