"""Rewards: parts that do not add up, rewards above the maximum, better figures that earn less."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from chamdiem.core.expression import Compare, Number, comparisons_in
from chamdiem.core.lint.bands import OTHERWISE, bands_reached
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
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
# Operator → how far from its number lies a figure for which it holds, and the next one for which it does not.
_BESIDE = {"=": (0, 1), "<=": (0, 1), "<": (-1, 0), ">=": (0, -1), ">": (1, 0)}


def checklist_sums(document: Document) -> Iterator[Hit]:
    """The conditions of a checklist together give more or less than its maximum."""
    for place in document.rules:
        if isinstance(place.rule, ChecklistRule) and place.rule.need == "any":
            total = sum((promised(part.reward, place.maximum) for part in place.rule.parts_), _NOTHING)
            if total > place.maximum or not place.is_alternative:
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
            is_share = max(low, high) <= 1 and not quotient_of(rule.value).is_whole
            facts: Facts = {
                "term": unparse(rule.value),
                "better": Percent(better[0]) if is_share else better[0],
                "less": better[1],
                "worse": Percent(worse[0]) if is_share else worse[0],
                "more": worse[1],
            }
            yield Hit(row=place.row, detail=place.path, computed=decimal_text(better[1]), facts=facts)
            return


def _special_against_direction(place: RuleAt, rule: PeerRule) -> Iterator[Hit]:
    """Points for the figures that are worst in the comparison, or less than all for the best."""
    for index, case in enumerate(rule.special):
        for compare in comparisons_in(case.when):
            if compare.left == rule.value and isinstance(compare.right, Number):
                facts = _against_direction(place, rule, compare, case.reward.of(place.maximum))
                if facts:
                    detail = place.within(f"special[{index}]")
                    yield Hit(row=place.row, detail=detail, computed=unparse(case.when), facts=facts)
                    break


def _against_direction(place: RuleAt, rule: PeerRule, compare: Compare, given: Fraction) -> Facts:
    """A figure of the case and one beside it, where the better of the two may earn less; else empty."""
    if compare.operator not in _BESIDE or not isinstance(compare.right, Number):
        return {}
    own, other = (compare.right.value + step for step in _BESIDE[compare.operator])
    is_worst = (own < other) == (rule.better == "high")
    term = unparse(rule.value)
    if is_worst and given > 0:
        return {"term": term, "better": other, "less": _NOTHING, "worse": own, "more": given}
    # Nothing tells on which side of a single figure the better ones lie, unless there are none below it.
    is_end = compare.operator != "=" or own == 0
    if not is_worst and is_end and given < place.maximum:
        return {"term": term, "better": own, "less": given, "worse": other, "more": place.maximum}
    return {}


CHECKS = (
    Check("reward.above_maximum", "error", "rule", rewards_above_maximum),
    Check("checklist.sum", "error", "rule", checklist_sums),
    Check("parts.sum", "warning", "rule", part_sums),
    Check("parts.not_applicable", "warning", "rule", not_applicable_in_sum),
    Check("rule.not_monotone", "warning", "rule", better_earns_less),
)
