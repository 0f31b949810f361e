"""Several workers at once: the same chronology as one."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
from django.core.management import call_command
from django.db import connection

from tests.chronicle.test_ingest import chronology
from timeline.chronicle.check import problems
from timeline.models import Source

ARTICLES = [
    (
        f"{n} | {kind} | held | 2019-03-0{day} | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)\n8 | {act}",
        f"2019-03-0{day + 1}",
    )
    for n, (kind, day, act) in enumerate(
        product(
            ["summit", "meeting"],
            [3, 4],
            [
                "invitation | held | 2019-03-02 | | Ana Lima (Chile); > Ben Okoro (Nigeria)",
                "visit | planned | 2019-05 | Abuja, Nigeria | Ana Lima (Chile) | country=Nigeria",
            ],
        )
    )
]


@pytest.mark.django_db(transaction=True)
def test_four_workers_give_the_chronology_of_one(take):
    for text, day in ARTICLES:
        take(text, day)
    by_one = chronology()
    call_command("flush", interactive=False, verbosity=0)
    assert not Source.objects.exists()

    def work(article):
        try:
            return take(*article).known
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as workers:
        known = list(workers.map(work, ARTICLES * 2))  # everything twice: whoever comes second finds it known
    assert sum(known) == len(ARTICLES)
    assert chronology() == by_one
    assert list(problems()) == []
