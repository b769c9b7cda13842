"""A file of answers → standings, or everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chamdiem.core.criterion import compile_criteria
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.remarks import list_remarks
from chamdiem.core.standings import Participant, Standings, score_everybody
from chamdiem.errors import InvalidAnswers, Problem
from chamdiem.office.answer_reading import read_answers
from chamdiem.office.answer_sheet import AnswerSheet, broken_checks

Follow = Callable[[Sequence[Participant]], Iterable[Participant]]


@dataclass(frozen=True, slots=True)
class ScoredFile:
    """All organisations of a file, scored, and what is worth knowing about the file and the points."""

    standings: Standings
    warnings: tuple[Problem, ...]


def score_file(path: Path, indicator_set: IndicatorSet, *, follow: Follow = iter) -> ScoredFile:
    """Score every organisation of a file.

    Args:
        path: Excel, CSV or JSON.
        indicator_set: The edition.
        follow: Wraps the organisations while they are scored, to show progress.

    Raises:
        NotFound: There is no such file.
        InvalidAnswers: Carries every problem of the file: cells and checks between cells.
    """
    return score_answers(read_answers(path, indicator_set), indicator_set, follow=follow)


def score_answers(answers: AnswerSheet, indicator_set: IndicatorSet, *, follow: Follow = iter) -> ScoredFile:
    """The same for answers that have been read."""
    standings = score_everybody(indicator_set, answers.participants, follow=follow)
    broken = broken_checks(answers, standings, compile_criteria(indicator_set))
    problems = [*answers.problems, *broken.problems]
    if problems:
        raise InvalidAnswers(problems)
    return ScoredFile(standings, (*answers.warnings, *broken.warnings, *list_remarks(standings)))
