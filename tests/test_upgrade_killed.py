"""An upgrade that is killed in the middle is taken up again, and the chronology is as it was."""

import signal

from django.core.management import call_command

from tests.chronicle.fixtures import take
from tests.chronicle.test_faults import DISPATCH, ROWS, killed_at_write
from tests.chronicle.test_ingest import rows
from tests.test_upgrade import FIRST
from timeline.chronicle.check import problems
from timeline.models import Event, Filed

__all__ = ["take"]

TABLES = ("CREATE", "ALTER", "DROP")


def test_an_upgrade_killed_again_and_again_comes_to_its_end(transactional_db, take):
    take(DISPATCH, "2019-03-05")
    before = rows()
    call_command("migrate", "timeline", FIRST, verbosity=0, interactive=False)
    killed_at = 1
    while ended := killed_at_write(killed_at, lambda: call_command("migrate", verbosity=0), ROWS + TABLES):
        assert ended == -signal.SIGKILL
        killed_at += 5  # more each time, since a migration that was killed is begun anew
    assert killed_at > 15
    assert rows() == before and Filed.objects.count() == Event.objects.public().count()
    assert list(problems()) == []
