"""What the chronology keeps: evidence, actors, events, and what editors decided about them."""

from .actors import Actor, ActorKind, ActorName, NameOrigin
from .decisions import Action, Decision
from .events import (
    ACTS,
    ENCOUNTERS,
    Basis,
    Confidence,
    Event,
    Kind,
    Mention,
    Participation,
    Review,
    Role,
    Status,
)
from .evidence import Intake, IntakeState, Passage, PublishedHow, Rights, Source, SourceKind
from .filing import Edition, Filed, Posting

__all__ = [
    "ACTS",
    "ENCOUNTERS",
    "Action",
    "Actor",
    "ActorKind",
    "ActorName",
    "Basis",
    "Confidence",
    "Decision",
    "Edition",
    "Event",
    "Filed",
    "Intake",
    "IntakeState",
    "Kind",
    "Mention",
    "NameOrigin",
    "Participation",
    "Passage",
    "Posting",
    "PublishedHow",
    "Review",
    "Rights",
    "Role",
    "Source",
    "SourceKind",
    "Status",
]
