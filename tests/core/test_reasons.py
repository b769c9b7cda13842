"""A reason holds when it is worked through with a calculator: its digits lead to its points."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.points import Rounding
from chamdiem.core.sentences import reason_text, rule_sentence
from chamdiem.library import load_edition, read_set_text
from tests.patience import cases

SET = """format: chamdiem/set/1
set: {{key: s, name: S, edition: '2026', source: {{document: D}}, levels: {{criterion: Tiêu chí}}}}
rows:
  - key: '1'
    level: criterion
    name: N
    max_points: {most}
    inputs: {{a: {{}}, b: {{}}, c: {{}}, d: {{}}}}
    rule: {rule}
"""
_NUMBER = r"-?[0-9.]+(?:,[0-9]+)?%?"
_HUGE = st.integers(1, 10**10)


def _criterion(rule: str, most: str = "10") -> Criterion:
    return compile_criteria(read_set_text(SET.format(rule=rule, most=most)))["1"]


def _reason(criterion: Criterion, *values: int) -> str:
    padded = (*values, *([0] * (4 - len(values))))
    return reason_text(criterion.outcome(padded))


def _value(text: str) -> Fraction:
    plain = text.replace(".", "").replace(",", ".")
    return Fraction(plain.rstrip("%")) / (100 if plain.endswith("%") else 1)


def test_a_ratio_just_below_a_tie_is_shown_below_it() -> None:
    criterion = compile_criteria(load_edition("chuprong-2023"))["3.3"]
    text = reason_text(criterion.outcome((374_999_999, 10_000_000_000)))
    assert "≈ 3,75%" not in text
    assert text.endswith("≈ 0,37 (làm tròn 2 chữ số thập phân)")


@cases(300)
@given(_HUGE, _HUGE, st.sampled_from(["", ", full_at: 80%", ", full_at: 30%, below: ratio", ", better: low"]))
def test_the_shown_ratio_leads_to_the_shown_points(a: int, b: int, more: str) -> None:
    a, b = min(a, b), max(a, b)
    criterion = _criterion(f"{{kind: ratio, value: a / b{more}, if_zero: zero}}")
    text = _reason(criterion, a, b)
    formula = re.search(rf"→ (?:\((100%) - )?(?:≈ )?({_NUMBER})\)?(?: / ({_NUMBER}))? × 10 [=≈]", text)
    if formula is None:
        return
    one, ratio, full = formula.groups()
    reached = _value(one) - _value(ratio) if one else _value(ratio)
    shown = reached / (_value(full) if full else 1) * 10
    assert Rounding(2).round(shown) == criterion.outcome((a, b, 0, 0)).points


@cases(200)
@given(_HUGE, _HUGE, _HUGE, _HUGE)
def test_shown_parts_add_up_to_the_shown_points(a: int, b: int, c: int, d: int) -> None:
    parts = ", ".join(
        f"{{share: 1/2, rule: {{kind: ratio, value: {term}, if_zero: zero}}}}" for term in ("a / b", "c / d")
    )
    criterion = _criterion(f"{{kind: sum, parts: [{parts}]}}")
    values = (a, max(a, b), c, max(c, d))
    formula = re.search(rf"[=≈] ({_NUMBER}) \+ ({_NUMBER}) [=≈]", _reason(criterion, *values))
    assert formula is not None
    assert Rounding(2).round(_value(formula[1]) + _value(formula[2])) == criterion.outcome(values).points


@pytest.mark.parametrize("rule", ["{kind: ratio, value: a / b, if_zero: zero}"])
@cases(200)
@given(a=_HUGE, b=_HUGE)
def test_nothing_equals_a_formula_with_something_rounded(rule: str, a: int, b: int) -> None:
    text = _reason(_criterion(rule), min(a, b), max(a, b))
    assert not re.search(r"→ ≈ [^=≈]*=", text)


def test_points_that_need_no_rounding_are_equal_to_a_formula_with_nothing_rounded() -> None:
    ratio = _criterion("{kind: ratio, value: a / b, if_zero: zero}", "30")
    assert _reason(ratio, 334, 600) == "Tỷ lệ = 334 / 600 ≈ 55,67% → 167 / 300 × 30 = 16,7 điểm"


def test_rounded_points_are_written_as_in_a_table() -> None:
    ratio = _criterion("{kind: ratio, value: a / b, if_zero: zero}", "30")
    assert _reason(ratio, 16_697, 30_000).endswith("≈ 16,697 điểm ≈ 16,70 (làm tròn 2 chữ số thập phân)")
    half = "{share: 1/2, rule: {kind: ratio, value: %s, if_zero: zero}}"
    both = _criterion(f"{{kind: sum, parts: [{half % 'a / b'}, {half % 'c / d'}]}}")
    assert _reason(both, 1, 3, 2, 3).startswith("Tổng các phần ≈ 1,6667 + 3,3333 ≈ 5,00 điểm")


def test_what_is_said_before_rounding_differs_from_what_rounding_makes() -> None:
    criterion = _criterion("{kind: ratio, value: a / b, if_zero: zero}")
    text = _reason(criterion, 37_000, 999_983)
    before, after = re.findall(rf"≈ ({_NUMBER}) (?:điểm|\()", text)
    assert (_value(before) > _value(after), after) == (True, "0,37"), text


LATE = """format: chamdiem/set/1
set: {key: s, name: S, edition: '2026', source: {document: D}, levels: {criterion: Tiêu chí}}
rows:
  - key: '1'
    level: criterion
    name: N
    max_points: 10
    inputs: {d: {type: date, label: Ngày nộp, since: 2026-03-31}}
    rule: {kind: tiers, value: d, tiers: [{at_most: 0}, {at_most: 5, give: 1/2}]}
"""


def test_lateness_names_the_deadline_and_counts_days() -> None:
    criterion = compile_criteria(read_set_text(LATE))["1"]
    sentence = rule_sentence(criterion)
    assert sentence == (
        "Ngày nộp (d); đến hết ngày 31/03/2026: điểm tối đa; "
        "từ 01/04/2026 đến 05/04/2026: 1/2 điểm tối đa; còn lại: 0 điểm"
    )
    late = criterion.outcome((1,))
    assert "Ngày nộp = 01/04/2026 (1 ngày sau 31/03/2026) ≤ 05/04/2026" in reason_text(late)
    assert "Ngày nộp = 01/04/2026 (1 day after 31/03/2026)" in reason_text(late, "en")
    assert "Ngày nộp = 29/03/2026 (2 ngày trước 31/03/2026)" in reason_text(criterion.outcome((-2,)))
    assert "Ngày nộp = 31/03/2026 ≤ 31/03/2026 (mức 1)" in reason_text(criterion.outcome((0,)))
    assert "2 days after" in reason_text(criterion.outcome((2,)), "en")


def test_bands_are_numbered_only_where_there_are_several() -> None:
    one = _criterion("{kind: tiers, value: a, tiers: [{at_least: 5}]}")
    assert _reason(one, 5) == "Giá trị = 5 ≥ 5 → điểm tối đa 10"
    assert _reason(one, 4) == "Giá trị = 4 < 5 → 0 điểm"
    two = _criterion(
        "{kind: tiers, value: a, tiers: [{at_least: 5, label: mức 1}, {at_least: 2, give: 1/2}]}"
    )
    assert _reason(two, 5) == "Giá trị = 5 ≥ 5 (mức 1) → điểm tối đa 10"
    assert reason_text(two.outcome((5, 0, 0, 0)), "en") == "Value = 5 ≥ 5 (band 1) → maximum of 10"


def test_a_list_that_is_worth_more_than_the_maximum_says_where_it_is_cut() -> None:
    parts = ", ".join(f"{{when: {letter} > 0, give: 1/2}}" for letter in "abc")
    rule = f"{{kind: checklist, parts: [{parts}]}}"
    assert "= 5 + 5 + 5 = 15, tối đa 10 → 10 điểm" in _reason(_criterion(rule), 1, 1, 1)
    assert "= 5 + 5 + 0 = 10 điểm" in _reason(_criterion(rule), 1, 1, 0)


def _unit(rule: str, unit: str) -> Criterion:
    text = SET.format(rule=rule, most="10").replace("a: {}", f"a: {{label: Mức tăng, unit: '{unit}'}}")
    return compile_criteria(read_set_text(text))["1"]


def test_a_figure_in_percent_is_multiplied_as_the_number_it_is() -> None:
    rule = "{kind: count, parts: [{of: a, points_each: 0.05}]}"
    assert _reason(_unit(rule, "%"), 50) == "50 (%) × 0,05 = 2,5 điểm"
    assert _reason(_unit(rule, "cuộc"), 50) == "50 cuộc × 0,05 = 2,5 điểm"


@pytest.mark.parametrize(
    ("unit", "stated", "said"), [("%", "a ≥ 0,05%", "1 ≥ 0,05"), ("tỷ đồng", "a ≥ 0,05 tỷ đồng", "1 ≥ 0,05")]
)
def test_a_percentage_set_for_a_figure_is_said_as_what_it_means(unit: str, stated: str, said: str) -> None:
    criterion = _unit("{kind: gate, when: a >= 5%, then: full, else: none}", unit)
    assert stated in rule_sentence(criterion)
    assert f"Mức tăng = {said}" in _reason(criterion, 1)
    share = _criterion("{kind: gate, when: a / b >= 5%, then: full, else: none}")
    assert "a / b ≥ 5%" in rule_sentence(share)


def test_points_of_a_third_each_are_shown_as_a_number() -> None:
    rule = "{kind: count, parts: [{of: a / b, points_each: 1/3}, {of: c, points_each: 1/3}]}"
    text = _reason(_criterion(rule, "100000"), 7393, 1000, 1)
    assert "× 1/3 ≈ 2,4643 điểm" in text
    assert not re.search(r"[0-9]{3,}/[0-9]+", text.replace("7393/1000", "")), text


def test_no_sign_stands_inside_a_formula() -> None:
    criterion = _criterion("{kind: ratio, value: a / b, better: low, full_at: 1/3, if_zero: zero}")
    assert "→ (100% - 63,92%) / (100% - 1 / 3) × 10 ≈" in _reason(criterion, 6392013, 10_000_000)


@pytest.mark.parametrize(("late", "said"), [(3, "Trừ: 3 × 0,5 = 1,5 điểm"), (0, "0 × 0,5 = 0 điểm")])
def test_a_deduction_says_that_it_takes_off(late: int, said: str) -> None:
    text = SET.format(rule="{kind: count, parts: [{of: a, points_each: 0.5}]}", most="10")
    criterion = compile_criteria(
        read_set_text(text.replace("level: criterion", "level: criterion\n    role: deduction"))
    )["1"]
    assert _reason(criterion, late) == said
