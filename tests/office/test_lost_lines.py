"""A form knows every figure of its set: a line or a key that somebody deleted is named."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from chamdiem.core.sentences import problem_text
from chamdiem.core.sentences.phrases import Language
from chamdiem.office.form_layout import FIGURES_SHEET
from chamdiem.office.form_writing import write_form
from tests.office.forms import TWO, every_kind, filled_form, line_of, problems_of, read, saved


def test_a_deleted_line_is_named_with_what_it_asked() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.delete_rows(line_of(sheet, "1.1.a"))
    (warning,) = [each for each in read(saved(book)).warnings if each.code == "form.lost_lines"]
    assert warning.facts["count"] == "1"
    assert "1.1.a (" in problem_text(warning)


def test_a_whole_form_has_lost_nothing() -> None:
    assert not [each for each in read(saved(filled_form())).warnings if each.code == "form.lost_lines"]


def test_a_deleted_key_is_named_by_its_cell_once_for_the_whole_line() -> None:
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    line = line_of(sheet, "1.1.a")
    sheet.cell(line, 1).value = None
    (problem,) = problems_of(saved(book))
    assert (problem.code, problem.facts["cell"]) == ("form.lost_key", f"A{line}")
    assert "“1.1.a”" in problem_text(problem)


def _exchanged(book: Any, columns: range) -> Any:
    """The form with some columns of the lines 1.1.a and 1.1.b exchanged."""
    sheet = book.worksheets[0]
    first, second = line_of(sheet, "1.1.a"), line_of(sheet, "1.1.b")
    for column in columns:
        one, other = sheet.cell(first, column), sheet.cell(second, column)
        one.value, other.value = other.value, one.value
    return book


@pytest.mark.parametrize("language", ["vi", "en"])
def test_lines_moved_without_their_hidden_keys_are_refused_each_with_the_right_key(
    language: Language,
) -> None:
    book = _exchanged(load_workbook(BytesIO(write_form(every_kind(), TWO, language))), range(2, 11))
    first, second = problems_of(saved(book))
    assert (first.code, first.place.cell, first.facts["key"], first.facts["keys"]) == (
        "form.moved_line",
        "D11",
        "1.1.a",
        "1.1.b",
    )
    assert second.facts["keys"] == "1.1.a"


def test_lines_moved_with_their_keys_and_labels_worded_anew_are_read() -> None:
    assert not problems_of(saved(_exchanged(filled_form(), range(1, 11))))
    book = filled_form()
    sheet = book[FIGURES_SHEET]
    sheet.cell(line_of(sheet, "1.1.a"), 4).value = "Hồ sơ nộp trực tuyến (theo Cổng)"
    assert not problems_of(saved(book))
