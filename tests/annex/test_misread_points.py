"""Points with a letter in place of a figure: read as the figure, and told; words stay words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.importing import read_annex
from chamdiem.annex.misread_points import with_figures
from chamdiem.annex.repairing import undo
from chamdiem.annex.rows import AnnexRow


def _lines(points: str) -> bytes:
    return (
        "BỘ TIÊU CHÍ XÃ HỘI SỐ\n\nI. Xã hội số (30 điểm)\n"
        f"1. Hộ gia đình có đường truyền cáp quang {points}\n"
        "   Cách chấm: Đạt 100%: 15 điểm; dưới 100%: 0 điểm\n"
        "2. Người dân có tài khoản định danh (15đ)\n   Cách chấm: Tỷ lệ × 15\n"
    ).encode()


def _taken_back(row: AnnexRow) -> str:
    """What stands in the cell of the points once their repair is undone: they are no number then."""
    undo(row, row.repairs[0])
    return row.max_text if row.max_points is None else ""


@pytest.mark.parametrize(
    ("points", "printed"),
    [
        ("(l5đ)", "l5"),
        ("(I5 điểm)", "I5"),
        ("– l5 điểm", "l5"),
        ("(tối đa l5đ)", "l5"),
        ("(l5,O điểm)", "l5,O"),
    ],
)
def test_letters_for_figures_in_points_of_a_line_are_read_and_told(points: str, printed: str) -> None:
    annex = read_annex(_lines(points), "a.txt")
    row = annex.rows[1]
    assert row.name == "Hộ gia đình có đường truyền cáp quang"
    assert row.max_points == Fraction(15)
    assert row.method.startswith("Đạt 100%")
    assert [(each.field, each.printed) for each in row.repairs if each.field == "max_points"] == [
        ("max_points", printed)
    ]
    assert _taken_back(row) == printed


def test_letters_for_figures_in_a_cell_are_read_and_told() -> None:
    text = (
        "| TT | Tiêu chí | Điểm | Cách tính |\n|---|---|---|---|\n"
        "| 1 | Ban hành kế hoạch | 1O | Có: 10 điểm; không: 0 điểm |\n| 2 | Cán bộ | l5 | Tỷ lệ × 15 |\n"
        "| 3 | Dữ liệu | 5 | Tỷ lệ × 5 |\n"
    )
    annex = read_annex(text.encode(), "a.md")
    assert [row.max_points for row in annex.rows] == [10, 15, 5]
    assert [[(each.printed, each.repaired) for each in row.repairs] for row in annex.rows] == [
        [("1O", "10")], [("l5", "15")], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["II", "I", "O", "Nội dung (lO điểm)", "Nội dung lo điểm", "Nội dung (10đ)", "Có (5/10 điểm)", "TC1"],
)
def test_what_has_no_figure_beside_the_letter_stays(text: str) -> None:
    assert with_figures(text) == text


@pytest.mark.parametrize(
    ("text", "name", "points"),
    [
        ("Dịch vụ công (tổng 60 điểm)", "Dịch vụ công", 60),
        ("Cộng đồng (tổng số điểm: 40 điểm)", "Cộng đồng", 40),
        ("Nhân lực [tổng cộng: 5 điểm];", "Nhân lực", 5),
        ("Hạ tầng (chiếm 30 điểm)", "Hạ tầng", 30),
        ("Hạ tầng (điểm tối đa là 30đ)", "Hạ tầng", 30),
        ("Nền tảng (dùng chung) (10đ)", "Nền tảng (dùng chung)", 10),
        ("Có sáng kiến (mỗi sáng kiến 2 điểm)", "Có sáng kiến (mỗi sáng kiến 2 điểm)", 2),
        ("Vi phạm (trừ 5 điểm)", "Vi phạm (trừ 5 điểm)", 5),
    ],
)
def test_words_beside_the_points_leave_no_half_bracket(text: str, name: str, points: int) -> None:
    assert points_at_the_end(text) == (name, Fraction(points))
