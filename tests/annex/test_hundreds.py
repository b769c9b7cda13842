"""A hundred before the division makes a percentage; no rule is a hundred times what its text means."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.rules.reading import RuleReading
from chamdiem.annex.rules.scaling import is_a_hundred_times_off
from chamdiem.annex.rules.trying import criterion_of, why_it_fails
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

_WORDS = "Từ 80% trở lên: 5 điểm. Dưới 80%: 0 điểm."
_LETTERS = "a: tổng số hồ sơ; b: số hồ sơ đúng hạn"
# Every order and notation, each full from 80 % on.
FROM_80 = (
    f"Tỷ lệ = số hồ sơ đúng hạn x 100 / tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ = 100 x số hồ sơ đúng hạn / tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ = số hồ sơ đúng hạn x 100% / tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ = (số hồ sơ đúng hạn x 100) : tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ = (số hồ sơ đúng hạn * 100)/tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ = [số hồ sơ đúng hạn x 100] / [tổng số hồ sơ]. {_WORDS}",
    f"Tỷ lệ (%) = số hồ sơ đúng hạn × 100 ÷ tổng số hồ sơ; {_WORDS}",
    f"Tỷ lệ = số hồ sơ đúng hạn nhân 100 chia tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ = số hồ sơ đúng hạn nhân với 100 rồi chia cho tổng số hồ sơ. {_WORDS}",
    f"Tỷ lệ được tính bằng số hồ sơ đúng hạn x 100/tổng số hồ sơ; {_WORDS}",
    f"Số hồ sơ đúng hạn x 100/tổng số hồ sơ. {_WORDS}",
    f"(Số hồ sơ đúng hạn x 100)/Tổng số hồ sơ. {_WORDS}",
    "Số hồ sơ đúng hạn x 100/tổng số hồ sơ ≥ 80%: 5 điểm; < 80%: 0 điểm.",
    "Tỷ lệ hồ sơ đúng hạn = số hồ sơ đúng hạn x 100/tổng số hồ sơ; từ 80 trở lên: 5 điểm; dưới 80: 0 điểm.",
    f"R = (b*100)/a; R >= 80: 5 điểm; R < 80: 0 điểm; {_LETTERS}",
    f"R = 100b/a; R ≥ 80%: 5 điểm; R < 80%: 0 điểm; {_LETTERS}",
    f"R = 100 x b/a. R từ 80 trở lên: 5 điểm; R dưới 80: 0 điểm; {_LETTERS}",
    f"Tỷ lệ % = b*100/a; đạt từ 80% trở lên: 5 điểm; dưới 80%: 0 điểm; {_LETTERS}",
    f"Tỷ lệ = b/(a/100). Từ 80% trở lên: 5 điểm; dưới 80%: 0 điểm; {_LETTERS}",
    f"H = b*100/a; H ≥ 80%: 5 điểm; H < 80%: 0 điểm; {_LETTERS}",
    f"(b*100)/a ≥ 80%: 5 điểm; (b*100)/a < 80%: 0 điểm; {_LETTERS}",
)
# In proportion, with the hundred taken back or not.
IN_PROPORTION = (
    f"Điểm = b*100/a*5/100; {_LETTERS}",
    f"Điểm = (b*100/a)/100*5; {_LETTERS}",
    f"Điểm = b*100/a x điểm tối đa; {_LETTERS}",
    f"Điểm = (b*100/a) x 0,05; {_LETTERS}",
    f"Điểm = Tỷ lệ x 5; Tỷ lệ = b*100/a; {_LETTERS}",
    f"Điểm = Tỷ lệ x 5/100; Tỷ lệ = b*100/a; {_LETTERS}",
    "Điểm = (số hồ sơ đúng hạn x 100 / tổng số hồ sơ) x điểm tối đa",
)
FROM_PEOPLE = (
    f"Tỷ lệ = b*1000/a. Từ 80% trở lên: 5 điểm; dưới 80%: 0 điểm; {_LETTERS}",
    f"Từ 80% trở lên: 5 điểm; dưới 80%: b*100/a x 5; {_LETTERS}",
)
OTHERS: dict[str, str] = {
    "Tỷ lệ = 100 - b*100/a. Từ 80% trở lên: 5 điểm; dưới 80%: 0 điểm; a: tổng số hồ sơ; b: số hồ sơ trễ hạn": "1 - b / a",
    "K = c*100/(a+b); K ≥ 80%: 5 điểm; K < 80%: 0 điểm; a: số hộ nghèo; b: số hộ cận nghèo; c: số hộ được vay": "c / (a + b)",
    "R = (b - a)*100/a; từ 10% trở lên: 5 điểm; dưới 10%: 0 điểm; a: thu năm trước; b: thu năm nay": "(b - a) / a",
    "Tỷ lệ = (100*b - 100*c)/a. Từ 80% trở lên: 5 điểm; dưới 80%: 0 điểm; a: tổng số hồ sơ; b: số hồ sơ đúng hạn; c: số hồ sơ trả lại": "(b - c) / a",
    "Tỷ lệ 1 = b*100/a; Tỷ lệ 2 = d*100/c; Điểm = (Tỷ lệ 1 + Tỷ lệ 2)/2 x điểm tối đa; a: tổng số hồ sơ, b: số hồ sơ đúng hạn; c: tổng số văn bản; d: số văn bản ký số": "b / a + d / c",
}


def _points(reading: RuleReading, part: int, whole: int) -> Fraction | None:
    letters = {given["label"]: letter for letter, given in reading.inputs.items()}
    below = next(letter for label, letter in letters.items() if label.startswith("Tổng"))
    above = next(letter for letter in letters.values() if letter != below)
    given = {above: str(part), below: str(whole)}
    return result_of(Case(given=given), criterion_of(reading, Fraction(5))).points


@pytest.mark.parametrize("text", FROM_80)
def test_a_hundred_makes_a_percentage_wherever_it_stands(text: str) -> None:
    reading, _ = read(text, name="Kết quả giải quyết hồ sơ", maximum=5)

    assert not reading.is_manual
    assert [_points(reading, part, 100) for part in (1, 5, 79, 80, 100)] == [0, 0, 0, 5, 5]
    assert not any("100" in given["label"] for given in reading.inputs.values())


@pytest.mark.parametrize("text", IN_PROPORTION)
def test_points_in_proportion_are_those_of_the_share(text: str) -> None:
    reading, _ = read(text, name="Hồ sơ giải quyết", maximum=5)

    assert [_points(reading, part, 100) for part in (1, 45, 100)] == [
        Fraction(1, 20), Fraction(9, 4), 5,
    ]  # fmt: skip


@pytest.mark.parametrize("text", FROM_PEOPLE)
def test_what_could_be_a_hundred_times_too_much_is_left_to_people(text: str) -> None:
    reading, row = read(text, name="Kết quả giải quyết hồ sơ", maximum=5)

    assert reading.is_manual
    assert any("gấp 100 lần" in notice.facts.get("why", "") for notice in row.warnings)


@pytest.mark.parametrize("text", OTHERS)
def test_sums_and_differences_lose_their_hundreds_together(text: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=5)

    assert isinstance(reading.rule, dict)
    assert reading.rule["value"] == OTHERS[text]


def test_the_text_is_quoted_as_it_is_printed() -> None:
    reading, _ = read(f"R = b*100/a; R ≥ 80: 5 điểm; R < 80: 0 điểm; {_LETTERS}", maximum=5)

    assert reading.assumed == ["“R = b*100/a”: tỷ lệ tính theo phần trăm"]


OFF: list[tuple[Any, bool]] = [
    ({"kind": "ratio", "value": "b * 100 / a"}, True),
    ({"kind": "ratio", "value": "b * 100 / a", "full_at": "0.8"}, True),
    ({"kind": "ratio", "value": "b * 100 / a", "full_at": "80"}, False),
    ({"kind": "ratio", "value": "b / a", "full_at": "0.8"}, False),
    ({"kind": "tiers", "value": "100 * b / a", "tiers": [{"at_least": "0.8", "give": "full"}]}, True),
    ({"kind": "tiers", "value": "100 * b / a", "tiers": [{"at_least": "80", "give": "full"}]}, False),
    ({"kind": "tiers", "value": "n", "tiers": [{"at_least": "1", "give": "full"}]}, False),
    ({"kind": "gate", "when": "a > 0 and b * 100 / a >= 0.8", "then": "full", "else": "none"}, True),
    ({"kind": "gate", "when": "a > 0 and b / a >= 0.8", "then": "full", "else": "none"}, False),
    ({"kind": "deduct", "parts": [{"of": "100 - 100 * b * 100 / a", "points_each": "1"}]}, True),
    ({"kind": "deduct", "parts": [{"of": "100 - 100 * b / a", "points_each": "1"}]}, False),
    ({"kind": "ratio", "value": "b / a * 100 / 80"}, False),
]


@pytest.mark.parametrize(("rule", "is_off"), OFF)
def test_a_percentage_is_not_held_against_shares(rule: Any, *, is_off: bool) -> None:
    inputs = {letter: {"label": letter} for letter in "abn"}

    assert is_a_hundred_times_off(rule) is is_off
    assert ("gấp 100 lần" in why_it_fails(RuleReading(rule, inputs=inputs), Fraction(5))) is is_off


def test_a_ratio_that_the_rule_would_leave_out_leaves_it_to_people() -> None:
    text = "Tỷ lệ = số hồ sơ đúng hạn/tổng số hồ sơ; từ 80 hồ sơ trở lên: 5 điểm; dưới 80 hồ sơ: 0 điểm"
    reading, _ = read(text, name="Kết quả", maximum=5)

    assert reading.is_manual


def test_a_difference_that_is_entered_as_one_figure_is_told() -> None:
    text = "Tỷ lệ = số phiếu hài lòng x 100/(số phiếu phát ra - số phiếu không hợp lệ); từ 90%: 5 điểm; dưới 90%: 0 điểm"
    reading, _ = read(text, name="Khảo sát", maximum=5)

    assert reading.is_manual or any("nhập số đã tính" in each for each in reading.assumed)
