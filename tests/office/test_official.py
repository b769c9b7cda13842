"""An official report in Word and PDF: the layout of Decree 30/2020, the same words in both."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader

from chamdiem.office.official import (
    COUNTRY,
    MOTTO,
    Annex,
    Column,
    OfficialReport,
    Section,
    Table,
    TableRow,
)
from chamdiem.office.official_pdf import write_pdf
from chamdiem.office.official_word import write_word

TABLE = Table(
    [Column("STT", 1, is_centred=True), Column("Nội dung", 6), Column("Kết quả", 4)],
    [
        TableRow(["A. Phát triển hạ tầng số"], is_group=True),
        *(TableRow([str(number), f"Nội dung số {number}", "Sở Y tế: Đã làm.\nSở Xây dựng: Chưa."])
          for number in range(1, 40)),
    ],
)  # fmt: skip
REPORT = OfficialReport(
    superior="Ủy ban nhân dân tỉnh",
    body="Sở Khoa học và Công nghệ",
    number="…/BC-SKHCN",
    place_and_day="Ví Dụ, ngày … tháng 10 năm 2026",
    kind="BÁO CÁO",
    subject="Tình hình thực hiện kế hoạch quý III năm 2026",
    opening=["Thực hiện Kế hoạch số 12/KH-UBND, báo cáo như sau:"],
    sections=[
        Section("1. Kết quả chung", ["Có 39 nội dung."], Table(TABLE.columns, TABLE.rows[:4])),
        Section("2. Khó khăn", ["Đường 5 < 6 & “ngoặc” #let *x* _y_ $z$ \\ @a"]),
    ],
    annexes=[Annex("Phụ lục I", "DANH MỤC", TABLE)],
    recipients=["Ủy ban nhân dân tỉnh", "Lưu: VT"],
    signer_title="Giám đốc",
)
PARTS = (COUNTRY, MOTTO, "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: …/BC-SKHCN", "BÁO CÁO", REPORT.subject,
         "Đường 5 < 6 & “ngoặc” #let *x* _y_ $z$ \\ @a", "Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Phụ lục I",
         "DANH MỤC", "Nội dung số 39")  # fmt: skip


@pytest.fixture(scope="module")
def word() -> bytes:
    return write_word(REPORT)


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return PdfReader(BytesIO(write_pdf(REPORT)))


def _words(data: bytes) -> str:
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("part", PARTS)
def test_every_part_the_decree_asks_for_stands_in_word(word: bytes, part: str) -> None:
    assert part in _words(word)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_the_decree_asks_for_stands_in_pdf(pdf: PdfReader, part: str) -> None:
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert part in text


def test_word_has_the_paper_margins_and_typeface_of_the_decree(word: bytes) -> None:
    document = Document(BytesIO(word))
    first, across = document.sections
    sides = (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)
    assert [round(side.mm) for side in sides if side is not None] == [20, 20, 30, 15]
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert across.orientation == WD_ORIENT.LANDSCAPE
    assert document.styles["Normal"].font.name == "Times New Roman"
    # No number on the first page, one on top of every other.
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header.paragraphs[0]._p.xml


def test_headings_of_a_table_stand_on_each_of_its_pages(word: bytes, pdf: PdfReader) -> None:
    annex = Document(BytesIO(word)).tables[-1]
    assert "w:tblHeader" in annex.rows[0]._tr.xml
    assert annex.rows[1].cells[0].text == annex.rows[1].cells[2].text == "A. Phát triển hạ tầng số"
    across = [page for page in pdf.pages if page.mediabox.width > page.mediabox.height]
    assert len(across) > 1
    assert all("Kết quả" in page.extract_text() for page in across)


def test_the_same_report_gives_the_same_pdf() -> None:
    assert write_pdf(REPORT) == write_pdf(REPORT)
