"""Counts of groups inside groups, a title that is no row, points of levels beside them."""

# Headings, lines and rows stay on one line: so they can be compared.
# ruff: noqa: E501

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.rows import Annex, Notice

_ROWS = "".join(
    f"| {letter} | Lĩnh vực {letter} | 20 | |\n"
    + "".join(
        f"| {roman} | Nhóm {roman} | 10 | |\n| 1 | Kế hoạch {letter}{roman} | 10 | Tỷ lệ |\n"
        for roman in ("I", "II")
    )
    for letter in ("A", "B", "E")
)
_TABLE = f"| TT | Tiêu chí | Điểm | Cách tính |\n|---|---|---|---|\n{_ROWS}"


def _warned(annex: Annex) -> list[str]:
    return [
        each.facts["words"] for row in annex.rows for each in row.warnings if each.code == "declared.differs"
    ]


@pytest.mark.parametrize(
    "words",
    ["Bộ tiêu chí gồm 03 lĩnh vực, 06 nhóm và 6 tiêu chí.", "Bộ tiêu chí gồm 06 nhóm thuộc 03 lĩnh vực.",
     "Bộ chỉ số có 03 trụ cột, 06 nhóm tiêu chí.", "Bộ tiêu chí gồm 3 nhóm, 6 lĩnh vực."],
)  # fmt: skip
def test_groups_inside_groups_are_counted_where_they_stand(words: str) -> None:
    assert _warned(read_annex(f"# Bộ tiêu chí số\n\n{words}\n\n{_TABLE}".encode(), "a.md")) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [("Bộ tiêu chí gồm 03 lĩnh vực, 07 nhóm.", ["nhóm"]), ("Bộ tiêu chí gồm 04 nhóm.", ["nhóm"]),
     ("Bộ tiêu chí gồm 02 lĩnh vực, 06 nhóm.", ["lĩnh vực"])],
)  # fmt: skip
def test_counts_that_do_not_come_out_are_still_told(words: str, wrong: list[str]) -> None:
    assert _warned(read_annex(f"# Bộ tiêu chí số\n\n{words}\n\n{_TABLE}".encode(), "a.md")) == wrong


_LINES = (
    "Nhóm 1: Dịch vụ công (tổng 60 điểm)\nChỉ số 1.1: Hồ sơ trực tuyến – 40 điểm\nCách tính: Tỷ lệ × 40\n"
    "Chỉ số 1.2: Thanh toán – 20 điểm\nCách tính: Tỷ lệ × 20\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "QUY CHẾ CHẤM ĐIỂM PHƯỜNG THÔNG MINH",
        "QUY ĐỊNH XẾP HẠNG CÁC XÃ",
        "BIỂU CHẤM ĐIỂM THI ĐUA",
        "BỘ CHỈ SỐ CẤP XÃ",
    ],
)
def test_a_row_is_no_title(title: str) -> None:
    assert read_annex(f"{title}\nĐiều 5. Nội dung chấm điểm\n{_LINES}".encode(), "a.txt").title == title


def test_without_a_title_none_is_made_of_the_first_row() -> None:
    assert read_annex(_LINES.encode(), "a.txt").title == ""


def _levels(heading: str, *rows: tuple[str, ...]) -> Annex:
    header = f"STT\tNội dung\tĐiểm chuẩn\tMức đánh giá\t{heading}\n"
    return read_annex((header + "".join("\t".join(row) + "\n" for row in rows)).encode(), "a.txt")


_LEVELS = (
    ("1", "Tỷ lệ máy tính nối mạng", "20", "Từ 95% trở lên", "20"), ("", "", "", "Từ 80% đến dưới 95%", "12"),
    ("", "", "", "Dưới 80%", "0"), ("2", "Đường truyền dự phòng", "10", "Có", "10"), ("", "", "", "Không", "0"),
    ("3", "Số buổi khám từ xa", "5", "Trên 20 buổi", "5"), ("", "", "", "Từ 10 đến 20 buổi", "3"),
    ("", "", "", "Dưới 10 buổi", "0"),
)  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["Điểm đạt", "Điểm đạt được", "Điểm", "Điểm tương ứng", "Số điểm đạt", "Điểm được"]
)
def test_points_beside_levels_belong_to_them(heading: str) -> None:
    annex = _levels(heading, *_LEVELS)
    assert [int(row.max_points or 0) for row in annex.rows] == [20, 10, 5]
    assert annex.rows[0].method == "Từ 95% trở lên: 20 điểm\nTừ 80% đến dưới 95%: 12 điểm\nDưới 80%: 0 điểm"
    assert not any(notice.code == "columns.unread" for notice in annex.warnings)


def _workbook(heading: str, *rows: tuple[str, ...]) -> Annex:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("TT", "Tiêu chí", "Điểm tối đa", "Mức đánh giá", heading), *rows):
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return read_annex(target.getvalue(), "a.xlsx")


_IN_ONE_CELL = (
    ("1", "Tỷ lệ phòng có điều hòa", "18", "Từ 75% trở lên\nTừ 50% đến dưới 75%\nDưới 50%", "18\n9\n0"),
    ("2", "Số lần diễn tập", "12", "Từ 3 lần trở lên\n2 lần\n1 lần\nKhông diễn tập", "12\n8\n3\n0"),
)


@pytest.mark.parametrize("heading", ["Điểm đạt", "Điểm đạt được", "Điểm", "Số điểm"])
def test_levels_in_the_lines_of_one_cell_have_the_points_of_the_lines_beside(heading: str) -> None:
    first, second = _workbook(heading, *_IN_ONE_CELL).rows
    assert first.method == "Từ 75% trở lên: 18 điểm\nTừ 50% đến dưới 75%: 9 điểm\nDưới 50%: 0 điểm"
    assert second.method.splitlines()[1:3] == ["2 lần: 8 điểm", "1 lần: 3 điểm"]


def test_levels_whose_points_nobody_printed_are_for_people() -> None:
    (row, _) = _workbook("", _IN_ONE_CELL[1][:4], ("2", "Số buổi", "18", "Từ 3 buổi trở lên")).rows
    assert row.rule is not None
    assert row.rule.is_manual


def test_points_attained_in_the_lines_of_one_cell_are_none_of_levels() -> None:
    attained = [
        (*row[:4], points) for row, points in zip(_IN_ONE_CELL, ("9\n5\n0", "8\n3\n1\n0"), strict=True)
    ]
    assert "9 điểm" not in _workbook("Điểm đạt", *attained).rows[0].method


def test_points_somebody_attained_are_none_of_levels() -> None:
    attained = [
        (*row[:4], points) for row, points in zip(_LEVELS, ("12", "", "", "10", "", "3", "", ""), strict=True)
    ]
    annex = _levels("Điểm đạt", *attained)
    assert "12" not in annex.rows[0].method
    assert any(notice.code == "columns.unread" for notice in annex.warnings)


def test_points_attained_below_the_most_stay_unread_even_beside_each_level() -> None:
    attained = [
        (*row[:4], points)
        for row, points in zip(_LEVELS, ("8", "6", "1", "7", "0", "3", "2", "1"), strict=True)
    ]
    assert ": 8 điểm" not in _levels("Điểm đạt", *attained).rows[0].method


def test_sums_are_told_as_decimals_are_written() -> None:
    notice = Notice("max.sum", {"printed": "7.5", "sum": "1234.25"})
    assert sentence(notice) == "Các dòng con cộng lại 1234,25 điểm, dòng này in 7,5 điểm."
    assert "7.5" in sentence(notice, "en")
