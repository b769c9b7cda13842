"""Ages, results and examples of a calculation text: nothing that a rule must have."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import RATIO, keys, method

_FULL_AT = RATIO.replace("not_applicable", 'not_applicable, full_at: "80%"')
_AGED = """
rule: {kind: tiers, value: n, tiers: [{at_most: 30, give: full}]}
inputs: {n: {label: Tuổi bình quân, unit: tuổi}}
"""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Điểm = số hộ có kết nối / dân số từ đủ 15 tuổi x Điểm tối đa", RATIO),
        ("Điểm = số người 14 tuổi trở lên có kết nối / tổng số người x 10 điểm", RATIO),
        ("Tỷ lệ người từ đủ 15 đến dưới 60 tuổi có kết nối x 10 điểm", RATIO),
        ("Điểm đạt được = T x 10 điểm, với T = số hộ có kết nối / tổng số hộ.", RATIO),
        ("Gọi T là tỷ lệ hộ có kết nối. T ≥ 80%: 10 điểm; T < 80%: điểm = T/80% x 10", _FULL_AT),
        ("Điểm = a/b x 10. Ví dụ: SIPAS đạt 85% thì được 8,5 điểm.", RATIO),
        ("Điểm = a/b x 10.\nVí dụ: đạt từ 85% thì được 8,5 điểm; đạt 70%: 7 điểm", RATIO),
    ],
)
def test_an_aside_is_nothing_a_rule_must_have(text: str, rest: str) -> None:
    told = [each.code for each in lint(method(text, rest)) if each.code.startswith("method.")]
    assert told == []


def test_an_age_is_a_threshold_where_ages_are_asked_for() -> None:
    assert keys(method("Dưới 25 tuổi: 10 điểm; từ 25 tuổi: 0 điểm", _AGED), "method.threshold_not_used")


def test_what_follows_an_example_is_read() -> None:
    text = "Điểm = a/b x 10. Ví dụ: đạt 85% được 8,5 điểm. Dưới 50%: 0 điểm"
    assert keys(method(text), "method.threshold_not_used") == ["1.1"]


def test_a_figure_without_words_is_told_beside_one_that_has_them() -> None:
    text = "Tỷ lệ = a/c; a: Số hộ có kết nối; c: Tổng số hộ"
    assert keys(method(text), "method.letter_not_printed") == ["1.1"]
