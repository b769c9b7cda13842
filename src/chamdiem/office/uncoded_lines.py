"""Lines of a table without the code of an organisation: a forgotten code, a second heading, or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chamdiem.core.lint.folding import without_accents
from chamdiem.core.written_values import UnreadableValue
from chamdiem.office.asked import Asked
from chamdiem.office.grid import Cell, Line
from chamdiem.office.tables import Table
from chamdiem.office.typed_values import read_value

# What a line is called that sums up, with or without accents, maybe with a remark in brackets.
_TOTAL = re.compile(
    r"(tong( cong| so| hop)?|cong|trung binh|binh quan|toan (tinh|thanh pho|huyen|quan|xa|phuong)"
    r"|(grand )?total|sum|average)\W*(\(.*\)\W*)?"
)
# How a line begins that was never meant for an organisation.
_NOTE = re.compile(
    r"(tổng|cộng|trung bình|bình quân|ghi chú|chú thích|lưu ý|nguồn|người|thủ trưởng|chủ tịch|giám đốc|trưởng"
    r"|kế toán|tm|kt|tl|nơi nhận|ký|ngày|total|sum|average|notes?|source|prepared|signed)\b"
    r"|.*\bngày\b.*\btháng\b|[(*]",
    re.IGNORECASE,
)

Kind = Literal["nobody", "heading"]


@dataclass(frozen=True, slots=True)
class UncodedLine:
    """A line that names no organisation: whose figures nobody knows, or a second heading."""

    kind: Kind
    cell: Cell
    line: Line
    is_note: bool = False


def is_total(code: str) -> bool:
    """Whether what stands for a code sums the organisations up.

    Example:
        >>> is_total("TỔNG CỘNG:"), is_total("Tổng (2 xã)"), is_total("Tổng cục Thuế")
        (True, True, False)
    """
    return bool(_TOTAL.fullmatch(without_accents(code).casefold()))


def list_uncoded_lines(table: Table, asked: Asked) -> Iterator[UncodedLine]:
    """Every line below the heading that holds something and no code; titled notes are left alone."""
    is_before = True
    for _, line in table.lines():
        if table.code in line:
            is_before = False
            continue
        figures = [(line[position], key) for position, key in table.figures.items() if position in line]
        values = [cell for cell, key in figures if _is_value(cell, key, asked)]
        is_note = bool(_NOTE.match(line[min(line)].text))
        fields = [line[position] for position in table.fields.values() if position in line]
        if values:
            yield UncodedLine("nobody", values[0], line, is_note)
        elif not table.is_form and not is_note:
            cells = [*(cell for cell, _ in figures), *fields]
            for cell in cells[:1]:
                yield UncodedLine("heading" if is_before else "nobody", cell, line)


def _is_value(cell: Cell, key: str, asked: Asked) -> bool:
    """Whether a cell holds a figure, and not words."""
    if cell.kind == "number" or cell.text.isdecimal():
        return True
    if key in asked.texts:
        return False
    try:
        read_value(cell, asked.figures[key].input)
    except UnreadableValue:
        return False
    return True
