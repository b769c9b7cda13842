"""Shares whose words name the part and the whole: "nợ xấu trên tổng dư nợ"; options with all their words."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

LEVELS = "Từ 30% trở lên: 5 điểm; dưới 30%: 0 điểm"


@pytest.mark.parametrize(
    ("name", "part", "whole"),
    [
        ("Tỷ lệ nợ xấu trên tổng dư nợ", "Nợ xấu", "Tổng dư nợ"),
        ("Tỷ lệ bác sĩ trên dân số", "Số bác sĩ", "Dân số"),
        ("Tỷ lệ vốn xã hội hóa trên tổng vốn đầu tư", "Vốn xã hội hóa", "Tổng vốn đầu tư"),
        ("Tỷ lệ chi khoa học so với tổng chi ngân sách", "Số chi khoa học", "Tổng chi ngân sách"),
        ("Số thuê bao chữ ký số trên dân số trưởng thành", "Số thuê bao chữ ký số", "Dân số trưởng thành"),
        ("Tỷ lệ hồ sơ đúng hạn trên tổng số hồ sơ", "Số hồ sơ đúng hạn", "Tổng số hồ sơ"),
        ("Tỷ trọng diện tích tưới tiết kiệm trên tổng diện tích", "Diện tích tưới tiết kiệm", "Tổng diện tích"),
        ("Tỷ lệ hộ nghèo trên địa bàn", "Số hộ nghèo trên địa bàn", "Tổng số: hộ"),
        ("Tỷ lệ hồ sơ nộp trên Cổng", "Số hồ sơ nộp trên Cổng", "Tổng số: hồ sơ"),
        ("Tỷ lệ người trên 60 tuổi có tài khoản", "Số người trên 60 tuổi có tài khoản", "Tổng số: người trên 60 tuổi"),
    ],
)  # fmt: skip
def test_what_stands_over_a_whole_is_called_so(name: str, part: str, whole: str) -> None:
    reading, _ = read(LEVELS, name=name, maximum=5)
    assert [given["label"] for given in reading.inputs.values()] == [part, whole]


def test_both_figures_may_be_named_by_the_text() -> None:
    text = "Tỷ lệ nợ thuế trên tổng thu không quá 5%: 5 điểm; trên 5%: 0 điểm"
    reading, row = read(text, name="Nợ thuế", maximum=5)
    assert [given["label"] for given in reading.inputs.values()] == ["Nợ thuế", "Tổng thu"]
    assert "rule.assumed" not in [each.code for each in row.warnings]


@pytest.mark.parametrize("verb", ["Chấm", "Cho", "Được", "Đạt"])
def test_what_gives_nothing_is_no_part_of_the_level_before_it(verb: str) -> None:
    nothing = {"Được": "không được", "Đạt": "không tính"}.get(verb, f"không {verb.lower()}")
    text = f"{verb} 6 điểm nếu đạt từ 80%, {verb.lower()} 3 điểm nếu đạt từ 50% đến dưới 80%, {nothing} điểm nếu dưới 50%"
    reading, _ = read(text, name="Tỷ lệ chợ có biển hiệu", maximum=6)
    assert isinstance(reading.rule, dict)
    assert reading.rule["tiers"] == [{"at_least": "0.8", "give": "full"}, {"at_least": "0.5", "points": "3"}]


@pytest.mark.parametrize(
    "words", ["giải quyết dứt điểm", "có mô hình thí điểm", "đúng thời điểm", "xử lý trọng điểm"]
)
def test_words_that_end_like_points_stay_whole(words: str) -> None:
    reading, _ = read(
        f"Đơn thư đã {words}: 6 điểm; còn đơn thư: 3 điểm; khác: 0 điểm", name="Đơn thư", maximum=6
    )
    assert isinstance(reading.rule, dict)
    assert f"Đơn thư đã {words}" in [each["label"] for each in reading.rule["options"].values()]
