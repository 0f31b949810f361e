"""Sends the targets of `fuzz_targets` what a coverage-guided fuzzer makes up, for a bounded time.

    .venv/bin/python scripts/fuzz.py [--seconds N] [TARGET ...]

Runs each target in a process of its own for N seconds (60 unless told), beginning with what was found before. An input
that breaks a target is kept under tests/hostile/found/TARGET/, where the tests run it from then on: mend what it shows,
and commit both. Exit status 1 where something was found. The fuzzer is atheris, which `make fuzz` installs; it
runs on Linux on x86-64.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
FOUND = TOP / "tests" / "hostile" / "found"
sys.path.insert(0, str(TOP))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
os.environ.setdefault("DEBUG", "1")

LONGEST = 4_000
"""Bytes of the longest input; what breaks a reader does so in less."""

ONE_INPUT = 20
"""Seconds that one input may take, in a process that is watched at every branch, before it counts as a find."""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("targets", nargs="*", metavar="TARGET", help="all of them, unless named")
    asked.add_argument("--seconds", type=int, default=60, help="for each target")
    asked.add_argument("--inside", help=argparse.SUPPRESS)
    told = asked.parse_args()
    if told.inside:
        return run(told.inside, told.seconds)
    targets = all_targets()
    if unknown := set(told.targets) - set(targets):
        asked.error(f"there is no target {', '.join(sorted(unknown))}; there are {', '.join(targets)}")
    broken = []
    for name in told.targets or targets:
        print(f"{name}: {told.seconds} seconds", flush=True)
        done = subprocess.run([sys.executable, __file__, "--inside", name, "--seconds", str(told.seconds)], check=False)
        if done.returncode:
            broken.append(name)
    print(f"Broken: {', '.join(broken)}; the inputs are in {FOUND}" if broken else "Nothing was found.")
    return 1 if broken else 0


def all_targets() -> dict[str, Callable[[bytes], None]]:
    """Return all targets by name. They are imported here and not before: what is imported unwatched stays so."""
    import django

    django.setup()
    from scripts.fuzz_site import SITE_TARGETS
    from scripts.fuzz_targets import TARGETS

    return TARGETS | SITE_TARGETS


def run(name: str, seconds: int) -> int:
    """Fuzz one target in this process, which libFuzzer ends by itself."""
    try:
        import atheris
    except ImportError:
        print("The fuzzer is not here: run `make fuzz`, on Linux on x86-64.", file=sys.stderr)
        return 2
    corpus = Path(tempfile.gettempdir()) / f"aide-memoire-fuzz-{name}"
    corpus.mkdir(exist_ok=True)
    os.environ["DATABASE_URL"] = f"sqlite:///{corpus}.sqlite3"  # never the chronology of this machine
    with atheris.instrument_imports(include=["timeline", "scripts.fuzz_targets", "scripts.fuzz_site"]):
        targets = all_targets()
        import timeline.urls  # noqa: F401
    from scripts.fuzz_site import SITE_TARGETS, make_ready

    if name in SITE_TARGETS:
        make_ready()
    kept = FOUND / name
    kept.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={ONE_INPUT}", "-rss_limit_mb=4096"]
    quiet = ["-verbosity=0", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, *quiet, f"-artifact_prefix={kept}/", str(corpus), str(kept)], targets[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
