"""Names printed in several columns below one heading; rows without a name."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from chamdiem.annex.drafting import draft_set
from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.isolating import import_apart
from chamdiem.annex.rows import Annex, AnnexRow
from chamdiem.annex.rules.reading import RuleReading
from chamdiem.errors import InvalidAnnex

YES = "Đã có: 3 điểm; chưa có: 0 điểm"
INDENTED = (
    ("STT", "Chỉ số", "", "Điểm tối đa", "Cách tính"),
    ("1", "Nhận thức số", "", "6", ""),
    ("1.1", "", "Tin, bài", "3", YES),
    ("1.2", "", "Tập huấn", "3", YES),
)
# One column more for each level.
DEEPER = (
    ("STT", "Nội dung", "", "", "Điểm"),
    ("1", "Nhận thức số", "", "", "6"),
    ("1.1", "", "Lãnh đạo", "", "6"),
    ("1.1.1", "", "", "Chủ trì họp", "6"),
)
BESIDE = (
    ("STT", "Chỉ số", "", "Điểm tối đa", "Cách tính"),
    ("1", "Nhận thức số", "Tin, bài", "3", YES),
    ("2", "", "Tập huấn", "3", YES),
    ("3", "Dữ liệu số", "Dữ liệu mở", "3", YES),
)
NUMBERED = (
    ("Chỉ số", "", "Điểm tối đa"),
    ("1", "Nhận thức số", "6"),
    ("1.1", "Tin, bài", "6"),
)
Lines = tuple[tuple[str, ...], ...]


def workbook(lines: Lines, *merged: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    for area in merged:
        sheet.merge_cells(area)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def word(lines: Lines, first: int, last: int) -> bytes:
    document = WordDocument()
    table = document.add_table(len(lines), len(lines[0]))
    for place, line in enumerate(lines):
        for column, text in enumerate(line):
            table.cell(place, column).text = text
    table.cell(0, first).merge(table.cell(0, last))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def page(lines: Lines, span: int) -> bytes:
    head = f"<tr><th>{lines[0][0]}</th><th colspan={span}>{lines[0][1]}</th>"
    head += "".join(f"<th>{cell}</th>" for cell in lines[0][1 + span :]) + "</tr>"
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines[1:])
    return f"<table>{head}{body}</table>".encode()


def markdown(lines: Lines) -> bytes:
    head, *rest = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([head, "|---" * len(lines[0]) + "|", *rest]).encode()


def names(annex: Annex) -> list[tuple[str, str, int]]:
    return [(row.number, row.name, row.level) for row in annex.rows]


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (workbook(INDENTED, "B1:C1", "B2:C2"), "a.xlsx"),
        (workbook(INDENTED), "a.xlsx"),
        (word(INDENTED, 1, 2), "a.docx"),
        (page(INDENTED, 2), "a.html"),
        (markdown(INDENTED), "a.md"),
    ],
)
def test_names_below_one_heading_are_read_from_all_its_columns(data: bytes, file: str) -> None:
    annex, _ = import_annex(data, file)
    assert names(annex) == [("1", "Nhận thức số", 0), ("1.1", "Tin, bài", 1), ("1.2", "Tập huấn", 1)]
    assert not annex.rows[1].warnings


@pytest.mark.parametrize(
    ("data", "file"),
    [(workbook(DEEPER, "B1:D1"), "a.xlsx"), (page(DEEPER, 3), "a.html"), (markdown(DEEPER), "a.md")],
)
def test_a_heading_may_span_a_column_for_every_level(data: bytes, file: str) -> None:
    assert names(read_annex(data, file)) == [
        ("1", "Nhận thức số", 0), ("1.1", "Lãnh đạo", 1), ("1.1.1", "Chủ trì họp", 2),
    ]  # fmt: skip


def test_a_group_beside_its_names_under_one_heading_stands_above_them() -> None:
    annex = read_annex(workbook(BESIDE, "B1:C1", "B2:B3"), "a.xlsx")
    assert [(row.name, row.level) for row in annex.rows] == [
        ("Nhận thức số", 0), ("Tin, bài", 1), ("Tập huấn", 1), ("Dữ liệu số", 0), ("Dữ liệu mở", 1),
    ]  # fmt: skip


def test_numbers_beside_names_under_one_heading_are_their_numbers() -> None:
    annex = read_annex(workbook(NUMBERED, "A1:B1"), "a.xlsx")
    assert names(annex) == [("1", "Nhận thức số", 0), ("1.1", "Tin, bài", 1)]


def test_a_row_without_a_name_is_a_warning() -> None:
    choice = "Có bố trí: 1 điểm. Có bố trí và giải ngân trên 90%: 5 điểm. Không bố trí: 0 điểm"
    lines = (
        ("STT", "Chỉ số", "Điểm tối đa", "Cách tính"),
        ("1", "Nhận thức số", "5", ""),
        ("1.1", "", "5", choice),
    )
    annex, draft = import_apart(workbook(lines), "a.xlsx")
    assert "name.missing" in {each.code for each in annex.rows[1].warnings}
    row = draft.indicator_set.rows[1]
    assert [each.label for each in row.inputs.values()] == ["“1.1”"]


def test_a_rule_that_does_not_load_is_left_to_people() -> None:
    row = AnnexRow(number="1", texts={"name": "Tin, bài", "method": YES}, max_points=Fraction(3), key="1")
    row.rule = RuleReading({"kind": "ratio", "value": "a /"}, confidence=96)
    draft = draft_set(Annex("a.txt", "text", rows=[row]))
    assert draft.indicator_set.rows[0].rule is not None
    assert row.rule.is_manual
    assert [each.code for each in row.warnings] == ["rule.demoted"]


def test_rows_that_make_no_set_are_refused_in_one_sentence() -> None:
    twins = [AnnexRow(number="1", texts={"name": "Tin, bài"}, key="1") for _ in range(2)]
    with pytest.raises(InvalidAnnex) as refused:
        draft_set(Annex("a.txt", "text", rows=twins))
    assert [each.code for each in refused.value.problems] == ["annex.not_drafted"]
