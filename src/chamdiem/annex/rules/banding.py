"""Rules of bands: "từ 80 % trở lên: Điểm tối đa; dưới 80 %: …", ladders of ratios and counts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.rules.asking import question_beside
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.besides import note_only_named
from chamdiem.annex.rules.counted_bands import banded_count
from chamdiem.annex.rules.currency import in_money, smallest_money
from chamdiem.annex.rules.denying import note_denials
from chamdiem.annex.rules.deviations import with_none_at_all
from chamdiem.annex.rules.empties import main_way
from chamdiem.annex.rules.formulas import (
    Formula,
    Name,
    Operation,
    formula_text,
    has_maximum,
    names_in,
    without_maximum,
)
from chamdiem.annex.rules.ladders import build_ladder, reward_scalar
from chamdiem.annex.rules.material import Material, exists, lacks
from chamdiem.annex.rules.measures import DAYS
from chamdiem.annex.rules.naming import name_of_ratio
from chamdiem.annex.rules.none_at_all import with_none_of_them
from chamdiem.annex.rules.preconditions import behind_another, other_quantity, speak_of_different
from chamdiem.annex.rules.ratios import Rule, divides, ratio_of
from chamdiem.annex.rules.rewards import ON_TOP
from chamdiem.annex.rules.settling import note_turned
from chamdiem.annex.rules.simplifying import simplify
from chamdiem.annex.rules.sloping import above_a_slope
from chamdiem.annex.rules.statements import Award
from chamdiem.annex.rules.step_levels import as_steps
from chamdiem.annex.rules.tacit import (
    as_none,
    counted_in_days,
    none_for_none,
    of_its_ratio,
    of_one_length,
    of_one_period,
    of_one_year,
    of_the_length_once,
)
from chamdiem.annex.rules.targets import is_part_of_a_target, ratio_to_the_target
from chamdiem.annex.rules.thresholds import by_threshold
from chamdiem.annex.rules.whole_percents import is_the_figure


def by_bands(material: Material) -> Rule | None:
    """As in "Từ 80 %: Điểm tối đa; dưới 80 %: Tỷ lệ/80 % * Điểm tối đa"; ladders of ratios and counts."""
    heads = [each.clause.text for each in material.headings]
    levels = with_none_of_them(with_none_at_all(material.awards, heads, material.name))
    printed = [as_none(each, material) for each in levels]
    awards = of_its_ratio(_in_one_money(of_the_length_once(of_one_year(printed))), material)
    if awards is None:
        return None
    banded = [each for each in awards if each.band is not None]
    others = [each for each in awards if each.band is None]
    gates = _of_another(material, banded) if levels == material.awards else []
    banded = [each for each in banded if each not in gates]
    if any(ON_TOP.search(each.clause.text) for each in banded) or _is_one_of_several(banded):
        return None
    if all(each.reward.is_full for each in banded) and any(
        has_maximum(each.formula) for each in material.points
    ):
        # "Điểm = tỷ lệ/80% x điểm tối đa; từ 80% trở lên: điểm tối đa" is a formula first.
        return None
    if not banded or any(not each.reward.is_nothing and not _is_gate(each) for each in others):
        return None
    subjects = [each.band for each in banded if each.band is not None and not each.band.is_rest]
    if (
        not subjects
        or _mixes_scores(subjects)
        or len({band.unit for band in subjects if band.unit != "%"} | {"%"}) > 2
    ):
        return None
    if speak_of_different((each for each in banded if each.band and each.band.is_percent), material.name):
        return None
    rule = (
        _banded_ratio(material, banded)
        if any(band.is_percent for band in subjects)
        else _banded_in_one_length(material, banded)
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
    rule = _gated(material, rule, banded, others)
    for gate in gates:
        if gate.band is not None:
            words = other_quantity(material, gate, material.figures.labels)
            rule = behind_another(material, rule, gate, gate.band, words)
    return rule


def _banded_in_one_length(material: Material, banded: list[Award]) -> Rule | None:
    """Bands of a number; lengths of time in months where only months are named, else in days."""
    timed = of_one_length(banded)
    rule = banded_count(material, timed) or banded_count(material, of_one_period(banded))
    for length in counted_in_days(timed) if rule is not None else ():
        material.assume(f"1 {length} được tính là {DAYS[length]} ngày")
    return rule


def _mixes_scores(bands: list[Band]) -> bool:
    """As in "dưới 50 điểm: 2 điểm; từ 50 %: 10 điểm"."""
    return any("điểm số" in band.subject for band in bands) and any(band.is_percent for band in bands)


def _is_one_of_several(banded: list[Award]) -> bool:
    """As in "tỷ lệ từ 90 %: 10 điểm, hoặc tăng từ 10 %: 10 điểm": each gives all, so they are no ladder."""
    full = [each for each in banded if each.reward.is_full and each.band and not each.band.is_rest]
    return len(full) > 1 and any(each.is_alternative for each in full)


def _of_another(material: Material, banded: list[Award]) -> list[Award]:
    """Thresholds for no points that are about another quantity than the bands that give some."""
    given = [each for each in banded if not each.reward.is_nothing]
    return [
        each
        for each in banded
        if each.reward.is_nothing
        and given
        and each.band is not None
        and each.band.low is None
        and not each.band.is_rest
        and each.band.is_percent
        and other_quantity(material, each, material.figures.labels)
    ]


def _banded_ratio(material: Material, banded: list[Award]) -> Rule | None:
    subject = next((each.band.subject for each in banded if each.band and each.band.subject), "")
    if not material.figures.has_ratio and (one := is_the_figure(subject, material, banded)) is not None:
        return one(material, banded)
    value = material.figures.ratio(subject)
    if value is None:
        if material.figures.has_ratio:
            return None
        value = _ratio_of_a_formula(material, banded) or _ratio_of_words(material, banded)
    if not material.figures.use(value):
        return None
    note_turned(material, value)
    banded = as_steps(material, banded)
    whole = Fraction(100 if any("%" in each.clause.text for each in banded) else 1)
    steps = [(_in_percent(each.band, whole), each.reward) for each in banded if each.band is not None]
    formulas = [step for step in steps if not step[1].is_constant]
    if len(steps) == 1 and formulas and steps[0][0].low == 1 and steps[0][1].kind == "by_ratio":
        # "100 % công chức tham gia; điểm được tính theo tỷ lệ".
        return ratio_of(value)
    if formulas:
        return by_threshold(material, value, steps) or above_a_slope(material, value, steps)
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


def _in_percent(band: Band, whole: Fraction) -> Band:
    """As in "<80" printed for "<80 %" beside a band in percent; "<0,8" beside a share of one."""
    if band.is_percent or band.is_rest:
        return band
    low = None if band.low is None else band.low / whole
    high = None if band.high is None else band.high / whole
    return replace(band, low=low, high=high, unit="%")


def _ratio_of_a_formula(material: Material, banded: list[Award]) -> Formula | None:
    """As in "từ 80 % trở lên: b/a x 10 (a là …; b là …)": the one quotient of letters the text explains."""
    shares = [without_maximum(each.reward.formula) for each in banded if each.reward.formula is not None]
    found = [simplify(share) for share in shares if share is not None]
    if len(found) != 1 or not isinstance(found[0], Operation) or found[0].sign != "/":
        return None
    parts = (found[0].left, found[0].right)
    if not all(isinstance(each, Name) and each.name in material.figures.labels for each in parts):
        return None
    if any(other_quantity(material, each, names_in(found[0].left)) for each in banded):
        return None
    material.assume(f"các mức phần trăm nói về {formula_text(found[0])} của công thức")
    return found[0]


def _ratio_of_words(material: Material, banded: list[Award]) -> Formula:
    """The ratio of a text that only names percentages: those meant by the first condition over all."""
    if any(is_part_of_a_target(each) for each in banded):
        return ratio_to_the_target(material)
    return material.figures.assumed_ratio(name_of_ratio(main_way(banded[0].condition), material.name))


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
        note_only_named(material, banded, nothing)
        return none_for_none(material, rule, nothing) if nothing else rule
    label = heading.clause.text if heading else prefix.partition(" và ")[0]
    letter = material.figures.yes_no(question_beside(label.partition(" và ")[0], material.name))
    return {"kind": "gate", "when": letter, "then": rule, "else": "none"}


def _is_gate(award: Award) -> bool:
    return award.reward.is_nothing and lacks(award.condition)
