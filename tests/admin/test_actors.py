"""The desk for actors: who they are and what they are called."""

import pytest
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from tests.builders import make_actor, make_event, make_state
from timeline.models import Action, Actor, ActorName, Decision, Event, NameOrigin

pytestmark = pytest.mark.django_db

ADD = "/admin/timeline/actor/add/"


@pytest.fixture
def ana(db):
    return make_actor("Ana Lima", names=["A. Lima"], affiliation=make_state("Chile"), office="minister")


def fresh(actor):
    return Actor.objects.get(pk=actor.pk)


def new_name(name, before=2):
    return {"names-TOTAL_FORMS": str(before + 1), f"names-{before}-name": name}


def test_a_correction_is_a_decision_and_locks_the_name_in(desk, ana):
    peru = make_state("Peru")
    desk.save(desk.address(ana), affiliation=str(peru.pk), office="president", reason="She moved.")
    decision = Decision.objects.get()
    assert (fresh(ana).affiliation, fresh(ana).office) == (peru, "president")
    assert (decision.action, decision.actor, decision.why) == (Action.EDIT, ana, "She moved.")
    assert decision.before == {"affiliation": "chile", "office": "minister"}
    words = desk.words(desk.address(ana, "history"))
    assert "Serves: Chile → Peru" in words and "Office: minister → president" in words and "Undo" in words


def test_a_new_name_to_be_shown_by_keeps_the_old_ones(desk, ana):
    desk.save(desk.address(ana), name="Ana María Lima")
    assert (fresh(ana).name, fresh(ana).slug) == ("Ana María Lima", "ana-lima")
    assert set(ana.names.values_list("name", "origin")) == {
        ("Ana Lima", "vocabulary"),
        ("A. Lima", "vocabulary"),
        ("Ana María Lima", "editor"),
    }


@pytest.mark.parametrize(
    ("actor", "changes", "field", "said"),
    [
        ("Ana Lima", {"kind": "state"}, "affiliation", "A state serves no other."),
        ("Chile", {"kind": "person"}, "kind", "Actors or events name it as their state."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(desk, ana, actor, changes, field, said):
    row = Actor.objects.get(name=actor)
    page = desk.save(desk.address(row), office="X", **changes)
    assert said in errors(page, field)
    assert fresh(row).office != "X" and not Decision.objects.exists()


def test_names_are_added_and_only_editors_names_taken_back(desk, ana):
    desk.save(desk.address(ana), **new_name("  La   Lima "))
    kept = ana.names.get(name="La Lima")
    assert kept.origin == NameOrigin.EDITOR
    page = desk.see(desk.address(ana))
    boxes = {box.get("aria-label"): box.get("disabled") is None for box in find(page, "input[name*=DELETE]")}
    assert boxes["Delete the name La Lima"]
    assert not boxes["Delete the name Ana Lima"] and not boxes["Delete the name A. Lima"]
    sent = desk.filled(desk.address(ana))
    row = next(n for n in range(3) if sent[f"names-{n}-id"] == [str(kept.pk)])
    desk.send(desk.address(ana), sent, **{f"names-{row}-DELETE": "on"})
    assert set(ana.names.values_list("name", flat=True)) == {"Ana Lima", "A. Lima"}


def test_other_names_stay_whatever_is_sent(desk, ana):
    sent = desk.filled(desk.address(ana))
    desk.send(desk.address(ana), sent, **{"names-0-DELETE": "on", "names-1-DELETE": "on", "names-0-name": "X"})
    assert set(ana.names.values_list("name", flat=True)) == {"Ana Lima", "A. Lima"}


def test_a_name_twice_is_refused(desk, ana):
    page = desk.save(desk.address(ana), **new_name("A. Lima"))
    assert "Please correct the duplicate values below." in plain(page)
    assert ActorName.objects.filter(actor=ana).count() == 2


def test_an_actor_is_made_with_a_name_that_the_parser_looks_up(desk, ana):
    chile = Actor.objects.get(name="Chile")
    page = desk.save(ADD, name=" Bruna  Soto ", kind="person", affiliation=str(chile.pk), office="envoy", reason="New.")
    bruna = Actor.objects.get(slug="bruna-soto")
    assert (bruna.name, bruna.affiliation, bruna.office) == ("Bruna Soto", chile, "envoy")
    assert list(bruna.names.values_list("name", "origin")) == [("Bruna Soto", "editor")]
    assert (Decision.objects.get().action, Decision.objects.get().actor) == (Action.MAKE, bruna)
    assert "was added successfully" in messages(page)


def test_an_actor_that_is_there_is_not_made_again(desk, ana):
    page = desk.save(ADD, name="Ana Lima", kind="person", affiliation=str(ana.affiliation_id))
    assert "There is “Ana Lima” already." in errors(page, "name")
    assert find(page, "#id_name")[0].get("value") == "Ana Lima"
    assert Actor.objects.filter(name="Ana Lima").count() == 1


def test_two_people_of_one_name_serve_different_states(desk, ana):
    peru = make_state("Peru")
    desk.save(ADD, name="Ana Lima", kind="person", affiliation=str(peru.pk))
    assert set(Actor.objects.filter(name="Ana Lima").values_list("slug", flat=True)) == {"ana-lima", "ana-lima-person"}


def test_a_merged_actor_is_shown_as_such_and_not_edited(desk, ana):
    other = make_actor("A. M. Lima", merged_into=ana)
    page = desk.see(desk.address(other))
    assert "merged into Ana Lima" in plain(page) and not find(page, "#id_name, [name*=DELETE]")
    assert desk.client.post(desk.address(other), {"name": "X"}).status_code == 403
    listed = desk.see("/admin/timeline/actor/?merged=yes")
    assert "merged into Ana Lima" in plain(find(listed, "#result_list")[0])
    assert "A. M. Lima" not in plain(find(desk.see("/admin/timeline/actor/"), "#result_list")[0])


def test_pickers_find_by_any_name_and_leave_out_what_was_merged(desk, ana):
    make_actor("Ana Lima the other", merged_into=ana)
    asked = {"app_label": "timeline", "model_name": "participation", "field_name": "actor", "term": "a. lima"}
    found = desk.client.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [row["text"] for row in found] == ["Ana Lima"]


def test_actors_are_narrowed_to_the_state_they_serve(desk, ana):
    make_actor("Ben Okoro")
    listed = find(desk.see(f"/admin/timeline/actor/?affiliation={ana.affiliation_id}"), "#result_list")[0]
    assert "Ana Lima" in plain(listed) and "Ben Okoro" not in plain(listed)


def test_the_list_counts_events_once(desk, ana):
    event = make_event(actors=[ana])
    event.participations.create(actor=ana, role="host")
    assert plain(find(desk.see("/admin/timeline/actor/?q=Lima"), ".field-events_counted")[0]) == "1"


def test_who_may_only_look_changes_nothing(desk_of, ana):
    desk = desk_of("view_actor", "view_actorname")
    page = desk.see(desk.address(ana))
    assert "A. Lima" in plain(page) and not find(page, "#id_name, [name=reason], [name*=DELETE]")
    assert desk.client.post(desk.address(ana), {"name": "X"}).status_code == 403
    assert desk.client.get(ADD).status_code == 403


def test_the_form_leads_to_the_public_page(desk, ana):
    assert find(desk.see(desk.address(ana)), "a.viewsitelink")[0].get("href") == ana.get_absolute_url()


def test_another_name_shows_first_what_it_would_change(desk, take):
    take("0 | summit | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-05")
    take("0 | meeting | held | 2019-03-04 | Lima | The Fox (Chile); Ben Okoro (Nigeria)", "2019-03-06")
    ana = Actor.objects.get(name="Ana Lima")
    address = reverse("admin:timeline_actor_name", args=[ana.pk])
    page = desk.see(f"{address}?name=The+Fox")
    assert "With “The Fox” as a name of Ana Lima, this would change." in plain(page)
    assert "Would settle differently" in plain(page) and not ana.names.filter(name="The Fox").exists()
    page = desk.go_on(page)
    assert "Ana Lima now goes by “The Fox” too; 1 article read again." in messages(page)
    assert Event.objects.public().get().voices == 2
    decision = Decision.objects.get()
    assert decision.after["names"][-1] == ["The Fox", "editor"]
    assert "Names: Ana Lima → Ana Lima, The Fox" in desk.words(desk.address(ana, "history"))


def test_an_empty_name_is_not_tried(desk, ana):
    page = desk.client.get(reverse("admin:timeline_actor_name", args=[ana.pk]), {"name": " "}, follow=True)
    assert "Write the name." in page.content.decode()


def test_a_name_that_was_added_is_taken_back_from_the_history(desk, ana):
    desk.save(desk.address(ana), reason="Her nickname.", **new_name("La Lima"))
    decision = Decision.objects.get()
    assert (decision.why, decision.actor) == ("Her nickname.", ana)
    page = desk.see(desk.address(decision))
    (form,) = [form for form in page.forms if "undo" in (form.get("action") or "")]
    page = desk.send(form.get("action"), {}, _continue=None)
    assert "Undone: " in messages(page) and not ana.names.filter(name="La Lima").exists()
    assert not [form for form in desk.see(desk.address(decision)).forms if "undo" in (form.get("action") or "")]


def test_a_decision_is_undone_only_on_its_own_row(desk, ana):
    decision_on_another = desk.save(desk.address(make_actor("Ben Okoro")), office="envoy")
    assert "changed successfully" in messages(decision_on_another)
    address = reverse("admin:timeline_actor_undo", args=[ana.pk, Decision.objects.get().pk])
    assert desk.client.post(address).status_code == 404
