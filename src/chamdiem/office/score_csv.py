"""Standings → CSV: one line for each organisation and row, and one for its total.

In Vietnamese as a Vietnamese Excel opens it (semicolons, decimal comma), in
English with commas and decimal points. Text is never taken for a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences import Language, reason_text
from chamdiem.core.sentences.amounts import plain_text
from chamdiem.core.sentences.caps import capped_text
from chamdiem.core.sentences.grade_notes import grade_note
from chamdiem.core.sentences.score_words import score_word, status_text
from chamdiem.core.standings import Standing, Standings
from chamdiem.office.safe_text import guarded
from chamdiem.office.score_lines import ScoreLine, is_met, list_score_lines, standing_text
from chamdiem.office.tie_notes import place_notes

_HEADINGS = (
    "code",
    "organisation",
    "peer_group",
    "place_in_group",
    "overall",
    "key",
    "number",
    "criterion",
    "points",
    "maximum",
    "index_value",
)
_LAST_HEADINGS = ("grade", "status", "reason")


def write_scores_csv(standings: Standings, language: Language = "vi") -> bytes:
    """The bytes of a CSV file with every score and reason."""
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=";" if language == "vi" else ",", lineterminator="\r\n")
    writer.writerow(
        [
            *(score_word(heading, language) for heading in _HEADINGS),
            *(guarded(index.name) for index in standings.indicator_set.derived),
            *(score_word(heading, language) for heading in _LAST_HEADINGS),
        ]
    )
    notes = place_notes(standings, language)
    for standing in standings.standings:
        code, name = standing.participant.code, standing.participant.name
        graded = grade_note(standing.graded.held_back, name or code, standings.indicator_set, language)
        note = f"{notes.get(code, '')} {graded}".strip()
        writer.writerows(_lines(standings, standing, language, note))
    # The mark tells Excel that the file is UTF-8.
    return target.getvalue().encode("utf-8-sig")


def _lines(standings: Standings, standing: Standing, language: Language, note: str) -> Iterator[list[str]]:
    """The total of one organisation, with the note on its place and grade, and every row below."""
    participant, placing = standing.participant, standing.placing
    own = [guarded(text) for text in (participant.code, participant.name, participant.peer_group)]
    own += [str(place or "") for place in (placing.place, placing.overall)]
    yield [*own, *_total_cells(standings.indicator_set, standing, language, note)]
    for line in list_score_lines(standings.indicator_set, standing.sheet):
        yield [*own, *_row_cells(standings.indicator_set, line, language)]


def _total_cells(
    indicator_set: IndicatorSet, standing: Standing, language: Language, note: str
) -> Iterator[str]:
    sheet, digits = standing.sheet, indicator_set.rounding.digits
    yield from ("", "", score_word("grand_total", language))
    yield _number(sheet.total.points, digits, language)
    yield _number(sheet.total.maximum, digits, language)
    yield _number(sheet.shown_index, indicator_set.index_digits, language)
    yield from (_number(sheet.derived.get(each.key), each.digits, language) for each in indicator_set.derived)
    yield from (guarded(standing.graded.grade.name) if standing.graded.grade else "", "", guarded(note))


def _row_cells(indicator_set: IndicatorSet, line: ScoreLine, language: Language) -> Iterator[str]:
    row, outcome, digits = line.row, line.outcome, indicator_set.rounding.digits
    yield from (guarded(row.key), guarded(row.label), guarded(row.correct_name))
    if outcome and is_met(outcome) is not None:
        yield standing_text(outcome, language)
    else:
        yield _number(line.points, digits, language)
    yield _number(line.maximum, digits, language)
    yield from [""] * (len(indicator_set.derived) + 2)
    yield status_text(outcome.status, language) if outcome else ""
    if outcome:
        yield guarded(reason_text(outcome, language))
    else:
        yield capped_text(line.capped, indicator_set, language) if line.capped else ""


def _number(value: Fraction | None, digits: int, language: Language) -> str:
    if value is None:
        return ""
    text = plain_text(value, digits)
    return text.replace(".", ",") if language == "vi" else text
