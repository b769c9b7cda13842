"""Cells merged over several rows: offices, evidence and deadlines are those of every row beside them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
import typst
from docx import Document as WordDocument
from openpyxl import Workbook

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

_HEADER = ("STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Minh chứng", "Đơn vị chủ trì", "Thời hạn")
_YES = "Có: 5 điểm; không: 0 điểm"
_ROWS = (
    ("1", "Có quy chế", "5", _YES, "Văn bản ký số", "Sở Nội vụ", "30/11/2025"),
    ("2", "Có kế hoạch", "5", _YES, "", "", ""),
    ("3", "Có báo cáo", "5", _YES, "", "", ""),
    ("4", "Có chuyên mục", "5", _YES, "", "Văn phòng", ""),
    ("5", "Có tổ công tác", "5", "", "Quyết định", "", "15/12/2025"),
)
# First and last row, and column, of each merged cell; the last one is a calculation.
_MERGED = ((0, 2, 4), (0, 2, 5), (0, 3, 6), (3, 4, 3))


def _word() -> bytes:
    document = WordDocument()
    table = document.add_table(rows=0, cols=len(_HEADER))
    for row in (_HEADER, *_ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for first, last, column in _MERGED:
        merged = table.cell(first + 1, column).merge(table.cell(last + 1, column))
        merged.text = _ROWS[first][column]
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (_HEADER, *_ROWS):
        sheet.append([cell or None for cell in row])
    for first, last, column in _MERGED:
        place = column + 1
        sheet.merge_cells(start_row=first + 2, end_row=last + 2, start_column=place, end_column=place)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cells(write: Callable[[str, int], str]) -> list[list[str]]:
    """The cells that are there, each with how many rows it reaches over."""
    spans = {(first, column): last - first + 1 for first, last, column in _MERGED}
    covered = {(row, column) for first, last, column in _MERGED for row in range(first + 1, last + 1)}
    return [
        [
            write(text, spans.get((place, column), 1))
            for column, text in enumerate(row)
            if (place, column) not in covered
        ]
        for place, row in enumerate(_ROWS)
    ]


def _page() -> bytes:
    lines = ["".join(row) for row in _cells(lambda text, span: f'<td rowspan="{span}">{text}</td>')]
    header = "".join(f"<th>{heading}</th>" for heading in _HEADER)
    return f"<html><table><tr>{header}</tr><tr>{'</tr><tr>'.join(lines)}</tr></table></html>".encode()


def _pdf() -> bytes:
    lines = [", ".join(row) for row in _cells(lambda text, span: f"table.cell(rowspan: {span})[{text}]")]
    header = ", ".join(f"[{heading}]" for heading in _HEADER)
    source = (
        f'#set text(font: "Liberation Serif", size: 9pt)\n#table(columns: 7,\n{header},\n{", ".join(lines)})'
    )
    return typst.compile(source.encode())


@pytest.fixture(params=["a.docx", "a.xlsx", "a.html", "a.pdf"])
def annex(request: pytest.FixtureRequest) -> Annex:
    files = {"a.docx": _word, "a.xlsx": _workbook, "a.html": _page, "a.pdf": _pdf}
    return read_annex(files[request.param](), request.param)


def _texts(annex: Annex, role: str) -> list[str]:
    return [row.texts.get(role, "") for row in annex.rows]


def test_every_row_of_a_merged_cell_gets_its_text(annex: Annex) -> None:
    assert _texts(annex, "evidence") == ["Văn bản ký số"] * 3 + ["", "Quyết định"]
    assert _texts(annex, "lead") == ["Sở Nội vụ"] * 3 + ["Văn phòng", ""]
    assert _texts(annex, "deadline") == ["30/11/2025"] * 4 + ["15/12/2025"]


def test_a_merged_calculation_is_that_of_its_first_row(annex: Annex) -> None:
    assert _texts(annex, "method") == [_YES] * 4 + [""]
