"""Figures in percent: 0.95 that was meant as 95 is doubted, and what is certain is not."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from chamdiem.core.sentences import problem_text
from chamdiem.core.standings import score_everybody
from chamdiem.office.score_workbook import write_scores
from tests.office.forms import answers_of, cell_of, every_kind, filled_form, found, read, saved, table

KEY = "1.3.p"


def _doubted(*values: Any) -> list[str]:
    lines = [[f"X{number:02}", value] for number, value in enumerate(values, start=1)]
    sheet = read(table(["code", KEY], *lines))
    assert not sheet.problems
    assert {each.code for each in sheet.warnings} <= {"answer.doubtful_share"}
    return [each.place.cell for each in sheet.warnings]


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ((40, 95.5, 100, 0.9), ["B5"]),
        ((40, 95.5, 1), ["B4"]),
        (("40", "0,9"), ["B3"]),
        ((0.9,), ["B2"]),
        ((0.9, 0.8), ["B2", "B3"]),
        ((1,), []),
        ((0, 95), []),
        ((2, 3.5, 0.9), []),
        (("0,9%", "95%"), []),
        ((95, 40), []),
    ],
)
def test_one_percent_or_less_is_doubted_where_the_others_have_tens(
    values: tuple[Any, ...], cells: list[str]
) -> None:
    assert _doubted(*values) == cells


def test_a_doubt_names_the_cell_the_value_and_what_to_do() -> None:
    (warning,) = read(table(["code", KEY], ["X01", 95], ["X02", 0.9])).warnings
    assert problem_text(warning) == (
        "“Tỷ lệ hài lòng” tính bằng phần trăm nên 0,9 được hiểu là 0,9%: nếu đúng ra là 90%, nhập 90."
    )


def test_a_doubt_stands_in_the_json_of_programs_too() -> None:
    data = b'[{"code": "A", "answers": {"1.3.p": 95}}, {"code": "B", "answers": {"1.3.p": 0.9}}]'
    (warning,) = read(data, file="a.json").warnings
    assert (warning.code, warning.place.path) == ("answer.doubtful_share", "organisations[1].answers.1.3.p")


@pytest.mark.parametrize(
    ("value", "number_format", "stored"),
    [
        (0.955, "0.0%", 955),
        (0.955, "#,##0.0 %;[Red]-0%", 955),
        (95.5, '0.0"%"', 955),
        (95.5, "0.0\\%", 955),
        (95.5, '0.0_%"[%]"', 955),
    ],
)
def test_a_percent_sign_multiplies_only_where_excel_multiplies(
    value: float, number_format: str, stored: int
) -> None:
    book = filled_form()
    cell = cell_of(book, KEY)
    cell.value, cell.number_format = value, number_format
    assert answers_of(read(saved(book)))[KEY] == stored
    assert not found(saved(book))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_warnings_have_a_sheet_in_the_workbook_of_scores(language: Any) -> None:
    answers = read(table(["code", KEY], ["X01", 95], ["X02", 0.9]))
    standings = score_everybody(every_kind(), answers.participants)
    book = load_workbook(BytesIO(write_scores(standings, language, warnings=answers.warnings)))
    where, what = (str(cell.value) for cell in list(book.worksheets[-1])[-1])
    assert where == "so-lieu.xlsx › Sheet › B3"
    assert what == problem_text(answers.warnings[0], language)
    assert len(load_workbook(BytesIO(write_scores(standings, language))).sheetnames) == 3
