"""A plan as a workbook: out and back the same; every fault has its cell."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from chamdiem.core.improvement_plan import Expectation, Plan
from chamdiem.core.lint.folding import fold
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidPlan
from chamdiem.office.grid import Cell
from chamdiem.office.plan_cells import read_frequency, read_operator
from chamdiem.office.plan_columns import HEADER_SHEET, OPERATORS, OTHER_OPERATORS, SHEETS
from chamdiem.office.plan_reading import read_plan_book
from chamdiem.office.plan_writing import write_plan_book
from tests.office.ninh_thuan import NINH_THUAN, criteria_of, written


def _changed(cells: Mapping[tuple[str, str], str | date | None], plan: Plan = NINH_THUAN) -> bytes:
    """The workbook of a plan with some cells written over: (sheet, cell) → value."""
    book = openpyxl.load_workbook(BytesIO(write_plan_book(plan)))
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_out_and_back_every_item_is_the_same() -> None:
    back = read_plan_book(written(), "a.xlsx", criteria_of)
    for listed in ("targets", "documents", "projects"):
        for before, after in zip(getattr(NINH_THUAN, listed), getattr(back, listed), strict=True):
            for field in ("key", "number", "lead", "coordinating", "measures", "goals", "criteria", "note"):
                assert getattr(after, field) == getattr(before, field)
            assert after.text == before.correct("text")
    assert [goal.measures for goal in back.goals] == [goal.measures for goal in NINH_THUAN.goals]
    titles = {group.key: group.correct("title") for group in back.project_groups}
    assert titles[back.projects[0].group] == "Chuyển đổi nhận thức"


def test_read_over_a_plan_what_no_sheet_holds_stays() -> None:
    back = read_plan_book(written(), "a.xlsx", criteria_of, over=NINH_THUAN)
    assert (back.clauses, back.legal_basis) == (NINH_THUAN.clauses, NINH_THUAN.legal_basis)
    assert back.signatory == NINH_THUAN.signatory


def test_an_unchanged_workbook_changes_nothing() -> None:
    assert read_plan_book(written(), "a.xlsx", criteria_of, over=NINH_THUAN) == NINH_THUAN


@pytest.mark.parametrize(("sheet", "cell"), [("Dự án", "B2"), ("Văn bản", "B3")])
def test_a_number_that_excel_took_for_a_day_is_refused_with_its_cell(sheet: str, cell: str) -> None:
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(_changed({(sheet, cell): date(2026, 1, 1)}), "a.xlsx", criteria_of)
    (problem,) = refused.value.problems
    assert problem.place is not None
    assert (problem.place.sheet, problem.place.cell) == (sheet, cell)
    told = problem_text(problem, "vi")
    assert "“01/01/2026” ở cột STT là một ngày" in told
    assert "định dạng ô là Văn bản" in told


def test_opened_and_saved_by_an_office_program_it_changes_nothing_either(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no office program here")
    (tmp_path / "a.xlsx").write_bytes(written())
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [program, home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(  # noqa: S603  a program found on the path, with arguments of this test
        [*convert, "--outdir", str(tmp_path / "out"), str(tmp_path / "a.xlsx")],
        check=True,
        capture_output=True,
    )
    data = (tmp_path / "out" / "a.xlsx").read_bytes()
    assert read_plan_book(data, "a.xlsx", criteria_of, over=NINH_THUAN) == NINH_THUAN


def test_a_changed_wording_takes_its_correction_along_and_leaves_the_others() -> None:
    goal = next(each for each in NINH_THUAN.goals if each.corrections)
    row = NINH_THUAN.goals.index(goal)
    book = openpyxl.load_workbook(BytesIO(written()))
    keys = [cell.value for cell in book["Mục tiêu"]["A"]]
    data = _changed({("Mục tiêu", f"E{keys.index(goal.key) + 1}"): "Lời mới."})
    back = read_plan_book(data, "a.xlsx", criteria_of, over=NINH_THUAN)
    assert (back.goals[row].text, back.goals[row].corrections) == ("Lời mới.", ())
    assert back.goals[row].source == goal.source
    assert back == replace(
        NINH_THUAN,
        goals=(*NINH_THUAN.goals[:row], back.goals[row], *NINH_THUAN.goals[row + 1 :]),
    )


def test_every_fault_is_told_at_once_without_a_word_of_the_format() -> None:
    cells: dict[tuple[str, str], str | None] = {
        ("Chỉ tiêu", "J2"): "tám mươi",
        ("Chỉ tiêu", "C3"): None,
        ("Dự án", "G2"): "Sở Lạ",
        ("Mục tiêu", "D3"): "hai nghìn",
        ("Kế hoạch", "B2"): None,
    }
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(_changed(cells), "a.xlsx", criteria_of)
    places = {(each.place.sheet, each.place.cell) for each in refused.value.problems}
    assert places == set(cells)
    told = " ".join(problem_text(each, "vi") for each in refused.value.problems)
    assert "Thiếu “Nội dung”" in told
    assert "Thiếu “Tên kế hoạch”" in told
    assert not re.search(r"[a-z]+_[a-z]+|\b(text|title|bodies|year|key|criteria|number)\b", told)


def test_expected_points_and_budget_come_back_exactly() -> None:
    (first, *others) = NINH_THUAN.projects
    expected = (Expectation(criterion="7.2.1", points=Fraction(3, 4)),)
    plan = replace(
        NINH_THUAN, projects=(replace(first, expected=expected, budget=Fraction("1500.5")), *others)
    )
    back = read_plan_book(write_plan_book(plan), "a.xlsx", criteria_of)
    assert (back.projects[0].expected, back.projects[0].budget) == (expected, Fraction("1500.5"))


def test_the_template_explains_every_column_and_is_refused_until_filled_in() -> None:
    book = openpyxl.load_workbook(BytesIO(write_plan_book()))
    assert book.sheetnames == [HEADER_SHEET, *(sheet.title for sheet in SHEETS)]
    assert all(cell.comment for sheet in SHEETS for cell in book[sheet.title][1])
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(write_plan_book(), "a.xlsx", criteria_of)
    assert {problem.code for problem in refused.value.problems} == {"planbook.cell_missing"}


# Columns of the sheets as letters, by what stands in them.
@pytest.mark.parametrize(
    ("cells", "code", "sheet", "cell"),
    [
        ({("Dự án", "E2"): "2025", ("Dự án", "F2"): "2021"}, "plan.years_reversed", "Dự án", "F2"),
        ({("Dự án", "G2"): "Sở Lạ"}, "plan.unknown_body", "Dự án", "G2"),
        ({("Chỉ tiêu", "K2"): None}, "plan.threshold_without_unit", "Chỉ tiêu", "K2"),
        ({("Chỉ tiêu", "J2"): "tám mươi"}, "answer.not_a_number", "Chỉ tiêu", "J2"),
        ({("Chỉ tiêu", "J2"): "1.838"}, "answer.ambiguous_decimal", "Chỉ tiêu", "J2"),
        ({("Chỉ tiêu", "I2"): "gần bằng"}, "planbook.operator", "Chỉ tiêu", "I2"),
        ({("Chỉ tiêu", "N2"): "5.8.1:2"}, "planbook.expected", "Chỉ tiêu", "N2"),
        ({("Mục tiêu", "D3"): "hai nghìn"}, "planbook.year", "Mục tiêu", "D3"),
        ({("Văn bản", "A3"): "PL2.1"}, "planbook.key_twice", "Văn bản", "A3"),
        ({("Kế hoạch", "B1"): "mã có dấu cách"}, "planbook.key", "Kế hoạch", "B1"),
        ({("Kế hoạch", "B6"): "2019"}, "plan.years_reversed", "Kế hoạch", "B6"),
        ({("Kế hoạch", "B7"): "bo-la-2020"}, "plan.unknown_set", "Kế hoạch", "B7"),
        ({("Văn bản", "A1"): "Khác"}, "planbook.heading_missing", "Văn bản", ""),
    ],
)
def test_a_fault_is_told_with_its_cell(
    cells: dict[tuple[str, str], str | None], code: str, sheet: str, cell: str
) -> None:
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(_changed(cells), "a.xlsx", criteria_of)
    places = {(each.code, each.place.sheet, each.place.cell) for each in refused.value.problems}
    assert (code, sheet, cell) in places


def test_a_workbook_without_the_first_sheet_is_refused() -> None:
    book = openpyxl.load_workbook(BytesIO(written()))
    del book[HEADER_SHEET]
    target = BytesIO()
    book.save(target)
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(target.getvalue(), "a.xlsx", criteria_of)
    assert refused.value.problems[0].code == "planbook.sheet_missing"


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Đơn vị chủ trì", "planbook.column_missing"),
        ("Phối hợp", "planbook.column_twice"),
        ("Ý kiến", "planbook.column_unknown"),
    ],
)
def test_a_column_of_another_name_is_refused_and_wipes_nothing(heading: str, code: str) -> None:
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(_changed({("Dự án", "G1"): heading}), "a.xlsx", criteria_of)
    told = {each.code: problem_text(each) for each in refused.value.problems}
    assert code in told
    assert "Thiếu cột “Chủ trì”" in told["planbook.column_missing"]


@pytest.mark.parametrize("sheet", [sheet.title for sheet in SHEETS])
def test_a_sheet_that_is_gone_is_refused_and_not_taken_as_empty(sheet: str) -> None:
    book = openpyxl.load_workbook(BytesIO(written()))
    del book[sheet]
    target = BytesIO()
    book.save(target)
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(target.getvalue(), "a.xlsx", criteria_of)
    assert [(each.code, each.facts) for each in refused.value.problems] == [
        ("planbook.sheet_missing", {"sheet": sheet})
    ]


@pytest.mark.parametrize(
    ("typed", "operator"),
    [
        ("≥", "at_least"),
        (">=", "at_least"),
        ("Không dưới", "at_least"),
        ("tối thiểu", "at_least"),
        ("›", "more_than"),
        ("lớn hơn", "more_than"),
        ("không  quá", "at_most"),
        ("‹", "less_than"),
        ("<", "less_than"),
        ("bằng", "exactly"),
        ("=", "exactly"),
        ("gần bằng", ""),
        ("~", ""),
    ],
)
def test_comparisons_are_understood_as_people_write_them(typed: str, operator: str) -> None:
    told: list[str] = []
    read = read_operator(Cell(2, 7, typed), lambda code, **_: told.append(code))
    assert (read if not told else "") == operator


def test_no_word_stands_for_two_comparisons() -> None:
    words = [
        fold(word) or word
        for operator, said in OPERATORS.items()
        for word in {said, *OTHER_OPERATORS[operator]}
    ]
    assert sorted(words) == sorted(set(words))


def test_the_template_offers_what_may_be_chosen() -> None:
    book = openpyxl.load_workbook(BytesIO(write_plan_book()))
    for sheet, cell, word in (
        ("Chỉ tiêu", "I2", "tối thiểu"),
        ("Mục tiêu", "G2", "dưới"),
        ("Cơ quan", "C2", "có"),
    ):
        lists = book[sheet].data_validations.dataValidation
        (offered,) = [each for each in lists if cell in each.sqref]
        assert word in offered.formula1


@pytest.mark.parametrize(
    ("typed", "read"),
    [("Hằng quý", "quarter"), ("hàng tháng", "month"), ("Hàng năm", "year"), ("quý", "quarter")],
)
def test_how_often_is_read_with_every_before_it_too(typed: str, read: str) -> None:
    told: list[str] = []
    assert read_frequency(Cell(2, 2, typed), lambda code, **_: told.append(code)) == read
    assert told == []
