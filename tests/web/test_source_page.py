"""The page of one source: the whole article, its passages marked, and notes beside them."""

import re
from datetime import date

from django.utils import timezone

from tests.builders import make_event, make_mention, make_source
from timeline.models import Event, Rights


def test_whole_article_stands_in_numbered_paragraphs(read_page, world):
    text = read_page(world.article.get_absolute_url())
    assert re.findall(r'<div class="para [a-z]+" id="l(\d+)">', text) == [str(n) for n in range(1, 8)]
    assert '<div class="para title" id="l1">' in text
    assert '<div class="para boilerplate" id="l7">' in text
    assert "Analysts said that the timing was notable." in text


def test_passage_is_named_and_followed_by_its_events(read_page, world):
    text = read_page(world.article.get_absolute_url())
    passage = world.article.passages.get(exact__startswith="Chilean")
    marked = re.search(
        rf'<mark class="passage" id="p{passage.pk}">(.*?)</mark><span class="refs"> <a href="([^"]*)"', text
    )
    assert marked[1].startswith("Chilean President Ana Soto")
    assert marked[2] == f"{world.summit.get_absolute_url()}#p{passage.pk}"


def test_both_ways_lead_to_anchors_that_are_there(read_page, world):
    event_page = read_page(world.summit.get_absolute_url())
    for address in re.findall(r'<a href="(/sources/[^"]*#p\d+)">Read in the article', event_page):
        path, _, anchor = address.partition("#")
        source_page = read_page(path)
        assert f'id="{anchor}"' in source_page
        for back in re.findall(r'<a href="(/events/[^"]*#p\d+)"', source_page):
            path, _, anchor = back.partition("#")
            assert f'id="{anchor}"' in read_page(path)


def test_notes_stand_beside_their_paragraph_and_are_numbered(read_page, world):
    text = read_page(world.article.get_absolute_url())
    assert "3 events from 2 of 6 paragraphs." in text
    beside = text.split('id="l4"')[1].split('id="l5"')[0]
    assert "[1] Soto–Rey summit, Lima</a>" in beside
    assert '<span class="state s-held">Held</span> · Summit · 1 May 2018 · confidence high' in beside
    beside = text.split('id="l5"')[1].split('id="l6"')[0]
    assert "[2] Soto–Rey summit</a>" in beside
    assert "[3] Ana Soto: invitation to Luis Rey</a>" in beside
    assert "Planned, outcome not recorded" in beside


def test_event_told_twice_has_one_number_and_a_short_second_note(read_page, world):
    make_mention(world.summit, world.article, "Analysts said that the timing was notable.")
    beside = read_page(world.article.get_absolute_url()).split('id="l6"')[1].split('id="l7"')[0]
    assert "[1] Soto–Rey summit, Lima</a>" in beside
    assert "confidence" not in beside


def test_overlapping_passages_lose_no_text_and_no_target(read_page, today, db):
    text = "Soto met Rey in Lima and signed a treaty, officials said."
    source = make_source(text)
    make_event("a", source=source, exact="Soto met Rey in Lima and signed")
    make_event("b", source=source, exact="Rey in Lima and signed a treaty")
    make_event("c", source=source, exact="Soto met Rey")
    shown = read_page(source.get_absolute_url())
    for passage in source.passages.all():
        assert shown.count(f'id="p{passage.pk}"') == 1
    plain = re.search(r'<div class="para-text"><p>(.*?)</p></div>', shown)[1]
    assert re.sub(r"<span class=\"refs\">.*?</span>|<[^>]*>", "", plain) == text


def test_marks_can_be_left_out(read_page, world):
    text = read_page(world.article.get_absolute_url() + "?hl=0")
    passage = world.article.passages.first()
    assert '<mark class="passage"' not in text
    assert f'id="p{passage.pk}"' in text
    assert "With marks" in text


def test_searched_words_are_marked(read_page, world):
    assert '<mark class="hit">Analysts</mark>' in read_page(world.article.get_absolute_url() + "?q=analysts")


def test_events_that_are_not_shown_leave_no_mark(read_page, world):
    Event.objects.update(is_public=False)
    text = read_page(world.article.get_absolute_url())
    assert "0 events from 0 of 6 paragraphs." in text
    assert '<mark class="passage" id' not in text


def test_head_tells_where_it_comes_from(read_page, world):
    text = read_page(world.article.get_absolute_url())
    assert 'North Wire · published <time datetime="2018-05-04">4 May 2018</time>' in text
    assert world.article.sha256 in text
    assert "Given by whoever fed it in" in text
    assert 'href="https://north-wire.example/lima"' in text


def test_inferred_and_unknown_days_are_marked(read_page, db):
    inferred = make_source("a b", published=date(2019, 3, 7), published_how="inferred")
    assert "(inferred from the dates in the text)" in read_page(inferred.get_absolute_url())
    assert "day of publication unknown" in read_page(make_source("c d").get_absolute_url())


def test_wire_copy_and_its_original_lead_to_each_other(read_page, world):
    copy = make_source(world.article.text + "\nTail.", title="The same again", copy_of=world.article)
    assert f'A wire copy of <a href="{world.article.get_absolute_url()}">' in read_page(copy.get_absolute_url())
    text = read_page(world.article.get_absolute_url())
    assert f'<dt>Copies</dt><dd><a href="{copy.get_absolute_url()}">The same again</a>' in text


def test_versions_lead_to_each_other(read_page, world):
    later = make_source("A corrected text.", title="Corrected", supersedes=world.article)
    assert "There is a later version" in read_page(world.article.get_absolute_url())
    assert "This replaces an earlier version" in read_page(later.get_absolute_url())


LONG = """First words are here. Second words follow them. Third words tell of it. Fourth words come. Fifth end it.

Nothing at all is told in this paragraph, which goes on for a while.

Nor is anything in this one, which is as long as the other."""


def test_rights_that_forbid_the_text_leave_passages_and_a_sentence_around_them(read_page, today, db):
    source = make_source(LONG, rights=Rights.PASSAGES)
    make_event("x", source=source, exact="Third words tell of it.")
    text = read_page(source.get_absolute_url())
    for words in ("Second words follow them.", "Third words tell of it.", "Fourth words come."):
        assert words in text
    for words in ("First words", "Fifth end", "Nothing at all", "Nor is anything"):
        assert words not in text
    assert "Its rights do not allow the full text to be shown" in text
    assert "paragraphs not shown]" in text


def test_setting_decides_where_a_source_has_no_rights_of_its_own(read_page, settings, today, db):
    settings.PUBLIC_SOURCE_TEXT = "passages"
    source = make_source(LONG)
    make_event("x", source=source, exact="Third words tell of it.")
    assert "Nothing at all" not in read_page(source.get_absolute_url())
    settings.PUBLIC_SOURCE_TEXT = "full"
    assert "Nothing at all" in read_page(source.get_absolute_url())
    own = make_source("Nothing is told here.", rights=Rights.PASSAGES)
    assert "Nothing is told here." not in read_page(own.get_absolute_url())


def test_withdrawn_source_is_gone_and_says_why(client, world):
    world.article.withdrawn_at, world.article.withdrawn_why = timezone.now(), "retracted by its publisher"
    world.article.save()
    response = client.get(world.article.get_absolute_url())
    assert response.status_code == 410
    assert "retracted by its publisher" in response.text
    assert "Analysts" not in response.text


def test_old_address_leads_to_the_present_one(client, world):
    response = client.get(f"/sources/{world.article.pk}-older/?hl=0")
    assert response.status_code == 301
    assert response.headers["Location"] == world.article.get_absolute_url() + "?hl=0"
    assert client.get(f"/sources/{world.article.pk}/").status_code == 301


def test_unknown_source_is_not_found(client, db):
    assert client.get("/sources/4711-x/").status_code == 404


def test_list_names_day_publisher_and_number_of_events(read_page, world):
    text = read_page("/sources/")
    assert f'<a href="{world.article.get_absolute_url()}">President makes unannounced trip to Lima</a>' in text
    assert re.search(r'<td class="number"><a href="/\?source=\d+"[^>]*>3</a></td>', text)
    assert text.index(">5 May 2018<") < text.index(">4 May 2018<")


def test_withdrawn_source_is_not_listed(read_page, world):
    world.article.withdrawn_at, world.article.withdrawn_why = timezone.now(), "retracted"
    world.article.save()
    assert world.article.title not in read_page("/sources/")
