"""Numbers are read exactly from text, and rounded once, half up on the magnitude."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.points import Rounding, decimal_text, exact

fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6)
digits = st.integers(0, 6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("15", Fraction(15)),
        ("0.1", Fraction(1, 10)),
        ("-2.50", Fraction(-5, 2)),
        (" 1/3 ", Fraction(1, 3)),
        ("0.5/2", Fraction(1, 4)),
        ("70%", Fraction(7, 10)),
        ("0.25%", Fraction(1, 400)),
        ("1/3%", Fraction(1, 300)),
        ("007", Fraction(7)),
    ],
)
def test_a_number_is_read_exactly(text: str, value: Fraction) -> None:
    assert exact(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "x", "1,5", "1e3", ".5", "5.", "1/0", "1/-2", "--1", "1 000", "50 %", "1%/2", "٣", "nan", "9" * 19],
)
def test_what_is_no_number_of_the_format_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        exact(text)


@pytest.mark.parametrize(
    ("points", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.00499999999", "0"),
        ("0.015", "0.02"),
        ("0.025", "0.03"),
        ("1.005", "1.01"),
        ("2.675", "2.68"),
        ("4.165", "4.17"),
        ("19.995", "20"),
        ("-0.005", "-0.01"),
        ("-2.675", "-2.68"),
        ("-0.00499999999", "0"),
    ],
)
def test_exactly_half_a_hundredth_goes_away_from_zero(points: str, rounded: str) -> None:
    assert Rounding(2).round(exact(points)) == exact(rounded)


@given(fractions, digits)
def test_rounding_is_half_up_on_the_magnitude(points: Fraction, places: int) -> None:
    rounded = Rounding(places).round(points)
    scale = 10**places
    expected = Fraction(math.floor(abs(points) * scale + Fraction(1, 2)), scale)
    assert rounded == (expected if points >= 0 else -expected)


@given(st.decimals(min_value=-1000, max_value=1000, places=5), digits)
def test_rounding_agrees_with_the_decimal_module(points: Decimal, places: int) -> None:
    expected = points.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert Rounding(places).round(Fraction(points)) == Fraction(expected)


@given(fractions, digits)
def test_rounded_points_stay_when_rounded_again(points: Fraction, places: int) -> None:
    rounding = Rounding(places)
    assert rounding.round(rounding.round(points)) == rounding.round(points)


@given(fractions, fractions, digits)
def test_rounding_never_turns_two_points_round(one: Fraction, other: Fraction, places: int) -> None:
    less, more = sorted((one, other))
    assert Rounding(places).round(less) <= Rounding(places).round(more)


@given(fractions, digits)
def test_a_deduction_rounds_like_a_bonus(points: Fraction, places: int) -> None:
    assert Rounding(places).round(-points) == -Rounding(places).round(points)


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**12), st.integers(1, 50), digits)
def test_a_pair_need_not_be_in_lowest_terms(above: int, below: int, factor: int, places: int) -> None:
    rounding = Rounding(places)
    assert rounding.quanta(above, below) == rounding.quanta(above * factor, below * factor)


@given(fractions)
def test_decimal_text_can_be_read_again(value: Fraction) -> None:
    assert exact(decimal_text(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(10), "10"),
        (Fraction(19, 2), "9.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 400), "0.0025"),
        (Fraction(2, 3), "2/3"),
        (Fraction(-2, 3), "-2/3"),
    ],
)
def test_decimal_text_is_canonical(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text
