"""The grids of a file → organisations with stored integers, and every problem with its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chamdiem.core.standings import Participant
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import Place, Problem
from chamdiem.office.answer_sheet import AnswerSheet
from chamdiem.office.asked import Asked
from chamdiem.office.form_layout import ORGANISATIONS_SHEET, PEER_GROUP_HEADINGS
from chamdiem.office.grid import Cell, Grid, Line
from chamdiem.office.hidden_parts import list_hidden_parts
from chamdiem.office.look_alikes import list_look_alikes
from chamdiem.office.lost_lines import lost_key, lost_lines
from chamdiem.office.merged_cells import merged_problems
from chamdiem.office.moved_lines import moved_lines
from chamdiem.office.organisations import Listed, Organisation, list_organisations
from chamdiem.office.shares import Shares
from chamdiem.office.tables import Table, find_organisations, find_table
from chamdiem.office.typed_values import read_value, value_problem
from chamdiem.office.uncoded_lines import is_total, list_uncoded_lines

# Words of a heading that may stand above the groups organisations are ranked in.
_GROUPS = frozenset({"nhóm", "khối", "cụm", "group"})
_LIKE_A_NUMBER = re.compile(r"-?[0-9][0-9.,]*%?")
# What looks like the key of a figure: 6.6.a, I.6, CQS.1.1.1-2.b.
_LIKE_A_KEY = re.compile(r"\w+(?:[.\-]\w+)+")


def read_grids(grids: Sequence[Grid], asked: Asked) -> AnswerSheet:
    """Read the answers of all organisations.

    Raises:
        InvalidAnswers: No table of answers can be made out.
    """
    table = find_table(grids, asked)
    reading = _Reading(table, asked)
    reading.headings()
    return reading.sheet(find_organisations(grids, asked, table))


@dataclass(slots=True)
class _Reading:
    """One reading of one table; gathers what it finds wrong."""

    table: Table
    asked: Asked
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    shares: Shares = field(default_factory=Shares)
    participants: list[Participant] = field(default_factory=list)
    places: dict[str, dict[str, Place]] = field(default_factory=dict)

    def headings(self) -> None:
        """Headings that name no figure, or one that stands twice."""
        for first, again in self.table.repeated:
            self._report("answers.repeated_figure", again, first=first.address)
        for cell in self.table.strangers:
            if cell.kind != "text" or _LIKE_A_KEY.fullmatch(cell.text):
                self._report("answers.unknown_figure", cell, like=self.asked.like(cell.text))
            elif self._has_values(cell):
                self.warnings.append(self._ignored(cell))
        self.problems += moved_lines(self.table, self.asked)

    def sheet(self, listed_table: Table | None) -> AnswerSheet:
        """Everything the table says; the list of organisations of a form knows their names."""
        found = list_organisations(self.table, self.problems)
        listed = self._listed(listed_table, found)
        for each in found:
            self._add(each, _merged_fields(each.organisation, listed))
        self._without_heading(found)
        self._without_code()
        self.problems += merged_problems(
            self.table.grid,
            {each.number for each in found},
            self.table.figures,
            is_turned=self.table.is_turned,
        )
        if not self.participants and not self.problems:
            self.problems.append(Problem("answers.no_organisations", {}, Place(file=self.table.grid.file)))
        self.warnings += list_hidden_parts(self.table, found)
        alike = list_look_alikes((each.cell.text, self.table.grid.place(each.cell)) for each in found)
        warnings = (*self.warnings, *alike, *self.shares.warnings())
        return AnswerSheet(tuple(self.participants), tuple(self.problems), warnings, self.places)

    def _add(self, listed: Listed, organisation: Organisation) -> None:
        """Read the line of one organisation; one that does not count is read for what is wrong with it."""
        where: dict[str, Place] = {}
        answers = self._answers(listed.line, organisation.code, where)
        if where and is_total(organisation.code):
            self._report("answers.total_line", listed.cell)
        if not listed.counts:
            return
        self.places[organisation.code] = where
        if where or organisation.name:
            self.participants.append(_participant(organisation, answers))
        else:
            self.warnings.append(self._problem("answers.blank_organisation", listed.cell))

    def _answers(self, line: Line, code: str, where: dict[str, Place]) -> dict[str, int]:
        """The figures of one organisation; ``where`` takes the place of everything that was filled in."""
        answers: dict[str, int] = {}
        for position, key in self.table.figures.items():
            cell = line.get(position)
            if cell is not None:
                where[key] = self.table.grid.place(cell)
                if key not in self.asked.texts:
                    self._answer(answers, key, cell, where[key], code)
        return answers

    def _answer(self, answers: dict[str, int], key: str, cell: Cell, place: Place, code: str) -> None:
        """Read one figure into the answers, or say what is wrong with it and whose it is."""
        given = self.asked.figures[key].input
        try:
            answers[key] = read_value(cell, given)
            self.shares.add(key, given, answers[key], cell, place)
        except UnreadableValue as error:
            problem = value_problem(error, cell, key, given)
            facts = {**problem.facts, "organisation": code}
            self.problems.append(replace(problem, place=place, facts=facts))

    def _listed(self, table: Table | None, found: list[Listed]) -> dict[str, Organisation]:
        """Organisations of the form's own list; both lists must name the same ones."""
        if table is None:
            if self.table.is_form:
                # Without it every organisation would silently be of the same peer group.
                grid = self.table.grid
                code = "form.no_list" if grid.sheet else "form.saved_as_csv"
                self.problems.append(Problem(code, {"sheet": ORGANISATIONS_SHEET}, Place(file=grid.file)))
            return {}
        listed = list_organisations(table, self.problems)
        known = {each.organisation.code for each in listed}
        present = {each.organisation.code for each in found}
        for each in found:
            if known and each.counts and each.organisation.code not in known:
                self._report("answers.unknown_organisation", each.cell, sheet=table.grid.sheet)
        for each in listed:
            if each.counts and each.organisation.code not in present:
                facts = {"value": each.cell.text, "sheet": self.table.grid.sheet}
                self.problems.append(
                    Problem("answers.organisation_without_figures", facts, table.grid.place(each.cell))
                )
        return {each.organisation.code: each.organisation for each in listed}

    def _without_heading(self, found: list[Listed]) -> None:
        """Cells of an organisation under no heading: a figure there is lost, words are harmless."""
        head = self.table.grid.lines[self.table.head]
        keyless: dict[int, list[Cell]] = {}
        for each in found:
            for position, cell in each.line.items():
                # What is merged into a figure from elsewhere is named as such.
                if position in head or position < self.table.code or _is_merged(cell, self.table.grid):
                    continue
                if self.table.is_form and _is_number(cell):
                    keyless.setdefault(position, []).append(cell)
                elif _is_number(cell):
                    self._report("answers.cell_without_heading", cell)
                else:
                    self.warnings.append(self._problem("answers.ignored_cell", cell))
        self.problems += [lost_key(self.table, self.asked, cells) for cells in keyless.values()]
        if not keyless:
            self.warnings += lost_lines(self.table, self.asked)

    def _without_code(self) -> None:
        """Lines that belong to nobody, with what else is wrong on them."""
        for each in list_uncoded_lines(self.table, self.asked):
            if each.kind == "heading":
                self.warnings.append(self._problem("answers.ignored_line", each.cell))
            else:
                self._report("answers.no_code", each.cell)
                if not each.is_note:
                    self._answers(each.line, "", {})

    def _ignored(self, heading: Cell) -> Problem:
        """A column that is left out; one that seems to hold the peer groups tells how to call it."""
        is_group = not _GROUPS.isdisjoint(heading.text.casefold().split())
        if "peer_group" in self.table.fields or not is_group:
            return self._problem("answers.ignored_heading", heading)
        headings = ", ".join(f"“{each}”" for each in PEER_GROUP_HEADINGS)
        return self._problem("answers.ignored_groups", heading, headings=headings)

    def _has_values(self, heading: Cell) -> bool:
        position = next(p for p, cell in self.table.grid.lines[self.table.head].items() if cell is heading)
        return any(position in line and self.table.code in line for _, line in self.table.lines())

    def _report(self, code: str, cell: Cell, **facts: str) -> None:
        self.problems.append(self._problem(code, cell, **facts))

    def _problem(self, code: str, cell: Cell, **facts: str) -> Problem:
        return Problem(code, {"value": cell.text, **facts}, self.table.grid.place(cell))


def _is_merged(cell: Cell, grid: Grid) -> bool:
    return any(
        area.top <= cell.row <= area.bottom and area.left <= cell.column <= area.right for area in grid.merged
    )


def _is_number(cell: Cell) -> bool:
    return cell.kind == "number" or bool(_LIKE_A_NUMBER.fullmatch(cell.text))


def _merged_fields(own: Organisation, listed: dict[str, Organisation]) -> Organisation:
    """An organisation with what the list of the form adds to its own line."""
    known = listed.get(own.code, own)
    return replace(
        known,
        name=known.name or own.name,
        peer_group=known.peer_group or own.peer_group,
        is_ranked=known.is_ranked and own.is_ranked,
    )


def _participant(organisation: Organisation, answers: dict[str, int]) -> Participant:
    return Participant(
        code=organisation.code,
        name=organisation.name,
        peer_group=organisation.peer_group,
        is_ranked=organisation.is_ranked,
        answers=answers,
    )
