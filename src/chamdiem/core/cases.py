"""Worked cases (ví dụ tính thử): figures given, points expected, and whether they come out.

A worked case is a contract an official can sign. Lint, the tests and the forms
run the same cases here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Criterion, compile_criteria, compile_criterion, status_of
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import Case, IndicatorSet, Row
from chamdiem.core.peers import spread_of
from chamdiem.core.written_values import UnreadableValue


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What a worked case comes to; rounded ``points`` stand only where it is scored."""

    status: Status
    points: Fraction | None = None

    def meets(self, case: Case) -> bool:
        """Whether it comes out as the case says."""
        return self.status.value == case.status and self.points == case.points


@dataclass(frozen=True, slots=True)
class FailingCase:
    """A worked case that does not come out as stated."""

    row: Row
    case: Case
    result: CaseResult


def run_case(indicator_set: IndicatorSet, row: Row, case: Case) -> CaseResult:
    """Score the figures of one worked case of a row.

    ``invalid``: a value cannot be read or lies out of its range, or a hard check
    is broken. The figures a peer rule compares are those of ``case.others`` and
    of the organisation itself; ``others: [{}]`` says that it stands alone.
    """
    return result_of(case, compile_criterion(row, indicator_set, list_figures(indicator_set)))


def result_of(case: Case, criterion: Criterion) -> CaseResult:
    """The same for a criterion that is compiled already."""
    try:
        own, *others = (_answers(given, criterion) for given in (case.given, *case.others))
    except UnreadableValue:
        return CaseResult(Status.INVALID)
    if others:
        criterion = criterion.with_spread(spread_of(criterion, (own, *others)))
    values = criterion.values(own)
    if any(not check.soft for check in criterion.broken_checks(values)):
        return CaseResult(Status.INVALID)
    cell = criterion.cell(values)
    status = status_of(cell)
    return CaseResult(status, criterion.rounding.points(cell) if status is Status.SCORED else None)


def failing_cases(indicator_set: IndicatorSet) -> Iterator[FailingCase]:
    """Every worked case of a set that does not come out as stated, in printed order."""
    for criterion in compile_criteria(indicator_set).values():
        for case in criterion.row.cases:
            result = result_of(case, criterion)
            if not result.meets(case):
                yield FailingCase(criterion.row, case, result)


def _answers(given: Mapping[str, str], criterion: Criterion) -> Answers:
    """The figures of one organisation in a case; raises ``UnreadableValue``."""
    letters = criterion.letters
    return {
        figure: declared.parse(given[letter])
        for figure, (letter, declared) in zip(letters.figures, letters.inputs.items(), strict=True)
        if letter in given
    }
