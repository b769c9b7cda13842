"""Organisations as a table lists them: code, name, peer group, and whether they are ranked."""

from __future__ import annotations

from dataclasses import dataclass

from chamdiem.core.inputs import Input
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import Problem
from chamdiem.office.grid import Cell, Line
from chamdiem.office.merged_cells import merged_problems
from chamdiem.office.tables import Table
from chamdiem.office.typed_values import read_value

_YES_NO = Input(type="yes_no")
_UNREADABLE = {"error": "answer.error_value", "uncomputed": "answer.uncomputed_formula"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One body that is assessed (cơ quan, đơn vị), as a file names it."""

    code: str
    name: str = ""
    peer_group: str = ""
    is_ranked: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """An organisation with the line it stands on and the cell of its code.

    One that does not count, for its code is none or stands twice, is read only
    for what else is wrong on its line.
    """

    organisation: Organisation
    cell: Cell
    number: int
    line: Line
    counts: bool = True


def list_organisations(table: Table, problems: list[Problem]) -> list[Listed]:
    """Every organisation of a table in order; what is wrong with one goes to ``problems``."""
    listed: list[Listed] = []
    first: dict[str, Cell] = {}
    for number, line in table.lines():
        cell = line.get(table.code)
        if cell is None:
            continue
        wrong = _wrong_code(table, cell, first)
        if wrong is not None:
            problems.append(wrong)
        organisation = _organisation(table, line, cell, problems)
        listed.append(Listed(organisation, cell, number, line, counts=wrong is None))
    lines = {each.number for each in listed}
    problems += merged_problems(
        table.grid, lines, {table.code, *table.fields.values()}, is_turned=table.is_turned
    )
    return listed


def _wrong_code(table: Table, cell: Cell, first: dict[str, Cell]) -> Problem | None:
    """What is wrong with the code of an organisation; ``first`` takes where each code stands first."""
    if not _is_code(cell):
        return _problem(table, "answers.code_unreadable", cell)
    # Two codes that differ in capital letters only would be taken for one by people.
    earlier = first.setdefault(cell.text.casefold(), cell)
    if earlier is not cell:
        return _problem(table, "answers.repeated_organisation", cell, first=earlier.address)
    return None


def _is_code(cell: Cell) -> bool:
    """Whether a cell can be a code: Excel makes days and fractions of codes like 1-2 and 1.10."""
    return cell.kind == "text" or (cell.kind == "number" and "." not in cell.text)


def _organisation(table: Table, line: Line, code: Cell, problems: list[Problem]) -> Organisation:
    return Organisation(
        code=code.text,
        name=_text(table, line, "name", problems),
        peer_group=_text(table, line, "peer_group", problems),
        is_ranked=_is_ranked(table, line, problems),
    )


def _text(table: Table, line: Line, name: str, problems: list[Problem]) -> str:
    cell = line.get(table.fields.get(name, 0))
    if cell is None:
        return ""
    code = _UNREADABLE.get(cell.kind)
    if code is None:
        return cell.text
    # In a form the name is a formula that looks it up in the list of organisations.
    if not (table.is_form and name == "name" and cell.kind == "uncomputed"):
        problems.append(_problem(table, code, cell, label=_heading(table, name)))
    return ""


def _is_ranked(table: Table, line: Line, problems: list[Problem]) -> bool:
    cell = line.get(table.fields.get("ranked", 0))
    if cell is None:
        return True
    try:
        return bool(read_value(cell, _YES_NO))
    except UnreadableValue as error:
        problems.append(_problem(table, error.problem.code, cell, label=_heading(table, "ranked")))
        return True


def _heading(table: Table, name: str) -> str:
    return table.grid.lines[table.head][table.fields[name]].text


def _problem(table: Table, code: str, cell: Cell, **facts: str) -> Problem:
    return Problem(code, {"value": cell.text, "label": "", **facts}, table.grid.place(cell))
