"""Levels as decisions print them: cut by commas, in periods, ending in a slope, with shares of the points."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read


def tiers(value: str, *given: tuple[str, str, str], **more: Any) -> dict[str, Any]:
    steps = [
        {side: end, **({"give": points} if points in ("full", "1/2") else {"points": points})}
        for side, end, points in given
    ]
    return {"kind": "tiers", "value": value, "tiers": steps, **more}


LOSING = {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]}
READ: dict[str, Any] = {
    "≥ 24 tin/năm: 10 điểm; 12 ≤ số tin < 24: 6 điểm; < 12 tin: số tin/12 × 6 điểm": {
        "kind": "gate",
        "when": "n >= 12",
        "then": tiers("n", ("at_least", "24", "full"), ("at_least", "12", "6")),
        "else": {"kind": "ratio", "value": "n / 20"},
    },
    "Trung bình mỗi tháng từ 10 tin trở lên: 10 điểm; từ 5 đến dưới 10 tin: 6 điểm; dưới 5 tin: 0 điểm": tiers(
        "n", ("at_least", "10", "full"), ("at_least", "5", "6")
    ),
    "Tối thiểu 3 cuộc/quý: 10 điểm; 1-2 cuộc/quý: 4 điểm; không họp: 0 điểm": tiers(
        "n", ("at_least", "3", "full"), ("at_least", "1", "4")
    ),
    "01 lần/quý: 10 điểm; 01 lần/06 tháng: 4 điểm; 01 lần/năm: 2 điểm": tiers(
        "n", ("at_least", "4", "full"), ("at_least", "2", "4"), ("at_least", "1", "2")
    ),
    "100%: 10 điểm; từ 98% - 99,9%: 9 điểm; từ 95% - 97,9%: 6 điểm; dưới 95%: 0 điểm": tiers(
        "a / b", ("at_least", "1", "full"), ("at_least", "0.98", "9"), ("at_least", "0.95", "6"), **NA
    ),
    "Dưới 1%: 10 điểm; từ 1% đến dưới 2%: 5 điểm; còn lại: 0 điểm": tiers(
        "a / b", ("less_than", "0.01", "full"), ("less_than", "0.02", "5"), **NA
    ),
    "Trên 90% hồ sơ: 10 điểm, trên 70% hồ sơ: 4 điểm, không quá 70% hồ sơ: 0 điểm": tiers(
        "a / b", ("more_than", "0.9", "full"), ("more_than", "0.7", "4"), **NA
    ),
    "Có trang đến 100% thôn: 10; có trang từ 50% thôn trở lên: 4; còn lại: 0": tiers(
        "a / b", ("at_least", "1", "full"), ("at_least", "0.5", "4"), **NA
    ),
    "Tỷ lệ (%) = (a/b)*100; a là số hồ sơ đúng hạn, b là tổng số hồ sơ. "
    "Tỷ lệ đạt >= 90: 10 điểm; >= 80 và < 90: 8 điểm; < 80: 0 điểm": tiers(
        "a / b", ("at_least", "0.9", "full"), ("at_least", "0.8", "8"), **NA
    ),
    "≥24 lớp: 10đ; từ 12 lớp - <24 lớp: 5 điểm; dưới 12 lớp: 0 điểm": tiers(
        "n", ("at_least", "24", "full"), ("at_least", "12", "5")
    ),
    "Trên 40% (10 điểm), từ trên 10% đến 40% (2 điểm), không quá 10% (không tính điểm)": tiers(
        "a / b", ("more_than", "0.4", "full"), ("more_than", "0.1", "2"), **NA
    ),
    "Tham dự đủ: 10 điểm, vắng 01 lần bị trừ 20% số điểm": LOSING,
    "Không có sự cố: 10 điểm, cứ 01 sự cố trừ 2 điểm, đến hết điểm": LOSING,
    "Không có sự cố được 10 điểm. mỗi sự cố trừ 2 điểm; tối thiểu 0 điểm": LOSING,
    "2 điểm/tin, bài, tối đa 10 điểm": {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]},
    "Điểm = điểm a + điểm b.\na) Gửi báo cáo đúng hạn: 4 điểm;\nb) Báo cáo đủ nội dung: 6 điểm": {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "4"}, {"when": "y", "points": "6"}],
    },
}
TO_PEOPLE = [
    "≥ 24 tin: 10 điểm; < 24 tin: số tin đăng lại/24 x 5 điểm",
    "≥ 24 tin: 10 điểm; < 24 tin: số tin/12 x 5 điểm",
    "Từ 10 bộ dữ liệu: 10 điểm. Có cung cấp nhưng dưới 10 bộ: mỗi bộ được 0,5 điểm",
    "Mỗi nhiệm vụ hoàn thành đúng hạn được 1 điểm, hoàn thành chậm được 0,5 điểm; tối đa 10 điểm",
    "Tỷ lệ từ 10% trở xuống => không tính điểm, trên 10% đến 70% => 5 điểm => trên 70% 10 điểm",
]


@pytest.mark.parametrize("text", READ)
def test_levels_are_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == READ[text]


@pytest.mark.parametrize(
    "text",
    [
        "Bố trí đủ được 10 điểm, bố trí một phần được phân nửa, không bố trí 0 điểm",
        "Bố trí đủ: 10 điểm, bố trí một phần hưởng 1/2 số điểm, không bố trí: 0 điểm",
        "Bố trí đủ 10 điểm, bố trí một phần còn 50% số điểm, không bố trí 0 điểm",
        "Bố trí đủ 10 điểm, một phần 50% số điểm, không bố trí 0 điểm",
        "Bố trí đủ: tối đa điểm, một phần: nửa điểm, không bố trí: không điểm",
        "Bố trí đủ: 10 điểm, một phần: bằng 1/2, không bố trí: 0 điểm",
    ],
)
def test_a_share_of_the_points_is_a_level(text: str) -> None:
    reading, _ = read(text)
    rule = reading.rule
    assert isinstance(rule, dict)
    assert [each.get("give") for each in rule["options"].values()] == ["full", "1/2", "none"]


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_a_neighbour_is_left_to_people(text: str) -> None:
    reading, _ = read(text)
    assert reading.is_manual


def test_half_a_point_is_told() -> None:
    reading, _ = read("Bố trí đủ: 10 điểm, một phần: nửa điểm, không bố trí: không điểm")
    assert any("nửa điểm" in text for text in reading.assumed)


def test_points_for_every_month_count_months() -> None:
    reading, _ = read("Báo cáo đầy đủ, đúng hạn: 0,5 điểm/tháng", name="Báo cáo", maximum=6)
    assert [each["label"] for each in reading.inputs.values()] == ["Số tháng báo cáo đầy đủ, đúng hạn"]


def test_numbers_in_a_period_say_which() -> None:
    reading, _ = read("Tối thiểu 3 cuộc/quý: 10 điểm; 1-2 cuộc/quý: 4 điểm; không họp: 0 điểm")
    assert "quý" in reading.inputs["n"]["label"]
