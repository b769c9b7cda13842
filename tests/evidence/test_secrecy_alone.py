"""A mark alone on a line is found on every page and however it is written; parts of a sentence are none."""

import io

import pytest
import typst
from openpyxl import Workbook

from chamdiem.evidence.inspection import Kind
from chamdiem.evidence.secrecy import find_lone_mark, find_mark_in_file
from chamdiem.evidence.secrecy_apart import read_pages_apart
from tests.evidence import files

PAGE = '#set text(font: "Libertinus Serif", lang: "vi")\n'
TEXT = "Báo cáo về bảo mật thông tin, mật khẩu và mật độ dân số; bí mật kinh doanh. " * 30
BREAK = "\n#pagebreak()\n"


def mark_in(*pages: str) -> str | None:
    data = typst.compile((PAGE + BREAK.join(pages)).encode(), ignore_system_fonts=True)
    return find_mark_in_file(io.BytesIO(data), Kind.PDF)


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (["UBND TỈNH VÍ DỤ", "Mật", "Số: 12/BC-UBND"], "Mật"),
        (["Sở Khoa học và Công nghệ", "Mật", "BÁO CÁO"], "Mật"),
        (["Độc lập - Tự do - Hạnh phúc", "Tối mật", "Kính gửi: Bộ"], "Tối mật"),
        (["Số: 12/BC-UBND", "[ Tuyệt mật ]", "BÁO CÁO"], "Tuyệt mật"),
        (["-------", "Mật", "BÁO CÁO"], "Mật"),
        (["Mật", "2", "III. Nhiệm vụ"], "Mật"),
        (["Độ mật:", "Mật", "Số: 12"], "Mật"),
        (["Mật Ví Dụ, ngày 12 tháng 3 năm 2026", "BÁO CÁO"], "Mật"),
        (["kết thúc phần một.", "TỐI MẬT", "Phần hai"], "Tối mật"),
        (["những việc đã làm", "TUYỆT MẬT"], "Tuyệt mật"),
        (["Phụ lục", "Tối mật", "Bảng"], "Tối mật"),
        (["Danh sách cán bộ", "Mật", "1. Nguyễn Văn A"], "Mật"),
        (["Kế hoạch phòng thủ", "Mật", "Năm 2026"], "Mật"),
        (["Phụ lục", "Mật", "Bảng số liệu về lực lượng"], "Mật"),
        (["quản lý văn bản", "Mật", "theo Luật"], "Mật"),
        (["Số lượng", "Mật", "12"], "Mật"),
        (["tài liệu này được bảo vệ theo chế độ", "Mật", "Điều 2. Trách nhiệm"], "Mật"),
        (["tài liệu này được bảo vệ theo chế độ", "Mật", "……………"], "Mật"),
        (["tài liệu này được bảo vệ theo chế độ", "Tối mật", "của tỉnh"], "Tối mật"),
    ],
)
def test_a_mark_alone_on_its_line_is_found(lines: list[str], mark: str) -> None:
    assert find_lone_mark(lines) == mark


@pytest.mark.parametrize(
    "lines",
    [
        ["QUY CHẾ BẢO", "MẬT", "THÔNG TIN"],
        ["An toàn, bảo", "Mật", "thông tin"],
        ["Mật", "khẩu mạnh"],
        ["Mật", "Khẩu"],
        ["Mật", "độ dân số"],
        ["tài liệu này được bảo vệ theo chế độ", "Mật", "và không được sao chụp"],
        ["tài liệu này được bảo vệ theo chế độ", "Mật", ", không được sao chụp"],
        ["Các loại văn bản:", "Mật", "Thường"],
        ["Tuyệt mật", "Tối mật", "Mật"],
        ["- Thường", "Mật", "Ghi chú"],
        ["Thường", "100", "Mật", "12"],
        ["Bảo mật", "bảo mật", "mật"],
        ["Mật độ, ngày 1 tháng 4"],
        ["Mật khẩu được đổi định kỳ"],
        ["cấp độ", "Mật.", "Phần hai"],
    ],
)
def test_parts_of_sentences_lists_and_tables_are_none(lines: list[str]) -> None:
    assert find_lone_mark(lines) is None


@pytest.mark.parametrize(
    ("stamp", "mark"),
    [
        ("#box(stroke: 1pt, inset: 3pt)[Mật]", "Mật"),
        ("#box(stroke: 1pt, inset: 3pt)[MẬT]", "Mật"),
        ("#align(right)[TỐI MẬT]", "Tối mật"),
        ("#align(center)[Tuyệt mật]", "Tuyệt mật"),
        ('#align(center)[M#text(font: "DejaVu Sans Mono")[Ậ]T]', "Mật"),
        ("T#h(6pt)Ố#h(6pt)I#h(12pt)M#h(6pt)Ậ#h(6pt)T", "Tối mật"),
    ],
)
def test_a_stamp_on_the_first_page_or_after_the_fifth_is_found(stamp: str, mark: str) -> None:
    stamped = f"{stamp}\n\n{TEXT}"
    assert mark_in(stamped) == mark
    assert mark_in(*[TEXT] * 7, stamped, TEXT) == mark


def test_ordinary_pages_bear_no_mark() -> None:
    table = (
        "#table(columns: (2.2cm, 1fr, 4cm), [Mật độ dân số], [Bảo mật], [12], [Mật], [Thường], [Văn bản Mật])"
    )
    narrow = "#box(width: 1.2cm)[Mật khẩu] #box(width: 1.2cm)[Bảo Mật]"
    assert mark_in(table, *[TEXT] * 5, table, narrow) is None


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.TXT])
def test_a_letterhead_without_pages_is_read(kind: Kind) -> None:
    def document(*lines: str) -> io.BytesIO:
        return io.BytesIO(files.docx(*lines) if kind == Kind.DOCX else "\n".join(lines).encode())

    assert find_mark_in_file(document("UBND TỈNH VÍ DỤ", "Mật", "BÁO CÁO"), kind) == "Mật"
    assert find_mark_in_file(document("Bảo mật", "Mật khẩu", "Mật", "độ dân số"), kind) is None
    assert find_mark_in_file(document(*["Nội dung."] * 30, "Mật", "Nội dung."), kind) is None


@pytest.mark.parametrize(
    ("cells", "level"),
    [
        (("Độ mật", "Mật", "Thường"), None),
        (("UBND XÃ TÂY SƠN", "Mật", "Số hộ"), None),
        (("UBND XÃ TÂY SƠN", "Mật", "Số: 15/BC-UBND"), "Mật"),
        (("UBND XÃ TÂY SƠN", "Số: 15/BC-UBND", "Tối mật"), "Tối mật"),
        (("Số: 15/BC-UBND", "Tên tài liệu", "Độ mật", "Số hộ", "Mật"), None),
    ],
)
def test_a_cell_of_a_spreadsheet_is_a_letterhead_beside_a_number(
    cells: tuple[str, ...], level: str | None
) -> None:
    assert find_mark_in_file(io.BytesIO(files.xlsx(*cells)), Kind.XLSX) == level


@pytest.mark.parametrize(
    ("cells", "sheets", "level"),
    [
        (("Tuyệt mật",), ("Sheet1",), "Tuyệt mật"),
        (("Biểu 1", "Tối mật"), ("Sheet1",), "Tối mật"),
        (("Số hộ",), ("Biểu 1", "MẬT"), "Mật"),
        (("Số hộ",), ("Tuyệt mật",), "Tuyệt mật"),
        (("Số hộ",), ("Bảo mật", "Mật độ dân số"), None),
        # A register has a sheet for each level.
        (("Số hộ",), ("Thường", "Mật", "Tối mật"), None),
        (("DẤU: M Ậ T", "Biểu 1", "Số hộ", "Số dân"), ("Sheet1",), "Mật"),
        (("T U Y Ệ T   M Ậ T", "Biểu 1", "Số hộ", "Số dân"), ("Sheet1",), "Tuyệt mật"),
    ],
)
def test_a_workbook_with_one_cell_the_names_of_sheets_and_wide_stamps_are_read(
    cells: tuple[str, ...], sheets: tuple[str, ...], level: str | None
) -> None:
    book, open_book = Workbook(), io.BytesIO()
    book.remove(book[book.sheetnames[0]])
    for name in sheets:
        book.create_sheet(name)
    for row, cell in enumerate(cells, start=1):
        book[sheets[0]].cell(row, 1, cell)
    book.save(open_book)
    assert find_mark_in_file(open_book, Kind.XLSX) == level
    names = "".join(f'<table:table table:name="{name}"/>' for name in sheets)
    told = "".join(f"<text:p>{cell}</text:p>" for cell in cells)
    parts: dict[str, bytes | str] = {
        "content.xml": f"<office:document-content>{names}{told}</office:document-content>"
    }
    assert find_mark_in_file(io.BytesIO(files.package(parts)), Kind.ODS) == level


def test_a_long_document_is_read_within_bounds() -> None:
    data = typst.compile((PAGE + BREAK.join([TEXT] * 400)).encode(), ignore_system_fonts=True)
    read = read_pages_apart(data, first=5)
    assert [page.number for page in read] == [0, 1, 2, 3, 4]
