"""What nobody sees of a workbook and counts all the same, and what is seen and not read: a warning each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chamdiem.core.remarks import named
from chamdiem.errors import Place, Problem
from chamdiem.office.grid import column_letters
from chamdiem.office.organisations import Listed
from chamdiem.office.tables import Table


def list_hidden_parts(table: Table, found: Sequence[Listed]) -> Iterator[Problem]:
    """Warnings about the sheet of a table, its hidden lines and columns, and tables on other sheets."""
    grid, place = table.grid, Place(file=table.grid.file, sheet=table.grid.sheet)
    if grid.is_hidden:
        yield Problem("answers.hidden_sheet", {"value": grid.sheet}, place)
    cells = [cell for each in found for position, cell in each.line.items() if position in table.figures]
    if lines := sorted({cell.row for cell in cells} & grid.hidden):
        yield Problem("answers.hidden_lines", {"hidden": named([str(line) for line in lines])}, place)
    if columns := sorted({cell.column for cell in cells} & grid.hidden_columns):
        yield Problem("answers.hidden_columns", {"hidden": named([*map(column_letters, columns)])}, place)
    for sheet in table.unread:
        facts = {"value": sheet, "read": grid.sheet}
        yield Problem("answers.unread_sheet", facts, Place(file=grid.file, sheet=sheet))
