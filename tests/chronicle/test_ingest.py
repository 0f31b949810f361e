"""What is promised of reading in: nothing twice, nothing half, the same chronology in any order."""

import json
import random
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chronicle import plain
from timeline.chronicle import curation, ingest, linking
from timeline.chronicle.check import problems
from timeline.chronicle.ingest import Article, Refused, reread, set_day
from timeline.models import (
    Actor,
    ActorName,
    Decision,
    Event,
    Mention,
    NameOrigin,
    Participation,
    Passage,
    Review,
    Source,
)

SUMMIT = "0 | summit | held | 2019-03-04 | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria) | country=Peru"
MEETING = "0 | meeting | held | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)"
LATER = "1 | talks | planned | 2019-05-20 | Abuja | Chile; Nigeria"


def rows():
    """Everything in the chronology but for ids and times, as text to compare."""
    models = (Source, Passage, Actor, ActorName, Event, Mention, Participation, Decision)
    return {model.__name__: model.objects.count() for model in models} | {"events": chronology()}


def chronology():
    """What readers see of every event, in a form that does not know ids."""
    seen = [
        {
            "kind": e.kind,
            "status": e.status,
            "basis": e.basis,
            "title": e.title,
            "when": e.when,
            "place": e.place,
            "country": str(e.country),
            "confidence": e.confidence,
            "disputed": e.disputed_fields,
            "voices": e.voices,
            "concerns": str(e.concerns),
            "actors": sorted((p.actor.slug, p.role) for p in e.participations.select_related("actor")),
            "passages": sorted(m.key for m in e.mentions.live()),
        }
        for e in Event.objects.public().select_related("country", "concerns")
    ]
    return sorted(json.dumps(e, sort_keys=True) for e in seen)


def test_an_article_becomes_a_sourced_event(take):
    taken = take(f"Ministers meet\n\n{SUMMIT}", "2019-03-05", title="Ministers meet")
    event = Event.objects.get()
    assert (event.kind, event.status, event.when, event.place) == ("summit", "held", "2019-03-04", "Lima, Peru")
    assert (event.country.name, event.voices, event.is_public) == ("Peru", 1, True)
    assert event.title == "Lima–Okoro summit, Lima"
    assert {a.name for a in event.actors.all()} == {"Ana Lima", "Ben Okoro"}
    mention = event.mentions.get()
    assert mention.passage.exact == SUMMIT == taken.source.text[mention.passage.start : mention.passage.end]
    part = event.participations.get(actor__name="Ana Lima")
    assert list(part.passages.all()) == [mention.passage]
    assert part.actor.affiliation.name == "Chile"
    assert (taken.mentions, len(taken.linked.new)) == (1, 1)


def test_the_same_text_twice_changes_nothing(take):
    first = take(SUMMIT, "2019-03-05")
    before = rows()
    again = take(SUMMIT, "2019-03-09", title="Another title")
    assert again.known and again.source == first.source
    assert rows() == before


def test_reading_again_changes_nothing(take):
    take(f"{SUMMIT}\n{LATER}", "2019-03-05")
    take(MEETING, "2019-03-06")
    before = rows()
    histories = Event.history.count()
    for source in Source.objects.all():
        again = reread(source)
        assert (again.changed, again.new, again.lost) == (0, 0, 0)
    assert rows() == before
    assert Event.history.count() == histories


def test_a_second_source_joins_the_event_and_makes_it_surer(take):
    take(SUMMIT, "2019-03-05")
    taken = take(MEETING, "2019-03-06")
    event = Event.objects.get()
    assert (event.voices, event.confidence, event.kind) == (2, "high", "summit")
    assert taken.linked.joined == {event.pk}


def test_a_refused_article_leaves_nothing(take):
    for text in ("", "Gibberish.", "NUL\0"):
        with pytest.raises(Refused):
            take(text)
    assert not Source.objects.exists()


def test_what_is_half_done_is_rolled_back(take, monkeypatch):
    take(SUMMIT, "2019-03-05")
    before = rows()

    def fail(*args):
        raise RuntimeError("power cut")

    monkeypatch.setattr(linking, "settle_events", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        take(MEETING, "2019-03-06")
    assert rows() == before


def test_wire_copies_are_one_voice(take):
    body = "\n".join(f"The ministers spoke of matter number {n} at some length in the hall." for n in range(12))
    article = f"{SUMMIT}\n{body}"
    copy = take(f"{article}\nFrom our own pages.", "2019-03-06").source
    first = take(article, "2019-03-05").source
    other = take(MEETING, "2019-03-06").source
    copy.refresh_from_db()
    assert copy.copy_of == first and first.copy_of is None and other.copy_of is None
    event = Event.objects.get()
    assert (event.voices, event.mentions.count()) == (2, 3)


def test_setting_the_day_dates_what_was_undated(take):
    source = take("0 | meeting | held | D | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)").source
    event = Event.objects.get()
    assert (event.when, event.mentions.get().when_words) == ("", "")
    set_day(source, date(2019, 3, 5))
    event.refresh_from_db()
    source.refresh_from_db()
    assert (event.when, source.published_how) == ("2019-03-05", "given")
    set_day(source, None)
    event.refresh_from_db()
    assert event.when == ""


def test_a_name_that_an_editor_keeps_is_looked_up(take):
    take(SUMMIT, "2019-03-05")
    curation.keep_name(Actor.objects.get(name="Ana Lima"), "The Fox", "ana")
    take("0 | call | held | 2019-06-01 | | The Fox (Chile); Ben Okoro (Nigeria)", "2019-06-02")
    assert Event.objects.get(kind="call").actors.filter(name="Ana Lima").exists()
    assert not Actor.objects.filter(name="The Fox").exists()


def test_what_one_article_introduces_is_not_looked_up(take):
    take(SUMMIT, "2019-03-05")
    assert not ActorName.objects.kept_by_editors().exists()
    assert set(ActorName.objects.filter(actor__kind="person").values_list("origin", flat=True)) == {NameOrigin.TEXT}


def test_a_merged_actor_is_followed(take):
    take(SUMMIT, "2019-03-05")
    lima = Actor.objects.get(name="Ana Lima")
    keeper = Actor.objects.create(name="Ana Maria Lima", slug="ana-maria-lima", kind="person")
    lima.merged_into = keeper
    lima.save()
    take("0 | call | held | 2019-06-01 | | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-06-02")
    assert Event.objects.get(kind="call").actors.filter(pk=keeper.pk).exists()


def test_an_act_is_tied_to_the_encounter_it_is_about(take):
    take(
        "0 | summit | cancelled | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)\n"
        "1 | cancellation | held | 2019-03-01 | | Ana Lima (Chile); > Ben Okoro (Nigeria) | concerns=0",
        "2019-03-02",
    )
    act = Event.objects.get(kind="cancellation")
    assert act.concerns == Event.objects.get(kind="summit")
    assert act.status == "held"


def test_a_source_withdrawn_no_longer_counts_and_can_be_put_back(take):
    take(SUMMIT, "2019-03-05")
    second = take(MEETING, "2019-03-06").source
    only = take(LATER, "2019-03-07").source
    before = chronology()
    for source in (second, only):
        curation.withdraw(source, "ana", "It was retracted.")
    assert Event.objects.get(kind="summit").voices == 1
    assert not Event.objects.get(kind="talks").is_public
    assert list(problems()) == []
    for source in (second, only):
        source.refresh_from_db()
        curation.put_back(source, "ana")
    assert chronology() == before


def test_a_passage_no_longer_found_is_flagged_and_does_not_count(take, monkeypatch):
    source = take(f"{SUMMIT}\n{LATER}", "2019-03-05").source
    monkeypatch.setattr(
        ingest, "read", lambda text, *a, **k: plain.read(text.replace("1 | talks", "1 ; talks"), *a, **k)
    )
    assert reread(source).lost == 1
    talks = Event.objects.get(kind="talks")
    assert not talks.is_public and talks.mentions.get().found is False
    monkeypatch.setattr(ingest, "read", plain.read)
    reread(source)
    talks.refresh_from_db()
    assert talks.is_public


def test_a_passage_read_differently_keeps_its_identity(take, monkeypatch):
    source = take(SUMMIT, "2019-03-05").source
    event, mention = Event.objects.get(), Mention.objects.get()

    def better(text, *args, **kwargs):
        reading = plain.read(text, *args, **kwargs)
        claim = reading.claims[0]
        return replace(reading, claims=(replace(claim, end=claim.end - 10, when="2019-03-05"),))

    monkeypatch.setattr(ingest, "read", better)
    assert reread(source).changed == 1
    mention.refresh_from_db()
    event.refresh_from_db()
    assert mention.event == event and event.when == "2019-03-05"
    assert mention.passage.end == len(SUMMIT) - 10
    assert list(problems()) == []


def test_parties_spread_over_two_passages_are_found_by_the_next_source(take):
    take("0 | talks | held | 2019-03-04 | Lima | Chile\n0 | talks | held | | | Nigeria", "2019-03-05")
    take("0 | talks | held | 2019-03-04 | | Chile\n0 | talks | held | | | Nigeria", "2019-03-06")
    assert Event.objects.get().voices == 2


@contextmanager
def thrown_away():
    """A stretch of database work that leaves nothing behind."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


PARTIES = ["Ana Lima (Chile); Ben Okoro (Nigeria)", "Chile; Nigeria", "Ana Lima (Chile); Cai Shen (China)"]
line = st.builds(
    "{} | {} | {} | {} | {} | {}".format,
    st.integers(0, 2),
    st.sampled_from(["summit", "meeting", "visit", "statement", "invitation"]),
    st.just("held"),
    st.sampled_from(["", "2019-03-04", "2019-03-05", "2019-03", "D"]),
    st.sampled_from(["", "Lima", "Abuja"]),
    st.sampled_from(PARTIES),
)
article = st.tuples(
    st.lists(line, min_size=1, max_size=3).map("\n".join),
    st.sampled_from([None, "2019-03-01", "2019-03-06", "2019-06-01"]),
)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(article, min_size=2, max_size=5, unique_by=lambda a: a[0]), st.randoms(use_true_random=False))
def test_the_order_of_articles_makes_no_difference(take, articles, rng: random.Random):
    shuffled = list(articles)
    rng.shuffle(shuffled)
    outcomes = []
    for order in (articles, shuffled):
        with thrown_away():
            for text, day in order:
                take(text, day)
            assert list(problems()) == []
            outcomes.append(chronology())
    assert outcomes[0] == outcomes[1]


def test_ingest_takes_its_article_as_it_is(take):
    taken = ingest.ingest(Article(SUMMIT, published=date(2019, 3, 5), published_how="page", url="https://x.example/"))
    assert (taken.source.published_how, taken.source.url) == ("page", "https://x.example/")
    assert Event.objects.get().review == Review.UNREVIEWED
