from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.inputs import Input
from chamdiem.core.sentences.problems import problem_text
from chamdiem.core.written_values import UnreadableValue

WHOLE = Input()
MONEY = Input(type="decimal", decimals=3)
SHARE = Input(type="decimal", decimals=1, unit="%", maximum=Fraction(100))
YES_NO = Input(type="yes_no")
CHOICE = Input(type="choice", options={"ct": "Chủ tịch UBND huyện", "pct": "Phó Chủ tịch"})
LATE = Input(type="date", since=date(2023, 10, 31))


@pytest.mark.parametrize(
    ("given_", "text", "value"),
    [
        (WHOLE, "950", 950),
        (WHOLE, " 950 ", 950),
        (WHOLE, "950.0", 950),
        (WHOLE, "1.234.567", 1_234_567),
        (WHOLE, "1,234,567", 1_234_567),
        (WHOLE, "1.234,0", 1_234),
        (WHOLE, "10,0", 10),
        (MONEY, "700,339", 700_339),
        (MONEY, "1,838", 1_838),
        (MONEY, "0.838", 838),
        (MONEY, "1.8380", 1_838),
        (MONEY, "1838.5", 1_838_500),
        (MONEY, "700,34", 700_340),
        (MONEY, "0.5", 500),
        (MONEY, "1.234,5", 1_234_500),
        (MONEY, "1.234.567", 1_234_567_000),
        (MONEY, "12", 12_000),
        (YES_NO, "Có", 1),
        (YES_NO, "không", 0),
        (YES_NO, "x", 1),
        (CHOICE, "pct", 1),
        (CHOICE, "chủ tịch ubnd huyện", 0),
        (SHARE, "95%", 950),
        (SHARE, "95,5 %", 955),
        (SHARE, "95", 950),
        (LATE, "31/10/2023", 0),
        (LATE, "01/11/2023", 1),
        (LATE, "2023-11-02", 2),
        (LATE, "30.10.2023", -1),
    ],
)
def test_what_people_type_becomes_one_stored_integer(given_: Input, text: str, value: int) -> None:
    assert given_.read(text) == value


@pytest.mark.parametrize(
    ("given_", "text", "code"),
    [
        (WHOLE, "66.140", "answer.ambiguous_number"),
        (WHOLE, "66,140", "answer.ambiguous_number"),
        (WHOLE, "9,5", "answer.not_whole"),
        (WHOLE, "100000000000000000000", "answer.too_many_digits"),
        (MONEY, "1.838", "answer.ambiguous_decimal"),
        (MONEY, "-1.838", "answer.ambiguous_decimal"),
        (MONEY, "1,234,567", "answer.comma_groups"),
        (MONEY, "1,234.5", "answer.comma_groups"),
        (MONEY, "NaN", "answer.not_a_number"),
        (WHOLE, "-1", "answer.below_minimum"),
        (WHOLE, "chín", "answer.not_a_number"),
        (WHOLE, "12 345", "answer.blank_inside"),
        (WHOLE, "+5", "answer.plus_sign"),
        (WHOLE, "", "answer.not_a_number"),
        (Input(maximum=Fraction(119)), "120", "answer.above_maximum"),
        (MONEY, "0.0001", "answer.too_many_decimals"),
        (MONEY, "1e5", "answer.shortened"),
        (MONEY, "1e99", "answer.not_a_number"),
        (YES_NO, "có lẽ", "answer.not_yes_no"),
        (CHOICE, "khác", "answer.unknown_option"),
        (LATE, "31/02/2023", "answer.not_a_date"),
        (LATE, "hôm qua", "answer.not_a_date"),
        (LATE, "20231102", "answer.not_a_date"),
        (LATE, "02112023", "answer.not_a_date"),
        (LATE, "45232", "answer.not_a_date"),
        (LATE, "12/31/2023", "answer.not_a_date"),
        (LATE, "02/11/23", "answer.not_a_date"),
        (SHARE, "95%%", "answer.not_a_number"),
        (SHARE, "%", "answer.not_a_number"),
        (WHOLE, "95%", "answer.not_a_number"),
        (Input(type="decimal", decimals=2, step=Fraction(1, 4)), "0.3", "answer.off_step"),
        (Input(type="text"), "Nguyễn Văn A", "answer.text_earns_nothing"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(given_: Input, text: str, code: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        given_.read(text)
    assert refused.value.problem.code == code
    assert refused.value.problem.facts.get("value", text) == text


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("12,3456", "12,346"),
        ("1.234,9996", "1235"),
        ("0,0001", "0"),
        ("12,3455", "12,346"),
        ("-0,0001", "0"),
        ("0," + "9" * 5000, "1"),
    ],
)
def test_too_many_decimals_are_answered_with_the_nearest_number(text: str, near: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        MONEY.read(text)
    assert refused.value.problem.facts["near"] == near
    MONEY.read(near)


def test_a_number_too_small_is_told_the_smallest_there_is() -> None:
    with pytest.raises(UnreadableValue) as refused:
        Input(type="decimal", decimals=6).read("0.0000001")
    said = problem_text(
        replace(refused.value.problem, facts={**refused.value.problem.facts, "label": "Ngưỡng"})
    )
    assert said == (
        "“0.0000001” có quá nhiều chữ số thập phân: “Ngưỡng” nhận tối đa 6 chữ số, số khác 0 nhỏ nhất là "
        "0,000001. Kiểm tra lại đơn vị tính; làm tròn được thì nhập 0."
    )


def test_no_number_outside_the_bounds_is_proposed() -> None:
    with pytest.raises(UnreadableValue) as refused:
        MONEY.read("-12,3454")
    assert refused.value.problem.code == "answer.below_minimum"
    with pytest.raises(UnreadableValue) as refused:
        MONEY.parse("12.3456")
    assert refused.value.problem.facts["near"] == "12.346"


@given(st.text(max_size=30), st.sampled_from([WHOLE, MONEY, YES_NO, CHOICE, LATE]))
def test_no_text_raises_anything_else(text: str, given_: Input) -> None:
    with contextlib.suppress(UnreadableValue):
        assert isinstance(given_.read(text), int)


@given(st.integers(0, 10**9), st.sampled_from([WHOLE, MONEY]))
def test_what_is_shown_or_typed_out_can_be_read_again(value: int, given_: Input) -> None:
    assert given_.parse(given_.show(value)) == value
    assert given_.read(given_.type_out(value)) == value


@pytest.mark.parametrize(
    ("given_", "text", "code"),
    [
        (MONEY, "1,5", "answer.not_canonical"),
        (MONEY, "1.234.567", "answer.not_canonical"),
        (WHOLE, "1.234", "answer.not_whole"),
        (WHOLE, "1e3", "answer.shortened"),
    ],
)
def test_what_a_program_writes_has_one_form(given_: Input, text: str, code: str) -> None:
    assert MONEY.parse("1.838") == 1_838
    with pytest.raises(UnreadableValue) as refused:
        given_.parse(text)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(
    ("text", "typed", "canonical"),
    [
        ("1e2", "100", "100"),
        ("1,5E+03", "1500", "1500"),
        ("-2.5e-01", "-0,25", "-0.25"),
        ("0e0", "0", "0"),
    ],
)
def test_a_number_shortened_by_an_exponent_is_written_out(text: str, typed: str, canonical: str) -> None:
    for read, plain in ((MONEY.read, typed), (MONEY.parse, canonical)):
        with pytest.raises(UnreadableValue) as refused:
            read(text)
        assert refused.value.problem.facts["plain"] == plain


@given(st.from_regex(r"[0-9]{1,4}([.,][0-9]{1,4}){0,2}", fullmatch=True))
def test_no_typed_number_means_a_thousand_times_as_much_to_somebody_else(text: str) -> None:
    """What is read with one sign for the thousands is not read where the other one stands for them."""
    turned = text.translate(str.maketrans(".,", ",."))
    with contextlib.suppress(UnreadableValue):
        here, there = MONEY.read(text), MONEY.read(turned)
        assert here == there
