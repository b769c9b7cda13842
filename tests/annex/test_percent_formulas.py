"""Formulas in percent behind levels, targets of percentages, and ratios that a formula names."""

# Texts stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.annex.rules.reading import RuleReading
from tests.annex.test_rules import NA
from tests.annex.test_rules import read as read_row

_FROM_95 = {
    "kind": "gate",
    "when": "b > 0 and a / b >= 0.95",
    "then": {"kind": "ratio", "value": "a / b", "if_zero": "zero"},
    "else": "none",
}
_DONE = {"kind": "ratio", "value": "b / a"}
_DEFINED = "(a là tổng số nhiệm vụ; b là số nhiệm vụ hoàn thành)"
READ: dict[str, Any] = {
    "Từ 95% số hồ sơ được giải quyết đúng hạn trở lên thì tính theo công thức: (Tỷ lệ hồ sơ đúng hạn x 10)/100; Dưới 95% số hồ sơ: 0 điểm": _FROM_95,
    "Từ 95% trở lên: 10 điểm; dưới 95%: điểm = (tỷ lệ x 10)/95": {
        "kind": "ratio",
        "value": "a / b",
        "full_at": "0.95",
        **NA,
    },
    f"Hoàn thành từ 80% trở lên thì điểm đánh giá được tính theo công thức: b/a*10 {_DEFINED}. Hoàn thành dưới 80%: 0 điểm": {
        "kind": "gate",
        "when": "a > 0 and b / a >= 0.8",
        "then": {**_DONE, "if_zero": "zero"},
        "else": "none",
    },
    f"Hoàn thành từ 80%: 10 điểm. Dưới 80%: b/a*10 {_DEFINED}.": {
        **_DONE,
        "full_at": "0.8",
        "below": "ratio",
        **NA,
    },
    "Điểm = Tỷ lệ đạt được / Chỉ tiêu giao × 10 (không vượt quá 10 điểm)": {
        "kind": "ratio",
        "value": "a / b",
        **NA,
    },
    "Kết quả đạt được/chỉ tiêu được giao x 10 điểm, tối đa không quá 10 điểm": {
        "kind": "ratio",
        "value": "a / b",
        **NA,
    },
    "Tỷ lệ cuộc họp trực tuyến đạt ≥50%: 10 điểm, <50%: tỷ lệ tương ứng": {
        "kind": "ratio",
        "value": "a / b",
        "full_at": "0.5",
        **NA,
    },
    "Tỷ lệ thu gom rác thải: (Khối lượng thu gom / Tổng khối lượng phát sinh) x 10": {
        "kind": "ratio",
        "value": "a / b",
        **NA,
    },
    "Mỗi nền tảng 2 điểm (tối đa 5 nền tảng)": {
        "kind": "count",
        "parts": [{"of": "n", "points_each": "2"}],
    },
}


def _read(text: str, name: str = "Tỷ lệ hồ sơ đúng hạn") -> RuleReading:
    return read_row(text, name=name)[0]


@pytest.mark.parametrize("text", READ)
def test_formulas_behind_levels(text: str) -> None:
    assert _read(text).rule == READ[text]


def test_a_percentage_divided_by_a_hundred_is_told() -> None:
    assert any("theo phần trăm" in each for each in _read(next(iter(READ))).assumed)


def test_the_target_of_a_percentage_is_a_percentage() -> None:
    inputs = _read("Điểm = Tỷ lệ đạt được / Chỉ tiêu giao × 10").inputs
    assert [each["unit"] for each in inputs.values()] == ["%", "%"]


def test_figures_are_called_as_the_formula_names_its_ratio() -> None:
    inputs = _read("Tỷ lệ phản ánh xử lý đúng hạn x 10 điểm", name="Phản ánh hiện trường").inputs
    assert inputs["a"]["label"] == "Số phản ánh xử lý đúng hạn"


def test_a_bracket_behind_the_last_letter_is_no_part_of_its_name() -> None:
    inputs = _read(f"Hoàn thành từ 80%: 10 điểm. Dưới 80%: b/a*10 {_DEFINED}.").inputs
    assert inputs["b"]["label"] == "Số nhiệm vụ hoàn thành"
