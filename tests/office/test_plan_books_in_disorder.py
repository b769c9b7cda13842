"""Workbooks of a plan as people and other programs leave them: read as meant, or refused with a cell."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidPlan, Problem
from chamdiem.office.plan_columns import SHEETS
from chamdiem.office.plan_reading import read_plan_book
from chamdiem.office.plan_writing import write_plan_book
from tests.office.ninh_thuan import NINH_THUAN, criteria_of, written

Disorder = Callable[[Any], None]


def _spoiled(disorder: Disorder) -> bytes:
    book = openpyxl.load_workbook(BytesIO(written()))
    disorder(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _texts(change: Callable[[str], str]) -> Disorder:
    def disorder(book: Any) -> None:
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str):
                        cell.value = change(cell.value)

    return disorder


def _other_order(book: Any) -> None:
    book._sheets.reverse()


def _other_columns(book: Any) -> None:
    for sheet in SHEETS:
        page = book[sheet.title]
        rows = [[cell.value for cell in row][::-1] for row in page.iter_rows()]
        page.delete_rows(1, page.max_row)
        for row in rows:
            page.append(row)


def _hidden_rows(book: Any) -> None:
    for sheet in SHEETS:
        book[sheet.title].row_dimensions[3].hidden = True


def _lines_above(book: Any) -> None:
    for sheet in SHEETS:
        page = book[sheet.title]
        page.insert_rows(1, 2)
        page["A1"] = "KẾ HOẠCH CẢI THIỆN"
        page.merge_cells("A1:C1")


def _blank_lines(book: Any) -> None:
    for sheet in SHEETS:
        book[sheet.title].insert_rows(4)


def _numbers(book: Any) -> None:
    """Years and thresholds as numbers, per cent as Excel keeps it."""
    for sheet in SHEETS:
        page = book[sheet.title]
        at = {cell.value: cell.column for cell in page[1]}
        for row in page.iter_rows(min_row=2):
            for heading in ("Năm", "Từ năm", "Đến năm"):
                cell = page.cell(row[0].row, at.get(heading, 1))
                if heading in at and cell.value:
                    cell.value, cell.number_format = int(cell.value), "General"
            if "Ngưỡng" in at and page.cell(row[0].row, at["Ngưỡng"]).value:
                cell = page.cell(row[0].row, at["Ngưỡng"])
                number, unit = float(cell.value.replace(",", ".")), page.cell(row[0].row, at["Đơn vị tính"])
                is_share = unit.value == "%"
                cell.value, cell.number_format = (number / 100, "0.0%") if is_share else (number, "General")


def _keys_merged_over_measures(book: Any) -> None:
    page = book["Mục tiêu"]
    keys = [cell.value for cell in page["A"]]
    for row in range(2, page.max_row):
        if keys[row - 1] and not keys[row]:
            page.merge_cells(f"A{row}:A{row + 1}")
            page.merge_cells(f"E{row}:E{row + 1}")


def _note_sheet(book: Any) -> None:
    book.create_sheet("Ghi chú của tôi")["A1"] = "Đã hỏi Sở Nội vụ"


HARMLESS: dict[str, Disorder] = {
    "letters in two pieces": _texts(lambda text: unicodedata.normalize("NFD", text)),
    "hard blanks": _texts(lambda text: text.replace(" ", "\xa0")),
    "letters nobody sees": _texts(lambda text: f"\u200e{text[:2]}\u200b{text[2:]}\ufeff"),
    "blanks around": _texts(lambda text: f"  {text} "),
    "doubled blanks": _texts(lambda text: text.replace(" ", "  ")),
    "sheets in another order": _other_order,
    "columns in another order": _other_columns,
    "hidden rows": _hidden_rows,
    "lines above the headings": _lines_above,
    "blank lines": _blank_lines,
    "numbers": _numbers,
    "keys merged over their measures": _keys_merged_over_measures,
    "a sheet of one's own": _note_sheet,
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_only_untidy_changes_nothing(name: str) -> None:
    data = _spoiled(HARMLESS[name])
    assert read_plan_book(data, "a.xlsx", criteria_of, over=NINH_THUAN) == NINH_THUAN


def test_headings_in_several_lines_are_known() -> None:
    def disorder(book: Any) -> None:
        for sheet in SHEETS:
            for cell in book[sheet.title][1]:
                cell.value = cell.value.replace(" ", "\n").upper()

    data = _spoiled(disorder)
    assert read_plan_book(data, "a.xlsx", criteria_of, over=NINH_THUAN) == NINH_THUAN


@pytest.mark.parametrize("over", ["ods", "xlsx"])
def test_through_the_formats_of_an_office_program_nothing_changes(tmp_path: Path, over: str) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no office program here")
    (tmp_path / "a.xlsx").write_bytes(_spoiled(_keys_merged_over_measures))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    source = tmp_path / "a.xlsx"
    for number, kind in enumerate((over, "xlsx")):
        folder = tmp_path / str(number)
        subprocess.run(  # noqa: S603  a program found on the path, with arguments of this test
            [program, home, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)],
            check=True,
            capture_output=True,
        )
        source = folder / f"a.{kind}"
    assert read_plan_book(source.read_bytes(), "a.xlsx", criteria_of, over=NINH_THUAN) == NINH_THUAN


def _problems(disorder: Disorder) -> list[Problem]:
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(_spoiled(disorder), "a.xlsx", criteria_of, over=NINH_THUAN)
    return list(refused.value.problems)


def test_one_value_merged_over_several_items_is_refused_with_its_cell() -> None:
    (problem,) = _problems(lambda book: book["Dự án"].merge_cells("G2:G4"))
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("planbook.merged", "Dự án", "G2")
    assert "bỏ gộp ô" in problem_text(problem)


def test_a_copy_of_a_sheet_is_refused_because_it_may_be_the_one_that_counts() -> None:
    (problem,) = _problems(lambda book: book.create_sheet("Dự án (2)"))
    assert (problem.code, problem.place.sheet) == ("planbook.sheet_twice", "Dự án (2)")


@pytest.mark.parametrize(("label", "code"), [("Tên", "line_missing"), ("Mã kế hoạch", "line_twice")])
def test_a_line_of_the_header_that_is_gone_or_there_twice_is_refused(label: str, code: str) -> None:
    problems = _problems(lambda book: book["Kế hoạch"].__setitem__("A3", label))
    assert f"planbook.{code}" in {problem.code for problem in problems}


def test_an_error_in_the_header_is_no_title() -> None:
    (problem,) = _problems(lambda book: book["Kế hoạch"].__setitem__("B2", "#REF!"))
    assert (problem.code, problem.place.cell) == ("planbook.formula", "B2")


def test_a_body_taken_out_that_clauses_still_name_is_told_with_where() -> None:
    def disorder(book: Any) -> None:
        page = book["Cơ quan"]
        named = {name for clause in NINH_THUAN.clauses for name in clause.bodies}
        used = {name for item in NINH_THUAN.items for name in (*item.lead, *item.coordinating)}
        for number in range(page.max_row, 1, -1):
            spellings = {page.cell(number, 1).value, *(page.cell(number, 2).value or "").split("; ")}
            if spellings & named and not spellings & used:
                page.delete_rows(number)

    problems = _problems(disorder)
    assert {problem.code for problem in problems} == {"planbook.body_still_named"}
    assert all(problem.place.sheet == "Cơ quan" for problem in problems)
    assert "phần điều khoản (mã “" in problem_text(problems[0])


def test_a_cross_means_yes_and_a_word_that_is_neither_is_refused() -> None:
    data = _spoiled(lambda book: book["Cơ quan"].__setitem__("C2", "x"))
    assert read_plan_book(data, "a.xlsx", criteria_of, over=NINH_THUAN).bodies[0].collective
    (problem,) = _problems(lambda book: book["Cơ quan"].__setitem__("C2", "tập thể"))
    assert (problem.code, problem.place.cell, problem.facts["value"]) == ("planbook.yes_no", "C2", "tập thể")


def test_problems_come_sheet_by_sheet_and_line_by_line() -> None:
    def disorder(book: Any) -> None:
        book["Dự án"]["G12"] = book["Dự án"]["G3"] = "Sở Lạ"
        book["Chỉ tiêu"]["J2"] = "tám mươi"
        book["Kế hoạch"]["B6"] = "sau này"

    places = [(problem.place.sheet, problem.place.cell) for problem in _problems(disorder)]
    assert places == [("Kế hoạch", "B6"), ("Chỉ tiêu", "J2"), ("Dự án", "G3"), ("Dự án", "G12")]


GIVEN = {goal.key: f"M{at}" for at, goal in enumerate(NINH_THUAN.goals, 1)} | {
    project.key: f"N{at}" for at, project in enumerate(NINH_THUAN.projects, 1)
}


def _own_code(text: str) -> str:
    return "; ".join(GIVEN.get(part, part) for part in text.split("; "))


@pytest.mark.parametrize("over", [None, NINH_THUAN])
def test_own_codes_are_kept_whatever_headings_are_called_inside(over: Plan | None) -> None:
    """M1 … for goals and N1 … for projects, which headings take where nobody else does."""
    plan = read_plan_book(_spoiled(_texts(_own_code)), "a.xlsx", criteria_of, over=over)
    assert [goal.key for goal in plan.goals] == [f"M{at}" for at in range(1, len(plan.goals) + 1)]
    assert [each.key for each in plan.projects] == [f"N{at}" for at in range(1, len(plan.projects) + 1)]
    titles = {group.key: group.correct("title") for group in plan.project_groups}
    assert titles[plan.projects[0].group] == "Chuyển đổi nhận thức"
    headings = [each.key for each in (*plan.sections, *plan.project_groups)]
    assert len(headings) == len(set(headings))
    # Over a plan whose headings have such keys they give way, and its own come back unchanged.
    again = read_plan_book(write_plan_book(plan), "a.xlsx", criteria_of, over=plan)
    assert again == plan


def test_a_heading_gives_way_to_a_code_given_since() -> None:
    plan = read_plan_book(written(), "a.xlsx", criteria_of)
    assert {"M1", "N1"} <= {each.key for each in (*plan.sections, *plan.project_groups)}
    book = openpyxl.load_workbook(BytesIO(write_plan_book(plan)))
    _texts(_own_code)(book)
    target = BytesIO()
    book.save(target)
    changed = read_plan_book(target.getvalue(), "a.xlsx", criteria_of, over=plan)
    assert (changed.goals[0].key, changed.projects[0].key) == ("M1", "N1")
    titles = {group.key: group.correct("title") for group in changed.project_groups}
    assert titles[changed.projects[0].group] == "Chuyển đổi nhận thức"


def test_codes_that_collide_are_told_by_what_has_them() -> None:
    codes = {NINH_THUAN.goals[0].key: "M1", NINH_THUAN.projects[0].key: "M1"}

    def change(text: str) -> str:
        return codes.get(text, text)

    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(_spoiled(_texts(change)), "a.xlsx", criteria_of)
    (twice,) = (each for each in refused.value.problems if each.code == "planbook.key_twice")
    assert "Mã “M1” đã dùng ở “Mục tiêu” A2" in problem_text(twice, "vi")
    assert twice.place.sheet == "Dự án"
