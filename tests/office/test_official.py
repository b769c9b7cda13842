"""An official report in Word and PDF: the layout of Decree 30/2020, the same words in both."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
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
    head_name,
)
from chamdiem.office.official_pdf import write_pdf
from chamdiem.office.official_word import write_word
from chamdiem.office.official_word_tables import column_widths

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
    place="Ví Dụ",
    day="ngày … tháng 10 năm 2026",
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
         "DANH MỤC", "Nội dung số 39",
         "(Kèm theo Báo cáo số …/BC-SKHCN ngày … tháng 10 năm 2026 của Sở Khoa học và Công nghệ)",
         )  # fmt: skip


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


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Ủy ban nhân dân tỉnh Ninh Thuận", "ỦY BAN NHÂN DÂN|TỈNH_NINH_THUẬN"),
        (
            "Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm",
            "ỦY BAN NHÂN DÂN THÀNH PHỐ|PHAN_RANG_-_THÁP_CHÀM",
        ),
        ("Bảo hiểm xã hội tỉnh Bình Dương", "BẢO HIỂM XÃ HỘI|TỈNH_BÌNH_DƯƠNG"),
        ("ỦY BAN NHÂN DÂN XÃ CHƯ PRÔNG", "ỦY BAN NHÂN DÂN|XÃ_CHƯ_PRÔNG"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH"),
        ("Sở Khoa học và Công nghệ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
        ("", ""),
    ],
)
def test_the_place_in_the_head_stays_in_one_line(body: str, lines: str) -> None:
    assert head_name(body) == lines.replace("|", " ").replace("_", "\N{NO-BREAK SPACE}")


def test_headings_of_a_table_stand_on_each_of_its_pages(word: bytes, pdf: PdfReader) -> None:
    annex = Document(BytesIO(word)).tables[-1]
    assert "w:tblHeader" in annex.rows[0]._tr.xml
    assert annex.rows[1].cells[0].text == annex.rows[1].cells[2].text == "A. Phát triển hạ tầng số"
    across = [page for page in pdf.pages if page.mediabox.width > page.mediabox.height]
    assert len(across) > 1
    assert all("Kết quả" in page.extract_text() for page in across)


def test_the_pdf_is_set_in_a_typeface_as_wide_as_times_and_carries_it(pdf: PdfReader) -> None:
    fonts = [font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    faces = {str(font["/BaseFont"]).partition("+")[2].removesuffix("-Identity-H") for font in fonts}
    assert faces == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


def test_every_vietnamese_letter_is_drawn_in_that_typeface() -> None:
    letters = "aăâeêioôơuưyđ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA))
    page = PdfReader(BytesIO(write_pdf(replace(REPORT, subject=letters + letters.upper())))).pages[0]
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    assert all("Tinos" in str(font.get_object()["/BaseFont"]) for font in fonts)
    assert letters in page.extract_text().replace("\n", "").replace(" ", "")


def test_a_rule_of_a_third_to_a_half_of_its_line_stands_below_the_subject_in_pdf() -> None:
    with pdfplumber.open(BytesIO(write_pdf(REPORT))) as opened:
        page = opened.pages[0]
        line = next(each for each in page.extract_text_lines() if each["text"] == REPORT.subject)
        below = min((rule for rule in page.lines if rule["top"] > line["top"]), key=lambda rule: rule["top"])
    share = (below["x1"] - below["x0"]) / (line["x1"] - line["x0"])
    assert 1 / 3 <= share <= 1 / 2
    assert below["top"] - line["bottom"] < 10
    assert below["x0"] + below["x1"] == pytest.approx(line["x0"] + line["x1"], abs=2)


def test_a_rule_stands_below_the_subject_in_word(word: bytes) -> None:
    paragraphs = Document(BytesIO(word)).paragraphs
    at = next(n for n, each in enumerate(paragraphs) if each.text == REPORT.subject)
    rule = paragraphs[at + 1]
    assert "w:pBdr" in rule._p.xml
    left, right = rule.paragraph_format.left_indent, rule.paragraph_format.right_indent
    assert left is not None
    assert left == right
    # The subject is about 115 mm wide, in the middle of 165 mm.
    assert 115 / 3 <= 165 - 2 * left.mm <= 115 / 2


def _rows_of_many_lines(lines: int) -> OfficialReport:
    said = "\n".join(["đầu", *["Đã làm."] * lines, "cuối"])
    rows = [TableRow([str(number), f"Nội dung {number}", said]) for number in range(1, 25)]
    return replace(REPORT, annexes=[Annex("Phụ lục I", "DANH MỤC", Table(TABLE.columns, rows))])


@pytest.mark.parametrize("lines", [2, 5])
def test_no_low_row_is_torn_by_the_end_of_a_page(lines: int) -> None:
    across = [
        page.extract_text()
        for page in PdfReader(BytesIO(write_pdf(_rows_of_many_lines(lines)))).pages
        if page.mediabox.width > page.mediabox.height
    ]
    assert len(across) > 2
    assert all(text.count("đầu") == text.count("cuối") > 0 for text in across)
    rows = Document(BytesIO(write_word(_rows_of_many_lines(lines)))).tables[-1].rows
    assert all("w:cantSplit" in row._tr.xml for row in rows[1:])


def test_a_high_row_goes_on_on_the_next_page_and_leaves_none_half_empty() -> None:
    with pdfplumber.open(BytesIO(write_pdf(_rows_of_many_lines(20)))) as opened:
        across = [page for page in opened.pages if page.width > page.height]
        ends = [max(word["bottom"] for word in page.extract_words()) / page.height for page in across]
    assert len(across) > 2
    assert min(ends[:-1]) > 0.8
    rows = Document(BytesIO(write_word(_rows_of_many_lines(20)))).tables[-1].rows
    assert not any("w:cantSplit" in row._tr.xml for row in rows[1:])


def test_a_high_row_goes_on_between_what_two_bodies_say() -> None:
    long = "Đã tổ chức các lớp tập huấn cho cán bộ cấp xã về dịch vụ công trực tuyến. " * 4
    said = "\n".join(f"mở {number}: {long}khép" for number in range(30))
    rows = [TableRow([str(number), f"Nội dung {number}", said]) for number in range(4)]
    report = replace(REPORT, annexes=[Annex("Phụ lục I", "DANH MỤC", Table(TABLE.columns, rows))])
    pages = [page for page in PdfReader(BytesIO(write_pdf(report))).pages if page.mediabox.width > 600]
    texts = [page.extract_text() for page in pages]
    assert sum(text.count("mở") for text in texts) == 4 * 30
    assert all(text.count("mở") == text.count("khép") > 0 for text in texts)
    cell = Document(BytesIO(write_word(report))).tables[-1].rows[1].cells[-1]
    assert len(cell.paragraphs) == 30
    assert all(each.paragraph_format.keep_together for each in cell.paragraphs)


@pytest.mark.parametrize("count", range(14, 34, 3))
def test_a_short_table_in_the_text_stays_on_one_page(count: int) -> None:
    filler = [f"Đoạn văn số {number} của báo cáo." for number in range(count)]
    table = Table(TABLE.columns, [TableRow([str(number), "Chỉ tiêu", "hàng"]) for number in range(8)])
    report = replace(REPORT, sections=[Section("2. Kết quả chung", filler, table)], annexes=[])
    pages = [page.extract_text() for page in PdfReader(BytesIO(write_pdf(report))).pages]
    assert sorted(page.count("hàng") for page in pages)[-1] == 8
    drawn = next(each for each in Document(BytesIO(write_word(report))).tables if len(each.rows) == 9)
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in drawn.rows[:-1])


def test_of_a_row_longer_than_a_page_nothing_is_lost() -> None:
    pages = PdfReader(BytesIO(write_pdf(_rows_of_many_lines(60)))).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert (text.count("đầu"), text.count("cuối"), text.count("Đã làm.")) == (24, 24, 24 * 60 + 3)


def test_the_same_report_gives_the_same_pdf() -> None:
    assert write_pdf(REPORT) == write_pdf(REPORT)


@pytest.mark.parametrize("count", range(18, 30, 2))
def test_recipients_and_signer_never_stand_on_a_page_alone(count: int) -> None:
    filler = [f"Đoạn văn số {number} của báo cáo." for number in range(count)]
    short = replace(REPORT, sections=[Section("1. Kết quả chung", [*filler, "Đoạn cuối."])], annexes=[])
    pages = [page.extract_text() for page in PdfReader(BytesIO(write_pdf(short))).pages]
    (signed,) = [page for page in pages if "Nơi nhận:" in page]
    assert "Đoạn cuối." in signed
    last = Document(BytesIO(write_word(short))).paragraphs[-1]
    assert last.text == "Đoạn cuối."
    assert last.paragraph_format.keep_with_next


def test_lines_of_a_text_are_paragraphs_of_their_own() -> None:
    broken = replace(REPORT, sections=[Section("1. Khó khăn", ["Dòng thứ nhất\nDòng thứ hai"])], annexes=[])
    texts = [each.text for each in Document(BytesIO(write_word(broken))).paragraphs]
    assert texts[-2:] == ["Dòng thứ nhất", "Dòng thứ hai"]
    said = PdfReader(BytesIO(write_pdf(broken))).pages[0].extract_text()
    assert "Dòng thứ nhất\n" in said


def _with_list(before: int) -> OfficialReport:
    """What heads a list stands after some paragraphs, so that it moves over the end of a page."""
    paragraphs = [f"Đoạn số {number}." for number in range(before)]
    paragraphs += ["Phụ lục II, mục 2: Ban hành kế hoạch.", "- Sở Y tế: Thiếu kinh phí."]
    return replace(REPORT, sections=[Section("1. Khó khăn", paragraphs)], annexes=[])


def test_what_heads_a_list_never_stays_behind_at_the_end_of_a_page() -> None:
    for before in range(18, 30):
        pages = [page.extract_text() for page in PdfReader(BytesIO(write_pdf(_with_list(before)))).pages]
        (head,) = (
            number for number, text in enumerate(pages) if "Phụ lục II, mục 2" in " ".join(text.split())
        )
        assert "Thiếu kinh phí" in " ".join(pages[head].split())
    document = Document(BytesIO(write_word(_with_list(1))))
    kept = {each.text: each.paragraph_format.keep_with_next for each in document.paragraphs}
    assert kept["Phụ lục II, mục 2: Ban hành kế hoạch."]
    assert not kept["Đoạn số 0."]


def test_the_last_row_of_a_table_never_stands_on_a_page_alone(word: bytes) -> None:
    rows = Document(BytesIO(word)).tables[-1].rows
    kept = [[each.paragraphs[0].paragraph_format.keep_with_next for each in row.cells] for row in rows[-3:]]
    assert kept == [[None] * 3, [True] * 3, [None] * 3]


def test_no_narrow_column_breaks_a_word_in_a_broader_typeface() -> None:
    columns = [
        Column("STT", 1),
        Column("Nội dung", 20),
        Column("Tiến độ quý II/2026", 1),
        Column("Kinh phí", 1),
    ]
    table = Table(
        columns, [TableRow(["A"], is_group=True), TableRow(["1", "Mạng số liệu", "5%", "1.234.567,5"])]
    )
    widths = column_widths(table, 257)
    assert sum(widths) == pytest.approx(257)
    # Letters of Noto Serif, 11 points: 2.2 mm, bold 2.6 mm; a cell keeps 3.8 mm free.
    assert [
        width > 3.8 + need for width, need in zip(widths, (3 * 2.6, 0, 7 * 2.6, 11 * 2.2), strict=True)
    ] == ([True] * 4)
    assert column_widths(Table([Column("Tên", 1), Column("Số", 1)], []), 100) == [50, 50]


def test_where_nothing_fits_the_shares_stand() -> None:
    columns = [Column("Nghiêngnghiêng", 1), Column("Nghiêngnghiêng", 3)]
    assert column_widths(Table(columns, []), 40) == [10, 30]
