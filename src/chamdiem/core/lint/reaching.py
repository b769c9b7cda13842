"""What a rule can give at all: too little, from too much, or bands nobody can reach."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from chamdiem.core.bounds import declared_box, reach
from chamdiem.core.conditions import test_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Both, Condition, Term
from chamdiem.core.lint.bands import bands_reached
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.deciding import decided, settled
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
from chamdiem.core.lint.walking import RuleAt, conditions_of
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.manual import POINTS, ManualRule
from chamdiem.core.rules.places import rules_in
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse


def maximum_out_of_reach(document: Document) -> Iterator[Hit]:
    """No answer earns the full maximum of the row."""
    for criterion in document.criteria.values():
        box = declared_box(criterion)
        points = reach(settled(criterion.node, box), box).points
        if points is None or isinstance(points.high, float) or points.high >= criterion.maximum:
            continue
        facts: Facts = {"maximum": criterion.maximum, "most": points.high}
        printed, most = decimal_text(criterion.maximum), decimal_text(points.high)
        yield Hit(row=criterion.row, printed=printed, computed=most, facts=facts)


def ratio_above_one(document: Document) -> Iterator[Hit]:
    """A ratio may exceed 100 % and no check forbids it."""
    for place in document.rules:
        rule = place.rule
        if not isinstance(rule, RatioRule) or rule.threshold not in (0, 1):
            continue
        most = document.ceiling(place, rule.value)
        if most is None or most > 1:
            text = unparse(rule.value)
            computed = "" if most is None else decimal_text(most)
            yield Hit(row=place.row, detail=place.path, computed=computed, facts={"term": text})


def share_unchecked(document: Document) -> Iterator[Hit]:
    """A share with its full mark below 100 % may exceed 100 %, and no check would notice."""
    for place in document.rules:
        rule = place.rule
        if not isinstance(rule, RatioRule | TiersRule) or not _is_full_early(rule):
            continue
        most = document.ceiling(place, rule.value)
        if _is_share(place, rule) and (most is None or most > 1):
            computed = "" if most is None else decimal_text(most)
            facts: Facts = {"term": unparse(rule.value)}
            yield Hit(row=place.row, detail=place.path, computed=computed, facts=facts)


def _is_full_early(rule: RatioRule | TiersRule) -> bool:
    """Whether more is better, and so much of it that nothing more counts lies below 100 %."""
    if isinstance(rule, RatioRule):
        return 0 < rule.threshold < 1 and rule.better == "high"
    is_rising = all(tier.side in ("at_least", "more_than") for tier in rule.tiers)
    return is_rising and all(tier.threshold <= 1 for tier in rule.tiers)


def _is_share(place: RuleAt, rule: RatioRule | TiersRule) -> bool:
    """Whether things of one kind are divided by each other."""
    quotient = quotient_of(rule.value)
    letters = {letter for part in (quotient.numerator, quotient.denominator) for m in part for letter in m}
    units = {place.row.inputs[letter].unit for letter in letters if letter in place.row.inputs}
    return not quotient.is_whole and len(units) == 1 and "" not in units


def unreachable_thresholds(document: Document) -> Iterator[Hit]:
    """A band or a full mark that no value reaches, or that an earlier band hides."""
    for place in document.rules:
        if isinstance(place.rule, TiersRule):
            yield from _hidden_bands(place, place.rule)
        # Where nobody wrote full_at it is nobody's mistake: ``points.never_full`` looks at the whole row.
        elif (
            isinstance(place.rule, RatioRule)
            and place.rule.better == "high"
            and place.rule.full_at is not None
        ):
            most = document.ceiling(place, place.rule.value)
            if most is not None and most < place.rule.threshold:
                yield _unreached(place, place.rule.value, "full_at", "≥", place.rule.threshold, most)


def decided_conditions(document: Document) -> Iterator[Hit]:
    """A condition holds for every answer, or for none."""
    for criterion in document.criteria.values():
        box = declared_box(criterion)
        for path, condition in _conditions(criterion):
            known = decided(test_of(condition, criterion.scope), box)
            if known is not None:
                text = unparse(condition)
                facts: Facts = {"condition": text, "always": Word("always" if known else "never")}
                yield Hit(row=criterion.row, detail=path, computed=text, facts=facts)


def _conditions(criterion: Criterion) -> Iterator[tuple[str, Condition]]:
    """Every condition, and those of a list that must hold together as one."""
    yield from conditions_of(criterion)
    for path, rule in rules_in(criterion.rule, ""):
        if isinstance(rule, ChecklistRule) and rule.need == "all" and len(rule.parts_) > 1:
            yield f"{path}.parts".lstrip("."), reduce(Both, rule.conditions())


def contradicting_checks(document: Document) -> Iterator[Hit]:
    """The checks of a row exclude every answer."""
    for criterion in document.criteria.values():
        hard = [unparse(check.that) for check in criterion.row.checks if not check.soft]
        if hard and document.proof(criterion.key).is_impossible:
            text = "; ".join(hard)
            yield Hit(row=criterion.row, printed=text, facts={"checks": text})


def soft_checks_refuted(document: Document) -> Iterator[Hit]:
    """A check that only warns can never hold, since the checks that must hold exclude it."""
    for criterion in document.criteria.values():
        proof = document.proof(criterion.key)
        for index, check in enumerate(criterion.row.checks):
            if check.soft and proof.given(check.that).is_impossible and not proof.is_impossible:
                hard = "; ".join(unparse(each.that) for each in criterion.row.checks if not each.soft)
                facts: Facts = {"condition": unparse(check.that), "checks": hard}
                yield Hit(
                    row=criterion.row, detail=f"checks[{index}]", printed=unparse(check.that), facts=facts
                )


def steps_past_maximum(document: Document) -> Iterator[Hit]:
    """No whole number of steps of a mark makes the maximum, so nobody can be given all points."""
    for place, step, usable in _marked(document):
        if place.maximum % usable:
            most = place.maximum - place.maximum % usable
            facts: Facts = {"step": step, "maximum": place.maximum, "most": most}
            printed, computed = decimal_text(place.maximum), decimal_text(most)
            yield Hit(row=place.row, detail=place.path, printed=printed, computed=computed, facts=facts)


def steps_off_digits(document: Document) -> Iterator[Hit]:
    """The step of a mark has more decimals than points are written with, so most steps cannot be given."""
    for place, step, usable in _marked(document):
        if step != usable:
            facts: Facts = {"step": step, "digits": document.set.rounding.digits, "usable": usable}
            printed, computed = decimal_text(step), decimal_text(usable)
            yield Hit(row=place.row, detail=place.path, printed=printed, computed=computed, facts=facts)


def _marked(document: Document) -> Iterator[tuple[RuleAt, Fraction, Fraction]]:
    """Every rule marked in steps: its step, and the least one that the digits of points can write."""
    for place in document.rules:
        rule = place.rule
        if isinstance(rule, ManualRule) and rule.step:
            mark = rule.inputs(place.maximum, document.set.rounding)[POINTS]
            yield place, rule.step, Fraction(mark.grain, mark.scale)


def ratio_without_span(document: Document) -> Iterator[Hit]:
    """A ratio has its full mark where it has its zero, so no points lie between them."""
    for place in document.rules:
        if isinstance(place.rule, RatioRule) and place.rule.span <= 0:
            yield Hit(row=place.row)


def _hidden_bands(place: RuleAt, rule: TiersRule) -> Iterator[Hit]:
    reached = {band for _, band in bands_reached(rule, place.proof)}
    for number, tier in enumerate(rule.tiers):
        if number not in reached:
            yield _unreached(place, rule.value, f"tiers[{number}]", _SIGNS[tier.side], tier.threshold)


def _unreached(
    place: RuleAt, value: Term, key: str, sign: str, edge: Fraction, most: Fraction | None = None
) -> Hit:
    """A band from ``edge`` on, in percent where things are divided by each other."""
    is_share = edge <= 1 and not quotient_of(value).is_whole
    facts: Facts = {"term": unparse(value), "sign": sign, "edge": Percent(edge) if is_share else edge}
    return Hit(
        row=place.row,
        detail=place.within(key),
        printed=f"{sign} {decimal_text(edge)}",
        computed="" if most is None else decimal_text(most),
        facts=facts,
    )


_SIGNS = {"at_least": "≥", "more_than": ">", "less_than": "<", "at_most": "≤"}

CHECKS = (
    Check("points.never_full", "warning", "rule", maximum_out_of_reach),
    Check("ratio.over", "warning", "rule", ratio_above_one),
    Check("ratio.unchecked", "info", "rule", share_unchecked),
    Check("ratio.no_span", "error", "rule", ratio_without_span),
    Check("threshold.unreachable", "error", "rule", unreachable_thresholds),
    Check("step.past_maximum", "warning", "rule", steps_past_maximum),
    Check("step.off_digits", "warning", "rule", steps_off_digits),
    Check("checks.contradict", "error", "checks", contradicting_checks),
    Check("checks.refuted", "warning", "checks", soft_checks_refuted),
    Check("condition.decided", "warning", "condition", decided_conditions),
)
