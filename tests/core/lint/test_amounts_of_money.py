"""Amounts of money in another unit than the figure's, or in two units."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.lint.money import amounts_in

from .documents import method

MILLIONS = "inputs: {n: {label: Số thu, type: decimal, decimals: 3, unit: triệu đồng}}"
TIERS = "rule: {kind: tiers, value: n, tiers: [{at_least: %s, give: full}, {at_least: %s, give: 40%%}]}"
TWO_UNITS = "Từ 2 tỷ 500 triệu đồng trở lên: 10 điểm; từ 1 tỷ 200 triệu đến dưới 2,5 tỷ: 4 điểm; dưới 1 tỷ 200 triệu đồng: 0 điểm."
TO_BILLIONS = "Từ 2,5 tỷ đồng trở lên: 10 điểm; từ 1200 triệu đồng đến dưới 2,5 tỷ đồng: 4 điểm; dưới 1200 triệu đồng: 0 điểm."


def _told(text: str, rule: str) -> list[str]:
    found = lint(method(text, f"{rule}\n{MILLIONS}", name="Thu ngân sách"))
    return [each.code for each in found if each.code.startswith(("method.", "unit."))]


@pytest.mark.parametrize("text", [TWO_UNITS, TO_BILLIONS])
def test_an_amount_in_other_units_is_what_it_comes_to(text: str) -> None:
    assert _told(text, TIERS % (2500, 1200)) == []


@pytest.mark.parametrize("text", [TWO_UNITS, TO_BILLIONS])
def test_another_amount_is_told(text: str) -> None:
    assert {"method.threshold_not_printed", "method.threshold_not_used"} <= set(
        _told(text, TIERS % (2000, 1200))
    )


def test_a_step_of_an_amount_in_two_units_is_its_size() -> None:
    text = "Mỗi 1 tỷ 500 triệu đồng vận động được 1 điểm"
    rule = "rule: {kind: count, parts: [{of: n, points_each: 1, every: %s}]}"
    assert _told(text, rule % 1500) == []
    assert "method.threshold_not_printed" in _told(text, rule % 1000)


def test_what_is_no_money_or_printed_in_one_unit_stays() -> None:
    for text in ("Từ 2 triệu lượt", "Từ 500 triệu đồng trở lên", "từ 1 đến 2 tỷ lệ", "đạt 3 tỷ trọng"):
        assert amounts_in(text, "triệu đồng") == text
    assert amounts_in("từ 1 đến 2,5 tỷ đồng", "triệu đồng") == "từ 1000 đến 2500 triệu đồng"
    assert amounts_in("từ 2 tỷ đồng", "") == "từ 2 tỷ đồng"
