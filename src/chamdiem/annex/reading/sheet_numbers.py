"""Numbers of rows that a sheet holds as figures: 1.1 is 1.1 with a dot, and behind 1.9 it is 1.10."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chamdiem.annex.blocks import Line, Spot
from chamdiem.annex.columns import read_columns
from chamdiem.annex.numbering import read_number

_FIGURE = re.compile(r"\d{1,3}\.\d{1,3}")
_DECIMALS = re.compile(r"0\.(0+)")
_GUESSED = (
    "Ô {cell} của trang tính “{sheet}” chứa số {printed}; đọc là “{read}” vì dòng trước là “{before}”."
    " Đối chiếu với bản gốc."
)
_FARTHEST_HEADER = 20


@dataclass(frozen=True, slots=True)
class SheetNumber:
    """What the number of a row is read as; ``before`` is the one it was guessed from."""

    text: str
    before: str = ""

    def note(self, cell: str, sheet: str, printed: str) -> str:
        """What a person should compare; empty where nothing was guessed."""
        facts = {"cell": cell, "sheet": sheet, "printed": printed, "read": self.text}
        return _GUESSED.format(before=self.before, **facts) if self.before else ""


def find_number_column(lines: Sequence[Sequence[str]]) -> int | None:
    """The place of the column of numbers, by the headings of the first table of a sheet."""
    for texts in lines[:_FARTHEST_HEADER]:
        header = read_columns(Line(tuple(texts), Spot()))
        if header is not None:
            roles = header[0].roles
            return roles.index("number") if "number" in roles else None
    return None


def read_figures(cells: Sequence[Any]) -> Iterator[SheetNumber | None]:
    """The numbers that cells of one column hold as figures with decimals; None for all others."""
    decimals = [_decimals(cell) if _is_figure(cell) else 0 for cell in cells]
    # A format that all cells have says nothing about one of them.
    is_telling = len({own for own, cell in zip(decimals, cells, strict=True) if _is_figure(cell)}) > 1
    before: tuple[str, ...] = ()
    for own, cell in zip(decimals, cells, strict=True):
        read = None
        if _is_figure(cell):
            head, tail = format(cell.value, ".10g").split(".")
            if is_telling and own > len(tail):
                read = SheetNumber(f"{head}.{tail.ljust(own, '0')}")
            elif before == (head, str(int(tail) * 10 - 1)):
                read = SheetNumber(f"{head}.{tail}0", ".".join(before))
            else:
                read = SheetNumber(f"{head}.{tail}")
        number = read_number(read.text if read else str(cell.value or ""))
        if number is not None and number.style == "dotted2":
            before = tuple(str(part) for part in number.parts)
        yield read


def _is_figure(cell: Any) -> bool:
    return isinstance(cell.value, float) and _FIGURE.fullmatch(format(cell.value, ".10g")) is not None


def _decimals(cell: Any) -> int:
    match = _DECIMALS.search(cell.number_format or "")
    return len(match[1]) if match else 0
