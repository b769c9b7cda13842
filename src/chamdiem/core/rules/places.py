"""Where in a rule its parts stand, by the keys of the file: ``rule.parts[0].of``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from chamdiem.core.expression import Condition, Term
from chamdiem.core.rules.codecs import ConditionCodec, TermCodec
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumRule
from chamdiem.core.rules.registry import KINDS
from chamdiem.core.rules.rule import Rule
from chamdiem.core.schema import Field, Many, Record

Sort = Literal["expression", "condition"]


def inner_rules(rule: Rule, path: str) -> Iterator[tuple[str, Rule]]:
    """The rules directly inside a rule, each with its path."""
    match rule:
        case SumRule():
            yield from ((f"{path}.parts[{index}].rule", part.rule) for index, part in enumerate(rule.parts_))
        case BestOfRule():
            yield from ((f"{path}.rules[{index}]", inner) for index, inner in enumerate(rule.rules))
        case GateRule():
            yield f"{path}.then", rule.then
            yield f"{path}.else", rule.otherwise


def rules_in(rule: Rule, path: str) -> Iterator[tuple[str, Rule]]:
    """The rule and all rules inside it, each with its path; outer ones first."""
    yield path, rule
    for place, inner in inner_rules(rule, path):
        yield from rules_in(inner, place)


def terms_in(rule: Rule, path: str) -> Iterator[tuple[str, Term]]:
    """Every number a rule computes, sub-rules included, each with its path."""
    for place, inner in rules_in(rule, path):
        yield from _values_of(inner, place, "expression")


def conditions_in(rule: Rule, path: str) -> Iterator[tuple[str, Condition]]:
    """Every condition a rule reads, sub-rules included, each with its path."""
    for place, inner in rules_in(rule, path):
        yield from _values_of(inner, place, "condition")


def _values_of(rule: Rule, path: str, sort: Sort) -> Iterator[tuple[str, Any]]:
    """The values of one sort that a rule itself holds, in its own keys or in those of a list."""
    for field, inner in _keys_of(rule.kind, sort):
        value, place = getattr(rule, field.target), f"{path}.{field.key}"
        if inner is not None:
            for index, entry in enumerate(value):
                yield f"{place}[{index}].{inner.key}", getattr(entry, inner.target)
        elif value is not None:
            yield place, value


@cache
def _keys_of(kind: str, sort: Sort) -> tuple[tuple[Field, Field | None], ...]:
    """The keys of a kind under which values of one sort stand; with the key inside, where it is a list."""
    codec = TermCodec if sort == "expression" else ConditionCodec
    keys: list[tuple[Field, Field | None]] = []
    for field in KINDS[kind].fields:
        if isinstance(field.codec, codec):
            keys.append((field, None))
        elif isinstance(field.codec, Many) and isinstance(field.codec.each, Record):
            keys += [(field, inner) for inner in field.codec.each.fields if isinstance(inner.codec, codec)]
    return tuple(keys)
