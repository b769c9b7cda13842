"""Rules that calculate: ratios and counts by a formula, alone or with conditions around it."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.beside_formulas import with_conditions
from chamdiem.annex.rules.formulas import (
    Formula,
    Maximum,
    Name,
    Number,
    Operation,
    formula_text,
    has_maximum,
    names_in,
    without_maximum,
)
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.preconditions import ratio_called
from chamdiem.annex.rules.ratios import Rule, divides, ratio_of
from chamdiem.annex.rules.settling import note_turned
from chamdiem.annex.rules.simplifying import simplify
from chamdiem.annex.rules.statements import AtMostOne, Cap
from chamdiem.annex.rules.targets import is_of_a_target, ratio_to_the_target

_HUNDRED = 100


def by_formula(material: Material) -> Rule | None:
    """As in "Điểm = Tỷ lệ * Điểm tối đa", alone or with what happens when there is nothing to count."""
    formulas = [
        each for each in material.points if has_maximum(each.formula) or _is_in_points(material, each.formula)
    ]
    by_words = [
        each for each in material.awards if each.reward.kind in ("formula", "by_ratio") and each.band is None
    ]
    if len(formulas) + len(by_words) != 1:
        return _counted(material) if not formulas and not by_words else None
    source = formulas[0] if formulas else None
    formula = (
        source.formula if source else by_words[0].reward.formula or Operation("*", Name("tỷ lệ"), Maximum())
    )
    if by_words and not material.figures.has_ratio and any(is_of_a_target(each) for each in material.awards):
        ratio_to_the_target(material)
    rule = _ratio_rule(material, formula)
    if rule is None:
        return None
    material.use(*(formulas or by_words), *material.of(AtMostOne))
    _use_caps(material)
    return with_conditions(material, rule, by_words[0] if by_words else None)


def in_words(material: Material) -> Rule | None:
    """A ratio defined in words or letters, and nothing said but that it is one."""
    if material.awards or material.eaches or material.points or not material.figures.has_ratio:
        return None
    ratio = material.figures.ratio()
    if ratio is None or not material.figures.use(ratio):
        return None
    if not any(isinstance(each.formula, Operation) for each in material.points):
        material.assume("điểm bằng tỷ lệ nhân điểm tối đa")
    return ratio_of(ratio)


def _ratio_rule(material: Material, formula: Formula) -> Rule | None:
    """The ratio of a formula of points."""
    share = without_maximum(formula)
    if share is None and _is_in_points(material, formula):
        # "Điểm = 5*a/b + 5*c/d" in a row of ten points.
        share = Operation("/", formula, Number(material.maximum))
    if share is None:
        return None
    if any(material.figures.is_percent(name) for name in names_in(share)) and _holds_hundreds(share):
        # "a/100 x 10; a: tỷ lệ hộ có mạng": a percentage that the text itself makes a share.
        return None
    names = [name for name in names_in(share) if name not in material.figures.meanings]
    unknown = [name for name in names if not (len(name) == 1 and name in material.figures.labels)]
    if len(unknown) > 1:
        return None
    if unknown and all(name == "t" or name.startswith("tỷ lệ") for name in unknown):
        ratio = ratio_called(material, unknown[0])
        if ratio is None:
            return None
        material.figures.meanings |= dict.fromkeys(unknown, ratio)
    value = material.figures.meaning(simplify(share))
    if not _is_share(value) or _mixes_percentages(material, value) or not material.figures.use(value):
        return None
    note_turned(material, value)
    scaled = _scaled(value)
    if scaled and scaled[1] == _HUNDRED:
        material.assume("điểm chia cho 100 vì tỷ lệ in theo phần trăm")
        return ratio_of(scaled[0])
    return ratio_of(scaled[0], full_at=amount_text(scaled[1])) if scaled else ratio_of(value)


def _holds_hundreds(formula: Formula) -> bool:
    if isinstance(formula, Operation):
        return _holds_hundreds(formula.left) or _holds_hundreds(formula.right)
    return isinstance(formula, Number) and formula.value >= _HUNDRED


def _is_in_points(material: Material, formula: Formula) -> bool:
    """Whether a formula without the maximum comes to it when every ratio in it is one."""
    return not has_maximum(formula) and _at_best(material.figures.meaning(formula)) == material.maximum


def _at_best(formula: Formula) -> Fraction | None:
    """The value with every ratio of two figures at one; None where a figure is not divided by another."""
    if isinstance(formula, Number):
        return formula.value
    if not isinstance(formula, Operation):
        return None
    if formula.sign == "/" and isinstance(formula.left, Name) and formula.right == Number(Fraction(_HUNDRED)):
        # A percentage, made a share.
        return Fraction(1)
    if formula.sign == "/" and names_in(formula.right):
        times = _factor(formula.left)
        return None if times is None or not isinstance(formula.right, Name) else times
    if formula.sign == "-" and names_in(formula.right):
        return None
    left, right = _at_best(formula.left), _at_best(formula.right)
    if left is None or right is None or (formula.sign == "/" and not right):
        return None
    results = {"+": left + right, "-": left - right, "*": left * right}
    return results[formula.sign] if formula.sign in results else left / right


def _factor(formula: Formula) -> Fraction | None:
    """What a figure is multiplied by above the stroke."""
    if isinstance(formula, Name):
        return Fraction(1)
    if isinstance(formula, Operation) and formula.sign == "*":
        for one, other in ((formula.left, formula.right), (formula.right, formula.left)):
            if isinstance(one, Number) and isinstance(other, Name):
                return one.value
    return None


def _is_share(value: Formula) -> bool:
    """Whether the value grows with a figure that is divided by another one or by a constant."""
    return bool(names_in(value)) and isinstance(value, Operation) and not _multiplies_figures(value)


def _mixes_percentages(material: Material, formula: Formula) -> bool:
    """Whether a percentage is divided by a number of things, or one of these by it."""
    if not isinstance(formula, Operation):
        return False
    left, right = names_in(formula.left), names_in(formula.right)
    are_mixed = {material.figures.is_percent(name) for name in (*left, *right)} == {True, False}
    is_own = formula.sign == "/" and bool(left and right) and are_mixed
    return is_own or any(_mixes_percentages(material, each) for each in (formula.left, formula.right))


def _multiplies_figures(formula: Formula) -> bool:
    """Whether figures are multiplied by each other and divided by none: no ratio people would print."""
    if not isinstance(formula, Operation):
        return False
    own = formula.sign == "*" and names_in(formula.left) and names_in(formula.right)
    is_whole = bool(own) and not (divides(formula.left) or divides(formula.right))
    return is_whole or _multiplies_figures(formula.left) or _multiplies_figures(formula.right)


def _scaled(value: Formula) -> tuple[Formula, Fraction] | None:
    """A ratio over a constant share: ``a / b / 80%`` → ``a / b``, full at 80 %."""
    if (
        isinstance(value, Operation)
        and value.sign == "/"
        and isinstance(value.right, Number)
        and divides(value.left)
    ):
        return value.left, value.right.value
    return None


def _counted(material: Material) -> Rule | None:
    """As in "Điểm = Số lượng * 0,5": a formula of points without the maximum."""
    formulas = material.points
    if len(formulas) != 1 or material.awards:
        return None
    formula = formulas[0].formula
    if isinstance(formula, Operation) and formula.right != Number(Fraction(1)):
        # "số lớp × 1" keeps its factor: each gives one.
        formula = material.figures.meaning(formula)
    if not (isinstance(formula, Operation) and formula.sign == "*"):
        return None
    for one, other in ((formula.left, formula.right), (formula.right, formula.left)):
        is_count = isinstance(one, Name) and one.name in material.figures.labels
        if is_count and isinstance(other, Number) and material.figures.use(one):
            material.use(formulas[0])
            _use_caps(material)
            return {
                "kind": "count",
                "parts": [{"of": formula_text(one), "points_each": amount_text(other.value)}],
            }
    return None


def _use_caps(material: Material) -> None:
    for cap in material.of(Cap):
        if cap.most.of(material.maximum) == material.maximum:
            material.use(cap)
