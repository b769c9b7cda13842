"""The workbook of a plan → the core's plain data, with the cell of everything, for its problems.

What the sheets cannot hold (clauses, annexes, who signed …) is taken from the plan they are read over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.lint.folding import fold
from chamdiem.core.plain_data import Marked
from chamdiem.core.plan_consistency import plan_problems
from chamdiem.core.plan_loading import CriteriaOf, load_plan
from chamdiem.core.plan_schema import FORMAT
from chamdiem.core.remarks import named
from chamdiem.errors import InvalidPlan, Place, Problem
from chamdiem.office.excel_reading import read_workbook
from chamdiem.office.grid import Cell, Grid
from chamdiem.office.plan_cells import folded, reading_hint, spaced
from chamdiem.office.plan_columns import HEADER_LINES, HEADER_SHEET, NUMBER_HEADINGS, SHEETS, SheetPlan
from chamdiem.office.plan_headings import Headings
from chamdiem.office.plan_merging import merge_plan
from chamdiem.office.plan_places import Places
from chamdiem.office.plan_sheets import SheetReading

# The name a spreadsheet gives to a copy of a sheet.
_COPY = re.compile(r"(.+?)(?: \(\d+\)|[_ ]\d+)")
_TITLES = (HEADER_SHEET, *(sheet.title for sheet in SHEETS))
_CELL = re.compile(r"([A-Z]*)([0-9]*)")
# Line of the header → where the format keeps it, if not under its own name.
_KEPT_IN = {"from": "period.from", "to": "period.to", "document": "source.document"}


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
    book = _Book(file, Places(file))
    grids = book.find_sheets(read_workbook(data, file))
    book.headings.reserve(grids.values())
    if over is not None:
        book.headings.know(over)
    header = book.read_header(grids.get(fold(HEADER_SHEET)))
    content: dict[str, Marked] = {"format": Marked(FORMAT), "plan": Marked(header)}
    for sheet in SHEETS:
        content[sheet.listed] = Marked(book.read_sheet(grids.get(fold(sheet.title)), sheet))
    content["sections"], content["project_groups"] = book.headings.entries("M"), book.headings.entries("N")
    plan = _built(book, content, criteria_of, over)
    # The file of another plan is told so by who asked for it.
    if over is None or plan.key != over.key:
        return plan
    merged = merge_plan(plan, over)
    # What no sheet holds may still name something that the sheets have taken out.
    if broken := plan_problems(merged):
        raise InvalidPlan([book.places.told(problem) for problem in broken])
    return merged


def key_in_book(data: bytes, file: str) -> str:
    """The key a workbook gives its plan, however much else is wrong; empty where it gives none.

    Raises:
        Invalid: It is no workbook.
    """
    book = _Book(file, Places(file))
    key = book.read_header(book.find_sheets(read_workbook(data, file)).get(fold(HEADER_SHEET))).get("key")
    return key.value if key is not None and isinstance(key.value, str) else ""


def book_remarks(data: bytes, file: str) -> list[Problem]:
    """What is odd in a workbook and may be meant: hidden sheets and lines, numbers with two readings.

    Raises:
        Invalid: It is no workbook.
    """
    grids = _Book(file, Places(file)).find_sheets(read_workbook(data, file)).values()
    return [problem for grid in grids for problem in (*_hidden_of(grid), *_two_readings(grid))]


def _two_readings(grid: Grid) -> Iterator[Problem]:
    """How numbers typed as text were read, below the headings of columns that hold some."""
    named, headings = {fold(each): each for each in NUMBER_HEADINGS}, dict[int, str]()
    for _, line in sorted(grid.lines.items()):
        for at, cell in line.items():
            heading = headings.get(at)
            if heading is not None and cell.kind == "text" and (hint := reading_hint(cell.text, heading)):
                yield replace(hint, place=grid.place(cell))
            if (found := named.get(folded(cell.text))) is not None:
                headings[at] = found


def _hidden_of(grid: Grid) -> Iterator[Problem]:
    place = Place(file=grid.file, sheet=grid.sheet)
    filled = {
        number for number, line in grid.lines.items() if any(cell.text.strip() for cell in line.values())
    }
    if grid.is_hidden and filled:
        yield Problem("plan.hidden_sheet", {"value": grid.sheet}, place)
    elif lines := sorted(filled & grid.hidden):
        yield Problem("answers.hidden_lines", {"hidden": named([str(line) for line in lines])}, place)


def _built(book: _Book, content: Mapping[str, Marked], criteria_of: CriteriaOf, over: Plan | None) -> Plan:
    """The plan of the sheets, or every problem of cells and of what does not fit together, at once."""
    found: list[Problem] = []
    try:
        plan = load_plan(Marked(dict(content)), book.file, criteria_of, is_handed_in=True, over=over)
    except InvalidPlan as refused:
        known = {each.place for each in book.problems if each.place.cell}
        told = [book.places.told(each) for each in refused.problems if not book.follows(each)]
        found = [each for each in told if each.place not in known]
    if found or book.problems:
        raise InvalidPlan(sorted([*book.problems, *found], key=_order))
    return plan


def _order(problem: Problem) -> tuple[int, int, str]:
    """Sheet by sheet, line by line."""
    place = problem.place
    titles = [fold(title) for title in _TITLES]
    sheet = titles.index(fold(place.sheet)) if fold(place.sheet) in titles else -1
    found = _CELL.match(place.cell)
    letters, number = (found[1], found[2]) if found else ("", "")
    return sheet, int(number or 0), letters.rjust(3)


@dataclass(slots=True)
class _Book:
    """What is gathered while the sheets are read: places, headings, problems, what could not be read."""

    file: str
    places: Places
    headings: Headings = field(default_factory=Headings)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def follows(self, problem: Problem) -> bool:
        """Whether a problem is there only because a sheet or a column is missing, which is told already."""
        needs = {"plan.unknown_body": "bodies", "plan.unknown_goal": "goals"}
        in_header = problem.place.path.startswith("plan") or problem.code == "plan.criteria_without_set"
        if needs.get(problem.code, "plan" if in_header else "") in self.unread:
            return True
        return self.places.is_column_missing(problem)

    def find_sheets(self, grids: Iterable[Grid]) -> dict[str, Grid]:
        """The sheets by their folded names; a copy of one may be the one that counts, so it is refused."""
        found: dict[str, Grid] = {}
        for grid in grids:
            copied = _COPY.fullmatch(grid.sheet)
            title = folded(copied[1] if copied else grid.sheet)
            known = next((each for each in _TITLES if fold(each) == title), "")
            if known and (copied or title in found):
                place = Place(file=self.file, sheet=grid.sheet)
                self._report("planbook.sheet_twice", place, sheet=known, copy=grid.sheet)
            elif known:
                found[title] = grid
        return found

    def read_header(self, grid: Grid | None) -> dict[str, Marked]:
        """The header, from the lines of its sheet by their labels."""
        if grid is None:
            self._lacks(HEADER_SHEET, "plan")
            return {}
        self.places.cells["plan"] = Place(file=self.file, sheet=grid.sheet)
        found = self._header_cells(grid)
        header: dict[str, Marked] = {
            name: _marked(found[name]) for name in ("key", "title", "issuer", "criteria_set") if name in found
        }
        if "document" in found:
            header["source"] = Marked({"document": _marked(found["document"])})
        years: dict[str, Marked] = {name: _marked(found[name]) for name in ("from", "to") if name in found}
        if years:
            header["period"] = Marked(years)
        return header

    def _header_cells(self, grid: Grid) -> dict[str, Cell]:
        """Line of the header → the cell beside its label, where that holds something."""
        names = {fold(label): name for name, (label, _) in HEADER_LINES.items()}
        found: dict[str, Cell] = {}
        seen: set[str] = set()
        for line in grid.lines.values():
            name = names.get(folded(line[1].text)) if 1 in line else None
            if name is None:
                continue
            label = HEADER_LINES[name][0]
            if name in seen:
                self._report("planbook.line_twice", grid.place(line[1]), column=label)
                continue
            seen.add(name)
            place = grid.place(Cell(line[1].row, 2, ""))
            self.places.cells[f"plan.{_KEPT_IN.get(name, name)}"] = place
            self.places.cells[f"plan.{_KEPT_IN.get(name, name).partition('.')[0]}"] = place
            if 2 in line and line[2].text.strip():
                found[name] = line[2]
                if line[2].kind in ("error", "uncomputed"):
                    self._report("planbook.formula", place, value=line[2].text)
        for name in HEADER_LINES.keys() - seen:
            place = Place(file=self.file, sheet=grid.sheet)
            self._report("planbook.line_missing", place, column=HEADER_LINES[name][0])
        return found

    def read_sheet(self, grid: Grid | None, sheet: SheetPlan) -> list[Marked]:
        """The entries of a sheet.

        A sheet or a column that is not there says nothing of what it would hold: it is refused, not emptied.
        """
        if grid is None:
            self._lacks(sheet.title, sheet.listed)
            return []
        reading = SheetReading(grid, sheet, self.places, self.headings)
        if not reading.read():
            self.unread.add(sheet.listed)
        self.problems += reading.problems
        return [Marked(entry) for entry in reading.entries]

    def _lacks(self, title: str, listed: str) -> None:
        self._report("planbook.sheet_missing", Place(file=self.file), sheet=title)
        self.unread.add(listed)

    def _report(self, code: str, place: Place, **facts: str) -> None:
        self.problems.append(Problem(code, facts, place))


def _marked(cell: Cell) -> Marked:
    return Marked(spaced(cell.text), cell.row)
