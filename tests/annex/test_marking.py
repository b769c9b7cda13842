"""The report as a page: what is printed beside its repair, marks, one main part, tables by name or number."""

from __future__ import annotations

from chamdiem.annex import import_annex, write_page
from chamdiem.annex.marking import Change, Piece, pieces_of

_LINES = (
    "BỘ TIÊU CHÍ XÃ HỘI SỐ\n\nI. Xã hội số (30 điểm)\n1. Số hội ngh tuyên truyền (15đ)\n"
    "   Cách chấm: Mỗi hội nghị 3 điểm, tối đa 15 điểm\n2. Văn bản điện tử được ký s ố (15đ)\n"
    "   Cách chấm: Từ 9O% trở lên: 15 điểm; dưới 9O%: 0 điểm\n   Chủ trì: \u0405ở Nội vụ\n"
)
_TABLE = "| TT | Tiêu chí | Điểm | Cách tính |\n|---|---|---|---|\n| 1 | Ban hành kế hoạch | 10 | Có: 10 điểm; không: 0 điểm |\n| 2 | A b | 5 | Tỷ lệ |\n| 3 | Cán bộ | 5 | Tỷ lệ |\n"  # noqa: E501


def test_the_words_of_the_document_stand_in_front_of_their_repairs() -> None:
    page = write_page(*import_annex(_LINES.encode(), "a.txt"))
    assert "Số hội <del>ngh</del> <ins>nghị</ins> tuyên truyền" in page
    assert "ký <del>s ố</del> <ins>số</ins>" in page
    assert "<del>9O</del> <ins>90</ins>" in page
    assert "<del>\u0405ở</del> <ins>Sở</ins> Nội vụ" in page


def test_the_page_has_one_main_part_and_no_table_without_lines() -> None:
    page = write_page(*import_annex(_LINES.encode(), "a.txt"))
    assert (page.count("<main>"), page.count("</main>")) == (1, 1)
    assert ": 0 dòng" not in page
    assert "không tên" not in page


def test_tables_without_a_name_are_told_by_their_number() -> None:
    assert "<p>Bảng 1: 3 dòng</p>" in write_page(*import_annex(_TABLE.encode(), "a.md"))


def test_a_repair_inside_a_mark_is_marked_and_one_that_does_not_fit_is_left() -> None:
    text = "Từ 90% trở lên: 15 điểm"
    changes = [Change(3, "9O", "90"), Change(8, "x", "khác")]
    assert [*pieces_of(text, [(0, 14), (16, 23), (17, 20)], changes)] == [
        Piece("Từ ", is_marked=True), Piece("90", is_marked=True, printed="9O"),
        Piece("% trở lên", is_marked=True), Piece(": "), Piece("15 điểm", is_marked=True),
    ]  # fmt: skip
