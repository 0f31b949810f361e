"""Articles stored together give the chronology that they would give one by one, in a fraction of the queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT, article, chronology, thrown_away
from timeline.chronicle import ingest
from timeline.chronicle.cast import Names, actors_for
from timeline.chronicle.check import problems
from timeline.chronicle.filing import misfiled
from timeline.chronicle.ingest import Article, Refused, ingest_all
from timeline.models import Actor, Event, Mention, Source
from timeline.parser.reading import ActorKind, Party, Role

COPIED = "\n".join(f"The ministers spoke of matter number {n} at some length in the hall." for n in range(12))


def together(texts):
    """Take texts with their days in together; return what became of each."""
    return ingest_all([(Article(text, published=day and date.fromisoformat(day)), None) for text, day in texts])


def actors():
    return sorted(Actor.objects.values_list("name", "kind", "slug", "affiliation__name"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(article, min_size=2, max_size=6), st.booleans())
def test_together_or_one_by_one_makes_no_difference(take, articles, copied):
    if copied:
        articles = [(f"{text}\n{COPIED}", day) for text, day in articles]
    outcomes = []
    for take_in in (together, lambda texts: [take(*one) for one in texts]):
        with thrown_away():
            told = take_in(articles)
            assert list(problems()) == [] and list(misfiled()) == []
            known = [one.known for one in told]
            copies = sorted(Source.objects.exclude(copy_of=None).values_list("sha256", "copy_of__sha256"))
            outcomes.append((chronology(), actors(), known, copies, [one.mentions for one in told]))
    assert outcomes[0] == outcomes[1]


def test_each_article_is_told_what_became_of_it(take):
    take(SUMMIT, "2019-03-05")
    texts = [(MEETING, "2019-03-06"), ("Gibberish.", None), (SUMMIT, "2019-03-09"), (LATER, None), (LATER, None)]
    joined, refused, known, new, twice = together(texts)
    summit, talks = Event.objects.get(kind="summit"), Event.objects.get(kind="talks")
    assert (joined.linked.joined, joined.linked.new, joined.mentions) == ({summit.pk}, frozenset(), 1)
    assert isinstance(refused, Refused) and "English" in str(refused)
    assert known.known and known.source == Source.objects.earliest("pk")
    assert (new.linked.new, new.known) == ({talks.pk}, False)
    assert twice.known and twice.source == new.source
    assert Source.objects.count() == 3


def test_an_event_is_new_with_the_first_article_that_tells_of_it(take):
    first, second = together([(SUMMIT, "2019-03-05"), (MEETING, "2019-03-06")])
    event = Event.objects.get()
    assert (first.linked.new, first.linked.joined) == ({event.pk}, frozenset())
    assert (second.linked.new, second.linked.joined) == (frozenset(), {event.pk})


def test_nothing_is_taken_in_where_there_is_nothing(take):
    assert together([]) == []
    assert [type(one) for one in together([("Gibberish.", None)])] == [Refused]
    assert not Source.objects.exists()


def test_what_came_before_an_article_that_fails_is_kept(take, monkeypatch):
    keys = ingest.store.__globals__["keys_of"]

    def fail(source, claims):
        if "Abuja" in source.text:
            raise RuntimeError("power cut")
        return keys(source, claims)

    monkeypatch.setattr("timeline.chronicle.storing.keys_of", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        together([(SUMMIT, "2019-03-05"), (LATER, None), (MEETING, "2019-03-06")])
    assert [source.text for source in Source.objects.all()] == [SUMMIT]
    assert Event.objects.get().voices == 1 and list(problems()) == []


def test_whoever_an_article_introduces_is_who_the_next_one_names(take):
    together([(f"0 | meeting | held | 2019-03-0{day} | Lima | Ana Lima (Chile); Chile", None) for day in (1, 5, 9)])
    assert actors() == [("Ana Lima", "person", "ana-lima", "Chile"), ("Chile", "state", "chile", None)]


@pytest.mark.django_db
def test_a_state_that_was_made_for_its_leader_is_made_once():
    leader = Party("Xi Jinping", ActorKind.PERSON, Role.PARTICIPANT, 0, 0)
    state = Party("China", ActorKind.STATE, Role.PARTICIPANT, 0, 0)
    names = Names()
    names.learn_of([leader, state])
    for party in (leader, state, leader):
        actors_for([party], names)
    assert actors() == [("China", "state", "china", None), ("Xi Jinping", "person", "xi-jinping", "China")]


def meetings(numbers):
    """Return a text for each number, of a meeting of the same two in a month of its own."""
    parties = "Ana Lima (Chile); Ben Okoro (Nigeria)"
    return [(f"0 | meeting | held | {1900 + n // 9}-0{n % 9 + 1}-07 | Lima | {parties}", None) for n in numbers]


def test_queries_grow_neither_with_the_chronology_nor_with_the_articles(take):
    together(meetings([0]))
    asked = []
    for first, number in ((1, 2), (10, 20), (40, 2)):
        with CaptureQueriesContext(connection) as queries:
            together(meetings(range(first, first + number)))
        asked.append(len(queries))
    assert asked[0] == asked[1] == asked[2] <= 50


def test_everything_is_looked_up_by_an_index(take):
    together(meetings(range(30)))
    with CaptureQueriesContext(connection) as queries:
        take(meetings([50])[0][0], "2019-03-05")
        together([*meetings([40, 41]), (f"{SUMMIT}\n{COPIED}", "2019-03-05"), (f"{MEETING}\n{COPIED}", "2019-03-05")])
    asked = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
    large = [model._meta.db_table for model in (Source, Mention, Event, Mention.actors.through)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # so small a table is read whole otherwise
        for sql in asked:
            cursor.execute(f"EXPLAIN {'' if connection.vendor == 'postgresql' else 'QUERY PLAN '}{sql}")
            plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
            read_whole = [f"SCAN {table}" for table in large] + [f"Seq Scan on {table}" for table in large]
            assert not any(words in f"{plan}\n".replace(" ON ", " ") for words in read_whole), (plan, sql)
            if connection.vendor == "sqlite":  # PostgreSQL knows how much of a table an index would give
                assert "source_coverage" not in plan, (plan, sql)  # nearly all sources
    assert len(asked) > 30
