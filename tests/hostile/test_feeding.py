"""What an editor may paste or upload by mistake, or be talked into: looked at, taken in or refused in words."""

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from lxml import html

from timeline.models import Intake, Mention, Source

pytestmark = pytest.mark.django_db

PLAIN = (
    "It was the first time that the two of them had met in the city, and both of them said that they would go on "
    "with it in the spring of the next year. "
)
LONG = "Z" + "abcdefghij" * 1_000
TEXTS = {
    "right-to-left": "The foreign ministers of Chile and \u202eureP\u202c met in \u2066Arica\u2069 on 4 May 2011.",
    "zero-width": "The foreign mini\u200bsters of Ch\u200dile and Pe\u2060ru met in Arica\ufeff on 4 May 2011.",
    "combining": "The foreign ministers of Chile" + "\u0301\u0302" * 300 + " and Peru met in Arica on 4 May 2011.",
    "years": "They met on 1 January 99999, on 31 February 2011, in May 0000, in 0 and on 00/00/0000 in Lima.",
    "long name": f"President {LONG} of Peru met Prime Minister Ana {LONG} of Chile in {LONG} on 4 May 2011.",
    "wild pattern": f"Ministers met in {'(a+)+' * 500}{'a' * 5_000}! and {'$' * 500}{'.*' * 500} on 4 May 2011.",
    "script": "The ministers of Chile and Peru met </textarea><script>alert(1)</script> in Arica on 4 May 2011.",
    "template": "The ministers of Chile and Peru met in {{ 7|add:7 }}{% debug %} Arica %s {0} on 4 May 2011.",
    "deep": "<!DOCTYPE html><html><body>" + "<div>" * 3_000 + f"<p>{PLAIN * 5}</p>",
    "bomb": '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body>'
    f"<article><p>{PLAIN * 5}&b;</p></article></body></html>",
    "NUL": "The ministers met\0 in Lima.",
    "half a character": b"The ministers met \xed\xa0\x80 in Lima.".decode("utf-8", "surrogatepass"),
}
REFUSED = {"NUL", "half a character", "deep"}


def sent(client, **fields):
    answer = client.post(reverse("admin:timeline_source_add"), {"published": "2011-05-06", **fields})
    assert answer.status_code == 200
    assert b"<script>alert(1)" not in answer.content
    return html.fromstring(answer.content.decode())


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_looked_at_and_taken_in_or_refused_in_words(admin_client, name):
    text = TEXTS[name] if TEXTS[name].startswith("<") or name in REFUSED else f"{PLAIN * 4}\n\n{TEXTS[name]}"
    page = sent(admin_client, file=SimpleUploadedFile("../../a.txt", text.encode("utf-8", "surrogatepass")))
    if name in REFUSED:
        assert page.xpath("//*[contains(@class, 'errorlist')]")
        pasted = sent(admin_client, text=text.encode("utf-8", "replace").decode())
        assert name == "half a character" or pasted.xpath("//*[contains(@class, 'errorlist')]")
        assert not Source.objects.exists()
        return
    assert not page.xpath("//*[contains(@class, 'errorlist')]")
    pasted = sent(admin_client, text=text)
    (seen,) = pasted.xpath("//input[@name='seen']/@value")
    answer = admin_client.post(
        reverse("admin:timeline_source_add"), {"published": "2011-05-06", "text": text, "seen": seen, "_save": "1"}
    )
    assert answer.status_code == 302
    assert Source.objects.count() == 1
    call_command("check_chronology", verbosity=0)


def test_no_name_that_an_article_makes_up_is_longer_than_the_database_keeps(admin_client):
    text = f"{PLAIN * 4}\n\n{TEXTS['long name']} The foreign ministers of Chile and Peru met in Arica on 5 May 2011."
    (seen,) = sent(admin_client, text=text).xpath("//input[@name='seen']/@value")
    admin_client.post(
        reverse("admin:timeline_source_add"), {"published": "2011-05-06", "text": text, "seen": seen, "_save": "1"}
    )
    assert Mention.objects.exists()
    for model in apps.get_app_config("timeline").get_models():
        for field in (field for field in model._meta.concrete_fields if getattr(field, "max_length", None)):
            kept = model._base_manager.values_list(field.name, flat=True)
            assert all(len(str(value)) <= field.max_length for value in kept), f"{model.__name__}.{field.name}"


def test_the_name_of_a_file_that_is_sent_leads_nowhere(admin_client):
    files = [SimpleUploadedFile(f"{n}.txt", f"{PLAIN * 4} No. {n}".encode()) for n in range(2)]
    for file in files:
        file._name = f"../../../etc/{file.name}"  # a browser sends no folders, whoever writes the request may
    admin_client.post(reverse("admin:timeline_source_add"), {"file": files})
    assert {sent.called for sent in Intake.objects.all()} == {"0.txt", "1.txt"}
