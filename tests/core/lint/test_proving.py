"""Proved bounds: never wrong, and sharp where the documents need it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chamdiem.core import conditions
from chamdiem.core.conditions import opposite
from chamdiem.core.criterion import compile_criteria
from chamdiem.core.exact import checker
from chamdiem.core.expression import Term, parse_condition, parse_term
from chamdiem.core.inputs import Input
from chamdiem.core.lint.inequalities import inequality, upper_bound
from chamdiem.core.lint.proving import Proof
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.rule import Scope
from chamdiem.core.unparse import unparse
from tests.patience import cases

from .. import sets
from .documents import criterion


def _proof(*checks: str, **inputs: str) -> Proof:
    """What is known of a, b, c, d under these checks; keywords give ranges."""
    declared = ", ".join(f"{each}: {{label: Số {each}, {inputs.get(each, '')}}}" for each in "abcd")
    listed = ", ".join(f'"{check}"' for check in checks)
    made = criterion(f"rule: {{kind: full}}\ninputs: {{{declared}}}\nchecks: [{listed}]")
    return Proof.of(compile_criteria(made)["1.1"])


@pytest.mark.parametrize(
    ("checks", "term", "least", "most"),
    [
        (["a <= b"], "a / b", 0, 1),
        (["b + c <= a"], "b / a * 1/2 + c / a", 0, 1),
        (["a <= b", "c <= d"], "(a / b + c / d) / 2", 0, 1),
        (["b <= a", "d <= c"], "(b + d) / (a + c)", 0, 1),
        (["c <= a", "d <= b"], "(c + d) / (a + b)", 0, 1),
        (["a <= b", "b <= c"], "a / c", 0, 1),
        (["2 * a <= b"], "a / b", 0, Fraction(1, 2)),
        ([], "a / b", 0, None),
        (["a <= b"], "1 - a / b", 0, 1),
        (["a <= b"], "a / b + c / d", 0, None),
        (["a = b"], "a / b", 1, 1),
    ],
)
def test_bounds_follow_from_the_checks(
    checks: list[str], term: str, least: int, most: Fraction | None
) -> None:
    proof = _proof(*checks)
    assert proof.ceiling(parse_term(term)) == most
    assert proof.floor(parse_term(term)) == least


def test_declared_ranges_count() -> None:
    assert _proof(a="max: 119").ceiling(parse_term("a / 119")) == 1
    assert _proof(a="max: 10", b="min: 5").ceiling(parse_term("a / b")) == 2


@pytest.mark.parametrize(
    ("condition", "may"),
    [
        ("b > 0", False),
        ("b >= 1", False),
        ("not b = 0", False),
        ("b != 0", False),
        ("b >= 0", True),
        ("a > 0", True),
    ],
)
def test_a_condition_may_exclude_zero(condition: str, may: bool) -> None:  # noqa: FBT001  expected value
    below = quotient_of(parse_term("b")).numerator
    assert _proof().given(parse_condition(condition)).may_be_zero(below) is may
    assert _proof().given_not(opposite(parse_condition(condition))).may_be_zero(below) is may


@pytest.mark.parametrize(
    ("condition", "a", "may"),
    [
        ("c / a >= 80%", "", True),
        ("c / a = 1 or b / a > 2", "", True),
        ("not c / a < 80%", "", True),
        ("c / a >= 80%", "min: 1", False),
        ("c / a >= 80% or a = 0", "", False),
    ],
)
def test_a_comparison_that_fails_may_have_divided_by_zero(condition: str, a: str, may: bool) -> None:  # noqa: FBT001
    proof = _proof(a=a) if a else _proof()
    below = quotient_of(parse_term("a")).numerator
    assert proof.given_not(parse_condition(condition)).may_be_zero(below) is may


def test_a_check_may_exclude_zero_through_another_figure() -> None:
    below = quotient_of(parse_term("b")).numerator
    assert not _proof("a <= b", a="min: 1").may_be_zero(below)


def test_a_system_without_a_bound_proves_none() -> None:
    system = [inequality({"x": Fraction(1), "y": Fraction(-1)}, Fraction(0))]
    assert upper_bound(system, "x") is None
    assert upper_bound([*system, inequality({"y": Fraction(2)}, Fraction(-7))], "x") == Fraction(7, 2)


_LINEAR = st.sampled_from(
    ["a <= b", "b + c <= a", "c <= d", "2 * a <= b", "a <= 7", "b >= 1", "d > 2", "a = c"]
)
_POINT = st.fixed_dictionaries({letter: st.integers(0, 9) for letter in "abcd"})
_TERM: st.SearchStrategy[Any] = sets.terms | st.sampled_from(
    [
        parse_term(text)
        for text in ("b / a * 1/2 + c / a", "(a / b + c / d) / 2", "1 - a / b", "a * b / c", "-a / b")
    ]
)


@cases(400)
@given(st.lists(_LINEAR, max_size=3), _TERM, _POINT)
def test_no_point_that_passes_the_checks_lies_outside_the_bounds(
    checks: list[str], term: Term, point: dict[str, int]
) -> None:
    proof = _PROOFS.setdefault(tuple(checks), _proof(*checks))
    figures = {letter: Fraction(value) for letter, value in point.items()}
    assume(all(_holds(check, figures) for check in checks))
    quotient = quotient_of(term)
    below = _value(quotient.denominator, figures)
    if below == 0:
        assert proof.may_be_zero(quotient.denominator)
        return
    value = _value(quotient.numerator, figures) / below
    least, most = proof.floor(term), proof.ceiling(term)
    assert least is None or least <= value, unparse(term)
    assert most is None or value <= most, unparse(term)


_PROOFS: dict[tuple[str, ...], Proof] = {}


def _holds(check: str, figures: dict[str, Fraction]) -> bool:
    left, operator, right = check.rpartition(
        next(sign for sign in (" <= ", " >= ", " > ", " = ") if sign in check)
    )
    one, other = (_value(quotient_of(parse_term(side)).numerator, figures) for side in (left, right))
    return {"<=": one <= other, ">=": one >= other, ">": one > other, "=": one == other}[operator.strip()]


def _value(polynomial: Any, figures: dict[str, Fraction]) -> Fraction:
    total = Fraction(0)
    for monomial, coefficient in polynomial.items():
        product = coefficient
        for letter in monomial:
            product *= figures.get(letter, Fraction(0))
        total += product
    return total


def test_inputs_of_other_types_have_their_ranges() -> None:
    assert Input(type="yes_no").range == (0, 1)
    assert _proof(a="type: decimal, decimals: 2, max: 1.5").ceiling(parse_term("a")) == Fraction(3, 2)


_DIVIDING = st.sampled_from(
    [
        "b / a >= 80%",
        "b / (a - c) < 2",
        "not b / a = 1",
        "a / b > 1 or c > 0",
        "b / a <= 1 and c / a <= 1",
        "a != 0",
    ]
)


@given(_DIVIDING, _POINT)
def test_what_is_known_where_a_condition_fails_holds_wherever_it_fails(
    text: str, point: dict[str, int]
) -> None:
    condition = parse_condition(text)
    scope = Scope({letter: Input() for letter in "abcd"})
    if not checker(conditions.test_of(condition, scope))([point[letter] for letter in "abcd"]):
        for known in _proof().given_not(condition).known:
            assert sum(c * point[letter] for letter, c in known.terms) + known.constant <= 0
