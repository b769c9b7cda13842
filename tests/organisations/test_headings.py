"""Lists that are exported have the headings of the page's language; importing reads either."""

from __future__ import annotations

import csv
import io

import pytest
from django.utils import translation
from openpyxl import Workbook

from chamdiem.accounts import columns as people
from chamdiem.errors import Place, Problem
from chamdiem.organisations import columns as organisations
from chamdiem.organisations.imports import Plan
from chamdiem.organisations.listed import Column, read_listing
from chamdiem.web.refusals import problem_sentence

LISTS = [organisations.COLUMNS, people.COLUMNS]


@pytest.mark.parametrize("columns", LISTS, ids=["organisations", "people"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_list_is_read_with_the_headings_it_was_written_with(
    columns: tuple[Column, ...], language: str
) -> None:
    with translation.override(language):
        headings = [column.heading for column in columns]
    kept = io.StringIO()
    csv.writer(kept).writerows([headings, [column.key for column in columns]])
    with translation.override("vi"):
        listing = read_listing(kept.getvalue().encode(), "danh-sach.csv", columns)
    (row,) = listing.rows
    assert {column.key: row.text(column.key) for column in columns} == {
        column.key: column.key for column in columns
    }


def test_headings_on_english_pages_are_english() -> None:
    with translation.override("en"):
        assert people.COLUMNS[0].heading == "E-mail"
        assert organisations.COLUMNS[0].heading == "Organisation code"
    with translation.override("vi"):
        assert organisations.COLUMNS[0].heading == "Mã đơn vị"


def test_merged_cells_are_refused_because_only_the_first_of_them_holds_the_value() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([column.heading for column in organisations.COLUMNS])
    for number in (1, 2, 3):
        sheet.append([f"X.{number}", f"Xã {number}", "Xã", "VD", None, "Miền núi"])
    sheet.merge_cells("F2:F4")
    # A title over the list and a cell merged beside it concern nobody.
    sheet.merge_cells("L9:M9")
    kept = io.BytesIO()
    book.save(kept)
    listing = read_listing(kept.getvalue(), "ds.xlsx", organisations.COLUMNS)
    (problem,) = [each for row in listing.rows for each in row.problems]
    assert (problem.code, problem.place.cell) == ("import.merged", "F2")
    assert "“Miền núi” đứng trong vùng ô gộp trải qua 3 ô của danh sách" in problem_sentence(problem)


def test_faults_of_a_file_are_told_in_reading_order() -> None:
    cells = ("AA9", "B10", "Z9", "C9")
    plan = Plan(problems=[Problem("import.formula", {}, Place(sheet="Đơn vị", cell=cell)) for cell in cells])
    told = [each["place"]["cell"] for each in plan.to_report()["problems"]]
    assert told == ["C9", "Z9", "AA9", "B10"]
