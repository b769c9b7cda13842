"""Merged cells that a page of a PDF cuts off: rows behind the break have the office of those before it."""

from __future__ import annotations

import pytest
import typst

from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.rows import Annex

_HEAD = """#set page(width: 400pt, height: {height}pt, margin: 30pt)
#set text(font: "Liberation Serif", size: 9pt, costs: (orphan: 0%, widow: 0%))
#set table.cell(breakable: {splits})
BỘ CHỈ SỐ
#table(columns: (30pt, 90pt, 40pt, 1fr, 60pt),
  table.header([STT], [Tiêu chí], [Điểm tối đa], [Cách tính điểm], [Đơn vị chủ trì]),
"""
_LEVELS = "Từ 90% trở lên: 5 điểm", "Từ 60% đến dưới 90%: 3 điểm", "Dưới 60%: 0 điểm"


def _read(*offices: tuple[str, int], height: int = 200, splits: bool = False) -> Annex:
    """A table whose offices reach over so many rows each."""
    cells, number = [], 0
    for office, count in offices:
        for place in range(count):
            number += 1
            method = " #linebreak() ".join(_LEVELS)
            merged = f"table.cell(rowspan: {count}, breakable: true)[{office}]," if place == 0 else ""
            cells.append(f"[{number}], [Tiêu chí {number}], [5], [{method}], {merged}")
    head = _HEAD.format(height=height, splits=str(splits).lower())
    return read_annex(typst.compile((head + "\n".join(cells) + ")").encode()), "a.pdf")


def _leads(annex: Annex) -> list[str]:
    return [row.texts.get("lead", "") for row in annex.rows]


def _told(annex: Annex, code: str) -> list[tuple[str, str]]:
    return [
        (row.number, sentence(notice)) for row in annex.rows for notice in row.warnings if notice.code == code
    ]


def test_a_cell_over_several_rows_goes_on_behind_the_break_and_this_is_told() -> None:
    annex = _read(("Phòng Kinh tế", 2), ("Công an xã", 4), ("Văn phòng", 1))
    assert _leads(annex) == [*["Phòng Kinh tế"] * 2, *["Công an xã"] * 4, "Văn phòng"]
    told = (
        "Ô đơn vị chủ trì “Công an xã” gộp nhiều dòng, bị ngắt trang và đi tiếp đến dòng này: kiểm tra lại."
    )
    assert _told(annex, "cell.cut") == [("5", told)]


def test_of_one_row_nobody_can_tell_so_people_are_asked() -> None:
    annex = _read(("Phòng Kinh tế", 5), ("Văn phòng", 1))
    assert _leads(annex) == [*["Phòng Kinh tế"] * 4, "", "Văn phòng"]
    assert [number for number, _ in _told(annex, "cell.maybe_cut")] == ["5"]


def test_rows_of_their_own_on_a_new_page_are_no_rest() -> None:
    annex = _read(("Phòng Kinh tế", 2), ("Công an xã", 2), ("Văn phòng", 2))
    assert _leads(annex) == [*["Phòng Kinh tế"] * 2, *["Công an xã"] * 2, *["Văn phòng"] * 2]
    assert not _told(annex, "cell.cut")
    assert not _told(annex, "cell.maybe_cut")


@pytest.mark.parametrize("height", range(164, 240, 15))
def test_no_row_loses_its_office_where_a_page_splits_rows(height: int) -> None:
    annex = _read(("Phòng Văn hóa - Xã hội", 3), ("Công an xã", 4), height=height, splits=True)
    doubted = {number for number, _ in _told(annex, "cell.maybe_cut")}
    for row, lead in zip(annex.rows, ["Phòng Văn hóa - Xã hội"] * 3 + ["Công an xã"] * 4, strict=True):
        assert row.texts.get("lead") == lead or row.number in doubted
        assert row.method.replace("\n", " ") == " ".join(_LEVELS)
        assert row.rule is not None
        assert row.rule.rule != "manual"
