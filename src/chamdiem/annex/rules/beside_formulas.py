"""What is given beside a formula: nothing when nothing is there, full marks when nothing can be counted."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.asking import question_beside
from chamdiem.annex.rules.denying import note_denials
from chamdiem.annex.rules.empties import is_opposite
from chamdiem.annex.rules.material import Material, exists, lacks
from chamdiem.annex.rules.naming import without_threshold
from chamdiem.annex.rules.preconditions import behind_another, other_quantity
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.restricting import restricts
from chamdiem.annex.rules.settling import is_full_anyway, when_nothing
from chamdiem.annex.rules.statements import Award

_ARISES = re.compile(r"(?:nếu |khi |trường hợp |đơn vị )*có phát sinh", re.IGNORECASE)


def with_conditions(material: Material, rule: Rule, source: Award | None) -> Rule:
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
            rule = _full_from(material, rule, award) or _from_a_threshold(material, rule, award)
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
    return rule if source is None else _where_it_holds(material, rule, source)


def _where_it_holds(material: Material, rule: Rule, source: Award) -> Rule:
    """A formula behind its own condition: "có phản ánh: điểm = …"; what those without it get."""
    if not exists(source.condition) or _is_behind(rule):
        if restricts(source.condition) and not lacks(source.condition):
            material.assume(f"chỉ tính trong trường hợp “{source.condition}”; trường hợp khác cần xem")
        return rule
    if any(each.reward.is_full and _denies(each, source) for each in material.awards):
        return {**_behind(material, rule, source), "else": "full"}
    if _ARISES.fullmatch(source.condition):
        # "không phát sinh: …; có phát sinh: a/b × 10": a denominator of zero says that nothing arises.
        return rule
    material.assume(f"không thuộc trường hợp “{source.condition}”: 0 điểm")
    return _behind(material, rule, source)


def _denies(award: Award, source: Award) -> bool:
    """As in "không có phản ánh: 10 điểm" beside "có phản ánh: điểm = …"."""
    return award.band is None and lacks(award.condition) and is_opposite(award.condition, source.condition)


def _full_from(material: Material, rule: Rule, award: Award) -> Rule | None:
    """As in "Điểm = (A/B) x 15; từ 85 % trở lên được điểm tối đa": below it the formula stays as it is."""
    band = award.band
    if not isinstance(rule, dict) or rule["kind"] != "ratio" or "full_at" in rule or "better" in rule:
        return None
    if band is None or not award.reward.is_full or not band.is_percent or not 0 < (band.low or 0) < 1:
        return None
    above, _, below = str(rule["value"]).partition(" / ")
    if band.high is not None or not band.is_low_in or "-" in above or not below.strip("()").isalpha():
        return None
    if other_quantity(material, award, re.findall(r"[a-z]\d?", above)):
        return None
    material.use(award)
    return {**rule, "full_at": amount_text(band.low or Fraction(0)), "below": "ratio"}


def _from_a_threshold(material: Material, rule: Rule, award: Award) -> Rule:
    """As in "Nếu tỷ lệ dưới 30 % thì không tính điểm": the ratio only counts from there on."""
    band = award.band
    if not isinstance(rule, dict) or rule["kind"] != "ratio" or band is None or not award.reward.is_nothing:
        return rule
    if band.low is not None or band.high is None or band.unit not in ("", "%"):
        return rule
    value = str(rule["value"])
    above, _, below = value.rpartition("/")
    words = other_quantity(material, award, re.findall(r"[a-z]\d?", above))
    if words or not band.is_percent:
        material.use(award)
        return behind_another(material, rule, award, band, words or without_threshold(award.condition))
    below = below.strip(" ()")
    if not (value.count("/") == 1 and below.isalpha()):
        return rule
    material.use(award)
    sign = ">" if band.is_high_in else ">="
    when = f"{below} > 0 and {value} {sign} {amount_text(band.high)}"
    return {"kind": "gate", "when": when, "then": {**rule, "if_zero": "zero"}, "else": "none"}


def _behind(material: Material, rule: Rule, source: Award) -> dict[str, Any]:
    """A rule that only counts when the condition of an award holds."""
    letter = material.figures.yes_no(question_beside(source.condition, material.name))
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
