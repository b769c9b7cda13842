"""One sheet of a plan's workbook → entries as plain data, with the cell of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from chamdiem.core.inputs import Input
from chamdiem.core.lint.folding import fold
from chamdiem.core.plain_data import Marked
from chamdiem.core.set_schema import KEY
from chamdiem.errors import Place, Problem
from chamdiem.office.grid import Area, Cell, Grid
from chamdiem.office.plan_cells import (
    folded,
    number_kind,
    parts,
    read_day,
    read_expected,
    read_frequency,
    read_number,
    read_operator,
    read_yes_no,
    spaced,
)
from chamdiem.office.plan_columns import BELOW, LIST_FIELDS, MEASURE_FIELDS, SheetPlan
from chamdiem.office.plan_headings import Headings
from chamdiem.office.plan_places import Places

Entry = dict[str, Marked]
_MOST_LINES_ABOVE = 20
# Columns that name a heading → the letter of its keys.
_HEADED = {"section": "M", "group": "N"}
# Columns in which a spreadsheet takes what somebody types, such as “1/1”, for a day.
_NUMBERED = ("number", "letter")
# What money is counted in.
_BUDGET_UNIT = "triệu đồng"


@dataclass(slots=True)
class SheetReading:
    """One pass over a sheet: a line without a key adds a measure to the entry above it."""

    grid: Grid
    sheet: SheetPlan
    places: Places
    headings: Headings
    problems: list[Problem] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    # The lines on which an entry begins.
    starts: set[int] = field(default_factory=set)

    def read(self) -> bool:
        """Fill ``entries``; False where the sheet has no line of headings."""
        head = self._find_headings()
        if not head:
            return False
        self.places.columns[self.sheet.listed] = self.positions
        for number in sorted(each for each in self.grid.lines if each > head):
            line = self._line(number)
            if line and set(line) <= set(MEASURE_FIELDS):
                self._go_on(number, line)
            elif line:
                self._begin(number, line)
        for area in self.grid.merged:
            self._look_at_merged(area, head)
        return True

    def _find_headings(self) -> int:
        """The number of the line of headings; 0 where there is none."""
        names = {fold(column.heading): column.field for column in self.sheet.columns}
        first = self.sheet.columns[0]
        for number in sorted(self.grid.lines)[:_MOST_LINES_ABOVE]:
            line = self.grid.lines[number]
            found = {names[folded(cell.text)]: at for at, cell in line.items() if folded(cell.text) in names}
            if first.field in found:
                self._look_at_headings(line)
                self.positions = found
                return number
        place = Place(file=self.grid.file, sheet=self.grid.sheet)
        self._report(place, "planbook.heading_missing", heading=first.heading)
        return 0

    def _look_at_headings(self, line: Mapping[int, Cell]) -> None:
        """Every column once, and no other: what a column of another name holds would be lost."""
        headings = {fold(column.heading): column.heading for column in self.sheet.columns}
        seen: set[str] = set()
        for cell in line.values():
            heading = folded(cell.text)
            code = "planbook.column_twice" if heading in seen else "planbook.column_unknown"
            if heading and (heading in seen or heading not in headings):
                self._report(self.grid.place(cell), code, column=spaced(cell.text))
            seen.add(heading)
        place = Place(file=self.grid.file, sheet=self.grid.sheet)
        for heading, column in headings.items():
            if heading not in seen:
                self._report(place, "planbook.column_missing", column=column)

    def _line(self, number: int) -> dict[str, Cell]:
        """The cells of a line that hold something, by field."""
        cells = self.grid.lines[number]
        return {
            name: cells[at] for name, at in self.positions.items() if at in cells and cells[at].text.strip()
        }

    def _begin(self, number: int, line: Mapping[str, Cell]) -> None:
        name = self.sheet.columns[0].field
        key = spaced(line[name].text) if name in line else ""
        place = self._place(number, name)
        key = self._own(key, number, place)
        path = f"{self.sheet.listed}[{key or len(self.entries)}]"
        self.places.cells[path] = place
        if key:
            self.places.firsts.setdefault(key, place)
        self.starts.add(number)
        self.entries.append(self._entry(line, path))
        if key:
            self.entries[-1][name] = Marked(key, number)
        self._add_measure(number, line, path)

    def _own(self, key: str, number: int, place: Place) -> str:
        """The key of an entry; one used above in the sheet is told, and another stands in for it.

        So every cell keeps its own place, whatever else is wrong on both lines.
        """
        if not key or f"{self.sheet.listed}[{key}]" not in self.places.cells:
            return key
        first = self.places.cells[f"{self.sheet.listed}[{key}]"]
        if self.sheet.listed == "bodies":
            return key
        self._report(place, "planbook.key_twice", key=key, first=f"“{first.sheet}” {first.cell}")
        return f"{self.sheet.listed}-{number}"

    def _go_on(self, number: int, line: Mapping[str, Cell]) -> None:
        if not self.entries:
            self._report(
                self._place(number, self.sheet.columns[0].field),
                "planbook.line_loose",
                column=self.sheet.columns[0].heading,
            )
            return
        key = self.entries[-1]["key"].value if "key" in self.entries[-1] else len(self.entries) - 1
        self._look_at_formulas(line)
        self._add_measure(number, line, f"{self.sheet.listed}[{key}]")

    def _entry(self, line: Mapping[str, Cell], path: str) -> Entry:
        self._look_at_formulas(line)
        entry: Entry = {}
        years: Entry = {}
        fields = {column.field for column in self.sheet.columns}
        # Elsewhere ``to`` is whom reports are sent to.
        years_of = {"from", "to"} if {"from", "to"} <= fields else set()
        for name, cell in line.items():
            if name in MEASURE_FIELDS:
                continue
            if name in years_of:
                years[name] = _marked(cell)
                self.places.cells[f"{path}.years.{name}"] = self.grid.place(cell)
                self.places.cells[f"{path}.years"] = self.grid.place(cell)
                continue
            self.places.cells[f"{path}.{name}"] = self.grid.place(cell)
            entry[name] = self._value(name, cell)
        if years:
            entry["years"] = Marked(years)
        return entry

    def _value(self, name: str, cell: Cell) -> Marked:
        report = partial(self._report, self.grid.place(cell))
        heading = self._heading(name)
        if name in LIST_FIELDS:
            return Marked([Marked(part, cell.row) for part in parts(cell.text)], cell.row)
        if name in _HEADED:
            if not all(part.strip() for part in cell.text.split(BELOW.strip())):
                report("planbook.heading_gap", value=cell.text, column=heading)
                return Marked("", cell.row)
            return Marked(self.headings.key_of(_HEADED[name], spaced(cell.text)), cell.row)
        if name == "budget":
            return Marked(read_number(cell, heading, report, unit=_BUDGET_UNIT), cell.row)
        if name == "expected":
            return Marked(read_expected(cell, heading, report), cell.row)
        if name == "every":
            return Marked(read_frequency(cell, report), cell.row)
        if name == "issued_on":
            return Marked(read_day(cell, report), cell.row)
        if name in _NUMBERED and cell.kind == "day":
            report("planbook.number_day", value=cell.text, column=heading)
        if name == "collective":
            return Marked(read_yes_no(cell, heading, report), cell.row)
        return _marked(cell)

    def _add_measure(self, number: int, line: Mapping[str, Cell], path: str) -> None:
        given = {name: line[name] for name in MEASURE_FIELDS if name in line}
        if not given:
            return
        told, entry = len(self.problems), self.entries[-1]
        measures = entry.setdefault("measures", Marked([]))
        assert isinstance(measures.value, list)  # noqa: S101  built here
        own = f"{path}.measures[{len(measures.value)}]"
        for name in MEASURE_FIELDS:
            self.places.cells[f"{own}.{name}"] = self._place(number, name)
        first = self.grid.place(next(iter(given.values())))
        self.places.cells[own] = first
        self.places.cells.setdefault(f"{path}.measures", first)
        measure = {"key": Marked(self._measure_key(number, path, len(measures.value) + 1))}
        said = {name: spaced(cell.text) for name, cell in given.items()}
        kind = number_kind(said.get("label", ""), said.get("unit", ""))
        unit = said.get("unit", "")
        measure |= {name: self._figure(name, cell, kind, unit) for name, cell in given.items()}
        # What is no number, and nothing else says what it should measure, is told once.
        if len(self.problems) > told and set(given) == {"threshold"}:
            return
        measures.value.append(Marked(measure))
        self._look_at_percent(given)

    def _measure_key(self, number: int, path: str, position: int) -> str:
        """A key made of the entry's; of the line where that has none that is good and its own."""
        key = path.partition("[")[2].removesuffix("]")
        made = f"{key}-{position}"
        is_own = self.places.firsts.get(key) == self.places.cells[path]
        return made if is_own and KEY.fits(made) else f"{self.sheet.listed}-{number}-{position}"

    def _figure(self, name: str, cell: Cell, kind: Input, unit: str) -> Marked:
        report = partial(self._report, self.grid.place(cell))
        if name == "threshold":
            return Marked(read_number(cell, self._heading(name), report, kind, unit), cell.row)
        if name == "operator":
            return Marked(read_operator(cell, report), cell.row)
        return _marked(cell)

    def _look_at_percent(self, given: Mapping[str, Cell]) -> None:
        """A threshold in per cent has no other unit."""
        if "threshold" not in given or "unit" not in given:
            return
        value, unit = spaced(given["threshold"].text), spaced(given["unit"].text)
        if value.endswith("%") and unit != "%":
            place = self.grid.place(given["threshold"])
            self._report(place, "planbook.percent", value=value, unit=unit)

    def _look_at_formulas(self, line: Mapping[str, Cell]) -> None:
        for cell in line.values():
            if cell.kind in ("error", "uncomputed"):
                self._report(self.grid.place(cell), "planbook.formula", value=cell.text)

    def _look_at_merged(self, area: Area, head: int) -> None:
        """One value over several entries or columns: nobody knows whose it is."""
        cell = self.grid.lines.get(area.top, {}).get(area.left)
        if area.top <= head or cell is None or not cell.text.strip():
            return
        across = [at for at in self.positions.values() if area.left <= at <= area.right]
        down = [number for number in self.starts if area.top < number <= area.bottom]
        if across and (down or len(across) > 1):
            self._report(self.grid.place(cell), "planbook.merged", value=cell.text)

    def _heading(self, name: str) -> str:
        return next(column.heading for column in self.sheet.columns if column.field == name)

    def _place(self, number: int, name: str) -> Place:
        """The cell of a field on a line, filled or not."""
        return self.grid.place(Cell(number, self.positions.get(name, 1), ""))

    def _report(self, place: Place, code: str, **facts: str) -> None:
        """Tell a problem; of what one cell holds only the first."""
        if not place.cell or all(each.place != place for each in self.problems):
            self.problems.append(Problem(code, facts, place))


def _marked(cell: Cell) -> Marked:
    return Marked(spaced(cell.text), cell.row)
