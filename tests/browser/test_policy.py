"""The content policy holds in the admin too: its pages work under it, and a page that breaks it is noticed."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import Page, expect


def test_editor_signs_in_by_the_form(page: Page, admin_user):
    page.goto(reverse("admin:index"))
    page.get_by_label("Username").fill(admin_user.username)
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Site administration")).to_be_visible()


@pytest.mark.parametrize("view", ["index", "auth_user_changelist", "auth_user_add", "auth_group_changelist"])
def test_admin_keeps_the_policy(page: Page, editor, view):
    page.goto(reverse(f"admin:{view}"))
    expect(page.get_by_role("link", name="Chronology administration").or_(page.locator("#site-name"))).to_be_visible()


def test_admin_widgets_work_under_the_policy(page: Page, editor):
    """The picker of dates and the list of two halves are built by scripts, with styles of their own."""
    page.goto(reverse("admin:auth_user_change", args=[editor.pk]))
    page.get_by_role("link", name="Today").first.click()
    page.locator(".calendarlink, .date-icon").first.click()
    expect(page.locator(".calendarbox").first).to_be_visible()
    permissions = page.locator("#id_user_permissions_from option")
    before = permissions.count()
    permissions.first.click()
    page.locator("#id_user_permissions_add, #id_user_permissions_add_link").click()
    expect(permissions).to_have_count(before - 1)


def test_admin_deletes_after_asking(page: Page, editor):
    group = Group.objects.create(name="Readers")
    page.goto(reverse("admin:auth_group_delete", args=[group.pk]))
    page.get_by_role("button", name="Yes, I’m sure").click()
    expect(page.locator(".messagelist")).to_contain_text("deleted")
    assert not Group.objects.filter(name="Readers").exists()


def test_inline_script_is_refused_and_noticed(page: Page, editor, noise: list[str]):
    page.goto(reverse("admin:index"))
    page.locator("body").evaluate("""body => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'broken'";
        body.append(script);
    }""")
    expect(page).not_to_have_title("broken")
    assert len(noise) == 1
    assert "Content Security Policy" in noise.pop()


def test_request_to_another_host_is_refused_and_noticed(page: Page, editor, noise: list[str]):
    page.goto(reverse("admin:index"))
    with page.expect_console_message():
        page.locator("body").evaluate("body => { body.append(Object.assign(new Image(), {src: 'http://192.0.2.1/'})) }")
    assert any("Content Security Policy" in line for line in noise)
    noise.clear()
