"""The timeline as a page, and the part of it that htmx asks for."""

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_actor, make_event, make_mention, make_source
from timeline.edtf import UNDATED_KEY
from timeline.models import ActorName, Basis, Event, Kind, NameOrigin, Review, Status
from timeline.web.choices import NAMES

HTMX = {"HX-Request": "true"}
RESTORE = {"HX-Request": "true", "HX-History-Restore-Request": "true"}


def test_row_shows_what_when_where_who_and_the_words(read_page, world):
    text = read_page("/?kind=summit&status=held")
    assert ">Soto–Rey summit, Lima</a></h4>" in text
    assert '<time datetime="2018-05-01">1 May</time>' in text
    assert '<span class="state s-held">Held</span> · Summit · Lima, Peru · ' in text
    assert '<a href="/actors/ana-soto/">Ana Soto</a>, <a href="/actors/luis-rey/">Luis Rey</a>' in text
    assert "Chilean President Ana Soto met Peru&#x27;s President Luis Rey in Lima on Tuesday, officials said." in text
    passage = world.article.passages.get(exact__startswith="Chilean")
    assert f'<a href="{passage.get_absolute_url()}">North Wire, 4 May 2018, ¶4</a>' in text
    assert "+1 more passage<" in text
    assert "not yet reviewed" in text


def test_events_stand_under_their_year_and_month(read_page, world):
    text = read_page("/?order=oldest")
    assert re.findall(r"<h2 id=\"y[^>]*><span>([^<]*)</span> <span class=\"count\">([^<]*)", text) == [
        ("2018", "3 events")
    ]
    assert re.findall(r"<h3><span>([^<]*)</span> <span class=\"count\">(\d+)", text) == [("May", "2"), ("June", "1")]


def test_vague_date_heads_its_month_and_says_what_is_not_known(read_page, world):
    text = read_page("/?order=oldest")
    assert text.index("invitation to Luis Rey</a></h4>") < text.index("Soto–Rey summit, Lima</a></h4>")
    assert '<time datetime="2018-05">May</time> <span class="row-note">day not known</span>' in text


def test_decades_and_undated_events_have_sections_of_their_own(read_page, today, db):
    make_event("old", when="197X")
    make_event("new", when="2018")
    make_event("never", when="")
    headings = re.findall(r"<h2 id=\"y[^>]*><span>([^<]*)", read_page("/"))
    assert headings == ["2018", "The 1970s", "Undated"]
    assert re.findall(r"<h2 id=\"y[^>]*><span>([^<]*)", read_page("/?order=oldest")) == ["The 1970s", "2018", "Undated"]
    assert "Month not known" in read_page("/")


def test_plan_whose_day_has_passed_is_never_shown_as_held(read_page, world):
    text = read_page("/?status=planned")
    assert "Planned, outcome not recorded" in text
    assert "s-held" not in text.split('<div id="list">')[1]


def test_act_that_was_done_shows_no_status_and_what_it_is_about(read_page, world):
    text = read_page("/?kind=invitation").split('<div id="list">')[1]
    assert '<p class="meta">Invitation · ' in text
    assert f'<strong>About</strong> <a href="{world.plan.get_absolute_url()}">Soto–Rey summit</a>' in text


def test_encounter_shows_its_thread(read_page, world):
    text = read_page("/?status=planned")
    assert f'<strong>Thread</strong> <a href="{world.invitation.get_absolute_url()}">invitation May 2018</a>' in text


def test_hearsay_denial_dispute_and_review_are_marked(read_page, today, db):
    make_event("a", basis=Basis.REPORTED, when="2018")
    denied = make_event("b", basis=Basis.DENIED, when="2018", public=False)
    make_mention(denied, basis=Basis.DENIED, speaker="a spokeswoman")
    type(denied).objects.filter(pk=denied.pk).update(is_public=True, voices=1)
    make_event("c", disputed_fields=["when", "place"], when="2018", review=Review.ACCEPTED)
    text = read_page("/")
    assert "Reported, not confirmed" in text
    assert "Denied by a spokeswoman" in text
    assert "Sources differ on the date and place" in text
    assert text.count("not yet reviewed</span>") == 2


def test_only_events_on_which_sources_differ(read_page, world):
    make_event("unsure", disputed_fields=["when"], when="2018-02-01")
    text = read_page("/?disputed=1")
    assert "1 event</h2>" in text
    assert 'id="disputed" name="disputed" value="1" checked' in text
    assert ">Sources differ <span" in text
    assert "Without “sources differ”: 1 event<" in read_page("/?disputed=1&kind=invitation")


def test_what_an_editor_set_is_marked(read_page, today, db):
    make_event("a", locked_fields=["when", "place"], when="2018")
    assert '<span class="mark-edited">Date and place set by an editor</span>' in read_page("/")


def test_source_is_found_by_words_beside_the_list(read_page, client, world):
    assert 'id="source" name="source"' in read_page("/")
    assert client.get("/?source=unannounced").headers["Location"] == f"/?source={world.article.pk}"
    text = read_page("/?source=herring")
    assert re.search(r'id="source"[^>]* value="herring"[^>]* aria-invalid="true"', text)
    assert text.count("No source has “herring” in its title or publisher.") == 1


def test_row_quotes_the_passage_that_has_the_words(read_page, world):
    text = read_page("/?q=dined").split('<div id="list">')[1]
    assert 'the two presidents <mark class="hit">dined</mark> together' in text
    assert "<mark" not in read_page("/?kind=summit&status=held").split('<div id="list">')[1]


def test_words_are_marked_in_places_and_names(read_page, world):
    text = read_page("/?q=lima").split('<div id="list">')[1]
    assert '· <mark class="hit">Lima</mark>, Peru ·' in text
    assert '<a href="/actors/ana-soto/">Ana <mark class="hit">Soto</mark></a>' in read_page("/?q=soto")


def test_cancelled_event_is_struck_through_and_says_so(read_page, today, db):
    make_event("a", kind=Kind.VISIT, status=Status.CANCELLED, when="2018")
    text = read_page("/")
    assert 'class="struck"' in text
    assert '<span class="state s-cancelled">Cancelled</span>' in text


def test_view_is_named_in_words(read_page, world):
    text = read_page("/?actor=ana-soto&from=2018&to=2018&with=luis-rey")
    assert '<h1 id="view-name">Ana Soto and Luis Rey, 2018</h1>' in text
    assert "<title>Planned summits in Peru · Aide-Mémoire</title>" in read_page(
        "/?country=peru&kind=summit&status=planned"
    )


def test_choices_are_chips_that_lead_to_the_view_without_them(read_page, world):
    text = read_page("/?kind=summit&status=planned")
    assert '<a href="/?status=planned">Summit <span' in text
    assert '<a href="/?kind=summit">Planned <span' in text
    assert "Filters (2)" in text


def test_facets_show_counts_and_what_is_chosen(read_page, world):
    text = read_page("/?kind=summit")
    assert 'id="kind-summit" name="kind" value="summit" checked' in text
    assert 'id="status-planned" name="status" value="planned">' in text
    assert re.search(r'<label for="kind-invitation">Invitation</label> <span class="count">1</span>', text)
    assert "kind-sanction" not in text


def test_address_that_is_not_the_one_of_its_view_is_sent_there(client, world):
    response = client.get("/?status=&kind=visit&kind=summit&q=")
    assert response.status_code == 302
    assert response.headers["Location"] == "/?kind=summit&kind=visit"
    assert client.get("/?actor=Ana+Soto").headers["Location"] == "/?actor=ana-soto"
    assert client.get("/?from=May+2018").headers["Location"] == "/?from=2018-05"


@pytest.mark.parametrize(
    "address",
    [
        "/?actor=nobody&country=nowhere&from=31+Feb&kind=x&source=0&to=y&with=none",
        "/?after=nonsense",
        "/?order=sideways",
        "/?basis=x&confidence=x&review=x&status=x",
    ],
)
def test_nonsense_is_answered_beside_its_field(read_page, world, address):
    text = read_page(address)
    assert text.count('class="error"') >= address.count("=") - address.count("order=")
    assert "3 events</h2>" in text


def test_bad_date_is_quoted_beside_its_field(read_page, world):
    text = read_page("/?from=31+Feb&kind=invitation")
    assert re.search(r'name="from"[^>]* value="31 Feb"[^>]* aria-invalid="true" aria-describedby="error-from"', text)
    assert re.search(r'<div id="error-from"><p class="error">“31 Feb”: February has no day 31. Write', text)
    assert "1 event</h2>" in text


def test_nothing_found_says_so_and_offers_less(read_page, world):
    text = read_page("/?kind=visit&q=herring")
    assert "0 events</h2>" in text
    assert "Nothing found: Visits that mention “herring”." in text
    assert "None in our 2 articles; that does not mean that none took place." in text
    assert "Without the" not in text


def test_nothing_found_offers_views_with_one_choice_less_that_are_not_empty(read_page, world):
    text = read_page("/?country=peru&from=2019&kind=invitation")
    assert "Without" not in text
    text = read_page("/?country=peru&from=2019&kind=summit")
    assert '<a href="/?country=peru&amp;kind=summit">Without the dates: 1 event</a>' in text
    assert "Without the type" not in text


def test_actor_found_by_another_name_is_shown_with_it(read_page, world):
    ActorName.objects.create(actor=world.soto, name="La Jefa", origin=NameOrigin.EDITOR)
    assert '>Ana Soto (La <mark class="hit">Jefa</mark>)</a>' in read_page("/?q=jefa")
    assert "Jefa" not in read_page("/?q=soto").split('id="list"')[1]


def test_words_searched_for_are_marked(read_page, world):
    text = read_page("/?q=tuesday")
    assert '<mark class="hit">Tuesday</mark>' in text


def test_text_of_an_article_cannot_break_the_page(read_page, today, db):
    make_event("<b>bold</b>", source=make_source('They met "<script>alert(1)</script>" there.'), when="2018")
    text = read_page("/")
    assert "<script>alert" not in text
    assert "<b>bold" not in text


def test_compact_view_is_a_choice_of_the_address(read_page, world):
    assert '<div class="chunk compact">' in read_page("/?view=compact")
    assert 'name="view" value="compact"' in read_page("/?view=compact")


def test_histogram_links_to_its_months_and_is_no_tab_stop(read_page, world):
    text = read_page("/")
    assert re.search(r'<a href="/\?from=2018-05&amp;to=2018-05" tabindex="-1"><title>May 2018: 2</title>', text)
    assert '<td><a href="/?from=2018-06&amp;to=2018-06">Jun 2018</a></td><td class="number">1</td>' in text


def test_years_and_months_can_be_gone_into(read_page, world):
    assert '<a href="/?from=2018&amp;to=2018">2018 <span class="count">3</span></a>' in read_page("/")
    text = read_page("/?from=2018&to=2018")
    assert '<a href="/?from=2018&amp;to=2018" aria-current="true">' in text
    assert '<a href="/?from=2018-05&amp;to=2018-05">May <span class="count">2</span></a>' in text


@pytest.fixture
def sixty(today, db):
    source = make_source("Sixty times they met.")
    return [
        make_event(f"Meeting {n}", when=f"2018-{n % 12 + 1:02d}-{n % 28 + 1:02d}", source=source) for n in range(60)
    ]


def test_fifty_events_a_page_with_links_both_ways(client, read_page, sixty):
    first = read_page("/")
    assert first.count('class="row') - first.count('class="row-') == 50 or first.count('<li class="row') == 50
    following = re.search(r'rel="next" href="([^"]*)"', first)[1]
    second = read_page(following.replace("&amp;", "&"))
    assert second.count('<li class="row') == 10
    assert re.search(r'rel="prev" href="/"', second)
    shown = re.findall(r">(Meeting \d+)</a></h4>", first + second)
    assert sorted(shown) == sorted(event.title for event in sixty)


def test_page_that_has_grown_shows_as_many_rows_again(read_page, sixty):
    assert read_page("/?rows=100").count('<li class="row') == 60
    assert read_page("/?rows=55").count('<li class="row') == 55


def test_page_that_has_grown_enough_leads_on_by_a_plain_link(read_page, sixty, monkeypatch):
    assert 'hx-target="#more"' in read_page("/")
    monkeypatch.setattr("timeline.web.choices.MOST_ROWS", 50)
    text = read_page("/")
    assert 'hx-target="#more"' not in text
    assert 'rel="next"' in text


# htmx


def test_next_rows_come_without_what_stands_around_them(client, read_page, sixty):
    following = re.search(r'rel="next" href="([^"]*)"', read_page("/"))[1].replace("&amp;", "&")
    headers = {**HTMX, "HX-Target": "more"}
    response = client.get(following, headers=headers)
    text = response.content.decode()
    assert text.count('<li class="row') == 10
    for around in ("hx-swap-oob", "<title>", "<fieldset", "<html"):
        assert around not in text
    assert "HX-Target" in response.headers["Vary"]
    assert "<html" in read_page(following, headers={**RESTORE, "HX-Target": "more"})


def test_part_for_htmx_has_all_that_changes_and_nothing_else(read_page, world):
    text = read_page("/?kind=summit", headers=HTMX)
    assert "<html" not in text
    assert "<title>Summits · Aide-Mémoire</title>" in text
    for name in ("view-name", "total", "filters-link", "tools", "chips", "pair", "histogram", "facets"):
        assert re.search(rf'id="{name}"[^>]* hx-swap-oob="true"', text), name
    assert '<div hx-swap-oob="innerHTML:#status">2 events</div>' in text
    assert text.count('<li class="row') == 2


def test_restored_history_gets_the_whole_page(read_page, world):
    text = read_page("/?kind=summit", headers=RESTORE)
    assert "<!doctype html>" in text
    assert "hx-swap-oob" not in text


def test_page_and_part_share_an_address_and_say_so(client, world):
    for headers in ({}, HTMX, RESTORE):
        vary = client.get("/", headers=headers).headers["Vary"]
        assert "HX-Request" in vary
        assert "HX-History-Restore-Request" in vary


def test_form_with_empty_fields_gets_its_part_and_the_right_address(client, world):
    response = client.get("/?q=&kind=summit&from=May+2018", headers=HTMX)
    assert response.status_code == 200
    assert response.headers["HX-Push-Url"] == "/?from=2018-05&kind=summit"


def test_typing_replaces_the_entry_in_the_history(client, world):
    response = client.get("/?q=so&kind=", headers={**HTMX, "HX-Trigger-Name": "q"})
    assert response.headers["HX-Replace-Url"] == "/?q=so"
    assert "HX-Push-Url" not in response.headers


def test_count_for_screen_readers_is_empty_on_a_whole_page(read_page, world):
    assert '<p id="status" role="status" class="vh"></p>' in read_page("/")


# Two actors


def test_pair_opens_with_the_last_meeting_and_who_says_so(read_page, world):
    text = read_page("/?actor=ana-soto&with=luis-rey").split('<dl class="answers">')[1].split("</dl>")[0]
    last = text.split("<dt>Planned next")[0]
    assert f'<a class="answer" href="{world.summit.get_absolute_url()}">1 May 2018, Lima, Peru</a>' in last
    assert "Chilean President Ana Soto met" in last
    assert ">North Wire, 4 May 2018, ¶4</a>" in last
    assert "Nothing is known to be planned." in text
    assert "1 known meeting: 1 in 2018." in text


def test_pair_shows_the_next_plan_that_is_ahead(read_page, world):
    soto, rey = world.soto, world.rey
    make_event("later", kind=Kind.VISIT, status=Status.PLANNED, when="2019-09", actors=[soto, rey])
    make_event("next", kind=Kind.VISIT, status=Status.PLANNED, when="2019-04", actors=[soto, rey])
    text = read_page("/?actor=ana-soto&with=luis-rey").split("<dt>Planned next")[1].split("</dl>")[0]
    assert ">April 2019</a>" in text


def test_pair_counts_a_visit_and_the_talks_during_it_once_and_says_so(read_page, world):
    parties = [world.soto, world.rey]
    make_event("visit", kind=Kind.VISIT, when="2018-04-29/2018-05-03", actors=parties)
    make_event("once more", kind=Kind.MEETING, when="2017-02-03", actors=parties)
    text = read_page("/?actor=ana-soto&with=luis-rey").split("<dt>How often")[1]
    assert "2 known meetings: 1 in 2017, 1 in 2018." in text
    assert "A visit and the talks during it count as one." in text
    assert "vaguer" not in text.split("</dl>")[0]


def test_pair_says_which_entries_it_does_not_count(read_page, world):
    make_event("vague", kind=Kind.MEETING, when="2018", actors=[world.soto, world.rey])
    text = read_page("/?actor=ana-soto&with=luis-rey").split("<dt>How often")[1]
    assert "1 known meeting: 1 in 2018." in text
    assert "1 entry with a vaguer date may tell of one of these and is not counted." in text


def test_two_chosen_actors_are_offered_where_both_take_part(read_page, world):
    make_event("alone", actors=[world.soto], when="2018-02-01")
    text = read_page("/?actor=ana-soto&actor=luis-rey")
    offer = '<a href="/?actor=ana-soto&amp;with=luis-rey">Only where both take part: 3 events</a>'
    assert offer in text
    assert "4 events</h2>" in text
    assert "3 events</h2>" in read_page("/?actor=ana-soto&with=luis-rey")
    assert '<a href="/?actor=ana-soto&amp;actor=luis-rey">Events of either of the two</a>' in read_page(
        "/?actor=ana-soto&with=luis-rey"
    )


def test_actors_who_never_met_are_not_offered_an_empty_view(read_page, world):
    make_event("alone", actors=[make_actor("Ito")], when="2018-02-01")
    assert "There is none in which both take part." in read_page("/?actor=ana-soto&actor=ito")


def test_partner_is_no_choice_among_the_actors(read_page, world):
    text = read_page("/?actor=ana-soto&with=luis-rey")
    assert 'id="with-luis-rey" name="with" value="luis-rey" checked' in text
    assert 'id="actor-ana-soto" name="actor" value="ana-soto" checked' in text
    assert 'id="actor-luis-rey"' not in text


def test_summary_of_several_meetings_is_not_the_last_meeting(read_page, world):
    make_event("many", when="2018-01/2019-02", occasions=4, actors=[world.soto, world.rey])
    text = read_page("/?actor=ana-soto&with=luis-rey").split("<dt>Planned next")[0]
    assert ">1 May 2018, Lima, Peru</a>" in text


def test_row_of_a_conference_names_the_first_parties_and_whom_a_search_found(read_page, world):
    parties = [make_actor(f"Delegate {letter}") for letter in "ABCDEFGHIJ"]
    event = make_event("Conference", when="2018-06", actors=parties)
    row = read_page("/?kind=meeting&q=conference").split("<article")[1]
    assert "Delegate G</a>, <a" in row
    assert "Delegate H" not in row
    assert f'<a href="{event.get_absolute_url()}?q=conference">and 3 more</a>' in row
    found = read_page("/?q=%22delegate+j%22").split("<article")[1]
    assert '<mark class="hit">Delegate J</mark></a>, <a' in found
    assert ">and 2 more</a>" in found
    page = read_page(event.get_absolute_url())
    assert '<details class="parties"><summary>10 parties</summary>' not in page
    assert page.split('id="evidence"')[0].count(">Delegate ") == 10


def test_event_with_very_many_parties_folds_them(read_page, world):
    event = make_event("Conference", when="2018-06", actors=[make_actor() for _ in range(13)])
    assert '<details class="parties"><summary>13 parties</summary>' in read_page(event.get_absolute_url())


def test_summary_is_named_beside_the_events_that_are_counted(read_page, world):
    make_event("many", when="2018", occasions=4, actors=[world.soto, world.rey])
    text = read_page("/?from=2018&to=2018")
    assert '3 events <span class="count">and 1 summary of several, not counted</span></h2>' in text
    assert '<span>2018</span> <span class="count">3 events</span>' in text
    assert "2 events</h2>" in read_page("/?from=2018-01-01&kind=summit")


def test_pair_that_never_met_says_so(read_page, world):
    make_actor("Ito")
    text = read_page("/?actor=ana-soto&with=ito")
    assert "No meeting of the two is known that took place." in text
    assert "Ana Soto and Ito" in text


def test_last_meeting_is_the_last_in_the_period_that_was_chosen(read_page, world):
    make_event("later", when="2018-12-01", kind=Kind.MEETING, actors=[world.soto, world.rey])
    assert "<dt>Last met</dt><dd><a" in read_page("/?actor=ana-soto&with=luis-rey").replace("> <", "><")
    text = read_page("/?actor=ana-soto&to=2018-11&with=luis-rey")
    assert "<dt>Last met, up to November 2018</dt>" in text
    assert ">1 May 2018, Lima, Peru</a>" in text.split("<dt>Planned next")[0]


SENSE = ["2018", "summit", "ana-soto", "held", "1", "peru", "[2018..]", "9999-99-99.1", "Soto and Rey", '"', "%ff"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.one_of(
                st.text(max_size=40),
                st.sampled_from(SENSE),
            ),
        ),
        max_size=8,
    )
)
def test_no_address_breaks_the_page(client, world, pairs):
    address = f"/?{urlencode(pairs)}"
    response = client.get(address, follow=True)
    assert response.status_code == 200
    assert len(response.redirect_chain) <= 1


def test_search_goes_along_to_the_event_and_to_the_article(read_page, world):
    text = read_page("/?q=officials+said")
    event = re.search(r'<h4[^>]*><a href="(/events/[^"]*)"', text)[1]
    passage = re.search(r'<a href="(/sources/[^"]*)">North Wire', text)[1]
    assert event == f"{world.summit.get_absolute_url()}?q=officials+said"
    assert re.fullmatch(r"/sources/[^?]*/\?q=officials\+said#p\d+", passage)
    assert '<mark class="hit">officials</mark> <mark class="hit">said</mark>' in read_page(event)
    assert '<mark class="hit">officials</mark> <mark class="hit">said</mark>' in read_page(passage.partition("#")[0])


def test_large_numbers_are_grouped(read_page, today, db):
    source = make_source()
    Event.objects.bulk_create(
        Event(
            title=f"x{n}",
            uid=f"u{n}",
            kind=Kind.CALL,
            status=Status.HELD,
            sort_key=UNDATED_KEY,
            voices=1,
            is_public=True,
        )
        for n in range(1200)
    )
    make_event("one more", source=source)
    assert "1,201 events</h2>" in read_page("/")


# To be printed


def test_all_events_are_printed_on_one_page(read_page, sixty):
    text = read_page("/?print=1")
    assert text.count('<li class="row') == 60
    assert 'rel="next"' not in text
    assert "All 60 events on one page, to be printed." in text
    assert '<a href="/?print=1">all on one page, to print</a>' in read_page("/")
    assert '<a href="/">Page by page</a>' in text


def test_page_to_be_printed_says_what_it_leaves_out(read_page, sixty, monkeypatch):
    monkeypatch.setattr("timeline.web.views.timeline.MOST_PRINTED", 40)
    text = read_page("/?print=1")
    assert text.count('<li class="row') == 40
    assert "20 of 60 events are not on this page" in text


def test_page_to_be_printed_begins_with_the_first_event(client, sixty):
    assert client.get("/?after=2018-05-03.1&print=1").headers["Location"] == "/?print=1"
