"""A view named in words, and its choices as chips."""

from datetime import date

import pytest
from django.http import QueryDict

from tests.builders import make_actor, make_source, make_state
from timeline.web.choices import read
from timeline.web.naming import chips, name_view

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people():
    for name in ("Ana Soto", "Luis Rey", "Ito"):
        make_actor(name)
    make_state("Peru")


def choose(query: str):
    return read(QueryDict(query), date(2019, 3, 10))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "Chronology"),
        ("kind=summit", "Summits"),
        ("kind=summit&status=cancelled", "Cancelled summits"),
        ("kind=summit&kind=visit&from=2018&to=2018", "Summits and visits, 2018"),
        ("status=cancelled&status=postponed", "Cancelled or postponed events"),
        ("actor=ana-soto", "Ana Soto"),
        ("actor=ana-soto&actor=ito", "Ana Soto or Ito"),
        ("actor=ana-soto&actor=ito&with=luis-rey", "Ana Soto or Ito with Luis Rey"),
        ("actor=ana-soto&with=luis-rey&from=2018&to=2019", "Ana Soto and Luis Rey, 2018–2019"),
        ("actor=ana-soto&with=luis-rey&kind=summit", "Summits between Ana Soto and Luis Rey"),
        ("actor=ana-soto&kind=visit", "Visits of Ana Soto"),
        ("country=peru", "Events in Peru"),
        ("country=peru&kind=call&q=fish", "Calls in Peru that mention “fish”"),
        ("place=Lima", "Events in places like “Lima”"),
        ("from=2018-03", "Events, from March 2018"),
        ("to=2018-03-27", "Events, up to 27 March 2018"),
        ("from=2018-03&to=2018-03", "Events, March 2018"),
        ("from=2018-03&to=2018-06", "Events, March–June 2018"),
        ("from=2018-03-27&to=2018-04-02", "Events, 27 March – 2 April 2018"),
        ("from=2017&to=2018-04", "Events, 2017 – April 2018"),
        ("from=2018&to=2018-03", "Events, January–March 2018"),
        ("from=2018-03&to=2018", "Events, March–December 2018"),
        ("from=2018-21&to=2018-04", "Events, spring 2018 – April 2018"),
        ("from=2018&to=2018&certain=1&kind=visit", "Visits, certainly 2018"),
        ("disputed=1", "Events on which sources differ"),
        ("disputed=1&kind=visit", "Visits, where sources differ"),
        ("with=ana-soto", "Ana Soto"),
        ("with=ana-soto&with=luis-rey", "Ana Soto and Luis Rey"),
        ("basis=reported", "Only reported events"),
        ("confidence=high", "Events of high confidence"),
        ("review=unreviewed&kind=visit", "Visits (not yet reviewed)"),
    ],
)
def test_view_is_named(query, name):
    assert name_view(choose(query)) == name


def test_view_of_a_source_names_it():
    source = make_source(title="A long day in Lima")
    assert name_view(choose(f"source={source.pk}")) == "Events as told by “A long day in Lima”"


def test_every_choice_is_a_chip_that_takes_it_away():
    source = make_source(title="A long day")
    query = (
        f"actor=ana-soto&with=luis-rey&country=peru&kind=summit&status=held&basis=stated&confidence=high&source={source.pk}"
        "&review=accepted&place=Lima&from=2018&to=2019&certain=1&q=fish&order=newest&view=compact"
    )
    choices = choose(query)
    found = chips(choices)
    assert [chip.label for chip in found] == [
        "Summit",
        "Held",
        "Stated",
        "High confidence",
        "Accepted",
        "Ana Soto",
        "with Luis Rey",
        "in Peru",
        "in “Lima”",
        "told by A long day",
        "from 2018",
        "to 2019",
        "certainly inside",
        "“fish”",
    ]
    assert len({chip.url for chip in found}) == len(choices.choosing) == len(found)


def test_what_was_not_understood_can_be_taken_away_too():
    found = chips(choose("actor=nobody&from=31+Feb&kind=x&kind=visit"))
    assert [(chip.label, chip.url) for chip in found] == [
        ("Visit", "/?actor=nobody&from=31+Feb&kind=x"),
        ("“nobody” (not understood)", "/?from=31+Feb&kind=visit&kind=x"),
        ("“31 Feb” (not understood)", "/?actor=nobody&kind=visit&kind=x"),
        ("“x” (not understood)", "/?actor=nobody&from=31+Feb&kind=visit"),
    ]
