"""Reading articles in several processes, for one that stores them in their order: reading is the part that asks the
database nothing, and most of the work where texts are long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from timeline.parser import read
from timeline.parser.reading import Reading

from .articles import Found
from .cast import editors_names
from .ingest import Refused, clean, same_text

AHEAD = 4
"""Articles that each process may be ahead of the one that stores."""


def read_ahead(found: Iterable[Found], jobs: int) -> Iterator[tuple[Found, Future[Reading] | None]]:
    """Yield what was found, in its order, each article with its reading that is under way in one of several processes.

    None stands for what needs none: what is refused, known, or no article. All are read with the names that editors
    kept at the beginning.
    """
    names = tuple(editors_names())
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as readers:
        ahead: deque[tuple[Found, Future[Reading] | None]] = deque()
        try:
            for thing in found:
                ahead.append((thing, _begin(readers, thing, names)))
                if len(ahead) > AHEAD * jobs:
                    yield ahead.popleft()
            while ahead:
                yield ahead.popleft()
        finally:
            readers.shutdown(cancel_futures=True)


def _begin(readers: ProcessPoolExecutor, thing: Found, names: tuple) -> Future[Reading] | None:
    article = thing.article
    if article is None:
        return None
    try:
        if same_text(article):
            return None
    except Refused:
        return None  # it is refused again, with its reason, by whoever stores it
    about = {"title": article.title, "author": article.author, "publisher": article.publisher}
    return readers.submit(read, clean(article.text), article.published, names, **about)
