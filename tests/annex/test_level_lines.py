"""Lines below a criterion that say how it is calculated, beside cells merged over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

_LINES = (
    ("STT", "Tiêu chí", "Điểm tối đa", "Tài liệu kiểm chứng"),
    ("1", "Mức độ thực hiện kế hoạch", 3, "Báo cáo năm"),
    ("", "Tính tỷ lệ % giữa số nhiệm vụ hoàn thành so với tổng số nhiệm vụ", "", ""),
    ("", "Từ 85% trở lên", 3, ""),
    ("", "Dưới 85%", 0, ""),
    ("2", "Công bố dữ liệu mở", 5, "Đường dẫn"),
    ("", "Nếu tỷ lệ từ 80% - dưới 100% thì điểm được tính theo công thức: (tỷ lệ % x 5)/100%", "", ""),
    ("", "Nếu tỷ lệ dưới 80% thì điểm đánh giá là 0", "", ""),
    ("3", "Chữ ký số", 2, "Báo cáo"),
)


def _read(merged: Sequence[str]) -> Annex:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in _LINES:
        sheet.append([cell or None for cell in line] if line[2] != 0 else [*line[:2], 0, None])
    for cells in merged:
        sheet.merge_cells(cells)
    stream = BytesIO()
    book.save(stream)
    return read_annex(stream.getvalue(), "a.xlsx")


@pytest.mark.parametrize("merged", [("D2:D5", "D6:D8"), ()])
def test_lines_that_say_how_are_the_method_of_the_row_above(merged: Sequence[str]) -> None:
    annex = _read(merged)
    assert [(row.number, row.texts["evidence"]) for row in annex.rows] == [
        ("1", "Báo cáo năm"),
        ("2", "Đường dẫn"),
        ("3", "Báo cáo"),
    ]
    assert annex.rows[0].method.splitlines() == [
        _LINES[2][1],
        "- Từ 85% trở lên (3 điểm)",
        "- Dưới 85% (0 điểm)",
    ]
    assert annex.rows[1].method.splitlines() == [_LINES[6][1], _LINES[7][1]]
