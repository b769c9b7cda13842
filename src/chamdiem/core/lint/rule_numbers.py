"""The numbers a rule uses: thresholds, rewards, constants; to compare with the printed text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from chamdiem.core.expression import (
    Binary,
    Compare,
    Condition,
    Letter,
    Negative,
    Not,
    Number,
    Term,
    comparisons_in,
)
from chamdiem.core.inputs import PERCENT, Input
from chamdiem.core.lint.printed_ladders import Climb
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.quotient import divide, quotient_of, subtract
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Reward, Rule, walk
from chamdiem.core.rules.tiers import TiersRule

_PLAIN = (Fraction(0), Fraction(1))


def thresholds_of(rule: Rule) -> Iterator[Fraction]:
    """Values at which the points of a rule change, or the steps in which they do, sub-rules included."""
    for inner in walk(rule):
        if isinstance(inner, RatioRule):
            yield inner.threshold
        elif isinstance(inner, TiersRule):
            yield from (tier.threshold for tier in inner.tiers)
        yield from (part.every for part in _counted(inner) if part.every is not None)
        for condition in inner.conditions():
            yield from (number for compare in comparisons_in(condition) for number in _compared_with(compare))


def full_counts_of(rule: Rule, maximum: Fraction) -> Iterator[Fraction]:
    """How much of something earns everything, or costs it, where a rule counts it alone.

    6 items of 0.5 points make 3; each of 4 missing reports costs 2.5 points of 10.
    """
    for inner in walk(rule):
        if (
            isinstance(inner, CountRule | DeductRule)
            and len(inner.parts_) == 1
            and inner.parts_[0].points_each
        ):
            part = inner.parts_[0]
            yield maximum / part.points_each * (part.every or 1)


def climbs_so(rule: Rule, climb: Climb, maximum: Fraction) -> bool:
    """Whether a part of a rule gives points in proportion as a climb does: 0.1 for each percent."""
    ratios = (inner for inner in walk(rule) if isinstance(inner, RatioRule))
    return any(maximum * climb.step == each.threshold * climb.points for each in ratios)


def percents_of(rule: Rule, inputs: Mapping[str, Input]) -> Iterator[Fraction]:
    """The thresholds set for figures in percent, as the shares a text may print: 80 is 80 %."""
    for inner in walk(rule):
        in_percent = [term for term in inner.terms() if is_in_percent(term, inputs)]
        if isinstance(inner, RatioRule) and in_percent:
            yield inner.threshold / 100
        elif isinstance(inner, TiersRule) and in_percent:
            yield from (tier.threshold / 100 for tier in inner.tiers)
        elif isinstance(inner, CountRule | DeductRule):
            steps = ((part.of, part.every) for part in inner.parts_ if part.every is not None)
            # "Cứ 10% được 1 điểm" counts tens of a * 100 / b.
            yield from (
                every / 100
                for of, every in steps
                if is_in_percent(of, inputs) or 100 in set(constants_in(of))
            )
        for condition in inner.conditions():
            for compare in comparisons_in(condition):
                if any(is_in_percent(side, inputs) for side in (compare.left, compare.right)):
                    yield from (number / 100 for number in _compared_with(compare))


def is_in_percent(term: Term, inputs: Mapping[str, Input]) -> bool:
    """Whether a term is a figure asked for in percent."""
    return isinstance(term, Letter) and term.name in inputs and inputs[term.name].unit == PERCENT


def numbers_of(place: RuleAt) -> Iterator[Fraction]:
    """Every number of one rule that a text may name: rewards in both forms, constants, maxima."""
    yield place.maximum
    for reward in (branch.reward for branch in place.rule.branches()):
        points = promised(reward, place.maximum)
        yield from (points, points / place.maximum if place.maximum else Fraction(0))
    for part in _counted(place.rule):
        yield part.points_each
        yield part.points_each / place.maximum if place.maximum else Fraction(0)
    for term in place.rule.terms():
        yield from constants_in(term)
    if isinstance(place.rule, RatioRule) and place.rule.threshold:
        yield 1 / place.rule.threshold
    if isinstance(place.rule, PeerRule) and place.rule.method == "leader_excess":
        # Half for the target, half for what is beyond it.
        yield from (Fraction(1, 2), place.maximum / 2)


def promised(reward: Reward, maximum: Fraction) -> Fraction:
    """The points a reward names, even where they exceed what the rule may give."""
    return reward.points if reward.points is not None else reward.of(maximum)


def graded_rewards_of(rule: Rule) -> Iterator[Reward]:
    """Rewards between nothing and everything, which the text must name."""
    for reward in (branch.reward for branch in rule.branches()):
        if reward.points or (reward.points is None and reward.share not in _PLAIN):
            yield reward


def constants_in(term: Term) -> Iterator[Fraction]:
    """The numbers written in a term, and quotients of two of them (1/2)."""
    match term:
        case Number(value, _):
            yield value
        case Negative(operand):
            yield from constants_in(operand)
        case Binary(operator, left, right):
            if operator == "/" and isinstance(left, Number) and isinstance(right, Number) and right.value:
                yield left.value / right.value
            if operator == "/" and isinstance(right, Number) and right.value:
                yield 1 / right.value
            yield from constants_in(left)
            yield from constants_in(right)


def values_of(rule: Rule) -> Iterator[Term]:
    """The values a rule scores, and the simple quotients inside them."""
    for inner in walk(rule):
        terms = list(inner.terms())
        for condition in inner.conditions():
            terms += [side for compare in comparisons_in(condition) for side in (compare.left, compare.right)]
        for term in terms:
            yield term
            yield from _simple_quotients(term)


def asks_for(when: Condition) -> tuple[Term | Condition, bool]:
    """What a condition asks for, and whether it asks that there is none: ``n = 0``."""
    if isinstance(when, Not):
        return when.operand, True
    if isinstance(when, Compare) and isinstance(when.right, Number):
        edge = f"{when.operator} {when.right.value}"
        if edge in ("= 0", "<= 0", "< 1"):
            return when.left, True
        if edge in ("> 0", ">= 1", "!= 0"):
            return when.left, False
    return when, False


def turned_round(rule: Rule) -> Iterator[Term]:
    """One less the value, where a ratio is better low: what its points are in proportion to."""
    for inner in walk(rule):
        if isinstance(inner, RatioRule) and inner.better == "low":
            yield Binary("-", Number(Fraction(1), "1"), inner.value)


def is_equal(left: Term, right: Term) -> bool:
    """Whether two terms always have the same value."""
    return not subtract(quotient_of(left), quotient_of(right)).numerator


def is_multiple(left: Term, right: Term) -> bool:
    """Whether one term is a number times the other."""
    return multiple_of(left, right) is not None


def multiple_of(left: Term, right: Term) -> Fraction | None:
    """How many times the other one term always is; None where that is no number."""
    if not quotient_of(left).numerator or not quotient_of(right).numerator:
        return None
    quotient = divide(quotient_of(left), quotient_of(right))
    above, below = quotient.numerator, quotient.denominator
    if set(above) != set(below):
        return None
    factors = {above[monomial] / below[monomial] for monomial in above}
    return factors.pop() if len(factors) == 1 else None


def _simple_quotients(term: Term) -> Iterator[Term]:
    match term:
        case Binary(operator, left, right):
            if operator == "/" and not any(
                True for _ in (*_simple_quotients(left), *_simple_quotients(right))
            ):
                yield term
            yield from _simple_quotients(left)
            yield from _simple_quotients(right)
        case Negative(operand):
            yield from _simple_quotients(operand)


def _counted(rule: Rule) -> tuple[CountPart, ...]:
    return rule.parts_ if isinstance(rule, CountRule | DeductRule) else ()


def _compared_with(compare: Compare) -> Iterator[Fraction]:
    yield from (side.value for side in (compare.left, compare.right) if isinstance(side, Number))
