"""Thresholds of a ratio with a formula beside them: which side the threshold itself is on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

LETTERS = "Tỷ lệ = a/b (a: số phiếu hài lòng; b: tổng số phiếu)."
ABOVE_80 = {
    "kind": "gate",
    "when": "b > 0 and a / b > 0.8",
    "then": "full",
    "else": {"kind": "ratio", "value": "a / b", **NA},
}
FROM_50: dict[str, Any] = {
    "kind": "gate",
    "when": "b > 0 and a / b >= 0.5",
    "then": {"kind": "ratio", "value": "a / b", "if_zero": "zero"},
    "else": "none",
}
READ = {
    "Tỷ lệ > 80%: 10 điểm; Tỷ lệ ≤ 80%: Điểm = tỷ lệ × 10": (ABOVE_80, ""),
    "Trên 80%: 10 điểm; còn lại: tỷ lệ × 10": (ABOVE_80, ""),
    "Trên 80%: 10 điểm; dưới 80%: tỷ lệ × 10": (ABOVE_80, "đúng 80 % không thuộc mức nào"),
    "Tỷ lệ ≥ 80%: 10 điểm; tỷ lệ ≤ 80%: tỷ lệ × 10": (
        {"kind": "ratio", "value": "a / b", "full_at": "0.8", "below": "ratio", **NA},
        "đúng 80 % in ở hai mức",
    ),
    "Tỷ lệ > 80%: 10 điểm; dưới 80%: tỷ lệ/80% × 10": (
        {"kind": "ratio", "value": "a / b", "full_at": "0.8", **NA},
        "",
    ),
    "Dưới 50%: 0 điểm; từ 50% trở lên: Điểm = Tỷ lệ × 10": (FROM_50, ""),
    "Từ 50% trở xuống: 0 điểm; trên 50%: Điểm = Tỷ lệ × 10": (
        {**FROM_50, "when": "b > 0 and a / b > 0.5"},
        "",
    ),
    "Dưới 50%: 0 điểm; trên 50%: Điểm = Tỷ lệ × 10": (
        {**FROM_50, "when": "b > 0 and a / b > 0.5"},
        "đúng 50 % không thuộc mức nào",
    ),
}


@pytest.mark.parametrize("text", READ)
def test_the_threshold_is_on_the_side_the_text_says(text: str) -> None:
    reading, row = read(f"{LETTERS} {text}", name="Tỷ lệ hài lòng")
    rule, told = READ[text]
    assert reading.rule == rule
    assert any(told in str(notice.facts) for notice in row.warnings) if told else not reading.assumed


def test_a_formula_with_another_slope_above_a_floor_stays_with_people() -> None:
    text = f"{LETTERS} Tỷ lệ ≤ 50%: 0 điểm; > 50%: Điểm = (tỷ lệ - 50%) × 20"
    assert read(text, name="Tỷ lệ hài lòng")[0].is_manual
