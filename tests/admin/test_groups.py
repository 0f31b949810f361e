"""The groups of the desk, and that each may do what it says and no more."""

from itertools import pairwise

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import Desk
from tests.builders import make_actor, make_event
from timeline.admin.groups import GROUPS, permissions_of
from timeline.chronicle import curation
from timeline.models import Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(django_user_model):
    """`member("editor")`: the desk of somebody in that group."""

    def member(group):
        user = django_user_model.objects.create_user(f"{group}{django_user_model.objects.count()}", is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        return Desk(Client(), user)

    return member


def test_the_groups_are_there_after_migrating():
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS)
    for group in GROUPS:
        held = set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))
        assert held == set(permissions_of(group))


def test_what_an_administrator_changed_of_a_group_stays():
    editor = Group.objects.get(name="editor")
    editor.permissions.remove(Permission.objects.get(codename="add_actor"))
    Group.objects.get(name="reader").delete()
    call_command("migrate", verbosity=0)
    assert not editor.permissions.filter(codename="add_actor").exists()
    assert Group.objects.get(name="reader").permissions.filter(codename="view_event").exists()


def test_each_may_do_what_the_one_before_may():
    held = [set(permissions_of(group)) for group in ("reader", "contributor", "editor", "administrator")]
    assert held == sorted(held, key=len)
    assert all(less < more for less, more in pairwise(held))


def test_nobody_in_a_group_deletes_what_the_chronology_rests_on():
    for group in GROUPS:
        assert not {f"delete_{model}" for model in ("event", "source", "actor", "decision")} & set(
            permissions_of(group)
        )


LOOK = ("reader", "contributor", "editor", "administrator")
EDIT = LOOK[2:]


@pytest.fixture
def rows():
    """Rows of every kind, two of those that can be merged."""
    ana, ben = make_actor("Ana Lima"), make_actor("Ben Okoro")
    event, other = make_event("Talks", actors=[ana, ben]), make_event("More talks")
    curation.accept(event, "ana")
    return {
        "event": (event, other),
        "actor": (ana, ben),
        "source": (event.mentions.get().source,),
        "decision": (Decision.objects.get(),),
    }


def test_who_may_not_see_a_page_is_told_so(member):
    response = member("contributor").client.get(reverse("review"))
    assert response.status_code == 403
    assert "<h1>Your account may not do this</h1>" in response.text


@pytest.mark.parametrize("group", LOOK)
def test_each_group_decides_only_where_it_may(member, rows, group):
    desk = member(group)
    event, other = rows["event"]
    allowed = group in EDIT
    before = Decision.objects.count()
    posts = {
        reverse("admin:timeline_event_reject", args=[event.pk]): {"reason": "No."},
        reverse("admin:timeline_event_apart", args=[event.pk, other.pk]): {"reason": "No."},
        reverse("admin:timeline_source_withdraw", args=[rows["source"][0].pk]): {"reason": "No."},
        reverse("review-decide"): {"do": "accept", "event": other.pk, "seen": "999999"},
        reverse("admin:timeline_event_undo", args=[event.pk, rows["decision"][0].pk]): {},
    }
    for address, sent in posts.items():
        assert desk.client.post(address, sent).status_code == (302 if allowed else 403), address
    assert (Decision.objects.count() > before) is allowed
