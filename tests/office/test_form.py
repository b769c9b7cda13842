"""The Excel form: only yellow cells take values, lists drop down, and everything is explained beside them."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.core.figures import list_figures
from chamdiem.library import content_hash, list_editions, load_edition
from chamdiem.office.form_layout import FIGURES_SHEET, FORMAT, GUIDE_SHEET, OPTIONS_SHEET
from chamdiem.office.form_writing import blank_organisations
from tests.office.forms import TWO, cell_of, every_kind, form, line_of

each_edition = pytest.mark.parametrize("key", list_editions())
YELLOW = "FFFFF8DC"


def _validation(book: Any, key: str) -> Any:
    cell = cell_of(book, key)
    sheet = book[FIGURES_SHEET]
    return next((v for v in sheet.data_validations.dataValidation if cell.coordinate in v.sqref), None)


@each_edition
def test_exactly_the_yellow_cells_of_figures_can_be_filled_in(key: str) -> None:
    edition = load_edition(key)
    book = form(edition)
    sheet = book[FIGURES_SHEET]
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    yellow = {c.coordinate for row in sheet.iter_rows() for c in row if c.fill.fgColor.rgb == YELLOW}
    keys = [cell.value for cell in sheet["A"] if cell.value]
    figures = {cell_of(book, each, who.code).coordinate for each in list_figures(edition) for who in TWO}
    assert open_cells == yellow
    assert figures <= yellow
    assert set(list_figures(edition)) <= set(keys)
    assert all(each.protection.sheet for each in book.worksheets if each.title != OPTIONS_SHEET)


@each_edition
def test_a_form_names_its_set_and_hides_what_is_for_the_machine(key: str) -> None:
    edition = load_edition(key)
    book = form(edition)
    sheet = book[FIGURES_SHEET]
    assert [cell.value for cell in sheet[1][:3]] == [FORMAT, edition.key, content_hash(edition)]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert book[OPTIONS_SHEET].sheet_state == "hidden"
    assert edition.name in [cell.value for cell in sheet[2]]


def test_lists_drop_down_with_the_words_the_reader_takes() -> None:
    book = form(every_kind())
    for key, words in (("1.4.x", ["Có", "Không"]), ("1.5.k", ["Mức cao", "Mức thấp"])):
        validation = _validation(book, key)
        assert validation.type == "list"
        sheet, area = validation.formula1.split("!")
        assert sheet.strip("'") == OPTIONS_SHEET
        assert [cell.value for (cell,) in book[OPTIONS_SHEET][area.replace("$", "")]] == words


def test_excel_itself_refuses_what_is_out_of_bounds_and_says_why() -> None:
    book = form(every_kind())
    whole, decimal, day = (_validation(book, key) for key in ("I.2", "1.2.c", "1.6.t"))
    assert (whole.type, whole.operator, float(whole.formula1)) == ("whole", "greaterThanOrEqual", 1)
    assert (decimal.type, float(decimal.formula1), float(decimal.formula2)) == ("decimal", 0, 5000)
    assert day.type == "date"
    assert "từ 0 đến 5.000, tối đa 2 chữ số thập phân" in decimal.error
    assert _validation(book, "I.1") is None


def test_each_line_says_what_to_enter_in_which_unit_and_what_must_hold() -> None:
    book = form(every_kind())
    sheet = book[FIGURES_SHEET]
    texts = [cell.value for cell in sheet[line_of(sheet, "1.2.c")]][1:8]
    assert texts[:5] == ["1.2", "Kinh phí", "Kinh phí", "triệu đồng", "Số thập phân"]
    guide = "\n".join(str(cell.value or "") for cell in book[GUIDE_SHEET]["A"])
    assert "Ô để trống nghĩa là chưa có số liệu" in guide
    assert "Mục 1.1: phải bảo đảm a ≤ b" in guide


def test_headings_of_groups_take_no_values() -> None:
    book = form(every_kind())
    sheet = book[FIGURES_SHEET]
    heading = next(cell.row for cell in sheet["C"] if cell.value == "Nhóm một")
    assert sheet.cell(heading, 1).value in (None, "")
    assert all(cell.protection.locked for cell in sheet[heading])


def test_blank_organisations_have_codes_of_one_width() -> None:
    codes = [each.code for each in blank_organisations(120)]
    assert (codes[0], codes[-1], len(set(codes))) == ("DV001", "DV120", 120)
    assert [each.code for each in blank_organisations(2)] == ["DV01", "DV02"]
