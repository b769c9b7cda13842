"""Lines a form was written with and has no longer: it knows every figure of its set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.utility import xl_col_to_name

from chamdiem.errors import Place, Problem
from chamdiem.office.asked import Asked
from chamdiem.office.grid import Cell
from chamdiem.office.tables import Table

# So many lost lines are named.
_MOST_NAMED = 5


def lost_keys(table: Table, asked: Asked) -> list[str]:
    """The figures a form no longer has a line for; none of any other table."""
    present = set(table.figures.values())
    return [key for key in asked.keys if key not in present] if table.is_form else []


def lost_lines(table: Table, asked: Asked) -> Iterator[Problem]:
    """One warning that names the figures whose lines are gone."""
    lost = lost_keys(table, asked)
    if lost:
        named = [f"{key} ({_label(asked, key)})" for key in lost[:_MOST_NAMED]]
        more = ["…"] if len(lost) > _MOST_NAMED else []
        facts = {"lines": ", ".join([*named, *more]), "count": str(len(lost))}
        yield Problem("form.lost_lines", facts, Place(file=table.grid.file, sheet=table.grid.sheet))


def lost_key(table: Table, asked: Asked, cells: Sequence[Cell]) -> Problem:
    """The figures of one line of a form whose key is gone, in one sentence with the cell of the key."""
    column, row = (table.head, cells[0].row) if table.is_turned else (cells[0].column, table.head)
    facts = {
        "value": cells[0].text,
        "cell": f"{xl_col_to_name(column - 1)}{row}",
        "count": str(len(cells)),
        "keys": "” / “".join(lost_keys(table, asked)[:_MOST_NAMED]),
    }
    return Problem("form.lost_key", facts, table.grid.place(cells[0]))


def _label(asked: Asked, key: str) -> str:
    return asked.texts[key].label if key in asked.texts else asked.figures[key].input.label or key
