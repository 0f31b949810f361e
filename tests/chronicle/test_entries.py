"""Records of any sort either become entries or are refused in words; nothing else comes of them."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.chronicle.citations import take_in
from timeline.chronicle.entries import entry_of
from timeline.chronicle.exported import entries_of
from timeline.chronicle.forms import FIELDS, Faults, Form, Wrong
from timeline.chronicle.ingest import Refused
from timeline.chronicle.records import Record
from timeline.chronicle.written_names import NameReader
from timeline.models import Source

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Chile", "Ana Lima (Chile) as host", "4 March 2019", "9999-12-31", "/", "(", "visit", "held", "=1"]
    ),
    st.sampled_from(["x" * 700, "Ana (" * 50, ";" * 30, "\ud800", "a\0b", "\u202e\u200b", "1" * 400, "[..", "] as ("]),
)
values = st.one_of(words, st.integers(), st.none(), st.booleans(), st.floats(), st.lists(words, max_size=3))
records = st.dictionaries(st.sampled_from([*FIELDS, "mood", "\n", "a: b"]), values, max_size=8)
GOOD = {"kind": "visit", "status": "held", "actors": "Ana Lima (Chile)"}


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(records, st.booleans())
@example({"id": "1" * 400}, True)
@example({"when": "4 March 2019", "start": "2019"}, True)
@example({"url": "javascript:alert(1)"}, True)
def test_any_record_is_taken_or_refused_in_words(record, with_the_needed):
    told = record | (GOOD if with_the_needed else {})
    with transaction.atomic():
        try:
            entry = entry_of(Record(1, {n: v for n, v in told.items() if v is not None}), Form(), NameReader(), TODAY)
        except (Faults, Refused) as refused:
            said = str(refused)
        else:
            said = "taken"
            list(take_in([entry]))
            source = Source.objects.get()
            assert all(source.text[p.start : p.end] == p.exact for p in source.passages.all())
        transaction.set_rollback(True)
    assert said


PASSAGE = {"quote": "They met.", "kind": "visit", "status": "held", "basis": "stated", "confidence": "high"}
EVENT = {"uid": "1-2", "title": "A visit", "kind": "visit", "status": "held", "basis": "stated"}


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(st.sampled_from(["title", "when", "place", "country", "occasions", "url", "uid"]), words),
    st.dictionaries(st.sampled_from(["quote", "when", "date_words", "place", "speaker"]), words),
    st.dictionaries(st.sampled_from(["title", "publisher", "author", "url", "published", "sha256"]), words),
    words,
)
def test_any_exported_event_is_taken_or_refused_in_words(event, passage, source, name):
    told = EVENT | event
    told["passages"] = [PASSAGE | passage | {"source": source}]
    told["actors"] = [{"name": name, "kind": "person", "role": "host"}]
    with transaction.atomic():
        try:
            entries = entries_of(told, NameReader())
        except (Wrong, Refused) as refused:
            said = str(refused)
        else:
            said = "taken"
            list(take_in(entries))
            assert Source.objects.count() == 1
        transaction.set_rollback(True)
    assert said
