"""A list in a file (Excel or CSV) → rows by column, and what cannot be read, each with its cell.

Headings are found without case and accents, on any line near the top of any sheet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from chamdiem.core.lint.folding import fold
from chamdiem.errors import Invalid, Place, Problem
from chamdiem.office.answer_reading import read_tables
from chamdiem.office.csv_reading import EXCEL_NAMES
from chamdiem.office.excel_reading import OLE_MAGIC, ZIP_MAGIC
from chamdiem.office.grid import Cell, Grid, Line, column_letters
from chamdiem.office.merged_cells import list_merged
from chamdiem.web.language import Words, page_language

_FIRST_LINES = 50
# Excel keeps a day as the number of days since this one; from 1954 to 2064 here.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIAL_DAY = re.compile(r"[2-5][0-9]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list: what its heading may be, the first being the one we write on Vietnamese pages."""

    key: str
    headings: tuple[str, ...]
    english: str
    hint: Words
    example: str = ""
    is_required: bool = False
    # Whether it holds codes, which lose their zeros where a program takes them for numbers.
    is_code: bool = False

    @property
    def heading(self) -> str:
        """The heading as we write it in the language of the page; either is read."""
        return self.english if page_language() == "en" else self.headings[0]


@dataclass(slots=True)
class Row:
    """One line of a list; gathers its own problems."""

    number: int
    grid: Grid
    cells: Mapping[str, Cell]
    positions: Mapping[str, int]
    problems: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        """What stands in a column; empty where nothing does."""
        cell = self.cells.get(key)
        return cell.text if cell else ""

    def parts(self, key: str) -> list[str]:
        """What stands in a column, separated by semicolons."""
        return [part.strip() for part in self.text(key).split(";") if part.strip()]

    def day(self, key: str) -> date | None:
        """A day as ``30/09/2026`` or ``2026-09-30``; anything else is a problem."""
        text = self.text(key)
        if not text:
            return None
        for written in ("%d/%m/%Y", "%Y-%m-%d"):
            with suppress(ValueError):
                return datetime.strptime(text, written).date()  # noqa: DTZ007  a day has no zone
        if _SERIAL_DAY.fullmatch(text):
            meant = f"{_SERIAL_ZERO + timedelta(days=int(text)):%d/%m/%Y}"
            self.refuse(key, "import.serial_day", meant=meant)
        else:
            self.refuse(key, "import.no_day")
        return None

    def refuse(self, key: str, code: str, **facts: str) -> None:
        """Note what is wrong with a cell, or with one that is empty."""
        self.problems.append(Problem(code, {"value": self.text(key), **facts}, self.place(key)))

    def place(self, key: str) -> Place:
        """Where a cell stands, for people."""
        if key in self.cells:
            return self.grid.place(self.cells[key])
        address = f"{column_letters(self.positions.get(key, 1))}{self.number}"
        line = 0 if self.grid.sheet else self.number
        return Place(file=self.grid.file, line=line, sheet=self.grid.sheet, cell=address)


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a file, and what is worth a look: headings nobody asked for, codes that are numbers."""

    rows: Sequence[Row]
    notes: Sequence[Problem]


def read_listing(data: bytes, file: str, columns: Sequence[Column]) -> Listing:
    """Read the one list of a file.

    Raises:
        Invalid: The file cannot be read, has no such list, or the list is empty.
    """
    if not data.strip():
        raise Invalid([Problem("file.empty", {}, Place(file=file))])
    for grid in read_tables(data, file):
        for number in sorted(grid.lines)[:_FIRST_LINES]:
            positions = _positions(grid.lines[number], columns)
            if all(column.key in positions for column in columns if column.is_required):
                codes = frozenset(column.key for column in columns if column.is_code)
                return _listing(grid, number, positions, codes)
    if file.lower().endswith(EXCEL_NAMES) and not data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        # A table in text with that name is read; what is none is first of all no workbook.
        raise Invalid([Problem("file.not_excel", {}, Place(file=file))])
    headings = ", ".join(f"“{column.heading}”" for column in columns if column.is_required)
    raise Invalid([Problem("import.no_list", {"headings": headings}, Place(file=file))])


def _positions(line: Line, columns: Sequence[Column]) -> dict[str, int]:
    """Where each column stands, by its heading; the first of two counts."""
    names = {
        fold(heading): column.key for column in columns for heading in (*column.headings, column.english)
    }
    positions: dict[str, int] = {}
    for position, cell in sorted(line.items()):
        key = names.get(fold(cell.text))
        if key is not None:
            positions.setdefault(key, position)
    return positions


def _listing(grid: Grid, head: int, positions: dict[str, int], codes: Collection[str]) -> Listing:
    rows: list[Row] = []
    for number in sorted(grid.lines):
        line = grid.lines[number]
        cells = {key: line[position] for key, position in positions.items() if position in line}
        if number > head and cells:
            rows.append(_row(Row(number, grid, cells, positions)))
    if not rows:
        raise Invalid([Problem("import.no_rows", {}, Place(file=grid.file, sheet=grid.sheet))])
    known = set(positions.values())
    # A value over several cells is that of the first alone: the others would be taken for empty.
    merged = list_merged(grid, {row.number for row in rows}, known)
    rows[0].problems += [
        Problem("import.merged", {"value": value.text, "count": str(count)}, grid.place(value))
        for value, count in merged
    ]
    strangers = [cell for position, cell in grid.lines[head].items() if position not in known]
    ignored = [Problem("import.ignored_column", {"value": c.text}, grid.place(c)) for c in strangers]
    return Listing(rows, [*ignored, *_numbers_among(rows, codes)])


def _numbers_among(rows: Sequence[Row], codes: Collection[str]) -> Iterator[Problem]:
    """The first code that is a number in the file, with how many there are: ``007`` has become ``7``."""
    found = [
        cell for row in rows for key, cell in row.cells.items() if key in codes and cell.kind == "number"
    ]
    if found:
        facts = {"value": found[0].text, "count": str(len(found))}
        yield Problem("import.code_is_number", facts, rows[0].grid.place(found[0]))


def _row(row: Row) -> Row:
    for key, cell in row.cells.items():
        if cell.kind in ("error", "uncomputed"):
            row.refuse(key, "import.formula")
    return row
