"""Evidence as an editor reads it: passages in their context."""

import pytest
from django.utils import timezone

from tests.builders import make_event, make_mention, make_source
from timeline.admin.evidence import AROUND, evidence_of

pytestmark = pytest.mark.django_db

QUOTE = "Ministers of Chile and Peru met in Arica."


def only(event):
    (item,) = evidence_of(event)
    return item


def test_a_passage_stands_between_the_words_around_it():
    source = make_source(f"It rained. {QUOTE} They parted late.")
    item = only(make_event(source=source, exact=QUOTE))
    assert (item.before, item.mention.passage.exact, item.after) == ("It rained. ", QUOTE, " They parted late.")


def test_words_of_other_paragraphs_are_left_out():
    source = make_source(f"By a reporter\n{QUOTE}\nOffer ends today.")
    item = only(make_event(source=source, exact=QUOTE))
    assert (item.before, item.after) == ("", "")


def test_a_passage_at_the_very_start():
    item = only(make_event(source=make_source(f"{QUOTE} So it was."), exact=QUOTE))
    assert (item.before, item.after) == ("", " So it was.")


def test_long_contexts_are_cut_between_words():
    words = "alpha beta gamma delta " * 30
    item = only(make_event(source=make_source(f"{words}{QUOTE} {words}"), exact=QUOTE))
    assert item.before.startswith("… ") and item.after.endswith(" …")
    assert len(item.before) <= AROUND + 2 and len(item.after) <= AROUND + 2
    assert set(item.before.split()) == set(item.after.split()) == {"…", "alpha", "beta", "gamma", "delta"}


def test_a_passage_whose_place_is_lost_is_shown_and_said_so():
    event = make_event(source=make_source(f"It rained. {QUOTE}"), exact=QUOTE)
    event.mentions.get().passage.source.passages.update(start=None, end=None)
    item = only(event)
    assert (item.before, item.after) == ("", "")
    assert item.flags == ["Its place in the text is lost."]


@pytest.mark.parametrize(
    ("fields", "flags"),
    [
        ({}, []),
        ({"found": False}, ["The latest reading no longer finds it: it does not count."]),
        (
            {"found": False, "pinned": True},
            ["The latest reading no longer finds it; it counts because an editor has decided on this event."],
        ),
        ({"queued": True}, ["It would join a rejected event: it waits for an editor and does not count."]),
    ],
)
def test_what_does_not_count_says_why(fields, flags):
    event = make_event(public=False)
    make_mention(event, **fields)
    assert only(event).flags == flags


def test_withdrawn_sources_and_copies_are_marked():
    first = make_source()
    event = make_event(public=False)
    make_mention(event, make_source(withdrawn_at=timezone.now(), withdrawn_why="A hoax.", copy_of=first))
    assert only(event).flags == [
        "The source was withdrawn: it does not count.",
        "A copy of another dispatch: both are one voice.",
    ]


def test_evidence_is_one_query_and_leaves_the_texts_where_they_are(django_assert_num_queries):
    event = make_event(public=False)
    for _ in range(5):
        make_mention(event, make_source(published=None))
    with django_assert_num_queries(1):
        items = evidence_of(event)
        assert len([item.mention.passage.get_absolute_url() for item in items]) == 5
    assert "text" in items[0].mention.source.get_deferred_fields()
