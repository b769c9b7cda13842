"""Standings → Excel: the ranking, all points side by side, and every reason."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.sentences import Language, problem_text, reason_text
from chamdiem.core.sentences.score_words import score_word, status_text
from chamdiem.core.standings import Standing, Standings
from chamdiem.errors import Problem, Refused
from chamdiem.office.score_data import number
from chamdiem.office.score_lines import list_score_lines, list_score_rows
from chamdiem.office.workbook import new_workbook

MOST_LINES = 1_048_576
MOST_COLUMNS = 16_384

_TITLE, _NOTE, _HEADINGS, _FIRST = range(4)


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
        cell = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
        points = {**cell, "num_format": _decimals(indicator_set.rounding.digits)}
        self.title = add({"bold": True, "font_size": 14})
        self.noted = add({"italic": True, "bold": True, "font_color": "#C00000"})
        self.heading = add(
            {**cell, "bold": True, "bg_color": "#D9E2F3", "text_wrap": True, "valign": "vcenter"}
        )
        self.text = add(cell)
        self.wrapped = add({**cell, "text_wrap": True})
        self.group = add({**cell, "bold": True, "bg_color": "#F2F2F2", "text_wrap": True})
        self.points = add(points)
        self.group_points = add({**points, "bold": True, "bg_color": "#F2F2F2"})
        self.index = add({**cell, "num_format": _decimals(indicator_set.index_digits)})

    def _write_ranking(self) -> None:
        indicator_set = self.standings.indicator_set
        tops = [row for row in self.rows if not row.is_criterion]
        widest = min((len(indicator_set.tree.path(row.key)) for row in tops), default=0)
        tops = [row for row in tops if len(indicator_set.tree.path(row.key)) <= widest + 1]
        headings = [
            ("overall", 8),
            ("place_in_group", 8),
            ("code", 12),
            ("organisation", 36),
            ("peer_group", 20),
        ]
        headings += [("total", 11), ("maximum", 11), ("index_value", 11), ("grade", 16)]
        headings += [("bonus", 11), ("deduction", 11)]
        sheet = self._sheet("ranking", [(score_word(key, self.language), width) for key, width in headings])
        first = len(headings)
        names = [
            *(f"{row.label}. {row.correct_name}" for row in tops),
            *(d.name for d in indicator_set.derived),
        ]
        for column, name in enumerate(names, start=first):
            sheet.set_column(column, column, 16)
            sheet.write_string(_HEADINGS, column, name, self.heading)
        for line, standing in enumerate(self.standings.by_place, start=_FIRST):
            self._write_standing(sheet, line, standing)
            for column, row in enumerate(tops, start=first):
                sheet.write_number(line, column, float(standing.sheet.groups[row.key].points), self.points)
            for column, derived in enumerate(indicator_set.derived, start=first + len(tops)):
                sheet.write_number(line, column, float(standing.sheet.derived[derived.key]), self.index)
        last = _FIRST + len(self.standings.standings) - 1
        sheet.autofilter(_HEADINGS, 0, max(last, _HEADINGS), first + len(names) - 1)
        sheet.freeze_panes(_FIRST, 4)

    def _write_standing(self, sheet: Any, line: int, standing: Standing) -> None:
        participant, score = standing.participant, standing.sheet
        for column, place in enumerate((standing.placing.overall, standing.placing.place)):
            if place is None:
                sheet.write_string(line, column, "–", self.text)
            else:
                sheet.write_number(line, column, place, self.text)
        grade = standing.graded.grade.name if standing.graded.grade else ""
        for column, text in enumerate((participant.code, participant.name, participant.peer_group), start=2):
            sheet.write_string(line, column, text, self.text)
        for column, points in enumerate((score.total.points, score.total.maximum), start=5):
            sheet.write_number(line, column, number(points) or 0, self.points)
        sheet.write_number(line, 7, float(score.index_value), self.index)
        sheet.write_string(line, 8, grade, self.text)
        for column, points in enumerate((score.bonus, score.deduction), start=9):
            sheet.write_number(line, column, number(points) or 0, self.points)

    def _write_points(self) -> None:
        headings = [("number", 9), ("criterion", 50), ("maximum", 11)]
        sheet = self._sheet(
            "points_table", [(score_word(key, self.language), width) for key, width in headings]
        )
        first = len(headings)
        for column, standing in enumerate(self.standings.standings, start=first):
            participant = standing.participant
            sheet.set_column(column, column, 14)
            sheet.write_string(_HEADINGS, column, participant.name or participant.code, self.heading)
        for line, row in enumerate(self.rows, start=_FIRST):
            sheet.write_string(line, 0, row.label, self._text_of(row))
            sheet.write_string(line, 1, row.correct_name, self._wrapped_of(row))
            maximum = (
                row.max_points if row.is_criterion else self.standings.indicator_set.tree.maximum(row.key)
            )
            if maximum is not None:
                sheet.write_number(line, 2, float(maximum), self._points_of(row))
        for column, standing in enumerate(self.standings.standings, start=first):
            for line, each in enumerate(
                list_score_lines(self.standings.indicator_set, standing.sheet), _FIRST
            ):
                status = each.outcome.status if each.outcome else Status.SCORED
                # A word, never the 0 that somebody earned.
                if each.points is None or status is not Status.SCORED:
                    sheet.write_string(line, column, status_text(status, self.language), self.wrapped)
                else:
                    sheet.write_number(line, column, float(each.points), self._points_of(each.row))
        sheet.freeze_panes(_FIRST, first)

    def _write_reasons(self) -> None:
        headings = [("code", 12), ("organisation", 30), ("number", 9), ("criterion", 50)]
        headings += [("points", 9), ("maximum", 9), ("status", 18), ("reason", 90)]
        sheet = self._sheet("reasons", [(score_word(key, self.language), width) for key, width in headings])
        line = _FIRST
        for standing in self.standings.standings:
            participant = standing.participant
            for outcome in standing.sheet.outcomes.values():
                row = self.standings.indicator_set.row(outcome.key)
                texts = (participant.code, participant.name, row.label)
                for column, text in enumerate(texts):
                    sheet.write_string(line, column, text, self.text)
                sheet.write_string(line, 3, row.correct_name, self.wrapped)
                if outcome.status in (Status.SCORED, Status.MISSING):
                    sheet.write_number(line, 4, float(outcome.points), self.points)
                if row.max_points is not None:
                    sheet.write_number(line, 5, float(row.max_points), self.points)
                sheet.write_string(line, 6, status_text(outcome.status, self.language), self.text)
                sheet.write_string(line, 7, reason_text(outcome, self.language), self.wrapped)
                line += 1
        sheet.autofilter(_HEADINGS, 0, max(line - 1, _HEADINGS), len(headings) - 1)
        sheet.freeze_panes(_FIRST, 3)

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

    def _points_of(self, row: Row) -> Any:
        return self.points if row.is_criterion else self.group_points


def _decimals(digits: int) -> str:
    return "#,##0." + "0" * digits if digits else "#,##0"
