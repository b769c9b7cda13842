"""Bands that stand one after the other as sentences, as in the annexes of administrative reform."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

PLAIN = "Đạt từ 95% trở lên: 10. Đạt từ 85% đến dưới 95%: 6. Đạt từ 75% đến dưới 85%: 4. Dưới 75%: 0."
RATE = (
    "Đạt tỷ lệ từ 95% trở lên: 10. Đạt tỷ lệ từ 85% đến dưới 95%: 6. "
    "Đạt tỷ lệ từ 75% đến dưới 85%: 4. Đạt tỷ lệ dưới 75%: 0."
)
REACHED = RATE.replace("Đạt tỷ lệ", "Tỷ lệ đạt")
TIERS = "[{at_least: 95%, give: full}, {at_least: 85%, points: 6}, {at_least: 75%, points: 4}]"
FIGURES = "inputs: {a: {label: Số hộ có kết nối, unit: hộ}, b: {label: Tổng số hộ, unit: hộ, min: 1}}"


def _told(text: str, tiers: str, more: str = "") -> set[str]:
    rule = f"{{kind: tiers, value: a / b, tiers: {tiers}{more}}}"
    found = lint(method(text, f"rule: {rule}\n{FIGURES}\nchecks: [a <= b]"))
    return {each.code for each in found if each.code.startswith("method.")}


@pytest.mark.parametrize("text", [PLAIN, RATE, REACHED])
def test_sentences_are_read_as_bands(text: str) -> None:
    assert not _told(text, TIERS)
    assert "method.other_points" in _told(text, TIERS, ", otherwise: {points: 2}")
    assert "method.other_points" in _told(text, TIERS.replace("at_least: 95%", "more_than: 95%"))
    assert "method.other_points" in _told(text, TIERS.replace("points: 6", "points: 5"))
    assert "method.threshold_not_printed" in _told(text, TIERS.replace("85%", "80%"))
