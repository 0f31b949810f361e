"""The words that the parser knows, as TOML files that people can read and mend."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the vocabulary file `name`.toml as a mapping.

    The mapping is shared by all callers and is not to be changed. Raises FileNotFoundError where there is no
    such file, tomllib.TOMLDecodeError where it is not TOML.
    """
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
