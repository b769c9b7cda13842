"""Two thresholds in one sentence, against how the rule joins them."""

from __future__ import annotations

import pytest

from .documents import keys, method

_TAUGHT = "inputs: {h: {label: Số lớp, unit: lớp}, t: {label: Số buổi, unit: buổi}}"
_FILES = """
inputs:
  a: {label: Hồ sơ trực tuyến, unit: hồ sơ}
  b: {label: Tổng số hồ sơ, unit: hồ sơ, min: 1}
  h: {label: Số lớp, unit: lớp}
checks: [a <= b]
"""
_KINDS = ("{kind: yes_no, when: %s}", "{kind: gate, when: %s, then: full, else: none}")


def _rule(kind: str, when: str, inputs: str = _TAUGHT) -> str:
    return f"rule: {kind % when}\n{inputs.strip()}"


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize(
    ("text", "join"),
    [
        ("Từ 5 lớp hoặc từ 20 buổi trở lên: điểm tối đa; còn lại: 0 điểm", "or"),
        ("- Tổ chức ít nhất 5 lớp hoặc ít nhất 20 buổi: 10 điểm\n- Còn lại: 0 điểm", "or"),
        ("Có từ 5 lớp và 20 buổi trở lên: 10 điểm; còn lại: 0 điểm", "and"),
        ("Tổ chức từ 5 lớp trở lên và từ 20 buổi trở lên: điểm tối đa", "and"),
        ("Có ≥ 5 lớp, đồng thời có trên 19 buổi: 10 điểm", "and"),
    ],
)
def test_thresholds_joined_otherwise_are_told(kind: str, text: str, join: str) -> None:
    other = {"or": "and", "and": "or"}[join]
    most = "t > 19" if "19" in text else "t >= 20"
    right, wrong = (method(text, _rule(kind, f"h >= 5 {each} {most}")) for each in (join, other))
    assert keys(right, "method.other_join") == []
    assert keys(right, "method.threshold_not_used") == []
    assert keys(wrong, "method.other_join") == ["1.1"]
    for left, dropped in (("h >= 5", 1), (most, 1)):
        found = keys(method(text, _rule(kind, left)), "method.threshold_not_used")
        assert len(found) == dropped


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("a / b >= 80% or h >= 5", ""),
        ("a / b >= 80% and h >= 5", "method.other_join"),
        ("a / b >= 80%", "method.threshold_not_used"),
        ("h >= 5", "method.threshold_not_used"),
    ],
)
def test_a_share_and_a_count_are_joined_too(when: str, code: str) -> None:
    text = "Tỷ lệ trực tuyến từ 80% trở lên hoặc từ 5 lớp trở lên: 10 điểm; còn lại: 0 điểm"
    found = method(text, _rule(_KINDS[0], when, _FILES))
    for each in ("method.other_join", "method.threshold_not_used"):
        assert keys(found, each) == (["1.1"] if each == code else [])


def test_of_three_the_innermost_join_counts() -> None:
    text = "Từ 5 lớp và từ 20 buổi, hoặc từ 300 người: 10 điểm; còn lại: 0 điểm"
    inputs = _TAUGHT.replace("}}", "}, n: {label: Số người, unit: người}}")
    right = method(text, _rule(_KINDS[0], "(h >= 5 and t >= 20) or n >= 300", inputs))
    assert keys(right, "method.other_join") == []


@pytest.mark.parametrize(
    "text",
    [
        "Từ 80% trở lên và trong 12 tháng: 10 điểm; dưới 80%: tỷ lệ/80% * 10",
        "Từ 80% trở lên và theo khoản 2 Điều 5 Quyết định 749: 10 điểm; dưới 80%: tỷ lệ/80% * 10",
        "Từ 80% trở lên hoặc tương đương 800 hồ sơ: 10 điểm; dưới 80%: tỷ lệ/80% * 10",
        "Đạt 80% hoặc hơn: 10 điểm; dưới 80%: tỷ lệ/80% * 10",
        "Từ 80% trở lên: 10 điểm và được công khai 2 lần; dưới 80%: tỷ lệ/80% * 10",
    ],
)
def test_other_numbers_in_a_sentence_are_no_thresholds(text: str) -> None:
    rule = f"rule: {{kind: ratio, value: a / b, full_at: 80%}}\n{_FILES.strip()}"
    assert keys(method(text, rule), "method.threshold_not_used") == []
