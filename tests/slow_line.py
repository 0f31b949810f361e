"""The site behind a slow line, for a test that stops it meanwhile: a file goes on a second after its first piece."""

import time
from collections.abc import Callable, Iterable, Iterator

from timeline.wsgi import application as site


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    answer = site(environ, start_response)
    return slowly(answer) if environ["PATH_INFO"].endswith(".csv") else answer


def slowly(pieces: Iterable[bytes]) -> Iterator[bytes]:
    first, *others = pieces
    yield first
    time.sleep(1)
    yield from others
