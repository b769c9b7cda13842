"""What nobody sees of a file is not read, and is told with its place; files that hold only pictures say so."""

# Pages of markup stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Inches
from openpyxl import Workbook
from PIL import Image

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.opening import MOST_LETTERS
from chamdiem.annex.rows import Annex
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidAnnex

HEADER = ("TT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm")
ROWS = (("1", "Kế hoạch", "5", "Có: 5 điểm"), ("2", "Báo cáo", "5", "Có: 5 điểm"), ("3", "Tổng kết", "5", ""))


def told(annex: Annex) -> list[str]:
    return [each.facts["text"] for each in annex.warnings if each.code == "reader.note"]


def names(annex: Annex) -> list[str]:
    return [row.name for row in annex.rows]


def word(change: Callable[[WordDocument], None]) -> Annex:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    change(document)
    target = io.BytesIO()
    document.save(target)
    return read_annex(target.getvalue(), "a.docx")


def _hide_a_run(document: WordDocument) -> None:
    document.tables[0].rows[2].cells[1].paragraphs[0].add_run(" (nháp)").font.hidden = True


def _hide_by_style(document: WordDocument) -> None:
    document.styles.add_style("An", WD_STYLE_TYPE.CHARACTER).font.hidden = True
    based = document.styles.add_style("An nua", WD_STYLE_TYPE.CHARACTER)
    based.base_style = document.styles["An"]
    document.tables[0].rows[2].cells[1].paragraphs[0].add_run(" (nháp)", style="An nua")


def _hide_a_paragraph(document: WordDocument) -> None:
    document.styles.add_style("Doan an", WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
    document.tables[0].rows[2].cells[1].add_paragraph("(nháp)", style="Doan an")


@pytest.mark.parametrize("change", [_hide_a_run, _hide_by_style, _hide_a_paragraph])
def test_hidden_text_of_word_is_told_and_not_read(change: Callable[[WordDocument], None]) -> None:
    annex = word(change)
    assert names(annex) == ["Kế hoạch", "Báo cáo", "Tổng kết"]
    [note] = told(annex)
    assert "1 chỗ chữ ẩn" in note
    assert "“(nháp)” (bảng 1, hàng 3)" in note


def test_a_run_that_is_shown_in_a_hidden_style_is_read() -> None:
    def change(document: WordDocument) -> None:
        document.styles.add_style("An", WD_STYLE_TYPE.CHARACTER).font.hidden = True
        document.tables[0].rows[2].cells[1].paragraphs[0].add_run(" năm", style="An").font.hidden = False

    annex = word(change)
    assert names(annex)[1] == "Báo cáo năm"
    assert told(annex) == []


def test_a_hidden_row_of_word_is_told_and_not_read() -> None:
    def change(document: WordDocument) -> None:
        document.tables[0].rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))

    annex = word(change)
    assert names(annex) == ["Kế hoạch", "Tổng kết"]
    assert "“2 Báo cáo 5 Có: 5 điểm” (bảng 1, hàng 3)" in told(annex)[0]


def sheet(rows: tuple[int, ...] = (), columns: tuple[str, ...] = (), merge: str = "") -> Annex:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    for line in ((*HEADER, "Nháp"), *((*row, "x") for row in ROWS)):
        page.append(line)
    if merge:
        page.merge_cells(merge)
    for row in rows:
        page.row_dimensions[row].hidden = True
    for column in columns:
        page.column_dimensions[column].hidden = True
    target = io.BytesIO()
    workbook.save(target)
    return read_annex(target.getvalue(), "a.xlsx")


def test_hidden_lines_and_columns_of_a_sheet_are_told_and_not_read() -> None:
    annex = sheet(rows=(3, 40), columns=("D", "E", "Z"))
    assert names(annex) == ["Kế hoạch", "Tổng kết"]
    assert annex.rows[0].method == ""
    [note] = told(annex)
    assert "1 hàng (3) và 2 cột (D, E) đang ẩn" in note


def test_a_merged_cell_is_read_where_a_part_of_it_is_seen() -> None:
    annex = sheet(rows=(2,), merge="B2:B3")
    assert names(annex)[0] == "Kế hoạch"
    assert "1 hàng (2) đang ẩn" in told(annex)[0]


def test_nothing_is_told_of_a_sheet_that_hides_nothing() -> None:
    assert told(sheet()) == []
    assert told(sheet(rows=(9,), columns=("K",))) == []


def page(body: str) -> Annex:
    head = "<tr><th>TT<th>Tiêu chí<th>Điểm tối đa<th>Cách tính điểm"
    return read_annex(f"<html><body><table>{head}{body}</table></body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    "hiding", ["hidden", 'style="display:none"', "style='color: red; DISPLAY : none'", 'style="mso-hide:all"']
)
@pytest.mark.parametrize("closed", [True, False])
def test_what_no_browser_shows_is_told_and_not_read(hiding: str, *, closed: bool) -> None:
    ends = ("</td>", "</tr>") if closed else ("", "")
    hidden = f"<tr {hiding}><td>2{ends[0]}<td>Ẩn{ends[0]}<td>9{ends[0]}<td>Có: 9 điểm{ends[0]}{ends[1]}"
    annex = page(
        f"<tr><td>1<td>Kế hoạch <span {hiding}>nháp <b>x</b></span>năm<td>5<td>Có: 5 điểm{hidden}<tr><td>3<td>Báo cáo<td>5<td>"
    )
    assert names(annex) == ["Kế hoạch năm", "Báo cáo"]
    assert "nháp x" in told(annex)[0]
    assert "Có: 9 điểm" in told(annex)[0]


def test_a_concealed_table_inside_a_cell_ends_where_it_ends() -> None:
    body = "<tr><td>1<td>Kế hoạch<table hidden><tr><td>z<tr><td>y</table> năm<td>5<td>Có: 5 điểm"
    assert names(page(body)) == ["Kế hoạch năm"]


def picture() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (20, 20)).save(target, "PNG")
    return target.getvalue()


def scanned(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    document.add_picture(io.BytesIO(picture()), width=Inches(1))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (scanned(""), "a.docx", "annex.only_pictures"),
        (scanned("Phụ lục kèm theo Quyết định"), "a.docx", "annex.only_pictures"),
        (scanned("Ủy ban nhân dân tỉnh quyết định. " * 20), "a.docx", "annex.no_rows_but_pictures"),
        (b"<html><body><p>x</p><img src='a.png'></body></html>", "a.html", "annex.only_pictures"),
        (b"![](a.png)\n\n![](b.png)\n", "a.md", "annex.only_pictures"),
        (b"Not a word of points.\n", "a.txt", "annex.no_rows"),
        ("1. rất dài ".encode() + "rất dài ".encode() * (MOST_LETTERS // 8 + 1), "a.txt", "annex.too_much_text"),
    ],
)  # fmt: skip
def test_a_file_without_text_of_points_says_why(data: bytes, file: str, code: str) -> None:
    with pytest.raises(InvalidAnnex) as caught:
        import_annex(data, file)
    assert [each.code for each in caught.value.problems] == [code]
    assert "{" not in problem_text(caught.value.problems[0])
