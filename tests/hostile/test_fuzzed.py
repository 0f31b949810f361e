"""Bytes that Hypothesis makes up, and those that a fuzzer once broke something with: no target breaks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts import fuzz_targets
from scripts.fuzz_site import SITE_TARGETS, as_query, filters
from scripts.fuzz_targets import TARGETS, Broken
from tests.builders import make_actor, make_event, make_source
from timeline.chronicle.filing import file_everything

FOUND = Path(__file__).parent / "found"
KEPT = sorted(path for path in FOUND.glob("*/*") if path.is_file())
PER_TARGET = 60
PER_SITE_TARGET = 12


@pytest.fixture
def site(db, django_user_model):
    """A small chronology and an editor, which the targets of the site ask for."""
    django_user_model.objects.create_superuser("editor")
    xi = make_actor("Xi Jinping")
    make_event("Talks", actors=[xi], source=make_source("Xi Jinping met the envoys in Lomé."), when="2018-03")
    file_everything()


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=PER_TARGET, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(sent=st.binary(max_size=300))
def test_no_target_breaks(name, sent):
    TARGETS[name](sent)


@pytest.mark.parametrize("name", SITE_TARGETS)
@settings(
    max_examples=PER_SITE_TARGET,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(sent=st.binary(max_size=120))
def test_no_target_of_the_site_breaks(site, name, sent):
    SITE_TARGETS[name](sent)


def test_what_once_broke_a_target_no_longer_does(site):
    targets = TARGETS | SITE_TARGETS
    assert {path.parent.name for path in KEPT} <= set(targets)
    for path in KEPT:
        targets[path.parent.name](path.read_bytes())


def test_a_target_of_the_site_notices_an_answer_that_is_none(site, monkeypatch):
    monkeypatch.setattr("scripts.fuzz_site.ANSWERS", {404})
    with pytest.raises(Broken, match=r"200 for /\?q=summit"):
        filters(b"\0\0\0")


def test_bytes_become_a_query_of_our_parameters():
    assert as_query(b"\x01\x00\xff\x00Xi & \xfe") == "kind=summit&q=Xi%20%26%20%FE"


def test_a_target_notices_a_broken_promise(monkeypatch):
    monkeypatch.setattr(fuzz_targets.edtf, "bounds", lambda text: (fuzz_targets.DAY, fuzz_targets.DAY.replace(year=1)))
    with pytest.raises(Broken, match="2019"):
        TARGETS["edtf_text"](b"2019")


def test_bytes_become_sentences_of_our_own_words():
    text = fuzz_targets.as_sentences(bytes(range(200)))
    assert len(text.split()) > 80
    assert text == fuzz_targets.as_sentences(bytes(range(200)))
