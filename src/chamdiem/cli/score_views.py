"""Scores on screen: the league table, and the sheet of one organisation."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from rich.console import Console
from rich.table import Table
from rich.text import Text

from chamdiem.cli.screen import console, indented
from chamdiem.cli.session import Session
from chamdiem.cli.tables import Setting, columns, print_table
from chamdiem.cli.words import WORDS
from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.scoring import ScoreSheet
from chamdiem.core.sentences import Language, reason_tree
from chamdiem.core.sentences.amounts import fixed_text
from chamdiem.core.sentences.caps import capped_text
from chamdiem.core.sentences.grade_notes import grade_note
from chamdiem.core.sentences.score_words import score_word, status_text
from chamdiem.core.standings import Standing
from chamdiem.office.league import Entry
from chamdiem.office.score_lines import ScoreLine, is_met, list_score_lines, standing_text
from chamdiem.office.tie_notes import tie_notes, unplaced_note

_NOBODY = "–"


def show_ranking(entries: Sequence[Entry], indicator_set: IndicatorSet, session: Session) -> None:
    """The league table; peer groups and grades only where there are any."""
    has_groups = len({entry.peer_group for entry in entries}) > 1
    screen = console()
    print_ranking(entries, indicator_set, session, screen, with_groups=has_groups)
    names = {entry.code: entry.name for entry in entries}
    for entry in entries:
        for text in tie_notes(entry.placing, names, indicator_set, session.language, has_groups=has_groups):
            screen.print(Text(text, style="dim"))
        if entry.index_value is None:
            note = unplaced_note(entry.name or entry.code, session.language)
            screen.print(Text(note, style="dim"))
    for entry in entries:
        text = grade_note(entry.held_back, entry.name or entry.code, indicator_set, session.language)
        if text:
            screen.print(Text(text, style="dim"))


def print_ranking(
    entries: Sequence[Entry],
    indicator_set: IndicatorSet,
    session: Session,
    screen: Console,
    *,
    with_groups: bool,
) -> None:
    """The league table; place, code and name stand in each part of it."""
    table = _ranking_table(entries, indicator_set, session, with_groups=with_groups)
    print_table(table, screen, leading=3, in_one_line=True)


def _ranking_table(
    entries: Sequence[Entry], indicator_set: IndicatorSet, session: Session, *, with_groups: bool
) -> Table:
    """The league table: overall with the place in the peer group beside it, or of one group only."""
    language, has_grades = session.language, bool(indicator_set.grades)
    headings: list[tuple[str, Setting]] = [("overall" if with_groups else "place", "number")]
    headings += [("code", "code"), ("organisation", "prose")]
    headings += [("peer_group", "prose"), ("place_in_group", "number")] if with_groups else []
    headings += [("total", "number"), ("maximum", "number"), ("index", "number")]
    named = [(score_word(name, language), setting) for name, setting in headings]
    named += [(index.name, "number") for index in indicator_set.derived]
    named += [(score_word("grade", language), "prose")] if has_grades else []
    table = columns(*named)
    digits = indicator_set.rounding.digits
    for entry in entries:
        place = entry.placing.overall if with_groups else entry.placing.place
        cells: list[str | Text] = [_place(place), Text(entry.code), Text(entry.name)]
        cells += [Text(entry.peer_group), _place(entry.placing.place)] if with_groups else []
        cells += [fixed_text(points, digits, language) for points in (entry.total, entry.maximum)]
        indices = [(entry.index_value, indicator_set.index_digits)]
        indices += [(entry.derived.get(each.key), each.digits) for each in indicator_set.derived]
        cells += [_figure(value, digits, language) for value, digits in indices]
        cells += [Text(entry.grade)] if has_grades else []
        table.add_row(*cells)
    return table


def show_score_sheet(standing: Standing, indicator_set: IndicatorSet, session: Session) -> None:
    """The whole sheet of one organisation: the tree with points and the reason of each criterion."""
    language, sheet = session.language, standing.sheet
    participant = standing.participant
    screen = console()
    name = " · ".join(text for text in (participant.code, participant.name, participant.peer_group) if text)
    screen.print(Text(name, style="bold"))
    screen.print(Text(total_text(sheet, indicator_set, session)))
    for index in indicator_set.derived:
        value = _figure(sheet.derived.get(index.key), index.digits, language)
        screen.print(Text(f"{index.name}: {value}"))
    if standing.graded.grade:
        screen.print(Text(f"{score_word('grade', language)}: {standing.graded.grade.name}"))
    note = grade_note(
        standing.graded.held_back, participant.name or participant.code, indicator_set, language
    )
    if note:
        screen.print(Text(note))
    screen.print()
    headings: list[tuple[str, Setting]] = [("number", "code"), ("criterion", "prose"), ("points", "number")]
    table = columns(
        *((score_word(key, language), setting) for key, setting in [*headings, ("maximum", "number")])
    )
    for line in list_score_lines(indicator_set, sheet):
        _add_line(table, line, indicator_set, session)
    print_table(table, screen)


def total_text(sheet: ScoreSheet, indicator_set: IndicatorSet, session: Session) -> str:
    """``Tổng: 795,50/1.000,00 điểm · giá trị chỉ số 0,7955``."""
    digits = indicator_set.rounding.digits
    made = [
        session.say(WORDS[word], points=fixed_text(points, digits, session.language))
        for word, points in (("bonus_in_total", sheet.bonus), ("deduction_in_total", sheet.deduction))
        if points
    ]
    return session.say(
        WORDS["total_line"],
        made=f" ({', '.join(made)})" if made else "",
        points=fixed_text(sheet.total.points, digits, session.language),
        maximum=fixed_text(sheet.total.maximum, digits, session.language),
        index=_figure(sheet.shown_index, indicator_set.index_digits, session.language),
    )


def _figure(value: Fraction | None, digits: int, language: Language) -> str:
    return _NOBODY if value is None else fixed_text(value, digits, language)


def _add_line(table: Table, line: ScoreLine, indicator_set: IndicatorSet, session: Session) -> None:
    language, digits = session.language, indicator_set.rounding.digits
    style = "" if line.outcome else "bold"
    points, maximum = (_figure(value, digits, language) for value in (line.points, line.maximum))
    if line.outcome is not None and is_met(line.outcome) is not None:
        points = standing_text(line.outcome, language)
    label = Text(line.row.label, style=style)
    table.add_row(label, indented(line.row.correct_name, line.depth, style), points, maximum)
    if line.capped is not None:
        note = capped_text(line.capped, indicator_set, language)
        table.add_row("", indented(note, line.depth + 1, "yellow"), "", "")
    if line.outcome is None:
        return
    colour = "dim" if line.outcome.status is Status.SCORED else "yellow"
    if line.outcome.status not in (Status.SCORED, Status.MISSING):
        table.add_row(
            "", indented(status_text(line.outcome.status, language), line.depth + 1, colour), "", ""
        )
    for depth, text in reason_tree(line.outcome, language):
        table.add_row("", indented(text, line.depth + 1 + depth, colour), "", "")


def _place(place: int | None) -> str:
    return _NOBODY if place is None else str(place)
