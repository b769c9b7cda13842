"""People move, hide, merge, insert and rename: what is still clear is read, what is not is named."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from chamdiem.core.sentences import problem_text
from chamdiem.library import load_edition, read_set_text
from chamdiem.office.form_layout import FIGURES_SHEET, ORGANISATIONS_SHEET
from tests.office.forms import (
    FIRST_ANSWERS,
    FIRST_STORED,
    SET,
    answers_of,
    cell_of,
    column_of,
    every_kind,
    filled_form,
    form,
    found,
    line_of,
    problems_of,
    read,
    saved,
    table,
)


def _moved(book: Any) -> Any:
    """Put the cells back that inserting lines or columns leaves alone."""
    for key, value in FIRST_ANSWERS.items():
        assert cell_of(book, key).value == value
    return book


def test_hidden_lines_and_columns_are_read_like_any_other() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.row_dimensions[line_of(sheet, "1.1.a")].hidden = True
    sheet.column_dimensions["I"].hidden = True
    read_back = read(saved(book))
    assert answers_of(read_back) == FIRST_STORED
    assert [each.code for each in read_back.warnings] == ["answers.hidden_lines", "answers.hidden_columns"]
    assert read_back.warnings[1].facts == {"hidden": "I"}


def _with_second_sheet(state: str) -> Any:
    book = filled_form()
    second = book.create_sheet("Bổ sung")
    for line in (["Mã đơn vị", "1.1.a"], ["Z", 5]):
        second.append(line)
    second.sheet_state = state
    return book


@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_a_second_table_is_not_read_and_named(state: str) -> None:
    read_back = read(saved(_with_second_sheet(state)))
    assert answers_of(read_back) == FIRST_STORED
    (warning,) = read_back.warnings
    assert (warning.code, warning.place.sheet) == ("answers.unread_sheet", "Bổ sung")
    assert "Trang “Bổ sung” cũng có bảng số liệu nhưng không được đọc" in problem_text(warning, "vi")


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_table_that_nobody_sees_is_read_with_a_warning(state: str) -> None:
    book = _with_second_sheet(state)
    for sheet in book.worksheets[:-1]:
        book.remove(sheet)
    book.create_sheet("Ghi chú")
    read_back = read(saved(book))
    assert [each.code for each in read_back.participants] == ["Z"]
    assert [each.code for each in read_back.warnings] == ["answers.hidden_sheet"]
    assert "trang đang bị ẩn “Bổ sung”" in problem_text(read_back.warnings[0], "vi")


def test_nothing_of_a_form_as_it_is_given_out_is_called_hidden() -> None:
    assert read(saved(filled_form())).warnings == ()


def test_lines_and_columns_of_notes_may_be_inserted_anywhere() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.insert_rows(line_of(sheet, "1.2.c"))
    sheet.cell(line_of(sheet, "1.2.c") - 1, 3, "Ghi chú của phòng")
    sheet.insert_rows(1)
    sheet.insert_cols(column_of(sheet, "X01"))
    sheet.insert_cols(3)
    sheet.cell(line_of(sheet, "1.1.a"), 3, "xem công văn")
    sheet.cell(line_of(sheet, "1.1.a"), 20, "đã kiểm tra")
    book.create_sheet("Nháp")["A1"] = "1.1.a"
    read_back = read(saved(_moved(book)))
    assert not read_back.problems
    assert answers_of(read_back) == FIRST_STORED


def test_columns_of_organisations_may_change_places() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    first, second = column_of(sheet, "X01"), column_of(sheet, "X02")
    for line in range(1, sheet.max_row + 1):
        one, other = sheet.cell(line, first), sheet.cell(line, second)
        one.value, other.value = other.value, one.value
    read_back = read(saved(book))
    assert not read_back.problems
    assert answers_of(read_back) == FIRST_STORED
    assert answers_of(read_back, "X02") == {}


def test_an_organisation_moved_before_the_labels_is_not_lost() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    column = column_of(sheet, "X01")
    sheet.insert_cols(2)
    for line in range(1, sheet.max_row + 1):
        old = sheet.cell(line, column + 1)
        sheet.cell(line, 2).value, old.value = (old.value, None) if line > 3 else (None, old.value)
    data = saved(book)
    assert answers_of(read(data)) == FIRST_STORED or found(data)


def test_the_mark_of_a_form_may_be_deleted() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    for code in ("X01", "X02"):
        # Excel would keep what the formula came to.
        sheet.cell(line_of(sheet, "code") + 1, column_of(sheet, code)).value = code
    sheet.delete_rows(1)
    read_back = read(saved(book))
    assert not read_back.problems
    assert answers_of(read_back) == FIRST_STORED


def test_the_hash_of_a_form_whose_second_column_was_deleted_is_taken_for_no_set() -> None:
    book = filled_form()
    book[FIGURES_SHEET].delete_cols(2)
    assert "form.other_set" not in {code for code, _ in found(saved(book))}


@pytest.mark.parametrize("title", ["Sheet1", "SỐ LIỆU", "số liệu 2023"])
def test_the_sheet_of_figures_may_be_renamed(title: str) -> None:
    book = filled_form()
    book[FIGURES_SHEET].title = title
    assert answers_of(read(saved(book))) == FIRST_STORED


@pytest.mark.parametrize("title", ["Sheet3", "Danh sách"])
def test_the_list_of_organisations_is_found_under_another_name(title: str) -> None:
    book = filled_form()
    book[ORGANISATIONS_SHEET].title = title
    first, second = read(saved(book)).participants
    assert (first.name, first.peer_group, first.is_ranked) == ("Xã Ngọc Bích", "Đồng bằng", True)
    assert (second.name, second.peer_group, second.is_ranked) == ("Xã Ea H'Leo", "Miền núi", False)


def test_what_nobody_sees_parts_no_heading_and_no_figure() -> None:
    data = table(["Mã đơn vị\u200b", "\ufeff1.1.a"], ["A\u00ad", "9\u200b"])
    read_back = read(data)
    assert [each.code for each in read_back.participants] == ["A"]
    assert not read_back.problems
    assert answers_of(read_back, "A") == {"1.1.a": 9}


def test_a_form_without_its_list_of_organisations_is_not_taken_for_one_without_groups() -> None:
    book = filled_form()
    del book[ORGANISATIONS_SHEET]
    assert found(saved(book)) == [("form.no_list", "")]


def test_the_data_sheet_of_a_form_saved_as_csv_is_sent_back_to_the_workbook() -> None:
    target = StringIO()
    writer = csv.writer(target, delimiter=";")
    for line in filled_form()[FIGURES_SHEET].iter_rows(values_only=True):
        writer.writerow(["" if value is None else value for value in line])
    problem = next(
        each for each in problems_of(target.getvalue().encode(), "mau.csv") if each.code[:5] == "form."
    )
    assert problem.code == "form.saved_as_csv"
    assert "chấm từ chính tệp .xlsx" in problem_text(problem)


def test_the_form_of_another_set_is_refused() -> None:
    data = saved(form(load_edition("so-2021")))
    assert found(data) == [("form.other_set", "A1")]


def test_the_form_of_another_text_of_the_set_is_refused() -> None:
    older = read_set_text(SET.replace("max_points: 4", "max_points: 3"), "cu.yaml")
    assert found(saved(form(older))) == [("form.other_edition", "A1")]


def test_a_line_of_a_figure_that_was_copied_is_named() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.cell(sheet.max_row + 2, 1, "1.1.a")
    assert found(saved(book)) == [("answers.repeated_figure", f"A{sheet.max_row}")]


@pytest.mark.parametrize("key", ["1.1.z", "9.9.a"])
def test_a_key_of_no_figure_is_named(key: str) -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    line = line_of(sheet, "1.1.a")
    sheet.cell(line, 1, key)
    assert found(saved(book)) == [("answers.unknown_figure", f"A{line}")]


@pytest.mark.parametrize("code", ["X01", "x01", " X01 ", "X01\u00a0"])
def test_two_organisations_of_one_code_are_named(code: str) -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.cell(line_of(sheet, "code"), column_of(sheet, "X02")).value = code
    assert ("answers.repeated_organisation", "J4") in found(saved(book))
    assert found(table(["code", "1.1.a"], ["X01", 1], [code, 2])) == [("answers.repeated_organisation", "A3")]


def test_blanks_around_a_code_and_a_key_do_not_count() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.cell(line_of(sheet, "code"), 9).value = " X01  "
    sheet.cell(line_of(sheet, "1.1.a"), 1).value = " 1.1.a "
    read_back = read(saved(book))
    assert not read_back.problems
    assert answers_of(read_back) == FIRST_STORED


@pytest.mark.parametrize("value", [90, "90", "90,5", "Có", "Mức cao", True])
def test_a_value_that_belongs_to_nobody_is_named(value: Any) -> None:
    key = {"Mức cao": "1.5.k", "Có": "1.4.x", True: "1.4.x", "90,5": "1.2.c"}.get(value, "1.1.a")
    assert found(table(["code", key], ["X01", None], [None, value])) == [("answers.no_code", "B3")]
    text = f"code;{key}\r\nX01;\r\n;{'có' if value is True else value}\r\n"
    assert found(text.encode(), "so-lieu.csv") == [("answers.no_code", "B3")]


def test_words_under_a_table_are_harmless() -> None:
    data = table(["code", "1.1.a"], ["X01", 5], [None, "Người lập biểu"])
    assert answers_of(read(data)) == {"1.1.a": 5}


@pytest.mark.parametrize("value", ["#N/A", "=1+1", True, 0.5])
def test_a_code_that_is_no_code_is_named(value: Any) -> None:
    codes = found(table(["code", "1.1.a"], ["X01", 1], [value, 2]))
    assert codes == [("answers.code_unreadable", "A3")]


def test_a_code_that_excel_turned_into_a_day_is_named() -> None:
    assert found(table(["code", "1.1.a"], [date(2023, 2, 1), 2])) == [("answers.code_unreadable", "A2")]


def test_an_organisation_off_the_list_and_one_without_a_column_are_named() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.cell(line_of(sheet, "code"), column_of(sheet, "X02")).value = "X03"
    assert found(saved(book)) == [
        ("answers.unknown_organisation", "J4"),
        ("answers.organisation_without_figures", "A3"),
    ]


@pytest.mark.parametrize(("column", "value"), [("C", "#REF!"), ("C", "=A1"), ("D", "chắc có"), ("D", "#N/A")])
def test_a_wrong_cell_in_the_list_of_organisations_is_named(column: str, value: str) -> None:
    book = filled_form()
    book[ORGANISATIONS_SHEET][f"{column}2"] = value
    ((_, cell),) = found(saved(book))
    assert cell == f"{column}2"


@pytest.mark.parametrize(
    ("first", "last", "anchor"),
    [("1.1.a", "1.1.b", "1.1.a"), ("1.1.b", "1.2.c", "1.1.b")],
)
def test_merged_cells_over_several_figures_are_named(first: str, last: str, anchor: str) -> None:
    book = filled_form()
    top, bottom = cell_of(book, first), cell_of(book, last)
    book[FIGURES_SHEET].merge_cells(f"{top.coordinate}:{bottom.coordinate}")
    codes = found(saved(book))
    assert ("answer.merged", cell_of(book, anchor).coordinate) in codes


def test_cells_merged_across_organisations_are_named() -> None:
    book = filled_form()
    line = cell_of(book, "1.1.a").row
    book[FIGURES_SHEET].merge_cells(f"I{line}:J{line}")
    assert found(saved(book)) == [("answer.merged", f"I{line}")]


def test_a_value_merged_into_a_figure_from_a_line_above_is_named() -> None:
    book = filled_form()
    cell = cell_of(book, "1.1.a")
    sheet = book[FIGURES_SHEET]
    sheet.cell(cell.row - 1, cell.column).value = 90
    sheet.merge_cells(f"I{cell.row - 1}:I{cell.row}")
    assert found(saved(book)) == [("answer.merged", f"I{cell.row - 1}")]


def test_a_peer_group_merged_over_several_organisations_is_named() -> None:
    data = table(["code", "Nhóm xếp hạng", "1.1.a"], ["X01", "Miền núi", 1], ["X02", None, 2])
    book: Any = load_workbook(BytesIO(data))
    book.active.merge_cells("B2:B3")
    assert found(saved(book)) == [("answer.merged", "B2")]


def test_a_merged_title_and_a_merged_note_are_harmless() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.merge_cells("B2:H2")
    sheet.insert_rows(sheet.max_row + 1)
    sheet.cell(sheet.max_row + 2, 2, "Ghi chú")
    sheet.merge_cells(f"B{sheet.max_row}:J{sheet.max_row}")
    assert not read(saved(book)).problems


def test_a_sheet_of_figures_twice_is_refused_unless_one_has_the_name() -> None:
    book = filled_form()
    copy = book.copy_worksheet(book[FIGURES_SHEET])
    assert answers_of(read(saved(book))) == FIRST_STORED
    book[FIGURES_SHEET].title = "Bản 1"
    copy.title = "Bản 2"
    assert found(saved(book)) == [("answers.several_tables", "")]


def test_the_same_answers_lie_down_or_stand_up() -> None:
    down = table(["code", "X01", "X02"], ["1.1.a", 1, 2], ["1.1.b", 3, 4])
    across = table(["code", "1.1.a", "1.1.b"], ["X01", 1, 3], ["X02", 2, 4])
    assert read(down).participants == read(across).participants


def test_a_heading_that_excel_made_a_number_is_read_only_where_one_key_is_meant() -> None:
    text = SET.replace("key: I.2", 'key: "7.10"').replace("number: I.2", 'number: "7.10"')
    indicator_set = read_set_text(text, "so.yaml")
    assert answers_of(read(table(["code", 7.1], ["X01", 5]), indicator_set)) == {"7.10": 5}
    assert found(table(["code", 7.1, "1.1.a"], ["X01", 5, 1])) == [("answers.unknown_figure", "B1")]
    assert every_kind().key == indicator_set.key
