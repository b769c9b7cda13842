"""Worked cases: enough of them, coming out as stated, and standing on every threshold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from chamdiem.core.award import Status
from chamdiem.core.cases import result_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Term
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
from chamdiem.core.lint.proving import Proof
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import MissingInput
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.places import rules_in
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.simple import FixedRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse
from chamdiem.core.written_values import UnreadableValue

_ENOUGH = 3
# A case lies beside a threshold when it misses at most so much of it, or one percentage point.
_CLOSE = Fraction(1, 10)
_ONE_POINT = Fraction(1, 100)
Values = list[int | None]


def few_cases(document: Document) -> Iterator[Hit]:
    """A rule has fewer than three worked cases."""
    for criterion in document.criteria.values():
        count = len(criterion.row.cases)
        if count < _ENOUGH and not isinstance(criterion.rule, ManualRule | FixedRule):
            yield Hit(
                row=criterion.row,
                printed=str(count),
                computed=str(_ENOUGH),
                facts={"count": count, "least": _ENOUGH},
            )


def wrong_cases(document: Document) -> Iterator[Hit]:
    """A worked case does not come out as stated."""
    for criterion in document.criteria.values():
        for case in criterion.row.cases:
            result = result_of(case, criterion)
            if not result.meets(case):
                expected = _stated(case.status, case.points)
                computed = _stated(result.status, result.points)
                given = ", ".join(f"{letter} = {value}" for letter, value in case.given.items())
                facts: Facts = {
                    "given": given or Word("nothing_given"),
                    "expected": _said(case.status, case.points),
                    "computed": _said(result.status, result.points),
                }
                yield Hit(row=criterion.row, detail=given, printed=expected, computed=computed, facts=facts)


def untried_thresholds(document: Document) -> Iterator[Hit]:
    """No worked case lies exactly on a threshold, or none just on its other side."""
    for key, criterion in document.criteria.items():
        if not criterion.row.cases:
            continue
        filled = [
            values for case in criterion.row.cases if (values := _read(case.given, criterion)) is not None
        ]
        for path, rule in rules_in(criterion.rule, ""):
            if isinstance(rule, RatioRule | TiersRule) and (edges := list(_edges(rule))):
                reached = list(_values(rule, criterion, filled))
                step = Fraction(1) if _counts(rule, criterion) else None
                for edge in edges:
                    missing = _missing(edge, reached, step)
                    if missing and not _cannot_be(edge, missing, rule.value, document.proof(key)):
                        hit = _untried(criterion, rule, edge.threshold, missing)
                        yield replace(hit, detail=f"{path.lstrip('.')} {hit.printed}".strip())


@dataclass(frozen=True, slots=True)
class _Edge:
    """A threshold, and on which side of it the points differ from those on it."""

    threshold: Fraction
    other_side: Literal["below", "above"]


def _edges(rule: RatioRule | TiersRule) -> Iterator[_Edge]:
    """Thresholds the text names: a plain ratio up to 100 % has none."""
    if isinstance(rule, TiersRule):
        for tier in rule.tiers:
            side = "below" if tier.side in ("at_least", "less_than") else "above"
            yield _Edge(tier.threshold, side)  # type: ignore[arg-type]  # one of the two words
    elif rule.full_at is not None or rule.below == "zero":
        yield _Edge(rule.threshold, "below" if rule.better == "high" else "above")


def _missing(edge: _Edge, reached: list[Fraction], step: Fraction | None) -> str:
    """Where no case lies: on the threshold, beside it, or both; empty where all is tried."""
    near = step if step is not None else max(abs(edge.threshold) * _CLOSE, _ONE_POINT)
    if edge.other_side == "below":
        beside = any(edge.threshold - near <= value < edge.threshold for value in reached)
    else:
        beside = any(edge.threshold < value <= edge.threshold + near for value in reached)
    if edge.threshold in reached:
        return "" if beside else edge.other_side
    return "on" if beside else f"on_and_{edge.other_side}"


def _cannot_be(edge: _Edge, missing: str, value: Term, proof: Proof) -> bool:
    """Whether nothing lies on the side that lacks a case."""
    if missing != edge.other_side:
        return False
    bound = proof.floor(value) if missing == "below" else proof.ceiling(value)
    return bound is not None and bound == edge.threshold


def _untried(criterion: Criterion, rule: RatioRule | TiersRule, threshold: Fraction, missing: str) -> Hit:
    shown = Percent(threshold) if threshold <= 1 else threshold
    facts: Facts = {"term": unparse(rule.value), "threshold": shown, "missing": Word(missing)}
    return Hit(row=criterion.row, printed=decimal_text(threshold), computed=missing, facts=facts)


def _counts(rule: RatioRule | TiersRule, criterion: Criterion) -> bool:
    if isinstance(rule, RatioRule):
        return False
    inputs = criterion.letters.inputs
    whole = all(inputs[letter].type != "decimal" for letter in inputs)
    return whole and "/" not in unparse(rule.value)


def _values(rule: RatioRule | TiersRule, criterion: Criterion, filled: list[Values]) -> Iterator[Fraction]:
    """The value of the rule in every case where it has one."""
    evaluate = criterion.scope.evaluator(rule.value)
    for values in filled:
        try:
            numerator, denominator = evaluate(values)
        except MissingInput:
            continue
        if denominator:
            yield Fraction(numerator, denominator)


def _said(status: str, points: Fraction | None) -> Word | Fraction:
    return Word(f"status_{Status(status).value}") if points is None else points


def _stated(status: str, points: Fraction | None) -> str:
    return status if points is None else decimal_text(points)


def _read(given: Mapping[str, str], criterion: Criterion) -> Values | None:
    """The figures of a case by position; None where one cannot be read."""
    values: Values = []
    try:
        for letter, declared in criterion.letters.inputs.items():
            values.append(declared.parse(given[letter]) if letter in given else None)
    except UnreadableValue:
        return None
    return values


CHECKS = (
    Check("case.few", "warning", "worked cases", few_cases),
    Check("case.wrong", "error", "worked cases", wrong_cases),
    Check("case.threshold", "warning", "worked cases", untried_thresholds),
)
