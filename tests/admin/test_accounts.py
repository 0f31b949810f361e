"""Accounts: an administrator makes and changes them, and gets no further than that."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    user = User.objects.create_user("adm", is_staff=True)
    user.groups.add(Group.objects.get(name="administrator"))
    return Desk(Client(), user)


@pytest.fixture
def owner():
    return User.objects.create_superuser("owner", password="long-enough-7")


def page_of(user: User, page: str = "change") -> str:
    return reverse(
        "admin:auth_user_password_change" if page == "password" else f"admin:auth_user_{page}", args=[user.pk]
    )


def test_administrator_lets_somebody_into_the_desk(administrator):
    clerk = User.objects.create_user("clerk")
    administrator.save(page_of(clerk), is_staff="on", groups=[Group.objects.get(name="editor").pk])
    clerk.refresh_from_db()
    assert clerk.is_staff
    assert [group.name for group in clerk.groups.all()] == ["editor"]


def test_administrator_makes_no_superuser(administrator):
    administrator.save(page_of(administrator.user), is_superuser="on", first_name="Ada")
    administrator.user.refresh_from_db()
    assert administrator.user.first_name == "Ada"
    assert not administrator.user.is_superuser


def test_administrator_sees_a_superuser_and_does_not_touch_the_account(administrator, owner):
    assert "owner" in administrator.words(page_of(owner))
    sent = {"username": "owner", "is_superuser": "", "is_staff": ""}
    assert administrator.client.post(page_of(owner), sent).status_code == 403
    new = {"usable_password": "true", "password1": "quite-other-9", "password2": "quite-other-9"}
    assert administrator.client.post(page_of(owner, "password"), new).status_code == 403
    assert administrator.client.post(page_of(owner, "delete"), {"post": "yes"}).status_code == 403
    owner.refresh_from_db()
    assert owner.is_superuser
    assert owner.check_password("long-enough-7")


def test_administrator_deletes_no_superuser_from_the_list(administrator, owner):
    sent = {"action": "delete_selected", "_selected_action": [owner.pk], "post": "yes"}
    administrator.client.post(reverse("admin:auth_user_changelist"), sent)
    assert User.objects.filter(pk=owner.pk).exists()


def test_superuser_makes_another(owner):
    clerk = User.objects.create_user("clerk")
    Desk(Client(), owner).save(page_of(clerk), is_superuser="on")
    clerk.refresh_from_db()
    assert clerk.is_superuser
