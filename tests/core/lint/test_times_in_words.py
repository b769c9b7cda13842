"""Weeks and half months in words, where days are counted."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

DAYS = "inputs: {t: {label: Số ngày giữa hai lần cập nhật, unit: ngày}}"
TIERS = "rule: {kind: tiers, value: t, tiers: [{less_than: 7, give: full}, {less_than: %s, give: 60%%}, {at_most: 30, give: 30%%}]}"
WEEK = "Dưới một tuần: 10 điểm; từ một tuần đến dưới 15 ngày: 6 điểm; từ 15 ngày đến 30 ngày: 3 điểm; quá 30 ngày: 0 điểm."
HALF_MONTH = "Dưới 7 ngày: 10 điểm; từ 7 ngày đến dưới nửa tháng: 6 điểm; từ nửa tháng đến một tháng: 3 điểm; trên một tháng: 0 điểm."


def _told(text: str, edge: int) -> list[str]:
    found = lint(method(text, f"{TIERS % edge}\n{DAYS}", name="Thời gian cập nhật"))
    return [each.code for each in found if each.code.startswith("method.")]


@pytest.mark.parametrize("text", [WEEK, HALF_MONTH])
def test_a_week_and_half_a_month_in_words_are_so_many_days(text: str) -> None:
    assert _told(text, 15) == []


@pytest.mark.parametrize("text", [WEEK, HALF_MONTH])
def test_another_number_of_days_is_told(text: str) -> None:
    assert "method.other_points" in _told(text, 14)


@pytest.mark.parametrize("text", ["Gửi trước hoặc đúng ngày %s: 10 điểm", "Gửi đúng ngày %s: 10 điểm"])
def test_the_very_day_bounds_a_date(text: str) -> None:
    rule = "rule: {kind: gate, when: d <= 0, then: full, else: {kind: deduct, parts: [{of: d, points_each: 0.5}]}}"
    dates = "inputs: {d: {type: date, label: Ngày gửi báo cáo, since: 2025-12-15}}"
    late = f"{text}; chậm mỗi ngày trừ 0,5 điểm"
    told = {
        day: [each.code for each in lint(method(late % day, f"{rule}\n{dates}")) if "threshold" in each.code]
        for day in ("15/12/2025", "20/12/2025")
    }
    assert told == {"15/12/2025": [], "20/12/2025": ["method.threshold_not_printed"]}
