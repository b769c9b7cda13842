"""The formula printed for the points is the one of the rule, but for a number."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import found, keys, method

THREE = "{a: {label: Tổng số dịch vụ, unit: dịch vụ, min: 1}, b: {label: Dịch vụ một phần, unit: dịch vụ}, c: {label: Dịch vụ toàn trình, unit: dịch vụ}}"
HALF, DIFFERENCE = "b / a * 1/2 + c / a", "(c - b) / a"
PEER = "{kind: peer, value: n, method: min_max}"


def _row(value: str, more: str = "") -> str:
    return f"rule: {{kind: ratio, value: {value}{more}}}\ninputs: {THREE}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Điểm = (b/a × 1/2 + c/a) × 7", HALF),
        ("Điểm = (b/a + 2 × c/a) × 10", HALF),
        ("Điểm = (c - b)/(2 × a) × 10", DIFFERENCE),
        ("Điểm = (b/a + c/a)/2 × 10", "(b / a + c / a) / 3"),
    ],
)
def test_another_number_of_times_is_told(text: str, value: str) -> None:
    told = found(method(text, _row(value)), "method.formula")
    assert told.computed.endswith("* 10")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Điểm = (b/a × 1/2 + c/a) × 10", HALF),
        ("Điểm = (b/a × 1/2 + c/a) × điểm tối đa", HALF),
        ("Điểm = 5 × b/a + 10 × c/a", HALF),
        ("Điểm = (c - b)/a × 10, không thấp hơn 0", DIFFERENCE),
        ("Điểm = (c - b)/a × 100%", DIFFERENCE),
        ("Điểm = (b/a + c/a) × 5", "(b / a + c / a) / 2"),
    ],
)
def test_the_maximum_and_the_ratio_itself_are_the_same(text: str, value: str) -> None:
    assert not keys(method(text, _row(value)), "method.formula")


def test_a_threshold_divides_what_is_printed() -> None:
    row = _row(DIFFERENCE, ", full_at: 80%")
    assert not keys(method("Điểm = (c - b)/a/80% × 10", row), "method.formula")
    assert keys(method("Điểm = (c - b)/a/60% × 10", row), "method.formula") == ["1.1"]


@pytest.mark.parametrize(("points", "told"), [(10, set()), (8, {"method.reward_not_used"})])
def test_points_before_what_the_letters_mean_are_read(points: int, told: set[str]) -> None:
    text = f"Điểm = (n - min)/(max - min) × {points}, trong đó n: Tốc độ trung bình"
    row = f"rule: {PEER}\ninputs: {{n: {{label: Tốc độ, unit: Mbps}}}}"
    assert {
        each.code for each in lint(method(text, row, name="Tốc độ")) if each.code.startswith("method.")
    } == told
