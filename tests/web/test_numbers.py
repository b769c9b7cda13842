from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.web.numbers import date_text, fixed, moment_text, plain
from chamdiem.web.templatetags import show


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(37, 2), "18,50"),
        ("18.5", "18,50"),
        (Decimal("1234.5"), "1.234,50"),
        (0, "0,00"),
        (Fraction(1, 200), "0,01"),
        (Fraction(-1, 200), "-0,01"),
        (Fraction(-1, 1000), "0,00"),
        (1_234_567, "1.234.567,00"),
    ],
)
def test_points_have_two_decimals_a_comma_and_dots_between_thousands(
    value: Fraction | str | Decimal | int, text: str
) -> None:
    assert show.points(value) == text


def test_a_half_is_rounded_up_and_not_to_the_even_digit() -> None:
    assert [fixed(Fraction(n, 1000), 2) for n in (5, 15, 25)] == ["0,01", "0,02", "0,03"]


def test_what_is_not_there_is_a_dash_and_not_zero() -> None:
    assert {show.points(None), show.number(None), show.percent(None), show.date(None), show.moment(None)} == {
        "–"
    }


def test_a_binary_float_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        show.points(18.5)  # type: ignore[arg-type]


def test_points_of_shows_the_maximum_as_it_is_printed() -> None:
    assert show.points_of("18.5", 20) == "18,50 / 20"
    assert show.points_of(None, "2.5") == "– / 2,5"


def test_a_number_has_as_many_decimals_as_it_needs() -> None:
    assert [plain(value) for value in ("1234.5", 20, "0.10", "100")] == ["1.234,5", "20", "0,1", "100"]


def test_a_share_is_shown_as_percent_and_an_index_with_four_digits() -> None:
    assert show.percent(Fraction(37, 40)) == "92,5%"
    assert show.index_value(Fraction(7955, 10000)) == "0,7955"


def test_a_change_shows_its_sign_and_no_change_has_none() -> None:
    assert [show.signed(value) for value in ("1.5", "-0.25", 0)] == ["+1,50", "−0,25", "0,00"]


@pytest.mark.parametrize(
    ("value", "maximum", "share"),
    [
        ("18.5", 20, "92.50"),
        ("19.56", 32, "61.13"),
        ("20.68", 32, "64.63"),
        (30, 20, "100.00"),
        (-1, 20, "0.00"),
        (5, 0, "0"),
        (None, 20, "0"),
    ],
)
def test_a_bar_is_never_fuller_than_full_and_never_divides_by_zero(
    value: str | int | None, maximum: int, share: str
) -> None:
    assert show.share_of(value, maximum) == share


def test_moments_are_shown_in_vietnam() -> None:
    moment = dt.datetime(2026, 9, 30, 17, 32, tzinfo=dt.UTC)
    assert moment_text(moment) == "00:32 01/10/2026"
    assert date_text(moment) == "01/10/2026"
    assert date_text(dt.date(2026, 9, 30)) == "30/09/2026"
    assert date_text(dt.date(26, 2, 1)) == "01/02/0026"
    assert show.hour(moment) == "00:32"


def test_a_pattern_of_a_library_is_still_understood() -> None:
    assert show.date(dt.date(2026, 9, 30), "Y") == "2026"


def test_english_writes_numbers_its_own_way() -> None:
    with translation.override("en"):
        assert show.points("1234.5") == "1,234.50"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1_834_000, "1,8 MB"), (10**9, "1 GB")]
)
def test_sizes_are_written_as_file_managers_do(size: int, text: str) -> None:
    assert show.file_size(size) == text


def test_time_left_is_told_in_days() -> None:
    told = [show.days_told(left) for left in (3, 0, -2)]
    assert told == ["còn 3 ngày", "hôm nay là ngày cuối", "quá hạn 2 ngày"]


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_a_shown_number_lies_within_half_a_digit_of_the_true_one(value: Fraction, digits: int) -> None:
    shown = Fraction(fixed(value, digits).replace(".", "").replace(",", "."))
    assert abs(shown - value) <= Fraction(1, 2 * 10**digits)
