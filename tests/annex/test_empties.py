"""Nothing to count: what the text gives then is read, and where it is silent the reading is told."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import read

SAID = {
    "Đạt từ 98% trở lên: 10 điểm; từ 90% đến dưới 98%: 3 điểm; dưới 90% hoặc không phát sinh hồ sơ: 0 điểm": "zero",
    "Từ 90% trở lên hoặc không phát sinh hồ sơ: 10 điểm; từ 70% đến dưới 90%: 3 điểm; dưới 70%: 0 điểm": "full",
    "Đạt 100% hoặc không có hồ sơ: 10 điểm; từ 80% đến dưới 100%: 3 điểm; dưới 80%: 0 điểm": "full",
    "Điểm = tỷ lệ × 10. Không khảo sát: 0 điểm": "zero",
    "Tỷ lệ = số hồ sơ đúng hạn/số hồ sơ tiếp nhận. Điểm = tỷ lệ x 10. Không tiếp nhận hồ sơ nào: 10 điểm": "full",
    "a: số hồ sơ đúng hạn; b: tổng số hồ sơ. Từ 90% trở lên: 10 điểm; dưới 90%: tỷ lệ × 10; b = 0: 0 điểm": "zero",
}


@pytest.mark.parametrize("text", SAID)
def test_what_nothing_to_count_gives_is_read(text: str) -> None:
    reading, row = read(text)
    assert isinstance(reading.rule, dict)
    assert reading.rule["if_zero"] == SAID[text]
    assert "rule.zero_unsaid" not in {notice.code for notice in row.warnings}


def test_a_part_of_none_is_no_empty_whole() -> None:
    reading, _ = read(
        "Tỷ lệ = số hồ sơ trễ hạn/tổng số hồ sơ. Không có hồ sơ trễ hạn: 10 điểm; dưới 2%: 5 điểm; từ 2% trở lên: 0 điểm"
    )
    assert "full" not in _policies(reading.rule)


def test_points_between_none_and_all_for_nothing_to_count_stay_with_people() -> None:
    reading, _ = read("Từ 90% trở lên: 10 điểm; dưới 90%: 2 điểm; không phát sinh hồ sơ: 5 điểm")
    assert reading.is_manual


def test_two_answers_for_nothing_to_count_stay_with_people() -> None:
    reading, _ = read(
        "Từ 90% trở lên hoặc không phát sinh hồ sơ: 10 điểm; dưới 90% hoặc không tiếp nhận hồ sơ: 0 điểm"
    )
    assert reading.is_manual


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Điểm = số hồ sơ đúng hạn/tổng số hồ sơ x 10", "không đánh giá"),
        (
            "a: số hồ sơ đúng hạn; b: tổng số hồ sơ. Điểm = a/b x 10. Tỷ lệ dưới 60% thì không tính điểm",
            "0 điểm",
        ),
    ],
)
def test_a_silent_text_is_told_with_the_reading_chosen(text: str, says: str) -> None:
    reading, row = read(text)
    assert [(notice.code, notice.facts["text"]) for notice in row.warnings] == [("rule.zero_unsaid", says)]
    assert reading.confidence >= 90


def test_another_way_to_the_points_of_a_band_is_told_where_the_rule_leaves_it_out() -> None:
    _, row = read(
        "Tỷ lệ = số hồ sơ đúng hạn/tổng số hồ sơ. Từ 90% trở lên: 10 điểm; dưới 90% hoặc không gửi báo cáo: 0 điểm"
    )
    assert any(
        "“không gửi báo cáo” không nằm trong quy tắc" in notice.facts["text"] for notice in row.warnings
    )


def _policies(rule: Any) -> set[str]:
    inner = rule.values() if isinstance(rule, dict) else rule if isinstance(rule, list) else ()
    own = {rule["if_zero"]} if isinstance(rule, dict) and "if_zero" in rule else set()
    return own.union(*(_policies(each) for each in inner))
