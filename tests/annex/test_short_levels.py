"""Levels and formulas in few signs: "Có: 1, không: 0", "3/4 nội dung", "(Hs/Ht) × 8", "theo tỉ lệ thuận"."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text, name, maximum → figures with their points.
SHORT: list[tuple[str, str, int, list[tuple[dict[str, str], Fraction]]]] = [
    ("Có: 1, không: 0", "Có trang thông tin điện tử", 1, [({"x": "yes"}, Fraction(1)), ({"x": "no"}, Fraction(0))]),
    ("Đã ban hành: 2, chưa ban hành: 0", "Kế hoạch", 2, [({"x": "yes"}, Fraction(2)), ({"x": "no"}, Fraction(0))]),
    ("H = (Hs/Ht) × 8, trong đó Hs là số hồ sơ được số hóa, Ht là tổng số hồ sơ tiếp nhận", "Số hóa hồ sơ", 8, [({"a": "3", "b": "4"}, Fraction(6))]),
    ("Tn là tổng số nhiệm vụ; Hn là số nhiệm vụ hoàn thành. Điểm = Hn/Tn × 8", "Nhiệm vụ", 8, [({"a": "4", "b": "1"}, Fraction(2))]),
    ("Từ 85% trở lên được 6 điểm; dưới 85% được tính theo tỉ lệ thuận: (a/b)/85% × 6; a: số hộ có; b: tổng số hộ", "Cáp quang", 6, [({"a": "90", "b": "100"}, Fraction(6)), ({"a": "17", "b": "40"}, Fraction(3))]),
    ("Hoàn thành 4/4 nội dung: 8 điểm; 3/4 nội dung: 6 điểm; 2/4 nội dung: 4 điểm; dưới 2 nội dung: không điểm", "Nội dung", 8, [({"n": "4"}, Fraction(8)), ({"n": "3"}, Fraction(6)), ({"n": "1"}, Fraction(0))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "maximum", "cases"), SHORT)
def test_few_signs_say_as_much(
    text: str, name: str, maximum: int, cases: list[tuple[dict[str, str], Fraction]]
) -> None:
    reading, _ = read(text, name=name, maximum=maximum)
    criterion = criterion_of(reading, Fraction(maximum))
    assert [result_of(Case(given=given), criterion).points for given, _ in cases] == [
        points for _, points in cases
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Có: 1, không: 0, khác: có giải trình",
        "Đạt 3/5 tiêu chí: 2 điểm; 4/6 tiêu chí: 4 điểm",
        "H = (Hs/Ht) × 4, trong đó Hs là số hồ sơ được số hóa",
    ],
)
def test_what_does_not_fit_is_for_people(text: str) -> None:
    reading, row = read(text, name="Kết quả", maximum=4)
    assert reading.is_manual or row.warnings
