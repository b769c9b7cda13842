"""Points for every so many percent, ranges with a dash, one value told apart by words, tables of bonuses."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import document, keys, method

SHARE = "inputs: {a: {label: Số hồ sơ, unit: hồ sơ}, b: {label: Tổng số hồ sơ, unit: hồ sơ, min: 1}}\nchecks: [a <= b]"
LATE = "inputs: {n: {label: Số hồ sơ quá hạn, unit: hồ sơ}}"
TENTHS = "{kind: tiers, value: a / b, tiers: [{at_least: 50%%, points: 10}, {at_least: 40%%, points: %s}, {at_least: 30%%, points: 3}, {at_least: 20%%, points: 2}, {at_least: 10%%, points: 1}]}"

SMALL = "≥ 1%: 4 điểm; 0,5% - dưới 1%: 2 điểm; còn lại: 0 điểm"
TWO = "{kind: tiers, value: a / b, tiers: [{at_least: %s, points: %s}, {at_least: %s, points: %s}]}"
CLIMBING = "Đạt từ 50% trở lên được điểm tối đa; dưới 50% thì cứ 10% được 1 điểm"
WITHOUT_FAULT = "100% hồ sơ xử lý đúng hạn: 10 điểm; mỗi hồ sơ quá hạn trừ 0,5 điểm"

RIGHT = [
    (SMALL, TWO % ("1%", 4, "0.5%", 2), SHARE),
    ("Từ 90 – <95%: 4 điểm; ≥ 95%: 10 điểm; <90%: 0 điểm", TWO % ("95%", 10, "90%", 4), SHARE),
    (CLIMBING, TENTHS % 4, SHARE),
    ("Tỷ lệ = a/b; mỗi 1% đạt được tính 0,1 điểm", "{kind: ratio, value: a / b}", SHARE),
    ("Mỗi 1% hồ sơ được 0,2 điểm, tối đa 10 điểm", "{kind: ratio, value: a / b, full_at: 50%}", SHARE),
    (WITHOUT_FAULT, "{kind: deduct, parts: [{of: n, points_each: '0.5'}]}", LATE),
    ("100% xã có và dùng: 10 điểm; 100% xã có nhưng chưa dùng: 5 điểm", "{kind: manual}", ""),
]

WRONG = [
    (SMALL, TWO % ("1%", 4, "0.4%", 2), SHARE, "method.threshold_not_printed:1.1:0.004"),
    (SMALL, TWO % ("1%", 4, "0.5%", 1), SHARE, "method.other_points:1.1:0,5% - dưới 1%: 2 điểm"),
    (CLIMBING, TENTHS % 6, SHARE, "method.other_points:1.1:cứ 10% được 1 điểm"),
    ("Mỗi 1% hồ sơ được 0,2 điểm", "{kind: ratio, value: a / b}", SHARE, "method.reward_not_used:1.1:0.2"),
    ("Mỗi 1% hồ sơ được 0,2 điểm", "{kind: ratio, value: a / b, full_at: 60%}", SHARE, "method.threshold_not_printed:1.1:0.6"),
    ("Cứ 10% vượt thêm được 1 điểm", "{kind: ratio, value: a / b, full_at: 60%}", SHARE, "method.threshold_not_printed:1.1:0.6"),
    ("100%: 10 điểm; 100%: 5 điểm", "{kind: manual}", "", "method.overlap:1.1:100"),
]  # fmt: skip

BOTH = "inputs: {x: {type: yes_no, label: Có kế hoạch}, a: {label: Số hồ sơ trực tuyến, unit: hồ sơ}, b: {label: Tổng số hồ sơ, unit: hồ sơ, min: 1}}\nchecks: [a <= b]"
SUM = "{kind: sum, parts: [{points: %s, rule: {kind: ratio, value: a / b}}, {points: %s, rule: {kind: yes_no, when: x}}]}"
SUMMED = "Tỷ lệ hồ sơ trực tuyến a/b × 6 điểm; có kế hoạch: 4 điểm"
RIGHT += [(SUMMED, SUM % (6, 4), BOTH)]
WRONG += [
    (SUMMED, SUM % (4, 6), BOTH, "method.other_part:1.1:có kế hoạch: 4 điểm"),
    (SUMMED, SUM % (4, 6), BOTH, "method.other_part:1.1:Tỷ lệ hồ sơ trực tuyến a/b × 6 điểm"),
]


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_what_agrees_with_the_rule_is_left_alone(text: str, rule: str, rest: str) -> None:
    found = lint(method(text, f"rule: {rule}\n{rest}"))
    assert not [finding.id for finding in found if finding.code.startswith("method.")]


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_what_contradicts_the_rule_is_told(text: str, rule: str, rest: str, finding: str) -> None:
    assert finding in {each.id for each in lint(method(text, f"rule: {rule}\n{rest}"))}


def _table(*rows: tuple[str, str]) -> str:
    lines = (
        f'  - {{key: k{place}, number: "{number}", level: main, role: {role}, name: Việc {place}, max_points: 2}}'
        for place, (number, role) in enumerate(rows)
    )
    return "\n".join(lines)


def test_a_table_of_bonuses_counts_anew() -> None:
    rows = document(
        _table(("1", "scored"), ("2", "scored"), ("1", "bonus"), ("2", "bonus"), ("1", "deduction"))
    )
    assert not keys(rows, "number.repeated") + keys(rows, "number.order")


def test_inside_a_table_of_bonuses_numbers_keep_their_order() -> None:
    rows = document(_table(("1", "scored"), ("2", "bonus"), ("2", "bonus"), ("1", "bonus")))
    assert keys(rows, "number.repeated") == ["k2"]
    assert keys(rows, "number.order") == ["k3"]


def test_parts_that_exchanged_their_points_are_told_both() -> None:
    assert keys(method(SUMMED, f"rule: {SUM % (4, 6)}\n{BOTH}"), "method.other_part") == ["1.1", "1.1"]
