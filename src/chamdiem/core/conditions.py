"""Conditions of rules in the intermediate form: ``n = 0 and x``, ``c / a >= 80%``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chamdiem.core.expression import Both, Compare, Condition, Either, Letter, Not
from chamdiem.core.form import All, Any, AtLeast, Equals, Holds, IsZero, Opposite, Test
from chamdiem.core.quotient import Quotient, quotient_of, subtract

if TYPE_CHECKING:
    from chamdiem.core.rules.rule import Scope


def test_of(condition: Condition, scope: Scope) -> Test:
    """A condition over the inputs of one row.

    A comparison that divides by zero is false, whichever way it is written.
    """
    match condition:
        case Letter(name):
            return Holds(scope.positions[name])
        case Not(operand):
            return Opposite(test_of(operand, scope))
        case Both(left, right):
            return All(test_of(left, scope), test_of(right, scope))
        case Either(left, right):
            return Any(test_of(left, scope), test_of(right, scope))
        case Compare():
            return _comparison(condition, scope)


def at_least(value: Quotient, threshold: Quotient, scope: Scope, *, strictly: bool = False) -> Test:
    """``value >= threshold`` (or ``>``)."""
    return AtLeast(scope.bind(subtract(value, threshold)), strictly)


def _comparison(compare: Compare, scope: Scope) -> Test:
    left, right = quotient_of(compare.left), quotient_of(compare.right)
    difference = subtract(left, right)
    match compare.operator:
        case ">=" | ">":
            return AtLeast(scope.bind(difference), compare.operator == ">")
        case "<=" | "<":
            return AtLeast(scope.bind(subtract(right, left)), compare.operator == "<")
        case "=":
            return Equals(scope.bind(difference))
        case "!=":
            return _differs(difference, scope)


def _differs(difference: Quotient, scope: Scope) -> Test:
    value = scope.bind(difference)
    if difference.is_whole:
        return Opposite(Equals(value))
    return All(Opposite(IsZero(value)), Opposite(Equals(value)))
