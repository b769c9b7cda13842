"""A ratio as the set format has it."""

from __future__ import annotations

from typing import Any

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.formulas import (
    Formula,
    Number,
    Operation,
    formula_text,
)
from chamdiem.annex.rules.hundreds import as_share, is_out_of_scale
from chamdiem.annex.rules.simplifying import simplify

Rule = dict[str, Any] | str


def ratio_of(value: Formula, **more: str) -> Rule:
    """The rule of a ratio; a zero denominator does not apply, as the texts say nothing about it."""
    if is_out_of_scale(value, [exact_number(more.get("full_at", "1"))]):
        # "Điểm = b*100/a x điểm tối đa": a percentage of the maximum.
        share = as_share(value)
        value = value if share is None else simplify(share)
    rule = {"kind": "ratio", "value": formula_text(value), **more}
    return {**rule, "if_zero": "not_applicable"} if divides(value) else rule


def divides(formula: Formula) -> bool:
    """Whether a figure stands below a stroke."""
    if not isinstance(formula, Operation):
        return False
    own = formula.sign == "/" and not isinstance(formula.right, Number)
    return own or divides(formula.left) or divides(formula.right)
