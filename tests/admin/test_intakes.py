"""How far articles on their way in have come, for whoever sent them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.admin.conftest import find, messages, plain
from timeline.chronicle import intake
from timeline.models import Intake

pytestmark = pytest.mark.django_db

SENT = "/admin/timeline/intake/sent/"
TEXT = "Chile and Peru held talks in Lima on March 5, 2018."


@pytest.fixture
def sent(desk):
    """One read, one that waits and two that have failed, of this editor; and two of somebody else."""
    read = Intake.objects.create(text=TEXT, sent_by=desk.user)
    intake.read(read.pk)
    Intake.objects.create(text="Three.", sent_by=desk.user)
    for file in ("a.txt", "b.txt"):
        Intake.objects.create(
            text=file, given={"file": file}, sent_by=desk.user, state="failed", error=f"{file} is not English"
        )
    Intake.objects.create(text="Five.")
    Intake.objects.create(url="https://wire-a.example/1", state="failed", error="no text")


def status(page):
    return plain(find(page, "#status")[0])


def test_whoever_sent_articles_in_sees_how_far_they_are(desk, sent):
    page = desk.see(SENT)
    assert status(page) == "1 of 4 read, 0 being read, 1 waiting, 2 failed."
    assert find(page, "#status")[0].get("role") == "status"
    assert [(bar.get("value"), bar.get("max")) for bar in find(page, "progress")] == [("1", "4")]
    assert [plain(failed) for failed in find(page, "#standing article")] == [
        "b.txt b.txt is not English Try again",
        "a.txt a.txt is not English Try again",
    ]
    assert find(page, f"#standing a[href={SENT}]")  # to look again without JavaScript
    page = desk.see(f"{SENT}?by=everybody")
    assert status(page) == "1 of 6 read, 0 being read, 2 waiting, 3 failed."
    assert "https://wire-a.example/1 no text" in plain(page)


def test_what_was_read_long_ago_is_not_counted_but_what_failed_is(desk, sent):
    Intake.objects.update(sent_at=timezone.now() - intake.RECENT - timedelta(hours=1))
    assert status(desk.see(SENT)) == "0 of 3 read, 0 being read, 1 waiting, 2 failed."


def test_the_page_keeps_up_until_nothing_is_left_to_read(desk, sent):
    (standing,) = find(desk.see(SENT), "#standing")
    again = standing.get("hx-get")
    assert standing.get("hx-trigger") == "every 5s"
    part = {"HX-Request": "true"}
    assert desk.client.get(again, headers=part).status_code == 204  # nothing has come of it: nothing is read out
    Intake.objects.filter(state="waiting").update(state="failed", error="not English")
    answer = desk.client.get(again, headers=part)
    assert "HX-Request" in answer["Vary"]
    said = answer.content.decode()
    assert "<html" not in said and 'hx-swap-oob="innerHTML:#status">1 of 4 read' in said
    assert "hx-trigger" not in said and "Look again" not in said


def test_what_has_failed_is_tried_again_one_by_one_or_together(desk, sent):
    one = Intake.objects.get(given__file="a.txt")
    page = desk.send(reverse("admin:timeline_intake_again", args=[one.pk]), {"sent": "1"})
    assert "waits to be read once more" in messages(page)
    assert status(page) == "1 of 4 read, 0 being read, 2 waiting, 1 failed."
    again = reverse("admin:timeline_intake_all_again")
    assert desk.client.get(again).status_code == 405
    assert status(desk.send(again, {})) == "1 of 4 read, 0 being read, 3 waiting, 0 failed."
    assert Intake.objects.filter(state="failed").count() == 1  # somebody else's
    page = desk.send(f"{again}?by=everybody", {})
    assert "1 waits to be read once more." in messages(page) and "of 6 read" in status(page)


def test_without_workers_it_is_said_who_reads(desk, sent, settings):
    settings.CELERY_BROKER_URL = ""
    assert "manage.py read_intake" in plain(find(desk.see(SENT), "#standing")[0])
    settings.CELERY_BROKER_URL = "redis://localhost:1/0"
    assert "manage.py read_intake" not in plain(find(desk.see(SENT), "#standing")[0])


def test_who_may_look_and_who_may_try_again(desk_of, sent):
    reader = desk_of("view_intake")
    page = reader.see(f"{SENT}?by=everybody")
    assert "b.txt is not English" in plain(page) and not find(page, "#standing form")
    assert reader.client.post(reverse("admin:timeline_intake_all_again")).status_code == 403
    assert desk_of("view_event").client.get(SENT).status_code == 403
    assert Client().get(SENT).status_code == 302
    assert Intake.objects.filter(state="failed").count() == 3
