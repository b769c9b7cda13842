"""Calculation texts nobody had tuned for: large numbers, sentences that follow, dates, gates."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

VISITS = "inputs: {n: {label: Số lượt truy cập, unit: lượt}}"
SHARE = "inputs: {a: {label: Số hộ có cáp quang, unit: hộ}, b: {label: Tổng số hộ, unit: hộ, min: 1}}\nchecks: [a <= b]"
GATED = "inputs: {x: {type: yes_no, label: Có máy chủ giám sát}, a: {label: Số máy đã cài, unit: máy}, b: {label: Tổng số máy chủ, unit: máy}}\nchecks: [a <= b]"

GATE = "{kind: gate, when: x, then: {kind: ratio, value: a / b, if_zero: %s}}"
SENT = "inputs: {d: {type: date, label: Ngày hoàn thành, since: %s}}"

LATE = "{kind: gate, when: d <= 0, then: full, else: {kind: deduct, parts: [{of: d, points_each: '0.1'}]}}"
RATIO = "{kind: ratio, value: a / b%s}"
REACHED = "{kind: tiers, value: n, tiers: [{at_least: %s}]}"
EVERY = "{kind: count, parts: [{of: n, every: %s, points_each: 1}]}"

THOUSANDS = "Từ 5.000 lượt trở lên: điểm tối đa; dưới 5.000 lượt: 0 điểm"
SCALED = "Tỷ lệ = a/b. Từ 90% trở lên: điểm tối đa; dưới 90%: tỷ lệ/90% × điểm tối đa"
BELOW = "method.other_points:1.1:dưới 90%: tỷ lệ/90% × điểm tối đa. "
WATCHED = "Có giám sát: điểm = a/b × điểm tối đa; không: 0 điểm. Trường hợp b = 0 thì được điểm tối đa"
DAY = "Hoàn thành trước hoặc trong ngày 31/7/2025: điểm tối đa; mỗi ngày chậm trừ 0,1 điểm"

WRONG = [
    (THOUSANDS, REACHED % 500, VISITS, "method.threshold_not_used:1.1:5000"),
    (THOUSANDS, REACHED % 500, VISITS, "method.threshold_not_printed:1.1:500"),
    (THOUSANDS.replace("0 điểm", "5 điểm"), REACHED % 5000, VISITS, "method.other_points:1.1:dưới 5.000 lượt: 5 điểm"),
    ("Cứ 1.000 lượt được 1 điểm", EVERY % 100, VISITS, "method.other_step:1.1:Cứ 1.000 lượt được 1 điểm"),
    (f"{SCALED}. a: Số hộ có cáp quang", RATIO % ", full_at: 90%, below: zero", SHARE, f"{BELOW}a: Số hộ có cáp quang"),
    (f"{SCALED}. Trong đó a là số hộ", RATIO % ", full_at: 90%, below: zero", SHARE, f"{BELOW}Trong đó a là số hộ"),
    (f"{SCALED}. Không tính hộ bỏ hoang", RATIO % ", full_at: 90%, below: zero", SHARE, f"{BELOW}Không tính hộ bỏ hoang"),
    ("Từ 90% trở lên được điểm tối đa; dưới 90% được 5 điểm. a: Số hộ", RATIO % ", full_at: 90%, below: zero", SHARE, "method.other_points:1.1:dưới 90% được 5 điểm. a: Số hộ"),
    (WATCHED, GATE % "zero", GATED, "method.other_policy:1.1:b = 0 thì được điểm tối đa"),
    (DAY, LATE, SENT % "2025-06-30", "method.threshold_not_printed:1.1:30/06/2025"),
]  # fmt: skip

RIGHT = [
    (THOUSANDS, REACHED % 5000, VISITS),
    (THOUSANDS.replace("5.000", "1.000.000"), REACHED % 1000000, VISITS),
    (THOUSANDS.replace("5.000", "12.500"), REACHED % 12500, VISITS),
    ("Cứ 1.000 lượt được 1 điểm", EVERY % 1000, VISITS),
    (f"{SCALED}. a: Số hộ có cáp quang", RATIO % ", full_at: 90%", SHARE),
    (f"{SCALED}. Không tính hộ bỏ hoang", RATIO % ", full_at: 90%", SHARE),
    (f"{SCALED}. Xã chưa gửi báo cáo thì bị trừ hết", RATIO % ", full_at: 90%, below: zero", SHARE),
    (WATCHED, GATE % "full", GATED),
    ("Có giám sát: điểm = a/b × điểm tối đa. Không có máy chủ: 0 điểm", GATE % "full", GATED),
    (DAY, LATE, SENT % "2025-07-31"),
    ("Đúng hạn: điểm tối đa; mỗi ngày chậm trừ 0,1 điểm", LATE, SENT % "2025-07-31"),
    ("Gửi đúng hạn theo Quyết định ngày 12/3/2025: điểm tối đa; mỗi ngày chậm trừ 0,1 điểm", LATE, SENT % "2025-07-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_what_contradicts_the_rule_is_told(text: str, rule: str, rest: str, finding: str) -> None:
    assert finding in _found(text, rule, rest)


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_what_agrees_with_the_rule_is_left_alone(text: str, rule: str, rest: str) -> None:
    assert not _found(text, rule, rest)


def _found(text: str, rule: str, rest: str) -> set[str]:
    found = lint(method(text, f"rule: {rule}\n{rest}"))
    return {finding.id for finding in found if finding.code.startswith("method.")}
