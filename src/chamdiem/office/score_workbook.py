"""Standings → Excel: the ranking, all points side by side, and every reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from typing import Any

import xlsxwriter

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.scoring import ScoreSheet
from chamdiem.core.sentences import Language, problem_text, reason_text
from chamdiem.core.sentences.caps import capped_text
from chamdiem.core.sentences.grade_notes import grade_note
from chamdiem.core.sentences.score_words import score_word, status_text
from chamdiem.core.standings import Standing, Standings
from chamdiem.errors import Problem, Refused
from chamdiem.office.score_lines import (
    ScoreLine,
    group_total,
    has_sum,
    is_met,
    list_score_lines,
    list_score_rows,
    standing_text,
)
from chamdiem.office.tie_notes import place_notes
from chamdiem.office.workbook import new_workbook

MOST_LINES = 1_048_576
MOST_COLUMNS = 16_384

_TITLE, _NOTE, _HEADINGS, _FIRST = range(4)
# Both places, code and name of an organisation stay in view.
_NAMED = 4
_CELL = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}

# A number, a text, or nothing to show.
Value = Callable[[Standing], Fraction | int | str | None]


def write_scores(
    standings: Standings, language: Language = "vi", note: str = "", warnings: Sequence[Problem] = ()
) -> bytes:
    """The bytes of an Excel workbook with ranking, points and reasons.

    Args:
        standings: All organisations, scored.
        language: Language of headings and reasons.
        note: Stands under the title of every sheet.
        warnings: What is worth knowing about the answers; on a sheet of their own where there are any.

    Raises:
        Refused: More lines or columns than Excel has; nothing is cut off silently.
    """
    rows = list_score_rows(standings.indicator_set)
    lines, columns = len(standings.standings) * len(rows), len(standings.standings) + 4
    if lines + _FIRST > MOST_LINES or columns > MOST_COLUMNS:
        raise Refused("output.too_large_for_excel", count=str(len(standings.standings)), lines=str(lines))
    target = BytesIO()
    with new_workbook(target) as workbook:
        book = _ScoreBook(workbook, standings, rows, language, note)
        book.write()
        if warnings:
            book.write_warnings(warnings)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the ranking."""

    heading: str
    width: int
    value: Value
    format: Any


class _ScoreBook:
    """One workbook being written."""

    def __init__(
        self,
        workbook: xlsxwriter.Workbook,
        standings: Standings,
        rows: Sequence[Row],
        language: Language,
        note: str,
    ) -> None:
        self.workbook = workbook
        self.standings = standings
        self.rows = rows
        self.language = language
        self.note = note
        self._add_formats(standings.indicator_set)

    def write(self) -> None:
        """Write all sheets."""
        self._write_ranking()
        self._write_points()
        self._write_reasons()

    def write_warnings(self, warnings: Sequence[Problem]) -> None:
        """A sheet of what is worth knowing about the answers, each with its place."""
        headings = [("place_of_problem", 40), ("warning", 110)]
        sheet = self._sheet("warnings", [(score_word(key, self.language), width) for key, width in headings])
        for line, warning in enumerate(warnings, start=_FIRST):
            place = warning.place
            where = " › ".join(text for text in (place.file, place.sheet, place.cell, place.path) if text)
            sheet.write_string(line, 0, where, self.text)
            sheet.write_string(line, 1, problem_text(warning, self.language), self.wrapped)

    def _add_formats(self, indicator_set: IndicatorSet) -> None:
        add = self.workbook.add_format
        points = {**_CELL, "num_format": _decimals(indicator_set.rounding.digits)}
        self.title = add({"bold": True, "font_size": 14})
        self.noted = add({"italic": True, "bold": True, "font_color": "#C00000"})
        self.heading = add(
            {**_CELL, "bold": True, "bg_color": "#D9E2F3", "text_wrap": True, "valign": "vcenter"}
        )
        self.text = add(_CELL)
        self.wrapped = add({**_CELL, "text_wrap": True})
        self.group = add({**_CELL, "bold": True, "bg_color": "#F2F2F2", "text_wrap": True})
        self.points = add(points)
        self.group_points = add({**points, "bold": True, "bg_color": "#F2F2F2"})
        self.index = add({**_CELL, "num_format": _decimals(indicator_set.index_digits)})

    def _write_ranking(self) -> None:
        columns = [*self._standing_columns(), *self._group_columns(), *self._derived_columns()]
        columns += self._note_columns()
        sheet = self._sheet("ranking", [(column.heading, column.width) for column in columns])
        for line, standing in enumerate(self.standings.by_place, start=_FIRST):
            for place, column in enumerate(columns):
                _write_cell(sheet, line, place, column.value(standing), column.format)
        last = _FIRST + len(self.standings.standings) - 1
        sheet.autofilter(_HEADINGS, 0, max(last, _HEADINGS), len(columns) - 1)
        sheet.freeze_panes(_FIRST, _NAMED)

    def _standing_columns(self) -> Iterator[_Column]:
        """Who, which place, how much in all; the first four stay in view."""
        text, points = self.text, self.points
        columns: tuple[tuple[str, int, Value, Any], ...] = (
            ("overall", 8, lambda each: each.placing.overall, text),
            ("place_in_group", 8, lambda each: each.placing.place, text),
            ("code", 12, lambda each: each.participant.code, text),
            ("organisation", 36, lambda each: each.participant.name, text),
            ("peer_group", 20, lambda each: each.participant.peer_group, text),
            ("total", 11, lambda each: each.sheet.total.points, points),
            ("maximum", 11, lambda each: each.sheet.total.maximum, points),
            ("index_value", 11, lambda each: each.sheet.shown_index, self.index),
            ("grade", 16, lambda each: each.graded.grade.name if each.graded.grade else "", text),
            ("bonus", 11, lambda each: each.sheet.bonus, points),
            ("deduction", 11, lambda each: each.sheet.deduction, points),
        )
        for key, width, value, style in columns:
            yield _Column(score_word(key, self.language), width, value, style)

    def _group_columns(self) -> Iterator[_Column]:
        """The points of the groups of the upper levels."""
        path = self.standings.indicator_set.tree.path
        with_sum = [row for row in self.rows if has_sum(row, self.standings.indicator_set)]
        tops = [row for row in with_sum if not row.is_criterion]
        widest = min((len(path(row.key)) for row in tops), default=0)
        for row in tops:
            if len(path(row.key)) <= widest + 1:
                heading = f"{row.label}. {row.correct_name}"
                yield _Column(heading, 16, self._points_of_group(row), self.points)

    def _derived_columns(self) -> Iterator[_Column]:
        """The indices beside the tree, each with its own decimals."""
        for derived in self.standings.indicator_set.derived:
            style = self.workbook.add_format({**_CELL, "num_format": _decimals(derived.digits)})
            yield _Column(derived.name, 16, _derived_value(derived.key), style)

    def _note_columns(self) -> Iterator[_Column]:
        """What tie-break rows did to the places, and gates to the grades; only where they did anything."""
        notes = place_notes(self.standings, self.language)
        if notes:
            heading = score_word("place_note", self.language)
            yield _Column(heading, 60, lambda each: notes.get(each.participant.code, ""), self.wrapped)
        if any(each.graded.held_back for each in self.standings.standings):
            yield _Column(score_word("grade_note", self.language), 60, self._grade_note, self.wrapped)

    def _grade_note(self, standing: Standing) -> str:
        name = standing.participant.name or standing.participant.code
        return grade_note(standing.graded.held_back, name, self.standings.indicator_set, self.language)

    def _write_points(self) -> None:
        headings = [("number", 9), ("criterion", 50), ("maximum", 11)]
        sheet = self._sheet(
            "points_table", [(score_word(key, self.language), width) for key, width in headings]
        )
        first, tree = len(headings), self.standings.indicator_set.tree
        for column, standing in enumerate(self.standings.standings, start=first):
            participant = standing.participant
            sheet.set_column(column, column, 14)
            sheet.write_string(_HEADINGS, column, participant.name or participant.code, self.heading)
        for line, row in enumerate(self.rows, start=_FIRST):
            sheet.write_string(line, 0, row.label, self._text_of(row))
            sheet.write_string(line, 1, row.correct_name, self._wrapped_of(row))
            # A group of deductions has none: it shows what is taken off.
            maximum = row.max_points if row.is_criterion else tree.maximum(row.key) or None
            if maximum is not None:
                sheet.write_number(line, 2, float(maximum), self._points_of(row))
        for column, standing in enumerate(self.standings.standings, start=first):
            for line, each in enumerate(
                list_score_lines(self.standings.indicator_set, standing.sheet), _FIRST
            ):
                status = each.outcome.status if each.outcome else Status.SCORED
                # A word, never the 0 that somebody earned.
                if each.points is None or status is not Status.SCORED:
                    sheet.write_string(line, column, self._word_of(each), self.wrapped)
                else:
                    sheet.write_number(line, column, float(each.points), self._points_of(each.row))
        self._write_sums(sheet, _FIRST + len(self.rows), first)
        sheet.freeze_panes(_FIRST, first)

    def _write_sums(self, sheet: Any, line: int, first: int) -> None:
        """Below the rows what they make: what is added and taken off where there is any, and the total."""
        sums: list[tuple[str, Callable[[ScoreSheet], Fraction]]] = [
            ("grand_total", lambda each: each.total.points)
        ]
        if any(row.role in ("bonus", "deduction") for row in self.rows):
            sums[:0] = [("bonus", lambda each: each.bonus), ("deduction", lambda each: -each.deduction)]
        for place, (word, value) in enumerate(sums, start=line):
            sheet.write_string(place, 1, score_word(word, self.language), self.group)
            if word == "grand_total":
                maximum = self.standings.indicator_set.tree
                sheet.write_number(
                    place, 2, float(sum(map(maximum.maximum, maximum.roots))), self.group_points
                )
            for column, standing in enumerate(self.standings.standings, start=first):
                sheet.write_number(place, column, float(value(standing.sheet)), self.group_points)

    def _write_reasons(self) -> None:
        headings = [("code", 12), ("organisation", 30), ("number", 9), ("criterion", 50)]
        headings += [("points", 9), ("maximum", 9), ("status", 18), ("reason", 90)]
        sheet = self._sheet("reasons", [(score_word(key, self.language), width) for key, width in headings])
        line = _FIRST
        for standing in self.standings.standings:
            participant = standing.participant
            for outcome in standing.sheet.outcomes.values():
                row = self.standings.indicator_set.row(outcome.key)
                texts = (
                    participant.code,
                    participant.name,
                    self.standings.indicator_set.tree.labels[row.key],
                )
                for column, text in enumerate(texts):
                    sheet.write_string(line, column, text, self.text)
                sheet.write_string(line, 3, row.correct_name, self.wrapped)
                if is_met(outcome) is not None:
                    sheet.write_string(line, 4, standing_text(outcome, self.language), self.text)
                elif outcome.has_points and outcome.status in (Status.SCORED, Status.MISSING):
                    sheet.write_number(line, 4, float(outcome.points), self.points)
                if row.max_points is not None:
                    sheet.write_number(line, 5, float(row.max_points), self.points)
                sheet.write_string(line, 6, status_text(outcome.status, self.language), self.text)
                sheet.write_string(line, 7, reason_text(outcome, self.language), self.wrapped)
                line += 1
            line = self._write_capped(sheet, line, standing)
        sheet.autofilter(_HEADINGS, 0, max(line - 1, _HEADINGS), len(headings) - 1)
        sheet.freeze_panes(_FIRST, 3)

    def _write_capped(self, sheet: Any, line: int, standing: Standing) -> int:
        """The groups that make more than their maximum, below the criteria; the next free line."""
        indicator_set, participant = self.standings.indicator_set, standing.participant
        for capped in standing.sheet.capped:
            row = indicator_set.row(capped.row)
            for column, text in enumerate((participant.code, participant.name, row.label)):
                sheet.write_string(line, column, text, self.text)
            sheet.write_string(line, 3, row.correct_name, self.wrapped)
            sheet.write_number(line, 4, float(capped.most), self.points)
            sheet.write_number(line, 5, float(capped.most), self.points)
            sheet.write_string(line, 7, capped_text(capped, indicator_set, self.language), self.wrapped)
            line += 1
        return line

    def _sheet(self, name: str, headings: Sequence[tuple[str, int]]) -> Any:
        sheet = self.workbook.add_worksheet(score_word(name, self.language))
        title = f"{score_word(name, self.language)}: {self.standings.indicator_set.name}"
        sheet.write_string(_TITLE, 0, title, self.title)
        sheet.write_string(_NOTE, 0, self.note, self.noted)
        for column, (heading, width) in enumerate(headings):
            sheet.set_column(column, column, width)
            sheet.write_string(_HEADINGS, column, heading, self.heading)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADINGS)
        return sheet

    def _text_of(self, row: Row) -> Any:
        return self.text if row.is_criterion else self.group

    def _wrapped_of(self, row: Row) -> Any:
        return self.wrapped if row.is_criterion else self.group

    def _word_of(self, line: ScoreLine) -> str:
        """What stands where there are no points; a group of conditions has never any."""
        if line.outcome:
            return standing_text(line.outcome, self.language)
        has_any = has_sum(line.row, self.standings.indicator_set)
        return status_text(Status.NOT_APPLICABLE, self.language) if has_any else ""

    def _points_of_group(self, row: Row) -> Value:
        def points(standing: Standing) -> Fraction | None:
            total = group_total(row, self.standings.indicator_set, standing.sheet)
            return total.points if total else None

        return points

    def _points_of(self, row: Row) -> Any:
        return self.points if row.is_criterion else self.group_points


def _derived_value(key: str) -> Value:
    return lambda standing: standing.sheet.derived.get(key)


def _write_cell(sheet: Any, line: int, column: int, value: Fraction | int | str | None, style: Any) -> None:
    if value is None or isinstance(value, str):
        sheet.write_string(line, column, "–" if value is None else value, style)
    else:
        sheet.write_number(line, column, float(value), style)


def _decimals(digits: int) -> str:
    return "#,##0." + "0" * digits if digits else "#,##0"
