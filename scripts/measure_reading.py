"""Measures how fast articles are read, and that the time grows no faster than the text, whatever the text is.

    .venv/bin/python scripts/measure_reading.py [--articles FOLDER] [--characters N] [--runs N] [--only WORDS]

For the sample's dispatches, or the texts of FOLDER: characters read a second on one core, the median of the runs, for
each stage and for all. For each of `hostile_texts.HOSTILE`: seconds for N characters (1,000,000 unless told) and by
what factor that is more than for a quarter of it: 4 is linear, 16 would be quadratic, and a dash is too short to tell.
Each stands behind a plain article, whose own time is taken off.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from scripts.hostile_texts import HOSTILE, after_an_article  # noqa: E402
from timeline.parser import read  # noqa: E402
from timeline.parser.dates import find_dates  # noqa: E402
from timeline.parser.language import NotEnglish, NothingToRead  # noqa: E402

DAY = date(2019, 3, 7)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=Path, default=TOP / "fixtures" / "articles", help="a folder of .txt files")
    asked.add_argument("--characters", type=int, default=1_000_000, help="length of each hostile text")
    asked.add_argument("--runs", type=int, default=5, help="times that the articles are read")
    asked.add_argument("--only", default="", help="only hostile texts with these words in their name")
    told = asked.parse_args()
    console = Console()
    texts = [file.read_text(encoding="utf-8") for file in sorted(told.articles.glob("*.txt"))]
    if not texts:
        asked.error(f"{told.articles} has no .txt file")
    characters = sum(map(len, texts))
    console.print(f"{len(texts)} articles, {characters:,} characters; median of {told.runs} runs")
    for name, stage in (("dates alone", _dates), ("all stages", _whole)):
        seconds = statistics.median(_timed(stage, texts) for _ in range(told.runs))
        console.print(f"  {name}: {characters / seconds:,.0f} characters a second")
    article = _timed(_whole, [after_an_article("")])
    table = Table("Text", "Seconds", "Times the quarter's", title=f"{told.characters:,} characters of")
    for name, make in HOSTILE.items():
        if told.only in name:
            quarter, whole = (
                _timed(_whole, [after_an_article(make(length))]) - article
                for length in (told.characters // 4, told.characters)
            )
            table.add_row(name, f"{whole:.2f}", f"{whole / quarter:.1f}" if quarter > 0.05 else "–")
    console.print(table)


def _dates(text: str) -> None:
    find_dates(text, DAY)


def _whole(text: str) -> None:
    with suppress(NotEnglish, NothingToRead):  # that it says so is as good an end as another
        read(text, DAY)


def _timed(stage: Callable[[str], None], texts: Sequence[str]) -> float:
    begun = time.perf_counter()
    for text in texts:
        stage(text)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
