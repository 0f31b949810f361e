"""Texts that nobody writes in good faith: read to the end, or refused with a reason; never a traceback."""

from datetime import date

import pytest
from django.core.management import call_command

from scripts.hostile_texts import HOSTILE, after_an_article
from timeline import edtf
from timeline.chronicle.ingest import Article, Refused, clean, ingest
from timeline.models import Event, Mention, Source
from timeline.parser import language, read
from timeline.parser.dates import find_dates

DAY = date(2019, 3, 7)
LENGTH = 3_000


@pytest.fixture(autouse=True)
def short_look(monkeypatch):
    """Tell the language by less, so that less plain English need stand before what is hostile."""
    monkeypatch.setattr(language, "_LOOK_AT", 400)
    monkeypatch.setattr("scripts.hostile_texts.PLAIN", 400)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_to_the_end(name):
    text = clean(after_an_article(HOSTILE[name](LENGTH)))
    reading = read(text, DAY)
    assert reading.text == text
    for claim in reading.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        if claim.when:
            edtf.parse(claim.when)
        for reason in claim.reasons:
            assert all(0 <= start < end <= len(text) for start, end in reason.spans)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_alone_is_read_or_refused_with_a_reason(name):
    try:
        claims = read(HOSTILE[name](LENGTH), DAY).claims
    except (language.NotEnglish, language.NothingToRead):
        claims = ()
    assert all(claim.end <= LENGTH for claim in claims)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 1, 2), date(1582, 10, 10), date(9999, 12, 31), None])
def test_dates_are_read_at_both_ends_of_the_calendar(day):
    words = (
        "They met last week, last month, last year, last Tuesday, two days ago, 100 years ago and 99999 days ago, "
        "in the 1990s, on 31 February, on 29 February 1900, in May 0000, on 1 January 99999, next year, next Friday, "
        "in ten centuries, "
        "in 999999999999 days, by the end of the year, over the past 9000 years, on 12/31/9999 and on 0001-01-01."
    )
    for found in find_dates(words, day):
        assert not found.edtf or edtf.parse(found.edtf)
        assert words[found.start : found.end].strip()


@pytest.mark.django_db
def test_hostile_texts_are_taken_in_and_the_chronology_stays_whole():
    everything = "\n\n".join(f"{name}.\n\n{make(500)}" for name, make in HOSTILE.items())
    taken = ingest(Article(after_an_article(everything), published=DAY))
    assert taken.mentions == Mention.objects.count() > 10
    call_command("check_chronology")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["title", "author", "publisher"])
@pytest.mark.parametrize("length", [10_000, 1_000_000])
def test_what_is_told_of_an_article_may_be_of_any_length(name, length):
    told = {name: "Ministers of Peru meet. " * (length // 24)}
    source = ingest(Article("The ministers of Peru and Chile met in Arica on Tuesday.", published=DAY, **told)).source
    assert 0 < len(getattr(source, name)) <= 500


@pytest.mark.django_db
@pytest.mark.parametrize("bad", ["\0", "\x07", "\ud800"])
def test_what_is_no_text_is_refused_by_name_and_leaves_nothing(bad):
    with pytest.raises(Refused, match=rf"U\+{ord(bad):04X}"):
        ingest(Article(f"The ministers met {bad} in Lima.", published=DAY))
    assert not Source.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,<script>", "//example.org", "java\tscript:1"])
def test_an_address_that_a_click_would_run_is_refused(url):
    with pytest.raises(Refused, match="its url is no web address"):
        ingest(Article("The ministers of Peru and Chile met in Arica on Tuesday.", published=DAY, url=url))
    assert not Source.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("bad", ["\0", "\ud800"])
@pytest.mark.parametrize("name", ["title", "author", "publisher", "url"])
def test_what_is_told_of_an_article_is_no_way_in_either(name, bad):
    told = {name: f"https://example.org/{bad}"}
    with pytest.raises(Refused, match=name):
        ingest(Article("The ministers of Peru and Chile met in Arica on Tuesday.", published=DAY, **told))
    assert not Source.objects.exists()
