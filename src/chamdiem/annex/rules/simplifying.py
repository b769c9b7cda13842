"""Formulas without factors of one, with their constants worked out."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.annex.rules.formulas import Formula, Number, Operation


def simplify(formula: Formula) -> Formula:
    """Without factors of one, and with constants worked out: ``1 * a / b * 100%`` → ``a / b``."""
    if not isinstance(formula, Operation):
        return formula
    left, right = simplify(formula.left), simplify(formula.right)
    one = Number(Fraction(1))
    if (
        isinstance(left, Number)
        and isinstance(right, Number)
        and not (formula.sign == "/" and not right.value)
    ):
        return Number(_work_out(formula.sign, left.value, right.value))
    if formula.sign in "*/" and right == one:
        return left
    if formula.sign == "*" and left == one:
        return right
    return Operation(formula.sign, left, right)


def _work_out(sign: str, left: Fraction, right: Fraction) -> Fraction:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    return left * right if sign == "*" else left / right
