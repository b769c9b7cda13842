"""A form knows every figure of its set: a line or a key that somebody deleted is named."""

from __future__ import annotations

from chamdiem.core.sentences import problem_text
from chamdiem.office.form_layout import FIGURES_SHEET
from tests.office.forms import filled_form, line_of, problems_of, read, saved


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
