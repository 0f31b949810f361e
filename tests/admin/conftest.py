"""The desk as an editor uses it, for tests: pages are read, forms are filled in and sent as a browser sends them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.chronicle.fixtures import take

__all__ = ["take"]


class Desk:
    """The admin, with somebody signed in."""

    def __init__(self, client: Client, user: User) -> None:
        client.force_login(user)
        self.client, self.user = client, user
        self.at = ""  # the address of the page that was seen last

    def address(self, row, page: str = "change") -> str:
        return reverse(f"admin:timeline_{row._meta.model_name}_{page}", args=[row.pk])

    def see(self, address: str) -> html.HtmlElement:
        """Return a page that is there."""
        return self._page(self.client.get(address), address)

    def _page(self, response, address: str) -> html.HtmlElement:
        assert response.status_code == 200, response.status_code
        self.at = response.redirect_chain[-1][0] if getattr(response, "redirect_chain", None) else address
        return html.fromstring(response.content.decode())

    def words(self, address: str) -> str:
        """Return the words of a page, blanks made one."""
        return plain(self.see(address))

    def filled(self, address: str) -> dict[str, list[str]]:
        """Return what the form of a page would send, were it sent at once."""
        form = next(form for form in self.see(address).forms if (form.get("id") or "").endswith("_form"))
        sent: dict[str, list[str]] = {}
        for name, value in form.form_values():
            sent.setdefault(name, []).append(value)
        return sent

    def send(self, address: str, sent: dict, **changes) -> html.HtmlElement:
        """Send a form with changes; return the page that comes of it."""
        changes.setdefault("_continue", "1")
        sent = {**sent, **{name.replace("__", "-"): value for name, value in changes.items()}}
        response = self.client.post(address, {k: v for k, v in sent.items() if v is not None}, follow=True)
        return self._page(response, address)

    def save(self, address: str, **changes) -> html.HtmlElement:
        """Open a form, change it and send it."""
        return self.send(address, self.filled(address), **changes)

    def go_on(self, page: html.HtmlElement, **changes) -> html.HtmlElement:
        """Press the button of a page that shows first what it would do; return the page that comes of it."""
        (form,) = [form for form in page.forms if form.xpath(".//input[@type='submit']")]
        sent: dict[str, list[str]] = {}
        for name, value in form.form_values():
            sent.setdefault(name, []).append(value)
        button = form.xpath(".//input[@type='submit']")[0]
        if button.get("name"):
            sent[button.get("name")] = [button.get("value")]
        return self.send(form.get("action") or self.at, {**sent, **changes}, _continue=None)

    def act(self, model: str, action: str, rows: Iterable, query: str = "", **more) -> html.HtmlElement:
        """Take an action on rows of a list."""
        sent = {"action": action, "_selected_action": [row.pk for row in rows], "index": 0, **more}
        address = reverse(f"admin:timeline_{model}_changelist")
        response = self.client.post(address + query, sent, follow=True)
        assert response.status_code == 200, response.status_code
        return html.fromstring(response.content.decode())


_STEP = re.compile(r"([a-z0-9]+)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:(\*?=)([^\]]+))?\]")


def find(page: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """Return what a simple CSS selector names: tags, ids, classes and attributes, one within the other."""
    paths = []
    for one in selector.split(","):
        steps = []
        for step in one.split():
            tag, tests = "*", []
            for name, id_, class_, key, sign, value in _STEP.findall(step):
                tag = name or tag
                tests += [f"@id='{id_}'"] * bool(id_)
                tests += [f"contains(concat(' ', normalize-space(@class), ' '), ' {class_} ')"] * bool(class_)
                if key:
                    tests.append({"": f"@{key}", "=": f"@{key}='{value}'", "*=": f"contains(@{key}, '{value}')"}[sign])
            steps.append(tag + "".join(f"[{test}]" for test in tests))
        paths.append("descendant-or-self::*/descendant::" + "/descendant::".join(steps))
    return page.xpath(" | ".join(paths))


def plain(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


def messages(page: html.HtmlElement) -> str:
    """Return what a page's messages say."""
    return " ".join(plain(item) for item in find(page, ".messagelist li"))


def errors(page: html.HtmlElement, field: str) -> str:
    """Return what stands beside a field as wrong."""
    return " ".join(plain(item) for item in find(page, f".field-{field} .errorlist"))


@pytest.fixture
def desk(client: Client, admin_user: User) -> Desk:
    """The admin with an editor who may do everything."""
    return Desk(client, admin_user)


@pytest.fixture
def desk_of(db, django_user_model):
    """`desk_of("view_event")`: the admin with somebody who has these permissions and no other."""

    def desk_of(*permissions: str) -> Desk:
        user = django_user_model.objects.create_user(f"user{django_user_model.objects.count()}", is_staff=True)
        found = Permission.objects.filter(codename__in=permissions)
        assert found.count() == len(permissions)
        user.user_permissions.set(found)
        return Desk(Client(), user)

    return desk_of
