"""A table as it was found in a file: cells that hold something, each with its place.

Excel and CSV both become grids; what the cells mean is for ``tables``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from chamdiem.errors import Place

# What a cell held: typed text, text a program wrote, a number, a day, yes/no, a formula's error,
# a formula nobody has computed.
CellKind = Literal["text", "plain", "number", "day", "yes_no", "error", "uncomputed"]
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
# What no reader sees, and what parts a name from itself: soft hyphens, blanks without width, directions.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something; rows and columns count from 1.

    ``beside`` is what the format of a number prints with it: a unit, mostly.
    """

    row: int
    column: int
    text: str
    kind: CellKind = "text"
    beside: str = ""

    @property
    def address(self) -> str:
        """``C5``."""
        return f"{column_letters(self.column)}{self.row}"


Line = dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Area:
    """A block of merged cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """Lines of cells by position. ``lines[5][3]`` is C5, or E3 once the grid is turned."""

    file: str = ""
    sheet: str = ""
    lines: dict[int, Line] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    # Lines and columns of the sheet that nobody sees, and whether anybody sees the sheet.
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False

    def add(self, cell: Cell) -> None:
        """Put a cell in its place."""
        self.lines.setdefault(cell.row, {})[cell.column] = cell

    def cells(self) -> Iterator[Cell]:
        """Every cell, line by line."""
        for number in sorted(self.lines):
            line = self.lines[number]
            yield from (line[position] for position in sorted(line))

    def turned(self) -> Grid:
        """The same cells with lines and positions exchanged; their addresses stay."""
        turned: dict[int, Line] = {}
        for number, line in self.lines.items():
            for position, cell in line.items():
                turned.setdefault(position, {})[number] = cell
        return replace(self, lines=turned)

    def place(self, cell: Cell) -> Place:
        """Where a cell stands, for people."""
        # A file without sheets is read by its lines.
        line = 0 if self.sheet else cell.row
        return Place(file=self.file, line=line, sheet=self.sheet, cell=cell.address)


def column_letters(column: int) -> str:
    """``28`` as ``AB``.

    Example:
        >>> column_letters(1), column_letters(26), column_letters(27), column_letters(16384)
        ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def area_of(reference: str) -> Area | None:
    """``B2:C5`` as an area; None where it is no such thing.

    Example:
        >>> area_of("B2:C5")
        Area(top=2, left=2, bottom=5, right=3)
    """
    corners = [_REFERENCE.fullmatch(part) for part in reference.split(":")]
    if len(corners) != 2 or not all(corners):
        return None
    (left, top), (right, bottom) = ((_column(found[1]), int(found[2])) for found in corners if found)
    return Area(top, left, bottom, right)


def tidy(text: str) -> str:
    """Text as people meant it: on one line, one form of each letter, no blanks around it.

    Control characters and what is no character, which JSON can smuggle in, become blanks;
    what nobody sees, as web pages and Word bring it along, is left out.
    """
    return unicodedata.normalize("NFC", UNSEEN.sub("", _UNPRINTABLE.sub(" ", text))).strip()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
