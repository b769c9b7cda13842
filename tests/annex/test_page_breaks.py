"""PDFs whose header is printed again on every page: rows that a page splits, lines at the edge of pages."""

from __future__ import annotations

import pytest
import typst

from chamdiem.annex.blocks import Spot
from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.offices import list_offices
from chamdiem.annex.rows import Annex, AnnexRow
from chamdiem.annex.table_rows import join_rest

# Letters reach over the line above their row, as in the files of LibreOffice.
_HEAD = """#set page(width: 400pt, height: 306pt, margin: 30pt{margins})
#set text(font: "Liberation Serif", size: 9pt, top-edge: "x-height", costs: (orphan: 0%, widow: 0%))
BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ
"""
_TABLE = """#table(columns: (30pt, 110pt, 40pt, 1fr), inset: (x: 3pt, y: 1pt),
  table.header([STT], [Tiêu chí], [Điểm tối đa], [Cách tính điểm]),
{rows}
)
"""
_FOOT = ", footer: [Trang phụ lục Quyết định 1234]"
_METHOD = " #linebreak() ".join(
    ("Có: 2 điểm; không: 0 điểm.", "Ban hành chậm: trừ 1 điểm.", "Thiếu minh chứng: trừ 1 điểm.")
)
_WHOLE = _METHOD.replace(" #linebreak()", "")


def _read(*rows: tuple[str, ...], margins: str = "", between: str = "") -> Annex:
    cells = "\n".join(", ".join(f"[{cell}]" for cell in row) + "," for row in rows)
    source = _HEAD.replace("{margins}", margins) + between + _TABLE.replace("{rows}", cells)
    return read_annex(typst.compile(source.encode()), "a.pdf")


def _numbered(count: int) -> list[tuple[str, ...]]:
    return [(str(number), f"Quy chế {number}", "2", _METHOD) for number in range(1, count + 1)]


@pytest.mark.parametrize("margins", ["", _FOOT])
def test_no_word_of_a_row_is_lost_where_a_page_splits_it(margins: str) -> None:
    annex = _read(*_numbered(24), margins=margins)
    assert [row.number for row in annex.rows] == [str(number) for number in range(1, 25)]
    assert {" ".join(row.method.split()) for row in annex.rows} == {_WHOLE}
    assert any(notice.code == "row.joined" for row in annex.rows for notice in row.warnings)


@pytest.mark.parametrize("margins", ["", _FOOT])
def test_rows_behind_a_page_break_keep_their_parent(margins: str) -> None:
    annex = _read(("I", "HẠ TẦNG SỐ", "48", ""), *_numbered(24), margins=margins)
    assert [row.parent for row in annex.rows] == [None, *([0] * 24)]
    assert len(annex.tables) == 1


def test_lines_at_the_edge_of_every_page_are_told() -> None:
    told = [sentence(notice) for notice in _read(*_numbered(24), margins=_FOOT).warnings]
    assert told == ["Dòng in lặp lại ở mép các trang không đọc vào bảng: “Trang phụ lục Quyết định 1234”."]
    assert _read(*_numbered(24)).warnings == []


def test_a_title_in_two_fonts_is_one_line() -> None:
    title = "BỘ TIÊU CHÍ ĐÁNH GIÁ #text(baseline: -3.1pt)[Đ]#text(baseline: -3.1pt)[Ổ]I MỚI\n\n"
    assert _read(*_numbered(2), between=title).title.endswith("ĐÁNH GIÁ ĐỔI MỚI")


@pytest.mark.parametrize(
    ("begun", "rest", "offices"),
    [
        ("Sở", "KH&CN", ["Sở KH&CN"]),
        ("Sở Nội vụ; Sở", "Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Văn phòng", "UBND tỉnh", ["Văn phòng UBND tỉnh"]),
        ("Phòng Tài chính -", "Kế hoạch", ["Phòng Tài chính - Kế hoạch"]),
        ("Sở Nông nghiệp và", "Môi trường", ["Sở Nông nghiệp và Môi trường"]),
        ("Phòng Văn hóa", "Thông tin", ["Phòng Văn hóa Thông tin"]),
        ("Sở Nội vụ", "Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Sở Nội vụ;", "Công an tỉnh", ["Sở Nội vụ", "Công an tỉnh"]),
        ("- Sở Nội vụ", "- Trạm Y tế", ["Sở Nội vụ", "Trạm Y tế"]),
    ],
)
def test_an_office_goes_on_behind_a_page_break(begun: str, rest: str, offices: list[str]) -> None:
    row = AnnexRow(texts={"name": "Kế hoạch", "lead": begun}, spot=Spot(page=1))
    join_rest(row, AnnexRow(texts={"lead": rest}, spot=Spot(page=2)))
    assert list_offices(row.texts["lead"]) == offices


def test_outside_pages_only_a_kind_of_office_goes_on() -> None:
    row = AnnexRow(texts={"name": "Kế hoạch", "lead": "Sở Y tế"}, spot=Spot(row=1))
    join_rest(row, AnnexRow(texts={"lead": "Trạm Y tế"}, spot=Spot(row=2)))
    assert list_offices(row.texts["lead"]) == ["Sở Y tế", "Trạm Y tế"]
