"""The rules inside a rule, each with the maximum it may give and what is known where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from chamdiem.core.lint.proving import Proof
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.places import conditions_in, inner_rules
from chamdiem.core.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class RuleAt:
    """One rule in its place: its row, its own maximum, what is known there.

    ``path`` leads to it by the keys of the file, from the rule of the row: ``parts[0].rule``;
    ``is_alternative`` where another rule may give what this one does not.
    """

    row: Row
    rule: Rule
    maximum: Fraction
    proof: Proof
    path: str = ""
    is_alternative: bool = False

    def within(self, key: str) -> str:
        """The path of something inside the rule."""
        return f"{self.path}.{key}" if self.path else key


@dataclass(frozen=True, slots=True)
class Division:
    """A quotient written inside a condition, and what is known where it is read."""

    term: Binary
    proof: Proof


def rules_of(criterion: Criterion, proof: Proof) -> Iterator[RuleAt]:
    """Every rule of a criterion, outer rules before those inside; ``proof`` is what its figures prove."""
    if criterion.row.not_applicable_when is not None:
        proof = proof.given_not(criterion.row.not_applicable_when)
    yield from _below(RuleAt(criterion.row, criterion.rule, criterion.maximum, proof))


def _below(place: RuleAt) -> Iterator[RuleAt]:
    rule, proof = place.rule, place.proof
    if isinstance(rule, PeerRule):
        for case in rule.special:
            proof = proof.given_not(case.when)
        place = replace(place, proof=proof)
    yield place
    for index, (path, inner) in enumerate(inner_rules(rule, place.path)):
        maximum, known = place.maximum, proof
        if isinstance(rule, SumRule):
            maximum = rule.parts_[index].worth.of(maximum)
        elif isinstance(rule, GateRule):
            known = proof.given(rule.when) if index == 0 else proof.given_not(rule.when)
        is_other = isinstance(rule, BestOfRule) or (isinstance(rule, GateRule) and index == 1)
        is_alternative = is_other or (place.is_alternative and not isinstance(rule, SumRule))
        yield from _below(RuleAt(place.row, inner, maximum, known, path.lstrip("."), is_alternative))


def conditions_of(criterion: Criterion) -> Iterator[tuple[str, Condition]]:
    """Every condition the points of a criterion depend on, each with its path."""
    if criterion.row.not_applicable_when is not None:
        yield "not_applicable_when", criterion.row.not_applicable_when
    yield from ((path.lstrip("."), condition) for path, condition in conditions_in(criterion.rule, ""))


def checks_of(criterion: Criterion) -> Iterator[tuple[str, Condition]]:
    """The checks between the figures of a criterion, each with its path."""
    yield from ((f"checks[{index}]", check.that) for index, check in enumerate(criterion.row.checks))


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
