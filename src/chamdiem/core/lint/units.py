"""Units: what is added, compared and divided must be of one kind, or say that it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Binary, Compare, Letter, Negative, Number, Term, comparisons_in
from chamdiem.core.inputs import NUMBER_TYPES, PERCENT, Input
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.money import money_named_in
from chamdiem.core.lint.walking import checks_of, conditions_of
from chamdiem.core.points import Percentage, decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.count import CountRule, DeductRule
from chamdiem.core.rules.places import conditions_in, rules_in, terms_in
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

# Unit → exponent; None where a part has no declared unit.
Dimension = Mapping[str, int] | None
_PURE: Dimension = {}


@dataclass(frozen=True, slots=True)
class Clash:
    """Two units that meet where only one may."""

    term: str
    left: str
    right: str


def added_units(document: Document) -> Iterator[Hit]:
    """Figures of different units are added or subtracted."""
    for criterion in document.criteria.values():
        for term, path in _terms(criterion).items():
            for clash in _sums(term, criterion.letters.inputs):
                yield _hit(criterion, clash, path)


def compared_units(document: Document) -> Iterator[Hit]:
    """Figures of different units are compared in a check or a condition."""
    for criterion in document.criteria.values():
        if criterion.row.cross_unit:
            continue
        compared: dict[Compare, str] = {}
        for path, condition in (*checks_of(criterion), *conditions_of(criterion)):
            for compare in comparisons_in(condition):
                compared.setdefault(compare, path)
        for compare, path in compared.items():
            clash = _compared(compare, criterion.letters.inputs)
            if clash is not None:
                yield _hit(criterion, clash, path)


def divided_units(document: Document) -> Iterator[Hit]:
    """A ratio divides one unit by another, and the row does not say that this is meant."""
    for criterion in document.criteria.values():
        if criterion.row.cross_unit:
            continue
        for term, path in _terms(criterion).items():
            dimension = _dimension(term, criterion.letters.inputs)
            if dimension and min(dimension.values()) < 0 < max(dimension.values()):
                above = ", ".join(unit for unit, power in dimension.items() if power > 0)
                below = ", ".join(unit for unit, power in dimension.items() if power < 0)
                yield _hit(criterion, Clash(unparse(term), above, below), path)


def percent_of_a_count(document: Document) -> Iterator[Hit]:
    """A threshold that is no whole number (80 %) is set for a value counted in whole units."""
    for criterion in document.criteria.values():
        for path, rule in rules_in(criterion.rule, ""):
            for term, threshold in _thresholds(rule):
                is_told = isinstance(threshold, Percentage) and _unit_of_percent(term, criterion)
                if threshold.denominator > 1 and _is_counted(term, criterion) and not is_told:
                    text = unparse(term)
                    facts: Facts = {"term": text, "threshold": threshold, "unit": _unit_of(term, criterion)}
                    yield Hit(
                        row=criterion.row,
                        detail=f"{path.lstrip('.')} {decimal_text(threshold)}",
                        computed=str(threshold),
                        facts=facts,
                    )


def percent_of_a_figure(document: Document) -> Iterator[Hit]:
    """A percentage (80 %) is set for a figure with a unit, in percent itself maybe: it means 0.8 of that."""
    for criterion in document.criteria.values():
        for path, term, number in _set_for(criterion):
            unit = _unit_summed(term, criterion.letters.inputs)
            is_told = unit != PERCENT and number.denominator > 1 and _is_counted(term, criterion)
            if unit and isinstance(number, Percentage) and not is_told:
                yield _percent_hit(criterion, path, term, number, unit)


def small_percent(document: Document) -> Iterator[Hit]:
    """A threshold below 1 is set for a figure in percent: 0.8 of a percent, where 80 may be meant."""
    for criterion in document.criteria.values():
        for path, term, number in _set_for(criterion):
            unit = _unit_summed(term, criterion.letters.inputs)
            if unit == PERCENT and 0 < number < 1 and not isinstance(number, Percentage):
                yield _percent_hit(criterion, path, term, number, unit)


def _set_for(criterion: Criterion) -> Iterator[tuple[str, Term, Fraction]]:
    """Every number a term is measured by, and where; a share of the whole counts as a percentage."""
    seen = set()
    for path, rule in rules_in(criterion.rule, ""):
        for term, number in _measures(rule):
            yield path.lstrip("."), term, number
    for path, condition in (*checks_of(criterion), *conditions_of(criterion)):
        for compare in comparisons_in(condition):
            for term, other in ((compare.left, compare.right), (compare.right, compare.left)):
                if isinstance(other, Number) and compare not in seen:
                    yield path, term, Percentage(other.value) if other.text.endswith("%") else other.value
            seen.add(compare)


def _measures(rule: Rule) -> Iterator[tuple[Term, Fraction]]:
    if isinstance(rule, TiersRule):
        yield from ((rule.value, tier.threshold) for tier in rule.tiers)
    if isinstance(rule, RatioRule):
        is_share = rule.full_at is None or rule.better == "low" or rule.full_at <= 1
        yield rule.value, Percentage(rule.threshold or 1) if is_share else rule.threshold
    if isinstance(rule, CountRule | DeductRule):
        yield from ((part.of, part.every) for part in rule.parts_ if part.every is not None)


def _unit_summed(term: Term, inputs: Mapping[str, Input]) -> str:
    """The unit of a figure, or of figures added up; empty for anything else."""
    match term:
        case Letter(name):
            return inputs[name].unit if inputs[name].type in NUMBER_TYPES else ""
        case Binary("+" | "-", left, right):
            unit = _unit_summed(left, inputs)
            return unit if unit == _unit_summed(right, inputs) else ""
        case _:
            return ""


def _percent_hit(criterion: Criterion, path: str, term: Term, number: Fraction, unit: str) -> Hit:
    text, hundredfold = unparse(term), number * 100
    facts: Facts = {"term": text, "value": number, "expected": hundredfold, "unit": unit}
    return Hit(
        row=criterion.row,
        detail=f"{path} {text} {decimal_text(number)}".strip(),
        computed=decimal_text(number),
        facts=facts,
    )


def _thresholds(rule: Rule) -> Iterator[tuple[Term, Fraction]]:
    if isinstance(rule, TiersRule):
        yield from ((rule.value, tier.threshold) for tier in rule.tiers)
    if isinstance(rule, RatioRule) and rule.full_at is not None:
        yield rule.value, rule.full_at
    for condition in rule.conditions():
        for compare in comparisons_in(condition):
            if isinstance(compare.right, Number):
                yield compare.left, compare.right.value


def _is_counted(term: Term, criterion: Criterion) -> bool:
    quotient = quotient_of(term)
    if not quotient.is_whole or quotient.denominator.get(()) != 1:
        return False
    inputs = criterion.letters.inputs
    return bool(quotient.letters) and all(
        inputs[letter].type == "whole" and inputs[letter].unit for letter in quotient.letters
    )


def _unit_of_percent(term: Term, criterion: Criterion) -> bool:
    return _unit_summed(term, criterion.letters.inputs) == PERCENT


def _unit_of(term: Term, criterion: Criterion) -> str:
    return criterion.letters.inputs[min(quotient_of(term).letters)].unit


def _terms(criterion: Criterion) -> dict[Term, str]:
    """Every number of a rule, and where in it that stands first."""
    terms: dict[Term, str] = {}
    for path, term in terms_in(criterion.rule, ""):
        terms.setdefault(term, path.lstrip("."))
    for path, condition in conditions_in(criterion.rule, ""):
        for compare in comparisons_in(condition):
            terms.setdefault(compare.left, path.lstrip("."))
            terms.setdefault(compare.right, path.lstrip("."))
    return terms


def _dimension(term: Term, inputs: Mapping[str, Input]) -> Dimension:
    """The unit of a term; None where it is not known."""
    match term:
        case Number():
            return _PURE
        case Letter(name):
            return _unit(inputs[name])
        case Negative(operand):
            return _dimension(operand, inputs)
        case Binary("+" | "-", left, right):
            # A number may stand beside any unit: n + 2.
            return _dimension(right if isinstance(left, Number) else left, inputs)
        case Binary(operator, left, right):
            return _product(_dimension(left, inputs), _dimension(right, inputs), 1 if operator == "*" else -1)


def _unit(given: Input) -> Dimension:
    if given.type not in ("whole", "decimal"):
        return _PURE
    plain = " ".join(given.unit.casefold().split())
    # One unit of money is written in several ways.
    unit = " ".join(money_named_in(plain) if plain.endswith(("đ", "vnd")) else ()) or plain
    return {unit: 1} if unit else None


def _product(left: Dimension, right: Dimension, sign: int) -> Dimension:
    if left is None or right is None:
        return None
    powers = dict(left)
    for unit, power in right.items():
        powers[unit] = powers.get(unit, 0) + sign * power
    return {unit: power for unit, power in powers.items() if power}


def _sums(term: Term, inputs: Mapping[str, Input]) -> Iterator[Clash]:
    match term:
        case Negative(operand):
            yield from _sums(operand, inputs)
        case Binary(operator, left, right):
            yield from _sums(left, inputs)
            yield from _sums(right, inputs)
            if operator in "+-" and not isinstance(left, Number) and not isinstance(right, Number):
                yield from _clash(unparse(term), _dimension(left, inputs), _dimension(right, inputs))


def _compared(compare: Compare, inputs: Mapping[str, Input]) -> Clash | None:
    if isinstance(compare.left, Number) or isinstance(compare.right, Number):
        return None
    sides = _dimension(compare.left, inputs), _dimension(compare.right, inputs)
    return next(_clash(unparse(compare), *sides), None)


def _clash(text: str, left: Dimension, right: Dimension) -> Iterator[Clash]:
    if left is not None and right is not None and left != right:
        yield Clash(text, _words(left), _words(right))


def _words(dimension: Mapping[str, int]) -> str:
    return "·".join(unit if power == 1 else f"{unit}^{power}" for unit, power in dimension.items()) or "1"


def _hit(criterion: Criterion, clash: Clash, path: str) -> Hit:
    facts: Facts = {"term": clash.term, "left": clash.left, "right": clash.right}
    return Hit(row=criterion.row, detail=path, printed=clash.left, computed=clash.right, facts=facts)


CHECKS = (
    Check("unit.added", "error", "rule", added_units),
    Check("unit.compared", "error", "check", compared_units),
    Check("unit.ratio", "error", "rule", divided_units),
    Check("unit.threshold", "error", "rule", percent_of_a_count),
    Check("unit.percent", "error", "rule", percent_of_a_figure),
    Check("unit.percent_small", "warning", "rule", small_percent),
)
