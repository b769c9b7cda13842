"""Levels of one fault that each take off a part, beside what they are easily mistaken for."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

READ = {
    "Báo cáo đúng hạn: 10 điểm; chậm dưới 3 ngày trừ 2 điểm; chậm từ 3 ngày trở lên trừ 10 điểm": {"0": 10, "2": 8, "3": 0},
    "Để xảy ra 01 sự cố trừ 4 điểm; từ 02 sự cố trở lên trừ toàn bộ số điểm": {"0": 10, "1": 6, "2": 0, "7": 0},
    "Chậm đến 5 ngày bị trừ 1 điểm; chậm trên 5 ngày đến 10 ngày bị trừ 3 điểm; chậm trên 10 ngày: 0 điểm": {"0": 10, "5": 9, "8": 7, "11": 0},
}  # fmt: skip
LEFT = [
    # A gap, no open end, more faults taking off less, two kinds of faults, levels of what should be there.
    "Chậm từ 1 đến 3 ngày trừ 1 điểm; chậm từ 8 ngày trở lên trừ 10 điểm",
    "Chậm 1 ngày trừ 1 điểm và xem xét; chậm 2 ngày trừ 2 điểm và xem xét",
    "Chậm dưới 3 ngày trừ 5 điểm; chậm từ 3 ngày trở lên trừ 2 điểm",
    "Chậm dưới 3 báo cáo trừ 2 điểm; sai từ 3 báo cáo trở lên trừ 10 điểm",
    "Có dưới 3 lớp trừ 2 điểm; có từ 3 lớp trở lên trừ 10 điểm",
]


@pytest.mark.parametrize("text", READ)
def test_each_level_leaves_what_it_does_not_take(text: str) -> None:
    reading, row = read(text, name="Thực hiện chế độ báo cáo")
    criterion = criterion_of(reading, Fraction(10))
    (letter,) = reading.inputs
    points = {each: result_of(Case(given={letter: each}), criterion).points for each in READ[text]}
    assert points == READ[text]
    assert "rule.assumed" in {each.code for each in row.warnings}


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_one_ladder_stays_with_people(text: str) -> None:
    reading, _ = read(text, name="Thực hiện chế độ báo cáo")
    assert reading.is_manual
