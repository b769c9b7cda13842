"""A wrong cell is named with sheet, address, value and remedy; nothing is guessed, none hides another."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from chamdiem.core.sentences import problem_text
from chamdiem.errors import InvalidAnswers
from chamdiem.office.form_layout import FIGURES_SHEET
from chamdiem.office.scoring import score_answers
from tests.office.forms import (
    FIRST_STORED,
    answers_of,
    cell_of,
    every_kind,
    filled_form,
    found,
    problems_of,
    read,
    saved,
    table,
)


def _with(key: str, value: Any, number_format: str = "") -> bytes:
    book = filled_form()
    cell = cell_of(book, key)
    cell.value = value
    if number_format:
        cell.number_format = number_format
    return saved(book)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("1.1.a", "chín mươi", "answer.not_a_number"),
        ("1.1.a", "90 hồ sơ", "answer.not_a_number"),
        ("1.1.a", "90-95", "answer.not_a_number"),
        ("1.1.a", "1.2.3", "answer.not_a_number"),
        ("1.1.a", "12%", "answer.not_a_number"),
        ("1.1.a", "1e3", "answer.shortened"),
        ("1.1.a", "１２", "answer.not_a_number"),
        ("1.1.a", "∞", "answer.not_a_number"),
        ("1.1.a", -1, "answer.below_minimum"),
        ("1.1.a", "-1", "answer.below_minimum"),
        ("I.2", 0, "answer.below_minimum"),
        ("1.1.a", 12.5, "answer.not_whole"),
        ("1.1.a", "12,5", "answer.not_whole"),
        ("1.1.a", 1.234, "answer.not_whole"),
        ("1.1.a", "1.234", "answer.ambiguous_number"),
        ("1.1.a", "1,234", "answer.ambiguous_number"),
        ("1.1.a", "1.234,5", "answer.not_whole"),
        ("1.1.a", "1,234.5", "answer.not_whole"),
        ("1.1.a", date(2023, 5, 1), "answer.day_for_number"),
        ("1.1.a", True, "answer.not_a_number"),
        ("1.1.a", time(3, 4), "answer.not_a_number"),
        ("1.1.a", "#DIV/0!", "answer.error_value"),
        ("1.1.a", "#REF!", "answer.error_value"),
        ("1.1.a", "#N/A", "answer.error_value"),
        ("1.1.a", "=1+1", "answer.uncomputed_formula"),
        ("1.2.c", 99.999, "answer.too_many_decimals"),
        ("1.2.c", "99,999", "answer.too_many_decimals"),
        ("1.2.c", 0.0000000123456, "answer.too_many_decimals"),
        ("1.2.c", 5000.01, "answer.above_maximum"),
        ("1.2.c", -0.01, "answer.below_minimum"),
        ("1.2.c", date(2023, 1, 5), "answer.day_for_number"),
        ("1.3.p", 101, "answer.above_maximum"),
        ("1.3.p", "12 %%", "answer.not_a_number"),
        ("1.4.x", "có lẽ", "answer.not_yes_no"),
        ("1.4.x", 2, "answer.not_yes_no"),
        ("1.4.x", "#NAME?", "answer.error_value"),
        ("1.5.k", "Mức vừa", "answer.unknown_option"),
        ("1.5.k", 1, "answer.unknown_option"),
        ("1.6.t", "31/02/2023", "answer.not_a_date"),
        ("1.6.t", "hôm qua", "answer.not_a_date"),
        ("1.6.t", "2023-11-02 hoặc sau", "answer.not_a_date"),
        # Excel knows no day so far away, although the cell is one for days.
        ("1.6.t", 20231102, "answer.error_value"),
    ],
)
def test_a_wrong_value_is_named_with_its_cell(key: str, value: Any, code: str) -> None:
    address = cell_of(filled_form(), key).coordinate
    data = _with(key, value)
    assert found(data) == [(code, address)]
    (problem,) = problems_of(data)
    assert problem.place.sheet == FIGURES_SHEET
    assert problem.place.file == "so-lieu.xlsx"
    assert problem.facts["organisation"] == "X01"
    assert problem.facts["value"]
    assert problem.facts["label"] in problem_text(problem)


@pytest.mark.parametrize(
    ("key", "value", "number_format", "stored"),
    [
        ("1.1.a", "90", "", 90),
        ("1.1.a", " 90 ", "", 90),
        ("1.1.a", 90.0, "", 90),
        ("1.1.a", "1.234.567", "", 1234567),
        ("1.1.a", 999_999_999_999_999, "", 999_999_999_999_999),
        ("1.2.c", 0.1 + 0.2, "", 30),
        ("1.2.c", "1.234,5", "", 123450),
        ("1.2.c", 1e-2, "", 1),
        ("1.3.p", "12%", "", 120),
        ("1.3.p", "12,5 %", "", 125),
        ("1.3.p", 0.955, "0.0%", 955),
        ("1.3.p", 95.5, "", 955),
        ("1.4.x", True, "", 1),
        ("1.4.x", "KHÔNG", "", 0),
        ("1.4.x", 1, "", 1),
        ("1.5.k", "mức thấp", "", 1),
        ("1.5.k", "cao", "", 0),
        ("1.6.t", "02/11/2023", "", 2),
        ("1.6.t", "2023-11-02", "", 2),
        ("1.6.t", 45232, "dd/mm/yyyy", 2),
    ],
)
def test_a_value_is_read_however_it_was_typed(key: str, value: Any, number_format: str, stored: int) -> None:
    sheet = read(_with(key, value, number_format))
    assert not sheet.problems
    assert answers_of(sheet)[key] == stored


@pytest.mark.parametrize("value", [2**53, 2**53 + 1, 10**15, 10**40, 1e300, "9007199254740993", "1" * 30])
@pytest.mark.parametrize("key", ["1.1.a", "1.2.c"])
def test_a_number_of_more_digits_than_excel_keeps_is_refused_as_it_stands(key: str, value: Any) -> None:
    assert found(_with(key, value)) == [("answer.too_many_digits", cell_of(filled_form(), key).coordinate)]


@pytest.mark.parametrize("value", [45232, 20231102])
def test_a_bare_number_is_no_day(value: int) -> None:
    assert found(_with("1.6.t", value, "0"))[0][0] == "answer.not_a_date"


def test_a_percentage_in_a_cell_for_a_count_is_no_count() -> None:
    assert found(_with("1.1.a", 0.9, "0%"))[0][0] == "answer.not_a_number"


def test_an_empty_cell_is_missing_and_zero_is_zero() -> None:
    answers = answers_of(read(_with("1.1.a", None)))
    assert answers == {key: value for key, value in FIRST_STORED.items() if key != "1.1.a"}
    assert answers_of(read(_with("1.1.a", 0)))["1.1.a"] == 0
    assert "1.1.a" not in answers_of(read(_with("1.1.a", "   ")))
    assert "1.1.a" not in answers_of(read(_with("1.1.a", "\u00a0")))


def test_every_wrong_cell_is_reported_at_once_and_the_right_ones_are_kept() -> None:
    book = filled_form()
    wrong = {"1.1.a": "?", "1.2.c": -5, "1.3.p": "#DIV/0!", "1.4.x": "?", "1.5.k": "?", "1.6.t": "?"}
    for code in ("X01", "X02"):
        for key, value in wrong.items():
            cell_of(book, key, code).value = value
    data = saved(book)
    assert len(problems_of(data)) == 2 * len(wrong)
    assert {address for _, address in found(data)} == {
        cell_of(book, key, code).coordinate for key in wrong for code in ("X01", "X02")
    }
    assert answers_of(read(data)) == {"I.2": 12345, "1.1.b": 100}


def test_a_part_greater_than_its_whole_names_both_cells() -> None:
    with pytest.raises(InvalidAnswers) as refused:
        score_answers(read(_with("1.1.a", 101)), every_kind())
    (problem,) = refused.value.problems
    assert problem.code == "check.broken"
    assert problem.facts["cells"] == "I11, I12"


def test_a_text_of_general_information_may_be_anything() -> None:
    for value in ("=1+1", 5, True, "#N/A", date(2023, 1, 1)):
        assert not read(_with("I.1", value)).problems


@pytest.mark.parametrize("rows", [3000])
def test_a_long_table_names_the_last_wrong_cell_as_well_as_the_first(rows: int) -> None:
    lines: list[list[Any]] = [["Mã đơn vị", "1.1.a", "1.1.b"]]
    lines += [[f"X{number:05}", number, 100_000] for number in range(rows)]
    lines[1][1] = lines[-1][1] = "nhiều"
    data = table(*lines)
    assert found(data) == [("answer.not_a_number", "B2"), ("answer.not_a_number", f"B{rows + 1}")]
    assert len(read(data).participants) == rows


def test_a_number_of_excel_is_rounded_as_people_write_it() -> None:
    (problem,) = problems_of(_with("1.2.c", 12.50049))
    assert "thì nhập 12,5." in problem_text(problem)


def test_a_number_of_excel_is_quoted_as_people_write_it() -> None:
    (problem,) = problems_of(_with("1.2.c", 99.999))
    assert "“99,999”" in problem_text(problem)
    assert "“99.999”" in problem_text(problem, "en")
