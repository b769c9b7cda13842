"""Levels whose edge is another figure."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

_NOW = "a = Số sự cố năm nay; b = Số sự cố năm trước; "
_DONE = "a: Số buổi tổ chức; b: số buổi theo kế hoạch; "
GIVEN = {
    "a = Số địa chỉ IP nhiễm mã độc; b = Số trung bình của các tỉnh; - Nếu a = 0: Điểm tối đa; - Nếu 0 < a < b: 1/2*Điểm tối đa; - Nếu a ≥ b: 0 điểm": "0,5:10 0,0:10 1,5:5 5,5:0 6,5:0",
    _NOW + "Nếu a < b: 10 điểm; nếu a = b: 5 điểm; nếu a > b: 0 điểm": "0,1:10 4,4:5 5,4:0 0,0:5",
    _NOW + "a > b: 0 điểm; a ≤ b: 1/2*Điểm tối đa; a = 0: Điểm tối đa": "5,4:0 4,4:5 0,4:10",
    _DONE + "a ≥ b: Điểm tối đa; a < b: a/b * Điểm tối đa": "5,4:10 4,4:10 1,4:2.5 0,0:10",
    _DONE + "a >= b: Điểm tối đa; b/2 <= a < b: 5 điểm; a < b/2: 0 điểm": "4,4:10 2,4:5 1,4:0",
    _DONE + "a lớn hơn hoặc bằng b: 10 điểm; a nhỏ hơn b: 0 điểm": "4,4:10 3,4:0",
    _DONE + "a ≥ b: 10 điểm; a ≥ 80% b: 6 điểm; a < 80%b: 0 điểm": "10,10:10 8,10:6 7,10:0",
    _DONE + "a ≥ b: 10 điểm; 50%b ≤ a < b: 5 điểm; còn lại: 0 điểm": "10,10:10 5,10:5 4,10:0",
    "a = Số sự cố đã xử lý; b = Tổng số sự cố; a = b hoặc b = 0: Điểm tối đa; a < b: a/b*Điểm tối đa": "4,4:10 0,0:10 1,4:2.5",
    "a= Số cuộc họp do cấp trưởng chủ trì; b= Tổng số cuộc họp; Nếu b = 0: 0 điểm; Nếu b > 0: Điểm = a/b*Điểm tối đa": "0,0:0 1,2:5",
}


@pytest.mark.parametrize("text", GIVEN)
def test_levels_end_where_another_figure_lies(text: str) -> None:
    reading, _ = read(text, name="Sự cố")
    criterion = criterion_of(reading, Fraction(10))
    for case in GIVEN[text].split():
        figures, points = case.split(":")
        result = result_of(Case(given=dict(zip("ab", figures.split(","), strict=True))), criterion)
        assert result.points == Fraction(points), case


def test_a_case_that_goes_before_the_others_and_a_published_figure_are_told() -> None:
    reading, _ = read(next(iter(GIVEN)), name="Sự cố")
    assert reading.assumed == [
        "“Nếu a = 0” được xét trước các mức khác",
        "“Số trung bình của các tỉnh” là số liệu chung, do đơn vị tổng hợp công bố",
    ]
    assert reading.inputs["b"]["type"] == "decimal"


@pytest.mark.parametrize(
    "text",
    [
        "a = Số sự cố; b = tỷ lệ sự cố năm trước; a < b: 10 điểm; a ≥ b: 0 điểm",
        _NOW + "a < b: 10 điểm; a > b: 0 điểm",
        _NOW + "a ≤ b: 10 điểm; a ≥ b: 0 điểm",
        _NOW + "a < b: 10 điểm; a ≥ b và không có kế hoạch: 0 điểm; còn lại: 5 điểm",
        _NOW + "a < b: 0 điểm; a ≥ 50% b: 10 điểm",
    ],
)
def test_levels_with_a_gap_or_two_answers_are_left_to_people(text: str) -> None:
    reading, _ = read(text, name="Sự cố")
    assert reading.is_manual
