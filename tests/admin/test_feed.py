"""Feeding it an article: looked at first, then taken in, and taken back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from timeline.chronicle import curation
from timeline.models import Action, Decision, Event, Intake, Source

pytestmark = pytest.mark.django_db

ADD = "/admin/timeline/source/add/"
TEXT = """Ministers of Chile and Peru meet in Arica

The foreign ministers of Chile and Peru met in Arica on 27 March 2018. It rained all day.

Subscribe now: £1 a week. Offer ends 31 July.
"""


def preview(desk, text=TEXT, **given):
    sent = {"text": text, "publisher": "Wire A", "published": "2018-03-28", "_preview": "1", **given}
    return desk.send(ADD, sent, _continue=None)


def save(desk, page, **changes):
    """Press *Save* on a page that shows a preview."""
    (form,) = [form for form in page.forms if form.get("id") == "feed_form"]
    sent = dict(form.form_values())
    sent["text"] = sent["text"].removeprefix("\n")  # a browser drops it too
    return desk.send(ADD, {**sent, "_save": "Save", **changes}, _continue=None)


def test_a_preview_shows_what_would_be_read_and_writes_nothing(desk):
    page = preview(desk)
    words = plain(page)
    assert "0 of 1 event known." in words and "28 March 2018 (given by whoever fed it in)" in words
    told = plain(find(page, "[aria-labelledby=told-heading]")[0])
    assert "met in Arica on 27 March 2018" in told and "27 March 2018 (2018-03-27)" in told and "New: " in told
    unused = [plain(line) for line in find(page, ".lines .unused")]
    assert any("Subscribe now" in line and "Not used (boilerplate)" in line for line in unused)
    assert not Source.objects.exists() and not Event.objects.exists() and not Decision.objects.exists()


def test_what_was_looked_at_is_saved_and_can_be_undone(desk):
    page = save(desk, preview(desk), reason="Sent by a reader.")
    assert re.search(r"Taken in: \d passages? of 1 event\.", messages(page))
    source = Source.objects.get()
    assert (source.publisher, str(source.published_on)) == ("Wire A", "2018-03-28")
    decision = Decision.objects.get()
    assert (decision.action, decision.source, decision.why) == (Action.MAKE, source, "Sent by a reader.")
    assert Event.objects.public().exists()
    (form,) = [f for f in desk.see(desk.address(source, "history")).forms if "undo" in (f.get("action") or "")]
    desk.client.post(form.get("action"))
    source.refresh_from_db()
    assert source.withdrawn_at and not Event.objects.public().exists()


def test_what_was_changed_after_the_preview_is_shown_again(desk):
    page = save(desk, preview(desk), published="2018-04-28")
    assert find(page, "#known-heading") and not Source.objects.exists()
    assert "28 April 2018" in plain(page)
    save(desk, page)
    assert str(Source.objects.get().published_on) == "2018-04-28"


def test_saving_without_looking_shows_it_first(desk):
    page = desk.send(ADD, {"text": TEXT, "_save": "Save"}, _continue=None)
    assert find(page, "#known-heading") and not Source.objects.exists()


def test_the_same_text_is_named(desk):
    save(desk, preview(desk))
    source = Source.objects.get()
    page = preview(desk)
    assert f"The same text as {source}. There is nothing to save." in plain(page)
    assert not find(page, "[name=_save]")
    curation.withdraw(source, desk.user, "A hoax.")
    assert "which was withdrawn: A hoax." in plain(preview(desk))
    page = desk.send(ADD, {"text": TEXT, "_save": "Save"}, _continue=None)
    assert Source.objects.count() == 1


def test_known_events_and_copies_are_named(desk):
    story = "\n\n".join(
        f"Paragraph {n} tells of fish quotas, of nets and of the long dispute in the strait." for n in range(9)
    )
    save(desk, preview(desk, f"{TEXT}\n\n{story}"))
    page = preview(desk, f"{TEXT}\n\n{story}\n\nNothing more was said.", publisher="Wire B", published="2018-03-29")
    words = plain(page)
    assert "1 of 1 event known." in words and "A copy of Ministers of Chile and Peru meet in Arica" in words
    assert "Known: " in plain(find(page, "[aria-labelledby=told-heading]")[0])


def test_a_page_is_taken_apart(desk):
    page = preview(
        desk,
        "<!DOCTYPE html><html><head><title>Ministers meet in Arica</title></head><body><nav>Home | World</nav><article>"
        "<h1>Ministers meet in Arica</h1><p>The foreign ministers of Chile and Peru met in Arica on 27 March 2018, "
        "officials of both countries said.</p><p>It rained all day, and the harbour was closed to every boat.</p>"
        "</article></body></html>",
    )
    assert "27 March 2018 (2018-03-27)" in plain(find(page, "[aria-labelledby=told-heading]")[0])
    save(desk, page)
    source = Source.objects.get()
    assert source.raw.startswith("<!DOCTYPE html>") and "<p>" not in source.text


def test_a_file_is_read_and_can_be_looked_at(desk):
    file = SimpleUploadedFile("a.txt", TEXT.encode())
    page = preview(desk, "", file=file)
    assert find(page, "#known-heading")
    assert find(page, "#id_text")[0].text.strip().startswith("Ministers of Chile")
    save(desk, page)
    assert Source.objects.get().text.strip() == TEXT.strip()


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"text": " "}, "text", "Paste a text or choose a file."),
        ({"text": "Les ministres se sont réunis à Arica mardi. Ils ont parlé de la pêche."}, "text", "English"),
        ({"published": "yonder"}, "published", "“yonder” is no date we can read"),
        ({"published": "2999-01-01"}, "text", "lies ahead"),
        ({"url": "no address"}, "url", "Enter a valid URL."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(desk, sent, field, said):
    assert said in errors(preview(desk, **{"text": TEXT, **sent}), field)


def test_a_file_that_is_no_text_is_said(desk):
    page = preview(desk, "", file=SimpleUploadedFile("a.txt", b"\xff\xfe\0\0"))
    assert "binary" in errors(page, "file")


def test_what_is_too_long_waits(desk):
    page = preview(desk, "Ministers met in Arica. " * 15_000, url="https://wire-a.example/1")
    intake = Intake.objects.get()
    assert "It is longer than 300 kB and is read later" in messages(page)
    assert (intake.sent_by, intake.url, intake.state) == (desk.user, "https://wire-a.example/1", "waiting")
    assert intake.given == {"title": "", "author": "", "publisher": "Wire A", "published": "2018-03-28"}
    assert not Source.objects.exists()


def test_several_files_wait_and_are_not_looked_at(desk):
    files = [SimpleUploadedFile(f"{n}.txt", f"{TEXT}\nNo. {n}".encode()) for n in range(3)]
    page = preview(desk, "", file=files)
    assert "3 articles wait to be read." in messages(page)
    assert plain(find(page, "#status")[0]) == "0 of 3 read, 0 being read, 3 waiting, 0 failed."
    assert {(sent.sent_by, sent.called, sent.given["publisher"]) for sent in Intake.objects.all()} == {
        (desk.user, f"{n}.txt", "Wire A") for n in range(3)
    }
    assert not Source.objects.exists()


def test_of_several_files_that_which_cannot_be_read_is_named(desk):
    files = [SimpleUploadedFile("a.txt", TEXT.encode()), SimpleUploadedFile("b.txt", b"\xff\xfe\0\0")]
    page = preview(desk, "", file=files, title="Ministers meet")
    said = errors(page, "file")
    assert "b.txt: " in said and "binary" in said and "a.txt" not in said
    files = [SimpleUploadedFile(f"{n}.txt", TEXT.encode()) for n in range(2)]
    assert "belongs to one article" in errors(preview(desk, "", file=files, title="Ministers meet"), "title")
    assert not Intake.objects.exists()


def test_feeding_needs_permission(desk_of):
    assert desk_of("view_source").client.get(ADD).status_code == 403
    contributor = desk_of("view_source", "add_source")
    assert contributor.client.get(ADD).status_code == 200
    save(contributor, preview(contributor))
    assert Source.objects.count() == 1


def test_the_first_page_leads_to_feeding_and_reviewing(desk, desk_of):
    links = {link.get("href") for link in find(desk.see("/admin/"), ".starts a")}
    assert links == {ADD, reverse("review"), reverse("admin:timeline_intake_sent")}
    assert not find(desk_of("view_source").see("/admin/"), ".starts a")
