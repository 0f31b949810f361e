"""What editors decide on a source: take it in, correct what is said of it, set its day, withdraw it, put it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline.chronicle import ingest, intake
from timeline.chronicle.articles import Given
from timeline.chronicle.linking import chronology_lock
from timeline.models import Action, Decision, Intake, IntakeState, PublishedHow, Source

from .deciding import NotPossible, correct, decide, iso, refuse_unknown

ABOUT_SOURCE = ("title", "author", "publisher", "url", "rights")
"""What an editor may correct of a source at once; its day has consequences and is set by `set_day`."""


def take_in(article: ingest.Article, editor, why: str = "") -> ingest.Taken:
    """Take an article into the chronology; the same text again is no decision. Raises Refused as `ingest` does."""
    with chronology_lock():
        taken = ingest.ingest(article)
        if not taken.known:
            after = {"title": taken.source.title, "published_on": iso(taken.source.published_on)}
            decide(Action.MAKE, editor, why, source=taken.source, after=after)
        return taken


def send_in(content: str, given: Given, editor, file: str = "") -> Intake:
    """Put an article out of a file of this name among those on their way in, to be read later; return its row there."""
    about = {"title": given.title, "author": given.author, "publisher": given.publisher}
    about["published"] = iso(given.published) or ""
    if file:
        about["file"] = file
    sent_by = None if isinstance(editor, str) else editor
    return intake.put_in_queue(Intake(text=content, url=given.url, given=about, sent_by=sent_by))


def try_again(sent: Intake) -> None:
    """Put an article that has failed among those that wait once more."""
    if sent.state != IntakeState.FAILED:
        raise NotPossible("only what has failed is tried again")
    intake.put_in_queue(sent)


def edit_source(source: Source, changes: Mapping[str, Any], editor, why: str = "") -> Decision | None:
    """Correct what is said about a source, by names out of ABOUT_SOURCE; None where nothing differs.

    Its text is never edited, its day is set by `set_day`.
    """
    refuse_unknown(changes, ABOUT_SOURCE)
    with chronology_lock():
        source = Source.objects.select_for_update().get(pk=source.pk)
        before, after = correct(source, changes)
        if not after:
            return None
        source._change_reason = why or "corrected"
        source.save()
        return decide(Action.EDIT, editor, why, source=source, before=before, after=after)


def set_day(source: Source, day: date | None, editor, why: str = "") -> ingest.Reread:
    """Set a source's day of publication and read it again: everything that hangs on it is dated at once."""
    with chronology_lock():
        before = {"published_on": iso(source.published_on), "published_how": source.published_how}
        reread = ingest.set_day(source, day)
        source.refresh_from_db()
        after = {"published_on": iso(source.published_on), "published_how": source.published_how}
        decide(Action.DAY, editor, why, source=source, before=before, after=after)
        return reread


def undo_day(decision: Decision) -> None:
    """Let a source's day be what it was, known as it was known; a day that was inferred is inferred again."""
    day, how = decision.before["published_on"], decision.before["published_how"]
    ingest.set_day(decision.source, date.fromisoformat(day) if day else None, PublishedHow(how))


def withdraw(source: Source, editor, why: str) -> Decision:
    """Take a source back with its reason; what rests on it alone is no longer public."""
    if not why.strip():
        raise NotPossible("why: a withdrawal needs its reason, since the source's page shows it")
    with chronology_lock():
        source = Source.objects.select_for_update().get(pk=source.pk)
        if source.withdrawn_at:
            raise NotPossible("this source has been withdrawn already")
        ingest.withdraw(source, why)
        return decide(Action.WITHDRAW, editor, why, source=source, after={"withdrawn_why": source.withdrawn_why})


def put_back(source: Source, editor, why: str = "") -> Decision:
    """Let a withdrawn source count again."""
    with chronology_lock():
        source = Source.objects.select_for_update().get(pk=source.pk)
        if not source.withdrawn_at:
            raise NotPossible("this source has not been withdrawn")
        before = {"withdrawn_why": source.withdrawn_why}
        ingest.put_back(source)
        return decide(Action.RESTORE, editor, why, source=source, before=before)
