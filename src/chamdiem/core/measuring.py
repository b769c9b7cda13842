"""What one organisation has of a row by its measure: for gates of grades and tie-breaks."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.measures import Measure
from chamdiem.core.scoring import ScoreSheet, Total, sum_shown


def measured(indicator_set: IndicatorSet, sheet: ScoreSheet, key: str) -> Total:
    """What a row has earned by its measure, and how much of it applies; nothing where it has none."""
    measure, outcome = indicator_set.tree.measures[key], sheet.outcomes.get(key)
    if measure == "scored":
        return sheet.groups[key]
    if outcome is not None:
        applies = outcome.status is not Status.NOT_APPLICABLE
        return Total(outcome.points, outcome.maximum) if applies else Total(Fraction(0), Fraction(0))
    return _met(indicator_set, sheet, key) if measure == "condition" else sum_shown(indicator_set, sheet, key)


def tie_value(measure: Measure | None, total: Total) -> Fraction | None:
    """By what a tie-break row parts equals, the highest first; None where nothing of it applies."""
    if measure == "deduction":
        return -total.points
    if not total.maximum:
        return None
    return total.points if measure == "bonus" else total.index_value


def _met(indicator_set: IndicatorSet, sheet: ScoreSheet, key: str) -> Total:
    """How many of the conditions below are met, and how many apply."""
    outcomes = [sheet.outcomes[row.key] for row in indicator_set.tree.below(key) if row.is_criterion]
    applying = [each for each in outcomes if each.status is not Status.NOT_APPLICABLE]
    met = [each for each in applying if each.points >= each.maximum]
    return Total(Fraction(len(met)), Fraction(len(applying)))
