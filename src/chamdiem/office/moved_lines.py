"""Lines of a form that were moved against its hidden keys: what is printed beside a key is another figure's.

Who sorts or moves the lines that are seen leaves the hidden column of keys behind, and
every value below it would count for another figure. A label that somebody only worded
anew is nobody else's, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.lint.folding import fold
from chamdiem.errors import Problem
from chamdiem.office.asked import Asked
from chamdiem.office.form_words import FORM_WORDS
from chamdiem.office.grid import Cell
from chamdiem.office.tables import Table

# The columns of a form that say what a line asks for, by their headings.
_SAYING = {fold(heading): column for column in ("criterion", "label") for heading in FORM_WORDS[column]}


def moved_lines(table: Table, asked: Asked) -> Iterator[Problem]:
    """A problem for each line of a form that prints what another key asks for."""
    columns = _columns(table)
    head = table.grid.lines[table.head]
    for position, key in table.figures.items():
        cells = {name: line[position] for name, line in columns.items() if position in line}
        if len(cells) < len(set(_SAYING.values())):
            continue
        said = (fold(cells["criterion"].text), fold(cells["label"].text))
        meant = asked.printed.get(key, frozenset())
        others = [other for other, printed in asked.printed.items() if said in printed]
        if said not in meant and others:
            facts = {
                "value": cells["label"].text,
                "criterion": cells["criterion"].text,
                "cell": head[position].address,
                "key": key,
                "keys": "” / “".join(others),
            }
            yield Problem("form.moved_line", facts, table.grid.place(cells["label"]))


def _columns(table: Table) -> dict[str, dict[int, Cell]]:
    """The cells of the columns that say what is asked, between the keys and the organisations."""
    found: dict[str, dict[int, Cell]] = {}
    for number in range(table.head + 1, table.first + 1):
        line = table.grid.lines.get(number, {})
        for cell in line.values():
            name = _SAYING.get(fold(cell.text))
            if name is not None:
                found.setdefault(name, line)
    return found
