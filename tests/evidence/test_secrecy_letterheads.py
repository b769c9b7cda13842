"""Stamps that stand among the other words of a letterhead are found, in whatever a file is written."""

import io
import subprocess
import sys
import zlib

import pytest
import typst

from chamdiem.evidence.inspection import Kind
from chamdiem.evidence.secrecy import find_mark, find_mark_in_field, find_mark_in_file
from chamdiem.evidence.secrecy_apart import read_pages_apart
from chamdiem.evidence.secrecy_pages import PageText, read_pages
from tests.evidence import files

PAGE = '#set text(font: "Libertinus Serif", lang: "vi")\n#set page(width: 21cm, height: auto)\n'
ROW = PAGE + "#grid(columns: (1fr, 1fr), row-gutter: 8pt, {cells})"


def pdf(text: str) -> bytes:
    return typst.compile(text.encode(), ignore_system_fonts=True)


def mark_in_pdf(text: str) -> str | None:
    return find_mark_in_file(io.BytesIO(pdf(text)), Kind.PDF)


def in_cells(*cells: str) -> str:
    return ROW.format(cells=", ".join(f"[{each}]" for each in cells))


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (["Độ mật: Tối mật", "Độ khẩn: Hỏa tốc"], "Tối mật"),
        (["Độ mật: Mật", "Độ khẩn: Hỏa tốc"], "Mật"),
        (["TUYỆT MẬT", "Độ khẩn: Hỏa tốc"], "Tuyệt mật"),
        (["MẬT", "ĐỘ KHẨN: HỎA TỐC"], "Mật"),
        (["Ví Dụ,", "TUYỆT MẬT"], "Tuyệt mật"),
        (["ỦY BAN NHÂN DÂN TỈNH,", "MẬT"], "Mật"),
        (["MẬT", "Vụ Tổ chức cán bộ"], "Mật"),
        (["MẬT", "VỤ TỔ CHỨC CÁN BỘ"], "Mật"),
        (["MẬT", "MÃ SỐ: 12"], "Mật"),
        (["Phòng Kỹ thuật và Thông tin", "TỐI MẬT"], "Tối mật"),
        (["TRUNG TÂM THÔNG TIN", "MẬT"], "Mật"),
        (["BẢO", "TỐI MẬT"], "Tối mật"),
        (["Số: 12/BC-UBND MẬT"], "Mật"),
        (["Số: 12/BC-UBND TỐI MẬT Ví Dụ, ngày 12 tháng 3 năm 2026"], "Tối mật"),
        (["MẬT Kính gửi: Bộ Khoa học và Công nghệ"], "Mật"),
        (["HỎA TỐC - MẬT"], "Mật"),
        (["UBND TỈNH TỐI MẬT"], "Tối mật"),
        (["Độ mật: Mật Độ khẩn: Hỏa tốc"], "Mật"),
        (["Số: 12/BC-UBND(TM)"], "Tối mật"),
        (["Số:      /BC-UBND (M)"], "Mật"),
        (["SỐ: 7/KH-CA(TuM)"], "Tuyệt mật"),
        (["Số 12/BC-UBND(TM)"], "Tối mật"),
        (["Số: 12/BC-UBND (Mật)"], "Mật"),
        (["Số: 12/BC-UBND(TM) Ví Dụ, ngày 12 tháng 3 năm 2026"], "Tối mật"),
    ],
)
def test_a_mark_among_other_words_of_a_letterhead_is_found(lines: list[str], mark: str) -> None:
    assert find_mark(["Báo cáo", *lines, "Nội dung"]) == mark


@pytest.mark.parametrize(
    "line",
    [
        "Độ mật: Mật / Tối mật / Tuyệt mật",
        "ĐỘ MẬT: MẬT, TỐI MẬT, TUYỆT MẬT",
        "Độ mật: Mật khẩu",
        "Độ mật: Mật độ cao",
        "Độ mật: ☐ Mật ☐ Tối mật",
        "Số: 12/QĐ-UBND MẬT KHẨU",
        "Kế hoạch số 12/KH-UBND về bảo mật và mật khẩu",
        "Tài liệu đóng dấu TUYỆT MẬT được giao nhận trực tiếp",
        "QUY CHẾ BẢO MẬT VÀ MẬT KHẨU",
        "Căn cứ Công văn số 12/BC-UBND(TM) ngày 01/02/2026 của Công an tỉnh",
        "Số 12/BC-UBND(TM) ngày 01/02/2026 đã được giải mật",
        "số: 12/BC-UBND(M)",
        "Số: 12/BC-UBND",
        "Số: 15/QĐ-TM",
        "Số: 12/TTr-SCT, (TM. Ủy ban nhân dân)",
    ],
)
def test_sentences_and_forms_bear_no_mark(line: str) -> None:
    assert find_mark(["Nội dung", line, "tiếp theo"]) is None


@pytest.mark.parametrize("title", ["TỐI MẬT Độ khẩn: Hỏa tốc", "Thông tin TỐI MẬT", "TUYỆT MẬT - Vụ Tổ chức"])
def test_the_graver_marks_in_a_title_are_never_parts_of_words(title: str) -> None:
    assert find_mark_in_field(title) == ("Tối mật" if "TỐI" in title else "Tuyệt mật")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (in_cells("MẬT", "Kính gửi: Bộ Khoa học và Công nghệ"), "Mật"),
        (in_cells("UBND TỈNH VÍ DỤ", "TỐI MẬT"), "Tối mật"),
        (in_cells("Độ mật: Tối mật", "Độ khẩn: Hỏa tốc"), "Tối mật"),
        (PAGE + "Số: 12/BC-UBND #h(9pt) MẬT #h(5cm) Ví Dụ, ngày 12 tháng 3 năm 2026", "Mật"),
        (PAGE + "Độ mật: Mật", "Mật"),
        (PAGE + "Số: 12/BC-UBND(TM)", "Tối mật"),
        (in_cells("Số: 12/BC-UBND(TM)", "Ví Dụ, ngày 12 tháng 3 năm 2026"), "Tối mật"),
        # The letters with two signs from another font, as word processors and browsers serve them.
        (PAGE + 'Độ m#text(font: "DejaVu Sans Mono")[ậ]t: M#text(font: "DejaVu Sans Mono")[ậ]t', "Mật"),
        (PAGE + 'M#text(font: "DejaVu Sans Mono")[Ậ]T #h(4cm) Kính gửi: Bộ', "Mật"),
        (PAGE + "T#h(6pt)Ố#h(6pt)I#h(12pt)M#h(6pt)Ậ#h(6pt)T #h(5cm) Kính gửi: Bộ", "Tối mật"),
    ],
)
def test_a_stamp_on_one_line_with_others_is_found_in_a_pdf(text: str, mark: str) -> None:
    assert mark_in_pdf(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        PAGE + "Bảo đảm an toàn, bảo mật và mật khẩu; mật độ dân số, bí mật kinh doanh.",
        in_cells("QUY CHẾ BẢO MẬT", "MẬT KHẨU MẠNH"),
        PAGE + "#set par(justify: true)\n" + "BẢO ĐẢM AN TOÀN, BẢO MẬT THÔNG TIN, MẬT KHẨU. " * 12,
    ],
)
def test_running_text_of_a_pdf_bears_no_mark(text: str) -> None:
    assert mark_in_pdf(text) is None


def test_the_cells_of_a_line_are_read_apart_and_the_line_as_a_whole() -> None:
    (page,) = read_pages(io.BytesIO(pdf(in_cells("Trái của trang", "Phải của trang"))), wanted=range(1))
    assert page.cells == ["Trái của trang", "Phải của trang"]
    assert page.lines == ["Trái của trang Phải của trang"]


@pytest.mark.parametrize("cut", [0, 40, 400, 900])
def test_of_a_damaged_pdf_what_can_be_read_is_read(cut: int) -> None:
    data = pdf(PAGE + "MẬT")
    assert len(list(read_pages(io.BytesIO(data[:cut]), wanted=range(1)))) <= 1


def test_the_fields_of_a_table_in_word_are_cells_of_their_own() -> None:
    data = files.docx("UBND TỈNH", "Độ mật: Tối mật", "Độ khẩn: Hỏa tốc", "BÁO CÁO")
    assert find_mark_in_file(io.BytesIO(data), Kind.DOCX) == "Tối mật"


def test_a_page_that_unpacks_into_very_much_is_given_up() -> None:
    packed = zlib.compress(bytes(80_000_000), 1)
    head = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n"
    )
    stream = f"4 0 obj\n<</Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed
    page = head + stream + b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
    enough = 150_000_000
    assert read_pages_apart(page, first=1, memory_bytes=enough) == []
    assert read_pages_apart(pdf(PAGE + "MẬT"), first=1, memory_bytes=enough) == [
        PageText(0, ["MẬT"], ["MẬT"])
    ]


def test_the_reader_loads_little_so_that_it_starts_soon() -> None:
    heavy = "sorted({'django', 'structlog', 'pypdfium2'} & sys.modules.keys())"
    command = f"import sys, chamdiem.evidence.secrecy_pages; print({heavy})"
    assert subprocess.check_output([sys.executable, "-c", command], text=True) == "[]\n"  # noqa: S603  our own module
