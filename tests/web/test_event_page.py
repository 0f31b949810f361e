"""The page of one event: its evidence, why it was read so, and where it leads."""

import re
from datetime import date

from django.contrib.auth.models import User
from django.utils import timezone

from tests.builders import make_event, make_mention, make_source, reason
from timeline.models import Action, Basis, Decision, Event, Kind, Review, Status
from timeline.rules import SETTLING


def test_evidence_is_quoted_in_full_and_leads_to_its_place(read_page, world):
    text = read_page(world.summit.get_absolute_url())
    passage = world.article.passages.get(exact__startswith="Chilean")
    assert "2 passages, 2 independent sources" in text
    assert f'<li class="evidence" id="p{passage.pk}">' in text
    assert f'<a href="{passage.get_absolute_url()}">Read in the article</a>' in text
    assert 'href="https://north-wire.example/lima#:~:text=Chilean%20President' in text
    assert "North Wire, 4 May 2018, ¶4" in text


def test_words_are_marked_by_what_they_gave(read_page, world):
    mention = world.summit.mentions.get(source=world.article)
    mention.reasons = [
        reason(world.article, "actors", "full name", "Ana Soto", "Luis Rey"),
        reason(world.article, "kind", "verb", "met"),
        reason(world.article, "when", "weekday", "Tuesday"),
        reason(world.article, "place", "place", "Lima on"),
    ]
    mention.save()
    text = read_page(world.summit.get_absolute_url())
    assert '<mark class="w-actor">Ana Soto</mark> <mark class="w-act">met</mark>' in text
    assert '<mark class="w-date">Tuesday</mark>' in text
    why = text.split('<dl class="why">')[1].split("</dl>")[0]
    assert re.search(r"<dt>Type</dt>.*?“met”.*?The verb tells of it\..*?rule verb", why)
    assert "“Ana Soto … Luis Rey”" in why


def test_rule_that_settled_a_field_is_named_and_explained(read_page, world):
    Event.objects.filter(pk=world.summit.pk).update(settled_by={"when": "most-exact", "kind": "not in the table"})
    text = read_page(world.summit.get_absolute_url())
    assert "The most exact date among the voices" in text
    assert "rule most-exact" in text
    assert "rule not in the table" in text


def test_field_that_an_editor_set_says_so(read_page, world):
    Event.objects.filter(pk=world.summit.pk).update(locked_fields=["place"], settled_by={"place": "most-said-place"})
    why = read_page(world.summit.get_absolute_url()).split('<dl class="why">')[1]
    assert 'Lima, Peru <span class="locked">set by an editor</span>' in why


def test_speaker_footing_and_inferred_day_are_told(read_page, today, db):
    source = make_source(
        "Rey may fly to Quito, two officials said.", published=timezone.localdate(), published_how="inferred"
    )
    event = make_event("x", basis=Basis.REPORTED, when="2018-05-02", public=False)
    make_mention(event, source, speaker="two officials", basis=Basis.REPORTED, relative=True, when_words="on Wednesday")
    Event.objects.filter(pk=event.pk).update(is_public=True, voices=1)
    text = read_page(event.get_absolute_url())
    assert "According to <strong>two officials</strong>" in text
    assert "Reported by two officials, not confirmed" in text
    assert "day of publication inferred" in text
    assert "source says “on Wednesday”" in text


def test_sources_that_differ_stand_side_by_side_with_what_was_chosen(read_page, world):
    other = make_source("A paper has them dine on 2 May in Cusco.", publisher="South Post")
    make_mention(world.summit, other, when="2018-05-02", when_words="2 May")
    Event.objects.filter(pk=world.summit.pk).update(disputed_fields=["when"], settled_by={"when": "most-said-date"})
    text = read_page(world.summit.get_absolute_url())
    rows = re.findall(r"<tr( class=\"chosen\")?><td>([^<]*)", text.split('id="differ"')[1].split("</table>")[0])
    assert [(bool(chosen), value.strip()) for chosen, value in rows] == [
        (False, "2 May 2018"),
        (True, "1 May 2018"),
        (True, "1 May 2018"),
    ]
    assert "the one that most voices give" in text


def test_passage_of_a_copy_with_words_of_its_own_says_that_it_is_one(read_page, world):
    copy = make_source("The two presidents met at last.", publisher="Evening Post", copy_of=world.article)
    make_mention(world.summit, copy)
    text = read_page(world.summit.get_absolute_url())
    assert "3 passages, 2 independent sources" in text
    assert "From a copy of another article; the two count as one voice." in text


def test_copy_is_no_second_voice_where_sources_differ(read_page, world):
    copy = make_source("The two presidents met in June.", publisher="Evening Post", copy_of=world.article)
    make_mention(world.summit, copy, when="2018-06")
    Event.objects.filter(pk=world.summit.pk).update(disputed_fields=["when"])
    assert "Evening Post" not in read_page(world.summit.get_absolute_url()).split('id="differ"')[1].split("</table>")[0]


def test_wire_copy_is_named_beside_the_words_it_repeats(read_page, world):
    copy = make_source(world.article.text + "\nTail.", publisher="Evening Post", copy_of=world.article)
    make_mention(world.summit, copy, world.summit.mentions.get(source=world.article).passage.exact)
    text = read_page(world.summit.get_absolute_url())
    assert "2 passages, 2 independent sources" in text
    assert ">Evening Post, day unknown, ¶4</a>, a copy of the same text" in text


def test_thread_stands_in_order_and_says_where_one_is(read_page, world):
    cancelled = make_event("Luis Rey: cancellation", kind=Kind.CANCELLATION, when="2018-05-20", concerns=world.plan)
    hidden = make_event("unseen", kind=Kind.STATEMENT, when="2018-05-21", concerns=world.plan, public=False)
    steps = read_page(world.invitation.get_absolute_url()).split('<ol class="steps">')[1].split("</ol>")[0]
    assert steps.index("Ana Soto: invitation") < steps.index(cancelled.title) < steps.index("Soto–Rey summit</a>")
    assert hidden.title not in steps
    assert '<span class="here">May 2018: Ana Soto: invitation to Luis Rey' in steps


def test_decisions_and_changes_are_its_history(read_page, world):
    editor = User.objects.create_user("mira")
    Decision.objects.create(
        action=Action.ACCEPT,
        editor=editor,
        editor_name="mira",
        at=timezone.now(),
        event=world.summit,
        why="checked twice",
    )
    world.summit.status = Status.COLLAPSED
    world.summit._change_reason = "settled from 2 passages of 2 sources"
    world.summit.save()
    history = read_page(world.summit.get_absolute_url()).split('<ol class="changes">')[1]
    assert "accepted by mira — “checked twice”" in history
    assert "Status: held → collapsed" in history
    assert "first entered by the parser" in history


def test_an_edit_is_told_once_with_what_was_there_before(read_page, world):
    Decision.objects.create(
        action=Action.EDIT,
        editor_name="mira",
        at=timezone.now(),
        event=world.summit,
        why="the diary",
        before={"when": "2018-05", "place": "", "locked_fields": []},
        after={"when": "2018-05-03", "place": "Lima", "locked_fields": ["when", "place"]},
    )
    world.summit.place = "Lima"
    world.summit._change_reason = "the diary"
    world.summit.save()
    world.summit.history.filter(history_type="+").delete()  # as with an event that came with a fixture
    history = read_page(world.summit.get_absolute_url()).split('<ol class="changes">')[1].split("</ol>")[0]
    assert history.count("the diary") == 1
    assert "Date: May 2018 → 3 May 2018" in history and "Place: – → Lima" in history
    assert "first entered" not in history


def test_a_field_set_by_an_editor_is_not_explained_by_the_rule_it_overrules(read_page, world):
    world.summit.locked_fields = ["when"]
    world.summit.settled_by = {"when": "most-exact"}
    world.summit.save()
    page = read_page(world.summit.get_absolute_url())
    assert "set by an editor" in page
    assert SETTLING["when"]["most-exact"] not in page


def test_old_slug_and_bare_number_lead_to_the_address(client, world):
    address = world.summit.get_absolute_url()
    for old in (f"/events/{world.summit.pk}-an-older-title/", f"/events/{world.summit.pk}/"):
        response = client.get(old)
        assert response.status_code == 301
        assert response.headers["Location"] == address


def test_merged_event_leads_to_where_it_went(client, world):
    middle = make_event("middle", public=False, merged_into=world.summit)
    first = make_event("first", public=False, merged_into=middle)
    response = client.get(first.get_absolute_url())
    assert response.status_code == 301
    assert response.headers["Location"] == world.summit.get_absolute_url()


def test_rejected_event_is_gone_and_says_why(client, world):
    Event.objects.filter(pk=world.plan.pk).update(is_public=False, review=Review.REJECTED)
    Decision.objects.create(
        action=Action.REJECT, editor_name="mira", at=timezone.now(), event=world.plan, why="a mistranslation"
    )
    response = client.get(world.plan.get_absolute_url())
    assert response.status_code == 410
    assert "An editor found that it is wrong." in response.text
    assert "a mistranslation" in response.text


def test_event_whose_source_was_withdrawn_is_gone_and_says_why(client, world):
    world.article.withdrawn_at, world.article.withdrawn_why = timezone.now(), "retracted by its publisher"
    world.article.save()
    Event.objects.filter(pk=world.plan.pk).update(is_public=False)
    response = client.get(world.plan.get_absolute_url())
    assert response.status_code == 410
    assert "retracted by its publisher" in response.text


def test_event_without_live_passage_is_gone(client, db):
    response = client.get(make_event("x", public=False).get_absolute_url())
    assert response.status_code == 410
    assert "No passage supports it any more." in response.text


def test_unknown_event_is_not_found(client, db):
    assert client.get("/events/4711-x/").status_code == 404


def test_meeting_has_its_place_among_those_of_the_same_parties(read_page, world):
    parties = [world.soto, world.rey]
    before = make_event("Dinner", when="2017-11", actors=parties)
    after = make_event("Talks in Cusco", kind=Kind.TALKS, when="2018-07-01", actors=parties)
    make_event("four of them", when="2018", occasions=4, actors=parties)
    make_event("alone", when="2017", actors=[world.soto])
    text = read_page(world.summit.get_absolute_url()).split('id="h-place"')[1].split("</section>")[0]
    assert (
        'Number 2 of 3 known meetings of <a href="/?actor=ana-soto&amp;with=luis-rey">Ana Soto and Luis Rey</a>' in text
    )
    assert f'Before: <a rel="prev" href="{before.get_absolute_url()}">Dinner</a>, November 2017' in text
    assert f'After: <a rel="next" href="{after.get_absolute_url()}">Talks in Cusco</a>, 1 July 2018' in text


def test_talks_during_a_visit_are_one_meeting_with_it(read_page, world):
    parties = [world.soto, world.rey]
    visit = make_event("Visit to Lima", kind=Kind.VISIT, when="2018-04-29/2018-05-03", actors=parties)
    make_event("Dinner", when="2017-11-02", actors=parties)
    for event in (visit, world.summit):
        text = read_page(event.get_absolute_url()).split('id="h-place"')[1].split("</section>")[0]
        assert "Number 2 of 2 known meetings" in text
        assert ">Dinner</a>, 2 November 2017" in text
        assert "After:" not in text


def test_summary_of_several_occasions_names_those_that_are_known(read_page, world):
    parties = [world.soto, world.rey]
    make_event("Dinner", when="2017-11-02", actors=parties)
    summary = make_event("Meetings", when="2018-01/2018-12", occasions=4, actors=parties)
    text = read_page(summary.get_absolute_url()).split('id="h-claim"')[1].split("</section>")[0]
    assert f'4 claimed, 1 found: <a href="{world.summit.get_absolute_url()}">1 May 2018</a>.' in text
    assert 'id="h-place"' not in read_page(summary.get_absolute_url())
    row = f'4 claimed, 1 found: <a href="{world.summit.get_absolute_url()}">1 May 2018</a></p>'
    assert row in read_page("/?from=2018&to=2018")
    undated = make_event("Some meetings", occasions=3, actors=parties)
    assert "3 claimed, 0 found." in read_page(undated.get_absolute_url())


def test_meeting_with_a_vague_date_has_no_number(read_page, world):
    parties = [world.soto, world.rey]
    vague = make_event("Some time", when="2018", actors=parties)
    make_event("Dinner", when="2017-11-02", actors=parties)
    text = read_page(vague.get_absolute_url()).split('id="h-place"')[1].split("</section>")[0]
    assert "Its date is too vague to say which it is of the 2 known meetings" in text
    assert "Before:" not in text


def test_value_that_an_editor_set_against_the_sources_is_shown_with_what_they_say(read_page, world):
    Event.objects.filter(pk=world.summit.pk).update(when="2018-05-03", place="Lima", locked_fields=["when", "place"])
    text = read_page(world.summit.get_absolute_url())
    assert '<a class="mark-edited" href="#h-why">Date as an editor set it, against the sources</a>' in text
    date_row = text.split("<dt>Date</dt>")[1].split("</div>")[0]
    assert "No source says so. Instead: 1 May 2018" in date_row
    assert ">North Wire, 4 May 2018, ¶4</a>" in date_row
    assert "No source says so" not in text.split("<dt>Place</dt>")[1].split("</div>")[0]
    assert "for the date an editor stands" in text.split("<dt>Confidence</dt>")[1].split("</div>")[0]


def test_value_that_an_editor_confirmed_is_marked_and_contradicts_nobody(read_page, world):
    Event.objects.filter(pk=world.summit.pk).update(locked_fields=["when"])
    text = read_page(world.summit.get_absolute_url())
    assert '<span class="mark-edited">Date set by an editor</span>' in text
    assert "against the sources" not in text
    assert "an editor stands" not in text


def test_plan_has_no_place_among_meetings(read_page, world):
    assert 'id="h-place"' not in read_page(world.plan.get_absolute_url())


def test_citation_names_event_address_day_and_sources(read_page, world):
    cite = read_page(world.summit.get_absolute_url()).split('<p class="cite">')[1].split("</p>")[0]
    assert cite == (
        f"“Soto–Rey summit, Lima”, 1 May 2018. Aide-Mémoire, http://testserver{world.summit.get_absolute_url()} "
        "(as of 10 March 2019); rests on North Wire, 4 May 2018, ¶4; Wire A, 5 May 2018, ¶1."
    )


def test_how_it_was_told_over_time_has_a_row_for_each_source(read_page, world):
    early = make_source("They will meet in Lima next week.", published=date(2018, 4, 20), publisher="Early Wire")
    make_mention(world.summit, early, status=Status.PLANNED, when="2018-05", when_words="next week", relative=True)
    told = read_page(world.summit.get_absolute_url()).split('id="h-told"')[1].split("</table>")[0]
    rows = [re.sub(r"<[^>]*>| +", " ", row) for row in told.split("<tr>")[2:]]
    assert [" ".join(row.split()) for row in rows] == [
        "20 April 2018 Early Wire Planned May 2018 “next week”",
        "4 May 2018 North Wire Held 1 May 2018",
        "5 May 2018 Wire A Held 1 May 2018",
    ]


def test_event_that_one_source_tells_of_has_no_such_table(read_page, world):
    assert 'id="h-told"' not in read_page(world.plan.get_absolute_url())
