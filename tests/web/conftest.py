"""What tests of the pages share: a small chronology, and a day on which it is looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from tests.builders import make_actor, make_event, make_mention, make_source, make_state
from timeline.models import Actor, Event, Kind, Source, Status
from timeline.web import clock

TODAY = date(2019, 3, 10)

TEXT = """President makes unannounced trip to Lima

By Rosa Quill
NORTH WIRE

LIMA, May 4 -- Chilean President Ana Soto met Peru's President Luis Rey in Lima on Tuesday, officials said.

A second summit is planned for early June. Rey accepted an invitation to Santiago, an aide told reporters.

Analysts said that the timing was notable.

Subscribe to our newsletter for $4 a month. Offer ends July 31st. Terms of use apply."""


@dataclass
class World:
    """Two presidents, their states, two articles, and what these tell."""

    soto: Actor
    rey: Actor
    chile: Actor
    peru: Actor
    article: Source
    summit: Event
    plan: Event
    invitation: Event


@pytest.fixture
def today(monkeypatch) -> date:
    """Pages are looked at on 10 March 2019."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return TODAY


@pytest.fixture
def world(db, today) -> World:
    chile, peru = make_state("Chile"), make_state("Peru")
    soto = make_actor("Ana Soto", affiliation=chile, office="president", names=["Soto"])
    rey = make_actor("Luis Rey", affiliation=peru, office="president", names=["Rey"])
    article = make_source(
        TEXT,
        published=date(2018, 5, 4),
        title="President makes unannounced trip to Lima",
        publisher="North Wire",
        url="https://north-wire.example/lima",
    )
    summit = make_event(
        "Soto–Rey summit, Lima",
        kind=Kind.SUMMIT,
        when="2018-05-01",
        place="Lima, Peru",
        country=peru,
        actors=[soto, rey],
        source=article,
        exact="Chilean President Ana Soto met Peru's President Luis Rey in Lima on Tuesday, officials said.",
    )
    plan = make_event(
        "Soto–Rey summit",
        kind=Kind.SUMMIT,
        status=Status.PLANNED,
        when="[2018-06-01..2018-06-10]",
        actors=[soto, rey],
        source=article,
        exact="A second summit is planned for early June.",
    )
    invitation = make_event(
        "Ana Soto: invitation to Luis Rey",
        kind=Kind.INVITATION,
        when="2018-05",
        actors=[soto, rey],
        source=article,
        exact="Rey accepted an invitation to Santiago, an aide told reporters.",
        concerns=plan,
    )
    other = make_source("A wire says that the two presidents dined together in Lima.", published=date(2018, 5, 5))
    make_mention(summit, other, "the two presidents dined together in Lima", actors=[soto, rey])
    return World(soto, rey, chile, peru, article, summit, plan, invitation)


@pytest.fixture
def read_page(client) -> Callable[..., str]:
    """Gets the text of a page that must be there; whitespace runs are one space, so that tests read as pages do."""

    def get(address: str, **extra) -> str:
        response = client.get(address, **extra)
        assert response.status_code == 200, (response.status_code, response.headers.get("Location"))
        return " ".join(response.content.decode().split())

    return get


@pytest.fixture(autouse=True)
def all_is_filed(filed) -> None:
    """What builders make is found at once."""
