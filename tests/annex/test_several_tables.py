"""Several tables of points in one file: on sheets of their own, and below each other on one."""

from __future__ import annotations

import io
import itertools

from docx import Document as WordDocument
from openpyxl import Workbook

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.rows import Annex

Lines = list[list[str]]
HEADER = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính"]
YES = "Đã có: 6 điểm; chưa có: 0 điểm"


def rows(name: str, first: int = 1) -> Lines:
    return [
        [f"{first}", f"Chính quyền số {name}", "12", ""],
        [f"{first}.1", f"Dữ liệu {name}", "6", YES],
        [f"{first}.2", f"Báo cáo {name}", "6", YES],
    ]


def workbook(**sheets: Lines) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for line in lines:
            sheet.append(line)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def tree(annex: Annex) -> list[tuple[str, int]]:
    return [(row.name, row.level) for row in annex.rows]


def below(head: str, name: str) -> list[tuple[str, int]]:
    return [(head, 0), (f"Chính quyền số {name}", 1), (f"Dữ liệu {name}", 2), (f"Báo cáo {name}", 2)]


def codes(annex: Annex) -> list[str]:
    return [each.code for each in annex.warnings]


def test_the_tables_of_two_sheets_are_sections_named_by_their_titles() -> None:
    first = [["Bảng 1. Tiêu chí cấp sở"], HEADER, *rows("sở")]
    second = [["Bảng 2. Tiêu chí cấp xã"], ["Năm 2025"], HEADER, *rows("xã")]
    annex, _ = import_annex(workbook(A=first, B=second), "a.xlsx")
    assert tree(annex) == [*below("Tiêu chí cấp sở", "sở"), *below("Tiêu chí cấp xã", "xã")]
    assert [table.caption for table in annex.tables] == ["Bảng 1. Tiêu chí cấp sở", "Bảng 2. Tiêu chí cấp xã"]
    assert codes(annex) == ["tables.sections"]
    assert all(row.rule is not None and not row.rule.is_manual for row in annex.rows if row.level == 2)


def test_tables_without_titles_are_named_by_their_sheets() -> None:
    data = workbook(Sheet1=[HEADER, *rows("sở")], Cấp_xã=[HEADER, *rows("xã")])
    annex = read_annex(data, "a.xlsx")
    assert tree(annex) == [*below("Bảng 1", "sở"), *below("Cấp xã", "xã")]


def test_a_title_that_both_sheets_print_names_neither() -> None:
    title = ["BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ"]
    data = workbook(Cấp_sở=[title, HEADER, *rows("sở")], Cấp_xã=[title, HEADER, *rows("xã")])
    assert tree(read_annex(data, "a.xlsx")) == [*below("Cấp sở", "sở"), *below("Cấp xã", "xã")]


def test_the_head_of_a_second_sheet_is_no_row_of_the_first() -> None:
    head = [["UBND TỈNH", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Tiêu chí cấp xã"]]
    data = workbook(Cấp_sở=[HEADER, *rows("sở")], Cấp_xã=[*head, HEADER, *rows("xã")])
    assert tree(read_annex(data, "a.xlsx")) == [*below("Cấp sở", "sở"), *below("Tiêu chí cấp xã", "xã")]


def test_a_table_that_goes_on_on_the_next_sheet_stays_one() -> None:
    more = [["1.3", "Ký số", "6", YES], ["2", "Kinh tế số", "6", ""], ["2.1", "Hợp đồng", "6", YES]]
    for second in ([HEADER, *more], more):
        annex = read_annex(workbook(A=[HEADER, *rows("sở")], B=second), "a.xlsx")
        assert [(row.number, row.level) for row in annex.rows] == [
            ("1", 0), ("1.1", 1), ("1.2", 1), ("1.3", 1), ("2", 0), ("2.1", 1),
        ]  # fmt: skip
        assert codes(annex) == []


def test_groups_parted_by_sheets_are_groups_of_one_set() -> None:
    annex = read_annex(workbook(A=[HEADER, *rows("a")], B=[HEADER, *rows("b", 2)]), "a.xlsx")
    assert [(row.number, row.level) for row in annex.rows] == [
        ("1", 0), ("1.1", 1), ("1.2", 1), ("2", 0), ("2.1", 1), ("2.2", 1),
    ]  # fmt: skip


def test_a_second_table_below_the_first_on_one_sheet_stands_apart() -> None:
    lines = [HEADER, *rows("sở"), [], ["Bảng 2. Tiêu chí cấp xã"], HEADER, *rows("xã")]
    assert tree(read_annex(workbook(A=lines), "a.xlsx")) == [
        *below("Bảng 1", "sở"), *below("Tiêu chí cấp xã", "xã"),
    ]  # fmt: skip


def test_two_tables_with_nothing_between_are_told_apart_by_their_numbers() -> None:
    document = WordDocument()
    for name in ("sở", "xã"):
        lines = [HEADER, *rows(name)]
        table = document.add_table(len(lines), 4)
        for place, line in enumerate(lines):
            for column, text in enumerate(line):
                table.cell(place, column).text = text
    target = io.BytesIO()
    document.save(target)
    annex = read_annex(target.getvalue(), "a.docx")
    assert tree(annex) == [*below("Bảng 1", "sở"), *below("Bảng 2", "xã")]


OTHER = ["Nhóm", "Mã", "Nội dung thi đua", "Điểm chuẩn", "Căn cứ chấm"]
CODED = [
    ["Tham mưu", "TM.01", "Có nghị quyết", "6", YES],
    ["", "TM.02", "Có sơ kết", "6", YES],
    ["Phòng ngừa", "PN.01", "Có camera", "6", YES],
]


def tops(annex: Annex) -> list[str]:
    return [row.name for row in annex.rows if row.level == 0]


def test_sheets_with_other_columns_and_other_numbers_are_sections() -> None:
    plain = [["STT", "Tiêu chí", "Điểm tối đa", "Cách tính"], *rows("b")]
    romans = [HEADER, ["I", "An ninh", "6", ""], ["1", "Có chốt", "6", YES]]
    letters = [["TT", "Nội dung", "Điểm", "Cách chấm", "Minh chứng"], ["A", "Chung", "6", "", ""],
               ["1", "Có quỹ", "6", YES, ""]]  # fmt: skip
    title = [["BẢNG CHẤM ĐIỂM NĂM 2026"], [], OTHER, *CODED]
    kinds = {"Khối_xã": title, "Khối_trường": plain, "Khối_sở": romans, "Khối_hội": letters}
    for pair in itertools.permutations(kinds.items(), 2):
        annex = read_annex(workbook(**dict(pair)), "a.xlsx")
        names = [name.replace("_", " ") for name, _ in pair]
        assert (tops(annex), codes(annex)) == (names, ["tables.sections"])


def test_sheets_of_one_shape_with_groups_in_a_column_are_sections() -> None:
    annex = read_annex(workbook(Khối_xã=[OTHER, *CODED], Khối_sở=[OTHER, *CODED]), "a.xlsx")
    assert tops(annex) == ["Khối xã", "Khối sở"]


def test_a_sheet_that_goes_on_in_a_group_begun_on_the_one_before_is_no_section() -> None:
    first = [HEADER, ["I", "An ninh", "6", ""], ["1", "Có chốt", "6", YES], ["II", "Y tế", "6", ""]]
    second = [["TT", "Nội dung", "Điểm", "Cách chấm", "Minh chứng"], ["1", "Có trạm", "6", YES, ""]]
    annex = read_annex(workbook(Một=first, Hai=second), "a.xlsx")
    assert tops(annex) == ["An ninh", "Y tế"]


def test_tables_with_other_numbers_below_texts_of_their_own_are_sections() -> None:
    coded = [["TM.01", "Có nghị quyết", "6", YES], ["TM.02", "Có sơ kết", "6", YES]]
    annex = read_annex(captioned(("Bảng 1. Cấp xã", coded), ("Bảng 2. Trường học", rows("b"))), "a.docx")
    assert (tops(annex), codes(annex)) == (["Cấp xã", "Trường học"], ["tables.sections"])


def test_sheets_without_numbers_and_names_are_joined_and_told() -> None:
    one = [["Nội dung", "Điểm tối đa", "Cách tính"], ["Có quỹ", "6", YES], ["Có chốt", "6", YES]]
    other = [
        ["Tiêu chí", "Điểm", "Cách chấm", "Minh chứng"],
        ["Có trạm", "6", YES, ""],
        ["Có xe", "6", YES, ""],
    ]
    assert codes(read_annex(workbook(Sheet1=one, Sheet2=other), "a.xlsx")) == ["tables.joined"]
    assert codes(read_annex(workbook(Cấp_xã=one, Cấp_sở=other), "a.xlsx")) == ["tables.sections"]


def captioned(*tables: tuple[str, Lines]) -> bytes:
    """Tables of Word, each below a text of its own."""
    document = WordDocument()
    for caption, lines in tables:
        document.add_paragraph(caption)
        table = document.add_table(rows=0, cols=len(HEADER))
        for line in (HEADER, *lines):
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_table_whose_numbers_go_on_is_no_part_of_its_own_and_keeps_the_role_of_its_title() -> None:
    more = [["2", "Có sáng kiến", "3", YES], ["3", "Được khen", "3", YES]]
    annex = read_annex(
        captioned(("Phần A. Bảng chấm điểm", rows("xã")), ("Phần B. Điểm thưởng", more)), "a.docx"
    )
    assert tree(annex)[3:] == [("Có sáng kiến", 0), ("Được khen", 0)]
    assert [row.role for row in annex.rows] == [*["scored"] * 3, "bonus", "bonus"]
    assert codes(annex) == []
    assert "role.guessed_from" in {each.code for each in annex.rows[3].warnings}


def test_below_a_title_of_bonuses_and_deductions_each_row_is_one_of_them() -> None:
    added = [
        ["IV", "ĐIỂM THƯỞNG", "", ""],
        ["1", "Có sáng kiến", "3", YES],
        ["V", "ĐIỂM TRỪ", "", ""],
        ["1", "Lộ dữ liệu", "3", "Mỗi vụ trừ 1 điểm"],
    ]
    other = [["1", "Có sáng kiến", "3", YES], ["2", "Lộ dữ liệu", "3", "Mỗi vụ trừ 1 điểm"]]
    title = "Phần B. Điểm thưởng, điểm trừ"
    for below_it in (added, other):
        annex = read_annex(captioned(("Phần A. Chấm điểm", rows("xã")), (title, below_it)), "a.docx")
        roles = {row.name: row.role for row in annex.rows}
        assert (roles["Có sáng kiến"], roles["Lộ dữ liệu"]) == ("bonus", "deduction")
