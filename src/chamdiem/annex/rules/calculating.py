"""Rules that calculate: ratios and counts by a formula, alone or with conditions around it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.denying import note_denials
from chamdiem.annex.rules.formulas import (
    Formula,
    Maximum,
    Name,
    Number,
    Operation,
    formula_text,
    has_maximum,
    names_in,
    simplify,
    without_maximum,
)
from chamdiem.annex.rules.material import Material, exists, lacks
from chamdiem.annex.rules.ratios import Rule, divides, ratio_of
from chamdiem.annex.rules.restricting import restricts
from chamdiem.annex.rules.settling import is_full_anyway, note_turned, when_nothing
from chamdiem.annex.rules.statements import AtMostOne, Award, Cap

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
    rule = _ratio_rule(material, formula)
    if rule is None:
        return None
    material.use(*(formulas or by_words), *material.of(AtMostOne))
    _use_caps(material)
    return _with_conditions(material, rule, by_words[0] if by_words else None)


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
        ratio = material.figures.ratio(unknown[0]) or (
            None if material.figures.has_ratio else material.figures.assumed_ratio()
        )
        if ratio is None:
            return None
        material.figures.meanings |= dict.fromkeys(unknown, ratio)
    value = material.figures.meaning(simplify(share))
    if not _is_share(value) or not material.figures.use(value):
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
    if formula.sign == "/" and names_in(formula.right):
        times = _factor(formula.left)
        return None if times is None or not isinstance(formula.right, Name) else times
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
    formula = material.figures.meaning(formulas[0].formula)
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


def _with_conditions(material: Material, rule: Rule, source: Award | None) -> Rule:
    """Awards beside a formula: nothing when nothing is there, full marks when nothing can be counted."""
    for award in material.awards:
        if award is source:
            continue
        if (settled := when_nothing(rule, award)) is not None:
            rule = settled
            material.use(award)
            continue
        if is_full_anyway(rule, award):
            material.use(award)
            continue
        if award.band is not None:
            rule = _from_a_threshold(material, rule, award)
            continue
        if (
            award.reward.is_full
            and _has_nothing_to_count(award)
            and isinstance(rule, dict)
            and rule["kind"] == "ratio"
        ):
            rule = _without_cases(material, rule, award)
        elif (
            award.reward.is_full
            and source is not None
            and lacks(source.condition)
            and not lacks(award.condition)
        ):
            # "Đầy đủ: điểm tối đa; không đầy đủ: theo tỷ lệ": a full ratio gives full marks.
            material.use(award)
        elif award.reward.is_nothing and lacks(award.condition):
            material.use(award)
            note_denials(material, [source] if source is not None else [], [award])
            if source is not None and not lacks(source.condition):
                rule = _behind(material, rule, source)
    if source is not None and exists(source.condition) and not _is_behind(rule):
        material.assume(f"không thuộc trường hợp “{source.condition}”: 0 điểm")
        rule = _behind(material, rule, source)
    elif source is not None and restricts(source.condition) and not lacks(source.condition):
        material.assume(f"chỉ tính trong trường hợp “{source.condition}”; trường hợp khác cần xem")
    return rule


def _from_a_threshold(material: Material, rule: Rule, award: Award) -> Rule:
    """As in "Nếu tỷ lệ dưới 30 % thì không tính điểm": the ratio only counts from there on."""
    band = award.band
    if not isinstance(rule, dict) or rule["kind"] != "ratio" or band is None or not award.reward.is_nothing:
        return rule
    if not band.is_percent or band.low is not None or band.high is None:
        return rule
    value = str(rule["value"])
    below = value.rpartition("/")[2].strip(" ()")
    if not (value.count("/") == 1 and below.isalpha()):
        return rule
    material.use(award)
    sign = ">" if band.is_high_in else ">="
    when = f"{below} > 0 and {value} {sign} {amount_text(band.high)}"
    return {"kind": "gate", "when": when, "then": {**rule, "if_zero": "zero"}, "else": "none"}


def _behind(material: Material, rule: Rule, source: Award) -> Rule:
    """A rule that only counts when the condition of an award holds."""
    letter = material.figures.yes_no(f"{source.condition}: {material.name}")
    return {"kind": "gate", "when": letter, "then": rule, "else": "none"}


def _is_behind(rule: Rule) -> bool:
    return isinstance(rule, dict) and rule["kind"] == "gate"


def _has_nothing_to_count(award: Award) -> bool:
    words = award.condition.casefold()
    return lacks(words) and any(
        each in words for each in ("phát sinh", "phát hiện", "xảy ra", "không có", "nhiễm")
    )


def _without_cases(material: Material, rule: dict[str, Any], award: Award) -> Rule:
    """Full marks when there is nothing to divide by; shown by evidence where the text asks for it."""
    material.use(award)
    value = str(rule["value"])
    below = value.rpartition("/")[2].strip(" ()")
    if (
        any(each in award.condition for each in ("kiểm chứng", "minh chứng", "chứng minh", "rà soát"))
        and len(below) <= 2
    ):
        letter = material.figures.yes_no(award.condition)
        rule = {**rule, "if_zero": "zero"}
        return {
            "kind": "gate",
            "when": f"{below} > 0",
            "then": rule,
            "else": {"kind": "yes_no", "when": letter},
        }
    return {**rule, "if_zero": "full"}
