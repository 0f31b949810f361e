"""The rules by name, as the code that uses them keeps them: those of reading and those of settling."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.parser import layout
from timeline.rules import SETTLING

from .glossary import FIELDS


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and what it says."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rules of one matter."""

    name: str
    title: str
    rules: tuple[Rule, ...]


def settling(field: str, rule: str) -> str:
    """Return what a rule of settling says; its bare name where the table has no such rule any more."""
    return SETTLING.get(field, {}).get(rule, rule)


def reading(field: str, rule: str) -> str:
    """Return what a rule of the parser says of a field; empty where its name has to do."""
    return ""


def settling_tables() -> list[Table]:
    """Return for each field of an event the rules that settle it."""
    return [Table(name, FIELDS.get(name, name), _rules(rules)) for name, rules in SETTLING.items()]


def reading_tables() -> list[Table]:
    """Return the rules by which texts are read."""
    return [Table("layout", "What the lines of an article are", _rules(layout.RULES))]


def date_conventions() -> list[Rule]:
    """Return what time words mean."""
    return []


def _rules(table: dict[str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(name, meaning) for name, meaning in table.items())
