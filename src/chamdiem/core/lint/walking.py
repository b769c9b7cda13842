"""The rules inside a rule, each with the maximum it may give and what is known where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import (
    Binary,
    Both,
    Compare,
    Condition,
    Either,
    Letter,
    Negative,
    Not,
    Number,
    Term,
)
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.proving import Proof
from chamdiem.core.rules.composite import GateRule, SumRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class RuleAt:
    """One rule in its place: its row, its own maximum, what is known there."""

    row: Row
    rule: Rule
    maximum: Fraction
    proof: Proof


@dataclass(frozen=True, slots=True)
class Division:
    """A quotient written inside a condition, and what is known where it is read."""

    term: Binary
    proof: Proof


def rules_at(document: Document) -> Iterator[RuleAt]:
    """Every rule of the set, outer rules before those inside."""
    for key, criterion in document.criteria.items():
        proof = document.proof(key)
        if criterion.row.not_applicable_when is not None:
            proof = proof.given_not(criterion.row.not_applicable_when)
        yield from _below(criterion.row, criterion.rule, criterion.maximum, proof)


def _below(row: Row, rule: Rule, maximum: Fraction, proof: Proof) -> Iterator[RuleAt]:
    if isinstance(rule, PeerRule):
        for case in rule.special:
            proof = proof.given_not(case.when)
    yield RuleAt(row, rule, maximum, proof)
    if isinstance(rule, GateRule):
        yield from _below(row, rule.then, maximum, proof.given(rule.when))
        yield from _below(row, rule.otherwise, maximum, proof.given_not(rule.when))
    elif isinstance(rule, SumRule):
        for part in rule.parts_:
            yield from _below(row, part.rule, part.worth.of(maximum), proof)
    else:
        for inner in rule.parts():
            yield from _below(row, inner, maximum, proof)


def conditions_of(criterion: Criterion) -> Iterator[Condition]:
    """Every condition the points of a criterion depend on."""
    if criterion.row.not_applicable_when is not None:
        yield criterion.row.not_applicable_when
    pending = [criterion.rule]
    while pending:
        rule = pending.pop(0)
        yield from rule.conditions()
        pending.extend(rule.parts())


def divisions_in(condition: Condition, proof: Proof) -> Iterator[Division]:
    """Quotients by a figure inside a condition; what stands to their left guards them."""
    match condition:
        case Letter():
            return
        case Not(operand):
            yield from divisions_in(operand, proof)
        case Both(left, right):
            yield from divisions_in(left, proof)
            yield from divisions_in(right, proof.given(left))
        case Either(left, right):
            yield from divisions_in(left, proof)
            yield from divisions_in(right, proof.given_not(left))
        case Compare(_, left, right):
            for term in (*quotients_in(left), *quotients_in(right)):
                yield Division(term, proof)


def quotients_in(term: Term) -> Iterator[Binary]:
    """Every division by something that is not a plain number."""
    match term:
        case Binary(operator, left, right):
            if operator == "/" and not isinstance(right, Number):
                yield term
            yield from quotients_in(left)
            yield from quotients_in(right)
        case Negative(operand):
            yield from quotients_in(operand)
