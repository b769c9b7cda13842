"""Rows called by how much something grew or differs ask for that percentage, and not for a part of a whole."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

BARE = "Đạt từ 10% trở lên: 5 điểm; từ 5% đến dưới 10%: 3 điểm; dưới 5%: 0 điểm"
FALLING = "Dưới 5%: 5 điểm; từ 5% đến 10%: 3 điểm; trên 10%: 0 điểm"
# Name, text → percentages with their points, of five.
GROWN: list[tuple[str, str, dict[str, str]]] = [
    ("Tăng thu ngân sách so với dự toán", "Vượt từ 10% trở lên: 5 điểm; vượt từ 5% đến dưới 10%: 3 điểm; vượt dưới 5%: 1 điểm; không đạt dự toán: 0 điểm", {"10": "5", "5": "3", "4.9": "1", "0": "0", "-3": "0"}),
    ("Tăng số hội viên so với đầu năm", BARE, {"10": "5", "5": "3", "4.99": "0", "-5": "0"}),
    ("Số hội viên tăng so với đầu năm", BARE, {"12": "5", "5": "3", "1": "0"}),
    ("Mức tăng số lượt khách so với năm trước", BARE, {"12": "5", "5": "3", "1": "0"}),
    ("Tỷ lệ tăng doanh nghiệp mới so với cùng kỳ", BARE, {"12": "5", "5": "3", "1": "0"}),
    ("Tốc độ tăng trưởng GRDP", BARE, {"12": "5", "5": "3", "1": "0"}),
    ("Tăng trưởng dư nợ", BARE, {"12": "5", "5": "3", "1": "0"}),
    ("Thu ngân sách vượt so với dự toán", BARE, {"12": "5", "5": "3", "1": "0"}),
    ("Giảm số vụ tai nạn so với cùng kỳ năm trước", "Từ 5% trở lên: 5 điểm; dưới 5%: 2 điểm; không giảm: 0 điểm", {"5": "5", "4": "2", "0": "0"}),
    ("Biến động số hộ so với đầu năm", FALLING, {"4": "5", "5": "3", "11": "0"}),
    ("Mức chênh lệch giữa hai quý", FALLING, {"4": "5", "5": "3", "11": "0"}),
    ("Khoảng cách số", "Chênh lệch giữa thành thị và nông thôn dưới 5%: 5 điểm; từ 5% đến 10%: 3 điểm; trên 10%: 0 điểm", {"4": "5", "10": "3", "11": "0"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "points"), GROWN)
def test_how_much_something_grew_is_asked_in_percent(name: str, text: str, points: dict[str, str]) -> None:
    reading, _ = read(text, name=name, maximum=5)
    assert [given.get("unit") for given in reading.inputs.values()] == ["%"]
    criterion = criterion_of(reading, Fraction(5))
    given = {each: result_of(Case(given={"n": each}), criterion).points for each in points}
    assert given == {each: Fraction(expected) for each, expected in points.items()}


@pytest.mark.parametrize("name", ["Tăng thu ngân sách so với dự toán", "Tăng số hội viên so với đầu năm"])
def test_percentages_that_may_be_the_result_are_left_to_people(name: str) -> None:
    text = "Đạt từ 105% trở lên: 5 điểm; từ 100% đến dưới 105%: 3 điểm; dưới 100%: 0 điểm"
    reading, row = read(text, name=name, maximum=5)
    assert reading.is_manual
    assert any(name in each.facts.get("text", "") for each in row.warnings)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tăng tỷ lệ người dân dùng nước sạch", "Đạt từ 95%: 5 điểm; dưới 95%: 0 điểm"),
        ("Tăng số hội viên", "Đạt từ 95% kế hoạch trở lên: 5 điểm; dưới 95%: 0 điểm"),
        ("Tăng cường kiểm tra", "Đạt từ 10% số đơn vị trở lên: 5 điểm; dưới 10%: 0 điểm"),
        ("Số doanh nghiệp có doanh thu tăng so với năm trước", BARE),
    ],
)
def test_shares_of_things_that_grow_stay_shares(name: str, text: str) -> None:
    reading, _ = read(text, name=name, maximum=5)
    assert list(reading.inputs) == ["a", "b"]


@pytest.mark.parametrize("name", ["Mức chênh lệch giữa hai quý", "Biến động số hộ so với đầu năm"])
def test_a_difference_is_not_less_than_none(name: str) -> None:
    reading, _ = read(FALLING, name=name, maximum=5)
    assert reading.inputs["n"]["min"] == "0"
    assert read(BARE, name="Tốc độ tăng GRDP", maximum=5)[0].inputs["n"]["min"] == "-100"
