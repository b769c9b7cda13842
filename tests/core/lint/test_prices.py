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


@pytest.mark.parametrize("kind", ["count", "deduct"])
def test_what_a_deduction_takes_for_each_is_compared(kind: str) -> None:
    text = "Mỗi báo cáo chậm so với quy định: trừ 1 điểm, không quá 10 điểm."
    late = "inputs: {n: {label: Số báo cáo chậm so với quy định, unit: báo cáo}}\nrole: deduction"
    rule = "rule: {{kind: {}, parts: [{{of: n, points_each: {}}}]}}\n{}"
    assert keys(method(text, rule.format(kind, 2, late)), "method.other_step") == ["1.1"]
    assert keys(method(text, rule.format(kind, 1, late)), "method.other_step") == []


_TRAINED = """
rule: {kind: count, parts: [{of: a / b, every: "%s", points_each: "0.5"}]}
inputs:
  a: {label: Số công chức được bồi dưỡng, unit: người}
  b: {label: Tổng số công chức, unit: người, min: 1}
checks: [a <= b]
"""


@pytest.mark.parametrize(
    "text",
    [
        "Cứ đủ 10% số công chức được bồi dưỡng thì được 0,5 điểm, tối đa 10 điểm.",
        "Cứ 10% công chức được bồi dưỡng: 0,5 điểm",
        "Cứ đạt 10% thì được cộng 0,5 điểm",
        "Mỗi 10% được 0,5 điểm",
    ],
)
def test_points_for_every_so_many_percent_are_compared(text: str) -> None:
    assert keys(method(text, _TRAINED % "5%"), "method.other_percent_step") == ["1.1"]
    assert keys(method(text, _TRAINED % "10%"), "method.other_percent_step") == []


def test_percent_above_a_threshold_are_no_steps_from_nothing() -> None:
    text = "Cứ 10% công chức trên mức bình quân được 0,5 điểm"
    assert keys(method(text, _TRAINED % "5%"), "method.other_percent_step") == []
