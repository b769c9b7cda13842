"""Claims about Excel: a form of 80 criteria in half a second, 3,321 forms read in ten minutes on 2 cores.

Forms are filled by openpyxl as a person would fill them. A few are filled and
each is read many times, for filling takes longer than reading; nothing about a
file is remembered between two readings. Reading is timed by the work of the
processors, so that what else the machine does at the moment does not count.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from datetime import date
from io import BytesIO
from time import process_time
from typing import Any

from openpyxl import load_workbook

from benchmarks.campaign import answers_of, edition, random_columns
from benchmarks.measuring import Claim, milliseconds, seconds
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.standings import Participant, Standings, score_everybody
from chamdiem.library import load_edition
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.form_layout import FIGURES_SHEET
from chamdiem.office.form_rows import option_words
from chamdiem.office.form_writing import blank_organisations, write_form
from chamdiem.office.score_workbook import write_scores
from chamdiem.samples.figures import example_participants

EDITION = "xa-hue-2023"
COMMUNES, READ, DIFFERENT = 3_321, 300, 6
MINUTES, CORES = 10, 2
ORGANISATIONS = 1_000


def claims() -> list[Claim]:
    """Write a form, read three hundred, write the scores of thousands."""
    indicator_set = load_edition(EDITION)
    (one,) = blank_organisations(1)
    writing = seconds(lambda: write_form(indicator_set, [one]), rounds=5)
    minutes, is_right = _reading(indicator_set)
    standings = _standings()
    workbook = seconds(lambda: write_scores(standings), rounds=1)
    criteria = len(indicator_set.criteria)
    return [
        Claim(
            f"Write an Excel form of {criteria} criteria ({EDITION})",
            "≤ 500 ms for 80",
            milliseconds(writing),
            writing <= 0.5,
        ),
        Claim(
            f"Read {COMMUNES:,} filled forms on {CORES} cores",
            f"≤ {MINUTES} min",
            f"{minutes:.1f} min",
            minutes <= MINUTES,
            f"{READ} read in {CORES} processes at once, their processor time scaled",
        ),
        Claim("Forms read back otherwise than filled in", "0", str(is_right.count(False)), all(is_right)),
        Claim(
            f"Write scores of {ORGANISATIONS:,} organisations × {len(edition().criteria)} criteria to Excel",
            "–",
            milliseconds(workbook),
            None,
            "points, reasons and ranking",
        ),
    ]


def _reading(indicator_set: IndicatorSet) -> tuple[float, list[bool]]:
    """Minutes for all communes, and whether each form read says what was filled in."""
    people = example_participants(indicator_set, seed=7)[:DIFFERENT]
    filled = [(_filled(indicator_set, each), dict(each.answers)) for each in people]
    work = [filled[number % len(filled)] for number in range(READ)]
    with ProcessPoolExecutor(CORES) as pool:
        readings = list(pool.map(_read, work, chunksize=5))
    spent = sum(duration for duration, _ in readings)
    return spent / READ * COMMUNES / CORES / 60, [is_right for _, is_right in readings]


def _read(form: tuple[bytes, dict[str, int | None]]) -> tuple[float, bool]:
    """How long one form takes to read, and whether it says what was filled in."""
    data, answers = form
    indicator_set = load_edition(EDITION)
    start = process_time()
    sheet = read_answer_bytes(data, indicator_set)
    took = process_time() - start
    return took, not sheet.problems and [dict(each.answers) for each in sheet.participants] == [answers]


def _filled(indicator_set: IndicatorSet, participant: Participant) -> bytes:
    """The form of one organisation, filled in."""
    (one,) = blank_organisations(1)
    book: Any = load_workbook(BytesIO(write_form(indicator_set, [one])))
    sheet, figures = book[FIGURES_SHEET], list_figures(indicator_set)
    column = next(c.column for line in sheet.iter_rows() for c in line if c.value == one.code)
    for line in range(1, sheet.max_row + 1):
        key = sheet.cell(line, 1).value
        if participant.answers.get(key) is not None:
            sheet.cell(line, column).value = _typed(figures[key].input, participant.answers[key] or 0)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _typed(given: Input, value: int) -> Any:
    """A stored integer as a person types it into Excel."""
    match given.type:
        case "yes_no":
            return "Có" if value else "Không"
        case "choice":
            return option_words(given)[value]
        case "date":
            return date.fromordinal((given.since or date(1970, 1, 1)).toordinal() + value)
        case _:
            return value / given.scale if given.type == "decimal" else value


def _standings() -> Standings:
    columns = random_columns(edition(), ORGANISATIONS)
    people = [
        Participant(code=f"X{place:05}", name=f"Xã số {place}", answers=answers_of(columns, place))
        for place in range(ORGANISATIONS)
    ]
    return score_everybody(edition(), people)
