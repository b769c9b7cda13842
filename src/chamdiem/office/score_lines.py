"""A score sheet as lines in printed order: groups with their sums, criteria with their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.criterion import Outcome
from chamdiem.core.group_caps import CappedGroup
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.scoring import ScoreSheet, Total, sum_shown
from chamdiem.core.sentences import Language
from chamdiem.core.sentences.score_words import score_word, status_text

# Nothing is awarded yet, or at all: there are no points to show, not even zero.
_WITHOUT_POINTS = frozenset({Status.NOT_APPLICABLE, Status.NEEDS_PEERS, Status.DISPUTED, Status.INVALID})


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of a score sheet; ``outcome`` is None for a group, ``points`` where there are none.

    A condition without a maximum has no points either, nor has a group of conditions: they are met or
    not. ``capped`` is of a group that makes more than its maximum.
    """

    row: Row
    depth: int
    points: Fraction | None
    maximum: Fraction | None
    outcome: Outcome | None = None
    capped: CappedGroup | None = None


def list_score_rows(indicator_set: IndicatorSet) -> list[Row]:
    """The rows that have points of their own or below them, in printed order."""
    tree = indicator_set.tree
    return [
        row
        for row in indicator_set.rows
        if row.is_criterion or any(below.is_criterion for below in tree.below(row.key))
    ]


def list_printed_rows(indicator_set: IndicatorSet) -> list[Row]:
    """The same with the rows that share the maximum of another: they are printed, and earn nothing alone."""
    shown = {row.key for row in list_score_rows(indicator_set)}
    return [row for row in indicator_set.rows if row.key in shown or row.shares_maximum_of]


def list_score_lines(indicator_set: IndicatorSet, sheet: ScoreSheet) -> Iterator[ScoreLine]:
    """Every line of a score sheet."""
    tree, capped = indicator_set.tree, {each.row: each for each in sheet.capped}
    for row in list_score_rows(indicator_set):
        depth = len(tree.path(row.key)) - 1
        outcome = sheet.outcomes.get(row.key)
        if outcome is not None:
            yield ScoreLine(row, depth, shown_points(outcome), row.max_points, outcome)
        else:
            total = group_total(row, indicator_set, sheet)
            points, maximum = (total.points, total.maximum) if total else (None, None)
            yield ScoreLine(row, depth, points, maximum, capped=capped.get(row.key))


def group_total(row: Row, indicator_set: IndicatorSet, sheet: ScoreSheet) -> Total | None:
    """What a group makes; None where nothing below it makes points, or applies: that is no earned zero."""
    applies = any(
        sheet.outcomes[each.key].status is not Status.NOT_APPLICABLE
        for each in indicator_set.tree.below(row.key)
        if each.is_criterion and each.role != "condition"
    )
    return sum_shown(indicator_set, sheet, row.key) if applies else None


def has_sum(row: Row, indicator_set: IndicatorSet) -> bool:
    """Whether a group makes points; one with only conditions below it makes none."""
    below = indicator_set.tree.below(row.key)
    return any(each.is_criterion and each.role != "condition" for each in below)


def shown_points(outcome: Outcome) -> Fraction | None:
    """The points people are shown: as ``points_of``, but none for a condition without a maximum."""
    return points_of(outcome) if outcome.has_points else None


def is_met(outcome: Outcome) -> bool | None:
    """Whether a condition without a maximum is met; None for all else, and where it cannot be told."""
    if outcome.has_points or outcome.status is not Status.SCORED:
        return None
    return outcome.points >= outcome.maximum


def standing_text(outcome: Outcome, language: Language = "vi") -> str:
    """What stands in place of points: ``Đạt``, ``Không đạt``, or the status."""
    met = is_met(outcome)
    if met is None:
        return status_text(outcome.status, language)
    return score_word("met" if met else "not_met", language)


def points_of(outcome: Outcome) -> Fraction | None:
    """The rounded points; zero where figures are missing, None where nothing is awarded."""
    return None if outcome.status in _WITHOUT_POINTS else outcome.points
