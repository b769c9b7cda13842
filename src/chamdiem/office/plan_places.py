"""Paths of the core → cells of a plan's workbook, and the core's problems in the words of its sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from chamdiem.errors import Place, Problem
from chamdiem.office.grid import column_letters
from chamdiem.office.plan_columns import BODIES_SHEET, HEADER_LINES, SHEETS

# The last step of a path: a field, or a place in a list; keys of entries stay whole.
_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[0-9]+\])$")
_LAST_FIELD = re.compile(r"(?:^|\.)([^.\[\]]+)(?:\[[0-9]+\])*$")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Fields of the format that a sheet shows in two columns, or under another name.
_SHOWN_AS = {
    "source": "document",
    "period": "from",
    "years": "to",
    "criterion": "expected",
    "points": "expected",
}
_LISTS = {sheet.listed: sheet for sheet in SHEETS}


@dataclass(slots=True)
class Places:
    """Where everything stands: cells by path, columns by sheet, where a key was used first."""

    file: str
    cells: dict[str, Place] = field(default_factory=dict)
    columns: dict[str, dict[str, int]] = field(default_factory=dict)
    firsts: dict[str, Place] = field(default_factory=dict)

    def told(self, problem: Problem) -> Problem:
        """A problem of the core with its cell, in words that fit a sheet."""
        place, facts = self._find(_where(problem)), problem.facts
        heading = self._heading(problem.place.path)
        match problem.code:
            case "schema.lacking_key":
                return self._missing(problem.place.path, facts["key"])
            case "schema.blank":
                return Problem("planbook.cell_missing", {"column": heading, "cell": place.cell}, place)
            case "schema.wrong_form":
                code = "planbook.year" if facts["expected"] == "year" else "planbook.key"
                return Problem(code, {"column": heading, "value": facts["value"]}, place)
            case "plan.repeated_key" if facts["key"] in self.firsts:
                first = self.firsts[facts["key"]]
                said = {"key": facts["key"], "first": f"“{first.sheet}” {first.cell}"}
                return Problem("planbook.key_twice", said, place)
            case "plan.unknown_body" if not place.cell:
                return self._still_named(facts["body"], problem.place.path)
        return replace(problem, place=place)

    def is_column_missing(self, problem: Problem) -> bool:
        """Whether the column a problem of an entry speaks of is not there."""
        path = problem.place.path
        found = _LAST_FIELD.search(path)
        name = problem.facts["key"] if problem.code == "schema.lacking_key" else found[1] if found else ""
        columns = self.columns.get(_list_of(path))
        shown = _LISTS[_list_of(path)].columns if columns is not None else ()
        return columns is not None and name not in columns and any(each.field == name for each in shown)

    def _find(self, path: str) -> Place:
        """The cell of a path, or of the nearest one above it."""
        while path and path not in self.cells:
            shorter = _LAST_STEP.sub("", path)
            path = shorter if shorter != path else ""
        return self.cells.get(path, Place(file=self.file))

    def _still_named(self, body: str, path: str) -> Problem:
        """A body that was taken out of its sheet, though parts that no sheet shows name it."""
        listed, _, rest = path.partition("[")
        facts = {"body": body, "listed": listed, "entry": rest.partition("]")[0]}
        return Problem("planbook.body_still_named", facts, Place(file=self.file, sheet=BODIES_SHEET))

    def _missing(self, path: str, key: str) -> Problem:
        """What has to be filled in, by the heading of its column and with its own cell."""
        place, listed = self._find(path), _list_of(path)
        place = self.cells.get(f"{path}.{key}", place)
        position = self.columns.get(listed, {}).get(key)
        if position is not None and place.cell:
            place = replace(place, cell=f"{column_letters(position)}{place.cell.lstrip(_LETTERS)}")
        facts = {"column": self._heading(f"{path}.{key}"), "cell": place.cell}
        return Problem("planbook.cell_missing", facts, place)

    def _heading(self, path: str) -> str:
        """The heading under which people find a field."""
        listed, found = _list_of(path), _LAST_FIELD.search(path)
        name = found[1] if found else ""
        name = _SHOWN_AS.get(name, name)
        if listed == "plan":
            return HEADER_LINES[name][0] if name in HEADER_LINES else name
        columns = _LISTS[listed].columns if listed in _LISTS else ()
        return next((column.heading for column in columns if column.field == name), name)


def _list_of(path: str) -> str:
    return re.split(r"[.\[]", path)[0]


def _where(problem: Problem) -> str:
    """The path of a problem; of years that begin too early the one they begin with."""
    path = problem.place.path
    if problem.code in ("plan.years_outside", "plan.years_unexplained") and path.endswith(".years"):
        first, period = (problem.facts[name].partition("–")[0] for name in ("value", "period"))
        return f"{path}.from" if int(first) < int(period) else path
    return path
