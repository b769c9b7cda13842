"""Full marks from a threshold on, and a formula below it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.formulas import (
    Formula,
    Name,
    Number,
    Operation,
    formula_text,
    names_in,
    without_maximum,
)
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.preconditions import is_called
from chamdiem.annex.rules.ratios import Rule, divides, ratio_of
from chamdiem.annex.rules.simplifying import simplify

# Nobody divides a share of one by so much: it is a percentage.
_LEAST_PERCENTAGE = 10


def by_threshold(material: Material, value: Formula, steps: list[tuple[Band, Any]]) -> Rule | None:
    """Full marks from a threshold on, a formula below it."""
    floor = [band for band, reward in steps if reward.is_nothing]
    if len(floor) == 1 and len(steps) == 3:
        return _from_a_floor(material, value, steps, floor[0])
    if len(floor) == 1 and len(steps) == 2:
        return _above_a_floor(material, value, steps, floor[0])
    full = [band for band, reward in steps if reward.is_full]
    below = [(band, reward) for band, reward in steps if not reward.is_constant]
    if len(full) != 1 or len(below) != 1 or len(steps) != 2 or full[0].low is None:
        return None
    if full[0].high is not None and not full[0].is_exact:
        return None
    threshold, (band, reward) = full[0].low, below[0]
    if band.low is not None or (not band.is_rest and band.high != threshold):
        return None
    if reward.kind == "by_ratio":
        material.assume("dưới ngưỡng: điểm tăng đều theo tỷ lệ đến điểm tối đa ở ngưỡng")
        return ratio_of(value, full_at=amount_text(threshold))
    own = _share_of(material, value, reward.formula)
    if own is None:
        return None
    if _is_over(own, value, threshold):
        return ratio_of(value, full_at=amount_text(threshold))
    sign = _sign_of(material, full[0], band)
    if own == value:
        if sign == ">=" or threshold == 1:
            return ratio_of(value, full_at=amount_text(threshold), below="ratio")
        when = f"{_guard(value)}{formula_text(value)} > {amount_text(threshold)}"
        return {"kind": "gate", "when": when, "then": "full", "else": ratio_of(value)}
    if material.figures.is_assumed or not material.figures.use(own) or not divides(own):
        # A ratio nobody defines beside a formula of letters: they may well be one and the same.
        return None
    when = f"{_guard(value)}{formula_text(value)} {sign} {amount_text(threshold)}"
    rest = {"kind": "ratio", "value": formula_text(own), "if_zero": "zero"}
    return {"kind": "gate", "when": when, "then": "full", "else": rest}


def _sign_of(material: Material, full: Band, below: Band) -> str:
    """Whether the threshold itself gives all points; told where the text says it of both, or of none."""
    shown = f"đúng {amount_text((full.low or Fraction(0)) * 100)} %"
    is_below_in = below.is_rest or below.is_high_in
    if full.is_low_in:
        if is_below_in and not below.is_rest:
            material.assume(f"{shown} in ở hai mức: tính như mức từ {shown.removeprefix('đúng ')} trở lên")
        return ">="
    if not is_below_in:
        material.assume(f"{shown} không thuộc mức nào: tính như mức dưới")
    return ">"


def _guard(value: Formula) -> str:
    """No comparison where there is nothing to divide by."""
    is_quotient = isinstance(value, Operation) and value.sign == "/" and not isinstance(value.right, Number)
    return f"{formula_text(value.right)} > 0 and " if is_quotient and isinstance(value, Operation) else ""


def from_a_floor(rule: Rule, value: Formula, floor: Band) -> Rule | None:
    """A rule of a ratio that gives nothing below a floor."""
    if not isinstance(value, Operation) or value.sign != "/" or not _guard(value):
        return None
    sign = ">" if floor.is_high_in else ">="
    when = f"{_guard(value)}{formula_text(value)} {sign} {amount_text(floor.high or Fraction(0))}"
    return {"kind": "gate", "when": when, "then": rule, "else": "none"}


def _above_a_floor(
    material: Material, value: Formula, steps: list[tuple[Band, Any]], floor: Band
) -> Rule | None:
    """As in "dưới 50 %: 0 điểm; từ 50 % trở lên: tỷ lệ × 10"."""
    (band, reward) = next(step for step in steps if step[0] is not floor)
    if reward.is_constant or band.low is None or (band.high is not None and band.high != 1):
        return None
    if not floor.is_rest and (floor.low is not None or floor.high != band.low):
        return None
    if reward.kind != "by_ratio" and _share_of(material, value, reward.formula) != value:
        return None
    return _behind_a_floor(material, ratio_of(value), value, band, floor)


def _share_of(material: Material, value: Formula, formula: Formula) -> Formula | None:
    """A formula of points as a share of them, in letters; ``value`` is what it calls a ratio."""
    share = without_maximum(formula)
    if share is None:
        return None
    material.figures.meanings.setdefault("tỷ lệ", value)
    for name in names_in(share):
        if name.startswith("tỷ lệ") and name not in material.figures.meanings:
            if not is_called(material, name):
                return None
            material.figures.meanings[name] = value
    return _in_shares(material, value, material.figures.meaning(simplify(share)))


def _in_shares(material: Material, value: Formula, own: Formula) -> Formula:
    """As in "(tỷ lệ x 2)/100": a ratio that the text takes in percent."""
    if not (isinstance(own, Operation) and own.sign == "/" and own.left == value and divides(value)):
        return own
    if not isinstance(own.right, Number) or own.right.value < _LEAST_PERCENTAGE:
        return own
    material.assume(f"điểm chia cho {amount_text(own.right.value)} vì tỷ lệ in theo phần trăm")
    return simplify(Operation("/", value, Number(own.right.value / 100)))


def _behind_a_floor(material: Material, rule: Rule, value: Formula, least: Band, floor: Band) -> Rule | None:
    """A rule of a ratio that only counts from a threshold on."""
    if not isinstance(rule, dict) or not isinstance(value, Operation) or not isinstance(value.right, Name):
        return None
    threshold = least.low or Fraction(0)
    if not floor.is_rest and not floor.is_high_in and not least.is_low_in:
        material.assume(f"đúng {amount_text(threshold * 100)} % không thuộc mức nào: tính như mức dưới")
    sign = ">=" if least.is_low_in else ">"
    when = f"{formula_text(value.right)} > 0 and {formula_text(value)} {sign} {amount_text(threshold)}"
    return {"kind": "gate", "when": when, "then": {**rule, "if_zero": "zero"}, "else": "none"}


def _from_a_floor(
    material: Material, value: Formula, steps: list[tuple[Band, Any]], floor: Band
) -> Rule | None:
    """As in "≥ 90 %: 10 điểm; 50 % ≤ tỷ lệ < 90 %: tỷ lệ/90 % × 10; < 50 %: 0 điểm"."""
    middle = [band for band, reward in steps if not reward.is_constant]
    if len(middle) == 1 and middle[0].low is None and not middle[0].is_rest and not floor.is_rest:
        # "dưới 100 %: theo tỷ lệ; dưới 50 %: 0 điểm": the lower one cuts the other short.
        cut = replace(middle[0], low=floor.high, is_low_in=not floor.is_high_in)
        steps = [(cut if band is middle[0] else band, reward) for band, reward in steps]
        middle = [cut]
    if (
        len(middle) != 1
        or middle[0].low is None
        or middle[0].high is None
        or not isinstance(value, Operation)
    ):
        return None
    least = middle[0].low
    if not floor.is_rest and (floor.low is not None or floor.high != least):
        return None
    open_below = replace(middle[0], low=None)
    upper = [
        (open_below if band is middle[0] else band, reward) for band, reward in steps if band is not floor
    ]
    rule = by_threshold(material, value, upper)
    if not isinstance(rule, dict) or rule["kind"] != "ratio":
        return None
    return _behind_a_floor(material, rule, value, middle[0], floor)


def _is_over(own: Formula, value: Formula, threshold: Fraction) -> bool:
    """Whether a formula is the ratio over the threshold, however it is written."""
    if isinstance(own, Operation) and own.sign == "/" and own.left == value and isinstance(own.right, Number):
        return own.right.value == threshold
    if isinstance(own, Operation) and own.sign == "*":
        for one, other in ((own.left, own.right), (own.right, own.left)):
            if one == value and isinstance(other, Number) and threshold:
                return other.value == 1 / threshold
    return False
