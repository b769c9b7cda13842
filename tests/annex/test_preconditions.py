"""A threshold of another quantity than the row's own is asked by itself, and told."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

OTHERS = {
    "Số phiếu hài lòng/tổng số phiếu thu về × 10. Trường hợp số phiếu thu về dưới 50% số phiếu phát ra thì không tính điểm": (
        "n >= 50",
        "Tỷ lệ số phiếu thu về so với số phiếu phát ra",
    ),
    "Số phiếu hài lòng/tổng số phiếu thu về × 10. Trường hợp số phiếu thu về dưới 50% thì không tính điểm": (
        "n >= 50",
        "Tỷ lệ số phiếu thu về",
    ),
    "Điểm = số phản ánh xử lý/tổng số phản ánh × 10; nếu số phản hồi đúng hạn dưới 70% kế hoạch thì không tính điểm": (
        "n >= 70",
        "Tỷ lệ số phản hồi đúng hạn so với kế hoạch",
    ),
    "Điểm = a/b × 10; a: số hồ sơ trực tuyến; b: tổng số hồ sơ; nếu tỷ lệ hài lòng dưới 95% thì không có điểm": (
        "n >= 95",
        "Tỷ lệ hài lòng",
    ),
    "Từ 95% trở lên: 10 điểm; từ 80% đến dưới 95%: 3 điểm; dưới 80%: 0 điểm. Nếu tỷ lệ số hóa dưới 50% thì không tính điểm": (
        "n >= 50",
        "Tỷ lệ số hóa",
    ),
}


@pytest.mark.parametrize("text", OTHERS)
def test_another_quantity_is_asked_by_itself(text: str) -> None:
    reading, row = read(text)
    assert isinstance(reading.rule, dict)
    assert (reading.rule["when"], reading.inputs["n"]["label"]) == OTHERS[text]
    assert reading.inputs["n"]["unit"] == "%"
    assert any("nói về số liệu khác" in notice.facts["text"] for notice in row.warnings)


def test_a_number_of_the_whole_is_compared_with_the_whole() -> None:
    reading, _ = read(
        "Số phiếu hài lòng/tổng số phiếu thu về × 10. Trường hợp số phiếu thu về dưới 30 phiếu thì không tính điểm"
    )
    assert isinstance(reading.rule, dict)
    assert reading.rule["when"] == "b >= 30"


@pytest.mark.parametrize(
    "text",
    [
        "Số điểm = (Số hồ sơ đúng hạn / Tổng số hồ sơ) × 10. Tỷ lệ dưới 60% thì không tính điểm",
        "a/b × 10; trường hợp a/b dưới 60% thì không tính điểm. a: số hồ sơ đúng hạn; b: tổng số hồ sơ",
        "Điểm = tỷ lệ hồ sơ đúng hạn x 10. Nếu tỷ lệ hồ sơ đúng hạn dưới 60% thì không tính điểm",
    ],
)
def test_the_own_ratio_is_not_asked_twice(text: str) -> None:
    reading, _ = read(text)
    assert isinstance(reading.rule, dict)
    assert reading.rule["when"] == "b > 0 and a / b >= 0.6"
    assert set(reading.inputs) == {"a", "b"}


def test_thresholds_of_different_things_are_no_ladder() -> None:
    reading, _ = read(
        "Trên 90% hộ có cáp quang: 10 điểm; trên 80% thuê bao thông minh: 3 điểm; còn lại: 0 điểm",
        name="Hạ tầng",
    )
    assert not isinstance(reading.rule, dict) or reading.rule["kind"] != "tiers"
