"""Groups printed above their tables in several steps become rows, whatever stands between name and points."""

from __future__ import annotations

import io

import docx
import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

_HEADER = "| TT | Tiêu chí | Điểm | Cách tính |\n|---|---|---|---|\n"
_TREE = [
    ("A.", "Nền tảng số", 50, None),
    ("I.", "Hạ tầng", 20, 0),
    ("1", "Số điểm phát sóng", 20, 1),
    ("II.", "Nhân lực", 30, 0),
    ("1", "Cán bộ chuyên trách", 30, 3),
    ("B.", "Kinh tế số", 20, None),
    ("I.", "Doanh nghiệp", 20, 5),
    ("1", "Doanh nghiệp dùng hóa đơn điện tử", 20, 6),
    ("C.", "Xã hội số", 30, None),
    ("I.", "Người dân", 30, 8),
    ("1", "Người dân dùng chữ ký số", 30, 9),
]


def _table(name: str, points: int) -> str:
    return f"{_HEADER}| 1 | {name} | {points} | Tỷ lệ × {points} |\n"


def _text(upper: str, lower: str) -> str:
    parts = ["# Bộ tiêu chí chuyển đổi số"]
    for number, name, points, parent in _TREE:
        if parent is None:
            parts.append(upper.format(number=number, name=name, points=points))
        elif number != "1":
            parts.append(lower.format(number=number, name=name, points=points))
        else:
            parts.append(_table(name, points))
    return "\n\n".join(parts)


def _tree(annex: Annex) -> list[tuple[str, str, int | None, int | None]]:
    return [
        (row.number, row.name, None if row.max_points is None else int(row.max_points), row.parent)
        for row in annex.rows
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("## {number} {name} — {points} điểm", "### {number} {name} ({points} điểm)"),
        ("## {number} {name} – {points} điểm", "### {number} {name} - {points} điểm"),
        ("## {number} {name}: {points} điểm", "### {number} {name} [{points}đ]"),
        ("**{number} {name} — {points} điểm**", "**{number} {name} – {points} điểm**"),
        ("{number} {name} (tối đa {points} điểm)", "{number} {name} — tối đa {points} điểm"),
        ("## {number} {name} (tổng {points} điểm)", "### {number} {name} (tổng số điểm: {points} điểm)"),
    ],
)
def test_heads_of_groups_above_tables_are_rows(upper: str, lower: str) -> None:
    annex = read_annex(_text(upper, lower).encode(), "a.md")
    assert _tree(annex) == _TREE
    heads = [row for row in annex.rows if row.number != "1"]
    assert all(any(each.code == "row.from_caption" for each in row.warnings) for row in heads)
    assert not annex.outside


def test_a_sentence_below_a_head_does_not_hide_it() -> None:
    text = _text(
        "## {number} {name} — {points} điểm\n\n(Chấm theo số liệu cuối năm)",
        "### {number} {name} ({points} điểm)",
    )
    assert _tree(read_annex(text.encode(), "a.md")) == _TREE


def test_higher_headings_without_points_are_groups_too() -> None:
    text = _text("## {number} {name}", "### {number} {name} ({points} điểm)")
    expected = [(a, b, None if parent is None else c, parent) for a, b, c, parent in _TREE]
    assert _tree(read_annex(text.encode(), "a.md")) == expected


def test_a_title_with_points_and_totals_are_no_groups() -> None:
    text = _text("{number} {name} — {points} điểm", "{number} {name} ({points} điểm)")
    annex = read_annex(f"{text}\n\nTổng điểm: 100 điểm\n".encode(), "a.md")
    assert _tree(annex) == _TREE
    assert annex.total == 100


def test_heads_in_word_files_are_read_by_their_numbers() -> None:
    document = docx.Document()
    for number, name, points, parent in _TREE:
        if number != "1":
            document.add_paragraph(
                f"{number} {name} — {points} điểm" if parent is None else f"{number} {name} ({points}đ)"
            )
            continue
        table = document.add_table(rows=0, cols=4)
        for cells in (("TT", "Tiêu chí", "Điểm", "Cách tính"), ("1", name, str(points), "Tỷ lệ")):
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    assert _tree(read_annex(stream.getvalue(), "a.docx")) == _TREE


def test_one_step_above_each_table_stays_one() -> None:
    text = "\n\n".join(
        f"**{number} {name} ({points} điểm)**\n\n{_table(name, points)}"
        for number, name, points in (("A.", "Dữ liệu", 40), ("B.", "Dịch vụ", 60))
    )
    annex = read_annex(text.encode(), "a.md")
    assert [(row.name, row.parent) for row in annex.rows] == [
        ("Dữ liệu", None), ("Dữ liệu", 0), ("Dịch vụ", None), ("Dịch vụ", 2),
    ]  # fmt: skip
