"""Places in a ranking are counted from one: nothing is said of nought."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.lint.ranked_places import counts_places

from .documents import criterion

PLACE = "inputs: {n: {label: %s}}"
TIERS = (
    "{kind: tiers, value: n, tiers: [{at_most: 5, give: full}, {at_most: 10, points: %s}], "
    "otherwise: {points: 1}}"
)
METHOD = "%s từ 1 đến 5: 10 điểm; từ 6 đến 10: 7 điểm; còn lại: 1 điểm"


def _found(said: str, points: int = 7) -> list[str]:
    body = f"method: '{METHOD % said}'\nrule: {TIERS % points}\n{PLACE % 'Kết quả'}"
    codes = (each.code for each in lint(criterion(body, name="Kết quả")))
    return [each for each in codes if each in ("method.other_points", "method.threshold_not_used")]


@pytest.mark.parametrize("said", ["Xếp hạng", "Hạng", "Thứ hạng", "Đứng thứ", "Xếp thứ", "Vị trí"])
def test_the_rest_of_a_ranking_is_behind_it(said: str) -> None:
    assert _found(said) == []


def test_other_points_for_a_place_are_still_found() -> None:
    assert "method.other_points" in _found("Xếp hạng", 6)


def test_of_things_nought_is_left_over() -> None:
    assert "method.other_points" in _found("Số cuộc")


@pytest.mark.parametrize("text", ["hạng mục 1", "Xếp loại 1", "thứ 2 hằng tuần", "Cấp độ 3", "chính hạng"])
def test_what_is_no_ranking_is_not_taken_for_one(text: str) -> None:
    assert not counts_places(text)
