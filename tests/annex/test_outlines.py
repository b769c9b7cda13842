"""Annexes without tables: headings and lines that end with their points."""

from __future__ import annotations

import io
import re
import textwrap
from fractions import Fraction

import pytest
from docx import Document as WordDocument

from chamdiem.annex.amounts import is_taken_off, points_at_the_end, read_points, total_of
from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.rows import Annex
from chamdiem.errors import InvalidAnnex


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


@pytest.mark.parametrize(
    "group", ["Điểm cộng, điểm trừ", "Điểm thưởng và điểm phạt", "Cộng, trừ điểm", "Điểm cộng trừ"]
)
def test_below_a_name_of_both_kinds_each_row_tells_its_own(group: str) -> None:
    annex = annex_of(
        "STT\tTiêu chí\tĐiểm tối đa\tCách tính",
        "1\tHạ tầng\t10\tCó: 10 điểm",
        f"2\t{group}\t\t",
        "2.1\tSáng kiến\t5\tMỗi sáng kiến cộng 2,5 điểm, không quá 5 điểm",
        "2.2\tChậm báo cáo\t-3\tMỗi ngày chậm trừ 0,5 điểm",
        "2.3\tĐể xảy ra sự cố\t4\tMỗi sự cố trừ 2 điểm",
    )
    assert [row.role for row in annex.rows] == ["scored", "scored", "bonus", "deduction", "deduction"]
    assert "Vai trò “điểm trừ” đoán theo chỗ in “Mỗi sự cố trừ 2 điểm”: xác nhận lại." in [
        sentence(each) for each in annex.rows[-1].warnings
    ]


def test_points_that_may_only_be_won_are_not_lost_from_the_whole() -> None:
    annex = annex_of(
        "STT\tTiêu chí\tĐiểm tối đa\tCách tính",
        "1\tHạ tầng\t10\tCó: 10 điểm",
        "2\tĐiểm thưởng\t\t",
        "2.1\tSự cố\t4\tMỗi sự cố trừ 2 điểm",
    )
    assert annex.rows[-1].rule is not None
    assert annex.rows[-1].rule.is_manual
    assert "rule.not_understood" in [each.code for each in annex.rows[-1].warnings]


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


LEVELS = {
    "words": ("- Ban hành trong tháng 01 (8đ)", "- Ban hành trong tháng 02 (5đ)", "- Không ban hành (0đ)"),
    "stars": ("* Tốt (8 điểm)", "* Khá (5 điểm)", "* Yếu (0 điểm)"),
    "letters": ("a) Cả ba phòng dùng (8đ)", "b) Có phòng dùng (5đ)", "c) Không phòng nào dùng (0đ)"),
}


@pytest.mark.parametrize("kind", LEVELS)
def test_levels_with_their_points_are_a_choice(kind: str) -> None:
    annex = annex_of("1. Kế hoạch (8 điểm)", *LEVELS[kind], "2. Mạng (5 điểm)", "3. Máy chủ (5 điểm)")
    row = annex.rows[0]
    assert row.rule is not None
    assert isinstance(row.rule.rule, dict)
    assert row.rule.rule["kind"] == "choice"
    options = list(row.rule.rule["options"].values())
    assert [option.get("points") or option.get("give") for option in options] == ["full", "5", "none"]
    assert row.rule.confidence >= 90
    assert [row.method[each.start : each.end] for each in row.rule.phrases] == [
        re.sub(r"^(?:[-*]|[a-c]\)) ", "", line) for line in LEVELS[kind]
    ]
    assert not row.warnings


def test_yes_and_no_with_their_points_are_levels_and_lettered_parts_are_rows() -> None:
    annex = annex_of(
        "1. Quy chế (8 điểm)", "- Đã ban hành (8đ)", "- Chưa ban hành (0đ)",
        "2. Nhân lực (20 điểm)", "a) Có cán bộ (15đ)", "b) Có tổ (5đ)",
    )  # fmt: skip
    assert [row.name for row in annex.rows] == ["Quy chế", "Nhân lực", "Có cán bộ", "Có tổ"]
    assert annex.rows[0].rule is not None
    assert annex.rows[0].rule.rule == {"kind": "yes_no", "when": "x"}


def test_levels_without_a_lowest_one_are_told() -> None:
    annex = annex_of("1. A (8 điểm)", "- Tốt (8đ)", "- Khá (5đ)", "2. B (15 điểm)", "3. C (5 điểm)")
    assert "row.levels" in {notice.code for notice in annex.rows[0].warnings}


def test_levels_in_lines_of_a_table_or_in_the_cell_of_the_name_are_the_method() -> None:
    table = annex_of(
        "STT\tTiêu chí\tĐiểm tối đa", "1\tKế hoạch\t8", "\t- Đúng hạn\t8", "\t- Chậm\t5", "\t- Không có\t0",
        "2\tNhân lực\t20", "\t- Có cán bộ\t15", "\t- Có tổ\t5",
    )  # fmt: skip
    assert [row.name for row in table.rows] == ["Kế hoạch", "Nhân lực", "Có cán bộ", "Có tổ"]
    assert table.rows[0].method == "- Đúng hạn (8 điểm)\n- Chậm (5 điểm)\n- Không có (0 điểm)"
    cell = annex_of(
        "| STT | Tiêu chí | Điểm tối đa |", "|---|---|---|",
        "| 1 | Kế hoạch<br>- Đúng hạn (8đ)<br>- Không có (0đ) | 8 |", "| 2 | Mạng | 5 |", "| 3 | Họp | 5 |",
        file="a.md",
    )  # fmt: skip
    assert (cell.rows[0].name, cell.rows[0].method) == ("Kế hoạch", "- Đúng hạn (8đ)\n- Không có (0đ)")


def test_a_month_is_no_number_of_things() -> None:
    annex = annex_of("1. A (8 điểm)", "Mỗi tháng 2 bài: 8 điểm; mỗi tháng 1 bài: 4 điểm; ít hơn: 0 điểm",
        "2. B (15 điểm)", "3. C (5 điểm)")  # fmt: skip
    rule = annex.rows[0].rule
    assert rule is not None
    assert isinstance(rule.rule, dict)
    assert rule.rule["kind"] == "tiers"


def test_what_is_printed_below_the_last_level_is_of_the_criterion() -> None:
    annex = annex_of(
        "1. Kế hoạch (8 điểm)", "- Đúng hạn (8đ)", "- Không có (0đ)", "Minh chứng: Quyết định",
        "2. Mạng (5 điểm)", "3. Máy chủ (5 điểm)",
    )  # fmt: skip
    assert [row.name for row in annex.rows] == ["Kế hoạch", "Mạng", "Máy chủ"]
    assert annex.rows[0].texts["evidence"] == "Quyết định"


@pytest.mark.parametrize(
    "levels",
    [
        ("- 10 điểm: có", "- 0 điểm: không"),
        ("- 100% máy: 10 điểm", "- từ 80% đến dưới 100% máy: 5 điểm", "- dưới 80% máy: 0 điểm"),
        ("- 5 lớp trở lên: 10 điểm", "- dưới 5 lớp: 0 điểm"),
    ],
)
def test_the_dash_of_a_line_is_no_minus(levels: tuple[str, ...]) -> None:
    others = ("2. Quy chế (10 điểm)", "- Có: 10 điểm", "- Không: 0 điểm", "3. Kế hoạch (10 điểm)")
    annex = annex_of("I. An toàn (30 điểm)", "1. Phương án (10 điểm)", *levels, *others)
    assert [row.role for row in annex.rows] == ["scored"] * 4
    assert not any(each.code == "max.sum" for row in annex.rows for each in row.warnings)


def test_a_guessed_role_is_told_in_words_with_what_it_was_guessed_from() -> None:
    annex = annex_of(
        "1. A (10 điểm)", "2. B (15 điểm)", "3. Có sai phạm: trừ 5 điểm", "4. Điểm trừ khác (5 điểm)"
    )
    told = [sentence(each) for row in annex.rows for each in row.warnings if each.code.startswith("role.")]
    assert told == [
        "Vai trò “điểm trừ” đoán theo chỗ in “trừ 5 điểm”: xác nhận lại.",
        "Vai trò “điểm trừ” đoán theo tên dòng: xác nhận lại.",
    ]


_LETTERED = (
    "Nhóm I. Xử lý công việc trên môi trường mạng: 25 điểm",
    "Tiêu chí 1. Tỷ lệ văn bản đi có chữ ký số của cơ quan (15 điểm)",
    "a) Cách tính: đạt 100%: 15 điểm; từ 90% đến dưới 100%: 10 điểm; từ 70% đến dưới 90%: 5 điểm; "
    "dưới 70%: 0 điểm.",
    "b) Minh chứng: trích xuất từ hệ thống quản lý văn bản.",
    "c) Cơ quan thẩm định: Văn phòng UBND tỉnh",
    "Tiêu chí 2. Tổ công nghệ số cộng đồng (10 điểm)",
    "1. Cách tính điểm",
    "Có thành lập và hoạt động: 10 điểm; có thành lập: 2 điểm; chưa thành lập: 0 điểm.",
    "Nhóm II. Phục vụ người dân và doanh nghiệp: 10 điểm",
    "Tiêu chí 3. Tỷ lệ hồ sơ nộp trực tuyến (10 điểm)",
    "a) Cách tính: Từ 60% trở lên đạt 10 điểm; dưới 60% tính theo công thức: tỷ lệ/60% x 10.",
    "Điều 2. Tổ chức thực hiện",
    "Phòng Văn hóa - Xã hội tổng hợp kết quả trước ngày 20/12 hằng năm.",
)


def test_lettered_texts_below_a_criterion_are_its_fields() -> None:
    annex = annex_of(*_LETTERED)
    _are_fields(annex)
    assert _kinds(annex) == [None, "tiers", "choice", None, "ratio"]


def test_lines_that_a_page_broke_are_one_text() -> None:
    wrapped = [part for line in _LETTERED for part in textwrap.wrap(line, 70)]
    annex = annex_of(*wrapped)
    _are_fields(annex)
    assert _kinds(annex) == [None, "tiers", "choice", None, "ratio"]


def _kinds(annex: Annex) -> list[str | None]:
    return [
        row.rule.rule["kind"] if row.rule and isinstance(row.rule.rule, dict) else None for row in annex.rows
    ]


def _are_fields(annex: Annex) -> None:
    assert tree_of(annex) == [
        ("Xử lý công việc trên môi trường mạng", 0, "25"),
        ("Tỷ lệ văn bản đi có chữ ký số của cơ quan", 1, "15"),
        ("Tổ công nghệ số cộng đồng", 1, "10"),
        ("Phục vụ người dân và doanh nghiệp", 0, "10"),
        ("Tỷ lệ hồ sơ nộp trực tuyến", 1, "10"),
    ]
    first = annex.rows[1].texts
    assert (first["evidence"], first["verifying"]) == (
        "trích xuất từ hệ thống quản lý văn bản.",
        "Văn phòng UBND tỉnh",
    )
    assert "Phòng Văn hóa" not in annex.rows[-1].method


@pytest.mark.parametrize(
    "lines", [("1. A (6 điểm)", "Có: 6 điểm", "2. B (4 điểm)"), ("- A (6 điểm)", "- B (4 điểm)")]
)
def test_a_set_may_have_two_criteria_and_a_letter_has_none(lines: tuple[str, ...]) -> None:
    annex = annex_of("BỘ TIÊU CHÍ NĂM 2026", *lines)
    assert [(row.name, str(row.max_points)) for row in annex.rows] == [("A", "6"), ("B", "4")]
    with pytest.raises(InvalidAnnex):
        annex_of("Kính gửi các xã", *lines)
    with pytest.raises(InvalidAnnex):
        annex_of("BỘ TIÊU CHÍ NĂM 2026", lines[0])
