"""Numbers that are split, damaged or may be two: put together where they can only be one, else left to people."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.clauses import clauses_of
from chamdiem.annex.rules.interpreting import interpret
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.numbers_left import numbers_left
from chamdiem.annex.rules.split_numbers import damaged_number, joined
from tests.annex.test_rules import read

# Text → what each thing gives.
EACH = {
    "Mỗi mô hình được 0, 5 điểm, tối đa 6 điểm": "0.5",
    "Mỗi mô hình được 0. 5 điểm, tối đa 6 điểm": "0.5",
    "Mỗi mô hình được 0 ,5 điểm, tối đa 6 điểm": "0.5",
    "Mỗi mô hình được 0 . 5 điểm, tối đa 6 điểm": "0.5",
    "Mỗi mô hình được 0 .5 điểm, tối đa 6 điểm": "0.5",
    "Mỗi mô hình được 1 ,5 điểm, tối đa 6 điểm": "1.5",
    "Mỗi mô hình: 0, 5 điểm": "0.5",
    "Mỗi lỗi trừ 0. 25 điểm": "0.25",
    "Mỗi mô hình được nửa điểm, tối đa 6 điểm": "0.5",
    "Mỗi mô hình: nửa điểm": "0.5",
    "Mỗi lỗi trừ nửa điểm": "0.5",
    "Mỗi mô hình được một nửa số điểm": "3",
}
TO_PEOPLE = (
    "Mỗi mô hình được 0 5 điểm, tối đa 6 điểm",
    "Mỗi mô hình được O,5 điểm, tối đa 6 điểm",
    "Mỗi mô hình được l,5 điểm, tối đa 6 điểm",
    "Mỗi mô hình được 0'5 điểm, tối đa 6 điểm",
    "Mỗi mô hình được 1, 5 điểm, tối đa 6 điểm",
    "Mỗi mô hình được một nửa điểm, tối đa 6 điểm",
    "Mỗi mô hình được 0,5 hoặc 1 điểm",
    "Mỗi mô hình được 0,5 và 1 điểm",
    "Mỗi mô hình được 0,5/1 điểm",
    "Mỗi mô hình 0,5 hay 1 điểm",
    "Có: 6 điểm; không có: 0. 5 điểm",
    "Mỗi mô hình được so,5 điểm, tối đa 6 điểm",
    "Từ 9 0 % trở lên: 6 điểm; dưới 9 0 %: 0 điểm",
    "Từ 1. 000 bài trở lên: 6 điểm; dưới 1. 000 bài: 0 điểm",
    "Từ 9S% trở lên: 6 điểm; dưới 9S%: 0 điểm",
    "Từ B0% trở lên: 6 điểm; dưới B0%: 0 điểm",
    "Từ 90, 5% trở lên: 6 điểm; dưới 90, 5%: 0 điểm",
    "Từ 1S mô hình trở lên: 6 điểm; dưới 1S mô hình: 0 điểm",
    "Từ 1,000 bài trở lên: 6 điểm; dưới 1,000 bài: 0 điểm",
    "Từ 1,500 mô hình trở lên: 6 điểm; dưới 1,500 mô hình: 0 điểm",
    "Từ 1,500 triệu đồng trở lên: 6 điểm; dưới 1,500 triệu đồng: 0 điểm",
    "Từ 2 tá mô hình trở lên: 6 điểm; dưới 2 tá mô hình: 0 điểm",
    "Từ 2 trăm lượt trở lên: 6 điểm; dưới 2 trăm lượt: 0 điểm",
)
FROM = {
    "Từ 2 chục mô hình trở lên: 6 điểm; dưới 2 chục mô hình: 0 điểm": "20",
    "Từ 10 000 lượt truy cập trở lên: 6 điểm; dưới 10 000 lượt: 0 điểm": "10000",
    "Từ 1 500 mô hình trở lên: 6 điểm; dưới 1 500 mô hình: 0 điểm": "1500",
    "Từ 1.500 mô hình trở lên: 6 điểm; dưới 1.500 mô hình: 0 điểm": "1500",
    "Từ 1,125 tỷ đồng trở lên: 6 điểm; dưới 1,125 tỷ đồng: 0 điểm": "1.125",
}
SOUND = (
    "Cấp độ 3: 5 điểm; cấp độ 1, 2: 3 điểm; không có: 0 điểm",
    "Loại 1, 5 điểm; loại 2, 3 điểm; loại 3, 0 điểm",
    "Dưới 50%: 0 điểm. 5 điểm nếu đạt từ 50%",
    "Thực hiện 5S: 5 điểm; mỗi mô hình 0,125 điểm",
    "Phủ sóng 5G, 4G: 5 điểm; từ 2,125 ha: 3 điểm",
    "Từ 30 giường/1 vạn dân: 5 điểm; huy động 2 trăm triệu đồng",
)


@pytest.mark.parametrize("text", EACH)
def test_a_number_in_pieces_is_put_together_and_told(text: str) -> None:
    reading, _ = read(text, name="Mô hình", maximum=6)

    assert isinstance(reading.rule, dict)
    assert reading.rule["parts"][0]["points_each"] == EACH[text]
    assert "số điểm" in text or any("đọc là" in each for each in reading.assumed)
    assert reading.confidence < 90 or "số điểm" in text


@pytest.mark.parametrize("text", FROM)
def test_groups_and_tens_are_one_number(text: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=6)

    assert isinstance(reading.rule, dict)
    assert reading.rule["tiers"][0]["at_least"] == FROM[text]


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_a_number_nobody_can_be_sure_of_is_left_to_people(text: str) -> None:
    reading, row = read(text, name="Mô hình", maximum=6)

    assert reading.is_manual
    assert row.warnings


@pytest.mark.parametrize("text", SOUND)
def test_sound_numbers_stay(text: str) -> None:
    assert joined(text) == text
    assert not damaged_number(text)


def test_places_in_the_text_stay() -> None:
    assert all(len(joined(text)) == len(text) for text in (*EACH, *FROM, *TO_PEOPLE))


def test_a_figure_whose_name_ends_in_the_middle_is_told() -> None:
    reading, _ = read("Lập hồ sơ khoa học cho 01 di sản được 2 điểm; 02 di sản được 4 điểm; từ 03 di sản trở lên được 5 điểm", name="Bảo tồn di sản", maximum=5)  # fmt: skip

    assert any("bị cắt" in each for each in reading.assumed)


NOT_LEFT = (
    "Từ 90% trở lên: 6 điểm; từ 70% đến 89,9%: 3 điểm; dưới 70%: 0 điểm",
    "Từ 10 mô hình: 6 điểm; 5 - 9 mô hình: 3 điểm; dưới 5: 0 điểm",
    "Đủ 12 buổi/năm: 6 điểm; thiếu mỗi buổi trừ 0,5 điểm",
    "Mỗi mô hình được 50% điểm; tối đa 6 điểm",
    "Ban hành trước ngày 15/12/2025 theo Nghị định 61/2018/NĐ-CP: 6 điểm; không ban hành: 0 điểm",
    "Từ 1,5 tỷ đồng: 6 điểm; từ 800 triệu đồng đến dưới 1,5 tỷ đồng: 3 điểm; dưới 800 triệu đồng: 1 điểm",
)


@pytest.mark.parametrize("text", NOT_LEFT)
def test_every_number_of_these_is_in_the_rule(text: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=6)

    assert not any("không nằm trong quy tắc" in each for each in reading.assumed)


def test_a_number_the_rule_leaves_out_is_told() -> None:
    statements = interpret(clauses_of("Mỗi mô hình được 7 điểm"), Fraction(20))
    material = Material(statements, Fraction(20), "Mô hình")
    material.use(*statements)

    assert numbers_left(material, {"kind": "count", "parts": [{"of": "n", "points_each": "3"}]}) == ["7"]
