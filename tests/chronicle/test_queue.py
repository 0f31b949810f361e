"""Articles on their way in: read once each, whatever happens to workers and to what is between them and us."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from tests.chronicle.test_ingest import chronology
from tests.chronicle.working import PATIENCE, articles, by_one, done, kill, until
from timeline.chronicle import curation, intake
from timeline.chronicle.articles import Given, from_html
from timeline.chronicle.check import problems
from timeline.chronicle.ingest import Article
from timeline.models import Intake, IntakeState, Source

DONE, FAILED, WAITING, READING = IntakeState.DONE, IntakeState.FAILED, IntakeState.WAITING, IntakeState.READING


def waits(text="Chile and Peru held talks in Lima on March 5, 2018.", **given):
    return intake.send_in(Article(text, published=date(2018, 3, 6), **given))


@pytest.mark.django_db(transaction=True)
def test_what_the_broker_has_lost_is_sent_again(broker):
    rows = [waits(), waits(publisher="Wire")]
    assert intake.in_broker() == len(rows)
    assert intake.sweep() == 0  # nothing is lost as long as it has some to hand out
    broker.flushdb()
    assert intake.sweep() == intake.in_broker() == len(rows)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(start, broker, tmp_path):
    told = articles(12)
    made = by_one(told)
    for article in told:
        intake.send_in(article)
    worker = start(2)
    until(lambda: done() > 1, tmp_path)
    kill(worker)
    left = intake.waiting()
    assert left and Source.objects.count() == done() == len(told) - len(left)
    worker = start(2)
    until(lambda: intake.sweep() >= 0 and not intake.waiting(), tmp_path)
    assert done() == Source.objects.count() == len(told)
    assert chronology() == made
    assert list(problems()) == []
    stops_gently(worker, tmp_path)


def stops_gently(worker, tmp_path):
    """Tell a worker of two to stop in the middle of two long articles: it finishes these and leaves the others."""
    before = done()
    for told in articles(4):
        long = " ".join(f"The harbour was quiet again on its morning number {n}." for n in range(1500))
        intake.send_in(Article(f"{told.text}\n{long}", published=told.published))
    until(lambda: Intake.objects.filter(state=READING).count() == 2, tmp_path)
    worker.terminate()
    assert worker.wait(timeout=PATIENCE) == 0
    assert (done() - before, len(intake.waiting())) == (2, 2)
    assert not Intake.objects.filter(state=READING).exists()


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_a_command_reads_what_waits(capsys):
    told = articles(6)
    made = by_one(told)
    for article in told:
        intake.send_in(article)
    call_command("read_intake")
    assert "6 read, 0 failed" in capsys.readouterr().out
    assert done() == 6 and chronology() == made


@pytest.mark.django_db
def test_an_article_in_the_queue_is_read_as_if_it_had_been_taken_in_at_once():
    page = (
        '<!DOCTYPE html><html><head><title>Talks in Lima</title><meta property="article:published_time" '
        'content="2018-03-06"></head><body><article><h1>Talks in Lima</h1><p>Chile and Peru held talks in Lima on '
        "Monday, officials said, and nobody was surprised by it.</p><p>They will meet again in Oslo on May 4, "
        "2018.</p></article></body></html>"
    )
    article = from_html(page.encode(), Given(publisher="Wire"))
    waiting = waits(text="x") and intake.send_in(article)
    assert intake.article_of(waiting) == article
    assert intake.read(waiting.pk) == DONE
    waiting.refresh_from_db()
    source = waiting.source
    assert (source.published_on, source.published_how, source.publisher) == (date(2018, 3, 6), "page", "Wire")
    assert source.raw == page and source.mentions.exists()


@pytest.mark.django_db
def test_reading_twice_changes_nothing():
    first, second = waits(), waits()
    assert [intake.read(first.pk), intake.read(first.pk), intake.read(second.pk)] == [DONE] * 3
    assert Source.objects.count() == 1
    assert set(Intake.objects.values_list("source", "tries")) == {(Source.objects.get().pk, 1)}
    assert intake.read(second.pk + 1) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (
            {"text": "Le ministre est arrivé hier à la capitale pour des entretiens avec son homologue."},
            "English",
        ),
        ({"text": "", "url": "https://wire-a.example/1"}, "an address alone is not fetched"),
        ({"text": "Talks.", "given": {"published": "tomorrow"}}, "“tomorrow” is no day of publication"),
    ],
)
def test_what_cannot_be_read_has_failed_for_good_with_its_reason(sent, reason):
    row = Intake.objects.create(**sent)
    assert intake.read(row.pk) == FAILED
    row.refresh_from_db()
    assert row.state == FAILED and reason in row.error
    assert not intake.waiting() and not Source.objects.exists()


@pytest.mark.django_db
def test_what_fails_for_a_passing_reason_is_tried_again_until_it_has_failed_too_often(monkeypatch):
    row = waits()

    def breaks(*_):
        raise MemoryError("no more of it")

    with monkeypatch.context() as broken:
        broken.setattr(intake, "read_article", breaks)
        for tries in range(1, intake.MOST_TRIES + 1):
            with pytest.raises(intake.Again, match="no more of it"):
                intake.read(row.pk)
            row.refresh_from_db()
            assert (row.state, row.tries) == (WAITING, tries)
        assert intake.read(row.pk) == FAILED
    row.refresh_from_db()
    assert row.error == "MemoryError: no more of it"
    curation.try_again(row)
    assert intake.read(row.pk) == DONE
    with pytest.raises(curation.NotPossible, match="only what has failed"):
        curation.try_again(Intake.objects.get(pk=row.pk))


@pytest.mark.django_db
def test_what_kills_its_reader_is_given_up_in_the_end():
    row = waits()
    Intake.objects.filter(pk=row.pk).update(state=READING, tries=intake.MOST_TRIES)
    assert intake.read(row.pk) == FAILED
    row.refresh_from_db()
    assert "never came to its end" in row.error


@pytest.mark.django_db
def test_nothing_is_half_written_where_it_breaks_in_the_middle(monkeypatch):
    row = waits()

    def breaks(*_, **__):
        raise OperationalError("server closed the connection")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "close", lambda: None)  # it holds the transaction of this test
        broken.setattr("timeline.chronicle.linking.settle_events", breaks)
        with pytest.raises(intake.Again, match="server closed"):
            intake.read(row.pk)
    assert not Source.objects.exists() and intake.waiting() == [row.pk]
    assert intake.read(row.pk) == DONE


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_does_not_answer_keeps_nobody_from_sending_in(settings, caplog):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    row = waits()
    assert intake.waiting() == [row.pk] and "does not answer" in caplog.text
    assert intake.sweep() == 0
    with pytest.raises(CommandError, match="The broker took 0 of 1"):
        call_command("read_intake", "--send")


@pytest.mark.django_db
def test_sending_needs_a_broker():
    with pytest.raises(CommandError, match="REDIS_URL is not set"):
        call_command("read_intake", "--send")


@pytest.mark.django_db(transaction=True)
def test_the_broker_is_told_numbers_alone_and_again_when_asked(broker, settings, capsys):
    rows = [waits(), waits(publisher="Wire")]
    assert intake.in_broker() == 2
    kept = broker.lrange(settings.CELERY_TASK_DEFAULT_QUEUE, 0, -1)
    assert not [message for message in kept if b"Peru" in message]
    broker.flushdb()
    call_command("read_intake", "--send")
    assert intake.in_broker() == 2 and "Told the workers of 2" in capsys.readouterr().out
    assert intake.waiting() == [row.pk for row in rows]
