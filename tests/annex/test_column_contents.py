"""Columns whose headings may mean several things: what stands in them decides, and it is told."""

from __future__ import annotations

import io
from itertools import product

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

YES = "Có: 5 điểm; không: 0 điểm"
ROWS = [
    ["1", "Nhóm quản trị", "10", ""],
    ["1.1", "Có quy chế", "5", YES],
    [
        "1.2",
        "Tỷ lệ văn bản ký số",
        "5",
        "Từ 90% trở lên: 5 điểm; từ 70% đến dưới 90%: 3 điểm; dưới 70%: 0 điểm",
    ],
]
MAXIMA = ("Điểm trần", "Barem", "Thang điểm", "Điểm chuẩn", "Mức điểm", "Điểm thành phần", "Điểm định mức")
METHODS = (
    "Cách cho điểm", "Hướng dẫn chấm", "Hướng dẫn", "Diễn giải", "Barem", "Điểm thành phần", "Mức điểm",
    "Thang điểm", "Nội dung đánh giá", "Tiêu chuẩn", "Mức độ hoàn thành", "Kết quả", "Ghi chú", "Quy ước",
)  # fmt: skip
UPPER = ("", "Chấm điểm")
Head = list[list[str]]


def _head(maximum: str, method: str, upper: str) -> Head:
    one = ["Số TT", "Tên tiêu chí", maximum, method, "Cơ quan phụ trách"]
    return [[*one[:2], upper, "", one[4]], ["", "", maximum, method, ""]] if upper else [one]


def _html(head: Head) -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in line)}<td></td></tr>" for line in ROWS)
    if len(head) == 1:
        top = "".join(f"<td>{text}</td>" for text in head[0])
    else:
        spans = ("rowspan=2", "rowspan=2", "colspan=2", "", "rowspan=2")
        cells = zip(spans, head[0], strict=True)
        top = "".join(f"<td {span}>{text}</td>" for span, text in cells if span)
        top += "</tr><tr>" + "".join(f"<td>{text}</td>" for text in head[1][2:4])
    return f"<meta charset=utf-8><table><tr>{top}</tr>{rows}</table>".encode()


def _docx(head: Head) -> bytes:
    document = WordDocument()
    lines = [*head, *([*line, ""] for line in ROWS)]
    table = document.add_table(len(lines), 5)
    for place, line in enumerate(lines):
        for cell, text in zip(table.rows[place].cells, line, strict=True):
            cell.text = text
    if len(head) > 1:
        table.cell(0, 2).merge(table.cell(0, 3)).text = head[0][2]
        for column in (0, 1, 4):
            table.cell(0, column).merge(table.cell(1, column)).text = head[0][column]
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _xlsx(head: Head) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in [*head, *([*line, ""] for line in ROWS)]:
        sheet.append([text or None for text in line])
    if len(head) > 1:
        for area in ("C1:D1", "A1:A2", "B1:B2", "E1:E2"):
            sheet.merge_cells(area)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


WRITERS = {"html": _html, "docx": _docx, "xlsx": _xlsx}


def _read(annex: Annex) -> list[tuple[str, str, str, str]]:
    kinds = [
        str(row.rule.rule["kind"]) if row.rule and isinstance(row.rule.rule, dict) else ""
        for row in annex.rows
    ]
    return [
        (row.number, row.name, str(row.max_points), kind) for row, kind in zip(annex.rows, kinds, strict=True)
    ]


EXPECTED = [
    ("1", "Nhóm quản trị", "10", ""),
    ("1.1", "Có quy chế", "5", "yes_no"),
    ("1.2", "Tỷ lệ văn bản ký số", "5", "tiers"),
]


@pytest.mark.parametrize("kind", WRITERS)
def test_points_and_calculations_are_found_below_heads_of_one_and_two_levels(kind: str) -> None:
    pairs = [*((each, "Cách chấm") for each in MAXIMA), *(("Điểm tối đa", each) for each in METHODS)]
    wrong = [
        (pair, upper)
        for pair, upper in product(pairs, UPPER)
        if _read(read_annex(WRITERS[kind](_head(*pair, upper)), f"a.{kind}")) != EXPECTED
    ]
    assert not wrong


def test_a_column_read_by_what_stands_in_it_is_told() -> None:
    annex = read_annex(_html(_head("Điểm định mức", "Diễn giải", "")), "a.html")
    assert [(each.code, each.facts) for each in annex.warnings] == [
        ("columns.by_contents", {"headings": "Diễn giải”, “Điểm định mức"})
    ]
    plain = read_annex(_html(_head("Điểm tối đa", "Cách chấm", "")), "a.html")
    assert plain.warnings == []


def test_what_is_filled_in_is_no_calculation() -> None:
    lines = [["STT", "Tiêu chí", "Điểm tối đa", "Kết quả thực tế"], ["1", "Có quy chế", "5", "Đạt 5 điểm"]]
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in line)}</tr>" for line in lines)
    annex = read_annex(f"<meta charset=utf-8><table>{rows}</table>".encode(), "a.html")
    assert annex.tables[0].roles == ("number", "name", "max", "ignored")


def test_instructions_beside_a_calculation_stay_instructions() -> None:
    head = ["STT", "Tiêu chí", "Điểm tối đa", "Hướng dẫn", "Cách tính"]
    lines = [head, ["1", "Có quy chế", "5", "Ban hành thì được 5 điểm", YES]]
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in line)}</tr>" for line in lines)
    annex = read_annex(f"<meta charset=utf-8><table>{rows}</table>".encode(), "a.html")
    assert annex.tables[0].roles == ("number", "name", "max", "instructions", "method")
