"""What the words of the chronology mean: kind, status, basis, confidence, role, review; shown on /method/."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.models import ACTS, ENCOUNTERS, Basis, Confidence, Kind, Review, Role, Status


@dataclass(frozen=True, slots=True)
class KindMeaning:
    """A kind of event, and its counterpart in PLOVER, the coding scheme of political events."""

    meaning: str
    plover: str
    plural: str


KINDS: dict[Kind, KindMeaning] = {
    Kind.SUMMIT: KindMeaning(
        "Heads of state or government meet, or the source calls the meeting a summit.", "CONSULT", "summits"
    ),
    Kind.MEETING: KindMeaning("Officials meet face to face on one occasion.", "CONSULT", "meetings"),
    Kind.VISIT: KindMeaning("An official or a delegation travels to another country.", "CONSULT, mode visit", "visits"),
    Kind.TALKS: KindMeaning("A negotiation or dialogue: one round of it, or the whole process.", "CONSULT", "talks"),
    Kind.CALL: KindMeaning(
        "A conversation by telephone or video, or an exchange of letters.", "CONSULT, mode phone", "calls"
    ),
    Kind.CONFERENCE: KindMeaning(
        "A session, assembly or conference of many parties.", "CONSULT, mode multilateral", "conferences"
    ),
    Kind.INVITATION: KindMeaning(
        "One party invites another, or accepts or declines an invitation.", "REQUEST, mode meet; AGREE", "invitations"
    ),
    Kind.AGREEMENT: KindMeaning(
        "A treaty, accord, ceasefire or joint document is signed, concluded, ratified or enters into force.",
        "AGREE",
        "agreements",
    ),
    Kind.RESOLUTION: KindMeaning(
        "An international body votes, vetoes, or takes a formal decision.", "AGREE; REJECT", "resolutions"
    ),
    Kind.STATEMENT: KindMeaning(
        "A formal public statement: somebody condemns, apologises, demands or declares.",
        "SUPPORT; ACCUSE; REQUEST",
        "statements",
    ),
    Kind.CANCELLATION: KindMeaning(
        "Somebody calls an encounter off or withdraws from it. What was called off is an event of its own.",
        "REJECT, mode meet",
        "cancellations",
    ),
    Kind.POSTPONEMENT: KindMeaning(
        "Somebody puts an encounter off to a later day.", "REJECT, mode meet", "postponements"
    ),
    Kind.SANCTION: KindMeaning(
        "Sanctions or restrictions are imposed, renewed, eased or lifted.", "SANCTION; CONCEDE", "sanctions"
    ),
    Kind.RUPTURE: KindMeaning(
        "Ties are cut or lowered: an expulsion, a recall, a closure, leaving a body or a treaty.",
        "SANCTION, mode expel or withdraw",
        "ruptures",
    ),
    Kind.OTHER: KindMeaning(
        "An event between states or international bodies that is none of these.", "none", "other events"
    ),
}

STATUSES: dict[Status, str] = {
    Status.PROPOSED: "Offered, or invited to, and not yet agreed.",
    Status.PLANNED: "Agreed or announced, and still ahead. Once the last possible day has passed without word of what "
    "came of it, it is shown as “planned, outcome not recorded”, and never as held.",
    Status.ONGOING: "Under way when the source was published; shown as “ongoing when reported”.",
    Status.HELD: "Took place.",
    Status.COLLAPSED: "Began, and then broke down or ended without its result.",
    Status.POSTPONED: "Put off to a later day.",
    Status.CANCELLED: "Called off before it began.",
}

BASES: dict[Basis, str] = {
    Basis.STATED: "A source says so outright.",
    Basis.REPORTED: "Sources only pass it on: “reportedly”, unnamed officials, a rumour. A dashed ring is drawn around "
    "the sign of the status.",
    Basis.DENIED: "Somebody says that it is not so, and no source says outright that it is. A dashed ring, and who "
    "denies it.",
}

CONFIDENCES: dict[Confidence, str] = {
    Confidence.HIGH: "Nothing had to be guessed, or independent sources agree.",
    Confidence.MEDIUM: "Something rests on context, or sources contradict each other.",
    Confidence.LOW: "Something rests on an inference that a person should check.",
}

ROLES: dict[Role, str] = {
    Role.PARTICIPANT: "Takes part.",
    Role.HOST: "Takes part, and receives the others.",
    Role.INITIATOR: "Does what the event is: invites, calls off, condemns, imposes.",
    Role.TARGET: "The one to whom it is done.",
    Role.MEDIATOR: "Brings the others together.",
}

REVIEWS: dict[Review, str] = {
    Review.UNREVIEWED: "As the parser read it; no editor has looked at it yet.",
    Review.ACCEPTED: "An editor has read the evidence and found the entry right.",
    Review.CHANGED: "Accepted once; since then new evidence has changed it, and an editor will look again.",
    Review.REJECTED: "An editor found that the entry is wrong; readers do not see it.",
}

FIELDS: dict[str, str] = {
    "kind": "Type",
    "status": "Status",
    "basis": "Basis",
    "when": "Date",
    "place": "Place",
    "country": "Country",
    "actors": "Actors",
    "speaker": "Who says so",
    "occasions": "How often",
    "concerns": "Is about",
    "confidence": "Confidence",
    "title": "Title",
}
"""What the fields of an event are called on pages."""

ENCOUNTER_KINDS = [kind for kind in Kind if kind in ENCOUNTERS]
ACT_KINDS = [kind for kind in Kind if kind in ACTS]


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Return names as an English list: "A", "A and B", "A, B and C"."""
    return f" {joint} ".join(part for part in (", ".join(names[:-1]), "".join(names[-1:])) if part)


def fields_in_words(names: Iterable[str]) -> str:
    """Return fields of an event as a list within a sentence: "date and place"."""
    return listed([FIELDS.get(name, name).lower() for name in names])
