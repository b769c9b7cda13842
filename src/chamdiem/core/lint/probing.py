"""What a rule that measures one value gives for some of its values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from chamdiem.core.lint.rule_numbers import thresholds_of
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.tiers import TiersRule

Measuring = RatioRule | TiersRule
_NOTHING, _ONE = Fraction(0), Fraction(1)


def points_at(rule: Measuring, value: Fraction, maximum: Fraction) -> Fraction:
    """The points a rule gives for a value of its term, unrounded."""
    if isinstance(rule, TiersRule):
        for tier in rule.tiers:
            if tier.holds(value.numerator, value.denominator):
                return tier.reward.of(maximum)
        return rule.otherwise.of(maximum)
    turned = value if rule.better == "high" else 1 - value
    most = maximum * min(rule.cap, _ONE)
    if turned >= rule.span:
        return most
    return min(max(rule.slope(maximum) * turned, _NOTHING), most)


def probes(edges: Sequence[Fraction], rule: Measuring, factor: int, *, is_percent: bool) -> list[Fraction]:
    """Values at every edge, printed or of the rule, between two, below the first, above the last.

    Args:
        edges: Those printed, in percent where ``is_percent`` says so.
        rule: The rule whose thresholds are edges too.
        factor: How many units of the rule's value make one.
        is_percent: Whether the values are shares, so that none above 1 is asked for.
    """
    if not edges:
        return [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)]
    used = (each / factor for each in thresholds_of(rule))
    printed = {edge / (100 if is_percent else 1) for edge in edges}
    marks = sorted(printed | {each for each in used if each > 0})
    if not is_percent and quotient_of(rule.value).is_whole:
        return _counted(marks)
    last = marks[-1]
    between = {(low + high) / 2 for low, high in pairwise((_NOTHING, *marks))}
    beyond = (last + 1) / 2 if is_percent and last < 1 else last + 1
    return sorted(each for each in {*between, *marks, beyond} if not is_percent or each <= 1)


def _counted(marks: Sequence[Fraction]) -> list[Fraction]:
    """The whole numbers at the marks and beside them."""
    counted = {mark + step for mark in marks for step in (-1, 0, 1)}
    return sorted(each for each in counted if each >= 0 and each.denominator == 1)
