"""What each counted thing earns or costs in a text, against the part of the rule that counts it."""

from __future__ import annotations

import pytest

from .documents import keys, method

_TAUGHT = "{h: {label: Số lớp, unit: lớp}, t: {label: Số buổi, unit: buổi}}"
_SENT = "{h: {label: Số báo cáo gửi chậm, unit: báo cáo}, t: {label: Số báo cáo không gửi, unit: báo cáo}}"


def _two(kind: str, inputs: str, one: str, other: str) -> str:
    parts = f'[{{of: h, points_each: "{one}"}}, {{of: t, points_each: "{other}"}}]'
    return f"rule: {{kind: {kind}, parts: {parts}}}\ninputs: {inputs}"


@pytest.mark.parametrize(
    ("text", "kind", "inputs", "prices"),
    [
        ("Mỗi lớp 1 điểm; mỗi buổi 0,5 điểm", "count", _TAUGHT, ("1", "0.5")),
        ("- Mỗi lớp: 1 điểm\n- Mỗi buổi: 0,5 điểm", "count", _TAUGHT, ("1", "0.5")),
        (
            "Mỗi báo cáo gửi chậm trừ 0,25 điểm; mỗi báo cáo không gửi trừ 0,5 điểm",
            "deduct",
            _SENT,
            ("0.25", "0.5"),
        ),
    ],
)
def test_prices_exchanged_are_told(text: str, kind: str, inputs: str, prices: tuple[str, str]) -> None:
    one, other = prices
    assert keys(method(text, _two(kind, inputs, one, other)), "method.other_step") == []
    assert keys(method(text, _two(kind, inputs, other, one)), "method.other_step") == ["1.1", "1.1"]


def test_what_names_no_part_may_be_about_any() -> None:
    text = "Mỗi báo cáo 0,5 điểm"
    assert keys(method(text, _two("count", _SENT, "1", "0.5")), "method.other_step") == []
