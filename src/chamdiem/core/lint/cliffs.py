"""Cliffs: thresholds at which one step more brings many points at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.expression import Compare, Number, comparisons_in
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent
from chamdiem.core.lint.walking import RuleAt, quotients_in
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import Polynomial, quotient_of
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule


@dataclass(frozen=True, slots=True)
class _Jump:
    """A threshold, the points earned just below it, and those reached at it."""

    threshold: Fraction
    earned: Fraction
    reached: Fraction

    @property
    def points(self) -> Fraction:
        """The points that come at once."""
        return self.reached - self.earned


def jumps(document: Document) -> Iterator[Hit]:
    """Points jump at a threshold because the ratio below it is not scaled to the threshold."""
    for place in document.rules:
        jump = _jump(place)
        if jump is not None and jump.points > 0:
            facts: Facts = {
                "threshold": Percent(jump.threshold),
                "jump": jump.points,
                "maximum": jump.reached,
                "below": jump.earned,
            }
            yield Hit(
                row=place.row,
                detail=decimal_text(jump.threshold * 100),
                printed=decimal_text(jump.reached),
                computed=decimal_text(jump.points),
                facts=facts,
            )


def all_or_nothing(document: Document) -> Iterator[Hit]:
    """All points or none: nothing is earned just below the threshold."""
    for place in document.rules:
        threshold = _single_step(place.rule)
        if threshold is not None:
            facts: Facts = {"threshold": threshold, "maximum": place.maximum}
            yield Hit(row=place.row, computed=decimal_text(place.maximum), facts=facts)


def all_conditions(document: Document) -> Iterator[Hit]:
    """All points or none: every one of several conditions must hold."""
    for place in document.rules:
        if isinstance(place.rule, ChecklistRule) and place.rule.need == "all" and len(place.rule.parts_) > 1:
            facts: Facts = {"count": len(place.rule.parts_), "maximum": place.maximum}
            yield Hit(row=place.row, computed=decimal_text(place.maximum), facts=facts)


def _jump(place: RuleAt) -> _Jump | None:
    rule = place.rule
    if isinstance(rule, RatioRule) and rule.below == "ratio":
        most = _most(rule, place.maximum)
        return _Jump(rule.threshold, min(rule.slope(place.maximum) * rule.span, most), most)
    if isinstance(rule, GateRule) and isinstance(rule.then, FixedRule) and rule.then.gives_all:
        return _gate_jump(rule, place)
    return None


def _most(rule: RatioRule, maximum: Fraction) -> Fraction:
    """The most a ratio gives, its cap included."""
    return maximum * min(rule.cap, Fraction(1))


def _gate_jump(rule: GateRule, place: RuleAt) -> _Jump | None:
    """A gate that opens at a ratio, before a ratio: what the second gives just before."""
    if not isinstance(rule.otherwise, RatioRule) or rule.otherwise.below == "zero":
        return None
    for compare in comparisons_in(rule.when):
        if (
            compare.operator in (">=", ">")
            and isinstance(compare.right, Number)
            and any(quotients_in(compare.left))
        ):
            ratio = _at_edge(compare, compare.right.value, rule.otherwise)
            if ratio is not None:
                earned = rule.otherwise.slope(place.maximum) * max(ratio, Fraction(0))
                most = _most(rule.otherwise, place.maximum)
                return _Jump(compare.right.value, min(earned, most), place.maximum)
    return None


def _at_edge(compare: Compare, threshold: Fraction, after: RatioRule) -> Fraction | None:
    """The least the second ratio is where the first one stands on its threshold."""
    first, second = quotient_of(compare.left), quotient_of(after.value)
    above, below = _single(first.numerator), _single(first.denominator)
    if above is None or below is None:
        return None
    values = {above: threshold, below: Fraction(1)}
    bottom = _value(second.denominator, values)
    return _value(second.numerator, values) / bottom if bottom else None


def _single(polynomial: Polynomial) -> str | None:
    if len(polynomial) == 1 and len(next(iter(polynomial))) == 1:
        return next(iter(polynomial))[0]
    return None


def _value(polynomial: Polynomial, values: Mapping[str, Fraction]) -> Fraction:
    """A polynomial with every other figure zero."""
    total = Fraction(0)
    for monomial, coefficient in polynomial.items():
        product = coefficient
        for letter in monomial:
            product *= values.get(letter, Fraction(0))
        total += product
    return total


def _single_step(rule: Rule) -> Percent | None:
    """The share at which a rule gives everything at once."""
    if isinstance(rule, RatioRule) and rule.below == "zero":
        return Percent(rule.threshold)
    if isinstance(rule, YesNoRule):
        for compare in comparisons_in(rule.when):
            if isinstance(compare.right, Number) and any(quotients_in(compare.left)):
                return Percent(compare.right.value)
    return None


CHECKS = (
    Check("cliff.jump", "warning", "rule", jumps),
    Check("cliff.all_or_nothing", "info", "rule", all_or_nothing),
    Check("cliff.all_conditions", "info", "rule", all_conditions),
)
