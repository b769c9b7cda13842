"""Sums of prices, all points less a price, and bands printed from none up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

COUNTS = "a: số tin; b: số bài"
READ: dict[str, Any] = {
    f"Điểm = a x 0,2 + b x 0,3, tối đa 10 điểm; {COUNTS}": {
        "kind": "count",
        "parts": [{"of": "a", "points_each": "0.2"}, {"of": "b", "points_each": "0.3"}],
    },
    "Điểm = 10 - 0,2 x n; n là số lỗi": {"kind": "deduct", "parts": [{"of": "a", "points_each": "0.2"}]},
    "Điểm = điểm tối đa - 0,5 x a; a: số lỗi": {
        "kind": "deduct",
        "parts": [{"of": "a", "points_each": "0.5"}],
    },
    "Điểm = 10 - (0,2 x a + 0,3 x b); a: số lỗi nhẹ; b: số lỗi nặng": {
        "kind": "deduct",
        "parts": [{"of": "a", "points_each": "0.2"}, {"of": "b", "points_each": "0.3"}],
    },
    "Điểm = 10 - 2 x a; a: số ngày chậm": {"kind": "deduct", "parts": [{"of": "a", "points_each": "2"}]},
    "0%: 10 điểm; ≤ 2%: 7 điểm; ≤ 5%: 4 điểm; > 5%: 0 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [
            {"at_most": "0", "give": "full"},
            {"at_most": "0.02", "points": "7"},
            {"at_most": "0.05", "points": "4"},
        ],
        **NA,
    },
    "0%: 10 điểm; dưới 2%: 7 điểm; từ 2% trở lên: 0 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_most": "0", "give": "full"}, {"less_than": "0.02", "points": "7"}],
        **NA,
    },
    "0 lần: 10 điểm; ≤ 2 lần: 7 điểm; > 2 lần: 0 điểm": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_most": "0", "give": "full"}, {"at_most": "2", "points": "7"}],
    },
    "0 lần: 10 điểm; 1 lần: 8 điểm; 2 lần: 5 điểm; trên 2 lần: 0 điểm": {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "3", "give": "none"},
            {"at_least": "2", "points": "5"},
            {"at_least": "1", "points": "8"},
        ],
        "otherwise": "full",
    },
}
TO_PEOPLE = [
    "Điểm = 8 - 0,2 x n; n là số lỗi",
    "Điểm = 2 x a, tối đa 8 điểm; a: số sáng kiến",
    "Điểm = 10 - 2 x a; a: tỷ lệ lỗi",
    "Điểm = 10 - 0,2 x a + 0,3 x b; a: số lỗi nhẹ; b: số sáng kiến",
    "Điểm = a x b; a: số lỗi; b: số lần",
    "Điểm = a x 0,2 + b x 0,3; a: số tin; b: số tiền chi",
    "0 lần: 10 điểm; 1 lần: 8 điểm; trên 2 lần: 0 điểm",
    "0 ngày: 10 điểm; 1 ngày: 8 điểm; trên 1 ngày: 0 điểm",
]


@pytest.mark.parametrize("text", READ)
def test_an_even_price_or_a_band_from_none_up_is_read(text: str) -> None:
    reading, _ = read(text)

    assert reading.rule == READ[text]


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_what_may_be_meant_otherwise_is_left_to_people(text: str) -> None:
    reading, _ = read(text)

    assert reading.is_manual


def test_a_sum_of_prices_without_a_cap_says_where_it_ends() -> None:
    reading, _ = read(f"Điểm = a x 0,2 + b x 0,3; {COUNTS}")

    assert reading.assumed == ["văn bản không nói mức trần: cộng đến điểm tối đa của dòng"]


def test_a_quotient_in_front_of_bands_names_its_figures() -> None:
    reading, _ = read("Số hồ sơ trễ/tổng số hồ sơ: 0%: 10 điểm; ≤ 2%: 7 điểm; > 2%: 0 điểm")

    assert [each["label"] for each in reading.inputs.values()] == ["Số hồ sơ trễ", "Tổng số hồ sơ"]
