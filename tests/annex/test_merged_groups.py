"""A workbook whose groups stand in one cell merged over the whole table."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from chamdiem.annex.importing import read_annex

_HEADINGS = ("TT", "Tiêu chí", "Cách tính điểm", "Điểm tối đa", "Hạn cuối")


def _book(*groups: str, caption: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(_HEADINGS)
    for group in groups:
        sheet.append([group])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
        for number in (1, 2):
            sheet.append(
                [str(number), f"Việc {number} của {group[:2]}", "Có: 5 điểm; không: 0 điểm", 5, "30/11"]
            )
    if caption:
        sheet.append([caption])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
        sheet.append(_HEADINGS)
        sheet.append(["1", "Việc khác", "Có: 5 điểm; không: 0 điểm", 5, "30/11"])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    "groups",
    [("I. CHỈ ĐẠO (10 điểm)", "II. HẠ TẦNG (10 điểm)"), ("A. Chỉ đạo (10 điểm)", "B. Hạ tầng (10 điểm)")],
)
def test_a_merged_group_keeps_its_rows_and_its_points(groups: tuple[str, ...]) -> None:
    annex = read_annex(_book(*groups), "a.xlsx")
    tops = [place for place, row in enumerate(annex.rows) if row.parent is None]
    assert [annex.rows[place].max_points for place in tops] == [10, 10]
    assert [row.parent for row in annex.rows] == [None, 0, 0, None, 3, 3]


def test_a_last_day_is_a_deadline() -> None:
    annex = read_annex(_book("I. CHỈ ĐẠO (10 điểm)"), "a.xlsx")
    assert {row.texts.get("deadline") for row in annex.rows[1:]} == {"30/11"}


def test_the_caption_of_another_table_is_no_group() -> None:
    annex = read_annex(_book("I. CHỈ ĐẠO (10 điểm)", caption="Phụ lục II. Bảng điểm của các phòng"), "a.xlsx")
    assert not any("Phụ lục" in row.name for row in annex.rows[:3])
