from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.expression import ExpressionError, letters_in, parse_condition, parse_term
from chamdiem.core.quotient import quotient_of
from chamdiem.core.unparse import unparse

from . import sets


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(c+d)/(a+b)", "(c + d) / (a + b)"),
        ("b/a*1/2+c/a", "b / a * 1 / 2 + c / a"),
        ("a-(b-c)", "a - (b - c)"),
        ("-(a+b)", "-(a + b)"),
        ("a / (b / c)", "a / (b / c)"),
        ("12.5%*n", "12.5% * n"),
    ],
)
def test_terms_are_written_back_with_no_more_brackets_than_needed(text: str, canonical: str) -> None:
    assert unparse(parse_term(text)) == canonical
    assert parse_term(canonical) == parse_term(text)


@pytest.mark.parametrize(
    "text", ["a > 0 and c / a >= 80%", "not (x or y) and n = 0", "(a + b) >= c or not x", "a != b"]
)
def test_conditions_are_written_back_as_they_are_read(text: str) -> None:
    again = unparse(parse_condition(text))
    assert parse_condition(again) == parse_condition(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a // b", "expression.misplaced"),
        ("9**9**9", "expression.misplaced"),
        ("a.b", "expression.unexpected"),
        ("a[0]", "expression.unexpected"),
        ("f(a)", "expression.misplaced"),
        ("a b", "expression.unexpected"),
        ("a +", "expression.ends_early"),
        ("(a", "expression.ends_early"),
        ("", "expression.empty"),
        ("   ", "expression.empty"),
        ("a > b", "expression.not_a_number"),
        ("'a'", "expression.unexpected"),
        ("a = b = c", "expression.misplaced"),
        ("(" * 100 + "a" + ")" * 100, "expression.too_deep"),
        ("-" * 100 + "a", "expression.too_deep"),
        ("a+" * 300 + "a", "expression.too_long"),
        ("and", "expression.misplaced"),
        ("¹", "expression.unexpected"),
        ("٣", "expression.unexpected"),
    ],
)
def test_what_is_not_arithmetic_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse_term(text)
    assert refused.value.code == code


def test_a_number_is_no_condition() -> None:
    with pytest.raises(ExpressionError) as refused:
        parse_condition("a + b")
    assert refused.value.code == "expression.not_a_condition"


def assert_is_known(refused: ExpressionError) -> None:
    assert refused.code.startswith("expression.")


@given(st.text(max_size=60) | st.text(alphabet="ab()+-*/<>=!% .0123456789andornot", max_size=60))
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    for parse in (parse_term, parse_condition):
        try:
            parse(text)
        except ExpressionError as refused:
            assert_is_known(refused)


@given(sets.terms)
def test_any_term_survives_writing_and_reading(term: object) -> None:
    assert parse_term(unparse(term)) == term  # type: ignore[arg-type]  # the strategy is of terms


@given(sets.conditions)
def test_any_condition_survives_writing_and_reading(condition: object) -> None:
    assert parse_condition(unparse(condition)) == condition  # type: ignore[arg-type]


def test_letters_are_listed_once_in_order() -> None:
    assert letters_in(parse_term("(c + d) / (a + c)")) == ("c", "d", "a")


def test_common_denominators_are_not_multiplied() -> None:
    quotient = quotient_of(parse_term("b / a * 1/2 + c / a"))
    assert set(quotient.denominator) == {("a",)}


def test_a_quotient_divides_by_zero_wherever_the_term_does() -> None:
    quotient = quotient_of(parse_term("a / (b / c)"))
    assert quotient.letters == {"a", "b", "c"}
    assert set(quotient.denominator) == {("b", "c")}
