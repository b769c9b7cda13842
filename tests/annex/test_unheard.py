"""Every word of a file is in a row, a heading or a note, or it is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typst

from chamdiem.annex.assembling import assemble
from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.opening import open_document
from chamdiem.annex.reading.old_encodings import modernised
from chamdiem.annex.rows import Annex
from chamdiem.annex.tables import read_tables
from chamdiem.annex.unheard import tell_unheard
from tests.annex.test_corpus import FILES

SOURCES = sorted((Path(__file__).parent.parent / "library" / "sources").glob("*.txt"))


def _told(annex: Annex) -> list[str]:
    return [sentence(each) for each in annex.warnings if each.code == "text.unheard"]


@pytest.mark.parametrize("path", [*sorted(FILES.iterdir()), *SOURCES], ids=lambda path: path.name)
def test_every_word_of_a_file_is_taken_over(path: Path) -> None:
    document = modernised(open_document(path.read_bytes(), path.name).without_hidden())
    assert document.lost == []
    assert _told(assemble(document, path.name)) == []


def test_cells_beyond_the_header_are_told() -> None:
    page = (
        "<table><tr><th>TT</th><th>Tiêu chí</th><th>Điểm tối đa</th></tr>"
        "<tr><td>1</td><td>Kế hoạch chuyển đổi số</td><td>10</td><td>Ban hành trước 31/01: 10 điểm</td></tr>"
        "<tr><td>2</td><td>Cổng dữ liệu mở</td><td>5</td></tr></table>"
    )
    told = _told(read_annex(page.encode(), "a.html"))
    assert len(told) == 1
    assert "“ban hành trước 31 01 10 điểm” (bảng 1, hàng 2, dòng 1)" in told[0]


def test_words_printed_beside_a_ruled_table_are_told() -> None:
    page = typst.compile(
        (
            "#set page(width: 595pt, height: 300pt, margin: 40pt)\n"
            "#place(dx: 420pt, dy: 60pt)[Chỉ áp dụng từ quý II]\n"
            "#table(columns: (30pt, 220pt, 80pt), [TT], [Tiêu chí], [Điểm tối đa],"
            " [1], [Kế hoạch chuyển đổi số], [10], [2], [Cổng dữ liệu mở], [5], [3], [Chữ ký số], [5])"
        ).encode()
    )
    annex = read_annex(page, "a.pdf")
    assert [row.number for row in annex.rows] == ["1", "2", "3"]
    assert "“Chỉ áp dụng từ quý II” (trang 1)" in _told(annex)[0]


def test_what_a_row_lost_on_the_way_is_told() -> None:
    path = FILES / "cap-xa-2025.xlsx"
    document = open_document(path.read_bytes(), path.name)
    annex = assemble(document, path.name)
    row = next(row for row in annex.rows if len(row.method.split()) > 8)
    lost = " ".join(row.method.split()[-4:])
    row.texts["method"] = row.method.removesuffix(lost)
    tables = read_tables(document)
    tell_unheard(annex, document, tables, tables)
    assert [" ".join(re.findall(r"\w+", lost.casefold())) in told for told in _told(annex)] == [True]
