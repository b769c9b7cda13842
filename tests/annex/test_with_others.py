"""Who helps those in the lead, in other words than “phối hợp”: columns, lines, cells."""

# Headings, lines and rows stay on one line: so they can be compared.
# ruff: noqa: E501

from __future__ import annotations

import io

import docx
import pytest

from chamdiem.annex.column_words import role_of
from chamdiem.annex.importing import read_annex
from chamdiem.annex.labels import label_of


@pytest.mark.parametrize(
    "heading",
    ["Cùng thực hiện", "Cơ quan Cùng thực hiện", "Đơn vị cùng tham gia", "Phối hợp thực hiện", "Cơ quan liên quan",
     "Các sở, ban, ngành liên quan", "Các cơ quan, đơn vị có liên quan", "Đơn vị tham gia", "Đồng thực hiện",
     "Cơ quan hỗ trợ", "Phân công Cùng làm", "Trách nhiệm Cùng thực hiện", "Người cùng thực hiện"],
)  # fmt: skip
def test_columns_of_those_who_help(heading: str) -> None:
    assert role_of(heading) == "coordinating"


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Cơ quan Chủ trì", "lead"), ("Đầu mối", "lead"), ("Cơ quan đầu mối", "lead"), ("Chịu trách nhiệm", "lead"),
     ("Đơn vị chịu trách nhiệm chính", "lead"), ("Đơn vị thực hiện", "lead"), ("Tài liệu liên quan", "evidence"),
     ("Nội dung liên quan", "name"), ("Tỷ lệ tham gia", ""), ("Số người tham gia", "")],
)  # fmt: skip
def test_neighbouring_words_are_something_else(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    ("line", "role"),
    [("Cùng thực hiện: Sở Tài chính", "coordinating"), ("Đơn vị cùng tham gia: Đoàn xã", "coordinating"),
     ("Các cơ quan liên quan: Sở Y tế", "coordinating"), ("Phối hợp thực hiện: Công an xã", "coordinating"),
     ("Đầu mối: Văn phòng", "lead"), ("Chịu trách nhiệm: Sở Nội vụ", "lead"),
     ("Hồ sơ: Quyết định ban hành", "evidence"), ("Tài liệu: biên bản họp", "evidence")],
)  # fmt: skip
def test_lines_are_called_by_these_words_too(line: str, role: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.role, line[label.end :]) == (role, line.split(": ")[1])


@pytest.mark.parametrize(
    "line",
    ["Hồ sơ", "Hồ sơ: đúng hạn 5 điểm; trễ hạn 0 điểm", "Hồ sơ giải quyết trực tuyến: từ 90%", "Tham gia: 3 điểm",
     "Cùng tham gia: 3 điểm", "Đơn vị tham gia: 5 điểm", "Tham gia đầy đủ: đạt", "Văn bản: 2đ"],
)  # fmt: skip
def test_levels_in_such_words_are_no_labels(line: str) -> None:
    assert label_of(line) is None


def _cells(*texts: str) -> dict[str, str]:
    header = "| TT | Tiêu chí | Điểm | Cơ quan chủ trì, phối hợp | Cách tính |\n|---|---|---|---|---|\n"
    rows = [
        f"| {n} | Kế hoạch {n} | 10 | {text} | Có: 10 điểm; không: 0 điểm |"
        for n, text in enumerate(texts, 1)
    ]
    annex = read_annex((header + "\n".join([*rows, *rows[:1] * (3 - len(rows))])).encode(), "a.md")
    return {role: annex.rows[0].texts.get(role, "") for role in ("lead", "coordinating")}


@pytest.mark.parametrize(
    "text",
    ["Chủ trì: Sở Nội vụ; cùng thực hiện: Sở Tài chính", "Đầu mối: Sở Nội vụ; liên quan: Sở Tài chính",
     "Chịu trách nhiệm: Sở Nội vụ<br>Cùng tham gia: Sở Tài chính", "Sở Nội vụ (chủ trì), Sở Tài chính (tham gia)",
     "Sở Nội vụ (đầu mối); Sở Tài chính"],
)  # fmt: skip
def test_cells_say_who_leads_and_who_helps(text: str) -> None:
    assert _cells(text) == {"lead": "Sở Nội vụ", "coordinating": "Sở Tài chính"}


def test_the_upper_line_of_a_header_repeated_alone_changes_no_column() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=6)
    upper = ("TT", "Tiêu chí", "Điểm", "Cơ quan", "Cơ quan", "Cách tính")
    for place, text in enumerate(upper):
        table.cell(0, place).text = "" if place == 4 else text
    for place, text in ((3, "Chủ trì"), (4, "Cùng thực hiện")):
        table.cell(1, place).text = text
    table.cell(0, 3).merge(table.cell(0, 4))
    for place in (0, 1, 2, 5):
        table.cell(0, place).merge(table.cell(1, place))
    rows = [
        (str(n), f"Kế hoạch số {n}", "5", f"Sở {n}", f"Hội {n}", "Có: 5 điểm; không: 0 điểm")
        for n in range(1, 6)
    ]
    for cells in (*rows[:3], upper, *rows[3:]):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    annex = read_annex(stream.getvalue(), "a.docx")
    assert [(row.number, row.texts["lead"], row.texts["coordinating"]) for row in annex.rows] == [
        (str(n), f"Sở {n}", f"Hội {n}") for n in range(1, 6)
    ]


def test_evidence_in_a_line_of_a_list_item_is_no_calculation() -> None:
    page = (
        "<html><body><h1>Bộ chỉ số an toàn thông tin</h1><h2>Phần I – Quản trị (tối đa 50 điểm)</h2><ol>"
        "<li>Ban hành quy chế (20 điểm)<br>Phương pháp: Có: 20 điểm; chưa có: 0 điểm<br>Hồ sơ: Quyết định</li>"
        "<li>Cán bộ chuyên trách (30 điểm)<br>Phương pháp: Có: 30 điểm; không có: 0 điểm</li></ol></body></html>"
    )
    row = read_annex(page.encode(), "a.html").rows[1]
    assert (row.method, row.texts["evidence"]) == ("Có: 20 điểm; chưa có: 0 điểm", "Quyết định")
