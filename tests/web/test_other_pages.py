"""Actors, method, and addresses that lead nowhere."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.builders import make_actor, make_event, make_source
from timeline.models import ActorName, Basis, Confidence, Kind, NameOrigin, Review, Role, Status
from timeline.parser import layout, names
from timeline.parser.dates import CONVENTIONS
from timeline.parser.events import rules
from timeline.rules import LINKING, SETTLING
from timeline.web import glossary


def test_actor_has_names_office_state_and_chronology(read_page, world):
    ActorName.objects.create(actor=world.soto, name="Madam Soto", origin=NameOrigin.TEXT)
    text = read_page("/actors/ana-soto/")
    assert 'Person · president · <a href="/actors/chile/">Chile</a>' in text
    assert "Also called Soto." in text
    assert "In articles: Madam Soto." in text
    assert "Soto–Rey summit, Lima</a></h4>" in text
    assert "3 events" in text


def name_party(world, exact: str, actor, words: str, start: int | None = None) -> None:
    """Say which words of a passage stand for an actor."""
    mention = world.article.mentions.get(passage__exact=exact)
    place = world.article.text.index(words, mention.passage.start) if start is None else start
    row = {"actor": actor.slug, "name": actor.name, "kind": actor.kind, "start": place, "end": place + len(words)}
    mention.parties = [*mention.parties, row]
    mention.save()


def test_names_are_shown_with_a_passage_that_uses_them(read_page, world):
    met = "Chilean President Ana Soto met Peru's President Luis Rey in Lima on Tuesday, officials said."
    accepted = "Rey accepted an invitation to Santiago, an aide told reporters."
    name_party(world, met, world.rey, "Peru's President Luis Rey")
    name_party(world, accepted, world.rey, "Rey")
    text = read_page("/actors/luis-rey/").split('id="h-names"')[1].split("</section>")[0]
    names = dict(re.findall(r"<dt>([^<]*)</dt><dd><span class=\"words\">“([^<]*)”", text))
    assert set(names) == {"Luis Rey", "Rey"}
    assert names["Luis Rey"].startswith("Chilean President Ana Soto met")
    assert names["Rey"] == accepted
    passage = world.article.passages.get(exact=accepted)
    assert f'href="{passage.get_absolute_url()}">North Wire, 4 May 2018, ¶5</a>' in text


def test_passage_is_quoted_where_it_has_the_name(read_page, db):
    rey = make_actor("Luis Rey")
    told = "The delegations of the two countries, " + "which had been talking for weeks, " * 8 + "met Luis Rey in Lima."
    mention = make_event("Talks", actors=[rey], source=make_source(told)).mentions.get()
    start = told.index("Luis Rey")
    mention.parties = [{"actor": "luis-rey", "name": "Luis Rey", "kind": "person", "start": start, "end": start + 8}]
    mention.save()
    text = read_page("/actors/luis-rey/").split('id="h-names"')[1].split("</section>")[0]
    assert re.findall(r"<span class=\"words\">“([^<]*)”", text)[0].endswith("met Luis Rey in Lima.")


def test_words_that_are_no_name_of_the_actor_or_of_another_passage_support_nothing(read_page, world):
    planned = "A second summit is planned for early June."
    name_party(world, planned, world.rey, "A second")
    name_party(world, planned, world.rey, "Luis Rey", start=world.article.text.index("Luis Rey"))
    name_party(world, planned, world.soto, "summit")
    assert "Names in the sources" not in read_page("/actors/luis-rey/")


def test_counterparts_lead_to_the_pair(read_page, world):
    make_event("alone", actors=[world.soto])
    text = read_page("/actors/ana-soto/").split('id="h-with"')[1]
    assert '<a href="/?actor=ana-soto&amp;with=luis-rey">Luis Rey</a>' in text
    row = text.split(">Luis Rey</a></th>")[1].split("</tr>")[0]
    assert '<td class="number"><a href="/?actor=ana-soto&amp;from=2018&amp;to=2018&amp;with=luis-rey">3</a></td>' in row
    assert '<td class="number">3</td><td class="number">1</td>' in row.replace("> <", "><")
    assert ">Ana Soto<" not in text


def test_state_lists_its_people(read_page, world):
    assert '<a href="/actors/ana-soto/">Ana Soto</a>, president' in read_page("/actors/chile/")


def test_merged_actor_leads_to_where_it_went(client, world):
    middle = make_actor("Middle", merged_into=world.soto)
    make_actor("First", merged_into=middle)
    response = client.get("/actors/first/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/actors/ana-soto/"


def test_unknown_actor_is_not_found(client, db):
    assert client.get("/actors/nobody/").status_code == 404


def test_list_of_actors_counts_and_finds(read_page, world):
    make_actor("Idle Person")
    text = read_page("/actors/")
    assert "Idle Person" not in text
    assert '<a href="/actors/ana-soto/">Ana Soto</a></td><td>President, Chile</td><td class="number">3</td>' in text
    assert "Luis Rey</a></td>" not in read_page("/actors/?q=soto")
    assert "Ana Soto</a></td>" not in read_page("/actors/?kind=state")


# Method


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (glossary.KINDS, Kind),
        (glossary.STATUSES, Status),
        (glossary.BASES, Basis),
        (glossary.CONFIDENCES, Confidence),
        (glossary.ROLES, Role),
        (glossary.REVIEWS, Review),
    ],
)
def test_every_word_has_a_meaning(table, words):
    assert set(table) == set(words)
    assert all(table.values())


def test_method_shows_every_rule_that_the_code_has(read_page, db):
    text = read_page("/method/").replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")
    for meaning in [*names.RULES.values(), *layout.RULES.values(), *LINKING.values()]:
        assert " ".join(meaning.split()) in text
    for table in SETTLING.values():
        for meaning in table.values():
            assert " ".join(meaning.split()) in text
    for meaning, _ in rules.RULES.values():
        assert meaning in text
    for row in CONVENTIONS.values():
        assert row.means in text
        assert row.example in text
    for kind in glossary.KINDS.values():
        assert kind.meaning in text
        assert kind.plover in text


def test_method_says_what_it_rests_on(read_page, world):
    text = read_page("/method/")
    assert "rests on 2 articles of 2 publishers, published from 4 May 2018 to 5 May 2018." in text
    assert "Known gaps" in text


def test_every_link_within_the_method_page_has_its_target(read_page, db):
    text = read_page("/method/")
    for anchor in re.findall(r'href="#([^"]+)"', text):
        assert f'id="{anchor}"' in text


# Errors


@pytest.mark.parametrize("debug", [True, False])
def test_unknown_address_offers_a_search(client, db, settings, debug):
    settings.DEBUG = debug
    response = client.get("/articles/lima-summit/")
    assert response.status_code == 404
    assert 'action="/"' in response.text
    assert 'value="lima summit"' in response.text


def test_missing_slash_is_added(client, db):
    response = client.get("/method")
    assert response.status_code == 301
    assert response.headers["Location"] == "/method/"


def test_failure_shows_a_page_of_its_own(db, monkeypatch):
    def fail(*_):
        raise RuntimeError("made to fail")

    monkeypatch.setattr("timeline.web.views.method.rulebook.settling_tables", fail)
    response = Client(raise_request_exception=False).get("/method/")
    assert response.status_code == 500
    assert "Something broke on our side" in response.text


@pytest.mark.parametrize("address", ["/", "/method/", "/actors/", "/sources/"])
def test_pages_are_read_only(client, db, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", ["/", "/drawn/", "/method/", "/actors/", "/sources/", "/events.atom"])
def test_page_that_has_not_changed_is_not_sent_again(client, world, address):
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    make_event("new", when="2018-01-01", source=world.article, actors=[make_actor("Ito")])
    make_source("News of today.", published=date(2018, 6, 1))
    if address != "/method/":
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_source_is_found_by_words_and_leads_to_its_events(read_page, world):
    text = read_page("/sources/?q=north+unannounced")
    assert "1 article with “north unannounced” in title, author or publisher" in text
    assert f'<a href="/?source={world.article.pk}" aria-label="3 events of “' in text
    assert "No article has these words." in read_page("/sources/?q=herring")


# Theme


def test_theme_is_kept_in_a_cookie_and_sent_with_the_page(client, db):
    response = client.post("/theme/", {"theme": "dark", "next": "/method/?x=1"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/method/?x=1"
    page = client.get("/method/")
    assert '<html lang="en-GB" data-theme="dark">' in page.text
    assert "Cookie" in page.headers["Vary"]
    client.post("/theme/", {"theme": "system"})
    assert '<html lang="en-GB">' in client.get("/method/").text


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_theme_leads_back_to_this_site_only(client, db, elsewhere):
    assert client.post("/theme/", {"theme": "dark", "next": elsewhere}).headers["Location"] == "/"


def test_theme_that_is_none_is_ignored(client, db):
    client.cookies["theme"] = '"><script>'
    assert '<html lang="en-GB">' in client.get("/method/").text
    assert client.get("/theme/").status_code == 405
