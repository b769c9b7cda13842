"""A cell and the input it answers → the stored integer, or what is wrong with it.

What people typed as text goes to ``Input.read`` as it is. What Excel knows to
be a number, and what a program wrote into JSON, is never ambiguous: it goes to
``Input.parse``.
"""

from __future__ import annotations

from chamdiem.core.inputs import NUMBER_TYPES, Input
from chamdiem.core.written_values import UnreadableValue, refuse_padded_text
from chamdiem.errors import NumberText, Problem
from chamdiem.office.grid import Cell


def read_value(cell: Cell, given: Input) -> int:
    """The stored integer of a cell.

    Raises:
        UnreadableValue: Says what is wrong with the value.
    """
    match cell.kind:
        case "error":
            raise UnreadableValue("answer.error_value", value=cell.text)
        case "uncomputed":
            raise UnreadableValue("answer.uncomputed_formula", value=cell.text)
        case "day" if given.type in NUMBER_TYPES:
            raise UnreadableValue("answer.day_for_number", value=cell.text)
        case "number":
            return given.parse(cell.text)
        case "plain":
            if given.type in NUMBER_TYPES:
                refuse_padded_text(cell.text)
            return given.parse(cell.text)
        case _:
            return given.read(cell.text)


def _shown(cell: Cell) -> str:
    """The value as the file shows it: what Excel and JSON call TRUE was not typed as "có"."""
    if cell.kind == "number":
        return NumberText(cell.text)
    if cell.kind != "yes_no":
        return cell.text
    return "TRUE" if cell.text == "có" else "FALSE"


def value_problem(error: UnreadableValue, cell: Cell, figure: str, given: Input) -> Problem:
    """The problem of an unreadable cell, with what its sentence needs."""
    known = {"figure": figure, "label": given.label or figure, "value": _shown(cell)}
    facts = {**error.problem.facts, **known}
    if cell.row and "near" in facts:
        # In a sheet people type it with the decimal sign of their language; JSON has the point alone.
        facts["near"] = NumberText(facts["near"])
    return Problem(error.problem.code, facts)
