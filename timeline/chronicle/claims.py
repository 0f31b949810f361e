"""Claims as the chronology keeps them: the passages they stand in, the mentions they become, and whom these name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.models import Actor, Mention, Passage, Source
from timeline.parser.reading import Claim, Party

from .cast import NameAndKind, served_body


def keys_of(source: Source, claims: Iterable[Claim]) -> list[str]:
    """Return each claim's identity: the source's digest, its span, and its ordinal among claims of that span."""
    seen: Counter[tuple[int, int]] = Counter()
    keys = []
    for claim in claims:
        seen[claim.start, claim.end] += 1
        keys.append(f"{source.sha256}:{claim.start}-{claim.end}:{seen[claim.start, claim.end]}")
    return keys


def mention_columns(source: Source, claim: Claim, cast: Mapping[NameAndKind, Actor]) -> dict:
    """Return what a claim says, as a mention keeps it."""
    return {
        "group": claim.group,
        "kind": str(claim.kind),
        "status": str(claim.status),
        "basis": str(claim.basis),
        "when": claim.when or "",
        "when_words": source.text[slice(*claim.when_span)][:200] if claim.when_span else "",
        "relative": claim.relative,
        "parties": [_party_row(party, cast) for party in claim.parties],
        "place": claim.place[:200],
        "country": claim.country[:200],
        "named": claim.named[:200],
        "speaker": claim.speaker[:200],
        "occasions": max(claim.occasions, 1),
        "concerns_group": claim.concerns,
        "confidence": str(claim.confidence),
        "reasons": [
            {"field": r.field, "rule": r.rule, "spans": [list(span) for span in r.spans]} for r in claim.reasons
        ],
    }


def _party_row(party: Party, cast: Mapping[NameAndKind, Actor]) -> dict:
    row = {
        "actor": cast[party.name, str(party.kind)].slug,
        "name": party.name,
        "kind": str(party.kind),
        "role": str(party.role),
        "start": party.start,
        "end": party.end,
        "state": party.state,
        "office": party.office,
        "known": party.known,
    }
    if served := served_body(party):
        row["serves"] = cast[served].slug
    return row


def new_passages(said: Sequence[tuple[Source, Sequence[Claim]]]) -> dict[tuple[int, int, int], Passage]:
    """Store the passages of new sources; return them by the number of their source, their start and their end."""
    passages = {
        (source.pk, start, end): Passage(source=source, start=start, end=end, exact=source.text[start:end])
        for source, claims in said
        for start, end in sorted({(claim.start, claim.end) for claim in claims})
    }
    Passage.objects.bulk_create(passages.values(), batch_size=500)
    return passages


def passages_of(source: Source, claims: Iterable[Claim]) -> dict[tuple[int, int], Passage]:
    """Return the passage of every claim's span, made where it is not there yet."""
    spans = sorted({(claim.start, claim.end) for claim in claims})
    kept = {(p.start, p.end): p for p in source.passages.exclude(start=None)}
    fresh = [
        Passage(source=source, start=start, end=end, exact=source.text[start:end])
        for start, end in spans
        if (start, end) not in kept
    ]
    Passage.objects.bulk_create(fresh)
    return kept | {(p.start, p.end): p for p in fresh}


def name_actors(mentions: Sequence[Mention], actors: Iterable[Actor]) -> None:
    """Set who the parties of new mentions are, as `set_actors` does; `actors` are all that they name."""
    rows = Mention.actors.through
    pairs = sorted(_pairs(mentions, {actor.slug: actor.pk for actor in actors}))
    rows.objects.bulk_create([rows(mention_id=mention, actor_id=actor) for mention, actor in pairs], batch_size=500)


def set_actors(mentions: Sequence[Mention], cast: Mapping[NameAndKind, Actor]) -> None:
    """Set who each mention's parties are, the bodies they serve included: what linking looks them up by."""
    rows = Mention.actors.through
    ids = {actor.slug: actor.pk for actor in cast.values()}
    rows_named = [party for mention in mentions for party in mention.parties]
    named = {party[name] for party in rows_named for name in ("actor", "serves") if name in party}
    for actor in Actor.objects.filter(slug__in=named - ids.keys()).select_related("merged_into"):
        ids[actor.slug] = actor.root.pk  # an editor has said whom a name means there
    want = _pairs(mentions, ids)
    have = {
        (mention, actor): pk
        for pk, mention, actor in rows.objects.filter(mention__in=[m.pk for m in mentions]).values_list(
            "pk", "mention_id", "actor_id"
        )
    }
    rows.objects.filter(pk__in=[pk for pair, pk in have.items() if pair not in want]).delete()
    rows.objects.bulk_create([rows(mention_id=m, actor_id=a) for m, a in sorted(want - have.keys())])


def _pairs(mentions: Iterable[Mention], ids: Mapping[str, int]) -> set[tuple[int, int]]:
    """Return which mention names which actor, by their numbers."""
    return {
        (mention.pk, ids[party[name]])
        for mention in mentions
        for party in mention.parties
        for name in ("actor", "serves")
        if party.get(name)
    }
