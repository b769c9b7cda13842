"""Annexes without tables: headings and lines that end with their points."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
from docx import Document as WordDocument

from chamdiem.annex.amounts import is_taken_off, points_at_the_end, read_points, total_of
from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex


def annex_of(*lines: str, file: str = "a.txt") -> Annex:
    return read_annex("\n".join(lines).encode(), file)


def tree_of(annex: Annex) -> list[tuple[str, int, str]]:
    return [(row.name, row.level, str(row.max_points)) for row in annex.rows]


def test_levels_below_a_criterion_are_its_method_and_parts_are_rows() -> None:
    annex = annex_of(
        "I. CHỈ ĐẠO (28 điểm)",
        "1. Xây dựng kế hoạch (8 điểm)",
        "- Ban hành trong tháng 01 (8đ)",
        "- Ban hành trong tháng 02 (5đ)",
        "- Không ban hành (0đ)",
        "2. Nhân lực (20 điểm)",
        "- Có cán bộ chuyên trách (15đ)",
        "- Có tổ công nghệ số (5đ)",
    )
    assert tree_of(annex) == [
        ("CHỈ ĐẠO", 0, "28"),
        ("Xây dựng kế hoạch", 1, "8"),
        ("Nhân lực", 1, "20"),
        ("Có cán bộ chuyên trách", 2, "15"),
        ("Có tổ công nghệ số", 2, "5"),
    ]
    assert annex.rows[1].method.count("\n") == 2


def test_a_sentence_that_ends_with_points_is_no_row() -> None:
    annex = annex_of(
        "1. Quan trắc tự động (15 điểm)",
        "Số trạm ổn định (≥ 90% thời gian) chia cho số trạm. Đạt 1: 15 điểm; dưới 1: 5 điểm.",
        "2. Chia sẻ dữ liệu (10 điểm)",
        "Mỗi bộ dữ liệu được 2 điểm (phần chia sẻ qua tệp không quá 2 điểm).",
        "3. Nhân lực (5 điểm)",
    )
    assert [row.number for row in annex.rows] == ["1.", "2.", "3."]
    assert annex.rows[0].method.startswith("Số trạm")


def test_headings_of_a_page_are_the_levels() -> None:
    page = (
        "<h1>BỘ TIÊU CHÍ</h1><h2>Thể chế số (30 điểm)</h2><h3>Kế hoạch (10 điểm)</h3>"
        "<p>Có: 10 điểm; không: 0 điểm</p>"
        "<h3>Quy chế (20 điểm)</h3><h2>Hạ tầng số (5 điểm)</h2><h3>Mạng nội bộ (5 điểm)</h3>"
    )
    expected = [
        ("Thể chế số", 0, "30"),
        ("Kế hoạch", 1, "10"),
        ("Quy chế", 1, "20"),
        ("Hạ tầng số", 0, "5"),
        ("Mạng nội bộ", 1, "5"),
    ]
    annex = annex_of(page, file="a.html")
    assert tree_of(annex) == expected
    assert annex.rows[1].method == "Có: 10 điểm; không: 0 điểm"
    marked = [f"{'#' * (level + 2)} {name} ({points} điểm)" for name, level, points in expected]
    assert tree_of(annex_of("# BỘ TIÊU CHÍ", *marked, file="a.md")) == expected


@pytest.mark.parametrize("line", ["Tổng điểm: 30", "Tổng cộng: 30 điểm", "(Thang điểm chung: 30 điểm)"])
def test_a_stated_total_is_no_row(line: str) -> None:
    annex = annex_of(line, "1. A (10 điểm)", "2. B (15 điểm)", "3. C (5 điểm)", line)
    assert annex.total == 30
    assert len(annex.rows) == 3
    assert all(not row.method for row in annex.rows)


def test_points_taken_off_are_a_maximum_of_a_deduction() -> None:
    lines = ("1\tHạ tầng\t10", "2\tĐể lộ dữ liệu\t-5", "3\tChậm báo cáo\ttrừ tối đa 3 điểm")
    annex = annex_of("STT\tTiêu chí\tĐiểm tối đa", *lines)
    assert [f"{row.role} {row.max_points}" for row in annex.rows] == [
        "scored 10",
        "deduction 5",
        "deduction 3",
    ]
    outline = annex_of("1. A (10 điểm)", "2. B (15 điểm)", "V. ĐIỂM TRỪ", "1. Có sai phạm: trừ 10 điểm")
    last = outline.rows[-1]
    assert (last.name, last.method, last.role, last.max_points) == (
        "Có sai phạm", "trừ 10 điểm", "deduction", Fraction(10),
    )  # fmt: skip


def test_amounts_with_words_and_signs_are_read() -> None:
    assert read_points("trừ tối đa 5 điểm") == read_points("-5") == Fraction(5)
    assert points_at_the_end("ĐIỂM TRỪ (trừ tối đa 5 điểm)") == ("ĐIỂM TRỪ", Fraction(5))
    assert points_at_the_end("ĐIỂM TRỪ (-5 điểm)") == ("ĐIỂM TRỪ", Fraction(5))
    assert total_of("Tổng điểm tối đa của bộ chỉ số: 1.000 điểm") == 1000
    assert total_of("Tổng điểm các tiêu chí từ 80 điểm trở lên: tốt") is None
    assert not is_taken_off("5")


def test_headings_of_word_are_the_levels() -> None:
    document = WordDocument()
    document.add_heading("BỘ TIÊU CHÍ", 1)
    document.add_heading("Thể chế số (30 điểm)", 2)
    document.add_heading("Kế hoạch (10 điểm)", 3)
    document.add_paragraph("Có: 10 điểm; không: 0 điểm")
    document.add_heading("Quy chế (20 điểm)", 3)
    target = io.BytesIO()
    document.save(target)
    annex = read_annex(target.getvalue(), "a.docx")
    assert tree_of(annex) == [("Thể chế số", 0, "30"), ("Kế hoạch", 1, "10"), ("Quy chế", 1, "20")]


def test_the_method_may_stand_behind_the_points() -> None:
    annex = annex_of(
        "1.1. Thành lập (10 điểm)", "1.2. Họp tổ (30 điểm): Mỗi cuộc họp được 2,5 điểm", "1.3. Báo cáo (5đ)"
    )
    row = annex.rows[1]
    assert (row.name, str(row.max_points), row.method) == ("Họp tổ", "30", "Mỗi cuộc họp được 2,5 điểm")
