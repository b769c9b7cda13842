"""Worked cases for every rule of a draft, generated from its trial table and marked as generated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from chamdiem.core.award import Status
from chamdiem.core.cases import result_of
from chamdiem.core.criterion import Answers, Criterion, compile_criteria
from chamdiem.core.indicator_set import Case, IndicatorSet
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.trials import Trial, list_trials

# A case made of the rule proves nothing about the decision: a person must look at it.
GENERATED = "Sinh tự động từ quy tắc, cần người đối chiếu với văn bản"


def with_cases(indicator_set: IndicatorSet) -> IndicatorSet:
    """The set with worked cases on, below and above every threshold of the rules people do not award."""
    cases = {key: generate_cases(criterion) for key, criterion in compile_criteria(indicator_set).items()}
    rows = tuple(replace(row, cases=cases.get(row.key) or row.cases) for row in indicator_set.rows)
    return replace(indicator_set, rows=rows)


def generate_cases(criterion: Criterion) -> tuple[Case, ...]:
    """Worked cases of one rule, marked as generated; none where people award."""
    if any(isinstance(rule, ManualRule) for rule in walk(criterion.rule)):
        return ()
    return tuple(_case(criterion, trial) for trial in list_trials(criterion))


def _case(criterion: Criterion, trial: Trial) -> Case:
    """The figures of a trial, and what they come to when scored as a case."""
    case = Case(
        given=_given(criterion, trial.answers),
        others=tuple(_given(criterion, answers) for answers in trial.others),
        label=GENERATED,
    )
    result = result_of(case, criterion)
    points = result.points if result.status is Status.SCORED else None
    return replace(case, status=result.status.value, points=points)


def _given(criterion: Criterion, answers: Answers) -> Mapping[str, str]:
    letters = criterion.letters
    return {
        letter: declared.show(value)
        for figure, (letter, declared) in zip(letters.figures, letters.inputs.items(), strict=True)
        if (value := answers.get(figure)) is not None
    }
