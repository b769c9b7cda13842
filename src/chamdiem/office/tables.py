"""The table of answers inside a grid: one line for each organisation, one position for each figure.

A form has its figures down and its organisations across; a plain sheet is
often the other way round. The grid is turned until figures stand across.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter

from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.asked import Asked
from chamdiem.office.form_layout import (
    CODE_HEADINGS,
    FIGURES_SHEET,
    FIGURES_SHEETS,
    FORMAT,
    HEADING_ORDER,
    ORGANISATIONS_SHEETS,
    field_of,
)
from chamdiem.office.grid import Cell, Grid, Line

# The key of a figure of whatever set: 6.6.a, CQS.1.1.1-2.b. Codes of organisations seldom look so.
_KEY_OF_A_SET = re.compile(r"(?:\w+[.\-])*\w*[0-9]\.[a-z]\w*")
_FEWEST_KEYS, _NAMED_KEYS = 2, 3
# The content hash of a set, as a form holds it.
_HASH = re.compile(r"[0-9a-f]{64}")
# A heading stands near the beginning; further down the same words are data.
_FIRST_LINES = 200


@dataclass(slots=True)
class Table:
    """Where the fields and figures of a table stand, by position on its heading line."""

    grid: Grid
    head: int
    code: int
    is_turned: bool = False
    is_form: bool = False
    fields: dict[str, int] = field(default_factory=dict)
    figures: dict[int, str] = field(default_factory=dict)
    strangers: list[Cell] = field(default_factory=list)
    repeated: list[tuple[Cell, Cell]] = field(default_factory=list)
    # Sheets with a table of figures too, of which this is the one that is read.
    unread: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """The line after which organisations come: the last heading before the first of them.

        In a form labels stand between the keys and the organisations.
        """
        first = self.head
        for number in sorted(self.grid.lines):
            line = self.grid.lines[number]
            if number <= first or self.code not in line:
                continue
            if not self._is_heading(line):
                break
            first = number
        return first

    def lines(self) -> Iterator[tuple[int, Line]]:
        """The lines below the heading with their numbers, repeated headings left out."""
        first = self.first
        for number in sorted(self.grid.lines):
            line = self.grid.lines[number]
            if number > first and not self._is_heading(line):
                yield number, line

    def _is_heading(self, line: Line) -> bool:
        return self.code in line and field_of(line[self.code].text) == "code"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a form says about itself: the key of its set, and the content hash."""

    set_key: str
    content_hash: str
    cell: Cell


def mark_of(grid: Grid) -> Mark | None:
    """The mark of a form, even where its first line has moved down; None in any other grid."""
    for number in range(1, _FIRST_LINES):
        line = grid.lines.get(number, {})
        for position, cell in line.items():
            if cell.text == FORMAT:
                # Columns that somebody has inserted may part them.
                beside = [line[after].text for after in sorted(line) if after > position]
                # Where the column of the key was deleted its hash comes first.
                key, content = (
                    ("", beside[0]) if beside and _HASH.fullmatch(beside[0]) else (*beside, "", "")[:2]
                )
                return Mark(key, content, cell)
    return None


def find_table(grids: Iterable[Grid], asked: Asked) -> Table:
    """The one table of answers in a file.

    Raises:
        InvalidAnswers: There is none, it is of another set, or there are several on different sheets.
    """
    grids = list(grids)
    tables = [table for table in (_table_in(grid, asked) for grid in grids) if table is not None]
    named = [table for table in tables if _is_named(table.grid, FIGURES_SHEETS)]
    chosen = named or tables
    if len(chosen) == 1:
        others = (each for each in tables if each is not chosen[0] and any(each.lines()))
        return replace(chosen[0], unread=tuple(each.grid.sheet for each in others))
    file = grids[0].file if grids else ""
    if not chosen:
        _check_other_set(grids, asked, file)
        facts = {"headings": "” / “".join(CODE_HEADINGS[:2]), "example": next(iter(asked.keys), "")}
        raise InvalidAnswers([Problem("answers.no_table", facts, Place(file=file))])
    sheets = ", ".join(table.grid.sheet for table in chosen)
    facts = {"sheets": sheets, "expected": FIGURES_SHEET}
    raise InvalidAnswers([Problem("answers.several_tables", facts, Place(file=file))])


def _check_other_set(grids: Iterable[Grid], asked: Asked, file: str) -> None:
    """Say of a table without one figure of the set that it holds figures of another.

    Raises:
        InvalidAnswers: Its heading names keys of figures.
    """
    headings = [each for grid in grids for way in (grid, grid.turned()) for each in _headings(way, asked)]
    found = [[c.text for c in each.strangers if _KEY_OF_A_SET.fullmatch(c.text)] for each in headings]
    unknown = max(found, key=len, default=[])
    if len(unknown) >= _FEWEST_KEYS:
        facts = {
            "unknown": str(len(unknown)),
            "count": str(len(unknown)),
            "examples": ", ".join(unknown[:_NAMED_KEYS]),
            "expected": asked.set_key,
        }
        raise InvalidAnswers([Problem("answers.other_set", facts, Place(file=file))])


def find_organisations(grids: Iterable[Grid], asked: Asked, table: Table) -> Table | None:
    """The list of organisations that stands beside a table, maybe under another name where that is a form."""
    others = [grid for grid in grids if grid.sheet != table.grid.sheet]
    named = [grid for grid in others if _is_named(grid, ORGANISATIONS_SHEETS)]
    for grid in named or (others if table.is_form else []):
        found = next(_headings(grid, asked), None)
        if found is not None and not found.figures:
            return found
    return None


def find_list(grids: Iterable[Grid], asked: Asked) -> Table | None:
    """The first table that lists organisations, the list of a form before all others."""
    for grid in sorted(grids, key=lambda grid: not _is_named(grid, ORGANISATIONS_SHEETS)):
        found = next(_headings(grid, asked), None)
        if found is not None:
            return found
    return None


def _is_named(grid: Grid, names: tuple[str, ...]) -> bool:
    return grid.sheet.casefold() in (name.casefold() for name in names)


def _table_in(grid: Grid, asked: Asked) -> Table | None:
    """The heading that names most figures, with the grid as it is or turned."""
    found = [*_headings(grid, asked), *_headings(grid.turned(), asked, is_turned=True)]
    tables = [table for table in found if table.figures]
    best = max(tables, key=lambda table: len(table.figures), default=None)
    if best is not None:
        best.is_form = mark_of(grid) is not None
    return best


def _headings(grid: Grid, asked: Asked, *, is_turned: bool = False) -> Iterator[Table]:
    """Every line that has a heading for the code of an organisation."""
    for number in sorted(grid.lines)[:_FIRST_LINES]:
        line = grid.lines[number]
        codes = [position for position, cell in line.items() if field_of(cell.text) == "code"]
        if codes:
            yield _filled(Table(grid, number, min(codes), is_turned), asked)


def _filled(table: Table, asked: Asked) -> Table:
    """A table with what its heading line names."""
    seen: dict[str, Cell] = {}
    named: dict[str, list[tuple[int, int, Cell]]] = {}
    for position, cell in sorted(table.grid.lines[table.head].items()):
        name = field_of(cell.text)
        key = asked.find_cell(cell)
        if key is not None and key in seen:
            table.repeated.append((seen[key], cell))
        elif key is not None:
            seen[key] = cell
            table.figures[position] = key
        elif name == "code":
            table.fields.setdefault(name, position)
        elif name is not None:
            named.setdefault(name, []).append((HEADING_ORDER[cell.text.casefold()], position, cell))
        else:
            table.strangers.append(cell)
    for name, columns in named.items():
        (_, table.fields[name], _), *others = sorted(columns, key=itemgetter(0, 1))
        table.strangers += [cell for _, _, cell in others]
    return table
