"""What one machine makes for itself and shares with nobody: its secret key and its editor's password."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def keep_secret(path: Path, make: Callable[[], str], *, replace: bool = False) -> str:
    """The secret kept in `path`, made by `make()` where there is none yet or where it is to be replaced.

    The file can be read by its owner only, from the moment it exists, and is never there half-written: of several
    processes that start at once, all get the same secret.
    """
    if not replace and path.exists():
        return path.read_text(encoding="utf-8").strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # mkstemp's mode is 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(make() + "\n")
        if replace:
            Path(draft).replace(path)
        else:
            with suppress(FileExistsError):  # unlike a rename, a link fails where another process was quicker
                path.hardlink_to(draft)
    finally:
        Path(draft).unlink(missing_ok=True)
    return path.read_text(encoding="utf-8").strip()
