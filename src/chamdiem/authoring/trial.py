"""A rule tried out: its sentence, and the points around each of its thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from chamdiem.authoring.plain import Data, read_parts
from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Criterion, compile_criterion
from chamdiem.core.figures import list_figures
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.manual import POINTS
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.checks import checked_reason
from chamdiem.core.sentences.figures import value_in
from chamdiem.core.trials import Trial, list_trials
from chamdiem.office.score_lines import points_of
from chamdiem.web.language import page_language

MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class TrialLine:
    """Figures, their points (None where there are none), and why."""

    figures: str
    points: Fraction | None
    reason: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule in words with its trial table; empty words: nothing is scored on the row."""

    sentence: str = ""
    lines: tuple[TrialLine, ...] = ()


def try_row(head: Data, rows: Sequence[Data], key: str) -> Tried:
    """Try the rule of one row within its set.

    Raises:
        InvalidIndicatorSet: The set does not load.
    """
    indicator_set = read_parts(head, rows)
    row = indicator_set.row(key)
    if row.rule is None:
        return Tried()
    criterion = compile_criterion(row, indicator_set, list_figures(indicator_set))
    lines = tuple(_line(criterion, trial) for trial in list_trials(criterion)[:MOST_LINES])
    return Tried(rule_sentence(criterion, page_language(), with_labels=True), lines)


def _line(criterion: Criterion, trial: Trial) -> TrialLine:
    language = page_language()
    figures = "; ".join(
        text for text in (_figures(criterion, each) for each in (trial.answers, *trial.others)) if text
    )
    values = criterion.values(trial.answers)
    points = None if trial.status is Status.INVALID else points_of(trial.outcome)
    return TrialLine(figures, points, checked_reason(criterion, trial.outcome, values, language))


def _figures(criterion: Criterion, answers: Answers) -> str:
    letters = criterion.letters
    return ", ".join(
        f"{_called(letter)} = {_shown(criterion, letter, value_in(given, value, page_language()))}"
        for figure, (letter, given) in zip(letters.figures, letters.inputs.items(), strict=True)
        if (value := answers.get(figure)) is not None
    )


def _called(letter: str) -> str:
    """A figure as people know it: points that people award have no letter."""
    if letter == POINTS:
        return gettext("Điểm chấm")
    name, _, assessor = letter.rpartition("_")
    return gettext("Điểm của người chấm {number}").format(number=assessor) if name == POINTS else letter


def _shown(criterion: Criterion, letter: str, text: str) -> str:
    """A figure as people know it: of an option its words, and not its code."""
    for rule in walk(criterion.rule):
        if isinstance(rule, ChoiceRule) and rule.of.name == letter and text in rule.options:
            return f"“{rule.options[text].label}”"
    return text
