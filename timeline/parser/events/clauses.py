"""The third layer of the event grammar: the clauses of a sentence, who acts in each, and what each hangs on.

What a clause is, and how the phrases in it fall into groups by their prepositions; `parsing` cuts a sentence into them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..reading import ActorKind, TimeWords
from .phrases import Phrase


@dataclass(slots=True, eq=False)
class Clause:
    """One verb with those who act in it, or the words around a name of a happening where there is no verb."""

    relation: str = "main"
    """main, coordinate, that, adverbial, relative, infinitive, gerund or participle."""
    intro: str = ""
    """The word that opens it: "that", "if", "after", "who", "and" …"""
    governor: Clause | None = None
    governing_noun: Phrase | None = None
    """For an infinitive after a noun: "plans to meet"."""
    vp: Phrase | None = None
    subject: list[Phrase] = field(default_factory=list)
    """The phrases before the verb, or those inherited from the clause that it hangs on."""
    after: list[Phrase] = field(default_factory=list)
    """The phrases after the verb."""
    inherited: bool = False
    lemma: str = ""
    """The verb with its particle: "call off"."""
    quoted: bool = False
    antecedent: Phrase | None = None
    """For a relative clause: the noun that it is about."""

    @property
    def _is_pair(self) -> bool:
        return len(self.subject) > 2 and self.subject[1].low == "and" and self.subject[2] is self.antecedent

    @property
    def items(self) -> list[Phrase]:
        """All phrases that are the clause's own, in the order of the text."""
        # of "who on Friday flew" all is its own but "who"
        taken_over = len(self.subject) if self.relation != "relative" else 3 if self._is_pair else 1
        return [*self.subject[taken_over if self.inherited else 0 :], *self.after]

    @property
    def times(self) -> list[TimeWords]:
        """Time words that stand in the clause itself, outside its noun phrases."""
        return [t for p in self.items if p.type == "TIME" for t in p.times]

    @property
    def ancestors(self) -> Iterable[Clause]:
        """The clauses it hangs on, nearest first."""
        clause = self.governor
        while clause is not None:
            yield clause
            clause = clause.governor


@dataclass(slots=True, frozen=True)
class Segment:
    """A preposition and the noun phrases that it leads; an empty preposition for subjects and objects."""

    prep: str
    phrases: tuple[Phrase, ...]


def segments(items: Iterable[Phrase], opening: bool = False) -> list[Segment]:
    """Split phrases into groups, each led by its preposition: "in Cairo with A and B" → in [Cairo], with [A, B].

    `opening`: the phrases stand before a verb, so that a comma ends what a preposition leads ("After the war, A and
    B met"), unless what follows only says where that lies ("In Cairo, Egypt, A met B").
    """
    groups: list[tuple[str, list[Phrase]]] = [("", [])]
    comma = beside = False
    items = list(items)
    for at, item in enumerate(items):
        if item.type in ("PREP", "SUBPREP"):
            groups.append((item.low, []))
        elif item.type == "NP":
            ended = opening and comma and groups[-1][0] and groups[-1][1]
            if ended and not _is_outer_place(groups[-1][1][-1], item) and not _is_listed(groups, items[at:]):
                groups.append(("", []))
            elif opening and beside and groups[-1][0] and (item.det or item.head_name is not None):
                groups.append(("", []))  # "In response the allies tightened sanctions"
            groups[-1][1].append(item)
        elif item.type in ("TIME", "STOP"):
            groups.append(("", []))
        comma = item.type in ("COMMA", "DASH") or (comma and item.type in ("ADV", "QUOTE"))
        beside = item.type == "NP"
    return [Segment(prep, tuple(nps)) for prep, nps in groups if nps]


def _is_listed(groups: list[tuple[str, list[Phrase]]], rest: list[Phrase]) -> bool:
    """ "Ministers from Chad, Niger and Togo met": the list goes on to its "and" and ends with it."""
    prep, listed = groups[-1]
    whose = groups[-2] if len(groups) > 1 else ("", [])
    if prep not in ("of", "from") or whose[0] or not whose[1] or not whose[1][-1].head.endswith("s"):
        return False
    kinds = {p.head_name.kind for p in listed if p.head_name is not None}
    joined = False
    for item in rest:
        if item.type == "NP":
            if item.head_name is None or item.head_name.kind not in kinds:
                return False
            if joined:
                return True
        elif item.type == "CONJ":
            joined = True
        elif item.type not in ("COMMA", "LPAR", "RPAR"):
            return False
    return False


def _is_outer_place(narrow: Phrase, wide: Phrase) -> bool:
    inner, outer = narrow.head_name, wide.head_name
    return (
        inner is not None
        and outer is not None
        and inner.kind is None
        and outer.kind in (None, ActorKind.STATE)
        and bool(inner.state)
        and inner.state in (outer.name, outer.state)
    )
