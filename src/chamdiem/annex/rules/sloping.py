"""Levels of fixed points, and so many points times the ratio below them: "từ 80 %: 7 điểm; còn lại: tỷ lệ × 5 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.formulas import Formula, Name, Number, Operation, formula_text
from chamdiem.annex.rules.ladders import Step, build_ladder
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.preconditions import is_called
from chamdiem.annex.rules.ratios import Rule, ratio_of
from chamdiem.annex.rules.rewards import Reward


def above_a_slope(material: Material, value: Formula, steps: Sequence[Step]) -> Rule | None:
    """Fixed points from a threshold on, and points that grow with the ratio below it."""
    sloping = [step for step in steps if not step[1].is_constant]
    levels = [(_open(band), reward) for band, reward in steps if reward.is_constant]
    if len(sloping) != 1 or not levels or any(reward.is_nothing for _, reward in levels):
        return None
    band, most = sloping[0][0], _most_of(material, sloping[0][1])
    ladder = build_ladder(levels, material.maximum)
    if most is None or ladder is None or not ladder.otherwise.is_nothing:
        return None
    side, threshold = next(iter(ladder.tiers[-1].items()))
    if not _begins_below(band, Fraction(threshold)) or not isinstance(value, Operation):
        return None
    if side not in ("at_least", "more_than") or not isinstance(value.right, Name):
        return None
    if most * Fraction(threshold) > min(given.of(material.maximum) for _, given in levels):
        # More below a level than in it.
        return None
    below = _times(value, most / material.maximum)
    sign = ">=" if side == "at_least" else ">"
    when = f"{formula_text(value.right)} > 0 and {formula_text(value)} {sign} {threshold}"
    return {"kind": "gate", "when": when, "then": _levels(value, ladder.tiers), "else": ratio_of(below)}


def _levels(value: Formula, tiers: list[dict[str, str]]) -> Rule:
    if len(tiers) == 1 and tiers[0].get("give") == "full":
        return "full"
    rule: dict[str, Any] = {"kind": "tiers", "value": formula_text(value), "tiers": tiers}
    return {**rule, "if_zero": "not_applicable"}


def _open(band: Band) -> Band:
    """As in "đạt 100 %: 5 điểm; dưới 100 %: tỷ lệ × 4": there is nothing beyond all of them."""
    return replace(band, high=None, is_exact=False) if band.is_percent and band.low == 1 else band


def _times(value: Formula, share: Fraction) -> Formula:
    if share == 1:
        return value
    above = value if share.numerator == 1 else Operation("*", value, Number(Fraction(share.numerator)))
    return Operation("/", above, Number(Fraction(share.denominator)))


def _begins_below(band: Band, threshold: Fraction) -> bool:
    """Whether the points that grow are those of everything below the levels."""
    return band.is_rest or (band.low is None and band.high == threshold)


def _most_of(material: Material, reward: Reward) -> Fraction | None:
    """How many points a ratio of one would give; None for any other formula."""
    found = None if reward.formula is None else _slope(reward.formula)
    if found is None or not found[0]:
        return None
    name, most = found
    # "tỷ lệ/50% x 5" alone may come to more than all, above its own level.
    is_part = 0 < most < material.maximum or _divides_by_a_level(reward.formula)
    return most if is_part and name.startswith("tỷ lệ") and is_called(material, name) else None


def _slope(formula: Formula) -> tuple[str, Fraction] | None:
    """The one figure of a product with what it is multiplied by; no name where it is a number."""
    if isinstance(formula, Name):
        return formula.name, Fraction(1)
    if isinstance(formula, Number):
        return "", formula.value
    if not isinstance(formula, Operation) or formula.sign not in "*/":
        return None
    left, right = _slope(formula.left), _slope(formula.right)
    if left is None or right is None or (left[0] and right[0]):
        return None
    if formula.sign == "*":
        return left[0] or right[0], left[1] * right[1]
    return None if right[0] or not right[1] else (left[0], left[1] / right[1])


def _divides_by_a_level(formula: Formula | None) -> bool:
    if not isinstance(formula, Operation):
        return False
    is_level = formula.sign == "/" and isinstance(formula.right, Number) and formula.right.value < 1
    return is_level or _divides_by_a_level(formula.left) or _divides_by_a_level(formula.right)
