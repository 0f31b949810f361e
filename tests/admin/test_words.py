"""Evidence that an editor finds in a stored article."""

import pytest
from django.urls import reverse

from tests.admin.conftest import errors, find, messages, plain
from tests.builders import make_state
from timeline.chronicle import curation
from timeline.models import Decision, Event, Mention

pytestmark = pytest.mark.django_db

STORY = "It rained in Arica.\n\nEnvoys of Chile and Peru met there 😀 on Monday. They parted late.\n\nThey parted late."


@pytest.fixture
def source(take):
    return take(STORY, "2018-03-28", title="Rain").source


@pytest.fixture
def event(db):
    chile, peru = make_state("Chile"), make_state("Peru")
    made = {"kind": "meeting", "status": "held", "title": "Envoys meet", "when": "2018-03"}
    return curation.make_event(made | {"actors": [(chile, "participant"), (peru, "participant")]}, "ana")


def tell(desk, source, **sent):
    address = reverse("admin:timeline_source_words", args=[source.pk])
    return desk.send(address, {"words": "Envoys of Chile and Peru met there", **sent}, _continue=None)


def test_the_paragraphs_are_numbered(desk, source):
    page = desk.see(reverse("admin:timeline_source_words", args=[source.pk]))
    assert [plain(line) for line in find(page, ".text p")] == [
        "1 It rained in Arica.",
        "2 Envoys of Chile and Peru met there 😀 on Monday. They parted late.",
        "3 They parted late.",
    ]
    assert STORY[int(find(page, ".text p")[1].get("data-start")) :].startswith("Envoys")


def test_quoted_words_become_evidence_of_an_event(desk, source, event):
    page = tell(desk, source, event=str(event.pk), when="26 March 2018", why="Missed.")
    assert "These words now tell of “Envoys meet”." in messages(page)
    mention = Mention.objects.get()
    assert (mention.passage.exact, mention.when) == ("Envoys of Chile and Peru met there", "2018-03-26")
    event.refresh_from_db()
    assert event.is_public and Decision.objects.first().why == "Missed."
    assert "Words as evidence: nothing → Envoys of Chile" in desk.words(desk.address(event, "history"))
    assert f"{event.pk}: Envoys meet, March 2018" in desk.words(
        reverse("admin:timeline_source_words", args=[source.pk])
    )


def test_selected_words_are_taken_where_they_were_selected(desk, source, event):
    second = STORY.rindex("They parted late.")
    page = tell(desk, source, words="They parted late.", event=str(event.pk))
    assert "stands there 2 times; say in which paragraph" in errors(page, "words")
    tell(desk, source, words="They parted late.", start=str(second), event=str(event.pk))
    assert Mention.objects.get().passage.start == second
    tell(desk, source, words="They parted late.", paragraph="2", event=str(event.pk))
    assert Mention.objects.order_by("id").last().passage.start == STORY.index("They parted late.")


def test_a_missed_event_is_made_of_words(desk, source):
    chile = make_state("Chile")
    page = tell(desk, source, title="Envoys meet in Arica")
    assert "An event that was missed needs this." in errors(page, "kind")
    sent = {"title": "Envoys meet in Arica", "kind": "meeting", "status": "held", "basis": "stated"}
    sent |= {"when": "2018-03-26", "place": "Arica, Chile", "actor_1": str(chile.pk), "role_1": "host"}
    page = tell(desk, source, **sent)
    event = Event.objects.get()
    assert "Made: “Envoys meet in Arica”, 26 March 2018." in messages(page)
    assert (event.is_public, event.when, event.place) == (True, "2018-03-26", "Arica, Chile")
    assert list(event.participations.values_list("actor__name", "role")) == [("Chile", "host")]


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"words": ""}, "words", "Quote the words that tell of it."),
        ({"words": "They met in Tacna"}, "words", "does not stand in the text"),
        ({"paragraph": "9"}, "paragraph", "There are 3, from 1 on."),
        ({"event": "99999"}, "event", "There is no event with the number 99999."),
        ({"when": "yonder"}, "when", "“yonder” is no date we can read"),
        ({"when": "26 Mar 2018"}, "when", "is understood as 26 March 2018 (2018-03-26)"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(desk, source, event, sent, field, said):
    page = tell(desk, source, **{"event": str(event.pk), **sent})
    assert said in errors(page, field) and not Mention.objects.exists()


def test_the_form_of_a_source_leads_there(desk, source):
    links = [link.get("href") for link in find(desk.see(desk.address(source)), ".object-tools a")]
    assert reverse("admin:timeline_source_words", args=[source.pk]) in links
