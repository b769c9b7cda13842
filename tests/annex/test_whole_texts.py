"""What belongs to a text and what does not: titles, counts, levels, the end of a document."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.blocks import Document, Paragraph
from chamdiem.annex.heading import describe
from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.rows import Annex
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidAnnex

RULE = "Cách chấm: Mỗi mô hình được 1 điểm, không quá 5 điểm."
OUTLINE = ("1. Kế hoạch (5 điểm)", RULE, "2. Nhân lực (5 điểm)", RULE, "3. Mô hình (5 điểm)", RULE)


@pytest.mark.parametrize(
    "end",
    [
        ("Tổng điểm: 15 điểm (không kể điểm thưởng).",),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN"),
    ],
)
def test_the_end_of_a_document_is_no_calculation(end: tuple[str, ...]) -> None:
    last = read_annex("\n".join((*OUTLINE, *end)).encode(), "a.txt").rows[-1]
    assert last.method == RULE.partition(": ")[2]
    assert last.rule is not None
    assert not last.rule.is_manual


def test_the_total_is_read_with_what_it_leaves_out() -> None:
    annex = read_annex("\n".join((*OUTLINE, "Tổng điểm: 15 điểm (chưa kể điểm thưởng)")).encode(), "a.txt")
    assert annex.total == Fraction(15)


def table_of(header: str, *lines: str, above: str = "") -> Annex:
    columns = header.count("|") - 1
    return read_annex("\n".join((above, "", header, "|---" * columns + "|", *lines)).encode(), "a.md")


def test_levels_with_their_points_beside_the_maximum_are_the_method() -> None:
    annex = table_of(
        "| TT | Tiêu chí | Điểm tối đa | Thang điểm chi tiết | Ghi chú |",
        "| 1 | Kế hoạch | 5 | Ban hành: 5 điểm; không ban hành: 0 điểm | |",
        "| 2 | Quy chế | 5 | Ban hành: 5 điểm; không ban hành: 0 điểm | |",
    )
    assert [row.max_points for row in annex.rows] == [5, 5]
    assert all(row.rule is not None and not row.rule.is_manual for row in annex.rows)


def test_levels_are_joined_to_a_column_of_methods() -> None:
    row = table_of(
        "| TT | Tiêu chí | Thang điểm chi tiết | Điểm tối đa | Cách tính |",
        "| 1 | Kế hoạch | Có: 5 điểm; không: 0 điểm | 5 | Theo văn bản đã ký số |",
        "| 2 | Quy chế | Có: 5 điểm; không: 0 điểm | 5 | |",
    ).rows[0]
    assert row.max_points == 5
    assert row.method == "Có: 5 điểm; không: 0 điểm\nTheo văn bản đã ký số"


@pytest.mark.parametrize(
    ("kind", "lines", "title"),
    [
        ("pdf", ("BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC SỞ, BAN, NGÀNH TỈNH LÂM", "ĐỒNG"), " ĐỒNG"),
        ("word", ("BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ CẤP XÃ", "NĂM 2026"), " NĂM 2026"),
        ("pdf", ("BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC SỞ, BAN, NGÀNH TỈNH LÂM ĐỒNG", "I. NHẬN THỨC SỐ"), ""),
        ("word", ("BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC SỞ, BAN, NGÀNH TỈNH LÂM ĐỒNG", "NHẬN THỨC SỐ"), ""),
    ],
)
def test_a_title_goes_on_in_the_next_line(kind: str, lines: tuple[str, str], title: str) -> None:
    annex = Annex("a", kind)
    describe(annex, Document(kind, [Paragraph(line) for line in lines]), [])
    assert annex.title == lines[0] + title


def test_a_count_of_criteria_has_those_right_below_a_pillar_in_it() -> None:
    annex = table_of(
        "| TT | Tiêu chí | Điểm tối đa | Cách tính |",
        "| I | Chính quyền số | 10 | |",
        "| 1 | Điều hành | 10 | |",
        "| 1.1 | Kế hoạch | 5 | Có: 5 điểm; không: 0 điểm |",
        "| 1.2 | Quy chế | 5 | Có: 5 điểm; không: 0 điểm |",
        "| II | An toàn | 5 | |",
        "| 1 | Cấp độ | 5 | Có: 5 điểm; không: 0 điểm |",
        above="Bộ tiêu chí gồm 02 trụ cột và 3 tiêu chí.",
    )
    assert [(each.what, each.found) for each in annex.declared] == [("trụ cột", 2), ("tiêu chí", 3)]


def test_a_damaged_pdf_is_refused_in_plain_words() -> None:
    with pytest.raises(InvalidAnnex) as refused:
        import_annex(b"%PDF-1.7\nnothing", "a.pdf")
    told = problem_text(refused.value.problems[0], "vi")
    assert "Exception" not in told
    assert "Error" not in told
