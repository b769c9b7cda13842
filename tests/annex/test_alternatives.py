"""Several ways to the same points, products of a count, restrictions inside definitions."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.annex.notices import doubts_a_rule
from tests.annex.test_rules import NA, read

A_OR_B = {"kind": "yes_no", "when": "x or y"}
WORDS = {"kind": "yes_no", "when": "x"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Có trang thông tin: 10 điểm hoặc có fanpage: 10 điểm", A_OR_B),
        ("Đã ban hành kế hoạch: 10 điểm. Hoặc đã lồng ghép: 10 điểm. Chưa có: 0 điểm", A_OR_B),
        ("Tỷ lệ từ 90% trở lên: 10 điểm hoặc tăng ít nhất 10%: 10 điểm; còn lại: 0 điểm", A_OR_B),
        ("Đạt 10 điểm nếu tỷ lệ hồ sơ từ 80% trở lên hoặc tổng số hồ sơ từ 500 trở lên", WORDS),
        ("Đạt 10 điểm khi tỷ lệ từ 90% đồng thời tổng số hồ sơ từ 100 trở lên; còn lại 0 điểm", WORDS),
        ("Tỷ lệ từ 80% và tổng số từ 500 hồ sơ trở lên: 10 điểm; còn lại: 0 điểm", WORDS),
    ],
)
def test_no_way_to_the_points_is_lost(text: str, rule: dict[str, Any]) -> None:
    assert read(text)[0].rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = số lượt/500 × 10",
        "Số lượt/500 × 10, tối đa 10 điểm",
        "Điểm = số lượt/500 × 10, nhưng không quá 10 điểm",
        "Số lượt chia 500, nhân 10",
    ],
)
def test_a_count_over_a_printed_number_is_a_ratio(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == {"kind": "ratio", "value": "a / 500"}
    assert reading.inputs["a"]["label"] == "Số lượt"


@pytest.mark.parametrize("text", ["= (a / b) x 10", "Tỷ lệ a/b; điểm = (a/b) x 10"])
def test_points_that_are_not_called_so_are_those_of_the_ratio(text: str) -> None:
    reading, _ = read(f"a: số hộ có tài khoản; b: tổng số hộ. {text}")
    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}


def test_a_threshold_of_a_quotient_that_is_defined_nowhere_else() -> None:
    reading, _ = read("a: số hồ sơ trực tuyến; b: tổng số hồ sơ. Tỷ lệ a/b ≥ 95%: 10 điểm; dưới 95%: 0 điểm")
    assert reading.rule == {"kind": "ratio", "value": "a / b", "full_at": "0.95", "below": "zero", **NA}


@pytest.mark.parametrize(
    "label",
    [
        "Số hồ sơ đúng hạn (không tính hồ sơ đã rút)",
        "Số hồ sơ đúng hạn (không tính hồ sơ đã rút; hồ sơ chứng thực)",
        "Số hồ sơ đúng hạn (không tính hồ sơ đã rút. Hồ sơ chứng thực cũng không tính)",
    ],
)
def test_a_restriction_inside_a_definition_stays_in_the_label(label: str) -> None:
    reading, row = read(f"a: {label}; b: Tổng số hồ sơ. Tỷ lệ = a/b. Điểm = tỷ lệ × 10")
    assert reading.inputs["a"]["label"] == label
    assert [notice.code for notice in row.warnings] == ["rule.zero_unsaid"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "Điểm = 10 x (số lượt của xã - số lượt thấp nhất)/(số lượt cao nhất - số lượt thấp nhất)",
            {"kind": "peer", "value": "n", "method": "min_max"},
        ),
        (
            "Mỗi camera lắp mới được 2 điểm, tối đa 5 camera",
            {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]},
        ),
        (
            "100% thôn có tổ công nghệ: 5 điểm; 100% thôn có wifi: 5 điểm",
            {"kind": "checklist", "parts": [{"when": "x", "points": "5"}, {"when": "y", "points": "5"}]},
        ),
    ],
)
def test_what_was_plain_is_read(text: str, rule: dict[str, Any]) -> None:
    assert read(text)[0].rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = 5 x (số lượt - số lượt thấp nhất)/(số lượt cao nhất - số lượt thấp nhất)",
        "Điểm = 10 x (số lượt cao nhất - số lượt của xã)/(số lượt cao nhất - số lượt thấp nhất)",
        "Mỗi camera lắp mới được 1 điểm, tối đa 5 camera",
        "100% thôn có tổ công nghệ: 5 điểm; dưới 100%: 2 điểm; 100% thôn có wifi: 5 điểm",
    ],
)
def test_what_does_not_come_to_the_maximum_or_is_turned_stays_with_people(text: str) -> None:
    assert read(text)[0].is_manual


@pytest.mark.parametrize(
    "text",
    [
        "a: tổng số hồ sơ; b: số hồ sơ đạt. Tỷ lệ a/b ≥ 50%: 10 điểm; dưới 50%: 0 điểm",
        "Tỷ lệ = b/a; a: tổng số hồ sơ; b: số hồ sơ đạt. Tỷ lệ a/b ≥ 50%: 10 điểm; dưới 50%: 0 điểm",
    ],
)
def test_a_quotient_that_is_turned_or_said_twice_is_no_silent_rule(text: str) -> None:
    reading, row = read(text)
    assert reading.is_manual or any(doubts_a_rule(notice) for notice in row.warnings)


def test_a_quotient_begins_a_sentence_behind_a_definition() -> None:
    reading, _ = read(
        "a: số hộ có mạng. b: tổng số hộ. a/b từ 70% trở lên: 10 điểm; a/b dưới 70%: điểm = a/b × 10"
    )
    assert reading.rule == {"kind": "ratio", "value": "a / b", "full_at": "0.7", "below": "ratio", **NA}
    assert reading.inputs["b"]["label"] == "Tổng số hộ"


def test_a_quotient_behind_the_word_ratio_is_divided_once() -> None:
    reading, _ = read(
        "a: số hồ sơ trực tuyến; b: tổng số hồ sơ. Tỷ lệ a/b ≥ 50%: 10 điểm; còn lại: tỷ lệ a/b x 10"
    )
    assert reading.rule == {"kind": "ratio", "value": "a / b", "full_at": "0.5", "below": "ratio", **NA}


def test_a_ratio_is_known_by_the_words_that_define_it() -> None:
    reading, _ = read("Tỷ lệ chi = a/b. Từ 1%: 10 điểm; dưới 1%: (tỷ lệ chi/1%) x 10. a: số chi; b: tổng chi")
    assert reading.rule == {"kind": "ratio", "value": "a / b", "full_at": "0.01", **NA}


def test_a_ratio_named_only_by_its_threshold_is_called_by_its_row() -> None:
    reading, _ = read("Tỷ lệ đạt 100%", name="Cơ quan có mạng nội bộ")
    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert reading.inputs["a"]["label"] == "Số cơ quan có mạng nội bộ"
