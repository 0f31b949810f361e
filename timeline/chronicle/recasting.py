"""Looking up again whom stored mentions name: after two actors were made one, or one was taken apart.

It gives what reading the articles again would give, without reading them.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.models import Mention
from timeline.parser import reading as parsed

from .cast import actors_for, served_body
from .claims import set_actors


def recast(mentions: Iterable[Mention]) -> None:
    """Bring the parties of mentions in line with who goes by which name now.

    What an editor said of one passage, or found by hand, stays. Must run under the chronology's lock.
    """
    mentions = list(mentions)
    cast = actors_for(_as_named(row) for mention in mentions for row in mention.parties if not row.get("told_from"))
    changed = []
    for mention in mentions:
        if mention.by_hand:
            continue
        parties = [_recast_row(row, cast) for row in mention.parties]
        if parties != mention.parties:
            mention.parties = parties
            changed.append(mention)
    Mention.objects.bulk_update(changed, ["parties"], batch_size=200)
    set_actors(mentions, cast)


def _as_named(row: dict) -> parsed.Party:
    """Return a party as the text named it, whoever it was taken to be."""
    return parsed.Party(
        name=row["name"],
        kind=parsed.ActorKind(row["kind"]),
        role=parsed.Role(row["role"]),
        start=row["start"],
        end=row["end"],
        state=row.get("state", ""),
        office=row.get("office", ""),
        known=row.get("known", False),
    )


def _recast_row(row: dict, cast: dict) -> dict:
    if row.get("told_from"):
        return row
    changed = {**row, "actor": cast[row["name"], row["kind"]].slug}
    if served := served_body(_as_named(row)):
        changed["serves"] = cast[served].slug
    return changed
