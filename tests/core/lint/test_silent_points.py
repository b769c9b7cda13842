"""Points exchanged between levels or bands are found in whatever form the text prints them."""

# One rule stands on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint

from .documents import method

HEAD = "inputs: {k: {type: choice, label: Trưởng ban}}"
CHOICE = "rule: {{kind: choice, of: k, options: {{ct: {{label: Chủ tịch, points: {}}}, pct: {{label: Phó Chủ tịch, points: {}}}, khac: {{label: Khác, points: 0}}}}}}"
SHARE = "inputs: {a: {label: Số máy đã cài, unit: máy}, b: {label: Tổng số máy, unit: máy, min: 1}}\nchecks: [a <= b]"
TIERS = "rule: {{kind: tiers, value: a / b, tiers: [{{at_least: 90%, points: 10}}, {{at_least: 70%, points: {}}}, {{at_least: 50%, points: {}}}]}}"

LEVELS = [
    "Chủ tịch (10 điểm); Phó Chủ tịch (6 điểm); Khác (0 điểm)",
    "10 điểm: Chủ tịch; 6 điểm: Phó Chủ tịch; 0 điểm: Khác",
    "Chủ tịch: đạt 10 điểm, Phó Chủ tịch: đạt 6 điểm, khác: 0 điểm",
    "- Chủ tịch - 10 điểm\n- Phó Chủ tịch - 6 điểm\n- Khác - 0 điểm",
    "Chủ tịch được 10 đ; Phó Chủ tịch được 6 đ; khác 0 đ",
]
BANDS = [
    "Từ 90% trở lên 10 đ; từ 70% đến dưới 90% 6 đ; từ 50% đến dưới 70% 3 đ",
    "Từ 90% trở lên (10 điểm); từ 70% đến dưới 90% (6 điểm); từ 50% đến dưới 70% (3 điểm)",
    "≥ 90% = 10đ; 70 - <90% = 6đ; 50 - <70% = 3đ",
]


def _codes(indicator_set: IndicatorSet) -> list[str]:
    return [finding.code for finding in lint(indicator_set)]


def _chosen(text: str, *points: int) -> IndicatorSet:
    return method(text, f"{CHOICE.format(*points)}\n{HEAD}", name="Trưởng ban chỉ đạo")


def _banded(text: str, *points: int) -> IndicatorSet:
    return method(text, f"{TIERS.format(*points)}\n{SHARE}", name="Tỷ lệ máy đã cài")


@pytest.mark.parametrize("text", LEVELS)
def test_levels_with_each_others_points_are_told(text: str) -> None:
    assert _codes(_chosen(text, 6, 10)).count("method.other_case") == 2
    assert "method.other_case" not in _codes(_chosen(text, 10, 6))


@pytest.mark.parametrize("text", BANDS)
def test_bands_with_each_others_points_are_told(text: str) -> None:
    assert _codes(_banded(text, 3, 6)).count("method.other_points") == 2
    assert "method.other_points" not in _codes(_banded(text, 6, 3))
