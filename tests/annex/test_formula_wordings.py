"""Formulas beside thresholds, floors and levels; letters called one by one; what every step costs."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

LETTERS = "; a: số hồ sơ trực tuyến; b: tổng số hồ sơ"
RATIO = {"kind": "ratio", "value": "a / b", **NA}
ENOUGH = {**RATIO, "full_at": "0.85", "below": "ratio"}
LATE = {**RATIO, "value": "1 - a / b"}


def behind(floor: str, rule: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "gate", "when": f"b > 0 and a / b >= {floor}", "then": rule, "else": "none"}


def short_of(start: int, points: str, every: str) -> dict[str, Any]:
    part = {"of": f"{start} - 100 * a / b", "points_each": points, "every": every}
    return {"kind": "deduct", "parts": [part]}


FLOORED = behind(
    "0.6", {"kind": "ratio", "value": "a / b", "full_at": "0.9", "below": "ratio", "if_zero": "zero"}
)
READ: dict[str, Any] = {
    # A threshold behind a formula.
    f"Điểm = (a/b) x 10. Trường hợp tỷ lệ từ 85% trở lên được điểm tối đa{LETTERS}": ENOUGH,
    "Điểm = số hồ sơ đúng hạn/tổng số hồ sơ x 10; đạt 85% trở lên tính 10 điểm": ENOUGH,
    "Tỷ lệ hồ sơ đúng hạn x 10 (nếu dưới 50% không có điểm)": behind(
        "0.5", {"kind": "ratio", "value": "a / b", "if_zero": "zero"}
    ),
    # Letters called one by one, and letters of ratios.
    "Gọi x là số hồ sơ đúng hạn, y là tổng số hồ sơ: điểm = x/y × 10": {**RATIO, "value": "x / y"},
    "k = số hồ sơ đúng hạn/tổng số hồ sơ. k ≥ 90%: 10 điểm; 60% ≤ k < 90%: điểm = k x 10; k < 60%: 0 điểm": FLOORED,
    "Gọi a là số hồ sơ đúng hạn và b là tổng số hồ sơ; tỷ lệ k = a/b x 100%. k ≥ 90%: 10 điểm; "
    "60% ≤ k < 90%: k x 10; k < 60%: 0 điểm": FLOORED,
    # Ratios called by their words.
    "Điểm = (1 - tỷ lệ hồ sơ trễ hạn) x 10": LATE,
    "Điểm = điểm tối đa - (tỷ lệ hồ sơ trễ hạn x điểm tối đa)": LATE,
    "Tỷ lệ trễ hạn = số hồ sơ trễ hạn/tổng số hồ sơ. Điểm = (1 - tỷ lệ hồ sơ trễ hạn) x 10": LATE,
    "Tỷ lệ trễ hạn = hồ sơ trễ hạn/tổng hồ sơ. Điểm = (1 - tỷ lệ trễ hạn) x 10": LATE,
    "Điểm = tỷ lệ hồ sơ được số hoá (trừ hồ sơ mật) x 10": RATIO,
    "Đạt từ 10% trở lên: 10\nDưới 10% thì điểm đánh giá được tính theo công thức: (Tỷ lệ % giảm/10%)*10,00": {
        **RATIO,
        "full_at": "0.1",
    },
    # Quotients in words behind a level.
    "100%: 10 điểm. Dưới 100%: điểm = (số thủ tục toàn trình/số thủ tục đủ điều kiện) × 10 điểm": {
        **RATIO,
        "full_at": "1",
        "below": "ratio",
    },
    "Tỷ lệ từ 80% trở lên: 10 điểm; còn lại tính theo công thức: 10 x (số hồ sơ đúng hạn/tổng số hồ sơ)": {
        **RATIO,
        "full_at": "0.8",
        "below": "ratio",
    },
    "(Số hồ sơ đúng hạn : tổng số hồ sơ) x 10 điểm": RATIO,
    "10 điểm x (số hồ sơ đúng hạn/tổng số hồ sơ)": RATIO,
    "Điểm = số phiếu tốt/tổng số phiếu x 7 + số phiếu khá/tổng số phiếu x 3": {
        **RATIO,
        "value": "a / b * 7 + c / b * 3",
        "full_at": "10",
    },
    "Điểm = (điểm trên Cổng dịch vụ công/100) x 10": {"kind": "ratio", "value": "a / 100"},
    "Tỷ lệ ≥ 95% thì điểm = 10, ngược lại điểm = 10 × tỷ lệ/95%": {**RATIO, "full_at": "0.95"},
    # Only the ratio, with its percents, in front of the levels.
    "(Số hồ sơ đúng hạn / Tổng số hồ sơ) * 100%: từ 95% trở lên 10 điểm, còn lại 0 điểm": {
        **RATIO,
        "full_at": "0.95",
        "below": "zero",
    },
    "Số hồ sơ đúng hạn/tổng số hồ sơ x 100%, đạt từ 95% trở lên: 10 điểm; dưới 95%: 0 điểm": {
        **RATIO,
        "full_at": "0.95",
        "below": "zero",
    },
    "(Số hồ sơ đúng hạn/Tổng số hồ sơ) x 100 %. ≥ 95%: 10 điểm; < 95%: 0 điểm": {
        **RATIO,
        "full_at": "0.95",
        "below": "zero",
    },
    # What every step costs, from where, and down to where.
    "Đạt 100%: 10 điểm; cứ giảm 10% trừ 1 điểm; dưới 50%: 0 điểm": behind("0.5", short_of(100, "1", "10")),
    "Từ 90%: 10 điểm, dưới 90% thì cứ giảm mỗi 1% trừ 0,5 điểm cho đến 0 điểm": short_of(90, "0.5", "1"),
    "Từ 75%: 10 điểm; mỗi 1% dưới 75% trừ 0,2 điểm; không âm": short_of(75, "0.2", "1"),
    "Đạt 95%: 10 điểm, thấp hơn 95% thì cứ 1% trừ 0,5 điểm": short_of(95, "0.5", "1"),
    "Tỷ lệ = b/a*100%. a: tổng số hồ sơ; b: số hồ sơ đúng hạn. >= 75%: 10 điểm; cứ thiếu 1% giảm 0,2 điểm": {
        "kind": "deduct",
        "parts": [{"of": "75 - 100 * b / a", "points_each": "0.2", "every": "1"}],
    },
    "Đạt 100%: 10 điểm, giảm 10% trừ 1 điểm": short_of(100, "1", "10"),
    "Cứ đạt 20% được tính 02 điểm; tối đa 10 điểm": {
        "kind": "count",
        "parts": [{"of": "100 * a / b", "points_each": "2", "every": "20"}],
    },
}  # fmt: skip
TO_PEOPLE = [
    "Tỷ lệ đúng hạn = số hồ sơ đúng hạn/tổng số hồ sơ. Điểm = (1 - tỷ lệ hồ sơ trễ hạn) x 10",
    "Tỷ lệ đúng hạn = số hồ sơ đúng hạn/tổng số hồ sơ. Điểm = (1 - tỷ lệ quá hạn) x 10",
    "Đạt 100%: 10 điểm; dưới 90% thì cứ giảm 1% trừ 1 điểm",
    "Tỷ lệ đúng hạn từ 80%: 10 điểm; dưới 80%: số hồ sơ chậm/tổng số hồ sơ × 10",
    "Điểm = tỷ lệ nghịch với số hồ sơ x 10",
]


@pytest.mark.parametrize("text", READ)
def test_a_formula_is_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == READ[text]


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_a_neighbour_is_left_to_people(text: str) -> None:
    reading, _ = read(text)
    assert reading.is_manual


def test_one_step_that_costs_points_is_told_where_it_is_meant_for_every_one() -> None:
    reading, _ = read("Đạt 100%: 10 điểm, giảm 10% trừ 1 điểm")
    assert "“giảm 10% trừ 1 điểm”: mỗi bước thêm cũng trừ như vậy" in reading.assumed


def test_what_is_left_out_of_a_ratio_stays_in_the_name_of_its_figures() -> None:
    reading, _ = read("Điểm = tỷ lệ hồ sơ được số hoá (trừ hồ sơ mật) x 10")
    assert reading.inputs["a"]["label"] == "Số hồ sơ được số hoá (trừ hồ sơ mật)"
