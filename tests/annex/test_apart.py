"""What stands behind the rows of a table is none of them: lists of short forms, who signs."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import openpyxl
import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

Cells = Sequence[Sequence[str]]
HEADER = ("TT", "Tiêu chí", "Điểm tối đa", "Cách tính")
ROWS: Cells = (
    HEADER,
    ("1", "Mạng nội bộ", "6", "Có: 6 điểm; không: 0 điểm"),
    ("2", "Diễn tập an toàn", "4", "Có: 4 điểm; không: 0 điểm"),
)
OTHERS: dict[str, Cells] = {
    "short forms": (("Từ", "Nghĩa"), ("CĐS", "Chuyển đổi số")),
    "numbered short forms": (("STT", "Chữ viết tắt", "Ý nghĩa"), ("1", "CĐS", "Chuyển đổi số")),
    "as wide": (("TT", "Chữ viết tắt", "Ý nghĩa", "Ghi chú"), ("1", "CĐS", "Chuyển đổi số", "")),
    "to whom": (("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An"),),
    "who signs": (("", "NGƯỜI LẬP", "", "CHỦ TỊCH"), ("", "Trần Bình", "", "Nguyễn An")),
}


def word(*tables: Cells, between: str = "") -> Annex:
    document = docx.Document()
    for number, cells in enumerate(tables):
        document.add_paragraph(between if number else "BỘ TIÊU CHÍ ĐÁNH GIÁ")
        table = document.add_table(rows=0, cols=len(cells[0]))
        for line in cells:
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return read_annex(stream.getvalue(), "a.docx")


def excel(*sheets: Cells) -> Annex:
    book = openpyxl.Workbook(write_only=True)
    for number, cells in enumerate(sheets):
        sheet = book.create_sheet(f"Danh mục {number}")
        for line in cells:
            sheet.append([int(text) if text.isdigit() else text for text in line])
    stream = io.BytesIO()
    book.save(stream)
    return read_annex(stream.getvalue(), "a.xlsx")


def names(annex: Annex) -> list[str]:
    return [row.name for row in annex.rows]


def told(annex: Annex) -> str:
    return "; ".join(each.facts.get("texts", "") for each in annex.warnings)


@pytest.mark.parametrize("between", ["", "DANH MỤC CHỮ VIẾT TẮT"])
@pytest.mark.parametrize("other", OTHERS)
def test_another_table_of_word_is_told_and_takes_no_rule(other: str, between: str) -> None:
    annex = word(ROWS, OTHERS[other], between=between)
    assert names(annex) == ["Mạng nội bộ", "Diễn tập an toàn"]
    assert not any(row.warnings for row in annex.rows)
    assert "bảng 2" in told(annex)


@pytest.mark.parametrize("other", OTHERS)
def test_another_sheet_is_told_and_takes_no_rule(other: str) -> None:
    annex = excel(ROWS, OTHERS[other])
    assert names(annex) == ["Mạng nội bộ", "Diễn tập an toàn"]
    assert "trang tính Danh mục 1" in told(annex)


@pytest.mark.parametrize(
    "below",
    [
        (
            ("Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN"),
            ("- Như trên", "", "", "CHỦ TỊCH"),
            ("", "", "", "Nguyễn An"),
        ),
        (
            ("", "Người lập biểu", "", "THỦ TRƯỞNG ĐƠN VỊ"),
            ("", "(Ký, ghi rõ họ tên)", "", "(Ký, đóng dấu)"),
            ("", "Trần Bình", "", "Lê An"),
        ),
        (("", "", "", "Hà Nội, ngày 5 tháng 3 năm 2026"), ("", "Trần Bình", "", "")),
    ],
)
def test_who_signs_below_the_rows_of_the_same_table(below: Cells) -> None:
    for annex in (word((*ROWS, *below)), excel((*ROWS, *below))):
        assert names(annex) == ["Mạng nội bộ", "Diễn tập an toàn"]
        assert told(annex)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ((("3", "Tập huấn", "4", "Có: 4 điểm; không: 0 điểm"),), ["", "", ""]),
        (
            (("II", "Hạ tầng", "4", ""), ("1", "Máy tính", "4", "Có: 4 điểm; không: 0 điểm")),
            ["", "", "", "."],
        ),
        ((("III", "Điều kiện", "", ""), ("1", "Không có vi phạm", "Đạt/Không đạt", "")), ["", "", "", "."]),
        ((("", "Tập huấn cho cán bộ", "4", "Có: 4 điểm; không: 0 điểm"),), ["", "", ""]),
    ],
)
def test_rows_go_on_in_another_table_without_a_header(other: Cells, expected: list[str]) -> None:
    for annex in (word(ROWS, other), excel(ROWS, other)):
        assert ["." * row.level for row in annex.rows] == expected
        assert not any(notice.code == "rule.lost_to_rows" for row in annex.rows for notice in row.warnings)


def test_rows_about_those_who_sign_stay_rows() -> None:
    lines = (
        *ROWS,
        ("", "Chủ tịch chủ trì họp", "", "Có: 4 điểm; không: 0 điểm"),
        ("3", "CHỦ TỊCH DỰ HỌP", "4", ""),
    )
    assert names(word(lines)) == [
        "Mạng nội bộ",
        "Diễn tập an toàn",
        "Chủ tịch chủ trì họp",
        "CHỦ TỊCH DỰ HỌP",
    ]
