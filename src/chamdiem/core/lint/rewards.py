"""Rewards: parts that do not add up, rewards above the maximum, better figures that earn less."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from chamdiem.core.expression import Number, comparisons_in
from chamdiem.core.lint.bands import OTHERWISE, bands_reached
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.rule_numbers import promised
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.composite import SumRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.places import rules_in
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

_NOTHING = Fraction(0)


def checklist_sums(document: Document) -> Iterator[Hit]:
    """The conditions of a checklist together give more or less than its maximum."""
    for place in document.rules:
        if isinstance(place.rule, ChecklistRule) and place.rule.need == "any":
            total = sum((promised(part.reward, place.maximum) for part in place.rule.parts_), _NOTHING)
            yield from _unequal(place, total, place.maximum)


def part_sums(document: Document) -> Iterator[Hit]:
    """The maxima of the parts of a sum do not add up to what the sum may give."""
    for place in document.rules:
        if isinstance(place.rule, SumRule):
            total = sum((promised(part.worth, place.maximum) for part in place.rule.parts_), _NOTHING)
            yield from _unequal(place, total, place.rule.cap.of(place.maximum))


def rewards_above_maximum(document: Document) -> Iterator[Hit]:
    """An option, band, part or cap gives more than the maximum of its rule."""
    for place in document.rules:
        for branch in place.rule.branches():
            given = promised(branch.reward, place.maximum)
            if given > place.maximum:
                name = branch.name or Word(branch.path)
                facts: Facts = {"name": name, "points": given, "maximum": place.maximum}
                yield Hit(
                    row=place.row,
                    detail=place.within(branch.path),
                    printed=decimal_text(place.maximum),
                    computed=decimal_text(given),
                    facts=facts,
                )


def better_earns_less(document: Document) -> Iterator[Hit]:
    """A better figure can earn fewer points: bands or special cases that are not in order."""
    for place in document.rules:
        if isinstance(place.rule, TiersRule):
            yield from _disordered_bands(place, place.rule)
        elif isinstance(place.rule, PeerRule):
            yield from _special_against_direction(place, place.rule)


def not_applicable_in_sum(document: Document) -> Iterator[Hit]:
    """One part of a sum may not apply, and then the whole criterion does not."""
    for place in document.rules:
        if not isinstance(place.rule, SumRule):
            continue
        for path, inner in rules_in(place.rule, place.path):
            if isinstance(inner, RatioRule | TiersRule | PeerRule) and inner.if_zero == "not_applicable":
                text = unparse(inner.value)
                if place.proof.may_be_zero(quotient_of(inner.value).denominator):
                    yield Hit(row=place.row, detail=path.lstrip("."), computed=text, facts={"term": text})


def _unequal(place: RuleAt, total: Fraction, expected: Fraction) -> Iterator[Hit]:
    if total != expected:
        facts: Facts = {"computed": total, "maximum": expected, "difference": abs(total - expected)}
        yield Hit(row=place.row, printed=decimal_text(expected), computed=decimal_text(total), facts=facts)


def _disordered_bands(place: RuleAt, rule: TiersRule) -> Iterator[Hit]:
    """Rewards that neither only rise nor only fall along the value."""
    given = [
        (value, (rule.otherwise if band == OTHERWISE else rule.tiers[band].reward).of(place.maximum))
        for value, band in bands_reached(rule, place.proof)
    ]
    points = [reward for _, reward in given]
    rises, falls = points == sorted(points), points == sorted(points, reverse=True)
    if rises or falls:
        return
    # The direction is that of the two ends; the first step against it is named.
    upwards = points[-1] >= points[0]
    for (low, before), (high, after) in pairwise(given):
        if (after < before) if upwards else (after > before):
            better, worse = ((high, after), (low, before)) if upwards else ((low, before), (high, after))
            facts: Facts = {
                "term": unparse(rule.value),
                "better": better[0],
                "less": better[1],
                "worse": worse[0],
                "more": worse[1],
            }
            yield Hit(row=place.row, detail=place.path, computed=decimal_text(better[1]), facts=facts)
            return


def _special_against_direction(place: RuleAt, rule: PeerRule) -> Iterator[Hit]:
    """Full marks for the very figure that is worst in the comparison."""
    for index, case in enumerate(rule.special):
        compared = [each for each in comparisons_in(case.when) if each.left == rule.value]
        low = next((each for each in compared if each.operator in ("=", "<", "<=")), None)
        if low is not None and rule.better == "high" and case.reward.of(place.maximum) > 0:
            text = unparse(case.when)
            worst = low.right.value if isinstance(low.right, Number) else _NOTHING
            facts: Facts = {
                "term": unparse(rule.value),
                "better": worst if low.operator == "<" else worst + 1,
                "less": _NOTHING,
                "worse": worst - 1 if low.operator == "<" else worst,
                "more": case.reward.of(place.maximum),
            }
            yield Hit(row=place.row, detail=place.within(f"special[{index}]"), computed=text, facts=facts)


CHECKS = (
    Check("reward.above_maximum", "error", "rule", rewards_above_maximum),
    Check("checklist.sum", "error", "rule", checklist_sums),
    Check("parts.sum", "warning", "rule", part_sums),
    Check("parts.not_applicable", "warning", "rule", not_applicable_in_sum),
    Check("rule.not_monotone", "warning", "rule", better_earns_less),
)
