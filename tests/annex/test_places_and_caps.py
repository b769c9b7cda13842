"""Places that are called points, words that only look like a sum, and products capped by the maximum."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

RATIO = {"kind": "ratio", "value": "a / b", **NA}
UNDERSTOOD: dict[str, Any] = {
    "a= số điểm phục vụ của mạng bưu chính; b = số xã; Điểm = a/b*Điểm tối đa, tối đa không quá Điểm tối đa": RATIO,
    "a= số điểm truy nhập; b = số thôn; Điểm = a/b*Điểm tối đa (tối đa không quá điểm tối đa)": RATIO,
    "a= số điểm cầu; b = số xã; Điểm = a/b*10, nhưng không vượt quá Điểm tối đa": RATIO,
    "a= số điểm giao dịch; b = số xã; Điểm = a/b*Điểm tối đa; điểm không vượt quá Điểm tối đa": RATIO,
    "Điểm = 10 x (1 - số thôn chưa có Tổ công nghệ số cộng đồng/tổng số thôn)": RATIO | {"value": "1 - a / b"},
    "Mỗi điểm wifi công cộng được 2 điểm, tối đa 10 điểm": {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]},
}  # fmt: skip


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_places_and_caps_are_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == UNDERSTOOD[text]


def test_a_public_place_keeps_its_name() -> None:
    reading, _ = read("Mỗi điểm wifi công cộng được 2 điểm, tối đa 10 điểm")
    assert reading.inputs["n"]["label"] == "Điểm wifi công cộng"


def test_a_cap_below_the_maximum_is_no_cap_of_the_maximum() -> None:
    reading, _ = read("a= số điểm cầu; b = số xã; Điểm = a/b*Điểm tối đa, tối đa không quá 5 điểm")
    assert reading.is_manual
