"""Groups in a column beside the criteria, merged downwards or repeated, are rows above them."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.rows import Annex

_HEADINGS = ("TT", "Nhóm tiêu chí", "Tiêu chí", "Điểm tối đa")
_LINES = (
    ("1", "Chính quyền số", "Kế hoạch", "10"),
    ("2", "", "Cổng thông tin", "20"),
    ("3", "Kinh tế số (15 điểm)", "Sàn giao dịch", "5"),
    ("4", "", "Hóa đơn điện tử", "10"),
    ("", "Tổng cộng", "", "45"),
)
_TREE = [
    ("", "Chính quyền số", 0, None),
    ("1", "Kế hoạch", 1, 10),
    ("2", "Cổng thông tin", 1, 20),
    ("", "Kinh tế số", 0, 15),
    ("3", "Sàn giao dịch", 1, 5),
    ("4", "Hóa đơn điện tử", 1, 10),
]


def tree_of(annex: Annex) -> list[tuple[str, str, int, int | None]]:
    return [
        (row.number, row.name, row.level, None if row.max_points is None else int(row.max_points))
        for row in annex.rows
    ]


def _text(*lines: str) -> Annex:
    return read_annex("\n".join(lines).encode(), "a.txt")


def _excel() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (_HEADINGS, *_LINES):
        sheet.append(list(line))
    for first in (2, 4):
        sheet.merge_cells(start_row=first, end_row=first + 1, start_column=2, end_column=2)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _word() -> bytes:
    document = WordDocument()
    table = document.add_table(rows=0, cols=4)
    for line in (_HEADINGS, *_LINES):
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = text
    for first in (1, 3):
        name = table.cell(first, 1).text
        table.cell(first, 1).merge(table.cell(first + 1, 1)).text = name
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _page() -> bytes:
    cells = ["".join(f"<td>{text}</td>" for text in line) for line in (_HEADINGS, *_LINES)]
    return f"<table><tr>{'</tr><tr>'.join(cells)}</tr></table>".encode()


_FILES = {"a.xlsx": _excel, "a.docx": _word, "a.html": _page}


@pytest.mark.parametrize("file", _FILES)
def test_merged_groups_are_rows_above_their_criteria(file: str) -> None:
    annex, draft = import_annex(_FILES[file](), file)
    assert tree_of(annex) == _TREE
    assert annex.total == 45
    assert not any(notice.code.startswith(("total", "max")) for row in annex.rows for notice in row.warnings)
    assert [row.name for row in annex.rows if not row.is_group] == [line[2] for line in _LINES[:-1]]
    assert [row.name for row in draft.indicator_set.rows] == [name for _, name, _, _ in _TREE]


def test_numbers_that_stand_where_groups_begin_are_theirs() -> None:
    annex = _text(
        "STT\tLĩnh vực\tNội dung đánh giá\tĐiểm tối đa", "I\tChính quyền\tKế hoạch\t10", "\t\tCổng\t10",
        "II\tXã hội\tĐịnh danh\t10", "\t\tTài khoản\t10",
    )  # fmt: skip
    assert [(row.number, row.name, row.level) for row in annex.rows] == [
        ("I", "Chính quyền", 0), ("", "Kế hoạch", 1), ("", "Cổng", 1),
        ("II", "Xã hội", 0), ("", "Định danh", 1), ("", "Tài khoản", 1),
    ]  # fmt: skip


def test_a_line_of_its_own_gives_a_group_its_number_and_points() -> None:
    annex = _text(
        "STT\tLĩnh vực\tNội dung đánh giá\tĐiểm tối đa", "I\tChính quyền\t\t20", "1\t\tKế hoạch\t10",
        "2\t\tCổng\t10", "II\tXã hội\t\t10", "1\t\tĐịnh danh\t10",
    )  # fmt: skip
    assert tree_of(annex) == [
        ("I", "Chính quyền", 0, 20), ("1", "Kế hoạch", 1, 10), ("2", "Cổng", 1, 10),
        ("II", "Xã hội", 0, 10), ("1", "Định danh", 1, 10),
    ]  # fmt: skip


def test_two_columns_of_groups_are_two_levels_and_a_repeated_name_is_one_group() -> None:
    annex = _text(
        "Trụ cột\tSTT\tChỉ số\tTiêu chí\tĐiểm tối đa", "A\t1\tThể chế\tKế hoạch\t10",
        "A\t2\tThể chế\tQuy chế\t5", "A (tiếp theo)\t3\tHạ tầng\tMạng\t5", "B\t1\tHạ tầng\tMáy chủ\t20",
    )  # fmt: skip
    assert [(row.name, row.level) for row in annex.rows] == [
        ("A", 0), ("Thể chế", 1), ("Kế hoạch", 2), ("Quy chế", 2), ("Hạ tầng", 1), ("Mạng", 2),
        ("B", 0), ("Hạ tầng", 1), ("Máy chủ", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Lĩnh vực", "Nhóm chỉ tiêu", "Trụ cột"])
def test_the_only_words_of_a_table_are_its_names(heading: str) -> None:
    annex = _text(f"STT\t{heading}\tĐiểm tối đa", "1\tKế hoạch\t10", "2\tMạng\t10", "3\tHọp\t5")
    assert [row.name for row in annex.rows] == ["Kế hoạch", "Mạng", "Họp"]


def test_marks_to_the_right_of_the_names_are_no_groups() -> None:
    annex = _text("STT\tTiêu chí\tLĩnh vực\tĐiểm tối đa", "1\tKế hoạch\tX\t10", "2\tMạng\tY\t10")
    assert [row.name for row in annex.rows] == ["Kế hoạch", "Mạng"]


def test_a_column_named_like_a_method_holds_the_names_beside_groups() -> None:
    annex = _text(
        "STT\tLĩnh vực\tNội dung chấm điểm\tĐiểm chuẩn\tCách chấm", "1\tA\tKế hoạch\t10\tx", "2\t\tCổng\t5\ty"
    )
    assert [(row.name, row.level) for row in annex.rows] == [("A", 0), ("Kế hoạch", 1), ("Cổng", 1)]


@pytest.mark.parametrize("heading", ["Điểm nhóm", "Điểm tối đa của lĩnh vực"])
def test_points_of_groups_have_a_column_of_their_own(heading: str) -> None:
    annex = _text(
        f"STT\tLĩnh vực\t{heading}\tTiêu chí\tĐiểm tối đa", "1\tA\t20\tKế hoạch\t15", "2\t\t\tCổng\t5",
        "3\tB\t7,5\tSàn\t7,5",
    )  # fmt: skip
    assert [(row.name, row.level, str(row.max_points)) for row in annex.rows] == [
        ("A", 0, "20"), ("Kế hoạch", 1, "15"), ("Cổng", 1, "5"), ("B", 0, "15/2"), ("Sàn", 1, "15/2"),
    ]  # fmt: skip


def test_points_of_each_level_stand_below_one_heading() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ("STT", "Trụ cột", "Chỉ số", "Tiêu chí thành phần", "Điểm", ""),
        ("", "", "", "", "Trụ cột", "Tiêu chí"),
        (1, "Thể chế số (30 điểm)", "Văn bản", "Kế hoạch", 30, 10),
        (2, "", "", "Báo cáo", "", 20),
        (3, "Dữ liệu số", "Dữ liệu mở", "Số bộ dữ liệu", 15, 15),
        ("", "Điểm trừ", "", "Để xảy ra lộ lọt", "", -5),
        ("Tổng", "", "", "", 45, 45),
    ):
        sheet.append(line)
    sheet.merge_cells("E1:F1")
    file = BytesIO()
    book.save(file)
    annex = read_annex(file.getvalue(), "a.xlsx")
    assert tree_of(annex) == [
        ("", "Thể chế số", 0, 30), ("", "Văn bản", 1, None), ("1", "Kế hoạch", 2, 10),
        ("2", "Báo cáo", 2, 20),
        ("", "Dữ liệu số", 0, 15), ("", "Dữ liệu mở", 1, None), ("3", "Số bộ dữ liệu", 2, 15),
        ("", "Điểm trừ", 0, None), ("", "Để xảy ra lộ lọt", 1, 5),
    ]  # fmt: skip
    assert [row.role for row in annex.rows[-2:]] == ["deduction", "deduction"]


def test_groups_that_come_back_only_mark_their_rows_and_are_told() -> None:
    annex = _text(
        "STT\tLĩnh vực\tTiêu chí\tĐiểm tối đa", "1\tA\tMạng\t10", "2\tB\tTập huấn\t10", "3\tA\tMáy\t10"
    )
    assert [(row.name, row.level) for row in annex.rows] == [("Mạng", 0), ("Tập huấn", 0), ("Máy", 0)]
    assert "groups.scattered" in {notice.code for notice in annex.rows[0].warnings}


def test_totals_of_groups_are_none_of_the_whole() -> None:
    annex = _text(
        "STT\tLĩnh vực\tTiêu chí\tĐiểm tối đa", "1\tA\tMạng\t10", "2\t\tMáy\t10", "\tTổng\t\t20",
        "3\tB\tTập huấn\t10", "\tCộng\t\t10", "\tTổng cộng\t\t30",
    )  # fmt: skip
    assert annex.total == 30
    assert not any(notice.code == "total.differs" for row in annex.rows for notice in row.warnings)
