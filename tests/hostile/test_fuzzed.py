"""Bytes that Hypothesis makes up, and those that a fuzzer once broke something with: no target breaks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts import fuzz_targets
from scripts.fuzz_targets import TARGETS, Broken

FOUND = Path(__file__).parent / "found"
KEPT = sorted(path for path in FOUND.glob("*/*") if path.is_file())
PER_TARGET = 60


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=PER_TARGET, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(sent=st.binary(max_size=300))
def test_no_target_breaks(name, sent):
    TARGETS[name](sent)


def test_what_once_broke_a_target_no_longer_does():
    assert {path.parent.name for path in KEPT} <= set(TARGETS)
    for path in KEPT:
        TARGETS[path.parent.name](path.read_bytes())


def test_a_target_notices_a_broken_promise(monkeypatch):
    monkeypatch.setattr(fuzz_targets.edtf, "bounds", lambda text: (fuzz_targets.DAY, fuzz_targets.DAY.replace(year=1)))
    with pytest.raises(Broken, match="2019"):
        TARGETS["edtf_text"](b"2019")


def test_bytes_become_sentences_of_our_own_words():
    text = fuzz_targets.as_sentences(bytes(range(200)))
    assert len(text.split()) > 80
    assert text == fuzz_targets.as_sentences(bytes(range(200)))
