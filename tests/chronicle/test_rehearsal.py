"""What would happen, and that nothing of it does."""

from datetime import date

import pytest

from tests.chronicle.test_ingest import LATER, MEETING, SUMMIT, chronology
from timeline.chronicle import curation
from timeline.chronicle.ingest import Article, Refused, ingest, reread
from timeline.chronicle.rehearsal import (
    rehearse_day,
    rehearse_name,
    rehearse_reading_again,
    rehearse_taking_in,
    sources_with,
)
from timeline.models import Actor, Decision, Event, Mention, Source

ANA = "ana"
DAY = date(2019, 3, 6)


@pytest.fixture
def event(take):
    take(SUMMIT, "2019-03-05")
    return Event.objects.get()


def test_what_an_article_would_tell_is_what_it_tells_then(event):
    before = chronology()
    article = Article(f"{MEETING}\n{LATER}", published=DAY, title="Two leaders meet")
    preview = rehearse_taking_in(article)
    assert chronology() == before and Source.objects.count() == 1
    assert [(named.title, named.new) for named in preview.events] == [
        (event.title, False),
        ("Chile–Nigeria talks, Abuja", True),
    ]
    assert [named.pk for named in preview.known_events] == [event.pk]
    assert [told.exact for told in preview.told] == [MEETING, LATER]
    assert preview.published == DAY and preview.known is None and preview.copy_of is None
    taken = ingest(article)
    assert [m.event.title for m in taken.source.mentions.order_by("id")] == [e.title for e in preview.events]


def test_the_same_text_is_named_and_not_read(event):
    assert rehearse_taking_in(Article(SUMMIT)).known == Source.objects.get()


def test_what_cannot_be_taken_in_says_why(db, take):
    for text, said in (("", "empty"), ("Gibberish.", "English")):
        with pytest.raises(Refused, match=said):
            rehearse_taking_in(Article(text))


def test_a_copy_names_its_first(take):
    story = "\n".join(f"Sentence number {n} of a long dispatch about fish quotas in the strait." for n in range(20))
    first = take(f"{story}\n{SUMMIT}", "2019-03-05").source
    preview = rehearse_taking_in(Article(f"Copied.\n{story}\n{SUMMIT}", published=DAY))
    assert preview.copy_of == first and preview.copies == ()
    earlier = rehearse_taking_in(Article(f"Copied.\n{story}\n{SUMMIT}", published=date(2019, 3, 4)))
    assert earlier.copies == (first,)


def test_events_that_would_settle_differently_are_told_with_the_difference(event):
    article = Article(
        "0 | summit | collapsed | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", published=DAY
    )
    curation.accept(event, ANA)
    (difference,) = rehearse_taking_in(article).outcome.differing
    assert difference.event.pk == event.pk
    assert (difference.before["status"], difference.after["status"]) == ("held", "collapsed")
    assert (difference.before["review"], difference.after["review"]) == ("accepted", "changed")
    event.refresh_from_db()
    assert event.status == "held"


def test_reading_again_unchanged_is_told_as_nothing(event):
    outcome = rehearse_reading_again(Source.objects.get())
    assert outcome.nothing and outcome.unchanged == 1


def test_reading_again_tells_what_is_new_lost_and_stands(event, monkeypatch):
    source = Source.objects.get()
    curation.edit(event, {"place": "Callao, Peru"}, ANA)
    from tests.chronicle import plain

    def read_otherwise(text, *args, **kwargs):
        reading = plain.read(text.replace("Lima, Peru", "Oslo, Peru"), *args, **kwargs)
        return reading.__class__(**{f: getattr(reading, f) for f in reading.__slots__} | {"text": text})

    monkeypatch.setattr("timeline.chronicle.ingest.read", read_otherwise)
    outcome = rehearse_reading_again(source)
    (standing,) = outcome.standing
    assert (standing.field, standing.before, standing.after) == ("place", "Lima, Peru", "Oslo, Peru")
    assert outcome.unchanged == 0 and not outcome.differing
    assert Mention.objects.get().place == "Lima, Peru"

    monkeypatch.setattr("timeline.chronicle.ingest.read", lambda text, *a, **k: plain.read("Nothing.", *a, **k))
    outcome = rehearse_reading_again(source)
    assert [told.exact for told in outcome.lost] == [SUMMIT] and outcome.lost[0].pinned
    assert Mention.objects.get().found


def test_another_day_says_which_events_it_would_touch(take):
    source = take("0 | summit | held | D | Lima, Peru | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-05").source
    before = chronology()
    (difference,) = rehearse_day(source, date(2019, 3, 7)).differing
    assert (difference.before["when"], difference.after["when"]) == ("2019-03-05", "2019-03-07")
    assert chronology() == before and not Decision.objects.exists()
    source.refresh_from_db()
    assert source.published_on == date(2019, 3, 5)


def test_another_name_says_which_events_it_would_touch(event, take):
    take("0 | meeting | held | 2019-03-04 | Lima | The Fox (Chile); Ben Okoro (Nigeria)", "2019-03-06")
    lima = Actor.objects.get(name="Ana Lima")
    before = chronology()
    outcome, more = rehearse_name(lima, "The Fox")
    assert more == 0 and outcome.differing
    assert chronology() == before and not lima.names.filter(name="The Fox").exists()
    curation.keep_name(lima, "The Fox", ANA)
    for source in Source.objects.all():
        reread(source)
    assert Event.objects.public().get().voices == 2


def test_a_name_is_looked_for_as_a_word(take):
    inside = take(f"A Foxtrot.\n{SUMMIT}", "2019-03-05").source
    alone = take(f"A Fox, they said.\n{MEETING}", "2019-03-06").source
    assert sources_with("Fox") == [alone]
    assert inside not in sources_with("Fox")
