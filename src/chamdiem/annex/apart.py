"""Lines behind the rows of a table that are none of them: lists of short forms, and who signs."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from chamdiem.annex.amounts import read_points
from chamdiem.annex.blocks import Block, Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.numbering import read_number

# What only stands above or below a name that signs; posts do in capitals.
_SIGNED = re.compile(
    r"nơi nhận\s*:|t[mlh]\.\s|kt\.\s|\(?(?:đã ký|ký tên|ký,? (?:và )?(?:ghi rõ|đóng dấu))|[^\W\d_]+(?: [^\W\d_]+){0,3}, ngày\b.{0,12}\btháng\b"
    r"|người (?:lập|tự chấm|chấm|đánh giá|tổng hợp|thẩm định)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu trưởng|thủ trưởng|trưởng (?:phòng|ban)|chánh văn phòng|bí thư|kế toán|đại diện|xác nhận|ủy ban|uỷ ban)\b",
    re.IGNORECASE,
)
_LONGEST = 60
# Columns that give points to a row.
_GIVING = ("max", "method_points")


@dataclass(slots=True)
class Apart:
    """One pass over the lines below a header: which of them are no rows."""

    blocks: Sequence[Block]
    last: tuple[str, int] | None = None
    skipped: set[tuple[str, int]] = field(default_factory=set)
    is_signed: bool = False

    def begin(self, line: Block) -> None:
        """A header begins here, or goes on."""
        self.last, self.is_signed = _table_of(line), False

    def skips(self, place: int, line: Line, columns: Columns) -> bool:
        """Whether a line is no row: it stands in a table or sheet without points, or below who signs."""
        own = _table_of(line)
        if own != self.last and not line.spot.page and own not in self.skipped:
            lines = list(self._of_table(place))
            if not _goes_on(columns, lines):
                self.skipped.add(own)
        if own in self.skipped:
            return True
        self.last = own
        if _is_row(columns, line):
            self.is_signed = False
        self.is_signed = self.is_signed or _is_signature(columns, line)
        return self.is_signed

    def _of_table(self, place: int) -> Iterator[Line]:
        own = _table_of(self.blocks[place])
        for block in takewhile(lambda each: _table_of(each) == own, self.blocks[place:]):
            if isinstance(block, Line):
                yield block


def _table_of(block: Block) -> tuple[str, int]:
    return block.spot.sheet, block.spot.table


def _goes_on(columns: Columns, lines: Sequence[Line]) -> bool:
    """Whether lines of another table are rows below the same header: they have points or their numbers."""
    lines = [line for line in lines if not line.is_blank]
    width = len(columns.roles)
    # A sheet is only as wide as what stands in it.
    is_as_wide = all(
        len(each.cells) == width or (each.spot.sheet and len(each.cells) < width) for each in lines
    )
    if any(_is_row(columns, line) for line in lines):
        return True
    if not is_as_wide or not lines:
        return False
    is_rest = not any(columns.cell(line, "name") or columns.cell(line, "number") for line in lines)
    return is_rest or read_number(columns.cell(lines[0], "number")) is not None


def _is_row(columns: Columns, line: Line) -> bool:
    """Whether points stand where the rows have them; an empty number in front may be left out."""
    lacking = max(0, len(columns.roles) - len(line.cells))
    cells = [line, Line(("",) * lacking + line.cells)] if lacking else [line]
    roles = [role for role in _GIVING if role in columns]
    if not roles:
        return any(read_points(cell) is not None for cell in line.cells[1:])
    return any(read_points(columns.cell(each, role)) is not None for each in cells for role in roles)


def _is_signature(columns: Columns, line: Line) -> bool:
    """Whether a line only says who signs, or to whom a document goes."""
    if columns.cell(line, "number") and read_number(columns.cell(line, "number")) is not None:
        return False
    filled = [cell.strip() for cell in line.cells if cell.strip()]
    return bool(filled) and all(_signs(cell.split("\n")[0]) for cell in filled)


def _signs(text: str) -> bool:
    is_post = text.isupper() and _POST.match(text) is not None
    return len(text) <= _LONGEST and (is_post or _SIGNED.match(text) is not None)
