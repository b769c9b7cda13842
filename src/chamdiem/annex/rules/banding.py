"""Rules of bands: "từ 80 % trở lên: Điểm tối đa; dưới 80 %: …", ladders of ratios and counts."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.currency import in_money, smallest_money
from chamdiem.annex.rules.denying import note_denials
from chamdiem.annex.rules.formulas import (
    Formula,
    Name,
    Number,
    Operation,
    formula_text,
    has_maximum,
    names_in,
    simplify,
    without_maximum,
)
from chamdiem.annex.rules.ladders import build_ladder, reward_scalar
from chamdiem.annex.rules.material import Material, exists, lacks
from chamdiem.annex.rules.naming import name_of_ratio
from chamdiem.annex.rules.ratios import Rule, divides, ratio_of
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Award
from chamdiem.annex.rules.tacit import as_none, none_for_none, of_one_year

# "vượt 10%: cộng 2 điểm" comes on top of what the other bands give.
_ON_TOP = re.compile(r"\b(?:cộng|thưởng)(?: thêm)?\s+\d", re.IGNORECASE)
_GROWS = re.compile(r"\b(?:tăng|giảm)\b", re.IGNORECASE)


def by_bands(material: Material) -> Rule | None:
    """As in "Từ 80 %: Điểm tối đa; dưới 80 %: Tỷ lệ/80 % * Điểm tối đa"; ladders of ratios and counts."""
    awards = [as_none(each, material) for each in material.awards]
    awards = _in_one_money(of_one_year(awards))
    banded = [each for each in awards if each.band is not None]
    others = [each for each in awards if each.band is None]
    if any(_ON_TOP.search(each.clause.text) for each in banded):
        return None
    if all(each.reward.is_full for each in banded) and any(
        has_maximum(each.formula) for each in material.points
    ):
        # "Điểm = tỷ lệ/80% x điểm tối đa; từ 80% trở lên: điểm tối đa" is a formula first.
        return None
    if not banded or any(not each.reward.is_nothing and not _is_gate(each) for each in others):
        return None
    subjects = [each.band for each in banded if each.band is not None and not each.band.is_rest]
    if not subjects or len({band.unit for band in subjects if band.unit != "%"} | {"%"}) > 2:
        return None
    rule = (
        _banded_ratio(material, banded)
        if any(band.is_percent for band in subjects)
        else _banded_count(material, banded)
    )
    if rule is None:
        return None
    material.use(*(own for own, each in zip(material.awards, awards, strict=True) if each.band is not None))
    for each in material.points:
        # "Điểm = Tỷ lệ * 100 %" beside a ladder: the bands say what is given.
        if (
            not has_maximum(each.formula)
            and material.figures.meaning(each.formula) == material.figures.ratio()
        ):
            material.use(each)
            material.assume(f"“{each.clause.text}” chỉ nói cách tính tỷ lệ; điểm theo các mức")
    return _gated(material, rule, banded, others)


def _banded_ratio(material: Material, banded: list[Award]) -> Rule | None:
    subject = next((each.band.subject for each in banded if each.band and each.band.subject), "")
    if _GROWS.search(subject) and not material.figures.has_ratio:
        return _banded_growth(material, banded)
    value = material.figures.ratio(subject)
    if value is None:
        if material.figures.has_ratio:
            return None
        value = _ratio_of_words(material, banded)
    if not material.figures.use(value):
        return None
    steps = [(_in_percent(each.band), each.reward) for each in banded if each.band is not None]
    formulas = [step for step in steps if not step[1].is_constant]
    if len(steps) == 1 and formulas and steps[0][0].low == 1 and steps[0][1].kind == "by_ratio":
        # "100 % công chức tham gia; điểm được tính theo tỷ lệ".
        return ratio_of(value)
    if formulas:
        return _threshold(material, value, steps)
    ladder = build_ladder(steps, material.maximum)
    if ladder is None:
        return None
    for text in ladder.assumed:
        material.assume(text)
    if (
        len(ladder.tiers) == 1
        and ladder.otherwise.is_nothing
        and ladder.tiers[0].get("give") == "full"
        and "at_least" in ladder.tiers[0]
    ):
        return ratio_of(value, full_at=ladder.tiers[0]["at_least"], below="zero")
    rule: dict[str, Any] = {"kind": "tiers", "value": formula_text(value), "tiers": ladder.tiers}
    if not ladder.otherwise.is_nothing:
        rule["otherwise"] = reward_scalar(ladder.otherwise, material.maximum)
    return {**rule, "if_zero": "not_applicable"} if divides(value) else rule


def _banded_growth(material: Material, banded: list[Award]) -> Rule | None:
    """As in "tăng từ 10 % trở lên so với năm trước": the percentage itself is asked."""
    rule = _banded_count(
        material,
        [replace(each, band=_in_whole_percent(each.band)) for each in banded if each.band is not None],
    )
    for letter, given in material.figures.inputs.items():
        if isinstance(rule, dict) and rule.get("value") == letter:
            given |= {"type": "decimal", "decimals": "2", "unit": "%"}
    return rule


def _in_one_money(awards: list[Award]) -> list[Award]:
    """As in "trên 1 tỷ đồng; dưới 500 triệu đồng": every band in the smallest unit printed."""
    smallest = smallest_money(each.band.unit for each in awards if each.band is not None)
    return [
        replace(each, band=_in_money_of(each.band, smallest)) if each.band and smallest else each
        for each in awards
    ]


def _in_money_of(band: Band, unit: str) -> Band:
    if not smallest_money([band.unit]):
        return band
    low = None if band.low is None else in_money(band.low, band.unit, unit)
    high = None if band.high is None else in_money(band.high, band.unit, unit)
    return replace(band, low=low, high=high, unit=unit)


def _in_whole_percent(band: Band) -> Band:
    low = None if band.low is None else band.low * 100
    high = None if band.high is None else band.high * 100
    return replace(band, low=low, high=high, unit="")


def _in_percent(band: Band) -> Band:
    """As in "<80" printed for "<80 %" beside a band in percent."""
    if band.is_percent or band.is_rest:
        return band
    low = None if band.low is None else band.low / 100
    high = None if band.high is None else band.high / 100
    return Band(band.subject, low, band.is_low_in, high, band.is_high_in, "%")


def _ratio_of_words(material: Material, banded: list[Award]) -> Formula:
    """The ratio of a text that only names percentages: those meant by the first condition over all."""
    return material.figures.assumed_ratio(name_of_ratio(banded[0].condition, material.name))


def _threshold(material: Material, value: Formula, steps: list[tuple[Band, Any]]) -> Rule | None:
    """Full marks from a threshold on, a formula below it."""
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
    share = without_maximum(reward.formula)
    if share is None:
        return None
    material.figures.meanings.setdefault("tỷ lệ", value)
    for name in names_in(share):
        if name.startswith("tỷ lệ") and name not in material.figures.meanings:
            material.figures.meanings[name] = value
    own = material.figures.meaning(simplify(share))
    if own == value:
        return ratio_of(value, full_at=amount_text(threshold), below="ratio")
    if _is_over(own, value, threshold):
        return ratio_of(value, full_at=amount_text(threshold))
    if not material.figures.use(own) or not divides(own):
        return None
    when = f"{formula_text(value)} >= {amount_text(threshold)}"
    guard = [name for name in names_in(value) if isinstance(value, Operation) and value.right == Name(name)]
    when = f"{guard[0]} > 0 and {when}" if guard else when
    rest = {"kind": "ratio", "value": formula_text(own), "if_zero": "zero"}
    return {"kind": "gate", "when": when, "then": "full", "else": rest}


def _is_over(own: Formula, value: Formula, threshold: Fraction) -> bool:
    """Whether a formula is the ratio over the threshold, however it is written."""
    if isinstance(own, Operation) and own.sign == "/" and own.left == value and isinstance(own.right, Number):
        return own.right.value == threshold
    if isinstance(own, Operation) and own.sign == "*":
        for one, other in ((own.left, own.right), (own.right, own.left)):
            if one == value and isinstance(other, Number) and threshold:
                return other.value == 1 / threshold
    return False


def _banded_count(material: Material, banded: list[Award]) -> Rule | None:
    steps = [(each.band, each.reward) for each in banded if each.band is not None]
    proportional = _in_proportion(material, banded, steps)
    if proportional is not None:
        return proportional
    if any(not reward.is_constant for _, reward in steps):
        return None
    ladder = build_ladder(steps, material.maximum)
    if ladder is None:
        return None
    for text in ladder.assumed:
        material.assume(text)
    unit = next((band.unit for band, _ in steps if band.unit), "")
    is_money = bool(smallest_money([unit]))
    words = next((band.subject for band, _ in steps if band.subject), "") or banded[0].condition
    shown = f" ({unit})" if unit and not is_money else ""
    letter = material.figures.count(f"{material.name} – {words}{shown}")
    if is_money:
        material.figures.inputs[letter] |= {"type": "decimal", "decimals": "3", "unit": unit}
    rule: dict[str, Any] = {"kind": "tiers", "value": letter, "tiers": ladder.tiers}
    if not ladder.otherwise.is_nothing:
        rule["otherwise"] = reward_scalar(ladder.otherwise, material.maximum)
    return rule


def _in_proportion(material: Material, banded: list[Award], steps: list[tuple[Band, Reward]]) -> Rule | None:
    """As in "4 cuộc: 2 điểm; mỗi cuộc 0,5 điểm", or "từ 10 bài: điểm tối đa; dưới 10 bài: theo tỷ lệ"."""
    full = [(band, reward) for band, reward in steps if reward.is_constant and not reward.is_nothing]
    top = max((band.low or Fraction(0) for band, _ in full), default=Fraction(0))
    if not top or any(band.is_percent or band.low is None for band, _ in full):
        return None
    rest = [(band, reward) for band, reward in steps if reward.kind == "by_ratio"]
    label = next((band.subject for band, _ in steps if band.subject), "") or banded[0].condition
    if len(full) == len(rest) == 1 and len(steps) == 2:
        if not full[0][1].is_full or full[0][0].high is not None:
            return None
        if not rest[0][0].is_rest and rest[0][0].high != top:
            return None
        material.assume("dưới ngưỡng: điểm tăng đều theo tỷ lệ đến điểm tối đa ở ngưỡng")
        letter = material.figures.count(f"{material.name} – {label}")
        return {"kind": "ratio", "value": f"{letter} / {amount_text(top)}"}
    values = [band.low or Fraction(0) for band, _ in full]
    is_even = all(
        reward.of(material.maximum) * top == value * material.maximum
        for value, (_, reward) in zip(values, full, strict=True)
    )
    gaps = len(values) > 1 and sorted(values) != [top - place for place in reversed(range(len(values)))]
    if len(full) != len(steps) or not is_even or not gaps or not all(band.is_exact for band, _ in full):
        return None
    letter = material.figures.count(f"{material.name} – {label}")
    return {"kind": "count", "parts": [{"of": letter, "points_each": amount_text(material.maximum / top)}]}


def _gated(material: Material, rule: Rule, banded: list[Award], others: list[Award]) -> Rule:
    """Bands that only count when something is there: "Đã có chuyên mục và số bài đạt: …"."""
    nothing = [each for each in others if each.reward.is_nothing]
    material.use(*nothing)
    note_denials(material, banded, nothing)
    heading = next((each for each in material.headings if exists(each.clause.text)), None)
    prefix = next(
        (
            each.band.subject
            for each in banded
            if each.band and exists(each.band.subject) and " và " in f"{each.band.subject} "
        ),
        "",
    )
    if not nothing or not (heading or prefix):
        return none_for_none(material, rule) if nothing else rule
    label = heading.clause.text if heading else prefix.partition(" và ")[0]
    letter = material.figures.yes_no(f"{label.partition(' và ')[0]}: {material.name}")
    return {"kind": "gate", "when": letter, "then": rule, "else": "none"}


def _is_gate(award: Award) -> bool:
    return award.reward.is_nothing and lacks(award.condition)
