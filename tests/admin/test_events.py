"""The desk for events: the form, what it locks, accepting and rejecting."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from tests.builders import make_actor, make_event, make_mention, make_source, make_state, take_part
from timeline.chronicle import curation
from timeline.chronicle.ingest import reread
from timeline.models import Action, Decision, Event, Mention, Passage, Review, Source

pytestmark = pytest.mark.django_db

SUMMIT = "0 | summit | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)"
ADD = "/admin/timeline/event/add/"


@pytest.fixture
def event(take):
    take(f"A first line.\n{SUMMIT}", "2019-03-05", title="Two leaders meet", publisher="Wire A")
    return Event.objects.get()


def fresh(event):
    return Event.objects.get(pk=event.pk)


# The form


def test_the_form_shows_the_evidence_in_words_and_where_to_read_it(desk, event):
    page = desk.see(desk.address(event))
    told = find(page, ".evidence article")[0]
    assert [mark.text for mark in find(told, "mark")] == [SUMMIT]
    assert "A first line" not in plain(told)
    assert "Wire A, 5 March 2019" in plain(told)
    assert "Read as summit, held; " in plain(told) and "4 March 2019 (2019-03-04); Lima, Peru;" in plain(told)
    assert "Ana Lima (participant), Ben Okoro (participant); confidence medium." in plain(told)
    passage = Passage.objects.get()
    assert find(told, "h3 a")[0].get("href") == passage.get_absolute_url()
    assert passage.get_absolute_url().endswith(f"#p{passage.pk}")


def test_the_form_leads_to_the_public_page(desk, event):
    page = desk.see(desk.address(event))
    assert find(page, "a.viewsitelink")[0].get("href") == event.get_absolute_url()


def test_saving_unchanged_is_no_decision_and_locks_nothing(desk, event):
    before = Event.history.count()
    desk.save(desk.address(event))
    assert not Decision.objects.exists() and fresh(event).locked_fields == []
    assert Event.history.count() == before
    assert Mention.objects.get().pinned is False


def test_saving_locks_what_was_changed_and_only_that(desk, event):
    desk.save(desk.address(event), place="Callao, Peru", reason="The minister's diary.")
    decision = Decision.objects.get()
    assert (fresh(event).place, fresh(event).locked_fields) == ("Callao, Peru", ["place"])
    assert (decision.action, decision.editor, decision.why) == (Action.EDIT, desk.user, "The minister's diary.")
    assert decision.before["place"] == "Lima, Peru" and decision.after["place"] == "Callao, Peru"
    reread(Source.objects.get())
    assert fresh(event).place == "Callao, Peru"


def test_what_changed_while_the_form_was_open_is_not_undone(desk, event):
    address = desk.address(event)
    sent = desk.filled(address)
    curation.edit(event, {"place": "Arica, Chile"}, "another")
    desk.send(address, sent, title="The summit of Lima")
    assert (fresh(event).place, fresh(event).title) == ("Arica, Chile", "The summit of Lima")
    assert Decision.objects.first().after.keys() == {"title", "locked_fields"}


def test_a_typed_date_is_understood_and_shown_back(desk, event):
    page = desk.save(desk.address(event), when="3–5 Mar 2019")
    said = "“3–5 Mar 2019” is understood as 3–5 March 2019 (2019-03-03/2019-03-05). If that is right, save again."
    assert said in errors(page, "when")
    assert fresh(event).when == "2019-03-04" and not Decision.objects.exists()
    (form,) = [form for form in page.forms if form.get("id") == "event_form"]
    page = desk.send(desk.address(event), dict(form.form_values()))
    assert fresh(event).when == "2019-03-03/2019-03-05"
    assert "“3–5 Mar 2019” was read as 3–5 March 2019 (2019-03-03/2019-03-05)." in messages(page)
    assert "Readers see: 3–5 March 2019." in plain(page)


def test_a_wrong_date_is_quoted_beside_the_field_and_nothing_is_saved(desk, event):
    page = desk.save(desk.address(event), when="yonder", place="Callao, Peru")
    assert "“yonder” is no date we can read; try 27 March 2018" in errors(page, "when")
    assert find(page, "#id_when")[0].get("value") == "yonder"
    assert fresh(event).place == "Lima, Peru" and not Decision.objects.exists()


def test_a_date_that_was_shown_as_understood_is_saved_at_once(desk, event):
    desk.save(desk.address(event), when="3–5 Mar 2019", when_understood="2019-03-03/2019-03-05")
    assert fresh(event).when == "2019-03-03/2019-03-05"


@pytest.mark.parametrize("typed", ["2019-03", "March 2019"])
def test_a_date_that_can_only_mean_itself_is_not_asked_about(desk, event, typed):
    desk.save(desk.address(event), when=typed)
    assert fresh(event).when == "2019-03"


def test_how_a_date_is_understood_is_told_while_it_is_typed(desk, desk_of):
    address = reverse("admin:timeline_event_date")
    told = desk.client.get(address, {"words": "3–5 Mar 2019"}).json()
    assert told == {"when": "2019-03-03/2019-03-05", "shown": "3–5 March 2019 (2019-03-03/2019-03-05)"}
    assert "“yonder”" in desk.client.get(address, {"words": "yonder"}).json()["wrong"]


def test_what_another_editor_changed_meanwhile_is_told(desk, event):
    address = desk.address(event)
    sent = desk.filled(address)
    curation.edit(event, {"place": "Arica, Chile"}, "bruna", "The diary.")
    page = desk.send(address, sent, basis="reported")
    assert "Bruna edited it meanwhile: Place: Lima, Peru → Arica, Chile (The diary.)." in messages(page)
    assert (fresh(event).place, fresh(event).basis) == ("Arica, Chile", "reported")


def test_two_editors_on_one_field_the_second_is_told_and_decides(desk, event):
    address = desk.address(event)
    sent = desk.filled(address)
    curation.edit(event, {"place": "Arica, Chile"}, "bruna")
    page = desk.send(address, sent, place="Callao, Peru")
    assert "bruna edited it meanwhile: Place: Lima, Peru → Arica, Chile." in plain(page)
    assert "Nothing has been saved. To set it your way all the same, save again." in plain(page)
    assert fresh(event).place == "Arica, Chile"
    (form,) = [form for form in page.forms if form.get("id") == "event_form"]
    desk.send(address, dict(form.form_values()))
    assert fresh(event).place == "Callao, Peru"


def test_accepting_what_another_rejected_meanwhile_is_told_first(desk, event):
    sent = desk.filled(desk.address(event))
    curation.reject(event, "bruna", "Not diplomacy.")
    page = desk.send(desk.address(event), sent, _accept="1", _continue=None)
    assert "bruna rejected it meanwhile" in plain(page) and fresh(event).review == Review.REJECTED


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"kind": "agreement", "status": "collapsed"}, "status", "An act has only happened (held) or is planned."),
        ({"occasions": "0"}, "occasions", "At least one."),
        ({"title": " "}, "title", "This field is required."),
    ],
)
def test_what_cannot_stand_is_said_beside_its_field(desk, event, changes, field, said):
    page = desk.save(desk.address(event), place="Callao, Peru", **changes)
    assert said in errors(page, field)
    assert find(page, "#id_place")[0].get("value") == "Callao, Peru"
    assert fresh(event).place == "Lima, Peru" and not Decision.objects.exists()


def test_only_an_act_is_about_an_encounter(desk, event):
    other = make_event("Talks in Arica")
    page = desk.save(desk.address(event), concerns=str(other.pk))
    assert "Only an act is about an encounter." in errors(page, "concerns")


def test_actors_and_fields_are_one_decision_that_outlives_reading_again(desk, event):
    cai = make_actor("Cai Shen")
    ana = event.participations.get(actor__name="Ana Lima")
    sent = desk.filled(desk.address(event))
    row = next(n for n in range(2) if sent[f"participations-{n}-id"] == [str(ana.pk)])
    desk.send(
        desk.address(event),
        sent,
        place="Callao, Peru",
        **{
            f"participations-{row}-role": "host",
            f"participations-{1 - row}-DELETE": "on",
            "participations-TOTAL_FORMS": "3",
            "participations-2-event": str(event.pk),
            "participations-2-actor": str(cai.pk),
            "participations-2-role": "mediator",
        },
    )
    reread(Source.objects.get())
    parts = sorted(event.participations.values_list("actor__name", "role"))
    assert parts == [("Ana Lima", "host"), ("Cai Shen", "mediator")]
    decision = Decision.objects.get()
    assert sorted(decision.after["actors"]) == [["ana-lima", "host"], ["cai-shen", "mediator"]]
    assert decision.after["locked_fields"] == ["actors", "place"]


def test_an_actor_listed_twice_in_one_part_is_refused(desk, event):
    ana = event.participations.get(actor__name="Ana Lima")
    page = desk.save(
        desk.address(event),
        **{
            "participations-TOTAL_FORMS": "3",
            "participations-2-event": str(event.pk),
            "participations-2-actor": str(ana.actor_id),
            "participations-2-role": "participant",
        },
    )
    assert "Please correct the duplicate data for actor and role" in plain(page)
    assert not Decision.objects.exists()


def test_actors_that_changed_while_the_form_was_open_are_said_so(desk, event):
    sent = desk.filled(desk.address(event))
    curation.edit(event, {"actors": [(make_state("Peru"), "host")]}, "another")
    page = desk.send(desk.address(event), sent, title="The summit of Lima")
    assert "The actors changed while this form was open. Open it again to see them." in plain(page)
    assert Decision.objects.count() == 1


def test_every_input_has_a_label(desk, event):
    page = desk.see(desk.address(event))
    labelled = {label.get("for") for label in find(page, "label")}
    for box in find(page, "#event_form input, #event_form select, #event_form textarea"):
        if box.get("type") in ("hidden", "submit") or "__prefix__" in (box.get("name") or ""):
            continue
        named = box.get("id") in labelled or box.get("aria-label")
        assert named, box.get("name")


# Locked fields


def test_locked_fields_say_who_set_them_and_what_the_sources_say(desk, event):
    curation.edit(event, {"when": "2019-03-01", "country": make_state("Peru")}, desk.user)
    page = desk.see(desk.address(event))
    said = plain(find(page, "#id_when_helptext")[0])
    assert said.startswith("Set by admin on ") and "; the sources say: 4 March 2019 (2019-03-04)." in said
    assert find(page, "#id_when")[0].get("data-locked")
    assert find(page, "#id_place")[0].get("data-locked") is None
    choices = {box.get("value") for box in find(page, "[name=unlock]")}
    assert choices == {"when", "country"}


def test_unlocking_hands_a_field_back_to_the_sources(desk, event):
    curation.edit(event, {"when": "2019-03-01", "place": "Arica, Chile"}, desk.user)
    desk.save(desk.address(event), unlock="when", reason="A slip.")
    assert (fresh(event).when, fresh(event).place) == ("2019-03-04", "Arica, Chile")
    assert fresh(event).locked_fields == ["place"]
    decision = Decision.objects.first()
    assert (decision.action, decision.why) == (Action.UNLOCK, "A slip.")


def test_changing_and_unlocking_one_field_at_once_is_refused(desk, event):
    curation.edit(event, {"when": "2019-03-01"}, desk.user)
    page = desk.save(desk.address(event), unlock="when", when="2019-03-02")
    assert "Date is both changed and handed back: do one of them." in errors(page, "unlock")
    assert fresh(event).when == "2019-03-01"


def test_without_locked_fields_there_is_nothing_to_unlock(desk, event):
    assert not find(desk.see(desk.address(event)), "[name=unlock]")


def test_words_of_sources_are_shown_as_words(desk, take):
    take("0 | meeting | held | 2019-03-04 | <b>Lima</b> | Chile; Peru", "2019-03-05")
    event = Event.objects.get()
    curation.edit(event, {"place": "Lima"}, desk.user)
    page = desk.see(desk.address(event))
    assert "the sources say: <b>Lima</b>." in plain(page)
    assert not [bold for bold in find(page, "b") if bold.text == "Lima"]


# By hand


def test_an_event_made_by_hand_waits_for_its_evidence(desk):
    chile, peru = make_state("Chile"), make_state("Peru")
    assert "not public until a passage of a source tells of it" in desk.words(ADD)
    page = desk.save(
        ADD,
        title="Talks in Arica",
        kind="talks",
        status="held",
        when="May 1999",
        reason="From the archive.",
        **{
            "participations-TOTAL_FORMS": "2",
            "participations-0-actor": str(chile.pk),
            "participations-0-role": "host",
            "participations-1-actor": str(peru.pk),
            "participations-1-role": "participant",
        },
    )
    event = Event.objects.get()
    assert (event.when, event.is_public, event.voices) == ("1999-05", False, 0)
    assert event.locked_fields == ["actors", "basis", "kind", "status", "title", "when"]
    assert sorted(event.participations.values_list("actor__name", "role")) == [
        ("Chile", "host"),
        ("Peru", "participant"),
    ]
    decision = Decision.objects.get()
    assert (decision.action, decision.event, decision.why) == (Action.MAKE, event, "From the archive.")
    assert "Not public yet: no source tells of it." in messages(page)
    assert "Readers do not see it: no source tells of it." in plain(page)


def test_an_event_that_cannot_stand_is_not_made(desk):
    page = desk.save(ADD, title="A pact", kind="agreement", status="collapsed")
    assert "An act has only happened (held) or is planned." in errors(page, "status")
    assert find(page, "#id_title")[0].get("value") == "A pact"
    assert not Event.objects.exists() and not Decision.objects.exists()


# Accepting and rejecting


def test_save_and_accept_saves_and_accepts(desk, event):
    page = desk.save(desk.address(event), place="Callao, Peru", reason="Checked.", _accept="1", _continue=None)
    assert (fresh(event).review, fresh(event).place) == (Review.ACCEPTED, "Callao, Peru")
    assert [(d.action, d.why) for d in Decision.objects.order_by("id")] == [
        ("edit", "Checked."),
        ("accept", "Checked."),
    ]
    assert f"Accepted: {fresh(event)}." in messages(page)
    assert not find(desk.see(desk.address(event)), "[name=_accept]")


def test_accepting_several_leaves_those_accepted_before(desk, event):
    other = make_event()
    curation.accept(other, desk.user)
    page = desk.act("event", "accept_events", [event, other])
    assert fresh(event).review == Review.ACCEPTED
    assert Decision.objects.count() == 2
    assert "1 event accepted." in messages(page)
    assert "Nothing to do" in messages(desk.act("event", "accept_events", [event, other]))


def test_rejecting_several_asks_for_a_reason(desk, event):
    other = make_event()
    page = desk.act("event", "reject_events", [event, other])
    assert find(page, "textarea[name=reason]") and str(event) in plain(page) and str(other) in plain(page)
    assert not Decision.objects.exists()
    page = desk.act("event", "reject_events", [event, other], reason="  ")
    assert "Say why" in plain(page) and not Decision.objects.exists()
    (form,) = [form for form in page.forms if "reason" in form.inputs]
    sent = dict(form.form_values())
    page = desk.act(
        "event", sent["action"], [event, other], reason="Not diplomacy.", select_across=sent["select_across"]
    )
    assert "2 events rejected." in messages(page)
    assert {fresh(event).review, fresh(other).review} == {Review.REJECTED}
    assert set(Decision.objects.values_list("why", flat=True)) == {"Not diplomacy."}


def test_rejecting_all_pages_asks_once_for_all(desk):
    events = [make_event() for _ in range(25)]
    page = desk.act("event", "reject_events", events[:2], select_across="1")
    assert "and 5 more" in plain(page)
    desk.act("event", "reject_events", events[:2], select_across="1", reason="A test.")
    assert not Event.objects.exclude(review=Review.REJECTED).exists()


def test_rejecting_one_from_its_form(desk, event):
    address = desk.address(event, "reject")
    assert address in [link.get("href") for link in find(desk.see(desk.address(event)), ".object-tools a")]
    assert "Reason:" in desk.words(address)
    assert desk.client.post(address, {"reason": ""}).status_code == 200
    assert fresh(event).review == Review.UNREVIEWED
    page = desk.client.post(address, {"reason": "Not diplomacy."}, follow=True)
    assert (fresh(event).review, fresh(event).is_public) == (Review.REJECTED, False)
    assert "1 event rejected." in page.content.decode()
    assert "Readers do not see it: it was rejected." in desk.words(desk.address(event))


def test_what_cannot_be_decided_is_a_message(desk, event):
    gone = make_event()
    curation.merge(event, gone, desk.user, "One meeting.")
    page = desk.act("event", "accept_events", [gone], "?merged=yes")
    assert f"this event was merged into “{fresh(event)}”" in messages(page)
    assert fresh(gone).review == Review.UNREVIEWED


def test_a_merged_event_is_read_only_and_leads_to_where_it_went(desk, event):
    gone = make_event()
    curation.merge(event, gone, desk.user, "One meeting.")
    page = desk.see(desk.address(gone))
    assert f"Merged into {fresh(event)}." in plain(page)
    assert not find(page, "#id_title")
    assert desk.client.post(desk.address(gone), {"title": "X"}).status_code == 403


# History


def test_the_history_shows_decisions_and_differences(desk, event):
    curation.edit(event, {"when": "2019-03-01", "country": make_state("Peru")}, desk.user, "The diary.")
    words = desk.words(desk.address(event, "history"))
    assert "admin edited Undo Date: 4 March 2019 (2019-03-04) → 1 March 2019 (2019-03-01)" in words
    assert "Country: nothing → Peru" in words and "The diary." in words
    assert "Date (EDTF): 4 March 2019 (2019-03-04) → 1 March 2019 (2019-03-01)" in words
    assert "Deleted actor" not in words


def test_a_decision_is_undone_from_the_history(desk, event):
    curation.edit(event, {"place": "Arica, Chile"}, desk.user)
    decision = Decision.objects.get()
    page = desk.see(desk.address(event, "history"))
    (form,) = [form for form in page.forms if "undo" in (form.get("action") or "")]
    assert desk.client.get(form.get("action"), follow=True).status_code == 200
    assert fresh(event).place == "Arica, Chile"
    page = desk.client.post(form.get("action"), follow=True).content.decode()
    assert "Undone: " in page and fresh(event).place == "Lima, Peru"
    assert Decision.objects.first().undoes == decision
    page = desk.client.post(form.get("action"), follow=True).content.decode()
    assert "This decision has been undone already." in page


def test_a_merge_is_in_the_history_of_both(desk, event):
    gone = make_event("Another summit", locked_fields=["title"])
    curation.merge(event, gone, desk.user, "One meeting.")
    assert "merged (with Another summit) Undo" in desk.words(desk.address(event, "history"))
    words = desk.words(desk.address(gone, "history"))
    assert f"merged (with {fresh(event)})" in words and "One meeting." in words and "Undo" not in words


def test_no_old_version_can_be_written_past_the_curation(desk, event):
    version = Event.history.first()
    address = f"{desk.address(event, 'history')}{version.pk}/"
    response = desk.client.post(address, {"title": "Old"}, follow=True)
    assert "Old" not in response.content.decode() and fresh(event).title != "Old"
    assert address not in [link.get("href") for link in find(desk.see(desk.address(event, "history")), "a")]


# Who may do what


def test_readers_of_the_desk_see_everything_and_change_nothing(desk_of, event):
    desk = desk_of("view_event", "view_source", "view_actor")
    page = desk.see(desk.address(event))
    assert find(page, ".evidence mark") and not find(page, "#id_title, [name=_save], [name=_accept]")
    assert "Ana Lima" in plain(page) and not find(page, "[href*=reject]")
    assert desk.client.post(desk.address(event), {"title": "X"}).status_code == 403
    assert desk.client.post(desk.address(event, "reject"), {"reason": "X"}).status_code == 403
    curation.accept(event, "another")
    undo = reverse("admin:timeline_event_undo", args=[event.pk, Decision.objects.get().pk])
    assert desk.client.post(undo).status_code == 403
    assert not find(desk.see(desk.address(event, "history")), f'form[action="{undo}"]')
    desk.act("event", "reject_events", [event], reason="X")
    desk.act("event", "accept_events", [event])
    assert fresh(event).review == Review.ACCEPTED and Decision.objects.count() == 1
    assert desk.client.get(ADD).status_code == 403


def test_editors_need_the_permission_to_change_events_for_their_parts(desk_of, event):
    desk = desk_of("view_event", "change_event")
    sent = desk.filled(desk.address(event))
    desk.send(desk.address(event), sent, **{"participations-0-role": "host"})
    assert event.participations.filter(role="host").count() == 1


@pytest.mark.parametrize("page", ["history", "reject", "change"])
@pytest.mark.parametrize("key", ["0", "nobody"])
def test_what_is_not_there_is_not_found(desk, key, page):
    response = desk.client.get(f"/admin/timeline/event/{key}/{page}/", follow=True)
    assert response.status_code == 404 or "doesn’t exist" in response.content.decode()


def test_others_see_nothing(desk_of, event):
    desk = desk_of("view_source")
    for address in (desk.address(event), desk.address(event, "history"), "/admin/timeline/event/"):
        assert desk.client.get(address).status_code == 403


@pytest.mark.parametrize("model", ["event", "source", "actor", "decision", "intake"])
def test_nobody_deletes(desk, event, model):
    curation.accept(event, desk.user)
    row = {"event": event, "source": Source.objects.get(), "actor": event.actors.first()}.get(model)
    row = row or Decision.objects.get()
    delete = reverse(f"admin:timeline_{model}_delete", args=[row.pk])
    if model == "intake":
        from timeline.models import Intake

        delete = reverse("admin:timeline_intake_delete", args=[Intake.objects.create(text="A text.").pk])
    assert desk.client.post(delete, {"post": "yes"}).status_code == 403
    listed = desk.see(reverse(f"admin:timeline_{model}_changelist"))
    assert not find(listed, "option[value=delete_selected]")
    assert Event.objects.exists() and Source.objects.exists() and Decision.objects.exists()


def test_mentions_and_passages_are_edited_nowhere():
    registered = {model.__name__ for model in admin.site._registry}
    assert {"Event", "Source", "Actor", "Decision", "Intake"} <= registered
    assert not {"Mention", "Passage", "Participation", "ActorName"} & registered


# Pickers


def test_the_picker_of_encounters_shows_dates_and_no_acts(desk, event):
    pact = make_event("A pact of Lima", kind="agreement")
    gone = make_event("Another summit in Lima")
    curation.merge(event, gone, desk.user, "One meeting.")
    address = reverse("admin:timeline_event_encounters")
    asked = {"app_label": "timeline", "model_name": "event", "field_name": "concerns", "term": "Lima"}
    found = desk.client.get(address, asked).json()["results"]
    assert [row["text"] for row in found] == [f"{fresh(event)}, 4 March 2019"]
    assert pact.pk not in [row["id"] for row in found]


def test_the_picker_of_encounters_needs_permission(desk_of):
    address = reverse("admin:timeline_event_encounters")
    asked = {"app_label": "timeline", "model_name": "event", "field_name": "concerns"}
    assert desk_of("view_actor").client.get(address, asked).status_code == 403


def test_what_an_act_is_about_is_shown_with_its_date(desk, event):
    pact = make_event("A pact", kind="agreement", locked_fields=["title"])
    desk.save(desk.address(pact), concerns=str(event.pk))
    assert fresh(pact).concerns == event
    assert f"{event}, 4 March 2019" in plain(find(desk.see(desk.address(pact)), "#id_concerns option[selected]")[0])
    assert "A pact" in plain(find(desk.see(desk.address(event)), ".evidence ul")[0])


def test_many_passages_are_cut_and_counted(desk):
    event = make_event(public=False)
    source = make_source("Talks went on. " * 110)
    for number in range(103):
        mention = make_mention(event, source, "Talks went on. Talks")
        mention.key = f"{source.sha256}:{number}"
        mention.save()
    page = desk.see(desk.address(event))
    assert len(find(page, ".evidence article")) == 100 and "3 more passages" in plain(page)


def test_a_part_of_an_event_is_shown_once(desk):
    chile = make_state("Chile")
    event = make_event()
    take_part(event, chile)
    page = desk.see(desk.address(event))
    assert [plain(option) for option in find(page, "#id_participations-0-actor option[selected]")] == ["Chile"]
