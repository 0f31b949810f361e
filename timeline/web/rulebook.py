"""The rules by name, as the code that uses them keeps them: those of reading, of linking and of settling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline import edtf
from timeline.parser import layout, names
from timeline.parser.dates import CONVENTIONS
from timeline.parser.events import rules as events
from timeline.rules import LINKING, SETTLING

from .glossary import FIELDS


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, what it says, and words that it is for."""

    name: str
    meaning: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rules of one matter."""

    name: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class DateRule:
    """One convention for time words, with an example and what comes of it."""

    name: str
    words: str
    means: str
    example: str
    published: str
    result: str


def settling(field: str, rule: str) -> str:
    """Return what a rule of settling says; its bare name where the table has no such rule any more."""
    return SETTLING.get(field, {}).get(rule, rule)


def reading(field: str, rule: str) -> str:
    """Return what a rule of the parser says; empty where its name has to do."""
    if field in ("when", "occasions") and rule in CONVENTIONS:
        return CONVENTIONS[rule].means
    if rule in events.RULES:
        return events.RULES[rule][0]
    return names.RULES.get(rule, "").partition(": “")[0]


def settling_tables() -> list[Table]:
    """Return for each field of an event the rules that settle it."""
    return [Table(name, FIELDS.get(name, name), _rules(table)) for name, table in SETTLING.items()]


def linking_rules() -> tuple[Rule, ...]:
    """Return when reports of several sources are taken for one event."""
    return _rules(LINKING)


def reading_tables() -> list[Table]:
    """Return the rules by which texts are read, dates apart."""
    told = tuple(Rule(name, meaning, example) for name, (meaning, example) in events.RULES.items())
    return [
        Table("events", "Kind and status", told),
        Table("names", "Who is meant", _rules(names.RULES)),
        Table("layout", "What the lines of an article are", _rules(layout.RULES)),
    ]


def confidence_rules() -> dict[str, str]:
    """Return what each confidence of a single passage rests on."""
    return events.CONFIDENCE_RULES


def date_conventions() -> list[DateRule]:
    """Return what time words mean, each with an example."""
    return [
        DateRule(
            name=name,
            words=row.words,
            means=row.means,
            example=row.example,
            published=edtf.display(edtf.day(row.published), style="short"),
            result=edtf.display(row.result) if row.result else "no date",
        )
        for name, row in CONVENTIONS.items()
    ]


def _rules(table: Mapping[str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(name, meaning) for name, meaning in table.items())
