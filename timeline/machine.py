"""What one machine makes for itself and shares with nobody: its secret key, its editor's password, its SQLite file."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote


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


def name_for_sqlite(database: str) -> str:
    """Return the name under which SQLite is to open a database: one that lies where we may not write, to be read alone.

    Even readers of a write-ahead log make a file beside the database. Where they cannot, and none lies there, SQLite
    has to be told that the database does not change, which is so as long as nobody has that file open.
    """
    path = Path(database)
    if not path.is_file() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return database
    log = path.with_name(f"{path.name}-wal")
    return f"file:{quote(str(path))}?mode=ro{'' if log.exists() else '&immutable=1'}"
