"""A unit in the format of a cell is part of what the cell shows: it is never read as another one."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidPlan
from chamdiem.office.number_formats import printed_words
from chamdiem.office.plan_columns import SHEETS
from chamdiem.office.plan_reading import read_plan_book
from chamdiem.office.plan_writing import write_plan_book
from tests.office.ninh_thuan import NINH_THUAN, criteria_of


@pytest.mark.parametrize(
    ("number_format", "value", "words"),
    [
        ("General", "1.25", ""),
        ("#,##0.00", "1.25", ""),
        ('0.00" tỷ"', "1.25", "tỷ"),
        ('#,##0.00 "tỷ"', "1.25", "tỷ"),
        ('General" tỷ đồng"', "1.25", "tỷ đồng"),
        (r"0.00\ \t\ỷ", "1.25", "tỷ"),
        ("[$₫-42A]#,##0", "1.25", "₫"),
        ("#,##0 [$₫-42A]", "1.25", "₫"),
        ("#,##0\\ ₫", "1.25", "₫"),
        ('0;[Red]-0" tr"', "-2", "tr"),
        ('0;[Red]-0" tr"', "2", ""),
        ('0;-0;"không"', "0", "không"),
        ('#,##0_-;-#,##0_-;"-"_-', "0", ""),
        ("_(* #,##0.00_);_(* (#,##0.00);_(@_)", "1.25", ""),
        ('0.0"%"', "1.25", ""),
        ("0%", "0.5", ""),
        ("", "3", ""),
        ('[>=1000]#,##0.0,"tỷ";#,##0 "tr"', "1500", "÷ 1.000 tỷ"),
        ('[>=1000]#,##0.0,"tỷ";#,##0 "tr"', "500", "tr"),
        ('[>=1000]#,##0.0,"tỷ";#,##0 "tr"', "-2000", "tr"),
        ('[<1]0.0 "kg";[<1000]0 "tạ";0 "tấn"', "0.5", "kg"),
        ('[<1]0.0 "kg";[<1000]0 "tạ";0 "tấn"', "1", "tạ"),
        ('[<1]0.0 "kg";[<1000]0 "tạ";0 "tấn"', "1000", "tấn"),
        ('[=0]"không";[Red][<0]-0 "nợ";0', "0", "không"),
        ('[=0]"không";[Red][<0]-0 "nợ";0', "-3", "nợ"),
        ('[=0]"không";[Red][<0]-0 "nợ";0', "3", ""),
        ('[>100]0 "a";0 "b";0 "c"', "-1", "b"),
        ('[>100]0 "a";0 "b";0 "c"', "1", "c"),
        ('[>5]0 "a"', "1", "a"),
        ('0" [>5] bộ";-0', "-1", ""),
    ],
)
def test_the_words_a_format_prints(number_format: str, value: str, words: str) -> None:
    assert printed_words(number_format, Decimal(value)) == words


def _budget(value: float, number_format: str) -> tuple[bytes, str]:
    """The workbook of a plan with the budget of its first project in a cell of this format; its address."""
    book = openpyxl.load_workbook(BytesIO(write_plan_book(NINH_THUAN)))
    sheet = book[next(each.title for each in SHEETS if each.listed == "projects")]
    rows = list(sheet.iter_rows())
    row, column = next(
        (row, at)
        for row, cells in enumerate(rows)
        for at, cell in enumerate(cells)
        if str(cell.value).startswith("Kinh phí")
    )
    cell = rows[row + 1][column]
    cell.value, cell.number_format = value, number_format
    target = BytesIO()
    book.save(target)
    return target.getvalue(), cell.coordinate


@pytest.mark.parametrize(
    "number_format", ['0.00" tỷ"', '#,##0.00 "tỷ đồng"', "0.00 [$₫-42A]", '0.00,"triệu đồng"']
)
def test_another_unit_is_refused_with_its_cell_and_what_to_do(number_format: str) -> None:
    data, address = _budget(1.25, number_format)
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(data, "ke-hoach.xlsx", criteria_of)
    (problem,) = refused.value.problems
    assert (problem.code, problem.place.cell) == ("planbook.unit_printed", address)
    said = problem_text(problem)
    assert "Ô hiển thị “1,25 " in said
    assert "tính bằng triệu đồng" in said
    assert "bỏ chữ khỏi định dạng của ô" in said


@pytest.mark.parametrize(
    "number_format", ["General", "#,##0.00", '#,##0.00" triệu đồng"', '0.00" Triệu đồng"']
)
def test_its_own_unit_is_read(number_format: str) -> None:
    plan = read_plan_book(_budget(1250, number_format)[0], "ke-hoach.xlsx", criteria_of)
    assert plan.projects[0].budget == 1250
