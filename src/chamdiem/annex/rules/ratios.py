"""A ratio as the set format has it."""

from __future__ import annotations

from typing import Any

from chamdiem.annex.rules.formulas import (
    Formula,
    Number,
    Operation,
    formula_text,
)

Rule = dict[str, Any] | str


def ratio_of(value: Formula, **more: str) -> Rule:
    """The rule of a ratio; a zero denominator does not apply, as the texts say nothing about it."""
    rule = {"kind": "ratio", "value": formula_text(value), **more}
    return {**rule, "if_zero": "not_applicable"} if divides(value) else rule


def divides(formula: Formula) -> bool:
    """Whether a figure stands below a stroke."""
    if not isinstance(formula, Operation):
        return False
    own = formula.sign == "/" and not isinstance(formula.right, Number)
    return own or divides(formula.left) or divides(formula.right)
