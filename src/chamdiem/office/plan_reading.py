"""The workbook of a plan → the core's plain data, with the cell of everything, for its problems.

What the sheets cannot hold (legal basis, clauses, recipients …) is taken from the plan they are read over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import count

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.inputs import Input, UnreadableValue
from chamdiem.core.lint.folding import fold
from chamdiem.core.plain_data import Marked
from chamdiem.core.plan_consistency import plan_problems
from chamdiem.core.plan_loading import load_plan
from chamdiem.core.plan_schema import FORMAT
from chamdiem.core.points import decimal_text
from chamdiem.errors import InvalidPlan, Place, Problem
from chamdiem.office.excel_reading import read_workbook
from chamdiem.office.grid import Cell, Grid, column_letters
from chamdiem.office.plan_columns import (
    BELOW,
    HEADER_LINES,
    HEADER_SHEET,
    LIST_FIELDS,
    MEASURE_FIELDS,
    OPERATORS,
    SEPARATOR,
    SHEETS,
    YES,
    SheetPlan,
)
from chamdiem.office.plan_merging import merge_plan
from chamdiem.office.plan_writing import heading_titles

NUMBER = Input(type="decimal", decimals=6, maximum=Fraction(10**13))
_HEADING = re.compile(r"([0-9]{1,3}|[A-ZĐ]|[IVXL]{1,6})\. (.+)")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# The last step of a path: a field, or a place in a list; keys of entries stay whole.
_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[0-9]+\])$")
CriteriaOf = Callable[[str], Collection[str] | None]


def read_plan_book(data: bytes, file: str, criteria_of: CriteriaOf, over: Plan | None = None) -> Plan:
    """Read a plan from its workbook.

    Args:
        data: The workbook.
        file: Its name, for the places of problems.
        criteria_of: As for ``core.plan_loading.load_plan``.
        over: The plan it changes: what the sheets do not hold stays as it is there.

    Raises:
        Invalid: It is no workbook.
        InvalidPlan: Carries every problem with its cell.
    """
    book = _Book(file)
    if over is not None:
        book.know(over)
    grids = {fold(grid.sheet): grid for grid in read_workbook(data, file)}
    header = book.read_header(grids.get(fold(HEADER_SHEET)))
    content: dict[str, Marked] = {"format": Marked(FORMAT), "plan": Marked(header)}
    for sheet in SHEETS:
        content[sheet.listed] = Marked(book.read_sheet(grids.get(fold(sheet.title)), sheet))
    content["sections"], content["project_groups"] = book.headings("M"), book.headings("N")
    plan = _built(book, content, criteria_of)
    # The file of another plan is told so by who asked for it.
    if over is None or plan.key != over.key:
        return plan
    merged = merge_plan(plan, over)
    # What no sheet holds may still name something that the sheets have taken out.
    if broken := plan_problems(merged):
        raise InvalidPlan([book.placed(problem) for problem in broken])
    return merged


def _built(book: _Book, content: Mapping[str, Marked], criteria_of: CriteriaOf) -> Plan:
    """The plan of the sheets, or every problem of cells and of what does not fit together, at once."""
    try:
        plan = load_plan(Marked(dict(content)), book.file, criteria_of)
    except InvalidPlan as refused:
        told = {each.place for each in book.problems if each.place.cell}
        found = [book.placed(each) for each in refused.problems if not book.follows(each)]
        raise InvalidPlan([*book.problems, *(each for each in found if each.place not in told)]) from None
    if book.problems:
        raise InvalidPlan(book.problems)
    return plan


@dataclass(slots=True)
class _Book:
    """What is gathered while the sheets are read: places, headings by their path, problems."""

    file: str
    places: dict[str, Place] = field(default_factory=dict)
    paths: dict[str, dict[str, str]] = field(default_factory=lambda: {"M": {}, "N": {}})
    problems: list[Problem] = field(default_factory=list)
    # Keys no new heading may take; the columns of each sheet; lists and header that could not be read.
    used: set[str] = field(default_factory=set)
    columns: dict[str, dict[str, int]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def know(self, plan: Plan) -> None:
        """Find the headings of the plan that is changed again by their titles."""
        self.used = {entry.key for _, entry in plan.entries()}
        for letter, headings in (("M", plan.sections), ("N", plan.project_groups)):
            for key, title in heading_titles(headings).items():
                self.paths[letter].setdefault(title, key)

    def follows(self, problem: Problem) -> bool:
        """Whether a problem is there only because a sheet could not be read, which is told already."""
        needs = {"plan.unknown_body": "bodies", "plan.unknown_goal": "goals"}
        in_header = problem.place.path.startswith("plan") or problem.code == "plan.criteria_without_set"
        return needs.get(problem.code, "plan" if in_header else "") in self.unread

    def read_header(self, grid: Grid | None) -> dict[str, Marked]:
        """The header, from the lines of its sheet by their labels."""
        if grid is None:
            self.problems.append(
                Problem("planbook.sheet_missing", {"sheet": HEADER_SHEET}, Place(file=self.file))
            )
            self.unread.add("plan")
            return {}
        labels = {fold(label): name for name, (label, _) in HEADER_LINES.items()}
        found: dict[str, Cell] = {}
        for line in grid.lines.values():
            name = labels.get(fold(line[1].text)) if 1 in line else None
            if name is not None:
                empty = Cell(line[1].row, 2, "")
                self.places[f"plan.{_HEADER_FIELDS.get(name, name)}"] = grid.place(empty)
                self.places[f"plan:{name}"] = grid.place(empty)
            if name is not None and 2 in line:
                found[name] = line[2]
        self.places["plan"] = Place(file=self.file, sheet=grid.sheet)
        header: dict[str, Marked] = {
            name: _marked(found[name]) for name in ("key", "title", "issuer", "criteria_set") if name in found
        }
        if "document" in found:
            header["source"] = Marked({"document": _marked(found["document"])})
        years: dict[str, Marked] = {name: _marked(found[name]) for name in ("from", "to") if name in found}
        if years:
            header["period"] = Marked(years)
        return header

    def read_sheet(self, grid: Grid | None, sheet: SheetPlan) -> list[Marked]:
        """The entries of a sheet; a line without a key adds a measure to the entry above it.

        A sheet or a column that is not there says nothing of what it would hold: it is refused, not emptied.
        """
        if grid is None:
            self.problems.append(
                Problem("planbook.sheet_missing", {"sheet": sheet.title}, Place(file=self.file))
            )
            self.unread.add(sheet.listed)
            return []
        head, positions = self._columns(grid, sheet)
        self.columns[sheet.listed] = positions
        entries: list[dict[str, Marked]] = []
        name = sheet.columns[0].field
        for number in sorted(grid.lines):
            line = {
                key: grid.lines[number][position]
                for key, position in positions.items()
                if position in grid.lines[number] and grid.lines[number][position].text.strip()
            }
            if number <= head or not line:
                continue
            if set(line) <= set(MEASURE_FIELDS) and entries:
                self._add_measure(grid, sheet, line, entries[-1])
                continue
            index = len(entries)
            path = f"{sheet.listed}[{line[name].text.strip() if name in line else index}]"
            self.places[path] = _row_place(grid, number, positions.get(name, 1))
            entries.append(self._entry(grid, line, path))
            self._add_measure(grid, sheet, line, entries[-1])
        return [Marked(entry) for entry in entries]

    def headings(self, letter: str) -> Marked:
        """The headings met so far as entries of the file: key, number, title, what they stand under."""
        entries = []
        for path, key in self.paths[letter].items():
            above, _, own = path.rpartition(BELOW)
            numbered = _HEADING.fullmatch(own)
            entry = {"key": Marked(key), "title": Marked(numbered[2] if numbered else own)}
            if numbered:
                entry["number"] = Marked(numbered[1])
            if above:
                entry["under"] = Marked(self.paths[letter][above])
            entries.append(Marked(entry))
        return Marked(entries)

    def placed(self, problem: Problem) -> Problem:
        """A problem of the core with the cell its path stands for."""
        path = problem.place.path
        while path and path not in self.places:
            shorter = _LAST_STEP.sub("", path)
            path = shorter if shorter != path else ""
        place = self.places.get(path, Place(file=self.file, path=problem.place.path))
        if problem.code == "schema.lacking_key":
            return self._missing(problem, place)
        return replace(problem, place=place)

    def _missing(self, problem: Problem, place: Place) -> Problem:
        """What has to be filled in, by the heading of its column and with its own cell."""
        listed, key = re.split(r"[.\[]", problem.place.path)[0], problem.facts["key"]
        if listed == "plan":
            name = {"source": "document", "period": "from"}.get(key, key)
            place = self.places.get(f"plan:{name}", place)
            heading = HEADER_LINES[name][0] if name in HEADER_LINES else key
            return Problem("planbook.cell_missing", {"column": heading}, place)
        columns = next((sheet.columns for sheet in SHEETS if sheet.listed == listed), ())
        heading = next((column.heading for column in columns if column.field == key), key)
        position = self.columns.get(listed, {}).get(key)
        if position is not None and place.cell:
            place = replace(place, cell=f"{column_letters(position)}{place.cell.lstrip(_LETTERS)}")
        return Problem("planbook.cell_missing", {"column": heading}, place)

    def _columns(self, grid: Grid, sheet: SheetPlan) -> tuple[int, dict[str, int]]:
        names = {fold(column.heading): column.field for column in sheet.columns}
        for number in sorted(grid.lines)[:20]:
            line = grid.lines[number]
            positions = {names[fold(cell.text)]: at for at, cell in line.items() if fold(cell.text) in names}
            if sheet.columns[0].field in positions:
                self._look_at_headings(grid, sheet, line)
                return number, positions
        heading = sheet.columns[0].heading
        place = Place(file=self.file, sheet=grid.sheet)
        self.unread.add(sheet.listed)
        self.problems.append(Problem("planbook.heading_missing", {"heading": heading}, place))
        return 0, {}

    def _look_at_headings(self, grid: Grid, sheet: SheetPlan, line: Mapping[int, Cell]) -> None:
        """Every column once, and no other: what a column of another name holds would be lost."""
        headings = {fold(column.heading): column.heading for column in sheet.columns}
        seen: dict[str, Cell] = {}
        for cell in line.values():
            heading = fold(cell.text)
            if heading in seen:
                self._report("planbook.column_twice", grid.place(cell), column=cell.text.strip())
            elif heading and heading not in headings:
                self._report("planbook.column_unknown", grid.place(cell), column=cell.text.strip())
            seen[heading] = cell
        place = Place(file=self.file, sheet=grid.sheet)
        for heading, column in headings.items():
            if heading not in seen:
                self._report("planbook.column_missing", place, column=column)

    def _entry(self, grid: Grid, line: Mapping[str, Cell], path: str) -> dict[str, Marked]:
        entry: dict[str, Marked] = {}
        for key, cell in line.items():
            if cell.kind in ("error", "uncomputed"):
                self._report("planbook.formula", grid.place(cell), value=cell.text)
            self.places[f"{path}.{_FIELDS.get(key, key)}"] = grid.place(cell)
            if key in LIST_FIELDS:
                entry[key] = Marked([Marked(part, cell.row) for part in _parts(cell.text)], cell.row)
            elif key in ("section", "group"):
                letter = "M" if key == "section" else "N"
                entry[key] = Marked(self._heading(letter, cell.text), cell.row)
            elif key == "budget":
                entry[key] = Marked(self._number(grid, cell), cell.row)
            elif key == "expected":
                entry[key] = Marked(self._expected(grid, cell), cell.row)
            elif key == "collective":
                entry[key] = Marked("yes" if fold(cell.text) == fold(YES) else "no", cell.row)
            elif key not in (*MEASURE_FIELDS, "from", "to"):
                entry[key] = _marked(cell)
        years = {key: _marked(line[key]) for key in ("from", "to") if key in line}
        if years:
            entry["years"] = Marked(years)
        return entry

    def _add_measure(
        self, grid: Grid, sheet: SheetPlan, line: Mapping[str, Cell], entry: dict[str, Marked]
    ) -> None:
        given = {key: line[key] for key in MEASURE_FIELDS if key in line}
        if not given or sheet.listed == "bodies":
            return
        measures = entry.setdefault("measures", Marked([]))
        assert isinstance(measures.value, list)  # noqa: S101  built here
        key = entry["key"].value if "key" in entry else "?"
        measure = {"key": Marked(f"{key}-{len(measures.value) + 1}")}
        for name, cell in given.items():
            if name == "threshold":
                measure[name] = Marked(self._number(grid, cell), cell.row)
            elif name == "operator":
                measure[name] = Marked(self._operator(grid, cell), cell.row)
            else:
                measure[name] = _marked(cell)
        path = f"{sheet.listed}[{key}].measures"
        place = grid.place(next(iter(given.values())))
        self.places.setdefault(path, place)
        self.places[f"{path}[{len(measures.value)}]"] = place
        measures.value.append(Marked(measure))

    def _heading(self, letter: str, text: str) -> str:
        """The key of a heading; headings above it get one too."""
        paths, path = self.paths[letter], ""
        for part in (part.strip() for part in text.split(BELOW.strip())):
            path = f"{path}{BELOW}{part}" if path else part
            if path not in paths:
                number = next(n for n in count(len(paths) + 1) if f"{letter}{n}" not in self.used)
                paths[path] = f"{letter}{number}"
        return paths[path]

    def _number(self, grid: Grid, cell: Cell) -> str:
        try:
            text = cell.text.strip().removesuffix("%").strip()
            stored = NUMBER.parse(text) if cell.kind == "number" else NUMBER.read(text)
        except UnreadableValue as error:
            self._report(error.problem.code, grid.place(cell), label="", **error.problem.facts)
            return "0"
        return decimal_text(Fraction(stored, NUMBER.scale))

    def _operator(self, grid: Grid, cell: Cell) -> str:
        for word, said in OPERATORS.items():
            if fold(said) == fold(cell.text):
                return word
        allowed = ", ".join(OPERATORS.values())
        self._report("planbook.operator", grid.place(cell), value=cell.text, allowed=allowed)
        return "at_least"

    def _expected(self, grid: Grid, cell: Cell) -> list[Marked]:
        expected = []
        for part in _parts(cell.text):
            criterion, sign, points = part.partition("=")
            number = Cell(cell.row, cell.column, points.strip())
            if not sign:
                self._report("planbook.expected", grid.place(cell), value=part)
                continue
            entry = {"criterion": Marked(criterion.strip()), "points": Marked(self._number(grid, number))}
            expected.append(Marked(entry))
        return expected

    def _report(self, code: str, place: Place, **facts: str) -> None:
        self.problems.append(Problem(code, facts, place))


# Column → field of the format, where they differ; "document" of the header stands in its source.
_FIELDS = {"from": "years", "to": "years"}
_HEADER_FIELDS = {"from": "period", "to": "period", "document": "source"}


def _marked(cell: Cell) -> Marked:
    return Marked(cell.text.strip(), cell.row)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(SEPARATOR) if part.strip()]


def _row_place(grid: Grid, number: int, position: int) -> Place:
    """The place of an entry: its first column, filled or not."""
    return Place(file=grid.file, sheet=grid.sheet, cell=f"{column_letters(position)}{number}")
