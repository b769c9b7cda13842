"""Tiers of equal size, where the text gives or takes so much for each item."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

TIERS = "{kind: tiers, value: n, tiers: [{at_least: 4, give: full}, {at_least: 3, points: 7.5}, {at_least: 2, points: 5}, {at_least: 1, points: 2.5}]}"
MEETINGS = f"rule: {TIERS}\ninputs: {{n: {{label: Số cuộc họp, unit: cuộc}}}}"


def _told(text: str) -> list[str]:
    found = lint(method(text, MEETINGS, name="Số cuộc họp"))
    return [each.code for each in found if each.code.startswith("method.")]


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi cuộc họp được 2,5 điểm, tối đa 10 điểm",
        "Tổ chức đủ 4 cuộc: 10 điểm; thiếu 1 cuộc trừ 2,5 điểm",
        "Đủ 4 cuộc được 10 điểm, thiếu mỗi cuộc bị trừ 2,5 điểm",
    ],
)
def test_tiers_that_follow_from_each_item_are_printed(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    ["Mỗi cuộc họp được 2 điểm, tối đa 10 điểm", "Tổ chức đủ 4 cuộc: 10 điểm; thiếu 1 cuộc trừ 2 điểm"],
)
def test_tiers_of_other_points_are_told(text: str) -> None:
    assert "method.reward_not_printed" in _told(text)
