"""Figures as people read and type them: what is shown in a language is accepted back in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chamdiem.core.inputs import Input
from chamdiem.core.sentences import Language, problem_text
from chamdiem.core.sentences.figures import read_in, value_in
from chamdiem.core.written_values import UnreadableValue

_DECIMAL = Input(type="decimal", decimals=3, minimum=None)
_INPUTS = (_DECIMAL, Input(), Input(type="yes_no"), Input(type="choice", options={"a": "Một", "b": ""}))


@given(st.sampled_from(_INPUTS), st.integers(-10_000_000, 10_000_000), st.sampled_from(["vi", "en"]))
@example(_DECIMAL, 125, "en")
@example(_DECIMAL, 1125, "en")
@example(_DECIMAL, 1125, "vi")
@example(_DECIMAL, 1_125_000, "en")
def test_what_is_shown_is_accepted_back(declared: Input, value: int, language: Language) -> None:
    low, high = declared.range
    value = max(value, value if low is None else low)
    value = min(value, value if high is None else high)
    assert read_in(declared, value_in(declared, value, language), language) == value


@pytest.mark.parametrize("text", ["1.000", "1,125", "-12,500", "1.120"])
def test_what_has_two_readings_in_english_is_refused_with_both(text: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        read_in(_DECIMAL, text, "en")
    problem = refused.value.problem
    told = problem_text(replace(problem, facts={**problem.facts, "label": "Số hộ"}), "en")
    for way in (problem.facts["plain"], problem.facts["decimal"]):
        assert read_in(_DECIMAL, way, "en") is not None
        assert f" {way}" in told


@pytest.mark.parametrize("text", ["1.125", "1.000"])
def test_in_vietnamese_a_point_before_three_digits_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        read_in(_DECIMAL, text, "vi")
    assert refused.value.problem.code == "answer.ambiguous_decimal"


def test_a_whole_number_that_may_be_a_decimal_is_refused_in_english_too() -> None:
    for text in ("1.125", "1,125", "1.000"):
        with pytest.raises(UnreadableValue) as refused:
            read_in(Input(), text, "en")
        assert refused.value.problem.code == "answer.ambiguous_number"
