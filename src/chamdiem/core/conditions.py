"""Conditions of rules in the intermediate form: ``n = 0 and x``, ``c / a >= 80%``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from chamdiem.core.expression import Both, Compare, Comparison, Condition, Either, Letter, Not
from chamdiem.core.form import All, Any, AtLeast, Equals, Holds, IsZero, Opposite, Test
from chamdiem.core.quotient import Quotient, difference_of, subtract

if TYPE_CHECKING:
    from chamdiem.core.rules.rule import Scope

_OPPOSITE: Mapping[Comparison, Comparison] = {
    "=": "!=",
    "!=": "=",
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
}


def test_of(condition: Condition, scope: Scope) -> Test:
    """A condition over the inputs of one row.

    A comparison that divides by zero is undecided: neither it nor its opposite holds.
    One that lacks a figure is open: the whole is open too, unless its other parts settle it.
    """
    match condition:
        case Letter(name):
            return Holds(scope.positions[name])
        case Not(Letter(name)):
            return Opposite(Holds(scope.positions[name]))
        case Not(operand):
            return test_of(opposite(operand), scope)
        case Both(left, right):
            return All(test_of(left, scope), test_of(right, scope))
        case Either(left, right):
            return Any(test_of(left, scope), test_of(right, scope))
        case Compare():
            return _comparison(condition, scope)


def opposite(condition: Condition) -> Condition:
    """The condition that holds where this one fails, brackets moved inwards."""
    match condition:
        case Not(operand):
            return operand
        case Both(left, right):
            return Either(opposite(left), opposite(right))
        case Either(left, right):
            return Both(opposite(left), opposite(right))
        case Compare(operator, left, right):
            return Compare(_OPPOSITE[operator], left, right)
        case Letter():
            return Not(condition)


def at_least(value: Quotient, threshold: Quotient, scope: Scope, *, strictly: bool = False) -> Test:
    """``value >= threshold`` (or ``>``)."""
    return AtLeast(scope.bind(subtract(value, threshold)), strictly)


def _comparison(compare: Compare, scope: Scope) -> Test:
    left, right = compare.left, compare.right
    match compare.operator:
        case ">=" | ">":
            return AtLeast(scope.bind(difference_of(left, right)), compare.operator == ">")
        case "<=" | "<":
            return AtLeast(scope.bind(difference_of(right, left)), compare.operator == "<")
        case "=":
            return Equals(scope.bind(difference_of(left, right)))
        case "!=":
            return _differs(difference_of(left, right), scope)


def _differs(difference: Quotient, scope: Scope) -> Test:
    value = scope.bind(difference)
    if difference.is_whole:
        return Opposite(Equals(value))
    return All(Opposite(IsZero(value)), Opposite(Equals(value)))
