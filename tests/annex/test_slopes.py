"""Levels of fixed points above points that grow with the ratio; cases of none beside a formula."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

HALF = {"kind": "ratio", "value": "a / b / 2", **NA}
UNDERSTOOD: dict[str, Any] = {
    "Từ 90% trở lên: 10 điểm; từ 70% đến dưới 90%: 7 điểm; còn lại tính theo tỷ lệ x 5 điểm": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 0.7",
        "then": {
            "kind": "tiers",
            "value": "a / b",
            "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.7", "points": "7"}],
            **NA,
        },
        "else": HALF,
    },
    "Từ 90%: 10 điểm; từ 50% đến dưới 90%: 7 điểm; dưới 50%: tỷ lệ/50% x 5 điểm": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 0.5",
        "then": {
            "kind": "tiers",
            "value": "a / b",
            "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.5", "points": "7"}],
            **NA,
        },
        "else": {"kind": "ratio", "value": "a / b", **NA},
    },
    "Đạt từ 90%: 10 điểm; các mức khác: tỷ lệ x 5 điểm": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 0.9",
        "then": "full",
        "else": HALF,
    },
    "Trên 80% → 10 điểm; tỷ lệ ≤ 80% → tỷ lệ × 8 điểm": {
        "kind": "gate",
        "when": "b > 0 and a / b > 0.8",
        "then": "full",
        "else": {"kind": "ratio", "value": "a / b * 4 / 5", **NA},
    },
    "Điểm = 10 nếu tỷ lệ đúng hạn = 100%; = tỷ lệ đúng hạn x 5 nếu tỷ lệ đúng hạn < 100%": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 1",
        "then": "full",
        "else": HALF,
    },
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_points_that_grow_below_the_levels_are_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == UNDERSTOOD[text]


@pytest.mark.parametrize(
    "text",
    [
        "Từ 80% trở lên: 10 điểm; từ 60%: 7 điểm; còn lại tính theo tỷ lệ × 10 điểm",
        "Từ 80% trở lên: 10 điểm; từ 60%: 3 điểm; còn lại tính theo tỷ lệ × 8 điểm",
        "Từ 80% trở lên: 10 điểm; dưới 60%: tỷ lệ × 5 điểm",
        "Từ 80% trở lên: 10 điểm; từ 50%: 7 điểm; dưới 50%: tỷ lệ/50% × 8 điểm",
    ],
)
def test_what_does_not_grow_up_to_the_levels_stays_with_people(text: str) -> None:
    reading, _ = read(text)
    assert reading.is_manual


def test_what_no_case_gives_is_no_loss_for_those_that_have_one() -> None:
    reading, _ = read(
        "Nếu trong năm không có phản ánh: 10 điểm. Nếu có phản ánh: điểm = số phản ánh xử lý đúng hạn / số phản ánh tiếp nhận x 10"
    )
    assert reading.rule == {"kind": "ratio", "value": "a / b", "if_zero": "full"}
    other, _ = read(
        "Nếu không có phản ánh: 10 điểm. Nếu có phản ánh: điểm = số hồ sơ đúng hạn / số hồ sơ tiếp nhận x 10"
    )
    then = {"kind": "ratio", "value": "a / b", "if_zero": "full"}
    assert other.rule == {"kind": "gate", "when": "x", "then": then, "else": "full"}


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành 100%: 10 điểm. Cứ 5% không hoàn thành trừ 1",
        "Hoàn thành 100% nhiệm vụ: 10 điểm; cứ 5% nhiệm vụ chưa hoàn thành bị trừ 1 điểm",
    ],
)
def test_what_is_not_done_is_what_lacks_to_all(text: str) -> None:
    reading, _ = read(text, name="Nhiệm vụ")

    parts = [{"of": "100 - 100 * a / b", "points_each": "1", "every": "5"}]
    assert reading.rule == {"kind": "deduct", "parts": parts}


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành 90%: 10 điểm; cứ 5% chưa hoàn thành trừ 1 điểm",
        "Hoàn thành từ 90%: 10 điểm; cứ 5% chưa hoàn thành trừ 1 điểm",
        "Hoàn thành 100%: 10 điểm; cứ 5% văn bản không hoàn thành trừ 1 điểm",
        "Hoàn thành 100%: 10 điểm; cứ 5% không hoàn thành đúng hạn trừ 1 điểm",
        "Thực hiện 100%: 10 điểm; cứ 5% không hoàn thành trừ 1 điểm",
        "Cứ 5% chưa hoàn thành trừ 1 điểm",
    ],
)
def test_what_is_not_done_of_something_else_stays_with_people(text: str) -> None:
    reading, _ = read(text, name="Nhiệm vụ")

    assert reading.is_manual


@pytest.mark.parametrize(
    ("text", "every", "points"),
    [
        ("Không có hồ sơ trễ hạn: 10 điểm. Cứ 1% hồ sơ trễ hạn trừ 2 điểm", "1", "2"),
        ("Không có hồ sơ trễ hạn được 10 điểm; mỗi 1% hồ sơ trễ hạn trừ 2 điểm", "1", "2"),
        ("Không để xảy ra hồ sơ trễ hạn: 10 điểm; cứ 5% hồ sơ trễ hạn thì bị trừ 1 điểm", "5", "1"),
    ],
)
def test_none_of_what_costs_is_where_the_steps_begin(text: str, every: str, points: str) -> None:
    reading, _ = read(text, name="Tỷ lệ hồ sơ trễ hạn")

    parts = [{"of": "100 * a / b", "points_each": points, "every": every}]
    assert reading.rule == {"kind": "deduct", "parts": parts}
    assert reading.not_applicable_when == "b = 0"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tỷ lệ hồ sơ đúng hạn", "Không có hồ sơ trễ hạn: 10 điểm. Cứ 1% hồ sơ trễ hạn trừ 2 điểm"),
        ("Tỷ lệ hồ sơ trễ hạn", "Không có hồ sơ đúng hạn: 10 điểm. Cứ 1% hồ sơ trễ hạn trừ 2 điểm"),
        ("Tỷ lệ hồ sơ trễ hạn", "Không có hồ sơ trễ hạn: 8 điểm. Cứ 1% hồ sơ trễ hạn trừ 2 điểm"),
        ("Tỷ lệ hồ sơ trễ hạn", "Không có hồ sơ trễ hạn: 10 điểm. Cứ 1% văn bản trễ hạn trừ 2 điểm"),
    ],
)
def test_steps_of_something_else_than_the_row_is_the_share_of_stay_with_people(name: str, text: str) -> None:
    reading, _ = read(text, name=name)

    assert reading.is_manual
