"""Calculation texts that say what their rule gives, in words that were once held against it."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import TEXT, method

QUARTERS = "inputs: {n: {label: Số quý có báo cáo, unit: quý, max: 4}}"
WEEKS = "inputs: {n: {label: Số tuần có tin, unit: tuần, max: 52}}"
MONTHS = "inputs: {n: {label: Thời gian hoàn thành, unit: tháng}}"
DAYS = "inputs: {n: {label: Số ngày chậm, unit: ngày}}"
FOUR = "{kind: tiers, value: n, tiers: [{at_least: 4, points: 10}, {at_least: 3, points: %s}, {at_least: 2, points: 5}, {at_least: 1, points: 2}]}"
LATE = "{kind: tiers, value: n, tiers: [{at_most: 7, points: 10}, {at_most: 14, points: %s}]}"
LASTING = "{kind: tiers, value: n, tiers: [{less_than: 6, points: 10}, {at_most: 12, points: %s}]}"

SHARE = "inputs: {a: {label: Số hộ có kết nối, unit: hộ}, b: {label: Tổng số hộ, unit: hộ}}\nchecks: [a <= b]"
BANDS = "{kind: tiers, value: a / b, if_zero: zero, tiers: [{at_least: 90%, points: 10}, {at_least: 80%, points: 5}]}"
RATIO = "{kind: ratio, value: a / b, if_zero: %s}"
GRADED = "T ≥ 90%: 10 điểm; 80% ≤ T < 90%: 5 điểm; T < 80%: 0 điểm"

PLAN = "inputs: {x: {type: yes_no, label: Có kế hoạch}}"
ASKED = "{kind: yes_no, when: x}"
INCIDENTS = "inputs: {n: {label: Số vụ mất an toàn, unit: vụ}}"
FALLING = (
    "{kind: tiers, value: n, tiers: [{at_most: 0, points: 10}, {at_most: 1, points: %s}], otherwise: 1/2}"
)
TAKEN = "Không có vụ nào: 10 điểm; 01 vụ: trừ 3 điểm; từ 02 vụ: trừ 5 điểm"
# The number in front of what it bounds, and bands one after the other on a line.
AHEAD = (
    "Điểm: 90% ≤ tỷ lệ: 10; 80% ≤ tỷ lệ < 90%: 5; còn lại: 0",
    "90% <= T: 10 điểm; 80% <= T < 90%: 5 điểm; 80% > T: 0 điểm",
)
BANDED = "Ít nhất 90% số hộ được 10 điểm, ít nhất 80% được 5 điểm"
MISSED = "{kind: deduct, parts: [{of: n, points_each: %s}]}"
MINUTES = "inputs: {n: {label: Số biên bản thiếu hoặc muộn, unit: biên bản}}"

RIGHT = [
    ("4 quý: 10 điểm; 3 quý: 8 điểm; 2 quý: 5 điểm; 1 quý: 2 điểm", FOUR % 8, QUARTERS),
    ("Từ 4 tuần trở lên: 10 điểm; 3 tuần: 8 điểm; 2 tuần: 5 điểm; 1 tuần: 2 điểm", FOUR % 8, WEEKS),
    ("Chậm không quá 1 tuần: 10 điểm; không quá 2 tuần: 5 điểm", LATE % 5, DAYS),
    ("Dưới 6 tháng: 10 điểm; từ 6 tháng đến 1 năm: 5 điểm; trên 1 năm: 0 điểm", LASTING % 5, MONTHS),
    *((f"{way}\n{GRADED}", BANDS, SHARE) for way in ("T = a/b x 100%", "T = (a/b) x100%", "T = a/b nhân 100%", "T = 100% x a/b")),
    (f"{TEXT}\nNếu b = 0 thì không tính điểm tiêu chí này", RATIO % "not_applicable", SHARE),
    (f"{TEXT}\nNếu b = 0 thì không tính điểm", RATIO % "zero", SHARE),
    (f"{TEXT}\nKhông có: 0%", RATIO % "zero", SHARE),
    ("Có kế hoạch: 100%; không có: 0%", ASKED, PLAN),
    ("Có kế hoạch: điểm tối đa; chưa có: 0%", ASKED, PLAN),
    (TAKEN, FALLING % 7, INCIDENTS),
    *((text, BANDS, SHARE) for text in AHEAD),
    ("T đạt 90% hoặc hơn thì cho mười điểm; 80% ≤ T < 90%: 5 điểm; còn lại: 0 điểm", BANDS, SHARE),
    (f"{BANDED}, còn lại không có điểm", BANDS, SHARE),
    ("Điểm = tỷ lệ a/b x điểm tối đa (a là số hộ có kết nối, b là tổng số hộ).", RATIO % "zero", SHARE),
    ("Nộp đủ 5 biên bản: điểm tối đa; thiếu hoặc muộn mỗi biên bản trừ 2 điểm", MISSED % 2, MINUTES),
    ("01 vụ: trừ 30% số điểm; từ 02 vụ: trừ 50% số điểm", FALLING % 7, INCIDENTS),
]  # fmt: skip

WRONG = [
    ("4 quý: 10 điểm; 3 quý: 8 điểm; 2 quý: 5 điểm; 1 quý: 2 điểm", FOUR % 7, QUARTERS, "method.other_points:1.1:3 quý: 8 điểm"),
    ("Chậm không quá 1 tuần: 10 điểm; không quá 2 tuần: 5 điểm", LATE % 4, DAYS, "method.other_points:1.1:không quá 2 tuần: 5 điểm"),
    ("Dưới 6 tháng: 10 điểm; từ 6 tháng đến 1 năm: 5 điểm; trên 1 năm: 0 điểm", LASTING % 4, MONTHS, "method.other_points:1.1:từ 6 tháng đến 1 năm: 5 điểm"),
    (f"T = a/b x 100%\n{GRADED}; đạt 100%: 9 điểm", BANDS, SHARE, "method.threshold_not_used:1.1:1"),
    (f"{TEXT}\nNếu b = 0 thì không tính điểm", RATIO % "full", SHARE, "method.other_policy:1.1:b = 0 thì không tính điểm"),
    (AHEAD[0], BANDS.replace("90%", "95%"), SHARE, "method.other_points:1.1:Điểm: 90% ≤ tỷ lệ: 10"),
    (AHEAD[1], BANDS.replace("10}", "8}"), SHARE, "method.other_points:1.1:90% <= T: 10 điểm"),
    (BANDED, BANDS.replace("points: 5", "points: 6"), SHARE, "method.other_points:1.1:ít nhất 80% được 5 điểm"),
    ("Nộp đủ 5 biên bản: điểm tối đa; thiếu hoặc muộn mỗi biên bản trừ 2 điểm", MISSED % 1, MINUTES, "method.threshold_not_used:1.1:5"),
    (TAKEN, FALLING % 6, INCIDENTS, "method.other_points:1.1:01 vụ: trừ 3 điểm"),
]  # fmt: skip


DAY = "inputs: {d: {type: date, label: Ngày hoàn thành, since: 2025-01-01}}"
DUE = "{kind: tiers, value: d, tiers: [{at_most: 50, points: 10}, {at_most: 89, points: 5}]}"
WRONG += [
    (
        "Trước ngày 01/3/2025: 10 điểm; từ ngày 01/3/2025 đến 31/3/2025: 5 điểm",
        DUE,
        DAY,
        "method.threshold_not_used:1.1:01/03/2025",
    )
]


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_what_agrees_with_the_rule_is_left_alone(text: str, rule: str, rest: str) -> None:
    assert not _found(text, rule, rest)


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_what_contradicts_the_rule_is_told(text: str, rule: str, rest: str, finding: str) -> None:
    assert finding in _found(text, rule, rest)


def _found(text: str, rule: str, rest: str) -> set[str]:
    found = lint(method(text, f"rule: {rule}\n{rest}"))
    return {finding.id for finding in found if finding.code.startswith("method.")}
